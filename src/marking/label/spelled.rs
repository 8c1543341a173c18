//! Reading a level that stands in words: on a level line, in a statement, beside a caption.

use super::lattice::Label;
use super::stated::StatedMark;
use crate::marking::mark::Marking;
use crate::marking::register::{Letters, Means, SPELLINGS, Spelling};

/// A level that stands in words at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpelledLevel {
    means: Means,
    end: usize,
}

impl SpelledLevel {
    /// Reads the level at the very beginning of `text`, its letters together or spaced, in any case: `SECRET`, `S E C R E T`,
    /// `Top Secret`, `UNCLAS`, `L I M I T E D OFFICIAL USE`, `NATO SECRET`, `SBU`. `None` where no level stands there as a
    /// word of its own: `Secretary`, `SECRET-based`, `Lou`.
    pub(crate) fn at(text: &str) -> Option<Self> {
        if !Self::may_begin(text) {
            return None;
        }
        let first = text.bytes().next()?.to_ascii_uppercase();
        SPELLINGS
            .iter()
            .filter(|spelling| spelling.words.bytes().next() == Some(first))
            .find_map(|spelling| {
                let end = spelled(text, spelling)?;
                let means = spelling.means;
                Some(Self { means, end })
            })
    }

    /// A short look: whether the first three letters of `text` are those of a spelling.
    pub(crate) fn may_begin(text: &str) -> bool {
        // The bytes of a blank that breaks no line among them.
        let spaced = |b: &u8| matches!(b, b' ' | b'\t' | 0xc2 | 0xa0);
        let heads = |letter: u8| HEADS.get(usize::from(letter) % LETTERS);
        let [first, second, third] = match *text.as_bytes() {
            // Nearly always the second letter tells.
            [first, second, ..]
                if !spaced(&first)
                    && !spaced(&second)
                    && heads(first).is_none_or(|(seconds, _)| seconds & bit(second) == 0) =>
            {
                return false;
            }
            _ => {
                let mut letters = text.bytes().filter(|b| !spaced(b));
                [(); 3].map(|()| letters.next().unwrap_or_default())
            }
        };
        heads(first)
            .is_some_and(|(seconds, thirds)| seconds & bit(second) != 0 && thirds & bit(third) != 0)
    }

    /// The words of every spelling, in capitals.
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        SPELLINGS.iter().map(|spelling| spelling.words)
    }

    /// Where the text behind it begins, in bytes.
    pub(crate) const fn end(self) -> usize {
        self.end
    }

    /// What it asks of a reader.
    pub(crate) fn label(self) -> Label {
        match self.means {
            Means::Level(level) => Label::of_level(level),
            Means::Nato(rank) => Label::from(&Marking::of_nato(rank)),
            Means::Sensitivity(mark) => {
                StatedMark::read(mark).map_or_else(|_| Label::unresolved(), |stated| stated.label())
            }
        }
    }
}

/// How many letters there are, with room for the bits that all of them share.
const LETTERS: usize = 32;

/// The second and the third letters, each a bit, of the spellings that begin with a letter.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a spelling that is not there stops the compiler"
)]
static HEADS: [(u32, u32); LETTERS] = {
    let mut heads = [(0, 0); LETTERS];
    let mut at = 0;
    while at < SPELLINGS.len() {
        // The first word of every spelling has three letters at least.
        let words = SPELLINGS[at].words.as_bytes();
        let head = &mut heads[words[0] as usize % LETTERS];
        head.0 |= bit(words[1]);
        head.1 |= bit(words[2]);
        at += 1;
    }
    heads
};

const fn bit(letter: u8) -> u32 {
    1 << (letter % 32)
}

/// Where the blanks end that stand from `at` on, those that break no line among them.
fn behind_blanks(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match bytes.get(at..) {
            Some([b' ' | b'\t', ..]) => 1,
            Some([0xc2, 0xa0, ..]) => 2,
            _ => return at,
        };
    }
}

/// Where `spelling` ends at the beginning of `text`.
fn spelled(text: &str, spelling: &Spelling) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    for (index, letter) in spelling
        .words
        .bytes()
        .filter(|byte| *byte != b' ')
        .enumerate()
    {
        if index > 0 {
            at = behind_blanks(bytes, at);
        }
        let found = bytes.get(at)?;
        let same = match spelling.letters {
            Letters::Any => found.eq_ignore_ascii_case(&letter),
            Letters::Capitals => *found == letter,
        };
        if !same {
            return None;
        }
        at += 1;
    }
    let apart = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '_');
    let rest = text.get(at..)?;
    // One hyphen joins words, two are a dash.
    (rest.starts_with("--") || rest.chars().next().is_none_or(apart)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_read_in_every_spelling() {
        for (text, printed, rest) in [
            ("SECRET", "S", ""),
            ("Secret talks", "S", " talks"),
            ("S E C R E T PORT VESTA 1", "S", " PORT VESTA 1"),
            ("T O P  S E C R E T", "TS", ""),
            ("TOPSECRET", "TS", ""),
            ("TOP\u{a0}SECRET", "TS", ""),
            (
                "S\u{a0}E\u{a0}C\u{a0}R\u{a0}E\u{a0}T VESTA 1",
                "S",
                " VESTA 1",
            ),
            ("UNCLAS SECTION 1", "U", " SECTION 1"),
            ("UNCLASS//SBU", "U", "//SBU"),
            ("unclassified", "U", ""),
            ("C O N F I D E N T I A L", "C", ""),
            ("LIMITED OFFICIAL USE", "LOU", ""),
            ("L I M I T E D  OFFICIAL USE", "LOU", ""),
            ("LIMITED OFFICIAL VESTA 1", "LOU", " VESTA 1"),
            ("FOR OFFICIAL USE ONLY", "U//FOUO", ""),
            ("OFFICIAL USE ONLY", "U//FOUO", ""),
            ("FOUO", "U//FOUO", ""),
            ("Sensitive But Unclassified", "SBU", ""),
            ("SBU", "SBU", ""),
            ("CUI", "CUI", ""),
            ("Controlled Unclassified Information", "CUI", ""),
            ("NATO SECRET", "S//FGI NATO", ""),
            ("COSMIC TOP SECRET", "TS//FGI NATO", ""),
            ("NATO CONFIDENTIAL X", "C//FGI NATO", " X"),
        ] {
            let read = SpelledLevel::at(text);
            assert_eq!(
                read.map(|level| level.label().to_string()).as_deref(),
                Some(printed),
                "{text}"
            );
            assert_eq!(
                read.and_then(|level| text.get(level.end()..)),
                Some(rest),
                "{text}"
            );
        }
    }

    #[test]
    fn the_first_letters_of_a_spelling_tell_it() {
        for spelling in &SPELLINGS {
            let words = spelling.words;
            assert!(
                words.bytes().take(3).all(|b| b.is_ascii_uppercase()),
                "{words}"
            );
            let apart: String = words.chars().flat_map(|c| [c, ' ']).collect();
            for text in [words, &words.to_lowercase(), &apart] {
                assert!(SpelledLevel::may_begin(text), "{text}");
            }
        }
        for text in ["The pier", "to the port", "committee", "figures", "see", ""] {
            assert!(!SpelledLevel::may_begin(text), "{text}");
        }
    }

    #[test]
    fn a_word_that_only_begins_like_a_level_is_none() {
        for text in [
            "",
            "Secretary",
            "SECRET-based",
            "secret's",
            "Lou said",
            "cui bono",
            "Sbu",
            "Topsecrets",
            "NATO",
            "OFFICIAL",
            "CONTROLLED",
            "CONFIDENTIALLY",
            " SECRET",
        ] {
            assert_eq!(SpelledLevel::at(text), None, "{text}");
        }
    }
}
