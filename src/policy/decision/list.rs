//! Decisions in their order.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::decision::Decision;

/// The decisions on a document, in the order in which they were made.
///
/// A later one replaces an earlier one of the same portion. What is said of a mark and what is said of a release stand
/// beside each other: to release a portion, or to withhold it, leaves it the mark that was decided; to say its mark leaves
/// it withheld, where that was decided, and ends what was released under another mark.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, Decisions};
///
/// let mut decisions = Decisions::default();
/// decisions.push(Decision::new("subject".parse()?, Action::Withhold(None), "I. Birk", date(2026, 3, 2)));
/// assert_eq!(decisions.iter().count(), 1);
/// # Ok::<(), tearline::policy::TargetError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Decisions(Vec<Decision>);

impl Decisions {
    /// Adds one that was made after the others.
    pub fn push(&mut self, decision: Decision) {
        self.0.push(decision);
    }

    /// In their order.
    pub fn iter(&self) -> impl Iterator<Item = &Decision> {
        self.0.iter()
    }
}

impl FromIterator<Decision> for Decisions {
    fn from_iter<I: IntoIterator<Item = Decision>>(decisions: I) -> Self {
        Self(decisions.into_iter().collect())
    }
}

impl<const N: usize> From<[Decision; N]> for Decisions {
    fn from(decisions: [Decision; N]) -> Self {
        Self(decisions.into())
    }
}
