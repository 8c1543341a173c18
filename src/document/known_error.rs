//! Why a text states no fact.

use jiff::civil::Date;
use thiserror::Error;

/// A text that states no fact.
///
/// ```
/// use tearline::document::{Known, KnownError};
///
/// assert_eq!(Known::new().state("origin", "14 March"), Err(KnownError::Day));
/// assert_eq!(Known::new().state("classification", "SECRET"), Err(KnownError::Name));
/// assert_eq!(Known::new().state("declassified", "2012-03-01"), Err(KnownError::NoAuthority));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum KnownError {
    /// There is no fact of that name.
    #[error(
        "no fact that can be known; known are `level`, `origin`, `instruction`, `caption`, `kind` and `declassified`"
    )]
    Name,
    /// The day is none.
    #[error("no day; write it as 2012-03-01")]
    Day,
    /// The kind is none.
    #[error("no kind of document; write `telegram`, `memorandum` or `release`")]
    Kind,
    /// Nobody is named who declassified.
    #[error(
        "it does not say by whose authority; write it as `2012-03-01 by Director, Office of Harbors`"
    )]
    NoAuthority,
}

/// A day, written as a year, a month and a day.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let shaped = text.len() == 10 && text.bytes().filter(|b| *b == b'-').count() == 2;
    text.parse().ok().filter(|_| shaped)
}
