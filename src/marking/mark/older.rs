//! Older and irregular forms of marks: which there are, and when they were written.

use std::fmt;

use crate::Citation;

/// A form of marks that the register no longer has, or never had.
///
/// ```
/// use tearline::marking::StatedMark;
///
/// let mark = StatedMark::read("LOU").unwrap();
/// let form = mark.older_form().unwrap();
/// assert_eq!(form.to_string(), "State Department sensitivities without a level (LOU until 1 October 1995, then SBU)");
/// assert!(StatedMark::read("S//NF").unwrap().older_form().is_none());
/// ```
#[derive(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OlderForm {
    /// What it is.
    pub name: &'static str,
    /// When it was written.
    pub era: &'static str,
    /// Where that stands.
    pub citation: Citation,
}

impl fmt::Display for OlderForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.era)
    }
}

const fn form(name: &'static str, era: &'static str, citation: Citation) -> OlderForm {
    OlderForm {
        name,
        era,
        citation,
    }
}

const TABLE_8: Citation = Citation::new("CAPCO 2016", "I Table 8");

pub(super) static IRREGULAR: OlderForm = form(
    "letters, spaces and dashes other than the register writes them",
    "any time",
    Citation::policy("a form with one reading is read"),
);
pub(super) static SPELLED: OlderForm = form(
    "level spelled out in a portion mark",
    "any time",
    Citation::policy("a form with one reading is read"),
);
pub(super) static SINGLE_SEPARATOR: OlderForm = form(
    "controls after a single slash, a hyphen, a comma or a space",
    "before the register; in telegrams until today",
    Citation::policy("a form with one reading is read"),
);
pub(super) static TITLE: OlderForm = form(
    "titles that the register has since shortened, and release lists without `TO`",
    "any time",
    Citation::new("CAPCO 2016", "H.8 pp136, 139, 151"),
);
pub(super) static SENSITIVITY: OlderForm = form(
    "State Department sensitivities without a level",
    "LOU until 1 October 1995, then SBU",
    Citation::new("STATE 018029", "2 Feb 2000"),
);
pub(super) static LIMDIS_TELEGRAM: OlderForm = form(
    "the State Department's limited distribution of telegrams",
    "telegrams of the 1970s and 1980s",
    Citation::policy(
        "a caption without a rule at hand is read by those on the originator's list alone",
    ),
);
pub(super) static DECLASSIFICATION_VALUE: OlderForm = form(
    "declassification value as a last category",
    "until February 2008",
    TABLE_8,
);
pub(super) static COMMAS: OlderForm = form(
    "commas between dissemination controls",
    "until July 2005",
    TABLE_8,
);
pub(super) static AND_IN_LIST: OlderForm = form(
    "`and` before the last country of a release list",
    "until July 2005",
    TABLE_8,
);
pub(super) static SAR_LAST: OlderForm = form(
    "special access programs after the dissemination controls",
    "until October 2003",
    TABLE_8,
);
pub(super) static SAR_REPEATED: OlderForm =
    form("SAR- before every program", "until December 2011", TABLE_8);
pub(super) static AEA_IN_DISSEM: OlderForm = form(
    "Atomic Energy Act controls among the dissemination controls",
    "until December 2010",
    TABLE_8,
);
pub(super) static ATOMAL_LEVEL: OlderForm = form(
    "ATOMAL, BALK and BOHEMIA as levels of NATO",
    "until December 2010",
    TABLE_8,
);
pub(super) static FOREIGN_HEAD: OlderForm = form(
    "levels of NATO and of the United Kingdom without the slashes before them",
    "any time",
    Citation::new("CAPCO 2016", "H.7 p122"),
);
pub(super) static JOINED_ATOMIC: OlderForm = form(
    "SRD, CRD, SFRD and the like: a level and Restricted Data without slashes",
    "nuclear documents of any time",
    Citation::new("CAPCO 2016", "H.6 pp104, 111"),
);
pub(super) static SCI_NAMES: OlderForm = form(
    "retired names of SCI control systems: COMINT, ECI, EL, KLONDIKE",
    "before 2016",
    Citation::new("CAPCO 2016", "H.4 pp74-97"),
);
