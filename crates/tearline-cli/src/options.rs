//! What several commands are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::{ZonedDateTime, civil::Date};
use tearline::marking::{Level, Reader, tetragraphs};
use tearline_files::Encoding;

/// What every command takes.
#[derive(Args)]
pub(crate) struct General {
    /// Colours: where a terminal reads, always, or never. NO_COLOR in the environment switches them off.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    /// Says nothing of findings and progress; the exit status does.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// How findings are written.
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub(crate) message_format: Option<MessageFormat>,
    /// Ends with status 3 where this is found: the code of a rule, `warnings` (and errors) or `errors`; several with commas.
    #[arg(long, global = true, value_delimiter = ',', value_name = "CODE")]
    pub(crate) deny: Vec<String>,
    /// Takes a code, `warnings` or `errors` out of what is denied; several with commas.
    #[arg(long, global = true, value_delimiter = ',', value_name = "CODE")]
    pub(crate) allow: Vec<String>,
    /// The configuration; by default the first `tearline.toml` in the folder of the input or one above it.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Reads no configuration.
    #[arg(long, global = true, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

/// When there are colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// Where a terminal reads.
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
    /// For people: place, severity, code, message and source of the rule.
    #[default]
    Human,
    /// One line, without the source of the rule.
    Short,
    /// JSON lines.
    Json,
    /// A log in SARIF 2.1.0.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
}

/// For whom a release is, and as of which day.
#[derive(Args, Default)]
pub(crate) struct View {
    /// A rung (U, SBU, C, S, TS, all) or a reader ("clearance=S citizen=USA,GBR access=SI"); U.
    #[arg(long, value_parser = reader, value_name = "C")]
    pub(crate) clearance: Option<Reader>,
    #[command(flatten)]
    pub(crate) day: Day,
}

/// The day of a release.
#[derive(Args, Default)]
pub(crate) struct Day {
    /// The day, YYYY-MM-DD; today where none is given.
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
}

/// How the bytes of a document are read.
#[derive(Args, Default)]
pub(crate) struct Reading {
    /// The encoding of what is read, by its label: utf-8, windows-1252, ibm866 …; utf-8.
    #[arg(long, value_name = "LABEL")]
    pub(crate) encoding: Option<Encoding>,
}

/// What a release tells of what it withholds, beside place and reason.
#[derive(Args, Default)]
pub(crate) struct Telling {
    /// Tells this of what is withheld beside place and reason; several with commas.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "DETAIL")]
    pub(crate) show: Vec<Show>,
    /// Tells nothing at all of what is withheld; what is released is numbered anew.
    #[arg(long, conflicts_with = "show")]
    pub(crate) tear_line: bool,
}

/// A detail of what is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Show {
    /// The mark it states.
    Mark,
    /// How much it is, as the printed series says it.
    Amount,
    /// The exemption and the section of the order.
    Exemption,
    /// The days on which portions open.
    Calendar,
}

/// How a document is read where its marks leave a choice.
#[derive(Args, Default)]
pub(crate) struct Choices {
    /// What becomes of a block without a mark: it takes what it belongs to, or it is withheld.
    #[arg(long, value_enum, value_name = "CHOICE")]
    pub(crate) unmarked: Option<Unmarked>,
    /// What a level above every portion means: it binds them all, or portions stand alone (32 CFR 2001.24(g)).
    #[arg(long, value_enum, value_name = "CHOICE")]
    pub(crate) compilation: Option<Compilation>,
}

/// What becomes of a block without a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Unmarked {
    /// It takes its rating from what it belongs to, or from the document.
    #[default]
    Inherit,
    /// It is withheld from all but the originator.
    Withhold,
}

/// What a level above every portion means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Compilation {
    /// None is released below it.
    #[default]
    Binds,
    /// Each portion stands alone.
    PortionsStandAlone,
}

/// What a release is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A block a portion, each with its mark.
    #[default]
    Text,
    /// CommonMark.
    Markdown,
    /// One self-contained page.
    Html,
    /// For programs.
    Json,
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// The source, byte for byte; for the originator alone (`--clearance all`).
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

    /// The ending of a file's name.
    pub(crate) fn extension(self) -> &'static str {
        self.of_release()
            .map_or("txt", tearline::render::Format::extension)
    }

    /// The format that the name of a file tells by its ending.
    pub(crate) fn of_name(name: &std::path::Path) -> Option<Self> {
        let extension = name.extension()?.to_str()?;
        [
            Self::Text,
            Self::Markdown,
            Self::Html,
            Self::Json,
            Self::Pdf,
        ]
        .into_iter()
        .find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}

/// The day on which a program runs.
pub(crate) fn today() -> Date {
    ZonedDateTime::now().date()
}

/// A day as people write it for a program.
pub(crate) fn date(text: &str) -> Result<Date, String> {
    let is_shaped = text.len() == 10
        && text.char_indices().all(|(at, c)| match at {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        });
    match text.parse::<Date>() {
        Ok(day) if is_shaped => Ok(day),
        Err(_) if is_shaped => Err("the calendar has no such day".to_owned()),
        Ok(_) | Err(_) => Err("a day is a year, a month and a day: 2016-03-14".to_owned()),
    }
}

/// A reader: as the library reads it, with the levels spelled out as well, and a hint where a country stands.
pub(crate) fn reader(text: &str) -> Result<Reader, String> {
    let error = match text.parse::<Reader>() {
        Ok(reader) => return Ok(reader),
        Err(error) => error,
    };
    let word = text.trim().to_ascii_uppercase().replace(['-', '_'], " ");
    let spelled = Level::ALL
        .into_iter()
        .find(|level| word == level.banner() || word == level.portion());
    let rung = match (spelled, word.as_str()) {
        (Some(level), _) => Some(level.portion()),
        (None, "PUBLIC" | "NONE" | "UNCLAS") => Some("U"),
        (None, "FOUO" | "CUI" | "LOU" | "SENSITIVE BUT UNCLASSIFIED") => Some("SBU"),
        (None, "ORIGINATOR") => Some("all"),
        (None, _) => None,
    };
    if let Some(rung) = rung {
        return rung.parse().map_err(|_| error.to_string());
    }
    let country = match word.as_str() {
        "UK" | "UNITED KINGDOM" | "BRITAIN" => Some("GBR".to_owned()),
        "US" | "UNITED STATES" => Some("USA".to_owned()),
        code if is_country(code) => Some(code.to_owned()),
        _ => None,
    };
    match country {
        Some(code) => Err(format!(
            "`{text}` is a country and not a clearance; write \"clearance=S citizen={code}\""
        )),
        None if tetragraphs().any(|group| group.code() == word) => Err(format!(
            "`{text}` is a group of countries; a reader is a citizen of one: \"clearance=S citizen=GBR\""
        )),
        None => Err(error.to_string()),
    }
}

fn is_country(code: &str) -> bool {
    code.len() == 3
        && format!("clearance=U citizen={code}")
            .parse::<Reader>()
            .is_ok()
}
