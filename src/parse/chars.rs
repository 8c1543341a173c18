//! Small steps over text that never slice outside a boundary.

pub(super) use crate::text::is_silent;

/// The offset of the first character that shows, from `at` on; the length of the text where none does.
#[inline]
pub(super) fn skip_silent(text: &str, at: usize) -> usize {
    // Nearly always something shows right there.
    match text.as_bytes().get(at) {
        Some(b'!'..=b'~') => at,
        _ => skip_further(text, at),
    }
}

fn skip_further(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut i = at;
    while let Some(&byte) = bytes.get(i) {
        if byte == b' ' {
            i += 1;
        } else if byte > b' ' && byte < 0x7f {
            return i;
        } else {
            let Some(c) = text.get(i..).and_then(|rest| rest.chars().next()) else {
                return i;
            };
            if !is_silent(c) {
                return i;
            }
            i += c.len_utf8();
        }
    }
    bytes.len()
}

/// The text without what does not show at either end.
pub(super) fn trim(text: &str) -> &str {
    // Most texts begin and end in something that shows.
    let shows = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    if shows(text.as_bytes().first()) && shows(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(is_silent)
}

/// The offset behind the last character that shows.
pub(super) fn end_of_shown(text: &str) -> usize {
    if text.as_bytes().last().is_some_and(u8::is_ascii_graphic) {
        return text.len();
    }
    text.trim_end_matches(is_silent).len()
}

/// The text from `at` on; empty outside a boundary.
pub(super) fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The runs of such bytes in a text.
pub(super) fn runs(text: &str, is: impl Fn(u8) -> bool) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..)?;
        let start = rest.iter().position(|b| is(*b))?;
        let run = rest.get(start..)?;
        let width = run.iter().position(|b| !is(*b)).unwrap_or(run.len());
        let start = at + start;
        at = start + width;
        text.get(start..at)
    })
}

/// The byte at `at`; NUL past the end.
pub(super) fn byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(at).copied().unwrap_or_default()
}

/// Whether `text` begins with `prefix`, an upper-case ASCII word, in any case.
pub(super) fn starts_with_word(text: &str, prefix: &str) -> bool {
    // Nearly always the first letters tell.
    byte(text, 0).eq_ignore_ascii_case(&byte(prefix, 0))
        && text
            .as_bytes()
            .get(..prefix.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// Where `text` goes on behind words that it begins with, in any case and with any white space between them.
pub(super) fn behind_words(text: &str, words: &str) -> Option<usize> {
    let first = byte(text, skip_silent(text, 0));
    if !first.eq_ignore_ascii_case(&byte(words, 0)) {
        return None;
    }
    // Nearly always one space stands there.
    if starts_with_word(text, words) {
        return Some(words.len());
    }
    let mut at = 0;
    for (index, word) in words.split(' ').enumerate() {
        let next = skip_silent(text, at);
        if (index > 0 && next == at) || !starts_with_word(from(text, next), word) {
            return None;
        }
        at = next + word.len();
    }
    Some(at)
}
