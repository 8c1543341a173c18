//! The pieces of a source text: blocks, and the furniture between them.

use crate::Span;

/// A run of the source and what it is. No byte of the source is outside one.
///
/// ```
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) One.\n");
/// let pieces = cable.pieces();
/// assert!(pieces.windows(2).all(|pair| pair[0].span().end() == pair[1].span().start()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    span: Span,
    role: Role,
}

/// What a run of the source is.
///
/// ```
/// use tearline::document::Role;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) One.\n\nSECRET\n");
/// assert_eq!(cable.pieces().last().unwrap().role(), Role::Furniture);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of the block with this index.
    Block(usize),
    /// Page furniture: page and section lines, transmission lines of a further section, repeated banners. It is never
    /// released, because it tells length.
    Furniture,
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
