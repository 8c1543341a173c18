//! What each block of a document is rated, before any portion is made of them.

use std::ops::Range;

use super::rating::{Provenance, Rating};
use super::scope::{self, Rated};
use super::{Policy, Unmarked};
use crate::document::{BlockKind, Document, Mark, ReadingRule};
use crate::marking::Label;

/// Rates every block, and says by which rule. Each of `raised`, a block and what it is rated at least, counts for what
/// takes its rating from that block; no block without a rating of its own gets one by it.
pub(super) fn rated(
    policy: &Policy,
    document: &Document<'_>,
    overall: Rating,
    raised: &[(Range<usize>, Rating)],
) -> (Vec<Rated>, Vec<ReadingRule>) {
    let mut own = own_ratings(policy, document, &overall);
    raise(document, own.iter_mut().map(Option::as_mut));
    for (blocks, least) in raised {
        for (rating, _) in own.get_mut(blocks.clone()).into_iter().flatten().flatten() {
            rating.join_assign(least);
        }
    }
    let unmarked = if policy.unmarked == Unmarked::Withhold {
        Provenance::Unmarked
    } else {
        Provenance::Document
    };
    let (mut rated, rules) = scope::rate(document, own, &(overall, unmarked));
    raise(document, rated.iter_mut().map(Some));
    (rated, rules)
}

/// The overall classification: every level line, `SENSITIVE` beside it, and every mark that the document states, in front
/// of a block or inside it. A mark that cannot be read may be any, and leaves it unresolved (reading rule 5).
pub(super) fn overall(document: &Document<'_>) -> Rating {
    overall_without(document, 0..0)
}

/// The same, as if the blocks of `except` stated no mark of their own.
pub(super) fn overall_without(document: &Document<'_>, except: Range<usize>) -> Rating {
    let header = document.header();
    let mut overall = if header.levels().is_empty() {
        Rating::unknown()
    } else {
        Rating::dated(Label::unclassified())
    };
    for line in header.levels() {
        overall.join_assign(&Rating::dated(line.label().clone()));
    }
    if header.is_sensitive() {
        overall.join_assign(&Rating::dated(Label::sbu()));
    }
    let mut known: Vec<Label> = Vec::new();
    for label in stated(document, except) {
        if !known.iter().rev().take(RECENT).any(|other| *other == label) {
            overall.join_assign(&Rating::dated(label.clone()));
            known.push(label);
        }
    }
    overall
}

/// How many labels are remembered, so that a document that repeats a few joins each once.
const RECENT: usize = 8;

/// What the document states: the marks of its blocks, and those inside them.
fn stated(document: &Document<'_>, except: Range<usize>) -> impl Iterator<Item = Label> {
    let marks = document
        .blocks()
        .iter()
        .enumerate()
        .filter(move |(index, _)| !except.contains(index))
        .filter_map(|(_, block)| match block.mark() {
            Mark::Stated { stated, .. } => Some(stated.label()),
            Mark::Damaged { .. } => Some(Label::unresolved()),
            Mark::Unmarked | Mark::Excised(_) => None,
        });
    marks.chain(document.header().inside().cloned())
}

/// The rating of paragraphs without a mark: an entire-text statement, unless a mark above it is stated elsewhere.
fn paragraphs(document: &Document<'_>, overall: &Rating) -> Rated {
    let header = document.header();
    match header.entire_text() {
        Some(label) if stated(document, 0..0).all(|stated| label.dominates(&stated)) => {
            let rating = Rating::dated(label.clone());
            let rating = if header.is_sensitive() {
                rating.join(&Rating::dated(Label::sbu()))
            } else {
                rating
            };
            (rating, Provenance::EntireText)
        }
        _ => (overall.clone(), Provenance::Document),
    }
}

/// What each block states or has by its kind; `None` where its place decides.
fn own_ratings(policy: &Policy, document: &Document<'_>, overall: &Rating) -> Vec<Option<Rated>> {
    let unresolved = Rating::dated(Label::unresolved());
    let paragraphs = paragraphs(document, overall);
    let strict = policy.unmarked == Unmarked::Withhold;
    document
        .blocks()
        .iter()
        .map(|block| match (block.mark(), block.kind()) {
            (Mark::Excised(_), _) => Some((unresolved.clone(), Provenance::Excised)),
            (Mark::Stated { stated, span, .. }, _) => {
                let rating = Rating::dated(stated.label());
                let rating = if stated.has_own_term() {
                    rating.undated()
                } else {
                    rating
                };
                Some((rating, Provenance::Stated(*span)))
            }
            (Mark::Damaged { span }, _) => Some((unresolved.clone(), Provenance::Damaged(*span))),
            (Mark::Unmarked, BlockKind::Field(field)) if field.is_known_unclassified() => {
                Some((Rating::dated(Label::unclassified()), Provenance::KnownField))
            }
            (Mark::Unmarked, _) if strict => Some((unresolved.clone(), Provenance::Unmarked)),
            (Mark::Unmarked, BlockKind::Field(_) | BlockKind::Subject) => {
                Some((overall.clone(), Provenance::Document))
            }
            (Mark::Unmarked, BlockKind::Paragraph) => Some(paragraphs.clone()),
            (Mark::Unmarked, BlockKind::Subparagraph | BlockKind::Plain) => None,
        })
        .collect()
}

/// What stands in a region, or holds a marked name, is rated as that at least.
fn raise<'r>(document: &Document<'_>, ratings: impl Iterator<Item = Option<&'r mut Rated>>) {
    for (block, rated) in document.blocks().iter().zip(ratings) {
        if let (Some(label), Some((rating, _))) = (block.at_least(), rated) {
            rating.join_assign(&Rating::dated(label.clone()));
        }
    }
}
