//! What the portions of a source say, as the check of an output reads it.

use std::borrow::Cow;
use std::ops::Range;

use crate::Span;
use crate::document::{Document, Role};
use crate::marking::Reader;
use crate::policy::Portion;

/// What of a portion counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Everything, with number, field label and mark.
    Whole,
    /// The text alone.
    Text,
}

/// Stands where words are excised, and is no part of a word.
const GONE: char = '\u{1}';

/// The text of a portion, piece by piece of the source; the furniture between the pieces is left out.
pub(super) fn portion_text<'d>(
    document: &'d Document<'_>,
    portion: &Portion,
    part: Part,
) -> Cow<'d, str> {
    let mut text = Cow::Borrowed("");
    for span in pieces(document, portion, part) {
        let more = document.sealed(span).open();
        if text.is_empty() {
            text = Cow::Borrowed(more);
        } else {
            let text = text.to_mut();
            text.push('\n');
            text.push_str(more);
        }
    }
    text
}

/// The same without the words that are excised in it.
pub(super) fn left_text<'d>(
    document: &'d Document<'_>,
    portion: &Portion,
    part: Part,
    excised: &[Span],
) -> Cow<'d, str> {
    if excised.is_empty() {
        return portion_text(document, portion, part);
    }
    let (text, gone) = text_and_excised(document, portion, part, excised);
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    for range in gone {
        left.push_str(text.get(at..range.start).unwrap_or_default());
        left.push(GONE);
        at = range.end.max(at);
    }
    left.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(left)
}

/// Where words of a released portion are withheld from the reader.
pub(super) fn excised_words(portion: &Portion, reader: &Reader) -> Vec<Span> {
    if reader.is_originator() {
        Vec::new()
    } else {
        portion.excised_words().collect()
    }
}

/// The text of a portion, and where in it the excised words stand.
pub(super) fn text_and_excised(
    document: &Document<'_>,
    portion: &Portion,
    part: Part,
    excised: &[Span],
) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut gone = Vec::new();
    for span in pieces(document, portion, part) {
        if !text.is_empty() {
            text.push('\n');
        }
        let at = text.len();
        text.push_str(document.sealed(span).open());
        for words in excised {
            let start = words.start().max(span.start());
            let end = words.end().min(span.end());
            if start < end {
                gone.push(at + start - span.start()..at + end - span.start());
            }
        }
    }
    gone.sort_by_key(|range: &Range<usize>| (range.start, range.end));
    (text, gone)
}

/// The runs of the source that are the portion.
fn pieces<'d>(
    document: &'d Document<'_>,
    portion: &Portion,
    part: Part,
) -> impl Iterator<Item = Span> + use<'d> {
    let first = portion.blocks().start;
    let blocks = document.blocks().get(portion.blocks()).unwrap_or_default();
    blocks.iter().enumerate().flat_map(move |(offset, block)| {
        let within = match part {
            Part::Whole => block.span,
            Part::Text => block.text,
        };
        let pieces = document.pieces().iter().skip(block.first_piece);
        pieces
            .take_while(move |piece| piece.span().start() < within.end())
            .filter(move |piece| piece.role() == Role::Block(first + offset))
            .map(move |piece| {
                Span::new(
                    piece.span().start().max(within.start()),
                    piece.span().end().min(within.end()),
                )
            })
    })
}
