//! Marks by themselves.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, StringBuilder, StructArray};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;
use tearline::marking::{Marking, MarkingError, StatedMark};

use crate::arguments::Arguments;

/// A mark, with or without its parentheses.
fn stated(mark: &str) -> Result<StatedMark, MarkingError> {
    let mark = mark.trim();
    let inside = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'));
    StatedMark::read(inside.unwrap_or(mark))
}

/// Each mark in canonical form.
pub(super) fn canonical(mut asked: Arguments) -> Result<ArrayRef> {
    let mut marks = StringBuilder::new();
    for row in 0..asked.rows() {
        let mark = asked.mark(row)?.0;
        let read = mark.and_then(|mark| Marking::parse_portion(mark.trim()).ok());
        marks.append_option(read.map(|mark| mark.to_string()));
    }
    Ok(Arc::new(marks.finish()))
}

/// What a reader may do with what bears each mark; null where the mark cannot be read.
pub(super) fn reads(mut asked: Arguments) -> Result<ArrayRef> {
    let mut access = StringBuilder::new();
    for row in 0..asked.rows() {
        let (mark, reader) = asked.mark(row)?;
        let read = mark.and_then(|mark| stated(mark).ok()).zip(reader);
        access.append_option(read.map(|(mark, reader)| reader.reads(&mark.label()).to_string()));
    }
    Ok(Arc::new(access.finish()))
}

fn fields() -> Fields {
    Fields::from(vec![
        Field::new("canonical", DataType::Utf8, true),
        Field::new("banner", DataType::Utf8, true),
        Field::new("level", DataType::Utf8, true),
        Field::new("refused", DataType::Utf8, true),
    ])
}

pub(super) fn mark_type() -> DataType {
    DataType::Struct(fields())
}

/// What each mark says, or why it cannot be read.
pub(super) fn marks(mut asked: Arguments) -> Result<ArrayRef> {
    let [mut canonical, mut banner, mut level, mut refused] =
        std::array::from_fn(|_| StringBuilder::new());
    for row in 0..asked.rows() {
        let read = match asked.mark(row)?.0 {
            Some(mark) => Marking::parse_portion(mark.trim()).map_err(|error| error.to_string()),
            None => Err("there is no mark".to_owned()),
        };
        let marking = read.as_ref().ok();
        canonical.append_option(marking.map(ToString::to_string));
        banner.append_option(marking.map(|it| it.banner().to_string()));
        level.append_option(marking.map(|it| it.level().banner()));
        refused.append_option(read.err());
    }
    let columns = [canonical, banner, level, refused];
    let columns = columns.map(|mut column| Arc::new(column.finish()) as ArrayRef);
    Ok(Arc::new(StructArray::try_new(
        fields(),
        columns.to_vec(),
        None,
    )?))
}
