//! A set of numbers that knows for certain what is not in it.

/// Numbers, remembered by three bits each (a blocked Bloom filter). What was put in is found; what was not is rarely taken for
/// it.
pub(super) struct Filter {
    words: Vec<u64>,
}

/// Up to this many bytes of text a filter has so many bits that hardly anything is mistaken.
const SMALL: usize = 1 << 16;

impl Filter {
    /// One for the runs of a text of that many bytes: as large as a short text, and a quarter as large as a long one.
    pub(super) fn for_text(bytes: usize) -> Self {
        Self::of_words(if bytes <= SMALL {
            bytes / 8
        } else {
            bytes / 32
        })
    }

    /// One for so many runs.
    pub(super) fn for_runs(runs: usize) -> Self {
        Self::of_words(runs)
    }

    fn of_words(words: usize) -> Self {
        Self {
            words: vec![0; words.max(8)],
        }
    }

    /// Puts a number in.
    pub(super) fn insert(&mut self, number: u64) {
        let (at, bits) = self.place(number);
        if let Some(word) = self.words.get_mut(at) {
            *word |= bits;
        }
    }

    /// Whether it may have been put in.
    pub(super) fn may_have(&self, number: u64) -> bool {
        let (at, bits) = self.place(number);
        self.words.get(at).is_some_and(|word| word & bits == bits)
    }

    /// The word for a number, and its three bits in it.
    fn place(&self, number: u64) -> (usize, u64) {
        let bit = |at: u32| 1 << ((number >> at) & 63);
        // Among so many words without a division: the upper half of the number is a fraction of them.
        let at = (((number >> 32) * self.words.len() as u64) >> 32) as usize;
        (at, bit(0) | bit(6) | bit(12))
    }
}
