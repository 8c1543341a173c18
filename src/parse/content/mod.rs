//! What a header field holds, and whether it is wholly of its kind (reading rule 5).
//!
//! A known field is unclassified as far as its line goes and its content is of its kind: a day, a tag, a post, an order, a
//! reference. A field with anything else in it takes the overall classification, as an unknown one does.

mod goes_on;
mod instruction;
mod kind;
mod reference;
mod resolve;
mod subject;
mod tags;

pub(super) use goes_on::{goes_on, next_letter};
pub(super) use kind::is_of_kind;
pub(super) use resolve::resolve;
pub(super) use subject::ends_subject;
