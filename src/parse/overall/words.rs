//! A line that holds nothing but levels, captions and the words for papers, in any order: `DRAFT - SECRET`,
//! `PAGE 1 OF 2  SECRET`, `Unclassified but sensitive`.

use std::sync::LazyLock;

use super::super::chars::{is_silent, runs};
use super::super::{captions, level_line, slip};
use super::level::PAPERS;
use super::line::Overall;
use crate::marking::{Caption, Label, Level, SpelledLevel};
use crate::text::Heads;

/// The most words of such a line, and of a level or a caption in it.
const WORDS: usize = 10;
const WIDTH: usize = 5;

/// The longest such line, and the longest level in small letters, in bytes.
const LONGEST: usize = 100;
const BARE: usize = 12;

/// Words beside a level that change nothing.
const FILLERS: [&str; 10] = [
    "AND",
    "BUT",
    "OF",
    "NO",
    "US",
    "USA",
    "HIGHLY",
    "STRICTLY",
    "GOVERNMENT",
    "INFORMATION",
];

/// Countries whose levels are not those of the United States.
const FOREIGN: [&str; 8] = ["UK", "GBR", "CAN", "AUS", "NZ", "NZL", "FRENCH", "GERMAN"];

/// The lowest level of other countries; the United States have none like it.
const RESTRICTED: &str = "RESTRICTED";

/// Reads a whole line in capitals; one that says no more than UNCLASSIFIED says nothing here.
pub(super) fn line(shown: &str) -> Option<Overall> {
    let capitals = !shown.bytes().any(|b| b.is_ascii_lowercase());
    // The short look comes first: most lines of a text are turned down by it.
    if shown.len() > LONGEST || !(capitals || shown.len() <= BARE) || !may_state(shown) {
        return None;
    }
    let words = tokens(shown)?;
    let states = |at: usize| words.get(at..).and_then(level).is_some();
    if !(0..words.len()).any(states) {
        return foreign(shown, &words).filter(|_| capitals);
    }
    let found = worded(shown)?;
    let more = !Label::unclassified().dominates(&found.label);
    // `Top-Secret`
    let bare = || level(&words).is_some_and(|(_, width)| width == words.len());
    (more && (capitals || bare())).then_some(found)
}

/// `RESTRICTED`, `UK EYES ONLY`: what another country has for a level or a control is not known, and binds.
fn foreign(shown: &str, words: &[String]) -> Option<Overall> {
    let owner = |word: &String| FOREIGN.contains(&word.as_str()) || word == "NATO";
    let restricted = matches!(words.split_last(), Some((last, before)) if last == RESTRICTED && before.iter().all(owner));
    let found = if restricted {
        Overall::of(Label::unclassified())
    } else {
        words.first().filter(|word| owner(word))?;
        worded(shown).filter(|found| !found.captions.is_empty())?
    };
    Some(Overall {
        unknown: true,
        ..found
    })
}

/// A short look for a level: a word that spells one or is a letter away, letters that stand apart, wide letters.
fn may_state(shown: &str) -> bool {
    let mut letter = false;
    let wide = |c: char| !c.is_ascii() && c.is_alphanumeric();
    (!shown.is_ascii() && shown.contains(wide))
        || runs(shown, |b| b.is_ascii_alphanumeric()).any(|word| {
            let single = word.len() == 1;
            let spaced = single && std::mem::replace(&mut letter, single);
            letter = single;
            spaced || names_level(word)
        })
}

/// How the words begin that do.
static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let others = ["TOP", "TS", RESTRICTED].into_iter().chain(FOREIGN);
    Heads::of(SpelledLevel::words().chain(others))
});

/// Whether a word by itself may name a level, or the country whose level it is.
fn names_level(word: &str) -> bool {
    // Nearly always the first letters tell, and those of a slip are not sure.
    if let Some(letters) = word.as_bytes().first_chunk()
        && letters.iter().all(u8::is_ascii_alphabetic)
        && !HEADS.hold(*letters)
    {
        return slip::level(word).is_some();
    }
    may_name(word) || (level_line::may_begin(word) && level_line::read(word).is_some())
}

/// Whether a word may name one that spells none.
pub(in crate::parse) fn may_name(word: &str) -> bool {
    word == "TS"
        || slip::level(word).is_some()
        || matches!(word, "TOP" | "Top" | RESTRICTED)
        || FOREIGN.contains(&word)
}

/// Whether a word names a level but for one letter.
pub(in crate::parse) fn has_slip(shown: &str) -> bool {
    shown
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| slip::level(word).is_some())
}

/// Reads such words, in any case; `None` where any other stands among them.
pub(super) fn worded(text: &str) -> Option<Overall> {
    let words = tokens(text)?;
    let mut overall = Overall::of(Label::unclassified());
    let mut any = false;
    let mut rest = words.as_slice();
    while let Some((word, behind)) = rest.split_first() {
        rest = if let Some((label, width)) = level(rest) {
            any = true;
            overall.label.join_assign(&label);
            rest.get(width..)?
        } else if let Some((found, width)) = caption(rest) {
            any = true;
            overall.captions.extend(found.captions);
            overall.sensitive |= found.sensitive;
            rest.get(width..)?
        } else if level_line::is_caption(word) {
            overall.captions.push(Caption::Other);
            behind
        } else if word == "REL" && any {
            // Without its list the level is narrower still.
            overall.captions.push(Caption::Noforn);
            &[]
        } else if FOREIGN.contains(&word.as_str()) {
            overall.unknown = true;
            behind
        } else if is_filler(word) {
            behind
        } else {
            return None;
        };
    }
    any.then_some(overall)
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
        || PAPERS.contains(&word)
        || (word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// The words of a line in capitals; letters that stand apart make one, and wide letters are as others.
fn tokens(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut spaced = false;
    for part in text
        .split(|c: char| is_silent(c) || !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
    {
        let word: String = part.chars().map(narrow).collect::<String>().to_uppercase();
        let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphabetic());
        match words.last_mut().filter(|_| spaced && letter) {
            Some(last) => last.push_str(&word),
            None => words.push(word),
        }
        spaced = letter;
        if words.len() > WORDS {
            return None;
        }
    }
    Some(words)
}

/// `Ｓ` as `S`.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The level that `words` begin with, and how many of them it takes.
fn level(words: &[String]) -> Option<(Label, usize)> {
    let first = words.first()?;
    let known = (1..=WIDTH)
        .rev()
        .filter(|_| level_line::may_begin(first))
        .find_map(|width| {
            let label = level_line::banner(&words.get(..width)?.join(" "))?;
            Some((label, width))
        });
    known.or_else(|| {
        let level = if first == "TS" {
            Level::TopSecret
        } else {
            slip::level(first)?
        };
        Some((Label::of_level(level), 1))
    })
}

/// The captions that `words` begin with, and how many of them they take.
fn caption(words: &[String]) -> Option<(captions::Captions, usize)> {
    (1..=WIDTH).rev().find_map(|width| {
        let found = captions::read(&words.get(..width)?.join(" "));
        found.alone.then_some((found, width))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_captions_are_read_in_any_order() {
        for (text, expected) in [
            ("S-E-C-R-E-T", Some("S")),
            ("S.E.C.R.E.T.", Some("S")),
            ("PAGE 1 OF 2   SECRET", Some("S")),
            ("DRAFT - SECRET", Some("S")),
            ("U.S. SECRET", Some("S")),
            ("TOP-SECRET", Some("TS")),
            ("Top-Secret", Some("TS")),
            ("T/S", Some("TS")),
            ("SECHET", Some("S")),
            ("ＳＥＣＲＥＴ", Some("S")),
            ("STRICTLY CONFIDENTIAL", Some("C")),
            ("SECRET AND SENSITIVE", Some("S sensitive")),
            ("SECRET REL TO USA, GBR", Some("S [Noforn]")),
            ("SECRET UK EYES ONLY", Some("S [Other] unknown")),
            ("SECRET TALKS", None),
            ("Draft secret", None),
            ("DRAFT UNCLASSIFIED", None),
            ("UNCLASSIFIEO", None),
            ("PAGE 1 OF 2", None),
        ] {
            let found = line(text).map(|overall| {
                let mut shown = overall.label.to_string();
                if overall.sensitive {
                    shown.push_str(" sensitive");
                }
                if !overall.captions.is_empty() {
                    shown.push_str(&format!(" {:?}", overall.captions));
                }
                if overall.unknown {
                    shown.push_str(" unknown");
                }
                shown
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
