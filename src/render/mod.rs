//! Writers. They see a release and nothing below it.

mod calendar;
mod flow;
mod foia;
mod format;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "json")]
mod json;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod sheet;
mod shown;
mod text;
#[cfg(feature = "html")]
mod timeline;
mod vaughn;

pub use foia::{Case, Package};
pub use format::{Format, FormatError, WriteError};
#[cfg(feature = "json")]
pub use json::RELEASE_SCHEMA;
#[cfg(feature = "pdf")]
pub use pdf::PdfError;
use sheet::Sheet;
#[cfg(feature = "html")]
pub use vaughn::index_html;
#[cfg(feature = "json")]
pub use vaughn::index_json;
pub use vaughn::{Entry, Row};

use std::fmt;

use crate::marking::{Basis, Label, Reader};
use crate::policy::PortionKind;
use crate::release::{Content, Disposition, MarkShown, Release, Released};

/// What stands before the text of a portion in every format that people read: field label, number. It may be empty.
struct Lead<'r>(&'r Released<'r>);

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

/// What stands in the place of a withheld portion, in every format: always the same words for the same reasons.
struct Excision<'r>(&'r Released<'r>);

impl fmt::Display for Excision<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Content::Withheld(bases) = self.0.content() else {
            return Ok(());
        };
        let disclosed = self.0.disclosed();
        let authority = disclosed.authority();
        let reason: &dyn fmt::Display = match &authority {
            Some(authority) => authority,
            None => bases,
        };
        match disclosed.amount() {
            None => write!(f, "[withheld: {reason}")?,
            // The words of the printed series say the reason by themselves.
            Some(amount) if authority.is_none() && bases.iter().eq([Basis::Classified]) => {
                write!(f, "[{amount} not declassified")?;
            }
            Some(amount) if bases.contains(Basis::Classified) => {
                write!(f, "[{amount} not declassified: {reason}")?;
            }
            Some(amount) => write!(f, "[{amount} not released: {reason}")?,
        }
        match disclosed.mark() {
            None => {}
            Some(MarkShown::Stated(label)) => write!(f, "; marked {label}")?,
            Some(mark @ (MarkShown::Unmarked | MarkShown::Unreadable | MarkShown::Unknown)) => {
                write!(f, "; {mark}")?;
            }
        }
        f.write_str("]")
    }
}

/// The two words before the text of a released portion, in their order; either may be empty.
pub(crate) fn before(portion: &Released<'_>, label: &Label) -> [String; 2] {
    let (lead, mark) = (Lead(portion).to_string(), format!("({label})"));
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

/// For whom a release was made, and as of which day: `Released for the public as of 2010-01-01`; and where that day had not
/// come, that it had not.
pub(crate) fn made(release: &Release<'_>) -> String {
    let made = format!("Released for {} as of {}", whom(release), release.as_of());
    match release.made_before() {
        Some(day) => format!("{made}, a day that had not come when it was made ({day})"),
        None => made,
    }
}

/// For whom a release was made, in words.
pub(crate) fn whom(release: &Release<'_>) -> String {
    let reader = release.reader();
    if reader.is_originator() {
        "the originator".to_owned()
    } else if *reader == Reader::public() {
        "the public".to_owned()
    } else {
        reader.to_string()
    }
}

/// How a document is named over its release: by what is released of its reference and its subject.
pub(crate) fn document_name(release: &Release<'_>) -> Option<String> {
    let subject = release.subject().and_then(Released::text);
    let parts: Vec<String> = [release.reference(), subject]
        .into_iter()
        .flatten()
        .map(flow::Flow::one_line)
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(": "))
}

/// How much is released, in words.
pub(crate) const fn decision(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::InFull => "Released in full",
        Disposition::InPart => "Released in part",
        Disposition::Withheld => "Withheld in full",
    }
}
