//! What a case is made of: folders, archives and single documents, in the order in which they are named.

use std::path::{Path, PathBuf};

use tearline::document::Known;

use crate::crew::Ending;
use crate::finish::Failure;
use crate::input::Input;
use crate::source::{Collection, Content, Item, SourceError, hash, single};

/// What a case is made of.
pub(in crate::commands) struct Inputs(Vec<Source>);

enum Source {
    Collection(Collection),
    File(PathBuf),
    /// Standard input, which is read once.
    Standard(Vec<u8>),
}

impl Inputs {
    /// What was named. A file that is not there is a document that cannot be processed, and ends nothing.
    pub(in crate::commands) fn open(
        named: &[PathBuf],
        spared: &[PathBuf],
    ) -> Result<Self, Failure> {
        let mut sources = Vec::new();
        for path in named {
            sources.push(if path == Path::new("-") {
                Source::Standard(Input::Standard.bytes()?)
            } else {
                match Collection::open(path, None) {
                    Ok(collection) => Source::Collection(collection.without(spared.to_vec())),
                    Err(
                        SourceError::NoCollection { path } | SourceError::Unreadable { path, .. },
                    ) => Source::File(path),
                }
            });
        }
        Ok(Self(sources))
    }

    /// How many bytes they have.
    pub(in crate::commands) fn size(&self) -> u64 {
        self.0.iter().map(Source::size).sum()
    }

    /// Hands on every document, in order.
    pub(in crate::commands) fn visit<E>(
        &self,
        hand: &mut dyn FnMut(Item) -> Result<(), Ending<E>>,
    ) -> Result<(), Ending<E>> {
        let mut before = 0;
        for source in &self.0 {
            let mut hand_on = |mut item: Item| {
                item.behind += before;
                hand(item)
            };
            match source {
                Source::Collection(collection) => collection.visit(&mut hand_on)?,
                Source::File(file) => hand_on(single(file))?,
                Source::Standard(bytes) => hand_on(Item {
                    path: "standard input".to_owned(),
                    shown: "standard input".to_owned(),
                    output: String::new(),
                    stamp: hash(bytes),
                    size: bytes.len() as u64,
                    behind: bytes.len() as u64,
                    content: Ok(Content::Bytes {
                        bytes: bytes.clone(),
                        encoding: None,
                        known: Known::new(),
                        review: None,
                    }),
                })?,
            }
            before += source.size();
        }
        Ok(())
    }
}

impl Source {
    fn size(&self) -> u64 {
        match self {
            Self::Collection(collection) => collection.size(),
            Self::File(file) => std::fs::metadata(file).map_or(0, |it| it.len()),
            Self::Standard(bytes) => bytes.len() as u64,
        }
    }
}
