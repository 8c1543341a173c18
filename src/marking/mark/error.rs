//! Why a mark cannot be read.

use std::borrow::Cow;
use std::fmt;

use thiserror::Error;

use crate::marking::register::{Category, suggest};
use crate::{Rule, Span};

/// A mark that cannot be read, or that states what the register forbids.
///
/// It shows a token of the mark only where each of its words is one of the register, or one slip away from one; else its
/// [place](Self::span) alone tells it.
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
///
/// let error = Marking::parse_portion("S//the relay").unwrap_err();
/// assert_eq!(error.to_string(), "unknown dissemination control in portion mark");
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
    pub(in crate::marking) fn new(kind: ErrorKind, place: Place, span: Span, token: &str) -> Self {
        Self {
            kind,
            place,
            span,
            token: Token::new(token),
            suggestion: None,
        }
    }

    pub(in crate::marking) fn shifted(mut self, offset: usize) -> Self {
        self.span = self.span.shifted(offset);
        self
    }

    /// The same at another place.
    pub(in crate::marking) fn at(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    pub(in crate::marking) fn suggesting(mut self, suggestion: Option<&'static str>) -> Self {
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
            ErrorKind::Level => write!(f, "unknown classification level{token} in {place}")?,
            ErrorKind::Control(category) => {
                write!(f, "unknown {}{token} in {place}", category.noun())?;
            }
            ErrorKind::Country => {
                write!(f, "unknown country or organisation code{token} in {place}")?;
            }
            ErrorKind::Order => write!(
                f,
                "{} stands out of register order in {place}",
                token.or("a category")
            )?,
            ErrorKind::Repeated => write!(f, "{} stands twice in {place}", token.or("a value"))?,
            ErrorKind::Syntax(what) => match token.shown() {
                Some(_) => write!(f, "{what} at{token} in {place}")?,
                None => write!(f, "{what} in {place}")?,
            },
            ErrorKind::Invalid(rule) => {
                write!(f, "{} ({}):{token} in {place}", rule.message, rule.citation)?;
            }
        }
        match self.suggestion {
            Some(suggestion) => write!(f, "; did you mean `{suggestion}`?"),
            None => Ok(()),
        }
    }
}

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) enum ErrorKind {
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
pub(in crate::marking) enum Place {
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

/// A token of a mark. It is shown where every word of it is one of the register or nearly so, and nothing else is: where a
/// parenthesis is lost the token is a sentence of the document. Most errors are never shown, so that is asked only then.
#[derive(Clone)]
struct Token(String);

impl Token {
    /// In bytes.
    const LONGEST: usize = 40;

    fn new(text: &str) -> Self {
        let short = text.len() <= Self::LONGEST;
        Self(if short {
            text.to_owned()
        } else {
            String::new()
        })
    }

    /// What may be shown of it.
    fn shown(&self) -> Option<&str> {
        let token = self.0.as_str();
        (!token.is_empty() && suggest::is_register_like(token)).then_some(token)
    }

    /// The token, or what it is.
    fn or(&self, what: &'static str) -> Cow<'static, str> {
        match self.shown() {
            Some(token) => format!("`{token}`").into(),
            None => what.into(),
        }
    }
}

/// Nothing but what may be shown, here as well.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Token").field(&self.shown()).finish()
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.shown() == other.shown()
    }
}

impl Eq for Token {}

/// With a space before it; nothing where it is not shown.
impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.shown() {
            Some(token) => write!(f, " `{token}`"),
            None => Ok(()),
        }
    }
}
