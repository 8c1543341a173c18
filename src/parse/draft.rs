//! A block while it is read: what it is may still depend on its neighbours.

use std::cell::Cell;

use super::look::Look;
use crate::Span;
use crate::document::{Bases, Block, BlockKind, Mark, Number, Place, ReadingRule, Shape};
use crate::marking::{Label, StatedMark};

/// A block of which not everything is settled. It becomes a [`Block`] when every pass has been over it.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: BlockKind,
    pub(super) number: Option<Number>,
    pub(super) mark: DraftMark,
    /// Few blocks have one.
    pub(super) at_least: Option<Box<Label>>,
    pub(super) raised_by: Option<ReadingRule>,
    pub(super) is_doubtful: bool,
    pub(super) is_listed: bool,
    pub(super) shape: Shape,
    pub(super) announces: bool,
    pub(super) goes_on: bool,
    pub(super) ends_open: bool,
    pub(super) text: Span,
    pub(super) is_trim: bool,
    pub(super) span: Span,
    pub(super) first_piece: usize,
    /// What stands in its text, and where the text stood when it was looked at.
    pub(super) looked: Cell<Option<(Span, Look)>>,
}

/// What stands in the place of the mark of a draft.
#[derive(Debug)]
pub(super) enum DraftMark {
    /// Nothing.
    None,
    /// A mark that can be read.
    Stated {
        stated: StatedMark,
        span: Span,
        place: Place,
    },
    /// A mark that cannot be read.
    Damaged { span: Span },
    /// A single letter, which is a mark or counts an item of a list. It is no mark that can be read until the list is known.
    Letter { span: Span },
    /// Nothing of it is there: an earlier release withheld it, for these reasons.
    Excised(Bases),
}

impl Draft {
    /// The block as the document keeps it. A letter of which nothing was decided is a mark that cannot be read.
    pub(super) fn settle(self) -> Block {
        Block {
            kind: self.kind,
            number: self.number,
            mark: match self.mark {
                DraftMark::None => Mark::Unmarked,
                DraftMark::Stated {
                    stated,
                    span,
                    place,
                } => Mark::Stated {
                    stated,
                    span,
                    place,
                },
                DraftMark::Damaged { span } | DraftMark::Letter { span } => Mark::Damaged { span },
                DraftMark::Excised(bases) => Mark::Excised(bases),
            },
            at_least: self.at_least,
            raised_by: self.raised_by,
            is_doubtful: self.is_doubtful,
            is_listed: self.is_listed,
            shape: self.shape,
            announces: self.announces,
            goes_on: self.goes_on,
            ends_open: self.ends_open,
            text: self.text,
            is_trim: self.is_trim,
            span: self.span,
            first_piece: self.first_piece,
        }
    }
}

impl DraftMark {
    /// Whether there is none.
    pub(super) const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// What it says, where it can be read.
    pub(super) const fn stated(&self) -> Option<&StatedMark> {
        match self {
            Self::Stated { stated, .. } => Some(stated),
            Self::None | Self::Damaged { .. } | Self::Letter { .. } | Self::Excised(_) => None,
        }
    }

    /// Where the token stands.
    pub(super) const fn span(&self) -> Option<Span> {
        match self {
            Self::Stated { span, .. } | Self::Damaged { span } | Self::Letter { span } => {
                Some(*span)
            }
            Self::None | Self::Excised(_) => None,
        }
    }
}
