//! The record of decisions, and an independent check that no withheld text survives in an output.

mod checked;
mod excised;
mod filter;
mod leak;
mod parts;
mod record;
mod scan;
mod source;
mod suspects;
mod why;
mod words;
mod written;

pub use checked::Refused;
pub use leak::{Leak, leaks};
pub use parts::Checked;
#[cfg(feature = "serde")]
pub use record::RECORD_SCHEMA;
pub use record::{Entry, Record, RecordedDecision, RecordedVerdict};
pub use why::Why;
