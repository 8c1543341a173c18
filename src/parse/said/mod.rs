//! What a text says of levels in words: `THE FOLLOWING PARAGRAPH IS SECRET`, `Secret: …`, `PLEASE TREAT AS CONFIDENTIAL`
//! (reading rules 1, 5 and 7).

mod read;
mod short;
mod take;
mod vocabulary;

pub(super) use read::{Said, Scope, line, names_a_part};
pub(super) use short::{may_name, names};
pub(super) use take::{inside, start};
pub(super) use vocabulary::opens;
