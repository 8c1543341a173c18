//! Renders what a reader may see of a document on a day.
//!
//! `cargo run --example release -- [FILE|-] [--clearance C] [--as-of YYYY-MM-DD] [--format F] [--encoding LABEL]
//! [--output FILE] [--show DETAIL,… | --tear-line]`
//!
//! The program `tearline` (`crates/tearline-cli`) does the same and more.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

use std::ffi::OsString;
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::{ZonedDateTime, civil::Date};
use tearline::audit::Refused;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemptions, Style};
use tearline::render::Format;
use tearline_files::{DecodeError, Encoding, is_standard_input, is_where, write_with};

const HELP: &str = "\
Renders what a reader may see of a portion-marked document on a day.

Usage: release [FILE|-] [OPTIONS]

  FILE               the document; `-` is standard input, none is a bundled cable
  --clearance C      a rung (U, SBU, C, S, TS, all) or a reader (\"clearance=S citizen=USA,GBR access=SI\"); U
  --as-of DATE       the day, YYYY-MM-DD; today
  --format F         text, markdown, html, json, pdf, or faithful (the source, for --clearance all); text
  --encoding LABEL   the encoding of the document; utf-8
  --output FILE      where to write; standard output
  --show DETAIL,…    tells also the mark, amount, exemption or calendar of what is withheld, or the instruction
  --tear-line        tells nothing at all of what is withheld
";
/// The cable that is read where no file is named: a fictional one.
const BUNDLED: &str = include_str!("data/cable.txt");

/// Why there is no release. It names places, never text.
#[derive(Debug, thiserror::Error)]
enum ReleaseError {
    #[error("{0}: {1}")]
    File(String, io::Error),
    #[error("{0}: {1}")]
    Text(String, DecodeError),
    #[error(transparent)]
    Refused(#[from] Refused),
}

struct Arguments {
    file: Option<PathBuf>,
    clearance: Reader,
    as_of: Date,
    /// None is the source itself.
    format: Option<Format>,
    encoding: Encoding,
    output: Option<PathBuf>,
    style: Style,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("release: {error}; --help shows the options");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("release: {error}");
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), ReleaseError> {
    let (name, bytes) = read(arguments.file.as_deref())?;
    // The source itself is written in the encoding that it came in, and not only in its characters.
    let faithful = arguments.format.is_none().then(|| bytes.clone());
    let source = arguments
        .encoding
        .text(bytes)
        .map_err(|error| ReleaseError::Text(name, error))?;

    // The library begins here …
    let document = tearline::parse(&source);
    let assessment = Policy::default().assess(&document);
    let release = assessment.release_in(&arguments.clearance, arguments.as_of, arguments.style);
    // Places, rules and marks; never text.
    for finding in assessment.findings().iter().chain(release.findings()) {
        eprintln!("{finding}");
    }
    let checked = match arguments.format {
        Some(format) => assessment.check_release(&arguments.clearance, &release, format)?,
        None => {
            let source = faithful.unwrap_or_default();
            return put(arguments, |to| to.write_all(&source));
        }
    };
    // … and ends here.

    put(arguments, |mut to| checked.write_to(&mut to))
}

/// Writes where it is to go.
fn put(
    arguments: &Arguments,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), ReleaseError> {
    match &arguments.output {
        Some(output) => {
            let name = output.display().to_string();
            write_with(output, |file| content(file))
                .map_err(|error| ReleaseError::File(name, error))
        }
        None => match content(&mut io::stdout().lock()) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(ReleaseError::File("standard output".to_owned(), error))
            }
            Ok(()) | Err(_) => Ok(()),
        },
    }
}

/// What messages call the document, and its bytes.
fn read(file: Option<&Path>) -> Result<(String, Vec<u8>), ReleaseError> {
    let Some(file) = file else {
        eprintln!(
            "release: no document is named; this is the bundled cable, a fictional one (`-` reads a pipe)"
        );
        return Ok(("the bundled cable".to_owned(), BUNDLED.into()));
    };
    let mut bytes = Vec::new();
    let (name, read) = if file == Path::new("-") {
        let read = io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes);
        ("standard input".to_owned(), read)
    } else {
        (file.display().to_string(), std::fs::read(file))
    };
    match read {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) => Err(ReleaseError::File(name, error)),
    }
}

/// What was asked for; nothing, where help was.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut arguments = Arguments {
        file: None,
        clearance: Reader::public(),
        as_of: ZonedDateTime::now().date(),
        format: Some(Format::Text),
        encoding: Encoding::default(),
        output: None,
        style: Style::default(),
    };
    let mut detail: Option<Detail> = None;
    let mut tear_line = false;
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("clearance") => arguments.clearance = parsed(&mut parser)?,
            Long("as-of") => arguments.as_of = parsed(&mut parser)?,
            Long("encoding") => arguments.encoding = parsed(&mut parser)?,
            Long("output") => arguments.output = Some(parser.value()?.into()),
            Long("format") => {
                let value = parser.value()?;
                arguments.format = match value.to_str() {
                    Some("faithful") => None,
                    Some(_) | None => Some(from(value)?),
                };
            }
            Long("show") => {
                let value = parser.value()?.string()?;
                detail = Some(
                    value
                        .split(',')
                        .try_fold(detail.unwrap_or_default(), shown)?,
                );
            }
            Long("tear-line") => tear_line = true,
            Short('h') | Long("help") => return Ok(None),
            Value(file) if arguments.file.is_none() => arguments.file = Some(file.into()),
            argument @ (Short(_) | Long(_) | Value(_)) => return Err(argument.unexpected()),
        }
    }
    arguments.style = match (tear_line, detail) {
        (true, Some(_)) => return Err("--tear-line and --show exclude each other".into()),
        (true, None) => Style::TearLine,
        (false, detail) => Style::Places(detail.unwrap_or_default()),
    };
    if arguments.format.is_none() && !arguments.clearance.is_originator() {
        return Err("the faithful format is for the originator alone; use --clearance all".into());
    }
    if let (Some(file), Some(output)) = (&arguments.file, &arguments.output)
        && (is_where(file, output) || (file == Path::new("-") && is_standard_input(output)))
    {
        return Err(
            "the output would take the place of the document; name another --output".into(),
        );
    }
    Ok(Some(arguments))
}

fn shown(detail: Detail, name: &str) -> Result<Detail, lexopt::Error> {
    Ok(match name {
        "mark" => detail.with_mark(),
        "amount" => detail.with_amount(),
        "exemption" => detail.with_exemptions(Exemptions::default()),
        "calendar" => detail.with_calendar(),
        "instruction" => detail.with_instruction(),
        _ => return Err("--show takes mark, amount, exemption, calendar, instruction".into()),
    })
}

fn parsed<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    parser: &mut lexopt::Parser,
) -> Result<T, lexopt::Error> {
    from(parser.value()?)
}

fn from<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    value: OsString,
) -> Result<T, lexopt::Error> {
    use lexopt::ValueExt as _;
    value.parse()
}
