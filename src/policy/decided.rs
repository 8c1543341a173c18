//! Decisions carried out: each against what the portion is protected by, one after the other.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::Arc;

use super::decision::{Action, Decision, DecisionCause, DecisionError, Decisions, Target};
use super::settled::Settled;
use super::{Assessment, Portion, Rating, Ruling, blocks, spread};
use crate::document::{Block, Mark};
use crate::marking::{Label, Level};

/// What protects a portion: what it is rated, and whether it is withheld beside.
struct Protection {
    rating: Rating,
    withheld: bool,
}

impl Protection {
    fn of(portion: &Portion) -> Self {
        let withholds =
            |ruling: &Ruling| ruling.is_withheld() || ruling.withholding_rules().next().is_some();
        Self {
            rating: portion.rating.clone(),
            withheld: portion.ruling().is_some_and(withholds),
        }
    }

    /// Whether it protects in every respect at least as the other does.
    fn dominates(&self, other: &Self) -> bool {
        self.rating.dominates(&other.rating) && self.withheld >= other.withheld
    }
}

impl Assessment<'_, '_> {
    /// The same with what persons have decided of its portions. Decisions are carried out in their order, all of them or
    /// none.
    ///
    /// One that protects more always applies. One that protects less, in any respect, applies where it names an authority.
    /// None opens a portion whose mark cannot be read, or that holds something unreadable in the place of a mark, without
    /// saying its mark, and none releases what is classified on the day of the decision. What a level above every portion,
    /// captions and rules of one's own bind stays bound, but for what is released or declassified by name; no decision
    /// lowers a portion that it does not name. One that says a higher mark raises what takes its rating from the portion,
    /// and counts for the overall classification of what has no mark.
    ///
    /// A mark or an exemption holds on every day, what opens a portion from its day on.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::{Action, Decision, Policy};
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let on = date(2026, 3, 2);
    /// let decided = assessment.decided(
    ///     &[
    ///         Decision::new("paragraph 1".parse()?, Action::Withhold(Some("B6".parse()?)), "I. Birk", on),
    ///         Decision::new("paragraph 2".parse()?, Action::Declassified(on), "I. Birk", on).with_authority("Director, Harbors"),
    ///     ]
    ///     .into(),
    /// )?;
    /// let text = decided.release(&Reader::public(), on).to_text();
    /// assert!(text.contains("1. [withheld: controlled]") && text.contains("2. (U) Two."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where a decision names no portion or more than one, names nobody who decided, protects less without an authority, or
    /// asks what no decision can do ([`DecisionCause`]).
    pub fn decided(&self, decisions: &Decisions) -> Result<Self, DecisionError> {
        let mut decided = self.clone();
        for (index, decision) in decisions.iter().enumerate() {
            let error = |cause| DecisionError::new(index, decision, cause);
            decided.decide(decision).map_err(error)?;
        }
        decided.raise_with_decisions();
        Ok(decided)
    }

    /// The decisions that were carried out, in their order.
    #[must_use]
    pub fn decisions(&self) -> &[Settled] {
        &self.settled
    }

    fn decide(&mut self, decision: &Decision) -> Result<(), DecisionCause> {
        if decision.by().trim().is_empty() {
            return Err(DecisionCause::Unsigned);
        }
        let index = self.find(decision.target())?;
        let portion = self.portions.get(index).ok_or(DecisionCause::NoPortion)?;
        let before = Protection::of(portion);
        self.allow(portion, &before, decision)?;
        let mut after = portion.clone();
        let number = self.settled.len();
        let decision = Arc::new(decision.clone());
        let ruling = after.ruling.get_or_insert_default();
        ruling
            .before
            .get_or_insert_with(|| (portion.rating.clone(), portion.undoubted.clone()));
        let mut replaced = Vec::new();
        ruling.decisions.retain(|(earlier, other)| {
            let stays = !decision.action().replaces(other.action());
            if !stays {
                replaced.push(*earlier);
            }
            stays
        });
        ruling.decisions.push((number, Arc::clone(&decision)));
        self.rate(&mut after);
        let less = !Protection::of(&after).dominates(&before);
        let declassifies = matches!(decision.action(), Action::Declassified(_));
        if (less || declassifies) && decision.authority().is_none() {
            return Err(DecisionCause::NoAuthority);
        }
        if let Some(portion) = self.portions.get_mut(index) {
            *portion = after;
        }
        for earlier in &replaced {
            if let Some(settled) = self.settled.get_mut(*earlier) {
                settled.in_force = false;
            }
        }
        self.settled.push(Settled {
            decision,
            portion: index,
            replaced,
            in_force: true,
        });
        Ok(())
    }

    /// The one portion that bears the name.
    fn find(&self, target: &Target) -> Result<usize, DecisionCause> {
        let mut found = self
            .portions
            .iter()
            .enumerate()
            .filter(|(_, portion)| portion.target().has_name_of(target))
            .map(|(index, _)| index);
        if let Some(nth) = target.place().map(NonZeroUsize::get) {
            return found.nth(nth - 1).ok_or(DecisionCause::NoPortion);
        }
        let first = found.next().ok_or(DecisionCause::NoPortion)?;
        match found.count() {
            0 => Ok(first),
            more => Err(DecisionCause::Ambiguous(more + 1)),
        }
    }

    /// What no authority can decide of the portion as it stands.
    fn allow(
        &self,
        portion: &Portion,
        before: &Protection,
        decision: &Decision,
    ) -> Result<(), DecisionCause> {
        let label = before.rating.label();
        let withholds = matches!(
            decision.action(),
            Action::Withhold(_) | Action::Exemption(_)
        );
        if portion.excised.is_some() && !withholds {
            return Err(DecisionCause::Excised);
        }
        match decision.action() {
            Action::Withhold(_) | Action::Mark(_) => Ok(()),
            Action::NoMark => {
                let damaged = self.is_damaged(portion);
                let doubtful = self.is_doubtful(portion);
                if damaged == doubtful {
                    return Err(DecisionCause::NotUnreadable);
                }
                Ok(())
            }
            Action::Exemption(_) => {
                let open = label.is_resolved()
                    && label.is_plain()
                    && !label.level().is_classified()
                    && !before.withheld;
                if open {
                    return Err(DecisionCause::NothingWithheld);
                }
                Ok(())
            }
            Action::Release | Action::Declassified(_) if !label.is_resolved() => {
                Err(DecisionCause::Unreadable)
            }
            Action::Release => {
                let schedule = self.document().header().schedule();
                let standing = before.rating.on(schedule, decision.on());
                if standing.level().is_classified() {
                    return Err(DecisionCause::Classified);
                }
                Ok(())
            }
            Action::Declassified(_) => {
                if !label.level().is_classified() {
                    return Err(DecisionCause::NotClassified);
                }
                let rest = label.with_level(Level::Unclassified);
                if label.bars_declassification() || rest.level().is_classified() {
                    return Err(DecisionCause::Barred);
                }
                Ok(())
            }
        }
    }

    fn is_damaged(&self, portion: &Portion) -> bool {
        let mut blocks = self.blocks(portion);
        blocks.any(|block| matches!(block.mark(), Mark::Damaged { .. }))
    }

    fn is_doubtful(&self, portion: &Portion) -> bool {
        let mut blocks = self.blocks(portion);
        blocks.any(Block::is_doubtful)
    }

    fn blocks(&self, portion: &Portion) -> impl Iterator<Item = &Block> {
        let blocks = self.document().blocks().get(portion.blocks());
        blocks.unwrap_or_default().iter()
    }

    /// Rates the portion as the decisions in force say.
    fn rate(&self, portion: &mut Portion) {
        let Some(ruling) = portion.ruling.clone() else {
            return;
        };
        if let Some(before) = ruling.before.clone() {
            (portion.rating, portion.undoubted) = before;
        }
        for decision in ruling.decisions() {
            match decision.action() {
                Action::Mark(marking) => {
                    self.rate_anew(portion, Rating::dated(Label::from(marking)));
                }
                Action::NoMark if self.is_damaged(portion) => {
                    let overall = blocks::overall_without(self.document(), portion.blocks());
                    self.rate_anew(portion, overall);
                }
                Action::NoMark => {
                    // It was rated so before the doubt, and before the rules of one's own.
                    if let Some(undoubted) = portion.undoubted.take() {
                        portion.rating = undoubted;
                    }
                    spread::raise_by_rules(self.bound, self.document(), portion);
                }
                Action::Declassified(on) => {
                    portion.rating = portion.rating.clone().opened(*on);
                    portion.undoubted = portion.undoubted.take().map(|rating| rating.opened(*on));
                }
                Action::Release => {
                    portion.rating = portion.rating.clone().lifted(decision.on());
                    portion.undoubted = None;
                }
                Action::Withhold(_) | Action::Exemption(_) => {}
            }
        }
    }

    /// Gives the portion a rating in the place of its own, bound by what binds the document and by the rules of one's own.
    fn rate_anew(&self, portion: &mut Portion, rating: Rating) {
        portion.rating = self.bound.bind(self.document(), portion, rating);
        portion.undoubted = None;
        spread::raise_by_rules(self.bound, self.document(), portion);
    }

    /// Raises what takes its rating from a portion whose mark was decided, and what counts as the whole document.
    fn raise_with_decisions(&mut self) {
        let mut overall = blocks::overall(self.document());
        let mut bars = false;
        let mut raised: Vec<(Range<usize>, Rating)> = Vec::new();
        for portion in &self.portions {
            let decided = portion.ruling().and_then(Ruling::mark);
            if let Some(Action::Mark(marking)) = decided.map(Decision::action) {
                let label = Label::from(marking);
                bars |= label.bars_declassification();
                let rating = Rating::dated(label);
                overall.join_assign(&rating);
                raised.push((portion.blocks(), rating));
            }
        }
        let mut portions = std::mem::take(&mut self.portions);
        spread::spread(
            &self.policy,
            self.document(),
            self.bound,
            &mut portions,
            overall,
            &raised,
            |portion, rating| {
                // What a person rates is rated so.
                if !portion.ruling().is_some_and(Ruling::is_rated) {
                    portion.change_ratings(|own| own.join(rating));
                }
            },
        );
        if bars {
            self.bound.undated = true;
            for portion in &mut portions {
                portion.change_ratings(Rating::undated);
            }
        }
        self.portions = portions;
    }
}
