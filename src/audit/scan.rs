//! The words of a text as numbers: one look at its bytes, eight at a time.

use std::ops::ControlFlow;

use super::words::{Hyphens, Letters, RUN, next_word};

/// What stands for words: equal words have equal numbers. Different ones may, too, so that whoever finds two equal has still
/// to compare the words.
#[derive(Clone, Copy)]
pub(super) struct Numbering(u64);

/// What is seen of a text beside its words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// Its words are the same whatever a hyphen at the end of a line does.
    Same,
    /// They are not.
    Differs,
}

impl Numbering {
    /// Other numbers for every check, so that no text can be written for which they are bad ones. Nothing that is told depends
    /// on them.
    pub(super) fn new() -> Self {
        use std::hash::{BuildHasher, RandomState};
        Self(RandomState::new().hash_one(0))
    }

    /// Every run of words of a text, until one breaks off: where it begins, and its number.
    pub(super) fn runs(
        self,
        text: &str,
        hyphens: Hyphens,
        mut each: impl FnMut(usize, u64) -> ControlFlow<()>,
    ) -> Seen {
        let mut window = Window::default();
        self.words(text, hyphens, |at, number| match window.push(at, number) {
            Some((at, run)) => each(at, run),
            None => ControlFlow::Continue(()),
        })
    }

    /// The same for both readings of a hyphen at the end of a line, the second where there is one.
    pub(super) fn runs_of_both(
        self,
        text: &str,
        mut each: impl FnMut(Hyphens, usize, u64) -> ControlFlow<()>,
    ) {
        let seen = self.runs(text, Hyphens::Join, |at, run| each(Hyphens::Join, at, run));
        if seen == Seen::Differs {
            self.runs(text, Hyphens::Divide, |at, run| {
                each(Hyphens::Divide, at, run)
            });
        }
    }

    /// Every word of a text, until one breaks off: where it begins, and its number.
    #[inline]
    fn words(
        self,
        text: &str,
        hyphens: Hyphens,
        mut each: impl FnMut(usize, u64) -> ControlFlow<()>,
    ) -> Seen {
        let bytes = text.as_bytes();
        let mut seen = Seen::Same;
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            let mut word = self.0;
            let mut next = chunk(bytes, at);
            let mut bits = letters(next);
            while bits == u64::BITS {
                word = mixed(word, small(next));
                at += 8;
                next = chunk(bytes, at);
                bits = letters(next);
            }
            at += (bits / 8) as usize;
            // Nearly always a blank or a full stop stands behind a word.
            let number = match class((next >> bits) as u8) {
                Class::Letter | Class::Apart | Class::Within if at == start => {
                    at += 1;
                    continue;
                }
                Class::Letter | Class::Apart => {
                    at += 1;
                    mixed(word, small(next) & ((1 << bits) - 1))
                }
                Class::Within | Class::Other => {
                    if at == start {
                        match next_word(text, at) {
                            // A sign, or an escape: the word is behind it.
                            Some(next) if next > at => {
                                at = next;
                                continue;
                            }
                            Some(_) => {}
                            None => break,
                        }
                    }
                    let word = self.odd(text, start, hyphens);
                    at = word.end;
                    if word.joins {
                        seen = Seen::Differs;
                    }
                    word.number
                }
            };
            if each(start, number).is_break() {
                break;
            }
        }
        seen
    }

    /// The word that begins at `at`, letter by letter.
    #[inline(never)]
    fn odd(self, text: &str, at: usize, hyphens: Hyphens) -> Odd {
        let mut word = Word::new(self);
        let mut letters = Letters::of(text, at, hyphens);
        letters.by_ref().for_each(|letter| word.push(letter));
        Odd {
            end: letters.end(),
            number: word.number(),
            joins: letters.joins(),
        }
    }
}

/// A word that is not simply a few letters of one byte each.
struct Odd {
    end: usize,
    number: u64,
    /// Whether a hyphen at the end of a line stands in it or behind it.
    joins: bool,
}

/// The last words of a text.
struct Window {
    words: [(usize, u64); RUN],
    /// The place of the oldest of them, which the next one takes.
    oldest: usize,
    /// How many have to come until they are a run.
    missing: usize,
    run: u64,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            words: [(0, 0); RUN],
            oldest: 0,
            missing: RUN,
            run: 0,
        }
    }
}

impl Window {
    /// One more word; where so many stand in a row, where the first of them begins and the number of all.
    fn push(&mut self, at: usize, number: u64) -> Option<(usize, u64)> {
        const TURN: u32 = 13;
        let (_, gone) = std::mem::replace(self.words.get_mut(self.oldest)?, (at, number));
        self.run = self.run.rotate_left(TURN) ^ number ^ gone.rotate_left(TURN * RUN as u32);
        self.oldest += 1;
        if self.oldest == RUN {
            self.oldest = 0;
        }
        if self.missing > 1 {
            self.missing -= 1;
            return None;
        }
        let (first, _) = self.words.get(self.oldest)?;
        Some((*first, self.run))
    }
}

/// What a byte is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or a digit.
    Letter,
    /// It ends a word, and begins none.
    Apart,
    /// It begins no word; whether it ends one is still to be seen: a hyphen, or what does not show.
    Within,
    /// The first byte of something longer.
    Other,
}

/// One answer for each byte.
#[allow(
    clippy::indexing_slicing,
    reason = "the compiler looks at it: it is a constant"
)]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Apart; 256];
    let mut byte = 0;
    while byte < classes.len() {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'-' | b'\0' => Class::Within,
            b'\\' | b'&' | b'<' | 0x80.. => Class::Other,
            _ => Class::Apart,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    let class = CLASSES.get(usize::from(byte));
    class.copied().unwrap_or(Class::Other)
}

/// Eight bytes from `at` on, the first of them the lowest; zeros behind the end.
fn chunk(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    u64::from_le_bytes(match rest.first_chunk() {
        Some(chunk) => *chunk,
        None => {
            let mut last = [0; 8];
            last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            last
        }
    })
}

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// How many bits the letters and digits fill, up to the first byte that is neither.
const fn letters(chunk: u64) -> u32 {
    // Whether a byte is at least as great as another shows in its highest bit, once their difference is added to 128.
    let low = chunk & each(0x7f);
    let small = low | each(0x20);
    let letter = (small + each(0x80 - b'a')) & !(small + each(0x7f - b'z'));
    let digit = (low + each(0x80 - b'0')) & !(low + each(0x7f - b'9'));
    let others = !((letter | digit) & !chunk) & each(0x80);
    others.trailing_zeros() & !7
}

/// Letters and digits in lower case.
const fn small(chunk: u64) -> u64 {
    chunk | each(0x20)
}

/// A word on the way to its number.
struct Word {
    number: u64,
    /// The last bytes, not eight of them yet, and how many they are.
    open: u64,
    count: usize,
}

impl Word {
    const fn new(Numbering(seed): Numbering) -> Self {
        Self {
            number: seed,
            open: 0,
            count: 0,
        }
    }

    fn push(&mut self, letter: char) {
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            self.open |= u64::from(byte) << (8 * self.count);
            self.count += 1;
            if self.count == 8 {
                self.number = mixed(self.number, self.open);
                (self.open, self.count) = (0, 0);
            }
        }
    }

    const fn number(&self) -> u64 {
        // No byte of a word is zero: how many there are shows.
        mixed(self.number, self.open)
    }
}

/// Every bit of the one and of the other in every bit of the result, or nearly so.
const fn mixed(one: u64, other: u64) -> u64 {
    let product = (one ^ other) as u128 * 0x9e37_79b9_7f4a_7c15;
    (product >> 64) as u64 ^ product as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    fn plain(text: &str, hyphens: Hyphens) -> (Vec<(usize, String)>, Seen) {
        let (mut at, mut words, mut seen) = (0, Vec::new(), Seen::Same);
        while let Some(start) = next_word(text, at) {
            let mut letters = Letters::of(text, start, hyphens);
            words.push((start, letters.by_ref().collect()));
            at = letters.end();
            if letters.joins() {
                seen = Seen::Differs;
            }
        }
        (words, seen)
    }

    #[test]
    fn words_are_found_where_a_reader_of_single_letters_finds_them() {
        let parts = [
            "a",
            "B",
            "ab",
            "Zq9",
            "harbor",
            "Delegation",
            "İstanbul",
            "é",
            "K",
            "ß",
            "\u{200b}",
            "\0",
            "-",
            "-\n",
            "\u{ad}\r\n",
            " ",
            " ",
            "\n",
            ".",
            "\\n",
            "\\\\",
            "\\u00e9",
            "&nbsp;",
            "&#39;",
            "&",
            "<br>",
            "<",
            "—",
            "\u{10}",
            "@[`{/:",
            "\u{a0}",
        ];
        let numbering = Numbering::new();
        let mut random = Random::new();
        let mut numbers = std::collections::HashMap::new();
        for _ in 0..20_000 {
            let text: String = (0..random.below(24)).map(|_| random.pick(&parts)).collect();
            for hyphens in Hyphens::BOTH {
                let (words, seen) = plain(&text, hyphens);
                let mut found = Vec::new();
                let differs = numbering.words(&text, hyphens, |at, number| {
                    found.push((at, number));
                    ControlFlow::Continue(())
                });
                assert!(differs == seen, "{text:?}");
                let places = |at: &(usize, _)| at.0;
                let (one, other): (Vec<_>, Vec<_>) = (
                    words.iter().map(|it| it.0).collect(),
                    found.iter().map(places).collect(),
                );
                assert_eq!(one, other, "{text:?}");
                for ((_, word), (_, number)) in words.into_iter().zip(found) {
                    assert_eq!(*numbers.entry(word).or_insert(number), number, "{text:?}");
                }
            }
        }
        // Different words with one number would only cost time; among so few there are none.
        let different: std::collections::HashSet<u64> = numbers.values().copied().collect();
        assert_eq!(different.len(), numbers.len());
    }
}
