//! A decision in a review, and how far it has come.

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::policy::decision::Decision;

/// A decision in a review: what is decided, and how far it has come.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, Reviewed, State};
///
/// let decision = Decision::new("paragraph 2".parse()?, Action::Withhold(None), "I. Birk", date(2026, 3, 2));
/// let reviewed = Reviewed::new(decision).confirmed("B. Alder", date(2026, 3, 3));
/// assert_eq!((reviewed.state(), reviewed.confirmed_by()), (State::Confirmed, Some("B. Alder")));
/// // Nobody confirms what he decided himself.
/// assert!(reviewed.is_confirmed_by_another());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    pub(super) decision: Decision,
    pub(super) state: State,
    pub(super) confirmed_by: Option<String>,
    pub(super) confirmed_on: Option<Date>,
    pub(super) proposed_by: Option<String>,
}

/// How far a decision has come.
///
/// ```
/// use tearline::policy::State;
///
/// assert!(State::Decided.counts() && State::Confirmed.counts());
/// assert!(!State::Proposed.counts() && !State::Refused.counts());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum State {
    /// A person or a program proposes it, and nobody has decided.
    Proposed,
    /// It is decided.
    #[default]
    Decided,
    /// It is decided, and a second person has confirmed it.
    Confirmed,
    /// It was proposed, and refused.
    Refused,
}

impl State {
    /// Whether it is carried out.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Decided | Self::Confirmed)
    }
}

impl Reviewed {
    /// What is decided.
    #[must_use]
    pub const fn new(decision: Decision) -> Self {
        Self {
            decision,
            state: State::Decided,
            confirmed_by: None,
            confirmed_on: None,
            proposed_by: None,
        }
    }

    /// The same, proposed and not decided; by which pattern, list or person.
    #[must_use]
    pub fn proposed(mut self, by: impl Into<String>) -> Self {
        self.state = State::Proposed;
        self.proposed_by = Some(by.into());
        self
    }

    /// The same, refused.
    #[must_use]
    pub const fn refused(mut self) -> Self {
        self.state = State::Refused;
        self
    }

    /// The same, confirmed by a second person.
    #[must_use]
    pub fn confirmed(mut self, by: impl Into<String>, on: Date) -> Self {
        self.state = State::Confirmed;
        self.confirmed_by = Some(by.into());
        self.confirmed_on = Some(on);
        self
    }

    /// What is decided.
    #[must_use]
    pub const fn decision(&self) -> &Decision {
        &self.decision
    }

    /// How far it has come.
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// Who confirmed it.
    #[must_use]
    pub fn confirmed_by(&self) -> Option<&str> {
        self.confirmed_by.as_deref()
    }

    /// When.
    #[must_use]
    pub const fn confirmed_on(&self) -> Option<Date> {
        self.confirmed_on
    }

    /// Which pattern, list or person proposed it.
    #[must_use]
    pub fn proposed_by(&self) -> Option<&str> {
        self.proposed_by.as_deref()
    }

    /// Whether a person has confirmed it who is not the one who decided.
    #[must_use]
    pub fn is_confirmed_by_another(&self) -> bool {
        let by = self.confirmed_by.as_deref();
        let dated = self.confirmed_on.is_some() && self.state == State::Confirmed;
        dated && by.is_some_and(|by| is_another(by, self.decision.by()))
    }

    /// Whether what it says of its confirmation agrees with itself.
    pub(super) fn is_whole(&self) -> bool {
        match self.state {
            State::Confirmed => self.is_confirmed_by_another(),
            State::Proposed | State::Decided | State::Refused => {
                self.confirmed_by.is_none() && self.confirmed_on.is_none()
            }
        }
    }
}

/// Whether two names are those of two persons, as far as names tell.
pub(super) fn is_another(one: &str, other: &str) -> bool {
    let name = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (name(one), name(other));
    !one.is_empty() && !other.is_empty() && one != other
}
