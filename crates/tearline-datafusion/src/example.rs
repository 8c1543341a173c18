//! A collection to try things on, generated: `example_cables(10000)`.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use datafusion::arrow::array::{
    Date32Builder, Int32Builder, RecordBatch, StringBuilder, StringViewBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::catalog::{TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{Result, plan_err};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::streaming::PartitionStream;
use jiff::civil::{Date, date};

use crate::constants::number;
use crate::days;

/// How many cables go into one batch.
const BATCH: u32 = 512;

/// The table function `example_cables(number)`: so many fictional cables, the same each time. The columns are `id`, `year`,
/// `written`, `classification` as a catalogue would have it, and `text`.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> datafusion::error::Result<()> {
/// use std::sync::Arc;
/// use datafusion::prelude::SessionContext;
///
/// let context = SessionContext::new();
/// context.register_udtf("example_cables", Arc::new(tearline_datafusion::ExampleCables));
/// let rows = context.sql("SELECT count(text) AS cables FROM example_cables(600)").await?.to_string().await?;
/// assert!(rows.contains("| 600 "));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExampleCables;

impl TableFunctionImpl for ExampleCables {
    fn call_with_args(&self, given: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let [rows] = given.exprs() else {
            return plan_err!("example_cables(number)");
        };
        let rows = number("example_cables", rows)?;
        let parts = given.session().config().target_partitions().max(1);
        let share = rows
            .div_ceil(u32::try_from(parts).unwrap_or(u32::MAX))
            .max(1);
        let schema = schema();
        let starts = (0..rows).step_by(usize::try_from(share).unwrap_or(usize::MAX));
        let partitions = starts.map(|start| {
            Arc::new(Part {
                schema: Arc::clone(&schema),
                rows: start..rows.min(start.saturating_add(share)),
            }) as Arc<dyn PartitionStream>
        });
        let partitions = partitions.collect();
        Ok(Arc::new(StreamingTable::try_new(schema, partitions)?))
    }
}

fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("id", DataType::Utf8, false),
        Field::new("year", DataType::Int32, false),
        Field::new("written", DataType::Date32, false),
        Field::new("classification", DataType::Utf8, true),
        Field::new("text", DataType::Utf8View, false),
    ]))
}

#[derive(Debug)]
struct Part {
    schema: SchemaRef,
    rows: Range<u32>,
}

impl PartitionStream for Part {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _context: Arc<TaskContext>) -> SendableRecordBatchStream {
        let mut stream = RecordBatchReceiverStream::builder(Arc::clone(&self.schema), 1);
        let (to, schema, rows) = (stream.tx(), Arc::clone(&self.schema), self.rows.clone());
        stream.spawn_blocking(move || {
            for start in rows.clone().step_by(usize::try_from(BATCH).unwrap_or(1)) {
                let batch = batch(&schema, start..rows.end.min(start + BATCH))?;
                if to.blocking_send(Ok(batch)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        stream.build()
    }
}

fn batch(schema: &SchemaRef, rows: Range<u32>) -> Result<RecordBatch> {
    let (mut ids, mut levels) = (StringBuilder::new(), StringBuilder::new());
    let (mut years, mut written) = (Int32Builder::new(), Date32Builder::new());
    let mut texts = StringViewBuilder::new();
    for row in rows {
        let cable = Cable::new(row);
        ids.append_value(format!(
            "{:02}PORTVESTA{row:06}",
            cable.written.year() % 100
        ));
        years.append_value(i32::from(cable.written.year()));
        written.append_value(days::number(cable.written));
        levels.append_option(cable.catalogued);
        texts.append_value(cable.text);
    }
    Ok(RecordBatch::try_new(
        Arc::clone(schema),
        vec![
            Arc::new(ids.finish()),
            Arc::new(years.finish()),
            Arc::new(written.finish()),
            Arc::new(levels.finish()),
            Arc::new(texts.finish()),
        ],
    )?)
}

const POSTS: [&str; 6] = [
    "CALDERA",
    "ZENDA",
    "HARBOR",
    "STRELSAU",
    "QUAY",
    "NORTH CHANNEL",
];
const WHO: [&str; 6] = [
    "Minister Lorne",
    "The harbor master",
    "The pilots' union",
    "The port authority",
    "A member of the budget committee",
    "The dredging contractor",
];
const DID: [&str; 6] = [
    "told the embassy that the lease of the fuel pier will not be renewed",
    "asked for two survey vessels before the channel opens to foreign shipping",
    "has published the dredging calendar for the eastern breakwater",
    "doubts that the pilot school can take its first class in the spring",
    "expects the tariff on coal to fall once the new cranes are paid for",
    "would rather wait for the tender than name a bidder now",
];
const MORE: [&str; 6] = [
    "Two ministers are abroad, and the budget comes first.",
    "The first contract was signed in March; work moves to the fuel pier in June.",
    "He asked that nothing be said to Caldera before the cabinet meets.",
    "No third party has asked for the survey data so far.",
    "The next round is set for the week after the holiday.",
    "The insurers have been told, the shipowners have not.",
];
const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];

/// A fictional cable.
struct Cable {
    written: Date,
    catalogued: Option<&'static str>,
    text: String,
}

impl Cable {
    fn new(row: u32) -> Self {
        let mut dice = Dice(u64::from(row));
        let (year, month, day) = (
            2001 + dice.below(10),
            1 + dice.below(12),
            1 + dice.below(28),
        );
        let written = civil(year, month, day);
        let (level, catalogued, marks): (_, _, &[&str]) = match dice.below(10) {
            0..=2 => ("UNCLAS", "UNCLASSIFIED", &["U"]),
            3..=4 => ("UNCLAS SENSITIVE", "UNCLASSIFIED", &["U", "SBU"]),
            5..=8 => (
                "C O N F I D E N T I A L",
                "CONFIDENTIAL",
                &["U", "SBU", "C", "C", "C//NF"],
            ),
            _ => ("S E C R E T", "SECRET", &["U", "C", "S", "S", "S//NF"]),
        };
        let month = MONTHS
            .get(usize::from(written.month().unsigned_abs()) - 1)
            .unwrap_or(&"JAN");
        let mut text = format!(
            "O {:02}1530Z {month} {:02}\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC IMMEDIATE\nINFO AMEMBASSY {}\n\n{level} PORT VESTA {row:06}\n\nSIPDIS\n\n",
            written.day(),
            written.year() % 100,
            dice.pick(&POSTS),
        );
        if marks.len() > 2 && dice.below(20) > 0 {
            let years = [5, 10, 10, 20].get(dice.at(4)).copied().unwrap_or(10);
            let opens = civil(
                u32::from(written.year().unsigned_abs()) + years,
                1 + dice.below(12),
                1 + dice.below(28),
            );
            let (month, day) = (opens.month(), opens.day());
            // Writing into a string cannot fail.
            let _ = writeln!(
                text,
                "E.O. 12958: DECL: {month:02}/{day:02}/{}",
                opens.year()
            );
        }
        let _ = write!(
            text,
            "TAGS: PREL, EWWT, VX\nSUBJECT: (U) HARBOR TALKS, ROUND {}\n\n",
            dice.below(90)
        );
        for paragraph in 1..=4 + dice.below(8) {
            // Here and there a mark is damaged, as it is.
            let mark = if dice.below(400) == 0 {
                "C//NFF"
            } else {
                dice.pick(marks)
            };
            let _ = write!(
                text,
                "{paragraph}. ({mark}) {} {}.\n{}\n{}\n\n",
                dice.pick(&WHO),
                dice.pick(&DID),
                dice.pick(&MORE),
                dice.pick(&MORE)
            );
        }
        text.push_str("CALLOWAY\n");
        Self {
            written,
            catalogued: (dice.below(10) > 0).then_some(catalogued),
            text,
        }
    }
}

/// A day that exists: no month has fewer than 28.
fn civil(year: u32, month: u32, day: u32) -> Date {
    let year = i16::try_from(year).unwrap_or(2001);
    let [month, day] = [month, day].map(|part| i8::try_from(part).unwrap_or(1));
    Date::new(year, month, day).unwrap_or(date(2001, 1, 1))
}

/// SplitMix64: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        u32::try_from(mixed % u64::from(bound)).unwrap_or_default()
    }

    fn at(&mut self, length: usize) -> usize {
        let bound = u32::try_from(length).unwrap_or(1);
        usize::try_from(self.below(bound)).unwrap_or_default()
    }

    fn pick<'l>(&mut self, of: &[&'l str]) -> &'l str {
        let at = self.at(of.len());
        of.get(at).copied().unwrap_or_default()
    }
}
