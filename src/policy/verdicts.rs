//! The verdicts on many portions, for one reader on one day.

use jiff::civil::Date;

use super::{Assessment, Portion, Verdict};
use crate::document::Bases;
use crate::marking::{Basis, Reader};

/// How many different ratings are remembered, so that a document that has thousands takes no longer for each.
const RECENT: usize = 16;

/// The verdicts for one reader on one day. A document knows few different ratings: each is decided once.
pub(crate) struct Verdicts<'s> {
    assessment: &'s Assessment<'s>,
    reader: &'s Reader,
    as_of: Date,
    decided: Vec<(&'s Portion, Verdict)>,
}

impl<'s> Verdicts<'s> {
    pub(crate) const fn new(
        assessment: &'s Assessment<'s>,
        reader: &'s Reader,
        as_of: Date,
    ) -> Self {
        Self {
            assessment,
            reader,
            as_of,
            decided: Vec::new(),
        }
    }

    /// The verdict on one of the portions of the assessment: that of [`Assessment::verdict`].
    pub(crate) fn of(&mut self, portion: &'s Portion) -> &Verdict {
        let known = |(other, _): &(&Portion, Verdict)| is_rated_like(portion, other);
        match self.decided.iter().rposition(known) {
            // The last ones decided stand last: neighbours are often rated alike.
            Some(at) => {
                let behind = self.decided.get_mut(at..).unwrap_or_default();
                behind.rotate_left(1);
            }
            None => {
                if self.decided.len() == RECENT {
                    self.decided.remove(0);
                }
                let verdict = self.assessment.verdict(portion, self.reader, self.as_of);
                self.decided.push((portion, verdict));
            }
        }
        self.decided.last().map_or(&UNKNOWN, |(_, verdict)| verdict)
    }
}

/// What no verdict is: it stands nowhere, and would withhold.
static UNKNOWN: Verdict = Verdict::Withhold {
    bases: Bases::of(Basis::Unresolved),
    reasons: Vec::new(),
};

/// Whether the verdict on one portion is the verdict on the other.
fn is_rated_like(one: &Portion, other: &Portion) -> bool {
    one.excised() == other.excised()
        && one.rating() == other.rating()
        && one.undoubted() == other.undoubted()
        && one.ruling() == other.ruling()
}
