//! Declassification instructions of every era, and what stands on a given day.
//!
//! A document says on its E.O. line, or after `Declassify on:`, when its classification ends. [`Schedule::read`] takes
//! every such line together with the document's date of origin; [`Schedule::standing`] answers for one level and one day.
//!
//! ```
//! use jiff::civil::date;
//! use tearline::Span;
//! use tearline::declass::{Outcome, Schedule, date_time_group};
//! use tearline::marking::Level;
//!
//! let origin = date_time_group("P 141530Z MAR 06");
//! let line = "E.O. 12958: DECL: 03/14/2016";
//! let (schedule, notes) = Schedule::read([(line, Span::new(0, line.len()))], origin);
//! assert!(notes.is_empty());
//! assert!(matches!(schedule.outcome(Level::Secret), Outcome::Declassified { .. }));
//! assert_eq!(schedule.standing(Level::Secret, date(2016, 3, 13)).level(), Level::Secret);
//! assert_eq!(schedule.standing(Level::Secret, date(2016, 3, 14)).level(), Level::Unclassified);
//! ```
//!
//! Three things hold throughout:
//! - **A line opens something only if it is understood to its last word.** What is left over counts as an
//!   instruction of its own, which opens nothing.
//! - **The longest of several instructions governs**, and one that ends in a review, or never, counts as longer than
//!   any date (32 CFR 2001.22(e)(2)).
//! - **Due for review is not declassified.** A portion that is due stays withheld from everyone its level excludes.
//!
//! A date ends the *level* only. It does not touch sensitivities, captions or dissemination controls, and no date opens RD,
//! FRD, TFNI or NATO information: the caller, who holds the label, has to check for those
//! ([`Label::bars_declassification`](crate::marking::Label::bars_declassification)).

mod basis;
#[cfg(feature = "serde")]
pub(crate) mod by_code;
mod calendar;
mod code;
mod date;
mod instruction;
mod label;
mod lex;
mod note;
mod order;
mod origin;
mod outcome;
mod read;
mod reason;
mod schedule;
mod tail;
mod track;

pub use basis::Basis;
pub(crate) use basis::{DECLASSIFIED_BY_DECISION, RELEASED_BY_DECISION};
pub(crate) use date::month;
pub use date::{Written, Year};
pub use instruction::{Exemption, Form, Indefinite, Instruction};
pub(crate) use label::{instruction_label, instruction_label_inside, order_number};
pub(crate) use note::ALL as RULES;
pub use note::{MISSING_INSTRUCTION, Note};
pub use order::Order;
pub use origin::date_time_group;
pub use outcome::Outcome;
pub use reason::{Reason, Reasons, Section, reasons};
pub use schedule::{Schedule, Standing};
