//! What kind of document a text is. Its header alone decides it, and never a line of its text (reading rule 9). That a text
//! is a release of ours is for the caller to say.

use super::chars::{behind_words, from, is_silent, skip_silent, trim};
use super::furniture::is_furniture;
use super::header::{self, HeaderLine};
use super::lead::{self, LeadMark, LeadNumber};
use super::level_line::Form;
use super::lines::{Line, Lines};
use super::overall::{self, Stands};
use super::prose::is_prose;
use super::{captions, content, day, level_line, printed};
use crate::document::{DocumentKind, Field};

/// How many lines can belong to a header.
const HEADER_LINES: usize = 120;
/// The longest line of a heading that is looked at, in bytes.
const HEADING: usize = 120;

pub(super) fn kind(source: Lines<'_>) -> DocumentKind {
    if printed::is_printed(source) {
        return DocumentKind::Memorandum;
    }
    let mut at = 0;
    let (mut subject, mut tight) = (false, false);
    // What a text is that nothing further says it of: a date-time group by itself stands in the header of a telegram.
    let mut otherwise = DocumentKind::Memorandum;
    for _ in 0..HEADER_LINES {
        let Some(line) = source.at(at) else {
            break;
        };
        at = line.next;
        if line.is_blank() {
            tight = false;
            continue;
        }
        if is_furniture(line) {
            continue;
        }
        match line_kind(line) {
            LineKind::Memorandum | LineKind::Body => return otherwise,
            LineKind::Telegram => return DocumentKind::Cable,
            LineKind::OperationOrder => return DocumentKind::Memorandum,
            LineKind::Signed => otherwise = DocumentKind::Cable,
            LineKind::Subject => (subject, tight) = (true, true),
            // Behind the subject stand fields and captions; a line right under it goes on with it.
            LineKind::Unknown if subject && !tight => return otherwise,
            LineKind::Known | LineKind::Unknown => {}
        }
    }
    otherwise
}

enum LineKind {
    /// Only the heading of a memorandum has it.
    Memorandum,
    /// Only the header of a telegram has it.
    Telegram,
    /// A date-time group without a precedence: that of a telegram, or of the signature of an operation order.
    Signed,
    /// The title of an operation order or plan.
    OperationOrder,
    Subject,
    /// The header ends here.
    Body,
    /// A field, a caption or a level, which any header may have.
    Known,
    /// Neither: a letterhead, a title, a line of text.
    Unknown,
}

fn line_kind(line: Line<'_>) -> LineKind {
    let text = line.text;
    let start = skip_silent(text, 0);
    let lead = lead::scan_line(line);
    // A mark may stand before a field: `(U) FM SECSTATE WASHDC`.
    let marked = lead.number == LeadNumber::None && !matches!(lead.mark, LeadMark::None);
    let at = if marked { lead.text } else { start };
    let shown = from(text, skip_silent(text, at));
    if header::is_date_time_group(shown) {
        let precedence = shown.starts_with(|c: char| c.is_ascii_alphabetic());
        return if precedence {
            LineKind::Telegram
        } else {
            LineKind::Signed
        };
    }
    if header::is_printout(shown) {
        return LineKind::Telegram;
    }
    if names_operation(shown) {
        return LineKind::OperationOrder;
    }
    match header::keyword(text, skip_silent(text, at)) {
        Some(HeaderLine::Field(Field::From | Field::To | Field::Info, behind)) => {
            return if header::is_addressee(from(text, behind)) {
                LineKind::Telegram
            } else {
                LineKind::Body
            };
        }
        // Where something else stands beside them, they are words of a text.
        Some(HeaderLine::Field(field @ (Field::Tags | Field::Order), behind)) => {
            let order = field == Field::Order && shown.contains(':');
            return if order
                || content::is_of_kind(field, from(text, behind))
                || text.contains("SUBJ")
            {
                LineKind::Telegram
            } else {
                LineKind::Body
            };
        }
        Some(HeaderLine::Field(Field::Classifier | Field::Instruction, _)) => {
            return LineKind::Body;
        }
        Some(HeaderLine::Field(..)) => return LineKind::Known,
        Some(HeaderLine::Subject(_)) => return LineKind::Subject,
        None => {}
    }
    if names_memorandum(text) || is_mail(shown) {
        return LineKind::Memorandum;
    }
    if has_message_number(shown) {
        return LineKind::Telegram;
    }
    if header::is_transmission(text) {
        return LineKind::Known;
    }
    let numbered = !matches!(lead.number, LeadNumber::None | LeadNumber::Item(_));
    if marked || numbered || lead.has_mark() || is_prose(text) || day::is_day(text) {
        return LineKind::Body;
    }
    let known = captions::read(text).any
        || header::is_passing(text)
        || header::is_service_note(text)
        || overall::read(text, Stands::Below).is_some();
    if known {
        LineKind::Known
    } else {
        LineKind::Unknown
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

/// `OPERATION ORDER 06-03 (U)`, `OPORD 06-03 (HARVEST)`, `FRAGO 2 TO OPORD 06-03`: in capitals, with its number.
fn names_operation(shown: &str) -> bool {
    const ORDERS: [&str; 9] = [
        "OPERATION ORDER",
        "OPERATION PLAN",
        "OPERATIONS ORDER",
        "FRAGMENTARY ORDER",
        "WARNING ORDER",
        "OPORD",
        "OPLAN",
        "CONPLAN",
        "FRAGO",
    ];
    let behind = |order: &&str| {
        let (title, rest) = shown.split_at_checked(behind_words(shown, order)?)?;
        let capitals = !title.contains(char::is_lowercase) && rest.starts_with(is_silent);
        rest.split(is_silent)
            .find(|word| !word.is_empty())
            .filter(|_| capitals)
    };
    shown.len() <= HEADING
        && ORDERS
            .iter()
            .find_map(behind)
            .is_some_and(|number| number.bytes().any(|b| b.is_ascii_digit()))
}

/// The header of a message: `From: Ode, Benno`, `Sent: …`.
fn is_mail(shown: &str) -> bool {
    ["From:", "Sent:", "To:", "Cc:", "-----Original Message"]
        .iter()
        .any(|word| shown.starts_with(word))
}

/// A message reference number behind the level: `SECRET STATE 105791`. The number of a copy is none.
fn has_message_number(text: &str) -> bool {
    level_line::read(level_line::without_copy(text))
        .is_some_and(|words| words.form == Form::Numbered && !trim(words.rest).contains(['(', '.']))
}
