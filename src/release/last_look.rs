//! The last look before a text goes out: no released text shows a mark above its own portion's label.
//!
//! It reads the text that is about to be released, and nothing else, with a scanner of its own: what a parser overlooked
//! must not be overlooked here for the same cause. It can only withhold.

use crate::marking::{Label, Likeness, StatedMark};
use crate::{Citation, Rule, Severity};

/// The portion's text shows a mark that its label does not cover.
pub(crate) static MARK_IN_RELEASED_TEXT: Rule = Rule {
    code: "mark-in-released-text",
    severity: Severity::Error,
    message: "the text of this portion shows a mark above its label; it is withheld until a person has looked at it",
    citation: Citation::policy("reading rule 1"),
};

/// The longest text between two brackets that is looked at, in characters.
const LONGEST: usize = 42;
/// How far before a token is looked, and how far a list reaches, in bytes.
const NEAR: usize = 96;
const LIST: usize = 4096;
/// The most words that may head a line before a mark.
const LABEL_WORDS: usize = 5;

/// Where `text` shows a mark that `label` does not cover: the offset of its bracket.
pub(super) fn mark_above(text: &str, label: &Label) -> Option<usize> {
    shown(text, |asked| !label.dominates(asked))
}

/// The same, of marks that can be read.
pub(super) fn readable_above(text: &str, label: &Label) -> Option<usize> {
    shown(text, |asked| asked.is_resolved() && !label.dominates(asked))
}

/// Where `text` shows a mark that asks too much.
fn shown(text: &str, too_much: impl Fn(&Label) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let brackets = memchr::memchr3_iter(b'(', b'[', b'{', bytes);
    brackets.into_iter().find(|at| {
        let Some(inside) = between(text, *at) else {
            return false;
        };
        asks(text, *at, inside).is_some_and(|asked| too_much(&asked))
    })
}

/// The text between the bracket at `at` and the next one, if that closes.
fn between(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at + 1..)?;
    let (end, _) = rest
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| matches!(c, '(' | '[' | '{' | ')' | ']' | '}'))
        .filter(|(_, c)| matches!(c, ')' | ']' | '}'))?;
    rest.get(..end)
}

/// What the token asks of a reader, where it stands as a mark does.
fn asks(text: &str, at: usize, inside: &str) -> Option<Label> {
    let likeness = Likeness::of(inside);
    let stated = StatedMark::of(inside);
    let round = text.as_bytes().get(at) == Some(&b'(');
    let before = near(text, at);
    if likeness.is_certain() && round {
        // What ended is cited no more: `… in reftel. (SBU) The relay`.
        let ended = before.trim_end().ends_with(['.', '!', '?']);
        let cited =
            !inside.contains('/') && !ended && (is_cited(before) || is_spelled_out(before, inside));
        return (!cited).then(|| stated.map_or_else(Label::unresolved, |mark| mark.label()));
    }
    let stated = stated.filter(|_| likeness >= Likeness::Letter && round)?;
    let behind = text.get(at + inside.len() + 2..).unwrap_or_default();
    if is_of_text(inside, behind) {
        return None;
    }
    ((stands_in_front(before, behind) || ends_line(before, behind))
        && !goes_on(
            text.get(at.saturating_sub(LIST)..at).unwrap_or(before),
            inside,
        ))
    .then(|| stated.label())
}

/// `(S)he`, `(c) 1999 Ode`: a letter of a word, and one that says whose a text is.
fn is_of_text(inside: &str, behind: &str) -> bool {
    let word = behind.split(|c: char| !c.is_alphanumeric());
    match inside {
        "S" | "s" => word.clone().next() == Some("he"),
        "c" => {
            let year = word.clone().nth(1).unwrap_or_default();
            // A sentence goes on in small letters: `(c) 1985 brought the relay`.
            let owner = behind.trim_start_matches(|c: char| !c.is_alphabetic());
            behind.starts_with(' ')
                && year.len() == 4
                && year.bytes().all(|b| b.is_ascii_digit())
                && (owner.starts_with(char::is_uppercase) || owner.starts_with("by "))
        }
        _ => false,
    }
}

/// What stands right before `at`, as far as it says something of a token there.
fn near(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(NEAR);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..at).unwrap_or_default()
}

/// Whether marks stand here: at the start of a line, behind the end of a sentence, a gap or a bar, or between a label and a
/// colon.
fn stands_in_front(before: &str, behind: &str) -> bool {
    let line = before
        .rsplit(['\n', '\r', '\x0b', '\x0c', '\u{85}', '\u{2028}', '\u{2029}'])
        .next();
    let line = line.unwrap_or_default();
    let shown = line.trim_end();
    if shown.is_empty() || line.ends_with('\t') || line.ends_with("  ") {
        return true;
    }
    let apart = shown.len() < line.len();
    let ends = shown.ends_with(['.', '!', '?', ';', ':', '…', '|', '»'])
        || (apart && shown.ends_with([')', ']', '”', '"', '’']));
    let words = shown.split(' ').count();
    let heads = behind.starts_with(':')
        && words <= LABEL_WORDS
        && shown.starts_with(|c: char| c.is_ascii_uppercase());
    (ends || heads) && !is_cited(before)
}

/// Whether a token behind a word ends its line, a full stop and closing quotation marks left aside. Behind a number it is cited.
fn ends_line(before: &str, behind: &str) -> bool {
    let shown = before.trim_end();
    let rest = behind.trim_start_matches([' ', '\t', '.', ',', ';', ':', '"', '\'', '”', '’']);
    (rest.is_empty() || rest.starts_with(char::is_whitespace))
        && shown.len() < before.len()
        && !shown.ends_with(|c: char| c.is_ascii_digit())
        && !is_cited(before)
}

/// Whether the token belongs to what is cited: a part of a document, or a telegram by its post and number.
fn is_cited(before: &str) -> bool {
    const PARTS: [&str; 19] = [
        "chapter",
        "items",
        "options",
        "part",
        "point",
        "points",
        "reftel",
        "para",
        "paras",
        "paragraph",
        "subparagraph",
        "section",
        "article",
        "annex",
        "appendix",
        "tab",
        "item",
        "option",
        "ref",
    ];
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let number = !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit());
    let named = if number {
        words.next().unwrap_or_default()
    } else {
        last
    };
    let named = named.trim_matches(|c: char| !c.is_alphanumeric());
    PARTS.iter().any(|part| named.eq_ignore_ascii_case(part))
        || (number && named.len() > 2 && named.bytes().all(|b| b.is_ascii_uppercase()))
}

/// `Diplomatic Security (DS)`: an abbreviation behind the words that it abbreviates.
fn is_spelled_out(before: &str, inside: &str) -> bool {
    let mut words = before
        .split(|c: char| !c.is_alphanumeric())
        .rev()
        .filter(|word| !word.is_empty() && !matches!(*word, "of" | "the" | "and" | "for"));
    let mut name = "";
    inside.chars().all(char::is_alphabetic)
        && inside.chars().rev().all(|letter| {
            name = words.next().unwrap_or_default();
            name.starts_with(|c: char| c.eq_ignore_ascii_case(&letter))
        })
        // `… of that session (TS)`: no name begins so.
        && !matches!(name.to_ascii_lowercase().as_str(), "that" | "this" | "to" | "no" | "so" | "she")
}

/// Whether a letter ends a complete run `(A) … (B) … (C)` of the text before it.
fn goes_on(before: &str, inside: &str) -> bool {
    let letter = match inside.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => *letter,
        _ => return false,
    };
    let first = if letter.is_ascii_uppercase() {
        b'A'
    } else {
        b'a'
    };
    let mut rest = before;
    letter > first
        && (first..letter).rev().all(|item| {
            let token = ['(', char::from(item), ')'].iter().collect::<String>();
            match rest.rfind(&token) {
                Some(at) => {
                    rest = rest.get(..at).unwrap_or_default();
                    true
                }
                None => false,
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_above_the_label_is_seen_wherever_marks_stand() {
        for (text, seen) in [
            ("The pier is open. (S) The relay is not.", true),
            ("The pier is open (S//NF) and the relay is not.", true),
            ("The pier (SBU) is open.", true),
            ("Fees\n(C) The relay.", true),
            ("Fees   (C) The relay.", true),
            ("Comment (C): The relay.", true),
            ("NOTE: (S) The relay.", true),
            ("Rates | (S) | 12", true),
            ("The relay is at the pier (S)", true),
            ("The relay is at the pier (S).\nIt is old.", true),
            ("The relay is at pier 4 (S)", false),
            ("It is told in annex (C)\nand elsewhere.", false),
            (
                "They may (A) go, (B) stay, or (C) wait. They want (C).",
                false,
            ),
            ("It is told in reftel. (SBU) The relay.", true),
            ("It was late at that session (TS) and after.", true),
            ("The pier is open. (U) It is old.", false),
            ("The pier is open. (S)he may go.", false),
            ("(c) 1999 Vesta Press.", false),
            ("(c) 1999 brought the relay.", true),
            ("See para. (C) of the note.", false),
            ("The office of the comptroller (C) wrote.", false),
            ("Options: (A) stay; (B) go; (C) wait.", false),
            ("See para 3 (SBU) of VESTA 220 (STADIS).", false),
            ("Diplomatic Security (DS) has it.", false),
            ("The plant in Durham (NC).", false),
            ("Article 12(C). It holds.", false),
            ("Nothing is here.", false),
        ] {
            assert_eq!(
                mark_above(text, &Label::unclassified()).is_some(),
                seen,
                "{text}"
            );
        }
        let secret = StatedMark::read("S").unwrap().label();
        assert_eq!(mark_above("Open. (S) The relay.", &secret), None);
    }
}
