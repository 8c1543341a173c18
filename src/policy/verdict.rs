//! One verdict a portion, with its reasons.

use jiff::civil::Date;

use super::decision::Decision;
use super::ruling::Ruling;
use super::{Portion, Provenance, Rating};
use crate::declass::{Outcome, Schedule};
use crate::document::Bases;
use crate::marking::{Access, Basis, Condition, Label, Level, Reader};
use crate::{Citation, Rule};

/// What becomes of a portion, for one reader on one day.
///
/// With the feature `serde` it is written with its reasons in words, and read as
/// [`RecordedVerdict`](crate::audit::RecordedVerdict): its reasons hold rules, which no file can hold.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Policy, Verdict};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C//NF) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let last = assessment.portions().last().unwrap();
/// let Verdict::Withhold { bases, reasons } = assessment.verdict(last, &Reader::public(), date(2010, 1, 1)) else {
///     panic!("a portion above the public's clearance is withheld");
/// };
/// assert_eq!(bases.to_string(), "classified, controlled");
/// // The last one says why no date opens it: the date of origin is not known.
/// let sources: Vec<String> = reasons.iter().map(|reason| reason.citation().to_string()).collect();
/// assert_eq!(sources, ["ISM.ACES 2.2.3", "CAPCO 2016 Table 5", "32 CFR 2001.30(l)"]);
/// ```
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It is released, under the label it has on that day.
    Release(Label),
    /// It is withheld.
    Withhold {
        /// The coarse reasons, for the release.
        bases: Bases,
        /// The reasons in full, for the operator, in the order in which the conditions are tested.
        reasons: Vec<Reason>,
    },
}

impl Verdict {
    /// Whether the portion is released.
    #[must_use]
    pub const fn is_release(&self) -> bool {
        matches!(self, Self::Release(_))
    }

    /// The same where it is withheld already; else withheld by nothing that the portion is marked with.
    fn withheld(self) -> Self {
        match self {
            Self::Release(_) => Self::Withhold {
                bases: Bases::of(Basis::Controlled),
                reasons: Vec::new(),
            },
            withheld @ Self::Withhold { .. } => withheld,
        }
    }

    /// More reasons, where it is withheld.
    fn add(&mut self, more: impl Iterator<Item = Reason>) {
        if let Self::Withhold { reasons, .. } = self {
            reasons.extend(more);
        }
    }
}

/// One reason for a withholding, with its source.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Policy, Reason, Verdict};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let last = assessment.portions().last().unwrap();
/// let Verdict::Withhold { reasons, .. } = assessment.verdict(last, &Reader::public(), date(2010, 1, 1)) else { panic!() };
/// assert!(matches!(&reasons[..], [Reason::Condition(_), .., Reason::Standing(_)]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The reader fails a condition of the label.
    Condition(Condition),
    /// The reader may look, and may not keep a copy.
    ViewOnly,
    /// An earlier release withheld it; there is nothing left to release.
    Excised,
    /// The level has a day on which it opens, or is reviewed, or is held without a day.
    Standing(Outcome),
    /// A rule of one's own raises it or withholds it.
    Rule(&'static Rule),
    /// A person has decided so.
    Decision(Box<Decision>),
    /// A decision on it cannot be carried out ([`Assessment::decided_or_withheld`](super::Assessment::decided_or_withheld)).
    Failed,
}

impl Reason {
    /// The reason that a decision is.
    pub(crate) fn decided(decision: &Decision) -> Self {
        Self::Decision(Box::new(decision.clone()))
    }

    /// Where the rule stands.
    #[must_use]
    pub fn citation(&self) -> Citation {
        match self {
            Self::Condition(condition) => match condition.basis() {
                Basis::Classified => Citation::new("ISM.ACES", "2.2.3"),
                Basis::Sensitive | Basis::Controlled | Basis::Unresolved => {
                    Citation::new("CAPCO 2016", "Table 5")
                }
            },
            Self::ViewOnly => Citation::new("CAPCO 2016", "H.8 DISPLAY ONLY"),
            Self::Excised => Provenance::Excised.citation(),
            Self::Standing(outcome) => outcome.basis().citation(),
            Self::Rule(rule) => rule.citation,
            Self::Decision(_) | Self::Failed => Citation::policy("decisions"),
        }
    }
}

pub(super) fn decide(
    portion: &Portion,
    schedule: &Schedule,
    reader: &Reader,
    as_of: Date,
) -> Verdict {
    if let Some(bases) = portion.excised() {
        return Verdict::Withhold {
            bases,
            reasons: vec![Reason::Excised],
        };
    }
    let ruling = portion.ruling();
    // What is withheld anyway is withheld for its mark or by decision, whatever stands in its text.
    let mut verdict = match portion.undoubted() {
        Some(undoubted) => by_rating(undoubted, schedule, reader, as_of),
        None => by_rating(portion.rating(), schedule, reader, as_of),
    };
    let binds = ruling.filter(|_| !reader.is_originator());
    if binds.is_some_and(Ruling::is_withheld) {
        verdict = verdict.withheld();
    }
    if verdict.is_release() {
        if portion.undoubted().is_some() {
            verdict = by_rating(portion.rating(), schedule, reader, as_of);
        }
        if binds.is_some_and(|ruling| ruling.withholding_rules().next().is_some()) {
            verdict = verdict.withheld();
        }
        verdict.add(ruling.into_iter().flat_map(Ruling::rules).map(Reason::Rule));
    }
    let decisions = ruling.into_iter().flat_map(Ruling::deciding);
    verdict.add(decisions.map(Reason::decided));
    let failed = ruling.filter(|ruling| ruling.is_failed());
    verdict.add(failed.map(|_| Reason::Failed).into_iter());
    verdict
}

fn by_rating(rating: &Rating, schedule: &Schedule, reader: &Reader, as_of: Date) -> Verdict {
    let label = rating.on(schedule, as_of);
    match reader.reads(&label) {
        Access::Permit => Verdict::Release(label),
        Access::ViewOnly => Verdict::Withhold {
            bases: Bases::of(Basis::Controlled),
            reasons: vec![Reason::ViewOnly],
        },
        Access::Deny(conditions) => {
            let mut reasons: Vec<Reason> = conditions.into_iter().map(Reason::Condition).collect();
            let bases = bases(&label, reader, &reasons);
            if let (true, Some(outcome)) =
                (bases.contains(Basis::Classified), rating.outcome(schedule))
            {
                reasons.push(Reason::Standing(outcome));
            }
            Verdict::Withhold { bases, reasons }
        }
    }
}

/// The coarse reasons: the level where the clearance does not reach it, and what would still bar the reader without it.
fn bases(label: &Label, reader: &Reader, reasons: &[Reason]) -> Bases {
    if !label.is_resolved() {
        return Bases::of(Basis::Unresolved);
    }
    let cleared = !reasons
        .iter()
        .any(|reason| matches!(reason, Reason::Condition(Condition::Clearance(_))));
    let bases = if cleared {
        Bases::default()
    } else {
        Bases::of(Basis::Classified)
    };
    let rest = match reader.reads(&label.with_level(Level::Unclassified)) {
        Access::Deny(conditions) => conditions,
        Access::Permit | Access::ViewOnly => Vec::new(),
    };
    let bases = rest
        .iter()
        .fold(bases, |bases, condition| bases.with(condition.basis()));
    // A cleared reader whom the level shuts out for his citizenship alone.
    if bases.is_empty() {
        Bases::of(Basis::Controlled)
    } else {
        bases
    }
}
