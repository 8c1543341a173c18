//! Whether a reader may read a label: every condition must be met, and an unknown one denies (ODNI ISM-ACES 2.2.3, 2.4).

use super::access::{Access, Condition, name};
use super::agency::Branch;
use super::who::{Named, Reader};
use crate::marking::label::{Label, More};
use crate::marking::mark::Marking;
use crate::marking::register::{Category, Control, Controls, Countries, Level, Need};

impl Reader {
    /// What this reader may do with a portion that bears `label`.
    ///
    /// ```
    /// use tearline::marking::{Label, Level, Reader};
    ///
    /// let reader: Reader = "C".parse().unwrap();
    /// assert!(reader.reads(&Label::sbu()).is_permit());
    /// assert!(!reader.reads(&Label::of_level(Level::Secret)).is_permit());
    /// assert!(!reader.reads(&Label::unresolved()).is_permit());
    /// ```
    #[must_use]
    pub fn reads(&self, label: &Label) -> Access {
        if self.is_originator() {
            return Access::Permit;
        }
        if !label.is_resolved() {
            return Access::Deny(vec![Condition::Unresolved]);
        }
        if label.is_plain() && label.level() == Level::Unclassified {
            return Access::Permit;
        }
        let mut failed = Vec::new();
        let release = self.release(label, &mut failed);
        self.clearance(label, &mut failed);
        self.controls(label, release, &mut failed);
        failed.sort();
        failed.dedup();
        match (failed.is_empty(), release) {
            (false, _) => Access::Deny(failed),
            (true, Release::Displayed) => Access::ViewOnly,
            (true, Release::Us | Release::Released | Release::Nobody) => Access::Permit,
        }
    }

    /// What this reader may do with a marking that a document states.
    #[must_use]
    pub fn reads_marking(&self, marking: &Marking) -> Access {
        self.reads(&Label::from(marking))
    }

    fn is_usa(&self) -> bool {
        self.citizen.intersects(&Countries::usa())
    }

    /// Citizenship against the release lists (CAPCO 2016 H.8 pp145-167; ODNI ISM-ACES 5.6.8).
    fn release(&self, label: &Label, failed: &mut Vec<Condition>) -> Release {
        if self.is_usa() {
            return Release::Us;
        }
        if label.controls.has(Control::Nf) {
            failed.push(Condition::UsCitizen);
            return Release::Nobody;
        }
        let more = label.more.as_deref();
        let listed = label.controls.has(Control::Rel);
        if let Some(more) = more.filter(|_| listed && !label.silent) {
            if more.rel.expanded().intersects(&self.citizen) {
                return Release::Released;
            }
            if more.display.expanded().intersects(&self.citizen) {
                return Release::Displayed;
            }
        }
        if listed || label.level().is_classified() {
            failed.push(if listed {
                Condition::Affiliation
            } else {
                Condition::UsCitizen
            });
        }
        Release::Nobody
    }

    /// The clearance that the level asks (ODNI ISM-ACES 2.2.3).
    fn clearance(&self, label: &Label, failed: &mut Vec<Condition>) {
        let sci = label.controls.intersects(SCI)
            || label
                .more
                .as_deref()
                .is_some_and(|more| !more.sci.is_empty());
        // SCI takes a Top Secret clearance at any level of the data (CAPCO 2016 G Table 5 section 4).
        let needed = if sci { Level::TopSecret } else { label.level() };
        if self.clearance < needed {
            failed.push(Condition::Clearance(needed));
        }
    }

    /// The conditions of the registered controls (CAPCO 2016 G Table 5).
    fn controls(&self, label: &Label, release: Release, failed: &mut Vec<Condition>) {
        let released = release.is_given();
        for control in label.controls.iter() {
            let row = control.row();
            let condition = match row.need {
                Need::Nothing | Need::Release => None,
                Need::ReadIn => {
                    (!self.has(control)).then(|| Condition::ReadIn(row.portion.to_owned()))
                }
                Need::Federal => {
                    (!(released || self.is_federal())).then(|| Condition::Federal(name(control)))
                }
                Need::UsaFederal => (!(released || self.is_usa())).then_some(Condition::UsCitizen),
                Need::Listed => {
                    (!self.is_listed(control)).then(|| Condition::Listed(name(control)))
                }
                Need::Executive => {
                    let executive = self.is_listed(control)
                        || self.is_listed(Control::Oc)
                        || self.is_in(Branch::Executive)
                        || self.is_in(Branch::IntelligenceCommittee);
                    (!executive).then(|| Condition::Listed(name(control)))
                }
                Need::StateOnly => {
                    let state = self.has(control)
                        || self.agency.is_some_and(|agency| agency.code == "STATE");
                    (!state).then(|| Condition::Listed(name(control)))
                }
            };
            failed.extend(condition);
        }
        // CNWDI and SIGMA take Q as well, whichever data they are a subset of (CAPCO 2016 G Table 5).
        let numbered = label
            .more
            .as_deref()
            .is_some_and(|more| !more.sigma.is_empty());
        if (label.controls.has(Control::Cnwdi) || numbered) && !self.has(Control::Rd) {
            failed.push(Condition::ReadIn(Control::Rd.row().portion.to_owned()));
        }
        // ECRU takes NONBOOK as well (CAPCO 2016 G Table 5).
        if label.controls.has(Control::SiEu) && !self.has(Control::SiNk) {
            failed.push(Condition::ReadIn(Control::SiNk.row().portion.to_owned()));
        }
        if let Some(more) = label.more.as_deref() {
            self.lists(label, more, release, failed);
        }
    }

    /// The conditions of what the register does not name: compartments, programs, SIGMA, owners (CAPCO 2016 G Table 5).
    fn lists(&self, label: &Label, more: &More, release: Release, failed: &mut Vec<Condition>) {
        // Unclassified information of others is not for the public either (CAPCO 2016 H.7 p125).
        if !(more.fgi.is_empty() || release.is_given() || self.is_federal()) {
            failed.push(Condition::Federal(name(Control::Fgi)));
        }
        for path in more.sci.iter() {
            if !self.grants.has_path("", path) {
                failed.push(Condition::ReadIn(path.key()));
            }
        }
        for path in more.sap.iter() {
            if !self.grants.has_path("SAR-", path) {
                failed.push(Condition::ReadIn(format!("SAR-{}", path.key())));
            }
        }
        for number in more.sigma.without(self.grants.sigma()).numbers() {
            failed.push(Condition::ReadIn(format!("SG {number}")));
        }
        let nato = more.fgi.intersects(&Countries::nato()) && label.level().is_classified();
        // NATO RESTRICTED takes any read-in of NATO (CAPCO 2016 G Table 5).
        let rank = if more.nato_restricted {
            Level::Unclassified
        } else {
            label.level()
        };
        if nato && self.grants.nato().is_none_or(|level| level < rank) {
            failed.push(Condition::ReadIn("NATO".to_owned()));
        }
    }

    /// On the originator's list for this control; what lists a named individual lists him for the lesser ones too.
    fn is_listed(&self, control: Control) -> bool {
        self.named == Named::Yes
            || self.has(control)
            || (control == Control::Xd && self.has(Control::Nd))
    }

    /// US federal: a US citizen, or somebody who works for an agency (CAPCO 2016 G Table 5 asks no citizenship here).
    fn is_federal(&self) -> bool {
        self.is_usa() || self.is_in(Branch::Executive)
    }

    fn is_in(&self, branch: Branch) -> bool {
        self.agency.is_some_and(|agency| agency.branch == branch)
    }
}

/// How a reader stands to the release lists of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Release {
    /// A US citizen, whom no list limits.
    Us,
    Released,
    Displayed,
    /// Not on a list.
    Nobody,
}

impl Release {
    /// Whether a list names one of the reader's countries.
    const fn is_given(self) -> bool {
        matches!(self, Self::Released | Self::Displayed)
    }
}

const SCI: Controls = Controls::of_category(Category::Sci);
