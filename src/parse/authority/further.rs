//! Instructions that stand in no field of their own: in a marked block, behind other words, with a damaged label. The longest
//! of all governs, whatever its label, and one that is not understood holds (32 CFR 2001.22(e)(2)).

use super::super::build::{Builder, Line, line_at};
use super::super::chars::{from, is_silent, skip_silent, starts_with_word};
use super::super::lead;
use crate::Span;
use crate::declass::{instruction_label, instruction_label_inside, order_number};
use crate::document::{BlockKind, Field};

/// Labels of lines that put a declassification off. What they say is not read, so that it holds.
const PUT_OFF: [&str; 5] = [
    "REVIEW ON",
    "REVIEW:",
    "EXTENDED TO",
    "CLASSIFICATION EXTENDED",
    "RECLASSIF",
];

/// The instructions outside the fields of the header.
pub(super) fn further(builder: &Builder<'_>) -> Vec<Span> {
    let read =
        |kind: BlockKind| matches!(kind, BlockKind::Field(Field::Order | Field::Instruction));
    let mut found = Vec::new();
    for block in builder.blocks.iter().filter(|block| !read(block.kind)) {
        let end = block.text.end();
        let mut next = block.text.start();
        while let Some(line) = line_at(builder.source, next).filter(|line| line.start < end) {
            next = line.next;
            found.extend(instruction(builder.source, line));
        }
    }
    // A line of a field that another label begins: `Declassify On: …` above `Review On: …`.
    for block in builder.blocks.iter().filter(|block| read(block.kind)) {
        let mut next =
            line_at(builder.source, block.text.start()).map_or(block.text.end(), |line| line.next);
        while let Some(line) =
            line_at(builder.source, next).filter(|line| line.start < block.text.end())
        {
            next = line.next;
            found.extend(instruction(builder.source, line));
        }
    }
    found
}

/// The instruction that a line begins with, or holds behind other words.
fn instruction(source: &str, line: Line<'_>) -> Option<Span> {
    let quoted = line.text.trim_start_matches(|c: char| {
        is_silent(c) || matches!(c, '>' | '|' | '*' | '-' | '"' | '“' | '[')
    });
    let start = line.text.len() - quoted.len();
    let first = line.text.as_bytes().get(start)? | 0x20;
    let shown = from(line.text, start);
    // Every label has one of these letters at its beginning, or stands behind a mark or other words.
    let begins = matches!(first, b'd' | b'o' | b'0' | b'(' | b'r' | b'e' | b'c');
    if begins && PUT_OFF.iter().any(|label| starts_with_word(shown, label)) {
        return Some(Span::new(line.start + start, line.start + line.text.len()));
    }
    let at = if begins {
        let text = skip_silent(line.text, lead::scan(line.text).text.max(start));
        let text = behind_order(line.text, text);
        instruction_label(from(line.text, text)).map(|end| (text, end))
    } else {
        None
    };
    let (at, end) = match at {
        Some(found) => found,
        None if line.text.contains([':', ';']) => {
            let (at, end) = instruction_label_inside(line.text)?;
            (at, end - at)
        }
        None if is_broken(shown) => (start, shown.len()),
        None => return None,
    };
    let bare = skip_silent(line.text, at + end) == line.text.len();
    let reach = line_at(source, line.next)
        .filter(|_| bare)
        .map_or(line.start + line.text.len(), |next| {
            next.start + next.text.len()
        });
    Some(Span::new(line.start + at, reach))
}

/// Where the instruction of an order line begins: `E.O. 12958 DECL 03/14/2030`.
fn behind_order(line: &str, at: usize) -> usize {
    let Some(number) = order_number(from(line, at)) else {
        return at;
    };
    let behind = from(line, at + number).trim_start_matches(|c: char| !c.is_alphabetic());
    line.len() - behind.len()
}

/// `Declassify` at the end of a line, with `On: …` on the next.
fn is_broken(shown: &str) -> bool {
    let word = shown.trim_end();
    word.eq_ignore_ascii_case("DECLASSIFY") || word.eq_ignore_ascii_case("DECL")
}
