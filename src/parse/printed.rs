//! The documents of a printed series, which are as the editors set them, whatever header they had.

use super::build::{Line, line_at};
use super::day;
use super::lead::{self, LeadMark, LeadNumber};

/// How many lines behind the title the date line can stand.
const PRINTED_HEAD: usize = 4;

/// Whether `source` begins as the documents of a printed series do: a numbered title, and a date line below it. What
/// follows is as the editors set it, whatever header it had.
pub(super) fn is_printed(source: &str) -> bool {
    let mut lines = Lines { source, at: 0 };
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

/// The lines that show anything.
pub(super) struct Lines<'a> {
    pub(super) source: &'a str,
    pub(super) at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        loop {
            let line = line_at(self.source, self.at)?;
            self.at = line.next;
            if !line.is_blank() {
                return Some(line);
            }
        }
    }
}
