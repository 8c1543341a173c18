//! `tearline opens`: what of a collection opens when, without any of its text but released subjects.

mod between;
mod calendar;
mod openings;
mod picture;
mod scale;
mod table;

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::policy::Policy;

use self::openings::{Openings, Span};
use crate::catalogue::{Catalogue, Table};
use crate::context::Context;
use crate::crew::{self, Ending};
use crate::finish::{Ended, Failure, Result as Finished};
use crate::options::{Choices, Reading, View, date};
use crate::output;
use crate::paper::{Means, Paper};
use crate::progress::Progress;
use crate::readers::reader;
use crate::source::{Collection, Item, Refusal, SourceError};

/// What `opens` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of documents, including the folders in it, or one archive; as `corpus` reads it.
    pub(crate) folder: PathBuf,
    /// The first day; today unless given.
    #[arg(long, value_parser = date, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<Date>,
    /// The last day; without it, as far as the dates go.
    #[arg(long, value_parser = date, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<Date>,
    /// Compare these two days instead: every portion that a release shows on one of them and not on the other, or under
    /// another mark, or withholds for other reasons.
    #[arg(long, value_parser = date, num_args = 2, value_names = ["DATE", "DATE"], conflicts_with_all = ["from", "to"])]
    between: Vec<Date>,
    /// For whom: U, SBU, C, S, TS, all (the originator), or a list such as "clearance=S citizen=USA,GBR access=SI"; U unless
    /// the configuration says otherwise.
    #[arg(long, value_parser = reader, value_name = "C")]
    clearance: Option<Reader>,
    /// What to write; what the ending of the output says unless given, else a table.
    #[arg(long, value_enum)]
    format: Option<Shape>,
    /// Write to this file, and not to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    choices: Choices,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// A table for people.
    Table,
    /// JSON for programs.
    Json,
    /// A calendar (iCalendar, RFC 5545): a day-long entry for each day on which something opens.
    Ics,
    /// A picture (SVG): documents in groups, the years across.
    Svg,
}

/// What every document is looked at with.
struct Job {
    reader: Reader,
    policy: Policy,
    means: Means,
    catalogue: Option<Catalogue>,
    today: Date,
}

/// Why a run ends before its end.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error("--between is for a table or JSON")]
    NoPicture,
    #[error("the last day lies before the first")]
    Backward,
    #[error(
        "{0}: no such ending; name an output that ends in .txt, .json, .ics or .svg, or a --format"
    )]
    Ending(String),
    #[error("{failed} of {all} could not be processed{others}", others = if failed < all { "; the others were" } else { "" })]
    Failed { failed: usize, all: usize },
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Source(_) | Error::Failed { .. } => Self::Input(error.to_string()),
            Error::NoPicture | Error::Backward | Error::Ending(_) => Self::Usage(error.to_string()),
        }
    }
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Finished {
    let shape = shape(arguments)?;
    let job = Job {
        reader: match &arguments.clearance {
            Some(reader) => reader.clone(),
            None => context.reader(&View::default())?,
        },
        policy: context.policy(&arguments.choices),
        means: context.means(&arguments.reading)?,
        catalogue: arguments.table.read()?,
        today: context.today,
    };
    let collection = Collection::open(&arguments.folder, None)
        .map_err(Error::from)?
        .without(arguments.output.iter().cloned().collect());
    crew::hush_panics();
    let size = (!context.general.quiet).then(|| collection.size());
    let mut progress = Progress::new(size, true);
    let (text, failed, all) = match arguments.between.as_slice() {
        [one, other] => {
            if !matches!(shape, Shape::Table | Shape::Json) {
                return Err(Error::NoPicture.into());
            }
            let days = [*one, *other];
            let look = |paper: &Paper, path: String| between::differences(&job, paper, path, days);
            let found = each(&collection, &job, &mut progress, look);
            let text = match shape {
                Shape::Json => between::json(&job.reader, days, &found.rows),
                Shape::Table | Shape::Ics | Shape::Svg => between::table(days, &found.rows),
            };
            (text, found.failed, found.all)
        }
        _ => {
            let span = Span {
                from: arguments.from.unwrap_or(context.today),
                to: arguments.to,
            };
            if span.to.is_some_and(|to| to < span.from) {
                return Err(Error::Backward.into());
            }
            let look = |paper: &Paper, path: String| Openings::of(&job, paper, path, span);
            let found = each(&collection, &job, &mut progress, look);
            let title = arguments.folder.file_name().map_or_else(
                || "the documents here".to_owned(),
                |name| name.to_string_lossy().into_owned(),
            );
            let all = openings::All {
                collection: title,
                reader: job.reader.to_string(),
                span,
                documents: found.rows,
            };
            let text = match shape {
                Shape::Table => table::table(&all),
                Shape::Json => all.json(),
                Shape::Ics => calendar::calendar(&all),
                Shape::Svg => picture::picture(&all),
            };
            (text, found.failed, found.all)
        }
    };
    progress.finish();
    for (path, error) in &failed {
        eprintln!("{path}: {error}");
    }
    output::write(arguments.output.as_deref(), text.as_bytes())?;
    if !failed.is_empty() {
        let failed = failed.len();
        return Err(Error::Failed { failed, all }.into());
    }
    Ok(Ended::Done)
}

/// What was found in the documents of a collection.
struct Found<R> {
    rows: Vec<R>,
    failed: Vec<(String, String)>,
    all: usize,
}

/// Looks at every document, on all cores; only what is found is kept.
fn each<R: Send>(
    collection: &Collection,
    job: &Job,
    progress: &mut Progress,
    look: impl Fn(&Paper, String) -> Option<R> + Sync,
) -> Found<R> {
    let mut found = Found {
        rows: Vec::new(),
        failed: Vec::new(),
        all: 0,
    };
    let work = |mut item: Item| -> Result<Option<R>, Refusal> {
        let paper = item.paper(&job.means, job.catalogue.as_ref())?;
        Ok(look(&paper, item.path))
    };
    // Nothing ends it: no result is refused, and no one asks.
    let ended: Result<(), Ending<std::convert::Infallible>> = crew::in_order(
        &AtomicBool::new(false),
        &work,
        |(path, behind): (String, u64), result| {
            found.all += 1;
            progress.step(behind);
            match result {
                Some(Ok(row)) => found.rows.extend(row),
                Some(Err(refusal)) => found.failed.push((path, refusal.to_string())),
                None => found.failed.push((
                    path,
                    "the program has a bug that this document shows".to_owned(),
                )),
            }
            Ok(())
        },
        |crew| {
            collection.visit(&mut |item: Item| {
                let (tag, size) = ((item.path.clone(), item.behind), item.size);
                crew.hand(tag, item, size)
            })
        },
    );
    debug_assert!(ended.is_ok());
    found
}

/// What is asked for, by the format or by the ending of the output.
fn shape(arguments: &Arguments) -> Result<Shape, Error> {
    if let Some(shape) = arguments.format {
        return Ok(shape);
    }
    let ending = arguments
        .output
        .as_deref()
        .and_then(|output| output.extension())
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        None | Some("txt" | "md") => Ok(Shape::Table),
        Some("json") => Ok(Shape::Json),
        Some("ics") => Ok(Shape::Ics),
        Some("svg") => Ok(Shape::Svg),
        Some(other) => Err(Error::Ending(format!(".{other}"))),
    }
}
