//! `tearline guard`: releases under review. A document for each reader and day has a release that a person accepted; where
//! it changes, the run says in which portion and how, and never with which words unless it is asked.

mod accepted;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::render::Format;

use self::accepted::{Accepted, Cell};
use crate::config;
use crate::context::Context;
use crate::difference::{Places, View, between};
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::{Denies, Message, Reporter};
use crate::options::{Choices, Reading, Telling, date};
use crate::output;
use crate::places::Lines;
use crate::readers::reader;
use crate::rules::{ACCEPTED_WITHOUT_DOCUMENT, RELEASE_CHANGED, RELEASE_NOT_ACCEPTED};
use crate::tree::{self, Entry};

/// What `guard` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Documents, and folders of documents; those of the configuration unless given.
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<PathBuf>,
    /// The folder of accepted releases. The first run writes it; it holds nothing else.
    #[arg(long, value_name = "DIR")]
    expect: Option<PathBuf>,
    /// A reader; may be repeated. Those of the configuration unless given, else the public.
    #[arg(long = "reader", visible_alias = "clearance", value_parser = reader, value_name = "C")]
    readers: Vec<Reader>,
    /// A day, YYYY-MM-DD; may be repeated. Those of the configuration unless given.
    #[arg(long = "as-of", value_parser = date, value_name = "DATE")]
    days: Vec<Date>,
    /// Accept the releases as they are now.
    #[arg(long)]
    accept: bool,
    /// Print the words of both sides of each difference.
    #[arg(long)]
    show_source: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    choices: Choices,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let (readers, days) = matrix(arguments, context)?;
    let config = &context.config;
    let folder = match (&arguments.expect, &config.guard.expect) {
        (Some(folder), _) => folder.clone(),
        (None, Some(folder)) => config.beside(folder),
        (None, None) => {
            return Err(Failure::Usage(
                "name the folder of accepted releases with --expect".to_owned(),
            ));
        }
    };
    let mut reporter = context.answer(Denies::Errors)?;
    // Everything is made before anything is written.
    let mut cells = Vec::new();
    let mut messages = Vec::new();
    for entry in documents(arguments, context, &folder)? {
        let made = releases(arguments, context, &reporter, &entry, &readers, &days)?;
        cells.extend(made.0);
        messages.extend(reporter.only_denied(made.1));
    }
    let accepted = Accepted::of(&folder)?;
    let left = accepted.left(&cells);
    reporter.say(messages)?;
    let done = if accepted.is_new() || arguments.accept {
        let written = accepted.accept(&cells, &left)?;
        format!("{written} of {} releases accepted\n", cells.len())
    } else {
        let differ = differences(&accepted, &cells, &left, arguments, &mut reporter)?;
        match differ {
            0 if cells.len() == 1 => "1 release is as accepted\n".to_owned(),
            0 => format!("{} releases are as accepted\n", cells.len()),
            1 => "1 difference; --accept takes it after a review\n".to_owned(),
            _ => format!("{differ} differences; --accept takes them after a review\n"),
        }
    };
    if reporter.is_for_people() && !context.general.quiet {
        output::write(None, done.as_bytes())?;
    }
    reporter.end()
}

/// Says how the releases differ from the accepted ones, and how many differ.
fn differences(
    accepted: &Accepted,
    cells: &[Cell],
    left: &[PathBuf],
    arguments: &Arguments,
    reporter: &mut Reporter,
) -> Result<usize, Failure> {
    let mut differ = 0;
    for cell in cells {
        let whom = &cell.whom;
        let Some(before) = accepted.release(cell) else {
            differ += 1;
            let new = reporter.of_rule(&cell.file, &RELEASE_NOT_ACCEPTED, Some(whom));
            reporter.say(vec![new.denied()])?;
            continue;
        };
        if before == cell.now {
            continue;
        }
        differ += 1;
        let target = accepted.place(&cell.within);
        let view = |text: &str| {
            View::of_json(text)
                .map_err(|error| Failure::Input(format!("{}: {error}", target.display())))
        };
        let (before, mut now) = (view(&before)?, view(&cell.now)?);
        now.place(&cell.places);
        let changes = between(&before, &now);
        if changes.is_empty() {
            let detail = format!("what stands around the portions, {whom}");
            let message = reporter.of_rule(&cell.file, &RELEASE_CHANGED, Some(&detail));
            reporter.say(vec![message.denied()])?;
        }
        for change in changes {
            let detail = format!("{}, {whom}", change.line());
            let mut message = reporter
                .of_rule(&cell.file, &RELEASE_CHANGED, Some(&detail))
                .with_change(&change)
                .denied();
            if let Some(place) = change.place() {
                message = message.at((place, place));
            }
            reporter.say(vec![message])?;
            if arguments.show_source && reporter.is_for_people() {
                output::write(None, change.source().as_bytes())?;
            }
        }
    }
    for within in left {
        let file = accepted.place(within).display().to_string();
        let message = reporter.of_rule(&file, &ACCEPTED_WITHOUT_DOCUMENT, None);
        reporter.say(vec![message.denied()])?;
    }
    Ok(differ + left.len())
}

/// For whom, and on which days.
fn matrix(arguments: &Arguments, context: &Context) -> Result<(Vec<Reader>, Vec<Date>), Failure> {
    let config = &context.config;
    let readers = if !arguments.readers.is_empty() {
        arguments.readers.clone()
    } else if config.guard.readers.is_empty() {
        vec![Reader::public()]
    } else {
        let readers = config.guard.readers.iter().map(|text| reader(text));
        let readers: Result<Vec<Reader>, _> = readers.collect();
        config.checked("guard.readers", readers)?
    };
    let days = if !arguments.days.is_empty() {
        arguments.days.clone()
    } else {
        let days: Result<Vec<Date>, _> = config.guard.days.iter().map(config::Day::date).collect();
        config.checked("guard.days", days)?
    };
    if days.is_empty() {
        return Err(Failure::Usage(
            "name the days with --as-of; what is compared must not depend on the day of the run"
                .to_owned(),
        ));
    }
    Ok((each_once(readers), each_once(days)))
}

/// The same values in the same order, none twice.
fn each_once<T: PartialEq>(values: Vec<T>) -> Vec<T> {
    values.into_iter().fold(Vec::new(), |mut once, value| {
        if !once.contains(&value) {
            once.push(value);
        }
        once
    })
}

/// The documents that were named, each with the path under which its releases stand.
fn documents(
    arguments: &Arguments,
    context: &Context,
    folder: &Path,
) -> Result<Vec<Entry>, Failure> {
    let config = &context.config;
    let named: Vec<PathBuf> = if arguments.documents.is_empty() {
        let paths = config.guard.documents.iter();
        paths.map(|path| config.beside(path)).collect()
    } else {
        arguments.documents.clone()
    };
    let mut entries = Vec::new();
    for path in named {
        if path.is_dir() {
            entries.extend(tree::listed(&path, Some(folder))?);
        } else {
            let within = path.file_name().map(PathBuf::from).unwrap_or_default();
            entries.push(Entry { file: path, within });
        }
    }
    if entries.is_empty() {
        return Err(Failure::Usage("name the documents".to_owned()));
    }
    let mut seen = BTreeSet::new();
    for entry in &entries {
        if !seen.insert(&entry.within) {
            return Err(Failure::Usage(format!(
                "two documents are called {}; guard them from one folder",
                entry.within.display()
            )));
        }
    }
    Ok(entries)
}

/// The releases of a document, and what is wrong with it.
fn releases(
    arguments: &Arguments,
    context: &Context,
    reporter: &Reporter,
    entry: &Entry,
    readers: &[Reader],
    days: &[Date],
) -> Result<(Vec<Cell>, Vec<Message>), Failure> {
    let input = Input::File(entry.file.clone());
    let paper = input.paper(&context.means(&arguments.reading)?)?;
    let document = paper.document();
    let assessment = paper.assess(&document, &context.policy(&arguments.choices));
    let style = context.style(&arguments.telling)?;
    let lines = Lines::of(&paper.source);
    let places = Places::of(&assessment, &lines);
    let mut cells = Vec::new();
    let mut made = Vec::new();
    for reader in readers {
        for day in days {
            let release = assessment.release_in(reader, *day, style);
            let bytes = assessment
                .checked(reader, &release, Format::Json)
                .map_err(|error| Failure::Input(format!("{}: {error}", input.name())))?;
            made.push(release);
            let mut within = entry.within.clone().into_os_string();
            within.push(format!("/{} {day}.json", slug(reader)));
            cells.push(Cell {
                file: input.name(),
                within: PathBuf::from(within),
                whom: format!("for {reader} on {day}"),
                now: String::from_utf8_lossy(&bytes).into_owned(),
                places: places.clone(),
            });
        }
    }
    let messages = reporter.findings(&input.name(), &lines, &assessment, &made);
    Ok((cells, messages))
}

/// A reader as a part of a file's name.
fn slug(reader: &Reader) -> String {
    reader
        .to_string()
        .chars()
        .map(|c| match c {
            ',' => '+',
            c if c.is_ascii_alphanumeric() || matches!(c, '=' | '-' | ' ') => c,
            _ => '_',
        })
        .collect()
}
