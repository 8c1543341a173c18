//! What ends a run with status 3.

use std::collections::BTreeMap;

use tearline::{Rule, Severity};
use thiserror::Error;

use crate::config::Weight;
use crate::context::Context;
use crate::finish::Failure;
use crate::rules;

/// Which findings are denied. What is said of a code counts before what is said of a severity, the command line before
/// the configuration, and that before what a command denies by itself.
#[derive(Clone, Debug)]
pub(crate) struct Denied {
    /// In the order in which they count.
    said: Vec<Said>,
    weights: BTreeMap<String, Weight>,
}

/// What a command denies by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denies {
    /// Nothing.
    Nothing,
    /// Errors.
    Errors,
}

#[derive(Clone, Debug)]
struct Said {
    what: What,
    denies: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Code(String),
    /// This severity and what weighs more.
    From(Severity),
}

impl Denied {
    /// What is denied in a run.
    pub(crate) fn new(context: &Context, denies: Denies) -> Result<Self, Failure> {
        let (general, config) = (&context.general, &context.config);
        let mut said = Vec::new();
        for (words, denies) in [
            (&general.allow, false),
            (&general.deny, true),
            (&config.allow, false),
            (&config.deny, true),
        ] {
            for word in words {
                said.push(Said {
                    what: What::of(word).map_err(|error| Failure::Usage(error.to_string()))?,
                    denies,
                });
            }
        }
        // A stable sort: what was said first of codes still comes first.
        said.sort_by_key(|said| !matches!(said.what, What::Code(_)));
        if denies == Denies::Errors {
            said.push(Said {
                what: What::From(Severity::Error),
                denies: true,
            });
        }
        // Somebody meant to withhold something, and nobody knows what.
        said.push(Said {
            what: What::Code("decision-not-carried-out".to_owned()),
            denies: true,
        });
        Ok(Self {
            said,
            weights: config.severity.clone(),
        })
    }

    /// How much a breach of a rule weighs here.
    pub(crate) fn severity(&self, rule: &Rule) -> Severity {
        match self.weights.get(rule.code) {
            None => rule.severity,
            Some(Weight::Note) => Severity::Note,
            Some(Weight::Warning) => Severity::Warning,
            Some(Weight::Error) => Severity::Error,
        }
    }

    /// Whether a breach of a rule is denied.
    pub(crate) fn has(&self, rule: &Rule) -> bool {
        let severity = self.severity(rule);
        self.said
            .iter()
            .find(|said| match &said.what {
                What::Code(code) => code == rule.code,
                // To allow warnings is not to allow errors.
                What::From(from) if said.denies => severity >= *from,
                What::From(from) => severity == *from,
            })
            .is_some_and(|said| said.denies)
    }
}

impl What {
    fn of(word: &str) -> Result<Self, UnknownCode> {
        match word {
            "errors" => Ok(Self::From(Severity::Error)),
            "warnings" => Ok(Self::From(Severity::Warning)),
            "notes" => Ok(Self::From(Severity::Note)),
            code => known(code).map(|()| Self::Code(code.to_owned())),
        }
    }
}

/// A code that no rule has.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum UnknownCode {
    /// One that is nearly that of a rule.
    #[error("no rule has the code `{code}`; did you mean `{near}`?")]
    Near {
        /// What was written.
        code: String,
        /// The code of the rule.
        near: &'static str,
    },
    /// Any other.
    #[error("no rule has the code `{0}`; `tearline explain` lists them")]
    Other(String),
}

/// Refuses a code that no rule has.
pub(crate) fn known(code: &str) -> Result<(), UnknownCode> {
    match rules::all().any(|rule| rule.code == code) {
        true => Ok(()),
        false => Err(unknown(code)),
    }
}

/// What is said of a code that no rule has.
pub(crate) fn unknown(code: &str) -> UnknownCode {
    let near = rules::all()
        .map(|rule| (distance(rule.code, code), rule.code))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    let code = code.to_owned();
    match near {
        Some((_, near)) => UnknownCode::Near { code, near },
        None => UnknownCode::Other(code),
    }
}

/// Refuses what is neither a code nor a severity.
pub(crate) fn deniable(word: &str) -> Result<(), UnknownCode> {
    What::of(word).map(drop)
}

/// How many letters two codes differ in (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, a) in one.chars().enumerate() {
        let mut before = at;
        let mut left = at + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(other.chars()) {
            let above = *cell;
            *cell = (above + 1).min(left + 1).min(before + usize::from(a != b));
            (before, left) = (above, *cell);
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_slip_is_near() {
        assert_eq!(distance("damaged-mark", "damaged-mark"), 0);
        assert_eq!(distance("damaged-mark", "damged-mark"), 1);
        assert_eq!(distance("gap", "gpa"), 2);
    }
}
