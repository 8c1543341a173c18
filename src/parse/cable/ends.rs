//! Where a field ends, and where the header does.

use super::super::chars::is_silent;
use super::super::lead::{self, LeadMark, LeadNumber};
use super::super::level_line::{Form, LevelWords};
use super::super::lines::Line;
use super::super::prose::is_prose;
use super::super::{captions, content, header};
use super::reader::{HeaderReader, Stage};
use crate::document::{BlockKind, Field};

impl<'a> HeaderReader<'_, 'a> {
    /// Whether `line`, in which a caption may be `named`, goes on with the field before it.
    pub(super) fn continues(&self, line: Line<'a>, block_start: bool, named: bool) -> bool {
        let Some(kind) = self.field.filter(|_| !block_start) else {
            return false;
        };
        let before = self.builder.open_text();
        let ends = || self.numbered_one(line) || (named && captions::is_line(line.text));
        match kind {
            BlockKind::Field(Field::Transmission) => {
                header::is_transmission(line.text)
                    || is_silent(line.text.chars().next().unwrap_or('x'))
            }
            BlockKind::Field(field) => content::goes_on(field, before, line.text) && !ends(),
            BlockKind::Subject => !ends() && !content::ends_subject(before, line.text),
            BlockKind::Paragraph | BlockKind::Subparagraph | BlockKind::Plain => false,
        }
    }

    /// Whether a line goes on with a list of references, and states no mark of its own.
    pub(super) fn is_listed(&self, line: Line<'a>) -> bool {
        self.field == Some(BlockKind::Field(Field::Ref))
            && content::next_letter(self.builder.open_text(), line.text)
            && !matches!(
                lead::scan_line(line),
                lead::Lead {
                    number: LeadNumber::Item(_),
                    mark: LeadMark::Stated(..) | LeadMark::Damaged(_),
                    ..
                }
            )
    }

    /// `B. (C) STATE 77`: an item that states a mark takes no part in what stands before it.
    pub(super) fn is_marked_item(&self, line: Line<'a>) -> bool {
        let lead = lead::scan_line(line);
        matches!(lead.number, LeadNumber::Item(_)) && lead.has_mark()
    }

    /// Without a blank line before it, only the first paragraph ends a field.
    fn numbered_one(&self, line: Line<'a>) -> bool {
        let lead = lead::scan_line(line);
        match lead.number {
            LeadNumber::Paragraph(number) | LeadNumber::ParagraphItem(number, _) => {
                number == 1 || lead.has_mark()
            }
            LeadNumber::None | LeadNumber::Item(_) | LeadNumber::Damaged => false,
        }
    }

    /// Whether the header ends before a line: at a number, at a mark, at prose.
    pub(super) fn begins_body(
        &self,
        line: Line<'a>,
        block_start: bool,
        named: bool,
        mark: &LeadMark,
    ) -> bool {
        let lead = lead::scan_line(line);
        // Behind a number a mark is that of a paragraph, whatever its letters say elsewhere.
        let paragraph = lead.number != LeadNumber::None && lead.has_mark();
        if matches!(mark, LeadMark::None) && !paragraph && named && captions::is_line(line.text) {
            return false;
        }
        let numbered = !matches!(lead.number, LeadNumber::None | LeadNumber::Item(_));
        let marked = !matches!(mark, LeadMark::None)
            || matches!(lead.mark, LeadMark::Stated(..) | LeadMark::Damaged(_));
        if self.stage == Stage::Transmission {
            return (numbered && (marked || block_start) && !header::is_transmission(line.text))
                || (marked && block_start);
        }
        let prose = is_prose(line.text) && !header::is_passing(line.text);
        (numbered || marked || prose || self.stage == Stage::Subject)
            && (block_start || numbered || self.field.is_none() || marked)
    }
}

/// Whether the first line that begins with a level is the level line, or a line of text.
pub(in crate::parse) fn is_level_line(words: &LevelWords<'_>) -> bool {
    match words.form {
        Form::Alone | Form::Section | Form::Numbered => true,
        Form::Other => header::is_service_note(words.rest),
    }
}
