//! From marks to labels and back.

use std::fmt;

use super::lattice::{Label, More, NOTHING, State};
use crate::marking::mark::{Head, Lists, Marking};
use crate::marking::register::{Control, Controls, Countries, Need, Rank};

impl Label {
    /// The marking as it prints.
    #[must_use]
    pub fn marking(&self) -> Marking {
        let mut mark = Marking::of_level(self.level);
        let more = self.more.as_deref().unwrap_or(&NOTHING);
        let classified = self.level.is_classified();
        let mut controls = if classified {
            self.controls.without(Controls::UNCLASSIFIED_ONLY)
        } else {
            self.controls
        };
        controls = controls.without(Controls::RELEASE);
        let mut lists = Lists {
            sci: more.sci.clone(),
            sap: more.sap.clone(),
            fgi: more.fgi,
            cui: more.cui.clone(),
            ..Lists::EMPTY
        };
        if controls.has(Control::Rd) {
            lists.sigma = more.sigma;
        } else {
            lists.frd_sigma = more.sigma;
        }
        if more.nato_restricted {
            mark.head = Head::Nato(Rank::Restricted);
            lists.fgi = Countries::NONE;
        }
        // NATO is named even beside a source that is concealed: its information asks a read-in.
        if !more.fgi.is_empty() && more.fgi.intersects(&Countries::nato()) {
            controls = controls.without(Controls::of(Control::Fgi));
        } else if controls.has(Control::Fgi) {
            lists.fgi = Countries::NONE;
        }
        if self.controls.has(Control::Nf) {
            controls = match (controls.has(Control::Sbu), controls.has(Control::Les)) {
                (true, false) if controls == Controls::of(Control::Sbu) => {
                    Controls::of(Control::SbuNf)
                }
                _ => controls.with(Control::Nf),
            };
        } else if !self.silent {
            // A classified part that says nothing is for US readers alone: a list beside it is not printed.
            controls = controls
                .set_where(!more.rel.is_empty(), Control::Rel)
                .set_where(!more.display.is_empty(), Control::DisplayOnly)
                .set_where(self.controls.has(Control::Relido), Control::Relido);
            lists.rel = if more.rel.is_empty() {
                more.rel
            } else {
                more.rel.union(&Countries::usa())
            };
            lists.display = more.display;
        }
        mark.controls = controls;
        if self.more.is_some() {
            mark.lists = Some(Box::new(lists));
        }
        mark.tidied()
    }
}

impl From<&Marking> for Label {
    fn from(mark: &Marking) -> Self {
        if mark.is_plain() {
            return Self::of_level(mark.level());
        }
        let level = mark.level();
        let lists = mark.lists();
        let stated = mark.controls.intersection(Controls::RELEASE);
        let mut controls = mark.controls.without(Controls::RELEASE);
        if controls != controls.uncompounded() {
            controls = controls.uncompounded().with(Control::Nf);
        }
        let mut more = More {
            sigma: lists.sigma.union(lists.frd_sigma),
            sci: lists.sci.clone(),
            sap: lists.sap.clone(),
            cui: lists.cui.clone(),
            fgi: lists.fgi,
            ..More::EMPTY
        };
        match mark.head {
            Head::Us(_) => {}
            Head::Foreign(_) if lists.owners.is_empty() => controls.insert(Control::Fgi),
            Head::Foreign(_) | Head::Joint(_) => {
                more.fgi = more.fgi.union(&lists.owners.without(&Countries::usa()));
            }
            Head::Nato(rank) => {
                more.nato_restricted =
                    rank == Rank::Restricted && !more.fgi.intersects(&Countries::nato());
                more.fgi = more.fgi.union(&Countries::nato());
            }
        }
        if stated.has(Control::Nf) {
            controls.insert(Control::Nf);
        } else if !stated.is_empty() {
            // `REL` says here that the lists count, `EYES` releases like it.
            controls.insert(Control::Rel);
            controls = controls.set_where(stated.has(Control::Relido), Control::Relido);
            more.rel = lists.rel.union(&lists.eyes);
            more.display = lists.display;
            if matches!(mark.head, Head::Joint(_)) && !lists.owners.is_empty() {
                // A joint mark is released at least to its owners, and only they may read it (CAPCO 2016 H.3 p55; ODNI
                // ISM-ACES Table 4).
                more.rel = if more.rel.is_empty() {
                    lists.owners
                } else {
                    more.rel.expanded().intersection(&lists.owners.expanded())
                };
            }
        }
        let released = controls.has(Control::Nf) || controls.has(Control::Rel);
        let asks = |control: Control| control.row().need != Need::Nothing;
        let controlled = controls.iter().any(asks)
            || !(more.sci.is_empty() && more.sap.is_empty() && more.fgi.is_empty());
        let mut label = Self {
            level,
            state: State::Resolved,
            silent: level.is_classified() && !released,
            silent_control: controlled && !released,
            controls,
            more: Some(Box::new(more)),
        };
        label.normalize();
        label
    }
}

impl From<&Label> for Marking {
    fn from(label: &Label) -> Self {
        label.marking()
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_resolved() {
            return f.write_str("unresolved");
        }
        if self.is_plain() {
            return f.write_str(self.level.portion());
        }
        // The State Department writes its sensitivities without a level before them (5 FAH-1 H-246.2).
        let mark = self.marking();
        match mark.only_control() {
            Some(Control::Sbu) => f.write_str("SBU"),
            Some(Control::SbuNf) => f.write_str("SBU/NF"),
            Some(Control::Lou) => f.write_str("LOU"),
            Some(_) | None => mark.fmt(f),
        }
    }
}
