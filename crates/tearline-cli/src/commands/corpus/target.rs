//! Where a run writes: a folder, or one stream with an index beside it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A file for each release, in the tree of the documents.
    Tree,
    /// JSON lines.
    Lines,
    /// JSON lines, compressed.
    LinesZst,
    /// A ZIP of the tree.
    Zip,
}

/// Where a run writes.
pub(super) struct Target {
    pub(super) path: PathBuf,
    pub(super) shape: Shape,
    /// Before the names of index and failures, where they stand beside a stream.
    beside: Option<OsString>,
}

const STREAMS: [(&str, Shape); 4] = [
    (".jsonl", Shape::Lines),
    (".ndjson", Shape::Lines),
    (".jsonl.zst", Shape::LinesZst),
    (".zip", Shape::Zip),
];

pub(in crate::commands) const INDEX: &str = "index.jsonl";
pub(in crate::commands) const FAILURES: &str = "failures.jsonl";
pub(super) const RUN: &str = "run.json";

/// The name of a page of the index, counted from 1.
pub(super) fn page(number: usize) -> String {
    match number {
        1 => "index.html".to_owned(),
        number => format!("index-{number}.html"),
    }
}

impl Target {
    /// What the ending of an output says.
    pub(super) fn of(output: &Path) -> Self {
        let name = output.file_name().and_then(|name| name.to_str());
        let told = name.filter(|_| !output.is_dir()).and_then(|name| {
            STREAMS.into_iter().find_map(|(ending, shape)| {
                let (stem, end) = name.split_at_checked(name.len().checked_sub(ending.len())?)?;
                let is = !stem.is_empty() && end.eq_ignore_ascii_case(ending);
                is.then(|| (shape, OsString::from(format!("{stem}."))))
            })
        });
        let (shape, beside) = match told {
            Some((shape, stem)) => (shape, Some(stem)),
            None => (Shape::Tree, None),
        };
        Self {
            // Without a stroke at its end, which would hide its name.
            path: output.components().collect(),
            shape,
            beside,
        }
    }

    /// The folder in which it is made until it is whole.
    pub(super) fn part(&self) -> PathBuf {
        let mut part = self.path.clone().into_os_string();
        part.push(".part");
        PathBuf::from(part)
    }

    /// The name of what goes with the releases: index, pages, failures.
    pub(super) fn named(&self, name: &str) -> PathBuf {
        match &self.beside {
            None => self.path.join(name),
            Some(stem) => {
                let mut own = stem.clone();
                own.push(name);
                self.path.with_file_name(own)
            }
        }
    }

    /// What it holds after a run, as far as it is there: no run releases what another wrote in its place.
    pub(super) fn own(&self) -> Vec<PathBuf> {
        let mut own = vec![self.path.clone(), self.part()];
        own.extend([INDEX, FAILURES, RUN].map(|name| self.named(name)));
        own.extend(self.pages());
        own
    }

    /// The pages of an index that are there.
    pub(super) fn pages(&self) -> Vec<PathBuf> {
        (1..)
            .map(|number| self.named(&page(number)))
            .take_while(|page| fs::symlink_metadata(page).is_ok())
            .collect()
    }

    /// The name in a tree that a release must not take, where this one would.
    pub(super) fn reserved(&self, output: &str) -> Option<String> {
        if self.shape != Shape::Tree {
            return None;
        }
        let first = output.split('/').next().unwrap_or_default();
        let number = first
            .strip_prefix("index-")
            .and_then(|rest| rest.strip_suffix(".html"));
        let is_page = number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
        let is = is_page || [INDEX, FAILURES, RUN, &page(1)].contains(&first);
        is.then(|| first.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_what_is_written() {
        for (output, shape, index) in [
            ("out", Shape::Tree, "out/index.jsonl"),
            ("out/", Shape::Tree, "out/index.jsonl"),
            ("a/all.jsonl", Shape::Lines, "a/all.index.jsonl"),
            ("all.jsonl.zst", Shape::LinesZst, "all.index.jsonl"),
            ("all.ZIP", Shape::Zip, "all.index.jsonl"),
            (".zip", Shape::Tree, ".zip/index.jsonl"),
        ] {
            let target = Target::of(Path::new(output));
            assert_eq!(target.shape, shape, "{output}");
            assert_eq!(target.named(INDEX), Path::new(index), "{output}");
        }
    }
}
