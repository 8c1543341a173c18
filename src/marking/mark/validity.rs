//! What the register forbids: floors and ceilings, exclusions, required companions.
//!
//! These rules judge stated marks, never computed labels: the join of two valid marks may break them.

use super::error::{ErrorKind, MarkingError, Place};
use super::marking::{Head, Lists, Marking};
use crate::marking::register::{Control, Controls, Countries, Level};
use crate::{Citation, Rule, Severity, Span};

impl Marking {
    /// Whether the register allows it as a portion mark.
    pub(in crate::marking) fn is_valid_portion(&self) -> bool {
        check(self, Place::Portion, Span::new(0, 0)).is_ok()
    }
}

/// Refuses a mark that breaks a rule; `span` is where the mark stands.
pub(super) fn check(mark: &Marking, place: Place, span: Span) -> Result<(), MarkingError> {
    match breach(mark, place) {
        Some((rule, token)) => Err(MarkingError::new(
            ErrorKind::Invalid(rule),
            place,
            span,
            token,
        )),
        None => Ok(()),
    }
}

/// The first rule that the mark breaks, in the order of the table, and the control that breaks it.
fn breach(mark: &Marking, place: Place) -> Option<(&'static Rule, &'static str)> {
    if mark.is_plain() {
        return None;
    }
    levels(mark)
        .or_else(|| exclusions(mark))
        .or_else(|| companions(mark))
        .or_else(|| releases(mark, place))
}

/// Floors and ceilings (CAPCO 2016 H.4-H.9; ISM-ID 28, 30, 37, 43-49, 107, 164, 173, 174).
fn levels(mark: &Marking) -> Option<(&'static Rule, &'static str)> {
    let level = mark.level();
    let broken = mark.controls.iter().map(Control::row).find_map(|row| {
        if row.floor.is_some_and(|floor| level < floor) {
            Some((&FLOOR, row.portion))
        } else if row.ceiling.is_some_and(|ceiling| level > ceiling) {
            Some((&CEILING, row.portion))
        } else {
            None
        }
    });
    let lists = mark.lists();
    broken.or_else(|| {
        // Sub-compartments of HCS-P and compartments of SI are Top Secret only (CAPCO 2016 H.4 pp68, 76).
        let top = lists
            .sci
            .iter()
            .any(|path| matches!(path.system.0.as_str(), "HCS" | "SI"));
        let secret = !lists.sigma.union(lists.frd_sigma).is_empty();
        let confidential = !lists.sci.is_empty() || !lists.sap.is_empty();
        let floors = [
            (top, Level::TopSecret, "compartment"),
            (secret, Level::Secret, "SIGMA"),
            (confidential, Level::Confidential, "compartment"),
        ];
        floors
            .into_iter()
            .find(|(asks, floor, _)| *asks && level < *floor)
            .map(|(_, _, token)| (&FLOOR, token))
    })
}

/// What excludes what (CAPCO 2016 H.8, H.9; ISM-ID 33, 38, 148, 169).
fn exclusions(mark: &Marking) -> Option<(&'static Rule, &'static str)> {
    EXCLUSIVE.iter().find_map(|(rule, one, other)| {
        let found = mark.controls.intersection(*one);
        // Within one set: two of it; between two sets: one of each.
        let second = if one == other {
            found.iter().nth(1)
        } else {
            (!found.is_empty())
                .then(|| mark.controls.intersection(*other).iter().next())
                .flatten()
        };
        second.map(|control| (*rule, control.row().portion))
    })
}

/// What is never without another (CAPCO 2016 H.4, H.6, H.9; ISM-ID 45, 49, 313, 314).
fn companions(mark: &Marking) -> Option<(&'static Rule, &'static str)> {
    let controls = mark.controls;
    let product = mark
        .lists()
        .sci
        .iter()
        .any(|path| path.system.0 == "HCS" && path.compartment.0 == "P");
    let missing = COMPANIONS.iter().find(|(control, needed, _)| {
        // HCS-P asks ORCON only with a sub-compartment (CAPCO 2016 H.4 p68).
        let spared = *control == Control::HcsP && needed.has(Control::Oc) && !product;
        controls.has(*control) && !spared && !controls.intersects(*needed)
    });
    if let Some((control, _, rule)) = missing {
        return Some((*rule, control.row().portion));
    }
    // RESERVE is never alone (CAPCO 2016 H.4 p70).
    let reserved = mark.lists().sci.iter().any(|path| path.system.0 == "RSV");
    if controls.has(Control::Rsv) && !reserved {
        return Some((&RESERVE, "RSV"));
    }
    None
}

/// Release lists and joint ownership (CAPCO 2016 H.3 pp55-57, H.8 pp150-167; ISM-ID 33, 169).
fn releases(mark: &Marking, place: Place) -> Option<(&'static Rule, &'static str)> {
    let listed = mark.controls.intersects(LISTED) || mark.controls.has(Control::DisplayOnly);
    if !listed && !matches!(mark.head, Head::Joint(_)) {
        return None;
    }
    let Lists {
        owners,
        rel,
        eyes,
        display,
        ..
    } = mark.lists();
    if matches!(mark.head, Head::Joint(_)) {
        if mark.controls.intersects(NOT_JOINT) {
            return Some((&JOINT_BARS, "JOINT"));
        }
        if !mark.controls.has(Control::Rel) {
            return Some((&JOINT_RELEASE, "JOINT"));
        }
        let to_all = rel.is_empty() || rel.union(&rel.expanded()).contains(owners);
        // A portion without owners has those of the banner, which names them (CAPCO 2016 H.3 p56).
        let unnamed = owners.is_empty() && place == Place::Portion;
        let named = unnamed || (owners.contains(&Countries::usa()) && to_all);
        if !named {
            return Some((&JOINT_RELEASE, "JOINT"));
        }
    }
    let usa = Countries::usa();
    if [*rel, *eyes].contains(&usa)
        || (mark.controls.has(Control::DisplayOnly) && usa.contains(display))
    {
        return Some((&RELEASE_LIST, "REL"));
    }
    if place == Place::Banner
        && (mark.controls.intersects(LISTED) && rel.is_empty() && eyes.is_empty())
    {
        return Some((&BANNER_LIST, "REL"));
    }
    let second_parties = ["USA", "AUS", "CAN", "GBR", "NZL"];
    if eyes.codes().any(|code| !second_parties.contains(&code)) {
        return Some((&EYES_LIST, "EYES"));
    }
    None
}

/// Controls of which a mark holds one at most, or none of the second beside one of the first.
static EXCLUSIVE: [(&Rule, Controls, Controls); 12] = {
    const NF: Controls = Controls::of(Control::Nf);
    const RELEASED: Controls = Controls::any_of([Control::Nf, Control::Rel, Control::Eyes]);
    const RELIDO: Controls = Controls::of(Control::Relido);
    const STATE: Controls =
        Controls::any_of([Control::Xd, Control::Nd, Control::Sbu, Control::SbuNf]);
    const LES: Controls = Controls::any_of([Control::Les, Control::LesNf]);
    const ORCON: Controls = Controls::any_of([Control::Oc, Control::OcUsgov]);
    const USGOV: Controls = Controls::of(Control::OcUsgov);
    const NEVER_USGOV: Controls = Controls::any_of([Control::HcsO, Control::SiG]);
    const TO_OTHERS: Controls = Controls::RELEASE.without(NF);
    const DISPLAY: Controls = Controls::of(Control::DisplayOnly);
    [
        (&RELEASE, RELEASED, RELEASED),
        (&RELEASE, NF, RELIDO),
        (&RELEASE, NF, DISPLAY),
        (&RELEASE, RELIDO, DISPLAY),
        (&RELEASE, Controls::COMPOUND, TO_OTHERS),
        (
            &RELEASE,
            Controls::any_of([Control::Xd, Control::Nd]),
            TO_OTHERS,
        ),
        (&STATE_DISTRIBUTION, STATE, STATE),
        (&LAW_ENFORCEMENT, LES, LES),
        (&ORIGINATOR, ORCON, ORCON),
        (&ORIGINATOR, ORCON, RELIDO),
        (&ORIGINATOR, NEVER_USGOV, USGOV),
        (
            &SUPERSEDED,
            Controls::any_of([Control::Sbu, Control::SbuNf]),
            Controls::of(Control::Lou),
        ),
    ]
};

/// What a control is never without: one of a set.
static COMPANIONS: [(Control, Controls, &Rule); 12] = {
    const NF: Controls = Controls::of(Control::Nf);
    const OC: Controls = Controls::of(Control::Oc);
    [
        (Control::Hcs, NF, &HCS),
        (Control::HcsO, OC, &HCS),
        (Control::HcsO, NF, &HCS),
        (Control::HcsP, NF, &HCS),
        (Control::HcsP, OC, &HCS),
        (Control::SiG, OC, &GAMMA),
        (Control::TkBlfh, NF, &KLONDIKE),
        (Control::TkIdit, NF, &KLONDIKE),
        (Control::TkKand, NF, &KLONDIKE),
        (Control::Xd, NF, &DISTRIBUTION),
        (Control::Nd, NF, &DISTRIBUTION),
        (Control::Cnwdi, Controls::of(Control::Rd), &CNWDI),
    ]
};

/// What does not stand in a joint mark (CAPCO 2016 H.3 p57).
const NOT_JOINT: Controls = Controls::any_of([
    Control::Nf,
    Control::SbuNf,
    Control::LesNf,
    Control::Hcs,
    Control::HcsO,
    Control::HcsP,
    Control::HcsX,
]);

/// What a banner line writes with a list (`JOINT` without owners aside, which the rule of its own refuses).
const LISTED: Controls = Controls::any_of([Control::Rel, Control::Eyes]);

const fn rule(
    code: &'static str,
    message: &'static str,
    source: &'static str,
    place: &'static str,
) -> Rule {
    Rule {
        code,
        severity: Severity::Error,
        message,
        citation: Citation::new(source, place),
    }
}

static FLOOR: Rule = rule(
    "control-below-floor",
    "a control stands with a level below the lowest that it allows",
    "CAPCO 2016",
    "H.4-H.9, Relationship(s) to Other Markings",
);
static CEILING: Rule = rule(
    "control-above-ceiling",
    "a control for unclassified information stands with a classification level",
    "CAPCO 2016",
    "H.6 p116, H.8 p134, H.9 pp170, 176, 178",
);
static RELEASE: Rule = rule(
    "release-markings-exclude",
    "foreign disclosure and release markings exclude each other",
    "CAPCO 2016",
    "H.8 pp145, 151, 154, 163",
);
static STATE_DISTRIBUTION: Rule = rule(
    "distribution-controls-exclude",
    "NODIS, EXDIS, SBU and SBU NOFORN exclude each other",
    "CAPCO 2016",
    "H.9 pp172, 174, 176, 178",
);
static LAW_ENFORCEMENT: Rule = rule(
    "les-controls-exclude",
    "LES and LES NOFORN exclude each other",
    "CAPCO 2016",
    "H.9 p186",
);
static ORIGINATOR: Rule = rule(
    "orcon-excludes",
    "ORCON and ORCON-USGOV exclude each other, RELIDO, and some compartments",
    "CAPCO 2016",
    "H.8 pp136, 140",
);
static SUPERSEDED: Rule = rule(
    "lou-beside-sbu",
    "LIMITED OFFICIAL USE became SBU on 1 October 1995: a mark says one or the other",
    "STATE 018029",
    "2 Feb 2000",
);
static HCS: Rule = rule(
    "hcs-companion",
    "HCS requires NOFORN, and ORCON with O or a sub-compartment",
    "CAPCO 2016",
    "H.4 pp64-68",
);
static GAMMA: Rule = rule(
    "gamma-companion",
    "SI-G requires ORCON",
    "CAPCO 2016",
    "H.4 p80",
);
static KLONDIKE: Rule = rule(
    "tk-compartment-companion",
    "TK-BLFH, TK-IDIT and TK-KAND require NOFORN",
    "CAPCO 2016",
    "H.4 pp87-95",
);
static DISTRIBUTION: Rule = rule(
    "distribution-companion",
    "EXDIS and NODIS require NOFORN",
    "CAPCO 2016",
    "H.9 pp172, 174",
);
static CNWDI: Rule = rule(
    "cnwdi-companion",
    "CNWDI stands only as a subset of RD",
    "CAPCO 2016",
    "H.6 p106",
);
static RESERVE: Rule = rule(
    "reserve-alone",
    "RESERVE requires a compartment",
    "CAPCO 2016",
    "H.4 p70",
);
static JOINT_BARS: Rule = rule(
    "joint-excludes",
    "a joint mark takes no NOFORN and no HCS",
    "CAPCO 2016",
    "H.3 p57",
);
static JOINT_RELEASE: Rule = rule(
    "joint-release",
    "a joint mark has the United States among its owners and a release list that names them all",
    "CAPCO 2016",
    "H.3 pp55-57",
);
static RELEASE_LIST: Rule = rule(
    "release-list-without-others",
    "a release or display list names somebody besides the United States",
    "CAPCO 2016",
    "H.8 pp151, 163",
);
static BANNER_LIST: Rule = rule(
    "banner-release-list",
    "REL and EYES stand without their lists in portion marks alone",
    "CAPCO 2016",
    "H.8 pp150, 157",
);
static EYES_LIST: Rule = rule(
    "eyes-only-list",
    "EYES ONLY names second parties alone",
    "CAPCO 2016",
    "H.8 p157",
);

/// The rules that a stated mark can break, each with its stable code and its source.
///
/// ```
/// use tearline::marking::{Marking, validity_rules};
///
/// let error = Marking::parse_portion("S//XD").unwrap_err();
/// assert_eq!(error.rule().unwrap().code, "distribution-companion");
/// assert!(validity_rules().any(|rule| rule.code == "distribution-companion"));
/// ```
pub fn validity_rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied()
}

static RULES: [&Rule; 18] = [
    &FLOOR,
    &CEILING,
    &RELEASE,
    &STATE_DISTRIBUTION,
    &LAW_ENFORCEMENT,
    &ORIGINATOR,
    &SUPERSEDED,
    &HCS,
    &GAMMA,
    &KLONDIKE,
    &DISTRIBUTION,
    &CNWDI,
    &RESERVE,
    &JOINT_BARS,
    &JOINT_RELEASE,
    &EYES_LIST,
    &RELEASE_LIST,
    &BANNER_LIST,
];
