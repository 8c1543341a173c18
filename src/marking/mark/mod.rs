//! Marks: what people write, its grammar, the older forms of it, and what the register forbids.

mod display;
mod error;
mod first;
mod grammar;
mod head;
mod item;
mod marking;
mod name;
mod names;
mod older;
mod parser;
mod read;
mod rewrite;
mod sci;
mod term;
mod validity;

pub use display::Banner;
pub use error::MarkingError;
pub(super) use error::Place;
pub(super) use first::may_begin;
pub use marking::Marking;
pub(super) use marking::{Head, Lists};
pub(super) use name::{Name, Path};
pub(super) use names::{Names, TooMany};
pub use older::OlderForm;
pub(super) use read::{Extent, read_valid};
pub(super) use term::Term;
pub use validity::validity_rules;
