//! How a level is spelled, and what stands where a level would: the one table behind level lines, banners, marks and
//! statements.

use super::Level;
use super::rank::Rank;

/// What a spelling stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) enum Means {
    /// A level of the United States.
    Level(Level),
    /// A level of NATO.
    Nato(Rank),
    /// A sensitivity, as a portion mark of the register.
    Sensitivity(&'static str),
}

/// In which letters a spelling is one. `Lou` is a name and `cui` is a word; `secret` is a level in any letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) enum Letters {
    Any,
    Capitals,
}

/// One spelling of a level.
#[derive(Clone, Copy, Debug)]
pub(in crate::marking) struct Spelling {
    /// With single spaces between its words.
    pub(in crate::marking) words: &'static str,
    pub(in crate::marking) means: Means,
    pub(in crate::marking) letters: Letters,
}

const fn level(words: &'static str, level: Level) -> Spelling {
    Spelling {
        words,
        means: Means::Level(level),
        letters: Letters::Any,
    }
}

const fn sensitivity(words: &'static str, mark: &'static str) -> Spelling {
    Spelling {
        words,
        means: Means::Sensitivity(mark),
        letters: Letters::Any,
    }
}

const fn short(words: &'static str, mark: &'static str) -> Spelling {
    Spelling {
        words,
        means: Means::Sensitivity(mark),
        letters: Letters::Capitals,
    }
}

const fn nato(rank: &(&'static str, &'static str, Rank)) -> Spelling {
    Spelling {
        words: rank.1,
        means: Means::Nato(rank.2),
        letters: Letters::Any,
    }
}

const SBU: &str = "U//SBU";
const SBU_NOFORN: &str = "U//SBU-NF";
const LOU: &str = "U//LOU";
const LOU_NOFORN: &str = "U//NF//LOU";
const FOUO: &str = "U//FOUO";
const CUI: &str = "CUI";

/// The longer before the shorter where one begins the other.
#[rustfmt::skip]
pub(in crate::marking) static SPELLINGS: [Spelling; 21] = [
    // 32 CFR 2001.21(b).
    level(Level::Unclassified.banner(), Level::Unclassified),
    // Telegrams: 5 FAH-2 H-222.
    level("UNCLASS", Level::Unclassified),
    level("UNCLAS", Level::Unclassified),
    level(Level::Confidential.banner(), Level::Confidential),
    level(Level::TopSecret.banner(), Level::TopSecret),
    level(Level::Secret.banner(), Level::Secret),
    nato(&NATO_RANKS[0]), nato(&NATO_RANKS[1]), nato(&NATO_RANKS[2]), nato(&NATO_RANKS[3]), nato(&NATO_RANKS[4]),
    // Until 1 October 1995: STATE 018029.
    sensitivity("LIMITED OFFICIAL USE", LOU),
    sensitivity("LIMITED OFFICIAL", LOU),
    // CAPCO 2016 H.8 p134.
    sensitivity("FOR OFFICIAL USE ONLY", FOUO),
    sensitivity("OFFICIAL USE ONLY", FOUO),
    // 5 FAH-1 H-246.2.
    sensitivity("SENSITIVE BUT UNCLASSIFIED", SBU),
    // NARA CUI Marking Handbook 2019.
    sensitivity("CONTROLLED UNCLASSIFIED INFORMATION", CUI),
    short("LOU", LOU),
    short("SBU", SBU),
    short("FOUO", FOUO),
    short("CUI", CUI),
];

/// What the State Department writes where a level would stand, beside the spellings above (5 FAH-1 H-246.2).
#[rustfmt::skip]
static IN_MARKS: [(&str, &[&str]); 5] = [
    (SBU, &["EFTO", "U EFTO", "U/EFTO", "U-EFTO", "U//EFTO"]),
    (SBU_NOFORN, &[
        "SBU/N", "SBU/NF", "SBU/NFD", "SBU/NOFORN", "SBU-N", "SBU-NF", "SBU-NOFORN", "SBU NOFORN", "SBU//NF",
        "SBU//NOFORN", "SENSITIVE BUT UNCLASSIFIED NOFORN", "U/SBU/NF", "U/SBU-NF",
    ]),
    (LOU, &["L"]),
    (LOU_NOFORN, &["LOU/NF", "LOU/NOFORN", "LOU-NOFORN", "L/NF", "LIMITED OFFICIAL USE/NOFORN"]),
    (FOUO, &["OUO", "U/OUO", "U//OUO"]),
];

/// The portion mark of the register for a sensitivity that stands in a mark without its level: `SBU/N`, `LOU`, `L`.
pub(in crate::marking) fn sensitivity_in_mark(text: &str) -> Option<&'static str> {
    let spelled = SPELLINGS.iter().find(|spelling| spelling.words == text);
    match spelled.map(|spelling| spelling.means) {
        // `LIMITED OFFICIAL`, cut short, is one on a level line alone; CUI needs no other form.
        Some(Means::Sensitivity(mark)) if mark != CUI && text != "LIMITED OFFICIAL" => Some(mark),
        Some(_) => None,
        None => IN_MARKS
            .iter()
            .find(|(_, forms)| forms.contains(&text))
            .map(|(mark, _)| *mark),
    }
}

/// What stands in marks for a sensitivity beside its spellings.
pub(in crate::marking) fn sensitivities_in_marks() -> impl Iterator<Item = &'static str> {
    IN_MARKS.iter().flat_map(|(_, forms)| *forms).copied()
}

/// The levels of the United States with every spelling in full, the longer before the shorter.
pub(in crate::marking) fn levels_in_words() -> impl Iterator<Item = (&'static str, Level)> {
    SPELLINGS
        .iter()
        .filter_map(|spelling| match spelling.means {
            Means::Level(level) => Some((spelling.words, level)),
            Means::Nato(_) | Means::Sensitivity(_) => None,
        })
}

/// Every spelling, in capitals, with single spaces between its words.
pub(in crate::marking) fn spellings() -> impl Iterator<Item = &'static str> {
    SPELLINGS.iter().map(|spelling| spelling.words)
}

/// The ranks of NATO, as a mark writes them and in words (CAPCO 2016 H.7 p122, Appendix B).
pub(in crate::marking) const NATO_RANKS: [(&str, &str, Rank); 5] = [
    ("CTS", "COSMIC TOP SECRET", Rank::TopSecret),
    ("NS", "NATO SECRET", Rank::Secret),
    ("NC", "NATO CONFIDENTIAL", Rank::Confidential),
    ("NR", "NATO RESTRICTED", Rank::Restricted),
    ("NU", "NATO UNCLASSIFIED", Rank::Unclassified),
];

/// Activities whose portion mark has a letter for their name: NIS is NATO ISAF SECRET (CAPCO 2016 H.3 p59).
pub(in crate::marking) const ACTIVITIES: [(&str, &str); 1] = [("I", "ISAF")];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_hides_behind_a_shorter_one() {
        for (place, spelling) in SPELLINGS.iter().enumerate() {
            for before in SPELLINGS.iter().take(place) {
                assert!(
                    !spelling.words.starts_with(before.words),
                    "{}",
                    spelling.words
                );
            }
        }
    }

    #[test]
    fn a_sensitivity_in_a_mark_is_a_mark_of_the_register() {
        for (text, mark) in [
            ("SBU", Some("U//SBU")),
            ("SENSITIVE BUT UNCLASSIFIED", Some("U//SBU")),
            ("EFTO", Some("U//SBU")),
            ("SBU/N", Some("U//SBU-NF")),
            ("L", Some("U//LOU")),
            ("LIMITED OFFICIAL USE", Some("U//LOU")),
            ("LOU/NF", Some("U//NF//LOU")),
            ("FOR OFFICIAL USE ONLY", Some("U//FOUO")),
            ("OUO", Some("U//FOUO")),
            // Cut short, it says too little; the others are marks by themselves.
            ("LIMITED OFFICIAL", None),
            ("CUI", None),
            ("SECRET", None),
            ("NATO SECRET", None),
            ("sbu", None),
        ] {
            assert_eq!(sensitivity_in_mark(text), mark, "{text}");
        }
    }
}
