//! A review carried out.

use super::error::ReviewError;
use super::review::Review;
use crate::document::Known;
use crate::policy::Assessment;
use crate::policy::decision::{Decision, DecisionCause};

/// Whether a second person has to confirm what opens.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, Policy, Review, Reviewed, SecondPerson};
///
/// let on = date(2026, 3, 2);
/// let decision = Decision::new("paragraph 1".parse()?, Action::Declassified(on), "I. Birk", on).with_authority("Director, Harbors");
/// let mut review = Review::new("sha256:00");
/// review.push(Reviewed::new(decision));
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (S) One.\n");
/// let errors = |second| Policy::default().assess(&cable).reviewed(&review, second).1.len();
/// assert_eq!((errors(SecondPerson::NotAsked), errors(SecondPerson::ForWhatOpens)), (0, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecondPerson {
    /// One person decides.
    #[default]
    NotAsked,
    /// What protects less than the portion is protected is carried out only where a second person has confirmed it.
    ForWhatOpens,
}

impl Review {
    /// What it says of the document that is known before it is read: that an authority has declassified it
    /// ([`parse_with`](crate::parse_with)), where that is confirmed as it has to be.
    ///
    /// ```
    /// use tearline::document::Known;
    /// use tearline::policy::{Review, SecondPerson};
    ///
    /// assert_eq!(Review::new("sha256:00").known(SecondPerson::NotAsked), Known::new());
    /// ```
    #[must_use]
    pub fn known(&self, second: SecondPerson) -> Known {
        match self.document.declassified() {
            Some(declassified) if !self.lacks_confirmation(second) => {
                Known::new().declassified(declassified.clone())
            }
            Some(_) | None => Known::new(),
        }
    }

    /// Whether the declassification of the document is one that nobody confirmed, and somebody has to.
    fn lacks_confirmation(&self, second: SecondPerson) -> bool {
        let declassifies = self.document.declassified().is_some();
        let says = self.document.confirmed_by.is_some() || self.document.confirmed_on.is_some();
        let asked = second == SecondPerson::ForWhatOpens || says;
        declassifies && asked && !self.document.is_confirmed_by_another()
    }
}

impl Assessment<'_> {
    /// The same with what a review decides, and what of it cannot be carried out: as
    /// [`decided_or_withheld`](Self::decided_or_withheld), each decision by its place in the review. What is proposed or
    /// refused changes nothing. One that says it is confirmed, by nobody, without a day, or by the person who decided, is
    /// none. The [facts](Review::known) of the review belong into the reading of the document.
    #[must_use]
    pub fn reviewed(&self, review: &Review, second: SecondPerson) -> (Self, Vec<ReviewError>) {
        let entries = review.entries.iter().enumerate();
        let counts = entries.filter(|(_, entry)| entry.state.counts() || !entry.is_whole());
        let decisions = counts.map(|(index, entry)| (index, &entry.decision));
        let (mut decided, errors) = self.carry_out(decisions, |so_far, index, decision| {
            let entry = review.entries.get(index)?;
            let lacks = second == SecondPerson::ForWhatOpens && !entry.is_confirmed_by_another();
            let wrong = !entry.is_whole() || lacks && so_far.opens(decision);
            wrong.then_some(DecisionCause::NotConfirmed)
        });
        decided.by_label = review.document.exemptions.clone().into();
        let grounds = review.document.grounds.or(&decided.grounds);
        decided = decided.with_grounds(grounds);
        let mut errors: Vec<ReviewError> = errors.into_iter().map(ReviewError::from).collect();
        if review.lacks_confirmation(second) {
            decided = decided.all_withheld(ReviewError::NotConfirmed.to_string());
            errors.insert(0, ReviewError::NotConfirmed);
        }
        (decided, errors)
    }

    /// Whether a decision protects less than the portion is protected, so that it takes an authority.
    fn opens(&self, decision: &Decision) -> bool {
        let bare = decision.clone().without_authority();
        self.clone().decide(&bare) == Err(DecisionCause::NoAuthority)
    }
}
