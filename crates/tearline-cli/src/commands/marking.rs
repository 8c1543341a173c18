//! `tearline marking`: marks by themselves. One line out for each line in; `error: …` in the place of a line that cannot be
//! answered.

use std::io::{self, BufRead as _, Write as _};

use clap::{Args, Subcommand};
use jiff::civil::Date;
use tearline::marking::{Label, Marking, MarkingError, Reader, ReaderError, StatedMark, roll_up};
use thiserror::Error;

use crate::context::Context;
use crate::finish::{self, Ended, Failure};
use crate::options::date;

/// What `marking` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
enum Question {
    /// Read lines `portion<TAB>TEXT` or `banner<TAB>TEXT`; print each mark in canonical form.
    Canonical,
    /// Read lines of portion marks separated by ` ; `; print the banner over each.
    Rollup {
        /// The date of the document, YYYY-MM-DD; today unless given.
        #[arg(long, value_parser = date, value_name = "DATE")]
        dated: Option<Date>,
        /// The banner of the document: `REL`, `EYES` or `JOINT` without a list takes its list.
        #[arg(long, value_name = "BANNER", value_parser = banner)]
        banner: Option<Label>,
    },
    /// Read lines `MARK<TAB>READER`; print permit, view-only or deny.
    Reads,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    answer(&arguments.question, context.today)
        .or_else(|error| {
            // Whoever reads has seen enough.
            if error.kind() == io::ErrorKind::BrokenPipe {
                Ok(())
            } else {
                Err(Failure::Input(format!("standard input or output: {error}")))
            }
        })
        .map(|()| Ended::Done)
}

fn answer(question: &Question, today: Date) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let answer = match std::str::from_utf8(&line).map(|line| line.trim_end_matches('\r')) {
            Err(_) => Err(LineError::Encoding),
            Ok(line) => match question {
                Question::Canonical => canonical(line),
                Question::Rollup { dated, banner } => {
                    rollup(line, dated.unwrap_or(today), banner.as_ref())
                }
                Question::Reads => reads(line),
            },
        };
        match answer {
            Ok(answer) => writeln!(out, "{answer}")?,
            Err(error) => writeln!(out, "error: {error}")?,
        }
    }
    out.flush()
}

/// Why a line has no answer.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
enum LineError {
    #[error("the line is not UTF-8")]
    Encoding,
    #[error("a line is `portion` or `banner`, a tab, and the mark")]
    Canonical,
    #[error("a line begins with `portion` or `banner`")]
    Kind,
    #[error("a line is a mark, a tab, and a reader")]
    Reads,
    #[error("{0}")]
    Mark(#[from] MarkingError),
    #[error("{0}")]
    Reader(#[from] ReaderError),
}

fn canonical(line: &str) -> Result<String, LineError> {
    let (kind, text) = line.split_once('\t').ok_or(LineError::Canonical)?;
    match kind {
        "portion" => Ok(Marking::parse_portion(text)?.to_string()),
        "banner" => Ok(Marking::parse_banner(text)?.banner().to_string()),
        _ => Err(LineError::Kind),
    }
}

/// A banner line, for whatever leaves its list to it.
fn banner(text: &str) -> Result<Label, MarkingError> {
    Marking::parse_banner(text).map(|marking| Label::from(&marking))
}

fn rollup(line: &str, dated: Date, banner: Option<&Label>) -> Result<String, LineError> {
    let marks: Result<Vec<_>, _> = line.split(" ; ").map(Marking::read_portion).collect();
    let marks = marks?;
    let marks: Vec<Marking> = match banner {
        Some(banner) => marks.iter().map(|mark| mark.listed_by(banner)).collect(),
        None => marks,
    };
    let banner = roll_up(&marks, dated);
    banner.validate()?;
    Ok(banner.banner().to_string())
}

fn reads(line: &str) -> Result<String, LineError> {
    let (mark, reader) = line.split_once('\t').ok_or(LineError::Reads)?;
    let reader: Reader = reader.parse()?;
    let mark = mark.trim();
    let inside = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .unwrap_or(mark);
    let mark = StatedMark::read(inside)?;
    Ok(reader.reads(&mark.label()).to_string())
}
