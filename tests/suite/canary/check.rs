//! What of a document reaches whom.

use std::collections::BTreeSet;

use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Content, Release};

use super::doc::{Doc, sighted};
use super::truth::READERS;

/// The readers of the table, parsed once.
pub(crate) struct Readers(Vec<Reader>);

/// A canary that came out for a reader below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leak {
    pub(crate) canary: usize,
    pub(crate) reader: usize,
    pub(crate) day: usize,
}

/// What came out of a document: for each day and reader the canaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sight(Vec<Vec<BTreeSet<usize>>>);

impl Readers {
    pub(crate) fn new() -> Self {
        Self(
            READERS
                .iter()
                .map(|(reader, _)| reader.parse().unwrap())
                .collect(),
        )
    }

    pub(crate) fn get(&self, index: usize) -> &Reader {
        &self.0[index]
    }

    pub(crate) fn look(&self, doc: &Doc) -> Sight {
        let text = doc.text();
        let document = tearline::parse(&text);
        let assessment = Policy::default().assess(&document);
        let days = doc.days.iter().map(|(day, _)| {
            let day = day.parse().unwrap();
            let released = self
                .0
                .iter()
                .map(|reader| canaries(&assessment.release(reader, day)));
            released.collect()
        });
        Sight(days.collect())
    }
}

fn canaries(release: &Release<'_>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for portion in release.portions() {
        if let Content::Text { text, .. } = portion.content() {
            found.extend(sighted(text));
        }
    }
    found
}

impl Sight {
    /// Every canary that a reader below it saw: each once, for the first such reader.
    pub(crate) fn leaks(&self, doc: &Doc) -> Vec<Leak> {
        let mut found: Vec<Leak> = Vec::new();
        for (day, seen) in self.0.iter().enumerate() {
            for (reader, seen) in seen.iter().enumerate() {
                for &canary in seen {
                    let allowed = doc.truth(canary).allows(READERS[reader].1, doc.days[day].1);
                    if !allowed && found.iter().all(|leak| leak.canary != canary) {
                        found.push(Leak {
                            canary,
                            reader,
                            day,
                        });
                    }
                }
            }
        }
        found
    }

    pub(crate) fn shows(&self, leak: Leak) -> bool {
        self.0[leak.day][leak.reader].contains(&leak.canary)
    }

    pub(crate) fn shown(&self, canary: usize, reader: usize, day: usize) -> bool {
        self.shows(Leak {
            canary,
            reader,
            day,
        })
    }

    /// The canaries that the public sees on the first day.
    pub(crate) fn public(&self) -> &BTreeSet<usize> {
        &self.0[0][0]
    }

    /// What this shows and the other does not: each canary once.
    pub(crate) fn beyond(&self, other: &Self) -> Vec<Leak> {
        let mut found: Vec<Leak> = Vec::new();
        for (day, (one, two)) in self.0.iter().zip(&other.0).enumerate() {
            for (reader, (one, two)) in one.iter().zip(two).enumerate() {
                for &canary in one.difference(two) {
                    if found.iter().all(|leak| leak.canary != canary) {
                        found.push(Leak {
                            canary,
                            reader,
                            day,
                        });
                    }
                }
            }
        }
        found
    }
}
