//! Why something of a review cannot be carried out.

use thiserror::Error;

use crate::policy::decision::DecisionError;

/// Something of a review that cannot be carried out. What it is on is withheld.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, Policy, Quote, Review, Reviewed, SecondPerson};
///
/// let decision = Decision::new("paragraph 1".parse()?, Action::Withhold(None), "I. Birk", date(2026, 3, 2));
/// let mut review = Review::new("sha256:00");
/// review.push(Reviewed::new(decision.on_words(Quote::new("Marren"))));
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
/// let (_, errors) = Policy::default().assess(&cable).reviewed(&review, SecondPerson::NotAsked);
/// assert_eq!(errors[0].to_string(), "decision 1, paragraph 1: the words that it quotes do not stand in the portion");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReviewError {
    /// A decision: its portion is withheld.
    #[error(transparent)]
    Decision(#[from] DecisionError),
    /// The declassification of the document: every portion is withheld.
    #[error(
        "the declassification of the document needs a second person who confirms it; write `reviewer`, `confirmed_by` and `confirmed_on`"
    )]
    NotConfirmed,
}
