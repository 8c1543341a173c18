//! Memoranda and papers: portion-marked prose.

use super::body;
use super::build::Builder;

/// Reads a memorandum.
pub(super) fn read(builder: &mut Builder<'_>) {
    body::read(builder, 0);
}
