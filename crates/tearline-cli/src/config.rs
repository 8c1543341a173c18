//! `tearline.toml`: what an office sets once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;
use tearline::marking::Vocabulary;
use tearline::policy::SecondPerson;
use tearline_files::Encoding;
use thiserror::Error;

use crate::finish::Failure;
use crate::message::{deniable, known};
use crate::options::{
    Compilation, DayError, Format, MessageFormat, Show, Unmarked, date, sbu_exemption,
};
use crate::proposals::Propose;
use crate::readers::reader;

/// The name under which it is looked for.
pub(crate) const NAME: &str = "tearline.toml";

/// What a file says; whatever it leaves out is as by default.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Config {
    /// Where it came from; none where there is none.
    #[serde(skip)]
    pub(crate) file: Option<PathBuf>,
    pub(crate) reader: Option<String>,
    pub(crate) as_of: Option<Day>,
    pub(crate) encoding: Option<String>,
    pub(crate) unmarked: Option<Unmarked>,
    pub(crate) compilation: Option<Compilation>,
    pub(crate) format: Option<Format>,
    pub(crate) show: Vec<Show>,
    pub(crate) tear_line: Option<bool>,
    /// Whether a release says of what was classified that it was declassified.
    pub(crate) declassification: Option<bool>,
    pub(crate) message_format: Option<MessageFormat>,
    pub(crate) deny: Vec<String>,
    pub(crate) allow: Vec<String>,
    /// An office's own words for marks, each with the mark as which it reads.
    pub(crate) aliases: BTreeMap<String, String>,
    /// How much a finding weighs here, by its code.
    pub(crate) severity: BTreeMap<String, Weight>,
    pub(crate) case: Case,
    /// What is proposed to a person.
    pub(crate) propose: Propose,
    pub(crate) review: Review,
    pub(crate) guard: Guard,
}

/// A day, in quotation marks or as TOML writes one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub(crate) struct Day(String);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Day(toml::value::Datetime),
}

impl From<Written> for Day {
    fn from(written: Written) -> Self {
        Self(match written {
            Written::Text(text) => text,
            Written::Day(day) => day.to_string(),
        })
    }
}

impl Day {
    /// As it stands there.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The day.
    pub(crate) fn date(&self) -> Result<Date, DayError> {
        date(&self.0)
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Weight {
    /// A note.
    Note,
    /// A warning.
    Warning,
    /// An error.
    Error,
}

impl Weight {
    /// As the file says it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What stands over a package.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Case {
    pub(crate) number: Option<String>,
    pub(crate) agency: Option<String>,
    pub(crate) reviewer: Option<String>,
    pub(crate) requested: Option<Day>,
    pub(crate) sbu_exemption: Option<String>,
}

/// How review files are carried out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Review {
    /// Whether a second person confirms what opens.
    #[serde(alias = "second-person")]
    second_person: bool,
}

impl Review {
    /// Whether a second person confirms what opens.
    pub(crate) const fn second(&self) -> SecondPerson {
        if self.second_person {
            SecondPerson::ForWhatOpens
        } else {
            SecondPerson::NotAsked
        }
    }
}

/// What `guard` goes through.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Guard {
    pub(crate) documents: Vec<PathBuf>,
    pub(crate) expect: Option<PathBuf>,
    pub(crate) readers: Vec<String>,
    pub(crate) days: Vec<Day>,
}

/// A tear line is asked for, and beside it what a tear line never tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a tear line tells nothing, and `show` asks to tell something")]
struct TellsNothing;

/// The configuration that was named, or the one that is found upward from the first input.
pub(crate) fn load(named: Option<&Path>, inputs: &[PathBuf]) -> Result<Config, Failure> {
    let file = match named {
        Some(file) => file.to_owned(),
        None => match find(inputs) {
            Some(file) => file,
            None => return Ok(Config::default()),
        },
    };
    let failed =
        |error: &dyn std::fmt::Display| Failure::Usage(format!("{}: {error}", file.display()));
    let text = fs::read_to_string(&file).map_err(|error| failed(&error))?;
    let mut config: Config = toml::from_str(&text).map_err(|error| failed(&error))?;
    config.file = Some(file);
    config.check()?;
    Ok(config)
}

/// In the folder of the first input, or in the one where the program runs, or in one above.
fn find(inputs: &[PathBuf]) -> Option<PathBuf> {
    let first = inputs.first().filter(|first| *first != Path::new("-"));
    let start = match first {
        Some(input) => input.canonicalize().ok()?,
        None => std::env::current_dir().ok()?,
    };
    start
        .ancestors()
        .map(|folder| folder.join(NAME))
        .find(|file| file.is_file())
}

impl Config {
    /// Refuses a configuration of which a part could not be carried out, whether or not this run needs it.
    fn check(&self) -> Result<(), Failure> {
        if let Some(text) = &self.reader {
            self.checked("reader", reader(text))?;
        }
        if let Some(day) = &self.as_of {
            self.checked("as-of", day.date())?;
        }
        if let Some(label) = &self.encoding {
            self.checked("encoding", label.parse::<Encoding>())?;
        }
        if let Some(day) = &self.case.requested {
            self.checked("case.requested", day.date())?;
        }
        if let Some(code) = &self.case.sbu_exemption {
            self.checked("case.sbu-exemption", sbu_exemption(code))?;
        }
        for text in &self.guard.readers {
            self.checked("guard.readers", reader(text))?;
        }
        for day in &self.guard.days {
            self.checked("guard.days", day.date())?;
        }
        for (key, words) in [("deny", &self.deny), ("allow", &self.allow)] {
            for word in words {
                self.checked(key, deniable(word))?;
            }
        }
        for code in self.severity.keys() {
            self.checked("severity", known(code))?;
        }
        self.vocabulary()?;
        self.propose.proposer(self)?;
        if self.tear_line == Some(true) && !self.show.is_empty() {
            self.checked::<()>("tear-line", Err(TellsNothing))?;
        }
        Ok(())
    }

    /// The words in which marks are read.
    pub(crate) fn vocabulary(&self) -> Result<Vocabulary, Failure> {
        self.aliases
            .iter()
            .try_fold(Vocabulary::capco(), |words, (word, mark)| {
                self.checked(&format!("aliases.{word}"), words.with_alias(word, mark))
            })
    }

    /// A value of the configuration, or where it is wrong.
    pub(crate) fn checked<T>(
        &self,
        key: &str,
        value: Result<T, impl std::error::Error>,
    ) -> Result<T, Failure> {
        value.map_err(|error| Failure::Usage(format!("{}: {key}: {error}", self.place())))
    }

    /// What messages call it.
    pub(crate) fn place(&self) -> String {
        self.file
            .as_deref()
            .map_or_else(|| NAME.to_owned(), |file| file.display().to_string())
    }

    /// A path of it, from the folder in which it stands; where that is below the folder in which the program runs, as seen
    /// from there, so that a log of a workflow finds the file.
    pub(crate) fn beside(&self, path: &Path) -> PathBuf {
        let path = match self.file.as_deref().and_then(Path::parent) {
            Some(folder) => folder.join(path),
            None => path.to_owned(),
        };
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        match here.as_deref().map(|here| path.strip_prefix(here)) {
            Ok(Ok(within)) => within.to_owned(),
            Ok(Err(_)) | Err(_) => path,
        }
    }
}
