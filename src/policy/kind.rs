//! The kinds of portion.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// The kinds of portion, as a release names them.
///
/// ```
/// use tearline::policy::{Policy, PortionKind};
///
/// let cable = tearline::parse("UNCLAS STATE 1\nSUBJECT: (U) Tides\n\n1. (U) One.\n\na. (SBU) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let kinds: Vec<PortionKind> = assessment.portions().iter().map(|portion| portion.kind()).collect();
/// assert_eq!(kinds, [PortionKind::Header, PortionKind::Subject, PortionKind::Paragraph, PortionKind::Subparagraph]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(Serialize, Deserialize),
    serde(rename_all = "lowercase")
)]
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

    /// The kind of that name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        [
            Self::Header,
            Self::Subject,
            Self::Heading,
            Self::Paragraph,
            Self::Subparagraph,
            Self::Block,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == name)
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
