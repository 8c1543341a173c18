//! What is known of a header while its lines are read.

use super::super::build::Builder;
use crate::document::BlockKind;

/// How far the header has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Before the level line.
    Transmission,
    /// Behind it, where captions stand.
    Captions,
    /// Behind the order line or TAGS.
    Fields,
    /// Behind the subject.
    Subject,
}

/// Whose labels the header has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labels {
    Wire,
    /// State's printout since 2009.
    Printout,
}

pub(super) struct HeaderReader<'b, 'a> {
    pub(super) builder: &'b mut Builder<'a>,
    pub(super) stage: Stage,
    /// Whether the level line of the message has come: the addresses stand before it.
    pub(super) addressed: bool,
    pub(super) labels: Labels,
    /// Whether a blank line, or nothing, stands before the next line.
    pub(super) block_start: bool,
    /// The field that takes further lines.
    pub(super) field: Option<BlockKind>,
    /// Blocks that are captions if a field comes after them, and plain unknown lines otherwise.
    pub(super) maybe_captions: Vec<usize>,
}
