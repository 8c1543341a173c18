//! Where a sentence ends, and what is cited at its end: one answer for everything that asks.

use super::chars::is_silent;

/// Whether a sentence may end with `text`: anything may that shows no word, number or opening bracket at its end, and no
/// sign that joins it to what follows. What stands behind such an end stands in the place of a mark.
pub(super) fn may_end(text: &str) -> bool {
    let shown = text.trim_end_matches(is_silent);
    match shown.chars().next_back() {
        None => true,
        Some('-') => shown.ends_with("--"),
        Some(',' | '/' | '&' | '(' | '[' | '{' | '<' | '+' | '=' | '$' | '%' | '#' | '@' | '“' | '‘' | '„') => false,
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

/// Without the closing quotation marks and parentheses behind the end of a sentence.
pub(super) fn without_closing(text: &str) -> &str {
    text.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»'])
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
