//! What texts raise in a document that is built from parts: each its own portion, and no other.

use super::bind::{bind_compilation, level};
use super::scope::Rated;
use super::{Policy, Portion, blocks, entries};
use crate::document::{Block, Document};

/// Rates every block as in the place, too, that it has by what was given alone: what a text raises makes no other block stand
/// in a place where it would get less.
pub(super) fn join_apart(policy: &Policy, document: &Document<'_>, ratings: &mut [Rated]) {
    let Some(apart) = apart(document) else {
        return;
    };
    let (others, _) = blocks::rated(policy, &apart, blocks::overall(&apart), &[]);
    for ((rating, _), (other, _)) in ratings.iter_mut().zip(others) {
        rating.join_assign(&other);
    }
}

/// Binds a compilation where it would bind without anything that texts raise: a text opens no other portion.
pub(super) fn bind(policy: &Policy, document: &Document<'_>, portions: &mut [Portion]) -> bool {
    let Some(given) = apart(document).map(|apart| apart.without_raises()) else {
        return false;
    };
    let (ratings, rules) = blocks::rated(policy, &given, blocks::overall(&given), &[]);
    let binds = bind_compilation(&given, &mut entries::portions(&given, ratings, &rules));
    if binds {
        let level = level(document);
        for portion in portions.iter_mut().filter(|portion| portion.kind.is_body()) {
            portion.rating.raise_to(level);
        }
    }
    binds
}

/// A document that is built from parts, where texts raise something in it, with every block in the place that it has by what
/// was given alone.
fn apart<'a>(document: &Document<'a>) -> Option<Document<'a>> {
    let raised = |block: &Block| block.at_least().is_some();
    let texts = !document.has_source() && document.blocks().iter().any(raised);
    texts.then(|| document.with_places_as_given())
}
