//! Which line of a header says what.

use super::chars::{byte, end_of_shown, from, is_silent, skip_silent, starts_with_word, trim};
use super::content;
use super::furniture::{is_distribution, is_office};
use crate::declass::{instruction_label, order_number};
use crate::document::Field;

/// The longest declassification line, in bytes.
pub(super) const LONGEST_INSTRUCTION: usize = 160;

/// What a header line is, and where its text starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeaderLine {
    Field(Field, usize),
    Subject(usize),
}

/// How a label stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In capitals, and white space behind it: `FM SECSTATE WASHDC`. `To` begins a sentence.
    Spaced,
    /// A colon behind it, in any case, with room before the colon.
    Colon,
    /// By itself, in any case; the words are a part of the text.
    Bare,
}

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    Field(Field),
    Subject,
}

/// A row of the table of labels.
#[derive(Debug)]
struct Label {
    words: &'static str,
    form: Form,
    names: Names,
}

const fn label(words: &'static str, form: Form, names: Names) -> Label {
    Label { words, form, names }
}

const fn field(words: &'static str, form: Form, field: Field) -> Label {
    label(words, form, Names::Field(field))
}

/// The labels of telegrams: addresses as the wire has them (5 FAH-2 H-230, H-321), the fields under the level line
/// (5 FAH-1 H-230, H-240), the longer before the shorter where one begins another.
#[rustfmt::skip]
static LABELS: [Label; 13] = [
    field("FM", Form::Spaced, Field::From),
    field("TO", Form::Spaced, Field::To),
    field("INFO", Form::Spaced, Field::Info),
    field("TAGS", Form::Colon, Field::Tags),
    label("SUBJECT", Form::Colon, Names::Subject),
    label("SUBJ", Form::Colon, Names::Subject),
    field("REFERENCES", Form::Colon, Field::Ref),
    field("REFERENCE", Form::Colon, Field::Ref),
    field("REFTELS", Form::Colon, Field::Ref),
    field("REFTEL", Form::Colon, Field::Ref),
    field("REFS", Form::Colon, Field::Ref),
    field("REF", Form::Colon, Field::Ref),
    field("CLASSIFIED BY", Form::Bare, Field::Classifier),
];

/// The further labels of State's printout of a telegram since 2009, which has the address fields behind the level as well.
#[rustfmt::skip]
static PRINTOUT: [Label; 17] = [
    field("MRN", Form::Colon, Field::Reference),
    field("DATE/DTG", Form::Colon, Field::DateTimeGroup),
    field("FROM", Form::Colon, Field::From),
    field("ACTION", Form::Colon, Field::To),
    field("TO", Form::Colon, Field::To),
    field("INFO", Form::Colon, Field::Info),
    field("PASS LINE", Form::Colon, Field::Passing),
    field("DRAFTED BY", Form::Colon, Field::Transmission),
    field("CLEARED BY", Form::Colon, Field::Transmission),
    field("APPROVED BY", Form::Colon, Field::Transmission),
    field("RELEASED BY", Form::Colon, Field::Transmission),
    field("SIGNATURE", Form::Colon, Field::Transmission),
    field("DISSEMINATION RULE", Form::Colon, Field::Transmission),
    field("ARCHIVE COPY", Form::Colon, Field::Transmission),
    field("ATTACHMENTS", Form::Colon, Field::Unknown),
    field("XMT", Form::Colon, Field::Transmission),
    field("MESSAGE ID", Form::Colon, Field::Transmission),
];

/// Reads the keyword of a header line, from `at` on.
pub(super) fn keyword(line: &str, at: usize) -> Option<HeaderLine> {
    match byte(line, at) | 0x20 {
        // The number of the order is part of what the line says.
        b'e' | b'b' => {
            order_number(from(line, at)).map(|width| HeaderLine::Field(Field::Order, at + width))
        }
        b'd' => instruction(from(line, at)).then_some(HeaderLine::Field(Field::Instruction, at)),
        _ => labelled(line, at, &LABELS),
    }
}

/// Whether a line begins with the label of an instruction. The label is a part of what it says.
fn instruction(text: &str) -> bool {
    text.len() <= LONGEST_INSTRUCTION && instruction_label(text).is_some()
}

/// Reads the keyword of a line of State's printout.
pub(super) fn printed(line: &str, at: usize) -> Option<HeaderLine> {
    keyword(line, at).or_else(|| labelled(line, at, &PRINTOUT))
}

/// Whether a line stands in no other document than State's printout of a telegram.
pub(super) fn is_printout(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    colon(text, "MRN").is_some() || colon(text, "DATE/DTG").is_some()
}

fn labelled(line: &str, at: usize, labels: &[Label]) -> Option<HeaderLine> {
    let text = from(line, at);
    let first = byte(line, at).to_ascii_uppercase();
    labels
        .iter()
        .filter(|label| byte(label.words, 0) == first)
        .find_map(|label| {
            let width = match label.form {
                Form::Spaced => spaced(text, label.words)?,
                Form::Colon => colon(text, label.words)?,
                Form::Bare => starts_with_word(text, label.words).then_some(0)?,
            };
            Some(match label.names {
                Names::Field(field) => HeaderLine::Field(field, at + width),
                Names::Subject => HeaderLine::Subject(at + width),
            })
        })
}

/// `WORD` and white space, in capitals.
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

/// `O 022212Z OCT 08`, `P R 281848Z DEC 66`, `PRIORITY 222227Z NOV 78`: precedence, date-time group and operating signals,
/// and nothing else; `Sep 16, 2012 / 160150Z SEP 12` in State's printout.
pub(super) fn is_date_time_group(line: &str) -> bool {
    let shown = trim(line);
    if shown.len() > 80 || !shown.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let (before, group) = match shown.rsplit_once(" / ") {
        Some((day, group)) => (day, group),
        None => ("", shown),
    };
    let mut words = group.split_whitespace();
    let found = words.by_ref().take(6).find(|word| !is_precedence(word));
    let digits = found.is_some_and(|word| {
        word.len() == 7
            && word.ends_with(['Z', 'z'])
            && word.bytes().take(6).all(|b| b.is_ascii_digit())
    });
    digits
        && words.next().is_some_and(|month| {
            (3..=4).contains(&month.len()) && month.bytes().all(|b| b.is_ascii_alphabetic())
        })
        && words.next().is_none_or(|year| {
            matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit())
        })
        && words.all(is_signal)
        && before
            .split(|c: char| is_silent(c) || c == ',')
            .filter(|word| !word.is_empty())
            .count()
            <= 3
        && !before.contains(['(', ':', '.'])
}

/// The precedence before a date-time group, in letters, in prosigns or in words (5 FAH-2 H-321.2), typists' slips among them.
fn is_precedence(word: &str) -> bool {
    let upper = word.to_ascii_uppercase();
    matches!(
        upper.as_bytes(),
        [b'Z' | b'O' | b'P' | b'R' | b'M' | b'Y' | b'W']
    ) || matches!(upper.as_bytes(), [a, b] if a == b && matches!(a, b'Z' | b'O' | b'P' | b'R' | b'Y'))
        || matches!(
            &*upper,
            "FLASH"
                | "NIACT"
                | "IMMEDIATE"
                | "IMMED"
                | "PRIORITY"
                | "PIORITY"
                | "ROUTINE"
                | "DEFERRED"
                | "CRITIC"
        )
}

/// `ZFF4`, `ZDK`, `/14`: an operating signal behind a date-time group.
fn is_signal(word: &str) -> bool {
    let shown = word.trim_start_matches('/');
    shown.len() <= 8
        && (shown.bytes().all(|b| b.is_ascii_digit())
            || (shown.starts_with('Z')
                && shown
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())))
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
            "RELEASED BY",
            "AUTHORIZED BY",
            "DRAFTED:",
            "DRAFTER:",
            "APPROVED:",
            "CLEARED:",
            "CLEARANCE",
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

/// An addressee behind `TO` or `INFO`, or on a line under it: capitals and digits, no sentence.
pub(super) fn is_addressee(line: &str) -> bool {
    let shown = trim(line);
    !shown.is_empty()
        && shown.len() <= 80
        && shown.bytes().any(|b| b.is_ascii_uppercase())
        && !shown.ends_with(['.', '!', '?'])
        && shown.bytes().all(|b| {
            b.is_ascii_uppercase()
                || b.is_ascii_digit()
                || matches!(
                    b,
                    b' ' | b'/' | b'-' | b'.' | b'\'' | b',' | b'(' | b')' | b'&' | b';' | b'#'
                )
        })
        && !shown.split(is_silent).any(|word| {
            word.len() > 2
                && !matches!(word, "FOR" | "AND" | "THE")
                && content::is_function_word(word)
        })
}

/// The longest line that can be a caption or a passing instruction, in bytes.
pub(super) const LONGEST_CAPTION: usize = 120;

/// `PASS OPIC`, `ALSO FOR AID`, `ASUNCION FOR DAS JONES`, `DEPT FOR INR`, `FROM AMBASSADOR BIRK`: who should see it and who
/// speaks, and no restriction.
pub(super) fn is_passing(line: &str) -> bool {
    let shown = trim(line);
    let words = || {
        shown
            .split(is_silent)
            .map(|word| word.trim_end_matches([',', ';', ':', '.']))
    };
    let has = |wanted: &str| words().any(|word| word.eq_ignore_ascii_case(wanted));
    let from = words().next() == Some("FROM") && !shown.chars().any(char::is_lowercase);
    shown.len() <= LONGEST_CAPTION
        && (has("PASS") || has("FOR") || has("PLEASE") || from)
        && !has("ONLY")
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
