//! What a further section of a telegram repeats: transmission lines, captions, fields.

use super::super::build::Builder;
use super::super::cable;
use super::super::captions::{self, CaptionLine};
use super::super::chars::skip_silent;
use super::super::draft::DraftMark;
use super::super::lines::Line;
use super::super::{header, level_line};
use crate::document::{BlockKind, Field};

/// How many captions and passing instructions a section can repeat.
const SECTION_REPEATS: usize = 8;

/// The transmission lines of a further section are furniture; its level line counts all the same.
pub(super) fn skip_section<'a>(builder: &mut Builder<'a>, first: Line<'a>, end: usize) -> usize {
    let mut line = Some(first);
    while let Some(here) = line.filter(|here| here.start < end) {
        if let Some(words) = level_line::read(here.text) {
            builder.level_below(here.span(), words.label);
            builder.header.sensitive |= words.sensitive;
            builder.header.captions.extend(words.captions);
        }
        builder.furniture(here);
        line = builder.lines.at(here.next);
    }
    repeated_fields(builder, end)
}

/// Behind the level line a section repeats captions and passing instructions, each between blank lines, and then the
/// fields of the first header. They are header lines again; what they say of themselves decides it, and nothing that
/// stands in the first header.
fn repeated_fields(builder: &mut Builder<'_>, end: usize) -> usize {
    let mut at = end;
    for _ in 0..SECTION_REPEATS {
        let mut next = at;
        let line = loop {
            match builder.lines.at(next) {
                Some(line) if line.is_blank() => next = line.next,
                Some(line) => break line,
                None => return cable::repeated(builder, at),
            }
        };
        let alone = builder
            .lines
            .at(line.next)
            .is_none_or(|next| next.is_blank() || cable::is_repeated(next.text));
        let field = match captions::line(line.text) {
            _ if !alone || !header::could_be_caption(line.text) => break,
            CaptionLine::Known {
                captions,
                sensitive,
            } => {
                builder.header.captions.extend(captions);
                builder.header.sensitive |= sensitive;
                Field::Caption
            }
            CaptionLine::Unknown if header::is_passing(line.text) => Field::Passing,
            CaptionLine::Unknown => break,
        };
        while let Some(blank) = builder
            .lines
            .at(at)
            .filter(|blank| blank.start < line.start)
        {
            builder.blank(blank);
            at = blank.next;
        }
        let text = skip_silent(line.text, 0);
        builder.start(line, BlockKind::Field(field), None, DraftMark::None, text);
        builder.close();
        at = line.next;
    }
    cable::repeated(builder, at)
}
