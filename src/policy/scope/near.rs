//! What a portion that was passed gives to the unmarked block beside it.

use super::super::rating::{Provenance, Rating};
use crate::document::{Block, BlockKind, DocumentKind, Mark, Place};

/// A block's rating and where it comes from.
pub(in crate::policy) type Rated = (Rating, Provenance);

/// The rating of the portion that was passed last. A marked title rates itself only: it raises what the portion beyond it
/// gives to an unmarked block, and never stands for it.
pub(super) fn passing(passed: Option<Rating>, block: &Block, rating: &Rating) -> Option<Rating> {
    if place_of(block) == Some(Place::Title) {
        passed.map(|passed| passed.join(rating))
    } else {
        Some(rating.clone())
    }
}

/// The same for a block without a mark of its own that holds one all the same. Whether the mark at the end of a line is
/// that of a title or of a name may hang on the words before it; what stands beside it does not.
pub(super) fn beside(passed: Option<Rating>, block: &Block) -> Option<Rating> {
    match (passed, block.at_least()) {
        (Some(passed), Some(label)) => Some(passed.join(&Rating::dated(label.clone()))),
        (passed, _) => passed,
    }
}

pub(super) const fn place_of(block: &Block) -> Option<Place> {
    match block.mark() {
        Mark::Stated { place, .. } => Some(*place),
        Mark::Unmarked | Mark::Damaged { .. } | Mark::Excised(_) => None,
    }
}

pub(super) fn has_trailing_marks(blocks: &[Block]) -> bool {
    blocks
        .iter()
        .any(|block| place_of(block) == Some(Place::Trail))
}

pub(super) fn is_unmarked_item(block: &Block) -> bool {
    block.kind() == BlockKind::Subparagraph && block.mark().is_unmarked()
}

/// What a field does that stands among the blocks of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fields {
    /// It parts what stands before it from what stands behind: text under it is text of its own (reading rule 5).
    Part,
    /// A further section of a telegram repeats it in the middle of a paragraph.
    Repeat,
}

impl Fields {
    pub(super) fn of(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Memorandum => Self::Part,
            DocumentKind::Cable | DocumentKind::Release => Self::Repeat,
        }
    }
}
