//! Files beside a document, in TOML or in JSON: what is known of it, and what persons decided of it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

/// A kind of file beside a document, by how its name ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beside {
    endings: [&'static str; 2],
}

/// What is known of a document: `cable.txt.known.toml` of `cable.txt`.
pub(crate) const KNOWN: Beside = Beside {
    endings: [".known.toml", ".known.json"],
};

/// What persons decided of it: `cable.txt.review.toml`.
pub(crate) const REVIEW: Beside = Beside {
    endings: [".review.toml", ".review.json"],
};

/// What is wrong with such a file. It names places and keys, never what stands there.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BesideError {
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    #[error("line {line}: {message}")]
    Malformed { line: usize, message: String },
    #[error("{0}")]
    Wrong(String),
    #[error("one in TOML and one in JSON stand beside the document; keep one")]
    Two,
}

impl Beside {
    /// The document that a file is beside, where that is what its name says.
    pub(crate) fn document_of(self, file: &Path) -> Option<PathBuf> {
        let name = file.file_name()?.to_str()?;
        let found = self.endings.iter().find_map(|ending| {
            let (name, rest) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
            (!name.is_empty() && rest.eq_ignore_ascii_case(ending)).then_some(name)
        });
        found.map(|name| file.with_file_name(name))
    }

    /// The files in which it may stand.
    pub(crate) fn of(self, document: &Path) -> [PathBuf; 2] {
        self.endings.map(|ending| {
            let mut name = document.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        })
    }

    /// The one that is there; none where there is none.
    ///
    /// # Errors
    ///
    /// Where both are, with one of them.
    pub(crate) fn found(self, document: &Path) -> Result<Option<PathBuf>, (PathBuf, BesideError)> {
        // A link that leads nowhere is there.
        let there = |file: &PathBuf| match fs::symlink_metadata(file) {
            Ok(_) => true,
            Err(error) => error.kind() != std::io::ErrorKind::NotFound,
        };
        let mut found = self.of(document).into_iter().filter(there);
        match (found.next(), found.next()) {
            (Some(_), Some(other)) => Err((other, BesideError::Two)),
            (one, _) => Ok(one),
        }
    }
}

/// The document that a file is beside, whatever it says of it.
pub(crate) fn document_of(file: &Path) -> Option<PathBuf> {
    KNOWN.document_of(file).or_else(|| REVIEW.document_of(file))
}

/// Whether it is in JSON, and not in TOML.
pub(crate) fn is_json(file: &Path) -> bool {
    file.extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

/// What a file says.
///
/// # Errors
///
/// Where it cannot be read to its end.
pub(crate) fn read<T: DeserializeOwned>(file: &Path) -> Result<T, BesideError> {
    parsed(&fs::read_to_string(file)?, is_json(file))
}

/// What a text says.
///
/// # Errors
///
/// Where it cannot be read to its end.
pub(crate) fn parsed<T: DeserializeOwned>(text: &str, is_json: bool) -> Result<T, BesideError> {
    if is_json {
        return serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let message = message.split(" at line ").next().unwrap_or_default();
            BesideError::Malformed {
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
                BesideError::Malformed { line, message }
            }
            None => BesideError::Wrong(message),
        }
    })
}

/// What is wrong, without the text that stands there: a review quotes its document.
fn said(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    let (place, message) = match message.split_once(": ") {
        Some((place, rest)) if place.starts_with("decision ") => (format!("{place}: "), rest),
        Some(_) | None => (String::new(), message),
    };
    let repeats = ["invalid type", "invalid value", "unknown variant"]
        .iter()
        .any(|it| message.starts_with(it));
    // What stands there may hold these words itself: the last ones are those of the message.
    let without = match message.rsplit_once(", expected ") {
        Some((_, expected)) if repeats => format!("expected {expected}"),
        None if repeats => "this key holds no such value".to_owned(),
        Some(_) | None => message.to_owned(),
    };
    format!("{place}{without}")
}
