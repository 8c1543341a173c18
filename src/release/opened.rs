//! What a release says of what it holds and was classified: from what is released, and from nothing else.

use jiff::civil::Date;

use super::declassified::level;
use super::{Content, Declassified, Released};
use crate::document::Field;
use crate::marking::{Basis, Label};
use crate::policy::{Assessment, Declassification, Portion};

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

/// The day on which the document was written, where every line that says one is released.
pub(super) fn written(assessment: &Assessment<'_>, seen: &[bool]) -> Option<Date> {
    let mut lines = assessment
        .portions()
        .iter()
        .zip(seen)
        .filter(|(portion, _)| portion.field() == Some(Field::DateTimeGroup))
        .peekable();
    lines.peek()?;
    lines
        .all(|(_, seen)| *seen)
        .then(|| assessment.document().header().origin())
        .flatten()
}

/// The same, and where no line says one the day that is known of the document.
pub(super) fn dated(assessment: &Assessment<'_>, seen: &[bool]) -> Option<Date> {
    let portions = assessment.portions().iter();
    let mut fields = portions.map(Portion::field);
    if fields.any(|field| field == Some(Field::DateTimeGroup)) {
        written(assessment, seen)
    } else {
        assessment.document().header().origin()
    }
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
