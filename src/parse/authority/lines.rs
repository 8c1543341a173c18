//! Every declassification instruction of a document, wherever it stands (32 CFR 2001.22(e)(2): the longest governs).

use super::super::build::Builder;
use super::further::further;
use crate::Span;
use crate::document::{BlockKind, Field};

/// The text of every instruction: of the order line, of the fields, and of the lines of any other block that begin with the
/// label of one. The last only make a term longer: where no field gives an instruction, a line of the text gives none.
pub(in crate::parse) fn instructions(builder: &Builder<'_>) -> Vec<Span> {
    let mut found: Vec<Span> = builder
        .blocks
        .iter()
        .filter(|block| {
            matches!(
                block.kind,
                BlockKind::Field(Field::Order | Field::Instruction)
            )
        })
        .map(|block| block.text)
        .collect();
    if !found.is_empty() {
        found.extend(further(builder));
    }
    found
}
