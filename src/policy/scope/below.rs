//! What stands below an unmarked block.

use super::super::rating::Rating;
use super::near::{Fields, Rated, beside, is_unmarked_item, passing, place_of};
use super::standing::Standing;
use crate::document::{Block, BlockKind, Place, Shape};

/// For every block, the rating of the next portion that states one.
pub(super) fn next_stated(
    blocks: &[Block],
    own: &[Option<Rated>],
    fields: Fields,
) -> Vec<Option<Rating>> {
    let mut next: Option<Rating> = None;
    let mut below = Vec::with_capacity(blocks.len());
    for (block, own) in blocks.iter().zip(own).rev() {
        below.push(next.clone());
        match own {
            // An unmarked item states nothing.
            Some(_) if is_unmarked_item(block) => next = beside(next.take(), block),
            Some((rating, _)) if block.kind().is_body() => {
                next = passing(next.take(), block, rating);
            }
            Some(_) if fields == Fields::Part => next = None,
            Some(_) => {}
            None => next = beside(next.take(), block),
        }
    }
    below.reverse();
    below
}

/// What stands below a block: the portions down to the next heading, and what that heading has below it where the two must
/// not be told apart.
#[derive(Clone, Default)]
struct Section {
    open: Option<Rating>,
    /// What stands below a heading whose shape alone ends the section.
    beyond: Option<Rating>,
    /// The heading that ends the section, as long as no portion stands above it: headings that stand together share what is
    /// below them.
    closed: Option<Heading>,
}

impl Section {
    /// Of two outcomes the more protective one counts: a block that may be no heading ends a section only for readers who
    /// see it anyway (reading rule 9).
    fn below(&self) -> Option<Rating> {
        match (&self.open, &self.beyond) {
            (Some(open), Some(beyond)) if !open.dominates(beyond) => {
                Some(open.clone().join(beyond))
            }
            (open, _) => open.clone(),
        }
    }

    fn portion(&mut self, rating: &Rating) {
        match self.closed.take() {
            Some(Heading::Structure) => self.beyond = None,
            Some(Heading::Shape) => self.beyond = self.below(),
            None => {
                self.open = Some(match self.open.take() {
                    Some(joined) => joined.join(rating),
                    None => rating.clone(),
                });
                return;
            }
        }
        self.open = Some(rating.clone());
    }

    /// A heading: its section ends the one above it.
    fn close(&mut self, by: Heading) {
        if self.open.is_some() {
            self.closed.get_or_insert(by);
        }
    }
}

/// What makes a block a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Its mark, or that running text in its place would be part of the paragraph before.
    Structure,
    /// Nothing but its shape.
    Shape,
}

/// For every block, the join of the portions below it, down to the next heading that has a portion under it. Headings
/// that stand together share what is below them. What has `lost` its mark is a portion that is rated `overall`.
pub(super) fn sections_below(
    blocks: &[Block],
    own: &[Option<Rated>],
    places: &[Standing],
    structured: &[bool],
    lost: &[bool],
    overall: &Rated,
    fields: Fields,
) -> Vec<Option<Rating>> {
    let mut section = Section::default();
    let mut below = Vec::with_capacity(blocks.len());
    for ((((block, own), place), structured), lost) in blocks
        .iter()
        .zip(own)
        .zip(places)
        .zip(structured)
        .zip(lost)
        .rev()
    {
        below.push(section.below());
        match own {
            Some((rating, _)) if place_of(block) == Some(Place::Title) => {
                section.open = passing(section.open, block, rating);
                if block.number().is_none() {
                    section.close(Heading::Structure);
                }
            }
            Some((rating, _)) if block.kind().is_body() => section.portion(rating),
            Some(_) if fields == Fields::Part => section = Section::default(),
            Some(_) => {}
            None if *lost => {
                section.portion(&overall.0);
                section.open = beside(section.open, block);
            }
            None => {
                // An item is no heading, whatever its length.
                let heading = block.kind() == BlockKind::Plain
                    && block.shape() == Shape::Heading
                    && !matches!(place, Standing::Of(..));
                section.open = beside(section.open, block);
                if heading {
                    section.close(if *structured {
                        Heading::Structure
                    } else {
                        Heading::Shape
                    });
                }
            }
        }
    }
    below.reverse();
    below
}
