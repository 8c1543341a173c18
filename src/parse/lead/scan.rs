//! Reads how a line begins.

use super::super::chars::{from, skip_silent};
use super::super::plain::Plain;
use super::super::token;
use super::mark::{mark_at, run_end};
use super::number::{damaged_number, enumerator, paragraph_number, section_number};
use super::what::{Lead, LeadMark, LeadNumber};
use crate::document::Enumerator;

/// How many enumerators may stand before a mark, and the longest number of several parts, in bytes.
const NESTED: usize = 3;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// At the start of a block: what stands in the place of a mark and is not read is an unreadable mark.
    Block,
    /// Inside one: a parenthesis may be one of its text.
    Line,
}

/// Reads how `line` begins, inside a block.
pub(in crate::parse) fn scan(line: &str) -> Lead {
    looked_through(line, Standing::Line)
}

/// Reads how `line` begins, where a block begins with it.
pub(in crate::parse) fn scan_start(line: &str) -> Lead {
    looked_through(line, Standing::Block)
}

/// What stands around a mark is looked through where a number or a mark comes of it.
fn looked_through(line: &str, standing: Standing) -> Lead {
    if let Some(plain) = Plain::of(line) {
        let lead = scan_plain(plain.text(), standing);
        if lead.has_mark() || matches!(lead.number, LeadNumber::Paragraph(_)) {
            return plain.place(lead);
        }
    }
    scan_plain(line, standing)
}

fn scan_plain(line: &str, standing: Standing) -> Lead {
    let start = skip_silent(line, 0);
    let (pilcrow, at) = match from(line, start).strip_prefix('¶') {
        Some(_) => (true, skip_silent(line, start + '¶'.len_utf8())),
        None => (false, start),
    };
    if let Some((number, after)) = paragraph_number(line, at) {
        return or_odd(line, behind_number(line, number, after), standing);
    }
    if !pilcrow && let Some((item, after)) = enumerator(line, at) {
        return or_odd(line, behind_item(line, item, after), standing);
    }
    if let Some(lead) =
        section_number(line, at).or_else(|| damaged_number(line, start, at, pilcrow))
    {
        return lead;
    }
    let (mark, text) = mark_at(line, at, false);
    let text = if matches!(mark, LeadMark::None) {
        start
    } else {
        text
    };
    let lead = Lead {
        number: LeadNumber::None,
        mark,
        text,
    };
    or_odd(line, lead, standing)
}

/// What stands in the place of a mark at the start of a block and is not read: an unreadable mark (reading rule 1).
fn or_odd(line: &str, lead: Lead, standing: Standing) -> Lead {
    if standing == Standing::Line || lead.has_mark() {
        return lead;
    }
    let at = skip_silent(line, lead.text);
    match token::odd(line, at, token::Reach::Line) {
        Some(span) => Lead {
            number: lead.number,
            mark: LeadMark::Damaged(span),
            text: run_end(line, span.end()),
        },
        None => lead,
    }
}

/// An item, with the marks of items below it: `a. (1) (S)`, `- - (S)`. The outermost enumerator counts.
fn behind_item(line: &str, item: Enumerator, after: usize) -> Lead {
    let (mut mark, mut text) = mark_at(line, after, true);
    let mut behind = after;
    for _ in 0..NESTED {
        if !matches!(mark, LeadMark::None) {
            break;
        }
        let Some((_, next)) = enumerator(line, skip_silent(line, behind)) else {
            break;
        };
        let (inner, end) = mark_at(line, next, true);
        if matches!(inner, LeadMark::Stated(..) | LeadMark::Damaged(_)) {
            (mark, text) = (inner, end);
        }
        behind = next;
    }
    // An enumerator in parentheses or alone is only certain where a mark follows or it cannot be one itself.
    Lead {
        number: LeadNumber::Item(item),
        mark,
        text,
    }
}

/// Reads a mark right at `at`, as it may stand behind a field label.
pub(in crate::parse) fn scan_mark(line: &str, at: usize) -> (LeadMark, usize) {
    let rest = from(line, at);
    if let Some(plain) = Plain::of(rest) {
        let (mark, text) = mark_at(plain.text(), 0, false);
        if !matches!(mark, LeadMark::None) {
            let lead = plain.place(Lead {
                number: LeadNumber::None,
                mark,
                text,
            });
            let mark = match lead.mark {
                LeadMark::None => LeadMark::None,
                LeadMark::Stated(stated, span) => LeadMark::Stated(stated, span.shifted(at)),
                LeadMark::Damaged(span) => LeadMark::Damaged(span.shifted(at)),
                LeadMark::Letter { letter, span } => LeadMark::Letter {
                    letter,
                    span: span.shifted(at),
                },
            };
            return (mark, lead.text + at);
        }
    }
    mark_at(line, at, false)
}

fn behind_number(line: &str, number: u16, after: usize) -> Lead {
    let (mark, text) = mark_at(line, after, true);
    if matches!(mark, LeadMark::None)
        && let Some((item, behind)) = enumerator(line, skip_silent(line, after))
    {
        let (mark, text) = mark_at(line, behind, true);
        if matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)) {
            return Lead {
                number: LeadNumber::ParagraphItem(number, item),
                mark,
                text,
            };
        }
    }
    Lead {
        number: LeadNumber::Paragraph(number),
        mark,
        text,
    }
}
