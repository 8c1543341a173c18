//! How words begin, as a set that a short look asks.

/// How many letters there are, with room for the bits that all of them share, and how many bits tell one.
const LETTERS: usize = 32;
const BITS: u32 = LETTERS.trailing_zeros();

/// How many numbers hold a bit for every three letters.
const NUMBERS: usize = 1 << (3 * BITS - u64::BITS.trailing_zeros());

/// The first three letters of words, in any case.
pub(crate) struct Heads([u64; NUMBERS]);

impl Heads {
    /// A word of two letters may go on with any, behind a space.
    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut heads = Self([0; NUMBERS]);
        for word in words {
            let (first, second, thirds) = match *word.as_bytes() {
                [first, second, third, ..] if third != b' ' => (first, second, third..=third),
                [first, second, ..] => (first, second, b'A'..=b'Z'),
                _ => continue,
            };
            for third in thirds {
                let (at, bit) = Self::place([first, second, third]);
                if let Some(bits) = heads.0.get_mut(at) {
                    *bits |= bit;
                }
            }
        }
        heads
    }

    /// Whether a word may begin with these letters.
    pub(crate) fn hold(&self, letters: [u8; 3]) -> bool {
        let (at, bit) = Self::place(letters);
        self.0.get(at).is_none_or(|bits| bits & bit != 0)
    }

    /// The number and the bit of three letters; a small `l` may be a capital `I`.
    fn place(letters: [u8; 3]) -> (usize, u64) {
        let place = letters.iter().fold(0, |place, b| {
            let letter = match b | 0x20 {
                b'l' => b'i',
                other => other,
            };
            (place << BITS) | (usize::from(letter) % LETTERS)
        });
        (place / 64, 1 << (place % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_those_of_the_words_in_any_case() {
        let heads = Heads::of(["SECRET", "UK", "LIMDIS", "NO DIS"].into_iter());
        for head in ["SEC", "sec", "UKx", "limit", "IIM", "nod", "NOT"] {
            let letters = head.as_bytes().first_chunk().unwrap();
            assert!(heads.hold(*letters), "{head}");
        }
        for other in ["SEA", "tec", "usa"] {
            let letters = other.as_bytes().first_chunk().unwrap();
            assert!(!heads.hold(*letters), "{other}");
        }
    }
}
