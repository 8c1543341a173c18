//! The mark of a subject.

use super::super::build::certain_mark;
use super::super::chars::{from, skip_silent, starts_with_word};
use super::super::draft::DraftMark;
use super::super::lead::{self, LeadMark};
use super::super::lines::Line;
use crate::Span;

/// The mark right behind the label of a subject, and where its text starts. `(A)` counts the first of several; any other
/// letter that is no level is a mark that cannot be read.
pub(super) fn subject_mark(line: Line<'_>, at: usize) -> (DraftMark, usize) {
    let at = behind_reply(line.text, at);
    let (mark, behind) = lead::scan_mark(line.text, at);
    let whole = |span: Span| line.text.as_bytes().get(span.start()) == Some(&b'(');
    let stated = certain_mark(&mark, line.text, line.start);
    match mark {
        LeadMark::None => (DraftMark::None, at),
        LeadMark::Letter {
            letter: 'a' | 'i',
            span,
        } if whole(span) && stated.stated().is_none() => (DraftMark::None, at),
        LeadMark::Stated(..) | LeadMark::Damaged(_) | LeadMark::Letter { .. } => (stated, behind),
    }
}

/// `RE: FW: (S) …`: where the subject of a message that is answered or passed on starts, if a mark follows.
fn behind_reply(text: &str, at: usize) -> usize {
    let mut behind = skip_silent(text, at);
    while let Some(width) = ["RE:", "FW:", "FWD:"]
        .iter()
        .find(|word| starts_with_word(from(text, behind), word))
        .map(|word| word.len())
    {
        behind = skip_silent(text, behind + width);
    }
    if mark_follows(text, behind) {
        behind
    } else {
        at
    }
}

pub(super) fn mark_follows(text: &str, at: usize) -> bool {
    !matches!(lead::scan_mark(text, at).0, LeadMark::None)
}
