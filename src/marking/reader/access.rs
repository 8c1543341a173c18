//! The answer to: may this reader read this?

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::marking::register::{Control, Level};

/// What a reader may do with a marking (ODNI ISM-ACES; CAPCO 2016 G Table 5).
///
/// ```
/// use tearline::marking::{Access, Marking, Reader};
///
/// let reader: Reader = "clearance=S citizen=GBR".parse().unwrap();
/// let reads = |mark: &str| reader.reads_marking(&Marking::parse_portion(mark).unwrap());
/// assert_eq!(reads("S//REL TO USA, GBR"), Access::Permit);
/// assert_eq!(reads("S//DISPLAY ONLY GBR"), Access::ViewOnly);
/// assert!(!reads("S//DISPLAY ONLY GBR").is_permit());
/// assert_eq!(reads("S//NF").to_string(), "deny");
/// ```
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

/// A condition of a marking that a reader does not meet (CAPCO 2016 G Table 5; ODNI ISM-ACES 2.2.3).
///
/// ```
/// use tearline::marking::{Condition, Level, Marking, Reader};
///
/// let reader: Reader = "C".parse().unwrap();
/// let access = reader.reads_marking(&Marking::parse_portion("S//TK//NF").unwrap());
/// assert_eq!(access.conditions(), [
///     // SCI takes a Top Secret clearance at any level of the data.
///     Condition::Clearance(Level::TopSecret),
///     Condition::ReadIn("TK".to_owned()),
/// ]);
/// ```
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
///
/// ```
/// use tearline::marking::{Basis, Condition, Level};
///
/// assert_eq!(Condition::Clearance(Level::Secret).basis(), Basis::Classified);
/// assert_eq!(Condition::UsCitizen.basis().to_string(), "controlled");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(Serialize, Deserialize),
    serde(rename_all = "kebab-case")
)]
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
