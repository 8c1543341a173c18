//! How a classification ends.

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::basis::Basis;

/// How the classification of a portion ends: three answers, of which only the first opens anything.
///
/// ```
/// use jiff::civil::date;
/// use tearline::Span;
/// use tearline::declass::{Outcome, Schedule};
/// use tearline::marking::Level;
///
/// // A date more than 25 years after origin is replaced by a review at 25 years.
/// let line = "E.O. 12958: DECL: 12/31/2034";
/// let (schedule, _) = Schedule::read([(line, Span::new(0, line.len()))], Some(date(2008, 10, 2)));
/// let Outcome::DueForReview { on, basis } = schedule.outcome(Level::Secret) else { panic!() };
/// assert_eq!(on, date(2033, 12, 31));
/// assert_eq!(basis.citation().to_string(), "32 CFR 2001.12(c)(1)");
/// ```
///
/// With the feature `serde` its rule is a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Outcome {
    /// Unclassified from that day on.
    Declassified {
        /// The first day on which it is open.
        on: Date,
        /// The rule.
        #[cfg_attr(feature = "serde", serde(with = "super::by_code"))]
        basis: &'static Basis,
    },
    /// A person has to look at it from that day on. Until one has decided, it is classified.
    DueForReview {
        /// The day the review is due.
        on: Date,
        /// The rule.
        #[cfg_attr(feature = "serde", serde(with = "super::by_code"))]
        basis: &'static Basis,
    },
    /// No day ends it.
    Held {
        /// The rule.
        #[cfg_attr(feature = "serde", serde(with = "super::by_code"))]
        basis: &'static Basis,
    },
}

impl Outcome {
    /// The rule it rests on.
    #[must_use]
    pub const fn basis(self) -> &'static Basis {
        match self {
            Self::Declassified { basis, .. }
            | Self::DueForReview { basis, .. }
            | Self::Held { basis } => basis,
        }
    }

    /// The day it names: of declassification or of review.
    #[must_use]
    pub const fn on(self) -> Option<Date> {
        match self {
            Self::Declassified { on, .. } | Self::DueForReview { on, .. } => Some(on),
            Self::Held { .. } => None,
        }
    }
}
