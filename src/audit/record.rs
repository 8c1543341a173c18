//! The record of decisions: for whom, as of when, what became of each portion, and by which rule.

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::Serialize;

use crate::declass::Outcome;
use crate::marking::{Basis, Reader};
use crate::policy::{Assessment, Portion, PortionKind, Provenance, Reason, Verdict};
use crate::{Citation, Span};

/// What was decided on every portion of a document for one reader and one day, and why.
///
/// It is for whoever answers for a release and holds the source: it names places, marks and rules, and so tells how
/// long a withheld portion is. It never holds text. It serialises, in the order of its fields.
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
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Record {
    version: &'static str,
    reader: String,
    as_of: String,
    compilation: bool,
    portions: Vec<Entry>,
}

/// What was decided on one portion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Entry {
    index: usize,
    kind: PortionKind,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    number: Option<String>,
    place: Place,
    rating: String,
    rated_by: Why,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    mark: Option<Place>,
    #[cfg_attr(feature = "serde", serde(flatten))]
    decision: Decision,
}

/// A run of bytes of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Place {
    start: usize,
    end: usize,
}

/// The decision itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "verdict", rename_all = "lowercase"))]
pub enum Decision {
    /// Released, under this mark.
    Release {
        /// As it stands on that day.
        marking: String,
    },
    /// Withheld.
    Withhold {
        /// The coarse reasons, as the release prints them.
        basis: Vec<&'static str>,
        /// The reasons in full.
        reasons: Vec<Why>,
    },
}

/// A reason and where its rule stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Why {
    reason: String,
    citation: String,
}

impl Assessment<'_> {
    /// The record of what `reader` may and may not see on the day `as_of`.
    #[must_use]
    pub fn record(&self, reader: &Reader, as_of: Date) -> Record {
        Record {
            version: env!("CARGO_PKG_VERSION"),
            reader: reader.to_string(),
            as_of: as_of.to_string(),
            compilation: self.is_compilation(),
            portions: self
                .portions()
                .iter()
                .enumerate()
                .map(|(index, portion)| entry(self, index, portion, reader, as_of))
                .collect(),
        }
    }
}

impl Record {
    /// For whom.
    #[must_use]
    pub fn reader(&self) -> &str {
        &self.reader
    }

    /// As of which day.
    #[must_use]
    pub fn as_of(&self) -> &str {
        &self.as_of
    }

    /// One entry a portion, in the order of the document.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.portions
    }
}

impl Entry {
    /// What was decided.
    #[must_use]
    pub const fn decision(&self) -> &Decision {
        &self.decision
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
        number: portion.number().map(|number| number.to_string()),
        place: place(assessment.span(portion)),
        rating: portion.rating().label().to_string(),
        rated_by: why(provenance.to_string(), provenance.citation()),
        mark: match provenance {
            Provenance::Stated(span) | Provenance::Damaged(span) => Some(place(span)),
            Provenance::Paragraph(_)
            | Provenance::Section
            | Provenance::EntireText
            | Provenance::Document
            | Provenance::KnownField
            | Provenance::Excised
            | Provenance::Unmarked => None,
        },
        decision: match assessment.verdict(portion, reader, as_of) {
            Verdict::Release(label) => Decision::Release {
                marking: label.to_string(),
            },
            Verdict::Withhold { bases, reasons } => Decision::Withhold {
                basis: bases.iter().map(Basis::as_str).collect(),
                reasons: reasons
                    .iter()
                    .map(|reason| why(statement(reason), reason.citation()))
                    .collect(),
            },
        },
    }
}

fn statement(reason: &Reason) -> String {
    match reason {
        Reason::Condition(condition) => condition.to_string(),
        Reason::ViewOnly => "may be looked at, and no copy kept".to_owned(),
        Reason::Excised => "withheld by an earlier release".to_owned(),
        Reason::Standing(outcome) => {
            let statement = outcome.basis().statement();
            match outcome {
                Outcome::Declassified { on, .. } => format!("classified until {on}: {statement}"),
                Outcome::DueForReview { on, .. } => format!("review due on {on}: {statement}"),
                Outcome::Held { .. } => format!("held: {statement}"),
            }
        }
    }
}

fn why(reason: String, citation: Citation) -> Why {
    Why {
        reason,
        citation: citation.to_string(),
    }
}

const fn place(span: Span) -> Place {
    Place {
        start: span.start(),
        end: span.end(),
    }
}
