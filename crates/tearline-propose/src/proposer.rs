//! Who proposes.

use std::collections::HashSet;

use crate::cause::Cause;
use crate::folded::{Fold, Folded};
use crate::found::{Found, outermost};
use crate::outgoing::Outgoing;
use crate::pattern::Pattern;
use crate::proposal::Proposal;
use crate::quote;
use crate::terms::Terms;
use crate::titles::Titles;
use crate::trace::Traces;
use crate::withheld::Withheld;

/// Looks through what would go out for what a person should decide about.
///
/// It proposes and decides nothing. By [default](Self::default) it has the built-in patterns; names behind titles and terms
/// are what its user gives. The time it takes is proportional to the text.
///
/// ```
/// use tearline_propose::{Proposer, Terms};
///
/// let proposer = Proposer::default().with_terms(Terms::new("tugs", ["Karsh"])?);
/// let text = "Karsh, passport no. Z7654321, telephone 555-0142, took a fund cite of 19-0113.";
/// let names: Vec<String> = proposer.find(text).iter().map(|found| found.cause().to_string()).collect();
/// assert_eq!(names, ["terms tugs", "pattern passport-number", "pattern telephone-number"]);
/// # Ok::<(), tearline_propose::TermsError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Proposer {
    pub(crate) terms: Vec<Terms>,
    pub(crate) titles: Option<Titles>,
    pub(crate) patterns: Vec<Pattern>,
}

impl Default for Proposer {
    fn default() -> Self {
        Self {
            patterns: Pattern::built_in().to_vec(),
            ..Self::empty()
        }
    }
}

impl Proposer {
    /// One that looks for nothing.
    ///
    /// ```
    /// use tearline_propose::{Pattern, Proposer};
    ///
    /// let mail = Pattern::built_in().iter().find(|pattern| pattern.name() == "email-address").unwrap();
    /// let proposer = Proposer::empty().with_pattern(mail.clone());
    /// assert_eq!(proposer.find("Telephone 555-0142, i.marren@harbor.example").len(), 1);
    /// ```
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            terms: Vec::new(),
            titles: None,
            patterns: Vec::new(),
        }
    }

    /// The same with one more pattern. It stands before those that it has: of two that fit the same words the later counts.
    #[must_use]
    pub fn with_pattern(mut self, pattern: Pattern) -> Self {
        self.patterns.insert(0, pattern);
        self
    }

    /// The same with a list of terms, which stands before every pattern.
    #[must_use]
    pub fn with_terms(mut self, terms: Terms) -> Self {
        self.terms.push(terms);
        self
    }

    /// The same with titles behind which names stand.
    #[must_use]
    pub fn with_titles(mut self, titles: Titles) -> Self {
        self.titles = Some(titles);
        self
    }

    /// Where a text holds something, in its order. What lies inside a longer one is left out.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        if !self.terms.is_empty() || self.titles.is_some() {
            let folded = Folded::of(text, Fold::Words);
            for terms in &self.terms {
                found.extend(terms.find(text, &folded));
            }
            if let Some(titles) = &self.titles {
                found.extend(titles.find(text, &folded));
            }
        }
        for pattern in &self.patterns {
            found.extend(pattern.find(text));
        }
        outermost(found)
    }

    /// What a person should decide about in what would go out, in the order of the document: what is [found](Self::find) there,
    /// and what somebody has withheld elsewhere in the document ([`Outgoing::decided`]).
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline_propose::{Outgoing, Proposer};
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) SSN 000-12-3456.\n\n2. (C) SSN 000-12-3457.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2010, 1, 1));
    /// // What is withheld anyway needs no proposal.
    /// assert_eq!(Proposer::default().propose(&outgoing).len(), 1);
    /// ```
    #[must_use]
    pub fn propose(&self, outgoing: &Outgoing<'_>) -> Vec<Proposal> {
        self.propose_beside(&[], outgoing)
    }

    /// The same, beside what is withheld in other documents of the case.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::{Action, Decision, Policy, Quote};
    /// use tearline_propose::{Outgoing, Proposer};
    ///
    /// let on = date(2026, 3, 2);
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) He met Ilse Marren.\n");
    /// let decision = Decision::new("paragraph 1".parse()?, Action::Withhold(None), "I. Birk", on).on_words(Quote::new("Ilse Marren"));
    /// let decided = Policy::default().assess(&cable).decided(&[decision].into())?;
    /// let outgoing = Outgoing::of(&decided, &Reader::public(), on);
    /// let withheld: Vec<_> = outgoing.decided().map(|it| it.of_document("STATE 1")).collect();
    ///
    /// let other = tearline::parse("UNCLAS STATE 2\n\n1. (U) MARREN'S pier.\n");
    /// let assessment = Policy::default().assess(&other);
    /// let found = Proposer::default().propose_beside(&withheld, &Outgoing::of(&assessment, &Reader::public(), on));
    /// assert_eq!(found[0].cause().to_string(), "withheld in paragraph 1 of STATE 1");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn propose_beside(&self, elsewhere: &[Withheld], outgoing: &Outgoing<'_>) -> Vec<Proposal> {
        let withheld: Vec<Withheld> = outgoing
            .decided()
            .chain(elsewhere.iter().cloned())
            .collect();
        self.proposed(&withheld, outgoing, |text| self.find(text))
    }

    /// What `find` finds in each portion that would go out, and what of the withheld stands there.
    pub(crate) fn proposed(
        &self,
        withheld: &[Withheld],
        outgoing: &Outgoing<'_>,
        find: impl Fn(&str) -> Vec<Found>,
    ) -> Vec<Proposal> {
        let traces = Traces::of(self, withheld);
        let mut proposals = Vec::new();
        for passage in outgoing.passages() {
            let mut found = find(passage.text());
            found.extend(
                traces
                    .find(passage.text())
                    .into_iter()
                    .filter_map(|(range, index)| {
                        let hint = withheld.get(index)?.hint();
                        Some(Found { range, hint })
                    }),
            );
            let found = outgoing.open(passage, outermost(found));
            proposals.extend(quoted(passage.target(), passage.text(), found));
        }
        proposals
    }
}

/// What was found in a portion as proposals. Where words alone do not say which place is meant, the portion is proposed,
/// once for each cause.
fn quoted(target: &tearline::policy::Target, text: &str, found: Vec<Found>) -> Vec<Proposal> {
    let places: Vec<_> = found.iter().map(|it| it.range.clone()).collect();
    let words = quote::words(text, &places);
    let mut whole: HashSet<Cause> = HashSet::new();
    found
        .into_iter()
        .zip(words)
        .filter(|(found, words)| words.is_some() || whole.insert(found.hint.cause.clone()))
        .map(|(found, words)| Proposal {
            target: target.clone(),
            words,
            hint: found.hint,
        })
        .collect()
}
