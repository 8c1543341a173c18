//! The level line of a telegram and the banner of a page, in all their spellings.

use super::chars::{byte, end_of_shown, from, is_silent, skip_silent, trim};
use crate::marking::{Caption, Label, Level, Marking, StatedMark};

/// The longest banner, in bytes, and the most words that can stand behind one on its line.
const LONGEST_BANNER: usize = 240;
const BANNER_WORDS: usize = 12;
/// How many words behind the level are looked at.
const BESIDE: usize = 24;

/// What a level line says.
#[derive(Debug)]
pub(super) struct LevelWords<'a> {
    /// The level, with what stands beside it.
    pub(super) label: Label,
    /// `SENSITIVE` or `EFTO` beside the level.
    pub(super) sensitive: bool,
    /// Captions on the same line.
    pub(super) captions: Vec<Caption>,
    /// Whether anything stands behind the level that is none of these.
    pub(super) others: bool,
    /// What follows: section and message reference number.
    pub(super) rest: &'a str,
    /// Where `rest` starts in the line.
    pub(super) rest_at: usize,
}

/// The spellings of a level without their spaces, longest first where one begins another.
const SPELLINGS: [(&str, Spelled); 13] = [
    ("UNCLASSIFIED", Spelled::Level(Level::Unclassified)),
    ("UNCLASS", Spelled::Level(Level::Unclassified)),
    ("UNCLAS", Spelled::Level(Level::Unclassified)),
    ("CONFIDENTIAL", Spelled::Level(Level::Confidential)),
    ("SECRET", Spelled::Level(Level::Secret)),
    ("TOPSECRET", Spelled::Level(Level::TopSecret)),
    ("LIMITEDOFFICIALUSE", Spelled::Mark("LOU")),
    ("LIMITEDOFFICIAL", Spelled::Mark("LOU")),
    ("LOU", Spelled::Mark("LOU")),
    ("FOROFFICIALUSEONLY", Spelled::Mark("U//FOUO")),
    ("SENSITIVEBUTUNCLASSIFIED", Spelled::Mark("SBU")),
    ("SBU", Spelled::Mark("SBU")),
    ("CONTROLLEDUNCLASSIFIEDINFORMATION", Spelled::Mark("CUI")),
];

#[derive(Clone, Copy)]
enum Spelled {
    Level(Level),
    Mark(&'static str),
}

/// Reads a line that begins with a level; `None` where it does not.
pub(super) fn read(line: &str) -> Option<LevelWords<'_>> {
    let start = skip_silent(line, 0);
    let first = byte(line, start).to_ascii_uppercase();
    // Every spelling begins with two of these letters, or with one and a space.
    let second = byte(line, start + 1).to_ascii_uppercase();
    if !matches!(
        (first, second),
        (b'U', b'N')
            | (b'C' | b'T' | b'F' | b'L', b'O')
            | (b'S', b'E' | b'B')
            | (b'L', b'I')
            | (b'U' | b'C' | b'S' | b'T' | b'L' | b'F', b' ' | b'\t')
    ) {
        return None;
    }
    let (spelled, end) = SPELLINGS
        .iter()
        .filter(|(word, _)| byte(word, 0) == first)
        .find_map(|(word, spelled)| Some((*spelled, spelled_at(line, start, word)?)))?;
    let base = match spelled {
        Spelled::Level(level) => Label::of_level(level),
        Spelled::Mark(mark) => mark_label(mark),
    };
    let rest = from(line, end);
    let controls = skip_silent(line, end);
    if from(line, controls).starts_with('/') {
        return Some(with_controls(line, start, end, base));
    }
    let mut words = LevelWords {
        label: base,
        sensitive: false,
        captions: Vec::new(),
        others: false,
        rest,
        rest_at: end,
    };
    take_captions(&mut words);
    Some(words)
}

/// A line that is a level, or a whole banner, and nothing else.
pub(super) fn banner(line: &str) -> Option<Label> {
    let words = read(line)?;
    let shown = trim(words.rest);
    let alone = shown.is_empty() && !words.sensitive && words.captions.is_empty();
    alone.then_some(words.label)
}

/// What stands before `COPY 1 OF 3` or `PAGE 1 OF 2` at the end of a line.
pub(super) fn without_copy(line: &str) -> &str {
    let shown = line.get(..end_of_shown(line)).unwrap_or_default();
    if !shown.ends_with(|c: char| c.is_ascii_digit()) {
        return line;
    }
    let upper = shown.to_ascii_uppercase();
    let Some(at) = ["COPY ", "PAGE "].iter().find_map(|word| upper.rfind(word)) else {
        return line;
    };
    let counts = upper
        .get(at..)
        .unwrap_or_default()
        .split_whitespace()
        .skip(1)
        .all(|word| matches!(word, "OF" | "NO." | "#") || word.bytes().all(|b| b.is_ascii_digit()));
    let apart = shown
        .get(..at)
        .is_some_and(|head| head.ends_with(is_silent) || head.is_empty());
    match shown.get(..at) {
        Some(head) if counts && apart => head,
        Some(_) | None => line,
    }
}

/// `SECRET//NOFORN STATE 1234`: the longest head of the line that is a banner counts; a line that has none cannot be
/// read.
fn with_controls(line: &str, start: usize, level_end: usize, base: Label) -> LevelWords<'_> {
    let words = |label, rest_at| LevelWords {
        label,
        sensitive: false,
        captions: Vec::new(),
        others: rest_at < line.len(),
        rest: from(line, rest_at),
        rest_at,
    };
    let mut end = end_of_shown(line);
    for _ in 0..BANNER_WORDS {
        let head = line.get(start..end).unwrap_or_default();
        let controls = line.get(level_end..end).unwrap_or_default();
        if head.len() <= LONGEST_BANNER {
            // The level may be spelled short, as in `UNCLAS//SBU`, which is a portion mark otherwise.
            let label = Marking::parse_banner(head)
                .map(|marking| Label::from(&marking))
                .or_else(|_| {
                    StatedMark::read(&format!("{base}{}", trim(controls)))
                        .map(|stated| stated.label())
                });
            if let Ok(label) = label {
                return words(label.join(&base), end);
            }
        }
        match controls.trim_end_matches(is_silent).rfind(is_silent) {
            Some(space) => {
                end = level_end + end_of_shown(controls.get(..space).unwrap_or_default());
            }
            None => break,
        }
    }
    words(Label::unresolved(), line.len())
}

/// Takes captions off the words behind the level: `SENSITIVE`, `NOFORN`, `E X D I S`, `FOUO`.
fn take_captions(words: &mut LevelWords<'_>) {
    let mut spaced = String::new();
    let mut before = String::new();
    for word in words
        .rest
        .split(|c: char| is_silent(c) || matches!(c, '/' | ',' | '(' | ')' | '-'))
        .filter(|word| !word.is_empty())
        .take(BESIDE)
    {
        if word.len() == 1 && word.is_ascii() {
            spaced.push_str(word);
        } else {
            take_spaced(words, &mut spaced);
            let upper = word.to_ascii_uppercase();
            take_caption(words, &upper, &before);
            before = upper;
        }
    }
    take_spaced(words, &mut spaced);
}

/// `E F T O`, `N O D I S`: one caption or several, letter by letter.
fn take_spaced(words: &mut LevelWords<'_>, letters: &mut String) {
    let upper = std::mem::take(letters).to_ascii_uppercase();
    let mut rest = upper.as_str();
    while !rest.is_empty() {
        let end = (3..=rest.len())
            .find(|end| rest.get(..*end).is_some_and(is_caption))
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        take_caption(words, word, "");
        rest = behind;
    }
}

/// Whether a word beside the level, in capitals, is a caption.
pub(super) fn is_caption(word: &str) -> bool {
    matches!(
        word,
        "SENSITIVE" | "EFTO" | "FOUO" | "OUO" | "SBU" | "LOU" | "LIMITEDOFFICIALUSE"
    ) || super::captions::word(word).is_some()
}

fn take_caption(words: &mut LevelWords<'_>, word: &str, before: &str) {
    match word {
        "SENSITIVE" | "EFTO" => words.sensitive = true,
        "SBU" => words.label.join_assign(&mark_label("SBU")),
        // `UNCLAS LIMITED OFFICIAL USE`
        "LOU" | "LIMITED" | "LIMITEDOFFICIALUSE" => words.label.join_assign(&mark_label("LOU")),
        "FOUO" | "OUO" => words.label.join_assign(&mark_label("U//FOUO")),
        // `UNCLASSIFIED FOR OFFICIAL USE ONLY`
        "USE" if before == "OFFICIAL" => {
            if !words.label.dominates(&mark_label("LOU")) {
                words.label.join_assign(&mark_label("U//FOUO"));
            }
        }
        "INFORMAL" => words.captions.push(Caption::Other),
        "ONLY" if before != "USE" => words.captions.push(Caption::Other),
        other => match super::captions::word(other) {
            Some(caption) => words.captions.push(caption),
            None => words.others |= !matches!(other, "FOR" | "OFFICIAL" | "ONLY" | "SIPDIS"),
        },
    }
}

fn mark_label(mark: &str) -> Label {
    StatedMark::read(mark).map_or_else(|_| Label::unresolved(), |stated| stated.label())
}

/// Where `word` ends in `line` from `start` on, letters together or spaced; `None` where the line says something else.
fn spelled_at(line: &str, start: usize, word: &str) -> Option<usize> {
    let mut at = start;
    for (index, letter) in word.bytes().enumerate() {
        while index > 0 && matches!(byte(line, at), b' ' | b'\t') {
            at += 1;
        }
        if !byte(line, at).eq_ignore_ascii_case(&letter) {
            return None;
        }
        at += 1;
    }
    match from(line, at).chars().next() {
        Some(c) if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '_') => None,
        _ => Some(at),
    }
}
