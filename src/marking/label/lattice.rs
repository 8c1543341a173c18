//! The label a portion carries inside the engine: a lattice, closed under join and under the passing of a date.

use crate::marking::mark::{Name, Names, Path, TooMany};
use crate::marking::register::{Control, Controls, Countries, Level, Sigmas};

/// Level × sensitivities × controls × release lists: what the engine computes with.
///
/// A [`Marking`](crate::marking::Marking) is what people write and must be valid; a label is any point of the lattice. The join of `(SBU)` and
/// `(C)` holds both: it prints `C`, and `SBU` once the date has lowered the level.
///
/// ```
/// use tearline::marking::{Label, Level};
///
/// let both = Label::sbu().join(&Label::of_level(Level::Confidential));
/// assert_eq!(both.to_string(), "C");
/// assert_eq!(both.with_level(Level::Unclassified).to_string(), "SBU");
/// ```
///
/// With the feature `serde` it is a text that says all of it ([`in_full`](Self::in_full)).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    pub(in crate::marking) level: Level,
    pub(in crate::marking) state: State,
    /// A classified part says nothing of foreign release.
    pub(in crate::marking) silent: bool,
    /// A part that stays controlled without its level says nothing of foreign release.
    pub(in crate::marking) silent_control: bool,
    pub(in crate::marking) controls: Controls,
    pub(in crate::marking) more: Option<Box<More>>,
}

/// Whether anybody but the originator may read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::marking) enum State {
    Resolved,
    Unresolved,
}

/// What a plain label has none of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::marking) struct More {
    /// Countries to which release is authorized, and those to which display is; they count where the label says `REL`.
    pub(in crate::marking) rel: Countries,
    pub(in crate::marking) display: Countries,
    pub(in crate::marking) fgi: Countries,
    /// No NATO information in it is above NATO RESTRICTED, and nothing else raises it above that.
    pub(in crate::marking) nato_restricted: bool,
    /// SIGMA numbers, of RD or of FRD.
    pub(in crate::marking) sigma: Sigmas,
    pub(in crate::marking) sci: Names<Path>,
    pub(in crate::marking) sap: Names<Path>,
    pub(in crate::marking) cui: Names<Name>,
}

impl More {
    pub(in crate::marking) const EMPTY: Self = Self {
        rel: Countries::NONE,
        display: Countries::NONE,
        fgi: Countries::NONE,
        nato_restricted: false,
        sigma: Sigmas::NONE,
        sci: Names::NONE,
        sap: Names::NONE,
        cui: Names::NONE,
    };
}

pub(in crate::marking) static NOTHING: More = More::EMPTY;

/// What holds release lists inside a label: `REL` stands for the three of them.
const LISTED: Controls = Controls::any_of([Control::Rel, Control::Relido]);

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
    pub(in crate::marking) const fn without_lists(
        level: Level,
        state: State,
        controls: Controls,
    ) -> Self {
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
            self.settle_nato();
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
            let Ok(joined) = join_more(*a, mine, b, yours) else {
                *self = Self::unresolved();
                return;
            };
            self.more = Some(Box::new(joined));
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
        self.controls.intersects(Controls::UNDATED) || nato
    }

    /// One value for each meaning: what another control covers is left out.
    pub(in crate::marking) fn normalize(&mut self) {
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
        self.settle_nato();
        if self.more.as_deref() == Some(&NOTHING) {
            self.more = None;
        }
    }

    /// NATO RESTRICTED is told apart only where the whole label is that: a US mark has no such level to print.
    fn settle_nato(&mut self) {
        let concealed = self.controls.has(Control::Fgi);
        if let Some(more) = &mut self.more {
            more.nato_restricted &=
                self.level == Level::Confidential && more.fgi == Countries::nato() && !concealed;
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

fn join_more(mut a: More, mine: Controls, b: &More, yours: Controls) -> Result<More, TooMany> {
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
    let at_most_restricted =
        |more: &More| more.nato_restricted || !more.fgi.intersects(&Countries::nato());
    a.nato_restricted = at_most_restricted(&a) && at_most_restricted(b);
    a.fgi = a.fgi.union(&b.fgi);
    a.sigma = a.sigma.union(b.sigma);
    a.sci.join(&b.sci)?;
    a.sap.join(&b.sap)?;
    a.cui.join(&b.cui)?;
    Ok(a)
}
