//! How one name is written in several ways.

use std::sync::LazyLock;

use regex::Regex;

use crate::folded::{Fold, Folded, is_one};
use crate::withheld::Extent;

/// What stands between the words of a name and is none.
pub(crate) const PARTICLES: &str = "de la del des da dos du van der von bin ibn al el le ter zu y";

/// What stands before a name and is none.
const TITLES: &str = "mr mrs ms miss dr prof sir dame lord lady gen col maj capt lt sgt adm amb minister ambassador president senator \
     secretary general colonel captain";

/// Words of papers of state that tell nobody apart, in capitals or not.
pub(crate) const COMMON: &str = "united states state department embassy government foreign prime minister ministry ministers president secretary \
     deputy assistant general national republic council security committee party affairs ambassador director office \
     central bank american army navy air force defense treasury interior finance trade labor agriculture justice \
     congress senate house white north south east west northern southern eastern western new world the of and for in \
     january february march april may june july august september october november december monday tuesday wednesday \
     thursday friday saturday sunday nations organization agency intelligence vice chief staff mission consul consulate \
     port city great sea gulf supreme court high commission commissioner charge a an this that these he she it they we \
     executive branch joint chiefs chief directive decision courtesy call treaty negotiations union soviet command \
     authorities authority system policy group working meeting visit talks group plan program force forces party \
     international economic political military public private social national federal royal in on at but if when while after before however under over with from for to as by our their his her its there no \
     yes not all any some both also then mr mrs ms dr comment summary end begin subject paragraph section";

/// Words in capitals and small letters one behind the other: `Ilse van Quill`.
static CAPITALISED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\p{Lu}[\p{L}'\u{2019}-]*\p{Ll}[\p{L}'\u{2019}-]*(?:\s+(?:(?i:de la|del|de|da|dos|du|van der|van|von der|von|bin|ibn|al|el)\s+)?(?:(?:\p{Lu}\.\s?)+)?(?:(?:al|el|d)[-'\u{2019}])?\p{Lu}[\p{L}'\u{2019}-]*\p{Ll}[\p{L}'\u{2019}-]*){1,7}",
    )
    .ok()
});

/// What a name is looked for as.
pub(crate) struct Writing {
    /// Folded.
    pub(crate) text: String,
    /// Whether it counts only where it begins with a capital: a surname may be a word as well.
    pub(crate) proper: bool,
}

/// The names in a text, but for those that everybody bears: `United States`.
pub(crate) fn names(text: &str) -> Vec<&str> {
    let Some(capitalised) = CAPITALISED.as_ref() else {
        return Vec::new();
    };
    capitalised
        .find_iter(text)
        .map(|found| without_lead(found.as_str()))
        .filter(|name| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let rare = |word: &&&str| !is_one(COMMON, &word.to_lowercase());
            words.len() > 1 && words.iter().filter(rare).count() > 1
        })
        .collect()
}

/// Without the words in front that begin a sentence or are a title.
fn without_lead(name: &str) -> &str {
    let mut rest = name;
    while let Some((word, more)) = rest.split_once(char::is_whitespace) {
        let word = word.to_lowercase();
        if !is_one(COMMON, &word) && !is_one(TITLES, &word) {
            break;
        }
        rest = more.trim_start();
    }
    rest
}

/// The words themselves, and where they are a name the other ways to write it. The surname alone and the initials alone are
/// for words that somebody chose: of what merely looks like a name, `Fuel Pier`, they are words of everybody.
pub(crate) fn writings(words: &str, extent: Extent) -> Vec<Writing> {
    let text = Folded::of(words.trim(), Fold::Words).text;
    let bare = text
        .trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '(')
        .to_owned();
    let bare = bare
        .strip_suffix("'s")
        .map_or(bare.clone(), ToOwned::to_owned);
    let mut all = Vec::new();
    let mut add = |text: String, proper: bool| {
        let known = all.iter().any(|it: &Writing| it.text == text);
        if !known && text.chars().filter(|c| c.is_alphanumeric()).count() > 1 {
            all.push(Writing { text, proper });
        }
    };
    add(bare, false);
    let Some((given, surname)) = name(words) else {
        return all;
    };
    let initial = |word: &String| word.chars().next().unwrap_or_default().to_string();
    let initials: Vec<String> = given.iter().map(initial).collect();
    let first = given.first().cloned().unwrap_or_default();
    let start = initials.first().cloned().unwrap_or_default();
    let dotted = initials.join(".");
    let spaced = initials.join(". ");
    for front in [
        given.join(" "),
        first.clone(),
        format!("{dotted}."),
        format!("{spaced}."),
        format!("{start}."),
        start.clone(),
    ] {
        add(format!("{front} {surname}"), true);
        add(format!("{front}{surname}"), true);
        add(format!("{surname}, {front}"), true);
        add(format!("{surname} {front}"), true);
    }
    if extent == Extent::Portion {
        return all;
    }
    let last = initial(&surname);
    add(format!("{dotted}.{last}."), true);
    add(format!("{spaced}. {last}."), true);
    add(format!("{start}.{last}."), true);
    add(format!("{start}. {last}."), true);
    if surname.chars().count() > 2 {
        add(surname, true);
    }
    all
}

/// The given names and the surname, folded, where the words are a name.
fn name(words: &str) -> Option<(Vec<String>, String)> {
    let words = words.trim().trim_matches([',', ';', ':', '(', ')', '"']);
    let is_word = |word: &&str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '\u{2019}' | '-'));
        letters && word.contains(char::is_uppercase)
    };
    let (behind, before) = match words.split_once(',') {
        Some((surname, given)) => (given, Some(surname)),
        None => (words, None),
    };
    let mut given = Vec::new();
    for word in behind.split_whitespace() {
        let low = Folded::of(word, Fold::Words).text;
        let low = low
            .strip_suffix("'s")
            .unwrap_or(&low)
            .trim_end_matches('.')
            .to_owned();
        if is_one(PARTICLES, &low) || (given.is_empty() && is_one(TITLES, &low)) {
            continue;
        }
        if !is_word(&word) || low.is_empty() {
            return None;
        }
        given.push(low);
    }
    let surname = match before {
        Some(surname) => {
            let surname = surname.trim();
            is_word(&surname).then(|| Folded::of(surname, Fold::Words).text)?
        }
        None => given.pop()?,
    };
    (!given.is_empty() && given.len() < 5 && surname.chars().count() > 1)
        .then_some((given, surname))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_in_many_ways() {
        let all: Vec<String> = writings("Mrs. Ilse B. Marren", Extent::Words)
            .into_iter()
            .map(|it| it.text)
            .collect();
        for writing in [
            "ilse b marren",
            "ilse marren",
            "i.b. marren",
            "i. b. marren",
            "i. marren",
            "i marren",
            "marren, ilse",
            "marren, i.",
            "i.b.m.",
            "i.m.",
            "i. m.",
            "marren",
        ] {
            assert!(all.iter().any(|it| it == writing), "{writing} of {all:?}");
        }
        assert!(writings("the fuel pier", Extent::Words).len() == 1);
        assert!(
            writings("Marren, Ilse", Extent::Words)
                .iter()
                .any(|it| it.text == "ilse marren")
        );
    }

    #[test]
    fn what_everybody_bears_is_no_name() {
        let text = "In March Prime Minister Tomas Lorne left the United States with Edda van Quill. The Foreign Ministry slept.";
        assert_eq!(names(text), ["Tomas Lorne", "Edda van Quill"]);
    }
}
