//! One line of a header after the other.

use super::super::authority;
use super::super::body::letter_inside;
use super::super::chars::{from, skip_silent, trim};
use super::super::furniture::is_furniture;
use super::super::header::{self, HeaderLine};
use super::super::lead::{self, LeadMark};
use super::super::lines::Line;
use super::super::overall::{self, Stands};
use super::super::{captions, level_line, names, restriction};
use super::ends::is_level_line;
use super::reader::{HeaderReader, Labels, Stage};
use crate::document::{BlockKind, Field};

impl<'a> HeaderReader<'_, 'a> {
    pub(super) fn blank(&mut self, line: Line<'a>) {
        self.builder.blank(line);
        self.builder.close();
        self.block_start = true;
        self.field = None;
    }

    /// Takes a line into the header; `false` where the body starts with it.
    pub(super) fn line(&mut self, line: Line<'a>) -> bool {
        // A page break may cut a field in two; the field goes on behind it.
        if is_furniture(line) {
            self.builder.furniture(line);
            return true;
        }
        let block_start = std::mem::replace(&mut self.block_start, false);
        // A mark may stand before the field's own word: `(U) FM SECSTATE WASHDC`.
        let start = skip_silent(line.text, 0);
        let (mark, at) = match lead::scan_mark_in(line, start) {
            (LeadMark::None, _) => (LeadMark::None, start),
            // `C) STATE 77` behind `B) STATE 76` goes on with the list of references.
            _ if !block_start && self.is_listed(line) => (LeadMark::None, start),
            // `(EXDIS)` on a line of its own is the caption, and no mark of anything.
            _ if captions::is_alone(line.text) => (LeadMark::None, start),
            (mark, after) => {
                let mark = letter_inside(self.builder, line.text, mark);
                let none = matches!(mark, LeadMark::None);
                (
                    mark,
                    if none {
                        start
                    } else {
                        skip_silent(line.text, after)
                    },
                )
            }
        };
        if header::is_printout(from(line.text, at)) {
            self.labels = Labels::Printout;
        }
        if let Some(keyword) = self.keyword_at(line.text, at) {
            return self.keyword(line, keyword, mark);
        }
        let named = !names::nothing(line);
        if named && self.restriction(line) {
            return true;
        }
        if self.stage < Stage::Subject {
            if header::is_date_time_group(from(line.text, at)) {
                self.builder
                    .set_origin(crate::declass::date_time_group(trim(from(line.text, at))));
                return self.field(line, Field::DateTimeGroup, mark, at);
            }
            if named
                && let Some(words) = level_line::read(from(line.text, at))
                    .filter(|words| is_level_line(words) && matches!(mark, LeadMark::None))
            {
                return self.level(line, &words, mark, at);
            }
            if named
                && matches!(mark, LeadMark::None)
                && let Some(found) = overall::read(line.text, Stands::Below)
            {
                overall::take(self.builder, line, found, Stands::InHeading);
                self.field = None;
                self.stage = self.stage.max(Stage::Captions);
                return true;
            }
        }
        // A level line under a subject is none of its lines.
        let capitals = !line.text.chars().any(char::is_lowercase);
        let stands = if capitals {
            Stands::Below
        } else {
            Stands::InText
        };
        if named
            && self.stage == Stage::Subject
            && !block_start
            && matches!(mark, LeadMark::None)
            && let Some(found) = overall::read(line.text, stands)
        {
            overall::take(self.builder, line, found, Stands::InHeading);
            self.field = None;
            return true;
        }
        if matches!(mark, LeadMark::None)
            && self.continues(line, block_start, named)
            && !self.is_marked_item(line)
        {
            if self.field == Some(BlockKind::Field(Field::Classifier))
                && let Some(at) = authority::instruction_inside(line.text)
            {
                let (head, tail) = line.split_at(at);
                self.builder.append(head);
                return self.instruction(tail);
            }
            self.builder.append(line);
            return true;
        }
        if self.begins_body(line, block_start, named, &mark) {
            return false;
        }
        self.unknown(line, mark, at)
    }

    /// The label that a line begins with. Addresses stand before the level line, and they are posts and nothing else; a
    /// line of text may begin with `TO` as well.
    fn keyword_at(&self, text: &str, at: usize) -> Option<HeaderLine> {
        let keyword = match self.labels {
            Labels::Wire => header::keyword(text, at),
            Labels::Printout => header::printed(text, at),
        }?;
        let HeaderLine::Field(Field::From | Field::To | Field::Info, behind) = keyword else {
            return Some(keyword);
        };
        let routing = header::is_transmission(text);
        let addresses = match self.labels {
            Labels::Wire => !self.addressed && self.stage < Stage::Fields,
            Labels::Printout => self.stage < Stage::Subject,
        };
        (addresses && (routing || header::is_addressee(from(text, behind)))).then_some(keyword)
    }

    /// `Captions: NODIS`, `Caveats: FOUO`.
    fn restriction(&mut self, line: Line<'a>) -> bool {
        let taken = restriction::take(self.builder, line, restriction::Stands::InHeading);
        if taken {
            self.builder.close();
            self.field = None;
        }
        taken
    }
}
