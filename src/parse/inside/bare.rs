//! Marks that stand without brackets.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::super::chars::{byte, from, is_silent, skip_silent};
use super::super::labelled::names_a_remark;
use super::super::lead::{SYMBOLS, is_bullet};
use super::super::lines::starts_of;
use super::super::{tear, token};
use super::found::{Inside, Places};
use super::place::{in_place, near, window};
use crate::Span;
use crate::marking::{Label, Likeness, SpelledLevel, StatedMark};

/// What parts the level of a mark from its controls.
static STROKES: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("//"));

/// Marks that stand without brackets: `S//NF The relay`, `SECRET: the relay`, at the start of a line, behind a gap or the
/// end of a sentence.
pub(super) fn bare(text: &str, places: Places) -> impl Iterator<Item = Inside> {
    let text = if places == Places::Text { text } else { "" };
    let slashes = STROKES.find_iter(text.as_bytes()).filter_map(move |at| {
        let glued = near(text, at).rsplit(is_silent).next()?;
        // A word is looked at once, where its first strokes stand.
        if glued.contains('/') {
            return None;
        }
        let start = at - glued.len();
        let word = window(text, start).split(is_silent).next()?;
        let level = word.bytes().next()?.is_ascii_uppercase() || word.starts_with("//");
        let alone = !word.contains(|c| token::opens(c) || token::closes(c))
            && Likeness::of(word).is_certain();
        let span = Span::new(start, start + word.len());
        (level && alone && in_place(text, span, word)).then(|| Inside {
            span,
            // A tear line inside a text says what it says, and opens nothing.
            label: StatedMark::read(word.trim_end_matches(['.', ',', ':', ';']))
                .ok()
                .or_else(|| tear::states(word.trim_end_matches(|c| c != '/')))
                .map_or_else(Label::unresolved, |stated| stated.label()),
            doubtful: false,
        })
    });
    let levels = lines(text)
        .map(|found| (found, false))
        .chain(sentences(text))
        .filter_map(|((start, line), behind_sentence)| {
            let spelled = SpelledLevel::at(line)?;
            let word = line.get(..spelled.end())?;
            let behind = from(line, spelled.end());
            let shown = behind.trim_start_matches(' ');
            // A hyphen joins words, with a blank before it none. A level that is a sentence is one.
            let heads = shown.starts_with([':', '–', '—'])
                || shown.starts_with("--")
                || (shown.starts_with('-') && shown.len() < behind.len())
                || (behind_sentence && behind.starts_with(". "));
            let span = Span::new(start, start + spelled.end());
            (heads && !word.contains(char::is_lowercase)).then(|| Inside {
                span,
                label: spelled.label(),
                doubtful: false,
            })
        });
    slashes
        .chain(levels)
        .chain(abbreviated(text))
        .filter(|found| !Label::unclassified().dominates(&found.label))
}

/// `TS: the relay`: a level by its letters heads a line. A letter that others counted before is an item.
fn abbreviated(text: &str) -> impl Iterator<Item = Inside> {
    let heads = |line: &str, word: &str| {
        line.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(':'))
    };
    // Whether the letter before `C` and `S` heads a line: looked for once.
    let mut counted: [Option<bool>; 2] = [None, None];
    lines(text).filter_map(move |(start, line)| {
        let word = ABBREVIATIONS.into_iter().find(|word| heads(line, word))?;
        let before = match word {
            "C" => counted.first_mut().map(|counted| (counted, "B")),
            "S" => counted.last_mut().map(|counted| (counted, "R")),
            _ => None,
        };
        let counts = before.is_some_and(|(counted, letter)| {
            *counted.get_or_insert_with(|| lines(text).any(|(_, line)| heads(line, letter)))
        });
        (!counts).then(|| Inside {
            span: Span::new(start, start + word.len()),
            label: Label::unresolved(),
            doubtful: true,
        })
    })
}

/// Levels and sensitivities by their letters.
const ABBREVIATIONS: [&str; 6] = ["S", "C", "TS", "SBU", "LOU", "CUI"];

/// The lines of a text that begin with a capital, behind a bullet or an item as well, each with its place.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    starts_of(text).filter_map(move |start| {
        let start = behind_item(text, skip_silent(text, start));
        byte(text, start)
            .is_ascii_uppercase()
            .then(|| (start, from(text, start)))
    })
}

/// The longest item, in bytes, with its bracket or full stop.
const ITEM: usize = 4;

/// Where the text of a line begins that a bullet or an item stands before: `- SECRET:`, `(1) SECRET:`, `o SECRET:`.
fn behind_item(text: &str, start: usize) -> usize {
    let line = from(text, start);
    if line.starts_with(|c: char| c.is_ascii_uppercase()) {
        return start;
    }
    let bare = line.trim_start_matches(|c: char| is_silent(c) || is_bullet(c));
    let word = bare.split(is_silent).next().unwrap_or_default();
    let counts = word.len() <= ITEM
        && (word.ends_with(['.', ')']) || (word.len() == 1 && SYMBOLS.contains(word)));
    let text_start = text.len() - bare.len();
    if counts {
        skip_silent(text, text_start + word.len())
    } else {
        text_start
    }
}

/// What stands behind the full stops and the colons of a text and begins with a capital, each with its place, and whether a
/// sentence ended before it.
fn sentences(text: &str) -> impl Iterator<Item = ((usize, &str), bool)> {
    memchr::memchr2_iter(b'.', b':', text.as_bytes()).filter_map(move |at| {
        if byte(text, at + 1) != b' ' {
            return None;
        }
        let start = skip_silent(text, at + 1);
        let rest = from(text, start);
        // Behind the label of a remark a text begins: `[Note: SECRET. The relay …]`.
        let remark = || {
            let word = near(text, at).rsplit(is_silent).next();
            word.is_some_and(|word| names_a_remark(word.trim_start_matches(token::opens)))
        };
        rest.starts_with(|c: char| c.is_ascii_uppercase())
            .then(|| ((start, rest), byte(text, at) == b'.' || remark()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_without_brackets_are_told_from_text() {
        for (text, expected) in [
            ("Open.\nS//NF - The relay.", &["S//NF"][..]),
            ("Open.\nSECRET: The relay.", &["S"]),
            ("Open. SECRET: The relay.", &["S"]),
            ("Open. SECRET - The relay.", &["S"]),
            ("Open. SECRET--The relay.", &["S"]),
            ("Open:\n- SECRET: The relay.", &["S"]),
            ("Open:\n(1) SECRET: The relay.", &["S"]),
            ("Open:\no CONFIDENTIAL - The relay.", &["C"]),
            ("Tab A: SECRET: The relay.", &["S"]),
            ("Source comment: SECRET. The relay.", &["S"]),
            ("It is old. [Note: SECRET. The relay.]", &["S"]),
            ("Clearance: SECRET. The relay.", &[]),
            ("Tab A: SECRET TALKS. Tab B: SECRET", &[]),
            ("Open.\nTOP SECRET -- the relay.", &["TS"]),
            ("Open. SECRET. The relay.", &["S"]),
            ("The talks were\nSECRET. The relay.", &[]),
            ("Open. SECRET-LEVEL TALKS. SECRET TALKS - THE RELAY.", &[]),
            ("Open.\nSecret: the relay.", &[]),
            ("See http://example.test/S//NF for it", &[]),
            ("either//or", &[]),
        ] {
            let found: Vec<String> = bare(text, Places::Text)
                .map(|found| found.label.to_string())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
