//! Words of an office's own that read as marks: where the mark of a portion stands one is the mark, anywhere else it raises.

use super::build::Builder;
use super::chars::is_silent;
use super::draft::{Draft, DraftMark};
use super::{findings, token};
use crate::Span;
use crate::document::Place;
use crate::marking::StatedMark;

/// Reads the aliases in every block. It comes behind the passes that find the blocks and their marks, and changes nothing
/// that these have read: it gives a mark to what has none, or one that cannot be read.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    if builder.vocabulary.aliases().next().is_none() {
        return;
    }
    for index in 0..builder.blocks.len() {
        state(builder, index);
        raise(builder, index);
    }
}

/// Gives the block the mark that the alias in the place of its mark reads as.
fn state(builder: &mut Builder<'_>, index: usize) {
    let Some(block) = builder.blocks.get(index) else {
        return;
    };
    let found = match block.mark {
        DraftMark::Damaged { span } | DraftMark::Letter { span } => {
            whole(builder, span).map(|stated| {
                let place = if span.start() < block.text.start() {
                    Place::Lead
                } else {
                    Place::Trail
                };
                (stated, span, place, block.text)
            })
        }
        DraftMark::None => {
            leading(builder, block).map(|(stated, span, text)| (stated, span, Place::Lead, text))
        }
        DraftMark::Stated { .. } | DraftMark::Excised(_) => None,
    };
    if let (Some((stated, span, place, text)), Some(block)) = (found, builder.blocks.get_mut(index))
    {
        block.mark = DraftMark::Stated {
            stated,
            span,
            place,
        };
        block.text = text;
    }
}

/// As what the token reads that takes all of `span`, where that is an alias.
fn whole(builder: &Builder<'_>, span: Span) -> Option<StatedMark> {
    let token = token::at(builder.source, span.start()).filter(|token| token.span == span)?;
    read(builder, token.inside(builder.source))
}

/// The alias with which the text of a block begins: its mark, its place, and the text behind it.
fn leading(builder: &Builder<'_>, block: &Draft) -> Option<(StatedMark, Span, Span)> {
    let (start, end) = (block.text.start(), block.text.end());
    let token = token::at(builder.source, start).filter(|token| token.span.end() <= end)?;
    let stated = read(builder, token.inside(builder.source))?;
    let behind = builder.source.get(token.span.end()..end)?;
    let shown = behind.trim_start_matches(is_silent);
    let text = Span::new(end - shown.len(), end);
    Some((stated, token.span, text))
}

/// Raises the block by every other alias in brackets inside its text.
fn raise(builder: &mut Builder<'_>, index: usize) {
    let Some(block) = builder.blocks.get(index) else {
        return;
    };
    let (start, end) = (block.text.start(), block.text.end());
    let text = builder.source.get(start..end).unwrap_or_default();
    let opened = text
        .char_indices()
        .filter(|(_, c)| token::opens(*c))
        .map(|(at, _)| start + at);
    let found: Vec<(Span, StatedMark)> = opened
        .filter_map(|at| token::at(builder.source, at))
        .filter(|token| token.span.end() <= end)
        .filter_map(|token| Some((token.span, read(builder, token.inside(builder.source))?)))
        .collect();
    for (span, stated) in found {
        builder.note(&findings::DOUBTFUL_MARK, span);
        builder.raise_stated(index, &stated.label());
    }
}

/// As what the text between two brackets reads, where it is an alias: with one space for all that does not show.
fn read(builder: &Builder<'_>, inside: &str) -> Option<StatedMark> {
    let words: Vec<&str> = inside
        .split(is_silent)
        .filter(|word| !word.is_empty())
        .collect();
    builder.vocabulary.alias(&words.join(" ")).cloned()
}
