//! How a level is spelled, and what stands where a level would: the one table behind level lines, banners, marks and
//! statements.

use super::Level;
use super::rank::Rank;

/// What a spelling stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) enum Means {
    /// A level of the United States.
    Level(Level),
    /// A sensitivity or a level of NATO, by the mark that says the same.
    Mark(&'static str),
}

/// In which letters a spelling is one. `Lou` is a name and `cui` is a word; `secret` is a level in any letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) enum Letters {
    Any,
    Capitals,
}

/// One spelling of a level.
#[derive(Debug)]
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

const fn mark(words: &'static str, mark: &'static str) -> Spelling {
    Spelling {
        words,
        means: Means::Mark(mark),
        letters: Letters::Any,
    }
}

const fn short(words: &'static str, mark: &'static str) -> Spelling {
    Spelling {
        words,
        means: Means::Mark(mark),
        letters: Letters::Capitals,
    }
}

/// The longer before the shorter where one begins the other.
///
/// Levels: 32 CFR 2001.21(b). `UNCLAS` and `UNCLASS`: telegrams (5 FAH-2 H-222). NATO: CAPCO 2016 H.7 p122 and Appendix B.
/// LIMITED OFFICIAL USE until 1 October 1995: STATE 018029. SBU: 5 FAH-1 H-246.2. FOUO: CAPCO 2016 H.8 p134. CUI: NARA CUI
/// Marking Handbook 2019.
pub(in crate::marking) static SPELLINGS: [Spelling; 21] = [
    level("UNCLASSIFIED", Level::Unclassified),
    level("UNCLASS", Level::Unclassified),
    level("UNCLAS", Level::Unclassified),
    level("CONFIDENTIAL", Level::Confidential),
    level("TOP SECRET", Level::TopSecret),
    level("SECRET", Level::Secret),
    mark("COSMIC TOP SECRET", "//CTS"),
    mark("NATO SECRET", "//NS"),
    mark("NATO CONFIDENTIAL", "//NC"),
    mark("NATO RESTRICTED", "//NR"),
    mark("NATO UNCLASSIFIED", "//NU"),
    mark("LIMITED OFFICIAL USE", "LOU"),
    mark("LIMITED OFFICIAL", "LOU"),
    mark("FOR OFFICIAL USE ONLY", "U//FOUO"),
    mark("OFFICIAL USE ONLY", "U//FOUO"),
    mark("SENSITIVE BUT UNCLASSIFIED", "SBU"),
    mark("CONTROLLED UNCLASSIFIED INFORMATION", "CUI"),
    short("LOU", "LOU"),
    short("SBU", "SBU"),
    short("FOUO", "U//FOUO"),
    short("CUI", "CUI"),
];

/// The levels of the United States with every spelling in full, the longer before the shorter.
pub(in crate::marking) fn levels_in_words() -> impl Iterator<Item = (&'static str, Level)> {
    SPELLINGS
        .iter()
        .filter_map(|spelling| match spelling.means {
            Means::Level(level) => Some((spelling.words, level)),
            Means::Mark(_) => None,
        })
}

/// Every spelling, in capitals, with single spaces between its words.
pub(in crate::marking) fn spellings() -> impl Iterator<Item = &'static str> {
    SPELLINGS.iter().map(|spelling| spelling.words)
}

/// The ranks of NATO, as a mark writes them and in words (CAPCO 2016 H.7 p122, Appendix B).
pub(in crate::marking) static NATO_RANKS: [(&str, &str, Rank); 5] = [
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
}
