//! A source text, read.

use std::fmt;

use super::block::Block;
use super::header::Header;
use super::kind::DocumentKind;
use super::piece::Piece;
use super::sealed::Sealed;
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
