//! The coarse reasons for which something is withheld.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::marking::Basis;

/// A set of reasons, in their fixed order. A withheld portion shows this and nothing else of itself.
///
/// ```
/// use tearline::document::Bases;
/// use tearline::marking::Basis;
///
/// let bases = Bases::of(Basis::Sensitive).with(Basis::Classified);
/// assert_eq!(bases.to_string(), "classified, sensitive");
/// assert_eq!(Bases::parse("classified, sensitive"), Some(bases));
/// ```
///
/// With the feature `serde` it is a list: `["classified", "sensitive"]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "Vec<Basis>", from = "Vec<Basis>"))]
pub struct Bases(u8);

impl Bases {
    const ORDER: [Basis; 4] = [
        Basis::Classified,
        Basis::Sensitive,
        Basis::Controlled,
        Basis::Unresolved,
    ];

    /// The set that holds one reason.
    #[must_use]
    pub const fn of(basis: Basis) -> Self {
        Self(Self::bit(basis))
    }

    /// The set with one more reason.
    #[must_use]
    pub const fn with(self, basis: Basis) -> Self {
        Self(self.0 | Self::bit(basis))
    }

    /// All reasons of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set holds no reason.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the set holds `basis`.
    #[must_use]
    pub const fn contains(self, basis: Basis) -> bool {
        self.0 & Self::bit(basis) != 0
    }

    /// The reasons, in order.
    pub fn iter(self) -> impl Iterator<Item = Basis> {
        Self::ORDER
            .into_iter()
            .filter(move |basis| self.contains(*basis))
    }

    /// Reads what `Display` writes; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut bases = Self::default();
        for word in text.split(", ") {
            let basis = Self::ORDER
                .into_iter()
                .find(|basis| basis.as_str() == word)?;
            bases = bases.with(basis);
        }
        (bases.to_string() == text).then_some(bases)
    }

    const fn bit(basis: Basis) -> u8 {
        match basis {
            Basis::Classified => 1,
            Basis::Sensitive => 2,
            Basis::Controlled => 4,
            Basis::Unresolved => 8,
        }
    }
}

impl From<Bases> for Vec<Basis> {
    fn from(bases: Bases) -> Self {
        bases.iter().collect()
    }
}

impl From<Vec<Basis>> for Bases {
    fn from(list: Vec<Basis>) -> Self {
        list.into_iter().fold(Self::default(), Self::with)
    }
}

impl fmt::Display for Bases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, basis) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            f.write_str(basis.as_str())?;
        }
        Ok(())
    }
}
