//! How a command ends.

use thiserror::Error;

/// What became of a command that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Done: status 0.
    Done,
    /// Done, and something denied was found: status 3.
    Denied,
    /// As the program ended that it was handed over to.
    With(u8),
}

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum Failure {
    /// It was asked for what makes no sense: status 2.
    #[error("{0}")]
    Usage(String),
    /// An input could not be processed or an output not written: status 1.
    #[error("{0}")]
    Input(String),
}

impl From<String> for Failure {
    fn from(message: String) -> Self {
        Self::Input(message)
    }
}

/// How a command ends.
pub(crate) type Result = std::result::Result<Ended, Failure>;
