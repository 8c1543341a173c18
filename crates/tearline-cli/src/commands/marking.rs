//! `tearline marking`: marks by themselves. One line out for each line in; `error: …` in the place of a line that cannot be
//! answered.

use std::io::{self, BufRead as _, Write as _};

use clap::{Args, Subcommand};
use jiff::civil::Date;
use tearline::marking::{Label, Marking, MarkingError, Reader, ReaderError, StatedMark, roll_up};

use crate::context::Context;
use crate::finish::{self, Ended};
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
                Err(format!("standard input or output: {error}"))
            }
        })
        .map(|()| Ended::Done)
        .map_err(Into::into)
}

fn answer(question: &Question, today: Date) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let answer = match std::str::from_utf8(&line).map(|line| line.trim_end_matches('\r')) {
            Err(_) => Err("the line is not UTF-8".to_owned()),
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

fn canonical(line: &str) -> Result<String, String> {
    let (kind, text) = line
        .split_once('\t')
        .ok_or("a line is `portion` or `banner`, a tab, and the mark")?;
    match kind {
        "portion" => Marking::parse_portion(text).map(|mark| mark.to_string()),
        "banner" => Marking::parse_banner(text).map(|mark| mark.banner().to_string()),
        _ => return Err("a line begins with `portion` or `banner`".to_owned()),
    }
    .map_err(|error| error.to_string())
}

/// A banner line, for whatever leaves its list to it.
fn banner(text: &str) -> Result<Label, MarkingError> {
    Marking::parse_banner(text).map(|marking| Label::from(&marking))
}

fn rollup(line: &str, dated: Date, banner: Option<&Label>) -> Result<String, String> {
    let marks: Result<Vec<_>, _> = line.split(" ; ").map(Marking::read_portion).collect();
    let marks = marks.map_err(|error| error.to_string())?;
    let marks: Vec<Marking> = match banner {
        Some(banner) => marks.iter().map(|mark| mark.listed_by(banner)).collect(),
        None => marks,
    };
    let banner = roll_up(&marks, dated);
    banner.validate().map_err(|error| error.to_string())?;
    Ok(banner.banner().to_string())
}

fn reads(line: &str) -> Result<String, String> {
    let (mark, reader) = line
        .split_once('\t')
        .ok_or("a line is a mark, a tab, and a reader")?;
    let reader: Reader = reader
        .parse()
        .map_err(|error: ReaderError| error.to_string())?;
    let mark = mark.trim();
    let inside = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .unwrap_or(mark);
    let mark = StatedMark::read(inside).map_err(|error| error.to_string())?;
    Ok(reader.reads(&mark.label()).to_string())
}
