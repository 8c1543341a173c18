//! How a mark is read, in whatever form it stands.
//!
//! Only what has one reading is read. A text in an older form is turned into the form of the register, one step for each
//! form, and then goes through the same grammar as any other mark.

use std::str::FromStr;

use super::error::{MarkingError, Place};
use super::marking::Marking;
use super::older::{OlderForm, SENSITIVITY};
use super::term::Term;
use super::{grammar, rewrite, validity};
use crate::Span;
use crate::marking::register::sensitivity_in_mark;
use crate::text::is_dash;

impl Marking {
    /// Reads a portion mark, with or without its parentheses.
    ///
    /// # Errors
    ///
    /// Where the text is no mark, or breaks a rule of the register.
    pub fn parse_portion(text: &str) -> Result<Self, MarkingError> {
        Ok(read_valid(text, Place::Portion)?.mark)
    }

    /// Reads a portion mark by the grammar alone, whether or not the register allows what it says.
    ///
    /// For roll-ups, which take the most restrictive of what their portions say: ODNI's own scenarios hold portions below
    /// the floor of a control.
    ///
    /// # Errors
    ///
    /// Where the text is no mark.
    pub fn read_portion(text: &str) -> Result<Self, MarkingError> {
        Ok(read(text, Place::Portion)?.mark)
    }

    /// Refuses a marking that breaks a rule of the register.
    ///
    /// # Errors
    ///
    /// The first rule that it breaks.
    pub fn validate(&self) -> Result<(), MarkingError> {
        validity::check(self, Place::Portion, Span::new(0, 0))
    }

    /// Reads a banner line: the same in words, its level spelled in full.
    ///
    /// # Errors
    ///
    /// Where the text is no banner line, or breaks a rule of the register.
    pub fn parse_banner(text: &str) -> Result<Self, MarkingError> {
        Ok(read_valid(text, Place::Banner)?.mark)
    }
}

impl FromStr for Marking {
    type Err = MarkingError;

    /// [`Marking::parse_portion`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse_portion(text)
    }
}

/// A mark that was read.
#[derive(Debug)]
pub(in crate::marking) struct Read {
    pub(in crate::marking) mark: Marking,
    /// Where it stands in the text that was given.
    pub(in crate::marking) span: Span,
    pub(in crate::marking) extent: Extent,
    /// The form that had to be turned into that of the register; the last one where there were several.
    pub(in crate::marking) form: Option<&'static OlderForm>,
    pub(in crate::marking) term: Term,
}

/// Reads `text` in whatever form.
fn read(text: &str, place: Place) -> Result<Read, MarkingError> {
    let (inside, offset) = strip(text);
    let (inside, extent) = match entire_text(inside).filter(|_| place == Place::Portion) {
        Some(mark) => (mark, Extent::EntireText),
        None => (inside, Extent::Portion),
    };
    let span = Span::new(offset, offset + inside.len());
    let read = |mark, form, term| Read {
        mark,
        span,
        extent,
        form,
        term,
    };
    if place == Place::Portion
        && let Some(register) = sensitivity_in_mark(inside)
    {
        let mark = grammar::parse(register, place)?;
        return Ok(read(mark, Some(&SENSITIVITY), Term::OfDocument));
    }
    let error = match grammar::parse(inside, place) {
        Ok(mark) => return Ok(read(mark, None, Term::OfDocument)),
        Err(error) => error.shifted(offset),
    };
    let Some(modern) = rewrite::modern(inside, place) else {
        return Err(error);
    };
    match grammar::parse(&modern.text, place) {
        Ok(mark) => Ok(read(mark, Some(modern.form), modern.term)),
        // What is wrong with the text as it stands tells more than what is wrong with a guess at its meaning, but a slip in
        // a name is found only once the separators are those of the register.
        Err(modern) => Err(if modern.suggestion().is_some() {
            modern.at(span)
        } else {
            error
        }),
    }
}

/// Reads `text` in whatever form, and refuses what breaks a rule of the register.
pub(in crate::marking) fn read_valid(text: &str, place: Place) -> Result<Read, MarkingError> {
    let read = read(text, place)?;
    validity::check(&read.mark, place, read.span)?;
    Ok(read)
}

/// What a mark speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::marking) enum Extent {
    Portion,
    EntireText,
}

/// Without white space and one pair of parentheses around it.
fn strip(text: &str) -> (&str, usize) {
    let trimmed = text.trim();
    let bare = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .map_or(trimmed, str::trim);
    (
        bare,
        (bare.as_ptr() as usize).saturating_sub(text.as_ptr() as usize),
    )
}

/// The mark before `entire text`, in any case and with any dash between.
fn entire_text(inside: &str) -> Option<&str> {
    const WORDS: &str = "entire text";
    let text = inside.trim_end().trim_end_matches('.').trim_end();
    let at = text.len().checked_sub(WORDS.len())?;
    let (before, words) = text.split_at_checked(at)?;
    if !words.eq_ignore_ascii_case(WORDS) {
        return None;
    }
    let mark = before
        .trim_end_matches(|c: char| c.is_whitespace() || is_dash(c) || matches!(c, ':' | ','));
    (mark.len() < before.len() && !mark.is_empty()).then_some(mark)
}
