//! The record of decisions: for whom, as of when, what became of each portion, and by which rule.

use std::borrow::Cow;

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::why::{Why, declassified, of_decision, of_rule, statement, why};
use crate::Span;
use crate::document::{Bases, Number};
use crate::marking::{Label, Reader};
use crate::policy::{
    Assessment, Decision, Portion, PortionKind, Provenance, Reason, Ruling, Verdict,
};

/// The JSON Schema (draft 2020-12) of a [`Record`] as a file holds it. What it allows today stays allowed.
///
/// ```
/// assert!(tearline::audit::RECORD_SCHEMA.contains(r#""compilation""#));
/// ```
#[cfg(feature = "serde")]
pub const RECORD_SCHEMA: &str = include_str!("record.schema.json");

/// What was decided on every portion of a document for one reader and one day, and why.
///
/// It is for whoever answers for a release and holds the source: it names places, marks and rules, and so tells how
/// long a withheld portion is. It never holds text. With the feature `serde` it is written, in the order of its fields, and
/// read; what is read is for people and programs that look at it, and no release is ever made from it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S) Two.\n");
/// let record = Policy::default().assess(&cable).record(&Reader::public(), date(2010, 1, 1));
/// let json = serde_json::to_string(&record.entries()[2]).unwrap();
/// assert!(json.contains(r#""number":"2""#) && json.contains(r#""verdict":"withhold""#));
/// assert!(!json.contains("Two"));
/// assert_eq!(serde_json::from_str::<tearline::audit::Entry>(&json).unwrap(), record.entries()[2]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Record {
    version: Cow<'static, str>,
    reader: Reader,
    as_of: Date,
    compilation: bool,
    portions: Vec<Entry>,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    decisions: Vec<RecordedDecision>,
}

/// What was decided on one portion.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let record = Policy::default().assess(&cable).record(&Reader::public(), date(2010, 1, 1));
/// let entry = &record.entries()[2];
/// assert_eq!((entry.kind().as_str(), entry.number().unwrap().to_string()), ("paragraph", "2".to_owned()));
/// assert_eq!((entry.rating().to_string(), entry.place().start()), ("C".to_owned(), 35));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Entry {
    index: usize,
    kind: PortionKind,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    number: Option<Number>,
    place: Span,
    rating: Label,
    rated_by: Why,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    mark: Option<Span>,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    own_rules: Vec<Why>,
    #[cfg_attr(feature = "serde", serde(flatten))]
    verdict: RecordedVerdict,
}

/// A person's decision, and what it took the place of. With the feature `serde` it has the fields of the decision, and
/// `number`, `portion`, `replaces`, `in_force` and `of_whole` beside them.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Action, Decision, Policy};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
/// let on = date(2026, 3, 2);
/// let withheld = Decision::new("paragraph 1".parse()?, Action::Withhold(Some("B6".parse()?)), "I. Birk", on);
/// let released = Decision::new("paragraph 1".parse()?, Action::Release, "B. Alder", on).with_authority("Director, Harbors");
/// let decided = Policy::default().assess(&cable).decided(&[withheld, released].into())?;
/// let record = decided.record(&Reader::public(), on);
/// let last = &record.decisions()[1];
/// assert_eq!((last.decision().by(), last.number(), last.replaces()), ("B. Alder", 2, &[1][..]));
/// assert!(!record.decisions()[0].is_in_force());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct RecordedDecision {
    number: usize,
    portion: usize,
    #[cfg_attr(feature = "serde", serde(flatten))]
    decision: Decision,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Vec::is_empty")
    )]
    replaces: Vec<usize>,
    in_force: bool,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "std::ops::Not::not")
    )]
    of_whole: bool,
}

/// The verdict on a portion, as a record keeps it: with the reasons in words.
///
/// With the feature `serde` a [`Verdict`] is written as this and read as this. Its reasons hold rules, which are those of
/// the program that made them; what is read from a file is a record of a verdict, and nothing can be released by it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::audit::RecordedVerdict;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let verdict = assessment.verdict(&assessment.portions()[2], &Reader::public(), date(2010, 1, 1));
/// let kept: RecordedVerdict = serde_json::from_str(&serde_json::to_string(&verdict)?)?;
/// assert_eq!(kept, RecordedVerdict::from(&verdict));
/// let RecordedVerdict::Withhold { basis, reasons } = kept else { panic!("it is withheld") };
/// assert_eq!(basis.to_string(), "classified");
/// assert_eq!(reasons[0].to_string(), "needs a clearance of SECRET (ISM.ACES 2.2.3)");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(tag = "verdict", rename_all = "lowercase"))]
pub enum RecordedVerdict {
    /// Released, under this mark.
    Release {
        /// As it stands on that day.
        marking: Label,
        /// By what it was declassified, where it was (32 CFR 2001.25): the rule of the instruction, or the decision.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        declassified: Option<Why>,
    },
    /// Withheld.
    Withhold {
        /// The coarse reasons, as the release prints them.
        basis: Bases,
        /// The reasons in full.
        reasons: Vec<Why>,
    },
}

impl Assessment<'_> {
    /// The record of what `reader` may and may not see on the day `as_of`.
    #[must_use]
    pub fn record(&self, reader: &Reader, as_of: Date) -> Record {
        Record {
            version: Cow::Borrowed(env!("CARGO_PKG_VERSION")),
            reader: reader.clone(),
            as_of,
            compilation: self.is_compilation(),
            portions: self
                .portions()
                .iter()
                .enumerate()
                .map(|(index, portion)| entry(self, index, portion, reader, as_of))
                .collect(),
            decisions: self
                .decisions()
                .iter()
                .enumerate()
                .map(|(index, settled)| RecordedDecision {
                    number: index + 1,
                    portion: settled.portion(),
                    of_whole: settled.decision().is_of_whole(),
                    decision: settled.decision().clone().of_portion(),
                    replaces: settled.replaced().iter().map(|index| index + 1).collect(),
                    in_force: settled.is_in_force(),
                })
                .collect(),
        }
    }
}

impl Record {
    /// The version of the library that made it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// For whom.
    #[must_use]
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// As of which day.
    #[must_use]
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// Whether the level of the document binds every portion ([`Assessment::is_compilation`]).
    #[must_use]
    pub const fn is_compilation(&self) -> bool {
        self.compilation
    }

    /// One entry a portion, in the order of the document.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.portions
    }
}

impl RecordedDecision {
    /// Its place among the decisions, counted from 1.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// The portion, by the index of its entry.
    #[must_use]
    pub const fn portion(&self) -> usize {
        self.portion
    }

    /// What was decided, by whom, when, by which authority, with its note.
    #[must_use]
    pub const fn decision(&self) -> &Decision {
        &self.decision
    }

    /// The numbers of the decisions that it took the place of.
    #[must_use]
    pub fn replaces(&self) -> &[usize] {
        &self.replaces
    }

    /// Whether no later one took its place.
    #[must_use]
    pub const fn is_in_force(&self) -> bool {
        self.in_force
    }

    /// Whether it is of the whole document, and names its portion as one of all.
    #[must_use]
    pub const fn is_of_whole(&self) -> bool {
        self.of_whole
    }
}

impl Record {
    /// The decisions of persons, in their order.
    #[must_use]
    pub fn decisions(&self) -> &[RecordedDecision] {
        &self.decisions
    }
}

impl Entry {
    /// Its place among the portions, counted from 0.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// What kind of portion it is.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.kind
    }

    /// Its number, where it has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        self.number
    }

    /// Where it stands in the source.
    #[must_use]
    pub const fn place(&self) -> Span {
        self.place
    }

    /// What it is rated, before any date.
    #[must_use]
    pub const fn rating(&self) -> &Label {
        &self.rating
    }

    /// Where the rating comes from.
    #[must_use]
    pub const fn rated_by(&self) -> &Why {
        &self.rated_by
    }

    /// Where its own mark stands, readable or not, where it states one.
    #[must_use]
    pub const fn mark(&self) -> Option<Span> {
        self.mark
    }

    /// What becomes of it.
    #[must_use]
    pub const fn verdict(&self) -> &RecordedVerdict {
        &self.verdict
    }

    /// By what it was declassified, where it is released and was classified.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse(
    ///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
    /// );
    /// let record = Policy::default().assess(&cable).record(&Reader::public(), date(2016, 3, 14));
    /// let why = record.entries().last().unwrap().declassified().unwrap();
    /// assert_eq!(why.to_string(), "declassified 2016-03-14: declassified on the date set for it (32 CFR 2001.12(b), (c)(1))");
    /// ```
    #[must_use]
    pub const fn declassified(&self) -> Option<&Why> {
        match &self.verdict {
            RecordedVerdict::Release { declassified, .. } => declassified.as_ref(),
            RecordedVerdict::Withhold { .. } => None,
        }
    }

    /// The rules of one's own that apply, each by its code and message.
    #[must_use]
    pub fn own_rules(&self) -> &[Why] {
        &self.own_rules
    }
}

fn entry(
    assessment: &Assessment<'_>,
    index: usize,
    portion: &Portion,
    reader: &Reader,
    as_of: Date,
) -> Entry {
    let provenance = portion.provenance();
    Entry {
        index,
        kind: portion.kind(),
        number: portion.number(),
        place: assessment.span(portion),
        rating: portion.rating().label().clone(),
        rated_by: match portion.ruling().and_then(Ruling::mark) {
            Some(decision) => why(of_decision(decision), Reason::decided(decision).citation()),
            None => why(provenance.to_string(), provenance.citation()),
        },
        mark: match provenance {
            Provenance::Stated(span) | Provenance::Damaged(span) => Some(span),
            Provenance::Paragraph(_)
            | Provenance::Section
            | Provenance::EntireText
            | Provenance::Document
            | Provenance::KnownField
            | Provenance::Excised
            | Provenance::Unmarked => None,
        },
        own_rules: portion
            .ruling()
            .into_iter()
            .flat_map(Ruling::rules)
            .map(|rule| why(of_rule(rule), rule.citation))
            .collect(),
        verdict: recorded(
            &assessment.verdict(portion, reader, as_of),
            assessment
                .declassification(portion, as_of)
                .map(|end| declassified(portion, &end)),
        ),
    }
}

/// A verdict, and by what its portion was declassified.
fn recorded(verdict: &Verdict, declassified: Option<Why>) -> RecordedVerdict {
    match verdict {
        Verdict::Release(label) => RecordedVerdict::Release {
            marking: label.clone(),
            declassified,
        },
        Verdict::Withhold { bases, reasons } => RecordedVerdict::Withhold {
            basis: *bases,
            reasons: reasons
                .iter()
                .map(|reason| why(statement(reason), reason.citation()))
                .collect(),
        },
    }
}

/// By itself a verdict does not say by what its portion was declassified.
impl From<&Verdict> for RecordedVerdict {
    fn from(verdict: &Verdict) -> Self {
        recorded(verdict, None)
    }
}

#[cfg(feature = "serde")]
impl Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RecordedVerdict::from(self).serialize(serializer)
    }
}
