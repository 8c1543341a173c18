//! Releases: values in which withheld text is absent.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyTuple};
use serde::{Deserialize, Serialize};
use tearline::Finding;

use crate::convert::{Day, to_py};
use crate::reader::Reader;
use crate::{errors, values};

/// What a reader may see of a document on a day, in every format. Nothing withheld is in it, nor in a pickle of it.
#[pyclass(frozen, eq, module = "tearline")]
#[derive(PartialEq, Eq)]
pub(crate) struct Release(Arc<tearline::release::Release<'static>>, Vec<Finding>);

/// A release as a pickle holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    release: tearline::release::Release<'static>,
    findings: Vec<Finding>,
}

#[pymethods]
impl Release {
    /// The release as plain text.
    #[getter]
    fn text(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_text())
    }

    /// The release as Markdown.
    #[getter]
    fn markdown(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_markdown())
    }

    /// The release as a web page.
    #[getter]
    fn html(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_html())
    }

    /// The release as JSON.
    #[getter]
    fn json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// The release as PDF.
    #[getter]
    fn pdf<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| self.0.to_pdf()).map_err(errors::unwritten)?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// The banner over what is released.
    #[getter]
    fn banner(&self) -> String {
        self.0.banner()
    }

    /// `released-in-full`, `released-in-part` or `withheld-in-full`.
    #[getter]
    fn disposition(&self) -> &'static str {
        self.0.disposition().as_str()
    }

    /// For whom it was made.
    #[getter]
    fn reader(&self) -> Reader {
        Reader(self.0.reader().clone())
    }

    /// As of which day.
    #[getter]
    fn as_of<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        to_py(py, self.0.as_of())
    }

    /// The places of the document as the release has them.
    #[getter]
    fn portions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        values::all(py, self.0.portions(), values::released)
    }

    /// What the last look at the released text found.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        values::all(py, &self.1, values::finding)
    }

    /// The subject, where it is released.
    #[getter]
    fn subject(&self) -> Option<&str> {
        self.0.subject().and_then(|subject| subject.text())
    }

    /// The same, saying that it was made on that day: a release as of a day that has not come says so.
    fn made_on(&self, day: Day) -> Self {
        let release = tearline::release::Release::clone(&self.0).made_on(day.0);
        Self(Arc::new(release), self.1.clone())
    }

    fn __str__(&self, py: Python<'_>) -> String {
        self.text(py)
    }

    fn __repr__(&self) -> String {
        let (reader, as_of) = (self.0.reader(), self.0.as_of());
        format!(
            "<tearline.Release {} for {reader} as of {as_of}>",
            self.disposition()
        )
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let restore = py
            .import("tearline._tearline")?
            .getattr("restore_release")?;
        let kept = Kept {
            release: tearline::release::Release::clone(&self.0),
            findings: self.1.clone(),
        };
        let kept = serde_json::to_string(&kept).map_err(|_| errors::state())?;
        Ok((restore, (kept,)))
    }
}

impl Release {
    pub(crate) fn new(release: tearline::release::Release<'_>) -> Self {
        let findings = release.findings().to_vec();
        Self(Arc::new(release.into_owned()), findings)
    }
}

/// A release from its pickle.
#[pyfunction]
pub(crate) fn restore_release(kept: &str) -> PyResult<Release> {
    let kept: Kept = serde_json::from_str(kept).map_err(|_| errors::state())?;
    Ok(Release(Arc::new(kept.release), kept.findings))
}
