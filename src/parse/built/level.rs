//! A level line that is given.

use super::super::build::Builder;
use super::super::chars::end_of_shown;
use super::super::draft::DraftMark;
use super::super::findings;
use super::super::given::{self, GivenLevel};
use super::super::lines::Line;
use super::super::overall::{self, Stands};
use crate::document::{BlockKind, Field, LevelLine};
use crate::marking::Label;

/// Reads a level line. What is not understood may be any level.
pub(super) fn read<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    let shown = line.text.get(..end_of_shown(line.text)).unwrap_or_default();
    let span = Line {
        text: shown,
        ..line
    }
    .span();
    match given::level(shown) {
        GivenLevel::Line(words) => {
            let label = words.label.clone();
            builder.header.levels.push(LevelLine { span, label });
            builder.header.sensitive |= words.sensitive;
            builder
                .header
                .captions
                .extend(words.captions.iter().cloned());
            match given::reference(shown, &words) {
                None => builder.furniture(line),
                Some((number, true)) => field(builder, line, Field::Reference, number),
                Some((number, false)) => field(builder, line, Field::Unknown, number),
            }
        }
        GivenLevel::Stated(found) => overall::take(builder, line, found, Stands::InHeading),
        GivenLevel::Mark(label) => {
            builder.header.levels.push(LevelLine { span, label });
            builder.furniture(line);
        }
        GivenLevel::Unread => {
            let label = Label::unresolved();
            builder.header.levels.push(LevelLine { span, label });
            builder.note(&findings::UNREAD_LEVEL, span);
            field(builder, line, Field::Unknown, 0);
        }
    }
}

fn field<'a>(builder: &mut Builder<'a>, line: Line<'a>, field: Field, text: usize) {
    builder.start(line, BlockKind::Field(field), None, DraftMark::None, text);
    builder.close();
}
