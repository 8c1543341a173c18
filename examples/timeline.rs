//! Draws what opens when, as SVG.
//!
//! `cargo run --example timeline -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--output FILE]`

#![allow(
    clippy::print_stderr,
    reason = "a program says on standard error what is wrong"
)]

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use jiff::{ZonedDateTime, civil::Date};
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Style};

/// The cable that is drawn where no file is named: a fictional one.
const BUNDLED: &str = include_str!("data/cable.txt");

/// Draws what of a portion-marked document opens when for a reader, as SVG, without any of its text.
#[derive(Parser)]
#[command(name = "timeline")]
struct Arguments {
    /// The document, in UTF-8; `-` is standard input, none is a bundled cable.
    file: Option<PathBuf>,
    /// A rung (U, SBU, C, S, TS, all) or a reader ("clearance=S citizen=USA,GBR access=SI").
    #[arg(long, default_value = "U", value_name = "C")]
    clearance: Reader,
    /// The day, YYYY-MM-DD; today where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Where to write; standard output where none is given.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("timeline: {error}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let source = match &arguments.file {
        None => BUNDLED.to_owned(),
        Some(file) if file == Path::new("-") => {
            let mut source = String::new();
            io::stdin()
                .lock()
                .read_to_string(&mut source)
                .map_err(|error| format!("standard input: {error}"))?;
            source
        }
        Some(file) => {
            fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?
        }
    };
    let as_of = arguments
        .as_of
        .unwrap_or_else(|| ZonedDateTime::now().date());
    let document = tearline::parse(&source);
    let policy = Policy::default();
    let style = Style::Places(Detail::default().with_calendar());
    let release = policy
        .assess(&document)
        .release_in(&arguments.clearance, as_of, style);
    let picture = release
        .to_timeline()
        .ok_or("the document has no portion that could be drawn")?;
    match &arguments.output {
        None => io::stdout()
            .lock()
            .write_all(picture.as_bytes())
            .map_err(|error| format!("standard output: {error}")),
        Some(output) => {
            fs::write(output, picture).map_err(|error| format!("{}: {error}", output.display()))
        }
    }
}
