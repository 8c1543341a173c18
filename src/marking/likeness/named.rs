//! Remarks that say in words of their own that something is classified or controlled.

use crate::marking::StatedMark;
use crate::marking::register::{Category, Control, is_retired_word};

/// The longest remark that is taken for one that states a mark, in characters.
const LONGEST: usize = 64;

/// Words that stand beside a level where it is stated, and hardly in an ordinary remark that holds one.
const STATING: [&str; 21] = [
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
    "REMAINDER",
    "ENTIRE",
    "PAGE",
    "ONLY",
];

/// Words of three letters that cite a part of a paper: `(TAB C)`.
const PARTS: [&str; 8] = ["TAB", "REF", "SEE", "APP", "FIG", "SEC", "ART", "VOL"];

/// Words that begin or end a region.
const REGION: [&str; 3] = ["BEGIN", "START", "END"];

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
    // What begins or ends a region is read as that.
    let region = |word: &str| REGION.iter().any(|known| word.eq_ignore_ascii_case(known));
    if words().next().is_some_and(region) {
        return false;
    }
    let says = |word: &str| {
        let bare = word.trim_end_matches('.');
        STATING.contains(&&*bare.to_ascii_uppercase())
    };
    let stated = words().next() == Some("U") || words().any(says);
    let count = words().count();
    let for_some = capitals && count == 2 && inside.trim_end().ends_with(" ONLY");
    let control = capitals && words().any(is_controlling);
    // `(GBR S)`: behind countries alone.
    let country = |word: &str| {
        word.len() == 3 && !word.contains(char::is_lowercase) && !PARTS.contains(&word)
    };
    let owned = words().rev().skip(1).all(country);
    let level = || {
        words().enumerate().any(|(at, word)| {
            let place = stated || at == 0 || (owned && at + 1 == count);
            is_letter(word) && place || (stated || capitals) && is_name(word)
        })
    };
    for_some || control || (count > 1 && level())
}

/// Words that protect by themselves, where they stand as a title between brackets.
const PROTECTING: [&str; 17] = [
    "CONFIDENTIAL",
    "CONF",
    "CONFIDENCE",
    "CONTROLLED",
    "CODEWORD",
    "DELIBERATIVE",
    "GEHEIM",
    "HOLD",
    "ONLY",
    "PREDECISIONAL",
    "PRIVACY",
    "PRIVILEGED",
    "PROPRIETARY",
    "PRODUCT",
    "RESTRICTED",
    "SECRET",
    "SENSITIVE",
];

/// Words that stand beside one of these; the first of them say that something is not to go out.
const BESIDE: [&str; 51] = [
    "NO",
    "NOT",
    "ATTORNEY",
    "SPECIAL",
    "RELEASE",
    "RELEASABLE",
    "DISSEMINATION",
    "DISTRIBUTION",
    "CLIENT",
    "WORK",
    "HANDLING",
    "REQUIRED",
    "ACCESS",
    "ACQUISITION",
    "ACT",
    "ADMIN",
    "ADMINISTRATIVE",
    "ADMINISTRATIVELY",
    "AND",
    "BUSINESS",
    "CABINET",
    "CLOSE",
    "COMMERCIAL",
    "COMPANY",
    "COUNCIL",
    "DATA",
    "ENFORCEMENT",
    "EYES",
    "FOR",
    "FOREIGN",
    "FORMERLY",
    "IN",
    "INTERNAL",
    "LAW",
    "MEDICAL",
    "NATIONALS",
    "OFFICIAL",
    "PERSONAL",
    "PERSONNEL",
    "PRIVATE",
    "PROCUREMENT",
    "PUBLIC",
    "SELECTION",
    "SOURCE",
    "STAFF",
    "STRICTLY",
    "TO",
    "TOP",
    "TRADE",
    "TRES",
    "USE",
];

/// The words that titles of protections are made of.
pub(super) fn titles() -> impl Iterator<Item = &'static str> {
    PROTECTING.into_iter().chain(BESIDE)
}

/// How many of them forbid what the word behind them names.
const FORBIDDING: usize = 4;

/// Whether the text between two brackets is the title of a protection that no level and no control bears:
/// `(Administratively Confidential)`, `(Admin. Conf.)`, `(Attorney Work Product)`, `(Not for Release)`, `(Proprietary)`.
/// `(Restricted area)`, `(in confidence)` and `(Privacy is rare)` are text.
pub(super) fn is_titled(shown: &str, upper: &str) -> bool {
    let apart = |c: char| matches!(c, ' ' | '-' | '.' | '/' | ',');
    let words = || upper.split(apart).filter(|word| !word.is_empty());
    let joins = |word: &str| matches!(word, "and" | "for" | "in" | "to" | "use");
    let forbids = |word: &str| BESIDE.iter().take(FORBIDDING).any(|known| *known == word);
    let told = words()
        .next()
        .is_some_and(|word| matches!(word, "NO" | "NOT"));
    let titled = shown.starts_with(char::is_uppercase)
        && shown
            .split(apart)
            .all(|word| told || !word.starts_with(char::is_lowercase) || joins(word));
    let protects = |word: &str| PROTECTING.contains(&word);
    let several = words().nth(1).is_some();
    titled
        && words().all(|word| protects(word) || BESIDE.contains(&word))
        && (words().any(|word| {
            protects(word)
                && (several || !matches!(word, "HOLD" | "ONLY" | "PRODUCT" | "CONFIDENCE"))
        }) || (several && words().next().is_some_and(forbids)))
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
