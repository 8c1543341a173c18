//! What the portions of a source say, as the check of an output reads it.

use std::borrow::Cow;

use crate::Span;
use crate::document::{Document, Role};
use crate::policy::Portion;

/// What of a portion counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Everything, with number, field label and mark.
    Whole,
    /// The text alone.
    Text,
}

/// The text of a portion, piece by piece of the source; the furniture between the pieces is left out.
pub(super) fn portion_text<'d>(
    document: &'d Document<'_>,
    portion: &Portion,
    part: Part,
) -> Cow<'d, str> {
    let first = portion.blocks().start;
    let blocks = document.blocks().get(portion.blocks()).unwrap_or_default();
    let mut text = Cow::Borrowed("");
    for (offset, block) in blocks.iter().enumerate() {
        let within = match part {
            Part::Whole => block.span,
            Part::Text => block.text,
        };
        for piece in document.pieces().iter().skip(block.first_piece) {
            if piece.span().start() >= within.end() {
                break;
            }
            if piece.role() == Role::Block(first + offset) {
                let span = Span::new(
                    piece.span().start().max(within.start()),
                    piece.span().end().min(within.end()),
                );
                let more = document.sealed(span).open();
                if text.is_empty() {
                    text = Cow::Borrowed(more);
                } else {
                    let text = text.to_mut();
                    text.push('\n');
                    text.push_str(more);
                }
            }
        }
    }
    text
}
