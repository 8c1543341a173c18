//! Which line of a header says what.

use super::chars::{byte, end_of_shown, from, is_silent, skip_silent, starts_with_word, trim};
use super::furniture::{is_distribution, is_office};
use crate::document::Field;

/// What a header line is, and where its text starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeaderLine {
    Field(Field, usize),
    Subject(usize),
}

/// Reads the keyword of a header line, from `at` on.
pub(super) fn keyword(line: &str, at: usize) -> Option<HeaderLine> {
    let text = from(line, at);
    let field = |field, width: usize| Some(HeaderLine::Field(field, at + width));
    match byte(line, at) | 0x20 {
        b'f' => spaced(text, "FM").and_then(|width| field(Field::From, width)),
        b't' => spaced(text, "TO")
            .and_then(|width| field(Field::To, width))
            .or_else(|| colon(text, "TAGS").and_then(|width| field(Field::Tags, width))),
        b'i' => spaced(text, "INFO").and_then(|width| field(Field::Info, width)),
        b'e' => order(text).and_then(|width| field(Field::Order, width)),
        b's' => ["SUBJECT", "SUBJ"]
            .into_iter()
            .find_map(|word| colon(text, word))
            .map(|width| HeaderLine::Subject(at + width)),
        b'r' => [
            "REFERENCES",
            "REFERENCE",
            "REFTELS",
            "REFTEL",
            "REFS",
            "REF",
        ]
        .into_iter()
        .find_map(|word| colon(text, word))
        .and_then(|width| field(Field::Ref, width)),
        b'c' => starts_with_word(text, "CLASSIFIED BY")
            .then_some(HeaderLine::Field(Field::Classifier, at)),
        b'd' => ["DECLASSIFY ON", "DECL ON", "DECL", "DECLAS"]
            .into_iter()
            .any(|word| colon(text, word).is_some())
            .then_some(HeaderLine::Field(Field::Instruction, at)),
        _ => None,
    }
}

/// `WORD` and white space: `FM SECSTATE WASHDC`. In capitals only: `To` begins a sentence.
fn spaced(text: &str, word: &str) -> Option<usize> {
    let rest = text.strip_prefix(word)?;
    rest.starts_with([' ', '\t']).then_some(word.len() + 1)
}

/// `WORD` and a colon, in any case, with room before the colon.
fn colon(text: &str, word: &str) -> Option<usize> {
    if !starts_with_word(text, word) {
        return None;
    }
    let at = skip_silent(text, word.len());
    (at <= word.len() + 4 && byte(text, at) == b':').then_some(at + 1)
}

/// `E.O. 12958:`, `EO 12065`, `E. O. 12065:`. The text starts behind `E.O.`, because the order's number is part of it.
fn order(text: &str) -> Option<usize> {
    let mut at = 0;
    for letter in [b'e', b'o'] {
        if byte(text, at) | 0x20 != letter {
            return None;
        }
        at += 1;
        if byte(text, at) == b'.' {
            at += 1;
        }
        while byte(text, at) == b' ' {
            at += 1;
        }
    }
    (byte(text, at).is_ascii_digit() || starts_with_word(text, "EXECUTIVE ORDER")).then_some(at)
}

/// A keyword in the middle of a line: `… TAGS: PREL SUBJECT: …`. The offset where the next field begins.
pub(super) fn next_keyword(line: &str, from_at: usize) -> Option<usize> {
    let text = from(line, from_at);
    if text.len() > 4096 || !text.contains(':') {
        return None;
    }
    let mut at = 0;
    while let Some(space) = from(text, at).find(' ') {
        at += space + 1;
        let rest = from(text, at);
        if ["TAGS", "SUBJECT", "SUBJ"]
            .iter()
            .any(|word| rest.starts_with(word) && colon(rest, word).is_some())
        {
            return Some(from_at + at);
        }
    }
    None
}

/// `O 022212Z OCT 08`, `P R 281848Z DEC 66`, `PRIORITY 222227Z NOV 78`: precedence and date-time group.
pub(super) fn is_date_time_group(line: &str) -> bool {
    let shown = trim(line);
    if shown.len() > 80 {
        return false;
    }
    let mut words = shown.split_whitespace();
    let group = words
        .by_ref()
        .take(6)
        .find(|word| word.bytes().next().is_some_and(|b| b.is_ascii_digit()));
    let digits = group.is_some_and(|word| {
        word.len() == 7
            && word.ends_with(['Z', 'z'])
            && word.bytes().take(6).all(|b| b.is_ascii_digit())
    });
    digits
        && words
            .next()
            .is_some_and(|month| month.len() == 3 && month.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// Lines before the date-time group that route and clear a message.
pub(super) fn is_transmission(line: &str) -> bool {
    let shown = trim(line);
    is_distribution(shown)
        || [
            "VZCZC",
            "ZCZC",
            "DE RUE",
            "ZNR ",
            "ZNY ",
            "DRAFTED BY",
            "APPROVED BY",
            "CLEARED BY",
            "------",
            "CONTROL:",
            "RECD:",
            "DIST:",
        ]
        .iter()
        .any(|word| shown.starts_with(word))
        || (shown.starts_with("INFO ") && shown.split_whitespace().nth(1).is_some_and(is_office))
        || shown.split_whitespace().next().is_some_and(is_office)
        || (shown.starts_with('/') && shown.len() < 16)
        || (!shown.is_empty() && shown.len() <= 4 && shown.bytes().all(|b| b.is_ascii_digit()))
        || shown.split_whitespace().nth(1).is_some_and(|word| {
            word.starts_with("RUE") && word.bytes().all(|b| b.is_ascii_uppercase())
        })
}

/// A further addressee under `TO` or `INFO`: capitals and digits, no sentence.
pub(super) fn is_addressee(line: &str) -> bool {
    let shown = trim(line);
    !shown.is_empty()
        && shown.len() <= 80
        && shown.bytes().any(|b| b.is_ascii_uppercase())
        && shown.bytes().all(|b| {
            b.is_ascii_uppercase()
                || b.is_ascii_digit()
                || matches!(
                    b,
                    b' ' | b'/' | b'-' | b'.' | b'\'' | b',' | b'(' | b')' | b'&'
                )
        })
}

/// The longest line that can be a caption or a passing instruction, in bytes.
pub(super) const LONGEST_CAPTION: usize = 120;

/// `PASS OPIC`, `ALSO FOR AID`, `ASUNCION FOR DAS JONES`, `DEPT FOR INR`: who else should see it, and no restriction.
pub(super) fn is_passing(line: &str) -> bool {
    let shown = trim(line);
    let words = || {
        shown
            .split(is_silent)
            .map(|word| word.trim_end_matches([',', ';', ':', '.']))
    };
    let has = |wanted: &str| words().any(|word| word.eq_ignore_ascii_case(wanted));
    shown.len() <= LONGEST_CAPTION && (has("PASS") || has("FOR") || has("PLEASE")) && !has("ONLY")
}

/// A line that repeats or repairs a transmission.
pub(super) fn is_service_note(line: &str) -> bool {
    let shown = trim(line);
    [
        "POSS DUPE",
        "CORRECTED COPY",
        "C O R R E C T E D",
        "DUPLICATE",
        "FOLLOWING TEL",
        "E Z E Z",
    ]
    .iter()
    .any(|word| starts_with_word(shown, word))
}

/// A short line in capitals, as captions are.
pub(super) fn could_be_caption(text: &str) -> bool {
    let shown = trim(text);
    end_of_shown(shown) <= 60
        && byte(shown, 0).is_ascii_alphabetic()
        && !shown.chars().any(char::is_lowercase)
        && !shown.ends_with('.')
}
