//! The last word on the fields of a header, when all of them are known.

use super::super::build::Builder;
use super::super::captions;
use super::super::chars::{end_of_shown, skip_silent};
use super::kind::is_of_kind;
use crate::Span;
use crate::document::{BlockKind, Field};

/// Gives the overall classification to every field that holds more than its kind: it counts as an unknown one. A caption
/// at the end of a subject binds as one on a line of its own.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    let source = builder.source;
    for block in &builder.blocks {
        if block.kind == BlockKind::Subject {
            let title = source.get(block.text.range()).unwrap_or_default();
            builder.header.captions.extend(captions::at_end(title));
        }
    }
    for block in &mut builder.blocks {
        let BlockKind::Field(field) = block.kind else {
            continue;
        };
        if !field.is_known_unclassified() || !block.mark.is_none() {
            continue;
        }
        let text = source.get(block.text.range()).unwrap_or_default();
        if !is_of_kind(field, text) {
            block.kind = BlockKind::Field(Field::Unknown);
            // What was its label is a part of what it says.
            let whole = source.get(block.span.range()).unwrap_or_default();
            let start = block.span.start() + skip_silent(whole, 0);
            let end = (block.span.start() + end_of_shown(whole)).max(start);
            block.text = Span::new(start, end);
        }
    }
}
