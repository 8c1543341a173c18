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
            Self::Unclassified | Self::Confidential | Self::Secret | Self::TopSecret => {
                self.level().portion()
            }
        }
    }

    pub(in crate::marking) const fn banner(self) -> &'static str {
        match self {
            Self::Restricted => "RESTRICTED",
            Self::Unclassified | Self::Confidential | Self::Secret | Self::TopSecret => {
                self.level().banner()
            }
        }
    }

    /// The rank that is written so, as a portion mark or in full.
    pub(in crate::marking) fn named(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|rank| text == rank.portion() || text == rank.banner())
    }
}
