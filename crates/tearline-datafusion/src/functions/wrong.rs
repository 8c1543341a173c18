//! What is wrong with a document.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int32Builder, StringBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::Result;
use tearline::Finding;

use super::lists::{Lengths, list_of};
use super::whole::count;
use crate::arguments::Arguments;
use crate::made::Maker;

fn fields() -> Fields {
    Fields::from(vec![
        Field::new("code", DataType::Utf8, true),
        Field::new("severity", DataType::Utf8, true),
        Field::new("line", DataType::Int32, true),
        Field::new("message", DataType::Utf8, true),
        Field::new("detail", DataType::Utf8, true),
        Field::new("source", DataType::Utf8, true),
    ])
}

pub(super) fn findings_type() -> DataType {
    list_of(fields())
}

/// The findings of each document.
pub(super) fn findings(mut asked: Arguments) -> Result<ArrayRef> {
    let mut maker = Maker::default();
    let mut columns = Findings::default();
    let mut lengths = Lengths::default();
    for row in 0..asked.rows() {
        let found = maker.assessed(&asked.row(row)?, |assessment| {
            let findings = assessment.findings();
            findings.iter().map(|finding| columns.add(finding)).count()
        });
        lengths.add(found.ok());
    }
    lengths.rows(fields(), columns.finish())
}

#[derive(Default)]
struct Findings {
    code: StringBuilder,
    severity: StringBuilder,
    line: Int32Builder,
    message: StringBuilder,
    detail: StringBuilder,
    source: StringBuilder,
}

impl Findings {
    fn add(&mut self, finding: &Finding) {
        self.code.append_value(finding.code());
        self.severity.append_value(finding.severity().to_string());
        self.line.append_value(count(finding.line()));
        self.message.append_value(finding.rule().message);
        self.detail.append_option(finding.detail());
        self.source
            .append_value(finding.rule().citation.to_string());
    }

    fn finish(mut self) -> Vec<ArrayRef> {
        vec![
            Arc::new(self.code.finish()),
            Arc::new(self.severity.finish()),
            Arc::new(self.line.finish()),
            Arc::new(self.message.finish()),
            Arc::new(self.detail.finish()),
            Arc::new(self.source.finish()),
        ]
    }
}
