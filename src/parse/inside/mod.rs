//! Marks inside a block: in the middle of a line, in the row of a table, behind a label, behind the end of a sentence
//! (reading rule 1).
//!
//! They are no mark of the block. The block holds what they rate, and so it is rated as that at least.

mod bare;
mod bracketed;
mod found;
mod halves;
mod odd;
mod place;
mod resolve;
mod rows;

pub(in crate::parse) use resolve::resolve;
