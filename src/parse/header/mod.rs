//! Which line of a header says what.

mod keyword;
mod passing;
mod transmission;

pub(super) use keyword::{
    HeaderLine, LONGEST_INSTRUCTION, is_printout, keyword, next_keyword, printed,
};
pub(super) use passing::{could_be_caption, is_passing, is_service_note};
pub(super) use transmission::{is_addressee, is_date_time_group, is_transmission};
