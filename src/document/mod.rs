//! The model: what a parser found in a source text, without the text showing itself.

mod bases;
mod block;
mod number;
mod sealed;

use std::fmt;

use jiff::civil::Date;

pub use bases::Bases;
pub use block::{Block, BlockKind, Field, Mark, Place, Shape};
pub(crate) use number::roman_value;
pub use number::{Enumerator, Number};
pub use sealed::Sealed;

use crate::declass::{Reasons, Schedule};
use crate::marking::{Caption, Label};
use crate::{Finding, Rule, Span};

/// A source text, read: its blocks in order, the furniture between them, and what its header says of the whole.
///
/// Every byte of the source lies in exactly one [`Piece`]. `Debug` shows how much was found, never the text.
///
/// ```
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Text.\n");
/// assert_eq!(cable.blocks().len(), 2);
/// assert_eq!(cable.pieces().iter().map(|piece| piece.span().len()).sum::<usize>(), cable.source_len());
/// ```
#[derive(Clone)]
pub struct Document<'a> {
    source: &'a str,
    kind: DocumentKind,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    header: Header,
    findings: Vec<Finding>,
}

/// How a document is read. Headers and marks alone decide it.
///
/// ```
/// use tearline::document::DocumentKind;
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
/// assert_eq!(cable.kind(), DocumentKind::Cable);
/// assert_eq!(cable.kind().to_string(), "telegram");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentKind {
    /// A telegram: header fields, level line, numbered paragraphs with leading marks.
    Cable,
    /// A memorandum or paper: prose with leading or trailing marks.
    Memorandum,
    /// The text of a release: every portion states its mark, nothing is inferred.
    Release,
}

impl DocumentKind {
    /// What it is, in a word: `telegram`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cable => "telegram",
            Self::Memorandum => "memorandum",
            Self::Release => "release",
        }
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A run of the source and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    span: Span,
    role: Role,
}

/// What a run of the source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of the block with this index.
    Block(usize),
    /// Page furniture: page and section lines, transmission lines of a further section, repeated banners. It is never
    /// released, because it tells length.
    Furniture,
}

/// What the header says of the document as a whole.
#[derive(Clone, Debug)]
pub struct Header {
    /// What each level line says, in order; `None` where one cannot be read.
    pub(crate) levels: Vec<LevelLine>,
    /// Captions that bind every portion.
    pub(crate) captions: Vec<Caption>,
    /// Whether `SENSITIVE` or `EFTO` stands beside the level.
    pub(crate) sensitive: bool,
    /// The date of origin.
    pub(crate) origin: Option<Date>,
    /// What the declassification instructions say, taken together.
    pub(crate) schedule: Schedule,
    /// Whether a `Classified by` line was seen.
    pub(crate) classifier: Option<Span>,
    /// Whether a `Derived from` line was seen.
    pub(crate) derived: Option<Span>,
    /// The reasons that the classifier gave.
    pub(crate) reasons: Option<Reasons>,
    /// A statement that one mark covers the entire text.
    pub(crate) entire_text: Option<Label>,
    /// What the marks inside blocks ask, taken together.
    pub(crate) inside: Option<Label>,
}

/// One level line.
#[derive(Clone, Debug)]
pub struct LevelLine {
    pub(crate) span: Span,
    pub(crate) label: Label,
}

impl LevelLine {
    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// What it says.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }
}

impl<'a> Document<'a> {
    pub(crate) const fn new(
        source: &'a str,
        kind: DocumentKind,
        pieces: Vec<Piece>,
        blocks: Vec<Block>,
        header: Header,
        findings: Vec<Finding>,
    ) -> Self {
        Self {
            source,
            kind,
            pieces,
            blocks,
            header,
            findings,
        }
    }

    /// How it was read.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The runs that make up the source, in order and without a gap.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The blocks, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// What the header says of the whole.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// What is wrong with it and could nevertheless be read, in the order of the source.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The length of the source, in bytes.
    #[must_use]
    pub const fn source_len(&self) -> usize {
        self.source.len()
    }

    /// Findings about this document, in the order of its source, each with the number of its line.
    pub(crate) fn located(
        &self,
        notes: Vec<(&'static Rule, Span, Option<String>)>,
    ) -> Vec<Finding> {
        crate::finding::located(self.source, notes)
    }

    /// A run of the source, sealed.
    pub(crate) fn sealed(&self, span: Span) -> Sealed<'a> {
        Sealed::new(self.source.get(span.range()).unwrap_or_default())
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("kind", &self.kind)
            .field("blocks", &self.blocks.len())
            .field("findings", &self.findings.len())
            .finish_non_exhaustive()
    }
}

impl Header {
    /// A header of which nothing has been read yet: no level, no date, no instruction.
    pub(crate) fn unread() -> Self {
        Self {
            levels: Vec::new(),
            captions: Vec::new(),
            sensitive: false,
            origin: None,
            schedule: Schedule::read([], None).0,
            classifier: None,
            derived: None,
            reasons: None,
            entire_text: None,
            inside: None,
        }
    }

    /// What each level line says.
    #[must_use]
    pub fn levels(&self) -> &[LevelLine] {
        &self.levels
    }

    /// The captions that bind every portion.
    #[must_use]
    pub fn captions(&self) -> &[Caption] {
        &self.captions
    }

    /// Whether `SENSITIVE` or `EFTO` stands beside the level.
    #[must_use]
    pub const fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// What the declassification instructions say, taken together.
    #[must_use]
    pub const fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The place of the `Classified by` line (32 CFR 2001.21(a)(1)).
    #[must_use]
    pub const fn classifier(&self) -> Option<Span> {
        self.classifier
    }

    /// The place of the `Derived from` line of a derivative classification (32 CFR 2001.22(c)).
    #[must_use]
    pub const fn derived(&self) -> Option<Span> {
        self.derived
    }

    /// The reasons for classification that the classifier gave (32 CFR 2001.21(a)(3)).
    #[must_use]
    pub const fn reasons(&self) -> Option<Reasons> {
        self.reasons
    }

    /// The mark of the entire text, where the document states one.
    #[must_use]
    pub const fn entire_text(&self) -> Option<&Label> {
        self.entire_text.as_ref()
    }

    /// What the marks inside blocks ask, taken together, where there are any: in a row of a table, behind a label or the
    /// end of a sentence, around a region.
    #[must_use]
    pub const fn inside(&self) -> Option<&Label> {
        self.inside.as_ref()
    }

    /// The date of origin, where the header gives one.
    #[must_use]
    pub const fn origin(&self) -> Option<Date> {
        self.origin
    }
}

impl Piece {
    pub(crate) const fn new(span: Span, role: Role) -> Self {
        Self { span, role }
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// What it is.
    #[must_use]
    pub const fn role(self) -> Role {
        self.role
    }
}
