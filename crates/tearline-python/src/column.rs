//! Columns of texts, from whatever speaks the Arrow C interface and back to it, without a copy on the way.

use std::sync::Arc;

use arrow_array::builder::LargeStringBuilder;
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_schema::{DataType, Field, FieldRef, Fields};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyMapping, PyString};
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyArray;
use tearline::render::Format;

use crate::cells::{Cells, days, readers, texts};
use crate::convert::Day;
use crate::errors;
use crate::known::facts;
use crate::reader::{For, Reader};
use crate::rows::{Job, Row, rows};
use crate::style::{PolicyOf, StyleOf};

/// A table of releases: `release`, `disposition` and `reason`, and the columns that were asked to be kept.
///
/// It speaks the Arrow C stream interface: `polars.DataFrame(columns)`, `pyarrow.table(columns)`,
/// `pandas.DataFrame.from_arrow(columns)`, `duckdb.from_arrow(columns)`.
#[pyclass(frozen, module = "tearline")]
pub(crate) struct Columns {
    fields: Fields,
    chunks: Vec<StructArray>,
    refused: usize,
}

#[pymethods]
impl Columns {
    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.fields
            .iter()
            .map(|field| field.name().as_str())
            .collect()
    }

    /// How many rows have no release; `reason` says why.
    #[getter]
    fn refused(&self) -> usize {
        self.refused
    }

    fn __len__(&self) -> usize {
        self.chunks.iter().map(Array::len).sum()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, &*self.field())?)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let chunks = self.chunks.clone().into_iter();
        let chunks = chunks.map(|chunk| Ok(Arc::new(chunk) as ArrayRef));
        let reader = ArrayIterator::new(chunks, self.field());
        Ok(to_stream_pycapsule(py, Box::new(reader), requested_schema)?)
    }

    fn __repr__(&self) -> String {
        let names = self.column_names().join(", ");
        format!("<tearline.Columns {} rows: {names}>", self.__len__())
    }
}

impl Columns {
    fn field(&self) -> FieldRef {
        Arc::new(Field::new_struct("", self.fields.clone(), false))
    }
}

/// Releases every text of a column: for each row `release`, `disposition` (`released-in-part` and the like) and `reason`.
///
/// `data` is anything with the Arrow C interface that holds texts: a series, an array, or a table, whose column of texts is
/// then named by `column`; `keep` names columns of it that are carried along. `reader` and `as_of` are one reader and one
/// day for all rows, or columns of them.
///
/// A row that cannot be released (no text, no day, withheld text found by the second check) is a null with its reason, and
/// stops no other. What is wrong for all rows, a reader or a day that is none, is an exception.
#[pyfunction]
#[pyo3(signature = (data, reader, as_of, *, column = None, keep = None, format = "text", policy = None, style = None, known = None, threads = None))]
#[allow(
    clippy::too_many_arguments,
    reason = "they are named where it is called"
)]
pub(crate) fn release_column(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    reader: &Bound<'_, PyAny>,
    as_of: &Bound<'_, PyAny>,
    column: Option<&str>,
    keep: Option<Vec<String>>,
    format: &str,
    policy: Option<PolicyOf>,
    style: Option<StyleOf>,
    known: Option<&Bound<'_, PyMapping>>,
    threads: Option<usize>,
) -> PyResult<Columns> {
    let job = Job {
        policy: PolicyOf::policy(policy)?,
        style: StyleOf::style(style)?,
        known: facts(known)?,
        format: written_in(format)?,
    };
    let data = Data::of(data, column, &keep.unwrap_or_default())?;
    let texts = texts(&data.texts)?;
    let is_one = reader.is_instance_of::<PyString>() || reader.is_instance_of::<Reader>();
    let readers = if is_one {
        Cells::One(Arc::new(reader.extract::<For>()?.0))
    } else {
        Cells::Each(readers(&chunks(reader, "reader")?)?)
    };
    let days = match as_of.hasattr("__arrow_c_stream__")? || as_of.hasattr("__arrow_c_array__")? {
        true => Cells::Each(days(&chunks(as_of, "as_of")?)?),
        false => Cells::One(as_of.extract::<Day>()?.0),
    };
    readers.fits(texts.len(), "reader")?;
    days.fits(texts.len(), "as_of")?;
    py.detach(|| {
        let rows = rows(&job, &texts, &readers, &days, threads);
        data.with(&rows)
    })
}

/// The texts and what is carried along, in the chunks in which they came.
struct Data {
    texts: Vec<ArrayRef>,
    kept: Vec<FieldRef>,
    columns: Vec<Vec<ArrayRef>>,
}

impl Data {
    fn of(data: &Bound<'_, PyAny>, column: Option<&str>, keep: &[String]) -> PyResult<Self> {
        let chunks = chunks(data, "data")?;
        let DataType::Struct(fields) = chunks.kind.data_type() else {
            if column.is_some() || !keep.is_empty() {
                let message = "`data` is one column; `column` and `keep` name columns of a table";
                return Err(errors::column(message.to_owned()));
            }
            return Ok(Self {
                columns: chunks.arrays.iter().map(|_| Vec::new()).collect(),
                texts: chunks.arrays,
                kept: Vec::new(),
            });
        };
        let name = match (column, fields.as_ref()) {
            (Some(name), _) => name,
            (None, [only]) => only.name(),
            (None, _) => {
                let message = "`data` has several columns; name that of the texts with `column`";
                return Err(errors::column(message.to_owned()));
            }
        };
        let mut names = vec![name];
        names.extend(keep.iter().map(String::as_str));
        let mut kept = Vec::new();
        for name in keep {
            if crate::rows::COLUMNS.contains(&name.as_str()) {
                return Err(errors::column(format!(
                    "`{name}` is a column of the answer and cannot be kept"
                )));
            }
            kept.push(Arc::clone(named(fields, name)?.1));
        }
        let (mut texts, mut columns) = (Vec::new(), Vec::new());
        for chunk in &chunks.arrays {
            let mut arrays = names.iter().map(|name| column_of(chunk, fields, name));
            texts.extend(arrays.next().transpose()?);
            columns.push(arrays.collect::<PyResult<_>>()?);
        }
        Ok(Self {
            texts,
            kept,
            columns,
        })
    }

    /// The table of the releases, in the same chunks.
    fn with(self, rows: &[Row]) -> PyResult<Columns> {
        let mut fields = self.kept;
        let answers = crate::rows::COLUMNS.iter();
        fields.extend(answers.map(|name| Arc::new(Field::new(*name, DataType::LargeUtf8, true))));
        let fields = Fields::from(fields);
        let mut rest = rows;
        let mut chunks = Vec::new();
        for (texts, mut columns) in self.texts.iter().zip(self.columns) {
            let (these, others) = rest.split_at_checked(texts.len()).unwrap_or((rest, &[]));
            rest = others;
            columns.push(strings(these, |row| row.release().ok()));
            columns.push(strings(these, Row::disposition));
            columns.push(strings(these, |row| row.release().err()));
            let chunk = StructArray::try_new(fields.clone(), columns, None);
            chunks.push(chunk.map_err(|error| errors::column(error.to_string()))?);
        }
        let refused = rows.iter().filter(|row| row.release().is_err()).count();
        Ok(Columns {
            fields,
            chunks,
            refused,
        })
    }
}

fn strings<'r>(rows: &'r [Row], cell: impl Fn(&'r Row) -> Option<&'r str>) -> ArrayRef {
    let bytes = rows.iter().filter_map(&cell).map(str::len).sum();
    let mut column = LargeStringBuilder::with_capacity(rows.len(), bytes);
    column.extend(rows.iter().map(cell));
    Arc::new(column.finish())
}

fn named<'f>(fields: &'f Fields, name: &str) -> PyResult<(usize, &'f FieldRef)> {
    let found = fields.find(name);
    found.ok_or_else(|| errors::column(format!("`data` has no column `{name}`")))
}

/// A column of a chunk of a table. A row that is null as a whole has nothing in any column.
fn column_of(chunk: &ArrayRef, fields: &Fields, name: &str) -> PyResult<ArrayRef> {
    let (index, _) = named(fields, name)?;
    let column = chunk.as_any().downcast_ref::<StructArray>();
    let column = column.and_then(|table| table.columns().get(index));
    column
        .cloned()
        .ok_or_else(|| errors::column(format!("`data` has no column `{name}`")))
}

/// A column in the chunks in which it came.
pub(crate) struct Chunks {
    pub(crate) arrays: Vec<ArrayRef>,
    pub(crate) kind: FieldRef,
    /// What it is called where something is wrong with it.
    pub(crate) name: &'static str,
}

fn chunks(given: &Bound<'_, PyAny>, name: &'static str) -> PyResult<Chunks> {
    let speaks = given.hasattr("__arrow_c_stream__")? || given.hasattr("__arrow_c_array__")?;
    if !speaks {
        let message = format!(
            "`{name}` is no column: it has neither `__arrow_c_stream__` nor `__arrow_c_array__`"
        );
        return Err(errors::column(message));
    }
    let (arrays, kind) = given
        .extract::<AnyArray>()?
        .into_chunked_array()?
        .into_inner();
    Ok(Chunks { arrays, kind, name })
}

fn written_in(format: &str) -> PyResult<Format> {
    let format: Option<Format> = format.parse().ok();
    format.filter(|format| !format.is_packed()).ok_or_else(|| {
        errors::choice("`format` is `text`, `markdown`, `html` or `json`".to_owned())
    })
}
