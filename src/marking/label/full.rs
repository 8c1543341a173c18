//! A label as a text that says all of it.

use std::str::FromStr;

use super::lattice::{Label, NOTHING};
use crate::marking::mark::{Lists, Marking, MarkingError};
use crate::marking::register::{Control, Controls, Level};

/// What stands for a label that only the originator may read.
const UNRESOLVED: &str = "unresolved";

/// What stands between two marks of one label.
const AND: &str = " + ";

impl Label {
    /// The marks of which it is the join. [`Display`](std::fmt::Display) writes the one mark that a portion of this label
    /// bears, which does not say what stays when a date lowers its level; this says it.
    ///
    /// What no marks say is written as `unresolved`, the greatest label: what is read back is never lower.
    ///
    /// ```
    /// use tearline::marking::{Label, Level};
    ///
    /// let both = Label::sbu().join(&Label::of_level(Level::Confidential));
    /// assert_eq!((both.to_string(), both.in_full()), ("C".to_owned(), "C + SBU".to_owned()));
    /// assert_eq!(both.in_full().parse(), Ok(both));
    /// ```
    #[must_use]
    pub fn in_full(&self) -> String {
        // A mark may say more of foreign release than the label does: then its level comes first.
        let first = [self.to_string(), self.level.to_string()];
        let first = first.into_iter().filter(|_| self.is_resolved());
        let Some((mut text, mut said)) = first
            .filter_map(|mark| self.part(&mark).map(|said| (mark, said)))
            .next()
        else {
            return UNRESOLVED.to_owned();
        };
        if said == *self {
            return text;
        }
        let lowered = self.with_level(Level::Unclassified).to_string();
        for mark in std::iter::once(lowered).chain(self.pieces()) {
            if let Some(more) = self.part(&mark).map(|piece| said.join(&piece))
                && more != said
            {
                text.push_str(AND);
                text.push_str(&mark);
                said = more;
                if said == *self {
                    return text;
                }
            }
        }
        UNRESOLVED.to_owned()
    }

    /// What the mark says, where that is a part of this label.
    fn part(&self, mark: &str) -> Option<Self> {
        let said = mark.parse().ok()?;
        self.dominates(&said).then_some(said)
    }

    /// Every control and every list of it by itself, each without and with what is said of foreign release.
    fn pieces(&self) -> impl Iterator<Item = String> {
        let more = self.more.as_deref().unwrap_or(&NOTHING);
        let lists = [
            Lists {
                fgi: more.fgi,
                ..Lists::EMPTY
            },
            Lists {
                sci: more.sci.clone(),
                sap: more.sap.clone(),
                ..Lists::EMPTY
            },
        ];
        let cui = Lists {
            cui: more.cui.clone(),
            ..Lists::EMPTY
        };
        let numbers = |control| Lists {
            sigma: if control == Control::Rd {
                more.sigma
            } else {
                Lists::EMPTY.sigma
            },
            frd_sigma: if control == Control::Frd {
                more.sigma
            } else {
                Lists::EMPTY.sigma
            },
            ..if control == Control::Cui {
                cui.clone()
            } else {
                Lists::EMPTY
            }
        };
        let alone = self.controls.without(Controls::RELEASE);
        let controls = alone
            .iter()
            .map(|control| (Controls::of(control), numbers(control)));
        let listed = lists.map(|list| (Controls::NONE, list));
        let release = [
            Controls::NONE,
            Controls::of(Control::Nf),
            Controls::NONE
                .set_where(!more.rel.is_empty(), Control::Rel)
                .set_where(!more.display.is_empty(), Control::DisplayOnly)
                .set_where(self.controls.has(Control::Relido), Control::Relido),
        ];
        let pieces: Vec<(Controls, Lists)> = controls.chain(listed).collect();
        let (rel, display) = (more.rel, more.display);
        pieces
            .into_iter()
            .chain([(Controls::NONE, Lists::EMPTY)])
            .flat_map(move |(controls, lists)| {
                release.map(|release| {
                    let mut mark = Marking::of_level(Level::Unclassified);
                    mark.controls = controls.union(release);
                    let mut lists = lists.clone();
                    if release.has(Control::Rel) {
                        lists.rel = rel;
                    }
                    if release.has(Control::DisplayOnly) {
                        lists.display = display;
                    }
                    mark.lists = Some(Box::new(lists));
                    mark.tidied().to_string()
                })
            })
    }
}

impl FromStr for Label {
    type Err = MarkingError;

    /// Reads what [`in_full`](Label::in_full) writes: portion marks, joined, each by its grammar alone.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == UNRESOLVED {
            return Ok(Self::unresolved());
        }
        let mut label = Self::unclassified();
        for (place, mark) in text.split(AND).enumerate() {
            let mark = Self::from(&Marking::read_portion(mark)?);
            label = if place == 0 { mark } else { label.join(&mark) };
        }
        Ok(label)
    }
}
