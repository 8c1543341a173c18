//! Heading or running text: a matter of lines, words and sentences.

use unicode_segmentation::UnicodeSegmentation;

use super::chars::trim;
use crate::document::Shape;

/// The most lines, words and bytes of a heading; a text over the bytes cannot be one, whatever it says.
const LINES: usize = 2;
const WORDS: usize = 25;
const BYTES: usize = 1024;

/// The shape of a block's text.
pub(super) fn of(text: &str) -> Shape {
    let mut lines = text.split('\n').filter(|line| !trim(line).is_empty());
    if text.len() > BYTES || lines.nth(LINES).is_some() {
        return Shape::Text;
    }
    if text.unicode_words().take(WORDS + 1).count() > WORDS || sentences(text) > 1 {
        return Shape::Text;
    }
    Shape::Heading
}

/// How many sentences certainly end before more text comes, and the one after. A full stop behind a short word may be
/// an abbreviation (`Mr.`, `U.S.`) and counts as none: a block taken for a heading never has the lower label.
fn sentences(text: &str) -> usize {
    let mut words = text.split_whitespace().peekable();
    let mut count = 1;
    while let Some(word) = words.next() {
        if words.peek().is_some() && ends_sentence(word) {
            count += 1;
        }
    }
    count
}

fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['"', '\'', ')', ']', '”', '’']);
    match word.strip_suffix('.') {
        Some(rest) => {
            !rest.contains('.') && rest.chars().filter(|c| c.is_alphanumeric()).count() >= 4
        }
        None => word.ends_with(['!', '?']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_short_in_lines_words_and_sentences() {
        for (text, shape) in [
            ("U.S.-Russia Relations", Shape::Heading),
            ("Notes of Mr. B. Ode, Desk Officer", Shape::Heading),
            ("One line\nand another", Shape::Heading),
            ("One line\nand another\nand a third", Shape::Text),
            ("The bridge is open. Traffic moves.", Shape::Text),
            (&"word ".repeat(25), Shape::Heading),
            (&"word ".repeat(26), Shape::Text),
        ] {
            assert_eq!(of(text), shape, "{text}");
        }
    }
}
