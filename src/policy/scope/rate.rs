//! Rates every block.

use super::super::rating::{Provenance, Rating};
use super::below::{next_stated, sections_below};
use super::near::{Fields, Rated, beside, has_trailing_marks, passing, place_of};
use super::standing::{Standing, places};
use crate::document::{Block, Document, Place, ReadingRule};

/// Rates every block. `own` holds what blocks state, or have by their kind; `overall` is for what nothing else rates.
pub(in crate::policy) fn rate(
    document: &Document<'_>,
    mut own: Vec<Option<Rated>>,
    overall: &Rated,
) -> (Vec<Rated>, Vec<ReadingRule>) {
    let blocks = document.blocks();
    let (places, structured) = places(blocks, &own);
    rate_items(blocks, &mut own, &places);
    let fields = Fields::of(document.kind());
    let trailing = has_trailing_marks(blocks);
    let lost = lost(blocks, &own, &places);
    let below = if trailing {
        next_stated(blocks, &own, fields)
    } else {
        sections_below(blocks, &own, &places, &structured, &lost, overall, fields)
    };
    let mut before: Option<Rating> = None;
    let mut rated: Vec<Rated> = Vec::with_capacity(blocks.len());
    let mut rules: Vec<ReadingRule> = Vec::with_capacity(blocks.len());
    let places = places.into_iter().zip(lost);
    for (((block, own), (place, lost)), below) in blocks.iter().zip(own).zip(places).zip(below) {
        let rating = if let Some(own) = own {
            if block.kind().is_body() {
                before = passing(before.take(), block, &own.0);
            } else if fields == Fields::Part {
                before = None;
            }
            let item = matches!(place, Standing::Among { .. }) && block.mark().is_unmarked();
            rules.push(if item {
                ReadingRule::AmongItems
            } else {
                rule_of(own.1, block)
            });
            own
        } else {
            let found = match place {
                Standing::Of(paragraph, _) => of_paragraph(&rated, paragraph),
                Standing::Between => between(&before, below),
                Standing::GoesOn => before
                    .clone()
                    .filter(|_| !lost)
                    .map(|rating| (rating, Provenance::Section)),
                Standing::Among { .. } | Standing::Lost | Standing::Nowhere => None,
            };
            before = beside(before.take(), block);
            rules.push(match (&found, place) {
                (None, _) if overall.1 == Provenance::Unmarked => ReadingRule::Strict,
                (_, Standing::Lost) => ReadingRule::LostMark,
                (_, Standing::Nowhere) => ReadingRule::BesideGap,
                (None, _) => ReadingRule::Overall,
                (Some(_), Standing::Of(_, rule)) => rule,
                (Some(_), Standing::GoesOn) => ReadingRule::GoesOn,
                (Some(_), Standing::Among { .. }) => ReadingRule::AmongItems,
                (Some(_), Standing::Between) if trailing => ReadingRule::BetweenMarks,
                (Some(_), Standing::Between) => ReadingRule::Section,
            });
            found.unwrap_or_else(|| overall.clone())
        };
        rated.push(rating);
    }
    (rated, rules)
}

/// Which blocks have lost their marks, or go on with one that has: each is a portion, rated as the whole.
fn lost(blocks: &[Block], own: &[Option<Rated>], places: &[Standing]) -> Vec<bool> {
    // Whether the last block that goes on with nothing is a portion with a rating of its own, which stands for its list.
    let mut stands = false;
    let blocks = blocks.iter().zip(own).zip(places);
    let lost = blocks.map(|((block, own), place)| {
        if own.is_some() {
            if block.kind().is_body() {
                stands = place_of(block) != Some(Place::Title);
            }
            return false;
        }
        let goes_on = *place == Standing::GoesOn;
        stands &= goes_on;
        *place == Standing::Lost || (goes_on && !stands)
    });
    lost.collect()
}

/// The rule by which a block has a rating of its own.
const fn rule_of(provenance: Provenance, block: &Block) -> ReadingRule {
    match (provenance, block.rule()) {
        (Provenance::Unmarked, _) => ReadingRule::Strict,
        (Provenance::EntireText, _) => ReadingRule::EntireText,
        (_, Some(rule)) if !block.mark().is_unmarked() => rule,
        (Provenance::KnownField, _) => ReadingRule::KnownField,
        _ => ReadingRule::Overall,
    }
}

/// Rates the unmarked items among marked ones. Each is a portion of its own for what stands beside it.
fn rate_items(blocks: &[Block], own: &mut [Option<Rated>], places: &[Standing]) {
    // The items of a paragraph share one rating; it is worked out once, before any of them has it.
    let mut shared: Option<(usize, Option<Rated>)> = None;
    for (index, (block, place)) in blocks.iter().zip(places).enumerate() {
        let Standing::Among { start, end } = *place else {
            continue;
        };
        let known = shared
            .take()
            .filter(|(paragraph, _)| *paragraph == start)
            .map(|(_, rated)| rated);
        let rated = known.unwrap_or_else(|| among(blocks, own, start, end));
        let item = rated.clone().map(|(rating, provenance)| {
            let rating = beside(Some(rating.clone()), block).unwrap_or(rating);
            (rating, provenance)
        });
        if let Some(slot) = own.get_mut(index).filter(|slot| slot.is_none()) {
            *slot = item;
        }
        shared = Some((start, rated));
    }
}

/// The join of the portion before and of what counts below, where both are there.
fn between(before: &Option<Rating>, below: Option<Rating>) -> Option<Rated> {
    Some((below?.join(before.as_ref()?), Provenance::Section))
}

fn of_paragraph(rated: &[Rated], paragraph: usize) -> Option<Rated> {
    let (rating, _) = rated.get(paragraph)?;
    Some((rating.clone(), Provenance::Paragraph(paragraph)))
}

/// The join of a paragraph, all its marked items and the marks inside the others.
fn among(blocks: &[Block], own: &[Option<Rated>], start: usize, end: usize) -> Option<Rated> {
    let mut joined: Option<Rating> = None;
    for (block, own) in blocks.get(start..end)?.iter().zip(own.get(start..end)?) {
        joined = match (joined, own) {
            (Some(joined), Some((rating, _))) => Some(joined.join(rating)),
            (None, Some((rating, _))) => Some(rating.clone()),
            (joined, None) => beside(joined, block),
        };
    }
    Some((joined?, Provenance::Section))
}
