//! A document as a program reads it: its text, and what is known beside it.

use std::fs;
use std::path::{Path, PathBuf};

use tearline::document::{Document, Known};
use tearline::marking::Vocabulary;
use tearline_files::Encoding;

use crate::finish::Failure;

/// How the name of a file ends that says what is known of the document beside it: `cable.txt.known.toml` of `cable.txt`.
pub(crate) const ENDING: &str = ".known.toml";

/// How documents are read in one run.
#[derive(Clone, Debug)]
pub(crate) struct Means {
    pub(crate) encoding: Encoding,
    /// What is known of every one of them.
    pub(crate) known: Known,
    /// The words in which marks are read.
    pub(crate) vocabulary: Vocabulary,
}

/// The text of a document, and what is known beside it.
pub(crate) struct Paper {
    pub(crate) source: String,
    known: Known,
    vocabulary: Vocabulary,
}

impl Paper {
    /// A text, with what is known of this one beside what is known of all.
    pub(crate) fn new(source: String, known: Known, means: &Means) -> Self {
        Self {
            source,
            known: known.and(means.known.clone()),
            vocabulary: means.vocabulary.clone(),
        }
    }

    /// The document.
    pub(crate) fn document(&self) -> Document<'_> {
        self.vocabulary.parse_with(&self.source, &self.known)
    }
}

/// The file beside a document that says what is known of it.
pub(crate) fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ENDING);
    PathBuf::from(name)
}

/// The document that a file says something of, where that is what its name says.
pub(crate) fn document_of(file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?;
    let (name, ending) = name.split_at_checked(name.len().checked_sub(ENDING.len())?)?;
    let is_beside = !name.is_empty() && ending.eq_ignore_ascii_case(ENDING);
    is_beside.then(|| file.with_file_name(name))
}

/// What the file beside a document says; nothing where there is none.
///
/// # Errors
///
/// Where it is there and cannot be read to its end, with the place: what it was to say may have been a caption.
pub(crate) fn known_beside(file: &Path) -> Result<Known, Failure> {
    let beside = beside(file);
    // A link that leads nowhere is there.
    if fs::symlink_metadata(&beside)
        .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    {
        return Ok(Known::new());
    }
    let failed =
        |error: &dyn std::fmt::Display| Failure::Input(format!("{}: {error}", beside.display()));
    let text = fs::read_to_string(&beside).map_err(|error| failed(&error))?;
    toml::from_str(&text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        failed(&format!("line {line}: {}", said(error.message())))
    })
}

/// What is wrong, without the text that stands there.
fn said(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    match message.strip_prefix("invalid ") {
        Some(rest) if rest.starts_with("type") || rest.starts_with("value") => {
            let expected = rest.split_once(", expected ").map(|(_, expected)| expected);
            match expected {
                Some(expected) => format!("expected {expected}"),
                None => "this key holds no such value".to_owned(),
            }
        }
        Some(_) | None => message.to_owned(),
    }
}
