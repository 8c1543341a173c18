//! Why one document has no answer.

use tearline::document::KnownError;
use thiserror::Error;

/// Why one document has no answer, while the others have theirs. None of it holds text of a document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum Refused {
    #[error("there is no text")]
    NoText,
    #[error("no reader is named")]
    NoReader,
    #[error("no day is named")]
    NoDay,
    #[error("the text is not UTF-8; decode it before")]
    Encoding,
    #[error("the known `{name}` is {error}")]
    Known { name: String, error: KnownError },
    #[error(transparent)]
    Leak(#[from] tearline::audit::Refused),
    #[error("the program has a bug that this document shows; it is not released")]
    Bug,
}
