//! Words that a decision withholds, by their place.

use std::sync::Arc;

use crate::Span;
use crate::policy::decision::{Action, Decision, Grounds};
use crate::policy::exemption::Exemption;

/// Where the words of one decision stand in the source, and the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExcisedSpan {
    pub(crate) span: Span,
    decision: Arc<Decision>,
}

impl ExcisedSpan {
    pub(in crate::policy) const fn new(span: Span, decision: Arc<Decision>) -> Self {
        Self { span, decision }
    }

    /// The exemption that it names.
    pub(crate) fn exemption(&self) -> Option<Exemption> {
        match self.decision.action() {
            Action::Withhold(exemption) => *exemption,
            Action::Release
            | Action::Mark(_)
            | Action::Exemption(_)
            | Action::NoMark
            | Action::Declassified(_) => None,
        }
    }

    /// Why it withholds them.
    pub(crate) fn grounds(&self) -> &Grounds {
        self.decision.grounds()
    }

    /// Puts them in the order of the source. What says the same place twice stands in an order of its own, so that nothing
    /// hangs on which was decided first.
    pub(in crate::policy) fn sort(all: &mut [Self]) {
        all.sort_by(|one, other| one.key().cmp(&other.key()));
    }

    fn key(&self) -> impl Ord {
        let grounds = self.grounds();
        (
            self.span,
            self.exemption(),
            grounds.letter().map(|it| it.to_string()),
            [
                grounds.why_several(),
                grounds.statute(),
                grounds.description(),
                grounds.harm(),
                grounds.segregability(),
            ]
            .map(|it| it.map(ToOwned::to_owned)),
        )
    }
}
