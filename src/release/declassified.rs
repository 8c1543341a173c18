//! What a release says of what it holds and was classified (32 CFR 2001.25): from what is released, and from nothing else.

use jiff::civil::Date;

use super::{Content, Released};
use crate::declass::Outcome;
use crate::document::{Block, Document, Field, LevelLine, Mark};
use crate::marking::{Basis, Label, Level};
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
pub struct Declassified {
    was: Option<Label>,
    how: Option<Declassification>,
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
            .map(|stated| stated.label()),
    }
}

/// Takes the days out where a line on which they rest is withheld: they are what it says. `seen` tells of each portion of
/// the assessment whether it is released.
pub(super) fn hide_unseen(
    assessment: &Assessment<'_>,
    portions: &mut [Released<'_>],
    seen: &[bool],
) {
    let by_instruction =
        |it: &Declassified| it.how.as_ref().is_some_and(|how| how.by().is_instruction());
    let mut opened = portions
        .iter_mut()
        .filter_map(|portion| portion.disclosed.as_mut()?.declassified.as_mut())
        .filter(|it| by_instruction(it))
        .peekable();
    if opened.peek().is_none() || tells(assessment, seen) {
        return;
    }
    for it in opened {
        it.how = None;
    }
}

/// Whether everything is released on which a day of declassification rests: every instruction, and the date of origin.
fn tells(assessment: &Assessment<'_>, seen: &[bool]) -> bool {
    let document = assessment.document();
    let portions = || assessment.portions().iter().zip(seen);
    let dated =
        portions().all(|(portion, seen)| *seen || portion.field() != Some(Field::DateTimeGroup));
    dated
        && document.header().instructions.iter().all(|line| {
            portions().any(|(portion, seen)| {
                let blocks = document.blocks().get(portion.blocks()).unwrap_or_default();
                *seen
                    && blocks
                        .iter()
                        .any(|block| block.span().range().contains(&line.start()))
            })
        })
}

/// The document as a whole, where everything that was classified in it is in the release, opened by the same: else this
/// would tell of what is withheld.
pub(super) fn whole(
    assessment: &Assessment<'_>,
    portions: &[Released<'_>],
    seen: &[bool],
) -> Option<Declassified> {
    let closed = |portion: &Released<'_>| match portion.content() {
        Content::Text { label, .. } => label.level().is_classified(),
        Content::Withheld(bases) => {
            bases.contains(Basis::Classified) || bases.contains(Basis::Unresolved)
        }
    };
    let was_classified = |portion: &Portion| {
        portion.excised().is_some()
            || portion
                .without_doubt()
                .rating()
                .label()
                .level()
                .is_classified()
    };
    let withheld = assessment.portions().iter().zip(seen);
    let mut withheld = withheld.filter(|(_, seen)| !**seen);
    if portions.iter().any(closed) || withheld.any(|(portion, _)| was_classified(portion)) {
        return None;
    }
    let mut all = portions
        .iter()
        .filter_map(|portion| portion.disclosed().declassified());
    let first = all.next()?.how.as_ref();
    let mut last = first;
    for it in all {
        let how = it.how.as_ref();
        if how.map(Declassification::by) != first.map(Declassification::by) {
            return None;
        }
        if how.map(Declassification::on) > last.map(Declassification::on) {
            last = how;
        }
    }
    Some(Declassified {
        was: level(assessment.document())
            .filter(|level| level.is_classified())
            .map(Label::of_level),
        how: last.cloned(),
    })
}

/// The highest of the level lines; `None` where there is none, and where one cannot be read.
fn level(document: &Document<'_>) -> Option<Level> {
    let lines = document.header().levels().iter().map(LevelLine::label);
    let levels = lines.map(|label| label.is_resolved().then(|| label.level()));
    levels.reduce(|one, other| Some(one?.max(other?)))?
}

/// How the classification of the document ends, by the highest of its level lines; `None` where it states no level above U.
pub(super) fn instruction(document: &Document<'_>) -> Option<Outcome> {
    let level = level(document).filter(|level| level.is_classified())?;
    Some(document.header().schedule().outcome(level))
}
