//! What the caller knows of a document that does not stand on its pages.

use std::fmt;

use jiff::civil::Date;

use super::declassified::Declassified;
use super::kind::DocumentKind;
use super::known_error::{KnownError, day};

/// What the caller knows of a document beside its text: the record of a catalogue says what the page does not.
///
/// Known facts are read by the same vocabulary as lines of a text, and fail closed the same way. They change nothing in how
/// the text itself is read, and lower nothing that the document states:
///
/// - a **level** joins with those that the document states, and stands in for a level line that is missing. One that cannot
///   be read leaves the overall classification unresolved;
/// - a **caption** binds as a stated one does, and binds every portion where it is not known or not understood to its end;
/// - an **instruction** adds to those stated: the longest governs (32 CFR 2001.22(e)(2)). One that is not understood holds;
/// - the **date of origin** stands in for one that is missing. Where the document states another day, each level opens on
///   the later of the days that the two give, and not at all where one of them gives none;
/// - the **kind** decides how the document is read, as [`parse_as`](crate::parse_as) does;
/// - that the document has been **[declassified](Declassified)** opens it, by an authority;
/// - the names that are **[listed](Self::listed)** are those of readers whom the originator named: what asks a place on his
///   list, a caption or a control, is met by them alone.
///
/// Facts that are stated twice all count. An empty text states nothing, as an empty column does not.
///
/// ```
/// use jiff::civil::date;
/// use tearline::document::Known;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// // A memorandum as a printed series shows it: no level line, no marks.
/// let source = "Port Vesta, March 14, 1986.\n\nThe lease of the fuel pier will not be renewed.\n";
/// let known = Known::new().level("SECRET").instruction("Declassify on: 03/14/1996");
/// let memorandum = tearline::parse_with(source, &known);
///
/// let assessment = Policy::default().assess(&memorandum);
/// let shows = |year| assessment.release(&Reader::public(), date(year, 3, 14)).to_text().contains("fuel pier");
/// assert!(!shows(1995) && shows(1996));
/// ```
///
/// With the feature `serde` it is read and written as an object whose keys are those of [`Known::state`]; `level`, `origin`,
/// `instruction`, `caption` and `listed` hold a text or a list of texts, `declassified` an object of `by` and `on`. A key of another
/// name is an error.
///
/// ```
/// use tearline::document::Known;
///
/// let known: Known = serde_json::from_str(
///     r#"{"level": "SECRET", "caption": ["NODIS"], "declassified": {"by": "Director, Harbors", "on": "2012-03-01"}}"#,
/// )?;
/// assert_eq!(known.declassification().unwrap().by(), "Director, Harbors");
/// assert!(serde_json::from_str::<Known>(r#"{"levels": "SECRET"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Known {
    pub(crate) levels: Vec<String>,
    pub(crate) origins: Vec<Date>,
    pub(crate) instructions: Vec<String>,
    pub(crate) captions: Vec<String>,
    pub(crate) kind: Option<DocumentKind>,
    pub(crate) declassified: Option<Declassified>,
    pub(crate) listed: Vec<String>,
}

impl Known {
    /// Nothing is known.
    ///
    /// ```
    /// assert!(tearline::document::Known::new().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The overall classification: a level line or banner, a level by its name in any case, or the mark of one.
    ///
    /// ```
    /// use tearline::document::Known;
    ///
    /// for (level, label) in [("SECRET//NOFORN", "S//NF"), ("Secret", "S"), ("S//NF", "S//NF"), ("SECRT", "unresolved")] {
    ///     let memorandum = tearline::parse_with("The pier is new.\n", &Known::new().level(level));
    ///     assert_eq!(memorandum.header().levels()[0].label().to_string(), label);
    /// }
    /// ```
    #[must_use]
    pub fn level(mut self, line: impl Into<String>) -> Self {
        push(&mut self.levels, line.into());
        self
    }

    /// The date of origin, which declassification is reckoned from.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::document::Known;
    ///
    /// let known = Known::new().origin(date(1986, 3, 14));
    /// let memorandum = tearline::parse_with("SECRET\n\nThe pier is new.\n", &known);
    /// assert_eq!(memorandum.header().origin(), Some(date(1986, 3, 14)));
    /// ```
    #[must_use]
    pub fn origin(mut self, day: Date) -> Self {
        if !self.origins.contains(&day) {
            self.origins.push(day);
        }
        self
    }

    /// A declassification instruction, with or without its label and the number of its order: `03/14/2016`, `OADR`,
    /// `E.O. 12958: DECL: 03/14/2016`.
    ///
    /// ```
    /// use tearline::document::Known;
    ///
    /// let known = Known::new().instruction("OADR");
    /// let memorandum = tearline::parse_with("SECRET\n\nThe pier is new.\n", &known);
    /// assert_eq!(memorandum.header().schedule().instructions().count(), 1);
    /// ```
    #[must_use]
    pub fn instruction(mut self, line: impl Into<String>) -> Self {
        push(&mut self.instructions, line.into());
        self
    }

    /// A caption: `NODIS`. One that is not known binds every portion.
    ///
    /// ```
    /// use tearline::document::Known;
    /// use tearline::marking::Caption;
    ///
    /// let known = Known::new().caption("NODIS").caption("HARBOR GROUP");
    /// let memorandum = tearline::parse_with("SECRET\n\nThe pier is new.\n", &known);
    /// assert_eq!(memorandum.header().captions(), [Caption::Nodis, Caption::Other]);
    /// ```
    #[must_use]
    pub fn caption(mut self, line: impl Into<String>) -> Self {
        push(&mut self.captions, line.into());
        self
    }

    /// How it is to be read. The last one that is said counts.
    ///
    /// ```
    /// use tearline::document::{DocumentKind, Known};
    ///
    /// let known = Known::new().kind(DocumentKind::Memorandum);
    /// assert_eq!(tearline::parse_with("UNCLAS VESTA 1\n", &known).kind(), DocumentKind::Memorandum);
    /// ```
    #[must_use]
    pub const fn kind(mut self, kind: DocumentKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// That an authority has declassified the document. Of two the one with the later day counts.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::document::{Declassified, Known};
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let on = date(2012, 3, 1);
    /// let known = Known::new().declassified(Declassified::new("Director, Office of Harbors", on)?);
    /// let cable = tearline::parse_with("SECRET VESTA 1\n\n1. (S) The pier is new.\n\n2. (SBU) So is Ode.\n", &known);
    /// let text = Policy::default().assess(&cable).release(&Reader::public(), on).to_text();
    /// assert!(text.contains("1. (U) The pier is new.") && text.contains("2. [withheld: sensitive]"));
    /// # Ok::<(), tearline::document::KnownError>(())
    /// ```
    #[must_use]
    pub fn declassified(mut self, declassified: Declassified) -> Self {
        self.declassified = Some(match self.declassified.take() {
            Some(other) if other.on() > declassified.on() => other,
            Some(_) | None => declassified,
        });
        self
    }

    /// A name on the originator's list for the document: a reader who bears it (`name=I. Birk`) counts as named by the list
    /// (`named=yes`), and no other does by it. What else a portion asks of him it asks still.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::document::Known;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let known = Known::new().listed("I. Birk");
    /// let cable = tearline::parse_with("SECRET VESTA 1\n\nNODIS\n\n1. (S) The pier is new.\n", &known);
    /// let shows = |reader: &str| {
    ///     let reader: Reader = reader.parse().unwrap();
    ///     Policy::default().release(&cable, &reader, date(2010, 1, 1)).to_text().contains("pier")
    /// };
    /// assert!(shows("clearance=S citizen=USA agency=STATE name=I. Birk"));
    /// assert!(!shows("clearance=S citizen=USA agency=STATE name=B. Alder"));
    /// assert!(!shows("clearance=C citizen=USA agency=STATE name=I. Birk"));
    /// ```
    #[must_use]
    pub fn listed(mut self, name: impl Into<String>) -> Self {
        push(&mut self.listed, name.into());
        self
    }

    /// A fact by its name, as the column of a table or the key of a file has it: `level`, `origin` (a day), `instruction`,
    /// `caption`, `kind`, `listed` (a name), `declassified` (a day and a name, `2012-03-01 by Director, Office of Harbors`).
    ///
    /// ```
    /// use tearline::document::Known;
    ///
    /// let known = Known::new().state("level", "SECRET")?.state("origin", "1986-03-14")?.state("caption", "")?;
    /// assert_eq!(known, Known::new().level("SECRET").origin("1986-03-14".parse().unwrap()));
    /// # Ok::<(), tearline::document::KnownError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no fact of that name, or the text is no day, no kind or no declassification. A level, a caption and an
    /// instruction may be any text: what cannot be read of them withholds.
    pub fn state(self, name: &str, text: &str) -> Result<Self, KnownError> {
        let none = !text.chars().any(char::is_alphanumeric) && text.trim().is_empty();
        Ok(match name {
            "level" => self.level(text),
            "instruction" => self.instruction(text),
            "caption" => self.caption(text),
            "listed" => self.listed(text),
            "origin" | "kind" | "declassified" if none => self,
            "origin" => self.origin(day(text).ok_or(KnownError::Day)?),
            "kind" => self.kind(DocumentKind::of_name(text.trim()).ok_or(KnownError::Kind)?),
            "declassified" => self.declassified(text.parse()?),
            _ => return Err(KnownError::Name),
        })
    }

    /// Both at once. All facts of both count, but for the kind: there the other's goes first.
    ///
    /// ```
    /// use tearline::document::Known;
    ///
    /// let both = Known::new().level("SECRET").and(Known::new().level("CONFIDENTIAL"));
    /// assert_eq!(both, Known::new().level("SECRET").level("CONFIDENTIAL"));
    /// ```
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for day in other.origins {
            self = self.origin(day);
        }
        self.levels.extend(other.levels);
        self.instructions.extend(other.instructions);
        self.captions.extend(other.captions);
        self.listed.extend(other.listed);
        self.kind = other.kind.or(self.kind);
        match other.declassified {
            Some(declassified) => self.declassified(declassified),
            None => self,
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// By whom, and on which day, the document has been declassified.
    #[must_use]
    pub const fn declassification(&self) -> Option<&Declassified> {
        self.declassified.as_ref()
    }
}

/// What shows nothing states nothing.
fn push(facts: &mut Vec<String>, text: String) {
    if !text.trim().is_empty() {
        facts.push(text);
    }
}

/// Without what is known, which a catalogue may hold under the same rules as the document.
impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known")
            .field("levels", &self.levels.len())
            .field("origins", &self.origins.len())
            .field("instructions", &self.instructions.len())
            .field("captions", &self.captions.len())
            .field("kind", &self.kind)
            .field("listed", &self.listed.len())
            .field("declassified", &self.declassified.is_some())
            .finish()
    }
}
