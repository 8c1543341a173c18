//! What is in force for one run: the command line over the configuration over the defaults.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::policy::{self, Policy};
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline_files::Encoding;

use crate::config::{self, Config};
use crate::finish::Failure;
use crate::message::{Denied, Denies, Message, Reporter, Stream};
use crate::options::{
    Choices, Color, Compilation, Day, General, MessageFormat, Reading, Show, Telling, Unmarked,
    View, sbu_exemption, today,
};
use crate::paper::Means;
use crate::rules::DAY_TO_COME;

/// What is in force for one run.
pub(crate) struct Context {
    pub(crate) general: General,
    pub(crate) config: Config,
    pub(crate) today: Date,
}

impl Context {
    /// Reads the configuration that holds for these inputs.
    pub(crate) fn new(general: General, inputs: Vec<PathBuf>) -> Result<Self, Failure> {
        let config = if general.no_config {
            Config::default()
        } else {
            config::load(general.config.as_deref(), &inputs)?
        };
        let context = Self {
            general,
            config,
            today: today(),
        };
        Denied::new(&context, Denies::Nothing)?;
        Ok(context)
    }

    /// For whom.
    pub(crate) fn reader(&self, view: &View) -> Result<Reader, Failure> {
        match (&view.clearance, &self.config.reader) {
            (Some(reader), _) => Ok(reader.clone()),
            (None, Some(text)) => self.config.checked("reader", crate::readers::reader(text)),
            (None, None) => Ok(Reader::public()),
        }
    }

    /// As of which day.
    pub(crate) fn as_of(&self, day: &Day) -> Result<Date, Failure> {
        match (day.as_of, &self.config.as_of) {
            (Some(day), _) => Ok(day),
            (None, Some(day)) => self.config.checked("as-of", day.date()),
            (None, None) => Ok(self.today),
        }
    }

    /// What is said of a day that has not come yet, to whoever makes a release for it.
    pub(crate) fn day_to_come(&self, reporter: &Reporter, file: &str, as_of: Date) -> Vec<Message> {
        let to_come = (as_of > self.today)
            .then(|| reporter.of_rule(file, &DAY_TO_COME, Some(&as_of.to_string())));
        to_come.into_iter().collect()
    }

    /// How documents are read, and what is known of them.
    pub(crate) fn means(&self, reading: &Reading) -> Result<Means, Failure> {
        Ok(Means {
            encoding: self.encoding(reading)?,
            known: reading.known.known(),
            vocabulary: self.config.vocabulary()?,
            second: self.config.review.second(),
            review: None,
        })
    }

    /// How bytes are read.
    fn encoding(&self, reading: &Reading) -> Result<Encoding, Failure> {
        match (reading.encoding, &self.config.encoding) {
            (Some(encoding), _) => Ok(encoding),
            (None, Some(label)) => self.config.checked("encoding", label.parse::<Encoding>()),
            (None, None) => Ok(Encoding::default()),
        }
    }

    /// How a document is read.
    pub(crate) fn policy(&self, choices: &Choices) -> Policy {
        let unmarked = choices.unmarked.or(self.config.unmarked);
        let compilation = choices.compilation.or(self.config.compilation);
        Policy::default()
            .with_unmarked(match unmarked.unwrap_or_default() {
                Unmarked::Inherit => policy::Unmarked::Inherit,
                Unmarked::Withhold => policy::Unmarked::Withhold,
            })
            .with_compilation(match compilation.unwrap_or_default() {
                Compilation::Binds => policy::Compilation::Binds,
                Compilation::PortionsStandAlone => policy::Compilation::PortionsStandAlone,
            })
    }

    /// What a release tells of what it withholds.
    pub(crate) fn style(&self, telling: &Telling) -> Result<Style, Failure> {
        let asked = !telling.show.is_empty();
        let tear_line = telling.tear_line || (!asked && self.config.tear_line == Some(true));
        if tear_line {
            return Ok(Style::TearLine);
        }
        let show = if asked {
            &telling.show
        } else {
            &self.config.show
        };
        let exemptions = self.exemptions(None)?;
        // On the command line it can only be turned off.
        let silent = telling.no_declassification || self.config.declassification == Some(false);
        let detail = if silent {
            Detail::default().without_declassification()
        } else {
            Detail::default()
        };
        Ok(Style::Places(show.iter().fold(
            detail,
            |detail, show| match show {
                Show::Mark => detail.with_mark(),
                Show::Amount => detail.with_amount(),
                Show::Exemption => detail.with_exemptions(exemptions),
                Show::Calendar => detail.with_calendar(),
                Show::Instruction => detail.with_instruction(),
            },
        )))
    }

    /// The exemptions that a release shows.
    pub(crate) fn exemptions(&self, asked: Option<Exemption>) -> Result<Exemptions, Failure> {
        let configured = match &self.config.case.sbu_exemption {
            None => None,
            Some(code) => Some(
                self.config
                    .checked("case.sbu-exemption", sbu_exemption(code))?,
            ),
        };
        Ok(match asked.or(configured) {
            Some(exemption) => Exemptions::default().with_sensitive(exemption),
            None => Exemptions::default(),
        })
    }

    /// How findings are written.
    pub(crate) fn message_format(&self) -> MessageFormat {
        self.general
            .message_format
            .or(self.config.message_format)
            .unwrap_or_default()
    }

    /// Writes findings beside the answer of a command; `denies` says whether errors are denied without being named.
    pub(crate) fn reporter(&self, denies: Denies) -> Result<Reporter, Failure> {
        self.reporter_to(Stream::Error, denies)
    }

    /// Writes findings that are the answer of a command.
    pub(crate) fn answer(&self, denies: Denies) -> Result<Reporter, Failure> {
        self.reporter_to(Stream::Output, denies)
    }

    /// What ends a run with status 3.
    pub(crate) fn denied(&self, denies: Denies) -> Result<Denied, Failure> {
        Denied::new(self, denies)
    }

    fn reporter_to(&self, to: Stream, denies: Denies) -> Result<Reporter, Failure> {
        Ok(Reporter::new(
            to,
            self.message_format(),
            self.has_color(to),
            self.general.quiet,
            Denied::new(self, denies)?,
        ))
    }

    fn has_color(&self, to: Stream) -> bool {
        let is_terminal = match to {
            Stream::Output => std::io::stdout().is_terminal(),
            Stream::Error => std::io::stderr().is_terminal(),
        };
        match self.general.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && is_terminal
            }
        }
    }
}
