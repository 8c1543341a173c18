//! When does what open: the days on which the release of a document for a reader changes, and why.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use super::{Assessment, Portion};
use crate::declass::{Basis, Outcome};
use crate::marking::{Label, Level, Reader};

/// A day on which the release of a document for a reader changes.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nFM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\nCONFIDENTIAL ZENDA 12\n\
///      E.O. 12958: DECL: 03/14/2016\nSUBJECT: (U) HARBOR\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let assessment = Policy::default().assess(&cable);
/// let days = assessment.days(&Reader::public());
/// assert_eq!(days.len(), 1);
/// assert_eq!(days[0].date(), date(2016, 3, 14));
/// assert_eq!(days[0].opened().count(), 1);
/// assert_eq!(days[0].changes()[0].basis().code(), "declassification-date");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    date: Date,
    changes: Vec<Change>,
}

/// What changes in one portion on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    portion: usize,
    kind: ChangeKind,
    label: Label,
    basis: &'static Basis,
}

/// Whether a portion appears, or stays and changes its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// It was withheld until that day and is released from then on.
    Opens,
    /// It was released before, under a higher mark.
    Remarked,
}

/// From when on a reader sees a portion.
///
/// ```
/// use tearline::marking::Reader;
/// use tearline::policy::{Opening, Policy};
///
/// let cable = tearline::parse("CONFIDENTIAL ZENDA 12\n\n1. (U) One.\n\n2. (SBU) Two.\n\n3. (C) Three.\n");
/// let assessment = Policy::default().assess(&cable);
/// let openings: Vec<String> = assessment.portions().iter()
///     .map(|portion| assessment.opening(portion, &Reader::public()).to_string())
///     .collect();
/// assert_eq!(openings, ["open", "open", "never by date", "held"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// He sees it on any day.
    Always,
    /// From that day on.
    On(Date, &'static Basis),
    /// A person has to look at it from that day on; until then, and until one has decided, it is withheld.
    Review(Date, &'static Basis),
    /// No day ends its level.
    Held(&'static Basis),
    /// It is withheld for more than its level, or its level has no date at all: no date opens it.
    Never,
}

impl Assessment<'_, '_> {
    /// The days on which the release of this document for `reader` changes, ascending, and why. A review that falls
    /// due changes nothing and is not among them.
    #[must_use]
    pub fn days(&self, reader: &Reader) -> Vec<Day> {
        let schedule = self.document().header().schedule();
        let mut days: BTreeMap<Date, Vec<Change>> = BTreeMap::new();
        for (index, portion) in self.portions().iter().enumerate() {
            if portion.excised().is_some() {
                continue;
            }
            let Some(outcome) = portion.rating().outcome(schedule) else {
                continue;
            };
            let stated = portion.rating().label();
            let mut before = (reader.reads(stated).is_permit(), stated.clone());
            for (date, _) in portion.rating().changes(schedule) {
                let label = portion.rating().on(schedule, date);
                let released = reader.reads(&label).is_permit();
                let kind = match (before.0, released) {
                    (false, true) => Some(ChangeKind::Opens),
                    (true, true) if before.1 != label => Some(ChangeKind::Remarked),
                    (true | false, false) | (true, true) => None,
                };
                if let Some(kind) = kind {
                    days.entry(date).or_default().push(Change {
                        portion: index,
                        kind,
                        label: label.clone(),
                        basis: outcome.basis(),
                    });
                }
                before = (released, label);
            }
        }
        days.into_iter()
            .map(|(date, changes)| Day { date, changes })
            .collect()
    }

    /// From when on `reader` sees `portion`.
    #[must_use]
    pub fn opening(&self, portion: &Portion, reader: &Reader) -> Opening {
        if portion.excised().is_some() {
            return Opening::Never;
        }
        let schedule = self.document().header().schedule();
        let rating = portion.rating();
        if reader.reads(rating.label()).is_permit() {
            return Opening::Always;
        }
        let Some(outcome) = rating.outcome(schedule) else {
            return Opening::Never;
        };
        let opened = rating
            .changes(schedule)
            .into_iter()
            .find(|(day, _)| reader.reads(&rating.on(schedule, *day)).is_permit());
        if let Some((day, _)) = opened {
            return Opening::On(day, outcome.basis());
        }
        let bare = rating.label().with_level(Level::Unclassified);
        if !reader.reads(&bare).is_permit() {
            return Opening::Never;
        }
        match outcome {
            Outcome::DueForReview { on, basis } => Opening::Review(on, basis),
            Outcome::Declassified { basis, .. } | Outcome::Held { basis } => Opening::Held(basis),
        }
    }
}

impl Day {
    /// The day.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// What changes on it, in the order of the document; never empty.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The portions that appear on it, by their index among the portions.
    pub fn opened(&self) -> impl Iterator<Item = usize> {
        self.changes
            .iter()
            .filter(|change| change.kind == ChangeKind::Opens)
            .map(|change| change.portion)
    }
}

impl Change {
    /// The portion, by its index among the portions of the assessment.
    #[must_use]
    pub const fn portion(&self) -> usize {
        self.portion
    }

    /// Whether it appears, or changes its mark.
    #[must_use]
    pub const fn kind(&self) -> ChangeKind {
        self.kind
    }

    /// The label that it has from that day on.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }

    /// The rule that lowers its level.
    #[must_use]
    pub const fn basis(&self) -> &'static Basis {
        self.basis
    }
}

impl Opening {
    /// The rule that the answer rests on, where it is one of declassification.
    #[must_use]
    pub const fn basis(self) -> Option<&'static Basis> {
        match self {
            Self::On(_, basis) | Self::Review(_, basis) | Self::Held(basis) => Some(basis),
            Self::Always | Self::Never => None,
        }
    }
}

impl fmt::Display for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Always => f.write_str("open"),
            Self::On(day, _) => write!(f, "{day}"),
            Self::Review(day, _) => write!(f, "review {day}"),
            Self::Held(_) => f.write_str("held"),
            Self::Never => f.write_str("never by date"),
        }
    }
}
