//! The vocabulary: levels, controls, the grammar of portion marks and banner lines, dominance, roll-up.
//!
//! A [`Marking`] is what people write: canonical, and checked against the register. A [`Label`] is what the engine computes
//! with: any point of a lattice that is closed under join and under the passing of a date. A [`StatedMark`], a mark found in
//! a document, has both. A [`Reader`] may read a portion only if every condition of its label is met; a condition that is
//! not known to be met denies.
//!
//! The rooms, from the ground up: `register` (levels, controls, codes, spellings), `mark` (the grammar of marks, older forms,
//! what the register forbids), `label`, `reader`, `rollup`, `likeness` (what looks like a mark and may not be one), and
//! `vocabulary` (an office's own words for marks).
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

mod label;
mod likeness;
mod mark;
mod reader;
mod register;
mod rollup;
mod vocabulary;
#[cfg(feature = "serde")]
mod written;

pub use label::{Caption, Label, StatedMark};
pub(crate) use label::{Protection, SpelledLevel};
pub(crate) use likeness::names_protection;
pub use likeness::{Likeness, is_mark_shaped};
pub use mark::{Banner, Marking, MarkingError, OlderForm, validity_rules};
pub use reader::{Access, Agency, Basis, Condition, Reader, ReaderError, agencies};
pub use register::{
    Decomposable, Level, LevelError, Row as RegisterRow, Tetragraph, register, tetragraphs,
    trigraphs,
};
pub use rollup::roll_up;
pub use vocabulary::{AliasError, Vocabulary};
