//! A level at the beginning of a line, and what the words beside it make of it.

use super::super::chars::{from, starts_with_word, trim};
use super::super::level_line::{self, Form, LevelWords};
use super::super::prose::is_function_word;
use super::super::{captions, notice};
use super::line::{Overall, Stands};
use crate::marking::{Label, Marking};

/// The most words beside a level that are not known.
pub(super) const UNKNOWN_WORDS: usize = 5;

/// The most words of a name that restricts beside a level.
const NAMED_WORDS: usize = 2;

/// What stands under a level of its own beside a paper.
pub(super) const ATTACHED: [&str; 9] = [
    "ATTACHMENT",
    "ATTACHMENTS",
    "ENCLOSURE",
    "ENCLOSURES",
    "ANNEX",
    "APPENDIX",
    "TAB",
    "ADDENDUM",
    "SUPPLEMENT",
];

/// What a level may hang on, behind `WHEN`.
const CONDITIONS: [&str; 5] = ["FILLED", "COMPLETED", "SEPARATED", "DETACHED", "ATTACHED"];

/// What a paper is, beside its level. It restricts nothing.
pub(super) const PAPERS: [&str; 10] = [
    "WORKING", "PAPER", "PAPERS", "DRAFT", "COVER", "SHEET", "PAGE", "COPY", "TEXT", "DOCUMENT",
];

/// What a paper is called over its text: `CONFIDENTIAL MEMORANDUM`.
const CALLED: [&str; 9] = [
    "MEMORANDUM",
    "REPORT",
    "TELEGRAM",
    "CABLE",
    "MESSAGE",
    "LETTER",
    "NOTE",
    "SUMMARY",
    "BRIEFING",
];

/// `SECRET`, `TOP SECRET//NOFORN`, `SECRET - WORKING PAPERS`, `CONFIDENTIAL ATTACHMENT`, `CONFIDENTIAL VESTA 22`.
pub(super) fn level(shown: &str, stands: Stands) -> Option<Overall> {
    if let Some(label) = controlled(shown) {
        return Some(Overall::of(label));
    }
    if !level_line::may_be(shown) {
        return None;
    }
    let capitals = !shown.chars().any(char::is_lowercase);
    // `SECRET-SENSITIVE`: with no room around its stroke a level is a part of a word otherwise.
    let stroke = capitals && level_line::may_begin(shown) && shown.contains('-');
    let spaced = if stroke {
        shown.replacen('-', " - ", 1)
    } else {
        String::new()
    };
    let words = level_line::read(level_line::without_copy(shown))
        .or_else(|| level_line::read(level_line::without_copy(&spaced)))?;
    let rest = trim(words.rest);
    match words.form {
        Form::Alone | Form::Section => Some(Overall::from(words)),
        Form::Numbered => {
            // Behind the number a level line may say more; in a text only the line by itself is one.
            let whole = rest.ends_with(|c: char| c.is_ascii_digit())
                || rest
                    .split(captions::is_separator)
                    .next_back()
                    .is_some_and(|word| level_line::is_caption(&word.to_ascii_uppercase()));
            (whole || stands != Stands::InText).then(|| Overall {
                opens: true,
                ..Overall::from(words)
            })
        }
        Form::Other if is_release_line(rest) || is_entire_text(rest) => Some(Overall::from(words)),
        Form::Other => {
            let spelled = shown.get(..words.rest_at).unwrap_or_default();
            beside(words, spelled, rest, capitals, stands)
        }
    }
}

/// A level with words beside it that are neither captions nor a post.
fn beside(
    words: LevelWords<'_>,
    spelled: &str,
    rest: &str,
    capitals: bool,
    stands: Stands,
) -> Option<Overall> {
    // Behind a stroke a control stands that could not be read.
    if !words.label.is_resolved() {
        return capitals.then(|| Overall::from(words));
    }
    // `SECRET - RESTRICTED DATA`
    if let Some(label) = notice::mark(rest) {
        return Some(Overall::of(words.label.join(&label)));
    }
    let parts: Vec<String> = rest
        .split(captions::is_separator)
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    let first = parts.first()?;
    let set_apart = rest.starts_with(['-', '–', '—', ':', '(']);
    let named = parts.len() <= 2 && parts.get(1).is_none_or(|name| name.len() <= 3);
    let attached = ATTACHED.contains(&first.as_str())
        && (named || (capitals && parts.len() <= UNKNOWN_WORDS && !rest.ends_with('.')));
    // `SECRET Annex B`
    let shouted = !spelled.chars().any(char::is_lowercase);
    if attached && (capitals || set_apart || (named && shouted)) {
        return Some(Overall {
            opens: true,
            ..Overall::from(words)
        });
    }
    // `SECRET NODIS CHEROKEE`, `SECRET FROM VESTA 22`: behind a caption and behind the post of a sender nothing is text.
    let captioned = capitals
        && parts.len() <= UNKNOWN_WORDS
        && !rest.ends_with('.')
        && captions::codes(first).next().is_some();
    if captioned {
        return Some(Overall {
            opens: true,
            unknown: true,
            ..Overall::from(words)
        });
    }
    let sender = capitals
        && first == "FROM"
        && (3..=UNKNOWN_WORDS).contains(&parts.len())
        && rest.ends_with(|c: char| c.is_ascii_digit());
    if sender {
        return Some(Overall {
            opens: true,
            ..Overall::from(words)
        });
    }
    // `SECRET WHEN FILLED IN`: whether the condition holds is not known. Of UNCLASSIFIED it says nothing.
    let conditional = matches!(first.as_str(), "WHEN" | "UNTIL" | "IF" | "UPON" | "PENDING");
    let told = parts
        .get(1)
        .is_some_and(|word| CONDITIONS.contains(&word.as_str()));
    if conditional && (capitals || told) && parts.len() <= UNKNOWN_WORDS {
        return words
            .label
            .level()
            .is_classified()
            .then(|| Overall::from(words));
    }
    // `UNCLASSIFIED WITH SECRET ATTACHMENT`: the levels of both.
    if first == "WITH"
        && parts
            .last()
            .is_some_and(|word| ATTACHED.contains(&word.as_str()))
    {
        let other = level_line::read(trim(from(rest, "WITH".len())))?;
        let label = words.label.join(&other.label);
        return Some(Overall::of(label));
    }
    let known = |word: &String| {
        matches!(word.as_str(), "AND" | "&")
            || PAPERS.contains(&word.as_str())
            || (stands == Stands::AtTop && CALLED.contains(&word.as_str()))
            || level_line::is_caption(word)
            || word.bytes().all(|b| b.is_ascii_digit())
    };
    if parts.iter().all(known) && (capitals || set_apart) {
        return Some(Overall::from(words));
    }
    // `SECRET//NOFORN CHEROKEE`, and `SECRET CHEROKEE` over a paper: what a reader has to be told beside the level.
    let controlled = spelled.contains('/') && stands != Stands::InText;
    let at_top = stands == Stands::AtTop && words.label.level().is_classified();
    let named = (controlled || at_top) && may_be_a_name(rest);
    (capitals && (set_apart || named) && parts.len() <= UNKNOWN_WORDS && !rest.ends_with('.')).then(
        || Overall {
            unknown: true,
            ..Overall::from(words)
        },
    )
}

/// Whether what stands beside a level may be a name that restricts: a word or two, and none of a sentence.
pub(in crate::parse) fn may_be_a_name(beside: &str) -> bool {
    let mut words = beside
        .split(captions::is_separator)
        .filter(|word| !word.is_empty());
    words.clone().nth(NAMED_WORDS).is_none() && words.all(|word| !is_function_word(word))
}

/// `CUI`, `CUI//SP-PRVCY//FED ONLY`, `CONTROLLED`.
fn controlled(shown: &str) -> Option<Label> {
    let word = shown.split('/').next()?;
    matches!(word, "CUI" | "CONTROLLED")
        .then(|| Marking::parse_banner(shown))
        .map(|marking| marking.map_or_else(|_| Label::unresolved(), |known| Label::from(&known)))
}

/// `SECRET (entire text)` on a line of its own is the level of what stands below it.
fn is_entire_text(rest: &str) -> bool {
    rest.strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .is_some_and(|words| words.eq_ignore_ascii_case("entire text"))
}

/// `U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 05/13/2015`: State's own release line, which it
/// stamps on every page behind the level.
fn is_release_line(rest: &str) -> bool {
    starts_with_word(rest, "U.S. DEPARTMENT OF STATE")
        && find_word(rest, "CASE NO").is_some()
        && rest.split_whitespace().all(|word| word.len() <= 24)
}

/// Where words in capitals stand in a text, in any case.
pub(super) fn find_word(text: &str, words: &str) -> Option<usize> {
    text.to_ascii_uppercase().find(words)
}
