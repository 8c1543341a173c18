//! The text of a release: a banner, blocks that all state their mark, and the same banner again. Only who asks for it has a
//! text read so; a paper with a banner above and below and a mark on every block looks no different (32 CFR 2001.21).

use super::body::excised;
use super::build::{Builder, certain_mark};
use super::chars::{byte, from, skip_silent, trim};
use super::draft::DraftMark;
use super::header::{self, HeaderLine};
use super::lead::{self, LeadMark, LeadNumber};
use super::level_line;
use super::lines::Line;
use crate::document::{BlockKind, LevelLine, Number};
use crate::marking::{Label, Marking};

/// How the line begins that says for whom a release was made and as of which day.
pub(crate) const RELEASED_FOR: &str = "(U) Released for ";

/// What the first and last line says of the whole.
fn banner(text: &str) -> Option<Label> {
    level_line::banner(text).or_else(|| {
        let marking = Marking::parse_banner(trim(text)).ok()?;
        Some(Label::from(&marking))
    })
}

fn level_of(line: Line<'_>) -> Option<LevelLine> {
    Some(LevelLine {
        span: line.span(),
        label: banner(line.text)?,
    })
}

/// What the first line of a block says.
struct Head {
    kind: BlockKind,
    number: Option<Number>,
    /// Where the text starts.
    text: usize,
    mark: DraftMark,
}

/// Reads the first line of a block, which starts at `offset` in the source.
fn head(text: &str, offset: usize) -> Head {
    let start = skip_silent(text, 0);
    let (kind, number, at) = if byte(text, start) == b'(' {
        (BlockKind::Paragraph, None, start)
    } else if let Some(HeaderLine::Subject(at)) = header::keyword(text, start) {
        (BlockKind::Subject, None, skip_silent(text, at))
    } else if let Some((number, at)) = whole_number(text, start) {
        (BlockKind::Subparagraph, Some(number), at)
    } else {
        let lead = lead::scan_long(text).unwrap_or_else(|| lead::scan(text));
        let (kind, number) = numbered(lead.number);
        let at = match lead.mark {
            LeadMark::None => lead.text,
            LeadMark::Stated(_, span) | LeadMark::Damaged(span) | LeadMark::Letter { span, .. } => {
                span.start()
            }
        };
        (kind, number, at)
    };
    let (mark, text) = one_mark(text, at, offset);
    Head {
        kind,
        number,
        text,
        mark,
    }
}

/// The one mark that a release writes. What stands behind it is text, unless it is a mark that asks for more: then
/// this is no release of ours, and the two disagree.
fn one_mark(text: &str, at: usize, offset: usize) -> (DraftMark, usize) {
    let end = from(text, at)
        .find(')')
        .map_or(text.len(), |close| at + close + 1);
    let (mark, behind) = lead::scan_mark(text.get(..end).unwrap_or_default(), at);
    if matches!(mark, LeadMark::None) {
        return (DraftMark::None, at);
    }
    let mark = certain_mark(&mark, text, offset);
    let next = certain_mark(&lead::scan_mark(text, behind).0, text, offset);
    match (&mark, &next) {
        (
            DraftMark::Stated {
                stated: one, span, ..
            },
            DraftMark::Stated { stated: other, .. },
        ) if !one.label().dominates(&other.label()) => (DraftMark::Damaged { span: *span }, behind),
        _ => (mark, behind),
    }
}

/// `4.a.(1)`: the whole number of an item in another one.
fn whole_number(text: &str, start: usize) -> Option<(Number, usize)> {
    let word = from(text, start).split(' ').next()?;
    let number = Number::read(word).filter(|number| number.items().nth(1).is_some())?;
    Some((number, skip_silent(text, start + word.len())))
}

const fn numbered(number: LeadNumber) -> (BlockKind, Option<Number>) {
    match number {
        LeadNumber::Paragraph(number) => (BlockKind::Paragraph, Some(Number::paragraph(number))),
        LeadNumber::ParagraphItem(number, item) => (
            BlockKind::Subparagraph,
            Some(Number::item(Some(number), item)),
        ),
        LeadNumber::Item(item) => (BlockKind::Subparagraph, Some(Number::item(None, item))),
        LeadNumber::None | LeadNumber::Damaged => (BlockKind::Paragraph, None),
    }
}

/// Reads the text of a release.
pub(super) fn read(builder: &mut Builder<'_>) {
    let banner = trim(builder.source).lines().next().map_or("", trim);
    let mut at = 0;
    let mut block_start = true;
    while let Some(line) = builder.lines.at(at) {
        at = line.next;
        if line.is_blank() {
            builder.blank(line);
            block_start = true;
        } else if std::mem::replace(&mut block_start, false) || !builder.open {
            block(builder, line, banner);
        } else {
            builder.append(line);
        }
    }
    builder.close();
}

fn block<'a>(builder: &mut Builder<'a>, line: Line<'a>, banner: &str) {
    if trim(line.text) == banner {
        builder.close();
        builder.header.levels.extend(level_of(line));
        builder.furniture(line);
        return;
    }
    // What the release says of itself is no portion of the next.
    if !builder.open && builder.blocks.is_empty() && trim(line.text).starts_with(RELEASED_FOR) {
        builder.furniture(line);
        return;
    }
    let Head {
        kind,
        number,
        text,
        mark,
    } = head(line.text, line.start);
    let excised = excised(builder.lines, line, text).filter(|_| mark.is_none());
    builder.start(line, kind, number, mark, text);
    if let Some(bases) = excised {
        builder.excise(bases);
    }
}
