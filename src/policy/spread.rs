//! What is raised raises with it whatever takes its rating from it.

use std::ops::Range;

use super::bind::Bound;
use super::own::{PortionView, Raise};
use super::{Policy, Portion, Rating, blocks};
use crate::document::Document;

/// Puts the rules of one's own to every portion, and raises what they say.
///
/// What a rule does may depend on the text of a portion. So what is withheld without it is withheld as before, and what is
/// raised with it is at least as high as that portion on every day (reading rule 9).
pub(super) fn own_rules(
    policy: &Policy,
    document: &Document<'_>,
    bound: Bound,
    portions: &mut [Portion],
) {
    if policy.own.is_empty() {
        return;
    }
    let mut raised: Vec<(Range<usize>, Rating)> = Vec::new();
    for portion in portions.iter_mut() {
        let view = PortionView::new(portion, document);
        let rules: Vec<_> = policy
            .own
            .iter()
            .map(|own| (own.rule(), own.judge(&view)))
            .filter(|(_, raise)| *raise != Raise::Nothing)
            .collect();
        if rules.is_empty() {
            continue;
        }
        portion.ruling.get_or_insert_default().rules = rules;
        if let Some(rating) = raise_by_rules(bound, document, portion) {
            raised.push((portion.blocks(), rating));
        }
    }
    if !raised.is_empty() {
        let overall = blocks::overall(document);
        let raise = Portion::raise_for_text;
        spread(policy, document, bound, portions, overall, &raised, raise);
    }
}

/// Raises a portion to what the rules that apply to it say: to this, where they say any.
pub(super) fn raise_by_rules(
    bound: Bound,
    document: &Document<'_>,
    portion: &mut Portion,
) -> Option<Rating> {
    let label = portion.ruling()?.raised()?;
    let rating = bound.bind(document, portion, Rating::dated(label));
    portion.raise_for_text(&rating);
    Some(rating)
}

/// Raises every portion to what its blocks are rated where others are raised.
pub(super) fn spread(
    policy: &Policy,
    document: &Document<'_>,
    bound: Bound,
    portions: &mut [Portion],
    overall: Rating,
    raised: &[(Range<usize>, Rating)],
    raise: impl Fn(&mut Portion, &Rating),
) {
    if raised.is_empty() {
        return;
    }
    let (rated, _) = blocks::rated(policy, document, overall, raised);
    for portion in portions {
        for (rating, _) in rated.get(portion.blocks()).unwrap_or_default() {
            let rating = bound.bind(document, portion, rating.clone());
            raise(portion, &rating);
        }
    }
}
