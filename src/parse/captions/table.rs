//! The captions that are known.

use super::super::chars::starts_with_word;
use super::separator::is_separator;
use crate::marking::Caption;

/// What a caption asks of the portions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binds {
    Nothing,
    /// What is unmarked is Sensitive But Unclassified at least.
    Sensitive,
    Portions(Caption),
}

/// Whether the words of a caption are words of other texts as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Never: a code word.
    Code,
    /// Not in this order.
    Phrase,
    /// They are; a line that holds them in a heading may say something else.
    Word,
}

/// A row of the table.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) words: &'static str,
    /// Where its first word ends.
    head: usize,
    pub(super) binds: Binds,
    pub(super) used: Use,
}

#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a letter that is not there stops the compiler"
)]
const fn known(words: &'static str, binds: Binds, used: Use) -> Known {
    let mut head = 0;
    while head < words.len() && words.as_bytes()[head] != b' ' {
        head += 1;
    }
    Known {
        words,
        head,
        binds,
        used,
    }
}

impl Known {
    /// The first of its words.
    pub(super) fn head(&self) -> &'static str {
        self.words.get(..self.head).unwrap_or(self.words)
    }
}

const OTHER: Binds = Binds::Portions(Caption::Other);

const CHANNEL: Binds = Binds::Portions(Caption::Channel);

/// The captions of telegrams (5 FAH-2 H-440; the channels: H-442), the intelligence controls that older papers spell out
/// (CAPCO 2016, superseded markings), and what stands for Sensitive But Unclassified beside a level (STATE 018029).
#[rustfmt::skip]
pub(super) static CAPTIONS: [Known; 71] = [
    known("NODIS", Binds::Portions(Caption::Nodis), Use::Code),
    known("NO DISTRIBUTION", Binds::Portions(Caption::Nodis), Use::Phrase),
    known("EXDIS", Binds::Portions(Caption::Exdis), Use::Code),
    known("EXCLUSIVE DISTRIBUTION", Binds::Portions(Caption::Exdis), Use::Phrase),
    known("STADIS", Binds::Portions(Caption::Stadis), Use::Code),
    known("NOFORN", Binds::Portions(Caption::Noforn), Use::Code),
    known("NO FOREIGN DISSEM", Binds::Portions(Caption::Noforn), Use::Phrase),
    known("NO FOREIGN DISSEMINATION", Binds::Portions(Caption::Noforn), Use::Phrase),
    known("NOT RELEASABLE TO FOREIGN NATIONALS", Binds::Portions(Caption::Noforn), Use::Phrase),
    known("LIMDIS", OTHER, Use::Code),
    known("CLOSE HOLD", OTHER, Use::Phrase),
    known("CLOSEHOLD", OTHER, Use::Code),
    known("HOLD CLOSELY", OTHER, Use::Phrase),
    known("HANDLE VIA", OTHER, Use::Phrase),
    known("LIMITED DISTRIBUTION", OTHER, Use::Phrase),
    known("TERREP", OTHER, Use::Code),
    known("SPECAT", OTHER, Use::Code),
    known("ORCON", OTHER, Use::Code),
    known("WNINTEL", OTHER, Use::Code),
    known("PROPIN", OTHER, Use::Code),
    known("NOCONTRACT", OTHER, Use::Code),
    known("NOCON", OTHER, Use::Code),
    known("NO CONTRACTOR", OTHER, Use::Phrase),
    known("FEDCON", OTHER, Use::Phrase),
    known("FED ONLY", OTHER, Use::Phrase),
    known("DL ONLY", OTHER, Use::Phrase),
    known("NO DISSEM ABROAD", OTHER, Use::Phrase),
    known("CONTROLLED DISSEM", OTHER, Use::Phrase),
    known("BACKGROUND USE ONLY", OTHER, Use::Phrase),
    known("DISSEM", OTHER, Use::Word),
    known("ROGER", CHANNEL, Use::Word),
    known("ROGER CHANNEL", CHANNEL, Use::Phrase),
    known("AGREMENT", CHANNEL, Use::Word),
    known("AGRMENT", CHANNEL, Use::Code),
    known("AGREMENT CHANNEL", CHANNEL, Use::Phrase),
    known("AGRMENT CHANNEL", CHANNEL, Use::Phrase),
    known("DIRGEN", CHANNEL, Use::Code),
    known("DIRGEN CHANNEL", CHANNEL, Use::Phrase),
    known("DG CHANNEL", CHANNEL, Use::Phrase),
    known("MED CHANNEL", CHANNEL, Use::Phrase),
    known("TM CHANNEL", CHANNEL, Use::Phrase),
    known("DS CHANNEL", CHANNEL, Use::Phrase),
    known("EYES ONLY CHANNEL", CHANNEL, Use::Phrase),
    known("DISSENT CHANNEL", CHANNEL, Use::Phrase),
    known("CODEL", OTHER, Use::Word),
    known("EYES", OTHER, Use::Word),
    known("EYES ONLY", OTHER, Use::Phrase),
    known("EXCLUSIVE", OTHER, Use::Word),
    known("EXCLUSIVE FOR", OTHER, Use::Phrase),
    known("EXCLUSIVELY", OTHER, Use::Word),
    known("PERSONAL", OTHER, Use::Word),
    known("OFFICIAL INFORMAL", OTHER, Use::Phrase),
    known("INFORM CONSULS", OTHER, Use::Phrase),
    known("LAW ENFORCEMENT SENSITIVE", OTHER, Use::Phrase),
    known("SENSITIVE", Binds::Sensitive, Use::Word),
    known("SENSITIVE BUT UNCLASSIFIED", Binds::Sensitive, Use::Phrase),
    known("SBU", Binds::Sensitive, Use::Code),
    known("NOT FOR INTERNET", Binds::Sensitive, Use::Phrase),
    known("NOT FOR INTERNET DISTRIBUTION", Binds::Sensitive, Use::Phrase),
    known("EFTO", Binds::Sensitive, Use::Code),
    known("FOUO", Binds::Sensitive, Use::Code),
    known("OUO", Binds::Sensitive, Use::Code),
    known("LOU", Binds::Sensitive, Use::Word),
    known("CUI", Binds::Sensitive, Use::Code),
    known("FOR OFFICIAL USE ONLY", Binds::Sensitive, Use::Phrase),
    known("OFFICIAL USE ONLY", Binds::Sensitive, Use::Phrase),
    known("LIMITED OFFICIAL USE", Binds::Sensitive, Use::Phrase),
    known("LIMITED OFFICIAL USE ONLY", Binds::Sensitive, Use::Phrase),
    known("CONTROLLED UNCLASSIFIED INFORMATION", Binds::Sensitive, Use::Phrase),
    known("SIPDIS", Binds::Nothing, Use::Code),
    known("INFORM ALL STATE EMPLOYEES", Binds::Nothing, Use::Phrase),
];

/// Which rows begin with a letter, each row a bit; letters that a scanner takes for one another are one.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a row that is not there stops the compiler"
)]
static BEGINNING: [u128; 256] = {
    let mut rows = [0; 256];
    let mut letter = 0;
    while letter < rows.len() {
        let mut row = 0;
        while row < CAPTIONS.len() {
            if fold(CAPTIONS[row].words.as_bytes()[0]) == fold(letter as u8) {
                rows[letter] |= 1 << row;
            }
            row += 1;
        }
        letter += 1;
    }
    rows
};

/// The words that captions begin with.
pub(in crate::parse) fn first_words() -> impl Iterator<Item = &'static str> {
    CAPTIONS.iter().map(Known::head)
}

/// The longest code word and one more, in letters.
const CODE_LETTERS: usize = 11;

/// Which rows are code words of so many letters: of those any letter may be wrong.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a row that is not there stops the compiler"
)]
static CODES: [u128; CODE_LETTERS] = {
    let mut rows = [0; CODE_LETTERS];
    let mut row = 0;
    while row < CAPTIONS.len() {
        if matches!(CAPTIONS[row].used, Use::Code) {
            rows[CAPTIONS[row].words.len()] |= 1 << row;
        }
        row += 1;
    }
    rows
};

/// The rows that may begin with a word, in their order.
pub(super) fn candidates(word: &str) -> impl Iterator<Item = &'static Known> + use<'_> {
    candidates_with(word, CODES.get(word.len()).copied().unwrap_or_default())
}

/// The rows that may be spelled by a word to its last letter, in their order.
pub(super) fn spelled(word: &str) -> impl Iterator<Item = &'static Known> + use<'_> {
    candidates_with(word, 0)
}

/// The same with those rows in which any letter may be wrong.
fn candidates_with(word: &str, slips: u128) -> impl Iterator<Item = &'static Known> + use<'_> {
    let first = word.bytes().next().map_or(0, usize::from);
    let second = word.as_bytes().get(1).copied();
    let begin = BEGINNING.get(first).copied().unwrap_or_default();
    rows(begin | slips).filter(move |known| {
        // The second letter is right, too, but for the slip in a code word; one letter may begin a word that is cut in two.
        let slip = known.used == Use::Code && known.words.len() == word.len();
        slip || second
            .is_none_or(|b| Some(folded(b)) == known.words.as_bytes().get(1).copied().map(folded))
    })
}

/// Rows, each a bit, in their order.
fn rows(mut rows: u128) -> impl Iterator<Item = &'static Known> {
    std::iter::from_fn(move || {
        let row = usize::try_from(rows.trailing_zeros()).ok()?;
        rows &= rows.wrapping_sub(1);
        CAPTIONS.get(row)
    })
}

/// The second letters of the captions that begin with a letter, each a bit.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a row that is not there stops the compiler"
)]
static SECONDS: [u32; 256] = {
    let mut seconds = [0; 256];
    let mut row = 0;
    while row < CAPTIONS.len() {
        let words = CAPTIONS[row].words.as_bytes();
        seconds[fold(words[0]) as usize] |= letter(words[1]);
        row += 1;
    }
    seconds
};

/// Letters, each a bit, at the beginning and at the end of code words.
#[derive(Clone, Copy, Default)]
struct Ends {
    first: u32,
    second: u32,
    last_but_one: u32,
    last: u32,
}

/// Those of the code words of so many letters in which one may be wrong.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a row that is not there stops the compiler"
)]
static ENDS: [Ends; CODE_LETTERS] = {
    let mut ends = [Ends {
        first: 0,
        second: 0,
        last_but_one: 0,
        last: 0,
    }; CODE_LETTERS];
    let mut row = 0;
    while row < CAPTIONS.len() {
        let words = CAPTIONS[row].words.as_bytes();
        if matches!(CAPTIONS[row].used, Use::Code) && words.len() >= SLIP {
            let of = &mut ends[words.len()];
            of.first |= letter(words[0]);
            of.second |= letter(words[1]);
            of.last_but_one |= letter(words[words.len() - 2]);
            of.last |= letter(words[words.len() - 1]);
        }
        row += 1;
    }
    ends
};

/// A letter as a bit; those that a scanner takes for one another are one.
const fn letter(b: u8) -> u32 {
    1 << (fold(b) % 32)
}

/// Code words that stand right behind a level and restrict nowhere else: of communications intelligence and of overhead
/// reconnaissance before the register had its present names.
const CODE_WORDS: [&str; 10] = [
    "UMBRA", "SPOKE", "MORAY", "ZARF", "RUFF", "GAMMA", "BYEMAN", "COMINT", "CODEWORD", "TALENT",
];

/// Whether a word, in capitals, is one of them.
pub(in crate::parse) fn is_code_word(word: &str) -> bool {
    CODE_WORDS.contains(&word)
}

/// Whether nothing but such words stands on a line, in capitals.
pub(in crate::parse) fn is_code_words(text: &str) -> bool {
    const SPECIAL: [&str; 3] = ["SAR", "SAP", "SCI"];
    // Most lines begin with another letter than those do.
    let first = text.bytes().next().unwrap_or_default();
    let known = matches!(
        first,
        b'U' | b'S' | b'M' | b'Z' | b'R' | b'G' | b'B' | b'C' | b'T'
    );
    if first.is_ascii_alphanumeric() && !known {
        return false;
    }
    let mut any = false;
    let all = text
        .split(is_separator)
        .filter(|word| !word.is_empty())
        .all(|word| {
            any = true;
            is_code_word(word) || SPECIAL.contains(&word)
        });
    any && all
}

/// The shortest code word that is known with a letter wrong.
const SLIP: usize = 5;

/// Captions of one word.
pub(in crate::parse) fn word(word: &str) -> Option<Caption> {
    spelled(word)
        .find(|known| !known.words.contains(' ') && same(word, known.words))
        .and_then(|known| match known.binds {
            Binds::Portions(caption) => Some(caption),
            Binds::Nothing | Binds::Sensitive => None,
        })
}

/// Whether a word is another one but for letters and digits that look alike.
pub(super) fn same(word: &str, other: &str) -> bool {
    word.len() == other.len()
        && word
            .bytes()
            .zip(other.bytes())
            .all(|(one, other)| folded(one) == folded(other))
}

/// One sign for those that a scanner takes for one another.
pub(in crate::parse) fn folded(b: u8) -> u8 {
    FOLDED.get(usize::from(b)).copied().unwrap_or(b)
}

#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a sign that is not there stops the compiler"
)]
static FOLDED: [u8; 256] = {
    let mut signs = [0; 256];
    let mut at = 0;
    while at < signs.len() {
        signs[at] = fold(at as u8);
        at += 1;
    }
    signs
};

const fn fold(b: u8) -> u8 {
    match b.to_ascii_uppercase() {
        b'0' => b'O',
        b'1' | b'L' | b'|' => b'I',
        b'5' | b'$' => b'S',
        b'8' => b'B',
        other => other,
    }
}

/// Whether a caption may begin with a word: a short look that lets more through than captions.
pub(in crate::parse) fn may_begin(word: &str) -> bool {
    let first = word.bytes().next().map_or(0, folded);
    let seconds = SECONDS.get(usize::from(first)).copied().unwrap_or_default();
    let second = word.as_bytes().get(1);
    let headed = second.is_none_or(|b| seconds & letter(*b) != 0);
    let may_slip = may_slip(word);
    if !headed && !may_slip {
        return false;
    }
    // Of a code word in capitals any letter may be wrong; an `l` may be the slip of a scanner.
    let capitals = !word.bytes().any(|b| b.is_ascii_lowercase() && b != b'l');
    let slips = CODES.get(word.len()).filter(|_| capitals && may_slip);
    let slipped =
        || rows(slips.copied().unwrap_or_default()).any(|known| is_slip(word, known.words));
    let begins = |known: &Known| {
        let head = known.head();
        // A code word that was cut in two, or several words in one.
        (known.used == Use::Code && starts_with_word(known.words, word))
            || same(word, head)
            || (word.len() > head.len() && is_run(word, known.words))
    };
    (headed && spelled(word).any(begins)) || slipped()
}

/// A short look: where one letter is wrong, one of the first two is that of a code word, and one of the last two.
fn may_slip(word: &str) -> bool {
    let ends = ENDS.get(word.len()).copied().unwrap_or_default();
    let is = |letters: u32, b: Option<&u8>| b.is_some_and(|b| letters & letter(*b) != 0);
    let bytes = word.as_bytes();
    let last = bytes.len().wrapping_sub(1);
    (is(ends.first, bytes.first()) || is(ends.second, bytes.get(1)))
        && (is(ends.last, bytes.get(last))
            || is(ends.last_but_one, bytes.get(last.wrapping_sub(1))))
}

/// Whether a word is several in one: `OFFICIALUSEONLY`.
pub(super) fn is_run(word: &str, words: &str) -> bool {
    let letters = words.bytes().filter(|b| *b != b' ');
    word.bytes().map(folded).eq(letters.map(folded))
}

/// Whether a word is another one but for one letter.
pub(super) fn is_slip(word: &str, other: &str) -> bool {
    let mut wrong = word
        .bytes()
        .zip(other.bytes())
        .filter(|(one, other)| folded(*one) != folded(*other));
    other.len() >= SLIP
        && word.len() == other.len()
        && wrong.next().is_some()
        && wrong.next().is_none()
}
