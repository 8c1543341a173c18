//! Reads a source text.

use super::build::Builder;
use super::lines::Lines;
use super::{damaged, detect, findings, passes};
use crate::Span;
use crate::declass::Schedule;
use crate::document::{Document, DocumentKind, Mark};

/// Reads a source text. Every text can be read: nothing fails, nothing is lost, no byte is left out.
///
/// What kind of document it is follows from its header and marks; [`parse_as`] sets it.
///
/// ```
/// let cable = tearline::parse("C O N F I D E N T I A L STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// assert_eq!(cable.kind(), tearline::document::DocumentKind::Cable);
/// assert_eq!(cable.blocks().len(), 3);
/// ```
#[must_use]
pub fn parse(source: &str) -> Document<'_> {
    let lines = Lines::of(source);
    read(lines, detect::kind(lines))
}

/// Reads a source text as a document of the given kind, where [`parse`] would take it for another one.
///
/// ```
/// use tearline::document::DocumentKind;
///
/// let note = "The talks resume in April. (U)\n\nThe lease will not be renewed. (C)\n";
/// let memorandum = tearline::parse_as(note, DocumentKind::Memorandum);
/// assert_eq!(memorandum.blocks()[1].mark().stated().unwrap().label().to_string(), "C");
/// ```
#[must_use]
pub fn parse_as(source: &str, kind: DocumentKind) -> Document<'_> {
    read(Lines::of(source), kind)
}

fn read(lines: Lines<'_>, kind: DocumentKind) -> Document<'_> {
    let mut builder = Builder::new(lines);
    for pass in passes::of(kind) {
        builder.rule = pass.rule;
        (pass.run)(&mut builder);
    }
    finish(builder, kind)
}

/// What the builder holds, as a document: nothing in it is undecided.
pub(super) fn finish(mut builder: Builder<'_>, kind: DocumentKind) -> Document<'_> {
    let instructions = std::mem::take(&mut builder.instructions);
    let lines = instructions
        .iter()
        .map(|span| (builder.source.get(span.range()).unwrap_or_default(), *span));
    let (schedule, notes) = Schedule::read(lines, builder.header.origin);
    builder.header.schedule = schedule;
    builder.header.instructions = instructions;
    let mut notes: Vec<_> = notes
        .into_iter()
        .map(|note| (note.rule(), note.span(), None))
        .chain(builder.notes)
        .collect();
    for block in &builder.blocks {
        if let Mark::Damaged { span } = block.mark {
            let detail = damaged::detail(builder.source, span);
            notes.push((&findings::DAMAGED_MARK, span, detail));
        }
    }
    if builder.header.levels.is_empty() {
        notes.push((&findings::NO_LEVEL_LINE, Span::new(0, 0), None));
    }
    let findings = crate::finding::located(builder.source, notes);
    Document::new(
        builder.source,
        kind,
        builder.pieces,
        builder.blocks,
        builder.header,
        findings,
    )
}
