//! The label that a line of a header begins with.

use super::super::chars::{byte, from, skip_silent};
use super::super::labels::{self, Names, Printed};
use crate::declass::{instruction_label, order_number};
use crate::document::Field;

/// The longest declassification line, in bytes.
pub(in crate::parse) const LONGEST_INSTRUCTION: usize = 160;

/// What a header line is, and where its text starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum HeaderLine {
    Field(Field, usize),
    Subject(usize),
}

/// Reads the keyword of a header line, from `at` on.
pub(in crate::parse) fn keyword(line: &str, at: usize) -> Option<HeaderLine> {
    match byte(line, at) | 0x20 {
        // The number of the order is part of what the line says.
        b'e' | b'b' => {
            order_number(from(line, at)).map(|width| HeaderLine::Field(Field::Order, at + width))
        }
        b'd' => instruction(from(line, at)).then_some(HeaderLine::Field(Field::Instruction, at)),
        _ => labelled(line, at, Printed::Wire),
    }
}

/// Whether a line begins with the label of an instruction. The label is a part of what it says.
fn instruction(text: &str) -> bool {
    text.len() <= LONGEST_INSTRUCTION && instruction_label(text).is_some()
}

/// Reads the keyword of a line of State's printout.
pub(in crate::parse) fn printed(line: &str, at: usize) -> Option<HeaderLine> {
    keyword(line, at).or_else(|| labelled(line, at, Printed::Printout))
}

/// Whether a line stands in no other document than State's printout of a telegram.
pub(in crate::parse) fn is_printout(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    labels::colon(text, "MRN").is_some() || labels::colon(text, "DATE/DTG").is_some()
}

fn labelled(line: &str, at: usize, printed: Printed) -> Option<HeaderLine> {
    let (names, width) = labels::begins(from(line, at), printed)?;
    match names {
        Names::Field(field) => Some(HeaderLine::Field(field, at + width)),
        Names::Subject => Some(HeaderLine::Subject(at + width)),
        Names::Level | Names::Restriction | Names::Day | Names::Authority => None,
    }
}

/// A keyword in the middle of a line: `… TAGS: PREL SUBJECT: …`. The offset where the next field begins.
pub(in crate::parse) fn next_keyword(line: &str, from_at: usize) -> Option<usize> {
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
            .any(|word| rest.starts_with(word) && labels::colon(rest, word).is_some())
        {
            return Some(from_at + at);
        }
    }
    None
}
