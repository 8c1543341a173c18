//! Tear lines: `//UNCLASSIFIED//`, `BEGIN TEARLINE … END TEARLINE`. What stands between two of them is cleared for what they
//! say, whatever the message above is (reading rule 1).

mod line;
mod resolve;

pub(super) use line::{Tear, states};
pub(super) use resolve::{resolve, take};
