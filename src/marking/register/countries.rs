//! Lists of countries and organisations: who a marking may be released to, who owns it.

use std::fmt;

use super::codes::{TETRAGRAPHS, TRIGRAPHS};
use super::tetragraph::Tetragraph;

const WORDS: usize = 6;

/// Every organisation, alliance and coalition that a list of countries may name, in alphabetic order (ODNI ISMCAT 2022-NOV).
///
/// ```
/// assert!(tearline::marking::tetragraphs().any(|row| row.code() == "NATO"));
/// ```
pub fn tetragraphs() -> impl Iterator<Item = &'static Tetragraph> {
    TETRAGRAPHS.iter()
}

/// Every country code that a list of countries may name, in alphabetic order (ODNI ISMCAT 2022-NOV).
///
/// ```
/// assert_eq!(tearline::marking::trigraphs().next(), Some("ABW"));
/// ```
pub fn trigraphs() -> impl Iterator<Item = &'static str> {
    TRIGRAPHS.iter().copied()
}

/// A set of country and organisation codes, kept in register order: trigraphs first, then tetragraphs, each alphabetic.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(in crate::marking) struct Countries([u64; WORDS]);

impl Countries {
    pub(in crate::marking) const NONE: Self = Self([0; WORDS]);

    /// The set that holds the country of a trigraph, or the organisation of a tetragraph; `None` where the register has
    /// no such code.
    pub(in crate::marking) fn of(code: &str) -> Option<Self> {
        let index = if code.len() == 3 {
            TRIGRAPHS.binary_search(&code).ok()
        } else {
            None
        };
        let index = index.or_else(|| {
            let place = TETRAGRAPHS
                .binary_search_by(|row| row.code().cmp(code))
                .ok()?;
            Some(TRIGRAPHS.len() + place)
        })?;
        Some(Self::at(index))
    }

    /// The same for a country alone.
    pub(in crate::marking) fn country(trigraph: &str) -> Option<Self> {
        let index = TRIGRAPHS.binary_search(&trigraph).ok()?;
        Some(Self::at(index))
    }

    const fn at(index: usize) -> Self {
        const fn word(index: usize, place: usize) -> u64 {
            if index / 64 == place {
                1 << (index % 64)
            } else {
                0
            }
        }
        Self([
            word(index, 0),
            word(index, 1),
            word(index, 2),
            word(index, 3),
            word(index, 4),
            word(index, 5),
        ])
    }

    /// The places of its codes in the register.
    fn indices(&self) -> impl Iterator<Item = usize> {
        self.0
            .into_iter()
            .enumerate()
            .flat_map(|(place, mut word)| {
                std::iter::from_fn(move || {
                    let bit = word.trailing_zeros() as usize;
                    (bit < 64).then(|| {
                        word &= word - 1;
                        place * 64 + bit
                    })
                })
            })
    }

    pub(in crate::marking) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(in crate::marking) fn union(mut self, other: &Self) -> Self {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a |= b;
        }
        self
    }

    pub(in crate::marking) fn intersection(mut self, other: &Self) -> Self {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a &= b;
        }
        self
    }

    pub(in crate::marking) fn without(mut self, other: &Self) -> Self {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a &= !b;
        }
        self
    }

    pub(in crate::marking) fn intersects(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }

    pub(in crate::marking) fn contains(&self, other: &Self) -> bool {
        other.without(self).is_empty()
    }

    /// The United States.
    pub(in crate::marking) const fn usa() -> Self {
        const USA: Countries = Countries::at(position("USA", &TRIGRAPHS));
        USA
    }

    /// NATO as an organisation.
    pub(in crate::marking) fn nato() -> Self {
        Self::of("NATO").unwrap_or(Self::NONE)
    }

    /// Only countries: every tetragraph replaced by its published members. A tetragraph whose membership is suppressed
    /// stands for nobody (ODNI ISM-ACES 5.6.8).
    pub(in crate::marking) fn expanded(&self) -> Self {
        self.expanded_where(|_| true)
    }

    /// The same for the tetragraphs that `may` picks; the others stay as they are.
    pub(in crate::marking) fn expanded_where(&self, may: impl Fn(&Tetragraph) -> bool) -> Self {
        let mut set = *self;
        for index in self.indices() {
            let Some(row) = index
                .checked_sub(TRIGRAPHS.len())
                .and_then(|place| TETRAGRAPHS.get(place))
            else {
                continue;
            };
            if may(row) {
                set = set.without(&Self::at(index));
                for code in row.members() {
                    set = Self::of(code).map_or(set, |member| set.union(&member));
                }
            }
        }
        set
    }

    /// The codes in register order.
    pub(in crate::marking) fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.indices()
            .filter_map(|index| match index.checked_sub(TRIGRAPHS.len()) {
                None => TRIGRAPHS.get(index).copied(),
                Some(place) => TETRAGRAPHS.get(place).map(Tetragraph::code),
            })
    }
}

/// The place of a code in a table; past its end where it is not there.
const fn position(code: &str, mut table: &[&str]) -> usize {
    let mut place = 0;
    while let [first, rest @ ..] = table {
        if same(first.as_bytes(), code.as_bytes()) {
            return place;
        }
        place += 1;
        table = rest;
    }
    place
}

/// Equality of bytes, while compiling.
const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    loop {
        match (a, b) {
            ([], []) => return true,
            ([x, a_rest @ ..], [y, b_rest @ ..]) if *x == *y => {
                a = a_rest;
                b = b_rest;
            }
            _ => return false,
        }
    }
}

impl fmt::Debug for Countries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.codes()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_has_a_bit_for_every_code_and_finds_each() {
        assert!(TRIGRAPHS.len() + TETRAGRAPHS.len() <= WORDS * 64);
        assert!(TRIGRAPHS.is_sorted() && TETRAGRAPHS.is_sorted_by_key(Tetragraph::code));
        for code in TRIGRAPHS
            .iter()
            .copied()
            .chain(TETRAGRAPHS.iter().map(Tetragraph::code))
        {
            assert_eq!(
                Countries::of(code).unwrap().codes().collect::<Vec<_>>(),
                [code]
            );
        }
        assert_eq!(Countries::usa().codes().collect::<Vec<_>>(), ["USA"]);
    }
}
