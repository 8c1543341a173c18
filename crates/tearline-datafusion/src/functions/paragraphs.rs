//! Near-equal paragraphs: sketches, and how alike they are.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BinaryBuilder, Float64Builder, Int32Builder, Int64Builder, ListBuilder, StringBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;
use tearline::document::Block;
use tearline::policy::{Assessment, Portion};

use super::lists::{Lengths, list_of, list_of_values};
use super::whole::count;
use crate::arguments::{Arguments, Row};
use crate::made::Maker;
use crate::sketch::{Sketch, Sketcher, likeness};

fn fields() -> Fields {
    Fields::from(vec![
        Field::new("place", DataType::Int32, true),
        Field::new("portion", DataType::Utf8, true),
        Field::new("verdict", DataType::Utf8, true),
        Field::new("sketch", DataType::Binary, true),
        Field::new("bands", list_of_values(DataType::Int64), true),
    ])
}

pub(super) fn sketches_type() -> DataType {
    list_of(fields())
}

/// The sketches of the paragraphs of each document.
pub(super) fn sketches(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut columns = Sketches::default();
    let mut lengths = Lengths::default();
    let mut sketcher: Option<(String, Sketcher)> = None;
    for row in 0..asked.rows() {
        let row = asked.row(row)?;
        if let Some(key) = row.key {
            sketcher = match sketcher {
                Some(known) if known.0 == key => Some(known),
                _ => Some((key.to_owned(), Sketcher::new(key))),
            };
        }
        let sketcher = sketcher.as_ref().filter(|_| row.key.is_some());
        let made = sketcher.and_then(|(_, sketcher)| {
            let made = maker.assessed(&row, |assessment| columns.add(assessment, &row, sketcher));
            made.ok().flatten()
        });
        lengths.add(made);
    }
    lengths.rows(fields(), columns.finish())
}

#[derive(Default)]
struct Sketches {
    place: Int32Builder,
    portion: StringBuilder,
    verdict: StringBuilder,
    sketch: BinaryBuilder,
    bands: ListBuilder<Int64Builder>,
}

impl Sketches {
    /// Adds the paragraphs that have a sketch, and says how many.
    fn add(
        &mut self,
        assessment: &Assessment<'_>,
        row: &Row<'_>,
        sketcher: &Sketcher,
    ) -> Option<usize> {
        let (source, reader, as_of) = (row.source.as_deref().ok()?, row.reader?, row.as_of?);
        let mut added = 0;
        for (place, portion) in assessment.portions().iter().enumerate() {
            let texts = texts(assessment, portion, source);
            let sketch = sketcher.sketch(texts).filter(|_| portion.kind().is_body());
            let Some(sketch) = sketch else { continue };
            let verdict = assessment.verdict(portion, reader, as_of);
            let verdict = if verdict.is_release() {
                "release"
            } else {
                "withhold"
            };
            self.push(place, portion, verdict, &sketch);
            added += 1;
        }
        Some(added)
    }

    fn push(&mut self, place: usize, portion: &Portion, verdict: &str, sketch: &Sketch) {
        self.place.append_value(count(place + 1));
        self.portion.append_value(portion.name());
        self.verdict.append_value(verdict);
        self.sketch.append_value(sketch.to_bytes());
        self.bands.append_value(sketch.bands().map(Some));
    }

    fn finish(mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.place.finish()),
            Arc::new(self.portion.finish()),
            Arc::new(self.verdict.finish()),
            Arc::new(self.sketch.finish()),
            Arc::new(self.bands.finish()),
        ]
    }
}

/// The texts of the blocks of a portion, without numbers and marks.
fn texts<'s>(
    assessment: &Assessment<'_>,
    portion: &Portion,
    source: &'s str,
) -> impl Iterator<Item = &'s str> {
    let blocks = assessment.document().blocks().get(portion.blocks());
    let spans: Vec<_> = blocks
        .unwrap_or_default()
        .iter()
        .map(Block::text_span)
        .collect();
    spans
        .into_iter()
        .filter_map(|span| source.get(span.range()))
}

/// How alike two sketches are.
pub(super) fn likenesses(asked: Arguments) -> Result<ArrayRef> {
    let mut alike = Float64Builder::new();
    for row in 0..asked.rows() {
        let mut sketches = asked.sketches(row);
        let pair = sketches.next().flatten().zip(sketches.next().flatten());
        alike.append_option(pair.and_then(|(one, other)| likeness(one, other)));
    }
    Ok(Arc::new(alike.finish()))
}
