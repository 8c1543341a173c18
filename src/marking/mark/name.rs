//! Names that no register lists: programs, compartments, CUI categories, activities.

/// A name of a mark that no register lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::marking) struct Name(pub(in crate::marking) String);

impl Name {
    pub(in crate::marking) const NONE: Self = Self(String::new());

    pub(in crate::marking) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(in crate::marking) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A system or program, a compartment in it, a sub-compartment in that; the last two may be empty.
///
/// The derived order is the order of the register: a system before its compartments, numbers before letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::marking) struct Path {
    pub(in crate::marking) system: Name,
    pub(in crate::marking) compartment: Name,
    pub(in crate::marking) sub: Name,
}

impl Path {
    pub(in crate::marking) fn new(system: &str, compartment: &str, sub: &str) -> Self {
        Self {
            system: Name::new(system),
            compartment: Name::new(compartment),
            sub: Name::new(sub),
        }
    }

    /// The same path of a registered control: `SI-G` is the compartment G of SI.
    pub(in crate::marking) fn of_registered(portion: &str) -> Self {
        let (system, compartment) = portion.split_once('-').unwrap_or((portion, ""));
        Self::new(system, compartment, "")
    }

    /// As a list of read-ins writes it: `SI-G-ABCD`.
    pub(in crate::marking) fn key(&self) -> String {
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
