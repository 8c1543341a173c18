//! Texts by chance for unit tests, the same in every run. (SplitMix64: Steele, Lea, Flood, OOPSLA 2014.)

/// A source of chance.
pub(crate) struct Random(u64);

impl Random {
    /// The one that every test begins with.
    pub(crate) const fn new() -> Self {
        Self(1958)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % (end.max(1) as u64)).unwrap()
    }

    /// One of several.
    pub(crate) fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }

    /// From `least` to `most` characters out of `alphabet`.
    pub(crate) fn text(&mut self, alphabet: &[char], least: usize, most: usize) -> String {
        let length = least + self.below(most - least + 1);
        (0..length)
            .map(|_| alphabet[self.below(alphabet.len())])
            .collect()
    }
}
