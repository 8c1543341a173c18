//! The portions of a release.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, Int32Builder, ListBuilder, StringBuilder, StringViewBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;
use tearline::release::{Content, Released};

use super::lists::{Lengths, list_of, list_of_values};
use super::whole::count;
use crate::arguments::Arguments;
use crate::made::Maker;

fn fields() -> Fields {
    Fields::from(vec![
        Field::new("place", DataType::Int32, true),
        Field::new("kind", DataType::Utf8, true),
        Field::new("number", DataType::Utf8, true),
        Field::new("field", DataType::Utf8, true),
        Field::new("verdict", DataType::Utf8, true),
        Field::new("marking", DataType::Utf8, true),
        Field::new("text", DataType::Utf8View, true),
        Field::new("basis", list_of_values(DataType::Utf8), true),
    ])
}

pub(super) fn portions_type() -> DataType {
    list_of(fields())
}

/// The portions of each release, in order.
pub(super) fn portions(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut columns = Portions::default();
    let mut lengths = Lengths::default();
    for row in 0..asked.rows() {
        let made = maker.released(&asked.row(row)?, |made| {
            let portions = made.release.portions();
            for (place, portion) in portions.iter().enumerate() {
                columns.add(place, portion);
            }
            portions.len()
        });
        lengths.add(made.ok());
    }
    lengths.rows(fields(), columns.finish())
}

#[derive(Default)]
struct Portions {
    place: Int32Builder,
    kind: StringBuilder,
    number: StringBuilder,
    field: StringBuilder,
    verdict: StringBuilder,
    marking: StringBuilder,
    text: StringViewBuilder,
    basis: ListBuilder<StringBuilder>,
}

impl Portions {
    fn add(&mut self, place: usize, portion: &Released<'_>) {
        self.place.append_value(count(place + 1));
        self.kind.append_value(portion.kind().as_str());
        self.number
            .append_option(portion.number().map(|it| it.to_string()));
        // A withheld field does not say which one it is.
        self.field.append_option(portion.field_name());
        match portion.content() {
            Content::Text { label, text } => {
                self.verdict.append_value("release");
                self.marking.append_value(label.to_string());
                self.text.append_value(text);
                self.basis.append_null();
            }
            Content::Withheld(bases) => {
                self.verdict.append_value("withhold");
                self.marking.append_null();
                self.text.append_null();
                self.basis
                    .append_value(bases.iter().map(|basis| Some(basis.as_str())));
            }
        }
    }

    fn finish(mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.place.finish()),
            Arc::new(self.kind.finish()),
            Arc::new(self.number.finish()),
            Arc::new(self.field.finish()),
            Arc::new(self.verdict.finish()),
            Arc::new(self.marking.finish()),
            Arc::new(self.text.finish()),
            Arc::new(self.basis.finish()),
        ]
    }
}
