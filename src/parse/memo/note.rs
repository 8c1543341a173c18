//! Marked lines that begin a portion without a blank line before them, and footnotes.

use super::super::body;
use super::super::build::Builder;
use super::super::chars::{byte, from, skip_silent, trim};
use super::super::draft::DraftMark;
use super::super::lead::{self, Lead, LeadMark, LeadNumber};
use super::super::lines::Line;
use super::super::sentence;
use super::tail::is_superscript;
use crate::Span;
use crate::document::Place;
use crate::marking::StatedMark;

/// The longest number of a footnote, in bytes.
const LONGEST: usize = 12;
/// The longest mark that stands alone on a line, in bytes.
const LONGEST_MARK: usize = 40;

/// `1 (U) See …`, `² (S) …`, `[3] (U) …`: a footnote with its mark. A bare number that would be the next one
/// of the paragraphs may be a paragraph whose full stop is lost, and stays damaged.
pub(super) fn footnote(
    line: &str,
    found: &Lead,
    paragraph: Option<u32>,
    levels: Levels,
) -> Option<Lead> {
    let start = skip_silent(line, 0);
    let text = from(line, start);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let width = match text.chars().next()? {
        '[' => {
            let count = digits(from(text, 1));
            (count > 0 && byte(text, count + 1) == b']').then_some(count + 2)?
        }
        c if is_superscript(c) => text
            .find(|c: char| !is_superscript(c))
            .unwrap_or(text.len()),
        c if c.is_ascii_digit() => {
            let count = digits(text);
            let number: u32 = text.get(..count)?.parse().ok()?;
            let next = paragraph.is_some_and(|last| last.saturating_add(1) == number);
            (!next && matches!(byte(text, count), b' ' | b'\t')).then_some(count)?
        }
        _ => return None,
    };
    if matches!(found.number, LeadNumber::Item(_)) || width > LONGEST {
        return None;
    }
    let (mark, behind) = lead::scan_mark(line, start + width);
    let (stated, span) = readable(mark)?;
    if !is_certain(span, from(line, behind), levels) {
        return None;
    }
    Some(Lead {
        number: LeadNumber::None,
        mark: LeadMark::Stated(stated, span),
        text: behind,
    })
}

/// Whether the document states its overall classification before the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Levels {
    Stated,
    Unknown,
}

impl Levels {
    pub(super) fn of(builder: &Builder<'_>) -> Self {
        if builder.header.levels.is_empty() {
            Self::Unknown
        } else {
            Self::Stated
        }
    }
}

/// Whether a mark behind a label or the number of a note is one: `Key: (C) Commerce; (S) State` and, in a document
/// without a level line, `Defense: (C) Mr. Ode` only look like it.
pub(super) fn is_certain(span: Span, behind: &str, levels: Levels) -> bool {
    let is_letter =
        |three: &[u8]| matches!(three, [b'(', letter, b')'] if letter.is_ascii_alphabetic());
    span.len() > 3 || (levels == Levels::Stated && !behind.as_bytes().windows(3).any(is_letter))
}

/// What a whole mark says.
pub(super) fn readable(mark: LeadMark) -> Option<(StatedMark, Span)> {
    match mark {
        LeadMark::Stated(stated, span) => Some((stated, span)),
        LeadMark::Letter { letter, span } if span.len() == 3 => {
            let stated = StatedMark::read(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
            Some((stated.ok()?, span))
        }
        LeadMark::Letter { .. } | LeadMark::Damaged(_) | LeadMark::None => None,
    }
}

/// A line inside a block that begins a portion of its own: one that states more than the marked line above it, wherever
/// that ends; one that states anything behind the end of a marked sentence.
///
/// A mark of more than a letter counts under a line without a mark, too. Where the mark may be a word of a sentence that
/// was broken there, taking it for one only withholds.
pub(super) fn inside(builder: &Builder<'_>, line: Line<'_>) -> Option<Lead> {
    let at = skip_silent(line.text, 0);
    let shown = from(line.text, at);
    if !shown.starts_with(|c: char| {
        matches!(c, '(' | '[' | '*' | 'o' | '-') || c.is_ascii_digit() || !c.is_ascii()
    }) && byte(shown, 1) != b'.'
    {
        return None;
    }
    let scanned = body::items_in_order(builder, line.text, lead::scan_line(line));
    let note = footnote(line.text, &scanned, builder.paragraph, Levels::of(builder));
    let is_note = note.is_some();
    let mut lead = note.unwrap_or(scanned);
    // A list of its own begins with its first number: `Attachments:`, `1. (U) …`.
    let list = matches!(
        lead.number,
        LeadNumber::Paragraph(1) | LeadNumber::ParagraphItem(1, _)
    ) && builder.open_text().ends_with(':');
    if !(list || matches!(lead.number, LeadNumber::None | LeadNumber::Item(_)))
        || skip_silent(line.text, lead.text) == line.text.len()
    {
        return None;
    }
    lead.mark = body::letter_inside(builder, line.text, lead.mark);
    let LeadMark::Stated(stated, span) = &lead.mark else {
        return None;
    };
    let sentence = sentence::may_end(builder.open_text());
    let marked = builder.blocks.last().is_some_and(|block| {
        matches!(
            block.mark,
            DraftMark::Stated {
                place: Place::Lead,
                ..
            } | DraftMark::Damaged { .. }
                | DraftMark::Letter { .. }
        )
    });
    let above = !body::block_dominates(builder, stated);
    let follows = from(line.text, lead.text)
        .trim_start()
        .starts_with(|c: char| !c.is_lowercase());
    let starts = list
        || if above {
            sentence
                || ((marked || (span.len() > 3 && lead.number == LeadNumber::None))
                    && !lead.is_abbreviation(line.text))
        } else {
            (sentence || is_note) && marked && follows
        };
    (starts && !builder.open_text().is_empty()).then_some(lead)
}

/// Whether a line behind the end of a sentence is a mark and nothing else: the mark at the end of the paragraph, for which
/// its last line had no room.
pub(super) fn is_tail(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let shown = trim(line.text);
    let inside = shown
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    // In a paper that marks in front it is the mark of what stands on the next line.
    let front = builder
        .blocks
        .last()
        .is_some_and(|block| !block.mark.is_none());
    let followed = builder
        .lines
        .at(line.next)
        .is_some_and(|next| !next.is_blank());
    if builder.open_text().is_empty() || (front && followed) {
        return false;
    }
    inside.is_some_and(|inside| inside.len() <= LONGEST_MARK && StatedMark::of(inside).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_have_a_number_that_is_no_paragraph() {
        for (line, paragraph, expected) in [
            ("1 (U) See the yearbook.", None, Some("U")),
            ("12 (S//NF) A good source.", Some(3), Some("S//NF")),
            ("4 (C) The dam holds.", Some(3), None),
            ("² (S) A good source.", Some(1), Some("S")),
            ("[3] (U) The map.", Some(2), Some("U")),
            ("* (C) The map.", None, None),
            ("1, (C) The dam.", None, None),
            ("3 (three) boats", None, None),
            ("1 (A) The dam.", None, None),
            ("(U) The dam.", None, None),
            ("1 (U) is uranium, (C) is carbon.", None, None),
        ] {
            let found = lead::scan(line);
            let mark =
                footnote(line, &found, paragraph, Levels::Stated).map(|lead| match lead.mark {
                    LeadMark::Stated(stated, _) => stated.label().to_string(),
                    LeadMark::None | LeadMark::Damaged(_) | LeadMark::Letter { .. } => {
                        unreachable!("a footnote states its mark")
                    }
                });
            assert_eq!(mark.as_deref(), expected, "{line}");
        }
    }
}
