//! What a release says of the document as a whole, as declared structure.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::document::{Document, DocumentKind};
use crate::marking::Level;

/// What a document is and how it is classified: part of a release only in a style that shows exemptions.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let origin = release.origin().unwrap();
/// assert_eq!(format!("{}, {}", origin.kind(), origin.level().unwrap().banner()), "telegram, CONFIDENTIAL");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Origin {
    kind: DocumentKind,
    level: Option<Level>,
}

impl Origin {
    pub(super) fn of(document: &Document<'_>) -> Self {
        Self {
            kind: document.kind(),
            level: document
                .header()
                .levels()
                .iter()
                .map(|line| line.label().level())
                .max(),
        }
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The highest of its level lines; `None` where it has none.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        self.level
    }
}
