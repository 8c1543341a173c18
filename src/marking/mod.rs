//! The vocabulary: levels, controls, the grammar of portion marks and banner lines, dominance, roll-up.

mod access;
mod caption;
mod codes;
mod controls;
mod country;
mod display;
mod dominance;
mod error;
mod grammar;
mod grants;
mod head;
mod item;
mod label;
mod label_marks;
mod level;
mod lookup;
#[allow(
    clippy::module_inception,
    reason = "a marking is the noun that this floor is named for"
)]
mod marking;
mod older;
mod reader;
mod register;
mod release;
mod rewrite;
mod rollup;
mod sci;
mod shape;
mod stated;
mod suggest;
mod validity;

pub use access::{Access, Basis, Condition};
pub use caption::Caption;
pub use country::{Decomposable, Tetragraph, tetragraphs, trigraphs};
pub use error::MarkingError;
pub use label::Label;
pub use level::Level;
pub use marking::{Banner, Marking};
pub use older::OlderForm;
pub use reader::{Reader, ReaderError};
pub use register::{Row as RegisterRow, register};
pub use rollup::roll_up;
pub use shape::is_mark_shaped;
pub use stated::StatedMark;
pub use validity::validity_rules;
