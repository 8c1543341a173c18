//! Marks inside a block: of a name that is cited, or of a sentence before the last.
//!
//! They are no mark of the block. The block holds what they rate, and so it is rated as that at least.

use super::super::build::Builder;
use super::super::chars::{from, is_silent};
use super::super::findings;
use crate::Span;
use crate::marking::{Label, StatedMark};

/// The longest token that is looked at, in bytes.
const LONGEST_TOKEN: usize = 40;
/// How far an item of a list may stand behind the one before it, in bytes.
const LIST: usize = 4096;

/// Looks at the parentheses inside every block.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let (start, own) = (block.text.start(), block.mark.span());
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        for (label, span) in marks(text) {
            let span = span.shifted(start);
            if own != Some(span) && !Label::unclassified().dominates(&label) {
                builder.note(&findings::DOUBTFUL_MARK, span);
                builder.raise(index, &label);
            }
        }
    }
}

/// The readable marks inside `text` that stand before a closing quotation mark or behind the end of a sentence.
fn marks(text: &str) -> impl Iterator<Item = (Label, Span)> {
    memchr::memchr_iter(b'(', text.as_bytes()).filter_map(move |at| {
        let window = from(text, at + 1);
        let close = window
            .bytes()
            .take(LONGEST_TOKEN)
            .position(|b| b == b')' || b == b'(')?;
        let inside = window
            .get(..close)
            .filter(|_| window.as_bytes().get(close) == Some(&b')'))?;
        // A letter in lower case counts items.
        if !inside
            .trim_start()
            .starts_with(|c: char| c.is_ascii_uppercase())
        {
            return None;
        }
        let end = at + close + 2;
        let quoted = from(text, end)
            .trim_start_matches(['.', ',', ';', ' '])
            .starts_with(['”', '"', '’']);
        let before = text.get(..at)?.trim_end_matches(is_silent);
        let sentence = before.ends_with(['.', '?', '!']) && !counts(before, inside);
        if !quoted && !sentence {
            return None;
        }
        let stated = StatedMark::read(inside).ok()?;
        Some((stated.label(), Span::new(at, end)))
    })
}

/// Whether the letter goes on with a letter not far before it: `(A) … (B) … (C)`.
fn counts(before: &str, inside: &str) -> bool {
    let mut letters = inside.bytes();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    letter > b'A' && {
        let last = [b'(', letter - 1, b')'];
        let window = before.len().saturating_sub(LIST);
        before
            .as_bytes()
            .get(window..)
            .is_some_and(|near| near.windows(3).any(|three| three == last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_names_and_of_sentences_are_found_inside_a_block() {
        for (text, expected) in [
            ("a study, “Bridges of the Coast (S),” was sent", &["S"][..]),
            ("see “Bridges (TS).”", &["TS"]),
            ("The dam holds. (C) The road does not.", &["C"]),
            ("Refs: (A) Alder 12. (B) Alder 13. (C) Alder 14.", &[]),
            ("the office of the comptroller (C) wrote", &[]),
            ("he has the memorandum(s).", &[]),
            ("The dam holds. (c) The road", &[]),
        ] {
            let found: Vec<String> = marks(text).map(|(label, _)| label.to_string()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
