//! Renders what a reader may see of a document on a day.
//!
//! `cargo run --example release -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--format F] [--output FILE]`

#![allow(
    clippy::print_stderr,
    reason = "a program says on standard error what is wrong"
)]

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use jiff::{ZonedDateTime, civil::Date};
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
    #[arg(long, default_value = "utf-8", value_parser = encoding, value_name = "LABEL")]
    encoding: &'static encoding_rs::Encoding,
    /// Where to write; standard output where none is given.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A block a portion, each with its mark.
    Text,
    /// CommonMark.
    Markdown,
    /// One self-contained page.
    Html,
    /// For programs.
    Json,
    /// PDF/A-2a and PDF/UA-1.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The source, byte for byte; for the originator alone (`--clearance all`).
    Faithful,
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

fn encoding(label: &str) -> Result<&'static encoding_rs::Encoding, String> {
    encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
        .ok_or_else(|| format!("unknown encoding `{label}`"))
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("release: {error}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let source = read(arguments)?;
    let as_of = arguments
        .as_of
        .unwrap_or_else(|| ZonedDateTime::now().date());
    let document = tearline::parse(&source);
    for finding in document.findings() {
        eprintln!("{finding}");
    }
    let policy = Policy::default();
    let release =
        policy
            .assess(&document)
            .release_in(&arguments.clearance, as_of, style(arguments));
    let rendered = match arguments.format {
        Format::Text => release.to_text().into_bytes(),
        Format::Markdown => release.to_markdown().into_bytes(),
        Format::Html => release.to_html().into_bytes(),
        Format::Json => release.to_json().into_bytes(),
        #[cfg(feature = "pdf")]
        Format::Pdf => release.to_pdf().map_err(|error| error.to_string())?,
        Format::Faithful => document
            .faithful(&arguments.clearance)
            .ok_or("the faithful format is for the originator alone; use --clearance all")?
            .as_bytes()
            .to_vec(),
    };
    write(arguments.output.as_deref(), &rendered)
}

fn read(arguments: &Arguments) -> Result<String, String> {
    let bytes = match &arguments.file {
        None => return Ok(BUNDLED.to_owned()),
        Some(file) if file == Path::new("-") => {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .map_err(|error| format!("standard input: {error}"))?;
            bytes
        }
        Some(file) => fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?,
    };
    decode(arguments, bytes)
}

/// UTF-8 is taken as it is, so that the faithful format gives the same bytes back.
fn decode(arguments: &Arguments, bytes: Vec<u8>) -> Result<String, String> {
    if arguments.encoding == encoding_rs::UTF_8 {
        return String::from_utf8(bytes).map_err(|error| {
            format!(
                "byte {}: the document is not UTF-8; name its encoding with --encoding",
                error.utf8_error().valid_up_to()
            )
        });
    }
    arguments
        .encoding
        .decode_without_bom_handling_and_without_replacement(&bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| {
            format!(
                "the document is not {}; name its encoding with --encoding",
                arguments.encoding.name()
            )
        })
}

/// Writes all or nothing: a file appears only when it is whole.
fn write(output: Option<&Path>, bytes: &[u8]) -> Result<(), String> {
    let Some(output) = output else {
        return io::stdout()
            .lock()
            .write_all(bytes)
            .map_err(|error| format!("standard output: {error}"));
    };
    let mut part = output.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    fs::write(&part, bytes)
        .and_then(|()| fs::rename(&part, output))
        .map_err(|error| {
            // Best effort: what cannot be removed was most likely never written.
            let _ = fs::remove_file(&part);
            format!("{}: {error}", output.display())
        })
}
