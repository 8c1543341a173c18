//! What a reviewer has to decide before a release that shows exemptions goes out.

use super::words::ExcisedWords;
use super::{Authority, EXEMPTION_UNDECIDED, Grounds, NO_REASON, Released, SEVERAL_REASONS};
use crate::Rule;
use crate::declass::Reasons;

/// What a reviewer has to decide, in a fixed order.
pub(super) fn undecided(portions: &[Released<'_>]) -> Vec<&'static Rule> {
    let withheld: Vec<(Authority, Option<&Grounds>)> = portions.iter().flat_map(withheld).collect();
    let any = |test: fn(&(Authority, Option<&Grounds>)) -> bool| withheld.iter().any(test);
    [
        (any(|(it, _)| !it.is_decided()), &EXEMPTION_UNDECIDED),
        // Several categories stand for one place, and nobody has said why.
        (
            any(|(it, grounds)| {
                let explained = grounds.is_some_and(|it| it.why_several().is_some());
                it.sections().len() > 1 && !explained
            }),
            &SEVERAL_REASONS,
        ),
        (
            any(|(it, _)| it.is_classified() && it.reasons().is_none_or(Reasons::is_empty)),
            &NO_REASON,
        ),
    ]
    .into_iter()
    .filter_map(|(holds, rule)| holds.then_some(rule))
    .collect()
}

/// Under what a portion is withheld, or words in it, and why.
fn withheld<'r>(
    portion: &'r Released<'_>,
) -> impl Iterator<Item = (Authority, Option<&'r Grounds>)> {
    let whole = portion.disclosed();
    let whole = whole.authority().map(|it| (it, whole.grounds()));
    let words = portion.excised_words().iter();
    let words = words.filter_map(|it: &ExcisedWords| Some((it.authority()?, it.grounds())));
    whole.into_iter().chain(words)
}
