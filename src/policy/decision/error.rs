//! Why a decision cannot be carried out.

use thiserror::Error;

use super::decision::Decision;
use super::target::Target;

/// A decision that cannot be carried out.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, DecisionCause, Policy};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let decision = Decision::new("paragraph 2".parse()?, Action::mark("U")?, "B. Alder", date(2026, 3, 2));
/// let error = Policy::default().assess(&cable).decided(&[decision].into()).unwrap_err();
/// assert_eq!(error.cause(), DecisionCause::NoAuthority);
/// assert_eq!(
///     error.to_string(),
///     "decision 1, paragraph 2: in some respect it protects less than the portion is protected, and it names no authority"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("decision {number}, {target}: {cause}")]
pub struct DecisionError {
    number: usize,
    target: Target,
    cause: DecisionCause,
}

/// Why a decision cannot be carried out.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, DecisionCause, Policy};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (Q) Two.\n");
/// let assessment = Policy::default().assess(&cable);
/// let cause = |action: &str| {
///     let decision = Decision::new("paragraph 2".parse().unwrap(), action.parse().unwrap(), "B. Alder", date(2026, 3, 2));
///     assessment.decided(&[decision.with_authority("Director, Harbors")].into()).map_err(|error| error.cause()).err()
/// };
/// assert_eq!(cause("release"), Some(DecisionCause::Unreadable));
/// assert_eq!(cause("mark U"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum DecisionCause {
    /// No portion bears the name.
    #[error("the document has no such portion")]
    NoPortion,
    /// Several portions bear the name.
    #[error("{0} portions bear this name; say which, as in `heading #2`")]
    Ambiguous(usize),
    /// Nobody is named who decided.
    #[error("it does not say who decided")]
    Unsigned,
    /// It protects less, and names no authority.
    #[error(
        "in some respect it protects less than the portion is protected, and it names no authority"
    )]
    NoAuthority,
    /// The mark of the portion, or something inside that stands in the place of one, cannot be read.
    #[error("the mark cannot be read; say the mark that the portion has")]
    Unreadable,
    /// There is nothing that could not be read, or more than one thing.
    #[error("the portion does not hold one thing that cannot be read; say the mark that it has")]
    NotUnreadable,
    /// It is classified on the day of the decision.
    #[error(
        "it is classified on the day of the decision; it has to be declassified, or its mark said, before it is released"
    )]
    Classified,
    /// There is no level that could end.
    #[error("it is not classified")]
    NotClassified,
    /// What else it is marked with keeps its level (32 CFR 2001.24(h), (i)).
    #[error("a control that it bears keeps its level; say the mark that it has")]
    Barred,
    /// An earlier release withheld it, and nothing of it is there.
    #[error("an earlier release withheld it, and nothing of it is there")]
    Excised,
    /// The words that it quotes do not stand in the portion.
    #[error("the words that it quotes do not stand in the portion")]
    NotFound,
    /// They stand in it more than once.
    #[error(
        "the words that it quotes stand in the portion {0} times; quote what stands before or behind them"
    )]
    FoundTwice(usize),
    /// It quotes nothing that shows.
    #[error("it quotes no words")]
    NoWords,
    /// It would do something else with words than to withhold them.
    #[error("words in a portion can only be withheld; decide on the whole portion")]
    OnlyWithheld,
    /// It is confirmed by nobody, without a day, or by whoever decided it; or it opens, and a second person has to confirm it.
    #[error(
        "no second person has confirmed it; write `state = \"confirmed\"`, `confirmed_by` and `confirmed_on`, and let another person than `by` do so"
    )]
    NotConfirmed,
    /// An exemption for what nobody withholds.
    #[error("nothing of it is withheld; write `withhold` with the exemption")]
    NothingWithheld,
}

impl DecisionError {
    pub(in crate::policy) fn new(index: usize, decision: &Decision, cause: DecisionCause) -> Self {
        Self {
            number: index + 1,
            target: decision.target().clone(),
            cause,
        }
    }

    /// The decision's place in its list, counted from 1.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// The portion that it names.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// Why it cannot be carried out.
    #[must_use]
    pub const fn cause(&self) -> DecisionCause {
        self.cause
    }
}
