//! The exemption under which something is withheld, as the Freedom of Information Act counts them.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::declass::Reasons;
use crate::document::Bases;
use crate::marking::{Basis, Label, Protection};
use crate::policy::{Exemption, Grounds};
use crate::{Citation, Rule, Severity};

/// The exemptions that a release shows.
///
/// ```
/// use tearline::release::{Exemption, Exemptions};
///
/// assert_eq!(Exemptions::default().sensitive(), None);
/// assert_eq!(Exemptions::default().with_sensitive(Exemption::B5).sensitive(), Some(Exemption::B5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Exemptions {
    sensitive: Option<Exemption>,
}

/// Under what a portion is withheld, as far as the document and the caller say it.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\nREASON: 1.4 (B)\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let authority = release.portions().last().unwrap().disclosed().authority().unwrap();
/// assert_eq!(authority.to_string(), "B1 1.4(B)");
/// assert!(authority.is_decided() && authority.is_classified());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Authority {
    classified: bool,
    reasons: Option<Reasons>,
    chosen: Chosen,
    sensitive: bool,
    /// A part of it is withheld under no exemption.
    undecided: bool,
    /// A person named the categories.
    #[cfg_attr(feature = "serde", serde(default))]
    named: bool,
    /// What a person chose is for something else than the mark says.
    #[cfg_attr(feature = "serde", serde(default))]
    amiss: bool,
}

/// Exemptions that persons chose, as a set: a bit for each, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(into = "Vec<Exemption>", from = "Vec<Exemption>")
)]
struct Chosen(u16);

impl Chosen {
    fn of(exemption: Option<Exemption>) -> Self {
        Self(exemption.map_or(0, |exemption| 1 << (exemption as u16)))
    }

    fn iter(self) -> impl Iterator<Item = Exemption> {
        Exemption::all().filter(move |exemption| self.0 & (1 << (*exemption as u16)) != 0)
    }
}

#[cfg(feature = "serde")]
impl From<Chosen> for Vec<Exemption> {
    fn from(chosen: Chosen) -> Self {
        chosen.iter().collect()
    }
}

#[cfg(feature = "serde")]
impl From<Vec<Exemption>> for Chosen {
    fn from(list: Vec<Exemption>) -> Self {
        let bits = list.into_iter().map(|one| Self::of(Some(one)).0);
        Self(bits.fold(0, std::ops::BitOr::bitor))
    }
}

/// Every rule of this floor.
pub(crate) static ALL: &[&Rule] = &[&SEVERAL_REASONS, &NO_REASON, &EXEMPTION_UNDECIDED];

/// A Reason line names several categories, and which of them holds for which portion is not known.
pub(crate) static SEVERAL_REASONS: Rule = Rule {
    code: "several-reasons",
    severity: Severity::Error,
    message: "several categories are named; every excision shows them all, and the release is a draft until a reviewer chooses, or says why more than one holds",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

/// No Reason line names a category.
pub(crate) static NO_REASON: Rule = Rule {
    code: "no-reason",
    severity: Severity::Error,
    message: "no reason line names a category of section 1.4; the release is a draft until a reviewer names one",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

/// Something is withheld for which no exemption was chosen.
pub(crate) static EXEMPTION_UNDECIDED: Rule = Rule {
    code: "exemption-undecided",
    severity: Severity::Error,
    message: "something is withheld under no exemption; the release is a draft until a reviewer chooses one",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

impl Exemptions {
    /// The same, with an exemption for what is sensitive but not classified. A sensitivity mark is by itself none, and (b)(1)
    /// is none for it: what is sensitive stays undecided then.
    #[must_use]
    pub const fn with_sensitive(mut self, exemption: Exemption) -> Self {
        self.sensitive = match exemption.of_sensitive() {
            Ok(exemption) => Some(exemption),
            Err(_) => None,
        };
        self
    }

    /// The exemption for what is sensitive but not classified, where one was chosen.
    #[must_use]
    pub const fn sensitive(self) -> Option<Exemption> {
        self.sensitive
    }
}

impl Authority {
    /// `decided` is what decisions name, one for each withholding, `grounds` what they say of it, and `label` the portion's mark;
    /// the choice of the style is for what has none, and so are the reasons of the document's line.
    pub(super) fn of(
        bases: Bases,
        exemptions: Exemptions,
        decided: &[Option<Exemption>],
        grounds: &Grounds,
        reasons: Option<Reasons>,
        label: &Label,
    ) -> Self {
        let of = |decided| Self::of_one(bases, exemptions, decided, grounds, reasons, label);
        let all = decided.iter().copied().map(of);
        all.reduce(Self::join).unwrap_or_else(|| of(None))
    }

    fn of_one(
        bases: Bases,
        exemptions: Exemptions,
        decided: Option<Exemption>,
        grounds: &Grounds,
        reasons: Option<Reasons>,
        label: &Label,
    ) -> Self {
        let is_classified = bases.contains(Basis::Classified);
        let claimed = decided == Some(Exemption::B1);
        let classified = is_classified || claimed;
        let decided = decided.filter(|_| !claimed);
        let sensitive = exemptions
            .sensitive
            .filter(|_| bases.contains(Basis::Sensitive));
        let chosen = Chosen::of(decided.or(sensitive));
        Self {
            classified,
            reasons: grounds.letter().or(reasons).filter(|_| classified),
            chosen,
            sensitive: bases.contains(Basis::Sensitive),
            undecided: !classified && chosen == Chosen::default(),
            named: classified && grounds.letter().is_some(),
            amiss: ((claimed || decided.is_some()) && !label.is_resolved())
                || (claimed && !is_classified)
                || label
                    .protections()
                    .any(|it| !chosen.iter().any(|one| fits(one, it))),
        }
    }

    /// The same where a person named a category for the portion: that is for what is classified.
    pub(super) const fn with_letter(mut self, letter: Option<Reasons>) -> Self {
        self.amiss = self.amiss || (letter.is_some() && !self.classified);
        self
    }

    /// Both at once.
    pub(super) fn join(self, other: Self) -> Self {
        // Of two categories that persons named none is that of the whole.
        let differ = matches!((self.reasons, other.reasons), (Some(one), Some(two)) if one != two);
        Self {
            classified: self.classified || other.classified,
            reasons: self.reasons.or(other.reasons).filter(|_| !differ),
            chosen: Chosen(self.chosen.0 | other.chosen.0),
            sensitive: self.sensitive || other.sensitive,
            undecided: self.undecided || other.undecided,
            named: self.named && other.named,
            amiss: self.amiss || other.amiss || differ,
        }
    }

    /// Whether there is one for all of it. Where there is none, a reviewer has to choose before anything goes out.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        !self.undecided
    }

    /// Whether it rests on the classification: exemption (b)(1).
    #[must_use]
    pub const fn is_classified(self) -> bool {
        self.classified
    }

    /// Whether it rests, beside what is chosen, on a sensitivity that the document states.
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        self.sensitive
    }

    /// The categories of section 1.4 (until 2003: 1.5) that the document's Reason line names.
    #[must_use]
    pub const fn reasons(self) -> Option<Reasons> {
        self.reasons
    }

    /// Whether a person named those categories, and not the document's Reason line.
    #[must_use]
    pub const fn is_named(self) -> bool {
        self.named
    }

    /// Whether it is for what the mark says. It is not where a person chose an exemption for a mark that cannot be read, or
    /// (b)(1) for what is not classified, and where the mark states a protection that none of the exemptions is for: Restricted Data without (b)(3), law
    /// enforcement without (b)(7), a firm's secrets without (b)(4).
    #[must_use]
    pub const fn fits_mark(self) -> bool {
        !self.amiss
    }

    /// The exemptions, in their order: `B1`, `B5`.
    #[must_use]
    pub fn exemptions(self) -> Vec<&'static str> {
        self.classified
            .then_some("B1")
            .into_iter()
            .chain(self.chosen.iter().map(Exemption::as_str))
            .collect()
    }

    /// The exemptions that persons chose, where any apply: in a decision, or for all that is sensitive.
    pub fn chosen(self) -> impl Iterator<Item = Exemption> {
        self.chosen.iter()
    }

    /// Exemptions and sections in a list: `B1`, `1.4(D)`, `B5`.
    #[must_use]
    pub fn codes(self) -> Vec<String> {
        let first = self.classified.then(|| "B1".to_owned());
        let chosen = self.chosen().map(|chosen| chosen.to_string());
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

/// Whether an exemption is for what is protected so (5 U.S.C. 552(b)(3), (4), (7)).
const fn fits(exemption: Exemption, protection: Protection) -> bool {
    match protection {
        Protection::Statute => matches!(exemption, Exemption::B3),
        Protection::Proprietary => matches!(exemption, Exemption::B3 | Exemption::B4),
        Protection::LawEnforcement => matches!(
            exemption,
            Exemption::B3
                | Exemption::B7A
                | Exemption::B7B
                | Exemption::B7C
                | Exemption::B7D
                | Exemption::B7E
                | Exemption::B7F
        ),
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
        words.extend(self.chosen().map(|chosen| chosen.to_string()));
        f.write_str(&words.join(" "))
    }
}
