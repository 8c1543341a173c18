//! What rules of one's own and decisions add to a portion.

use std::sync::Arc;

use super::decision::{Action, Decision, Grounds, Quote};
use super::exemption::Exemption;
use super::own::Raise;
use super::words::ExcisedSpan;
use crate::Rule;
use crate::marking::Label;

/// What rules of one's own and decisions add to a portion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ruling {
    /// The rules that apply, and what each does.
    pub(super) rules: Vec<(&'static Rule, Raise)>,
    /// The decisions in force, in their order, each by its place among those of the assessment.
    pub(super) decisions: Vec<(usize, Arc<Decision>)>,
    /// The words that decisions withhold inside it, in the order of the source.
    pub(super) excised: Vec<ExcisedSpan>,
    /// Whether these are all of its words: it is withheld then like any other portion.
    pub(super) all_excised: bool,
    /// Whether a decision on it cannot be carried out, so that it is withheld.
    pub(super) failed: bool,
}

impl Ruling {
    /// What is decided of the whole portion.
    fn actions(&self) -> impl DoubleEndedIterator<Item = &Action> {
        let decisions = self.decisions.iter();
        let whole = decisions.filter(|(_, decision)| decision.words().is_none());
        whole.map(|(_, decision)| decision.action())
    }

    /// The words that decisions withhold inside it, in the order of the source; none where it is withheld whole for them.
    pub(crate) fn excised(&self) -> &[ExcisedSpan] {
        if self.all_excised { &[] } else { &self.excised }
    }

    /// The words that decisions on it quote.
    pub(crate) fn quoted(&self) -> impl Iterator<Item = &str> {
        self.decisions()
            .filter_map(Decision::words)
            .map(Quote::exact)
    }

    /// Whether a decision on it cannot be carried out.
    pub(super) const fn is_failed(&self) -> bool {
        self.failed
    }

    /// The decisions in force that withhold all of it, or open it.
    pub(super) fn deciding(&self) -> impl Iterator<Item = &Decision> {
        let all = self.all_excised;
        self.decisions()
            .filter(move |decision| all || decision.words().is_none())
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

    /// Whether a decision withholds it, or one that cannot be carried out.
    pub(super) fn is_withheld(&self) -> bool {
        let decided = self
            .actions()
            .any(|action| matches!(action, Action::Withhold(_)));
        decided || self.all_excised || self.failed
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

    /// The exemptions that decisions name: that of the whole portion, and where all of its words are withheld those of the
    /// words. Each withholding that names none is a `None`; what cannot be carried out names none.
    pub(crate) fn exemptions(&self) -> Vec<Option<Exemption>> {
        if self.failed {
            return vec![None];
        }
        let whole = self.actions().rev().find_map(|action| match action {
            Action::Withhold(exemption) => *exemption,
            Action::Exemption(exemption) => Some(*exemption),
            Action::Release | Action::Mark(_) | Action::NoMark | Action::Declassified(_) => None,
        });
        if !self.all_excised {
            return vec![whole];
        }
        let words = self.excised.iter().map(ExcisedSpan::exemption);
        words.chain(whole.map(Some)).collect()
    }

    /// The grounds on which it is withheld: of the last decision that withholds the whole of it, or names the exemption, and
    /// where all of its words are withheld what the decisions on them all say.
    pub(crate) fn grounds(&self) -> Option<Grounds> {
        let closes =
            |it: &Decision| matches!(it.action(), Action::Withhold(_) | Action::Exemption(_));
        let mut whole = self.decisions().filter(|it| it.words().is_none());
        match whole.rfind(|it| closes(it)) {
            Some(decision) => Some(decision.grounds().clone()),
            None if self.all_excised => {
                let words = self.excised.iter().map(|it| it.grounds().clone());
                words.reduce(Grounds::join)
            }
            None => None,
        }
    }

    /// Whether a person with an authority has said the mark of all of it.
    pub(crate) fn is_marked(&self) -> bool {
        self.decisions()
            .any(|it| matches!(it.action(), Action::Mark(_)) && it.authority().is_some())
    }
}
