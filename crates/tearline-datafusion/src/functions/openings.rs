//! What of a document opens when.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BooleanBuilder, Date32Builder, Int32Builder, ListBuilder, StringBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Day, Effect, Portion};
use tearline::release::Disposition;

use super::lists::{Lengths, list_of, list_of_values};
use super::whole::count;
use crate::arguments::Arguments;
use crate::days;
use crate::made::Maker;

fn fields() -> Fields {
    Fields::from(vec![
        Field::new("on", DataType::Date32, true),
        Field::new("portions", list_of_values(DataType::Utf8), true),
        Field::new("count", DataType::Int32, true),
        Field::new("in_full", DataType::Boolean, true),
    ])
}

pub(super) fn openings_type() -> DataType {
    list_of(fields())
}

/// The days on which something of each document opens for its reader.
pub(super) fn openings(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut columns = Openings::default();
    let mut lengths = Lengths::default();
    for row in 0..asked.rows() {
        let row = asked.row(row)?;
        let opening = row.reader.and_then(|reader| {
            let opening = maker.assessed(&row, |assessment| {
                let days = assessment.days(reader);
                let days = days.iter().filter_map(|day| opens(assessment, reader, day));
                days.map(|opens| columns.add(&opens)).count()
            });
            opening.ok()
        });
        lengths.add(opening);
    }
    lengths.rows(fields(), columns.finish())
}

/// What opens on a day.
struct Opens {
    on: i32,
    portions: Vec<String>,
    in_full: bool,
}

/// What the last look withholds does not open, whatever its mark says.
fn opens(assessment: &Assessment<'_>, reader: &Reader, day: &Day) -> Option<Opens> {
    let opening = day
        .changes()
        .iter()
        .filter(|it| it.effect() == Effect::Opens);
    let opening: Vec<&Portion> = opening
        .filter_map(|change| assessment.portions().get(change.portion()))
        .collect();
    if opening.is_empty() {
        return None;
    }
    let release = assessment.release(reader, day.on());
    let refused = |portion: &Portion| {
        let start = assessment.span(portion).start();
        release
            .findings()
            .iter()
            .any(|finding| finding.span().start() == start)
    };
    let portions = opening.into_iter().filter(|portion| !refused(portion));
    let portions: Vec<String> = portions.map(Portion::name).collect();
    (!portions.is_empty()).then(|| Opens {
        on: days::number(day.on()),
        portions,
        in_full: release.disposition() == Disposition::InFull,
    })
}

#[derive(Default)]
struct Openings {
    on: Date32Builder,
    portions: ListBuilder<StringBuilder>,
    count: Int32Builder,
    in_full: BooleanBuilder,
}

impl Openings {
    fn add(&mut self, opens: &Opens) {
        self.on.append_value(opens.on);
        self.portions.append_value(opens.portions.iter().map(Some));
        self.count.append_value(count(opens.portions.len()));
        self.in_full.append_value(opens.in_full);
    }

    fn finish(mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.on.finish()),
            Arc::new(self.portions.finish()),
            Arc::new(self.count.finish()),
            Arc::new(self.in_full.finish()),
        ]
    }
}
