//! That an authority has declassified a document.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::known_error::{KnownError, day};

/// That a document has been declassified, by an authority, on a day (E.O. 13526 section 3.1; 32 CFR 2001.25).
///
/// From that day on every level in the document has ended. What is no classification stays: SBU, CUI, dissemination
/// controls, captions. So does what no such declassification opens: Restricted Data, Formerly Restricted Data and
/// information of other owners, a mark that cannot be read, and what a rule of one's own has raised. It is carried out as
/// one [decision](crate::policy::Decision) for every portion that holds a level.
///
/// A day that does not lie after the date of origin cannot be right, and opens nothing.
///
/// ```
/// use jiff::civil::date;
/// use tearline::document::{Declassified, KnownError};
///
/// let declassified = Declassified::new("Director, Office of Harbors", date(2012, 3, 1))?;
/// assert_eq!(declassified.to_string(), "2012-03-01 by Director, Office of Harbors");
/// assert_eq!("2012-03-01 by Director, Office of Harbors".parse(), Ok(declassified));
/// assert_eq!(Declassified::new(" ", date(2012, 3, 1)), Err(KnownError::NoAuthority));
/// # Ok::<(), KnownError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Declassified {
    by: String,
    on: Date,
}

impl Declassified {
    /// By this authority, on that day.
    ///
    /// # Errors
    ///
    /// Where no authority is named.
    pub fn new(by: impl Into<String>, on: Date) -> Result<Self, KnownError> {
        let by: String = by.into();
        let by = by.trim();
        if !by.contains(char::is_alphanumeric) {
            return Err(KnownError::NoAuthority);
        }
        Ok(Self {
            by: by.to_owned(),
            on,
        })
    }

    /// The authority.
    #[must_use]
    pub fn by(&self) -> &str {
        &self.by
    }

    /// The day from which on it is declassified.
    #[must_use]
    pub const fn on(&self) -> Date {
        self.on
    }
}

impl fmt::Display for Declassified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} by {}", self.on, self.by)
    }
}

impl FromStr for Declassified {
    type Err = KnownError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (on, rest) = match text.split_once(char::is_whitespace) {
            Some((on, rest)) => (on, rest.trim()),
            None => (text, ""),
        };
        let on = day(on).ok_or(KnownError::Day)?;
        let by = rest
            .split_once(char::is_whitespace)
            .filter(|(word, _)| word.eq_ignore_ascii_case("by"));
        let (_, by) = by.ok_or(KnownError::NoAuthority)?;
        Self::new(by, on)
    }
}
