//! Runs of letters that count items: `(A) … (B) … (C)` (reading rule 1).

use super::chars::{from, is_silent};
use crate::document::{Enumerator, roman_value};

/// How far an item of a list may stand behind the one before it, in bytes.
const LIST: usize = 4096;

/// Whether the item `letter` goes on with a complete run at the end of `text`, in capitals or small letters.
pub(super) fn goes_on(text: &str, letter: char) -> bool {
    [letter.to_ascii_uppercase(), letter.to_ascii_lowercase()]
        .into_iter()
        .any(|letter| in_run(text, text.len(), letter.encode_utf8(&mut [0; 4])))
}

/// Whether the item `letter` goes on with a run of items in letters of its case that close with a bracket, `A) … B) …`, or a
/// full stop.
pub(super) fn goes_on_half(text: &str, letter: char) -> bool {
    let first = if letter.is_ascii_uppercase() {
        'A'
    } else {
        'a'
    };
    let counts = |item: char| {
        let closed = |sign: char| text.contains(&[' ', item, sign].iter().collect::<String>());
        closed(')')
            || closed('.')
            || text.starts_with(item) && from(text, 1).starts_with([')', '.'])
    };
    letter > first && (first..letter).all(counts)
}

/// Whether the item `letter` goes on with a complete run of items each of which begins a line of `text`: `A) …`, `B) …`.
pub(super) fn goes_on_lines(text: &str, letter: char) -> bool {
    let first = if letter.is_ascii_uppercase() {
        'A'
    } else {
        'a'
    };
    let text = from(text, text.len().saturating_sub(LIST));
    let mut lines = text.lines();
    letter > first
        && (first..letter).all(|item| lines.any(|line| begins_with_item(line, item)))
        && !lines.any(|line| begins_with_item(line, letter))
}

/// Whether a line begins with an item, `B)` or `(B)`, and text stands behind it.
fn begins_with_item(line: &str, letter: char) -> bool {
    begins_with(line, letter.encode_utf8(&mut [0; 4]))
}

/// The same of an item that may have several letters: `(ii)`.
pub(super) fn begins_with(line: &str, letters: &str) -> bool {
    let shown = line.trim_start_matches(|c| is_silent(c) || matches!(c, '-' | '*' | '•'));
    let item = shown.strip_prefix('(').unwrap_or(shown);
    item.strip_prefix(letters)
        .and_then(|rest| rest.strip_prefix(')'))
        .is_some_and(|rest| rest.contains(char::is_alphanumeric))
}

/// Whether a letter stands at the end of a complete run: `(A) … (B) … (C)` (reading rule 1). Text stands behind every item of
/// one.
pub(super) fn in_run(text: &str, at: usize, inside: &str) -> bool {
    let mut letters = inside.bytes();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    let first = if letter.is_ascii_uppercase() {
        b'A'
    } else {
        b'a'
    };
    let mut end = at;
    letter.is_ascii_alphabetic()
        && letter > first
        && (first..letter)
            .rev()
            .all(|before| item_before(text, &mut end, &[b'(', before, b')']))
}

/// `(A) boats, (B) tugs or (C) none. … We prefer (C).`: whether a letter names an item of a complete run before it.
pub(super) fn names_item(text: &str, at: usize, inside: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let item = memchr::memmem::find(before.as_bytes(), format!("({inside})").as_bytes());
    item.is_some_and(|item| in_run(text, item, inside))
}

/// Whether a number stands in a run of numbers, or is the first of one.
pub(super) fn in_run_of_digits(text: &str, at: usize, inside: &str) -> bool {
    let Ok(number) = inside.parse::<u16>() else {
        return false;
    };
    let before = format!("({})", number.saturating_sub(1));
    number == 1 || (number > 1 && item_before(text, &mut { at }, before.as_bytes()))
}

/// Whether a letter stands in a complete run of Roman numbers: `(i) … (iv) … (v)`.
pub(super) fn in_run_of_roman(text: &str, at: usize, inside: &str) -> bool {
    let capitals = inside.contains(char::is_uppercase);
    let mut end = at;
    roman_value(inside).is_some_and(|value| {
        (1..value).rev().all(|before| {
            let number = Enumerator::Roman(before).to_string();
            let number = if capitals {
                number.to_ascii_uppercase()
            } else {
                number
            };
            item_before(text, &mut end, format!("({number})").as_bytes())
        })
    })
}

/// Steps back from `end` to the item before it, if text stands behind that.
fn item_before(text: &str, end: &mut usize, item: &[u8]) -> bool {
    let near = end.saturating_sub(LIST);
    let window = text.as_bytes().get(near..*end).unwrap_or_default();
    let Some(found) = memchr::memmem::rfind(window, item) else {
        return false;
    };
    let behind = window.get(found + item.len()..).unwrap_or_default();
    *end = near + found;
    behind.iter().any(u8::is_ascii_alphanumeric) || !behind.is_ascii()
}
