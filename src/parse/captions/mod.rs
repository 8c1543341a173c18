//! Captions: what limits the distribution of a whole document, beside its level.
//!
//! One table of them. A caption binds whatever else stands on its line (reading rule 7).

mod line;
mod read;
mod separator;
mod table;
mod words;

pub(super) use line::{CaptionLine, at_end, heading, is_alone, is_for_some, is_line, line};
pub(super) use read::{Captions, codes, read};
pub(super) use separator::is_separator;
pub(super) use table::{first_words, folded, is_code_word, is_code_words, may_begin, word};
