//! What stands in the cells of a column: texts, readers, days.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_schema::DataType;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use pyo3::PyResult;
use tearline::marking::Reader;

use crate::column::Chunks;
use crate::convert::written_day;
use crate::errors;

/// One value for all rows, or one a row; a row whose value cannot be read has none.
pub(crate) enum Cells<T> {
    One(T),
    Each(Vec<Option<T>>),
}

impl<T> Cells<T> {
    pub(crate) fn at(&self, row: usize) -> Option<&T> {
        match self {
            Self::One(value) => Some(value),
            Self::Each(values) => values.get(row).and_then(Option::as_ref),
        }
    }

    /// An error, unless there is one for every row.
    pub(crate) fn fits(&self, rows: usize, name: &str) -> PyResult<()> {
        match self {
            Self::Each(values) if values.len() != rows => {
                let has = values.len();
                let message = format!("`{name}` has {has} rows, and the texts have {rows}");
                Err(errors::column(message))
            }
            Self::One(_) | Self::Each(_) => Ok(()),
        }
    }
}

/// A column of texts.
pub(crate) struct Texts {
    arrays: Vec<ArrayRef>,
    /// The number of the first row of each array.
    starts: Vec<usize>,
    rows: usize,
}

/// Why there is no text in a cell.
pub(crate) enum NoText {
    Null,
    NotUtf8,
}

impl Texts {
    pub(crate) const fn len(&self) -> usize {
        self.rows
    }

    /// The text of a row, where it lies.
    pub(crate) fn at(&self, row: usize) -> Result<&str, NoText> {
        let chunk = self
            .starts
            .partition_point(|start| *start <= row)
            .saturating_sub(1);
        let start = self.starts.get(chunk).ok_or(NoText::Null)?;
        let array = self.arrays.get(chunk).ok_or(NoText::Null)?;
        of_cell(array, row - start)
    }
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "Arrow has forty types, and three are texts"
)]
fn of_cell(array: &ArrayRef, row: usize) -> Result<&str, NoText> {
    if row >= array.len() || array.is_null(row) {
        return Err(NoText::Null);
    }
    let bytes = match array.data_type() {
        DataType::Binary => array.as_binary::<i32>().value(row),
        DataType::LargeBinary => array.as_binary::<i64>().value(row),
        DataType::BinaryView => array.as_binary_view().value(row),
        _ => return Err(NoText::Null),
    };
    std::str::from_utf8(bytes).map_err(|_| NoText::NotUtf8)
}

/// The texts of a column, where they lie: text of any width, bytes that are UTF-8, a dictionary of texts, or nulls alone.
pub(crate) fn texts(arrays: &[ArrayRef]) -> PyResult<Texts> {
    let mut texts = Texts {
        arrays: Vec::new(),
        starts: Vec::new(),
        rows: 0,
    };
    for array in arrays {
        texts.starts.push(texts.rows);
        texts.rows += array.len();
        texts.arrays.push(plain(array, "data", "texts")?);
    }
    Ok(texts)
}

/// The column as bytes, which is a view of it for all but a dictionary. Texts are looked at as bytes as well: whoever made
/// them may not have looked whether they are UTF-8.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "Arrow has forty types, and three are texts"
)]
fn plain(array: &ArrayRef, name: &str, what: &str) -> PyResult<ArrayRef> {
    let kind = match array.data_type() {
        DataType::Dictionary(_, kind) => kind,
        kind => kind,
    };
    let bytes = match kind {
        DataType::Utf8 | DataType::Binary => DataType::Binary,
        DataType::LargeUtf8 | DataType::LargeBinary => DataType::LargeBinary,
        DataType::Utf8View | DataType::BinaryView => DataType::BinaryView,
        DataType::Null => return Ok(Arc::clone(array)),
        _ => {
            let message = format!("`{name}` holds {kind}, and {what} are asked for");
            return Err(errors::column(message));
        }
    };
    let plain = cast(array, kind).and_then(|plain| cast(&plain, &bytes));
    plain.map_err(|error| errors::column(error.to_string()))
}

/// The readers of a column; each that stands in it is read once.
pub(crate) fn readers(chunks: &Chunks) -> PyResult<Vec<Option<Arc<Reader>>>> {
    let mut read: HashMap<String, Option<Arc<Reader>>> = HashMap::new();
    let mut readers = Vec::new();
    for array in &chunks.arrays {
        let array = plain(array, chunks.name, "texts of readers")?;
        for row in 0..array.len() {
            let Ok(text) = of_cell(&array, row) else {
                readers.push(None);
                continue;
            };
            let reader = match read.get(text) {
                Some(reader) => reader.clone(),
                None => {
                    let reader = text.parse().ok().map(Arc::new);
                    read.insert(text.to_owned(), reader.clone());
                    reader
                }
            };
            readers.push(reader);
        }
    }
    Ok(readers)
}

/// The days of a column: dates, or texts as `2010-01-01`.
pub(crate) fn days(chunks: &Chunks) -> PyResult<Vec<Option<Date>>> {
    let mut days = Vec::new();
    for array in &chunks.arrays {
        if *array.data_type() == DataType::Date32 {
            let dates = array.as_primitive::<Date32Type>();
            let epoch = date(1970, 1, 1);
            let day = |days: i32| epoch.checked_add(i64::from(days).days()).ok();
            days.extend(dates.iter().map(|days| days.and_then(day)));
        } else {
            let array = plain(array, chunks.name, "days")?;
            let day = |row| of_cell(&array, row).ok().and_then(written_day);
            days.extend((0..array.len()).map(day));
        }
    }
    Ok(days)
}
