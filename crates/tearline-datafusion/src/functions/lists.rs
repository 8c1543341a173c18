//! Columns whose values are lists of rows, for `unnest`.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, ListArray, StructArray};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;

/// How many rows each list has; none for a list that is null.
#[derive(Default)]
pub(super) struct Lengths {
    lengths: Vec<usize>,
    valid: Vec<bool>,
}

/// The type of a list of rows.
pub(super) fn list_of(fields: Fields) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(
        DataType::Struct(fields),
        true,
    )))
}

/// The type of a list of values.
pub(super) fn list_of_values(values: DataType) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(values, true)))
}

impl Lengths {
    pub(super) fn add(&mut self, length: Option<usize>) {
        self.lengths.push(length.unwrap_or_default());
        self.valid.push(length.is_some());
    }

    /// Lists of rows whose columns are these.
    pub(super) fn rows(self, fields: Fields, columns: Vec<ArrayRef>) -> Result<ArrayRef> {
        let rows = StructArray::try_new(fields, columns, None)?;
        self.values(Arc::new(rows))
    }

    /// Lists of these values.
    pub(super) fn values(self, values: ArrayRef) -> Result<ArrayRef> {
        let field = Field::new_list_field(values.data_type().clone(), true);
        let lists = ListArray::try_new(
            Arc::new(field),
            OffsetBuffer::from_lengths(self.lengths),
            values,
            Some(NullBuffer::from(self.valid)),
        )?;
        Ok(Arc::new(lists))
    }
}
