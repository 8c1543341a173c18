//! Levels in a sentence or beside the name of what they cover: `This email is UNCLASSIFIED`, `ANNEX A (SECRET)`,
//! `Official - SBU`.

use super::super::captions;
use super::super::chars::{byte, from, is_silent, starts_with_word, trim};
use super::super::level_line::{self, Form};
use super::level::{ATTACHED, UNKNOWN_WORDS, find_word, level};
use super::line::{Overall, Stands};
use crate::marking::{Label, StatedMark};

/// The longest word of the name of what is attached: `A`, `(1)`, `II`.
const NAME: usize = 3;

/// What a sentence may say the level of.
const DOCUMENTS: [&str; 17] = [
    "EMAIL",
    "E-MAIL",
    "MESSAGE",
    "DOCUMENT",
    "MEMORANDUM",
    "MEMO",
    "TRANSMISSION",
    "PAGE",
    "COMMUNICATION",
    "CABLE",
    "TELEGRAM",
    "ATTACHMENT",
    "ENCLOSURE",
    "ANNEX",
    "PAPER",
    "TEXT",
    "LETTER",
];

/// `This email is UNCLASSIFIED.`, `This document is classified SECRET`, `THE FOLLOWING IS CONFIDENTIAL`. A condition
/// behind the level makes it say nothing: `This memorandum is UNCLASSIFIED when separated from its annex.`
pub(super) fn this_is(shown: &str) -> Option<Overall> {
    let following = starts_with_word(shown, "THE FOLLOWING ");
    if !following && !starts_with_word(shown, "THIS ") {
        return None;
    }
    let mut words = shown.split_inclusive(is_silent).peekable();
    let mut at: usize = words
        .by_ref()
        .take(1 + usize::from(following))
        .map(str::len)
        .sum();
    let is = |word: &str, names: &[&str]| {
        names
            .iter()
            .any(|known| trim(word).eq_ignore_ascii_case(known))
    };
    match words.next_if(|word| is(word, &DOCUMENTS)) {
        Some(word) => at += word.len(),
        None if following => {}
        None => return None,
    }
    at += words.next().filter(|word| is(word, &["IS"]))?.len();
    let rest = from(shown, at);
    let rest = rest
        .get(.."classified ".len())
        .filter(|word| word.eq_ignore_ascii_case("classified "))
        .map_or(rest, |word| from(rest, word.len()));
    let stated = trim(rest).trim_end_matches(['.', ':']);
    let based = find_word(stated, "BASED ON").filter(|_| {
        find_word(stated, "DEFINITION").is_some() || find_word(stated, "E.O.").is_some()
    });
    let stated = based.map_or(stated, |at| trim(stated.get(..at).unwrap_or_default()));
    let found =
        level(stated, Stands::Below).filter(|overall| !overall.opens && !overall.unknown)?;
    // That one page is unclassified says nothing of those behind it.
    let page = starts_with_word(shown, "THIS PAGE ");
    (!page || !Label::unclassified().dominates(&found.label)).then_some(Overall {
        opens: following,
        ..found
    })
}

/// `ANNEX A (SECRET)`, `TAB B - CONFIDENTIAL`, `Enclosure (1): SECRET`, `Annex B (S)`, `Attachment 1 is SECRET`: what is
/// attached, and its level at the end of the line. A title between them may end in a mark that rates it alone.
pub(super) fn attached(shown: &str) -> Option<Overall> {
    if !matches!(byte(shown, 0) | 0x20, b'a' | b'e' | b't' | b's') {
        return None;
    }
    let first = shown.split(captions::is_separator).next()?;
    if !ATTACHED.iter().any(|word| first.eq_ignore_ascii_case(word)) {
        return None;
    }
    let rest = from(shown, first.len());
    let said = find_word(rest, " IS ").map(|at| at + " IS ".len());
    let ends: Vec<usize> = rest
        .match_indices(['(', '[', '-', '–', '—', ':', ','])
        .map(|(at, _)| at)
        .chain(said)
        .collect();
    ends.into_iter().find_map(|at| {
        let (name, tail) = rest.split_at_checked(at)?;
        let short = name
            .split(captions::is_separator)
            .filter(|word| !word.is_empty())
            .all(|word| {
                word.len() <= NAME
                    || ["MEMO", "MEMORANDUM", "LETTER"]
                        .iter()
                        .any(|known| word.eq_ignore_ascii_case(known))
            });
        let label = stated(tail).filter(|_| short)?;
        Some(Overall {
            opens: true,
            ..label
        })
    })
}

/// A level in words and nothing else, or a whole mark.
fn stated(tail: &str) -> Option<Overall> {
    let shown = trim(tail);
    let mark = shown
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(StatedMark::of);
    if let Some(mark) = mark {
        return Some(Overall::of(mark.label()));
    }
    let words = level_line::read(shown.trim_matches(captions::is_separator))?;
    (words.form == Form::Alone).then(|| Overall::from(words))
}

/// `Official - SBU`, `Official-Sensitive`: how State marks its mail; what stands beside the word is a caption.
pub(super) fn official(shown: &str) -> Option<Overall> {
    let rest = shown
        .get(.."OFFICIAL".len())
        .filter(|word| word.eq_ignore_ascii_case("OFFICIAL"))
        .map(|word| from(shown, word.len()))?;
    let tail = rest.trim_start_matches([' ', '-', '–', '—', '/', ':']);
    if tail.len() == rest.len() || tail.is_empty() || !rest.contains(['-', '–', '—', '/', ':'])
    {
        return None;
    }
    if tail.split_whitespace().count() > UNKNOWN_WORDS {
        return None;
    }
    if let Some(overall) = level(tail, Stands::Below).filter(|overall| !overall.opens) {
        return Some(overall);
    }
    let found = captions::read(tail);
    Some(Overall {
        unknown: !found.any,
        sensitive: found.sensitive,
        captions: found.captions,
        ..Overall::of(Label::unclassified())
    })
}
