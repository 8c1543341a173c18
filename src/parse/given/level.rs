//! A level that is given.

use super::super::chars::trim;
use super::super::level_line::{self, LevelWords};
use super::super::overall::{self, Overall, Stands};
use super::super::{cable, content, header};
use crate::document::Field;
use crate::marking::{Label, StatedMark};

/// What was given as a level says.
pub(in crate::parse) enum GivenLevel<'t> {
    /// The level line of a telegram, or a banner.
    Line(LevelWords<'t>),
    /// Any other line that states a level.
    Stated(Overall),
    /// The mark of a portion: `S//NF`.
    Mark(Label),
    /// It is not understood, and may be any level.
    Unread,
}

/// Reads a level that is given: all of `shown`, which is one line.
pub(in crate::parse) fn level(shown: &str) -> GivenLevel<'_> {
    let single = !shown.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    if !single {
        return GivenLevel::Unread;
    }
    if let Some(words) = level_line::read(shown).filter(cable::is_level_line) {
        return GivenLevel::Line(words);
    }
    // What is given is no scan: a word that is a letter away from a level may be any.
    if overall::has_slip(shown) {
        return GivenLevel::Unread;
    }
    if let Some(found) = overall::read(shown, Stands::Below) {
        return GivenLevel::Stated(found);
    }
    let mark = trim(shown);
    let inside = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'));
    match StatedMark::read(inside.unwrap_or(mark)) {
        Ok(stated) => GivenLevel::Mark(stated.label()),
        Err(_) => GivenLevel::Unread,
    }
}

/// Where the message reference number of a level line begins in it, and whether it is one; `None` where nothing but the
/// level and its captions stands on the line.
pub(in crate::parse) fn reference(shown: &str, words: &LevelWords<'_>) -> Option<(usize, bool)> {
    if trim(words.rest).is_empty() || header::is_service_note(words.rest) {
        return None;
    }
    let number = words.rest_at + cable::reference_at(words.rest);
    let is_one = content::is_of_kind(Field::Reference, super::super::chars::from(shown, number));
    Some((number, is_one))
}
