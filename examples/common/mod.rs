//! What the programs share: reading with an encoding, writing all or nothing, rendering in a format, looking at what was
//! rendered.
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

use clap::ValueEnum;
use encoding_rs::{Encoding, UTF_8};
use jiff::{ZonedDateTime, civil::Date};
use tearline::audit;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Portion};
use tearline::release::Release;

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
                .ok_or("the faithful format is for the originator alone; use --clearance all")?
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
pub(crate) fn encoding(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label_no_replacement(label.as_bytes())
        .ok_or_else(|| format!("unknown encoding `{label}`"))
}

/// Reads a document from a file, or from standard input where its name is `-`.
pub(crate) fn read(file: &Path, encoding: &'static Encoding) -> Result<String, String> {
    decode(file, bytes(file)?, encoding)
}

/// The bytes of a file, or of standard input where its name is `-`.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>, String> {
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

/// The text of a document that was read from `file`.
pub(crate) fn decode(
    file: &Path,
    bytes: Vec<u8>,
    encoding: &'static Encoding,
) -> Result<String, String> {
    text(bytes, encoding).map_err(|error| format!("{}: {error}", shown(file)))
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
