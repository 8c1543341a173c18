//! A document as a program reads it: its text, and what is known beside it.

use std::fs;
use std::path::{Path, PathBuf};

use tearline::document::{Document, Known};
use tearline::marking::Vocabulary;
use tearline::policy::{Assessment, Policy, Review, SecondPerson};
use tearline_files::Encoding;

use crate::finish::Failure;
use crate::message::{Denied, Message};
use crate::reviewed::Reviewed;
use crate::rules::PROPOSALS_OPEN;

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
pub(crate) fn said(message: &str) -> String {
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
