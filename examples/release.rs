//! Renders what a reader may see of a document on a day.
//!
//! `cargo run --example release -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--format F] [--output FILE]`
#![allow(clippy::print_stderr, reason = "a program")]

mod common;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};
use common::Format;
use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemptions, Style};

/// The cable that is rendered where no file is named: a fictional one.
const BUNDLED: &str = include_str!("data/cable.txt");

/// Renders what a reader may see of a portion-marked document on a day.
#[derive(Parser)]
#[command(name = "release")]
struct Arguments {
    /// The document; `-` is standard input, none is a bundled cable.
    file: Option<PathBuf>,
    /// A rung (U, SBU, C, S, TS, all) or a reader ("clearance=S citizen=USA,GBR access=SI").
    #[arg(long, default_value = "U", value_name = "C")]
    clearance: Reader,
    /// The day, YYYY-MM-DD; today where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// What to write.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What is told of what is withheld beside place and reason; several with commas.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "DETAIL")]
    show: Vec<Show>,
    /// Tells nothing at all of what is withheld; what is released is numbered anew.
    #[arg(long, conflicts_with = "show")]
    tear_line: bool,
    /// The encoding of the document, by its label: utf-8, windows-1252, ibm866 …
    #[arg(long, default_value = "utf-8", value_parser = common::encoding, value_name = "LABEL")]
    encoding: &'static encoding_rs::Encoding,
    /// Where to write; standard output where none is given.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Show {
    /// The mark it states.
    Mark,
    /// How much it is, as the printed series says it.
    Amount,
    /// The exemption and the section of the order.
    Exemption,
    /// The days on which portions open; the page then has a picture of them.
    Calendar,
}

fn style(arguments: &Arguments) -> Style {
    if arguments.tear_line {
        return Style::TearLine;
    }
    Style::Places(
        arguments
            .show
            .iter()
            .fold(Detail::default(), |detail, show| match show {
                Show::Mark => detail.with_mark(),
                Show::Amount => detail.with_amount(),
                Show::Exemption => detail.with_exemptions(Exemptions::default()),
                Show::Calendar => detail.with_calendar(),
            }),
    )
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.format == Format::Faithful && !arguments.clearance.is_originator() {
        let message = "the faithful format is for the originator alone; use --clearance all";
        Arguments::command()
            .error(ErrorKind::ArgumentConflict, message)
            .exit();
    }
    common::exit("release", run(&arguments))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let bytes = match &arguments.file {
        None => BUNDLED.as_bytes().to_vec(),
        Some(file) => common::bytes(file)?,
    };
    // In the encoding that it came in, and not only in its characters.
    let faithful = (arguments.format == Format::Faithful).then(|| bytes.clone());
    let name = arguments
        .file
        .as_deref()
        .unwrap_or(Path::new("the bundled cable"));
    let source = common::decode(name, bytes, arguments.encoding)?;
    let as_of = arguments.as_of.unwrap_or_else(common::today);
    let document = tearline::parse(&source);
    for finding in document.findings() {
        eprintln!("{finding}");
    }
    let assessment = Policy::default().assess(&document);
    let release = assessment.release_in(&arguments.clearance, as_of, style(arguments));
    let rendered = arguments
        .format
        .render(&assessment, &release, &arguments.clearance)?;
    common::write(arguments.output.as_deref(), &faithful.unwrap_or(rendered))
}
