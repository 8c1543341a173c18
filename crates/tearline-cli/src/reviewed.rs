//! The review file beside a document: what persons decided of it.

use std::path::Path;

use sha2::{Digest as _, Sha256};
use tearline::policy::{Review, SecondPerson};

use crate::beside::{self, BesideError};
use crate::finish::Failure;

/// A review, and what it takes to carry it out.
#[derive(Clone, Debug)]
pub(crate) struct Reviewed {
    pub(crate) review: Review,
    pub(crate) second: SecondPerson,
}

/// What is wrong with a review as such.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReviewFileError {
    #[error(transparent)]
    Beside(#[from] BesideError),
    #[error(
        "it is the review of another text: its `source` is not the digest of the document; look at its decisions anew"
    )]
    OtherText,
}

/// The review of a document, from a file that is named or that stands beside it; none where there is none.
///
/// # Errors
///
/// Where one is there and cannot be read to its end, or is of another text: it may have withheld something.
pub(crate) fn of(
    file: Option<&Path>,
    named: Option<&Path>,
    bytes: &[u8],
    second: SecondPerson,
) -> Result<Option<Reviewed>, Failure> {
    let failed = |file: &Path, error: ReviewFileError| {
        Failure::Input(format!("{}: {error}", file.display()))
    };
    let found = match (named, file) {
        (Some(named), _) => Some(named.to_owned()),
        (None, Some(file)) => {
            let found = beside::REVIEW.found(file);
            found.map_err(|(file, error)| failed(&file, error.into()))?
        }
        (None, None) => None,
    };
    let Some(path) = found else {
        return Ok(None);
    };
    let review = beside::read(&path).map_err(|error| failed(&path, error.into()))?;
    let reviewed = held_to(review, bytes, second).map_err(|error| failed(&path, error))?;
    Ok(Some(reviewed))
}

/// A review that is one of these bytes.
pub(crate) fn held_to(
    review: Review,
    bytes: &[u8],
    second: SecondPerson,
) -> Result<Reviewed, ReviewFileError> {
    if review.source().trim().eq_ignore_ascii_case(&digest(bytes)) {
        Ok(Reviewed { review, second })
    } else {
        Err(ReviewFileError::OtherText)
    }
}

/// The digest by which a review names its document.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let digits: Vec<String> = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("sha256:{}", digits.concat())
}
