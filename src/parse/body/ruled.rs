//! Headings that a rule sets apart from the text above them, where no blank line does.

use super::super::build::Builder;
use super::super::chars::{byte, trim};
use super::super::lead::{self, LeadMark};
use super::super::lines::Line;
use super::super::sentence;
use super::open::{dominates, letter_inside};
use crate::marking::Label;

/// The shortest rule, and the longest line of a heading, in bytes.
const RULE: usize = 3;
const HEADING: usize = 80;

/// The most lines of a heading.
const LINES: usize = 2;

/// Whether `line` begins a heading over a paragraph whose mark is above the open block: `-----` / `COMMENT` / `-----`, or a line
/// with a rule below it. The heading tells of what stands under it.
pub(super) fn begins_heading(builder: &Builder<'_>, line: Line<'_>) -> bool {
    if is_rule(line) {
        return builder
            .lines
            .at(line.next)
            .is_some_and(|heading| is_heading(builder, heading));
    }
    // Most lines have no rule below them.
    begins_rule(byte(builder.source, line.next))
        && sentence::may_end(builder.open_text())
        && is_heading(builder, line)
}

/// Whether `first` and the line below it, or one of them, stand over a rule and a marked paragraph.
fn is_heading(builder: &Builder<'_>, first: Line<'_>) -> bool {
    let mut line = first;
    for _ in 0..LINES {
        if !names(line) {
            return false;
        }
        let Some(below) = builder.lines.at(line.next) else {
            return false;
        };
        if is_rule(below) {
            return heads_higher(builder, below.next);
        }
        line = below;
    }
    false
}

/// Whether the next line that shows anything begins with a mark that the open block has not.
fn heads_higher(builder: &Builder<'_>, at: usize) -> bool {
    let Some(next) = builder.lines.shown(at).next() else {
        return false;
    };
    match letter_inside(builder, next.text, lead::scan_line(next).mark) {
        LeadMark::Stated(stated, _) => !dominates(builder, &stated.label()),
        LeadMark::Damaged(_) => !dominates(builder, &Label::unresolved()),
        LeadMark::None | LeadMark::Letter { .. } => false,
    }
}

/// Whether a line is words without numbers, columns and a full stop, as a row of a table or a sentence is not.
fn names(line: Line<'_>) -> bool {
    let shown = trim(line.text);
    shown.len() <= HEADING
        && shown.contains(char::is_alphabetic)
        && !shown.contains(|c: char| c.is_ascii_digit() || matches!(c, '\t' | '|'))
        && !shown.contains("  ")
        && !shown.ends_with(['.', ';', ','])
}

/// Whether a line is a rule.
fn is_rule(line: Line<'_>) -> bool {
    let shown = trim(line.text);
    begins_rule(byte(shown, 0))
        && shown.len() >= RULE
        && shown.bytes().all(|b| begins_rule(b) || b == b' ')
}

const fn begins_rule(b: u8) -> bool {
    matches!(b, b'-' | b'=' | b'*' | b'_' | b'~')
}
