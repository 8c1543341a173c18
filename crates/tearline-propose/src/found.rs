//! What was found in a text.

use std::ops::Range;

use tearline::Span;
use tearline::policy::Exemption;

use crate::cause::{Cause, Hint};

/// A place in a text at which something should be looked at.
///
/// ```
/// use tearline_propose::Proposer;
///
/// let text = "His SSN is 000-12-3456.";
/// let [found] = &Proposer::default().find(text)[..] else { panic!() };
/// assert_eq!(&text[found.span().range()], "000-12-3456");
/// assert_eq!(found.exemption().unwrap().to_string(), "B6");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub(crate) range: Range<usize>,
    pub(crate) hint: Hint,
}

impl Found {
    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.range.start, self.range.end)
    }

    /// Why it was found.
    #[must_use]
    pub const fn cause(&self) -> &Cause {
        &self.hint.cause
    }

    /// The exemption that suggests itself.
    #[must_use]
    pub const fn exemption(&self) -> Option<Exemption> {
        self.hint.exemption
    }

    /// The statute of a B3 exemption.
    #[must_use]
    pub fn statute(&self) -> Option<&str> {
        self.hint.statute.as_deref()
    }
}

/// In the order of the text, without what lies inside another: of two that cover the same the first counts.
pub(crate) fn outermost(mut found: Vec<Found>) -> Vec<Found> {
    // The sort is stable: what comes from a list or pattern asked earlier stays in front.
    found.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    let mut end = 0;
    found.retain(|it| {
        let more = it.range.end > end;
        end = end.max(it.range.end);
        more
    });
    found
}
