//! Labels at the start of a line or of a sentence, and the marks behind them: `COMMENT: (S) …` (reading rule 1).

use super::chars::{from, is_silent, skip_silent};
use super::lead::{Lead, LeadMark};
use super::sentence;
use super::token::{self, Reading};
use crate::Span;
use crate::marking::{Label, Likeness, StatedMark};

/// The most words of a label, and its longest text, in bytes.
const LABEL_WORDS: usize = 4;

pub(super) const LABEL: usize = 48;

/// Words that may head a line: one to four, beginning with a capital, or a day.
pub(super) fn is_label(text: &str) -> bool {
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

/// The words that head most paragraphs which are headed at all.
const USUAL: [&str; 4] = ["SUMMARY", "COMMENT", "ACTION REQUEST", "ACTION REQUESTED"];

/// The mark of a block whose text begins with its label: `2. COMMENT: (U) …`, `2. COMMENT (U): …`. It says that all of the block
/// is unclassified; one that says more raises what the block is rated anyway. The label stays text of the block.
pub(super) fn with_mark(line: &str, lead: Lead) -> Lead {
    if lead.has_mark() {
        return lead;
    }
    match unclassified_behind_label(line, lead.text) {
        Some((stated, span)) => Lead {
            mark: LeadMark::Stated(stated, span),
            ..lead
        },
        None => lead,
    }
}

fn unclassified_behind_label(line: &str, at: usize) -> Option<(StatedMark, Span)> {
    let start = skip_silent(line, at);
    let text = from(line, start);
    let window = text.as_bytes();
    let open = memchr::memchr(b'(', window.get(..LABEL).unwrap_or(window))?;
    let before = text.get(..open)?.trim_end_matches(is_silent);
    let label = before.trim_end_matches(':');
    let token = token::at(text, open)?;
    let behind = from(text, skip_silent(text, token.span.end()));
    let headed = label.len() < before.len() || behind.starts_with(':');
    let said = behind.trim_start_matches(':');
    let stated = StatedMark::read(token.inside(text)).ok()?;
    (headed
        && is_label(label)
        && said.contains(char::is_alphanumeric)
        && Label::unclassified().dominates(&stated.label()))
    .then(|| (stated, token.span.shifted(start)))
}

/// What the mark right behind the label asks that `line` begins with: `COMMENT: (S) …`, `Table 2: (S) …`,
/// `COMMENT (S): …` (reading rule 1).
pub(super) fn behind_label(line: &str) -> Option<Label> {
    let start = skip_silent(line, 0);
    let text = from(line, start);
    let window = text.as_bytes();
    let at = memchr::memchr(b'(', window.get(..LABEL).unwrap_or(window))?;
    let before = text.get(..at)?.trim_end_matches(is_silent);
    let label = before.trim_end_matches([':', '.', '-', '–', '—', ' ']);
    if !is_label(label) {
        return None;
    }
    let token = token::at(text, at)?;
    let stops = label.len() < before.len()
        || from(text, skip_silent(text, token.span.end())).starts_with(':')
        || USUAL.iter().any(|words| label.eq_ignore_ascii_case(words));
    // `Item 4: (C) …`: with its colon even the name of a part heads what follows.
    let cites = sentence::names_a_part(label) && !before.ends_with(':');
    if !stops || cites {
        return None;
    }
    // A mark that ends its line is that of the sentence before it: `… AS OF` / `JUNE. (S)`.
    if skip_silent(text, token.span.end()) == text.len() {
        return None;
    }
    match token::read(token.inside(text)) {
        Reading::Mark(stated) => Some(stated.label()),
        Reading::Like(likeness) => (likeness >= Likeness::Likely).then(Label::unresolved),
    }
}
