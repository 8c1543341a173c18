//! Writers. They see a release and nothing below it.

mod flow;
mod foia;
mod html;
mod json;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod sheet;
mod shown;
mod text;
mod timeline;
mod vaughn;

pub use foia::{Case, Package};
pub use json::RELEASE_SCHEMA;
#[cfg(feature = "pdf")]
pub use pdf::PdfError;
use sheet::Sheet;
pub use vaughn::{Entry, Row, index_html, index_json};

use crate::marking::{Basis, Label};
use crate::policy::PortionKind;
use crate::release::{Content, Disposition, MarkShown, Released};

/// What stands before the text of a portion in every format that people read: field label, number.
pub(crate) fn lead(portion: &Released<'_>) -> String {
    match (portion.kind(), portion.field_label(), portion.number()) {
        (PortionKind::Subject, _, _) => "SUBJECT:".to_owned(),
        (_, Some(label), _) => label.to_owned(),
        (_, None, Some(number)) => number.lead(),
        (_, None, None) => String::new(),
    }
}

/// What stands in the place of a withheld portion, in every format: always the same words for the same reasons.
pub(crate) fn excision(portion: &Released<'_>) -> String {
    let Content::Withheld(bases) = portion.content() else {
        return String::new();
    };
    let disclosed = portion.disclosed();
    let reason = disclosed
        .authority()
        .map_or_else(|| bases.to_string(), |authority| authority.to_string());
    let classified = bases.contains(Basis::Classified);
    let mut words = match disclosed.amount() {
        None => format!("withheld: {reason}"),
        // The words of the printed series say the reason by themselves.
        Some(amount) if reason == Basis::Classified.as_str() => {
            format!("{amount} not declassified")
        }
        Some(amount) if classified => format!("{amount} not declassified: {reason}"),
        Some(amount) => format!("{amount} not released: {reason}"),
    };
    if let Some(mark) = disclosed.mark() {
        words = match mark {
            MarkShown::Stated(label) => format!("{words}; marked {label}"),
            MarkShown::Unmarked | MarkShown::Unreadable | MarkShown::Unknown => {
                format!("{words}; {mark}")
            }
        };
    }
    format!("[{words}]")
}

/// The two words before the text of a released portion, in their order; either may be empty.
pub(crate) fn before(portion: &Released<'_>, label: &Label) -> [String; 2] {
    let (lead, mark) = (lead(portion), format!("({label})"));
    // The mark stands before the field's own word: `(U) FM SECSTATE WASHDC`.
    if portion.field_label().is_some() {
        [mark, lead]
    } else {
        [lead, mark]
    }
}

/// How many characters stand before the first line of a released text.
pub(crate) fn width(before: &[String; 2]) -> usize {
    before
        .iter()
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().count() + 1)
        .sum()
}

/// How much is released, in words.
pub(crate) const fn decision(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::InFull => "Released in full",
        Disposition::InPart => "Released in part",
        Disposition::Withheld => "Withheld in full",
    }
}
