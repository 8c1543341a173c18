//! A short look at a text before a statement is read in it.

use super::super::captions;
use super::super::chars::{byte, from};
use super::vocabulary::{self, FOREIGN, WORDS_OF_ONE, Word, number_in_words};
use crate::marking::SpelledLevel;

/// A short look at the words of a text, as far as they may stand in a statement: whether one of them names a level, a caption
/// or something else that may bind.
pub(super) fn may_state(text: &str) -> bool {
    let mut at = 0;
    let mut parts = false;
    for _ in 0..WORDS_OF_ONE {
        let rest =
            from(text, at).trim_start_matches(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
        let of_word = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
        let width = rest.as_bytes().iter().position(|b| !of_word(b));
        let width = width.unwrap_or(rest.len());
        let Some(word) = rest.get(..width) else {
            return true;
        };
        let word = word.trim_end_matches('-');
        let (first, second) = (byte(rest, 0), byte(rest, 1));
        // Most words have small letters behind the first.
        let shouts = !second.is_ascii_lowercase();
        let letter = || matches!(first, b'C' | b'S') && !second.is_ascii_alphanumeric();
        if (shouts && (letter() || rest.starts_with("TS") || begins_with_stroke(rest)))
            || !byte(rest, width).is_ascii()
            || SpelledLevel::at(rest).is_some()
        {
            return true;
        }
        match vocabulary::word(word) {
            Some(Word::Classified | Word::Business) => return true,
            Some(Word::Part) => parts = true,
            Some(_) => {}
            None if rest.is_empty() => return false,
            // A number counts behind the word for a part.
            None if first.is_ascii_digit() => {
                if !parts {
                    return false;
                }
            }
            None if number_in_words(word).is_some() => {}
            None => return shouts && may_bind(word),
        }
        at = text.len() - rest.len() + word.len();
    }
    true
}

/// Whether a text begins with a word in capitals and a stroke behind it.
fn begins_with_stroke(text: &str) -> bool {
    let capitals = text.bytes().position(|b| !b.is_ascii_uppercase());
    capitals.is_some_and(|end| end > 0 && matches!(byte(text, end), b'_' | b'-'))
}

/// Whether a word that is none of the vocabulary may be a caption.
fn may_bind(word: &str) -> bool {
    let capitals = !word.bytes().any(|b| b.is_ascii_lowercase());
    capitals
        && (FOREIGN.contains(&word)
            || matches!(word, "RESTRICTED" | "SENSITIVE" | "EYES" | "ONLY")
            || captions::codes(word).next().is_some())
}
