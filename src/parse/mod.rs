//! Source text → document: total, and it borrows from the source.

mod authority;
mod body;
mod build;
mod cable;
mod captions;
mod chars;
mod content;
mod damaged;
mod day;
mod decor;
mod detect;
pub(crate) mod findings;
mod furniture;
mod header;
mod inside;
mod labelled;
mod labels;
mod lead;
mod level_line;
mod lists;
mod memo;
mod overall;
mod plain;
mod printed;
mod prose;
mod region;
pub(crate) mod release_text;
mod restriction;
mod run;
mod sentence;
mod shape;
mod tear;
mod titles;
mod token;

use build::Builder;
pub(crate) use chars::is_silent;

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
    parse_as(source, detect::kind(source))
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
    let mut builder = Builder::new(source);
    match kind {
        DocumentKind::Cable => {
            let body = cable::header(&mut builder);
            body::read(&mut builder, body);
            titles::resolve(&mut builder);
        }
        DocumentKind::Memorandum => memo::read(&mut builder),
        DocumentKind::Release => release_text::read(&mut builder),
    }
    if kind != DocumentKind::Release {
        lists::resolve(&mut builder);
        tear::resolve(&mut builder);
        region::resolve(&mut builder);
        inside::resolve(&mut builder);
    }
    finish(builder, kind)
}

fn finish(mut builder: Builder<'_>, kind: DocumentKind) -> Document<'_> {
    take_lists(&mut builder);
    for stated in builder
        .blocks
        .iter()
        .filter_map(|block| block.mark.stated())
        .filter(|stated| stated.is_entire_text())
    {
        let label = stated.label();
        let joined = builder
            .header
            .entire_text
            .as_ref()
            .map_or_else(|| label.clone(), |before| before.join(&label));
        builder.header.entire_text = Some(joined);
    }
    authority::read(&mut builder);
    let instructions = authority::instructions(&builder);
    content::resolve(&mut builder);
    overall::resolve(&mut builder);
    let lines = instructions
        .iter()
        .map(|span| (builder.source.get(span.range()).unwrap_or_default(), *span));
    let (schedule, notes) = Schedule::read(lines, builder.header.origin);
    builder.header.schedule = schedule;
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

/// Gives marks that leave their list to the banner the one that the level lines state together (CAPCO 2016 H.8 p150).
fn take_lists(builder: &mut Builder<'_>) {
    let lines = builder.header.levels.iter().map(|line| line.label.clone());
    let Some(banner) = lines.reduce(|all, label| all.join(&label)) else {
        return;
    };
    for block in &mut builder.blocks {
        if let Mark::Stated { stated, .. } = &mut block.mark
            && let Some(listed) = stated.listed_by(&banner)
        {
            *stated = listed;
        }
    }
}
