//! `tearline desk`: one page for the reviewer of a case, which holds the documents themselves. What needs the engine is worked
//! out here and lies in the page; the page takes decisions, shows what they withhold, and gives out review files.

mod banner;
mod data;
mod document;
mod embed;
mod markers;
mod page;
mod places;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use self::data::{CaseData, Failed};
use self::document::Read;
use super::foia::inputs::Inputs;
use super::foia::job::{Job, Numbered, Proposals};
use super::foia::{CaseAsked, compare};
use crate::beside;
use crate::context::Context;
use crate::crew;
use crate::finish::{Ended, Failure, Result as Finished};
use crate::input::Input;
use crate::output;

/// What `desk` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Documents, folders of documents including the folders in them, and archives; as `foia` reads them.
    #[arg(required = true, value_name = "DIR|FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    /// The page to write, outside of the folders of documents. It holds the documents whole: it is as secret as they are.
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    case: CaseAsked,
}

/// Why no page is written.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(
        "{}: is there already, and is no page of this command; name another --output", .0.display()
    )]
    There(PathBuf),
    #[error(
        "{}: lies in {}, where it would be read as a document of the case; name an --output outside", .output.display(), .folder.display()
    )]
    Inside { output: PathBuf, folder: PathBuf },
    #[error("{}: would be read as what is decided or known of a document; name another --output", .0.display())]
    Beside(PathBuf),
    #[error("{failed} of {all} could not be processed{others}", others = if failed < all { "; the page has the others" } else { "" })]
    Failed { failed: usize, all: usize },
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::There(_) | Error::Inside { .. } | Error::Beside(_) => {
                Self::Usage(error.to_string())
            }
            Error::Failed { .. } => Self::Input(error.to_string()),
        }
    }
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Finished {
    let job = arguments.case.job(context, Proposals::Ask)?;
    spare(arguments)?;
    let inputs = Inputs::open(&arguments.inputs, &[])?;
    crew::hush_panics();
    let compared = compare(&job, &inputs, arguments.case.first)?;
    let (read, failed) = read(&job, &inputs, arguments.case.first);
    for Failed { path, error } in &failed {
        eprintln!("{path}: {error}");
    }
    let all = read.len() + failed.len();
    let case = CaseData::of(&job, &read, failed, &compared)?;
    let failed = case.failed();
    if failed < all {
        output::write(Some(&arguments.output), page::page(&case).as_bytes())?;
        output::write(None, case.summary(&arguments.output).as_bytes())?;
    }
    match failed {
        0 => Ok(Ended::Done),
        failed => Err(Error::Failed { failed, all }.into()),
    }
}

/// Refuses an output that would take the place of anything but an earlier page, or be read as a document.
fn spare(arguments: &Arguments) -> Result<(), Failure> {
    let output = &arguments.output;
    for named in &arguments.inputs {
        Input::named(named).spare(Some(output))?;
        if named.is_dir() && is_in(named, output) {
            return Err(Error::Inside {
                output: output.clone(),
                folder: named.clone(),
            }
            .into());
        }
    }
    if beside::document_of(output).is_some() {
        return Err(Error::Beside(output.clone()).into());
    }
    let is_there = fs::symlink_metadata(output).is_ok();
    match is_there && !fs::read_to_string(output).is_ok_and(|text| page::is_one(&text)) {
        true => Err(Error::There(output.clone()).into()),
        false => Ok(()),
    }
}

/// Whether a file that need not be there yet lies in a folder, or in one in it.
fn is_in(folder: &Path, file: &Path) -> bool {
    let parent = file.parent().filter(|it| !it.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new(".")).canonicalize();
    match (folder.canonicalize(), parent) {
        (Ok(folder), Ok(parent)) => parent.starts_with(folder),
        _ => false,
    }
}

/// Every document of the case with its number, and what cannot be read.
fn read(job: &Job, inputs: &Inputs, first: u64) -> (Vec<Read>, Vec<Failed>) {
    let (mut documents, mut failed) = (Vec::new(), Vec::new());
    let mut number = first;
    let visited: Result<(), crew::Ending<std::convert::Infallible>> = inputs.visit(&mut |item| {
        let at = usize::try_from(number - first).unwrap_or(usize::MAX);
        let numbered = Numbered { number, item };
        number += 1;
        let path = numbered.item.shown.clone();
        match Read::of(job, numbered, at) {
            Ok(read) => documents.push(read),
            Err(error) => failed.push(Failed {
                path: path.replace(char::is_control, "\u{fffd}"),
                error: error.to_string(),
            }),
        }
        Ok(())
    });
    debug_assert!(visited.is_ok());
    (documents, failed)
}
