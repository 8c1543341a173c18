//! Characters and places of a source text: one definition each, for every floor above.

mod dash;
mod heads;
mod near;
mod position;
mod silent;
mod span;
#[cfg(feature = "serde")]
mod written;

pub(crate) use dash::is_dash;
pub(crate) use heads::Heads;
pub(crate) use near::within_one;
pub use position::Position;
pub(crate) use silent::{is_invisible, is_silent};
pub use span::Span;
#[cfg(feature = "serde")]
pub(crate) use written::{DayText, as_text};
