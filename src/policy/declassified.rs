//! A document that an authority has declassified as a whole: one decision for every portion that holds a level.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::decided::Protection;
use super::decision::{Action, Decision};
use super::settled::Settled;
use super::{Assessment, Portion, Rating, Ruling, spread};

impl Assessment<'_> {
    /// The same with the declassification of the whole carried out, where one is known. It names no portion: what rules of
    /// one's own raise stays raised, and so does what a decision raises later on.
    pub(super) fn declassified(mut self) -> Self {
        let Some(known) = self.document().header().declassified().cloned() else {
            return self;
        };
        let raised = self.raised_by_rules();
        let mut settled = Vec::new();
        for (index, portion) in self.portions.iter().enumerate() {
            let decision = Decision::new(
                portion.target(),
                Action::Declassified(known.on()),
                known.by(),
                known.on(),
            );
            let decision = decision.with_authority(known.by()).of_whole();
            let before = Protection::of(portion);
            if !raised.contains(&index) && self.allow(portion, &before, &decision).is_ok() {
                settled.push(Settled {
                    decision: Arc::new(decision),
                    portion: index,
                    excised: None,
                    replaced: Vec::new(),
                    in_force: true,
                });
            }
        }
        let before = Arc::new(std::mem::take(&mut self.portions));
        self.portions = self.under(&before, &settled);
        self.undecided = Some(before);
        self.settled = settled;
        self
    }

    /// The portions that rules of one's own raise to a level, and those that take their rating from them.
    fn raised_by_rules(&self) -> BTreeSet<usize> {
        let label = |portion: &Portion| portion.ruling().and_then(Ruling::raised);
        let raised: Vec<(Range<usize>, Rating)> = self
            .portions
            .iter()
            .filter_map(|portion| Some((portion.blocks(), Rating::dated(label(portion)?))))
            .collect();
        let taking = spread::taking(&self.policy, self.document(), &raised, None);
        let is_taking = |portion: &Portion| {
            portion
                .blocks()
                .any(|block| taking.get(block) == Some(&true))
        };
        let is_raised =
            |portion: &Portion| label(portion).is_some_and(|label| spread::binds(&label));
        self.portions
            .iter()
            .enumerate()
            .filter(|(_, portion)| is_raised(portion) || is_taking(portion))
            .map(|(index, _)| index)
            .collect()
    }
}
