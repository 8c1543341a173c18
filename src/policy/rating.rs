//! What a portion is rated, and why.

use std::fmt;

use jiff::civil::Date;

use crate::declass::{Outcome, Schedule};
use crate::marking::{Label, Level};
use crate::{Citation, Span};

/// The label of a portion, and the part of its level that no date opens.
///
/// A lattice: the join of two ratings is withheld wherever one of them is, and so is what becomes of it on any day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    label: Label,
    undated: Level,
}

impl Rating {
    /// A label that the document's declassification instruction governs.
    #[must_use]
    pub const fn dated(label: Label) -> Self {
        Self {
            label,
            undated: Level::Unclassified,
        }
    }

    /// The rating of an unknown overall classification: TOP SECRET, without a date.
    #[must_use]
    pub fn unknown() -> Self {
        Self {
            label: Label::of_level(Level::TopSecret),
            undated: Level::TopSecret,
        }
    }

    /// The label as the document states or implies it.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }

    /// The join: both at once.
    #[must_use]
    pub fn join(mut self, other: &Self) -> Self {
        self.join_assign(other);
        self
    }

    /// Takes the other rating in.
    pub fn join_assign(&mut self, other: &Self) {
        self.label.join_assign(&other.label);
        self.undated = self.undated.max(other.undated);
    }

    /// Whether it is withheld wherever the other is, on any day.
    #[must_use]
    pub fn dominates(&self, other: &Self) -> bool {
        self.label.dominates(&other.label) && self.undated >= other.undated
    }

    /// What the date leaves of it: the level is lowered as the schedule says, and nothing else is.
    #[must_use]
    pub fn on(&self, schedule: &Schedule, as_of: Date) -> Label {
        let level = self.label.level();
        if !level.is_classified() || self.label.bars_declassification() {
            return self.label.clone();
        }
        let remaining = schedule.standing(level, as_of).level().max(self.undated);
        if remaining == level {
            self.label.clone()
        } else {
            self.label.with_level(remaining)
        }
    }

    /// The days on which the level changes, and the level from that day on.
    #[must_use]
    pub fn changes(&self, schedule: &Schedule) -> Vec<(Date, Level)> {
        let level = self.label.level();
        if !level.is_classified() || self.label.bars_declassification() {
            return Vec::new();
        }
        let mut before = level;
        let mut changes = Vec::new();
        for (day, standing) in schedule.changes(level) {
            let remaining = standing.max(self.undated);
            if remaining != before {
                changes.push((day, remaining));
                before = remaining;
            }
        }
        changes
    }

    /// What the schedule says of the level; `None` for what is unclassified or no date can open.
    #[must_use]
    pub fn outcome(&self, schedule: &Schedule) -> Option<Outcome> {
        let level = self.label.level();
        (level.is_classified() && !self.label.bars_declassification() && self.undated < level)
            .then(|| schedule.outcome(level))
    }

    pub(super) fn map(self, change: impl FnOnce(Label) -> Label) -> Self {
        Self {
            label: change(self.label),
            undated: self.undated,
        }
    }

    /// The same, so that no date opens it.
    pub(super) fn undated(mut self) -> Self {
        self.undated = self.label.level();
        self
    }

    pub(super) fn raise_to(&mut self, level: Level) {
        self.label.join_assign(&Label::of_level(level));
    }
}

/// Where a rating comes from.
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
