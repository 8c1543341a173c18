//! `tearline foia`: every document as it would be released to the public, an index of what is withheld, and a log of what goes
//! out. What cannot be processed is told, and ends nothing; a run that was interrupted goes on.
//!
//! The documents are read twice: once to compare them, and once to write them, because what is the same elsewhere may keep a
//! document a draft.

mod asked;
mod consistency;
mod finish;
pub(in crate::commands) mod inputs;
pub(in crate::commands) mod job;
mod likeness;

use std::path::{Path, PathBuf};

use clap::Args;
use tearline::render::Question;
use tearline_propose::Withheld;

pub(in crate::commands) use self::asked::CaseAsked;
use self::inputs::Inputs;
use self::job::{Failed, Job, Made, Numbered, Proposals, Stopped};
use self::likeness::Key;
use super::corpus::error::Error;
use super::corpus::index::{self, line};
use super::corpus::ledger::{Ledger, folded};
use super::corpus::sink::{Reached, TREE};
use super::corpus::{STOP, watch};
use crate::context::Context;
use crate::crew::{self, Ending};
use crate::finish::{Ended, Failure, Result as Finished};
use crate::message::{Denies, Message, Reporter};
use crate::output;
use crate::progress::Progress;
use crate::proposals::Propose;
use crate::source::hash;

/// What `foia` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Documents, folders of documents including the folders in them, and archives.
    #[arg(required = true, value_name = "DIR|FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// The folder to write; it must not exist or be empty. Until it is whole it is made in a folder with .part behind the
    /// name; an interrupted run goes on from there.
    #[arg(long, value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    case: CaseAsked,
    /// Withhold whatever is proposed to be withheld: in the review beside the document, by the built-in patterns, and by the
    /// patterns, terms and titles of the configuration.
    #[arg(long)]
    enforce: bool,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Finished {
    let proposals = match arguments.enforce {
        true => Proposals::Bind,
        false => Proposals::Ask,
    };
    let job = arguments.case.job(context, proposals)?;
    let mut reporter = context.reporter(Denies::Errors)?;
    let day = context.day_to_come(
        &reporter,
        &arguments.output.display().to_string(),
        job.as_of,
    );
    reporter.say(day)?;
    let done = packaged(arguments, context, &job, &mut reporter)?;
    output::write(None, done.text.as_bytes())?;
    let ended = reporter.end()?;
    let counts = &done.counts;
    match counts.failed {
        0 if done.denied => Ok(Ended::Denied),
        0 => Ok(ended),
        failed => {
            let others = if counts.made() > 0 {
                "; the others were"
            } else {
                ""
            };
            let all = counts.all();
            Err(Failure::Input(format!(
                "{failed} of {all} could not be processed{others}"
            )))
        }
    }
}

/// What a run became.
struct Done {
    /// What goes to standard output.
    text: String,
    counts: index::Counts,
    denied: bool,
}

fn packaged(
    arguments: &Arguments,
    context: &Context,
    job: &Job,
    reporter: &mut Reporter,
) -> Result<Done, Failure> {
    let target: PathBuf = arguments.output.components().collect();
    finish::may_be_written(&target)?;
    let part = finish::part(&target);
    let inputs = Inputs::open(&arguments.inputs, &[target.clone(), part.clone()])?;
    crew::hush_panics();
    watch();
    let compared = compare(job, &inputs, arguments.case.first)?;
    let mut ledger = Ledger::open(part, &asked(arguments, job, &context.config.propose))?;
    // What one document says bears on the page of another: the case is taken up only as it was.
    if !finish::is_case(&ledger, compared.stamp)? {
        ledger = ledger.again()?;
        finish::is_case(&ledger, compared.stamp)?;
    }
    if ledger.state.taken > 0 {
        reporter.remark(&format!(
            "goes on behind the first {} of a run that was interrupted",
            ledger.state.taken
        ));
    }
    let shown = !context.general.quiet && reporter.is_for_people();
    let mut progress = Progress::new(shown.then(|| inputs.size()), true);
    let work = Work {
        job,
        inputs: &inputs,
        first: arguments.case.first,
        compared: &compared,
    };
    let mut passed = work.pass(&mut ledger, reporter, &mut progress);
    if let Err(Error::Changed) = passed {
        reporter.remark(&format!("{}; it begins again", Error::Changed));
        ledger = ledger.again()?;
        finish::is_case(&ledger, compared.stamp)?;
        passed = work.pass(&mut ledger, reporter, &mut progress);
    }
    progress.finish();
    match passed {
        Err(Error::Ended) => {
            eprintln!(
                "tearline foia: interrupted behind the first {}; the same command goes on from there",
                ledger.state.taken
            );
            std::process::exit(130);
        }
        Err(error) => return Err(error.into()),
        Ok(()) => {}
    }
    let (counts, denied) = (ledger.state.counts.clone(), ledger.state.denied);
    let text = finish::finish(ledger, &target)?;
    Ok(Done {
        text,
        counts,
        denied,
    })
}

/// What a case asks of its documents, and what they were when they were compared.
pub(in crate::commands) struct Compared {
    /// Of each document in its order.
    pub(in crate::commands) questions: Vec<Vec<Question>>,
    /// What persons withhold in each.
    withheld: Vec<Vec<Withheld>>,
    stamp: u64,
}

impl Compared {
    /// What persons withhold in the other documents.
    pub(in crate::commands) fn elsewhere(&self, at: usize) -> Vec<Withheld> {
        let all = self.withheld.iter().enumerate();
        all.filter(|(other, _)| *other != at)
            .flat_map(|(_, withheld)| withheld.iter().cloned())
            .collect()
    }
}

/// Reads every document once, and compares them.
pub(in crate::commands) fn compare(
    job: &Job,
    inputs: &Inputs,
    first: u64,
) -> Result<Compared, Failure> {
    let key = Key::default();
    let mut sketches = Vec::new();
    let mut read: Vec<bool> = Vec::new();
    let mut withheld = Vec::new();
    let mut stamp = 0;
    let ended = crew::in_order::<_, _, _, ()>(
        &STOP,
        &|numbered: Numbered| job.sketch(&key, numbered),
        |(), sketch| {
            let mut sketch = sketch.flatten();
            read.push(sketch.is_some());
            let of_it = sketch.as_mut().map(|it| std::mem::take(&mut it.withheld));
            withheld.push(of_it.unwrap_or_default());
            sketches.extend(sketch);
            Ok(())
        },
        |crew| {
            let mut number = first;
            inputs.visit(&mut |item| {
                stamp = folded(stamp, item.stamp);
                let size = item.size;
                let numbered = Numbered { number, item };
                number += 1;
                crew.hand((), numbered, size)
            })
        },
    );
    if ended.is_err() {
        std::process::exit(130);
    }
    if read.is_empty() {
        return Err(Failure::Input(
            "there is no document in what was named".to_owned(),
        ));
    }
    let mut asked = consistency::questions(&sketches).into_iter();
    let questions = read
        .into_iter()
        .map(|read| match read {
            true => asked.next().unwrap_or_default(),
            false => Vec::new(),
        })
        .collect();
    Ok(Compared {
        questions,
        withheld,
        stamp,
    })
}

/// What a run has to do.
struct Work<'w> {
    job: &'w Job,
    inputs: &'w Inputs,
    first: u64,
    compared: &'w Compared,
}

/// What stays of a document while it is worked on.
struct Tag {
    path: String,
    stamp: u64,
    behind: u64,
}

impl Work<'_> {
    /// Takes in every document that is not taken in yet.
    fn pass(
        &self,
        ledger: &mut Ledger,
        reporter: &mut Reporter,
        progress: &mut Progress,
    ) -> Result<(), Error> {
        let tree = ledger.part.join(TREE);
        std::fs::create_dir_all(&tree).map_err(Error::write(&tree))?;
        let (skipped, expected) = (ledger.state.taken, ledger.state.documents);
        let (mut seen, mut seen_documents) = (0, 0);
        let ended = crew::in_order(
            &STOP,
            &|numbered: Numbered| self.made(numbered, &tree),
            |tag: Tag, made| {
                progress.step(tag.behind);
                take(tag, made, ledger, reporter)
            },
            |crew| {
                let mut number = self.first;
                self.inputs.visit(&mut |item| {
                    let numbered = Numbered { number, item };
                    number += 1;
                    if seen < skipped {
                        seen += 1;
                        seen_documents = folded(seen_documents, numbered.item.stamp);
                        return match seen == skipped && seen_documents != expected {
                            true => Err(Ending::By(Error::Changed)),
                            false => Ok(()),
                        };
                    }
                    let tag = Tag {
                        path: numbered.item.shown.clone(),
                        stamp: numbered.item.stamp,
                        behind: numbered.item.behind,
                    };
                    let size = numbered.item.size;
                    crew.hand(tag, numbered, size)
                })
            },
        );
        match ended {
            Ok(()) if seen < skipped => Err(Error::Changed),
            Ok(()) => ledger.keep(Reached::default()),
            Err(Ending::By(error)) => Err(error),
            Err(Ending::Asked) => {
                ledger.keep(Reached::default())?;
                Err(Error::Ended)
            }
        }
    }

    fn made(&self, numbered: Numbered, tree: &Path) -> Result<Made, Stopped> {
        let at = usize::try_from(numbered.number - self.first).unwrap_or(usize::MAX);
        let asked = self.compared.questions.get(at).cloned().unwrap_or_default();
        let elsewhere = self.compared.elsewhere(at);
        self.job.made(numbered, (asked, &elsewhere), tree)
    }
}

/// Takes in what became of one document.
fn take(
    tag: Tag,
    made: Option<Result<Made, Stopped>>,
    ledger: &mut Ledger,
    reporter: &mut Reporter,
) -> Result<(), Error> {
    let failed = match made {
        Some(Ok(made)) => {
            ledger.row(&line(&made.kept), made.decision)?;
            ledger.state.denied |= made.messages.iter().any(Message::is_denied);
            reporter.say(made.messages)?;
            None
        }
        Some(Err(Stopped::This(failed))) => Some(failed),
        Some(Err(Stopped::All(error))) => return Err(error),
        None => Some(Failed::Bug),
    };
    if let Some(failed) = failed {
        ledger.failed(&index::Failed {
            path: tag.path,
            error: failed.to_string(),
        })?;
    }
    ledger.count(tag.stamp);
    if ledger.is_due() {
        ledger.keep(Reached::default())?;
    }
    Ok(())
}

/// What a run was asked for, as far as it bears on what is written: an interrupted one is gone on with only by the same.
fn asked(arguments: &Arguments, job: &Job, propose: &Propose) -> String {
    let made = (job.as_of > job.today || job.proposals == Proposals::Bind).then_some(job.today);
    let known = serde_json::to_string(&job.means.known).unwrap_or_default();
    format!(
        "foia {} {:?} {:?} {:?} {made:?} {:?} {:?}",
        env!("CARGO_PKG_VERSION"),
        (&job.number, &job.agency, &job.reviewer, job.requested),
        (
            arguments.case.first,
            job.as_of,
            job.style,
            propose,
            job.proposals
        ),
        (
            &job.policy,
            job.means.encoding,
            known,
            hash(&job.means.vocabulary)
        ),
        &arguments.inputs,
        &job.denied,
    )
}
