//! Heading or running text: a matter of lines, words and sentences.

use unicode_segmentation::UnicodeSegmentation;

use super::sentence;
use crate::document::Shape;

/// The most lines, words and bytes of a heading; a text over the bytes cannot be one, whatever it says.
const LINES: usize = 2;
const WORDS: usize = 25;
const BYTES: usize = 1024;

/// The shape of a block's text.
pub(super) fn of(text: &str) -> Shape {
    let lines = || text.split('\n').filter(|line| has_words(line)).nth(LINES);
    let several = memchr::memchr(b'\n', text.as_bytes()).is_some();
    if text.len() > BYTES || (several && lines().is_some()) {
        return Shape::Text;
    }
    if has_further_sentence(text) || has_too_many_words(text) {
        return Shape::Text;
    }
    Shape::Heading
}

/// Whether a line says something: a rule above and below a heading makes no text of it.
fn has_words(line: &str) -> bool {
    line.chars().any(char::is_alphanumeric)
}

/// Whether there are more words than a heading has.
fn has_too_many_words(text: &str) -> bool {
    // Where all is ASCII, no word ends within a run of letters and digits, so that there are at most as many words as runs.
    let few = text.is_ascii() && (text.len() <= 2 * WORDS || runs(text) <= WORDS);
    !few && text.unicode_words().nth(WORDS).is_some()
}

fn runs(text: &str) -> usize {
    let ends = |pair: &[u8]| matches!(pair, [a, b] if a.is_ascii_alphanumeric() && !b.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    bytes.windows(2).filter(|pair| ends(pair)).count()
        + usize::from(bytes.last().is_some_and(u8::is_ascii_alphanumeric))
}

/// Whether a sentence certainly ends before more text comes: a block taken for a heading never has the lower label.
fn has_further_sentence(text: &str) -> bool {
    if memchr::memchr3(b'.', b'!', b'?', text.as_bytes()).is_none() {
        return false;
    }
    let mut words = text.split_whitespace();
    // The last word ends the text, and not a sentence before more of it.
    let last = words.next_back();
    let mut before = words.next();
    for word in words.chain(last) {
        // `… is dry. Nobody was told …`: a short word in small letters ends a sentence where the next begins with a capital.
        let ends = before.is_some_and(|before| {
            sentence::surely_ends(before)
                || (is_short_end(before) && word.starts_with(char::is_uppercase))
        });
        if ends {
            return true;
        }
        before = Some(word);
    }
    false
}

/// `dry.`: no initial, and no title.
fn is_short_end(word: &str) -> bool {
    sentence::without_closing(word)
        .strip_suffix('.')
        .is_some_and(|word| word.len() > 1 && word.chars().all(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_heading_is_short_in_lines_words_and_sentences() {
        for (text, shape) in [
            ("U.S.-Russia Relations", Shape::Heading),
            ("Notes of Mr. B. Ode, Desk Officer", Shape::Heading),
            ("One line\nand another", Shape::Heading),
            ("One line\nand another\nand a third", Shape::Text),
            ("-------\nOne line\n-------", Shape::Heading),
            ("* * *\nOne line\nand another\n=====", Shape::Heading),
            (
                "-------\nOne line\nand another\nand a third\n-------",
                Shape::Text,
            ),
            ("The bridge is open. Traffic moves.", Shape::Text),
            (&"word ".repeat(25), Shape::Heading),
            (&"word ".repeat(26), Shape::Text),
        ] {
            assert_eq!(of(text), shape, "{text}");
        }
    }

    #[test]
    fn counting_runs_agrees_with_counting_words() {
        let mut random = Random::new();
        let printable: Vec<char> = (' '..='~').chain(['\n']).collect();
        let letters: Vec<char> = ('A'..='Z').chain('a'..='z').collect();
        for _ in 0..256 {
            let mut text = String::new();
            for _ in 0..20 + random.below(21) {
                text += &random.text(&printable, 0, 6);
                text += &random.text(&letters, 1, 4);
            }
            let words = text.unicode_words().count();
            assert_eq!(has_too_many_words(&text), words > WORDS, "{text:?}");
        }
    }
}
