//! Words of a portion, quoted with what stands before and behind them.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// Words in a portion: what they are, and where they may stand more than once what stands right before and behind them, as
/// the `TextQuoteSelector` of the W3C Web Annotation Data Model says it. A place is never a number alone: one that is
/// counted is wrong as soon as the text is read another way.
///
/// A quote is found wherever its lines break, in capitals or not, in full or half width, with composed letters or
/// decomposed ones, with straight or curled quotation marks, whatever dash is typed, and with characters inside that do not
/// show. It begins and ends where words do, and has to stand in its portion exactly once.
///
/// It is text of a document, so `Debug` shows none of it. With the feature `serde` it is an object of texts: `exact`, and
/// where there are any `prefix` and `suffix`.
///
/// ```
/// use tearline::policy::Quote;
///
/// let quote = Quote::new("Ilse Marren").after("met ").before(" at");
/// assert_eq!((quote.exact(), quote.prefix(), quote.suffix()), ("Ilse Marren", "met ", " at"));
/// assert!(!format!("{quote:?}").contains("Marren"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Quote {
    exact: String,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    prefix: String,
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "String::is_empty")
    )]
    suffix: String,
}

impl Quote {
    /// These words.
    #[must_use]
    pub fn new(exact: impl Into<String>) -> Self {
        Self {
            exact: exact.into(),
            prefix: String::new(),
            suffix: String::new(),
        }
    }

    /// The same, where they stand right behind `prefix`.
    #[must_use]
    pub fn after(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// The same, where they stand right before `suffix`.
    #[must_use]
    pub fn before(mut self, suffix: impl Into<String>) -> Self {
        self.suffix = suffix.into();
        self
    }

    /// The words.
    #[must_use]
    pub fn exact(&self) -> &str {
        &self.exact
    }

    /// What stands right before them; empty where nothing is said of it.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What stands right behind them; empty where nothing is said of it.
    #[must_use]
    pub fn suffix(&self) -> &str {
        &self.suffix
    }
}

/// Without the words.
impl fmt::Debug for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quote").finish_non_exhaustive()
    }
}
