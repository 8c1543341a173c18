//! The model: what a parser found in a source text, without the text showing itself.

mod bases;
mod block;
mod builder;
mod declassified;
#[allow(
    clippy::module_inception,
    reason = "the document is the noun that this floor is named for"
)]
mod document;
mod header;
mod kind;
mod known;
mod known_error;
#[cfg(feature = "serde")]
mod known_written;
mod number;
#[cfg(feature = "serde")]
mod number_written;
mod piece;
mod reading;
mod sealed;
mod source;

pub use bases::Bases;
pub use block::{Block, BlockKind, Field, Mark, Place, Shape};
pub(crate) use builder::Given;
pub use builder::{DocumentBuilder, Part};
pub use declassified::Declassified;
pub use document::Document;
pub use header::{Header, LevelLine};
pub use kind::DocumentKind;
pub use known::Known;
pub use known_error::KnownError;
#[cfg(feature = "serde")]
pub use known_written::KNOWN_SCHEMA;
pub(crate) use number::roman_value;
pub use number::{Enumerator, Number};
pub use piece::{Piece, Role};
pub use reading::ReadingRule;
