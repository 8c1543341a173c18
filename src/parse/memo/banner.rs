//! The level of a whole memorandum: a line over it or under it, with what restricts beside it.

use super::super::build::Builder;
use super::super::lines::Line;
use super::super::overall::{self, Stands};
use super::super::{captions, findings, restriction};

/// Takes `line` for a banner, a caption or a restriction where it is one.
///
/// Only a line in the heading states the overall classification; one further down may head a part of the document and
/// can only raise what the heading states.
pub(super) fn read<'a>(
    builder: &mut Builder<'a>,
    line: Line<'a>,
    in_head: bool,
    starts: bool,
) -> bool {
    let stands = if in_head && builder.blocks.is_empty() && builder.header.levels.is_empty() {
        Stands::AtTop
    } else if starts {
        Stands::Below
    } else {
        Stands::InText
    };
    if let Some(found) = overall::read(line.text, stands) {
        let stands = if in_head { Stands::InHeading } else { stands };
        overall::take(builder, line, found, stands);
        return true;
    }
    // At the start of a block in the heading the caption is a field of its own.
    if !(in_head && starts) && captions::is_alone(line.text) {
        let found = captions::read(line.text);
        builder.header.captions.extend(found.captions);
        builder.header.sensitive |= found.sensitive;
        builder.furniture(line);
        return true;
    }
    // Under a line of the heading a caption binds; what stands beside it is a line of the heading like the others.
    if in_head
        && !starts
        && let Some(found) = captions::heading(line.text).filter(|found| found.sure)
    {
        builder.header.captions.extend(found.captions);
        builder.header.sensitive |= found.sensitive;
        if found.unknown {
            builder.note(&findings::UNKNOWN_CAPTION, line.span());
        }
        return false;
    }
    let beside = if in_head {
        restriction::Stands::InHeading
    } else {
        restriction::stands(builder)
    };
    restriction::take(builder, line, beside)
}
