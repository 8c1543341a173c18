//! Characters and places of a source text: one definition each, for every floor above.

mod dash;
mod near;
mod position;
mod span;

pub(crate) use dash::is_dash;
pub(crate) use near::within_one;
pub use position::Position;
pub use span::Span;
