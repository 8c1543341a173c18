//! Memory of a release that is gone, for the next one.

use std::fmt;

use super::{Release, Released};

/// Room for portions. No portion is in it.
#[derive(Default)]
pub(crate) struct Room(Vec<Released<'static>>);

impl Room {
    /// The room, for so many portions at least.
    pub(super) fn for_portions<'a>(self, count: usize) -> Vec<Released<'a>> {
        let mut portions = emptied(self.0);
        portions.reserve(count);
        portions
    }
}

impl Release<'_> {
    /// What is left of it: room for the next one.
    pub(crate) fn into_room(self) -> Room {
        Room(emptied(self.portions))
    }
}

/// The memory of the portions, without them. To collect the items of a vector into another of the same size takes no memory
/// anew.
fn emptied<'a>(mut portions: Vec<Released<'_>>) -> Vec<Released<'a>> {
    portions.clear();
    portions.into_iter().map_while(|_| None).collect()
}

impl fmt::Debug for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Room").finish_non_exhaustive()
    }
}
