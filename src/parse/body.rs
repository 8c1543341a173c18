//! The body: where one block ends and the next begins.

use super::build::{Builder, Line, line_at};
use super::chars::{byte, skip_silent, trim};
use super::furniture::{is_furniture, section_head};
use super::lead::{self, Lead, LeadMark, LeadNumber};
use super::level_line;
use crate::document::{Bases, BlockKind, Field, LevelLine, Mark};
use crate::marking::{Label, StatedMark};

/// Reads everything from `at` on as body.
pub(super) fn read(builder: &mut Builder<'_>, at: usize) {
    let mut at = at;
    let mut block_start = true;
    while let Some(line) = line_at(builder.source, at) {
        at = line.next;
        if line.is_blank() {
            builder.blank(line);
            block_start = true;
            continue;
        }
        if let Some(end) = section_head(builder.source, line) {
            at = skip_section(builder, line, end);
            continue;
        }
        if furniture(builder, line) {
            continue;
        }
        let after_blank = std::mem::replace(&mut block_start, false) || !builder.open;
        if after_blank {
            start(builder, line);
        } else {
            inner(builder, line);
        }
    }
    builder.close();
}

/// The transmission lines of a further section are furniture; its level line counts all the same.
fn skip_section<'a>(builder: &mut Builder<'a>, first: Line<'a>, end: usize) -> usize {
    let mut line = Some(first);
    let mut end = end;
    while let Some(here) = line.filter(|here| here.start < end) {
        if let Some(words) = level_line::read(here.text) {
            builder.header.levels.push(LevelLine {
                span: here.span(),
                label: words.label,
            });
            builder.header.sensitive |= words.sensitive;
            builder.header.captions.extend(words.captions);
        }
        builder.furniture(here);
        line = line_at(builder.source, here.next);
        // Behind the level line a section repeats captions and passing instructions.
        if here.next == end {
            end = repeated_until(builder, end);
        }
    }
    end
}

/// Where the lines end that stand in the header already.
fn repeated_until(builder: &Builder<'_>, from: usize) -> usize {
    let mut end = from;
    let mut next = from;
    for _ in 0..8 {
        let Some(line) = line_at(builder.source, next) else {
            break;
        };
        next = line.next;
        if line.is_blank() {
            continue;
        }
        if !repeats_header(builder, trim(line.text)) {
            break;
        }
        end = next;
    }
    end
}

fn repeats_header(builder: &Builder<'_>, shown: &str) -> bool {
    builder
        .blocks
        .iter()
        .take_while(|block| matches!(block.kind, BlockKind::Field(_) | BlockKind::Subject))
        .filter(|block| {
            matches!(
                block.kind,
                BlockKind::Field(Field::Passing | Field::Caption | Field::Unknown)
            )
        })
        .any(|block| builder.source.get(block.text.range()) == Some(shown))
}

fn furniture<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    if is_furniture(line.text) {
        builder.furniture(line);
        return true;
    }
    let Some(label) = level_line::banner(line.text) else {
        return false;
    };
    builder.header.levels.push(LevelLine {
        span: line.span(),
        label,
    });
    builder.furniture(line);
    true
}

fn start<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    if let Some(bases) = excision(line.text) {
        builder.start(
            line,
            BlockKind::Excision(bases),
            None,
            Mark::Unmarked,
            line.text.len(),
        );
        return;
    }
    builder.start_body(line, lead::scan(line.text));
}

/// `[withheld: classified]`: the place of something that an earlier release left out.
pub(super) fn excision(text: &str) -> Option<Bases> {
    Bases::parse(trim(text).strip_prefix("[withheld: ")?.strip_suffix(']')?)
}

/// A line inside a block. It begins another block only where the marks leave no other reading, or where leaving it in
/// would give it a lower label than it states.
fn inner<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    if is_signature(builder, line) {
        builder.start(line, BlockKind::Plain, None, Mark::Unmarked, 0);
        return;
    }
    if !may_lead(line.text) {
        builder.append(line);
        return;
    }
    let mut lead = lead::scan(line.text);
    match verdict(builder, &lead) {
        Inner::Text => builder.append(line),
        Inner::Block => builder.start_body(line, lead),
        Inner::Contradiction => {
            if let LeadMark::Stated(_, span) | LeadMark::Letter { span, .. } = lead.mark {
                lead.mark = LeadMark::Damaged(span);
            }
            lead.number = LeadNumber::Damaged;
            builder.start_body(line, lead);
        }
    }
}

enum Inner {
    Text,
    Block,
    Contradiction,
}

fn verdict(builder: &Builder<'_>, lead: &Lead) -> Inner {
    let above = match &lead.mark {
        LeadMark::Stated(stated, _) => !block_dominates(builder, stated),
        LeadMark::Damaged(_) => true,
        LeadMark::None | LeadMark::Letter { .. } => false,
    };
    let stated = matches!(lead.mark, LeadMark::Stated(..) | LeadMark::Damaged(_));
    match lead.number {
        LeadNumber::Paragraph(number) | LeadNumber::ParagraphItem(number, _) => {
            let next = number == builder.paragraph.map_or(1, |last| last.saturating_add(1));
            if next && (stated || !builder.numbers_marked) {
                Inner::Block
            } else if above {
                Inner::Contradiction
            } else {
                Inner::Text
            }
        }
        LeadNumber::Item(item) if stated => {
            if item.follows(builder.item) {
                Inner::Block
            } else if above {
                Inner::Contradiction
            } else {
                Inner::Text
            }
        }
        LeadNumber::Damaged if above => Inner::Contradiction,
        // A mark at the start of a line, after the end of a sentence: a paragraph without a blank line before it. In the
        // middle of a sentence it is text.
        LeadNumber::None
            if above
                && builder
                    .open_text()
                    .ends_with(['.', ':', '!', '?', ')', '"', '”']) =>
        {
            Inner::Block
        }
        LeadNumber::None | LeadNumber::Item(_) | LeadNumber::Damaged => Inner::Text,
    }
}

/// Whether the block that is open is withheld wherever `stated` is.
fn block_dominates(builder: &Builder<'_>, stated: &StatedMark) -> bool {
    match builder.blocks.last().map(|block| &block.mark) {
        Some(Mark::Stated { stated: own, .. }) => own.label().dominates(&stated.label()),
        Some(Mark::Damaged { .. }) => true,
        // What an unmarked block will be rated is not known here; that it is at least unclassified is.
        Some(Mark::Unmarked) | None => Label::unclassified().dominates(&stated.label()),
    }
}

/// The name under a telegram, without a blank line before it: the last line, in capitals, behind the end of a sentence.
/// It is no part of the paragraph above it.
fn is_signature(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let shown = trim(line.text);
    let name = shown.len() <= 40
        && shown
            .bytes()
            .all(|b| b.is_ascii_uppercase() || matches!(b, b' ' | b'-' | b'\'' | b'.'))
        && shown.split(' ').count() <= 3
        && !shown.is_empty()
        && !shown.ends_with('.');
    if !name || !builder.open_text().ends_with(['.', '!', '?', ')', '"']) {
        return false;
    }
    let mut next = line.next;
    for _ in 0..8 {
        match line_at(builder.source, next) {
            None => return true,
            Some(line) if line.is_blank() => next = line.next,
            Some(line) => return is_furniture(line.text),
        }
    }
    false
}

/// Whether a line can begin with a number, an enumerator, a bullet or a mark: a look at its first characters.
fn may_lead(text: &str) -> bool {
    let at = skip_silent(text, 0);
    match byte(text, at) {
        b'0'..=b'9' | b'(' | b'-' | b'*' | b'+' | b'[' | b'{' | 0x80.. => true,
        b if b.is_ascii_alphabetic() => text
            .as_bytes()
            .iter()
            .skip(at + 1)
            .take(6)
            .any(|b| matches!(b, b'.' | b')')),
        b => !b.is_ascii_alphanumeric(),
    }
}
