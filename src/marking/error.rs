//! Why a mark cannot be read.

use std::fmt;

use thiserror::Error;

use super::register::Category;
use crate::{Rule, Span};

/// A mark that cannot be read, or that states what the register forbids.
///
/// It shows a token of the mark and nothing of the document.
///
/// ```
/// use tearline::marking::Marking;
///
/// let error = Marking::parse_portion("S//NOFRN").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown dissemination control `NOFRN` in portion mark; did you mean `NOFORN`?"
/// );
/// assert_eq!(error.suggestion(), Some("NOFORN"));
/// assert_eq!(error.span().range(), 3..8);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct MarkingError {
    kind: ErrorKind,
    place: Place,
    span: Span,
    token: Token,
    suggestion: Option<&'static str>,
}

impl MarkingError {
    pub(super) fn new(kind: ErrorKind, place: Place, span: Span, token: &str) -> Self {
        Self {
            kind,
            place,
            span,
            token: Token::shortened(token),
            suggestion: None,
        }
    }

    pub(super) fn shifted(mut self, offset: usize) -> Self {
        self.span = self.span.shifted(offset);
        self
    }

    /// The same at another place.
    pub(super) fn at(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    pub(super) fn suggesting(mut self, suggestion: Option<&'static str>) -> Self {
        self.suggestion = suggestion;
        self
    }

    /// Where in the mark: bytes of the text that was given.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The nearest known spelling, where there is one.
    #[must_use]
    pub const fn suggestion(&self) -> Option<&str> {
        self.suggestion
    }

    /// The rule that a readable mark breaks; `None` where the mark cannot be read at all.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static Rule> {
        match self.kind {
            ErrorKind::Invalid(rule) => Some(rule),
            ErrorKind::Empty
            | ErrorKind::Level
            | ErrorKind::Control(_)
            | ErrorKind::Country
            | ErrorKind::Order
            | ErrorKind::Repeated
            | ErrorKind::Syntax(_) => None,
        }
    }
}

impl fmt::Display for MarkingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (token, place) = (&self.token, self.place);
        match self.kind {
            ErrorKind::Empty => write!(f, "empty {place}")?,
            ErrorKind::Level => write!(f, "unknown classification level `{token}` in {place}")?,
            ErrorKind::Control(category) => {
                write!(f, "unknown {} `{token}` in {place}", category.noun())?;
            }
            ErrorKind::Country => write!(
                f,
                "unknown country or organisation code `{token}` in {place}"
            )?,
            ErrorKind::Order => write!(f, "`{token}` stands out of register order in {place}")?,
            ErrorKind::Repeated => write!(f, "`{token}` stands twice in {place}")?,
            ErrorKind::Syntax(what) => write!(f, "{what} at `{token}` in {place}")?,
            ErrorKind::Invalid(rule) => write!(
                f,
                "{} ({}): `{token}` in {place}",
                rule.message, rule.citation
            )?,
        }
        match self.suggestion {
            Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ErrorKind {
    /// Nothing stands in it.
    Empty,
    /// It does not begin with a level.
    Level,
    /// A name that the register does not hold, in a category.
    Control(Category),
    /// A code that the register of countries and organisations does not hold.
    Country,
    /// A category after one that belongs behind it.
    Order,
    /// A value that stands twice.
    Repeated,
    /// Something is missing or too much.
    Syntax(&'static str),
    /// It can be read, and breaks a rule.
    Invalid(&'static Rule),
}

/// Where a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Portion,
    Banner,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Portion => "portion mark",
            Self::Banner => "banner line",
        })
    }
}

/// A token of a mark, shortened so that no text of a document can pass for one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Token(String);

impl Token {
    const LONGEST: usize = 40;

    fn shortened(text: &str) -> Self {
        let mut token: String = text
            .chars()
            .filter(|c| !c.is_control())
            .take(Self::LONGEST)
            .collect();
        if text.chars().nth(Self::LONGEST).is_some() {
            token.push('…');
        }
        Self(token)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
