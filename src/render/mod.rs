//! Writers. They see a release and nothing below it.

mod flow;
mod html;
mod json;
mod markdown;
mod shown;
mod text;

use crate::document::Field;
use crate::marking::Label;
use crate::policy::PortionKind;
use crate::release::{Content, Disposition, Release, Released};

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

/// What stands in the place of a withheld portion, in every format: always the same words for the same reasons.
pub(crate) fn excision(portion: &Released<'_>) -> String {
    match portion.content() {
        Content::Withheld(bases) => format!("[withheld: {bases}]"),
        Content::Text { .. } => String::new(),
    }
}

/// What a release says of itself, in a sentence or two.
pub(crate) fn summary(release: &Release<'_>) -> String {
    format!(
        "As of {}. In the place of each portion that is withheld stands the reason.",
        release.as_of()
    )
}

/// How many characters stand before the first line of a released text.
pub(crate) fn width_before(lead: &str, label: &Label) -> usize {
    let lead = lead.chars().count();
    lead + usize::from(lead > 0) + label.to_string().chars().count() + "() ".len()
}

/// How much is released, in words.
pub(crate) const fn decision(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::InFull => "Released in full",
        Disposition::InPart => "Released in part",
        Disposition::Withheld => "Withheld in full",
    }
}
