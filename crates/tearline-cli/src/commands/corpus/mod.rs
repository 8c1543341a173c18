//! `tearline corpus`: every document of a folder and of the folders in it, with an index of what became of each and a list of
//! what could not be processed.
//!
//! What a run writes depends on the documents and the arguments alone, not on the number of threads. Whatever in the folder
//! is no file, or cannot be read or written, is a failure: nothing is left out unsaid.

mod index;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use rayon::prelude::*;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Released, Style};

use self::index::{Failed, Index, Row};
use super::release::FOR_THE_ORIGINATOR;
use crate::catalogue::{Catalogue, Table};
use crate::context::Context;
use crate::finish::{self, Failure};
use crate::input::Input;
use crate::message::{Denies, Message, Reporter, found};
use crate::options::{Choices, Format, Reading, Telling, View};
use crate::output;
use crate::paper::Means;
use crate::places::Lines;
use crate::staged::Staged;
use crate::tree::{self, Entry};

/// What `corpus` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of documents, including the folders in it.
    pub(crate) folder: PathBuf,
    /// The folder to write; it must not exist, be empty, or hold what an earlier run with the same arguments wrote.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    view: View,
    /// What to write; text unless the configuration says otherwise.
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    choices: Choices,
}

/// What every document of a run is released with.
struct Job {
    reader: Reader,
    as_of: Date,
    style: Style,
    policy: Policy,
    means: Means,
    catalogue: Option<Catalogue>,
    today: Date,
    format: tearline::render::Format,
}

/// What one document gave.
struct Made {
    row: Row,
    messages: Vec<Message>,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> finish::Result {
    let reader = context.reader(&arguments.view)?;
    let format = arguments
        .format
        .or(context.config.format)
        .unwrap_or_default();
    let Some(format) = format.of_release() else {
        return Err(Failure::Usage(if reader.is_originator() {
            "the faithful format is for one document; the folder itself is the copy".to_owned()
        } else {
            FOR_THE_ORIGINATOR.to_owned()
        }));
    };
    let job = Job {
        as_of: context.as_of(&arguments.view.day)?,
        style: context.style(&arguments.telling)?,
        policy: context.policy(&arguments.choices),
        means: context.means(&arguments.reading)?,
        catalogue: arguments.table.read()?,
        today: context.today,
        reader,
        format,
    };
    let entries = listed(&arguments.folder, &arguments.output)?;
    let mut index = Index::new(&job.reader, job.as_of, format);
    let again = index.is_of_the_run_in(&arguments.output);
    let staged = Staged::begin(&arguments.output, again).map_err(|failure| match failure {
        Failure::Input(message) => Failure::Input(format!(
            "{message}: it holds something else than what a run with these arguments wrote"
        )),
        failure @ Failure::Usage(_) => failure,
    })?;
    let mut reporter = context.reporter(Denies::Errors)?;
    let folder = arguments.folder.display().to_string();
    reporter.say(context.day_to_come(&reporter, &folder, job.as_of))?;
    let failures = release_all(&job, &entries, &mut index, &mut reporter, context, &staged)?;
    let write = |name: &str, text: &str| staged.write(Path::new(name), text.as_bytes());
    write(index::JSON, &index.json()?)?;
    write(index::PAGE, &index.page(&failures))?;
    write(index::FAILURES, &index::failures(&failures)?)?;
    staged.finish()?;
    let ended = reporter.end()?;
    if failures.is_empty() {
        output::write(None, index.summary().as_bytes())?;
        return Ok(ended);
    }
    for failure in &failures {
        eprintln!("{}: {}", failure.file, failure.error);
    }
    let others = if failures.len() < entries.len() {
        "; the others were"
    } else {
        ""
    };
    Err(Failure::Input(format!(
        "{} of {} could not be processed{others}",
        failures.len(),
        entries.len()
    )))
}

/// Releases the documents, each thread one; of the others only their rows are kept, in the order of the names.
fn release_all(
    job: &Job,
    entries: &[Entry],
    index: &mut Index,
    reporter: &mut Reporter,
    context: &Context,
    staged: &Staged,
) -> Result<Vec<Failed>, Failure> {
    let outputs = tree::outputs(entries, job.format.extension());
    let bar = progress(entries.len(), context.general.quiet);
    let results: Vec<Result<Made, Failed>> = entries
        .par_iter()
        .zip(&outputs)
        .map(|(entry, output)| {
            let made = match (entry.within.to_str(), output.to_str()) {
                (Some(within), Some(output)) => {
                    made(job, entry, reporter, staged, [within, output])
                }
                // Two such names may look the same.
                _ => Err("its name is not UTF-8".to_owned()),
            };
            bar.inc(1);
            made.map_err(|error| {
                let prefix = format!("{}: ", entry.file.display());
                Failed {
                    error: error.strip_prefix(&prefix).unwrap_or(&error).to_owned(),
                    file: entry.within.to_string_lossy().into_owned(),
                }
            })
        })
        .collect();
    bar.finish_and_clear();
    let mut failures = Vec::new();
    for result in results {
        match result {
            Ok(made) => {
                index.documents.push(made.row);
                reporter.say(reporter.only_denied(made.messages))?;
            }
            Err(failed) => failures.push(failed),
        }
    }
    Ok(failures)
}

/// Everything in the folder but the output folder, by path.
fn listed(folder: &Path, output: &Path) -> Result<Vec<Entry>, Failure> {
    let same = matches!(
        (folder.canonicalize(), output.canonicalize()),
        (Ok(folder), Ok(output)) if folder == output
    );
    if same {
        return Err(Failure::Input(format!(
            "{}: the output folder is the folder of documents",
            folder.display()
        )));
    }
    tree::listed(folder, Some(output))
}

fn progress(files: usize, quiet: bool) -> ProgressBar {
    // It draws on a terminal only.
    let target = if quiet {
        ProgressDrawTarget::hidden()
    } else {
        ProgressDrawTarget::stderr()
    };
    let bar = ProgressBar::with_draw_target(Some(files as u64), target);
    match ProgressStyle::with_template("{bar:40} {pos}/{len} documents, {elapsed}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Reads, releases, checks and writes one document.
fn made(
    job: &Job,
    entry: &Entry,
    reporter: &Reporter,
    staged: &Staged,
    [within, output]: [&str; 2],
) -> Result<Made, String> {
    if [index::JSON, index::PAGE, index::FAILURES].contains(&output) {
        return Err(format!("its release would take the place of {output}"));
    }
    let words = |failure| match failure {
        Failure::Input(message) | Failure::Usage(message) => message,
    };
    if !fs::metadata(&entry.file).is_ok_and(|kind| kind.is_file()) {
        return Err("not a file".to_owned());
    }
    let mut means = job.means.clone();
    if let Some(catalogue) = &job.catalogue {
        means.known = catalogue.known(&entry.within)?.and(means.known);
    }
    let paper = Input::File(entry.file.clone())
        .paper(&means)
        .map_err(words)?;
    let document = paper.document();
    let assessment = job.policy.assess(&document);
    let release = assessment
        .release_in(&job.reader, job.as_of, job.style)
        .made_on(job.today);
    let bytes = assessment
        .checked(&job.reader, &release, job.format)
        .map_err(|error| error.to_string())?;
    staged.write(Path::new(output), &bytes).map_err(words)?;
    let findings = found(&assessment, std::slice::from_ref(&release));
    let released = release
        .portions()
        .iter()
        .filter(|portion| Released::is_released(portion));
    let released = released.count();
    let next = assessment
        .days(&job.reader)
        .iter()
        .map(tearline::policy::Day::on)
        .find(|day| *day > job.as_of);
    let row = Row {
        file: within.to_owned(),
        output: output.to_owned(),
        kind: document.kind().as_str(),
        date: document.header().origin().map(|origin| origin.to_string()),
        subject: release
            .subject()
            .and_then(|subject| subject.text())
            .map(index::one_line),
        level: index::level(&document),
        disposition: release.disposition(),
        banner: release.banner(),
        released,
        withheld: release.portions().len() - released,
        opens_next: next.map(|day| day.to_string()),
        findings: findings.len(),
        findings_by_code: index::by_code(&findings),
    };
    let messages = reporter.messages(
        &entry.file.display().to_string(),
        &Lines::of(&paper.source),
        &findings,
    );
    Ok(Made { row, messages })
}
