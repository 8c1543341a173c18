//! Labels: what the engine computes with, and the marks, captions and words that say one.

mod caption;
mod full;
mod lattice;
mod listed;
mod marks;
mod protected;
mod spelled;
mod stated;

pub use caption::Caption;
pub use lattice::Label;
pub(super) use lattice::More;
pub(crate) use protected::Protection;
pub(crate) use spelled::SpelledLevel;
pub use stated::StatedMark;
