//! Words that a decision withholds, by their place.

use crate::Span;
use crate::policy::exemption::Exemption;

/// Where the words of one decision stand in the source, and under which exemption it withholds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ExcisedSpan {
    pub(crate) span: Span,
    pub(crate) exemption: Option<Exemption>,
}
