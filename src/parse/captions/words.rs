//! The words of a line in which captions may stand.

use std::borrow::Cow;

use super::super::chars::{byte, is_silent, runs};
use super::table::{CAPTIONS, may_begin};

const LINE_WORDS: usize = 24;

/// The most parts that the signs of such a line make of it.
const LINE_SIGNS: usize = 120;

/// A word of a line, in capitals, without the signs around it.
pub(super) struct Word<'t> {
    pub(super) text: Cow<'t, str>,
    /// Whether it stands in capitals; a small `l` may be the slip of a scanner.
    pub(super) capitals: bool,
    /// Whether more than white space parts it from the word before.
    pub(super) behind_sign: bool,
}

impl<'t> Word<'t> {
    fn new(part: &'t str, behind_sign: bool) -> Self {
        let shouts = |b: u8| b.is_ascii() && !b.is_ascii_lowercase();
        if part.bytes().all(shouts) {
            return Self {
                text: part.into(),
                capitals: true,
                behind_sign,
            };
        }
        let lower = part.chars().filter(|c| c.is_lowercase()).count();
        let slips = part.matches('l').count();
        Self {
            text: part.to_uppercase().into(),
            capitals: lower == 0 || (lower == slips && part.len() > 2 * slips),
            behind_sign,
        }
    }
}

/// The words of a line; letters that stand apart make one: `N O D I S`, `N.O.D.I.S.`
pub(super) fn words(shown: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut letters = String::new();
    let mut behind_sign = false;
    let parts = shown.split_inclusive(|c: char| !is_of_word(c));
    for part in parts.filter(|part| !part.is_empty()).take(LINE_SIGNS) {
        let sign = part.chars().next_back().filter(|c| !is_of_word(*c));
        let part = part.trim_end_matches(|c: char| !is_of_word(c));
        if !part.is_empty() {
            if words.len() == LINE_WORDS {
                break;
            }
            if part.chars().nth(1).is_none() && part.is_ascii() {
                letters.push_str(part);
            } else {
                push_letters(&mut words, &mut letters);
                words.push(Word::new(part, std::mem::take(&mut behind_sign)));
            }
        }
        behind_sign |= sign.is_some_and(|c| !is_silent(c));
    }
    push_letters(&mut words, &mut letters);
    words
}

/// A short look at the words of a line: whether a caption may begin with one of them. Letters that stand apart are looked at in
/// full, and so is what is none of ASCII.
pub(super) fn may_hold(shown: &str) -> bool {
    let mut letter = false;
    !shown.is_ascii()
        || runs(shown, |b| is_of_word(char::from(b))).any(|word| {
            let apart = std::mem::replace(&mut letter, word.len() == 1) && letter;
            apart || may_begin(word)
        })
}

/// Whether a character may stand in a word; a scanner reads a letter as some of them.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '|' | '$' | '\'')
}

/// Letter by letter stand one caption or several.
fn push_letters(words: &mut Vec<Word<'_>>, letters: &mut String) {
    if letters.is_empty() {
        return;
    }
    let upper = std::mem::take(letters).to_uppercase();
    let mut rest = upper.as_str();
    while !rest.is_empty() {
        let end = CAPTIONS
            .iter()
            .filter(|known| byte(known.words, 0) == byte(rest, 0))
            .map(|known| (known, known.words.split(' ').map(str::len).sum::<usize>()))
            .filter(|(known, len)| {
                let letters = known.words.chars().filter(|c| *c != ' ');
                rest.get(..*len)
                    .is_some_and(|head| letters.eq(head.chars()))
            })
            .map(|(_, len)| len)
            .max()
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        words.push(Word {
            text: word.to_owned().into(),
            capitals: true,
            behind_sign: false,
        });
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::among;
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_short_look_turns_down_no_line_that_holds_a_caption() {
        let mut random = Random::new();
        let mut found = 0;
        let signs: Vec<char> = "AEIDNOSXl1058|$' .-/é（".chars().collect();
        for _ in 0..32_768 {
            let known = &CAPTIONS[random.below(CAPTIONS.len())];
            let mut text: Vec<char> = known.words.chars().collect();
            match random.below(5) {
                0 => text = known.words.to_lowercase().chars().collect(),
                1 => text = text.iter().flat_map(|c| [*c, ' ']).collect(),
                2 => text.retain(|c| *c != ' '),
                _ => {}
            }
            for _ in 0..random.below(3) {
                let at = random.below(text.len());
                let sign = signs[random.below(signs.len())];
                if random.below(2) == 0 {
                    text[at] = sign;
                } else {
                    text.insert(at, sign);
                }
            }
            let text: String = text.into_iter().collect();
            let line = [
                random.pick(&["", "A ", "THE ", "Vesta "]),
                &text,
                random.pick(&["", " B", " for Ode"]),
            ]
            .concat();
            let captions = among(&words(&line));
            if captions.any || captions.alone || captions.binds() {
                found += 1;
                assert!(may_hold(&line), "{line:?}");
            }
        }
        assert!(found > 5000, "{found}");
    }
}
