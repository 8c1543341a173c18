//! Draws what opens when, as SVG.
//!
//! `cargo run --example timeline -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--output FILE]`

mod common;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use encoding_rs::UTF_8;
use jiff::civil::Date;
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
    common::exit("timeline", run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let source = match &arguments.file {
        None => BUNDLED.to_owned(),
        Some(file) => common::read(file, UTF_8)?,
    };
    let as_of = arguments.as_of.unwrap_or_else(common::today);
    let document = tearline::parse(&source);
    let assessment = Policy::default().assess(&document);
    let style = Style::Places(Detail::default().with_calendar());
    let release = assessment.release_in(&arguments.clearance, as_of, style);
    let picture = release
        .to_timeline()
        .ok_or("the document has no portion that could be drawn")?;
    common::guard(&assessment, &arguments.clearance, as_of, &picture)?;
    common::write(arguments.output.as_deref(), picture.as_bytes())
}
