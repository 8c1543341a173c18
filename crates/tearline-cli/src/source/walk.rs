//! A folder, and the folders in it, in the order of the names.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::archive::Place;
use super::error::{Refusal, SourceError};
use super::item::{Content, Item};
use super::name;
use super::packing::Archive;
use super::{lines, tar, zip};
use crate::beside;
use crate::tree;

/// The documents of a folder or of one archive.
pub(crate) struct Collection {
    root: PathBuf,
    archive: Option<Archive>,
    /// What a run writes itself.
    spared: Vec<PathBuf>,
    extension: Option<&'static str>,
}

/// What of a folder is looked at.
struct Listed {
    name: String,
    is_folder: bool,
    is_utf8: bool,
    /// Whether a file says what is known of it, or what was decided.
    has_beside: bool,
    file: PathBuf,
}

type Hand<'h, E> = dyn FnMut(Item) -> Result<(), E> + 'h;

impl Collection {
    /// That of a folder, or of one archive. With an `extension`, every document gets the name of its release.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, and where it is one document.
    pub(crate) fn open(root: &Path, extension: Option<&'static str>) -> Result<Self, SourceError> {
        let unreadable = |error| SourceError::Unreadable {
            path: root.to_owned(),
            error,
        };
        let archive = if fs::metadata(root).map_err(unreadable)?.is_dir() {
            fs::read_dir(root).map_err(unreadable)?;
            None
        } else {
            let name = root.file_name().map(|name| name.to_string_lossy());
            let archive = name.and_then(|name| Archive::of(&name));
            if archive.is_none() {
                return Err(SourceError::NoCollection {
                    path: root.to_owned(),
                });
            }
            fs::File::open(root).map_err(unreadable)?;
            archive
        };
        Ok(Self {
            root: root.to_owned(),
            archive,
            spared: Vec::new(),
            extension,
        })
    }

    /// The same without what a run writes.
    pub(crate) fn without(mut self, spared: Vec<PathBuf>) -> Self {
        self.spared = spared
            .into_iter()
            .filter_map(|path| absolute(&path))
            .collect();
        self
    }

    /// How many bytes it has, by the sizes of its files.
    pub(crate) fn size(&self) -> u64 {
        if self.archive.is_some() {
            return fs::metadata(&self.root).map_or(0, |it| it.len());
        }
        let mut sum = 0;
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            for listed in self.list(&folder).unwrap_or_default() {
                if listed.is_folder {
                    folders.push(listed.file);
                } else {
                    sum += fs::metadata(&listed.file).map_or(0, |it| it.len());
                }
            }
        }
        sum
    }

    /// Hands on every document, in order.
    ///
    /// # Errors
    ///
    /// What `hand` gives, which ends the visit.
    pub(crate) fn visit<E>(&self, hand: &mut Hand<'_, E>) -> Result<(), E> {
        let mut before = 0;
        match self.archive {
            Some(archive) => {
                let name = self.root.file_name().unwrap_or_default().to_string_lossy();
                self.archive(archive, &self.root, ["", &name], &mut before, hand)
            }
            None => self.folder(&self.root, "", &mut before, hand),
        }
    }

    fn folder<E>(
        &self,
        folder: &Path,
        within: &str,
        before: &mut u64,
        hand: &mut Hand<'_, E>,
    ) -> Result<(), E> {
        let listed = match self.list(folder) {
            Ok(listed) => listed,
            Err(error) => {
                let path = within.trim_end_matches('/');
                return hand(refused(folder, path, Refusal::Io(error), *before));
            }
        };
        let is_document = |entry: &&Listed| !entry.is_folder && Archive::of(&entry.name).is_none();
        let documents: Vec<&str> = listed
            .iter()
            .filter(is_document)
            .map(|entry| &*entry.name)
            .collect();
        let folders: BTreeSet<&str> = listed
            .iter()
            .filter(|entry| !is_document(entry))
            .map(|entry| &*entry.name)
            .collect();
        let mut outputs = match self.extension {
            Some(extension) => name::outputs(&documents, &folders, extension),
            None => documents.iter().map(|_| Ok(String::new())).collect(),
        }
        .into_iter();
        for entry in &listed {
            let path = format!("{within}{}", entry.name);
            if is_document(&entry) {
                let output = outputs.next().unwrap_or(Err(Refusal::Taken));
                let output = output.map(|output| format!("{within}{output}"));
                hand(document(entry, path, output, before))?;
            } else if !entry.is_utf8 {
                hand(refused(&entry.file, &path, Refusal::NameNotUtf8, *before))?;
            } else if entry.is_folder {
                self.folder(&entry.file, &format!("{path}/"), before, hand)?;
            } else if let Some(archive) = Archive::of(&entry.name) {
                let prefix = format!("{path}/");
                self.archive(archive, &entry.file, [&prefix, &path], before, hand)?;
            }
        }
        Ok(())
    }

    fn archive<E>(
        &self,
        archive: Archive,
        file: &Path,
        [prefix, path]: [&str; 2],
        before: &mut u64,
        hand: &mut Hand<'_, E>,
    ) -> Result<(), E> {
        let metadata = match fs::metadata(file) {
            Ok(metadata) if metadata.is_file() => metadata,
            Ok(_) => return hand(refused(file, path, Refusal::NotAFile, *before)),
            Err(error) => return hand(refused(file, path, Refusal::Io(error), *before)),
        };
        let place = Place {
            file,
            prefix,
            path,
            extension: self.extension,
            size: metadata.len(),
            stamp: stamp(path, &metadata, &[]),
            before: *before,
        };
        *before += metadata.len();
        match archive {
            Archive::Zip => zip::visit(&place, hand),
            Archive::Tar(packing) => tar::visit(&place, packing, hand),
            Archive::Lines(packing) => lines::visit(&place, packing, hand),
        }
    }

    /// What is in a folder, by name; without what a run writes and what is no document.
    fn list(&self, folder: &Path) -> std::io::Result<Vec<Listed>> {
        let spared = self.spared_in(folder);
        let mut listed = Vec::new();
        let mut beside: BTreeSet<OsString> = BTreeSet::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            if spared.contains(&&*name) {
                continue;
            }
            // `cable.txt` is the same as `./cable.txt`, and what a log shows beside the files.
            let file = match folder == Path::new(".") {
                true => PathBuf::from(&name),
                false => entry.path(),
            };
            if let Some(document) = beside::document_of(&file) {
                beside.extend(document.file_name().map(OsString::from));
            }
            // A link to a folder may lead round in a circle.
            let is_folder = entry.file_type()?.is_dir();
            if is_folder || tree::is_listed(&file) {
                listed.push((name, is_folder, file));
            }
        }
        listed.sort_by(|(one, ..), (other, ..)| one.cmp(other));
        let listed = listed.into_iter();
        Ok(listed
            .map(|(name, is_folder, file)| Listed {
                name: name.to_string_lossy().into_owned(),
                is_utf8: name.to_str().is_some(),
                is_folder,
                has_beside: beside.contains(&name),
                file,
            })
            .collect())
    }

    /// The names in a folder that are spared.
    fn spared_in(&self, folder: &Path) -> Vec<&OsStr> {
        if self.spared.is_empty() {
            return Vec::new();
        }
        let folder = folder.canonicalize().ok();
        self.spared
            .iter()
            .filter(|spared| spared.parent() == folder.as_deref())
            .filter_map(|spared| spared.file_name())
            .collect()
    }
}

/// A file that is named by itself, whatever its name says.
pub(crate) fn single(file: &Path) -> Item {
    let path = file.display().to_string();
    let entry = Listed {
        name: path.clone(),
        is_folder: false,
        is_utf8: file.to_str().is_some(),
        has_beside: all_beside(file).any(|it| it.exists()),
        file: file.to_owned(),
    };
    document(&entry, path, Ok(String::new()), &mut 0)
}

/// Whatever may stand beside a document.
fn all_beside(file: &Path) -> impl Iterator<Item = PathBuf> {
    beside::KNOWN
        .of(file)
        .into_iter()
        .chain(beside::REVIEW.of(file))
}

/// A file of a folder as a document.
fn document(
    entry: &Listed,
    path: String,
    output: Result<String, Refusal>,
    before: &mut u64,
) -> Item {
    let metadata = fs::metadata(&entry.file);
    let size = metadata.as_ref().map_or(0, Metadata::len);
    let beside: Vec<Option<Metadata>> = match entry.has_beside {
        true => all_beside(&entry.file)
            .map(|file| fs::metadata(file).ok())
            .collect(),
        false => Vec::new(),
    };
    let known = match (&metadata, entry.is_utf8) {
        // Two such names may look the same.
        (_, false) => Err(Refusal::NameNotUtf8),
        (Ok(metadata), true) if metadata.is_file() => Ok(stamp(&path, metadata, &beside)),
        (Ok(_), true) => Err(Refusal::NotAFile),
        (Err(error), true) => Err(Refusal::Io(std::io::Error::new(
            error.kind(),
            error.to_string(),
        ))),
    };
    match (known, output) {
        (Ok(stamp), Ok(output)) => {
            *before += size;
            Item {
                path,
                shown: entry.file.display().to_string(),
                output,
                content: Ok(Content::File(entry.file.clone())),
                stamp,
                size,
                behind: *before,
            }
        }
        (Err(refusal), _) | (Ok(_), Err(refusal)) => refused(&entry.file, &path, refusal, *before),
    }
}

fn refused(file: &Path, path: &str, refusal: Refusal, behind: u64) -> Item {
    Item {
        path: path.to_owned(),
        shown: file.display().to_string(),
        output: String::new(),
        content: Err(refusal),
        stamp: name::hash(path),
        size: 0,
        behind,
    }
}

/// What a file was when it was looked at.
fn stamp(path: &str, metadata: &Metadata, beside: &[Option<Metadata>]) -> u64 {
    let of = |metadata: &Metadata| {
        let changed = metadata.modified().ok();
        let since = changed.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        (metadata.len(), since.map(|since| since.as_nanos()))
    };
    let beside: Vec<_> = beside.iter().map(|it| it.as_ref().map(of)).collect();
    name::hash((path, of(metadata), beside))
}

/// Where a path leads, also one whose last part is not there yet.
fn absolute(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?;
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = parent.unwrap_or(Path::new(".")).canonicalize().ok()?;
    Some(folder.join(name))
}
