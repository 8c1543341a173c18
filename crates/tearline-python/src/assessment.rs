//! Assessments: every portion with its rating, and what follows for a reader on a day.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use serde::{Deserialize, Serialize};
use tearline::policy::{Decisions, Policy};
use tearline::release::Style;

use crate::convert::{Day, of_text};
use crate::document::{Document, Kept};
use crate::reader::For;
use crate::release::Release;
use crate::reviews::Reviewed;
use crate::style::StyleOf;
use crate::{errors, values};

/// A document under a policy: its portions, each with its rating and where that comes from; no text of it.
///
/// A pickle of it holds the document, and so the text.
#[pyclass(frozen, module = "tearline")]
pub(crate) struct Assessment {
    assessment: Arc<tearline::policy::Assessment<'static>>,
    document: Document,
    policy: Policy,
    decisions: Decisions,
    review: Option<Reviewed>,
}

/// An assessment as a pickle holds it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptAssessment {
    document: Kept,
    policy: Policy,
    decisions: Decisions,
    review: Option<Reviewed>,
}

#[pymethods]
impl Assessment {
    /// The document.
    #[getter]
    fn document(&self) -> Document {
        self.document.clone()
    }

    /// The portions, in the order of the document.
    #[getter]
    fn portions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let portions = self.assessment.portions().iter().enumerate();
        values::all(py, portions, |py, (index, portion)| {
            values::portion(py, &self.assessment, index, portion)
        })
    }

    /// What is wrong with the document and its marks. Findings name places and rules, never text.
    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        values::all(py, &self.assessment.findings(), values::finding)
    }

    /// Whether the portions together are classified above every one of them (32 CFR 2001.24(g)).
    #[getter]
    fn is_compilation(&self) -> bool {
        self.assessment.is_compilation()
    }

    /// What persons decided of it, in their order.
    #[getter]
    fn decisions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        values::all(py, self.assessment.decisions(), values::settled)
    }

    /// The same with decisions of persons in the place of those it has. What protects less takes an authority; a decision
    /// that cannot be carried out is an error, and none is.
    fn decided(&self, py: Python<'_>, decisions: &Bound<'_, PyAny>) -> PyResult<Self> {
        let decisions = crate::decisions::decisions(decisions)?;
        let asked = (self.policy.clone(), decisions, None);
        Self::new(py, &self.document, asked)
    }

    /// A verdict a portion, with its reasons and their places in the rulebook.
    fn verdicts<'py>(
        &self,
        py: Python<'py>,
        reader: For,
        as_of: Day,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let record = py.detach(|| self.assessment.record(&reader.0, as_of.0));
        let pairs = self.assessment.portions().iter().zip(record.entries());
        values::all(py, pairs, |py, (portion, entry)| {
            values::verdict(py, portion, entry)
        })
    }

    /// The record of decisions, as JSON.
    fn record(&self, py: Python<'_>, reader: For, as_of: Day) -> PyResult<String> {
        let record = py.detach(|| self.assessment.record(&reader.0, as_of.0));
        serde_json::to_string(&record).map_err(errors::unwritten)
    }

    /// The days on which the release changes for `reader`, ascending.
    fn days<'py>(&self, py: Python<'py>, reader: For) -> PyResult<Bound<'py, PyTuple>> {
        let days = py.detach(|| self.assessment.days(&reader.0));
        values::all(py, &days, |py, day| values::day(py, &self.assessment, day))
    }

    /// For each portion, when it is open to `reader`.
    fn openings<'py>(&self, py: Python<'py>, reader: For) -> PyResult<Bound<'py, PyTuple>> {
        values::all(py, self.assessment.portions(), |py, portion| {
            values::opening(py, self.assessment.opening(portion, &reader.0))
        })
    }

    /// What `reader` may see on the day `as_of`. It is looked through once more, by means of its own, before it is handed
    /// out: where text of a withheld portion stands in it, `LeakError` is raised.
    #[pyo3(signature = (reader, as_of, style = None))]
    pub(crate) fn release(
        &self,
        py: Python<'_>,
        reader: For,
        as_of: Day,
        style: Option<StyleOf>,
    ) -> PyResult<Release> {
        let style = StyleOf::style(style)?;
        let release = py.detach(|| checked(&self.assessment, &reader.0, as_of.0, style));
        release
            .map(Release::new)
            .map_err(|error| errors::refused(&error))
    }

    /// Nothing, where no text of what is withheld from `reader` on the day `as_of` stands in `output`; else `LeakError`.
    fn check(
        &self,
        py: Python<'_>,
        reader: For,
        as_of: Day,
        output: &Bound<'_, PyString>,
    ) -> PyResult<()> {
        let output = of_text(output)?;
        let checked = py.detach(|| self.assessment.check(&reader.0, as_of.0, &output));
        checked.map_err(|error| errors::refused(&error))
    }

    fn __repr__(&self) -> String {
        let portions = self.assessment.portions().len();
        format!("<tearline.Assessment {portions} portions>")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let restore = py
            .import("tearline._tearline")?
            .getattr("restore_assessment")?;
        let kept = KeptAssessment {
            document: self.document.kept(),
            policy: self.policy.clone(),
            decisions: self.decisions.clone(),
            review: self.review.clone(),
        };
        let kept = serde_json::to_string(&kept).map_err(|_| errors::state())?;
        Ok((restore, (kept,)))
    }
}

/// A release that was looked through.
pub(crate) fn checked<'a>(
    assessment: &tearline::policy::Assessment<'a>,
    reader: &tearline::marking::Reader,
    as_of: jiff::civil::Date,
    style: Style,
) -> Result<tearline::release::Release<'a>, tearline::audit::Refused> {
    let release = assessment.release_in(reader, as_of, style);
    assessment.check(reader, as_of, &release.to_text())?;
    Ok(release)
}

impl Assessment {
    pub(crate) fn new(
        py: Python<'_>,
        document: &Document,
        (policy, decisions, review): (Policy, Decisions, Option<Reviewed>),
    ) -> PyResult<Self> {
        let assessment = py.detach(|| {
            let assessment = policy.assess(&document.document);
            let assessment = match &review {
                Some(review) => review.carried_out(&assessment),
                None => assessment,
            };
            assessment.decided(&decisions)
        });
        Ok(Self {
            assessment: Arc::new(assessment.map_err(|error| errors::decision(&error))?),
            document: document.clone(),
            policy,
            decisions,
            review,
        })
    }
}

/// An assessment from its pickle.
#[pyfunction]
pub(crate) fn restore_assessment(py: Python<'_>, kept: &str) -> PyResult<Assessment> {
    let kept: KeptAssessment = serde_json::from_str(kept).map_err(|_| errors::state())?;
    let document = Document::of_kept(py, kept.document)?;
    Assessment::new(py, &document, (kept.policy, kept.decisions, kept.review))
}
