//! The tags of a telegram (5 FAH-1 H-230): codes of subjects, countries, organizations and persons.

use super::super::chars::{from, is_silent, trim};
use super::super::prose::is_function_word;

/// The longest tag, in letters: the names of persons among them.
const TAG: usize = 14;

/// `PREL, PGOV, KV`, `OVIP (ODE, BENNO), PREL`, `[PREL](#) [KV](#)`: words in capitals that make no sentence.
pub(super) fn is_tags(text: &str) -> bool {
    let shown = without_targets(trim(text));
    let mut any = false;
    let all = shown
        .split(|c: char| is_silent(c) || matches!(c, ',' | ';' | '/' | '(' | ')' | '[' | ']' | '#'))
        .map(|word| word.trim_matches(['.', '"', '\'']))
        .filter(|word| !word.is_empty())
        .all(|word| {
            any = true;
            // A single `A` or `US` names a country or a person; the rest make sentences, and no country is `OF`.
            let sentence = is_function_word(word) && (word.len() > 2 || word == "OF");
            // No word of a sentence begins with two capitals and goes on in small letters.
            let capitals = word.chars().take(2).filter(|c| c.is_uppercase()).count() == 2;
            word.len() <= TAG
                && !sentence
                && word.chars().all(|c| {
                    c.is_uppercase()
                        || c.is_ascii_digit()
                        || matches!(c, '-' | '\'' | '.' | '&')
                        || (capitals && c.is_lowercase())
                })
        });
    any && all && further_lines_are_tags(&shown)
}

/// Whether what stands under the first line of tags goes on with it: behind a comma, or, in a list without commas, with codes
/// alone. `TAGS: PREL, KV` / `MINERS STRIKE` has lost the label of its subject.
fn further_lines_are_tags(text: &str) -> bool {
    let commas = text.contains(',');
    let code = |word: &str| matches!(word.len(), 0 | 2 | 4);
    let mut open = true;
    text.lines()
        .map(trim)
        .filter(|line| !line.is_empty())
        .all(|line| {
            let codes = !commas && line.split(is_silent).all(code);
            let goes_on = open || codes || line.starts_with([',', '(', '[']);
            open = line.ends_with([',', ';', '/']);
            goes_on
        })
}

/// Without the targets of links, which a copy from the web has behind every tag: `[PREL](https://…)`.
fn without_targets(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((head, behind)) = rest.split_once("](") {
        shown.push_str(head);
        shown.push(' ');
        let end = behind.find(|c: char| c == ')' || is_silent(c));
        rest = match end {
            Some(at) if from(behind, at).starts_with(')') => from(behind, at + 1),
            Some(_) | None => behind,
        };
    }
    shown.push_str(rest);
    shown
}
