//! The levels of others: of NATO and of foreign governments.

use super::Level;

/// A level outside the United States: the ladder has one rung more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::marking) enum Rank {
    Unclassified,
    Restricted,
    Confidential,
    Secret,
    TopSecret,
}

impl Rank {
    pub(in crate::marking) const ALL: [Self; 5] = [
        Self::Unclassified,
        Self::Restricted,
        Self::Confidential,
        Self::Secret,
        Self::TopSecret,
    ];

    pub(in crate::marking) const fn level(self) -> Level {
        match self {
            Self::Unclassified => Level::Unclassified,
            Self::Restricted | Self::Confidential => Level::Confidential,
            Self::Secret => Level::Secret,
            Self::TopSecret => Level::TopSecret,
        }
    }

    pub(in crate::marking) const fn portion(self) -> &'static str {
        match self {
            Self::Restricted => "R",
            Self::Unclassified => "U",
            Self::Confidential => "C",
            Self::Secret => "S",
            Self::TopSecret => "TS",
        }
    }

    pub(in crate::marking) const fn banner(self) -> &'static str {
        match self {
            Self::Restricted => "RESTRICTED",
            Self::Unclassified => "UNCLASSIFIED",
            Self::Confidential => "CONFIDENTIAL",
            Self::Secret => "SECRET",
            Self::TopSecret => "TOP SECRET",
        }
    }
}
