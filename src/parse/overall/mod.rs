//! Lines that state the level of what they stand over, wherever they stand: banners, the level line of a telegram inside
//! another document, the label of a reply, the head of an attachment (reading rule 5).

mod label;
mod level;
mod line;
mod read;
mod sentence;
mod take;
mod words;

pub(super) use level::may_be_a_name;
pub(super) use line::{Overall, Stands};
pub(super) use read::read;
pub(super) use take::{resolve, take};
pub(super) use words::{has_slip, may_name};
