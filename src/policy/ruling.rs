//! What rules of one's own and decisions add to a portion.

use std::sync::Arc;

use super::decision::{Action, Decision, Grounds};
use super::exemption::Exemption;
use super::own::Raise;
use crate::Rule;
use crate::marking::Label;

/// What rules of one's own and decisions add to a portion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ruling {
    /// The rules that apply, and what each does.
    pub(super) rules: Vec<(&'static Rule, Raise)>,
    /// The decisions in force, in their order, each by its place among those of the assessment.
    pub(super) decisions: Vec<(usize, Arc<Decision>)>,
}

impl Ruling {
    fn actions(&self) -> impl DoubleEndedIterator<Item = &Action> {
        self.decisions.iter().map(|(_, decision)| decision.action())
    }

    /// The decisions in force.
    pub(crate) fn decisions(&self) -> impl DoubleEndedIterator<Item = &Decision> {
        self.decisions.iter().map(|(_, decision)| &**decision)
    }

    /// The rules of one's own that apply.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().map(|(rule, _)| *rule)
    }

    /// The same, each with what it does.
    pub(super) fn raises(&self) -> impl Iterator<Item = (&'static Rule, &Raise)> {
        self.rules.iter().map(|(rule, raise)| (*rule, raise))
    }

    /// The rules that withhold, where no decision releases the portion.
    pub(super) fn withholding_rules(&self) -> impl Iterator<Item = &'static Rule> {
        let released = self.is_released();
        self.rules
            .iter()
            .filter(move |(_, raise)| !released && *raise == Raise::Withhold)
            .map(|(rule, _)| *rule)
    }

    /// The labels that the rules raise it to, taken together.
    pub(super) fn raised(&self) -> Option<Label> {
        self.rules
            .iter()
            .filter_map(|(_, raise)| match raise {
                Raise::To(label) => Some(label.clone()),
                Raise::Nothing | Raise::Withhold => None,
            })
            .reduce(|all, label| all.join(&label))
    }

    pub(super) fn is_released(&self) -> bool {
        self.actions().any(|action| *action == Action::Release)
    }

    /// Whether a decision has ended its level.
    pub(super) fn is_declassified(&self) -> bool {
        self.actions()
            .any(|action| matches!(action, Action::Declassified(_)))
    }

    /// Whether a decision withholds it.
    pub(super) fn is_withheld(&self) -> bool {
        self.actions()
            .any(|action| matches!(action, Action::Withhold(_)))
    }

    /// Whether a decision that names it rates it.
    pub(super) fn is_rated(&self) -> bool {
        self.decisions().any(|decision| match decision.action() {
            Action::Mark(_) | Action::NoMark | Action::Declassified(_) | Action::Release => {
                !decision.is_of_whole()
            }
            Action::Withhold(_) | Action::Exemption(_) => false,
        })
    }

    /// The decision by which it has the mark that it has, or none.
    pub(crate) fn mark(&self) -> Option<&Decision> {
        self.decisions()
            .rfind(|it| matches!(it.action(), Action::Mark(_) | Action::NoMark))
    }

    /// Whether a decision says that what stood in the place of its mark is none.
    pub(crate) fn is_unmarked(&self) -> bool {
        self.actions().any(|action| *action == Action::NoMark)
    }

    /// The exemption that a decision names.
    pub(crate) fn exemption(&self) -> Option<Exemption> {
        self.actions().rev().find_map(|action| match action {
            Action::Withhold(exemption) => *exemption,
            Action::Exemption(exemption) => Some(*exemption),
            Action::Release | Action::Mark(_) | Action::NoMark | Action::Declassified(_) => None,
        })
    }

    /// The grounds of the last decision that withholds, or names the exemption.
    pub(crate) fn grounds(&self) -> Option<&Grounds> {
        self.decisions()
            .rfind(|it| matches!(it.action(), Action::Withhold(_) | Action::Exemption(_)))
            .map(Decision::grounds)
    }

    /// Whether a person with an authority has said the mark of all of it.
    pub(crate) fn is_marked(&self) -> bool {
        self.decisions()
            .any(|it| matches!(it.action(), Action::Mark(_)) && it.authority().is_some())
    }
}
