//! The words of labels: what may be one, which are usual, and what stands between one and the mark behind it.

use super::super::chars::{from, is_silent, skip_silent};
use super::super::said;
use super::super::token::{self, Reading};
use crate::marking::Likeness;

/// The most words of a label, and its longest text, in bytes.
const LABEL_WORDS: usize = 4;

pub(in crate::parse) const LABEL: usize = 48;

/// Words that may head a line: one to four, beginning with a capital, or a day.
pub(in crate::parse) fn is_label(text: &str) -> bool {
    let text = from(text, skip_silent(text, 0));
    text.len() <= LABEL
        && (text.starts_with(|c: char| c.is_ascii_uppercase())
            || (text.starts_with(|c: char| c.is_ascii_digit())
                && text.contains(char::is_uppercase)))
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '-' | '&' | '\'' | '.' | ','))
        && text.split(' ').count() <= LABEL_WORDS
}

/// The words that head most paragraphs which are headed at all, and those that a telegram begins the text of another paper with.
const USUAL: [&str; 8] = [
    "SUMMARY",
    "COMMENT",
    "ACTION REQUEST",
    "ACTION REQUESTED",
    "QUOTE",
    "QTE",
    "BEGIN TEXT",
    "BEGIN QUOTE",
];

/// What the parts of a paper are called, and no word of a sentence before a mark.
#[rustfmt::skip]
const PARTS: [&str; 30] = [
    "PURPOSE", "BACKGROUND", "INTRODUCTION", "OVERVIEW", "DISCUSSION", "SITUATION", "MISSION", "EXECUTION", "ANALYSIS",
    "ASSESSMENT", "CONCLUSION", "CONCLUSIONS", "RECOMMENDATION", "RECOMMENDATIONS", "EXECUTIVE SUMMARY", "KEY POINTS",
    "KEY JUDGMENTS", "KEY JUDGEMENTS", "NEXT STEPS", "TALKING POINTS", "SYNOPSIS", "DETAILS", "SCOPE", "OBJECTIVE",
    "OBJECTIVES", "HISTORY", "STATUS", "FINDINGS", "FACTS", "NARRATIVE",
];

/// Whether a label by itself heads a text, without a sign behind it.
pub(super) fn is_usual(label: &str) -> bool {
    USUAL
        .iter()
        .chain(&PARTS)
        .any(|words| label.eq_ignore_ascii_case(words))
}

/// Words that end the label of a remark: `Analyst comment`, `NOTE`.
const REMARKS: [&str; 8] = [
    "COMMENT",
    "COMMENTS",
    "NOTE",
    "NOTES",
    "REMARK",
    "REMARKS",
    "SUMMARY",
    "ASSESSMENT",
];

/// Whether `word` ends the label of a remark.
pub(in crate::parse) fn names_a_remark(word: &str) -> bool {
    REMARKS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the text of another paper begins behind `before`, or a part of this one ends with it: `… AS FOLLOWS: QUOTE`,
/// `… END SUMMARY`. A mark may stand behind either, as behind the end of a sentence.
pub(in crate::parse) fn parts_texts(before: &str) -> bool {
    let mut words = before.rsplit(|c: char| !c.is_alphanumeric());
    let last = words.next().unwrap_or_default();
    match last {
        "QUOTE" | "QTE" | "UNQUOTE" | "UNQTE" => true,
        "TEXT" if words.next() == Some("BEGIN") => true,
        _ => {
            let end = before
                .get(..before.len() - last.len())
                .and_then(|head| head.trim_end_matches(is_silent).rsplit(is_silent).next());
            matches!(end, Some("END" | "End")) && said::names_a_part(last)
        }
    }
}

/// Titles before a name, as their full stops leave them.
const TITLES: [&str; 8] = ["MR", "MRS", "MS", "DR", "GEN", "COL", "AMB", "CAPT"];

/// Whether `word` is the title of a person.
pub(in crate::parse) fn is_title(word: &str) -> bool {
    TITLES.iter().any(|title| word.eq_ignore_ascii_case(title))
}

/// `Question`, `Answer`: what stands before the parts of an interview.
pub(super) fn is_of_questions(label: &str) -> bool {
    let word = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let shown = word.trim_end_matches(' ');
    ["QUESTION", "ANSWER"]
        .iter()
        .any(|known| shown.eq_ignore_ascii_case(known))
        || (word.len() < label.len() && matches!(word, "Q" | "A"))
}

/// Whether all words of a label begin with a capital or a number, as no sentence does.
pub(super) fn is_named(label: &str) -> bool {
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    label.split(' ').all(named)
}

/// `COMMENTS: 1.`, `References: (a)`: without the number of the first paragraph or item behind a label.
pub(super) fn without_number(before: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let number = before
        .strip_suffix('.')
        .filter(|head| head.ends_with(digit));
    let item = || {
        before
            .strip_suffix(')')?
            .strip_suffix(char::is_alphanumeric)?
            .strip_suffix('(')
    };
    let head = number
        .map(|head| head.trim_end_matches(digit))
        .or_else(item);
    match head.map(|head| head.trim_end_matches(is_silent)) {
        Some(head) if head.ends_with(':') => head,
        Some(_) | None => before,
    }
}

/// Without a remark in brackets that ends a label and is no mark: `MR. ODE (DOD)`, `Enclosure(s)`.
pub(super) fn without_remark(label: &str) -> &str {
    let shown = label.trim_end_matches(is_silent);
    if let Some(head) = shown.strip_suffix("(s)") {
        return head;
    }
    let remark = shown
        .strip_suffix(')')
        .and_then(|shown| shown.rsplit_once(" ("));
    match remark {
        Some((head, inside))
            if matches!(
                token::read(inside),
                Reading::Like(Likeness::Text | Likeness::Short)
            ) =>
        {
            head
        }
        Some(_) | None => shown,
    }
}

/// `2.A`: the number of a portion, and no label.
pub(super) fn is_number(label: &str) -> bool {
    label.starts_with(|c: char| c.is_ascii_digit())
        && label.contains(char::is_alphabetic)
        && label
            .split(['.', '-'])
            .all(|part| part.len() == 1 || part.bytes().all(|b| b.is_ascii_digit()))
}
