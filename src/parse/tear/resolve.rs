//! What stands between two tear lines.

use super::super::build::Builder;
use super::super::draft::DraftMark;
use super::super::lines::Line;
use super::line::{Marks, Tear, read};
use crate::document::Place;
use crate::marking::{Label, StatedMark};

/// Takes `line` for a tear line where it is one.
pub(in crate::parse) fn take<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let Some((end, stated)) = read(line.text) else {
        return false;
    };
    builder.close();
    // Whatever ends it, and where nothing does, a level that it names is one of the document.
    let label = stated.as_ref().map(StatedMark::label);
    if let Some(label) = label.filter(|label| !Label::unclassified().dominates(label)) {
        builder.level_below(line.span(), label);
    }
    builder.tears.push(Tear {
        first: builder.blocks.len(),
        span: line.span(),
        end,
        stated,
    });
    builder.furniture(line);
    true
}

/// Gives what stands between two tear lines that agree what they say. One that stands alone says nothing.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    let tears = std::mem::take(&mut builder.tears);
    let mut open: Option<&Tear> = None;
    for tear in &tears {
        match (open.take(), tear.end) {
            (Some(begin), Marks::Either | Marks::Close) => {
                let agrees = match (&begin.stated, &tear.stated) {
                    (Some(one), Some(other)) => one.label() == other.label(),
                    (_, None) => tear.end == Marks::Close,
                    (None, Some(_)) => false,
                };
                if let (true, Some(stated)) = (agrees, &begin.stated) {
                    state(builder, begin, tear, stated);
                } else if tear.end == Marks::Either {
                    open = Some(tear);
                }
            }
            (_, Marks::Begin | Marks::Either) => open = Some(tear),
            (None, Marks::Close) => {}
        }
    }
}

fn state(builder: &mut Builder<'_>, begin: &Tear, end: &Tear, stated: &StatedMark) {
    // A level line between them that says more ends what is cleared.
    let label = stated.label();
    let first = builder
        .parts
        .partition_point(|part| part.span.start() < begin.span.end());
    let higher = builder
        .parts
        .iter()
        .skip(first)
        .take_while(|part| part.span.start() < end.span.start())
        .find(|part| !label.dominates(&part.label))
        .map_or(usize::MAX, |part| part.span.start());
    let between = builder
        .blocks
        .get_mut(begin.first..end.first)
        .unwrap_or_default();
    for block in between
        .iter_mut()
        .filter(|block| block.mark.is_none() && block.span.start() < higher)
    {
        block.mark = DraftMark::Stated {
            stated: stated.clone(),
            span: begin.span,
            place: Place::TearLine,
        };
    }
}
