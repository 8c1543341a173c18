//! For whom a release is made.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::PyString;
use tearline::marking;

use crate::errors;
use crate::marks::Mark;

/// For whom a release is made: `U` (the public), `SBU`, `C`, `S`, `TS`, `all` (the originator), or a list of keys,
/// `clearance=S citizen=USA,GBR access=SI,TK agency=STATE named=yes`. A key left out gives nothing.
///
/// Wherever a reader is asked for, such a text does.
#[pyclass(frozen, eq, module = "tearline")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Reader(pub(crate) marking::Reader);

#[pymethods]
impl Reader {
    #[new]
    fn new(text: &str) -> PyResult<Self> {
        read(text).map(Self)
    }

    /// The public, of any country.
    #[staticmethod]
    fn public() -> Self {
        Self(marking::Reader::public())
    }

    /// Whoever wrote the document and sees all of it.
    #[staticmethod]
    fn originator() -> Self {
        Self(marking::Reader::originator())
    }

    /// Whether it is the originator.
    #[getter]
    fn is_originator(&self) -> bool {
        self.0.is_originator()
    }

    /// `permit`, `view-only` or `deny`: whether the reader may read what bears this mark.
    fn reads(&self, mark: Mark) -> String {
        self.0.reads(&mark.0).to_string()
    }

    /// What the reader lacks to read what bears this mark; nothing where he may read it.
    fn lacks(&self, mark: Mark) -> Vec<String> {
        let access = self.0.reads(&mark.0);
        access
            .conditions()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.to_string().hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("Reader({:?})", self.0.to_string())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyAny>, (String,)) {
        (slf.get_type().into_any(), (slf.get().0.to_string(),))
    }
}

/// Longer than any reader; what is longer, or has lines, is something else that was given in its place and is not shown.
const LONGEST: usize = 200;

fn read(text: &str) -> PyResult<marking::Reader> {
    if text.len() > LONGEST || text.contains('\n') {
        return Err(errors::no_reader());
    }
    text.parse().map_err(|error| errors::reader(&error))
}

/// A reader as an argument: a `Reader`, or its text.
pub(crate) struct For(pub(crate) marking::Reader);

impl<'py> FromPyObject<'_, 'py> for For {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match given.cast::<PyString>() {
            Ok(text) => read(&text.to_cow()?).map(Self),
            Err(_) => Ok(Self(given.cast::<Reader>()?.get().0.clone())),
        }
    }
}
