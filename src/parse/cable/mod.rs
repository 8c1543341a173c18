//! Telegrams: a header of fields, then a body of numbered paragraphs.

mod ends;
mod fields;
mod header;
mod line;
mod reader;

pub(super) use header::{header, is_repeated, repeated};
