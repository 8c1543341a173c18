//! Runs of an output that look like withheld ones, until each is known for what it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

use super::filter::Filter;
use super::scan::{Numbering, Seen};
use super::words::{Hyphens, NO_WORD, RUN, Run};

/// Runs of an output that may be withheld, each once.
pub(super) struct Suspects<'t> {
    numbering: Numbering,
    runs: Vec<Suspect<'t>>,
    /// The last of those that have a number.
    last: HashMap<u64, usize>,
    /// How many are not cleared.
    left: usize,
}

/// A run of an output. A number alone proves nothing: its words are compared before anything is said of it.
struct Suspect<'t> {
    number: u64,
    /// The one before it with the same number and other words.
    before: Option<usize>,
    /// Where the output has it first.
    at: usize,
    /// A text that holds it, and where.
    text: Cow<'t, str>,
    place: usize,
    hyphens: Hyphens,
    /// The withheld portion that has it.
    portion: Option<usize>,
    /// Whether something that is released has it as well, or nothing that is withheld.
    is_cleared: bool,
}

impl Suspect<'_> {
    fn run(&self) -> Run<'_> {
        Run {
            text: &self.text,
            at: self.place,
            hyphens: self.hyphens,
        }
    }
}

/// How much text is looked at together of what stands side by side, in bytes.
const TOGETHER: usize = 1 << 20;

impl<'t> Suspects<'t> {
    pub(super) fn new(numbering: Numbering) -> Self {
        Self {
            numbering,
            runs: Vec::new(),
            last: HashMap::new(),
            left: 0,
        }
    }

    /// Suspects a run of the output, unless it is known.
    pub(super) fn add(&mut self, number: u64, run: Run<'t>) {
        if self.same(number, run).is_none() {
            self.push(number, run, run.at, Cow::Borrowed(run.text), run.at);
        }
    }

    /// The same for a part of the output that begins at `start` and is not kept.
    pub(super) fn add_of_part(&mut self, number: u64, run: Run<'_>, start: usize) {
        if self.same(number, run).is_none() {
            let characters = run.characters().to_owned();
            self.push(number, run, start + run.at, Cow::Owned(characters), 0);
        }
    }

    fn push(&mut self, number: u64, run: Run<'_>, at: usize, text: Cow<'t, str>, place: usize) {
        let before = self.last.insert(number, self.runs.len());
        self.left += 1;
        self.runs.push(Suspect {
            number,
            before,
            at,
            text,
            place,
            hyphens: run.hyphens,
            portion: None,
            is_cleared: false,
        });
    }

    /// Whether none is left.
    pub(super) const fn is_empty(&self) -> bool {
        self.left == 0
    }

    /// Lets those go that no withheld portion has. Of several that have one the first counts.
    pub(super) fn keep_accused(&mut self, withheld: &[(usize, Cow<'_, str>)]) {
        let numbering = self.numbering;
        if self.is_empty() {
            return;
        }
        let filter = self.filter();
        // A text whose words are the same in both readings has been read with the first.
        let mut texts: Vec<_> = withheld.iter().collect();
        for hyphens in Hyphens::BOTH {
            texts.retain(|(portion, text)| {
                let seen = numbering.runs(text, hyphens, |at, number| {
                    let run = Run { text, at, hyphens };
                    if filter.may_have(number)
                        && let Some(suspect) = self.same(number, run)
                    {
                        suspect.portion.get_or_insert(*portion);
                    }
                    ControlFlow::Continue(())
                });
                seen == Seen::Differs
            });
        }
        self.clear_where(|suspect| suspect.portion.is_none());
    }

    /// Lets those go that stand in the same characters in one of the texts that are open, where they are few: it is a quick
    /// look.
    pub(super) fn clear_at_sight<'o>(&mut self, open: impl Iterator<Item = Cow<'o, str>>) {
        const FEW: usize = 8;
        if self.left <= FEW {
            let open: Vec<_> = open.collect();
            self.clear_where(|suspect| {
                let texts = open.iter().map(|text| &**text);
                suspect.run().stands_in(texts)
            });
        }
    }

    /// Lets those go that stand in texts that are open, one behind the other; no word goes on from one to the next.
    pub(super) fn clear_side_by_side<'o>(&mut self, open: impl Iterator<Item = Cow<'o, str>>) {
        self.clear_by(TOGETHER, NO_WORD, open);
    }

    /// Lets those go that stand in the lines of a text that is open.
    pub(super) fn clear_lines<'o>(&mut self, lines: impl Iterator<Item = Cow<'o, str>>) {
        self.clear_by(TOGETHER, '\n', lines);
    }

    fn clear_by<'o>(
        &mut self,
        size: usize,
        between: char,
        open: impl Iterator<Item = Cow<'o, str>>,
    ) {
        if self.is_empty() {
            return;
        }
        let filter = self.filter();
        let mut together = String::new();
        let mut starts = Vec::new();
        let mut looked_at = 0;
        for text in open {
            if self.is_empty() {
                return;
            }
            starts.push(together.len());
            together.push_str(&text);
            together.push(between);
            if together.len() - looked_at > size {
                self.clear_in(&together, &filter);
                // A run may begin in what stands last.
                let kept = starts.iter().rev().copied().find(|start| {
                    let tail = together.get(*start..).unwrap_or_default();
                    let mut words = tail
                        .split([' ', '\n', NO_WORD])
                        .filter(|word| !word.is_empty());
                    words.nth(2 * RUN).is_some()
                });
                together.drain(..kept.unwrap_or_default());
                starts.clear();
                looked_at = together.len();
            }
        }
        self.clear_in(&together, &filter);
    }

    fn clear_in(&mut self, text: &str, filter: &Filter) {
        let numbering = self.numbering;
        numbering.runs_of_both(text, |hyphens, at, number| {
            let run = Run { text, at, hyphens };
            let suspect = filter
                .may_have(number)
                .then(|| self.same(number, run))
                .flatten();
            if let Some(suspect) = suspect.filter(|suspect| !suspect.is_cleared) {
                suspect.is_cleared = true;
                self.left -= 1;
            }
            if self.is_empty() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
    }

    /// The portions of those that are left, each with the first place in the output.
    pub(super) fn found(self) -> BTreeMap<usize, usize> {
        let mut found: BTreeMap<usize, usize> = BTreeMap::new();
        for suspect in self.runs.iter().filter(|suspect| !suspect.is_cleared) {
            if let Some(portion) = suspect.portion {
                let first = found.entry(portion).or_insert(suspect.at);
                *first = suspect.at.min(*first);
            }
        }
        found
    }

    /// The numbers of those that are left.
    fn filter(&self) -> Filter {
        let mut filter = Filter::for_runs(self.left);
        for suspect in self.runs.iter().filter(|suspect| !suspect.is_cleared) {
            filter.insert(suspect.number);
        }
        filter
    }

    fn clear_where(&mut self, goes: impl Fn(&Suspect<'_>) -> bool) {
        for suspect in &mut self.runs {
            if !suspect.is_cleared && goes(suspect) {
                suspect.is_cleared = true;
                self.left -= 1;
            }
        }
    }

    /// The one that has these words, where there is one.
    fn same(&mut self, number: u64, run: Run<'_>) -> Option<&mut Suspect<'t>> {
        let mut next = self.last.get(&number).copied();
        while let Some(at) = next {
            let known = self.runs.get(at)?;
            if known.run().is(run) {
                return self.runs.get_mut(at);
            }
            next = known.before;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    /// What is left of the runs of `output` when `open` is cleared, so much of it at a time.
    fn left(numbering: Numbering, output: &str, open: &[String], size: usize) -> Vec<usize> {
        let mut suspects = Suspects::new(numbering);
        numbering.runs_of_both(output, |hyphens, at, number| {
            let text = output;
            suspects.add(number, Run { text, at, hyphens });
            ControlFlow::Continue(())
        });
        suspects.clear_by(
            size,
            NO_WORD,
            open.iter().map(|text| Cow::Borrowed(&**text)),
        );
        let runs = suspects.runs.iter().filter(|run| !run.is_cleared);
        let places: Vec<usize> = runs.map(|suspect| suspect.at).collect();
        assert_eq!(places.len(), suspects.left);
        places
    }

    #[test]
    fn what_is_open_clears_the_same_a_piece_at_a_time() {
        let words = [
            "The", "pier", "relay", "is", "dry.", "a-", "\n", "con-\n", "trol",
        ];
        let mut random = Random::new();
        let mut cleared = 0;
        for _ in 0..2_048 {
            let mut text = || {
                let words = (0..random.below(9)).map(|_| random.pick(&words));
                words.collect::<Vec<_>>().join(" ")
            };
            let open: Vec<String> = (0..12).map(|_| text()).collect();
            let (from, to) = (random.below(6), 6 + random.below(6));
            let output = open[from..to].join(random.pick(&[" ", "\n\n"]));
            let numbering = Numbering::new();
            let whole = left(numbering, &output, &open, usize::MAX);
            cleared += usize::from(whole.is_empty());
            for size in [0, 16, 64] {
                assert_eq!(left(numbering, &output, &open, size), whole, "{open:?}");
            }
        }
        assert!(cleared > 256, "{cleared}");
    }
}
