//! What a portion is rated, and why.

use std::fmt;

use jiff::civil::Date;

use crate::declass::{Basis, DECLASSIFIED_BY_DECISION, Outcome, RELEASED_BY_DECISION, Schedule};
use crate::marking::{Label, Level};
use crate::{Citation, Span};

/// The label of a portion, and the part of its level that no date opens.
///
/// A lattice: the join of two ratings is withheld wherever one of them is, and so is what becomes of it on any day.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let assessment = Policy::default().assess(&cable);
/// let rating = assessment.portions().last().unwrap().rating();
/// let schedule = cable.header().schedule();
/// assert_eq!(rating.label().to_string(), "C");
/// assert_eq!(rating.on(schedule, date(2016, 3, 14)).to_string(), "U");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    label: Label,
    undated: Level,
    /// The day on which an authority ended its level.
    opened: Option<Date>,
    /// The day from which a decision lifts what is not its level.
    lifted: Option<Date>,
}

impl Rating {
    /// A label that the document's declassification instruction governs.
    #[must_use]
    pub(crate) const fn dated(label: Label) -> Self {
        Self {
            label,
            undated: Level::Unclassified,
            opened: None,
            lifted: None,
        }
    }

    /// The rating of an unknown overall classification: TOP SECRET, without a date.
    #[must_use]
    pub(crate) fn unknown() -> Self {
        Self {
            label: Label::of_level(Level::TopSecret),
            undated: Level::TopSecret,
            opened: None,
            lifted: None,
        }
    }

    /// The label as the document states or implies it.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }

    /// The join: both at once.
    #[must_use]
    pub(crate) fn join(mut self, other: &Self) -> Self {
        self.join_assign(other);
        self
    }

    /// Takes the other rating in.
    pub(crate) fn join_assign(&mut self, other: &Self) {
        self.opened = joined(
            (self.opened, self.label.level().is_classified()),
            (other.opened, other.label.level().is_classified()),
        );
        self.lifted = joined(
            (self.lifted, self.is_controlled()),
            (other.lifted, other.is_controlled()),
        );
        self.label.join_assign(&other.label);
        self.undated = self.undated.max(other.undated);
    }

    /// Whether it is withheld wherever the other is, on any day.
    #[must_use]
    pub fn dominates(&self, other: &Self) -> bool {
        let no_sooner = |mine: Option<Date>, yours: Option<Date>, counts: bool| match (mine, yours)
        {
            (None, _) => true,
            (Some(_), None) => !counts,
            (Some(mine), Some(yours)) => !counts || mine >= yours,
        };
        self.label.dominates(&other.label)
            && self.undated >= other.undated
            && no_sooner(
                self.opened,
                other.opened,
                other.label.level().is_classified(),
            )
            && no_sooner(self.lifted, other.lifted, other.is_controlled())
    }

    /// What the date leaves of it: the level is lowered as the schedule says, and nothing else is.
    #[must_use]
    pub fn on(&self, schedule: &Schedule, as_of: Date) -> Label {
        let label = self.standing(schedule, as_of);
        let lifted = self.lifted.is_some_and(|on| as_of >= on);
        if lifted && label.is_resolved() && !label.level().is_classified() {
            Label::unclassified()
        } else {
            label
        }
    }

    fn standing(&self, schedule: &Schedule, as_of: Date) -> Label {
        let level = self.label.level();
        if !level.is_classified() || self.label.bars_declassification() {
            return self.label.clone();
        }
        if self.opened.is_some_and(|on| as_of >= on) {
            return self.label.with_level(Level::Unclassified);
        }
        let remaining = schedule.standing(level, as_of).level().max(self.undated);
        if remaining == level {
            self.label.clone()
        } else {
            self.label.with_level(remaining)
        }
    }

    /// The days on which the level changes, or a decision lifts what else binds, and the level from that day on.
    #[must_use]
    pub fn changes(&self, schedule: &Schedule) -> Vec<(Date, Level)> {
        let level = self.label.level();
        let mut changes = Vec::new();
        if level.is_classified() && !self.label.bars_declassification() {
            let mut before = level;
            let days = schedule.changes(level);
            let days = days.filter(|(day, _)| self.opened.is_none_or(|on| *day < on));
            let opened = self
                .opened
                .map(|on| (on, Level::Unclassified, Level::Unclassified));
            let days = days.map(|(day, level)| (day, level, self.undated));
            for (day, standing, undated) in days.chain(opened) {
                let remaining = standing.max(undated);
                if remaining != before {
                    changes.push((day, remaining));
                    before = remaining;
                }
            }
        }
        if let Some(on) = self
            .lifted
            .filter(|on| changes.iter().all(|(day, _)| day != on))
        {
            let at = changes.partition_point(|(day, _)| *day < on);
            let before = at.checked_sub(1).and_then(|last| changes.get(last));
            let level = before.map_or(level, |(_, level)| *level);
            changes.insert(at, (on, level));
        }
        changes
    }

    /// What the schedule says of the level; `None` for what is unclassified or no date can open.
    #[must_use]
    pub fn outcome(&self, schedule: &Schedule) -> Option<Outcome> {
        let level = self.label.level();
        if !level.is_classified() || self.label.bars_declassification() {
            return None;
        }
        match self.opened {
            Some(on) => Some(Outcome::Declassified {
                on,
                basis: &DECLASSIFIED_BY_DECISION,
            }),
            None => (self.undated < level).then(|| schedule.outcome(level)),
        }
    }

    /// The rule on which a change on that day rests.
    pub(super) fn basis(&self, schedule: &Schedule, on: Date) -> &'static Basis {
        if self.opened == Some(on) {
            &DECLASSIFIED_BY_DECISION
        } else if self.lifted == Some(on) {
            &RELEASED_BY_DECISION
        } else {
            schedule.outcome(self.label.level()).basis()
        }
    }

    pub(super) fn map(self, change: impl FnOnce(Label) -> Label) -> Self {
        Self {
            label: change(self.label),
            ..self
        }
    }

    /// The same, so that no date opens it.
    pub(super) fn undated(mut self) -> Self {
        self.undated = self.label.level();
        self
    }

    /// The same, declassified by an authority on that day.
    pub(super) fn opened(mut self, on: Date) -> Self {
        self.opened = Some(on);
        self
    }

    /// The same as no authority had ended its level.
    pub(super) const fn unopened(mut self) -> Self {
        self.opened = None;
        self
    }

    /// The same, so that a decision lifts what is not its level from that day on.
    pub(super) fn lifted(mut self, on: Date) -> Self {
        self.lifted = Some(on);
        self
    }

    /// Whether anything but its level binds it.
    fn is_controlled(&self) -> bool {
        !self.label.is_resolved() || !self.label.is_plain()
    }

    pub(super) fn raise_to(&mut self, level: Level) {
        self.label.join_assign(&Label::of_level(level));
    }
}

/// The day on which both are open, of what each has to be opened for.
fn joined(one: (Option<Date>, bool), other: (Option<Date>, bool)) -> Option<Date> {
    match (one, other) {
        ((one, true), (other, true)) => Some(one?.max(other?)),
        ((day, true), (_, false)) | ((_, false), (day, true)) => day,
        ((_, false), (_, false)) => None,
    }
}

/// Where a rating comes from.
///
/// ```
/// use tearline::policy::{Policy, Provenance};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (Q) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let from: Vec<Provenance> = assessment.portions().iter().map(|portion| portion.provenance()).collect();
/// assert!(matches!(from[..], [Provenance::KnownField, Provenance::Stated(_), Provenance::Damaged(_)]));
/// assert_eq!(from[0].citation().to_string(), "tearline policy reading rule 5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// The portion's own mark, at this place.
    Stated(Span),
    /// A mark that is there and cannot be read.
    Damaged(Span),
    /// The paragraph before it, by its index among the portions.
    Paragraph(usize),
    /// The portion before it and the section below it.
    Section,
    /// The statement that one mark covers the entire text.
    EntireText,
    /// The overall classification of the document.
    Document,
    /// A header field of a kind that is unclassified unless it is marked.
    KnownField,
    /// An earlier release withheld it.
    Excised,
    /// It has no mark, and the policy withholds what has none.
    Unmarked,
}

impl Provenance {
    /// The rule that gives a portion its rating in this way.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::Stated(_) => Citation::new("32 CFR", "2001.21(c)"),
            Self::Damaged(_) => Citation::policy("reading rule 1"),
            Self::Paragraph(_) => Citation::new("32 CFR", "2001.21(c)(3)"),
            Self::Section => Citation::policy("reading rule 4"),
            Self::EntireText | Self::Document | Self::KnownField => {
                Citation::policy("reading rule 5")
            }
            Self::Excised => Citation::policy("promise 7"),
            Self::Unmarked => Citation::policy("strict reading of unmarked blocks"),
        }
    }
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Stated(_) => "stated",
            Self::Damaged(_) => "damaged mark",
            Self::Paragraph(_) => "inherited from the paragraph",
            Self::Section => "higher of the portions around it",
            Self::EntireText => "entire-text statement",
            Self::Document => "overall classification",
            Self::KnownField => "known header field",
            Self::Excised => "withheld before",
            Self::Unmarked => "no mark",
        })
    }
}
