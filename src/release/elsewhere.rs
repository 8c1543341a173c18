//! Words that are excised in one place and stand in another.

use super::Released;
use crate::policy::Searched;
use crate::{Citation, Rule, Severity, Span};

/// Words that a decision withholds in a portion stand in what is released all the same.
pub(crate) static EXCISED_WORDS_ELSEWHERE: Rule = Rule {
    code: "excised-words-elsewhere",
    severity: Severity::Warning,
    message: "words that a decision withholds elsewhere stand in this portion, and are released in it",
    citation: Citation::policy("decisions"),
};

/// The places of the released portions in which any of the words stand; `places` are those of all that are released.
pub(super) fn elsewhere(
    words: &[&str],
    portions: &[Released<'_>],
    places: Vec<Span>,
) -> Vec<(&'static Rule, Span, Option<String>)> {
    if words.is_empty() {
        return Vec::new();
    }
    let texts = portions.iter().filter_map(Released::text);
    texts
        .zip(places)
        .filter(|(text, _)| {
            let searched = Searched::of(text);
            words.iter().any(|words| searched.has(words))
        })
        .map(|(_, place)| (&EXCISED_WORDS_ELSEWHERE, place, None))
        .collect()
}
