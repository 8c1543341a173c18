//! What is wrong with a document that can nevertheless be read.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::Span;

/// Where in the rulebook a rule stands.
///
/// ```
/// use tearline::Citation;
///
/// let citation = Citation::new("32 CFR", "2001.21(c)(3)");
/// assert_eq!(citation.to_string(), "32 CFR 2001.21(c)(3)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    source: &'static str,
    place: &'static str,
}

impl Citation {
    /// A place in a source: `("32 CFR", "2001.24(g)")`, `("CAPCO 2016", "D.2 Table 3 rule 12")`.
    #[must_use]
    pub const fn new(source: &'static str, place: &'static str) -> Self {
        Self { source, place }
    }

    /// A rule that no source states and this library chose, always towards withholding: a
    /// [reading rule](crate::policy#reading-rules) or a [promise](crate#what-is-promised) by its number, or in words.
    /// It prints as `tearline policy reading rule 5`.
    pub(crate) const fn policy(place: &'static str) -> Self {
        Self::new("tearline policy", place)
    }

    /// The rulebook: `32 CFR`, `CAPCO 2016`, `E.O. 11652`, `tearline policy`.
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.source
    }

    /// The place in it: a section, a page, a rule number.
    #[must_use]
    pub const fn place(self) -> &'static str {
        self.place
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.source, self.place)
    }
}

/// How much a finding weighs.
///
/// ```
/// use tearline::Severity;
///
/// assert!(Severity::Note < Severity::Warning && Severity::Warning < Severity::Error);
/// assert_eq!(Severity::Error.to_string(), "error");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(Serialize, Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Severity {
    /// Worth a reviewer's look; it changes no verdict.
    Note,
    /// Something is missing or doubtful; the engine has read it the protective way.
    Warning,
    /// Something cannot be read or contradicts itself; what it governs is withheld.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A rule that a document can break: one row of a table that each floor keeps for itself.
///
/// ```
/// use tearline::{Rule, Severity};
///
/// let rule = Rule::of_code("damaged-mark").unwrap();
/// assert_eq!((rule.severity, rule.citation.source()), (Severity::Error, "tearline policy"));
/// ```
#[derive(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Rule {
    /// The stable name, in kebab case. It never changes its meaning.
    pub code: &'static str,
    /// How much a breach weighs.
    pub severity: Severity,
    /// What is wrong and what to do: lower case, no full stop, no document text.
    pub message: &'static str,
    /// The source of the rule.
    pub citation: Citation,
}

impl Rule {
    /// A rule of a program that checks more than the library does. The library's own are [`Rule::all`].
    ///
    /// ```
    /// use tearline::{Citation, Rule, Severity};
    ///
    /// static TOO_LONG: Rule = Rule::new("too-long", Severity::Note, "the document is long", Citation::new("office", "1"));
    /// assert!(Rule::of_code(TOO_LONG.code).is_none());
    /// ```
    #[must_use]
    pub const fn new(
        code: &'static str,
        severity: Severity,
        message: &'static str,
        citation: Citation,
    ) -> Self {
        Self {
            code,
            severity,
            message,
            citation,
        }
    }
}

/// One breach of a rule at one place: a code, a place and a source, never text of the document.
///
/// The token of a *mark* may be shown, because marks are declared structure.
///
/// ```
/// use tearline::Severity;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S//NOFRN) Two.\n");
/// let finding = &cable.findings()[0];
/// assert_eq!((finding.code(), finding.severity(), finding.line()), ("damaged-mark", Severity::Error, 5));
/// assert!(finding.detail().unwrap().ends_with("did you mean `NOFORN`?"));
/// assert!(!finding.to_string().contains("Two"));
/// ```
///
/// With the feature `serde` it is written with the severity, message and citation of its rule, and read by its code: one of
/// a [rule of one's own](Rule::new) is written, and not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    rule: &'static Rule,
    span: Span,
    line: usize,
    detail: Option<String>,
}

impl Finding {
    /// A breach of `rule` at `span`, which begins on line `line`, counted from 1.
    pub(crate) const fn new(rule: &'static Rule, span: Span, line: usize) -> Self {
        Self {
            rule,
            span,
            line,
            detail: None,
        }
    }

    /// The same with more to say: the mark that could not be read and the nearest known one. Never document text.
    pub(crate) fn with_detail(mut self, detail: String) -> Self {
        self.detail = Some(detail);
        self
    }

    /// The rule that was broken.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The stable name of the rule: `missing-mark`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.rule.code
    }

    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The line it begins on, counted from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// More about it, where there is more.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}: {}[{}]: {}",
            self.line, self.rule.severity, self.rule.code, self.rule.message
        )?;
        if let Some(detail) = &self.detail {
            write!(f, ": {detail}")?;
        }
        write!(f, " ({})", self.rule.citation)
    }
}

/// Findings in the order of the source, each with the number of its line, in one pass over the source.
pub(crate) fn located(
    source: &str,
    mut notes: Vec<(&'static Rule, Span, Option<String>)>,
) -> Vec<Finding> {
    notes.sort_by_key(|(rule, span, _)| (span.start(), span.end(), rule.code));
    let mut line = 1;
    let mut counted = 0;
    notes
        .into_iter()
        .map(|(rule, span, detail)| {
            line += memchr::memchr_iter(
                b'\n',
                source
                    .as_bytes()
                    .get(counted..span.start())
                    .unwrap_or_default(),
            )
            .count();
            counted = counted.max(span.start());
            let finding = Finding::new(rule, span, line);
            match detail {
                Some(detail) => finding.with_detail(detail),
                None => finding,
            }
        })
        .collect()
}
