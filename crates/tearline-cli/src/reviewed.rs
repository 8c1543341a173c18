//! The review file beside a document: what persons decided of it.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tearline::policy::{Review, SecondPerson};

use crate::finish::Failure;

/// How the name of a review file ends: `cable.txt.review.toml` of `cable.txt`.
pub(crate) const ENDINGS: [&str; 2] = [".review.toml", ".review.json"];

/// A review, and what it takes to carry it out.
#[derive(Clone, Debug)]
pub(crate) struct Reviewed {
    pub(crate) review: Review,
    pub(crate) second: SecondPerson,
}

/// What is wrong with a review file as such.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReviewFileError {
    #[error("it cannot be read: {0}")]
    Unreadable(String),
    #[error("line {line}: {message}")]
    Malformed { line: usize, message: String },
    #[error("{0}")]
    Wrong(String),
    #[error(
        "it is the review of another text: its `source` is not the digest of the document; look at its decisions anew"
    )]
    OtherText,
    #[error("both a review in TOML and one in JSON stand beside the document; keep one")]
    Two,
}

/// The document that a file reviews, where that is what its name says.
pub(crate) fn document_of(file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?;
    let found = ENDINGS.iter().find_map(|ending| {
        let (name, rest) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
        (!name.is_empty() && rest.eq_ignore_ascii_case(ending)).then_some(name)
    });
    found.map(|name| file.with_file_name(name))
}

/// Whether a review is in JSON, and not in TOML.
pub(crate) fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

/// The files in which a review of a document may stand.
pub(crate) fn beside(file: &Path) -> [PathBuf; 2] {
    ENDINGS.map(|ending| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    })
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
    let failed = |file: &Path, error: &dyn std::fmt::Display| {
        Failure::Input(format!("{}: {error}", file.display()))
    };
    let beside = file.map(beside).into_iter().flatten();
    // A link that leads nowhere is there.
    let there = |file: &PathBuf| {
        fs::symlink_metadata(file).map_or_else(
            |error| error.kind() != std::io::ErrorKind::NotFound,
            |_| true,
        )
    };
    let mut found: Vec<PathBuf> = match named {
        Some(named) => vec![named.to_owned()],
        None => beside.filter(there).collect(),
    };
    let Some(path) = found.pop() else {
        return Ok(None);
    };
    if !found.is_empty() {
        return Err(failed(&path, &ReviewFileError::Two));
    }
    let text = fs::read_to_string(&path)
        .map_err(|error| failed(&path, &ReviewFileError::Unreadable(error.to_string())))?;
    let review = parsed(&text, is_json(&path)).map_err(|error| failed(&path, &error))?;
    let reviewed = held_to(review, bytes, second).map_err(|error| failed(&path, &error))?;
    Ok(Some(reviewed))
}

/// A review as a file holds it.
pub(crate) fn parsed(text: &str, is_json: bool) -> Result<Review, ReviewFileError> {
    if is_json {
        return serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            ReviewFileError::Malformed {
                line: error.line(),
                message: said(message),
            }
        });
    }
    toml::from_str(text).map_err(|error| {
        let message = said(error.message());
        match error.span() {
            Some(span) => {
                let before = text.bytes().take(span.start);
                let line = before.filter(|byte| *byte == b'\n').count() + 1;
                ReviewFileError::Malformed { line, message }
            }
            None => ReviewFileError::Wrong(message),
        }
    })
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

/// What is wrong, without the text that stands there: a review quotes its document.
fn said(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    let (place, rest) = match message.split_once(": ") {
        Some((place, rest)) if place.starts_with("decision ") => (format!("{place}: "), rest),
        Some(_) | None => (String::new(), message),
    };
    format!("{place}{}", crate::paper::said(rest))
}
