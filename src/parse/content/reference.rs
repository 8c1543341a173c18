//! The references of a telegram: posts, numbers and days.

use super::super::chars::{from, is_silent, trim};
use super::super::prose::is_function_word;
use super::super::{level_line, sentence};

/// Words for messages and how they went, and the months.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "a", "airgram", "aug", "april", "apr", "august", "cable", "caution", "dec", "december", "dtd", "dated", "dtg", "email",
    "emails", "feb", "february", "fax", "jan", "january", "july", "jul", "june", "jun", "letter", "mar", "march", "may",
    "memcon", "memo", "none", "notal", "nov", "november", "oct", "october", "para", "paras", "sep", "september", "septel",
    "sept", "telcon", "telegram",
];

/// `A. MOSCOW 816 B. STATE 5614`, `(A) Karshavn 212 (NOTAL); (B) Ode-Birk telcon of 3 May`: posts and numbers, days, and the
/// words for how a message went. A name or a sentence beside them makes it more than a reference.
pub(super) fn is_reference(text: &str) -> bool {
    let shown = trim(text);
    let mut telling = false;
    let all = shown
        .split(|c: char| {
            is_silent(c)
                || matches!(
                    c,
                    ',' | ';' | ':' | '/' | '(' | ')' | '[' | ']' | '#' | '"' | '-' | '–' | '—'
                )
        })
        .map(|word| word.trim_matches(['.', '\'', '*']))
        .filter(|word| !word.is_empty())
        .all(|word| {
            let lower = word.to_lowercase();
            let known = KNOWN.contains(&lower.as_str()) || matches!(&*lower, "e" | "mail");
            telling |= known || word.bytes().any(|b| b.is_ascii_digit());
            let linked = matches!(
                &*lower,
                "and"
                    | "of"
                    | "to"
                    | "from"
                    | "et"
                    | "al"
                    | "no"
                    | "nos"
                    | "i"
                    | "a"
                    | "us"
                    | "on"
                    | "previous"
            );
            known
                || linked
                || word.bytes().all(|b| b.is_ascii_digit())
                || (word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                    && !is_function_word(word))
        });
    let items = shown.split([';', ',', '(', '\n']);
    // Between two numbers stand a post and the words for how it went, and no more.
    let short = items.clone().all(|item| words_without_number(item) <= 5);
    all && telling && short && !sentence_inside(shown) && !holds_more(shown)
}

/// Whether a reference holds a mark or a title: `(B) LETTER (S)`, `KARSHAVN 98 (THE RELAY)`. A single letter between brackets
/// counts an item where it follows the one before.
fn holds_more(text: &str) -> bool {
    let mut last = b'A' - 1;
    let mut rest = text;
    while let Some(at) = rest.find(['(', '[']) {
        // `A.` and `B)` count items as well.
        for word in rest.get(..at).unwrap_or_default().split(is_silent) {
            if let [letter @ (b'A'..=b'Z' | b'a'..=b'z'), b'.' | b')', ..] = word.as_bytes() {
                last = letter.to_ascii_uppercase();
            }
        }
        let behind = from(rest, at + 1);
        let Some(end) = behind.find([')', ']', '(', '[']) else {
            return false;
        };
        let inside = trim(behind.get(..end).unwrap_or_default());
        match inside.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => {
                let letter = letter.to_ascii_uppercase();
                let level = matches!(letter, b'C' | b'S' | b'L');
                if level && last + 1 != letter && ends_item(from(behind, end + 1)) {
                    return true;
                }
                last = letter;
            }
            _ if is_title(inside) => return true,
            _ => {}
        }
        rest = from(behind, end);
    }
    // `KARSHAVN 98 - THE RELAY`: a title behind the last number.
    text.split([';', '\n']).any(|item| {
        let behind = item.rfind(|c: char| c.is_ascii_digit());
        behind.is_some_and(|at| is_title(from(item, at + 1)))
    })
}

/// Whether an item of references ends before a text: what stands between brackets there counts nothing.
fn ends_item(rest: &str) -> bool {
    let shown = trim(rest);
    let next = shown.split(is_silent).next().unwrap_or_default();
    shown.is_empty()
        || shown.starts_with(['(', '[', ')', ']', ';', ',', '/', '.'])
        || (next.len() == 2 && next.ends_with([')', '.']))
}

/// Whether words behind a reference are more than how a message went: two words or more without a number, none of them
/// known.
fn is_title(inside: &str) -> bool {
    let words = || {
        inside
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 1)
    };
    words().nth(1).is_some()
        && !inside.bytes().any(|b| b.is_ascii_digit())
        && !words().any(|word| {
            let lower = word.to_lowercase();
            KNOWN.contains(&lower.as_str()) || level_line::is_caption(&word.to_ascii_uppercase())
        })
}

/// The longest run of words without a number in a part of a reference.
fn words_without_number(item: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for word in item.split_whitespace() {
        if word.bytes().any(|b| b.is_ascii_digit()) {
            run = 0;
        } else {
            run += 1;
            longest = longest.max(run);
        }
    }
    longest
}

fn sentence_inside(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| sentence::surely_ends(word) && word.chars().any(char::is_lowercase))
}
