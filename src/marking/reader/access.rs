//! The answer to: may this reader read this?

use std::fmt;

#[cfg(feature = "serde")]
use serde::Serialize;

use crate::marking::register::{Control, Level};

/// What a reader may do with a marking (ODNI ISM-ACES; CAPCO 2016 G Table 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read.
    Permit,
    /// Look at it, and keep no copy: `DISPLAY ONLY` names one of the reader's countries.
    ViewOnly,
    /// Nothing; every condition that failed, in a stable order.
    Deny(Vec<Condition>),
}

impl Access {
    /// Whether the reader may read.
    #[must_use]
    pub const fn is_permit(&self) -> bool {
        matches!(self, Self::Permit)
    }

    /// The conditions that failed; none where access is not denied.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        match self {
            Self::Deny(conditions) => conditions,
            Self::Permit | Self::ViewOnly => &[],
        }
    }
}

impl fmt::Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Permit => "permit",
            Self::ViewOnly => "view-only",
            Self::Deny(_) => "deny",
        })
    }
}

/// A condition of a marking that a reader does not meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Condition {
    /// The mark cannot be read: only the originator may decide.
    Unresolved,
    /// A clearance at this level or higher.
    Clearance(Level),
    /// To be a citizen of the United States, or of a country on the release list.
    Affiliation,
    /// To be a citizen of the United States: nothing in the mark releases it to another.
    UsCitizen,
    /// A read-in, by its name.
    ReadIn(String),
    /// To work for the federal government: what asks it.
    Federal(&'static str),
    /// To be named on the originator's list: what asks it.
    Listed(&'static str),
}

impl Condition {
    /// The coarse reason for withholding that this amounts to.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        match self {
            Self::Unresolved => Basis::Unresolved,
            Self::Clearance(_) => Basis::Classified,
            Self::Federal(_) => Basis::Sensitive,
            Self::Affiliation | Self::UsCitizen | Self::ReadIn(_) | Self::Listed(_) => {
                Basis::Controlled
            }
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unresolved => f.write_str("the mark cannot be read"),
            Self::Clearance(level) => write!(f, "needs a clearance of {}", level.banner()),
            Self::Affiliation => f.write_str("needs citizenship of a country it is released to"),
            Self::UsCitizen => f.write_str("needs US citizenship"),
            Self::ReadIn(name) => write!(f, "needs the read-in {name}"),
            Self::Federal(name) => write!(f, "{name} needs a federal government affiliation"),
            Self::Listed(name) => write!(f, "{name} needs a place on the originator's list"),
        }
    }
}

/// Why something is withheld, coarsely: the reason that a release prints (32 CFR 2001.33(h)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize), serde(rename_all = "kebab-case"))]
pub enum Basis {
    /// Its level.
    Classified,
    /// A sensitivity: SBU, LOU, FOUO, CUI and the like.
    Sensitive,
    /// A control, a caption or a release list.
    Controlled,
    /// Its mark cannot be read.
    Unresolved,
}

impl Basis {
    /// The code, as a release prints it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Classified => "classified",
            Self::Sensitive => "sensitive",
            Self::Controlled => "controlled",
            Self::Unresolved => "unresolved",
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The name of a control in a condition.
pub(super) fn name(control: Control) -> &'static str {
    control.row().banner
}
