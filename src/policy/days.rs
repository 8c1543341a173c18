//! The days on which what a reader sees of a document changes, and why.

use std::fmt;

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{Assessment, Portion, Ruling, Verdict};
use crate::declass::{Basis, Outcome};
use crate::marking::{Level, Reader};

/// A day on which the release of a document changes for a reader.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let assessment = Policy::default().assess(&cable);
/// let days = assessment.days(&Reader::public());
/// assert_eq!((days.len(), days[0].on(), days[0].changes().len()), (1, date(2016, 3, 14), 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    on: Date,
    changes: Vec<Change>,
}

/// What changes for one portion on that day.
///
/// ```
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let assessment = Policy::default().assess(&cable);
/// let days = assessment.days(&Reader::public());
/// let change = &days[0].changes()[0];
/// assert_eq!(assessment.portions()[change.portion()].name(), "paragraph 2");
/// assert_eq!(change.basis().code(), "declassification-date");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    portion: usize,
    effect: Effect,
    basis: &'static Basis,
}

/// How a portion changes.
///
/// ```
/// use tearline::marking::Reader;
/// use tearline::policy::{Effect, Policy};
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let days = Policy::default().assess(&cable).days(&Reader::public());
/// let effects: Vec<Effect> = days[0].changes().iter().map(|change| change.effect()).collect();
/// assert_eq!(effects, [Effect::Opens]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It was withheld until the day before.
    Opens,
    /// It was released before; it stands at this level from now on.
    Lowers(Level),
}

/// When a portion is open to a reader.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Opening, Policy};
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n\n3. (SBU) Three.\n",
/// );
/// let assessment = Policy::default().assess(&cable);
/// let opening = |number: usize| {
///     let first = assessment.portions().len() - 3;
///     assessment.opening(&assessment.portions()[first + number - 1], &Reader::public())
/// };
/// assert_eq!(opening(1), Opening::Always);
/// assert_eq!(opening(2), Opening::On(date(2016, 3, 14)));
/// assert_eq!(opening(3), Opening::Never);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Opening {
    /// On every day.
    Always,
    /// From that day on.
    On(Date),
    /// No date opens it; a review of its level is due on that day.
    Review(Date),
    /// No date opens it.
    Never,
}

impl Assessment<'_> {
    /// The days on which the release changes for `reader`, ascending, each with the portions that change.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::{Effect, Policy};
    ///
    /// let cable = tearline::parse(
    ///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
    /// );
    /// let policy = Policy::default();
    /// let assessment = policy.assess(&cable);
    /// let days = assessment.days(&Reader::public());
    /// assert_eq!(days.len(), 1);
    /// assert_eq!(days[0].on(), date(2016, 3, 14));
    /// assert_eq!(days[0].changes()[0].effect(), Effect::Opens);
    /// assert_eq!(assessment.portions()[days[0].changes()[0].portion()].number().unwrap().to_string(), "2");
    /// ```
    #[must_use]
    pub fn days(&self, reader: &Reader) -> Vec<Day> {
        let mut days: Vec<Day> = Vec::new();
        for (index, portion) in self.portions().iter().enumerate() {
            for (on, change) in self.changes(index, portion, reader) {
                match days.binary_search_by_key(&on, |day| day.on) {
                    Ok(at) => {
                        if let Some(day) = days.get_mut(at) {
                            day.changes.push(change);
                        }
                    }
                    Err(at) => days.insert(
                        at,
                        Day {
                            on,
                            changes: vec![change],
                        },
                    ),
                }
            }
        }
        days
    }

    /// When one of the portions is open to `reader`.
    #[must_use]
    pub fn opening(&self, portion: &Portion, reader: &Reader) -> Opening {
        if self.verdict(portion, reader, Date::MIN).is_release() {
            return Opening::Always;
        }
        let opens = self
            .changes(0, portion, reader)
            .into_iter()
            .find(|(_, change)| change.effect == Effect::Opens);
        if let Some((on, _)) = opens {
            return Opening::On(on);
        }
        let withheld =
            |ruling: &Ruling| ruling.is_withheld() || ruling.withholding_rules().next().is_some();
        if portion.ruling().is_some_and(withheld) {
            return Opening::Never;
        }
        match portion
            .rating()
            .outcome(self.document().header().schedule())
        {
            Some(Outcome::DueForReview { on, .. }) => Opening::Review(on),
            Some(Outcome::Declassified { .. } | Outcome::Held { .. }) | None => Opening::Never,
        }
    }

    fn changes(&self, index: usize, portion: &Portion, reader: &Reader) -> Vec<(Date, Change)> {
        let schedule = self.document().header().schedule();
        let mut before = self.verdict(portion, reader, Date::MIN);
        let mut changes = Vec::new();
        for (on, level) in portion.rating().changes(schedule) {
            let verdict = self.verdict(portion, reader, on);
            let effect = match (&before, &verdict) {
                (Verdict::Withhold { .. }, Verdict::Release(_)) => Some(Effect::Opens),
                (Verdict::Release(one), Verdict::Release(other)) if one != other => {
                    Some(Effect::Lowers(level))
                }
                (Verdict::Release(_) | Verdict::Withhold { .. }, _) => None,
            };
            if let Some(effect) = effect {
                changes.push((
                    on,
                    Change {
                        portion: index,
                        effect,
                        basis: portion.rating().basis(schedule, on),
                    },
                ));
            }
            before = verdict;
        }
        changes
    }
}

impl Day {
    /// The day.
    #[must_use]
    pub const fn on(&self) -> Date {
        self.on
    }

    /// The portions that change, in the order of the document.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }
}

impl Change {
    /// The portion, by its index among those of the assessment.
    #[must_use]
    pub const fn portion(self) -> usize {
        self.portion
    }

    /// How it changes.
    #[must_use]
    pub const fn effect(self) -> Effect {
        self.effect
    }

    /// The rule that the day rests on.
    #[must_use]
    pub const fn basis(self) -> &'static Basis {
        self.basis
    }
}

impl Opening {
    /// The later of two: that of both together.
    #[must_use]
    pub fn later(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Self::Never,
            (Self::Review(one), Self::Review(other)) => Self::Review(one.max(other)),
            (Self::Review(on), Self::On(_) | Self::Always)
            | (Self::On(_) | Self::Always, Self::Review(on)) => Self::Review(on),
            (Self::On(one), Self::On(other)) => Self::On(one.max(other)),
            (Self::On(on), Self::Always) | (Self::Always, Self::On(on)) => Self::On(on),
            (Self::Always, Self::Always) => Self::Always,
        }
    }
}

impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always => f.write_str("always"),
            Self::On(day) => write!(f, "{day}"),
            Self::Review(day) => write!(f, "review {day}"),
            Self::Never => f.write_str("never"),
        }
    }
}
