//! The body: where one block ends and the next begins.

mod excised;
mod inner;
mod open;
mod order;
mod read;
mod ruled;
mod running;
mod section;

pub(super) use excised::excised;
pub(super) use inner::{inner, is_spoken};
pub(super) use open::{block_dominates, dominates, letter_inside};
pub(super) use order::{in_order, items_in_order};
pub(super) use read::{may_go_on, read};
