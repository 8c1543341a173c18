//! A document as a program reads it: its text, and what is known beside it.

use std::path::{Path, PathBuf};

use tearline::document::{Document, Known};
use tearline::marking::Vocabulary;
use tearline::policy::{Assessment, Policy, Review, SecondPerson};
use tearline_files::Encoding;

use crate::beside::{self, BesideError};
use crate::finish::Failure;
use crate::message::{Denied, Message};
use crate::reviewed::Reviewed;
use crate::rules::PROPOSALS_OPEN;

/// How documents are read in one run.
#[derive(Clone, Debug)]
pub(crate) struct Means {
    pub(crate) encoding: Encoding,
    /// What is known of every one of them.
    pub(crate) known: Known,
    /// The words in which marks are read.
    pub(crate) vocabulary: Vocabulary,
    /// Whether a second person confirms what opens.
    pub(crate) second: SecondPerson,
    /// The review that is named, in the place of the one beside the document.
    pub(crate) review: Option<PathBuf>,
}

/// The text of a document, and what is known beside it.
pub(crate) struct Paper {
    pub(crate) source: String,
    known: Known,
    vocabulary: Vocabulary,
    reviewed: Option<Reviewed>,
}

impl Paper {
    /// A text, with what is known of this one beside what is known of all, and what persons decided of it.
    pub(crate) fn new(
        source: String,
        known: Known,
        reviewed: Option<Reviewed>,
        means: &Means,
    ) -> Self {
        let known = known.and(means.known.clone());
        let decided = reviewed.as_ref().map(|it| it.review.known(it.second));
        Self {
            source,
            known: known.and(decided.unwrap_or_default()),
            vocabulary: means.vocabulary.clone(),
            reviewed,
        }
    }

    /// The document as a policy rates it, with what persons decided of it.
    pub(crate) fn assess<'d>(&self, document: &Document<'d>, policy: &Policy) -> Assessment<'d> {
        let assessment = policy.assess(document);
        match &self.reviewed {
            // What cannot be carried out is among the findings.
            Some(it) => assessment.reviewed(&it.review, it.second).0,
            None => assessment,
        }
    }

    /// Its review, where there is one.
    pub(crate) fn review(&self) -> Option<&Review> {
        self.reviewed.as_ref().map(|it| &it.review)
    }

    /// What is to be said of its review: how many proposals nobody has answered.
    pub(crate) fn remarks(&self, file: &str, denied: &Denied) -> Vec<Message> {
        let open = self.reviewed.as_ref().map_or(0, |it| it.review.open());
        let detail = format!("{open} of its review");
        let said = (open > 0).then(|| Message::new(file, &PROPOSALS_OPEN, Some(&detail), denied));
        said.into_iter().collect()
    }

    /// The document.
    pub(crate) fn document(&self) -> Document<'_> {
        self.vocabulary.parse_with(&self.source, &self.known)
    }
}

/// What the file beside a document says; nothing where there is none.
///
/// # Errors
///
/// Where it is there and cannot be read to its end, with the place: what it was to say may have been a caption.
pub(crate) fn known_beside(file: &Path) -> Result<Known, Failure> {
    let failed =
        |file: &Path, error: BesideError| Failure::Input(format!("{}: {error}", file.display()));
    let found = beside::KNOWN.found(file);
    match found.map_err(|(file, error)| failed(&file, error))? {
        Some(found) => beside::read(&found).map_err(|error| failed(&found, error)),
        None => Ok(Known::new()),
    }
}
