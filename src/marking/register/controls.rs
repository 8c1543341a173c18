//! Sets of registered controls.

use std::fmt;

use super::Level;
use super::table::{Category, Control, Need, ROWS, Row};

/// A set of controls with fixed names, one bit each, in register order.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(in crate::marking) struct Controls(u128);

impl Controls {
    pub(in crate::marking) const NONE: Self = Self(0);

    pub(in crate::marking) const fn of(control: Control) -> Self {
        Self(1 << control as u8)
    }

    pub(in crate::marking) const fn any_of<const N: usize>(controls: [Control; N]) -> Self {
        let mut bits = 0;
        let mut rest: &[Control] = &controls;
        while let [first, others @ ..] = rest {
            bits |= 1 << *first as u8;
            rest = others;
        }
        Self(bits)
    }

    /// The controls whose row has its highest level at unclassified: they vanish from a classified mark, or are not carried
    /// into a classified banner (CAPCO 2016 D.2 Table 3; H.6 pp116, 118; H.8 p134; H.9 pp170, 176, 178).
    pub(in crate::marking) const UNCLASSIFIED_ONLY: Self = {
        let mut bits = 0;
        let mut rest: &[Row] = &ROWS;
        while let [row, others @ ..] = rest {
            if matches!(row.ceiling, Some(Level::Unclassified)) {
                bits |= 1 << row.control as u8;
            }
            rest = others;
        }
        Self(bits)
    };

    /// What says something of foreign disclosure and release.
    pub(in crate::marking) const RELEASE: Self = {
        let mut bits = 0;
        let mut rest: &[Row] = &ROWS;
        while let [row, others @ ..] = rest {
            if matches!(row.need, Need::Release) {
                bits |= 1 << row.control as u8;
            }
            rest = others;
        }
        Self(bits)
    };

    /// A sensitivity and NOFORN in one (CAPCO 2016 H.9 pp178, 185).
    pub(in crate::marking) const COMPOUND: Self = Self::any_of([Control::SbuNf, Control::LesNf]);

    /// What no date lowers: Restricted Data and what was it, transclassified information (32 CFR 2001.24(h)(2), (i)(3)), and
    /// the programs of NATO (CAPCO 2016 E.5).
    pub(in crate::marking) const UNDATED: Self = Self::of_category(Category::Aea)
        .union(Self::of_category(Category::NonUs))
        .without(Self::UNCLASSIFIED_ONLY);

    /// The controls of one category.
    pub(in crate::marking) const fn of_category(category: Category) -> Self {
        let mut bits = 0;
        let mut rest: &[Row] = &ROWS;
        while let [row, others @ ..] = rest {
            if row.category as u8 == category as u8 {
                bits |= 1 << row.control as u8;
            }
            rest = others;
        }
        Self(bits)
    }

    pub(in crate::marking) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::marking) const fn has(self, control: Control) -> bool {
        self.intersects(Self::of(control))
    }

    pub(in crate::marking) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(in crate::marking) const fn with(self, control: Control) -> Self {
        self.union(Self::of(control))
    }

    pub(in crate::marking) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(in crate::marking) const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(in crate::marking) const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(in crate::marking) fn insert(&mut self, control: Control) {
        *self = self.with(control);
    }

    /// Adds `control` where `present` holds.
    pub(in crate::marking) fn set_where(self, present: bool, control: Control) -> Self {
        if present { self.with(control) } else { self }
    }

    /// The same with `SBU` for `SBU-NF` and `LES` for `LES-NF`; the NOFORN in them is left to the caller.
    pub(in crate::marking) fn uncompounded(self) -> Self {
        let pairs = [
            (Control::SbuNf, Control::Sbu),
            (Control::LesNf, Control::Les),
        ];
        pairs.into_iter().fold(self, |set, (compound, plain)| {
            if set.has(compound) {
                set.without(Self::of(compound)).with(plain)
            } else {
                set
            }
        })
    }

    /// The controls in register order.
    pub(in crate::marking) fn iter(self) -> impl Iterator<Item = Control> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let place = bits.trailing_zeros() as usize;
            let row = ROWS.get(place)?;
            bits &= bits - 1;
            Some(row.control)
        })
    }

    /// The controls of one category.
    pub(in crate::marking) fn in_category(
        self,
        category: Category,
    ) -> impl Iterator<Item = Control> {
        self.iter()
            .filter(move |control| control.row().category == category)
    }
}

impl fmt::Debug for Controls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(controls: Controls) -> Vec<&'static str> {
        controls
            .iter()
            .map(|control| control.row().portion)
            .collect()
    }

    /// The rulebook lists them; the register says it of each row.
    #[test]
    fn the_sets_that_the_register_gives_are_those_that_the_rulebook_lists() {
        // CAPCO 2016 D.2 Table 3, H.6 pp116, 118, H.8 p134, H.9 pp170, 176, 178; STATE 018029.
        assert_eq!(
            marks(Controls::UNCLASSIFIED_ONLY),
            ["DCNI", "UCNI", "FOUO", "DS", "SBU", "SBU-NF", "LOU"]
        );
        // CAPCO 2016 H.8 pp145-163.
        assert_eq!(
            marks(Controls::RELEASE),
            ["NF", "REL", "RELIDO", "EYES", "DISPLAY ONLY"]
        );
        // 32 CFR 2001.24(h)(2), (i)(3); CAPCO 2016 E.5.
        assert_eq!(
            marks(Controls::UNDATED),
            ["BALK", "BOHEMIA", "RD", "RD-CNWDI", "FRD", "TFNI", "ATOMAL"]
        );
        // CAPCO 2016 G Table 4: SCI comes first.
        let sci = Controls::of_category(Category::Sci);
        assert!(sci.has(Control::HcsX) && sci.has(Control::TkKand) && !sci.has(Control::Hvsaco));
        assert_eq!(sci.iter().count(), 20);
    }
}
