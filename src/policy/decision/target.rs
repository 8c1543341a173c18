//! The portion that a decision names.

use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::document::Number;
use crate::policy::kind::PortionKind;

/// A portion as a person names it: its kind, and its number or, for a header field, the name of the field.
///
/// Telegrams repeat numbers, and headings have none: `#2` behind the name means the second of that name, in the order of
/// the document. Without it a name that several portions bear names none of them.
///
/// ```text
/// target = kind [ " " ( number | field ) ] [ " #" n ]
/// kind   = "header" | "subject" | "heading" | "paragraph" | "subparagraph" | "block"
/// ```
///
/// ```
/// use tearline::policy::Target;
///
/// for name in ["paragraph 4", "subparagraph 4.a", "subject", "header tags", "heading #2", "paragraph 2 #2"] {
///     assert_eq!(name.parse::<Target>().unwrap().to_string(), name);
/// }
/// assert_eq!("Paragraph 4".parse::<Target>().unwrap().to_string(), "paragraph 4");
/// assert!("4".parse::<Target>().is_err());
/// assert!("paragraph four".parse::<Target>().is_err());
/// assert!("paragraph 4 #0".parse::<Target>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
pub struct Target {
    kind: PortionKind,
    /// The number, or the name of the field.
    name: Option<String>,
    nth: Option<NonZeroUsize>,
}

/// A text that names no portion.
///
/// ```
/// use tearline::policy::{Target, TargetError};
///
/// assert_eq!("para 4".parse::<Target>(), Err(TargetError::Kind));
/// assert_eq!("paragraph 4 a".parse::<Target>(), Err(TargetError::Name));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TargetError {
    /// It does not begin with a kind of portion.
    #[error(
        "no kind of portion; begin with `paragraph`, `subparagraph`, `heading`, `subject`, `header` or `block`"
    )]
    Kind,
    /// What stands behind the kind is neither a number nor the name of a field.
    #[error("no number of a portion; write `paragraph 4`, `subparagraph 4.a`, `header tags`")]
    Name,
    /// What stands behind `#` is no number from 1.
    #[error("no place among portions of one name; write `heading #2` for the second heading")]
    Place,
}

impl Target {
    /// The portions of a kind that bear that number, or are that field.
    pub(in crate::policy) const fn new(kind: PortionKind, name: Option<String>) -> Self {
        Self {
            kind,
            name,
            nth: None,
        }
    }

    /// The one at that place, counted from 1, among those of its name.
    #[must_use]
    pub const fn at_place(mut self, nth: NonZeroUsize) -> Self {
        self.nth = Some(nth);
        self
    }

    /// The kind of portion.
    #[must_use]
    pub const fn kind(&self) -> PortionKind {
        self.kind
    }

    /// The place among those of its name, where it is said.
    #[must_use]
    pub const fn place(&self) -> Option<NonZeroUsize> {
        self.nth
    }

    /// Whether it names what the other names, their places among those of that name left aside.
    pub(in crate::policy) fn has_name_of(&self, other: &Self) -> bool {
        self.kind == other.kind && self.name == other.name
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        if let Some(name) = &self.name {
            write!(f, " {name}")?;
        }
        match self.nth {
            Some(nth) => write!(f, " #{nth}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.to_ascii_lowercase();
        let (named, nth) = match text.split_once('#') {
            Some((named, place)) => {
                let place = place.trim();
                let digits = !place.is_empty() && place.bytes().all(|b| b.is_ascii_digit());
                let place = place.parse().ok().filter(|_| digits);
                (named, Some(place.ok_or(TargetError::Place)?))
            }
            None => (&*text, None),
        };
        let mut words = named.split_whitespace();
        let kind = words
            .next()
            .and_then(PortionKind::of_name)
            .ok_or(TargetError::Kind)?;
        let name = words.next();
        let is_name = |name: &str| match kind {
            PortionKind::Header => name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'),
            PortionKind::Subject
            | PortionKind::Heading
            | PortionKind::Paragraph
            | PortionKind::Subparagraph
            | PortionKind::Block => Number::read(name).is_some(),
        };
        if words.next().is_some() || !name.is_none_or(is_name) {
            return Err(TargetError::Name);
        }
        Ok(Self {
            kind,
            name: name.map(ToOwned::to_owned),
            nth,
        })
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}

impl TryFrom<String> for Target {
    type Error = TargetError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
