//! The built-in patterns: a table of forms for each kind of value.

mod accounts;
mod addresses;
mod births;
mod persons;
mod table;
mod telephones;
mod travel;

pub(crate) use table::{BUILT_IN, Entry};
