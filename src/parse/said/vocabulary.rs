//! The words of which such statements are made. A sentence with any other word in it is text: `The secret talks …`.

use super::super::packed::Words;

/// The most words of a statement.
pub(super) const WORDS_OF_ONE: usize = 24;

/// What a word does in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// It joins the others.
    Joins,
    /// It says that all of a paper is meant.
    All,
    /// It names a paper.
    Paper,
    /// It names a part of one.
    Part,
    /// It points to what stands behind it, or is attached.
    Points,
    /// It says that something is classified, or how it is to be treated.
    Claims,
    /// Classified, at a level that is not named.
    Classified,
    /// What a firm keeps to itself (5 U.S.C. 552(b)(4)).
    Business,
}

use Word::{All, Business, Claims, Classified, Joins, Paper, Part, Points};

/// In the order of the letters.
#[rustfmt::skip]
static WORDS: [(&str, Word); 138] = [
    ("A", Joins), ("ACCORDINGLY", Joins), ("ADDENDUM", Part), ("AIRGRAM", Paper), ("ALL", All), ("AN", Joins),
    ("AND", Joins), ("ANNEX", Part), ("ANNEXES", Part), ("APPENDIX", Part), ("ARE", Joins), ("AS", Joins),
    ("AT", Joins), ("ATTACHED", Points), ("ATTACHMENT", Part), ("ATTACHMENTS", Part), ("BE", Joins),
    ("BEEN", Joins), ("BEGIN", Points), ("BELOW", Points), ("BODY", Part), ("BRIEFING", Paper),
    ("BUSINESS", Business), ("CABLE", Paper), ("CHANGED", Claims), ("CLAS", Claims), ("CLASS", Claims),
    ("CLASSIFICATION", Claims), ("CLASSIFIED", Classified), ("CLASSIFY", Claims), ("COMMENT", Part),
    ("COMMENTS", Part), ("COMMERCIAL", Business), ("COMMUNICATION", Paper), ("COMPANY", Business),
    ("CONSIDERED", Claims), ("CONTAIN", Claims), ("CONTAINING", Claims), ("CONTAINS", Claims), ("CONTENT", Part),
    ("CONTENTS", Part), ("COPY", Paper), ("CORRECTED", Claims), ("CUMULATIVELY", Joins), ("DESPATCH", Paper),
    ("DISPATCH", Paper), ("DOCUMENT", Paper), ("DOWNGRADED", Claims), ("E-MAIL", Paper), ("EACH", All),
    ("EMAIL", Paper), ("ENCLOSED", Points), ("ENCLOSURE", Part), ("ENCLOSURES", Part), ("ENTIRE", All),
    ("ENTIRELY", All), ("ENTIRETY", All), ("EVERY", All), ("FOLLOWING", Points), ("FOLLOWS", Points),
    ("FROM", Joins), ("FYI", Part), ("HANDLE", Claims), ("HANDLED", Claims), ("HAS", Joins), ("HAVE", Joins), ("HIGHEST", All),
    ("IN", Joins), ("INDICATED", Joins), ("INFORMATION", Claims), ("IS", Joins), ("ITEM", Part), ("ITEMS", Part),
    ("ITS", Joins), ("LETTER", Paper), ("LEVEL", Claims), ("MARK", Claims), ("MARKED", Joins), ("MARKING", Claims),
    ("MATERIAL", Claims), ("MEMO", Paper), ("MEMORANDUM", Paper), ("MESSAGE", Paper), ("MUST", Joins),
    ("NEXT", Points), ("NOTE", Part), ("NOTED", Joins), ("NOTES", Part), ("NOW", Joins), ("OF", Joins),
    ("OTHERWISE", Joins), ("OVERALL", All), ("PAGE", Part), ("PAGES", Part), ("PAPER", Paper), ("PARA", Part),
    ("PARAGRAPH", Part), ("PARAGRAPHS", Part), ("PARAS", Part), ("PART", Part), ("PARTS", Part), ("PLEASE", Joins),
    ("PORTION", Part), ("PORTIONS", Part), ("PRESENTATION", Paper), ("PROPRIETARY", Business), ("PROTECT", Claims),
    ("PROTECTED", Claims), ("RAISED", Claims), ("READ", Claims), ("RECLASSIFIED", Claims), ("REGARDED", Claims),
    ("REMAINDER", Points), ("REMARKS", Part), ("REPORT", Paper), ("REST", Points), ("SECTION", Part),
    ("SECTIONS", Part), ("SENTENCE", Part), ("SENTENCES", Part), ("SHOULD", Joins), ("START", Points),
    ("SUBPARAGRAPH", Part), ("SUMMARY", Part), ("SUPPLEMENT", Part), ("TELEGRAM", Paper), ("TEXT", Part),
    ("THE", Joins), ("THIS", Joins), ("THROUGH", Joins), ("THRU", Joins), ("TO", Joins), ("TOGETHER", Joins),
    ("TREAT", Claims), ("TREATED", Claims), ("UNLESS", Joins), ("UPGRADE", Claims), ("UPGRADED", Claims),
];

/// The words alone.
#[expect(
    clippy::indexing_slicing,
    reason = "in a constant: a word that is not there stops the compiler"
)]
static KNOWN: Words<138> = {
    let mut words = [""; WORDS.len()];
    let mut at = 0;
    while at < WORDS.len() {
        words[at] = WORDS[at].0;
        at += 1;
    }
    Words::of(&words)
};

/// All of them.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Word)> {
    WORDS.iter().copied()
}

/// What `word`, in any case, does in a statement; `None` where it belongs to none.
pub(super) fn word(word: &str) -> Option<Word> {
    let at = KNOWN.position(word.as_bytes())?;
    WORDS.get(at).map(|(_, word)| *word)
}

/// Numbers of paragraphs in words.
pub(super) const NUMBERS: [&str; 10] = [
    "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
];

/// The longest of them, in bytes.
const LONGEST_NUMBER: usize = 5;

/// Countries whose levels are not those of the United States.
pub(super) const FOREIGN: [&str; 4] = ["UK", "GBR", "CAN", "AUS"];

/// Which number a word is.
pub(super) fn number_in_words(word: &str) -> Option<u32> {
    let of_length = (3..=LONGEST_NUMBER).contains(&word.len());
    let mut numbers = NUMBERS.iter().filter(|_| of_length).zip(1..);
    numbers.find_map(|(known, number)| word.eq_ignore_ascii_case(known).then_some(number))
}

/// Whether a line inside a text is looked at for a statement: how their first words begin, as short a look as the one at
/// levels.
pub(in crate::parse) const fn opens(head: [u8; 5]) -> bool {
    let [a, b, c, d, e] = head;
    match &[a | 0x20, b | 0x20, c | 0x20, d | 0x20] {
        b"next" | b"rema" | b"para" | b"over" | b"high" | b"all " | b"plea" | b"upgr" | b"recl"
        | b"nofo" | b"nodi" | b"exdi" | b"limd" | b"stad" | b"eyes" | b"orco" | b"prop"
        | b"fouo" | b"clas" | b"cont" | b"secr" | b"conf" | b"top " | b"tops" | b"sens"
        | b"limi" | b"this" | b"sbu " | b"sbu:" | b"lou " | b"lou:" => true,
        b"the " => matches!(e | 0x20, b'f' | b'n' | b'r' | b'o' | b'h'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(WORDS.is_sorted_by(|(one, _), (other, _)| one < other));
        for (text, known) in &WORDS {
            assert_eq!(word(&text.to_ascii_lowercase()), Some(*known), "{text}");
        }
        assert_eq!(word("talks"), None);
    }
}
