//! The banner over the marks of a group.

use std::collections::BTreeSet;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, AsArray, Date32Array, StringViewArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{Result, ScalarValue, internal_err, plan_err};
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{
    Accumulator, AggregateUDFImpl, DocSection, Documentation, Signature, TypeSignature, Volatility,
};
use jiff::civil::Date;
use tearline::marking::{Marking, roll_up};

use crate::days;

const NAME: &str = "tearline_rollup";

/// `tearline_rollup(mark [, dated])`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct RollUp {
    signature: Signature,
    documentation: Documentation,
}

impl RollUp {
    pub(crate) fn new() -> Self {
        let exact = |types: &[DataType]| TypeSignature::Exact(types.to_vec());
        let signatures = vec![
            TypeSignature::UserDefined,
            exact(&[DataType::Utf8View]),
            exact(&[DataType::Utf8View, DataType::Date32]),
        ];
        let section = DocSection {
            include: true,
            label: "Redaction",
            description: None,
        };
        let description = "The banner over the portion marks of a group. Null where one of them is null or cannot be read, and where there are none: what is unknown is not below the banner.";
        Self {
            signature: Signature {
                parameter_names: Some(vec!["mark".to_owned(), "dated".to_owned()]),
                ..Signature::one_of(signatures, Volatility::Immutable)
            },
            documentation: Documentation::builder(
                section,
                description,
                "tearline_rollup(mark [, dated])",
            )
            .with_argument("mark", "A portion mark, with or without parentheses.")
            .with_argument(
                "dated",
                "The date of the document. It decides only how a classified portion without a release marking counts beside portions that have one; unless given, it counts as not releasable.",
            )
            .build(),
        }
    }
}

impl AggregateUDFImpl for RollUp {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        use DataType::{Date32, Date64, LargeUtf8, Null, Utf8, Utf8View};
        match given {
            [Utf8 | LargeUtf8 | Utf8View | Null] => Ok(vec![Utf8View]),
            [Utf8 | LargeUtf8 | Utf8View | Null, Date32 | Date64 | Null] => {
                Ok(vec![Utf8View, Date32])
            }
            _ => plan_err!("it takes marks, which are text, and a date: {NAME}(mark [, dated])"),
        }
    }

    fn return_type(&self, _given: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn accumulator(&self, _given: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(Marks::default()))
    }

    fn state_fields(&self, given: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let name = |what: &str| format!("{}[{what}]", given.name);
        let marks = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
        Ok(vec![
            Arc::new(Field::new(name("marks"), marks, true)),
            Arc::new(Field::new(name("unknown"), DataType::Boolean, true)),
            Arc::new(Field::new(name("dated"), DataType::Date32, true)),
        ])
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }
}

/// The marks of a group so far. A group of a million rows has a handful of them.
#[derive(Debug, Default)]
struct Marks {
    marks: BTreeSet<String>,
    unknown: bool,
    /// The earliest day; beyond the calendar where one of them is not known.
    dated: Option<i32>,
}

impl Marks {
    fn add_day(&mut self, day: Option<i32>) {
        self.dated = match (self.dated, day) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }

    fn add(&mut self, marks: &StringViewArray) {
        for mark in marks {
            match mark {
                Some(mark) if self.marks.contains(mark) => {}
                Some(mark) if Marking::read_portion(mark.trim()).is_ok() => {
                    self.marks.insert(mark.to_owned());
                }
                Some(_) | None => self.unknown = true,
            }
        }
    }

    fn banner(&self) -> Option<String> {
        if self.unknown || self.marks.is_empty() {
            return None;
        }
        let marks = self
            .marks
            .iter()
            .map(|mark| Marking::read_portion(mark.trim()));
        let marks = marks.collect::<Result<Vec<Marking>, _>>().ok()?;
        // Without a day the more protective reading counts: that before portions without a release marking became RELIDO.
        let dated = self.dated.and_then(days::of).unwrap_or(Date::MIN);
        let banner = roll_up(&marks, dated);
        banner.validate().ok()?;
        Some(banner.banner().to_string())
    }
}

impl Accumulator for Marks {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let Some(marks) = values.first().and_then(|it| it.as_string_view_opt()) else {
            return internal_err!("{NAME}: marks that are no text");
        };
        self.add(marks);
        if let Some(dated) = values.get(1) {
            let dated: &Date32Array = dated.as_primitive();
            self.add_day(dated.iter().map(|day| day.unwrap_or(i32::MIN)).min());
        }
        Ok(())
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        Ok(ScalarValue::Utf8(self.banner()))
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let marks: Vec<ScalarValue> = self
            .marks
            .iter()
            .map(|mark| ScalarValue::from(mark.as_str()))
            .collect();
        Ok(vec![
            ScalarValue::List(ScalarValue::new_list(&marks, &DataType::Utf8, true)),
            ScalarValue::Boolean(Some(self.unknown)),
            ScalarValue::Date32(self.dated),
        ])
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let [marks, unknown, dated] = states else {
            return internal_err!("{NAME}: a state of another version");
        };
        for marks in marks.as_list::<i32>().iter().flatten() {
            let marks = marks.as_string::<i32>().iter().flatten();
            self.marks.extend(marks.map(str::to_owned));
        }
        self.unknown |= unknown.as_boolean().iter().flatten().any(|unknown| unknown);
        let dated: &Date32Array = dated.as_primitive();
        self.add_day(dated.iter().flatten().min());
        Ok(())
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.marks.iter().map(String::capacity).sum::<usize>()
    }
}
