//! Does anything of excised words stand in an output? They are few, so that fewer words in a row count.

use std::collections::{HashMap, HashSet, VecDeque};
use std::ops::Range;

use super::words::{Hyphens, Letters, next_word};

/// So many words in a row, one of them excised, that nothing released has, are a leak. A word alone proves nothing: a page has
/// words of its own.
const ROW: usize = 3;

/// A portion in which words are excised.
pub(super) struct Excised {
    /// Which, by its index.
    pub(super) portion: usize,
    /// All of its text.
    pub(super) text: String,
    /// Where the excised words stand in it.
    pub(super) gone: Vec<Range<usize>>,
}

/// The portions of which excised words stand in the output, each with the first place there; `open` is what is released.
pub(super) fn leaks_of_words(
    excised: &[Excised],
    open: &[String],
    output: &str,
) -> Vec<(usize, usize)> {
    let mut rows: HashMap<String, usize> = HashMap::new();
    for it in excised {
        for hyphens in Hyphens::BOTH {
            let length = count(&it.text, hyphens).min(ROW);
            each_row(&it.text, hyphens, length, |row, at| {
                let touches = |range: &Range<usize>| range.start < at.end && at.start < range.end;
                if it.gone.iter().any(touches) {
                    rows.entry(row).or_insert(it.portion);
                }
            });
        }
    }
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    rows_of(output, |row, at| {
        if let Some(portion) = rows.get(&row) {
            found.push((row, *portion, at.start));
        }
    });
    if !found.is_empty() {
        let mut released = HashSet::new();
        for text in open {
            rows_of(text, |row, _| {
                released.insert(row);
            });
        }
        found.retain(|(row, _, _)| !released.contains(row));
    }
    found
        .into_iter()
        .map(|(_, portion, at)| (portion, at))
        .collect()
}

/// Every row of words of a text, in each length and in both readings of a hyphen at the end of a line.
fn rows_of(text: &str, mut each: impl FnMut(String, Range<usize>)) {
    for hyphens in Hyphens::BOTH {
        for length in 1..=ROW {
            each_row(text, hyphens, length, &mut each);
        }
    }
}

fn each_row(
    text: &str,
    hyphens: Hyphens,
    length: usize,
    mut each: impl FnMut(String, Range<usize>),
) {
    let mut last: VecDeque<(usize, String)> = VecDeque::new();
    each_word(text, hyphens, |at, word| {
        last.push_back((at.start, word));
        if last.len() > length {
            last.pop_front();
        }
        if let Some((start, _)) = last.front().filter(|_| last.len() == length) {
            let words: Vec<&str> = last.iter().map(|(_, word)| word.as_str()).collect();
            each(words.join(" "), *start..at.end);
        }
    });
}

fn count(text: &str, hyphens: Hyphens) -> usize {
    let mut count = 0;
    each_word(text, hyphens, |_, _| count += 1);
    count
}

fn each_word(text: &str, hyphens: Hyphens, mut each: impl FnMut(Range<usize>, String)) {
    let mut at = 0;
    while let Some(start) = next_word(text, at) {
        let mut letters = Letters::of(text, start, hyphens);
        let word: String = letters.by_ref().collect();
        // A reader of words goes on at every step.
        at = letters.end().max(start + 1);
        each(start..at, word);
    }
}
