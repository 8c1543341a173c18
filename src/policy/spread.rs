//! What is raised raises with it whatever takes its rating from it.

use std::ops::Range;

use super::bind::Bound;
use super::own::{PortionView, Raise};
use super::{Policy, Portion, Rating, blocks};
use crate::document::Document;
use crate::marking::Label;

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
        let raise = Portion::raise_for_text;
        spread(policy, document, bound, portions, None, &raised, raise);
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

/// Raises every portion to what its blocks are rated where others are raised; `overall` is the overall classification
/// where that is raised with them.
pub(super) fn spread(
    policy: &Policy,
    document: &Document<'_>,
    bound: Bound,
    portions: &mut [Portion],
    overall: Option<&Rating>,
    raised: &[(Range<usize>, Rating)],
    raise: impl Fn(&mut Portion, &Rating),
) {
    if raised.is_empty() {
        return;
    }
    let rest = overall.map_or_else(|| blocks::overall(document), Clone::clone);
    let (rated, _) = blocks::rated(policy, document, rest, raised);
    let declassified = document.header().declassified();
    let taking = match declassified {
        Some(_) => taking(policy, document, raised, overall),
        None => Vec::new(),
    };
    for portion in portions {
        for index in portion.blocks() {
            let Some((rating, _)) = rated.get(index) else {
                continue;
            };
            let mut rating = bound.bind(document, portion, rating.clone());
            // The declassification of the whole ends what the document states, and no level that it was raised to.
            if let (Some(known), Some(false)) = (declassified, taking.get(index)) {
                rating = rating.opened(known.on());
            }
            raise(portion, &rating);
        }
    }
}

/// Which blocks take a level from what is raised.
pub(super) fn taking(
    policy: &Policy,
    document: &Document<'_>,
    raised: &[(Range<usize>, Rating)],
    overall: Option<&Rating>,
) -> Vec<bool> {
    // Of what is raised as high as can be everything shows that takes from it.
    let highest = Rating::dated(Label::unresolved());
    let raised: Vec<(Range<usize>, Rating)> = raised
        .iter()
        .filter(|(_, rating)| binds(rating.label()))
        .map(|(blocks, _)| (blocks.clone(), highest.clone()))
        .collect();
    if raised.is_empty() {
        return vec![false; document.blocks().len()];
    }
    let before = blocks::overall(document);
    let rest = match overall {
        Some(_) => before.clone().join(&highest),
        None => before.clone(),
    };
    let (before, _) = blocks::rated(policy, document, before, &[]);
    let (after, _) = blocks::rated(policy, document, rest, &raised);
    let pairs = before.iter().zip(&after);
    pairs.map(|((one, _), (other, _))| one != other).collect()
}

/// Whether a label that something is raised to holds a level.
pub(super) fn binds(label: &Label) -> bool {
    label.level().is_classified() || !label.is_resolved()
}
