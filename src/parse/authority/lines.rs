//! Every declassification instruction of a document, wherever it stands (32 CFR 2001.22(e)(2): the longest governs).

use super::super::build::Builder;
use super::super::draft::Draft;
use super::further::further;
use crate::Span;
use crate::declass::Order;
use crate::document::{BlockKind, Field};

/// The text of every instruction: of the order line, of the fields, and of the lines of any other block that begin with the
/// label of one. The last only make a term longer: where no field gives an instruction, a line of the text gives none.
pub(in crate::parse) fn gather(builder: &mut Builder<'_>) {
    let mut found: Vec<Span> = builder
        .blocks
        .iter()
        .filter(|block| {
            matches!(
                block.kind,
                BlockKind::Field(Field::Order | Field::Instruction)
            )
        })
        .map(|block| with_label(builder.source, block))
        .collect();
    if !found.is_empty() {
        found.extend(further(builder));
    }
    builder.instructions = found;
}

/// The text of an instruction, with `E.O.` before a number that is of no order: the number alone says nothing.
fn with_label(source: &str, block: &Draft) -> Span {
    let text = source.get(block.text.range()).unwrap_or_default();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits).and_then(|number| number.parse().ok());
    let known = number.is_none_or(|number| Order::numbered(number).is_some());
    let head = source
        .get(block.span.start()..block.text.start())
        .unwrap_or_default();
    match head.rfind(['E', 'e']) {
        Some(at) if digits > 3 && !known => Span::new(block.span.start() + at, block.text.end()),
        Some(_) | None => block.text,
    }
}
