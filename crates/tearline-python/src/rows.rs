//! The releases of a column, on several threads.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use jiff::civil::Date;
use tearline::document::Known;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::Style;
use tearline::render::Format;

use crate::cells::{Cells, NoText, Texts};

/// What is the same for all rows.
pub(crate) struct Job {
    pub(crate) policy: Policy,
    pub(crate) style: Style,
    pub(crate) known: Known,
    pub(crate) format: Format,
}

/// The columns of the answer.
pub(crate) const COLUMNS: [&str; 3] = ["release", "disposition", "reason"];

/// What became of a row.
pub(crate) enum Row {
    Released(String, &'static str),
    /// Why there is no release: never text of a document.
    Refused(String),
}

impl Row {
    pub(crate) fn release(&self) -> Result<&str, &str> {
        match self {
            Self::Released(text, _) => Ok(text),
            Self::Refused(reason) => Err(reason),
        }
    }

    pub(crate) const fn disposition(&self) -> Option<&str> {
        match self {
            Self::Released(_, disposition) => Some(disposition),
            Self::Refused(_) => None,
        }
    }
}

/// Of every row what became of it, in order.
pub(crate) fn rows(
    job: &Job,
    texts: &Texts,
    readers: &Cells<Arc<Reader>>,
    days: &Cells<Date>,
    threads: Option<usize>,
) -> Vec<Row> {
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    // A thread for a handful of rows costs more than it saves.
    let threads = threads.unwrap_or_else(cores).clamp(1, 1 + texts.len() / 16);
    let share = texts.len().div_ceil(threads).max(1);
    let one = |row: usize| {
        // Nothing in the library panics. If it did, one row would be lost, and not all of them.
        catch_unwind(AssertUnwindSafe(|| {
            release(job, texts.at(row), readers.at(row), days.at(row))
        }))
        .unwrap_or_else(|_| refused("the library failed on this text; please report it"))
    };
    if threads == 1 {
        return (0..texts.len()).map(one).collect();
    }
    thread::scope(|scope| {
        let shares = (0..texts.len()).step_by(share).map(|start| {
            let end = texts.len().min(start + share);
            (
                end - start,
                scope.spawn(move || (start..end).map(one).collect::<Vec<_>>()),
            )
        });
        let shares: Vec<_> = shares.collect();
        let done = shares.into_iter().flat_map(|(rows, share)| {
            let lost = || {
                (0..rows)
                    .map(|_| refused("the thread that released this text ended"))
                    .collect()
            };
            share.join().unwrap_or_else(|_| lost())
        });
        done.collect()
    })
}

fn release(
    job: &Job,
    text: Result<&str, NoText>,
    reader: Option<&Arc<Reader>>,
    as_of: Option<&Date>,
) -> Row {
    let text = match text {
        Ok(text) => text,
        Err(NoText::Null) => return refused("there is no text"),
        Err(NoText::NotUtf8) => return refused("the text is not UTF-8"),
    };
    let Some(reader) = reader else {
        return refused("there is no reader, or none that can be read");
    };
    let Some(as_of) = as_of else {
        return refused("there is no day, or none of the calendar");
    };
    let document = tearline::parse_with(text, &job.known);
    let assessment = job.policy.assess(&document);
    let release = assessment.release_in(reader, *as_of, job.style);
    let disposition = release.disposition().as_str();
    match assessment.checked(reader, &release, job.format) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(written) => Row::Released(written, disposition),
            Err(_) => refused("the release is not UTF-8"),
        },
        Err(error) => Row::Refused(error.to_string()),
    }
}

fn refused(reason: &str) -> Row {
    Row::Refused(reason.to_owned())
}
