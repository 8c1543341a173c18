//! A marking: what a portion mark or a banner line says, in canonical form.

use super::name::{Name, Path};
use super::names::Names;
use crate::marking::register::{Control, Controls, Countries, Level, Rank, Sigmas};

/// What a portion mark or a banner line says, always canonical.
///
/// A mark is a head and categories between double slashes, in register order (CAPCO 2016 A.6, C, D):
///
/// ```text
/// mark = head *( "//" category )
/// head = level | "//" owner level | "//JOINT" level owners | "CUI"
/// SCI // SAP // AEA // NATO controls // FGI // CUI // dissemination // non-IC dissemination
/// ```
///
/// Older and irregular forms are accepted where they have one reading. What breaks a rule of the register (a floor, a
/// ceiling, an exclusion, a required companion) is refused.
///
/// ```
/// use tearline::marking::Marking;
///
/// let mark = Marking::parse_portion("(S//SI/TK//NF)").unwrap();
/// assert_eq!(mark.to_string(), "S//SI/TK//NF");
/// assert_eq!(mark.banner().to_string(), "SECRET//SI/TK//NOFORN");
/// assert_eq!(Marking::parse_portion("S/NF").unwrap().to_string(), "S//NF");
/// assert!(Marking::parse_portion("C//SI-G").is_err());
/// // As a text it is a portion mark.
/// assert_eq!("(S/NF)".parse::<Marking>(), Marking::parse_portion("S//NF"));
/// ```
///
/// With the feature `serde` it is its text, which is read by the grammar alone ([`Marking::read_portion`]):
/// [`validate`](Marking::validate) says whether the register allows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marking {
    pub(in crate::marking) head: Head,
    pub(in crate::marking) controls: Controls,
    pub(in crate::marking) lists: Option<Box<Lists>>,
}

impl Marking {
    /// The plain mark of a level.
    #[must_use]
    pub const fn of_level(level: Level) -> Self {
        Self {
            head: Head::Us(level),
            controls: Controls::NONE,
            lists: None,
        }
    }

    /// The plain mark of a level of NATO.
    pub(in crate::marking) const fn of_nato(rank: Rank) -> Self {
        Self {
            head: Head::Nato(rank),
            controls: Controls::NONE,
            lists: None,
        }
    }

    /// The level; RESTRICTED, which only others have, counts as Confidential (ODNI ISM-ACES Table 3).
    #[must_use]
    pub const fn level(&self) -> Level {
        self.head.level()
    }

    /// Whether it is a US level and nothing else.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        matches!(self.head, Head::Us(_)) && self.controls.is_empty() && self.lists.is_none()
    }

    /// The control of an unclassified mark that says nothing else.
    pub(in crate::marking) fn only_control(&self) -> Option<Control> {
        let mut controls = self.controls.iter();
        let unclassified = matches!(self.head, Head::Us(Level::Unclassified));
        controls
            .next()
            .filter(|_| unclassified && self.lists.is_none() && controls.next().is_none())
    }

    pub(in crate::marking) fn lists(&self) -> &Lists {
        self.lists.as_deref().unwrap_or(&NOTHING)
    }

    pub(in crate::marking) fn lists_mut(&mut self) -> &mut Lists {
        self.lists.get_or_insert_with(Box::default)
    }

    /// Drops lists that say nothing, so that equal marks are equal values.
    pub(in crate::marking) fn tidied(mut self) -> Self {
        if self.lists.as_deref() == Some(&NOTHING) {
            self.lists = None;
        }
        self
    }
}

/// What a mark begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::marking) enum Head {
    /// A US level: `S`.
    Us(Level),
    /// A level of others, who are listed: `//GBR S`; nobody listed means concealed: `//FGI S`.
    Foreign(Rank),
    /// A level of NATO: `//NS`, `//CTS`, or of an activity of its Council: `//NIS`.
    Nato(Rank),
    /// A level owned jointly with others, who are listed: `//JOINT S GBR USA`.
    Joint(Level),
}

impl Head {
    pub(in crate::marking) const fn level(self) -> Level {
        match self {
            Self::Us(level) | Self::Joint(level) => level,
            Self::Foreign(rank) | Self::Nato(rank) => rank.level(),
        }
    }
}

/// What a mark carries beyond its level and the controls with fixed names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::marking) struct Lists {
    /// Owners of a foreign or joint mark.
    pub(in crate::marking) owners: Countries,
    /// The activity in a NATO mark.
    pub(in crate::marking) activity: Name,
    /// Compartments and sub-compartments that the register does not name.
    pub(in crate::marking) sci: Names<Path>,
    pub(in crate::marking) sap: Names<Path>,
    /// SIGMA numbers of RD and of FRD.
    pub(in crate::marking) sigma: Sigmas,
    pub(in crate::marking) frd_sigma: Sigmas,
    pub(in crate::marking) fgi: Countries,
    /// CUI categories, specified ones with their `SP-`.
    pub(in crate::marking) cui: Names<Name>,
    pub(in crate::marking) rel: Countries,
    pub(in crate::marking) eyes: Countries,
    pub(in crate::marking) display: Countries,
}

impl Lists {
    pub(in crate::marking) const EMPTY: Self = Self {
        owners: Countries::NONE,
        activity: Name::NONE,
        sci: Names::NONE,
        sap: Names::NONE,
        sigma: Sigmas::NONE,
        frd_sigma: Sigmas::NONE,
        fgi: Countries::NONE,
        cui: Names::NONE,
        rel: Countries::NONE,
        eyes: Countries::NONE,
        display: Countries::NONE,
    };
}

static NOTHING: Lists = Lists::EMPTY;
