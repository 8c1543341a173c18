//! The exemption under which something is withheld, as the Freedom of Information Act counts them.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::declass::Reasons;
use crate::document::Bases;
use crate::marking::Basis;
use crate::{Citation, Rule, Severity};

/// An exemption that a person chooses. (b)(1) is not among them: it follows from the classification alone.
///
/// ```
/// use tearline::release::Exemption;
///
/// let exemption: Exemption = "b7(c)".parse().unwrap();
/// assert_eq!(exemption.to_string(), "B7(C)");
/// assert_eq!("b5".parse(), Ok(Exemption::B5));
/// assert!("b1".parse::<Exemption>().is_err());
/// assert!("SBU".parse::<Exemption>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "the variants are the numbers of the act itself"
)]
pub enum Exemption {
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
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ExemptionError {
    /// (b)(1) is given by the classification and not by choice.
    #[error(
        "exemption (b)(1) follows from the classification and cannot be chosen; name one of b2 to b9"
    )]
    Classified,
    /// No exemption is written like that.
    #[error("no such exemption; name one of b2 to b9, with a letter for b7: b5, b7c")]
    Unknown,
}

/// The exemptions that a release shows.
///
/// ```
/// use tearline::release::{Exemption, Exemptions};
///
/// assert_eq!(Exemptions::default().sensitive(), None);
/// assert_eq!(Exemptions::default().with_sensitive(Exemption::B5).sensitive(), Some(Exemption::B5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Exemptions {
    sensitive: Option<Exemption>,
}

/// Under what a portion is withheld, as far as the document and the caller say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Authority {
    classified: bool,
    reasons: Option<Reasons>,
    chosen: Option<Exemption>,
}

/// Every rule of this floor.
pub(crate) static ALL: &[&Rule] = &[&SEVERAL_REASONS, &NO_REASON, &EXEMPTION_UNDECIDED];

/// A Reason line names several categories, and which of them holds for which portion is not known.
pub(super) static SEVERAL_REASONS: Rule = Rule {
    code: "several-reasons",
    severity: Severity::Warning,
    message: "the reason line names several categories; every excision shows them all until a reviewer chooses",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

/// No Reason line names a category.
pub(super) static NO_REASON: Rule = Rule {
    code: "no-reason",
    severity: Severity::Error,
    message: "no reason line names a category of section 1.4; the release is a draft until a reviewer names one",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

/// Something is withheld for which no exemption was chosen.
pub(super) static EXEMPTION_UNDECIDED: Rule = Rule {
    code: "exemption-undecided",
    severity: Severity::Error,
    message: "something is withheld under no exemption; the release is a draft until a reviewer chooses one",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

impl Exemption {
    const ALL: [(Self, &'static str); 13] = [
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

    /// As the State Department prints it: `B5`, `B7(C)`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find(|(exemption, _)| *exemption == self)
            .map_or("", |(_, name)| name)
    }
}

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
        if wanted == "B1" {
            return Err(ExemptionError::Classified);
        }
        Self::ALL
            .into_iter()
            .find(|(_, name)| bare(name) == wanted)
            .map(|(exemption, _)| exemption)
            .ok_or(ExemptionError::Unknown)
    }
}

impl Exemptions {
    /// The same, with an exemption for what is sensitive but not classified. A sensitivity mark is by itself none.
    #[must_use]
    pub const fn with_sensitive(mut self, exemption: Exemption) -> Self {
        self.sensitive = Some(exemption);
        self
    }

    /// The exemption for what is sensitive but not classified, where one was chosen.
    #[must_use]
    pub const fn sensitive(self) -> Option<Exemption> {
        self.sensitive
    }
}

impl Authority {
    pub(super) fn of(bases: Bases, exemptions: Exemptions, reasons: Option<Reasons>) -> Self {
        let classified = bases.contains(Basis::Classified);
        Self {
            classified,
            reasons: reasons.filter(|_| classified),
            chosen: exemptions
                .sensitive
                .filter(|_| bases.contains(Basis::Sensitive)),
        }
    }

    /// Both at once.
    pub(super) fn join(self, other: Self) -> Self {
        Self {
            classified: self.classified || other.classified,
            reasons: self.reasons.or(other.reasons),
            chosen: self.chosen.or(other.chosen),
        }
    }

    /// Whether there is one at all. Where there is none, a reviewer has to choose before anything goes out.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        self.classified || self.chosen.is_some()
    }

    /// Whether it rests on the classification: exemption (b)(1).
    #[must_use]
    pub const fn is_classified(self) -> bool {
        self.classified
    }

    /// The categories of section 1.4 (until 2003: 1.5) that the document's Reason line names.
    #[must_use]
    pub const fn reasons(self) -> Option<Reasons> {
        self.reasons
    }

    /// The exemptions, in their order: `B1`, `B5`.
    #[must_use]
    pub fn exemptions(self) -> Vec<&'static str> {
        let chosen = self.chosen.map(Exemption::as_str);
        self.classified
            .then_some("B1")
            .into_iter()
            .chain(chosen)
            .collect()
    }

    /// The exemption that the caller chose, where one applies.
    #[must_use]
    pub const fn chosen(self) -> Option<Exemption> {
        self.chosen
    }

    /// Exemptions and sections in a list: `B1`, `1.4(D)`, `B5`.
    #[must_use]
    pub fn codes(self) -> Vec<String> {
        let first = self.classified.then(|| "B1".to_owned());
        let chosen = self.chosen.map(|chosen| chosen.to_string());
        first
            .into_iter()
            .chain(self.sections())
            .chain(chosen)
            .collect()
    }

    /// The sections of the order, as the State Department prints them: `1.4(D)`.
    #[must_use]
    pub fn sections(self) -> Vec<String> {
        let Some(reasons) = self.reasons else {
            return Vec::new();
        };
        if reasons.is_empty() {
            return vec![reasons.section().number().to_owned()];
        }
        let number = reasons.section().number();
        reasons
            .iter()
            .map(|reason| format!("{number}({})", reason.letter().to_ascii_uppercase()))
            .collect()
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_decided() {
            return f.write_str("exemption to be decided");
        }
        let mut words: Vec<String> = Vec::new();
        if self.classified {
            words.push("B1".to_owned());
            words.extend(Some(self.sections().join(",")).filter(|sections| !sections.is_empty()));
        }
        words.extend(self.chosen.map(|chosen| chosen.to_string()));
        f.write_str(&words.join(" "))
    }
}
