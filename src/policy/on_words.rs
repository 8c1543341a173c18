//! Decisions on words in a portion, and decisions that cannot be carried out.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::decision::{Action, Decision, DecisionCause, DecisionError, Decisions, Target};
use super::settled::Settled;
use super::words::{ExcisedSpan, PortionText, find};
use super::{Assessment, Exemption, Grounds, Portion, Ruling};
use crate::marking::{Label, Level};

impl Assessment<'_> {
    /// The same with what persons have decided, as far as it can be carried out, and the decisions that cannot be, in their
    /// order. The portion of each of these is withheld from all but the originator, on every day, under no exemption: what
    /// was meant for it is not known. Where one names several portions all of them are, and where it names none every
    /// portion is, because any of them may have been meant.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::{Action, Decision, DecisionCause, Policy, Quote};
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Open.\n\n2. (U) He met Ilse Marren.\n");
    /// let words = |exact| {
    ///     Decision::new("paragraph 2".parse().unwrap(), Action::Withhold(Some("B6".parse().unwrap())), "I. Birk", date(2026, 3, 2))
    ///         .on_words(Quote::new(exact))
    /// };
    /// let (decided, errors) = Policy::default().assess(&cable).decided_or_withheld(&[words("Ilsa Marren")].into());
    /// assert_eq!(errors[0].cause(), DecisionCause::NotFound);
    /// let text = decided.release(&Reader::public(), date(2026, 3, 2)).to_text();
    /// assert!(text.contains("1. (U) Open.") && text.contains("2. [withheld: controlled]"));
    /// ```
    #[must_use]
    pub fn decided_or_withheld(&self, decisions: &Decisions) -> (Self, Vec<DecisionError>) {
        self.carry_out(decisions.iter().enumerate(), |_, _, _| None)
    }

    /// Carries out what can be of decisions, each with its place in their list; `refused` says of one why it is none.
    pub(super) fn carry_out<'d>(
        &self,
        decisions: impl Iterator<Item = (usize, &'d Decision)>,
        refused: impl Fn(&Self, usize, &Decision) -> Option<DecisionCause>,
    ) -> (Self, Vec<DecisionError>) {
        let mut decided = self.clone();
        let mut errors = Vec::new();
        let mut failed: BTreeSet<usize> = self.failed.iter().copied().collect();
        for (index, decision) in decisions {
            let refused = refused(&decided, index, decision);
            if let Err(cause) = refused.map_or_else(|| decided.decide(decision), Err) {
                let meant = decided.meant(decision.target());
                let error = DecisionError::new(index, decision, cause);
                let first = meant.first().copied().unwrap_or_default();
                decided.failures.push((first, error.to_string()));
                failed.extend(meant);
                errors.push(error);
            }
        }
        if !errors.is_empty() {
            decided = decided.withheld_at(failed);
        }
        (decided, errors)
    }

    /// The same with every portion withheld, because something cannot be carried out that is on all of them.
    pub(super) fn all_withheld(mut self, why: String) -> Self {
        self.failures.insert(0, (0, why));
        let all = (0..self.portions.len()).collect();
        self.withheld_at(all)
    }

    fn withheld_at(mut self, failed: BTreeSet<usize>) -> Self {
        self.failed = failed.into_iter().collect();
        let before = self.before_decisions();
        self.portions = self.under(&before, &self.settled);
        self.undecided = Some(before);
        self
    }

    /// The exemptions under which a portion is withheld: those that decisions name, and where none does that of its label.
    pub(crate) fn exemptions_of(&self, portion: &Portion) -> Vec<Option<Exemption>> {
        let decided = portion.ruling().map(Ruling::exemptions);
        let decided = decided.unwrap_or_else(|| vec![None]);
        let is_failed = portion.ruling().is_some_and(Ruling::is_failed);
        if is_failed || decided.iter().any(Option::is_some) {
            return decided;
        }
        let rest = |label: &Label| label.with_level(Level::Unclassified);
        let own = rest(portion.without_doubt().rating().label());
        let of_label = self
            .by_label
            .iter()
            .filter(|(label, _)| !rest(label).is_plain());
        let of_label = of_label.filter(|(label, _)| rest(label) == own);
        vec![of_label.map(|(_, exemption)| *exemption).next()]
    }

    /// The grounds on which words are withheld: those of their decision, and of the document what that leaves out; but why
    /// no part of a document can be released is no reason for words in what is released.
    pub(crate) fn grounds_of_words(&self, words: &ExcisedSpan) -> Grounds {
        let of_all = (*self.grounds).clone().with_segregability("");
        words.grounds().or(&of_all)
    }

    /// Whether words of a portion can be classified on that day, so that (b)(1) is for them: as its mark says, where it did not
    /// open by its date or with the whole document, but by a decision on it that leaves these words out.
    pub(crate) fn has_classified_words(&self, portion: &Portion, as_of: Date) -> bool {
        let opens_it =
            |it: &Decision| matches!(it.action(), Action::Declassified(_)) && !it.is_of_whole();
        let mut decisions = portion.ruling().into_iter().flat_map(Ruling::decisions);
        let rating = portion.rating().clone();
        let rating = match decisions.any(opens_it) {
            true => rating.unopened(),
            false => rating,
        };
        let standing = rating.on(self.document().header().schedule(), as_of);
        standing.is_resolved() && standing.level().is_classified()
    }

    /// The portions that a name may mean: the one that it names, else those that bear it, else all.
    fn meant(&self, target: &Target) -> Vec<usize> {
        if let Ok(index) = self.find(target) {
            return vec![index];
        }
        let portions = || self.portions.iter().enumerate();
        let named = portions().filter(|(_, portion)| portion.target().has_name_of(target));
        let named: Vec<usize> = named.map(|(index, _)| index).collect();
        match named.is_empty() || target.place().is_some() {
            true => portions().map(|(index, _)| index).collect(),
            false => named,
        }
    }

    /// Withholds words in a portion: where they stand in it once. It protects more, and so takes no authority.
    pub(super) fn decide_words(
        &mut self,
        index: usize,
        decision: &Decision,
    ) -> Result<(), DecisionCause> {
        let portion = self.portions.get(index).ok_or(DecisionCause::NoPortion)?;
        let quote = decision.words().ok_or(DecisionCause::NoWords)?;
        if !matches!(decision.action(), Action::Withhold(_)) {
            return Err(DecisionCause::OnlyWithheld);
        }
        if portion.excised().is_some() {
            return Err(DecisionCause::Excised);
        }
        let text = PortionText::of(self.document(), portion);
        let range = find(text.text(), quote)?;
        let settled = Settled {
            decision: Arc::new(decision.clone()),
            portion: index,
            excised: Some(text.source(&range)),
            replaced: Vec::new(),
            in_force: true,
        };
        self.undecided = Some(self.before_decisions());
        let number = self.settled.len();
        if let Some(portion) = self.portions.get_mut(index) {
            let ruling = portion.ruling.get_or_insert_default();
            ruling.excised.extend(settled.excised_span());
            let decision = Arc::clone(&settled.decision);
            ruling.decisions.push((number, decision));
            ExcisedSpan::sort(&mut ruling.excised);
            ruling.all_excised = text.is_all(&ruling.excised);
        }
        self.settled.push(settled);
        Ok(())
    }

    /// Says of a portion, once all that is decided of it is known, whether any of its words are left.
    pub(super) fn look_at_words(&self, portion: &mut Portion) {
        let Some(mut ruling) = portion.ruling.take() else {
            return;
        };
        if !ruling.excised.is_empty() {
            ExcisedSpan::sort(&mut ruling.excised);
            // Where its text begins hangs on what is decided of its mark.
            portion.ruling = Some(ruling.clone());
            let text = PortionText::of(self.document(), portion);
            ruling.all_excised = text.is_all(&ruling.excised);
        }
        portion.ruling = Some(ruling);
    }

    /// The portions before the first decision.
    pub(super) fn before_decisions(&self) -> Arc<Vec<Portion>> {
        let before = self.undecided.clone();
        before.unwrap_or_else(|| Arc::new(self.portions.clone()))
    }
}
