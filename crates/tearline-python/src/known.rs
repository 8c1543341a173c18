//! What is known of a document beside its text, and an office's own words for marks.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString};
use tearline::document::{Known, KnownError};
use tearline::marking::Vocabulary;

use crate::convert::{Day, of_text};
use crate::errors;

/// The facts of a mapping: by each name a text, a day, or a list of them; `declassified` also as `{"by": …, "on": …}`.
pub(crate) fn facts(given: Option<&Bound<'_, PyMapping>>) -> PyResult<Known> {
    let mut known = Known::new();
    for item in given
        .map(PyMappingMethods::items)
        .transpose()?
        .iter()
        .flatten()
    {
        let (name, value): (String, Bound<'_, PyAny>) = item.extract()?;
        known = match fact(&name, &value)? {
            Some(text) => state(known, &name, &text)?,
            None if value.is_none() => known,
            None => value.try_iter()?.try_fold(known, |known, value| {
                let text = fact(&name, &value?)?;
                let text = text.ok_or_else(|| errors::known(&name, KnownError::Name))?;
                state(known, &name, &text)
            })?,
        };
    }
    Ok(known)
}

fn state(known: Known, name: &str, text: &str) -> PyResult<Known> {
    known
        .state(name, text)
        .map_err(|error| errors::known(name, error))
}

/// One fact as a text; `None` where it is neither a text nor a day.
fn fact(name: &str, value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Some(of_text(text)?.into_owned()));
    }
    if let Ok(end) = value.cast::<PyDict>() {
        let (by, on) = (end.get_item("by")?, end.get_item("on")?);
        let (Some(by), Some(on), 2) = (by, on, end.len()) else {
            return Err(errors::known(name, KnownError::NoAuthority));
        };
        let by = by.cast::<PyString>()?;
        return Ok(Some(format!(
            "{} by {}",
            on.extract::<Day>()?.0,
            of_text(by)?
        )));
    }
    Ok(value.extract::<Day>().ok().map(|day| day.0.to_string()))
}

/// Words of an office, each with the mark that it reads as.
pub(crate) type Words = Vec<(String, String)>;

/// The words of a mapping.
pub(crate) fn words(given: Option<&Bound<'_, PyMapping>>) -> PyResult<Words> {
    match given {
        Some(given) => given.items()?.iter().map(|item| item.extract()).collect(),
        None => Ok(Words::new()),
    }
}

/// The vocabulary with those words.
pub(crate) fn vocabulary(words: &Words) -> PyResult<Vocabulary> {
    let mut vocabulary = Vocabulary::capco();
    for (word, mark) in words {
        let with = vocabulary.with_alias(word, mark);
        vocabulary = with.map_err(|error| errors::alias(&error))?;
    }
    Ok(vocabulary)
}
