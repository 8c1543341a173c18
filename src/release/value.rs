//! What a release holds.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{Declassified, Disclosed, ExcisedWords, Origin, Style};
use crate::declass::Outcome;
use crate::document::{Bases, Field, Number};
use crate::marking::{Label, Marking, Reader};
use crate::policy::PortionKind;
use crate::{Finding, Rule};

/// What a reader may see of a document on a day. Nothing withheld is in it, and nothing that depends on it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::Disposition;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// assert_eq!(release.disposition(), Disposition::InPart);
/// assert_eq!(release.banner(), "UNCLASSIFIED");
/// assert!(!release.to_text().contains("Two"));
/// ```
///
/// With the feature `serde` it is kept and read again, to be shown in any format: all of it but the
/// [findings](Self::findings), which are places in a source and are kept beside it. (`to_json` is a format for readers.)
/// What is read must be such as a release is: every text one that its reader may read, the banner the roll-up. That it was
/// made from a document it does not show, so a file of a release is trusted as far as the place where it lies.
///
/// ```
/// # use jiff::civil::date;
/// # use tearline::marking::Reader;
/// # use tearline::policy::Policy;
/// use tearline::release::Release;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// let kept = serde_json::to_string(&release)?;
/// let again: Release<'static> = serde_json::from_str(&kept)?;
/// assert!(again == release && again.to_text() == release.to_text());
/// // What the reader may not read is no part of a release.
/// assert!(serde_json::from_str::<Release<'_>>(&kept.replace(r#""U","text""#, r#""C","text""#)).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Release<'a> {
    pub(super) banner: Marking,
    pub(super) disposition: Disposition,
    pub(super) reader: Reader,
    pub(super) as_of: Date,
    pub(super) portions: Vec<Released<'a>>,
    pub(super) style: Style,
    pub(super) origin: Option<Origin>,
    pub(super) written: Option<Date>,
    pub(super) declassified: Option<Declassified>,
    pub(super) instruction: Option<Outcome>,
    pub(super) undecided: Vec<&'static Rule>,
    pub(super) findings: Vec<Finding>,
    pub(super) made_on: Option<Date>,
}

/// How much of a document a release holds.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::Disposition;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let disposition = |reader: &Reader| Policy::default().release(&cable, reader, date(2010, 1, 1)).disposition();
/// assert_eq!(disposition(&Reader::public()), Disposition::InPart);
/// assert_eq!(disposition(&"C".parse().unwrap()), Disposition::InFull);
/// assert_eq!(Disposition::Withheld.to_string(), "withheld-in-full");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub enum Disposition {
    /// Everything.
    #[cfg_attr(feature = "serde", serde(rename = "released-in-full"))]
    InFull,
    /// Some portions and not others, or not all words of one.
    #[cfg_attr(feature = "serde", serde(rename = "released-in-part"))]
    InPart,
    /// Nothing.
    #[cfg_attr(feature = "serde", serde(rename = "withheld-in-full"))]
    Withheld,
}

/// A portion as a release has it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// let [.., one, two] = release.portions() else { panic!() };
/// assert_eq!((one.number().unwrap().to_string(), one.text()), ("1".to_owned(), Some("One.")));
/// assert_eq!((two.is_released(), two.text()), (false, None));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Released<'a> {
    pub(super) kind: PortionKind,
    pub(super) field: Option<Field>,
    pub(super) number: Option<Number>,
    pub(super) content: Content<'a>,
    /// In the order of the text.
    pub(super) excised: Vec<ExcisedWords>,
    pub(super) disclosed: Option<Box<Disclosed>>,
}

/// What stands in a portion's place.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::Content;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
/// let body = release.portions().iter().filter(|portion| portion.kind().is_body());
/// let shown: Vec<String> = body
///     .map(|portion| match portion.content() {
///         Content::Text { label, text } => format!("({label}) {text}"),
///         Content::Withheld(bases) => format!("[{bases}]"),
///     })
///     .collect();
/// assert_eq!(shown, ["(U) One.", "[classified]"]);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum Content<'a> {
    /// The text, and the mark that it has on the day of the release.
    Text {
        /// As it stands on that day; it prints as a portion mark: `U`, `SBU`, `C`, `S//NF`.
        label: Label,
        /// Number, field label, mark and furniture left out; its own line breaks kept, blank lines not. Where words of it
        /// are withheld ([`Released::excised_words`]), a sign stands in their place, and it is one line.
        text: Cow<'a, str>,
    },
    /// Nothing but the reasons.
    Withheld(Bases),
}

impl<'a> Release<'a> {
    /// The rule by which the last look before the cut withholds what a verdict would release: of that are the
    /// [findings](Self::findings) of a release which name it.
    ///
    /// ```
    /// use tearline::release::Release;
    ///
    /// assert_eq!(Release::LAST_LOOK.code, "mark-in-released-text");
    /// ```
    pub const LAST_LOOK: &'static Rule = &super::last_look::MARK_IN_RELEASED_TEXT;

    /// The same with a copy of every text that it borrows, so that it outlives its source.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::Release;
    ///
    /// fn public(source: &str) -> Release<'static> {
    ///     let cable = tearline::parse(source);
    ///     Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1)).into_owned()
    /// }
    /// let release = public(&String::from("UNCLAS STATE 1\n\n1. (U) One.\n"));
    /// assert!(release.to_text().contains("One."));
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Release<'static> {
        Release {
            portions: self
                .portions
                .into_iter()
                .map(Released::into_owned)
                .collect(),
            banner: self.banner,
            disposition: self.disposition,
            reader: self.reader,
            as_of: self.as_of,
            style: self.style,
            origin: self.origin,
            written: self.written,
            declassified: self.declassified,
            instruction: self.instruction,
            undecided: self.undecided,
            findings: self.findings,
            made_on: self.made_on,
        }
    }

    /// The roll-up of what it holds.
    #[must_use]
    pub fn banner(&self) -> String {
        self.banner.banner().to_string()
    }

    /// The roll-up as a marking.
    #[must_use]
    pub const fn marking(&self) -> &Marking {
        &self.banner
    }

    /// How much of the document it holds.
    #[must_use]
    pub const fn disposition(&self) -> Disposition {
        self.disposition
    }

    /// That the document is declassified, where everything that was classified in it is in the release and the style shows
    /// it (32 CFR 2001.25). A tear line never tells.
    #[must_use]
    pub const fn declassified(&self) -> Option<&Declassified> {
        self.declassified.as_ref()
    }

    /// How the classification of the document ends, in the style that shows it
    /// ([`Detail::with_instruction`](super::Detail::with_instruction)).
    #[must_use]
    pub const fn instruction(&self) -> Option<Outcome> {
        self.instruction
    }

    /// For whom it was made.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// The day for which it was made.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// The portions, in the order of the document. Unmarked ones that are withheld side by side are one.
    #[must_use]
    pub fn portions(&self) -> &[Released<'a>] {
        &self.portions
    }

    /// What it discloses about what it withholds.
    #[must_use]
    pub const fn style(&self) -> Style {
        self.style
    }

    /// What the document is and how it is classified, where the style shows exemptions.
    #[must_use]
    pub const fn origin(&self) -> Option<&Origin> {
        self.origin.as_ref()
    }

    /// The day on which the document was written, in a style that shows days, where the line that says so is released.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::{Detail, Style};
    ///
    /// let cable = tearline::parse("P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\n1. (U) One.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let style = Style::Places(Detail::default().with_calendar());
    /// let release = assessment.release_in(&Reader::public(), date(2010, 1, 1), style);
    /// assert_eq!(release.written(), Some(date(2006, 3, 14)));
    /// ```
    #[must_use]
    pub const fn written(&self) -> Option<Date> {
        self.written
    }

    /// The same, made on that day. Where its own day lies later, the release says in every format that the day had not come.
    /// The library has no clock: without this a release says nothing of the day on which it was made.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2031, 1, 1)).made_on(date(2026, 5, 4));
    /// assert!(release.to_text().contains("as of 2031-01-01, a day that had not come when it was made (2026-05-04)."));
    /// ```
    #[must_use]
    pub fn made_on(mut self, day: Date) -> Self {
        self.made_on = Some(day);
        self
    }

    /// The day on which it was made, where its own day had not come then.
    #[must_use]
    pub fn made_before(&self) -> Option<Date> {
        self.made_on.filter(|made| *made < self.as_of)
    }

    /// What the last look before the cut withheld, because its text shows a mark above the label of its portion: places in
    /// the source, for whoever holds it. Nothing of it is in the release.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// assert!(release.findings().is_empty());
    /// ```
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What a reviewer has to decide before a release that shows exemptions goes out.
    #[must_use]
    pub fn undecided(&self) -> &[&'static Rule] {
        &self.undecided
    }
}

impl<'a> Released<'a> {
    /// The same with a copy of the text that it borrows.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::Released;
    ///
    /// fn last(source: &str) -> Option<Released<'static>> {
    ///     let cable = tearline::parse(source);
    ///     let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    ///     release.portions().last().cloned().map(Released::into_owned)
    /// }
    /// assert!(last("UNCLAS STATE 1\n\n1. (U) One.\n").unwrap().is_released());
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Released<'static> {
        Released {
            kind: self.kind,
            field: self.field,
            number: self.number,
            content: self.content.into_owned(),
            excised: self.excised,
            disclosed: self.disclosed,
        }
    }

    /// What kind of portion it is.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.kind
    }

    /// The header field that it is, where it is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        self.field
    }

    /// The words that name the header field, where the portion is one: `FM`, `TAGS:`; empty for a field that speaks for
    /// itself.
    #[must_use]
    pub fn field_label(&self) -> Option<&'static str> {
        self.field.map(Field::label)
    }

    /// Its number, where it has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        self.number
    }

    /// What stands in its place.
    #[must_use]
    pub const fn content(&self) -> &Content<'a> {
        &self.content
    }

    /// The places in its text where words are withheld, in the order of the text.
    #[must_use]
    pub fn excised_words(&self) -> &[ExcisedWords] {
        &self.excised
    }

    /// What the style discloses beside.
    #[must_use]
    pub fn disclosed(&self) -> &Disclosed {
        self.disclosed
            .as_deref()
            .unwrap_or(&super::disclosed::NOTHING)
    }
}

impl Content<'_> {
    /// The same with a copy of the text that it borrows.
    ///
    /// ```
    /// use tearline::document::Bases;
    /// use tearline::marking::Basis;
    /// use tearline::release::Content;
    ///
    /// let withheld = Content::Withheld(Bases::of(Basis::Classified));
    /// assert!(withheld.clone().into_owned() == withheld);
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Content<'static> {
        match self {
            Self::Text { label, text } => Content::Text {
                label,
                text: Cow::Owned(text.into_owned()),
            },
            Self::Withheld(bases) => Content::Withheld(bases),
        }
    }
}

impl Disposition {
    /// By whether anything is released, and whether anything is withheld.
    pub(super) const fn of(released: bool, withheld: bool) -> Self {
        match (released, withheld) {
            (_, false) => Self::InFull,
            (true, true) => Self::InPart,
            (false, true) => Self::Withheld,
        }
    }

    /// As reports name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InFull => "released-in-full",
            Self::InPart => "released-in-part",
            Self::Withheld => "withheld-in-full",
        }
    }
}

impl fmt::Display for Disposition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Release<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Release")
            .field("disposition", &self.disposition)
            .field("as_of", &self.as_of)
            .field("portions", &self.portions.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { label, .. } => f
                .debug_struct("Text")
                .field("label", label)
                .finish_non_exhaustive(),
            Self::Withheld(bases) => f.debug_tuple("Withheld").field(bases).finish(),
        }
    }
}

impl fmt::Debug for Released<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Released")
            .field("kind", &self.kind)
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}
