//! What stands before the text of a portion, in every format that people read.

use std::borrow::Cow;
use std::fmt;

use crate::marking::Label;
use crate::policy::PortionKind;
use crate::release::Released;

/// What stands before a subject.
const SUBJECT: &str = "SUBJECT:";

/// What stands before the text of a portion in every format that people read: field label, number. It may be empty.
pub(super) struct Lead<'r>(pub(super) &'r Released<'r>);

impl fmt::Display for Lead<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(portion) = self;
        match (portion.kind(), portion.field_label(), portion.number()) {
            (PortionKind::Subject, _, _) => f.write_str(SUBJECT),
            (_, Some(label), _) => f.write_str(label),
            (_, None, Some(number)) => number.write_lead(f),
            (_, None, None) => Ok(()),
        }
    }
}

impl Lead<'_> {
    /// The same as a string, which is written only where it is a number.
    pub(super) fn word(&self) -> Cow<'static, str> {
        match (self.0.kind(), self.0.field_label()) {
            (PortionKind::Subject, _) => Cow::Borrowed(SUBJECT),
            (_, Some(label)) => Cow::Borrowed(label),
            (_, None) => match self.0.number() {
                // Nearly every number is that of a paragraph.
                Some(number) => match (number.of_paragraph(), number.items().next()) {
                    (Some(paragraph), None) => {
                        let mut lead = paragraph.to_string();
                        lead.push('.');
                        Cow::Owned(lead)
                    }
                    _ => Cow::Owned(self.to_string()),
                },
                None => Cow::Borrowed(""),
            },
        }
    }
}

/// The portion marks of a page. It holds few different ones, and each is written once.
#[derive(Default)]
pub(super) struct Marks<'r>(Vec<(&'r Label, String)>);

/// How many marks are remembered, so that a page that has thousands takes no longer for each.
const RECENT: usize = 16;

impl<'r> Marks<'r> {
    /// The mark of a label: `(S//NF)`.
    pub(super) fn of(&mut self, label: &'r Label) -> &str {
        match self.0.iter().rposition(|(known, _)| *known == label) {
            Some(at) => self.0.get_mut(at..).unwrap_or_default().rotate_left(1),
            None => {
                if self.0.len() == RECENT {
                    self.0.remove(0);
                }
                self.0.push((label, format!("({label})")));
            }
        }
        self.0.last().map_or("", |(_, mark)| mark)
    }
}

/// The two words before the text of a released portion, in their order; either may be empty.
pub(super) fn before<'m>(portion: &Released<'_>, mark: &'m str) -> [Cow<'m, str>; 2] {
    let (lead, mark) = (Lead(portion).word(), Cow::Borrowed(mark));
    // The mark stands before the field's own word: `(U) FM SECSTATE WASHDC`.
    if portion.field_label().is_some() {
        [mark, lead]
    } else {
        [lead, mark]
    }
}

/// How many characters stand before the first line of a released text.
pub(super) fn width(before: &[Cow<'_, str>; 2]) -> usize {
    before
        .iter()
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().count() + 1)
        .sum()
}
