//! Reads a source text.

use super::build::Builder;
use super::draft::Draft;
use super::lines::Lines;
use super::{damaged, detect, findings, known, passes};
use crate::Span;
use crate::document::{Block, Document, DocumentKind, Known, Mark};
use crate::marking::Vocabulary;

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
    read(lines, detect::kind(lines), None, &Vocabulary::capco())
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
    read(Lines::of(source), kind, None, &Vocabulary::capco())
}

/// Reads a source text together with what the caller knows of the document beside it, from the record of a catalogue.
///
/// ```
/// use tearline::document::Known;
///
/// let known = Known::new().level("SECRET").caption("NODIS");
/// let memorandum = tearline::parse_with("Port Vesta, March 14, 1986.\n\nThe pier is new.\n", &known);
/// assert_eq!(memorandum.header().levels()[0].label().to_string(), "S");
/// assert!(memorandum.findings().iter().all(|finding| finding.code() != "missing-level-line"));
/// ```
#[must_use]
pub fn parse_with<'a>(source: &'a str, known: &Known) -> Document<'a> {
    Vocabulary::capco().parse_with(source, known)
}

impl Vocabulary {
    /// [`parse`](crate::parse()), with the marks read in these words.
    ///
    /// ```
    /// use tearline::marking::Vocabulary;
    ///
    /// let words = Vocabulary::capco().with_alias("HARBSEN", "SBU")?;
    /// let cable = words.parse("UNCLAS STATE 1\n\n1. (HARBSEN) One.\n\n2. (U) Two (HARBSEN) three.\n");
    /// assert_eq!(cable.blocks()[1].mark().stated().unwrap().label().to_string(), "SBU");
    /// assert_eq!(cable.blocks()[2].at_least().unwrap().to_string(), "SBU");
    /// # Ok::<(), tearline::marking::AliasError>(())
    /// ```
    #[must_use]
    pub fn parse<'a>(&self, source: &'a str) -> Document<'a> {
        let lines = Lines::of(source);
        read(lines, detect::kind(lines), None, self)
    }

    /// [`parse_with`], with the marks read in these words.
    ///
    /// ```
    /// use tearline::document::Known;
    /// use tearline::marking::Vocabulary;
    ///
    /// let words = Vocabulary::capco().with_alias("HARBSEN", "SBU")?;
    /// let note = words.parse_with("1. (HARBSEN) The pier is new.\n", &Known::new().level("SECRET"));
    /// assert_eq!(note.blocks()[0].mark().stated().unwrap().label().to_string(), "SBU");
    /// # Ok::<(), tearline::marking::AliasError>(())
    /// ```
    #[must_use]
    pub fn parse_with<'a>(&self, source: &'a str, known: &Known) -> Document<'a> {
        let lines = Lines::of(source);
        let kind = known.kind.unwrap_or_else(|| detect::kind(lines));
        read(lines, kind, Some(known), self)
    }
}

fn read<'a>(
    lines: Lines<'a>,
    kind: DocumentKind,
    known: Option<&Known>,
    vocabulary: &Vocabulary,
) -> Document<'a> {
    let mut builder = Builder::new(lines);
    builder.vocabulary = vocabulary.clone();
    for pass in passes::of(kind) {
        builder.rule = pass.rule;
        (pass.run)(&mut builder);
    }
    if let Some(known) = known {
        known::take(&mut builder, known);
    }
    finish(builder, kind)
}

/// What the builder holds, as a document: nothing in it is undecided.
pub(super) fn finish(mut builder: Builder<'_>, kind: DocumentKind) -> Document<'_> {
    let (schedule, mut notes) = known::schedule(&builder);
    builder.header.schedule = schedule;
    builder.header.instructions = std::mem::take(&mut builder.instructions);
    notes.extend(builder.notes);
    let blocks: Vec<Block> = builder.blocks.into_iter().map(Draft::settle).collect();
    for block in &blocks {
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
        blocks,
        builder.header,
        findings,
    )
}
