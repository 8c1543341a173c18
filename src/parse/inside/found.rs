//! A mark inside a text, and where the kind of a block and the habit of a paper let one stand.

use super::super::draft::{Draft, DraftMark};
use crate::Span;
use crate::document::{BlockKind, Field, Place};
use crate::marking::Label;

/// A mark inside a text, and what it asks.
pub(super) struct Inside {
    pub(super) span: Span,
    pub(super) label: Label,
    /// Whether it may be none, so that it speaks for its own block alone.
    pub(super) doubtful: bool,
}

/// Where in a block a token may be a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// Anywhere, if it can be nothing else; otherwise at the start of a line, behind a gap or the end of a sentence.
    Text,
    /// Only where it can be nothing else: letters count references, reasons and sections there.
    Field,
}

impl Places {
    pub(super) fn of(kind: BlockKind) -> Option<Self> {
        match kind {
            BlockKind::Paragraph
            | BlockKind::Subparagraph
            | BlockKind::Plain
            | BlockKind::Subject
            | BlockKind::Field(Field::Unknown | Field::Passing) => Some(Self::Text),
            BlockKind::Field(Field::Transmission | Field::Reference | Field::Caption) => None,
            BlockKind::Field(_) => Some(Self::Field),
        }
    }
}

/// Where the paper states its marks. One that marks in front does not mark behind: `Durham (NC).`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    Front,
    Behind,
}

impl Habit {
    pub(super) fn of(blocks: &[Draft]) -> Self {
        let behind = |block: &Draft| {
            matches!(
                block.mark,
                DraftMark::Stated {
                    place: Place::Trail,
                    ..
                }
            )
        };
        if blocks.iter().any(behind) {
            Self::Behind
        } else {
            Self::Front
        }
    }
}
