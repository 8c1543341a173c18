//! What a breach of a rule means, what to do about it, and an example.

/// What a finding means, for whoever has to act on it.
///
/// ```
/// use tearline::{Example, Rule};
///
/// let rule = Rule::of_code("damaged-mark").unwrap();
/// let explanation = rule.explanation().unwrap();
/// assert!(explanation.meaning.contains("withheld"));
/// let Example::Document(source) = explanation.example else { panic!("a document breaks it") };
/// assert!(tearline::parse(source).findings().iter().any(|finding| finding.rule() == rule));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The code of the rule.
    pub code: &'static str,
    /// What is wrong and what follows from it for a release.
    pub meaning: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// Something in which it is found.
    pub example: Example,
}

/// Something that breaks a rule: fictional, and as short as it can be.
///
/// ```
/// use tearline::{Example, Rule};
///
/// let rule = Rule::of_code("damaged-mark").unwrap();
/// let Example::Document(source) = rule.explanation().unwrap().example else { panic!("it is found in a document") };
/// assert!(tearline::parse(source).findings().iter().any(|finding| finding.code() == rule.code));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Example {
    /// A document.
    Document(&'static str),
    /// A document, released to the public in a style that shows exemptions.
    Package(&'static str),
    /// A portion mark, without its parentheses.
    Portion(&'static str),
    /// A banner line.
    Banner(&'static str),
    /// A document, and a fact that is known beside it.
    Known {
        /// The document.
        document: &'static str,
        /// The name of the fact, as [`Known::state`](crate::document::Known::state) has it.
        fact: &'static str,
        /// What is known.
        text: &'static str,
    },
    /// A document, a portion of it as a decision names it, and what a person decides of that portion; released to the public
    /// in a style that shows exemptions.
    Decided {
        /// The document.
        document: &'static str,
        /// The portion, as a [`Target`](crate::policy::Target) is written.
        portion: &'static str,
        /// What is decided, as an [`Action`](crate::policy::Action) is written.
        decision: &'static str,
    },
    /// A level line, given apart from the text that it stands over.
    Level(&'static str),
}

/// A row of a table.
pub(super) const fn row(
    code: &'static str,
    example: Example,
    meaning: &'static str,
    remedy: &'static str,
) -> Explanation {
    Explanation {
        code,
        meaning,
        remedy,
        example,
    }
}
