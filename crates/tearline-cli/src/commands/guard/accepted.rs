//! The folder of accepted releases.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::difference::{Places, View};
use crate::finish::Failure;
use crate::output;
use crate::tree;

/// A release that is under review.
pub(super) struct Cell {
    /// What messages call the document.
    pub(super) file: String,
    /// Where the accepted one stands, from the folder of them all.
    pub(super) within: PathBuf,
    /// `for U on 2016-03-14`.
    pub(super) whom: String,
    /// The release as it is now, in JSON.
    pub(super) now: String,
    /// Where the portions of the document stand.
    pub(super) places: Places,
}

/// The folder, and what stands in it.
pub(super) struct Accepted {
    folder: PathBuf,
    files: Vec<PathBuf>,
}

impl Accepted {
    /// What stands in a folder. It may not be there yet; where it is, it holds accepted releases and nothing else, because
    /// `--accept` removes what belongs to nothing.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let mut files = Vec::new();
        if folder.exists() {
            for entry in tree::listed(folder, None)? {
                let text = fs::read_to_string(&entry.file).unwrap_or_default();
                if View::of_json(&text).is_err() {
                    return Err(Failure::Input(format!(
                        "{}: this is no accepted release; --expect names a folder that holds nothing else",
                        entry.file.display()
                    )));
                }
                files.push(entry.within);
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            files,
        })
    }

    /// Whether nothing was accepted yet.
    pub(super) fn is_new(&self) -> bool {
        self.files.is_empty()
    }

    /// Where a file of the folder lies.
    pub(super) fn place(&self, within: &Path) -> PathBuf {
        self.folder.join(within)
    }

    /// The accepted release.
    pub(super) fn release(&self, cell: &Cell) -> Option<String> {
        fs::read_to_string(self.place(&cell.within)).ok()
    }

    /// Accepted releases that belong to no document, reader and day.
    pub(super) fn left(&self, cells: &[Cell]) -> Vec<PathBuf> {
        let known: BTreeSet<&Path> = cells.iter().map(|cell| cell.within.as_path()).collect();
        let left = self.files.iter();
        left.filter(|within| !known.contains(within.as_path()))
            .cloned()
            .collect()
    }

    /// Takes the releases as they are now, and removes what is left; how many were written.
    pub(super) fn accept(&self, cells: &[Cell], left: &[PathBuf]) -> Result<usize, Failure> {
        let failed = |path: &Path, error: &dyn std::fmt::Display| {
            Failure::Input(format!("{}: {error}", path.display()))
        };
        let mut written = 0;
        for cell in cells {
            if self.release(cell).as_deref() == Some(cell.now.as_str()) {
                continue;
            }
            let target = self.place(&cell.within);
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent).map_err(|error| failed(parent, &error))?;
            }
            output::write(Some(&target), cell.now.as_bytes())?;
            written += 1;
        }
        for within in left {
            let file = self.place(within);
            fs::remove_file(&file).map_err(|error| failed(&file, &error))?;
        }
        Ok(written)
    }
}
