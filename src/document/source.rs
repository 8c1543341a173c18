//! The text that a document was read from: the caller's, or its own.

use std::sync::Arc;

/// A source text. A copy of either kind costs no more than a pointer.
#[derive(Clone)]
pub(super) enum Source<'a> {
    /// The caller's.
    Borrowed(&'a str),
    /// The document's own.
    Kept(Arc<str>),
    /// Laid out from parts: nobody wrote it.
    Built(Arc<str>),
}

impl<'a> Source<'a> {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Kept(text) | Self::Built(text) => text,
        }
    }

    /// The text for as long as the caller's lives; `None` where it is the document's own.
    pub(super) const fn lasting(&self) -> Option<&'a str> {
        match self {
            Self::Borrowed(text) => Some(text),
            Self::Kept(_) | Self::Built(_) => None,
        }
    }

    pub(super) fn into_kept(self) -> Source<'static> {
        match self {
            Self::Borrowed(text) => Source::Kept(Arc::from(text)),
            Self::Kept(text) => Source::Kept(text),
            Self::Built(text) => Source::Built(text),
        }
    }

    pub(super) fn into_built(self) -> Source<'static> {
        Source::Built(Arc::from(self.text()))
    }

    pub(super) const fn is_built(&self) -> bool {
        matches!(self, Self::Built(_))
    }
}
