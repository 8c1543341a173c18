//! Where documents come from.

use std::fs;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

use tearline::document::Known;
use tearline_files::Encoding;

use crate::beside;
use crate::finish::Failure;
use crate::paper::{self, Means, Paper};
use crate::reviewed;

/// The cable that is read where nothing else is: a fictional one.
const BUNDLED: &str = include_str!("../../../examples/data/cable.txt");

/// Where one document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Standard,
    /// The cable that the program carries.
    Bundled,
}

impl Input {
    /// What was named; `-` is standard input.
    pub(crate) fn named(file: &Path) -> Self {
        if file == Path::new("-") {
            Self::Standard
        } else {
            Self::File(file.to_owned())
        }
    }

    /// What was named; where nothing was, standard input, and the bundled cable where that is a terminal.
    pub(crate) fn of(file: Option<&Path>) -> Self {
        match file {
            Some(file) => Self::named(file),
            None if io::stdin().is_terminal() => Self::Bundled,
            None => Self::Standard,
        }
    }

    /// What was named; where nothing was, standard input, unless that is a terminal.
    pub(crate) fn several(files: &[PathBuf]) -> Result<Vec<Self>, Failure> {
        match Self::of(None) {
            _ if !files.is_empty() => Ok(files.iter().map(|file| Self::named(file)).collect()),
            Self::Bundled => Err(Failure::Usage("name a document".to_owned())),
            standard @ (Self::File(_) | Self::Standard) => Ok(vec![standard]),
        }
    }

    /// How messages name it.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(file) => file.display().to_string(),
            Self::Standard => "standard input".to_owned(),
            Self::Bundled => "the bundled cable".to_owned(),
        }
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let read = match self {
            Self::File(file) => fs::read(file),
            Self::Standard => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Self::Bundled => Ok(BUNDLED.into()),
        };
        read.map_err(|error| self.failure(error))
    }

    /// The document that its bytes are, with what is known beside it: on the command line, and in the file beside it.
    pub(crate) fn paper_of(&self, bytes: Vec<u8>, means: &Means) -> Result<Paper, Failure> {
        // The bundled cable is in an encoding of its own.
        let encoding = match self {
            Self::Bundled => Encoding::default(),
            Self::File(_) | Self::Standard => means.encoding,
        };
        let known = match self {
            Self::File(file) if beside::KNOWN.document_of(file).is_some() => {
                return Err(self.failure(
                    "this says what is known of a document, and is none; name the document",
                ));
            }
            Self::File(file) if beside::REVIEW.document_of(file).is_some() => {
                return Err(self
                    .failure("this is the review of a document, and is none; name the document"));
            }
            Self::File(file) => paper::known_beside(file)?,
            Self::Standard | Self::Bundled => Known::new(),
        };
        let file = match self {
            Self::File(file) => Some(file.as_path()),
            Self::Standard | Self::Bundled => None,
        };
        let reviewed = reviewed::of(file, means.review.as_deref(), &bytes, means.second)?;
        let source = encoding.text(bytes).map_err(|error| self.failure(error))?;
        Ok(Paper::new(source, known, reviewed, means))
    }

    /// The document, with what is known beside it.
    pub(crate) fn paper(&self, means: &Means) -> Result<Paper, Failure> {
        self.paper_of(self.bytes()?, means)
    }

    /// Refuses an output that would take its place.
    pub(crate) fn spare(&self, output: Option<&Path>) -> Result<(), Failure> {
        let Some(output) = output else {
            return Ok(());
        };
        let taken = match self {
            Self::File(file) => {
                tearline_files::is_where(file, output)
                    || [beside::KNOWN, beside::REVIEW]
                        .iter()
                        .flat_map(|it| it.of(file))
                        .any(|beside| tearline_files::is_where(&beside, output))
            }
            Self::Standard => tearline_files::is_standard_input(output),
            Self::Bundled => false,
        };
        if taken {
            return Err(Failure::Usage(
                "the output would take the place of the document; name another --output".to_owned(),
            ));
        }
        Ok(())
    }

    fn failure(&self, error: impl std::fmt::Display) -> Failure {
        Failure::Input(format!("{}: {error}", self.name()))
    }
}
