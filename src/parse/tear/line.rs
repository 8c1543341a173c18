//! What a tear line says.

use super::super::chars::{is_silent, trim};
use crate::Span;
use crate::marking::{SpelledLevel, StatedMark};

/// The longest tear line, in bytes.
const LONGEST: usize = 64;

/// A tear line, before it is known where it ends.
#[derive(Debug)]
pub(in crate::parse) struct Tear {
    /// The first block behind it.
    pub(in crate::parse) first: usize,
    pub(in crate::parse) span: Span,
    pub(in crate::parse) end: Marks,
    pub(in crate::parse) stated: Option<StatedMark>,
}

/// Which end of the passage a line marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Marks {
    Begin,
    Close,
    /// `//UNCLASSIFIED//` stands at both.
    Either,
}

/// What a line that is a tear line states for what stands under it.
pub(in crate::parse) fn states(text: &str) -> Option<StatedMark> {
    read(text)?.1
}

/// A short look: BEGIN, START, END, TEARLINE and UNCLASSIFIED, and the signs that stand before them.
fn may_be(shown: &str) -> bool {
    shown
        .as_bytes()
        .first()
        .is_some_and(|b| matches!(b, b'B' | b'S' | b'E') || !b.is_ascii_alphanumeric())
        || shown.starts_with("TEAR")
        || shown.starts_with("UNCLAS")
}

/// What a tear line says: which end it is, and the level where it names one.
pub(super) fn read(text: &str) -> Option<(Marks, Option<StatedMark>)> {
    let shown = trim(text);
    if shown.len() > LONGEST || !may_be(shown) || shown.chars().any(char::is_lowercase) {
        return None;
    }
    if let Some(level) = shown
        .strip_prefix("//")
        .and_then(|rest| rest.strip_suffix("//"))
    {
        let spelled = SpelledLevel::at(level).filter(|spelled| spelled.end() == level.len())?;
        return Some((Marks::Either, StatedMark::of(&spelled.label().to_string())));
    }
    let words: Vec<&str> = shown
        .split(|c: char| is_silent(c) || matches!(c, '-' | '=' | '*' | '/' | ':' | '_' | '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let (end, named) = match words.first()? {
        &"BEGIN" | &"START" => (Marks::Begin, 1),
        &"END" => (Marks::Close, 1),
        // `TEARLINE: UNCLASSIFIED` stands at both ends as well.
        _ => (Marks::Either, 0),
    };
    let names = |word: &&&str| matches!(**word, "TEARLINE" | "TEAR" | "LINE");
    if !words
        .iter()
        .any(|word| matches!(*word, "TEARLINE" | "TEAR"))
    {
        return None;
    }
    let level = words
        .iter()
        .skip(named)
        .filter(|word| !names(word))
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let spelled = SpelledLevel::at(&level).filter(|spelled| spelled.end() == level.len());
    match (level.is_empty(), spelled) {
        (true, _) => (end != Marks::Either).then_some((end, None)),
        (false, Some(spelled)) => Some((end, StatedMark::of(&spelled.label().to_string()))),
        (false, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_look_turns_down_no_tear_line() {
        for text in [
            "BEGIN TEARLINE",
            "START TEARLINE",
            "END TEAR LINE",
            "--- BEGIN SECRET TEARLINE ---",
            "==END TEARLINE==",
            "* BEGIN TEARLINE",
            "--- UNCLASSIFIED TEARLINE ---",
            "UNCLASSIFIED TEARLINE",
            "TEARLINE: UNCLASSIFIED",
            "//UNCLASSIFIED//",
            "//SECRET//",
        ] {
            assert!(read(text).is_some(), "{text}");
            assert!(may_be(trim(text)), "{text}");
        }
    }
}
