//! Every declassification instruction of a document, wherever it stands (32 CFR 2001.22(e)(2): the longest governs).

use super::super::build::{Builder, Line, line_at};
use super::super::chars::{from, is_silent, skip_silent, starts_with_word, trim};
use super::super::header::{self, HeaderLine};
use super::super::lead;
use super::block::begins_instruction;
use super::further::further;
use crate::Span;
use crate::document::{Block, BlockKind, Field};

/// The text of every instruction: of the order line, of the fields, and of the lines of any other block that begin with the
/// label of one. The last only make a term longer: where no field gives an instruction, a line of the text gives none.
pub(in crate::parse) fn instructions(builder: &Builder<'_>) -> Vec<Span> {
    let is_field = |block: &&Block| {
        matches!(
            block.kind,
            BlockKind::Field(Field::Order | Field::Instruction)
        )
    };
    let mut found: Vec<Span> = builder
        .blocks
        .iter()
        .filter(is_field)
        .map(|block| block.text)
        .collect();
    if found.is_empty() {
        return found;
    }
    for block in builder.blocks.iter().filter(|block| !is_field(block)) {
        found.extend(inside(builder.source, block));
    }
    found.extend(further(builder));
    found
}

/// The instructions in the lines of a block.
fn inside(source: &str, block: &Block) -> Vec<Span> {
    let text = source.get(block.span.range()).unwrap_or_default();
    let classifier = is_classifier(source.get(block.text.range()).unwrap_or_default());
    let mut found = Vec::new();
    for at in memchr::memchr2_iter(b'D', b'd', text.as_bytes()) {
        if !starts_with_word(from(text, at), "DECL") {
            continue;
        }
        let before = text.get(..at).unwrap_or_default();
        if before.ends_with(char::is_alphanumeric)
            || !begins_instruction(first_line(from(text, at)))
        {
            continue;
        }
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let Some(line) = line_at(source, block.span.start() + line_start) else {
            continue;
        };
        let at = block.span.start() + at;
        // A rarer kind of line break stands between: the line begins behind it.
        let line = line_of(source, line, at);
        if classifier || leads(line, at - line.start) {
            found.push(Span::new(at, line.start + line.text.len()));
        }
    }
    found
}

/// The line of the source that holds `at`, from a line before it on.
fn line_of<'a>(source: &'a str, line: Line<'a>, at: usize) -> Line<'a> {
    let mut line = line;
    while line.next <= at {
        match line_at(source, line.next) {
            Some(next) => line = next,
            None => break,
        }
    }
    line
}

fn first_line(text: &str) -> &str {
    line_at(text, 0).map_or("", |line| line.text)
}

/// Whether nothing but a number, a mark, signs of quotation or the name of an order stands before `at`, or the line names
/// the classifier.
fn leads(line: Line<'_>, at: usize) -> bool {
    let before = line.text.get(..at).unwrap_or_default();
    let start = lead::scan(line.text).text;
    let quoted = before.trim_start_matches(|c: char| {
        is_silent(c) || matches!(c, '>' | '|' | '*' | '-' | '"' | '“' | '[' | '(')
    });
    start == at
        || quoted.is_empty()
        || is_order(before, start)
        || is_classifier(trim(from(line.text, start.min(at))))
        || is_classifier(quoted)
}

/// `E.O. 12958: DECL: …`, with anything between.
fn is_order(before: &str, start: usize) -> bool {
    let quoted = skip_silent(before, 0);
    [
        start,
        quoted,
        before.find(|c: char| c.is_alphanumeric()).unwrap_or(0),
    ]
    .into_iter()
    .any(|at| {
        matches!(
            header::keyword(before, at),
            Some(HeaderLine::Field(Field::Order, _))
        )
    })
}

fn is_classifier(text: &str) -> bool {
    ["CLASSIFIED BY", "DERIVED FROM", "DERIVED BY", "REASON"]
        .iter()
        .any(|words| starts_with_word(text, words))
}
