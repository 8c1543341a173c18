//! From a spelling to its row of the register: a hash table that is built while compiling.

use super::table::{Category, Control, ROWS, Row};

const SLOTS: usize = 512;

/// Row numbers from 1, by the hash of each spelling; the next slot where one is taken.
static INDEX: [u8; SLOTS] = index(&ROWS);

impl Control {
    /// The control that `text` names, as portion mark, banner abbreviation or title.
    pub(in crate::marking) fn named(text: &str) -> Option<Self> {
        let mut slot = hash(text.as_bytes());
        loop {
            let place = usize::from(*INDEX.get(slot)?).checked_sub(1)?;
            let row = ROWS.get(place)?;
            if row.portion == text || row.banner == text || row.title == text {
                return Some(row.control);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// The control that `text` names, where it is one of `category`.
    pub(in crate::marking) fn named_in(text: &str, category: Category) -> Option<Self> {
        Self::named(text).filter(|control| control.row().category == category)
    }

    /// The system that a registered compartment belongs to: SI for SI-G (CAPCO 2016 H.4).
    pub(in crate::marking) fn system(self) -> Option<Self> {
        let (system, _) = self.row().portion.split_once('-')?;
        Self::named_in(system, Category::Sci)
    }
}

#[allow(
    clippy::indexing_slicing,
    reason = "evaluated while compiling: a wrong index does not compile"
)]
const fn index(rows: &[Row]) -> [u8; SLOTS] {
    let mut index = [0; SLOTS];
    let mut place = 0;
    while place < rows.len() {
        let row = &rows[place];
        let spellings = [row.portion, row.banner, row.title];
        let mut spelling = 0;
        while spelling < spellings.len() {
            let mut slot = hash(spellings[spelling].as_bytes());
            while index[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            index[slot] = place as u8 + 1;
            spelling += 1;
        }
        place += 1;
    }
    index
}

/// FNV-1a, folded to a slot.
const fn hash(mut bytes: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    while let [first, rest @ ..] = bytes {
        hash = (hash ^ *first as u32).wrapping_mul(0x0100_0193);
        bytes = rest;
    }
    (hash ^ (hash >> 9) ^ (hash >> 18)) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_the_register_finds_a_row_that_bears_it() {
        for row in &ROWS {
            for spelling in [row.portion, row.banner, row.title] {
                let found = Control::named(spelling).map(Control::row);
                assert!(
                    found.is_some_and(
                        |found| [found.portion, found.banner, found.title].contains(&spelling)
                    ),
                    "{spelling}"
                );
            }
        }
    }

    #[test]
    fn the_table_has_a_row_for_every_control_in_order() {
        for (place, row) in ROWS.iter().enumerate() {
            assert_eq!(row.control as usize, place);
            assert_eq!(row.control.row().portion, row.portion);
        }
    }

    #[test]
    fn what_the_register_does_not_hold_is_not_found() {
        for text in ["", "XYZZY", "nf", "NOFRN", "REL TO USA, GBR"] {
            assert_eq!(Control::named(text), None, "{text}");
        }
    }
}
