//! Marks from standard input: canonical form, roll-up, who may read.
//!
//! `marking canonical`: lines `portion<TAB>TEXT` or `banner<TAB>TEXT`.
//! `marking rollup [--dated YYYY-MM-DD]`: lines of portion marks between ` ; `.
//! `marking reads`: lines `MARK<TAB>READER`.
//!
//! One line out for each line in; `error: …` in the place of a line that cannot be answered.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jiff::ZonedDateTime;
use jiff::civil::Date;
use tearline::marking::{Marking, Reader, StatedMark, roll_up};

/// US classification markings: canonical form, roll-up, who may read.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Lines `portion<TAB>TEXT` or `banner<TAB>TEXT`: the canonical mark.
    Canonical,
    /// Lines of portion marks separated by ` ; `: the banner over them.
    Rollup {
        /// The date of the document; today where it is left out.
        #[arg(long)]
        dated: Option<Date>,
    },
    /// Lines `MARK<TAB>READER`: permit, view-only or deny.
    Reads,
}

fn main() -> ExitCode {
    let verb = Arguments::parse().verb;
    match run(&verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard input or output: {error}");
            ExitCode::from(1)
        }
    }
}

fn run(verb: &Verb) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let today = || ZonedDateTime::now().date();
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let answer = match std::str::from_utf8(&line).map(|line| line.trim_end_matches('\r')) {
            Err(_) => Err("the line is not UTF-8".to_owned()),
            Ok(line) => match verb {
                Verb::Canonical => canonical(line),
                Verb::Rollup { dated } => rollup(line, dated.unwrap_or_else(today)),
                Verb::Reads => reads(line),
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

fn rollup(line: &str, dated: Date) -> Result<String, String> {
    let marks: Result<Vec<_>, _> = line.split(" ; ").map(Marking::read_portion).collect();
    let marks = marks.map_err(|error| error.to_string())?;
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
        .map_err(|error: tearline::marking::ReaderError| error.to_string())?;
    let mark = mark.trim();
    let inside = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .unwrap_or(mark);
    let mark = StatedMark::read(inside).map_err(|error| error.to_string())?;
    Ok(reader.reads(&mark.label()).to_string())
}
