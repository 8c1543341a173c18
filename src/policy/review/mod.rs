//! The review of a document: what persons decided of it, as a file beside the document keeps it.

mod carried;
mod entry;
mod error;
#[allow(
    clippy::module_inception,
    reason = "the review is the noun that this room is named for"
)]
mod review;
mod whole;
#[cfg(feature = "serde")]
mod written;

pub use carried::SecondPerson;
pub use entry::{Reviewed, State};
pub use error::ReviewError;
pub use review::Review;
pub use whole::WholeDocument;
#[cfg(feature = "serde")]
pub use written::REVIEW_SCHEMA;
