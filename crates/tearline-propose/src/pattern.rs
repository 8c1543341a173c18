//! A kind of value: how it is written, and the exemption that it suggests.

use std::sync::{Arc, LazyLock};

use regex::{Regex, RegexBuilder};
use tearline::policy::Exemption;
use thiserror::Error;

use crate::built_in::{BUILT_IN, Entry};
use crate::cause::{Cause, Hint};
use crate::form::Form;
use crate::found::Found;

/// A kind of value that a person should look at before it goes out.
///
/// The built-in ones know what stands around a value: a number behind `SSN` is one whether or not its digits are valid, a
/// number of ten digits is a telephone number only with signs or words that say so, and the reference of a telegram, a
/// date-time group, the number of an order and what a fund is cited by are none.
///
/// ```
/// use tearline_propose::{Pattern, Proposer};
///
/// let tug = Pattern::new("tug-number", r"TUG-[0-9]{4}")?.suggesting("b4".parse().unwrap());
/// let proposer = Proposer::empty().with_pattern(tug);
/// assert_eq!(proposer.find("The tug TUG-1204 sails.").len(), 1);
/// assert!(Pattern::new("tug number", "TUG").is_err());
/// assert!(Pattern::new("tug-number", "TUG[").is_err());
/// # Ok::<(), tearline_propose::PatternError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pattern {
    name: Arc<str>,
    hint: Hint,
    forms: Vec<Form>,
}

/// A pattern that cannot be used.
///
/// ```
/// use tearline_propose::{Pattern, PatternError};
///
/// assert!(matches!(Pattern::new("Tug", "TUG"), Err(PatternError::Name)));
/// assert!(matches!(Pattern::new("tug", "("), Err(PatternError::Expression(_))));
/// assert!(matches!(Pattern::new("tug", "(TUG)?"), Err(PatternError::Empty)));
/// ```
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum PatternError {
    /// A name is made of small letters, digits and hyphens.
    #[error("the name of a pattern has small letters, digits and hyphens only: `tug-number`")]
    Name,
    /// The expression is none, or too large.
    #[error("this expression cannot be read: {0}")]
    Expression(#[from] regex::Error),
    /// It fits where nothing stands.
    #[error("this expression fits where nothing stands; ask for at least one character")]
    Empty,
}

static COMPILED: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    BUILT_IN
        .iter()
        .filter_map(|it| Pattern::of(it).ok())
        .collect()
});

impl Pattern {
    /// A pattern of one's own. Where the expression has a group `x`, that is the value, and the rest stands around it. It is
    /// matched with capitals or without.
    ///
    /// # Errors
    ///
    /// Where the name or the expression cannot be used ([`PatternError`]).
    pub fn new(name: &str, expression: &str) -> Result<Self, PatternError> {
        let is_name = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if name.is_empty() || !name.bytes().all(is_name) {
            return Err(PatternError::Name);
        }
        let value = own(expression)?;
        if value.is_match("") {
            return Err(PatternError::Empty);
        }
        let name: Arc<str> = name.into();
        Ok(Self {
            hint: Hint {
                cause: Cause::Pattern(Arc::clone(&name)),
                exemption: None,
                statute: None,
            },
            name,
            forms: vec![Form::own(value)],
        })
    }

    /// The same, but only within some words of what fits this expression.
    ///
    /// ```
    /// use tearline_propose::{Pattern, Proposer};
    ///
    /// let berth = Pattern::new("berth", r"\b[0-9]{3}\b")?.near(r"\bberth\b")?;
    /// let proposer = Proposer::empty().with_pattern(berth);
    /// assert_eq!(proposer.find("It lies at berth 204.").len(), 1);
    /// assert!(proposer.find("It has 204 crates.").is_empty());
    /// # Ok::<(), tearline_propose::PatternError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the expression cannot be read.
    pub fn near(mut self, expression: &str) -> Result<Self, PatternError> {
        let near = own(expression)?;
        for form in &mut self.forms {
            *form = form.clone().near(near.clone());
        }
        Ok(self)
    }

    /// The same with an exemption that suggests itself.
    #[must_use]
    pub fn suggesting(mut self, exemption: Exemption) -> Self {
        self.hint.exemption = Some(exemption);
        self
    }

    /// The same with the statute of a B3 exemption.
    #[must_use]
    pub fn under(mut self, statute: &str) -> Self {
        self.hint.statute = Some(statute.into());
        self
    }

    /// The built-in patterns.
    ///
    /// ```
    /// use tearline_propose::Pattern;
    ///
    /// let names: Vec<&str> = Pattern::built_in().iter().map(Pattern::name).collect();
    /// assert_eq!(names, [
    ///     "social-security-number", "account-number", "passport-number", "visa-number", "email-address",
    ///     "street-address", "date-of-birth", "telephone-number",
    /// ]);
    /// ```
    #[must_use]
    pub fn built_in() -> &'static [Self] {
        &COMPILED
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The exemption that suggests itself.
    #[must_use]
    pub const fn exemption(&self) -> Option<Exemption> {
        self.hint.exemption
    }

    /// The statute of a B3 exemption.
    ///
    /// ```
    /// use tearline_propose::Pattern;
    ///
    /// let visa = Pattern::built_in().iter().find(|pattern| pattern.name() == "visa-number").unwrap();
    /// assert_eq!((visa.exemption().unwrap().to_string().as_str(), visa.statute()), ("B3", Some("8 U.S.C. 1202(f)")));
    /// ```
    #[must_use]
    pub fn statute(&self) -> Option<&str> {
        self.hint.statute.as_deref()
    }

    fn of(entry: &Entry) -> Result<Self, regex::Error> {
        let name: Arc<str> = entry.name.into();
        let forms = entry.forms.iter().map(Form::of);
        Ok(Self {
            hint: Hint {
                cause: Cause::Pattern(Arc::clone(&name)),
                exemption: Some(entry.exemption),
                statute: entry.statute.map(Into::into),
            },
            name,
            forms: forms.collect::<Result<_, _>>()?,
        })
    }

    pub(crate) fn find(&self, text: &str) -> impl Iterator<Item = Found> {
        let ranges = self.forms.iter().flat_map(|form| form.find(text));
        ranges.map(|range| Found {
            range,
            hint: self.hint.clone(),
        })
    }
}

/// An expression of the caller's own.
fn own(expression: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(expression).case_insensitive(true).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_pattern_compiles() {
        for entry in &BUILT_IN {
            Pattern::of(entry).unwrap();
        }
        assert_eq!(Pattern::built_in().len(), BUILT_IN.len());
    }
}
