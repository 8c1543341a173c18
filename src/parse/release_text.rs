//! The text of a release: a banner, blocks that all state their mark, and the same banner again.

use super::body::excision;
use super::build::{Builder, Line, line_at, mark_of};
use super::chars::{from, skip_silent, trim};
use super::header::{self, HeaderLine};
use super::lead::{self, LeadMark, LeadNumber};
use super::level_line;
use crate::document::{BlockKind, LevelLine, Mark, Number};

/// Whether `source` is the text of a release: nothing in it is left to be inferred.
pub(super) fn is_release(source: &str) -> bool {
    let shown = trim(source);
    let first = shown.lines().next().unwrap_or_default();
    if level_line::banner(first).is_none() || shown.lines().next_back() != Some(first) {
        return false;
    }
    let mut blocks = 0;
    let mut block_start = true;
    let mut at = 0;
    while let Some(line) = line_at(source, at) {
        at = line.next;
        if line.is_blank() {
            block_start = true;
        } else if std::mem::replace(&mut block_start, false) {
            blocks += 1;
            if trim(line.text) != first && !states_all(line.text) {
                return false;
            }
        }
    }
    blocks > 2
}

/// Whether a block's first line states a mark, or is the place of something withheld.
fn states_all(text: &str) -> bool {
    let (_, _, _, mark) = head(text);
    match mark {
        Head::Excised(_) => true,
        Head::Mark(mark) => matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)),
    }
}

enum Head {
    Excised(crate::document::Bases),
    Mark(LeadMark),
}

/// Kind, number, offset of the text and mark of a block, from its first line.
fn head(text: &str) -> (BlockKind, Option<Number>, usize, Head) {
    let start = skip_silent(text, 0);
    if let Some(HeaderLine::Subject(at)) = header::keyword(text, start) {
        let at = skip_silent(text, at);
        if let Some(bases) = excision(from(text, at)) {
            return (BlockKind::Subject, None, text.len(), Head::Excised(bases));
        }
        let (mark, behind) = lead::scan_mark(text, at);
        return (BlockKind::Subject, None, behind, Head::Mark(mark));
    }
    let lead = lead::scan(text);
    let (kind, number) = match lead.number {
        LeadNumber::Paragraph(number) => (BlockKind::Paragraph, Some(Number::paragraph(number))),
        LeadNumber::ParagraphItem(number, item) => (
            BlockKind::Subparagraph,
            Some(Number::item(Some(number), item)),
        ),
        LeadNumber::Item(item) => (BlockKind::Subparagraph, Some(Number::item(None, item))),
        LeadNumber::None | LeadNumber::Damaged => (BlockKind::Paragraph, None),
    };
    if let Some(bases) = excision(from(text, lead.text)) {
        return (kind, number, text.len(), Head::Excised(bases));
    }
    if number.is_none() && matches!(lead.mark, LeadMark::Stated(..)) {
        if let Some(HeaderLine::Field(field, at)) =
            header::keyword(text, skip_silent(text, lead.text))
        {
            return (BlockKind::Field(field), None, at, Head::Mark(lead.mark));
        }
    }
    (kind, number, lead.text, Head::Mark(lead.mark))
}

/// Reads the text of a release.
pub(super) fn read(builder: &mut Builder<'_>) {
    let mut at = 0;
    let mut block_start = true;
    while let Some(line) = line_at(builder.source, at) {
        at = line.next;
        if line.is_blank() {
            builder.blank(line);
            block_start = true;
        } else if std::mem::replace(&mut block_start, false) || !builder.open {
            block(builder, line);
        } else {
            builder.append(line);
        }
    }
    builder.close();
}

fn block<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    if let Some(label) = level_line::banner(line.text) {
        builder.close();
        builder.header.levels.push(LevelLine {
            span: line.span(),
            label,
        });
        builder.furniture(line);
        return;
    }
    let (kind, number, text, head) = head(line.text);
    match head {
        Head::Excised(bases) => builder.start(
            line,
            BlockKind::Excision(bases),
            number,
            Mark::Unmarked,
            text,
        ),
        Head::Mark(mark) => builder.start(line, kind, number, mark_of(&mark, line.start), text),
    }
}
