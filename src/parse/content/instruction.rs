//! Order lines and declassification instructions that say nothing but when something ends.

use super::super::chars::is_silent;
use crate::Span;
use crate::declass::{Form, Schedule};

/// Whether an order line or an instruction says nothing but when something ends: it is understood to its last word, or made
/// of the words and numbers of such lines.
pub(super) fn is_instruction(text: &str) -> bool {
    let (schedule, _) = Schedule::read([(text, Span::new(0, text.len()))], None);
    let understood = schedule
        .instructions()
        .all(|read| !matches!(read.form(), Form::Unreadable | Form::Event));
    let upper = text.to_ascii_uppercase();
    let names_other = ["CLASSIFIED BY", "DERIVED", "SUBJECT", "TAGS", "REF:"]
        .iter()
        .any(|words| upper.contains(words));
    (understood && !names_other)
        || text
            .split(captions_and_dates)
            .filter(|word| !word.is_empty())
            .all(is_instruction_word)
}

fn captions_and_dates(c: char) -> bool {
    is_silent(c) || c.is_ascii_punctuation() || matches!(c, '–' | '—')
}

/// The words of instructions.
fn is_instruction_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "ADS", "AMENDED", "AND", "APR", "APRIL", "AS", "AUG", "AUGUST", "DEC", "DECEMBER", "DECL", "DECLAS", "DECLASS",
        "DECLASSIFICATION", "DECLASSIFY", "DECLASSIFIED", "DERIVATIVE", "E", "EO", "EXEMPT", "FEB", "FEBRUARY", "FROM",
        "GDS", "HUM", "HUMAN", "INDEFINITE", "JAN", "JANUARY", "JUL", "JULY", "JUN", "JUNE", "M", "MANUAL", "MAR", "MARCH",
        "MARKED", "MAY", "MR", "MULTIPLE", "N", "NA", "NONE", "NOV", "NOVEMBER", "O", "OADR", "OCT", "OCTOBER", "ON", "OR",
        "RDS", "REASON", "REVIEW", "SEP", "SEPT", "SEPTEMBER", "SOURCE", "WMD",
    ];
    let upper = word.to_ascii_uppercase();
    let code = upper.len() <= 5
        && upper.bytes().any(|b| b.is_ascii_digit())
        && upper
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'X' | b'A'..=b'H'));
    (word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 8)
        || code
        || (upper.len() == 1 && matches!(upper.as_bytes(), [b'A'..=b'H' | b'X']))
        || matches!(&*upper, "XGDS" | "XDS" | "BY" | "REASONS" | "SOURCES")
        || WORDS.binary_search(&&*upper).is_ok()
}
