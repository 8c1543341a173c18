//! A decision that was carried out.

use std::sync::Arc;

use super::decision::Decision;
use super::words::ExcisedSpan;
use crate::Span;

/// A decision that was carried out, the portion that it found, and what it took the place of.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, Policy};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
/// let on = date(2026, 3, 2);
/// let decisions = [
///     Decision::new("paragraph 1".parse()?, Action::mark("C")?, "I. Birk", on),
///     Decision::new("paragraph 1".parse()?, Action::mark("S")?, "B. Alder", on),
/// ];
/// let decided = Policy::default().assess(&cable).decided(&decisions.into()).unwrap();
/// let settled = decided.decisions();
/// assert_eq!(decided.portions()[settled[1].portion()].name(), "paragraph 1");
/// assert_eq!((settled[0].replaced(), settled[1].replaced()), (&[][..], &[0][..]));
/// assert!(!settled[0].is_in_force() && settled[1].is_in_force());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub(super) decision: Arc<Decision>,
    pub(super) portion: usize,
    pub(super) excised: Option<Span>,
    pub(super) replaced: Vec<usize>,
    pub(super) in_force: bool,
}

impl Settled {
    /// The words that it withholds.
    pub(super) fn excised_span(&self) -> Option<ExcisedSpan> {
        let decision = Arc::clone(&self.decision);
        self.excised.map(|span| ExcisedSpan::new(span, decision))
    }

    /// The decision.
    #[must_use]
    pub fn decision(&self) -> &Decision {
        &self.decision
    }

    /// The portion, by its index among those of the assessment.
    #[must_use]
    pub const fn portion(&self) -> usize {
        self.portion
    }

    /// Where the words stand that it withholds, as far as words and graphemes go; `None` where it is on the whole portion.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::policy::{Action, Decision, Policy, Quote};
    ///
    /// let source = "UNCLAS STATE 1\n\n1. (U) He met Ilse Marren.\n";
    /// let cable = tearline::parse(source);
    /// let decision = Decision::new("paragraph 1".parse()?, Action::Withhold(None), "I. Birk", date(2026, 3, 2));
    /// let decided = Policy::default().assess(&cable).decided(&[decision.on_words(Quote::new("MARREN"))].into())?;
    /// let span = decided.decisions()[0].excised().unwrap();
    /// assert_eq!(&source[span.range()], "Marren");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn excised(&self) -> Option<Span> {
        self.excised
    }

    /// The earlier decisions that it took the place of, by their index among those of the assessment.
    #[must_use]
    pub fn replaced(&self) -> &[usize] {
        &self.replaced
    }

    /// Whether no later one took its place.
    #[must_use]
    pub const fn is_in_force(&self) -> bool {
        self.in_force
    }
}
