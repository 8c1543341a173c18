//! Where a sentence ends, and what is cited at its end: one answer for everything that asks.

use super::chars::{from, is_silent, skip_silent};
use super::packed::Words;
use super::prose::is_function_word;
use super::token;

/// Whether a sentence may end with `text`: anything may that shows no word, number or opening bracket at its end, and no
/// sign that joins it to what follows. What stands behind such an end stands in the place of a mark.
pub(super) fn may_end(text: &str) -> bool {
    let shown = text.trim_end_matches(is_silent);
    match shown.chars().next_back() {
        None => true,
        // One hyphen by itself is a dash or a bullet.
        Some('-') => {
            let word = shown.trim_end_matches('-');
            word.len() + 1 < shown.len() || word.is_empty() || word.ends_with(is_silent)
        }
        Some(
            ',' | '/' | '&' | '(' | '[' | '{' | '<' | '+' | '=' | '$' | '%' | '#' | '@' | '“' | '‘'
            | '„',
        ) => false,
        Some(c) => !c.is_alphanumeric(),
    }
}

/// Whether a sentence surely ends with `word`. A full stop behind a short word may be that of an abbreviation (`Mr.`,
/// `U.S.`) and ends none.
pub(super) fn surely_ends(word: &str) -> bool {
    let word = without_closing(word);
    match word.strip_suffix('.') {
        Some(rest) => {
            !rest.contains('.') && rest.chars().filter(|c| c.is_alphanumeric()).count() >= 4
        }
        None => word.ends_with(['!', '?']),
    }
}

/// Whether a mark may stand behind `word` and its full stop, where what stands there may be something else: a short word ends a
/// sentence as well, and what is known to be abbreviated ends none.
pub(super) fn may_end_before_mark(word: &str) -> bool {
    let ends_short = |rest: &str| {
        rest.len() > 1 && rest.bytes().all(|b| b.is_ascii_alphabetic()) && !is_abbreviated(rest)
    };
    surely_ends(word)
        || without_closing(word)
            .strip_suffix('.')
            .is_some_and(ends_short)
}

/// Whether a word stands before a full stop because it is abbreviated.
pub(super) fn is_abbreviated(word: &str) -> bool {
    ABBREVIATIONS.position(word.as_bytes()).is_some()
}

/// Short words that hardly stand before a full stop but where they are abbreviated, in the order of their letters.
#[rustfmt::skip]
static ABBREVIATIONS: Words<93> = Words::of(&[
    "ADM", "AL", "AMB", "APP", "APR", "ART", "AUG", "AVE", "BRIG", "CA", "CAPT", "CDR", "CF", "CH", "CL", "CO",
    "COL", "CORP", "CPT", "CTE", "DEC", "DEPT", "DIST", "DR", "ED", "EDS", "EG", "ENCL", "ESP", "EST", "ETC", "EX",
    "FEB", "FIG", "FIGS", "FL", "FT", "GEN", "GOV", "HON", "IBID", "IE", "INC", "JAN", "JR", "JUL", "JUN", "LT",
    "LTD", "MAJ", "MAR", "MIN", "MR", "MRS", "MS", "MSGR", "MT", "NO", "NOS", "NOV", "NR", "OCT", "OP", "PAR", "PARA",
    "PP", "PROF", "PT", "PVT", "REF", "REFS", "REP", "REV", "RM", "RT", "SEC", "SECS", "SEN", "SEP", "SEPT", "SER",
    "SGT", "SR", "ST", "STA", "STE", "TEL", "UNIV", "USC", "VIZ", "VOL", "VOLS", "VS",
]);

/// Without the closing quotation marks and parentheses behind the end of a sentence.
pub(super) fn without_closing(text: &str) -> &str {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»'])
}

/// Whether a line can only go on with a sentence: it begins with a small letter, and with no number.
pub(super) fn goes_on(text: &str) -> bool {
    let shown = from(text, skip_silent(text, 0));
    if !shown.starts_with(char::is_lowercase) {
        return false;
    }
    let word: &str = shown.split(char::is_whitespace).next().unwrap_or_default();
    word.chars().nth(1).is_none_or(char::is_alphabetic)
        && !word
            .trim_end_matches([',', ';', '.'])
            .contains([')', '.', ':'])
        && word != "o"
        && !token::is_misread(word)
}

/// `paragraph`, `para 10`, `Annex`, `subparagraph 4`: the parentheses behind such words belong to the name of a part.
pub(super) fn names_a_part(before: &str) -> bool {
    const PARTS: [&str; 21] = [
        "paragraph",
        "paragraphs",
        "subparagraph",
        "subparagraphs",
        "para",
        "paras",
        "section",
        "annex",
        "appendix",
        "tab",
        "item",
        "items",
        "point",
        "points",
        "article",
        "ref",
        "reftel",
        "part",
        "chapter",
        "option",
        "options",
    ];
    let mut words = before.rsplit(is_silent).filter(|word| !word.is_empty());
    let is_part = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        PARTS.iter().any(|part| word.eq_ignore_ascii_case(part))
    };
    match words.next() {
        Some(word) if word.bytes().any(|b| b.is_ascii_digit()) => words.next().is_some_and(is_part),
        Some(word) => is_part(word),
        None => false,
    }
}

/// `Diplomatic Security (DS)`: an abbreviation behind the words it is made of.
pub(super) fn spells_initials(before: &str, inside: &str) -> bool {
    let mut words = before.rsplit(|c: char| is_silent(c) || c == '-' || c == '/');
    let mut first = "";
    inside.chars().count() > 1
        && inside.chars().all(char::is_alphabetic)
        && inside.chars().rev().all(|letter| {
            let word = words
                .by_ref()
                .find(|word| !word.is_empty() && !is_joining(word));
            first = word.unwrap_or_default();
            first.starts_with(|c: char| c.eq_ignore_ascii_case(&letter))
        })
        // `… of that session (TS)`: no name begins so.
        && !is_function_word(first)
}

/// Words that an abbreviation leaves out.
fn is_joining(word: &str) -> bool {
    ["of", "the", "and", "for"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_goes_on_with_a_small_letter() {
        for (text, expected) in [
            ("held, and not before.", true),
            ("   the boom.", true),
            ("Held.", false),
            ("a. Held.", false),
            ("b) held", false),
            ("o held", false),
            ("2. held", false),
            ("(U) held", false),
            ("", false),
        ] {
            assert_eq!(goes_on(text), expected, "{text}");
        }
    }
}
