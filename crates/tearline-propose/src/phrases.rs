//! Phrases: words that carry meaning, one behind the other.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::folded::is_one;
use crate::written_names::COMMON;

/// In how many portions a rare word stands at most: the one that is withheld, and the one that would go out.
const FEW: usize = 2;

/// In how many portions a name stands at most that is not what the document is about.
const NAMES: usize = 3;

/// Words that carry no meaning of their own.
const EMPTY: &str = "the a an and or but nor of to in on at by for from with without into onto upon as that this these those who whom \
     whose which what when where while if than then he she it they we i you his her their our its my your him them us \
     has have had is are was were be been being will would shall should may might can could must do does did not no \
     also any all some both each other more most such so too very there here only own same just about over under after \
     before between during since until because against through per via out up down off again once said says";

/// In how many of a document's portions each word stands.
pub(crate) struct Phrases {
    portions: HashMap<String, usize>,
}

impl Phrases {
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut portions = HashMap::new();
        for text in texts {
            let text = text.to_lowercase();
            let words: HashSet<&str> = words(&text).collect();
            for word in words {
                match portions.get_mut(word) {
                    Some(count) => *count += 1,
                    None => {
                        portions.insert(word.to_owned(), 1);
                    }
                }
            }
        }
        Self { portions }
    }

    /// Whether so few portions hold all the words that these are no subject of the document.
    pub(crate) fn hold_few(&self, words: &str) -> bool {
        let words = words.to_lowercase();
        let known = |word: &str| self.portions.get(word).copied().unwrap_or_default();
        words
            .unicode_words()
            .map(known)
            .min()
            .is_some_and(|least| least <= NAMES)
    }

    /// Whether two of the three are rare.
    pub(crate) fn are_in(&self, phrase: &[&str; 3]) -> bool {
        let rare = |word: &&&str| {
            let count = self.portions.get(**word).copied().unwrap_or_default();
            let tells = word.chars().count() > 3 && word.chars().all(char::is_alphabetic);
            count <= FEW && tells && !is_one(COMMON, word)
        };
        phrase.iter().filter(rare).count() >= 2
    }
}

/// Three words that carry meaning, wherever three follow each other.
pub(crate) fn phrases(text: &str) -> impl Iterator<Item = [&str; 3]> {
    let seconds = words(text).skip(1);
    let thirds = words(text).skip(2);
    words(text)
        .zip(seconds)
        .zip(thirds)
        .map(|((a, b), c)| [a, b, c])
}

/// The words that carry meaning.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.unicode_words().filter(|word| !is_one(EMPTY, word))
}
