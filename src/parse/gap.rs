//! Paragraphs that a copy joined to the one before them, told by the gap that they leave in the numbers: `… in June. 7. COMMENT:
//! We doubt it.` They have no mark of their own (reading rule 5); one with a mark is found by that.

use super::build::Builder;
use super::chars::from;
use super::labelled::{LABEL, is_label};
use super::sentence;
use crate::document::{BlockKind, Number};
use crate::marking::Label;

/// Raises what holds the paragraph that is missing between two numbers, or behind the last.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let mut last: Option<(u32, usize)> = None;
    let mut joined = Vec::new();
    for (index, block) in builder.blocks.iter().enumerate() {
        let counts = block.kind == BlockKind::Paragraph;
        let Some(number) = block.number.and_then(Number::of_paragraph) else {
            continue;
        };
        if let (true, Some((before, first))) = (counts, last)
            && number == before.saturating_add(2)
        {
            let held = (first..index).filter(|held| holds(builder, *held, before + 1, Last::No));
            joined.extend(held);
        }
        if counts {
            last = Some((number, index));
        }
    }
    if let Some((number, first)) = last.filter(|_| builder.numbers_marked) {
        let next = number.saturating_add(1);
        let held =
            (first..builder.blocks.len()).filter(|held| holds(builder, *held, next, Last::Yes));
        joined.extend(held);
    }
    for index in joined {
        builder.raise(index, &Label::unresolved());
    }
}

/// Whether no number follows that would leave a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Yes,
    No,
}

/// Whether `number` stands in a block as that of a paragraph does: behind the end of a sentence and before a capital, and behind the
/// last paragraph before a label.
fn holds(builder: &Builder<'_>, index: usize, number: u32, last: Last) -> bool {
    let block = builder
        .blocks
        .get(index)
        .filter(|block| block.kind.is_body());
    let text = block.and_then(|block| builder.source.get(block.text.range()));
    let text = text.unwrap_or_default();
    let token = format!("{number}. ");
    // A list that counts as far counts itself.
    let counted = format!(" {}. ", number.saturating_sub(1));
    if text.contains(&counted) {
        return false;
    }
    memchr::memmem::find_iter(text.as_bytes(), token.as_bytes()).any(|at| {
        let before = text.get(..at).unwrap_or_default();
        let behind = from(text, at + token.len()).trim_start_matches(' ');
        let word = before.trim_end_matches(' ').rsplit(' ').next();
        let abbreviated =
            word.is_some_and(|word| sentence::is_abbreviated(word.trim_end_matches('.')));
        // A label is short: further on no colon is looked for.
        let label = || {
            let colon = behind.bytes().take(LABEL).position(|b| b == b':');
            colon.and_then(|at| behind.get(..at)).is_some_and(is_label)
        };
        before.ends_with(' ')
            && sentence::may_end(before)
            && !abbreviated
            && behind.starts_with(char::is_uppercase)
            && (last == Last::No || label())
    })
}
