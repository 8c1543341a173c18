//! What a mark is read with: the text, the mark as far as it is read, and the place of an error.

use super::error::{ErrorKind, MarkingError, Place};
use super::marking::{Head, Lists, Marking};
use crate::Span;
use crate::marking::register::{Category, Control, Level};

/// More names than a set holds, see [`super::names::MOST`].
pub(super) const TOO_MANY: ErrorKind =
    ErrorKind::Syntax("there are more names than anybody could check");

/// What a mark is read with.
#[derive(Debug)]
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    place: Place,
    pub(super) mark: Marking,
    /// The category of the last segment.
    pub(super) last: Option<Category>,
    /// Countries of an `EYES ONLY` that has not been closed.
    pub(super) eyes_open: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, place: Place) -> Self {
        let mark = Marking::of_level(Level::Unclassified);
        Self {
            text,
            place,
            mark,
            last: None,
            eyes_open: false,
        }
    }

    /// Whether the segment before this one named the CUI category.
    pub(super) fn after_cui(&self) -> bool {
        self.last == Some(Category::Cui)
    }

    pub(super) fn begin_cui(&mut self) {
        self.last = Some(Category::Cui);
    }

    pub(super) const fn place(&self) -> Place {
        self.place
    }

    pub(super) fn lists(&mut self) -> &mut Lists {
        self.mark.lists_mut()
    }

    pub(super) fn set_head(&mut self, head: Head) {
        self.mark.head = head;
    }

    /// An error at `token`, which is a part of the text that is being read.
    pub(super) fn error(&self, kind: ErrorKind, token: &str) -> MarkingError {
        let start = (token.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let start = if start <= self.text.len() { start } else { 0 };
        MarkingError::new(
            kind,
            self.place,
            Span::new(start, start + token.len()),
            token,
        )
    }

    /// Takes a control, which stands once.
    pub(super) fn add(&mut self, control: Control, text: &str) -> Result<(), MarkingError> {
        if self.mark.controls.has(control) {
            return Err(self.error(ErrorKind::Repeated, text));
        }
        self.mark.controls.insert(control);
        Ok(())
    }
}

/// Takes the text before the next `//`.
pub(super) fn next_segment<'a>(rest: &mut Option<&'a str>) -> Option<&'a str> {
    let text = (*rest)?;
    let bytes = text.as_bytes();
    let at = bytes.windows(2).position(|pair| pair == b"//");
    take(rest, text, at, 2)
}

/// Takes the text before the next `/`.
pub(super) fn next_item<'a>(rest: &mut Option<&'a str>) -> Option<&'a str> {
    let text = (*rest)?;
    let at = text.bytes().position(|byte| byte == b'/');
    take(rest, text, at, 1)
}

fn take<'a>(
    rest: &mut Option<&'a str>,
    text: &'a str,
    at: Option<usize>,
    width: usize,
) -> Option<&'a str> {
    let Some(at) = at else {
        *rest = None;
        return Some(text);
    };
    *rest = text.get(at + width..);
    text.get(..at)
}

pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 20
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}
