//! `tearline guard`: releases under review. A document for each reader and day has a release that a person accepted; where
//! it changes, the run says in which portion and how, and never with which words unless it is asked.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use tearline::marking::Reader;
use tearline::render::Format;

use crate::context::Context;
use crate::difference::{View, between};
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::options::{Choices, Reading, Telling, date, reader};
use crate::output;
use crate::places::Lines;
use crate::tree::{self, Entry};

/// What `guard` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Documents, and folders of them; by default those of the configuration.
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<PathBuf>,
    /// The folder of accepted releases; the first run writes it.
    #[arg(long, value_name = "DIR")]
    expect: Option<PathBuf>,
    /// A reader, as often as wanted; by default those of the configuration, else the public.
    #[arg(long = "reader", visible_alias = "clearance", value_parser = reader, value_name = "C")]
    readers: Vec<Reader>,
    /// A day, as often as wanted; by default those of the configuration.
    #[arg(long = "as-of", value_parser = date, value_name = "DATE")]
    days: Vec<Date>,
    /// Takes the releases as they are now.
    #[arg(long)]
    accept: bool,
    /// Shows the words on both sides of a difference.
    #[arg(long)]
    show_source: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    choices: Choices,
}

/// A release that is under review.
struct Cell {
    /// Where the accepted one stands, from the folder of them all.
    within: PathBuf,
    /// `for U on 2016-03-14`.
    whom: String,
    now: String,
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
    let first = fs::read_dir(&folder).map_or(true, |mut entries| entries.next().is_none());
    let mut reporter = context.reporter(true)?;
    let mut known = BTreeSet::new();
    let mut out = String::new();
    let (mut cells, mut written, mut differ) = (0_usize, 0_usize, 0_usize);
    for entry in documents(arguments, context, &folder)? {
        let (made, messages) = releases(arguments, context, &reporter, &entry, &readers, &days)?;
        reporter.say(reporter.only_denied(messages));
        let name = entry.file.display();
        for cell in made {
            cells += 1;
            let target = folder.join(&cell.within);
            known.insert(cell.within.clone());
            let before = fs::read_to_string(&target).ok();
            if before.as_deref() == Some(cell.now.as_str()) {
                continue;
            }
            if first || arguments.accept {
                if let Some(parent) = target.parent() {
                    fs::create_dir_all(parent).map_err(|error| {
                        Failure::Input(format!("{}: {error}", parent.display()))
                    })?;
                }
                output::write(Some(&target), cell.now.as_bytes())?;
                written += 1;
                continue;
            }
            differ += 1;
            reporter.deny();
            let Some(before) = before else {
                out += &format!("{name}: no accepted release {}\n", cell.whom);
                continue;
            };
            let (before, now) = match (View::of_json(&before), View::of_json(&cell.now)) {
                (Ok(before), Ok(now)) => (before, now),
                (Err(_), _) | (_, Err(_)) => {
                    out += &format!("{}: cannot be read\n", target.display());
                    continue;
                }
            };
            let changes = between(&before, &now);
            if changes.is_empty() {
                out += &format!(
                    "{name}: what stands around the portions differs, {}\n",
                    cell.whom
                );
            }
            for change in changes {
                out += &format!("{name}: {}, {}\n", change.line(), cell.whom);
                if arguments.show_source {
                    out += &change.source();
                }
            }
        }
    }
    let left = left(&folder, &known)?;
    for within in &left {
        if arguments.accept {
            let file = folder.join(within);
            fs::remove_file(&file)
                .map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
        } else {
            differ += 1;
            reporter.deny();
            out += &format!(
                "{}: an accepted release of no document\n",
                folder.join(within).display()
            );
        }
    }
    out += &match (written, differ) {
        (0, 0) => format!("{cells} release{} as accepted\n", if cells == 1 { " is" } else { "s are" }),
        (written, 0) => format!("{written} of {cells} releases accepted\n"),
        (_, 1) => "1 difference; --accept takes it after a review\n".to_owned(),
        (_, differ) => format!("{differ} differences; --accept takes them after a review\n"),
    };
    if !context.general.quiet || differ > 0 {
        output::write(None, out.as_bytes())?;
    }
    Ok(reporter.end())
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
        let readers: Result<Vec<Reader>, String> = readers.collect();
        config.checked("guard.readers", readers)?
    };
    let days = if !arguments.days.is_empty() {
        arguments.days.clone()
    } else {
        let days: Result<Vec<Date>, String> =
            config.guard.days.iter().map(|text| date(text)).collect();
        config.checked("guard.days", days)?
    };
    if days.is_empty() {
        return Err(Failure::Usage(
            "name the days with --as-of: what is compared must not hang on the day of the run"
                .to_owned(),
        ));
    }
    Ok((readers, days))
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
    reporter: &crate::message::Reporter,
    entry: &Entry,
    readers: &[Reader],
    days: &[Date],
) -> Result<(Vec<Cell>, Vec<crate::message::Message>), Failure> {
    let input = Input::File(entry.file.clone());
    let source = input.text(context.encoding(&arguments.reading)?)?;
    let document = tearline::parse(&source);
    let assessment = context.policy(&arguments.choices).assess(&document);
    let style = context.style(&arguments.telling)?;
    let mut cells = Vec::new();
    for reader in readers {
        for day in days {
            let release = assessment.release_in(reader, *day, style);
            let bytes = assessment
                .checked(reader, &release, Format::Json)
                .map_err(|error| Failure::Input(format!("{}: {error}", input.name())))?;
            let mut within = entry.within.clone().into_os_string();
            within.push(format!("/{} {day}.json", slug(reader)));
            cells.push(Cell {
                within: PathBuf::from(within),
                whom: format!("for {reader} on {day}"),
                now: String::from_utf8_lossy(&bytes).into_owned(),
            });
        }
    }
    let messages = reporter.messages(&input.name(), &Lines::of(&source), &assessment.findings());
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

/// Accepted releases that belong to nothing.
fn left(folder: &Path, known: &BTreeSet<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let there = tree::listed(folder, None)?.into_iter();
    Ok(there
        .map(|entry| entry.within)
        .filter(|within| !known.contains(within))
        .collect())
}
