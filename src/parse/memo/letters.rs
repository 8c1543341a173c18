//! `(A) Agree.`: single letters in a document that has no marks.

use super::super::build::Builder;
use super::super::lists::{self, Halves, Letter};
use crate::document::Number;

/// Where no block states a mark that is certain, letters that count are items, and a letter that is no level is text.
///
/// As an item a block takes the overall classification, which is never below what the letter would say. Where there are
/// marks, or a letter that can be nothing else, the letters wait for [`lists::resolve`].
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    lists::half_closed(builder, Halves::All);
    let mut chain: Option<Letter> = None;
    let mut letters: Vec<Lettered> = Vec::new();
    let mut paragraph = None;
    for (index, block) in builder.blocks.iter().enumerate() {
        if block.number.is_some() {
            paragraph = block.number.and_then(Number::of_paragraph).or(paragraph);
        }
        let Some(letter) = lists::letter_of(builder.source, block) else {
            if block.mark.is_none() {
                continue;
            }
            return;
        };
        // A list begins with its first item, or with the second where the text before it holds the first.
        let counts = letter.whole
            && (matches!(letter.letter, 'a' | 'b')
                || chain.is_some_and(|last| letter.goes_on(last)));
        if counts {
            chain = Some(letter);
        } else if letter.reading().is_some() || !letter.whole {
            return;
        }
        chain = chain.filter(|_| counts);
        let free = block.number.is_none();
        letters.push(Lettered {
            index,
            letter,
            paragraph,
            is_item: counts && free,
        });
    }
    for Lettered {
        index,
        letter,
        paragraph,
        is_item,
    } in letters
    {
        if lists::holds_next(builder, index, letter) {
            lists::as_text(builder, index, letter);
        } else if is_item {
            lists::as_item(builder, index, paragraph, letter);
        } else {
            lists::as_text(builder, index, letter);
        }
    }
}

/// A block that begins with a single letter, and the paragraph it stands in.
struct Lettered {
    index: usize,
    letter: Letter,
    paragraph: Option<u32>,
    is_item: bool,
}
