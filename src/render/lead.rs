//! What stands before the text of a portion, in every format that people read.

use std::fmt;

use crate::marking::Label;
use crate::policy::PortionKind;
use crate::release::Released;

/// What stands before the text of a portion in every format that people read: field label, number. It may be empty.
pub(super) struct Lead<'r>(pub(super) &'r Released<'r>);

impl fmt::Display for Lead<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(portion) = self;
        match (portion.kind(), portion.field_label(), portion.number()) {
            (PortionKind::Subject, _, _) => f.write_str("SUBJECT:"),
            (_, Some(label), _) => f.write_str(label),
            (_, None, Some(number)) => number.write_lead(f),
            (_, None, None) => Ok(()),
        }
    }
}

/// The two words before the text of a released portion, in their order; either may be empty.
pub(super) fn before(portion: &Released<'_>, label: &Label) -> [String; 2] {
    let (lead, mark) = (Lead(portion).to_string(), format!("({label})"));
    // The mark stands before the field's own word: `(U) FM SECSTATE WASHDC`.
    if portion.field_label().is_some() {
        [mark, lead]
    } else {
        [lead, mark]
    }
}

/// How many characters stand before the first line of a released text.
pub(super) fn width(before: &[String; 2]) -> usize {
    before
        .iter()
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().count() + 1)
        .sum()
}
