//! What persons decide, as JSON or as dictionaries.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use serde_json::Value;
use tearline::policy::{Decision, Decisions};

use crate::convert::of_text;
use crate::errors;

/// Decisions as an argument: a JSON text as a file of decisions has it, or a list of dictionaries with the same keys.
pub(crate) fn decisions(given: &Bound<'_, PyAny>) -> PyResult<Decisions> {
    let text = match given.cast::<PyString>() {
        Ok(text) => of_text(text)?.into_owned(),
        Err(_) => written(given)?,
    };
    let list: Vec<Value> = serde_json::from_str(&text)
        .map_err(|_| errors::unread_decision("the decisions are no JSON list of objects"))?;
    let read = list.into_iter().enumerate().map(|(index, value)| {
        let decision: Result<Decision, _> = serde_json::from_value(value);
        decision.map_err(|error| {
            let said = sayable(&error);
            errors::unread_decision(format!("decision {}: {said}", index + 1))
        })
    });
    read.collect::<PyResult<Vec<Decision>>>()
        .map(Decisions::from_iter)
}

/// A list of dictionaries as JSON; a day in it is written as a text.
fn written(given: &Bound<'_, PyAny>) -> PyResult<String> {
    let py = given.py();
    let json = py.import("json")?;
    let keys = PyDict::new(py);
    keys.set_item("default", py.get_type::<PyString>())?;
    let list = py.import("builtins")?.getattr("list")?.call1((given,));
    let text = list.and_then(|list| json.call_method("dumps", (list,), Some(&keys)));
    let text =
        text.map_err(|_| errors::unread_decision("the decisions are no list of dictionaries"))?;
    text.extract()
}

/// What may be said of an error: all of it, but for values that stand where they do not belong. A note may tell of the text.
pub(crate) fn sayable(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let (place, said) = match said.split_once(": ") {
        Some((place, rest)) if place.starts_with("decision ") => (format!("{place}: "), rest),
        Some(_) | None => (String::new(), &*said),
    };
    let holds_value = [
        "invalid type",
        "invalid value",
        "invalid length",
        "unknown variant",
    ];
    if holds_value.iter().any(|begin| said.starts_with(begin)) {
        return format!("{place}a value is not of the kind that its key takes");
    }
    format!("{place}{said}")
}
