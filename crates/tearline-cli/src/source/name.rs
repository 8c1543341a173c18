//! Paths of documents inside an archive, and the names that their releases get.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::Hasher as _;
use std::path::Path;

use super::error::Refusal;

/// The longest path inside an archive, and the longest part of one, in bytes: what file systems take.
const PATH: usize = 4096;
const PART: usize = 255;

/// A path inside an archive as one that leads nowhere else: parts, and `/` between them.
pub(super) fn member(name: &[u8]) -> Result<String, Refusal> {
    let name = std::str::from_utf8(name).map_err(|_| Refusal::NameNotUtf8)?;
    let mut path = name;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest;
    }
    let is_part = |part: &str| {
        !matches!(part, "" | "." | "..") && part.len() <= PART && !part.contains(['\\', ':'])
    };
    let is_path =
        path.len() <= PATH && !path.chars().any(char::is_control) && path.split('/').all(is_part);
    if is_path {
        Ok(path.to_owned())
    } else {
        Err(Refusal::HostileName)
    }
}

/// A name that cannot be trusted, as a list may show it: on one line, and without what steers a terminal.
pub(super) fn shown(name: &[u8]) -> String {
    let text = String::from_utf8_lossy(name);
    let text = text.chars().take(PART);
    text.map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// The names of the releases of one archive, in the order in which its documents come.
pub(super) struct Taken {
    extension: Option<&'static str>,
    paths: HashSet<u64>,
    files: HashSet<u64>,
    folders: HashSet<u64>,
}

impl Taken {
    pub(super) fn new(extension: Option<&'static str>) -> Self {
        Self {
            extension,
            paths: HashSet::new(),
            files: HashSet::new(),
            folders: HashSet::new(),
        }
    }

    /// The name of a release: that of its document with another ending, `cable.html` of `cable.txt`; where that is taken,
    /// with its own ending before it.
    pub(super) fn output(&mut self, path: &str) -> Result<String, Refusal> {
        if !self.paths.insert(hash(path)) {
            return Err(Refusal::Twice);
        }
        let Some(extension) = self.extension else {
            return Ok(String::new());
        };
        let names = [short(path, extension), long(path, extension)];
        let free = names.into_iter().find(|name| self.is_free(name));
        let name = free.ok_or(Refusal::Taken)?;
        self.files.insert(hash(&name));
        self.folders.extend(above(&name).map(hash));
        Ok(name)
    }

    fn is_free(&self, name: &str) -> bool {
        let own = hash(name);
        !self.files.contains(&own)
            && !self.folders.contains(&own)
            && !above(name).any(|folder| self.files.contains(&hash(folder)))
    }
}

/// The names of the releases of the documents of one folder; `folders` are the names that are taken by folders there, and by
/// archives, which become folders. Where two would get the same, each keeps its own ending before the new one.
pub(super) fn outputs(
    documents: &[&str],
    folders: &BTreeSet<&str>,
    extension: &str,
) -> Vec<Result<String, Refusal>> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for document in documents {
        *count.entry(short(document, extension)).or_default() += 1;
    }
    let mut long_names: BTreeSet<String> = BTreeSet::new();
    loop {
        let before = long_names.len();
        for document in documents {
            let name = short(document, extension);
            if count.get(&name) != Some(&1)
                || folders.contains(&*name)
                || (long_names.contains(&name) && name != long(document, extension))
            {
                long_names.insert(long(document, extension));
            }
        }
        if long_names.len() == before {
            break;
        }
    }
    documents
        .iter()
        .map(|document| {
            let long = long(document, extension);
            let name = if long_names.contains(&long) {
                long
            } else {
                short(document, extension)
            };
            if folders.contains(&*name) {
                return Err(Refusal::Taken);
            }
            Ok(name)
        })
        .collect()
}

fn short(path: &str, extension: &str) -> String {
    let name = Path::new(path).with_extension(extension);
    name.to_string_lossy().into_owned()
}

fn long(path: &str, extension: &str) -> String {
    format!("{path}.{extension}")
}

/// The folders above a path.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

/// Of what is only compared: names of one archive, and what a document was when it was looked at.
pub(crate) fn hash(value: impl std::hash::Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(documents: &[&str], folders: &[&str]) -> Vec<Option<String>> {
        let names = outputs(documents, &folders.iter().copied().collect(), "html");
        names.into_iter().map(Result::ok).collect()
    }

    #[test]
    fn an_output_has_one_ending_unless_two_would_be_the_same() {
        let some = |names: &[&str]| -> Vec<Option<String>> {
            names.iter().map(|name| Some((*name).to_owned())).collect()
        };
        assert_eq!(
            named(&["a.txt", "b.md", "b.txt"], &[]),
            some(&["a.html", "b.md.html", "b.txt.html"])
        );
        // The long name of one is the short name of another.
        assert_eq!(
            named(&["b.md", "b.txt", "b.txt.x"], &[]),
            some(&["b.md.html", "b.txt.html", "b.txt.x.html"])
        );
        assert_eq!(named(&["c.txt"], &["c.html"]), some(&["c.txt.html"]));
        assert_eq!(named(&["c.txt"], &["c.html", "c.txt.html"]), [None]);
    }

    #[test]
    fn no_path_of_a_member_leads_out_of_its_archive() {
        for name in [
            "../a",
            "a/../../b",
            "/etc/passwd",
            "a//b",
            "",
            "a/",
            "C:\\a",
            "a\\..\\b",
            "a\nb",
            "..",
        ] {
            assert!(member(name.as_bytes()).is_err(), "{name:?}");
        }
        assert!(member(&[b'a'; 300]).is_err());
        assert!(member(b"caf\xe9").is_err());
        assert_eq!(member(b"./a/b.txt").unwrap(), "a/b.txt");
    }

    #[test]
    fn no_two_members_share_a_release() {
        let mut taken = Taken::new(Some("html"));
        assert_eq!(taken.output("a.txt").unwrap(), "a.html");
        assert_eq!(taken.output("a.md").unwrap(), "a.md.html");
        assert!(matches!(taken.output("a.txt"), Err(Refusal::Twice)));
        assert!(matches!(taken.output("a.html/b.txt"), Err(Refusal::Taken)));
        assert_eq!(taken.output("b.html/b.txt").unwrap(), "b.html/b.html");
        assert_eq!(taken.output("b.txt").unwrap(), "b.txt.html");
    }
}
