//! How a document is read.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

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
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum DocumentKind {
    /// A telegram: header fields, level line, numbered paragraphs with leading marks.
    #[cfg_attr(feature = "serde", serde(rename = "telegram"))]
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

    /// The kind of that name, in any case.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        [Self::Cable, Self::Memorandum, Self::Release]
            .into_iter()
            .find(|kind| kind.as_str().eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
