//! The references of a telegram: posts, numbers and days.

use super::super::chars::{is_silent, trim};
use super::super::prose::is_function_word;
use super::super::sentence;

/// `A. MOSCOW 816 B. STATE 5614`, `(A) Karshavn 212 (NOTAL); (B) Ode-Birk telcon of 3 May`: posts and numbers, days, and the
/// words for how a message went. A name or a sentence beside them makes it more than a reference.
pub(super) fn is_reference(text: &str) -> bool {
    #[rustfmt::skip]
    const KNOWN: &[&str] = &[
        "a", "airgram", "aug", "april", "apr", "august", "cable", "caution", "dec", "december", "dtd", "dated", "dtg", "email",
        "emails", "feb", "february", "fax", "jan", "january", "july", "jul", "june", "jun", "letter", "mar", "march", "may",
        "memcon", "memo", "none", "notal", "nov", "november", "oct", "october", "para", "paras", "sep", "september", "septel",
        "sept", "telcon", "telegram",
    ];
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
    all && telling && short && !sentence_inside(shown)
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
