//! Chance that is the same for everyone.

/// A linear congruential generator: enough for filler, and the same on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next()).unwrap() % bound
    }

    /// A number of the standard normal distribution, nearly: the sum of twelve even ones (Irwin–Hall).
    pub(crate) fn normal(&mut self) -> f64 {
        let even = |_| self.next() as f64 / (1_u64 << 31) as f64;
        (0..12).map(even).sum::<f64>() - 6.0
    }

    fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }
}
