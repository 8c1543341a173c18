//! The exemptions of the Freedom of Information Act that a person chooses.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// An exemption under which a person withholds.
///
/// Whatever is withheld as classified is so under (b)(1), whether a person names it or not. Who names it for what is not
/// classified names one that does not fit.
///
/// ```
/// use tearline::release::Exemption;
///
/// let exemption: Exemption = "b7(c)".parse().unwrap();
/// assert_eq!(exemption.to_string(), "B7(C)");
/// assert_eq!("b5".parse(), Ok(Exemption::B5));
/// assert!("SBU".parse::<Exemption>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "the variants are the numbers of the act itself"
)]
#[non_exhaustive]
pub enum Exemption {
    B1,
    B2,
    B3,
    B4,
    B5,
    B6,
    B7A,
    B7B,
    B7C,
    B7D,
    B7E,
    B7F,
    B8,
    B9,
}

/// A text that names no exemption that can be chosen.
///
/// ```
/// use tearline::release::{Exemption, ExemptionError};
///
/// assert_eq!(Exemption::B1.of_sensitive(), Err(ExemptionError::Classified));
/// assert_eq!("b10".parse::<Exemption>(), Err(ExemptionError::Unknown));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ExemptionError {
    /// (b)(1) is for what is classified, and for nothing else.
    #[error(
        "exemption (b)(1) follows from the classification, and a sensitivity is none; name one of b2 to b9"
    )]
    Classified,
    /// No exemption is written like that.
    #[error("no such exemption; name one of b1 to b9, with a letter for b7: b5, b7c")]
    Unknown,
}

impl Exemption {
    const ALL: [(Self, &'static str); 14] = [
        (Self::B1, "B1"),
        (Self::B2, "B2"),
        (Self::B3, "B3"),
        (Self::B4, "B4"),
        (Self::B5, "B5"),
        (Self::B6, "B6"),
        (Self::B7A, "B7(A)"),
        (Self::B7B, "B7(B)"),
        (Self::B7C, "B7(C)"),
        (Self::B7D, "B7(D)"),
        (Self::B7E, "B7(E)"),
        (Self::B7F, "B7(F)"),
        (Self::B8, "B8"),
        (Self::B9, "B9"),
    ];

    /// Every one, in the order of the act.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().map(|(exemption, _)| exemption)
    }

    /// The same where it can be the exemption of what is sensitive and not classified.
    ///
    /// ```
    /// use tearline::release::Exemption;
    ///
    /// assert_eq!(Exemption::B5.of_sensitive(), Ok(Exemption::B5));
    /// assert!(Exemption::B1.of_sensitive().is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// For (b)(1), which follows from the classification alone.
    pub const fn of_sensitive(self) -> Result<Self, ExemptionError> {
        if matches!(self, Self::B1) {
            return Err(ExemptionError::Classified);
        }
        Ok(self)
    }

    /// As the State Department prints it: `B5`, `B7(C)`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find(|(exemption, _)| *exemption == self)
            .map_or("", |(_, name)| name)
    }
}

#[cfg(feature = "serde")]
crate::text::as_text!(Exemption);

impl fmt::Display for Exemption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Exemption {
    type Err = ExemptionError;

    /// Reads `b5`, `(b)(5)`, `B7(C)`, `b7c`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bare = |text: &str| -> String {
            text.chars()
                .filter(|c| !matches!(c, '(' | ')' | ' '))
                .map(|c| c.to_ascii_uppercase())
                .collect()
        };
        let wanted = bare(text);
        Self::ALL
            .into_iter()
            .find(|(_, name)| bare(name) == wanted)
            .map(|(exemption, _)| exemption)
            .ok_or(ExemptionError::Unknown)
    }
}
