//! The documents of a printed series, which are as the editors set them, whatever header they had.

use super::day;
use super::lead::{self, LeadMark, LeadNumber};
use super::lines::Lines;

/// How many lines behind the title the date line can stand.
const PRINTED_HEAD: usize = 4;

/// Whether a text begins as the documents of a printed series do: a numbered title, and a date line below it. What
/// follows is as the editors set it, whatever header it had.
pub(super) fn is_printed(source: Lines<'_>) -> bool {
    let mut lines = source.shown(0);
    let Some(title) = lines.next() else {
        return false;
    };
    let lead = lead::scan(title.text);
    matches!(
        (lead.number, lead.mark),
        (LeadNumber::Paragraph(_), LeadMark::None)
    ) && lines
        .take(PRINTED_HEAD)
        .any(|line| day::line(line.text).is_some())
}
