//! The documents of a folder and of the folders in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::config;
use crate::finish::Failure;
use crate::paper;

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
            } else if entry.file_name() != config::NAME && !is_beside_one(&file) {
                entries.push(Entry { file, within });
            }
        }
    }
    entries.sort();
    Ok(entries)
}

/// Whether a file says what is known of a document that is there. One whose document is not is listed, and refused.
fn is_beside_one(file: &Path) -> bool {
    paper::document_of(file).is_some_and(|document| document.exists())
}

/// The name of what is made of each document: its own with another ending, `cable.html` of `cable.txt`. Where two would
/// get the same, each keeps its own ending before it.
pub(crate) fn outputs(entries: &[Entry], extension: &str) -> Vec<PathBuf> {
    let short = |entry: &Entry| entry.within.with_extension(extension);
    let mut count: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for entry in entries {
        *count.entry(short(entry)).or_default() += 1;
    }
    entries
        .iter()
        .map(|entry| {
            let short = short(entry);
            if count.get(&short) == Some(&1) {
                return short;
            }
            let mut long = entry.within.clone().into_os_string();
            long.push(".");
            long.push(extension);
            PathBuf::from(long)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_has_one_ending_unless_two_would_be_the_same() {
        let entry = |within: &str| Entry {
            file: PathBuf::new(),
            within: PathBuf::from(within),
        };
        let entries = ["a.txt", "b.md", "b.txt", "deep/a.txt"].map(entry);
        assert_eq!(
            outputs(&entries, "html"),
            ["a.html", "b.md.html", "b.txt.html", "deep/a.html"].map(PathBuf::from)
        );
    }
}
