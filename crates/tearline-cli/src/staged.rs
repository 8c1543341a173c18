//! A folder that appears under its name only when it is whole. Where the program is ended before, nothing stays behind.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::finish::Failure;

/// A folder in the making.
pub(crate) struct Staged {
    target: PathBuf,
    part: PathBuf,
    /// Whether it stands under its name.
    whole: bool,
}

/// What is in the making, for whoever ends the program from outside.
static MAKING: OnceLock<Mutex<Option<PathBuf>>> = OnceLock::new();

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
        watch(&part);
        fs::create_dir(&part).map_err(|error| failed(&error))?;
        Ok(Self {
            target: target.to_owned(),
            part,
            whole: false,
        })
    }

    /// Where to write.
    pub(crate) fn folder(&self) -> &Path {
        &self.part
    }

    /// Gives it its name.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        put(&self.part, &self.target)
            .map_err(|error| Failure::Input(format!("{}: {error}", self.target.display())))?;
        self.whole = true;
        Ok(())
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
        let mut making = making().lock().unwrap_or_else(PoisonError::into_inner);
        if !self.whole {
            // Best effort: what stays behind is not under the name that was asked for.
            let _ = fs::remove_dir_all(&self.part);
        }
        *making = None;
    }
}

fn making() -> &'static Mutex<Option<PathBuf>> {
    MAKING.get_or_init(Mutex::default)
}

/// Takes what is in the making away when the program is ended from outside.
fn watch(part: &Path) {
    static WATCHED: OnceLock<()> = OnceLock::new();
    *making().lock().unwrap_or_else(PoisonError::into_inner) = Some(part.to_owned());
    WATCHED.get_or_init(|| {
        // Without a handler the program ends all the same, and leaves what was made under the name of a part.
        let _ = ctrlc::set_handler(|| {
            let making = making().lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(part) = making.as_deref() {
                // Another thread may write a last file while the folder is emptied.
                for _ in 0..8 {
                    if fs::remove_dir_all(part).is_ok() || !part.exists() {
                        break;
                    }
                }
            }
            std::process::exit(130);
        });
    });
}
