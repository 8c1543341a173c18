//! What a release says of itself: for whom it was made, as of which day, of what.

use super::flow::Flow;
use crate::marking::Reader;
use crate::release::{Disposition, Release, Released};

/// For whom a release was made, and as of which day: `Released for the public as of 2010-01-01`; and where that day had not
/// come, that it had not.
pub(super) fn made(release: &Release<'_>) -> String {
    let made = format!("Released for {} as of {}", whom(release), release.as_of());
    match release.made_before() {
        Some(day) => format!("{made}, a day that had not come when it was made ({day})"),
        None => made,
    }
}

/// For whom a release was made, in words.
pub(super) fn whom(release: &Release<'_>) -> String {
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
pub(super) fn document_name(release: &Release<'_>) -> Option<String> {
    let subject = release.subject().and_then(Released::text);
    let parts: Vec<String> = [release.reference(), subject]
        .into_iter()
        .flatten()
        .map(Flow::one_line)
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(": "))
}

/// How much is released, in words.
pub(super) const fn decision(disposition: Disposition) -> &'static str {
    match disposition {
        Disposition::InFull => "Released in full",
        Disposition::InPart => "Released in part",
        Disposition::Withheld => "Withheld in full",
    }
}
