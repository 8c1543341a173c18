//! Every rule, with what its breach means and what to do about it.

mod document;
mod explanation;
mod line;
mod mark;
mod rule;

pub use explanation::{Example, Explanation};
