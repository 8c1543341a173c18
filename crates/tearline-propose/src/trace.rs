//! What is withheld, looked for in a text that would go out.

use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::boundary::Boundaries;
use crate::folded::{Fold, Folded};
use crate::proposer::Proposer;
use crate::withheld::{Extent, Withheld};
use crate::written_names::{names, writings};

/// A number is looked for by its letters and digits alone where it has so many: `(202) 555-0143` is `202 555 0143`.
const LONG: usize = 6;

/// All that is looked for, ready to search.
pub(crate) struct Traces {
    words: Option<AhoCorasick>,
    /// For each of the words which of the withheld they are of, and whether they count only with a capital.
    of_word: Vec<(usize, bool)>,
    numbers: Option<AhoCorasick>,
    of_number: Vec<usize>,
}

impl Traces {
    pub(crate) fn of<'w>(
        proposer: &Proposer,
        withheld: impl IntoIterator<Item = &'w Withheld>,
    ) -> Self {
        let (mut words, mut of_word) = (Vec::new(), Vec::new());
        let (mut numbers, mut of_number) = (Vec::new(), Vec::new());
        for (index, withheld) in withheld.into_iter().enumerate() {
            // What only looks like a name counts as one where it has its capitals.
            let parts: Vec<(&str, bool)> = match withheld.extent {
                Extent::Words => vec![(&withheld.text, false)],
                Extent::Portion => {
                    let found = proposer.find(&withheld.text).into_iter();
                    let found = found.filter_map(|it| withheld.text.get(it.range));
                    let names = names(&withheld.text).into_iter();
                    let names = names.map(|name| (name, true));
                    found.map(|found| (found, false)).chain(names).collect()
                }
            };
            for (part, is_name) in parts {
                for writing in writings(part, withheld.extent) {
                    words.push(writing.text);
                    of_word.push((index, is_name || writing.proper));
                }
                let letters = Folded::of(part, Fold::Letters).text;
                let digits = letters.bytes().filter(u8::is_ascii_digit).count();
                if digits >= LONG && digits * 2 >= letters.len() {
                    numbers.push(letters);
                    of_number.push(index);
                }
            }
        }
        let search = |needles: Vec<String>| {
            (!needles.is_empty())
                .then(|| AhoCorasick::new(needles).ok())
                .flatten()
        };
        Self {
            words: search(words),
            of_word,
            numbers: search(numbers),
            of_number,
        }
    }

    /// Where in the text any of it stands, and of which of the withheld it is.
    pub(crate) fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let bounds = Boundaries::of(text);
        let mut all = Vec::new();
        if let Some(search) = &self.words {
            let folded = Folded::of(text, Fold::Words);
            for found in search.find_overlapping_iter(&folded.text) {
                let (Some(range), Some((index, proper))) = (
                    folded.source(found.range()),
                    self.of_word.get(found.pattern().as_usize()),
                ) else {
                    continue;
                };
                let capital = text
                    .get(range.clone())
                    .is_some_and(|it| it.starts_with(char::is_uppercase));
                if bounds.hold(&range) && (capital || !proper) {
                    all.push((range, *index));
                }
            }
        }
        if let Some(search) = &self.numbers {
            let folded = Folded::of(text, Fold::Letters);
            for found in search.find_overlapping_iter(&folded.text) {
                let (Some(range), Some(index)) = (
                    folded.source(found.range()),
                    self.of_number.get(found.pattern().as_usize()),
                ) else {
                    continue;
                };
                if bounds.hold(&range) {
                    all.push((range, *index));
                }
            }
        }
        all
    }
}
