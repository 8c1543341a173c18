//! Classification-aware redaction.

pub mod declass;
pub mod document;
mod finding;
pub mod marking;
mod parse;
pub mod policy;
pub mod release;
pub mod render;
mod span;

pub use finding::{Citation, Finding, Rule, Severity};
pub use parse::{parse, parse_as};
pub use span::Span;
