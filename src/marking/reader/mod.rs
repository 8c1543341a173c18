//! Readers: who reads, what they have been given, and what they may do with a label.

mod access;
mod agency;
mod grants;
mod reads;
mod who;

pub use access::{Access, Basis, Condition};
pub use agency::{Agency, agencies};
pub use who::{Reader, ReaderError};
