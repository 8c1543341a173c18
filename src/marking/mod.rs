//! The vocabulary: levels, controls, the grammar of portion marks and banner lines, dominance, roll-up.
//!
//! Two nouns: a [`Marking`] is what people write, canonical and judged by the register; a [`Label`] is what the engine
//! computes with, any point of a lattice closed under join and under the passing of a date. A [`StatedMark`] is a mark that
//! was found in a document: it has both. A [`Reader`] reads labels, every condition of them at once, and what is missing or
//! unknown denies.
//!
//! ```
//! use tearline::marking::{Label, Level, Reader, StatedMark};
//!
//! let portion = StatedMark::read("C//NF").unwrap().label();
//! let heading = portion.join(&Label::sbu());
//! assert_eq!(heading.to_string(), "C//NF");
//!
//! // The date lowers the level alone.
//! let opened = heading.with_level(Level::Unclassified);
//! assert_eq!(opened.to_string(), "SBU/NF");
//! let public: Reader = "U".parse().unwrap();
//! assert!(!public.reads(&opened).is_permit());
//! ```

mod access;
mod agency;
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
#[allow(dead_code, reason = "the passes of the parser move to it one by one")]
mod level_words;
mod listed;
mod lookup;
#[allow(
    clippy::module_inception,
    reason = "a marking is the noun that this floor is named for"
)]
mod marking;
mod names;
mod older;
mod rank;
mod reader;
mod register;
mod release;
mod rewrite;
mod rollup;
mod sci;
mod shape;
mod slip;
mod spelling;
mod stated;
mod suggest;
mod validity;

pub use access::{Access, Basis, Condition};
pub use agency::{Agency, agencies};
pub use caption::Caption;
pub use country::{Decomposable, Tetragraph, tetragraphs, trigraphs};
pub use error::MarkingError;
pub use label::Label;
pub use level::Level;
#[allow(
    unused_imports,
    reason = "the passes of the parser move to it one by one"
)]
pub(crate) use level_words::{SpelledLevel, level_of_word};
pub use marking::{Banner, Marking};
pub use older::OlderForm;
pub use reader::{Reader, ReaderError};
pub use register::{Row as RegisterRow, register};
pub use rollup::roll_up;
pub use shape::{Likeness, is_mark_shaped};
pub use stated::StatedMark;
pub(crate) use suggest::within_one;
pub use validity::validity_rules;
