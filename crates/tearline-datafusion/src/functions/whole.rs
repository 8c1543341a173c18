//! What becomes of a whole document.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, Date32Builder, Int32Builder, StringBuilder, StringViewBuilder, StructArray,
};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;
use tearline::policy::Day;
use tearline::release::Released;

use crate::arguments::Arguments;
use crate::days;
use crate::made::{Made, Maker};
use crate::refused::Refused;

/// The releases.
pub(super) fn releases(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut releases = StringViewBuilder::with_capacity(asked.rows());
    for row in 0..asked.rows() {
        let made = maker.released(&asked.row(row)?, |made| releases.append_value(made.output));
        if made.is_err() {
            releases.append_null();
        }
    }
    Ok(Arc::new(releases.finish()))
}

pub(super) fn dispositions(asked: Arguments) -> Result<ArrayRef> {
    texts(asked, |made| made.release.disposition().to_string())
}

pub(super) fn banners(asked: Arguments) -> Result<ArrayRef> {
    texts(asked, |made| made.release.banner())
}

/// A text for each document.
fn texts(mut asked: Arguments, text: fn(&Made<'_>) -> String) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut texts = StringBuilder::new();
    for row in 0..asked.rows() {
        texts.append_option(maker.released(&asked.row(row)?, text).ok());
    }
    Ok(Arc::new(texts.finish()))
}

/// Why there is no release.
pub(super) fn refusals(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut refusals = StringBuilder::new();
    for row in 0..asked.rows() {
        let refused = maker.released(&asked.row(row)?, |_| ()).err();
        refusals.append_option(refused.map(|it| it.to_string()));
    }
    Ok(Arc::new(refusals.finish()))
}

/// The fields of an outcome.
fn fields() -> Fields {
    Fields::from(vec![
        Field::new("release", DataType::Utf8View, true),
        Field::new("disposition", DataType::Utf8, true),
        Field::new("banner", DataType::Utf8, true),
        Field::new("released", DataType::Int32, true),
        Field::new("withheld", DataType::Int32, true),
        Field::new("opens_next", DataType::Date32, true),
        Field::new("findings", DataType::Int32, true),
        Field::new("refused", DataType::Utf8, true),
    ])
}

pub(super) fn outcome() -> DataType {
    DataType::Struct(fields())
}

/// Everything of a document in one reading.
pub(super) fn outcomes(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut columns = Outcomes::default();
    for row in 0..asked.rows() {
        if let Err(refused) = maker.released(&asked.row(row)?, |made| columns.add(made)) {
            columns.refuse(&refused);
        }
    }
    columns.finish()
}

#[derive(Default)]
struct Outcomes {
    release: StringViewBuilder,
    disposition: StringBuilder,
    banner: StringBuilder,
    released: Int32Builder,
    withheld: Int32Builder,
    opens_next: Date32Builder,
    findings: Int32Builder,
    refused: StringBuilder,
}

impl Outcomes {
    fn add(&mut self, made: &Made<'_>) {
        let (assessment, release) = (made.assessment, made.release);
        let portions = release.portions();
        let released = portions
            .iter()
            .filter(|it| Released::is_released(it))
            .count();
        let days = assessment.days(release.reader());
        let next = days.iter().map(Day::on).find(|day| *day > release.as_of());
        let findings = assessment.findings().len() + release.findings().len();
        self.release.append_value(made.output);
        self.disposition
            .append_value(release.disposition().as_str());
        self.banner.append_value(release.banner());
        self.released.append_value(count(released));
        self.withheld.append_value(count(portions.len() - released));
        self.opens_next.append_option(next.map(days::number));
        self.findings.append_value(count(findings));
        self.refused.append_null();
    }

    fn refuse(&mut self, refused: &Refused) {
        self.release.append_null();
        self.disposition.append_null();
        self.banner.append_null();
        self.released.append_null();
        self.withheld.append_null();
        self.opens_next.append_null();
        self.findings.append_null();
        self.refused.append_value(refused.to_string());
    }

    fn finish(mut self) -> Result<ArrayRef> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.release.finish()),
            Arc::new(self.disposition.finish()),
            Arc::new(self.banner.finish()),
            Arc::new(self.released.finish()),
            Arc::new(self.withheld.finish()),
            Arc::new(self.opens_next.finish()),
            Arc::new(self.findings.finish()),
            Arc::new(self.refused.finish()),
        ];
        Ok(Arc::new(StructArray::try_new(fields(), columns, None)?))
    }
}

/// A count as SQL has it; no document has more than it can say.
pub(super) fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX)
}
