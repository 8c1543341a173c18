//! What looks like a mark, whether or not it can be read.

mod folded;
mod judge;
mod named;
mod schemes;
mod short;
mod slip;

pub use judge::{Likeness, is_mark_shaped};
pub(crate) use named::names_protection;
