//! Portions: the units of verdict.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

#[cfg(feature = "serde")]
use serde::Serialize;

use super::{Provenance, Rating};
use crate::document::{Bases, Field, Number, ReadingRule};

/// A unit of verdict: one block, or a paragraph with the blocks that belong to it.
///
/// ```
/// use tearline::policy::{Policy, PortionKind, Provenance};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\nThe Pier\n\n2. (C) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let heading = &assessment.portions()[2];
/// assert_eq!(heading.kind(), PortionKind::Heading);
/// assert_eq!(heading.rating().label().to_string(), "C");
/// assert_eq!(heading.provenance(), Provenance::Section);
/// assert_eq!(heading.provenance().citation().to_string(), "tearline policy reading rule 4");
/// ```
#[derive(Clone, Debug)]
pub struct Portion {
    pub(super) kind: PortionKind,
    pub(super) field: Option<Field>,
    pub(super) number: Option<Number>,
    pub(super) blocks: Range<usize>,
    pub(super) rating: Rating,
    pub(super) provenance: Provenance,
    pub(super) excised: Option<Bases>,
    pub(super) rule: ReadingRule,
    /// What it is rated without the doubt that something inside it raises: what is withheld anyway is withheld for these
    /// reasons, whatever stands in its text.
    pub(super) undoubted: Option<Rating>,
}

impl Portion {
    /// What it is rated without the doubt that something inside it raises; `None` where there is none.
    pub(crate) const fn undoubted(&self) -> Option<&Rating> {
        self.undoubted.as_ref()
    }

    /// The same as its mark rates it, whatever stands in its text: what a release tells of a withheld portion.
    pub(crate) fn without_doubt(&self) -> Cow<'_, Self> {
        match &self.undoubted {
            None => Cow::Borrowed(self),
            Some(rating) => Cow::Owned(Self {
                rating: rating.clone(),
                undoubted: None,
                ..self.clone()
            }),
        }
    }

    /// The reading rule that rates it; what it is rated at least as, and captions, come on top.
    #[must_use]
    pub const fn rule(&self) -> ReadingRule {
        self.rule
    }

    /// What kind of portion it is.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.kind
    }

    /// The header field that it is, where it is one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        self.field
    }

    /// Its number, where it has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        self.number
    }

    /// The blocks that make it up, as indices into the document's blocks.
    #[must_use]
    pub fn blocks(&self) -> Range<usize> {
        self.blocks.clone()
    }

    /// What it is rated.
    #[must_use]
    pub const fn rating(&self) -> &Rating {
        &self.rating
    }

    /// Where the rating comes from.
    #[must_use]
    pub const fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// The reasons for which an earlier release withheld it; nothing of it is in the document.
    #[must_use]
    pub const fn excised(&self) -> Option<Bases> {
        self.excised
    }

    /// Whether it states no mark of its own; such portions show as one where they are withheld side by side.
    #[must_use]
    pub const fn is_unmarked(&self) -> bool {
        !matches!(
            self.provenance,
            Provenance::Stated(_) | Provenance::Damaged(_) | Provenance::Excised
        ) && self.number.is_none()
    }
}

/// The kinds of portion, as a release names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize), serde(rename_all = "lowercase"))]
pub enum PortionKind {
    /// A header field.
    Header,
    /// The subject or title.
    Subject,
    /// A heading, or what may be one.
    Heading,
    /// A paragraph, with what belongs to it.
    Paragraph,
    /// An item of a paragraph that has a mark or a label of its own.
    Subparagraph,
    /// Any other block.
    Block,
}

impl PortionKind {
    /// As a release names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Subject => "subject",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Subparagraph => "subparagraph",
            Self::Block => "block",
        }
    }

    /// Whether it stands in the body.
    #[must_use]
    pub const fn is_body(self) -> bool {
        !matches!(self, Self::Header | Self::Subject)
    }
}

impl fmt::Display for PortionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
