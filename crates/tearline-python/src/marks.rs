//! Marks by themselves: their canonical form, the banner over several, who reads what.

use pyo3::prelude::*;
use pyo3::types::PyString;
use tearline::marking::{self, Label, StatedMark, roll_up};

use crate::convert::Day;
use crate::errors;
use crate::reader::For;

/// A portion mark that the register allows, in its canonical form: `Marking("S//NF/OC")` is `S//OC/NF`.
///
/// `Marking.read` takes older forms and what breaks a rule but can be read; `Marking.banner_line` reads a banner.
#[pyclass(frozen, eq, hash, module = "tearline")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Marking(pub(crate) marking::Marking);

#[pymethods]
impl Marking {
    #[new]
    fn new(text: &str) -> PyResult<Self> {
        let marking = marking::Marking::parse_portion(text);
        marking.map(Self).map_err(|error| errors::marking(&error))
    }

    /// Reads a mark that may be of an older form, or break a rule of the register.
    #[staticmethod]
    fn read(text: &str) -> PyResult<Self> {
        let marking = marking::Marking::read_portion(text);
        marking.map(Self).map_err(|error| errors::marking(&error))
    }

    /// Reads a banner line.
    #[staticmethod]
    fn banner_line(text: &str) -> PyResult<Self> {
        let marking = marking::Marking::parse_banner(text);
        marking.map(Self).map_err(|error| errors::marking(&error))
    }

    /// The level by its letters: `U`, `C`, `S`, `TS`.
    #[getter]
    fn level(&self) -> String {
        Label::of_level(self.0.level()).to_string()
    }

    /// The mark as a banner line has it.
    #[getter]
    fn banner(&self) -> String {
        self.0.banner().to_string()
    }

    /// Whether it protects all that the other protects, and as much.
    fn dominates(&self, other: &Self) -> bool {
        Label::from(&self.0).dominates(&Label::from(&other.0))
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("Marking({:?})", self.0.to_string())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        let read = slf.get_type().getattr("read")?;
        Ok((read, (slf.get().0.to_string(),)))
    }
}

/// A mark as an argument: a `Marking`, or its text, with or without parentheses.
pub(crate) struct Mark(pub(crate) Label);

impl<'py> FromPyObject<'_, 'py> for Mark {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let Ok(text) = given.cast::<PyString>() else {
            return Ok(Self(Label::from(&given.cast::<Marking>()?.get().0)));
        };
        let text = text.to_cow()?;
        let text = text.trim();
        let inside = text
            .strip_prefix('(')
            .and_then(|text| text.strip_suffix(')'));
        let mark = StatedMark::read(inside.unwrap_or(text));
        mark.map(|mark| Self(mark.label()))
            .map_err(|error| errors::marking(&error))
    }
}

/// The banner over portions that bear these marks, in a document of that day. A mark that leaves its list to the banner,
/// `S//REL`, takes it from `banner`.
#[pyfunction]
#[pyo3(signature = (marks, dated, *, banner = None))]
pub(crate) fn rollup(marks: Vec<Portion>, dated: Day, banner: Option<&str>) -> PyResult<Marking> {
    let banner = banner.map(marking::Marking::parse_banner).transpose();
    let banner = banner.map_err(|error| errors::marking(&error))?;
    let marks: Vec<marking::Marking> = match banner.as_ref().map(Label::from) {
        Some(banner) => marks.iter().map(|mark| mark.0.listed_by(&banner)).collect(),
        None => marks.into_iter().map(|mark| mark.0).collect(),
    };
    let rolled = roll_up(&marks, dated.0);
    rolled.validate().map_err(|error| errors::marking(&error))?;
    Ok(Marking(rolled))
}

/// A portion mark as an argument: a `Marking`, or its text.
pub(crate) struct Portion(marking::Marking);

impl<'py> FromPyObject<'_, 'py> for Portion {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let Ok(text) = given.cast::<PyString>() else {
            return Ok(Self(given.cast::<Marking>()?.get().0.clone()));
        };
        let mark = marking::Marking::read_portion(&text.to_cow()?);
        mark.map(Self).map_err(|error| errors::marking(&error))
    }
}

/// `permit`, `view-only` or `deny`: whether the reader may read what bears this mark.
#[pyfunction]
pub(crate) fn reads(mark: Mark, reader: For) -> String {
    reader.0.reads(&mark.0).to_string()
}
