//! What a style discloses of a single portion.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{Authority, Declassified};
use crate::marking::Label;
use crate::policy::{Grounds, Opening};

/// What the style discloses of a portion beside place and reason; in the default style of a withheld one nothing.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Style};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_mark());
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let disclosed = release.portions().last().unwrap().disclosed();
/// assert_eq!(disclosed.mark().unwrap().to_string(), "C");
/// assert_eq!((disclosed.amount(), disclosed.authority()), (None, None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Disclosed {
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) mark: Option<MarkShown>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) authority: Option<Authority>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) grounds: Option<Box<Grounds>>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) amount: Option<Amount>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) opening: Option<Opening>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(super) declassified: Option<Declassified>,
}

/// The mark of a portion.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, MarkShown, Style};
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (S) One.\n\n2. (Q) Two.\n");
/// let style = Style::Places(Detail::default().with_mark());
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let shown = |index: usize| release.portions()[index].disclosed().mark();
/// assert!(matches!(shown(1), Some(MarkShown::Stated(label)) if label.to_string() == "S"));
/// assert_eq!(shown(2), Some(&MarkShown::Unreadable));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum MarkShown {
    /// The one it states, in canonical form.
    Stated(Label),
    /// It states none.
    Unmarked,
    /// It states one that cannot be read.
    Unreadable,
    /// Not known: an earlier release withheld it.
    Unknown,
}

/// How much a portion holds, as the printed series *Foreign Relations* counts.
///
/// Displayed as the words that stand before `not declassified`: `2 lines`, `less than 1 line`, `1 paragraph (5 lines)`.
///
/// ```
/// use tearline::release::Amount;
///
/// assert_eq!(Amount::Lines(2).to_string(), "2 lines");
/// assert_eq!(Amount::Paragraphs { paragraphs: 1, lines: 5 }.to_string(), "1 paragraph (5 lines)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Amount {
    /// Whole paragraphs, and the lines in them.
    Paragraphs {
        /// How many paragraphs.
        paragraphs: usize,
        /// How many lines in all.
        lines: usize,
    },
    /// Whole lines.
    Lines(usize),
    /// A line or more, the first of which it shares with what is not withheld.
    LessThan(usize),
    /// The extent is not known: an earlier release withheld it.
    Unknown,
}

/// What the default style discloses of what is withheld.
pub(super) static NOTHING: Disclosed = Disclosed {
    mark: None,
    authority: None,
    grounds: None,
    amount: None,
    opening: None,
    declassified: None,
};

impl Disclosed {
    /// The mark, where the style shows it.
    #[must_use]
    pub const fn mark(&self) -> Option<&MarkShown> {
        self.mark.as_ref()
    }

    /// Exemption and section, where the style shows them.
    #[must_use]
    pub const fn authority(&self) -> Option<Authority> {
        self.authority
    }

    /// Why it is withheld, in the words of the person who decided so, where the style shows exemptions and one said it.
    #[must_use]
    pub fn grounds(&self) -> Option<&Grounds> {
        self.grounds.as_deref()
    }

    /// The amount, where the style shows it.
    #[must_use]
    pub const fn amount(&self) -> Option<Amount> {
        self.amount
    }

    /// When it opens, where the style shows it.
    #[must_use]
    pub const fn opening(&self) -> Option<Opening> {
        self.opening
    }

    /// That it was classified and is no more, where it is released and the style shows it.
    #[must_use]
    pub const fn declassified(&self) -> Option<&Declassified> {
        self.declassified.as_ref()
    }

    /// Two unmarked portions that show as one.
    pub(super) fn merge(&mut self, other: Self) {
        if let (Some(one), Some(other)) = (&mut self.amount, other.amount) {
            *one = one.plus(other);
        }
        if let (Some(one), Some(other)) = (&mut self.authority, other.authority) {
            *one = one.join(other);
        }
        self.grounds = match (self.grounds.take(), other.grounds) {
            (Some(one), Some(other)) => Some(Box::new(one.join(*other))),
            (None, _) | (_, None) => None,
        };
        if let (Some(one), Some(other)) = (&mut self.opening, other.opening) {
            *one = one.later(other);
        }
    }
}

impl Amount {
    /// Both together. What shows as one place is counted in lines.
    fn plus(self, other: Self) -> Self {
        let lines = |amount| match amount {
            Self::Paragraphs { lines, .. } | Self::Lines(lines) | Self::LessThan(lines) => {
                Some(lines)
            }
            Self::Unknown => None,
        };
        match (lines(self), lines(other)) {
            (Some(one), Some(other)) => Self::Lines(one + other),
            (_, None) | (None, _) => Self::Unknown,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = |count: usize| if count == 1 { "" } else { "s" };
        match *self {
            Self::Paragraphs { paragraphs, lines } => write!(
                f,
                "{paragraphs} paragraph{} ({lines} line{})",
                s(paragraphs),
                s(lines)
            ),
            Self::Lines(lines) => write!(f, "{lines} line{}", s(lines)),
            Self::LessThan(lines) => write!(f, "less than {lines} line{}", s(lines)),
            Self::Unknown => f.write_str("text"),
        }
    }
}

impl fmt::Display for MarkShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stated(label) => write!(f, "{label}"),
            Self::Unmarked => f.write_str("unmarked"),
            Self::Unreadable => f.write_str("mark unreadable"),
            Self::Unknown => f.write_str("mark not known"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_said_as_the_printed_series_says_them() {
        for (amount, words) in [
            (Amount::Lines(2), "2 lines"),
            (Amount::Lines(1), "1 line"),
            (Amount::LessThan(1), "less than 1 line"),
            (Amount::LessThan(2), "less than 2 lines"),
            (
                Amount::Paragraphs {
                    paragraphs: 1,
                    lines: 5,
                },
                "1 paragraph (5 lines)",
            ),
            (
                Amount::Paragraphs {
                    paragraphs: 3,
                    lines: 19,
                },
                "3 paragraphs (19 lines)",
            ),
            (Amount::Unknown, "text"),
        ] {
            assert_eq!(amount.to_string(), words);
        }
    }
}
