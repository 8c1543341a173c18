//! Words as numbers, so that a table of many is searched in a few steps.

/// The longest word that is one, in bytes.
const LONGEST: usize = 16;

/// A word in capitals, whatever its case, as a number that sorts as the word does; `None` where it is too long for one.
pub(super) const fn packed(word: &[u8]) -> Option<u128> {
    if word.len() > LONGEST {
        return None;
    }
    // Shorter words fill up behind, so that they sort before longer ones that begin with them.
    let mut letters = [0; LONGEST];
    let mut rest: &mut [u8] = &mut letters;
    let mut word = word;
    while let (Some((to, to_behind)), Some((from, from_behind))) =
        (rest.split_first_mut(), word.split_first())
    {
        *to = from.to_ascii_uppercase();
        (rest, word) = (to_behind, from_behind);
    }
    Some(u128::from_be_bytes(letters))
}

/// Words in the order of their letters, in capitals.
pub(super) struct Words<const N: usize> {
    packed: [Option<u128>; N],
    /// What those are like that begin with a letter.
    heads: [Head; LETTERS],
}

/// What words are like that begin with the same letter: their lengths, their second and their third letters, each a bit.
#[derive(Clone, Copy)]
struct Head {
    lengths: u32,
    seconds: u32,
    thirds: u32,
}

const fn bit(letter: u8) -> u32 {
    1 << (letter as usize % LETTERS)
}

/// How many letters there are, with room for the bits that all of them share.
const LETTERS: usize = 32;

impl<const N: usize> Words<N> {
    #[expect(
        clippy::indexing_slicing,
        reason = "in a constant: a word that is not there stops the compiler"
    )]
    pub(super) const fn of(words: &[&str; N]) -> Self {
        let mut packed_words = [None; N];
        let mut heads = [Head {
            lengths: 0,
            seconds: 0,
            thirds: 0,
        }; LETTERS];
        let mut at = 0;
        while at < N {
            let word = words[at].as_bytes();
            packed_words[at] = packed(word);
            let head = &mut heads[word[0] as usize % LETTERS];
            head.lengths |= 1 << word.len();
            head.seconds |= bit(if word.len() > 1 { word[1] } else { 0 });
            head.thirds |= bit(if word.len() > 2 { word[2] } else { 0 });
            at += 1;
        }
        Self {
            packed: packed_words,
            heads,
        }
    }

    /// Which of the words `word` is, in any case.
    pub(super) fn position(&self, word: &[u8]) -> Option<usize> {
        let letter = |at: usize| word.get(at).copied().unwrap_or_default();
        let head = self.heads.get(usize::from(*word.first()?) % LETTERS)?;
        let may = word.len() <= LONGEST
            && head.lengths >> word.len() & 1 != 0
            && head.seconds & bit(letter(1)) != 0
            && head.thirds & bit(letter(2)) != 0;
        if !may {
            return None;
        }
        self.packed.binary_search(&Some(packed(word)?)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_word_is_found_in_any_case_and_no_other_is() {
        static WORDS: [&str; 4] = ["A", "ALDER", "BIRCH", "E-MAIL"];
        let known = Words::of(&WORDS);
        for (at, word) in WORDS.iter().enumerate() {
            assert_eq!(known.position(word.as_bytes()), Some(at), "{word}");
            assert_eq!(
                known.position(word.to_ascii_lowercase().as_bytes()),
                Some(at),
                "{word}"
            );
        }
        let mut random = Random::new();
        let letters: Vec<char> = "ABCDEHILMRabr-1é".chars().collect();
        for _ in 0..2048 {
            let word = random.text(&letters, 0, 6);
            let place = WORDS
                .iter()
                .position(|known| word.eq_ignore_ascii_case(known));
            assert_eq!(known.position(word.as_bytes()), place, "{word}");
        }
    }
}
