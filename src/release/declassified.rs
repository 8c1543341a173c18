//! That something was classified and is no more (32 CFR 2001.25).

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::declass::Outcome;
use crate::document::{Block, Document, LevelLine, Mark};
use crate::marking::{Label, Level, StatedMark};
use crate::policy::{Action, Assessment, Declassification, Portion, Ruling};

/// That something in a release was classified, and is no more.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let release = Policy::default().release(&cable, &Reader::public(), date(2020, 1, 1));
/// let opened = release.portions().last().and_then(|portion| portion.disclosed().declassified()).unwrap();
/// assert_eq!(opened.was().unwrap().to_string(), "C");
/// assert_eq!(opened.how().unwrap().on(), date(2016, 3, 14));
/// // Nothing that was classified is withheld: the document is declassified.
/// assert_eq!(release.declassified().unwrap().was().unwrap().to_string(), "C");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Declassified {
    pub(super) was: Option<Label>,
    pub(super) how: Option<Declassification>,
}

impl Declassified {
    /// A released portion; `None` where it was never classified, or still is.
    pub(super) fn of(assessment: &Assessment<'_>, portion: &Portion, as_of: Date) -> Option<Self> {
        let how = assessment.declassification(portion, as_of)?;
        Some(Self {
            was: mark(assessment.document(), portion).filter(|label| label.level().is_classified()),
            how: Some(how),
        })
    }

    /// The mark of its own that is no longer valid: of a document, the highest level that a line of it states. `None`
    /// where it states none.
    #[must_use]
    pub const fn was(&self) -> Option<&Label> {
        self.was.as_ref()
    }

    /// Who or what declassified it, and when; `None` where the lines that say so are themselves withheld.
    #[must_use]
    pub const fn how(&self) -> Option<&Declassification> {
        self.how.as_ref()
    }
}

/// The mark that the portion states, or that a decision gives it. What it takes from others is no mark of its own.
fn mark(document: &Document<'_>, portion: &Portion) -> Option<Label> {
    match portion.ruling().and_then(Ruling::mark) {
        Some(decision) => match decision.action() {
            Action::Mark(marking) => Some(Label::from(marking)),
            Action::Release
            | Action::Withhold(_)
            | Action::Exemption(_)
            | Action::NoMark
            | Action::Declassified(_) => None,
        },
        None => document
            .blocks()
            .get(portion.blocks().start)
            .map(Block::mark)
            .and_then(Mark::stated)
            .map(StatedMark::label),
    }
}

/// The highest of the level lines; `None` where there is none, and where one cannot be read.
pub(super) fn level(document: &Document<'_>) -> Option<Level> {
    let lines = document.header().levels().iter().map(LevelLine::label);
    let levels = lines.map(|label| label.is_resolved().then(|| label.level()));
    levels.reduce(|one, other| Some(one?.max(other?)))?
}

/// How the classification of the document ends, by the highest of its level lines; `None` where it states no level above U.
pub(super) fn instruction(document: &Document<'_>) -> Option<Outcome> {
    let level = level(document).filter(|level| level.is_classified())?;
    Some(document.header().schedule().outcome(level))
}
