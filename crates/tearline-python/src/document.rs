//! Documents.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString, PyTuple};
use serde::{Deserialize, Serialize};
use tearline::document::Known;
use tearline::marking::Reader;
use tearline::policy::Decisions;

use crate::assessment::Assessment;
use crate::convert::{Day, of_text};
use crate::known::{Words, facts, vocabulary, words};
use crate::parts::{Given, Lines};
use crate::reader::For;
use crate::release::Release;
use crate::reviews::Reviewed;
use crate::style::{PolicyOf, StyleOf};
use crate::{errors, values};

/// A document, read from a text or built from parts. It holds its text and does not show it: `faithful` gives it to the
/// originator alone. A pickle of a document holds the text, as the file does from which it was read.
#[pyclass(frozen, module = "tearline")]
#[derive(Clone)]
pub(crate) struct Document {
    pub(crate) document: Arc<tearline::document::Document<'static>>,
    pub(crate) made: Arc<Made>,
}

/// How it was made, beside the text that it holds.
pub(crate) enum Made {
    Parsed(Known, Words),
    Built(Given),
}

/// A document as a pickle holds it.
#[derive(Serialize, Deserialize)]
pub(crate) enum Kept {
    Parsed(String, Known, Words),
    Built(Given),
}

#[pymethods]
impl Document {
    /// Reads a document. Whatever it holds it is read: what is wrong with it is a finding, and withholds.
    ///
    /// `known` are facts that a catalogue knows beside the text: `level`, `origin`, `instruction`, `caption`, `listed`,
    /// `kind`, `declassified`. They lower nothing. `kind` is `telegram`, `memorandum` or `release`; by default the text's
    /// headers and marks say. `words` are an office's own words for marks: `{"HARBSEN": "SBU"}`.
    #[staticmethod]
    #[pyo3(signature = (text, *, kind = None, known = None, words = None))]
    fn parse(
        py: Python<'_>,
        text: &Bound<'_, PyString>,
        kind: Option<&str>,
        known: Option<&Bound<'_, PyMapping>>,
        words: Option<&Bound<'_, PyMapping>>,
    ) -> PyResult<Self> {
        let mut known = facts(known)?;
        if let Some(kind) = kind {
            known = known
                .state("kind", kind)
                .map_err(|error| errors::known("kind", error))?;
        }
        let text = of_text(text)?;
        Self::parsed(py, &text, known, self::words(words)?)
    }

    /// Builds a document from parts, each with its kind, number, mark and text. Text that is given is text: nothing inside
    /// a part lowers anything. `level`, `caption` and `instruction` are lines, or lists of them.
    #[staticmethod]
    #[pyo3(signature = (kind, parts, *, level = None, caption = None, instruction = None, origin = None, known = None, words = None))]
    #[allow(
        clippy::too_many_arguments,
        reason = "they are named where it is called"
    )]
    fn build(
        py: Python<'_>,
        kind: &str,
        parts: &Bound<'_, PyAny>,
        level: Option<Lines>,
        caption: Option<Lines>,
        instruction: Option<Lines>,
        origin: Option<Day>,
        known: Option<&Bound<'_, PyMapping>>,
        words: Option<&Bound<'_, PyMapping>>,
    ) -> PyResult<Self> {
        let given = Given::new(kind, parts, facts(known)?, self::words(words)?)?;
        Self::built(py, given.with_head(level, caption, instruction, origin))
    }

    /// `telegram`, `memorandum` or `release`.
    #[getter]
    fn kind(&self) -> &'static str {
        self.document.kind().as_str()
    }

    /// The day on which it was written, where it says so.
    #[getter]
    fn origin<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let origin = self.document.header().origin();
        let origin = origin
            .map(|day| crate::convert::to_py(py, day))
            .transpose()?;
        Ok(origin.map(Bound::into_any))
    }

    /// What is wrong with it and could be read all the same. Findings name places and rules, never text.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        values::all(py, self.document.findings(), values::finding)
    }

    /// The text as it was given, for the originator; `None` for every other reader and for a document of parts.
    fn faithful(&self, reader: For) -> Option<&str> {
        self.document.faithful(&reader.0)
    }

    /// Rates every portion. `decisions` are what persons decided: a JSON text, or a list of dictionaries.
    #[pyo3(signature = (policy = None, *, decisions = None))]
    fn assess(
        &self,
        py: Python<'_>,
        policy: Option<PolicyOf>,
        decisions: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Assessment> {
        let policy = PolicyOf::policy(policy)?;
        let decisions = decisions.map(crate::decisions::decisions).transpose()?;
        Assessment::new(py, self, (policy, decisions.unwrap_or_default(), None))
    }

    /// Rates every portion and carries out a review: a JSON text, as the file beside a document has it. What of it cannot
    /// be carried out withholds its portion and is a finding; a review of another text is an error. With `second_person`
    /// what opens needs a second person who confirms it. `digest` is `sha256:` and the digits of the document's file, where
    /// that is not its text in UTF-8.
    #[pyo3(signature = (review, *, policy = None, second_person = false, digest = None))]
    fn reviewed(
        &self,
        py: Python<'_>,
        review: &Bound<'_, PyString>,
        policy: Option<PolicyOf>,
        second_person: bool,
        digest: Option<String>,
    ) -> PyResult<Assessment> {
        let policy = PolicyOf::policy(policy)?;
        let review = Reviewed::of(self, review, second_person, digest)?;
        let document = self.knowing(py, review.known())?;
        Assessment::new(py, &document, (policy, Decisions::default(), Some(review)))
    }

    /// What `reader` may see of it on the day `as_of`: `assess` and `Assessment.release` in one call.
    #[pyo3(signature = (reader, as_of, *, policy = None, decisions = None, style = None))]
    fn release(
        &self,
        py: Python<'_>,
        reader: For,
        as_of: Day,
        policy: Option<PolicyOf>,
        decisions: Option<&Bound<'_, PyAny>>,
        style: Option<StyleOf>,
    ) -> PyResult<Release> {
        let assessment = self.assess(py, policy, decisions)?;
        assessment.release(py, reader, as_of, style)
    }

    fn __repr__(&self) -> String {
        let blocks = self.document.blocks().len();
        format!("<tearline.Document {}, {blocks} blocks>", self.kind())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let restore = py
            .import("tearline._tearline")?
            .getattr("restore_document")?;
        let kept = serde_json::to_string(&self.kept()).map_err(|_| errors::state())?;
        Ok((restore, (kept,)))
    }
}

impl Document {
    fn parsed(py: Python<'_>, text: &str, known: Known, words: Words) -> PyResult<Self> {
        let vocabulary = vocabulary(&words)?;
        let document = py.detach(|| vocabulary.parse_with(text, &known).into_owned());
        Ok(Self {
            document: Arc::new(document),
            made: Arc::new(Made::Parsed(known, words)),
        })
    }

    fn built(py: Python<'_>, given: Given) -> PyResult<Self> {
        let document = py.detach(|| given.build())?;
        Ok(Self {
            document: Arc::new(document),
            made: Arc::new(Made::Built(given)),
        })
    }

    /// The same, of which more is known.
    fn knowing(&self, py: Python<'_>, more: Known) -> PyResult<Self> {
        if more.is_empty() {
            return Ok(self.clone());
        }
        match self.kept() {
            Kept::Parsed(text, known, words) => Self::parsed(py, &text, known.and(more), words),
            Kept::Built(mut given) => {
                given.known = given.known.and(more);
                Self::built(py, given)
            }
        }
    }

    pub(crate) fn kept(&self) -> Kept {
        match &*self.made {
            Made::Parsed(known, words) => {
                let text = self.document.faithful(&Reader::originator());
                Kept::Parsed(
                    text.unwrap_or_default().to_owned(),
                    known.clone(),
                    words.clone(),
                )
            }
            Made::Built(given) => Kept::Built(given.clone()),
        }
    }

    pub(crate) fn of_kept(py: Python<'_>, kept: Kept) -> PyResult<Self> {
        match kept {
            Kept::Parsed(text, known, words) => Self::parsed(py, &text, known, words),
            Kept::Built(given) => Self::built(py, given),
        }
    }
}

/// A document from its pickle.
#[pyfunction]
pub(crate) fn restore_document(py: Python<'_>, kept: &str) -> PyResult<Document> {
    let kept = serde_json::from_str(kept).map_err(|_| errors::state())?;
    Document::of_kept(py, kept)
}
