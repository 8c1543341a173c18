//! Texts that are the same but for white space, case and a slip here and there: found by the runs of five letters that they
//! share.
//!
//! A run is known by a number that a key of this process gives it. Neither key nor number is written anywhere.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

/// The letters of a run.
const RUN: usize = 5;
/// So much of the smaller text stands in the larger one.
const SHARE: f64 = 0.7;
/// With fewer runs a text says too little to be the same as another, …
const FEWEST: usize = 16;
/// … and with fewer than these too little to be a part of a larger one.
const FEWEST_OF_A_PART: usize = 56;

/// The key of a process.
#[derive(Default)]
pub(super) struct Key(RandomState);

/// The runs of a text: their numbers in order, each once.
pub(super) type Runs = Vec<u64>;

impl Key {
    /// The runs of a text. What is no letter and no digit makes no difference, and neither does case.
    pub(super) fn runs(&self, text: &str) -> Runs {
        let letters: Vec<char> = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let mut runs: Runs = letters
            .windows(RUN)
            .map(|run| self.0.hash_one(run))
            .collect();
        runs.sort_unstable();
        runs.dedup();
        runs
    }
}

/// Which texts are alike: for each, the others, each pair from both sides. Texts of the same runs are a group, and stand for
/// each other.
pub(super) struct Alike {
    /// The group of each text; none of one that says too little.
    pub(super) group: Vec<Option<usize>>,
    /// Of each group those that it is like, itself first.
    pub(super) like: Vec<Vec<usize>>,
}

impl Alike {
    /// Compares every text with every other: exactly, whatever the key.
    pub(super) fn of(texts: &[&Runs]) -> Self {
        let mut known: HashMap<&Runs, usize> = HashMap::new();
        let mut sets: Vec<&Runs> = Vec::new();
        let group = texts
            .iter()
            .map(|runs| {
                (runs.len() >= FEWEST).then(|| {
                    *known.entry(runs).or_insert_with(|| {
                        sets.push(runs);
                        sets.len() - 1
                    })
                })
            })
            .collect();
        let mut like: Vec<Vec<usize>> = (0..sets.len()).map(|own| vec![own]).collect();
        for (one, other) in pairs(&sets) {
            for (from, to) in [(one, other), (other, one)] {
                if let Some(list) = like.get_mut(from) {
                    list.push(to);
                }
            }
        }
        for list in &mut like {
            if let Some((_, others)) = list.split_first_mut() {
                others.sort_unstable();
            }
        }
        Self { group, like }
    }
}

/// Every pair of which the smaller stands in the larger.
fn pairs(sets: &[&Runs]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, runs) in sets.iter().enumerate() {
        for run in *runs {
            holders.entry(*run).or_default().push(at);
        }
    }
    let count = |run: &u64| holders.get(run).map_or(0, Vec::len);
    let mut pairs = Vec::new();
    for (at, runs) in sets.iter().enumerate() {
        // Of so many runs at most all but a share are missing in the other: it has one of the rarest.
        let mut rare: Vec<&u64> = runs.iter().collect();
        rare.sort_by_key(|run| (count(run), **run));
        let needed = needed(runs.len());
        let mut near: Vec<usize> = rare
            .into_iter()
            .take(runs.len() + 1 - needed)
            .flat_map(|run| holders.get(run).into_iter().flatten().copied())
            .collect();
        near.sort_unstable();
        near.dedup();
        for other in near {
            let Some(larger) = sets.get(other) else {
                continue;
            };
            let is_larger = (larger.len(), other) > (runs.len(), at);
            // A part of a larger text has to say something by itself.
            let is_part = larger.len() * 10 > runs.len() * 14;
            let says_enough = !is_part || runs.len() >= FEWEST_OF_A_PART;
            if is_larger && says_enough && shared(runs, larger) >= needed {
                pairs.push((at, other));
            }
        }
    }
    pairs
}

/// So many of so many runs make a text the same.
fn needed(runs: usize) -> usize {
    ((runs as f64 * SHARE).ceil() as usize).clamp(1, runs.max(1))
}

/// How many numbers stand in both lists.
pub(super) fn shared(one: &[u64], other: &[u64]) -> usize {
    let mut rest = other.iter().peekable();
    one.iter()
        .filter(|run| {
            while rest.next_if(|next| next < run).is_some() {}
            rest.next_if_eq(run).is_some()
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The lease of the fuel pier will not be renewed when it ends in June.";

    fn alike(one: &str, other: &str) -> bool {
        let key = Key::default();
        let (one, other) = (key.runs(one), key.runs(other));
        let alike = Alike::of(&[&one, &other]);
        match (alike.group[0], alike.group[1]) {
            (Some(one), Some(other)) => alike.like[one].contains(&other),
            _ => false,
        }
    }

    #[test]
    fn white_space_case_and_slips_make_no_difference() {
        for other in [
            TEXT,
            "THE LEASE OF THE FUEL\nPIER WILL NOT BE   RENEWED WHEN IT ENDS IN JUNE",
            "The 1ease of the fuel pier wi1l not be renewed when it ends in June.",
            "The lease of the fuel pier will be renewed when it ends in June.",
        ] {
            assert!(alike(TEXT, other) && alike(other, TEXT), "{other}");
        }
        for other in [
            "The port authority has published its dredging calendar for the coming year.",
            "The lease ends in June.",
            "",
        ] {
            assert!(!alike(TEXT, other) && !alike(other, TEXT), "{other}");
        }
    }

    #[test]
    fn a_part_of_a_larger_text_is_found_where_it_says_enough() {
        let before =
            "Nothing was said of the weather, the harvest or the price of grain. ".repeat(4);
        assert!(alike(TEXT, &format!("{before}{TEXT} {before}")));
        assert!(!alike(
            "The talks go on.",
            &format!("{before} The talks go on. {before}")
        ));
    }

    #[test]
    fn what_says_too_little_is_like_nothing() {
        assert!(!alike("See ref A.", "See ref A."));
    }
}
