//! Remarks that say in words of their own that something is classified or controlled.

use crate::marking::StatedMark;
use crate::marking::register::{Category, Control, is_retired_word};

/// The longest remark that is taken for one that states a mark, in characters.
const LONGEST: usize = 64;

/// Words that stand beside a level where it is stated, and hardly in an ordinary remark that holds one.
const STATING: [&str; 25] = [
    "JOINT",
    "IS",
    "ARE",
    "CLASSIFIED",
    "CLASS",
    "CLASSIFICATION",
    "FOLLOWING",
    "FOLLOWS",
    "PARAGRAPH",
    "PARAGRAPHS",
    "PARA",
    "PARAS",
    "PORTION",
    "PORTIONS",
    "SECTION",
    "SENTENCE",
    "TEXT",
    "BEGIN",
    "BEGINS",
    "START",
    "END",
    "REMAINDER",
    "ENTIRE",
    "PAGE",
    "ONLY",
];

/// Words of controls and of notices that the register does not list as they stand alone.
const CONTROLLING: [&str; 13] = [
    "WNINTEL",
    "LIMOFFUSE",
    "PREDECISIONAL",
    "PROCUREMENT",
    "NOCONTRACT",
    "DISSEM",
    "DISSEMINATION",
    "EYES",
    "PROPRIETARY",
    "SENSITIVE",
    "CLASSIFIED",
    "RELEASABLE",
    "PRIVACY",
];

/// Whether the text between two brackets says in words that something is classified or controlled: `(This paragraph is
/// Secret)`, `(S PORTION)`, `(U OR S)`, `(NO FOREIGN DISSEM)`, `(US ONLY)`. In the place of a mark that is one which cannot be
/// read. In mixed letters a level counts beside a word that states it, so that `(Secret talks …)` stays text.
pub(crate) fn names_protection(inside: &str) -> bool {
    if inside.len() < 3 || inside.chars().nth(LONGEST).is_some() {
        return false;
    }
    let capitals = !inside.contains(char::is_lowercase);
    let words = || {
        let apart = |c: char| !c.is_alphanumeric() && c != '.' && c != '\'';
        inside.split(apart).filter(|word: &&str| !word.is_empty())
    };
    let says = |word: &str| STATING.contains(&&*word.to_ascii_uppercase());
    let stated = words().next() == Some("U") || words().any(says);
    let count = words().count();
    let for_some = capitals && count == 2 && inside.trim_end().ends_with(" ONLY");
    let control = capitals && words().any(is_controlling);
    // `(GBR S)`: behind countries alone.
    let owned = words().rev().skip(1).all(|word| word.len() == 3);
    let level = || {
        words().enumerate().any(|(at, word)| {
            let place = stated || at == 0 || (owned && at + 1 == count);
            is_letter(word) && place || (stated || capitals) && is_name(word)
        })
    };
    for_some || control || (count > 1 && level())
}

/// A level by its letter. `(Plan C)` and `(SEE C ABOVE)` stay text.
fn is_letter(word: &str) -> bool {
    matches!(word, "S" | "C" | "TS")
}

/// A level by its name.
fn is_name(word: &str) -> bool {
    word.len() > 5
        && word.bytes().all(|b| b.is_ascii_alphabetic())
        && StatedMark::read(&word.to_ascii_uppercase())
            .is_ok_and(|stated| stated.label().level().is_classified())
}

fn is_controlling(word: &str) -> bool {
    let limits = |control: Control| {
        matches!(
            control.row().category,
            Category::Dissem | Category::NonIc | Category::Caption
        )
    };
    CONTROLLING.contains(&word)
        || is_retired_word(word)
        || (word.len() > 4 && Control::named(word).is_some_and(limits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_that_states_a_mark_is_told_from_one_that_holds_a_word_of_one() {
        for remark in [
            "following is SECRET",
            "This paragraph is classified Secret",
            "Paragraph classified Secret",
            "Class. S",
            "C - Entire para",
            "S PORTION",
            "C THIS PARA ONLY",
            "S REL UK",
            "GBR S",
            "JOINT S CAN USA",
            "U OR S",
            "U when separated; S",
            "NO FOREIGN DISSEM",
            "WNINTEL",
            "US EYES ONLY",
            "US ONLY",
            "BUSINESS CONFIDENTIAL",
            "PROPRIETARY",
        ] {
            assert!(names_protection(remark), "{remark}");
        }
        for text in [
            "Secret talks went on",
            "the secret service",
            "confidential sources",
            "Plan C was chosen",
            "SEE C ABOVE",
            "VITAMIN C",
            "about 12 C",
            "see below",
            "THE PIER",
            "RESERVE",
            "he is in the text",
        ] {
            assert!(!names_protection(text), "{text}");
        }
    }
}
