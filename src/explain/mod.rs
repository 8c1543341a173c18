//! Every rule, with what its breach means and what to do about it.

mod document;
mod explanation;
mod line;
mod mark;
mod package;
mod rule;
#[cfg(feature = "serde")]
mod written;

pub use explanation::{Example, Explanation};
