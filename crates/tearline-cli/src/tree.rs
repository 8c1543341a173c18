//! The documents of a folder and of the folders in it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::beside;
use crate::config;
use crate::finish::Failure;

/// A document of a folder: where it lies, and its path from that folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) file: PathBuf,
    pub(crate) within: PathBuf,
}

/// Everything in a folder that is no folder, by path; `output` is left out, and so is a configuration.
pub(crate) fn listed(folder: &Path, output: Option<&Path>) -> Result<Vec<Entry>, Failure> {
    let output = output.and_then(|output| output.canonicalize().ok());
    let mut entries = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(within) = folders.pop() {
        let here = folder.join(&within);
        let named = |error| Failure::Input(format!("{}: {error}", here.display()));
        for entry in fs::read_dir(&here).map_err(named)? {
            let entry = entry.map_err(named)?;
            let within = within.join(entry.file_name());
            // `cable.txt` is the same as `./cable.txt`, and what a log shows beside the files.
            let file = match folder == Path::new(".") {
                true => within.clone(),
                false => entry.path(),
            };
            if output.is_some() && file.canonicalize().ok() == output {
                continue;
            }
            // A link to a folder may lead round in a circle.
            if entry.file_type().map_err(named)?.is_dir() {
                folders.push(within);
            } else if is_listed(&file) {
                entries.push(Entry { file, within });
            }
        }
    }
    entries.sort();
    Ok(entries)
}

/// Whether a file of a folder is a document, or has to be refused as one: not a configuration, and not what says what is known
/// of a document that is there.
pub(crate) fn is_listed(file: &Path) -> bool {
    let is_beside_one = || beside::document_of(file).is_some_and(|document| document.exists());
    file.file_name() != Some(config::NAME.as_ref()) && !is_beside_one()
}
