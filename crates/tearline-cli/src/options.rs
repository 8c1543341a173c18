//! What several commands are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::{ZonedDateTime, civil::Date};
use tearline::document::{Declassified, DocumentKind, Known};
use tearline::marking::Reader;
use tearline::release::{Exemption, ExemptionError};
use tearline_files::Encoding;
use thiserror::Error;

use crate::readers::reader;

/// What every command takes.
#[derive(Args)]
pub(crate) struct General {
    /// When to colour findings. With `auto`, NO_COLOR in the environment turns colours off.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    /// Print no findings and no progress; the exit status still tells.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// How to print findings; `human` unless the configuration says otherwise.
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub(crate) message_format: Option<MessageFormat>,
    /// Exit with status 3 if this is found: the code of a rule, `errors`, `warnings` (errors too) or `notes` (all); separate
    /// several with commas.
    #[arg(long, global = true, value_delimiter = ',', value_name = "CODE")]
    pub(crate) deny: Vec<String>,
    /// Do not deny this: the code of a rule, `errors`, `warnings` or `notes`; separate several with commas.
    #[arg(long, global = true, value_delimiter = ',', value_name = "CODE")]
    pub(crate) allow: Vec<String>,
    /// Read this configuration, and not the nearest `tearline.toml` in the folder of the input or above it.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Read no configuration.
    #[arg(long, global = true, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

/// When there are colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// If the output is a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How findings are written. None holds text of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MessageFormat {
    /// For people: place, severity, code, message, and the source of the rule.
    #[default]
    Human,
    /// One line each, without the source of the rule.
    Short,
    /// One JSON object a line.
    Json,
    /// One SARIF 2.1.0 log.
    Sarif,
    /// Annotations for a GitHub workflow.
    Github,
}

/// For whom a release is, and as of which day.
#[derive(Args, Default)]
pub(crate) struct View {
    /// For whom: U, SBU, C, S, TS, all (the originator), or a list such as "clearance=S citizen=USA,GBR access=SI"; U unless
    /// the configuration says otherwise.
    #[arg(long, value_parser = reader, value_name = "C")]
    pub(crate) clearance: Option<Reader>,
    #[command(flatten)]
    pub(crate) day: Day,
}

/// The day of a release.
#[derive(Args, Default)]
pub(crate) struct Day {
    /// As of which day, YYYY-MM-DD; today unless the configuration says otherwise.
    #[arg(long, value_parser = date, value_name = "DATE", allow_hyphen_values = true)]
    pub(crate) as_of: Option<Date>,
}

/// How the bytes of a document are read.
#[derive(Args, Default)]
pub(crate) struct Reading {
    /// The encoding of the document, by its label (utf-8, windows-1252, ibm866, …); utf-8 unless the configuration says
    /// otherwise.
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<Encoding>,
    #[command(flatten)]
    pub(crate) known: Facts,
}

/// What is known of every document of a run beside its text. A file beside a document says the same of that one alone:
/// `cable.txt.known.toml` of `cable.txt`, or `.json`.
#[derive(Args, Default)]
pub(crate) struct Facts {
    /// The overall classification, where a catalogue knows it; it joins what the document states. May be repeated.
    #[arg(long, value_name = "LEVEL")]
    known_level: Vec<String>,
    /// The date of origin, YYYY-MM-DD; where the document states another, the one that opens later counts.
    #[arg(long, value_parser = date, value_name = "DATE")]
    known_origin: Vec<Date>,
    /// A declassification instruction; the longest governs. May be repeated.
    #[arg(long, value_name = "LINE")]
    known_instruction: Vec<String>,
    /// A caption; one that is not known binds every portion. May be repeated.
    #[arg(long, value_name = "CAPTION")]
    known_caption: Vec<String>,
    /// A name on the originator's list: a reader with `name=NAME` counts as named. May be repeated.
    #[arg(long, value_name = "NAME")]
    known_listed: Vec<String>,
    /// How to read the document.
    #[arg(long, value_enum, value_name = "KIND")]
    known_kind: Option<Kind>,
    /// By which authority the document has been declassified, and when: "2012-03-01 by Director, Office of Harbors".
    #[arg(long, value_name = "DATE by AUTHORITY")]
    known_declassified: Option<Declassified>,
}

/// How a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// As a telegram.
    Telegram,
    /// As a memorandum or paper.
    Memorandum,
    /// As the text of a release.
    Release,
}

impl Facts {
    /// Taken together.
    pub(crate) fn known(&self) -> Known {
        let mut known = Known::new();
        for line in &self.known_level {
            known = known.level(line);
        }
        for day in &self.known_origin {
            known = known.origin(*day);
        }
        for line in &self.known_instruction {
            known = known.instruction(line);
        }
        for line in &self.known_caption {
            known = known.caption(line);
        }
        for name in &self.known_listed {
            known = known.listed(name);
        }
        if let Some(kind) = self.known_kind {
            known = known.kind(match kind {
                Kind::Telegram => DocumentKind::Cable,
                Kind::Memorandum => DocumentKind::Memorandum,
                Kind::Release => DocumentKind::Release,
            });
        }
        match &self.known_declassified {
            Some(declassified) => known.declassified(declassified.clone()),
            None => known,
        }
    }
}

/// What a release tells of what it withholds, beside place and reason.
#[derive(Args, Default)]
pub(crate) struct Telling {
    /// What to tell about a withheld portion beside its place and reason; separate several with commas.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "DETAIL")]
    pub(crate) show: Vec<Show>,
    /// Tell nothing at all about withheld portions; number the released ones anew.
    #[arg(long, conflicts_with = "show")]
    pub(crate) tear_line: bool,
    /// Do not say of what was classified and is released that it was declassified, by whom and when (32 CFR 2001.25).
    #[arg(long, conflicts_with = "tear_line")]
    pub(crate) no_declassification: bool,
}

/// A detail of what is withheld, or of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Show {
    /// Its mark.
    Mark,
    /// How much text it is, as the printed series puts it.
    Amount,
    /// The exemption, and the section of the executive order.
    Exemption,
    /// The day on which each portion opens.
    Calendar,
    /// How the classification of the document ends.
    Instruction,
}

/// How a document is read where its marks leave a choice.
#[derive(Args, Default)]
pub(crate) struct Choices {
    /// How to read a block without a mark.
    #[arg(long, value_enum, value_name = "CHOICE")]
    pub(crate) unmarked: Option<Unmarked>,
    /// How to read a document whose level is above that of every portion (32 CFR 2001.24(g)).
    #[arg(long, value_enum, value_name = "CHOICE")]
    pub(crate) compilation: Option<Compilation>,
}

/// What becomes of a block without a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Unmarked {
    /// As the paragraph it belongs to, or as the whole document.
    #[default]
    Inherit,
    /// Withheld from everybody but the originator.
    Withhold,
}

/// What a level above every portion means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Compilation {
    /// As a compilation: no portion is released below that level.
    #[default]
    Binds,
    /// Every portion by its own mark.
    PortionsStandAlone,
}

/// What a release is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// Plain text, one block for each portion, with its mark.
    #[default]
    Text,
    /// Markdown (CommonMark).
    Markdown,
    /// One web page that needs nothing else.
    Html,
    /// JSON for programs, with a schema.
    Json,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// The document itself, byte for byte; only with `--clearance all`.
    Faithful,
}

impl Format {
    /// The format of the library; none for the source itself.
    pub(crate) const fn of_release(self) -> Option<tearline::render::Format> {
        use tearline::render::Format as Of;
        match self {
            Self::Text => Some(Of::Text),
            Self::Markdown => Some(Of::Markdown),
            Self::Html => Some(Of::Html),
            Self::Json => Some(Of::Json),
            Self::Pdf => Some(Of::Pdf),
            Self::Faithful => None,
        }
    }

    /// The format that the name of a file tells by its ending.
    ///
    /// # Errors
    ///
    /// Where the ending is that of a format which is not written: a text under such a name would mislead.
    pub(crate) fn of_name(name: &std::path::Path) -> Result<Option<Self>, EndingError> {
        let Some(ending) = name.extension().and_then(|ending| ending.to_str()) else {
            return Ok(None);
        };
        let ending = ending.to_ascii_lowercase();
        if FOREIGN.contains(&&*ending) {
            return Err(EndingError(ending));
        }
        Ok(match &*ending {
            "txt" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "pdf" => Some(Self::Pdf),
            _ => None,
        })
    }
}

/// The ending of an output is that of a format which is not written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "no release is written as .{0}; name an output that ends in .txt, .md, .html, .json or .pdf, or a --format"
)]
pub(crate) struct EndingError(String);

/// Endings of formats that other programs write.
const FOREIGN: [&str; 13] = [
    "doc", "docx", "odt", "rtf", "xml", "csv", "zip", "gz", "png", "jpg", "jpeg", "tif", "svg",
];

/// The day on which a program runs.
pub(crate) fn today() -> Date {
    ZonedDateTime::now().date()
}

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum DayError {
    /// It is written as one.
    #[error("the calendar has no such day")]
    Calendar,
    /// It is not written as one.
    #[error("a day is a year, a month and a day: 2016-03-14")]
    Shape,
}

/// A day as people write it for a program.
pub(crate) fn date(text: &str) -> Result<Date, DayError> {
    let is_shaped = text.len() == 10
        && text.char_indices().all(|(at, c)| match at {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        });
    match text.parse::<Date>() {
        Ok(day) if is_shaped => Ok(day),
        Err(_) if is_shaped => Err(DayError::Calendar),
        Ok(_) | Err(_) => Err(DayError::Shape),
    }
}

/// The exemption for what is sensitive but unclassified.
pub(crate) fn sbu_exemption(text: &str) -> Result<Exemption, ExemptionError> {
    text.parse::<Exemption>()?.of_sensitive()
}
