//! Runs of an output that look like withheld ones, until each is known for what it is.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::filter::Filter;
use super::scan::{Numbering, Seen};
use super::words::{Hyphens, Run};

/// Runs of an output that may be withheld, each once, in the order of their numbers.
pub(super) struct Suspects<'t> {
    numbering: Numbering,
    runs: Vec<Suspect<'t>>,
    /// Which numbers they have.
    filter: Filter,
}

/// A run of an output. A number alone proves nothing: its words are compared before anything is said of it.
struct Suspect<'t> {
    number: u64,
    /// Where the output has it first.
    run: Run<'t>,
    /// The withheld portion that has it.
    portion: Option<usize>,
    /// Whether something that is released has it as well.
    is_open: bool,
}

impl<'t> Suspects<'t> {
    /// The runs with their numbers, as they were found.
    pub(super) fn of(numbering: Numbering, mut found: Vec<(u64, Run<'t>)>) -> Self {
        found.sort_by_key(|(number, run)| (*number, run.at));
        let mut filter = Filter::for_runs(found.len());
        let mut runs: Vec<Suspect<'t>> = Vec::new();
        for (number, run) in found {
            let same = |known: &&Suspect<'_>| known.number == number;
            let known = runs.iter().rev().take_while(same);
            if !known.clone().any(|known| known.run.is(run)) {
                filter.insert(number);
                runs.push(Suspect {
                    number,
                    run,
                    portion: None,
                    is_open: false,
                });
            }
        }
        Self {
            numbering,
            runs,
            filter,
        }
    }

    /// Lets those go that no withheld portion has. Of several that have one the first counts.
    pub(super) fn keep_accused(&mut self, withheld: &[(usize, Cow<'_, str>)]) {
        let numbering = self.numbering;
        if self.runs.is_empty() {
            return;
        }
        // A text whose words are the same in both readings has been read with the first.
        let mut texts: Vec<_> = withheld.iter().collect();
        for hyphens in Hyphens::BOTH {
            texts.retain(|(portion, text)| {
                let seen = numbering.runs(text, hyphens, |at, number| {
                    if let Some(suspect) = self.same(number, Run { text, at, hyphens }) {
                        suspect.portion.get_or_insert(*portion);
                    }
                    ControlFlow::Continue(())
                });
                seen == Seen::Differs
            });
        }
        self.runs.retain(|suspect| suspect.portion.is_some());
    }

    /// Lets those go that stand in the same characters in one of the texts that are open, where they are few: it is a quick
    /// look.
    pub(super) fn clear_at_sight<'o>(&mut self, open: impl Iterator<Item = Cow<'o, str>>) {
        const FEW: usize = 8;
        if self.runs.len() <= FEW {
            let open: Vec<_> = open.collect();
            let seen = |run: Run<'_>| run.stands_in(open.iter().map(|text| &**text));
            self.runs.retain(|suspect| !seen(suspect.run));
        }
    }

    /// Lets those go that a text has that is open; nobody makes one where none is left.
    pub(super) fn clear(&mut self, open: impl FnOnce() -> String) {
        let numbering = self.numbering;
        if self.runs.is_empty() {
            return;
        }
        let text = &open();
        let mut left = self.runs.len();
        numbering.runs_of_both(text, |hyphens, at, number| {
            let suspect = self.same(number, Run { text, at, hyphens });
            if let Some(suspect) = suspect.filter(|suspect| !suspect.is_open) {
                suspect.is_open = true;
                left -= 1;
            }
            if left == 0 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        self.runs.retain(|suspect| !suspect.is_open);
    }

    /// The portions of those that are left, each with the first place in the output.
    pub(super) fn found(self) -> BTreeMap<usize, usize> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for suspect in self.runs {
            if let Some(portion) = suspect.portion {
                let first = found.entry(portion).or_insert(suspect.run.at);
                *first = suspect.run.at.min(*first);
            }
        }
        found
    }

    /// The one that has these words, where there is one.
    fn same<'s>(&'s mut self, number: u64, run: Run<'_>) -> Option<&'s mut Suspect<'t>> {
        if !self.filter.may_have(number) {
            return None;
        }
        let first = self.runs.partition_point(|known| known.number < number);
        let behind = self.runs.get_mut(first..).unwrap_or_default();
        behind
            .iter_mut()
            .take_while(|known| known.number == number)
            .find(|known| known.run.is(run))
    }
}
