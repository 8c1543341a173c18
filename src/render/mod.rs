//! Writers. They see a release and nothing below it.

mod json;
mod text;

use crate::policy::PortionKind;
use crate::release::Released;

/// What stands before the text of a portion in every format that people read: field label, number.
pub(crate) fn lead(portion: &Released<'_>) -> String {
    match (portion.kind(), portion.field_label(), portion.number()) {
        (PortionKind::Subject, _, _) => "SUBJECT:".to_owned(),
        (_, Some(label), _) => label.to_owned(),
        (_, None, Some(number)) => number.lead(),
        (_, None, None) => String::new(),
    }
}
