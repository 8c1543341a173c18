//! `tearline marking`: marks by themselves. One line out for each line in; `error: …` in the place of a line that cannot be
//! answered.

use std::io::{self, BufRead as _, Write as _};

use clap::{Args, Subcommand};
use jiff::civil::Date;
use tearline::marking::{Marking, Reader, ReaderError, StatedMark, roll_up};

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
    /// Lines `portion<TAB>TEXT` or `banner<TAB>TEXT`: the canonical mark.
    Canonical,
    /// Lines of portion marks separated by ` ; `: the banner over them.
    Rollup {
        /// The date of the document; today where it is left out.
        #[arg(long, value_parser = date, value_name = "DATE")]
        dated: Option<Date>,
        /// The banner that the document states: `REL` alone in a portion takes its list.
        #[arg(long, value_name = "BANNER")]
        banner: Option<String>,
    },
    /// Lines `MARK<TAB>READER`: permit, view-only or deny.
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
                    rollup(line, dated.unwrap_or(today), banner.as_deref())
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

fn rollup(line: &str, dated: Date, banner: Option<&str>) -> Result<String, String> {
    let list = match banner {
        None => None,
        Some(banner) => {
            Marking::parse_banner(banner).map_err(|error| format!("--banner: {error}"))?;
            list(banner)
        }
    };
    let marks: Result<Vec<_>, _> = line
        .split(" ; ")
        .map(|mark| Marking::read_portion(&listed(mark, list)))
        .collect();
    let marks = marks.map_err(|error| error.to_string())?;
    let banner = roll_up(&marks, dated);
    banner.validate().map_err(|error| error.to_string())?;
    Ok(banner.banner().to_string())
}

/// The release list of a banner line, with the words before it.
fn list(banner: &str) -> Option<&str> {
    banner
        .split(['/'])
        .map(str::trim)
        .find(|part| part.starts_with("REL TO ") || part.ends_with(" EYES ONLY"))
}

/// A mark whose `REL` or `EYES` stands alone, with the list of the banner in its place (CAPCO 2016 H.8 pp150, 157).
fn listed(mark: &str, list: Option<&str>) -> String {
    let Some(list) = list else {
        return mark.to_owned();
    };
    let mark = mark.trim();
    let inside = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .unwrap_or(mark);
    let whole: Vec<String> = inside
        .split("//")
        .map(|block| {
            let parts = block.split('/').map(|part| match part.trim() {
                "REL" if list.starts_with("REL TO ") => list,
                "EYES" if list.ends_with(" EYES ONLY") => list,
                _ => part,
            });
            parts.collect::<Vec<_>>().join("/")
        })
        .collect();
    whole.join("//")
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
