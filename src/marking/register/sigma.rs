//! SIGMA numbers, which part nuclear weapon data.

/// A set of SIGMA numbers: 14, 15, 18, 20, and the obsolete 1 to 5 and 9 to 13 (CAPCO 2016 H.6 pp108-109).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::marking) struct Sigmas(u32);

impl Sigmas {
    pub(in crate::marking) const NONE: Self = Self(0);

    /// The set that holds the number that is written so; `None` where there is no such number.
    pub(in crate::marking) fn read(number: &str) -> Option<Self> {
        let plain = matches!(
            number.as_bytes(),
            [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']
        );
        let number: u32 = number.parse().ok().filter(|_| plain)?;
        matches!(number, 1..=5 | 9..=15 | 18 | 20).then(|| Self(1 << number))
    }

    pub(in crate::marking) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::marking) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(in crate::marking) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(in crate::marking) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers, lowest first.
    pub(in crate::marking) fn numbers(self) -> impl Iterator<Item = u32> {
        (1..u32::BITS).filter(move |number| self.0 & (1 << number) != 0)
    }
}
