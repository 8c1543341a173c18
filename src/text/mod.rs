//! Characters and places of a source text: one definition each, for every floor above.

mod dash;
mod near;
mod span;

pub(crate) use dash::is_dash;
pub(crate) use near::within_one;
pub use span::Span;
