//! What a line can begin with.

use super::super::token;
use crate::Span;
use crate::document::Enumerator;
use crate::marking::{Likeness, StatedMark};

/// What a line begins with. Offsets count from the start of the line.
#[derive(Clone, Debug)]
pub(in crate::parse) struct Lead {
    pub(in crate::parse) number: LeadNumber,
    pub(in crate::parse) mark: LeadMark,
    /// Where the text starts.
    pub(in crate::parse) text: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum LeadNumber {
    None,
    Paragraph(u32),
    /// `4. a. (C)`: an item opens right behind the number of its paragraph.
    ParagraphItem(u32, Enumerator),
    Item(Enumerator),
    /// Something that was a number once, before a mark: `4, (C)`.
    Damaged,
}

#[derive(Clone, Debug)]
pub(in crate::parse) enum LeadMark {
    None,
    Stated(StatedMark, Span),
    Damaged(Span),
    /// A single letter in parentheses where a mark may stand: a mark, or an item of a list. Its neighbours decide.
    Letter {
        letter: char,
        span: Span,
    },
}

impl Lead {
    pub(in crate::parse) const fn has_mark(&self) -> bool {
        !matches!(self.mark, LeadMark::None)
    }

    /// Whether the mark of `line` is an ordinary abbreviation as well: `… stands in Durham` / `(NC).`
    pub(in crate::parse) fn is_abbreviation(&self, line: &str) -> bool {
        let (LeadMark::Stated(_, span) | LeadMark::Damaged(span)) = self.mark else {
            return false;
        };
        let word = line.get(span.range()).unwrap_or_default();
        Likeness::of(word.trim_matches(|c| token::opens(c) || token::closes(c))) < Likeness::Letter
    }
}
