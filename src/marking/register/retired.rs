//! Names of SCI control systems that are no longer used, and what became of them.

/// A name that older marks bear, and the system that it became.
#[derive(Debug)]
pub(in crate::marking) struct Retired {
    pub(in crate::marking) name: &'static str,
    pub(in crate::marking) system: &'static str,
    /// The only compartments that the name is read with; any where none is listed.
    pub(in crate::marking) compartments: &'static [&'static str],
}

/// CAPCO 2016 H.4 p74 (COMINT, a title of SI that is no longer valid), pp78 and 83 (EL, whose compartments ECRU and NONBOOK
/// moved to SI), pp85-95 (KLONDIKE, whose compartments moved to TALENT KEYHOLE).
static RETIRED: [Retired; 4] = [
    Retired {
        name: "COMINT",
        system: "SI",
        compartments: &[],
    },
    Retired {
        name: "EL",
        system: "SI",
        compartments: &["NK", "EU", "NONBOOK", "ECRU"],
    },
    Retired {
        name: "KDK",
        system: "TK",
        compartments: &[],
    },
    Retired {
        name: "KLONDIKE",
        system: "TK",
        compartments: &[],
    },
];

/// What grouped compartments of SI, and must not be written any more (CAPCO 2016 H.4 p76).
pub(in crate::marking) const TYPE_INDICATOR: &str = "ECI";

/// The retired system of that name.
pub(in crate::marking) fn retired(name: &str) -> Option<&'static Retired> {
    RETIRED.iter().find(|retired| retired.name == name)
}

/// Whether a word is a retired name wherever it stands; `EL` is a word of other languages too.
pub(in crate::marking) fn is_retired_word(word: &str) -> bool {
    word.len() > 2 && retired(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marking::register::{Category, Control};

    #[test]
    fn a_retired_name_became_a_system_of_the_register_and_is_none_itself() {
        for row in &RETIRED {
            assert!(Control::named_in(row.system, Category::Sci).is_some());
            assert_eq!(Control::named(row.name), None, "{}", row.name);
        }
        assert!(is_retired_word("KLONDIKE") && !is_retired_word("EL"));
    }
}
