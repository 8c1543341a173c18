//! The record of decisions: for whom, as of when, what became of each portion, and by which rule.

use std::fmt;

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::Serialize;

use crate::declass::{DECLASSIFIED_BY_DECISION, Outcome};
use crate::marking::{Basis, Reader};
use crate::policy::{
    Action, Assessment, Decision, Declassification, DeclassifiedBy, Portion, PortionKind,
    Provenance, Reason, Ruling, Verdict,
};
use crate::{Citation, Rule, Span};

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
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    decisions: Vec<RecordedDecision>,
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
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    own_rules: Vec<Why>,
    #[cfg_attr(feature = "serde", serde(flatten))]
    verdict: RecordedVerdict,
}

/// A person's decision, and what it took the place of. It serialises with the fields of the decision, and `number`,
/// `portion`, `replaces` and `in_force` beside them.
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
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct RecordedDecision {
    number: usize,
    portion: usize,
    #[cfg_attr(feature = "serde", serde(flatten))]
    decision: Decision,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    replaces: Vec<usize>,
    in_force: bool,
}

/// A run of bytes of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub struct Place {
    start: usize,
    end: usize,
}

/// The verdict on a portion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "verdict", rename_all = "lowercase"))]
pub enum RecordedVerdict {
    /// Released, under this mark.
    Release {
        /// As it stands on that day.
        marking: String,
        /// By what it was declassified, where it was (32 CFR 2001.25): the rule of the instruction, or the decision.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
        declassified: Option<Why>,
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

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.reason, self.citation)
    }
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
            decisions: self
                .decisions()
                .iter()
                .enumerate()
                .map(|(index, settled)| RecordedDecision {
                    number: index + 1,
                    portion: settled.portion(),
                    decision: settled.decision().clone(),
                    replaces: settled.replaced().iter().map(|index| index + 1).collect(),
                    in_force: settled.is_in_force(),
                })
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
}

impl Record {
    /// The decisions of persons, in their order.
    #[must_use]
    pub fn decisions(&self) -> &[RecordedDecision] {
        &self.decisions
    }
}

impl Entry {
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
        number: portion.number().map(|number| number.to_string()),
        place: place(assessment.span(portion)),
        rating: portion.rating().label().to_string(),
        rated_by: match portion.ruling().and_then(Ruling::mark) {
            Some(decision) => why(of_decision(decision), Reason::decided(decision).citation()),
            None => why(provenance.to_string(), provenance.citation()),
        },
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
        own_rules: portion
            .ruling()
            .into_iter()
            .flat_map(Ruling::rules)
            .map(|rule| why(of_rule(rule), rule.citation))
            .collect(),
        verdict: match assessment.verdict(portion, reader, as_of) {
            Verdict::Release(label) => RecordedVerdict::Release {
                marking: label.to_string(),
                declassified: assessment
                    .declassification(portion, as_of)
                    .map(|end| declassified(portion, &end)),
            },
            Verdict::Withhold { bases, reasons } => RecordedVerdict::Withhold {
                basis: bases.iter().map(Basis::as_str).collect(),
                reasons: reasons
                    .iter()
                    .map(|reason| why(statement(reason), reason.citation()))
                    .collect(),
            },
        },
    }
}

/// By what it opened: a decision with all it says, or the rule of the instruction and the day.
fn declassified(portion: &Portion, end: &Declassification) -> Why {
    let decision = portion.ruling().and_then(|ruling| {
        let action = Action::Declassified(end.on());
        ruling.decisions().rfind(|it| *it.action() == action)
    });
    match (end.by(), decision) {
        (DeclassifiedBy::Instruction(basis), _) => why(
            format!("declassified {}: {}", end.on(), basis.statement()),
            basis.citation(),
        ),
        (DeclassifiedBy::Authority(_), decision) => why(
            decision.map_or_else(|| format!("declassified {end}"), of_decision),
            DECLASSIFIED_BY_DECISION.citation(),
        ),
    }
}

fn statement(reason: &Reason) -> String {
    match reason {
        Reason::Condition(condition) => condition.to_string(),
        Reason::ViewOnly => "may be looked at, and no copy kept".to_owned(),
        Reason::Excised => "withheld by an earlier release".to_owned(),
        Reason::Rule(rule) => of_rule(rule),
        Reason::Decision(decision) => of_decision(decision),
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

fn of_rule(rule: &Rule) -> String {
    format!("{}: {}", rule.code, rule.message)
}

fn of_decision(decision: &Decision) -> String {
    let (by, on) = (decision.by(), decision.on());
    let action = decision.action();
    match decision.authority() {
        Some(authority) => {
            format!("{action}: by decision of {by} on {on}, by authority of {authority}")
        }
        None => format!("{action}: by decision of {by} on {on}"),
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
