//! A short look at a text before a statement is read in it.

use std::sync::LazyLock;

use super::super::captions;
use super::super::chars::{byte, from};
use super::vocabulary::{self, FOREIGN, NUMBERS, WORDS_OF_ONE, Word, number_in_words};
use crate::marking::SpelledLevel;
use crate::text::Heads;

/// A short look at the words of a text, as far as they may stand in a statement: whether one of them names a level, a caption
/// or something else that may bind.
pub(super) fn may_state(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut parts = false;
    for _ in 0..WORDS_OF_ONE {
        let between = |b: &&u8| b.is_ascii() && !b.is_ascii_alphanumeric();
        at += bytes
            .get(at..)
            .unwrap_or_default()
            .iter()
            .take_while(between)
            .count();
        let rest = from(text, at);
        let of_word = |b: &&u8| b.is_ascii_alphanumeric() || **b == b'-';
        let width = rest.as_bytes().iter().take_while(of_word).count();
        // Nearly always the first letters tell.
        if let [first, second, third, ..] = *rest.as_bytes()
            && first.is_ascii_alphabetic()
            && second.is_ascii_lowercase()
            && third.is_ascii_lowercase()
            && !HEADS.hold([first, second, third])
        {
            return !byte(rest, width).is_ascii();
        }
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
            Some(word) if makes_statement(word) => return true,
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

/// How the words begin of which statements are made.
static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let words = vocabulary::words().map(|(text, _)| text);
    Heads::of(words.chain(NUMBERS).chain(SpelledLevel::words()))
});

/// Whether a text begins with a word in capitals and a stroke behind it.
fn begins_with_stroke(text: &str) -> bool {
    let capitals = text.bytes().position(|b| !b.is_ascii_uppercase());
    capitals.is_some_and(|end| end > 0 && matches!(byte(text, end), b'_' | b'-'))
}

/// Whether a word that is none of the vocabulary may be a caption.
fn may_bind(word: &str) -> bool {
    let capitals = !word.bytes().any(|b| b.is_ascii_lowercase());
    capitals && (binds(word) || captions::codes(word).next().is_some())
}

/// Words in capitals that bind and are no captions by themselves.
fn binds(word: &str) -> bool {
    FOREIGN.contains(&word) || matches!(word, "RESTRICTED" | "SENSITIVE" | "EYES" | "ONLY")
}

/// The words that make a statement in letters of either case.
pub(in crate::parse) fn names() -> impl Iterator<Item = &'static str> {
    vocabulary::words()
        .filter(|(_, word)| makes_statement(*word))
        .map(|(text, _)| text)
}

fn makes_statement(word: Word) -> bool {
    matches!(word, Word::Classified | Word::Business)
}

/// Whether a word may make a statement of the words around it, where none of them spells a level or a caption.
pub(in crate::parse) fn may_name(word: &str) -> bool {
    binds(word) || vocabulary::word(word).is_some_and(makes_statement)
}
