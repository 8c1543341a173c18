//! How a line begins: number, enumerator or bullet, and mark.

mod mark;
mod number;
mod scan;
mod what;

pub(super) use number::{SYMBOLS, is_bullet, is_time};
pub(super) use scan::{
    items_of, scan, scan_counted, scan_first, scan_line, scan_long, scan_mark, scan_mark_in,
    with_items,
};
pub(super) use what::{Lead, LeadMark, LeadNumber};
