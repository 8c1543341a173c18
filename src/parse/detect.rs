//! What kind of document a text is. Headers and marks alone decide it.

use super::build::line_at;
use super::chars::{skip_silent, trim};
use super::header::{self, HeaderLine};
use super::lead::{self, LeadMark};
use super::{level_line, memo, release_text};
use crate::document::{DocumentKind, Field};

/// How many lines can belong to the header of a telegram.
const HEADER_LINES: usize = 120;
/// The longest line of a heading that is looked at, in bytes.
const HEADING: usize = 120;

pub(super) fn kind(source: &str) -> DocumentKind {
    if release_text::is_release(source) {
        return DocumentKind::Release;
    }
    if memo::is_printed(source) {
        return DocumentKind::Memorandum;
    }
    let mut at = 0;
    let mut header = true;
    for _ in 0..HEADER_LINES {
        let Some(line) = line_at(source, at) else {
            break;
        };
        at = line.next;
        match line_kind(line.text) {
            LineKind::Memorandum => return DocumentKind::Memorandum,
            LineKind::Telegram => return DocumentKind::Cable,
            LineKind::Order if header => return DocumentKind::Cable,
            // A memorandum names the order in its authority block, which stands behind the text or behind the classifier.
            LineKind::Body => header = false,
            LineKind::Order | LineKind::Other => {}
        }
    }
    DocumentKind::Memorandum
}

enum LineKind {
    /// Only the heading of a memorandum has it.
    Memorandum,
    /// Only the header of a telegram has it.
    Telegram,
    /// The line of the order, which in a telegram stands before the classifier and the text.
    Order,
    /// A marked block, or the classifier.
    Body,
    Other,
}

fn line_kind(text: &str) -> LineKind {
    if header::is_date_time_group(text) {
        return LineKind::Telegram;
    }
    let start = skip_silent(text, 0);
    match header::keyword(text, start) {
        Some(HeaderLine::Field(Field::From | Field::Tags, _)) => LineKind::Telegram,
        Some(HeaderLine::Field(Field::Order, _)) => LineKind::Order,
        Some(HeaderLine::Field(Field::Classifier, _)) => LineKind::Body,
        Some(HeaderLine::Subject(_)) => LineKind::Other,
        _ if names_memorandum(text) => LineKind::Memorandum,
        _ if has_message_number(text) => LineKind::Telegram,
        _ if matches!(
            lead::scan(text).mark,
            LeadMark::Stated(..) | LeadMark::Letter { .. }
        ) =>
        {
            LineKind::Body
        }
        _ => LineKind::Other,
    }
}

/// `MEMORANDUM FOR THE SECRETARY`, `ACTION MEMORANDUM`, `INFORMATION MEMO FOR …`: in capitals, on a line of the heading.
fn names_memorandum(text: &str) -> bool {
    let shown = trim(text);
    shown.len() <= HEADING
        && shown
            .split_whitespace()
            .take(4)
            .any(|word| matches!(word.trim_end_matches(':'), "MEMORANDUM" | "MEMO"))
}

/// A message reference number behind the level: `SECRET STATE 105791`. The number of a copy is none.
fn has_message_number(text: &str) -> bool {
    level_line::read(text).is_some_and(|words| {
        let rest = trim(level_line::without_copy(words.rest));
        rest.len() <= 80
            && rest.bytes().last().is_some_and(|b| b.is_ascii_digit())
            && !rest.contains(['(', '.', ','])
            && !is_prose(rest)
    })
}

/// Whether words follow the level as in a sentence: `Secret talks began in 1956`. The name of a post has two at most.
fn is_prose(rest: &str) -> bool {
    rest.split_whitespace()
        .filter(|word| word.starts_with(char::is_lowercase))
        .filter(|word| !matches!(*word, "section" | "of"))
        .count()
        > 2
}
