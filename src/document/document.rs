//! A source text, read.

use std::fmt;
use std::sync::Arc;

use super::block::Block;
use super::header::Header;
use super::kind::DocumentKind;
use super::piece::{Piece, Role};
use super::sealed::Sealed;
use super::source::Source;
use crate::{Finding, Position, Rule, Span};

/// A source text, read: its blocks in order, the furniture between them, and what its header says of the whole.
///
/// Every byte of the source lies in exactly one [`Piece`]. `Debug` shows how much was found, never the text.
///
/// ```
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Text.\n");
/// assert_eq!(cable.blocks().len(), 2);
/// assert_eq!(cable.pieces().iter().map(|piece| piece.span().len()).sum::<usize>(), cable.source_len());
/// ```
///
/// A document borrows the text that it was read from; [`Document::into_owned`] lets it leave the function that read the file.
/// Nothing of a document changes once it is there, so a clone shares everything and costs two pointers.
#[derive(Clone)]
pub struct Document<'a> {
    source: Source<'a>,
    read: Arc<Read>,
}

/// What was found in a source. It holds places, and no text.
struct Read {
    kind: DocumentKind,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    header: Header,
    findings: Vec<Finding>,
}

impl<'a> Document<'a> {
    pub(crate) fn new(
        source: &'a str,
        kind: DocumentKind,
        pieces: Vec<Piece>,
        blocks: Vec<Block>,
        header: Header,
        findings: Vec<Finding>,
    ) -> Self {
        Self {
            source: Source::Borrowed(source),
            read: Arc::new(Read {
                kind,
                pieces,
                blocks,
                header,
                findings,
            }),
        }
    }

    /// The same with a copy of its source, for as long as it is needed.
    ///
    /// ```
    /// use tearline::document::Document;
    ///
    /// fn read() -> Document<'static> {
    ///     let source = String::from("UNCLAS STATE 1\n\n1. (U) One.\n");
    ///     tearline::parse(&source).into_owned()
    /// }
    /// assert_eq!(read().blocks().len(), 2);
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            source: self.source.into_kept(),
            read: self.read,
        }
    }

    /// The same as a document that was laid out from parts.
    pub(crate) fn into_built(self) -> Document<'static> {
        Document {
            source: self.source.into_built(),
            read: self.read,
        }
    }

    /// The same without the rules by which texts raise their blocks: what a block is rated at least as stays, and where it
    /// stands follows from kinds, numbers and marks that were given.
    pub(crate) fn with_places_as_given(&self) -> Self {
        self.with_blocks(self.read.header.clone(), |block| block.raised_by = None)
    }

    /// The same without anything that the texts of its blocks raise.
    pub(crate) fn without_raises(&self) -> Self {
        let mut header = self.read.header.clone();
        header.inside = None;
        self.with_blocks(header, |block| block.at_least = None)
    }

    fn with_blocks(&self, header: Header, change: impl Fn(&mut Block)) -> Self {
        let mut blocks = self.read.blocks.clone();
        blocks.iter_mut().for_each(change);
        Self {
            source: self.source.clone(),
            read: Arc::new(Read {
                kind: self.read.kind,
                pieces: self.read.pieces.clone(),
                blocks,
                header,
                findings: self.read.findings.clone(),
            }),
        }
    }

    /// Whether it was read from a text, and not built from parts ([`Document::builder`]).
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind};
    ///
    /// assert!(tearline::parse("UNCLAS STATE 1\n").has_source());
    /// assert!(!Document::builder(DocumentKind::Cable).build().has_source());
    /// ```
    #[must_use]
    pub const fn has_source(&self) -> bool {
        !self.source.is_built()
    }

    /// How it was read.
    #[must_use]
    pub fn kind(&self) -> DocumentKind {
        self.read.kind
    }

    /// The runs that make up the source, in order and without a gap.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.read.pieces
    }

    /// The blocks, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.read.blocks
    }

    /// What the header says of the whole.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.read.header
    }

    /// What is wrong with it and could nevertheless be read, in the order of the source.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.read.findings
    }

    /// The length of the source, in bytes.
    #[must_use]
    pub fn source_len(&self) -> usize {
        self.source.text().len()
    }

    /// Where a span begins, as editors count.
    ///
    /// ```
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Tides.\n");
    /// let paragraph = cable.blocks().last().unwrap();
    /// assert_eq!(cable.line_of(paragraph.span()).line(), 3);
    /// ```
    #[must_use]
    pub fn line_of(&self, span: Span) -> Position {
        Position::of(self.source.text(), span.start())
    }

    /// The block in which a span begins, as an index into [`Document::blocks`]; `None` in furniture, between blocks and
    /// outside the source.
    ///
    /// ```
    /// let cable = tearline::parse("SECRET STATE 1\n\n1. (S//NOFRN) One.\n");
    /// assert_eq!(cable.block_at(cable.findings()[0].span()), Some(1));
    /// ```
    #[must_use]
    pub fn block_at(&self, span: Span) -> Option<usize> {
        let behind = self
            .pieces()
            .partition_point(|piece| piece.span().end() <= span.start());
        match self.pieces().get(behind)?.role() {
            Role::Block(index) => Some(index),
            Role::Furniture => None,
        }
    }

    /// Findings about this document, in the order of its source, each with the number of its line.
    pub(crate) fn located(
        &self,
        notes: Vec<(&'static Rule, Span, Option<String>)>,
    ) -> Vec<Finding> {
        crate::finding::located(self.source.text(), notes)
    }

    /// A run of the source, sealed.
    pub(crate) fn sealed(&self, span: Span) -> Sealed<'_> {
        Sealed::new(self.source.text().get(span.range()).unwrap_or_default())
    }

    /// The same for as long as the caller's text lives; `None` where the source is the document's own.
    pub(crate) fn lasting(&self, span: Span) -> Option<Sealed<'a>> {
        let source = self.source.lasting()?;
        Some(Sealed::new(source.get(span.range()).unwrap_or_default()))
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("kind", &self.kind())
            .field("blocks", &self.blocks().len())
            .field("findings", &self.findings().len())
            .finish_non_exhaustive()
    }
}
