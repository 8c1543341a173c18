//! Decisions carried out: each against what the portion is protected by, one after the other.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::sync::Arc;

use super::bind::Bound;
use super::decision::{Action, Decision, DecisionCause, DecisionError, Decisions, Grounds, Target};
use super::settled::Settled;
use super::{Assessment, Portion, Rating, Ruling, Unmarked, blocks, spread};
use crate::document::{Block, Mark};
use crate::marking::{Label, Level};

/// What protects a portion: what it is rated, and whether it is withheld beside.
pub(super) struct Protection {
    rating: Rating,
    withheld: bool,
}

impl Protection {
    pub(super) fn of(portion: &Portion) -> Self {
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

impl Assessment<'_> {
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
        Ok(decided)
    }

    /// The same with the grounds of every withholding that names none of its own: what a reviewer says once of the whole
    /// document.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::{Grounds, Policy};
    /// use tearline::release::{Detail, Exemptions, Style};
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let assessment = Policy::default().assess(&cable).with_grounds(Grounds::new().with_harm("talks would end"));
    /// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    /// let release = assessment.release_in(&Reader::public(), date(2010, 1, 1), style);
    /// assert_eq!(release.portions()[2].disclosed().grounds().unwrap().harm(), Some("talks would end"));
    /// ```
    #[must_use]
    pub fn with_grounds(mut self, grounds: Grounds) -> Self {
        self.grounds = Arc::new(grounds);
        self
    }

    /// Why a portion is withheld: what a decision says of it, and of the document what that leaves out.
    pub(crate) fn grounds_of(&self, portion: &Portion) -> Grounds {
        match portion.ruling().and_then(Ruling::grounds) {
            Some(own) => own.or(&self.grounds),
            None => (*self.grounds).clone(),
        }
    }

    /// The decisions that were carried out, in their order.
    #[must_use]
    pub fn decisions(&self) -> &[Settled] {
        &self.settled
    }

    pub(super) fn decide(&mut self, decision: &Decision) -> Result<(), DecisionCause> {
        if decision.by().trim().is_empty() {
            return Err(DecisionCause::Unsigned);
        }
        let index = self.find(decision.target())?;
        let portion = self.portions.get(index).ok_or(DecisionCause::NoPortion)?;
        let before = Protection::of(portion);
        if decision.words().is_some() {
            return self.decide_words(index, decision);
        }
        self.allow(portion, &before, decision)?;
        let mut settled = self.settled.clone();
        let mut replaced = Vec::new();
        for (number, earlier) in settled.iter_mut().enumerate() {
            let same = earlier.portion == index && earlier.excised.is_none() && earlier.in_force;
            if same && decision.action().replaces(earlier.decision.action()) {
                earlier.in_force = false;
                replaced.push(number);
            }
        }
        settled.push(Settled {
            decision: Arc::new(decision.clone()),
            portion: index,
            excised: None,
            replaced,
            in_force: true,
        });
        let before = self.before_decisions();
        let after = self.under(&before, &settled);
        let less = self
            .portions
            .iter()
            .zip(&after)
            .any(|(before, after)| !Protection::of(after).dominates(&Protection::of(before)));
        let declassifies = matches!(decision.action(), Action::Declassified(_));
        if (less || declassifies) && decision.authority().is_none() {
            return Err(DecisionCause::NoAuthority);
        }
        self.portions = after;
        self.undecided = Some(before);
        self.settled = settled;
        Ok(())
    }

    /// The portions by the names under which decisions find them, in their order: with its place where several bear one.
    ///
    /// ```
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n\nPier\n\n1. (U) Two.\n");
    /// let names: Vec<String> = Policy::default().assess(&cable).targets().iter().map(ToString::to_string).collect();
    /// assert_eq!(names, ["header reference", "paragraph 1 #1", "heading", "paragraph 1 #2"]);
    /// ```
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        let names: Vec<Target> = self.portions.iter().map(Portion::target).collect();
        let mut places: HashMap<Target, (usize, usize)> = HashMap::new();
        for name in &names {
            places.entry(name.clone()).or_default().0 += 1;
        }
        let with_place = |name: Target| {
            let Some((_, place)) = places.get_mut(&name).filter(|(all, _)| *all > 1) else {
                return name;
            };
            *place += 1;
            match NonZeroUsize::new(*place) {
                Some(place) => name.at_place(place),
                None => name,
            }
        };
        names.into_iter().map(with_place).collect()
    }

    /// The one portion that bears the name.
    pub(super) fn find(&self, target: &Target) -> Result<usize, DecisionCause> {
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
    pub(super) fn allow(
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
                let unread = |found: &dyn Fn(&Block) -> bool| self.blocks(portion).any(found);
                let kinds = [
                    unread(&|block| matches!(block.mark(), Mark::Damaged { .. })),
                    unread(&|block| block.is_doubtful()),
                    unread(&|block| block.at_least().is_some_and(|label| !label.is_resolved())),
                ];
                match kinds.into_iter().filter(|found| *found).count() {
                    1 => Ok(()),
                    _ => Err(DecisionCause::NotUnreadable),
                }
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

    fn blocks(&self, portion: &Portion) -> impl Iterator<Item = &Block> {
        let blocks = self.document().blocks().get(portion.blocks());
        blocks.unwrap_or_default().iter()
    }

    /// The portions under the decisions in force. What was replaced leaves no trace in them.
    pub(super) fn under(&self, undecided: &[Portion], settled: &[Settled]) -> Vec<Portion> {
        let mut portions = undecided.to_vec();
        let mut overall = blocks::overall(self.document());
        let mut bound = self.bound;
        let mut raised: Vec<(Range<usize>, Rating)> = Vec::new();
        for (number, it) in settled.iter().enumerate().filter(|(_, it)| it.in_force) {
            let Some(portion) = portions.get_mut(it.portion) else {
                continue;
            };
            let ruling = portion.ruling.get_or_insert_default();
            ruling.decisions.push((number, Arc::clone(&it.decision)));
            if let Some(excised) = it.excised_span() {
                ruling.excised.push(excised);
            }
            if let Action::Mark(marking) = it.decision.action() {
                let label = Label::from(marking);
                bound.undated |= label.bars_declassification();
                let rating = Rating::dated(label);
                overall.join_assign(&rating);
                raised.push((portion.blocks(), rating));
            }
        }
        if bound != self.bound {
            for portion in &mut portions {
                portion.rating = portion.rating.clone().undated();
                portion.undoubted = portion
                    .undoubted
                    .take()
                    .map(|rating| Box::new(rating.undated()));
            }
        }
        for portion in &mut portions {
            self.rate(bound, portion);
            self.look_at_words(portion);
        }
        for index in &self.failed {
            if let Some(portion) = portions.get_mut(*index) {
                portion.ruling.get_or_insert_default().failed = true;
            }
        }
        spread::spread(
            &self.policy,
            self.document(),
            bound,
            &mut portions,
            Some(&overall),
            &raised,
            |portion, rating| {
                // What a person rates is rated so.
                if !portion.ruling().is_some_and(Ruling::is_rated) {
                    portion.rating.join_assign(rating);
                    if let Some(undoubted) = &mut portion.undoubted {
                        undoubted.join_assign(rating);
                    }
                }
            },
        );
        portions
    }

    /// Rates a portion as the decisions in force say.
    fn rate(&self, bound: Bound, portion: &mut Portion) {
        let Some(ruling) = portion.ruling.clone() else {
            return;
        };
        for decision in ruling.decisions() {
            match decision.action() {
                Action::Mark(marking) => {
                    self.rate_anew(bound, portion, Rating::dated(Label::from(marking)));
                }
                Action::NoMark => {
                    let rating = self.readable(portion);
                    self.rate_anew(bound, portion, rating);
                }
                Action::Declassified(on) => {
                    portion.rating = portion.rating.clone().opened(*on);
                    portion.undoubted = portion
                        .undoubted
                        .take()
                        .map(|rating| Box::new(rating.opened(*on)));
                }
                Action::Release => {
                    portion.rating = portion.rating.clone().lifted(decision.on());
                    portion.undoubted = None;
                }
                Action::Withhold(_) | Action::Exemption(_) => {}
            }
        }
    }

    /// What the portion states that can be read; without a mark in front, the overall classification and what stands inside.
    fn readable(&self, portion: &Portion) -> Rating {
        let first = self.blocks(portion).next();
        let stated = first.and_then(|block| block.mark().stated());
        let rating = match stated {
            Some(stated) => Rating::dated(stated.label()),
            None if self.policy.unmarked == Unmarked::Withhold => {
                Rating::dated(Label::unresolved())
            }
            None => blocks::overall_without(self.document(), portion.blocks()),
        };
        self.blocks(portion)
            .filter_map(Block::at_least)
            .filter(|label| label.is_resolved())
            .fold(rating, |rating, label| {
                rating.join(&Rating::dated(label.clone()))
            })
    }

    /// Gives the portion a rating in the place of its own, bound by what binds the document and by the rules of one's own.
    fn rate_anew(&self, bound: Bound, portion: &mut Portion, rating: Rating) {
        portion.rating = bound.bind(self.document(), portion, rating);
        portion.undoubted = None;
        spread::raise_by_rules(bound, self.document(), portion);
    }
}
