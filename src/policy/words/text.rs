//! The text of a portion in one piece, and the way from a place in it to the source.

use std::ops::Range;

use super::ExcisedSpan;
use crate::Span;
use crate::document::Document;
use crate::policy::Portion;

/// The text of a portion: its runs with a line break between them. It is for finding a quote, and leaves this floor only as a
/// place.
pub(in crate::policy) struct PortionText {
    text: String,
    /// Where each run begins here, and where it stands in the source.
    runs: Vec<(usize, Span)>,
}

impl PortionText {
    pub(in crate::policy) fn of(document: &Document<'_>, portion: &Portion) -> Self {
        let mut whole = Self {
            text: String::new(),
            runs: Vec::new(),
        };
        for run in portion.runs(document) {
            if !whole.text.is_empty() {
                whole.text.push('\n');
            }
            whole.runs.push((whole.text.len(), run));
            whole.text.push_str(document.sealed(run).open());
        }
        whole
    }

    pub(in crate::policy) fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of it stands in the source. What is no text of the portion may lie in between.
    pub(in crate::policy) fn source(&self, range: &Range<usize>) -> Span {
        let mut start = None;
        let mut end = 0;
        for (at, run) in &self.runs {
            let from = range.start.max(*at);
            let to = range.end.min(*at + run.len());
            if from < to {
                start.get_or_insert(run.start() + from - at);
                end = run.start() + to - at;
            }
        }
        Span::new(start.unwrap_or(end), end)
    }

    /// Whether no letter and no digit of it is left once these are gone.
    pub(in crate::policy) fn is_all(&self, excised: &[ExcisedSpan]) -> bool {
        let gone = |at: usize| excised.iter().any(|it| it.span.range().contains(&at));
        !excised.is_empty()
            && self.runs.iter().all(|(at, run)| {
                let text = self.text.get(*at..*at + run.len()).unwrap_or_default();
                let mut letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
                letters.all(|(offset, _)| gone(run.start() + offset))
            })
    }
}
