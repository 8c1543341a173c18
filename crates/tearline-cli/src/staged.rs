//! A folder that appears under its name only when it is whole. Where the program is ended before, nothing stays behind.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Once, PoisonError, RwLock};

use crate::finish::Failure;

/// A folder in the making.
pub(crate) struct Staged {
    target: PathBuf,
    part: PathBuf,
    /// Whether it stands under its name.
    whole: bool,
}

/// What is in the making, for whoever ends the program from outside. Whoever writes holds it open for reading, so that what is
/// taken away has no more coming.
static MAKING: RwLock<Option<PathBuf>> = RwLock::new(None);

impl Staged {
    /// Begins a folder. `target` may be there if it is empty, or if `replaces` says that it is this run's own.
    pub(crate) fn begin(target: &Path, replaces: bool) -> Result<Self, Failure> {
        let failed = |error: &dyn std::fmt::Display| {
            Failure::Input(format!("{}: {error}", target.display()))
        };
        let empty = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none());
        if target.exists() && !empty && !replaces {
            return Err(failed(&"is there already, and not empty"));
        }
        let part = tearline_files::beside(target);
        watch();
        let mut making = MAKING.write().unwrap_or_else(PoisonError::into_inner);
        fs::create_dir(&part).map_err(|error| failed(&error))?;
        *making = Some(part.clone());
        drop(making);
        Ok(Self {
            target: target.to_owned(),
            part,
            whole: false,
        })
    }

    /// Writes a file inside, under a path from the folder.
    pub(crate) fn write(&self, within: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let _making = MAKING.read().unwrap_or_else(PoisonError::into_inner);
        let target = self.part.join(within);
        let written = match target.parent() {
            Some(folder) => fs::create_dir_all(folder),
            None => Ok(()),
        };
        written
            .and_then(|()| fs::write(&target, bytes))
            .map_err(|error| Failure::Input(format!("{}: {error}", within.display())))
    }

    /// Gives it its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        // Whole or not there, also for whoever ends the program just now.
        let making = MAKING.write().unwrap_or_else(PoisonError::into_inner);
        let put = put(&self.part, &self.target);
        self.whole = put.is_ok();
        drop(making);
        put.map_err(|error| Failure::Input(format!("{}: {error}", self.target.display())))
    }
}

/// In the place of an empty folder, or of the one of an earlier run.
fn put(part: &Path, target: &Path) -> io::Result<()> {
    let full = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_some());
    if !full {
        return fs::rename(part, target);
    }
    let mut old = part.as_os_str().to_owned();
    old.push(".old");
    fs::rename(target, &old)?;
    if let Err(error) = fs::rename(part, target) {
        fs::rename(&old, target)?;
        return Err(error);
    }
    fs::remove_dir_all(&old)
}

impl Drop for Staged {
    fn drop(&mut self) {
        let mut making = MAKING.write().unwrap_or_else(PoisonError::into_inner);
        if !self.whole {
            // Best effort: what stays behind is not under the name that was asked for.
            let _ = fs::remove_dir_all(&self.part);
        }
        *making = None;
    }
}

/// Takes what is in the making away when the program is ended from outside.
fn watch() {
    static WATCHED: Once = Once::new();
    WATCHED.call_once(|| {
        // Without a handler the program ends all the same, and leaves what was made under the name of a part.
        let _ = ctrlc::set_handler(|| {
            let making = MAKING.write().unwrap_or_else(PoisonError::into_inner);
            if let Some(part) = making.as_deref() {
                let _ = fs::remove_dir_all(part);
            }
            std::process::exit(130);
        });
    });
}
