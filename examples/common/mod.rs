//! What the programs share: arguments, reading with an encoding, writing all or nothing, rendering in a format, looking at
//! what was rendered.
#![allow(
    dead_code,
    clippy::print_stderr,
    reason = "each program uses a part of it"
)]

pub(crate) mod names;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use encoding_rs::{Encoding, UTF_8};
use jiff::{ZonedDateTime, civil::Date};
use tearline::audit;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Portion};
use tearline::release::Release;

/// The cable that is read where no file is named: a fictional one.
const BUNDLED: &str = include_str!("../data/cable.txt");

/// For whom a release is, and as of which day.
#[derive(Args)]
pub(crate) struct View {
    /// A rung (U, SBU, C, S, TS, all) or a reader ("clearance=S citizen=USA,GBR access=SI").
    #[arg(long, default_value = "U", value_name = "C")]
    pub(crate) clearance: Reader,
    #[command(flatten)]
    pub(crate) day: Day,
}

/// The day of a release.
#[derive(Args)]
pub(crate) struct Day {
    /// The day, YYYY-MM-DD; today where none is given.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

/// How the bytes of a document are read.
#[derive(Args)]
pub(crate) struct Reading {
    /// The encoding of what is read, by its label: utf-8, windows-1252, ibm866 …
    #[arg(long, default_value = "utf-8", value_parser = encoding, value_name = "LABEL")]
    encoding: &'static Encoding,
}

/// One document in, one release out.
#[derive(Args)]
pub(crate) struct Single {
    /// The document; `-` is standard input, none is a bundled cable.
    file: Option<PathBuf>,
    /// Where to write; standard output where none is given.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

impl Day {
    /// The day that was asked for, or the one on which the program runs.
    pub(crate) fn as_of(&self) -> Date {
        self.as_of.unwrap_or_else(today)
    }
}

impl Reading {
    /// Reads a document from a file, or from standard input where its name is `-`.
    pub(crate) fn read(&self, file: &Path) -> Result<String, String> {
        self.decode(file, bytes(file)?)
    }

    /// The text of a document that was read from `file`.
    fn decode(&self, file: &Path, bytes: Vec<u8>) -> Result<String, String> {
        text(bytes, self.encoding).map_err(|error| format!("{}: {error}", shown(file)))
    }
}

impl Single {
    /// The bytes of the document.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, String> {
        match &self.file {
            None => Ok(BUNDLED.as_bytes().to_vec()),
            Some(file) => bytes(file),
        }
    }

    /// Its text.
    pub(crate) fn text(&self, bytes: Vec<u8>) -> Result<String, String> {
        match &self.file {
            None => Ok(BUNDLED.to_owned()),
            Some(file) => self.reading.decode(file, bytes),
        }
    }

    /// How messages name it.
    pub(crate) fn name(&self) -> String {
        self.file
            .as_deref()
            .map_or_else(|| "the bundled cable".to_owned(), shown)
    }

    /// Writes the release.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<(), String> {
        write(self.output.as_deref(), bytes)
    }

    /// Ends the program where the release would take the place of the document.
    pub(crate) fn check<C: CommandFactory>(&self) {
        if let (Some(file), Some(output)) = (&self.file, &self.output)
            && let (Ok(file), Ok(output)) = (file.canonicalize(), output.canonicalize())
            && file == output
            && file.is_file()
        {
            usage::<C>("the output would take the place of the document; name another --output");
        }
    }
}

/// Ends the program with the status of wrong usage.
fn usage<C: CommandFactory>(message: &str) -> ! {
    C::command()
        .error(ErrorKind::ArgumentConflict, message)
        .exit()
}

const FOR_THE_ORIGINATOR: &str =
    "the faithful format is for the originator alone; use --clearance all";

/// What a release is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
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

impl Format {
    /// Ends the program where the format is not for that reader.
    pub(crate) fn check<C: CommandFactory>(self, reader: &Reader) {
        if self == Self::Faithful && !reader.is_originator() {
            usage::<C>(FOR_THE_ORIGINATOR);
        }
    }

    /// The ending of a file's name.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Text | Self::Faithful => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
        }
    }

    /// Writes a release, and looks at what was written before anybody else does.
    pub(crate) fn render(
        self,
        assessment: &Assessment<'_, '_>,
        release: &Release<'_>,
        reader: &Reader,
    ) -> Result<Vec<u8>, String> {
        let rendered = match self {
            Self::Text => release.to_text(),
            Self::Markdown => release.to_markdown(),
            Self::Html => release.to_html(),
            Self::Json => release.to_json(),
            #[cfg(feature = "pdf")]
            Self::Pdf => {
                // The words of the file are packed; those of the text are the same.
                guard(assessment, reader, release.as_of(), &release.to_text())?;
                return release.to_pdf().map_err(|error| error.to_string());
            }
            Self::Faithful => assessment
                .document()
                .faithful(reader)
                .ok_or(FOR_THE_ORIGINATOR)?
                .to_owned(),
        };
        guard(assessment, reader, release.as_of(), &rendered)?;
        Ok(rendered.into_bytes())
    }
}

/// Refuses an output in which text of a withheld portion stands.
pub(crate) fn guard(
    assessment: &Assessment<'_, '_>,
    reader: &Reader,
    as_of: Date,
    output: &str,
) -> Result<(), String> {
    let leaks = audit::leaks(assessment, reader, as_of, output);
    let names: Vec<String> = leaks
        .iter()
        .filter_map(|leak| assessment.portions().get(leak.portion()))
        .map(name)
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the output would hold text of what is withheld ({}); nothing is written",
        names.join(", ")
    ))
}

/// A portion as a person calls it: `paragraph 4`, `subject`.
pub(crate) fn name(portion: &Portion) -> String {
    match portion.number() {
        Some(number) => format!("{} {number}", portion.kind()),
        None => portion.kind().to_string(),
    }
}

/// Reads the label of an encoding.
fn encoding(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label_no_replacement(label.as_bytes())
        .ok_or_else(|| format!("unknown encoding `{label}`"))
}

/// The bytes of a file, or of standard input where its name is `-`.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| format!("standard input: {error}"))?;
        Ok(bytes)
    } else {
        fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
    }
}

/// A file as messages name it.
pub(crate) fn shown(file: &Path) -> String {
    if file == Path::new("-") {
        return "standard input".to_owned();
    }
    file.display().to_string()
}

/// UTF-8 is taken as it is, so that the faithful format gives the same bytes back.
fn text(bytes: Vec<u8>, encoding: &'static Encoding) -> Result<String, String> {
    // In the wrong encoding it might be read all the same, as something else.
    if let Some((says, _)) = Encoding::for_bom(&bytes).filter(|(says, _)| *says != encoding) {
        let says = says.name().to_ascii_lowercase();
        return Err(format!(
            "the document begins with the byte-order mark of {says}; name it with --encoding {says}"
        ));
    }
    if encoding == UTF_8 {
        return String::from_utf8(bytes).map_err(|error| {
            format!(
                "byte {}: the document is not UTF-8; name its encoding with --encoding",
                error.utf8_error().valid_up_to()
            )
        });
    }
    encoding
        .decode_without_bom_handling_and_without_replacement(&bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| {
            format!(
                "the document is not {}; name its encoding with --encoding",
                encoding.name()
            )
        })
}

/// Writes all or nothing: a file appears only when it is whole.
pub(crate) fn write(output: Option<&Path>, bytes: &[u8]) -> Result<(), String> {
    let Some(output) = output else {
        return match io::stdout().lock().write_all(bytes) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result.map_err(|error| format!("standard output: {error}")),
        };
    };
    let failed = |error| format!("{}: {error}", output.display());
    // A link keeps pointing to what it points to, and a device or a pipe stays one.
    let target = output.canonicalize().unwrap_or(output.to_owned());
    if target.exists() && !target.is_file() {
        return fs::write(&target, bytes).map_err(failed);
    }
    let part = beside(&target);
    fs::File::create_new(&part)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&part, &target))
        .map_err(|error| {
            // Best effort: what cannot be removed was most likely never written.
            let _ = fs::remove_file(&part);
            failed(error)
        })
}

/// The name under which something is made until it is whole; this process alone uses it.
pub(crate) fn beside(target: &Path) -> PathBuf {
    let mut part = target.components().collect::<PathBuf>().into_os_string();
    part.push(format!(".{}.part", std::process::id()));
    PathBuf::from(part)
}

/// The day on which a program runs.
pub(crate) fn today() -> Date {
    ZonedDateTime::now().date()
}

/// The exit status of a program, and its one line on standard error where it failed.
pub(crate) fn exit(program: &str, result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::from(1)
        }
    }
}
