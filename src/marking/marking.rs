//! A marking: what a portion mark or a banner line says, in canonical form.

use std::fmt;

use super::controls::Controls;
use super::country::Countries;
use super::display;
use super::error::{MarkingError, Place};
use super::names::Names;
use super::rank::Rank;
use super::register::Control;
use super::{Level, older, validity};
use crate::Span;

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
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marking {
    pub(super) head: Head,
    pub(super) controls: Controls,
    pub(super) lists: Option<Box<Lists>>,
}

impl Marking {
    /// Reads a portion mark, with or without its parentheses.
    ///
    /// # Errors
    ///
    /// Where the text is no mark, or breaks a rule of the register.
    pub fn parse_portion(text: &str) -> Result<Self, MarkingError> {
        let read = older::read(text, Place::Portion)?;
        validity::check(&read.mark, Place::Portion, read.span)?;
        Ok(read.mark)
    }

    /// Reads a portion mark by the grammar alone, whether or not the register allows what it says.
    ///
    /// For roll-ups, which take the most restrictive of what their portions say: ODNI's own scenarios hold portions below
    /// the floor of a control.
    ///
    /// # Errors
    ///
    /// Where the text is no mark.
    pub fn read_portion(text: &str) -> Result<Self, MarkingError> {
        Ok(older::read(text, Place::Portion)?.mark)
    }

    /// Refuses a marking that breaks a rule of the register.
    ///
    /// # Errors
    ///
    /// The first rule that it breaks.
    pub fn validate(&self) -> Result<(), MarkingError> {
        validity::check(self, Place::Portion, Span::new(0, 0))
    }

    /// Reads a banner line: the same in words, its level spelled in full.
    ///
    /// # Errors
    ///
    /// Where the text is no banner line, or breaks a rule of the register.
    pub fn parse_banner(text: &str) -> Result<Self, MarkingError> {
        let read = older::read(text, Place::Banner)?;
        validity::check(&read.mark, Place::Banner, read.span)?;
        Ok(read.mark)
    }

    /// The plain mark of a level.
    #[must_use]
    pub const fn of_level(level: Level) -> Self {
        Self {
            head: Head::Us(level),
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

    /// As a banner line.
    #[must_use]
    pub const fn banner(&self) -> Banner<'_> {
        Banner(self)
    }

    /// The control of an unclassified mark that says nothing else.
    pub(super) fn only_control(&self) -> Option<Control> {
        let mut controls = self.controls.iter();
        let unclassified = matches!(self.head, Head::Us(Level::Unclassified));
        controls
            .next()
            .filter(|_| unclassified && self.lists.is_none() && controls.next().is_none())
    }

    pub(super) fn lists(&self) -> &Lists {
        self.lists.as_deref().unwrap_or(&NOTHING)
    }

    pub(super) fn lists_mut(&mut self) -> &mut Lists {
        self.lists.get_or_insert_with(Box::default)
    }

    /// Drops lists that say nothing, so that equal marks are equal values.
    pub(super) fn tidied(mut self) -> Self {
        if self.lists.as_deref() == Some(&NOTHING) {
            self.lists = None;
        }
        self
    }
}

impl fmt::Display for Marking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::write(self, Place::Portion, f)
    }
}

/// A marking written as a banner line.
#[derive(Clone, Copy, Debug)]
pub struct Banner<'a>(&'a Marking);

impl fmt::Display for Banner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display::write(self.0, Place::Banner, f)
    }
}

/// What a mark begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Head {
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
    pub(super) const fn level(self) -> Level {
        match self {
            Self::Us(level) | Self::Joint(level) => level,
            Self::Foreign(rank) | Self::Nato(rank) => rank.level(),
        }
    }
}

/// What a mark carries beyond its level and the controls with fixed names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Lists {
    /// Owners of a foreign or joint mark.
    pub(super) owners: Countries,
    /// The activity in a NATO mark.
    pub(super) activity: Name,
    /// Compartments and sub-compartments that the register does not name.
    pub(super) sci: Names<Path>,
    pub(super) sap: Names<Path>,
    /// SIGMA numbers of RD and of FRD, one bit each.
    pub(super) sigma: u32,
    pub(super) frd_sigma: u32,
    pub(super) fgi: Countries,
    /// CUI categories, specified ones with their `SP-`.
    pub(super) cui: Names<Name>,
    pub(super) rel: Countries,
    pub(super) eyes: Countries,
    pub(super) display: Countries,
}

impl Lists {
    pub(super) const EMPTY: Self = Self {
        owners: Countries::NONE,
        activity: Name::NONE,
        sci: Names::NONE,
        sap: Names::NONE,
        sigma: 0,
        frd_sigma: 0,
        fgi: Countries::NONE,
        cui: Names::NONE,
        rel: Countries::NONE,
        eyes: Countries::NONE,
        display: Countries::NONE,
    };
}

static NOTHING: Lists = Lists::EMPTY;

/// A name of a mark that no register lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Name(pub(super) String);

impl Name {
    pub(super) const NONE: Self = Self(String::new());

    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A system or program, a compartment in it, a sub-compartment in that; the last two may be empty.
///
/// The derived order is the order of the register: a system before its compartments, numbers before letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Path {
    pub(super) system: Name,
    pub(super) compartment: Name,
    pub(super) sub: Name,
}

impl Path {
    pub(super) fn new(system: &str, compartment: &str, sub: &str) -> Self {
        Self {
            system: Name::new(system),
            compartment: Name::new(compartment),
            sub: Name::new(sub),
        }
    }

    /// The same path of a registered control: `SI-G` is the compartment G of SI.
    pub(super) fn of_registered(portion: &str) -> Self {
        let (system, compartment) = portion.split_once('-').unwrap_or((portion, ""));
        Self::new(system, compartment, "")
    }

    /// As a list of read-ins writes it: `SI-G-ABCD`.
    pub(super) fn key(&self) -> String {
        let mut key = self.system.0.clone();
        for part in [&self.compartment, &self.sub] {
            if !part.is_empty() {
                key.push('-');
                key.push_str(&part.0);
            }
        }
        key
    }
}
