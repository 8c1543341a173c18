//! Words of sentences, and lines that are made of them.

use super::chars::{from, skip_silent, trim};
use super::packed::Words;

#[rustfmt::skip]
static FUNCTION_WORDS: Words<107> = Words::of(&[
    "A", "ABOUT", "AFTER", "ALL", "AN", "AND", "ARE", "AS", "AT", "BE", "BECAUSE", "BEEN", "BEFORE", "BELONGS",
    "BETWEEN", "BRINGS", "BUT", "BY", "CAN", "COMES", "COULD", "DID", "DO", "DOES", "DURING", "ENDS", "FOR", "FROM",
    "GOES", "HAD", "HAS", "HAVE", "HE", "HER", "HIM", "HIS", "HOLDS", "I", "IF", "IN", "INTO", "IS", "IT", "ITS",
    "KEEPS", "KNOWS", "LEAVES", "MAY", "MEETS", "MET", "MIGHT", "MUST", "NEAR", "NO", "NOT", "OF", "ON", "ONLY",
    "OR", "OUR", "OUT", "OVER", "OWNS", "PAID", "PASS", "PAYS", "PLEASE", "RUNS", "SAID", "SAYS", "SHALL", "SHE",
    "SHOULD", "SINCE", "SO", "STANDS", "TAKES", "THAN", "THAT", "THE", "THEIR", "THEM", "THEN", "THERE", "THESE",
    "THEY", "THIS", "THOSE", "TO", "TOLD", "UNDER", "UNTIL", "UP", "US", "WAS", "WE", "WERE", "WHAT", "WHEN",
    "WHERE", "WHICH", "WHO", "WHOSE", "WILL", "WITH", "WOULD", "YOU",
]);

/// Words of which sentences are made, and no tag, address or reference.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.position(word.as_bytes()).is_some()
}

/// Whether a sentence goes on behind the end of `text`, whose last word joins.
pub(super) fn ends_in_function_word(text: &str) -> bool {
    let shown = trim(text);
    let last = shown.rsplit(char::is_whitespace).next().unwrap_or_default();
    is_function_word(last)
}

/// Whether a line is prose: words of a sentence, more than a line of a header has.
pub(super) fn is_prose(text: &str) -> bool {
    let shown = from(text, skip_silent(text, 0));
    let words: Vec<&str> = shown.split_whitespace().take(40).collect();
    let functions = words
        .iter()
        .filter(|word| is_function_word(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .count();
    let ends = trim(shown).ends_with(['.', '!', '?']);
    (words.len() >= 4 && ends && functions >= 1) || (words.len() >= 6 && functions >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_function_words_are_in_order() {
        for word in ["THE", "A", "YOU", "OWNS", "belongs"] {
            assert!(is_function_word(word), "{word}");
        }
        assert!(!is_function_word("VESTA"));
    }
}
