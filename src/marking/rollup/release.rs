//! Foreign disclosure and release in a roll-up: CAPCO 2016 D.2 Table 3, with B.3 Table 2 for portions that say nothing.

use jiff::civil::{Date, date};

use crate::marking::mark::{Head, Marking};
use crate::marking::register::{Category, Control, Controls, Countries, Level};

/// From this day on, a classified portion that says nothing and is not otherwise controlled counts as RELIDO.
const RELIDO_FROM: Date = date(2010, 6, 28);

/// Tetragraphs that a roll-up takes apart (Table 3 rule 23). ODNI's taxonomy flags more as decomposable; taking fewer apart
/// releases to fewer.
const EXPANDED: [&str; 3] = ["ACGU", "FVEY", "TEYE"];

/// The foreign disclosure and release marking of a banner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Release {
    /// None: no portion has one (B.3.i).
    Unstated,
    /// None but what `SBU NOFORN` or `LES NOFORN` says by itself (H.9 pp179, 187).
    Compound,
    Noforn,
    Listed {
        rel: Countries,
        display: Countries,
        relido: bool,
    },
    EyesOnly(Countries),
}

/// What the portions say of foreign release together.
#[derive(Debug)]
pub(super) struct Released {
    dated: Date,
    /// NOFORN as a control of its own, or through NODIS or EXDIS.
    noforn: bool,
    /// NOFORN through SBU NOFORN or LES NOFORN.
    compound: bool,
    /// Some portion releases, displays or defers.
    positive: bool,
    /// A portion that says nothing and counts as NOFORN; as RELIDO.
    silent_noforn: bool,
    silent_relido: bool,
    all_relido: bool,
    only_relido: bool,
    all_eyes: bool,
    rel: Common,
    /// Whoever may be given may be shown (Table 3 rule 26).
    view: Common,
    /// Joint portions whose `REL` names nobody: the least it says is their owners (H.3 p55).
    joint_rel: bool,
}

impl Released {
    pub(super) const fn new(dated: Date) -> Self {
        Self {
            dated,
            noforn: false,
            compound: false,
            positive: false,
            silent_noforn: false,
            silent_relido: false,
            all_relido: true,
            only_relido: true,
            all_eyes: true,
            rel: Common::Anybody,
            view: Common::Anybody,
            joint_rel: false,
        }
    }

    pub(super) fn add(&mut self, marking: &Marking) {
        let controls = marking.controls;
        if controls.intersects(NOFORN) {
            self.noforn = true;
        } else if controls.intersects(Controls::COMPOUND) {
            self.compound = true;
        } else if controls.intersects(POSITIVE) {
            self.add_positive(marking);
        } else {
            self.add_silent(marking);
        }
    }

    fn add_positive(&mut self, marking: &Marking) {
        let controls = marking.controls;
        let lists = marking.lists();
        let relido = controls.has(Control::Relido);
        let mut rel = lists.rel.union(&lists.eyes);
        let bare = rel.is_empty() && (controls.has(Control::Rel) || controls.has(Control::Eyes));
        let joint = bare && matches!(marking.head, Head::Joint(_));
        if joint {
            rel = lists.owners;
            self.joint_rel = true;
        }
        self.positive = true;
        self.all_relido &= relido;
        self.only_relido &= relido && rel.is_empty() && !bare;
        self.all_eyes &= controls.has(Control::Eyes);
        // A joint `REL` whose owners are those of the banner is taken into account there.
        if !(joint && rel.is_empty()) {
            self.rel.add(rel);
            self.view.add(rel.union(&lists.display));
        }
    }

    /// B.3 Table 2.
    fn add_silent(&mut self, marking: &Marking) {
        let lists = marking.lists();
        let foreign = !matches!(marking.head, Head::Us(_))
            || marking.controls.has(Control::Fgi)
            || !lists.fgi.is_empty();
        // SCI controls do not make a portion caveated (B.3, note).
        let caveats = marking
            .controls
            .iter()
            .any(|control| control.row().category != Category::Sci);
        let caveated = caveats || !lists.sap.is_empty();
        let classified = marking.level().is_classified();
        if foreign || caveated || (classified && self.dated < RELIDO_FROM) {
            self.silent_noforn = true;
        } else if classified {
            self.silent_relido = true;
        }
        // An unclassified portion without any control takes no part (H.1 p51).
    }

    /// The marking of the banner; `owners` are those of a joint banner.
    pub(super) fn banner(&self, level: Level, owners: Countries) -> Release {
        if !(self.noforn || self.compound || self.positive) {
            return Release::Unstated;
        }
        if self.compound && !self.noforn && !self.positive && !level.is_classified() {
            return Release::Compound;
        }
        if self.noforn || self.compound || self.silent_noforn {
            return Release::Noforn;
        }
        if self.silent_relido {
            // Rule 17; rules 12, 16 and 19 where a portion does more than defer.
            return if self.only_relido {
                relido()
            } else {
                Release::Noforn
            };
        }
        let (mut rel, mut view) = (self.rel, self.view);
        if self.joint_rel {
            rel.add(owners);
            view.add(owners);
        }
        self.listed(&rel.common(), &view.common())
    }

    fn listed(&self, rel: &Countries, view: &Countries) -> Release {
        let usa = Countries::usa();
        let others = rel.without(&usa);
        let display = view.without(&usa).without(&rel.union(&expanded(rel)));
        let display = if self.all_relido {
            Countries::NONE
        } else {
            display
        };
        if !others.is_empty() && self.all_eyes {
            return Release::EyesOnly(others.union(&usa));
        }
        let rel = if others.is_empty() {
            Countries::NONE
        } else {
            others.union(&usa)
        };
        if rel.is_empty() && display.is_empty() {
            return if self.all_relido {
                relido()
            } else {
                Release::Noforn
            };
        }
        Release::Listed {
            rel,
            display,
            relido: self.all_relido,
        }
    }
}

const NOFORN: Controls = Controls::any_of([Control::Nf, Control::Xd, Control::Nd]);
const POSITIVE: Controls = Controls::RELEASE.without(Controls::of(Control::Nf));

const fn relido() -> Release {
    Release::Listed {
        rel: Countries::NONE,
        display: Countries::NONE,
        relido: true,
    }
}

fn expanded(list: &Countries) -> Countries {
    list.expanded_where(|row| EXPANDED.contains(&row.code()))
}

/// What lists have in common.
#[derive(Clone, Copy, Debug)]
enum Common {
    /// No list yet.
    Anybody,
    /// Codes as they are written, and with the three tetragraphs taken apart.
    Lists {
        written: Countries,
        expanded: Countries,
    },
}

impl Common {
    fn add(&mut self, list: Countries) {
        let apart = expanded(&list);
        *self = match self {
            Self::Anybody => Self::Lists {
                written: list,
                expanded: apart,
            },
            Self::Lists { written, expanded } => Self::Lists {
                written: written.intersection(&list),
                expanded: expanded.intersection(&apart),
            },
        };
    }

    /// Written as the portions write it where that says all there is in common.
    fn common(&self) -> Countries {
        match self {
            Self::Anybody => Countries::NONE,
            Self::Lists {
                written,
                expanded: all,
            } if expanded(written).contains(all) => *written,
            Self::Lists { expanded, .. } => *expanded,
        }
    }
}
