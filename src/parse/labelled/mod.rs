//! Labels at the start of a line or of a sentence, and the marks behind them: `COMMENT: (S) …` (reading rule 1).

mod moment;
mod read;
mod words;

pub(super) use read::{
    begins_entry, begins_with_day, behind_label, heads_a_text, is_entry, speaks, unclassified,
    with_mark,
};
pub(super) use words::{LABEL, is_label, is_title, names_a_remark, parts_texts};
