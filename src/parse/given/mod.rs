//! Lines that are given apart from a text, by a builder's caller or by a catalogue: one reading for both.

mod caption;
mod level;

pub(super) use caption::caption;
pub(super) use level::{GivenLevel, level, reference};
