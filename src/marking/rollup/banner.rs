//! The banner over a set of portions: CAPCO 2016 D.2, and the precedence rules of each control.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::release::{Release, Released};
use crate::marking::mark::{Head, Lists, Marking, Name, Names, Path};
use crate::marking::register::{Category, Control, Controls, Countries, Level, Sigmas};

/// The marking of the banner over `markings`, in a document of the date `dated`.
///
/// The highest level; every SCI, SAP and Atomic Energy Act control; the owners of foreign information, or none where one
/// of them is concealed; the most restrictive of the dissemination controls; and the foreign disclosure and release
/// marking that Table 3 gives. FOUO, SBU and LIMDIS are not carried into a classified banner. The date decides only how a
/// classified portion without a release marking counts beside portions that have one: from 28 June 2010 on, where nothing
/// else controls it, as RELIDO (CAPCO 2016 B.3, Table 2).
///
/// The order of the portions makes no difference. No portions at all roll up to `UNCLASSIFIED`.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::{Marking, roll_up};
///
/// let portions = ["S//REL TO USA, FVEY", "C//REL TO USA, CAN, GBR", "U//FOUO/REL TO USA, FVEY"];
/// let portions = portions.map(|mark| Marking::parse_portion(mark).unwrap());
/// let banner = roll_up(&portions, date(2016, 12, 31));
/// assert_eq!(banner.banner().to_string(), "SECRET//REL TO USA, CAN, GBR");
/// ```
#[must_use]
pub fn roll_up<'a>(markings: impl IntoIterator<Item = &'a Marking>, dated: Date) -> Marking {
    let mut sum = Sum::default();
    let mut released = Released::new(dated);
    for marking in markings {
        sum.add(marking);
        released.add(marking);
    }
    sum.banner(&released)
}

/// What the portions hold together, foreign release aside.
#[derive(Debug, Default)]
struct Sum {
    level: Level,
    controls: Controls,
    lists: Lists,
    sci: BTreeSet<Path>,
    sap: BTreeSet<Path>,
    cui: BTreeSet<Name>,
    kin: Kin,
    /// Owners of foreign and joint portions, but for the United States.
    foreign: Countries,
}

/// Whether the portions have one kind of head and one owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kin {
    #[default]
    None,
    /// The same owners, who are in the lists; the level is the highest so far.
    Same(Head),
    Mixed,
}

/// The dissemination controls that leave the FOUO in the banner of an unclassified document: any other takes its place
/// (CAPCO 2016 H.8 p134; ISM-ID-00066).
const BESIDE_FOUO: Controls = Controls::RELEASE.with(Control::Fouo);

/// The second is not written where the first is.
const PRECEDENCE: [(Control, Control); 16] = [
    // CAPCO 2016 H.6 pp104, 111, 120.
    (Control::Rd, Control::Frd),
    (Control::Rd, Control::Tfni),
    (Control::Frd, Control::Tfni),
    // H.8 pp136, 140.
    (Control::Oc, Control::OcUsgov),
    // H.9 pp172, 174.
    (Control::Nd, Control::Xd),
    (Control::Nd, Control::Sbu),
    (Control::Nd, Control::SbuNf),
    (Control::Xd, Control::Sbu),
    (Control::Xd, Control::SbuNf),
    // H.9 pp178, 185.
    (Control::SbuNf, Control::Sbu),
    (Control::LesNf, Control::Les),
    // LIMITED OFFICIAL USE became SBU (STATE 018029).
    (Control::Sbu, Control::Lou),
    (Control::SbuNf, Control::Lou),
    (Control::Xd, Control::Lou),
    (Control::Nd, Control::Lou),
    // A caption that names no list of its own is covered by one that names individuals.
    (Control::Nd, Control::Captioned),
];

fn collect<T: Ord + Clone>(all: &mut BTreeSet<T>, names: &[T]) {
    for name in names {
        if !all.contains(name) {
            all.insert(name.clone());
        }
    }
}

fn takes_fouo_s_place(control: Control) -> bool {
    matches!(
        control.row().category,
        Category::Cui | Category::Dissem | Category::NonIc
    )
}

impl Sum {
    fn add(&mut self, marking: &Marking) {
        let lists = marking.lists();
        self.level = self.level.max(marking.level());
        self.controls = self.controls.union(marking.controls);
        collect(&mut self.sci, &lists.sci);
        collect(&mut self.sap, &lists.sap);
        collect(&mut self.cui, &lists.cui);
        self.lists.sigma = self.lists.sigma.union(lists.sigma);
        self.lists.frd_sigma = self.lists.frd_sigma.union(lists.frd_sigma);
        self.lists.fgi = self.lists.fgi.union(&lists.fgi);
        self.kin = self.joined(marking);
        match marking.head {
            Head::Us(_) => {}
            // Concealed anywhere is concealed in the banner (CAPCO 2016 D.2).
            Head::Foreign(_) if lists.owners.is_empty() => self.controls.insert(Control::Fgi),
            Head::Foreign(_) | Head::Joint(_) => {
                self.foreign = self.foreign.union(&lists.owners.without(&Countries::usa()));
            }
            // An activity with a code of its own is named beside NATO (CAPCO 2016 H.3 p59).
            Head::Nato(_) => {
                let activity = Countries::of(&lists.activity.0).unwrap_or(Countries::NONE);
                self.foreign = self.foreign.union(&Countries::nato()).union(&activity);
            }
        }
    }

    /// The head that this portion has in common with those before it.
    fn joined(&mut self, marking: &Marking) -> Kin {
        let Lists {
            owners, activity, ..
        } = marking.lists();
        let same = self.lists.owners == *owners;
        match (self.kin, marking.head) {
            (Kin::None, head) => {
                self.lists.owners = *owners;
                self.lists.activity = activity.clone();
                Kin::Same(head)
            }
            (Kin::Same(Head::Us(a)), Head::Us(b)) => Kin::Same(Head::Us(a.max(b))),
            (Kin::Same(Head::Foreign(a)), Head::Foreign(b)) if same => {
                Kin::Same(Head::Foreign(a.max(b)))
            }
            (Kin::Same(Head::Nato(a)), Head::Nato(b)) if self.lists.activity == *activity => {
                Kin::Same(Head::Nato(a.max(b)))
            }
            // A joint portion without a list has the owners of the banner (CAPCO 2016 H.3 p56).
            (Kin::Same(Head::Joint(a)), Head::Joint(b))
                if same || self.lists.owners.is_empty() || owners.is_empty() =>
            {
                self.lists.owners = self.lists.owners.union(owners);
                Kin::Same(Head::Joint(a.max(b)))
            }
            (Kin::Same(_) | Kin::Mixed, _) => Kin::Mixed,
        }
    }

    fn banner(mut self, released: &Released) -> Marking {
        let classified = self.level.is_classified();
        let joint = matches!(self.kin, Kin::Same(Head::Joint(_)));
        let release = released.banner(
            self.level,
            if joint {
                self.lists.owners
            } else {
                Countries::NONE
            },
        );
        // A joint banner takes no NOFORN (CAPCO 2016 H.3 p57): where release is not certain, the document is a US one.
        if joint && release == Release::Noforn {
            self.kin = Kin::Mixed;
        }
        self.set_head();
        self.lists.sci = Names::of_all(&self.sci);
        self.lists.sap = Names::of_all(&self.sap);
        self.lists.cui = Names::of_all(&self.cui);
        let mut controls = self.controls;
        for (greater, lesser) in PRECEDENCE {
            if controls.has(greater) {
                controls = controls.without(Controls::of(lesser));
            }
        }
        if controls.has(Control::Rd) {
            self.lists.sigma = self.lists.sigma.union(self.lists.frd_sigma);
            self.lists.frd_sigma = Sigmas::NONE;
        }
        if classified {
            controls = controls.without(Controls::UNCLASSIFIED_ONLY);
        } else if controls.without(BESIDE_FOUO).iter().any(takes_fouo_s_place) {
            controls = controls.without(Controls::of(Control::Fouo));
        }
        controls = controls.without(Controls::RELEASE);
        match release {
            // `SBU NOFORN` says it by itself.
            Release::Unstated | Release::Compound => {}
            Release::Noforn => {
                controls = controls.uncompounded().with(Control::Nf);
            }
            Release::Listed {
                rel,
                display,
                relido,
            } => {
                controls = controls
                    .set_where(!rel.is_empty(), Control::Rel)
                    .set_where(relido, Control::Relido)
                    .set_where(!display.is_empty(), Control::DisplayOnly);
                self.lists.rel = rel;
                self.lists.display = display;
            }
            Release::EyesOnly(eyes) => {
                controls.insert(Control::Eyes);
                self.lists.eyes = eyes;
            }
        }
        let head = match self.kin {
            Kin::Same(head) => head,
            Kin::None | Kin::Mixed => Head::Us(self.level),
        };
        Marking {
            head,
            controls,
            lists: Some(Box::new(self.lists)),
        }
        .tidied()
    }

    /// Turns the owners of mixed portions into foreign government information of a US banner.
    fn set_head(&mut self) {
        let concealed = self.controls.has(Control::Fgi);
        match self.kin {
            Kin::Mixed => {
                self.lists.fgi = self.lists.fgi.union(&self.foreign);
                self.lists.owners = Countries::NONE;
                self.lists.activity = Name::NONE;
            }
            // The head says it.
            Kin::Same(Head::Foreign(_)) if self.lists.owners.is_empty() => {
                self.controls = self.controls.without(Controls::of(Control::Fgi));
            }
            Kin::None | Kin::Same(_) => {}
        }
        if concealed {
            self.lists.fgi = Countries::NONE;
        }
    }
}
