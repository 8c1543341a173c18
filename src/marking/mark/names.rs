//! Sets of names that no register lists, sorted and shared.
//!
//! Most labels of a document have the same names or none, so a clone costs nothing and a join of a set with a part of
//! itself makes no new one. Two sets are joined in one walk over both.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many names one set may hold. Nobody could check more than that; a mark with more cannot be read, and a join with
/// more is unresolved.
pub(in crate::marking) const MOST: usize = 256;

/// A sorted set of names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::marking) struct Names<T>(Option<Arc<Vec<T>>>);

/// More names than [`MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) struct TooMany;

impl<T> Names<T> {
    pub(in crate::marking) const NONE: Self = Self(None);
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<T> std::ops::Deref for Names<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl<T: Ord + Clone> Names<T> {
    /// All of `names`, however many: a banner says what its portions say.
    pub(in crate::marking) fn of_all(names: &BTreeSet<T>) -> Self {
        Self((!names.is_empty()).then(|| Arc::new(names.iter().cloned().collect())))
    }

    /// Takes in what `other` holds.
    pub(in crate::marking) fn join(&mut self, other: &Self) -> Result<(), TooMany> {
        if other.is_empty() || self == other || is_part(other, self) {
            return Ok(());
        }
        if is_part(self, other) {
            *self = other.clone();
            return Ok(());
        }
        self.replace(merged(self, other))
    }

    /// Takes in names in any order.
    pub(in crate::marking) fn extend(&mut self, mut names: Vec<T>) -> Result<(), TooMany> {
        names.sort();
        names.dedup();
        self.replace(merged(self, &names))
    }

    fn replace(&mut self, names: Vec<T>) -> Result<(), TooMany> {
        if names.len() > MOST {
            return Err(TooMany);
        }
        self.0 = (!names.is_empty()).then(|| Arc::new(names));
        Ok(())
    }

    /// Whether it holds `name`.
    pub(in crate::marking) fn holds(&self, name: &T) -> bool {
        self.binary_search(name).is_ok()
    }
}

/// Whether every name of the sorted `part` is one of the sorted `whole`.
fn is_part<T: Ord>(part: &[T], whole: &[T]) -> bool {
    part.len() <= whole.len() && {
        let mut rest = whole.iter();
        part.iter().all(|name| rest.any(|other| other == name))
    }
}

/// The names of two sorted lists, sorted, each once.
pub(in crate::marking) fn merged<T: Ord + Clone>(mut a: &[T], mut b: &[T]) -> Vec<T> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    while let ([first, a_rest @ ..], [second, b_rest @ ..]) = (a, b) {
        let order = first.cmp(second);
        all.push(if order == Ordering::Greater {
            second.clone()
        } else {
            first.clone()
        });
        a = if order == Ordering::Greater {
            a
        } else {
            a_rest
        };
        b = if order == Ordering::Less { b } else { b_rest };
    }
    all.extend_from_slice(a);
    all.extend_from_slice(b);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&'static str]) -> Names<&'static str> {
        let mut names = Names::NONE;
        assert_eq!(names.extend(list.to_vec()), Ok(()));
        names
    }

    #[test]
    fn a_join_is_the_union_in_order() {
        let mut sum = names(&["C", "A"]);
        assert_eq!(sum.join(&names(&["B", "A", "D"])), Ok(()));
        assert_eq!(&*sum, ["A", "B", "C", "D"]);
        assert!(sum.holds(&"B") && !sum.holds(&"E"));
    }

    #[test]
    fn a_join_with_a_part_shares_the_whole() {
        let whole = names(&["A", "B", "C"]);
        let mut part = names(&["B"]);
        assert_eq!(part.join(&whole), Ok(()));
        let shared = |one: &Names<&str>, two: &Names<&str>| match (&one.0, &two.0) {
            (Some(one), Some(two)) => Arc::ptr_eq(one, two),
            (Some(_) | None, _) => false,
        };
        assert!(shared(&part, &whole));
        let mut again = whole.clone();
        assert_eq!(again.join(&names(&["A", "C"])), Ok(()));
        assert!(shared(&again, &whole));
    }

    /// A walk over both compares no more often than both are long.
    #[test]
    fn a_join_takes_one_walk() {
        use std::cell::Cell;
        thread_local!(static COMPARED: Cell<usize> = const { Cell::new(0) });
        #[derive(Clone, PartialEq, Eq)]
        struct Counted(usize);
        impl PartialOrd for Counted {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl Ord for Counted {
            fn cmp(&self, other: &Self) -> Ordering {
                COMPARED.set(COMPARED.get() + 1);
                self.0.cmp(&other.0)
            }
        }
        for length in [1_000, 4_000] {
            let odd: Vec<Counted> = (0..length).map(|n| Counted(2 * n + 1)).collect();
            let even: Vec<Counted> = (0..length).map(|n| Counted(2 * n)).collect();
            COMPARED.set(0);
            assert_eq!(merged(&odd, &even).len(), 2 * length);
            assert!(COMPARED.get() < 2 * length);
        }
    }

    #[test]
    fn more_names_than_anybody_could_check_are_refused() {
        let many: Vec<usize> = (0..MOST).collect();
        let mut sum = Names::NONE;
        assert_eq!(sum.extend(many), Ok(()));
        let mut one = Names::NONE;
        assert_eq!(one.extend(vec![MOST]), Ok(()));
        assert_eq!(sum.join(&one), Err(TooMany));
    }
}
