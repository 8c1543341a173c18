//! Why a run over a collection ends before its end.

use std::io;
use std::path::{Path, PathBuf};

use crate::finish::Failure;
use crate::source::SourceError;

/// Why a run ends before its end.
#[derive(Debug, thiserror::Error)]
pub(in crate::commands) enum Error {
    #[error(transparent)]
    Source(#[from] SourceError),
    /// What was made so far stays, and the same run goes on from there.
    #[error("{}: {error}; what was made so far is kept, and the same command goes on from there", .path.display())]
    Write { path: PathBuf, error: io::Error },
    #[error("{}: {error}", .path.display())]
    Begin { path: PathBuf, error: io::Error },
    #[error("{}: is there already, and not empty: it holds something else than what a run with these arguments wrote", .path.display())]
    Other { path: PathBuf },
    #[error("{}: is there already, and not empty", .path.display())]
    There { path: PathBuf },
    #[error("{}: holds an interrupted run with other arguments; end that one with its own, or remove the folder", .path.display())]
    OtherPart { path: PathBuf },
    #[error("{}: another run is writing there", .path.display())]
    Locked { path: PathBuf },
    #[error("{}: {what} is the folder of documents", .path.display())]
    Same { path: PathBuf, what: &'static str },
    #[error("a PDF does not fit into JSON lines; write a folder or a .zip")]
    PdfInLines,
    /// The collection is not the one that the interrupted run saw, or what it wrote is not there any more.
    #[error("the documents, or what was made of them, have changed since the run was interrupted")]
    Changed,
    #[error("what is known of the documents cannot be written down")]
    Known,
    /// What another part of the program says.
    #[error("{0}")]
    Said(String),
    #[error("the run was ended from outside")]
    Ended,
}

impl Error {
    /// That something could not be written.
    pub(in crate::commands) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Write { path, error }
    }
}

impl Error {
    /// That what was written so far could not be gone on with: where it is not there any more, the run begins again.
    pub(in crate::commands) fn begin_at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let write = Self::write(path);
        move |error| match error.kind() == io::ErrorKind::UnexpectedEof {
            true => Self::Changed,
            false => write(error),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if matches!(error, Error::PdfInLines) {
            Self::Usage(error.to_string())
        } else {
            Self::Input(error.to_string())
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Input(message) | Failure::Usage(message) => Self::Said(message),
        }
    }
}
