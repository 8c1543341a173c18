//! Telegrams: a header of fields, then a body of numbered paragraphs.

mod ends;
mod fields;
mod header;
mod line;
mod reader;

pub(super) use ends::is_level_line;
pub(super) use fields::reference_at;
pub(super) use header::{header, is_repeated, repeated};
