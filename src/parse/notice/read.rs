//! What a line binds that is a notice.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::captions;
use super::super::chars::is_silent;
use super::table::{Asks, BESIDE, Behind, CONTENTS, HEADS, KEEPS, NOTICES, Notice};
use crate::marking::{Caption, Label, StatedMark};

/// The longest such line, in bytes, and the most words that are looked at.
const LONGEST: usize = 200;
const WORDS: usize = 32;

/// How many words by themselves on a line are a notice in letters of either case.
const SENTENCE: usize = 4;

/// What a line binds.
#[derive(Debug, Default)]
pub(in crate::parse) struct Binds {
    pub(in crate::parse) label: Option<Label>,
    pub(in crate::parse) caption: Option<Caption>,
    pub(in crate::parse) sensitive: bool,
}

impl Binds {
    fn of(asks: Asks) -> Self {
        let mut binds = Self::default();
        match asks {
            Asks::Mark(mark) => {
                let stated = StatedMark::read(mark);
                binds.label =
                    Some(stated.map_or_else(|_| Label::unresolved(), |stated| stated.label()));
            }
            Asks::Caption => binds.caption = Some(Caption::Other),
            Asks::Sensitive => binds.sensitive = true,
        }
        binds
    }
}

/// The notices by the word in capitals that they begin with; none for what else a line may begin with that is one.
static BEGINNINGS: LazyLock<HashMap<&str, Vec<&Notice>>> = LazyLock::new(|| {
    let mut beginnings: HashMap<&str, Vec<&Notice>> = HashMap::new();
    let first = |words: &'static str| words.split(' ').next().unwrap_or_default();
    for notice in &NOTICES {
        beginnings
            .entry(first(notice.words))
            .or_default()
            .push(notice);
    }
    for words in HEADS
        .into_iter()
        .chain(KEEPS)
        .chain(BESIDE)
        .chain(OF_PAPERS)
    {
        beginnings.entry(first(words)).or_default();
    }
    beginnings
});

/// How a line begins that names the paper it is a notice of.
const OF_PAPERS: [&str; 2] = ["THIS", "CONTAINS"];

/// The notices that begin as a line does, if any line that is one begins so.
fn of_beginning(shown: &str) -> Option<&'static [&'static Notice]> {
    let mut words = shown.split(|c: char| !c.is_alphanumeric());
    let first = words.find(|word| !word.is_empty())?;
    let notices = BEGINNINGS.get(&*first.to_ascii_uppercase())?;
    Some(notices)
}

/// What a line binds that is a notice and nothing else.
pub(in crate::parse) fn read(shown: &str) -> Option<Binds> {
    // Nearly every line begins with a letter, and as no notice does.
    let letter = shown
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_alphabetic);
    if letter && !may_begin(shown.as_bytes()) {
        return None;
    }
    let shown = shown.trim_matches(captions::is_separator);
    if shown.len() > LONGEST || !may_begin(shown.as_bytes()) {
        return None;
    }
    of_beginning(shown)?;
    let words = words(shown);
    let headed = HEADS.iter().find_map(|head| behind(&words, head));
    // A warning by itself is one as well.
    let rest = headed.filter(|rest| !rest.is_empty()).unwrap_or(&words);
    let first = rest.first()?;
    // A sentence that goes on from the line before begins with a small letter.
    if !first.text.starts_with(char::is_uppercase) {
        return None;
    }
    let reads = |notice: &&Notice, rest: &[Word<'_>], may: Behind| {
        let behind = behind(rest, notice.words);
        behind.is_some_and(|behind| notice.allows(may, shown, rest, behind))
    };
    let found = match contents(rest) {
        // What is named there may be named in a sentence.
        Some(rest) => {
            let marked = |notice: &&Notice| matches!(notice.asks, Asks::Mark(_));
            let contained = NOTICES.iter().filter(marked).chain(&CONTENTS);
            contained
                .into_iter()
                .find(|notice| reads(notice, rest, Behind::Anything))
        }
        None => {
            let said = of_itself(rest).unwrap_or(rest);
            let notices = of_beginning(said.first()?.text).unwrap_or_default();
            notices
                .iter()
                .copied()
                .find(|notice| reads(notice, said, notice.behind))
        }
    };
    let kept = || keeps(rest).then_some(Asks::Sensitive);
    found.map(|notice| notice.asks).or_else(kept).map(Binds::of)
}

/// Whether a line holds words that keep a paper from others, and nothing else.
fn keeps(words: &[Word<'_>]) -> bool {
    let is = |known: &[&str], word: &Word<'_>| {
        known
            .iter()
            .any(|other| word.text.eq_ignore_ascii_case(other))
    };
    words.iter().any(|word| is(&KEEPS, word))
        && words
            .iter()
            .all(|word| is(&KEEPS, word) || is(&BESIDE, word))
}

/// What a text in capitals is a notice of, if it is one of the Atomic Energy Act and nothing else.
pub(in crate::parse) fn mark(shown: &str) -> Option<Label> {
    let shown = shown.trim_matches(captions::is_separator);
    if shown.chars().any(char::is_lowercase) {
        return None;
    }
    read(shown)?.label
}

impl Notice {
    /// Whether what stands behind its words may stand there.
    fn allows(&self, may: Behind, shown: &str, rest: &[Word<'_>], behind: &[Word<'_>]) -> bool {
        let taken = rest.len() - behind.len();
        let written = rest.get(..taken).unwrap_or_default();
        let capitals = |words: &[Word<'_>]| {
            words
                .iter()
                .all(|word| !word.text.contains(char::is_lowercase))
        };
        let titled = || {
            written
                .iter()
                .all(|word| !word.text.starts_with(char::is_lowercase))
        };
        // `Not for public release`: of so many words with nothing behind them no sentence is meant, in small letters as well.
        let alone = || {
            behind.is_empty() && (written.len() >= SENTENCE || (titled() && !shown.ends_with('.')))
        };
        let signed = || capitals(written) && behind.first().is_some_and(|next| next.behind_sign);
        match may {
            Behind::Nothing => alone(),
            Behind::Anything => {
                capitals(written) || titled() || behind.is_empty() || self.asks != Asks::Caption
            }
            Behind::Channel => {
                let channel = |word: &Word<'_>| {
                    ["CHANNEL", "CHANNELS", "CHANNELS."]
                        .iter()
                        .any(|known| word.text.eq_ignore_ascii_case(known))
                };
                behind.iter().any(channel) && (behind.len() <= 6 || capitals(rest))
            }
            Behind::Sign => signed(),
            Behind::Apart => alone() || signed(),
        }
    }
}

/// What stands behind `CONTAINS`, or behind `THIS DOCUMENT CONTAINS`.
fn contents<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let is = |at: usize, wanted: &str| {
        words
            .get(at)
            .is_some_and(|word| word.text.eq_ignore_ascii_case(wanted))
    };
    if is(0, "CONTAINS") {
        return words.get(1..);
    }
    // `This e-mail contains`
    let verb = if is(1, "E") { 3 } else { 2 };
    (is(0, "THIS") && is(verb, "CONTAINS"))
        .then(|| words.get(verb + 1..))
        .flatten()
}

/// What stands behind `THIS DOCUMENT IS`, where it is one of the notices; some begin so.
fn of_itself<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let is = |at: usize, wanted: &str| {
        words
            .get(at)
            .is_some_and(|word| word.text.eq_ignore_ascii_case(wanted))
    };
    (is(0, "THIS") && is(2, "IS") && !is(4, "PROPERTY"))
        .then(|| words.get(3..))
        .flatten()
}

/// What stands behind some words, in any case.
fn behind<'w, 't>(words: &'w [Word<'t>], wanted: &str) -> Option<&'w [Word<'t>]> {
    let mut rest = words;
    for known in wanted.split(' ') {
        let (word, behind) = rest.split_first()?;
        if !word.text.eq_ignore_ascii_case(known) {
            return None;
        }
        rest = behind;
    }
    Some(rest)
}

#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    /// Whether more than white space parts it from the word before.
    behind_sign: bool,
}

fn words(shown: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut behind_sign = false;
    for part in shown.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let text = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !text.is_empty() {
            if words.len() == WORDS {
                break;
            }
            words.push(Word {
                text,
                behind_sign: std::mem::take(&mut behind_sign),
            });
        }
        behind_sign |= part
            .chars()
            .next_back()
            .is_some_and(|c| !c.is_alphanumeric() && !is_silent(c));
    }
    words
}

/// A short look: how the lines begin that may be one. Most lines of a text begin otherwise.
pub(in crate::parse) fn may_begin(bytes: &[u8]) -> bool {
    let [a, b, c, rest @ ..] = bytes else {
        return matches!(bytes, [b'R' | b'r', b'D' | b'd']);
    };
    let (fourth, fifth) = match rest {
        [fourth, fifth, ..] => (*fourth | 0x20, *fifth | 0x20),
        [fourth] => (*fourth | 0x20, b' '),
        [] => (b' ', b' '),
    };
    // Whatever parts two words, and the letter that the next one begins with.
    let apart = !fourth.is_ascii_alphanumeric();
    let next = |letter: u8| apart && (fifth == letter || !fifth.is_ascii_alphanumeric());
    match (*a | 0x20, *b | 0x20, *c | 0x20) {
        (b'r' | b'c', b'd' | b'n', _) | (b'f', b'r', b'd') | (b't', b'f', b'n') => true,
        (b't', b'l', b'p') | (b'p', b'i', b'i') => apart,
        (b'f', b'o', b'r') => fourth == b'm' || next(b'o') || next(b'u') || next(b'g'),
        (b'm', b'a', b'y') => next(b'b'),
        (b'n', b'o', b't') => next(b'r') || next(b'f'),
        (b'p', b'l', b'e') => fourth == b'a',
        (b'd', b'o', b' ') => fourth == b'n',
        (b'l', b'a', b'w') => next(b'e'),
        (b'a', b't', b't') | (b'e', b'x', b'p') => fourth == b'o',
        (b'd', b'e', b'l') => fourth == b'i',
        (b'a', b'd', b'm') | (b'm', b'e', b'd') => fourth == b'i',
        (b's', b't', b'r') => fourth == b'i',
        (b'd', b'r', b'a') => fourth == b'f',
        (b'f', b'u', b'r') => fourth == b't',
        (b'p', b'e', b'r') => fourth == b's',
        (b'p', b'r', b'e') => fourth == b'd' || next(b'd'),
        (b's', b'o', b'u') => fourth == b'r',
        (b'r', b'e', b's') | (b'c', b'r', b'i') | (b'c', b'a', b'u') => fourth == b't',
        (b'c', b'o', b'n') => matches!(fourth, b't' | b'f'),
        (b'c', b'o', b'm') => fourth == b'p' || (fourth == b'm' && fifth == b'e'),
        (b't', b'r', b'a') => matches!(fourth, b'n' | b'f'),
        (b'w', b'a', b'r') | (b'g', b'r', b'a') => fourth == b'n',
        (b'f', b'i', b'l') | (b's', b'a', b'f') => fourth == b'e',
        (b'f', b'o', b'i') | (b'i', b't', b'a') => true,
        (b'c', b'h', b'e') => fourth == b'm',
        (b'a', b'd', b'd') => fourth == b'r',
        (b't', b'o', b' ') => fourth == b'b',
        (b'u', b's', b' ') => fourth == b'g',
        (b'u', b'.' | b' ', b's') => true,
        (b'u', b'n', b'd') => fourth == b'e' && fifth == b'r',
        (b'p', b'r', b'i') => fourth == b'v',
        (b's', b'u', b'b') => fourth == b'j' && fifth == b'e',
        (b'e', b'x', b'e') => matches!(fourth, b'm' | b'c'),
        (b'n', b'a', b'v') => fourth == b'a',
        (b'u', b'n', b'c') => fourth == b'l',
        (b't', b'h', b'i') | (b's', b'e', b'n') => fourth == b's',
        (b'd', b'i', b's') => matches!(fourth, b's' | b't'),
        (b'a', b't', b'o') => fourth == b'm',
        (b'h', b'a', b'n') => fourth == b'd',
        (b's', b'p', b'e') => fourth == b'c',
        (b'i', b'n', b't') => fourth == b'e',
        (b'p', b'r', b'o') => matches!(fourth, b'p' | b't' | b'c'),
        (b'o', b'f', b'f') => fourth == b'i',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_told_from_a_sentence() {
        for (line, expected) in [
            ("HANDLE VIA COMINT CHANNELS", "caption"),
            ("Handle via Talent-Keyhole channels only", "caption"),
            ("Handle via the side door", "none"),
            ("SPECIAL ACCESS REQUIRED", "caption"),
            ("Special access required for the pier", "none"),
            ("Special access required", "none"),
            (
                "WARNING NOTICE - INTELLIGENCE SOURCES AND METHODS INVOLVED",
                "caption",
            ),
            ("WARNING NOTICE", "caption"),
            ("Warning notice of the port", "none"),
            (
                "DISSEMINATION AND EXTRACTION OF INFORMATION CONTROLLED BY ORIGINATOR",
                "caption",
            ),
            ("CAUTION - PROPRIETARY INFORMATION INVOLVED", "caption"),
            ("CAUTION - WET PAINT", "none"),
            ("RESTRICTED DATA", "C//RD"),
            ("Restricted Data", "C//RD"),
            ("Restricted data", "none"),
            ("RESTRICTED DATA ON THE PIER", "none"),
            ("ATOMIC ENERGY ACT OF 1954", "C//RD"),
            ("Contains RD", "C//RD"),
            ("This document contains FRD", "C//FRD"),
            (
                "This document contains Transclassified Foreign Nuclear Information",
                "C//TFNI",
            ),
            ("Contains Restricted Data CNWDI", "S//RD-CNWDI"),
            (
                "This material contains Restricted Data as defined in the Atomic Energy Act of 1954",
                "C//RD",
            ),
            ("This harbor contains water", "none"),
            ("contains RD", "none"),
            ("Contains NATO information", "C//FGI NATO"),
            (
                "FOR OFFICIAL USE ONLY - PRIVACY SENSITIVE: Any misuse may result in penalties.",
                "sensitive",
            ),
            ("For official use only by the port", "none"),
            (
                "This document contains information exempt from mandatory disclosure under the FOIA. Exemption(s) 5 applies.",
                "sensitive",
            ),
            ("NOT FOR PUBLIC RELEASE", "caption"),
            (
                "This document contains Restricted Data and CNWDI",
                "S//RD-CNWDI",
            ),
            ("PRE-DECISIONAL", "sensitive"),
            ("Pre-Decisional", "sensitive"),
            ("Pre-decisional talks go on", "none"),
            ("DELIBERATIVE - DO NOT COPY", "sensitive"),
            ("Deliberative bodies meet here", "none"),
            ("Attorney-Client Privileged", "sensitive"),
            ("Do not distribute", "none"),
            ("DO NOT DISTRIBUTE", "sensitive"),
            (
                "SOURCE SELECTION INFORMATION - SEE FAR 2.101 AND 3.104",
                "sensitive",
            ),
            (
                "WARNING: This record contains Sensitive Security Information that is controlled",
                "sensitive",
            ),
            (
                "WARNING - This document contains technical data whose export is restricted by the",
                "sensitive",
            ),
            ("WARNING - BOATS AHEAD", "none"),
            (
                "Contains proprietary information of Vesta Lines",
                "sensitive",
            ),
            (
                "This document contains neither recommendations nor conclusions of the office.",
                "sensitive",
            ),
            ("This document contains neither maps nor tables.", "none"),
            ("This document is the property of the office", "sensitive"),
            ("This document is the third of its kind", "none"),
            ("Not for public release were the fees", "none"),
            ("Not for public release", "caption"),
            ("This document is Procurement Sensitive", "sensitive"),
            ("This pier is for official use", "none"),
            ("TLP:AMBER", "sensitive"),
            ("TLP:CLEAR", "none"),
            ("Pre-decisional and deliberative", "sensitive"),
            ("Privileged Attorney-Client Communication", "sensitive"),
            ("Company Confidential and Proprietary", "sensitive"),
            ("Draft document", "none"),
            ("Privileged few", "none"),
            ("U.S. Government Use Only", "sensitive"),
            ("U.S. ships only", "none"),
            ("This e-mail contains SSI", "sensitive"),
        ] {
            let found = match read(line) {
                None => "none".to_owned(),
                Some(Binds {
                    label: Some(label), ..
                }) => label.to_string(),
                Some(binds) if binds.sensitive => "sensitive".to_owned(),
                Some(_) => "caption".to_owned(),
            };
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn the_short_look_turns_down_no_notice() {
        let heads = HEADS.iter().copied();
        let contents = ["CONTAINS", "THIS DOCUMENT"];
        let words = NOTICES.iter().map(|notice| notice.words);
        for words in words.chain(heads).chain(contents) {
            assert!(may_begin(words.as_bytes()), "{words}");
            assert!(of_beginning(words).is_some(), "{words}");
        }
        for word in KEEPS.iter().chain(&BESIDE) {
            assert!(of_beginning(&word.to_lowercase()).is_some(), "{word}");
        }
        for notice in &NOTICES {
            let found = of_beginning(notice.words).unwrap_or_default();
            assert!(found.iter().any(|one| one.words == notice.words));
        }
    }
}
