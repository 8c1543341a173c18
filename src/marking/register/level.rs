//! The classification levels.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A United States classification level, lowest first (32 CFR 2001.21(b); CAPCO 2016 Table 4).
///
/// Only the level is a ladder. What else a marking carries, sensitivity, controls and release lists, are axes of
/// their own.
///
/// ```
/// use tearline::marking::Level;
///
/// assert!(Level::Confidential < Level::Secret);
/// assert_eq!(Level::TopSecret.portion(), "TS");
/// assert_eq!(Level::TopSecret.banner(), "TOP SECRET");
/// assert_eq!("Top Secret".parse(), Ok(Level::TopSecret));
/// ```
///
/// With the feature `serde` it is a text: `TS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Unclassified.
    #[default]
    Unclassified,
    /// Confidential: damage to the national security.
    Confidential,
    /// Secret: serious damage.
    Secret,
    /// Top Secret: exceptionally grave damage.
    TopSecret,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 4] = [
        Self::Unclassified,
        Self::Confidential,
        Self::Secret,
        Self::TopSecret,
    ];

    /// As a portion mark writes it: `U`, `C`, `S`, `TS`.
    #[must_use]
    pub const fn portion(self) -> &'static str {
        match self {
            Self::Unclassified => "U",
            Self::Confidential => "C",
            Self::Secret => "S",
            Self::TopSecret => "TS",
        }
    }

    /// As a banner line writes it, in full.
    #[must_use]
    pub const fn banner(self) -> &'static str {
        match self {
            Self::Unclassified => "UNCLASSIFIED",
            Self::Confidential => "CONFIDENTIAL",
            Self::Secret => "SECRET",
            Self::TopSecret => "TOP SECRET",
        }
    }

    /// Whether the level is a classification at all: Confidential or higher.
    #[must_use]
    pub const fn is_classified(self) -> bool {
        !matches!(self, Self::Unclassified)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.portion())
    }
}

/// A text that is no level.
///
/// ```
/// use tearline::marking::Level;
///
/// let error = "RESTRICTED".parse::<Level>().unwrap_err();
/// assert_eq!(error.to_string(), "no level; write `U`, `C`, `S` or `TS`, or the level in full");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no level; write `U`, `C`, `S` or `TS`, or the level in full")]
#[non_exhaustive]
pub struct LevelError;

impl FromStr for Level {
    type Err = LevelError;

    /// Reads what [`portion`](Self::portion) and [`banner`](Self::banner) write, in any case.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|level| {
                text.eq_ignore_ascii_case(level.portion())
                    || text.eq_ignore_ascii_case(level.banner())
            })
            .ok_or(LevelError)
    }
}
