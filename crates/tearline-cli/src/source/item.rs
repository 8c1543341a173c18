//! One document of a collection.

use std::path::{Path, PathBuf};

use tearline::document::Known;
use tearline::policy::Review;
use tearline_files::Encoding;

use super::error::Refusal;
use crate::catalogue::Catalogue;
use crate::finish::Failure;
use crate::input::Input;
use crate::paper::{Means, Paper};
use crate::reviewed;

/// One document of a collection, or why there is none in its place.
pub(crate) struct Item {
    /// Its path from the folder, with `/` between the parts; inside an archive, below the path of the archive.
    pub(crate) path: String,
    /// How messages name it.
    pub(crate) shown: String,
    /// The path of its release, in the same tree; empty where no release is written.
    pub(crate) output: String,
    /// What it holds, or why it is not read.
    pub(crate) content: Result<Content, Refusal>,
    /// What it was when it was looked at: another number means another document.
    pub(crate) stamp: u64,
    /// Its size in bytes.
    pub(crate) size: u64,
    /// How many bytes of the collection lie behind its end.
    pub(crate) behind: u64,
}

/// Where the bytes of a document are.
pub(crate) enum Content {
    /// In a file, which is read by whoever releases it.
    File(PathBuf),
    /// Here.
    Bytes {
        bytes: Vec<u8>,
        encoding: Option<Encoding>,
        known: Known,
        review: Option<Box<Review>>,
    },
}

impl Item {
    /// The document, with what is known beside it.
    ///
    /// # Errors
    ///
    /// Where it cannot be read to its end, or what is known of it cannot.
    pub(crate) fn paper(
        &mut self,
        means: &Means,
        catalogue: Option<&Catalogue>,
    ) -> Result<Paper, Refusal> {
        let read = self.paper_and(means, catalogue, |_| ());
        read.map(|(paper, ())| paper)
    }

    /// The same, with what `look` sees in the very bytes that it was read from.
    ///
    /// # Errors
    ///
    /// As of [`paper`](Self::paper).
    pub(crate) fn paper_and<T>(
        &mut self,
        means: &Means,
        catalogue: Option<&Catalogue>,
        look: impl FnOnce(&[u8]) -> T,
    ) -> Result<(Paper, T), Refusal> {
        let content = std::mem::replace(&mut self.content, Err(Refusal::NotAFile))?;
        let mut means = means.clone();
        if let Some(catalogue) = catalogue {
            let known = catalogue.known(Path::new(&self.path));
            means.known = known?.and(means.known);
        }
        match content {
            Content::File(file) => {
                // A pipe would never end.
                if !std::fs::metadata(&file)?.is_file() {
                    return Err(Refusal::NotAFile);
                }
                let input = Input::File(file);
                let said = input.bytes().and_then(|bytes| {
                    let seen = look(&bytes);
                    Ok((input.paper_of(bytes, &means)?, seen))
                });
                said.map_err(|failure| Refusal::Said(words(failure, &self.shown)))
            }
            Content::Bytes {
                bytes,
                encoding,
                known,
                review,
            } => {
                let seen = look(&bytes);
                let review = review.map(|it| reviewed::held_to(*it, &bytes, means.second));
                let review = review.transpose()?;
                let source = encoding.unwrap_or(means.encoding).text(bytes)?;
                Ok((Paper::new(source, known, review, &means), seen))
            }
        }
    }
}

/// What a failure says, without the name that stands before it in every list.
fn words(failure: Failure, shown: &str) -> String {
    let message = match failure {
        Failure::Input(message) | Failure::Usage(message) => message,
    };
    let rest = message.strip_prefix(shown);
    match rest.and_then(|rest| rest.strip_prefix(": ")) {
        Some(rest) => rest.to_owned(),
        None => message,
    }
}
