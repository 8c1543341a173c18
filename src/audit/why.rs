//! Reasons in words, each with the place of its rule.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::declass::{DECLASSIFIED_BY_DECISION, Outcome};
use crate::policy::{Action, Decision, Declassification, DeclassifiedBy, Portion, Reason};
use crate::{Citation, Rule};

/// A reason and where its rule stands, in words.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
/// let record = Policy::default().assess(&cable).record(&Reader::public(), date(2010, 1, 1));
/// let why = record.entries()[1].rated_by();
/// assert_eq!((why.reason(), why.citation()), ("stated", "32 CFR 2001.21(c)"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Why {
    reason: String,
    citation: String,
}

impl Why {
    /// The reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Where its rule stands.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.reason, self.citation)
    }
}

/// By what it opened: a decision with all it says, or the rule of the instruction and the day.
pub(super) fn declassified(portion: &Portion, end: &Declassification) -> Why {
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

pub(super) fn statement(reason: &Reason) -> String {
    match reason {
        Reason::Condition(condition) => condition.to_string(),
        Reason::ViewOnly => "may be looked at, and no copy kept".to_owned(),
        Reason::Excised => "withheld by an earlier release".to_owned(),
        Reason::Rule(rule) => of_rule(rule),
        Reason::Decision(decision) => of_decision(decision),
        Reason::Failed => "a decision on it cannot be carried out".to_owned(),
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

pub(super) fn of_rule(rule: &Rule) -> String {
    format!("{}: {}", rule.code, rule.message)
}

pub(super) fn of_decision(decision: &Decision) -> String {
    let (by, on) = (decision.by(), decision.on());
    let words = decision.words().map_or("", |_| "words: ");
    let action = format!("{words}{}", decision.action());
    match decision.authority() {
        Some(authority) => {
            format!("{action}: by decision of {by} on {on}, by authority of {authority}")
        }
        None => format!("{action}: by decision of {by} on {on}"),
    }
}

pub(super) fn why(reason: String, citation: Citation) -> Why {
    Why {
        reason,
        citation: citation.to_string(),
    }
}
