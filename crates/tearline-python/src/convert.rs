//! Days, texts and names, from Python and back.

use std::borrow::Cow;

use jiff::civil::Date;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime, PyString};

use crate::errors;

/// A day as an argument: a `datetime.date`, or a text as `2010-01-01`. A moment is none: of which day it is depends on a zone.
pub(crate) struct Day(pub(crate) Date);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = given.cast::<PyString>() {
            let text = of_text(&text)?;
            return written_day(&text).map(Self).ok_or_else(errors::day);
        }
        if given.is_instance_of::<PyDateTime>() || !given.is_instance_of::<PyDate>() {
            return Err(errors::day());
        }
        let py = given.py();
        let year = given.getattr(intern!(py, "year"))?.extract()?;
        let month = given.getattr(intern!(py, "month"))?.extract()?;
        let day = given.getattr(intern!(py, "day"))?.extract()?;
        let day = Date::new(year, month, day);
        day.map(Self).map_err(|_| errors::day())
    }
}

/// A day, written as a year, a month and a day and nothing else.
pub(crate) fn written_day(text: &str) -> Option<Date> {
    let shaped = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    text.parse().ok().filter(|_| shaped)
}

/// A day as Python has it.
pub(crate) fn to_py(py: Python<'_>, day: Date) -> PyResult<Bound<'_, PyDate>> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    PyDate::new(
        py,
        i32::from(day.year()),
        part(day.month()),
        part(day.day()),
    )
}

/// A text that Python holds. Python's own error about half a character holds the whole text, so it is not passed on.
pub(crate) fn of_text<'t>(text: &'t Bound<'_, PyString>) -> PyResult<Cow<'t, str>> {
    text.to_cow().map_err(|_| {
        errors::text(
            "the text holds half of a character (a surrogate) and cannot be written as UTF-8",
        )
    })
}
