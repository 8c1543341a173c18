//! What the header of a document says of the whole.

use jiff::civil::Date;

use super::declassified::Declassified;
use crate::Span;
use crate::declass::{Reasons, Schedule};
use crate::marking::{Caption, Label};

/// What the header says of the document as a whole.
///
/// ```
/// use jiff::civil::date;
///
/// let cable = tearline::parse(
///     "O 141630Z MAR 06\nFM PORT VESTA\nTO KARSHAVN\n\nSECRET PORT VESTA 8\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (S) One.\n",
/// );
/// let header = cable.header();
/// assert_eq!(header.origin(), Some(date(2006, 3, 14)));
/// assert_eq!(header.levels()[0].label().to_string(), "S");
/// assert_eq!(header.schedule().instructions().count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Header {
    /// What each level line says, in order; unresolved where one cannot be read.
    pub(crate) levels: Vec<LevelLine>,
    /// Captions that bind every portion.
    pub(crate) captions: Vec<Caption>,
    /// Whether `SENSITIVE` or `EFTO` stands beside the level.
    pub(crate) sensitive: bool,
    /// The date of origin.
    pub(crate) origin: Option<Date>,
    /// What the declassification instructions say, taken together.
    pub(crate) schedule: Schedule,
    /// Where those instructions stand.
    pub(crate) instructions: Vec<Span>,
    /// Where the `Classified by` line stands.
    pub(crate) classifier: Option<Span>,
    /// Where the `Derived from` line stands.
    pub(crate) derived: Option<Span>,
    /// The reasons that the classifier gave.
    pub(crate) reasons: Option<Reasons>,
    /// A statement that one mark covers the entire text.
    pub(crate) entire_text: Option<Label>,
    /// The join of the marks that stand inside blocks.
    pub(crate) inside: Option<Label>,
    /// That an authority has declassified the document.
    pub(crate) declassified: Option<Declassified>,
    /// Whom the originator's list names.
    pub(crate) listed: Vec<String>,
}

impl Header {
    /// A header of which nothing has been read yet: no level, no date, no instruction.
    pub(crate) fn unread() -> Self {
        Self {
            levels: Vec::new(),
            captions: Vec::new(),
            sensitive: false,
            origin: None,
            schedule: Schedule::read([], None).0,
            instructions: Vec::new(),
            classifier: None,
            derived: None,
            reasons: None,
            entire_text: None,
            inside: None,
            declassified: None,
            listed: Vec::new(),
        }
    }

    /// What each level line says.
    #[must_use]
    pub fn levels(&self) -> &[LevelLine] {
        &self.levels
    }

    /// The captions that bind every portion.
    #[must_use]
    pub fn captions(&self) -> &[Caption] {
        &self.captions
    }

    /// Whether `SENSITIVE` or `EFTO` stands beside the level.
    #[must_use]
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// What the declassification instructions say, taken together.
    #[must_use]
    pub const fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The place of the `Classified by` line (32 CFR 2001.21(a)(1)).
    #[must_use]
    pub const fn classifier(&self) -> Option<Span> {
        self.classifier
    }

    /// The place of the `Derived from` line of a derivative classification (32 CFR 2001.22(c)).
    #[must_use]
    pub const fn derived(&self) -> Option<Span> {
        self.derived
    }

    /// The reasons for classification that the classifier gave (32 CFR 2001.21(a)(3)).
    #[must_use]
    pub const fn reasons(&self) -> Option<Reasons> {
        self.reasons
    }

    /// The mark of the entire text, where the document states one.
    #[must_use]
    pub const fn entire_text(&self) -> Option<&Label> {
        self.entire_text.as_ref()
    }

    /// The join of the marks that stand inside blocks, where there are any: in a row of a table, behind a label or the end
    /// of a sentence, around a region.
    #[must_use]
    pub const fn inside(&self) -> Option<&Label> {
        self.inside.as_ref()
    }

    /// The date of origin, where the header gives one, or it is [known](super::Known).
    #[must_use]
    pub const fn origin(&self) -> Option<Date> {
        self.origin
    }

    /// Whom the originator's list for the document names, where that is [known](super::Known::listed).
    #[must_use]
    pub fn listed(&self) -> &[String] {
        &self.listed
    }

    /// That an authority has declassified the document, where that is [known](super::Known) and can be right.
    #[must_use]
    pub const fn declassified(&self) -> Option<&Declassified> {
        self.declassified.as_ref()
    }
}

/// One level line, or the banner of a page: what stands over a text says what the text is at least (32 CFR 2001.21(b)).
///
/// ```
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) One.\n");
/// let line = &cable.header().levels()[0];
/// assert_eq!((line.label().to_string().as_str(), line.span().start()), ("S", 0));
/// ```
#[derive(Clone, Debug)]
pub struct LevelLine {
    pub(crate) span: Span,
    pub(crate) label: Label,
}

impl LevelLine {
    /// Where it stands; empty where it is [known](super::Known) and stands nowhere.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// What it says.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }
}
