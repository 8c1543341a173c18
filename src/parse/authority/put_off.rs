//! Lines that put a declassification off without the label of an instruction: a code and nothing else (`25X1`, `Exempt:
//! 25X1`), or a few words (`EXEMPT FROM AUTOMATIC DECLASSIFICATION`, `DECLASSIFICATION DENIED 2015`). Of several instructions
//! the longest governs (32 CFR 2001.22(e)(2)); an exemption and an extension are instructions (2001.26).

use super::super::chars::{from, is_silent, starts_with_word};
use crate::Span;
use crate::declass::{Form, Schedule};

/// Labels of lines that put a declassification off. What they say is not read, so that it holds.
const LABELS: [&str; 7] = [
    "D E C L",
    "REVIEW ON",
    "REVIEW:",
    "RVW:",
    "EXTENDED TO",
    "CLASSIFICATION EXTENDED",
    "RECLASSIF",
];

/// The longest line that holds nothing but a code, and the longest in words, in bytes.
const CODE: usize = 40;
const LONGEST: usize = 120;

/// The most words of a code and its date, and of a line in words.
const CODE_WORDS: usize = 3;
const WORDS: usize = 16;

/// The words that such a line begins with.
const FIRST: [&str; 24] = [
    "ALL",
    "AUTOMATIC",
    "BY",
    "CLASSIFICATION",
    "CONTINUE",
    "CONTINUED",
    "CONTINUES",
    "DECLASSIFICATION",
    "DECLASSIFIED",
    "DECLASSIFY",
    "DO",
    "ENTIRE",
    "EXCLUDED",
    "EXEMPT",
    "EXEMPTED",
    "EXEMPTION",
    "EXTENDED",
    "EXTENSION",
    "NOT",
    "REMAIN",
    "REMAINS",
    "RETAIN",
    "REVIEWED",
    "THIS",
];

/// Words that put off what is said of declassification, and words that say that a classification lasts.
const OFF: [&str; 15] = [
    "NOT",
    "NO",
    "EXEMPT",
    "EXEMPTED",
    "EXEMPTION",
    "EXCLUDED",
    "DENIED",
    "REFUSED",
    "EXTENDED",
    "EXTENSION",
    "POSTPONED",
    "DELAYED",
    "DEFERRED",
    "BEFORE",
    "UNTIL",
];
const LASTS: [&str; 10] = [
    "EXTENDED",
    "EXTENSION",
    "REMAIN",
    "REMAINS",
    "CONTINUE",
    "CONTINUED",
    "CONTINUES",
    "RETAIN",
    "RETAINED",
    "UNTIL",
];

/// What such a line may call the document that it stands in.
const DOCUMENTS: [&str; 10] = [
    "CABLE",
    "DOCUMENT",
    "INFORMATION",
    "LETTER",
    "MATERIAL",
    "MEMORANDUM",
    "MESSAGE",
    "PAPER",
    "REPORT",
    "TELEGRAM",
];

/// What may stand beside a code and name what it speaks for.
const BESIDE: [&str; 16] = [
    "EXEMPT",
    "EXEMPTED",
    "EXEMPTION",
    "EXEMPTIONS",
    "CODE",
    "CODES",
    "PARAGRAPH",
    "PARAGRAPHS",
    "PARA",
    "PARAS",
    "PORTION",
    "PORTIONS",
    "SECTION",
    "SECTIONS",
    "ALL",
    "AND",
];

/// Where the instruction stands in `shown`, which begins with something that shows; `None` where the line is none of these.
pub(super) fn instruction(shown: &str) -> Option<Span> {
    let first = shown.as_bytes().first()? | 0x20;
    // Nine out of ten lines of a text begin otherwise, or are longer.
    if !matches!(
        first,
        b'a' | b'b'
            | b'c'
            | b'd'
            | b'e'
            | b'g'
            | b'n'
            | b'o'
            | b'p'
            | b'r'
            | b's'
            | b't'
            | b'x'
            | b'('
            | b'['
            | b'1'
            | b'2'
            | b'5'
            | b'7'
    ) {
        return None;
    }
    let whole = Span::new(0, shown.len());
    let labels = matches!(first, b'd' | b'r' | b'e' | b'c');
    if labels && LABELS.iter().any(|label| starts_with_word(shown, label)) {
        return Some(whole);
    }
    // Without an authority it declassifies nothing (2001.25), and a later day is a later day.
    let done = starts_with_word(shown, "DECLASSIFIED ON");
    if done
        && from(shown, "DECLASSIFIED ON".len())
            .trim_start()
            .starts_with([':', ';'])
    {
        return Some(whole);
    }
    if shown.len() <= CODE {
        if matches!(first, b'x' | b'o' | b'r' | b'g') && is_schedule(shown) {
            return Some(whole);
        }
        if let Some(at) = exemption(shown) {
            return Some(Span::new(at, shown.len()));
        }
    }
    (shown.len() <= LONGEST && in_words(shown)).then_some(whole)
}

/// `XGDS-2`, `OADR`, `RDS-3 3/3/00`: a code of a schedule and little else, without a label.
fn is_schedule(shown: &str) -> bool {
    let mut words = shown.split(is_silent).filter(|word| !word.is_empty());
    let code = words.next().is_some_and(is_schedule_code);
    let rest: Vec<&str> = words.take(CODE_WORDS + 1).collect();
    code && rest.len() <= CODE_WORDS
        && rest
            .iter()
            .all(|word| word.bytes().any(|b| b.is_ascii_digit()) || word.len() <= 2)
}

/// Whether a word is the code of a schedule: `XGDS`, `XGDS-3`, `OADR`.
fn is_schedule_code(word: &str) -> bool {
    ["XGDS", "OADR", "RDS", "XDS", "GDS"].iter().any(|code| {
        word.strip_prefix(code)
            .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
    })
}

/// Where the first code of an exemption stands in a line that holds codes, days and what they speak for, and nothing else:
/// `X1`, `(25X1)`, `Exempt: 25X1`, `Paragraph 1: 25X1`.
fn exemption(shown: &str) -> Option<usize> {
    memchr::memchr2(b'X', b'x', shown.as_bytes())?;
    let mut at = None;
    for word in shown.split(|c: char| is_silent(c) || (c.is_ascii_punctuation() && c != '-')) {
        if word.is_empty() {
            continue;
        }
        if is_exemption_code(word) {
            at.get_or_insert(word.as_ptr() as usize - shown.as_ptr() as usize);
            continue;
        }
        let counts = word.len() == 1 || word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if !counts && !is_one_of(&BESIDE, word) {
            return None;
        }
    }
    at
}

/// `X1` to `X8`, `25X1` and the like, `50X1-HUM`.
fn is_exemption_code(word: &str) -> bool {
    let (code, suffix) = word.split_once('-').unwrap_or((word, ""));
    let named = suffix.is_empty()
        || ["HUM", "HUMAN", "WMD"]
            .iter()
            .any(|name| suffix.eq_ignore_ascii_case(name));
    named
        && matches!(
            code.as_bytes(),
            [b'X' | b'x', b'1'..=b'9']
                | [b'2' | b'5' | b'7', b'0' | b'5', b'X' | b'x', b'1'..=b'9']
        )
}

/// `EXEMPT FROM AUTOMATIC DECLASSIFICATION`, `Not to be declassified before 2030`, `By authority of DIA, classification
/// extended until 20360314`, `GROUP 1`, `Extension: 20360314`.
fn in_words(shown: &str) -> bool {
    let shown = shown.trim_start_matches(['(', '[']);
    let mut words = shown
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let Some(first) = words.next() else {
        return false;
    };
    if first.eq_ignore_ascii_case("GROUP") {
        // Of 1961: excluded from automatic downgrading and declassification.
        let mut rest = words.filter(|word| *word != "-");
        return rest.next() == Some("1") && rest.next().is_none();
    }
    if !first.starts_with(char::is_uppercase) || !is_one_of(&FIRST, first) {
        return false;
    }
    if ["EXTENSION", "EXTENDED"]
        .iter()
        .any(|label| first.eq_ignore_ascii_case(label))
    {
        let rest = from(shown, first.len());
        if rest.trim_start().starts_with(':') && is_day(rest.trim_start_matches([':', ' '])) {
            return true;
        }
    }
    let of_itself = |word: &str| is_one_of(&DOCUMENTS, word);
    if first.eq_ignore_ascii_case("THIS") && !words.clone().next().is_some_and(of_itself) {
        return false;
    }
    let (mut speaks, mut lasting, mut off, mut lasts) = (false, false, false, false);
    for (at, word) in std::iter::once(first).chain(words).enumerate() {
        if at == WORDS {
            return false;
        }
        speaks |= starts_with_word(word, "DECLASSIF");
        lasting |= is_one_of(&["CLASSIFICATION", "CLASSIFIED"], word);
        off |= is_one_of(&OFF, word);
        lasts |= is_one_of(&LASTS, word);
    }
    (speaks && off) || (lasting && lasts)
}

/// Whether a text is a day and nothing else.
fn is_day(text: &str) -> bool {
    let line = format!("DECL: {text}");
    let (schedule, _) = Schedule::read([(line.as_str(), Span::new(0, line.len()))], None);
    schedule
        .instructions()
        .all(|read| matches!(read.form(), Form::Date(_)))
}

/// What a line that names the classifier says of a later end: `Reasons 1.5(b) and (d), X6`, `1.6X6`, `OADR`, `until
/// 03/14/2031`, `exempt under 25X6`.
pub(super) fn beside_classifier(text: &str) -> Option<Span> {
    text.split(|c: char| is_silent(c) || matches!(c, ',' | ';' | ':' | '(' | ')' | '/'))
        .find_map(|word| {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let bare = word.trim_matches('.');
            let coded = bare.strip_prefix("1.6").unwrap_or(bare);
            if is_exemption_code(coded) || is_schedule_code(bare) {
                return Some(Span::new(at, at + word.len()));
            }
            (is_one_of(&["UNTIL", "EXTENDED"], bare) || starts_with_word(bare, "EXEMPT"))
                .then(|| Span::new(at, text.len()))
        })
}

/// The code that a level line holds beside its level and that puts a declassification off: `SECRET (XGDS)`,
/// `SECRET//NOFORN//25X1`.
pub(super) fn beside_level(line: &str) -> Option<Span> {
    line.split(|c: char| is_silent(c) || matches!(c, '/' | '(' | ')' | ',' | ';'))
        .filter(|word| is_exemption_code(word) || (*word != "GDS" && is_schedule_code(word)))
        .map(|word| {
            let at = word.as_ptr() as usize - line.as_ptr() as usize;
            Span::new(at, at + word.len())
        })
        .next()
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_puts_off_is_told_from_a_sentence() {
        for (line, expected) in [
            ("X1", Some("X1")),
            ("25X1", Some("25X1")),
            ("(25X1)", Some("25X1)")),
            ("25X1, 25X6", Some("25X1, 25X6")),
            ("50X1-HUM", Some("50X1-HUM")),
            ("Exempt: 25X1", Some("25X1")),
            ("Paragraph 1: 25X1", Some("25X1")),
            ("(Portions 25X1)", Some("25X1)")),
            ("Extension: 20360314", Some("Extension: 20360314")),
            ("Extension: 71234", None),
            ("GROUP 1", Some("GROUP 1")),
            ("GROUP-1", Some("GROUP-1")),
            ("Group 1 of the boats", None),
            (
                "DECLASSIFICATION DENIED 2015",
                Some("DECLASSIFICATION DENIED 2015"),
            ),
            ("REMAINS CLASSIFIED", Some("REMAINS CLASSIFIED")),
            (
                "Not to be declassified before 2030",
                Some("Not to be declassified before 2030"),
            ),
            ("not to be declassified before 2030", None),
            ("This pier was declassified.", None),
            ("Reviewed by the port, it remains open.", None),
            ("Boat X1 is late", None),
            ("The size is 25X1", None),
            ("25 boxes", None),
            (
                "Declassified on: 03/14/2030",
                Some("Declassified on: 03/14/2030"),
            ),
            ("Declassified on 3 May 1990", None),
        ] {
            let found = instruction(line).and_then(|span| line.get(span.range()));
            assert_eq!(found, expected, "{line}");
        }
        for (line, expected) in [
            (
                "Classified By: DCM Birk, reasons 1.5(b) and (d), X6.",
                Some("X6."),
            ),
            ("Classified By: Birk. Reason: 1.6X6", Some("1.6X6")),
            (
                "Classified By: Birk, until 03/14/2031",
                Some("until 03/14/2031"),
            ),
            ("Classified By: DCM Birk, reasons 1.5(b) and (d).", None),
        ] {
            let found = beside_classifier(line).and_then(|span| line.get(span.range()));
            assert_eq!(found, expected, "{line}");
        }
        assert!(beside_level("SECRET (XGDS)").is_some());
        assert!(beside_level("SECRET//NOFORN//25X1").is_some());
        assert!(beside_level("SECRET (GDS)").is_none());
        assert!(beside_level("SECRET KARSHAVN 251").is_none());
    }

    #[test]
    fn every_label_begins_with_a_letter_that_is_looked_at() {
        for label in LABELS {
            assert!(instruction(label).is_some(), "{label}");
        }
    }
}
