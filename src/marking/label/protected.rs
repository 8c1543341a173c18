//! What a mark says by itself of the law that keeps information from the public.

use super::lattice::Label;
use crate::marking::register::{Category, Control, Controls};

/// A protection that a mark states and that one kind of exemption of the Freedom of Information Act is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protection {
    /// A statute forbids the release: Restricted Data and what was it, by the Atomic Energy Act (32 CFR 2001.24(h)), and
    /// Sensitive Security Information (CAPCO 2016 H.9 p190).
    Statute,
    /// Compiled for law enforcement purposes (CAPCO 2016 H.9 p181).
    LawEnforcement,
    /// A trade secret or proprietary data of a firm (CAPCO 2016 H.8 p148).
    Proprietary,
}

impl Label {
    /// The protections that its controls state.
    pub(crate) fn protections(&self) -> impl Iterator<Item = Protection> {
        let statute = Controls::of_category(Category::Aea).union(Controls::of(Control::Ssi));
        let enforcement = Controls::any_of([Control::Les, Control::LesNf]);
        [
            (statute, Protection::Statute),
            (enforcement, Protection::LawEnforcement),
            (Controls::of(Control::Pr), Protection::Proprietary),
        ]
        .into_iter()
        .filter(|(controls, _)| self.controls.intersects(*controls))
        .map(|(_, protection)| protection)
    }
}
