//! A level line that is given.

use super::super::build::Builder;
use super::super::chars::{end_of_shown, from, trim};
use super::super::lines::Line;
use super::super::overall::{self, Stands};
use super::super::{cable, content, findings, header, level_line};
use crate::document::{BlockKind, Field, LevelLine, Mark};
use crate::marking::Label;

/// Reads a level line. What is not understood may be any level.
pub(super) fn read<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    let shown = line.text.get(..end_of_shown(line.text)).unwrap_or_default();
    let span = Line {
        text: shown,
        ..line
    }
    .span();
    let single = !shown.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    let words = level_line::read(shown).filter(|words| single && cable::is_level_line(words));
    if let Some(words) = words {
        let label = words.label.clone();
        builder.header.levels.push(LevelLine { span, label });
        builder.header.sensitive |= words.sensitive;
        builder
            .header
            .captions
            .extend(words.captions.iter().cloned());
        if trim(words.rest).is_empty() || header::is_service_note(words.rest) {
            builder.furniture(line);
        } else {
            let number = words.rest_at + cable::reference_at(words.rest);
            let shown = from(shown, number);
            let kind = if content::is_of_kind(Field::Reference, shown) {
                Field::Reference
            } else {
                Field::Unknown
            };
            field(builder, line, kind, number);
        }
        return;
    }
    let found = overall::read(shown, Stands::Below).filter(|_| single);
    if let Some(found) = found {
        overall::take(builder, line, found, Stands::InHeading);
        return;
    }
    let label = Label::unresolved();
    builder.header.levels.push(LevelLine { span, label });
    builder.note(&findings::UNREAD_LEVEL, span);
    field(builder, line, Field::Unknown, 0);
}

fn field<'a>(builder: &mut Builder<'a>, line: Line<'a>, field: Field, text: usize) {
    builder.start(line, BlockKind::Field(field), None, Mark::Unmarked, text);
    builder.close();
}
