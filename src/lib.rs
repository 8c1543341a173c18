//! Classification-aware redaction.

pub mod declass;
mod finding;
pub mod marking;
mod span;

pub use finding::{Citation, Finding, Rule, Severity};
pub use span::Span;
