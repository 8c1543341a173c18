//! Levels that are known with one letter wrong.

use super::chars::from;
use crate::marking::{Level, SpelledLevel};

/// Words that are a letter away from a level, and none.
const WORDS_LIKE_LEVELS: [&str; 3] = ["SECRETS", "SECRETE", "SACRET"];

/// Levels that are known with one letter wrong. UNCLASSIFIED is none of them: what is not understood is never that.
const SLIPPED: [(&str, Level); 2] = [
    ("SECRET", Level::Secret),
    ("CONFIDENTIAL", Level::Confidential),
];

/// The level that a word names but for one letter.
pub(super) fn level(word: &str) -> Option<Level> {
    let of_length = |name: &str| name.len().abs_diff(word.len()) <= 1;
    SLIPPED
        .iter()
        .filter(|(name, _)| of_length(name))
        .find(|(name, _)| is_a_letter_away(name, word) && !WORDS_LIKE_LEVELS.contains(&word))
        .map(|(_, level)| *level)
}

/// The most letters of a level of one word.
const WIDEST: usize = 12;

/// A level in capitals with one wrong letter, at the head of the line of a telegram or of one of its sections: `S E C R F T
/// SECTION 02 OF 03`, `SECRFT PORT VESTA 12`.
pub(super) fn at_head(text: &str) -> Option<SpelledLevel> {
    if text.contains(char::is_lowercase) {
        return None;
    }
    let mut letters = String::new();
    let mut end = 0;
    for part in text.split_inclusive(' ') {
        let word = part.trim_end_matches(' ');
        let apart = word.len() == 1 && letters.len() < WIDEST;
        if !(word.is_empty() || apart || letters.is_empty()) {
            break;
        }
        letters.push_str(word);
        end += part.len();
        if word.len() > 1 {
            break;
        }
    }
    let rest = from(text, end);
    let headed = rest.starts_with("SECTION ") || rest.ends_with(|c: char| c.is_ascii_digit());
    let name = headed.then(|| level(&letters)).flatten()?.banner();
    if name.len() != letters.len() {
        return None;
    }
    let mut known = name.chars();
    let mend = |c| if c == ' ' { Some(c) } else { known.next() };
    let mended: String = text.get(..end)?.chars().filter_map(mend).collect();
    SpelledLevel::at(&mended)
}

/// Whether one letter is wrong, too many or lost.
fn is_a_letter_away(name: &str, word: &str) -> bool {
    let (name, word) = (name.as_bytes(), word.as_bytes());
    let ends = || name.first() == word.first() || name.last() == word.last();
    if name.len().abs_diff(word.len()) > 1 || !ends() || name == word {
        return false;
    }
    let same =
        |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(a, b)| a == b).count();
    let pairs = || name.iter().copied().zip(word.iter().copied());
    let head = same(&mut pairs());
    let tail = same(&mut name.iter().rev().copied().zip(word.iter().rev().copied()));
    head + tail + 1 >= name.len().max(word.len())
}
