//! The label a portion carries inside the engine: a lattice, closed under join and under the passing of a date.

use std::fmt;

use super::controls::Controls;
use super::country::Countries;
use super::marking::{Head, Lists, Marking, Name, Path, merge};
use super::register::{Control, Need};
use super::{Caption, Level};

/// Level × sensitivities × controls × release lists: what the engine computes with.
///
/// A [`Marking`] is what people write and must be valid; a label is any point of the lattice. The join of `(SBU)` and
/// `(C)` holds both: it prints `C`, and `SBU` once the date has lowered the level.
///
/// ```
/// use tearline::marking::{Label, Level};
///
/// let both = Label::sbu().join(&Label::of_level(Level::Confidential));
/// assert_eq!(both.to_string(), "C");
/// assert_eq!(both.with_level(Level::Unclassified).to_string(), "SBU");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    pub(super) level: Level,
    pub(super) state: State,
    /// A classified part says nothing of foreign release.
    pub(super) silent: bool,
    /// A part that stays controlled without its level says nothing of foreign release.
    pub(super) silent_control: bool,
    pub(super) controls: Controls,
    pub(super) more: Option<Box<More>>,
}

/// Whether anybody but the originator may read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum State {
    Resolved,
    Unresolved,
}

/// What a plain label has none of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct More {
    /// Countries to which release is authorized, and those to which display is; they count where the label says `REL`.
    pub(super) rel: Countries,
    pub(super) display: Countries,
    pub(super) fgi: Countries,
    pub(super) sigma: u32,
    pub(super) sci: Vec<Path>,
    pub(super) sap: Vec<Path>,
    pub(super) cui: Vec<Name>,
}

impl More {
    pub(super) const EMPTY: Self = Self {
        rel: Countries::NONE,
        display: Countries::NONE,
        fgi: Countries::NONE,
        sigma: 0,
        sci: Vec::new(),
        sap: Vec::new(),
        cui: Vec::new(),
    };
}

static NOTHING: More = More::EMPTY;

/// What says something of foreign disclosure and release.
const RELEASE: Controls = Controls::any_of([
    Control::Nf,
    Control::Rel,
    Control::Relido,
    Control::Eyes,
    Control::DisplayOnly,
]);

/// What holds release lists inside a label: `REL` stands for the three of them.
const LISTED: Controls = Controls::any_of([Control::Rel, Control::Relido]);

/// What a date does not lower: 32 CFR 2001.24(h)(2) and (i)(3); CAPCO 2016 E.5 for NATO.
const UNDATED: Controls = Controls::any_of([
    Control::Rd,
    Control::Cnwdi,
    Control::Frd,
    Control::Tfni,
    Control::Atomal,
    Control::Balk,
    Control::Bohemia,
]);

/// What vanishes from a classified mark (CAPCO 2016 D.2 Table 3; H.9 p176).
const HIDDEN: Controls = Controls::any_of([
    Control::Fouo,
    Control::Sbu,
    Control::Lou,
    Control::Ds,
    Control::Dcni,
    Control::Ucni,
]);

impl Label {
    /// Unclassified and free of any control: the least label.
    #[must_use]
    pub const fn unclassified() -> Self {
        Self::of_level(Level::Unclassified)
    }

    /// The plain label of a level.
    #[must_use]
    pub const fn of_level(level: Level) -> Self {
        Self::without_lists(level, State::Resolved, Controls::NONE)
    }

    /// A label of registered controls alone, none of which is a release list.
    pub(super) const fn without_lists(level: Level, state: State, controls: Controls) -> Self {
        let released = controls.has(Control::Nf);
        Self {
            level,
            state,
            silent: level.is_classified() && !released,
            silent_control: !controls.is_empty() && !released,
            controls,
            more: None,
        }
    }

    /// Sensitive But Unclassified.
    #[must_use]
    pub const fn sbu() -> Self {
        Self::without_lists(
            Level::Unclassified,
            State::Resolved,
            Controls::of(Control::Sbu),
        )
    }

    /// The greatest label: what cannot be read, and only the originator sees.
    #[must_use]
    pub const fn unresolved() -> Self {
        Self::without_lists(Level::TopSecret, State::Unresolved, Controls::NONE)
    }

    /// Whether it says what it takes to read; an unresolved label says only that nobody may.
    #[must_use]
    pub const fn is_resolved(&self) -> bool {
        matches!(self.state, State::Resolved)
    }

    /// The level.
    #[must_use]
    pub const fn level(&self) -> Level {
        self.level
    }

    /// Whether it is a level and nothing else.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.controls.is_empty() && self.more.is_none() && self.is_resolved()
    }

    /// The least label that is at least as high as both.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        joined.join_assign(other);
        joined
    }

    /// Raises this label to the join with another.
    pub fn join_assign(&mut self, other: &Self) {
        self.level = self.level.max(other.level);
        // NOFORN says all there is to say of foreign release.
        let open = !self.controls.has(Control::Nf);
        self.silent |= other.silent && open;
        self.silent_control |= other.silent_control && open;
        if other.is_plain() && self.is_resolved() {
            return;
        }
        self.join_controlled(other);
    }

    fn join_controlled(&mut self, other: &Self) {
        if !(self.is_resolved() && other.is_resolved()) {
            *self = Self::unresolved();
            return;
        }
        let (mine, yours) = (self.controls, other.controls);
        let both = |control| mine.has(control) && yours.has(control);
        let mut controls = mine.union(yours);
        if mine.intersects(LISTED) && yours.intersects(LISTED) && !both(Control::Relido) {
            controls = controls.without(Controls::of(Control::Relido));
        }
        if self.more.is_some() || other.more.is_some() {
            let (a, b) = (
                self.more.take().unwrap_or_default(),
                other.more.as_deref().unwrap_or(&NOTHING),
            );
            self.more = Some(Box::new(join_more(*a, mine, b, yours)));
        }
        self.controls = controls;
        self.normalize();
    }

    /// Whether whoever may read this label may read `other` as well, by the labels alone.
    #[must_use]
    pub fn dominates(&self, other: &Self) -> bool {
        self.join(other).comparable() == self.clone().comparable()
    }

    /// The same with release lists as countries, so that equal sets compare equal.
    fn comparable(mut self) -> Self {
        if let Some(more) = &mut self.more {
            more.rel = more.rel.expanded();
            more.display = more.display.expanded().without(&more.rel);
        }
        self
    }

    /// The same at another level: what the passing of a date makes of it.
    ///
    /// The level alone is lowered: sensitivities, controls and release lists stay. What [bars
    /// declassification](Self::bars_declassification) is not lowered at all, and no label falls below the floor of a
    /// control that stays with it. A level is never raised.
    #[must_use]
    pub fn with_level(&self, level: Level) -> Self {
        let mut lowered = self.clone();
        if !self.is_resolved() || self.bars_declassification() {
            return lowered;
        }
        let floors = self
            .controls
            .iter()
            .filter_map(|control| control.row().floor);
        let mut floor = floors.fold(level, Level::max);
        let programs = |more: &More| !more.sci.is_empty() || !more.sap.is_empty();
        if self.more.as_deref().is_some_and(programs) {
            floor = self.level;
        }
        lowered.level = lowered.level.min(floor);
        lowered.silent &= lowered.level.is_classified();
        lowered
    }

    /// Whether no date lowers it: Restricted Data, Formerly Restricted Data, TFNI, NATO information.
    #[must_use]
    pub fn bars_declassification(&self) -> bool {
        let nato = self
            .more
            .as_deref()
            .is_some_and(|more| more.fgi.intersects(&Countries::nato()));
        self.controls.intersects(UNDATED) || nato
    }

    /// The same under a caption, which binds every portion of a document.
    #[must_use]
    pub fn with_caption(&self, caption: Caption) -> Self {
        self.join(&caption.label())
    }

    /// The marking as it prints.
    #[must_use]
    pub fn marking(&self) -> Marking {
        let mut mark = Marking::of_level(self.level);
        let more = self.more.as_deref().unwrap_or(&NOTHING);
        let classified = self.level.is_classified();
        let mut controls = if classified {
            self.controls.without(HIDDEN)
        } else {
            self.controls
        };
        controls = controls.without(RELEASE);
        let mut lists = Lists {
            sci: more.sci.clone(),
            sap: more.sap.clone(),
            fgi: more.fgi,
            cui: more.cui.clone(),
            ..Lists::EMPTY
        };
        if controls.has(Control::Rd) {
            lists.sigma = more.sigma;
        }
        // NATO is named even beside a source that is concealed: its information asks a read-in.
        if more.fgi.intersects(&Countries::nato()) {
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
        mark.lists = Some(Box::new(lists));
        mark.tidied()
    }

    /// One value for each meaning: what another control covers is left out.
    pub(super) fn normalize(&mut self) {
        let has = |control| self.controls.has(control);
        let mut controls = self.controls;
        for (greater, lesser) in COVERED {
            if has(greater) {
                controls = controls.without(Controls::of(lesser));
            }
        }
        if controls.has(Control::Rel) {
            let nobody = self.more.as_deref().is_none_or(|more| {
                more.rel.without(&Countries::usa()).is_empty() && more.display.is_empty()
            });
            // A controlled part that says nothing counts as NOFORN beside one that does (ODNI ISM-Rollup 2.2).
            if self.silent_control || (nobody && !controls.has(Control::Relido)) {
                controls.insert(Control::Nf);
            }
        }
        if controls.has(Control::Nf) {
            controls = controls.without(LISTED);
            self.silent = false;
            self.silent_control = false;
            if let Some(more) = &mut self.more {
                more.rel = Countries::NONE;
                more.display = Countries::NONE;
            }
        }
        self.controls = controls;
        if self.more.as_deref() == Some(&NOTHING) {
            self.more = None;
        }
    }
}

/// Controls that another covers: whoever may read the first may read the second. Closed under itself, so that a join does
/// not depend on the order of its parts.
const COVERED: [(Control, Control); 13] = [
    (Control::Nd, Control::Xd),
    (Control::Nd, Control::Sbu),
    (Control::Nd, Control::Fouo),
    (Control::Nd, Control::Lou),
    (Control::Xd, Control::Sbu),
    (Control::Xd, Control::Fouo),
    (Control::Xd, Control::Lou),
    (Control::Sbu, Control::Fouo),
    (Control::Sbu, Control::Lou),
    (Control::Oc, Control::OcUsgov),
    (Control::Rd, Control::Frd),
    (Control::Rd, Control::Tfni),
    (Control::Frd, Control::Tfni),
];

fn join_more(mut a: More, mine: Controls, b: &More, yours: Controls) -> More {
    match (mine.intersects(LISTED), yours.intersects(LISTED)) {
        (true, true) => {
            if (a.rel, a.display) != (b.rel, b.display) {
                let (a_rel, b_rel) = (a.rel.expanded(), b.rel.expanded());
                let rel = a_rel.intersection(&b_rel);
                let a_view = a_rel.union(&a.display.expanded());
                let b_view = b_rel.union(&b.display.expanded());
                a.display = a_view
                    .intersection(&b_view)
                    .without(&rel)
                    .without(&Countries::usa());
                a.rel = rel;
            }
        }
        (false, true) => {
            a.rel = b.rel;
            a.display = b.display;
        }
        (true, false) | (false, false) => {}
    }
    a.fgi = a.fgi.union(&b.fgi);
    a.sigma |= b.sigma;
    merge(&mut a.sci, &b.sci);
    merge(&mut a.sap, &b.sap);
    merge(&mut a.cui, &b.cui);
    a
}

impl From<&Marking> for Label {
    fn from(mark: &Marking) -> Self {
        if mark.is_plain() {
            return Self::of_level(mark.level());
        }
        let level = mark.level();
        let lists = mark.lists();
        let stated = mark.controls.intersection(RELEASE);
        let mut controls = mark.controls.without(RELEASE);
        for (joined, parts) in [
            (Control::SbuNf, [Control::Sbu, Control::Nf]),
            (Control::LesNf, [Control::Les, Control::Nf]),
        ] {
            if controls.has(joined) {
                controls = controls
                    .without(Controls::of(joined))
                    .union(Controls::any_of(parts));
            }
        }
        let mut more = More {
            sigma: lists.sigma,
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
            Head::Nato(_) => more.fgi = more.fgi.union(&Countries::nato()),
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
        let mark = self.marking();
        // The State Department writes its sensitivities without a level before them (5 FAH-1 H-246.2).
        if mark == Marking::of_level(Level::Unclassified).with_control(Control::Sbu) {
            return f.write_str("SBU");
        }
        if mark == Marking::of_level(Level::Unclassified).with_control(Control::SbuNf) {
            return f.write_str("SBU/NF");
        }
        if mark == Marking::of_level(Level::Unclassified).with_control(Control::Lou) {
            return f.write_str("LOU");
        }
        mark.fmt(f)
    }
}
