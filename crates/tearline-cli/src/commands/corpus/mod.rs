//! `tearline corpus`: every document of a collection, with an index of what became of each and a list of what could not be
//! processed.
//!
//! What a run writes depends on the documents and the arguments alone: not on the number of threads, and not on whether it
//! was interrupted. Whatever in the collection is no document, or cannot be read or written, is a failure: nothing is left
//! out unsaid.

pub(super) mod error;
pub(super) mod finish;
pub(super) mod index;
mod job;
pub(super) mod ledger;
pub(super) mod page;
pub(super) mod sink;
pub(super) mod target;
mod zip_out;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;

use self::error::Error;
use self::index::Failed;
use self::job::{Job, Outcome};
use self::ledger::{Ledger, folded};
use self::page::Run;
use self::sink::{Packer, Sink, TREE};
use self::target::{Shape, Target};
use super::release::FOR_THE_ORIGINATOR;
use crate::catalogue::Table;
use crate::context::Context;
use crate::crew::{self, Ending};
use crate::finish::{Ended, Failure, Result as Finished};
use crate::message::{Denies, Message, Reporter};
use crate::options::{Choices, Format, Reading, Telling, View};
use crate::output;
use crate::progress::Progress;
use crate::proposals::Propose;
use crate::source::{Collection, Item, hash};

/// What `corpus` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of documents, including the folders in it, or one archive. Files that end in .zip, .tar, .tar.gz, .tar.zst
    /// or .jsonl (.gz, .zst) are opened, and each document in them is released by itself. A line of JSON is an object with
    /// `text` and, if you like, `path` and `known` (what a file beside a document would say).
    pub(crate) folder: PathBuf,
    /// What to write: a folder, or, by its ending, one stream: .jsonl, .jsonl.zst or .zip, with index and failures beside it.
    /// It must not exist, be empty, or be what an earlier run with the same arguments wrote. Until it is whole it is made in
    /// a folder with .part behind the name; an interrupted run goes on from there.
    #[arg(long, value_name = "PATH")]
    output: PathBuf,
    #[command(flatten)]
    view: View,
    /// What to write; text unless the configuration says otherwise.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Withhold whatever is proposed to be withheld: in the reviews beside the documents, by the built-in patterns, and by the
    /// patterns, terms and titles of the configuration.
    #[arg(long)]
    enforce: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    telling: Telling,
    #[command(flatten)]
    choices: Choices,
}

/// Whether the run was asked to end.
pub(super) static STOP: AtomicBool = AtomicBool::new(false);

pub(super) fn run(arguments: &Arguments, context: &Context) -> Finished {
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
    let propose = &context.config.propose;
    let job = Job {
        enforced: match arguments.enforce {
            true => Some(propose.proposer(&context.config)?),
            false => None,
        },
        as_of: context.as_of(&arguments.view.day)?,
        style: context.style(&arguments.telling)?,
        policy: context.policy(&arguments.choices),
        means: context.means(&arguments.reading)?,
        catalogue: arguments.table.read()?,
        today: context.today,
        denied: context.denied(Denies::Errors)?,
        reader,
        format,
    };
    let mut reporter = context.reporter(Denies::Errors)?;
    let folder = arguments.folder.display().to_string();
    reporter.say(context.day_to_come(&reporter, &folder, job.as_of))?;
    let done = released(arguments, context, &job, &mut reporter)?;
    let ended = reporter.end()?;
    let counts = done.counts;
    let failed = counts.failed;
    if failed == 0 {
        output::write(None, counts.summary().as_bytes())?;
        return Ok(match done.denied {
            true => Ended::Denied,
            false => ended,
        });
    }
    let others = if counts.made() > 0 {
        "; the others were"
    } else {
        ""
    };
    Err(Failure::Input(format!(
        "{failed} of {} could not be processed{others}",
        counts.all()
    )))
}

/// What a run was and became.
struct Done {
    counts: index::Counts,
    denied: bool,
}

fn released(
    arguments: &Arguments,
    context: &Context,
    job: &Job,
    reporter: &mut Reporter,
) -> Result<Done, Error> {
    let target = Target::of(&arguments.output);
    if target.shape != Shape::Tree && target.shape != Shape::Zip && job.format.is_packed() {
        return Err(Error::PdfInLines);
    }
    apart(&arguments.folder, &target)?;
    let collection =
        Collection::open(&arguments.folder, Some(job.format.extension()))?.without(target.own());
    let run = Run {
        reader: job.reader.to_string(),
        as_of: job.as_of.to_string(),
        format: job.format.as_str().to_owned(),
        tells: job.style.statement(),
    };
    finish::may_be_written(&target, &run)?;
    crew::hush_panics();
    watch();
    let asked = asked(arguments, job, &target, &context.config.propose)?;
    let mut ledger = Ledger::open(target.part(), &asked)?;
    if ledger.state.taken > 0 {
        reporter.remark(&format!(
            "goes on behind the first {} of a run that was interrupted",
            ledger.state.taken
        ));
    }
    let general = &context.general;
    let shown = (!general.quiet && reporter.is_for_people()).then(|| collection.size());
    let mut progress = Progress::new(shown, true);
    let mut go = |ledger: &mut Ledger, reporter: &mut Reporter| {
        pass(&collection, job, &target, ledger, reporter, &mut progress)
    };
    let mut passed = go(&mut ledger, reporter);
    if let Err(Error::Changed) = passed {
        reporter.remark(&format!("{}; it begins again", Error::Changed));
        ledger = ledger.again()?;
        passed = go(&mut ledger, reporter);
    }
    progress.finish();
    match passed {
        Err(Error::Ended) => {
            eprintln!(
                "tearline corpus: interrupted behind the first {}; the same command goes on from there",
                ledger.state.taken
            );
            std::process::exit(130);
        }
        Err(error) => return Err(error),
        Ok(()) => {}
    }
    let done = Done {
        counts: ledger.state.counts.clone(),
        denied: ledger.state.denied,
    };
    finish::finish(ledger, &target, &run)?;
    Ok(done)
}

/// Takes in every document that is not taken in yet.
fn pass(
    collection: &Collection,
    job: &Job,
    target: &Target,
    ledger: &mut Ledger,
    reporter: &mut Reporter,
    progress: &mut Progress,
) -> Result<(), Error> {
    let mut sink = Sink::open(&ledger.part, target.shape, ledger.state.sink)?;
    if target.shape == Shape::Tree && (ledger.state.taken > 0 || ledger.part.join(TREE).exists()) {
        ledger.sweep()?;
    }
    let packer = Packer::new(ledger.part.join(TREE), target.shape, job.format);
    let (skipped, expected) = (ledger.state.taken, ledger.state.documents);
    let (mut seen, mut seen_documents) = (0, 0);
    let work = |item: Item| job.outcome(item, target, &packer);
    let ended = crew::in_order(
        &STOP,
        &work,
        |tag: Tag, outcome: Option<Outcome>| {
            progress.step(tag.behind);
            take(tag, outcome, ledger, &mut sink, reporter)
        },
        |crew| {
            collection.visit(&mut |item: Item| {
                if seen < skipped {
                    seen += 1;
                    seen_documents = folded(seen_documents, item.stamp);
                    return match seen == skipped && seen_documents != expected {
                        true => Err(Ending::By(Error::Changed)),
                        false => Ok(()),
                    };
                }
                let tag = Tag {
                    path: item.path.clone(),
                    stamp: item.stamp,
                    behind: item.behind,
                };
                let size = item.size;
                crew.hand(tag, item, size)
            })
        },
    );
    match ended {
        Ok(()) if seen < skipped => return Err(Error::Changed),
        Ok(()) => {}
        Err(Ending::By(error)) => return Err(error),
        Err(Ending::Asked) => {
            if let Some(reached) = sink.reached()? {
                ledger.keep(reached)?;
            }
            return Err(Error::Ended);
        }
    }
    // From here on nothing is made again, whatever happens.
    sink.close()?;
    if let Some(reached) = sink.reached()? {
        ledger.keep(reached)?;
    }
    sink.finish()
}

/// What stays of a document while it is worked on.
struct Tag {
    path: String,
    stamp: u64,
    behind: u64,
}

/// Takes in what became of one document.
fn take(
    tag: Tag,
    outcome: Option<Outcome>,
    ledger: &mut Ledger,
    sink: &mut Sink,
    reporter: &mut Reporter,
) -> Result<(), Error> {
    let failed = match outcome {
        Some(Outcome::Made(made)) => {
            sink.take(made.packed)?;
            ledger.row(&made.row, made.decision)?;
            ledger.state.denied |= made.messages.iter().any(Message::is_denied);
            reporter.say(reporter.only_denied(made.messages))?;
            None
        }
        Some(Outcome::Failed(failed)) => Some(failed),
        None => Some(job::Failed::Bug),
        Some(Outcome::Stuck(error)) => return Err(error),
    };
    if let Some(failed) = failed {
        ledger.failed(&Failed {
            path: tag.path,
            error: failed.to_string(),
        })?;
    }
    ledger.count(tag.stamp);
    if ledger.is_due()
        && let Some(reached) = sink.reached()?
    {
        ledger.keep(reached)?;
    }
    Ok(())
}

/// What a run was asked for, as far as it bears on what is written: an interrupted one is gone on with only by the same.
fn asked(
    arguments: &Arguments,
    job: &Job,
    target: &Target,
    propose: &Propose,
) -> Result<String, Error> {
    let enforced = job.enforced.is_some().then_some(propose);
    // A release for a day that has not come names the day on which it was made, and what binds is decided on a day.
    let made = (job.as_of > job.today || enforced.is_some()).then_some(job.today);
    let catalogue = arguments.table.fingerprint()?;
    let known = serde_json::to_string(&job.means.known).map_err(|_| Error::Known)?;
    Ok(format!(
        "{} {:?} {} {} {:?} {:?} {:?} {made:?} {catalogue:?} {enforced:?} {:?}",
        env!("CARGO_PKG_VERSION"),
        target.shape,
        job.reader,
        job.as_of,
        job.format,
        job.style,
        (
            &job.policy,
            job.means.encoding,
            known,
            hash(&job.means.vocabulary)
        ),
        &job.denied,
    ))
}

/// Refuses an output that is the collection itself.
fn apart(folder: &std::path::Path, target: &Target) -> Result<(), Error> {
    for (path, what) in [
        (&target.path, "the output folder"),
        (&target.part(), "the folder of the run in the making"),
    ] {
        if matches!((folder.canonicalize(), path.canonicalize()), (Ok(one), Ok(other)) if one == other)
        {
            return Err(Error::Same {
                path: folder.to_owned(),
                what,
            });
        }
    }
    Ok(())
}

/// Lets a run end at a document's end when the program is ended from outside; at once when it is asked again.
pub(super) fn watch() {
    // Without a handler the program ends at once, and the run goes on from the state that it kept last.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
}
