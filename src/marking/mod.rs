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

mod label;
mod likeness;
mod mark;
mod reader;
mod register;
mod rollup;

pub(crate) use label::SpelledLevel;
pub use label::{Caption, Label, StatedMark};
pub use likeness::{Likeness, is_mark_shaped};
pub use mark::{Banner, Marking, MarkingError, OlderForm, validity_rules};
pub use reader::{Access, Agency, Basis, Condition, Reader, ReaderError, agencies};
pub use register::{
    Decomposable, Level, Row as RegisterRow, Tetragraph, register, tetragraphs, trigraphs,
};
pub use rollup::roll_up;
