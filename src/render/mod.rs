//! Writers. They see a release and nothing below it.

mod json;
mod text;

use crate::document::Field;
use crate::policy::PortionKind;
use crate::release::Released;

/// What stands before the text of a portion in every format that people read: field label, number.
pub(crate) fn lead(portion: &Released<'_>) -> String {
    match (portion.kind(), portion.field(), portion.number()) {
        (PortionKind::Subject, _, _) => "SUBJECT:".to_owned(),
        (_, Some(field), _) => field.label().to_owned(),
        (_, None, Some(number)) => number.lead(),
        (_, None, None) => String::new(),
    }
}

/// Whether the mark stands before the field's own label, as in `(U) FM SECSTATE WASHDC`.
pub(crate) const fn mark_comes_first(field: Option<Field>) -> bool {
    field.is_some()
}
