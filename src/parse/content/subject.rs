//! Where a subject ends, in telegrams and memoranda alike.

use super::super::chars::{from, skip_silent, starts_with_word, trim};
use super::super::lead::{self, LeadMark};
use super::super::prose::is_prose;
use super::goes_on::is_label;

/// The longest label before a mark, in bytes.
const LABEL: usize = 40;

/// Whether a line under a subject is none of its lines: a block with a head of its own, with or without a mark, or a
/// sentence.
pub(in crate::parse) fn ends_subject(before: &str, text: &str) -> bool {
    let start = skip_silent(text, 0);
    let headed = is_label(text)
        && from(text, start)
            .split_once(':')
            .is_some_and(|(label, _)| !label.contains(' ') || is_head(label));
    let marked = from(text, start).split_once(':').is_some_and(|(label, _)| {
        label.len() <= LABEL
            && !matches!(
                lead::scan_mark(text, start + label.len() + 1).0,
                LeadMark::None
            )
    });
    let sentence = is_prose(text) && trim(text).ends_with(['.', '!', '?']);
    (headed || marked || sentence) && !trim(before).ends_with([',', '-', '/', ':'])
}

/// The words that head a block of text.
fn is_head(label: &str) -> bool {
    [
        "SUMMARY",
        "COMMENT",
        "BEGIN",
        "ACTION REQUEST",
        "KEY POINT",
        "INTRODUCTION",
        "BACKGROUND",
    ]
    .iter()
    .any(|word| starts_with_word(label, word))
}
