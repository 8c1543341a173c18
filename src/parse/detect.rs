//! What kind of document a text is. Headers and marks alone decide it.

use super::build::line_at;
use super::chars::{skip_silent, trim};
use super::header::{self, HeaderLine};
use super::{level_line, memo, release_text};
use crate::document::{DocumentKind, Field};

/// How many lines can belong to the header of a telegram.
const HEADER_LINES: usize = 120;

pub(super) fn kind(source: &str) -> DocumentKind {
    if release_text::is_release(source) {
        return DocumentKind::Release;
    }
    if memo::is_printed(source) {
        return DocumentKind::Memorandum;
    }
    let mut at = 0;
    for _ in 0..HEADER_LINES {
        let Some(line) = line_at(source, at) else {
            break;
        };
        at = line.next;
        if is_telegram_line(line.text) {
            return DocumentKind::Cable;
        }
    }
    DocumentKind::Memorandum
}

/// A line that only the header of a telegram has.
fn is_telegram_line(text: &str) -> bool {
    if header::is_date_time_group(text) {
        return true;
    }
    let start = skip_silent(text, 0);
    match header::keyword(text, start) {
        Some(HeaderLine::Field(Field::From | Field::Tags | Field::Order, _)) => true,
        _ => level_line::read(text).is_some_and(|words| {
            // A message reference number stands behind the level: `SECRET STATE 105791`.
            let rest = trim(words.rest);
            rest.len() <= 80
                && rest.bytes().last().is_some_and(|b| b.is_ascii_digit())
                && !rest.contains(['(', '.', ','])
                && !is_prose(rest)
        }),
    }
}

/// Whether words follow the level as in a sentence: `Secret talks began in 1956`. The name of a post has two at most.
fn is_prose(rest: &str) -> bool {
    rest.split_whitespace()
        .filter(|word| word.starts_with(char::is_lowercase))
        .filter(|word| !matches!(*word, "section" | "of"))
        .count()
        > 2
}
