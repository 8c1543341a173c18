//! A run in the making: what is known of it in the folder `OUTPUT.part`, so that the same run goes on where it was ended,
//! however it was ended.
//!
//! What a run has taken in is a first part of the documents, in their order: a count says how far. From time to time that
//! count is written down, after everything before it is on the disk. What lies behind it is made again.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::error::Error;
use super::index::{Counts, Decision, Failed, Row, line};
use super::page;
use super::sink::{self, Reached, TREE};
use super::target;
use crate::source::hash;

const LOCK: &str = "lock";
const STATE: &str = "state.json";
/// The first time that a state is kept, …
const FIRST: Duration = Duration::from_millis(100);
/// … and the longest from one to the next.
const LONGEST: Duration = Duration::from_secs(10);
/// From one time to the next so many times as long as it took.
const SHARE: u32 = 25;

/// How far a run has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::commands) struct State {
    /// What the run was asked for.
    arguments: String,
    /// So many documents are taken in, …
    pub(in crate::commands) taken: u64,
    /// … these.
    pub(in crate::commands) documents: u64,
    index: u64,
    failures: u64,
    pub(in crate::commands) sink: Reached,
    pub(in crate::commands) counts: Counts,
    /// Whether something was found that is denied.
    pub(in crate::commands) denied: bool,
}

/// A run in the making.
pub(in crate::commands) struct Ledger {
    pub(in crate::commands) part: PathBuf,
    pub(in crate::commands) state: State,
    index: BufWriter<File>,
    failures: BufWriter<File>,
    kept: Instant,
    pause: Duration,
    /// Held as long as the run lasts.
    _lock: File,
}

impl Ledger {
    /// Begins a run, or goes on with the one that was interrupted.
    pub(in crate::commands) fn open(part: PathBuf, arguments: &str) -> Result<Self, Error> {
        let fresh = match fs::create_dir(&part) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => false,
            Err(error) => return Err(Error::Begin { path: part, error }),
        };
        if !fresh && !is_part(&part) {
            return Err(Error::Other { path: part });
        }
        let begin = |error| Error::Begin {
            path: part.clone(),
            error,
        };
        let lock = File::create(part.join(LOCK)).map_err(begin)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::Locked { path: part }),
            Err(TryLockError::Error(error)) => return Err(begin(error)),
        }
        let state = match fs::read(part.join(STATE)) {
            Ok(bytes) => serde_json::from_slice::<State>(&bytes).unwrap_or_default(),
            Err(_) => State::default(),
        };
        let state = if state == State::default() {
            State {
                arguments: arguments.to_owned(),
                ..State::default()
            }
        } else if state.arguments == arguments {
            state
        } else {
            return Err(Error::OtherPart { path: part });
        };
        let ledger = Self::at(part.clone(), state, lock.try_clone().map_err(begin)?);
        match ledger {
            Err(Error::Changed) => {
                let state = State {
                    arguments: arguments.to_owned(),
                    ..State::default()
                };
                Self::at(part, state, lock)
            }
            ledger => ledger,
        }
    }

    fn at(part: PathBuf, state: State, lock: File) -> Result<Self, Error> {
        let opened = |name: &str, at: u64| {
            let path = part.join(name);
            sink::open_at(&path, at).map_err(Error::begin_at(&path))
        };
        Ok(Self {
            index: opened(target::INDEX, state.index)?,
            failures: opened(target::FAILURES, state.failures)?,
            part,
            state,
            kept: Instant::now(),
            pause: FIRST,
            _lock: lock,
        })
    }

    /// Begins again from nothing: the documents are others.
    pub(in crate::commands) fn again(self) -> Result<Self, Error> {
        let Self {
            part, state, _lock, ..
        } = self;
        for entry in fs::read_dir(&part).map_err(Error::write(&part))? {
            let entry = entry.map_err(Error::write(&part))?;
            let path = entry.path();
            let removed = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
                _ if entry.file_name() == LOCK => Ok(()),
                _ => fs::remove_file(&path),
            };
            removed.map_err(Error::write(&path))?;
        }
        let state = State {
            arguments: state.arguments,
            ..State::default()
        };
        Self::at(part, state, _lock)
    }

    /// Takes the line of a document in.
    pub(in crate::commands) fn row(
        &mut self,
        line: &[u8],
        decision: Decision,
    ) -> Result<(), Error> {
        self.state.counts.add(decision);
        let path = self.part.join(target::INDEX);
        self.state.index += line.len() as u64;
        self.index.write_all(line).map_err(Error::write(&path))
    }

    /// Takes in that a document could not be processed.
    pub(in crate::commands) fn failed(&mut self, failed: &Failed) -> Result<(), Error> {
        self.state.counts.failed += 1;
        let path = self.part.join(target::FAILURES);
        let line = line(failed);
        self.state.failures += line.len() as u64;
        self.failures.write_all(&line).map_err(Error::write(&path))
    }

    /// Counts a document that is taken in.
    pub(in crate::commands) fn count(&mut self, stamp: u64) {
        self.state.taken += 1;
        self.state.documents = folded(self.state.documents, stamp);
    }

    /// Whether it is time to keep the state.
    pub(in crate::commands) fn is_due(&self) -> bool {
        self.kept.elapsed() >= self.pause
    }

    /// Keeps the state; `reached` is how far the releases are written.
    pub(in crate::commands) fn keep(&mut self, reached: Reached) -> Result<(), Error> {
        self.state.sink = reached;
        let path = self.part.join(STATE);
        let begun = Instant::now();
        self.written().map_err(Error::write(&path))?;
        self.kept = Instant::now();
        // On a slow disk it takes no more than a small part of the time all the same.
        let least = begun.elapsed() * SHARE;
        self.pause = (self.pause * 2).min(LONGEST).max(least);
        Ok(())
    }

    fn written(&mut self) -> io::Result<()> {
        self.flush()?;
        // Before the count that says so. A stream is on the disk already.
        let tree = self.part.join(TREE);
        if tree.exists() {
            sync(&tree)?;
        }
        let new = self.part.join(format!("{STATE}.new"));
        let mut file = File::create(&new)?;
        file.write_all(&serde_json::to_vec(&self.state)?)?;
        file.sync_all()?;
        fs::rename(new, self.part.join(STATE))?;
        sync_folder(&self.part)
    }

    /// Writes what is still to be written.
    pub(in crate::commands) fn flush(&mut self) -> io::Result<()> {
        for file in [&mut self.index, &mut self.failures] {
            file.flush()?;
            file.get_ref().sync_data()?;
        }
        Ok(())
    }

    /// Takes away what lies in the tree behind what the index says: the document may be gone by now.
    pub(in crate::commands) fn sweep(&self) -> Result<(), Error> {
        let tree = self.part.join(TREE);
        let rows =
            page::lines::<Row>(&self.part.join(target::INDEX)).map_err(Error::write(&tree))?;
        let mut known: HashSet<u64> = HashSet::new();
        for row in rows {
            let row = row.map_err(Error::write(&tree))?;
            known.extend(row.output.map(|output| hash(tree.join(output))));
        }
        let mut folders = vec![tree];
        let mut looked = 0;
        while let Some(folder) = folders.get(looked).cloned() {
            let swept = swept(&folder, &known, &mut folders);
            swept.map_err(Error::write(&folder))?;
            looked += 1;
        }
        for folder in folders.iter().skip(1).rev() {
            // One that still holds something stays.
            let _ = fs::remove_dir(folder);
        }
        Ok(())
    }
}

fn swept(folder: &Path, known: &HashSet<u64>, folders: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else if !known.contains(&hash(entry.path())) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The documents up to one, as a number.
pub(in crate::commands) fn folded(before: u64, stamp: u64) -> u64 {
    hash((before, stamp))
}

/// Whether a folder is what a run left: nothing else is written over.
fn is_part(part: &Path) -> bool {
    part.join(LOCK).is_file() || fs::read_dir(part).is_ok_and(|mut it| it.next().is_none())
}

/// Brings everything that was written to the disk.
#[cfg(target_os = "linux")]
pub(in crate::commands) fn sync(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
}

/// Brings everything that was written to the disk, file by file.
#[cfg(not(target_os = "linux"))]
pub(in crate::commands) fn sync(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync(&entry.path())?;
        } else {
            File::open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(folder)
}

/// Brings the names in a folder to the disk.
pub(in crate::commands) fn sync_folder(folder: &Path) -> io::Result<()> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
