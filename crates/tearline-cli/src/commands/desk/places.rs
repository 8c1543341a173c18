//! Which portion of a release stands for which portion of its document.

use tearline::marking::Reader;
use tearline::policy::{Assessment, PortionKind};
use tearline::release::Release;

/// Of each portion of the assessment, the portion of the release that stands in its place, by its index; `None` as a whole
/// where the two do not agree, which would be a bug.
///
/// Unmarked portions that are withheld side by side show as one.
pub(super) fn places(assessment: &Assessment<'_>, release: &Release<'_>) -> Option<Vec<usize>> {
    let verdicts = assessment.verdicts(release.reader(), release.as_of());
    let mut places = Vec::new();
    let mut next = 0;
    let mut after_unmarked = false;
    for (portion, verdict) in assessment.portions().iter().zip(verdicts) {
        let withheld = !verdict.is_release();
        let again = withheld && portion.is_unmarked() && portion.kind() != PortionKind::Subject;
        if !(again && after_unmarked) {
            next += 1;
        }
        after_unmarked = again;
        places.push(next - 1);
    }
    let shown = release.portions();
    let agree = |(portion, at): (&tearline::policy::Portion, &usize)| {
        shown
            .get(*at)
            .is_some_and(|it| !it.is_released() || it.number() == portion.number())
    };
    let all = assessment.portions().iter().zip(&places).all(agree);
    (next == shown.len() && all).then_some(places)
}

/// The text of each portion as its source has it, under the name by which a decision finds it; `None` for one that an earlier
/// release withheld.
pub(super) fn texts<'a>(
    assessment: &Assessment<'a>,
    as_of: jiff::civil::Date,
) -> Vec<Option<tearline_propose::Passage<'a>>> {
    let originator = Reader::originator();
    let outgoing = tearline_propose::Outgoing::of(assessment, &originator, as_of);
    let mut passages = outgoing.passages();
    let verdicts = assessment.verdicts(&originator, as_of);
    verdicts
        .map(|verdict| {
            verdict
                .is_release()
                .then(|| passages.next().cloned())
                .flatten()
        })
        .collect()
}
