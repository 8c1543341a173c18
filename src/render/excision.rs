//! What stands in the place of a withheld portion, in every format that people read.

use std::fmt;

use crate::marking::Basis;
use crate::release::{Content, MarkShown, Released};

/// What stands in the place of a withheld portion, in every format: always the same words for the same reasons.
pub(super) struct Excision<'r>(pub(super) &'r Released<'r>);

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
            None => {
                f.write_str("[withheld: ")?;
                reason.fmt(f)?;
            }
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
