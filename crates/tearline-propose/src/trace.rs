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
    words: Search,
    /// For each of the words which of the withheld they are of, and whether they count only with a capital.
    of_word: Vec<(usize, bool)>,
    numbers: Search,
    of_number: Vec<usize>,
}

/// How it is looked for.
enum Search {
    /// All at once.
    Together(AhoCorasick),
    /// One after the other: slower, and always there, so that too much to look for is not nothing found.
    OneByOne(Vec<String>),
}

impl Search {
    fn of(needles: Vec<String>) -> Self {
        match AhoCorasick::new(&needles) {
            Ok(search) => Self::Together(search),
            Err(_) => Self::OneByOne(needles),
        }
    }

    /// Every place in the text, also inside one another, and which of the needles stands there.
    fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        match self {
            Self::Together(search) => {
                let found = search.find_overlapping_iter(text);
                found
                    .map(|it| (it.range(), it.pattern().as_usize()))
                    .collect()
            }
            Self::OneByOne(needles) => {
                let begins = |needle: &str, at: usize| {
                    let rest = text.get(at..)?;
                    rest.starts_with(needle).then_some(at..at + needle.len())
                };
                let places = text.char_indices().flat_map(|(at, _)| {
                    let all = needles.iter().enumerate();
                    all.filter_map(move |(index, it)| Some((begins(it, at)?, index)))
                });
                places.collect()
            }
        }
    }
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
        Self {
            words: Search::of(words),
            of_word,
            numbers: Search::of(numbers),
            of_number,
        }
    }

    /// Where in the text any of it stands, and of which of the withheld it is.
    pub(crate) fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let bounds = Boundaries::of(text);
        let mut all = Vec::new();
        let folded = Folded::of(text, Fold::Words);
        for (place, needle) in self.words.find(&folded.text) {
            let (Some(range), Some((index, proper))) =
                (folded.source(place), self.of_word.get(needle))
            else {
                continue;
            };
            let capital = text
                .get(range.clone())
                .is_some_and(|it| it.starts_with(char::is_uppercase));
            if bounds.hold(&range) && (capital || !proper) {
                all.push((range, *index));
            }
        }
        let folded = Folded::of(text, Fold::Letters);
        for (place, needle) in self.numbers.find(&folded.text) {
            let (Some(range), Some(index)) = (folded.source(place), self.of_number.get(needle))
            else {
                continue;
            };
            if bounds.hold(&range) {
                all.push((range, *index));
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_looked_for_together_is_found_one_by_one() {
        let needles = ["marren", "ilse marren", "arr", "aa", "ren\u{e9}e"].map(ToOwned::to_owned);
        let text = "ilse marren, baaar, ren\u{e9}e, marr";
        let sorted = |search: Search| {
            let mut found: Vec<_> = search
                .find(text)
                .into_iter()
                .map(|(place, needle)| (place.start, place.end, needle))
                .collect();
            found.sort_unstable();
            found
        };
        let together = Search::of(needles.to_vec());
        assert!(matches!(together, Search::Together(_)));
        let one_by_one = sorted(Search::OneByOne(needles.to_vec()));
        assert_eq!(one_by_one.len(), 7);
        assert_eq!(sorted(together), one_by_one);
    }
}
