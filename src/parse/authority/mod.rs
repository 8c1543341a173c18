//! Who classified, for which reason, and from which source.

mod block;
mod further;
mod lines;
mod put_off;

pub(super) use super::header::LONGEST_INSTRUCTION;
pub(super) use block::{inner, instruction_inside, start};
pub(super) use further::further;
pub(super) use lines::gather;

use super::build::Builder;
use crate::declass::reasons;
use crate::document::{BlockKind, Field};

/// Reads classifier, reason and source wherever a block begins with them: in the header, in the first paragraph of a
/// telegram (5 FAH-1 H-246.3), at the foot of a memorandum. The first of each counts.
pub(super) fn read(builder: &mut Builder<'_>) {
    let source = builder.source;
    let header = &mut builder.header;
    for block in &builder.blocks {
        let text = source.get(block.text.range()).unwrap_or_default();
        let classified_by = begins_with(text, "CLASSIFIED BY");
        let derived_from = begins_with(text, "DERIVED FROM");
        let order = matches!(
            block.kind,
            BlockKind::Field(Field::Order | Field::Instruction)
        );
        if classified_by {
            header.classifier.get_or_insert(block.span);
        }
        let named = ["CLASSIFIED ON", "REASON"]
            .iter()
            .any(|words| begins_with(text, words));
        let classifier = matches!(block.kind, BlockKind::Field(Field::Classifier));
        if !(classified_by || derived_from || order || named || classifier) {
            continue;
        }
        let upper = text.to_ascii_uppercase();
        if upper.contains("DERIVED FROM") {
            header.derived.get_or_insert(block.span);
        }
        // An order line names sections of its own; the other lines are there for the reason.
        if header.reasons.is_none() && (!order || upper.contains("REASON")) {
            header.reasons = reasons(text);
        }
    }
}

fn begins_with(text: &str, words: &str) -> bool {
    text.as_bytes()
        .get(..words.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(words.as_bytes()))
}
