//! A run at its end: index and pages, and everything under its name.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::index::{Failed, line};
use super::ledger::{Ledger, sync, sync_folder};
use super::page::{self, Run};
use super::sink::{STREAM, TREE};
use super::target::{self, Shape, Target};

/// What an earlier run wrote is kept under this name until the new one stands in its place.
const OLD: &str = "old";
const LENT: &str = "lent";

/// Refuses an output that is something else than what a run with the same arguments wrote.
pub(super) fn may_be_written(target: &Target, run: &Run) -> Result<(), Error> {
    let path = &target.path;
    let there = match target.shape {
        Shape::Tree => match fs::read_dir(path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(_) => fs::symlink_metadata(path).is_ok(),
        },
        Shape::Lines | Shape::LinesZst | Shape::Zip => fs::symlink_metadata(path).is_ok(),
    };
    let same = || {
        let text = fs::read(target.named(target::RUN)).ok();
        let there = text.and_then(|text| serde_json::from_slice::<Run>(&text).ok());
        there.as_ref() == Some(run)
    };
    if there && !same() {
        return Err(Error::Other { path: path.clone() });
    }
    Ok(())
}

/// Gives everything its name.
pub(super) fn finish(mut ledger: Ledger, target: &Target, run: &Run) -> Result<(), Error> {
    let part = ledger.part.clone();
    finished(&mut ledger, target, run).map_err(Error::write(&part))
}

fn finished(ledger: &mut Ledger, target: &Target, run: &Run) -> io::Result<()> {
    ledger.flush()?;
    let part = &ledger.part;
    for failed in page::lines::<Failed>(&part.join(target::FAILURES))? {
        let Failed { path, error } = failed?;
        // A name may hold what steers a terminal.
        let path = path.replace(char::is_control, "\u{fffd}");
        eprintln!("{path}: {error}");
    }
    fs::write(part.join(target::RUN), line(run))?;
    let first = target.named(&target::page(1));
    let stem = match target.shape {
        Shape::Tree => None,
        Shape::Lines | Shape::LinesZst | Shape::Zip => first
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_suffix(&target::page(1))),
    };
    let files = [part.join(target::INDEX), part.join(target::FAILURES)];
    let [index, failures] = [&*files[0], &*files[1]];
    let pages = page::write(run, &ledger.state.counts, part, stem, [index, failures])?;
    let mut names: Vec<String> = [target::INDEX, target::FAILURES, target::RUN]
        .map(str::to_owned)
        .into();
    names.extend(pages);
    match target.shape {
        Shape::Tree => {
            let tree = part.join(TREE);
            for name in &names {
                lend(&part.join(name), &tree.join(name))?;
            }
            sync(&tree)?;
            put(&tree, &target.path, &part.join(OLD))?;
        }
        Shape::Lines | Shape::LinesZst | Shape::Zip => {
            for name in &names {
                File::open(part.join(name))?.sync_all()?;
            }
            let before = target.pages();
            for name in &names {
                let lent = part.join(LENT);
                lend(&part.join(name), &lent)?;
                fs::rename(lent, target.named(name))?;
            }
            fs::rename(part.join(STREAM), &target.path)?;
            // Those of a longer index.
            let now: Vec<PathBuf> = names.iter().map(|name| target.named(name)).collect();
            for page in before.iter().filter(|page| !now.contains(page)) {
                fs::remove_file(page)?;
            }
        }
    }
    sync_folder(target.path.parent().unwrap_or(Path::new("")))?;
    fs::remove_dir_all(part)
}

/// Gives a file a second name, so that a run that is ended here still finds it under the first.
fn lend(file: &Path, name: &Path) -> io::Result<()> {
    match fs::remove_file(name) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    match fs::hard_link(file, name) {
        Ok(()) => Ok(()),
        // Not every file system knows second names.
        Err(_) => fs::copy(file, name).map(drop),
    }
}

/// In the place of an empty folder, or of the one of an earlier run.
pub(in crate::commands) fn put(tree: &Path, target: &Path, old: &Path) -> io::Result<()> {
    let full = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_some());
    if !full {
        return fs::rename(tree, target);
    }
    fs::rename(target, old)?;
    if let Err(error) = fs::rename(tree, target) {
        fs::rename(old, target)?;
        return Err(error);
    }
    File::open(target).map(drop)
}
