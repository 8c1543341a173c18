//! What a mark may begin with: a short look at a text before it is read.

use std::sync::LazyLock;

use crate::marking::register::{Level, NATO_RANKS, sensitivities_in_marks, spellings};

/// What stands for no spelling: CUI where a level would stand, the owners and the short forms of NATO, what the United Kingdom
/// classifies, and the short forms of nuclear documents.
const OTHERS: [&str; 13] = [
    "CUI",
    "CONTROLLED",
    "CTSA",
    "NSA",
    "NSAT",
    "NCA",
    "UK",
    "SRD",
    "SFRD",
    "CRD",
    "CFRD",
    "TSRD",
    "TSFRD",
];

/// The first words of all that can be read.
static FIRST: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let levels = Level::ALL.into_iter().map(Level::portion);
    let ranks = NATO_RANKS.iter().map(|(portion, ..)| *portion);
    let mut words: Vec<&str> = levels
        .chain(ranks)
        .chain(spellings())
        .chain(sensitivities_in_marks())
        .chain(OTHERS)
        .map(first_word)
        .collect();
    words.sort_unstable();
    words.dedup();
    words
});

/// Whether a text, with or without its parentheses, may be a mark for what it begins with: letters that every other text
/// cannot be read for. What begins with a sign is let through.
pub(in crate::marking) fn may_begin(text: &str) -> bool {
    let shown = text.trim_start();
    let shown = shown.strip_prefix('(').map_or(shown, str::trim_start);
    let word = first_word(shown);
    word.is_empty() || FIRST.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn first_word(text: &str) -> &str {
    let end = text.bytes().position(|b| !b.is_ascii_alphabetic());
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::error::Place;
    use super::super::read::read_valid;
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_short_look_turns_down_nothing_that_can_be_read() {
        let heads: Vec<&str> = "U|C|S|TS|L|SBU|LOU|FOUO|OUO|EFTO|CUI|CONTROLLED|SECRET|Secret|TOP SECRET|Confidential|UNCLAS|UNCLASS|UNCLASSIFIED\
            |LIMITED OFFICIAL USE|FOR OFFICIAL USE ONLY|OFFICIAL USE ONLY|SENSITIVE BUT UNCLASSIFIED|NATO|NATO SECRET|NATO-S|COSMIC TOP SECRET|CTS\
            |CTSA|CTS-A|CTS-B|NS|NSA|NSAT|NC|NCA|NR|NU|NIS|UK-S|UK SECRET|UK|SRD|SFRD|CRD|CFRD|TSRD|TSFRD|//GBR S|//JOINT S USA GBR|JOINT S|GBR S|//NS\
            |SNF|TSSI|SI|NF|RD|FRD|REL|ORCON|NOFORN|HVCCO|TK|SAR-BP|FGI|LES|SSI|NODIS|EXDIS|PROPIN|DISSEMINATION|U EFTO|Secretary|Department|The"
            .split('|')
            .collect();
        let between = ["//", "/", "-", " ", ", ", "", " - ", "_", "; "];
        let behind = [
            "",
            "NF",
            "NOFORN",
            "REL TO USA, GBR",
            "SI",
            "SI//NF",
            "RD",
            "FRD",
            "OC",
            "ATOMAL",
            "20360314",
            "25X1",
            "MR",
            "Entire text",
            "ENTIRE TEXT.",
            "ND",
            "XD",
            "SBU",
            "FGI GBR",
            "relay",
            "TK",
            "BOHEMIA",
            "S",
            "USA GBR",
        ];
        let around = [("", ""), ("(", ")"), (" ", " "), ("( ", " )"), (" (", ")")];
        let mut random = Random::new();
        let mut read = 0;
        for _ in 0..65_536 {
            let (open, close) = around[random.below(around.len())];
            let mut text = [
                random.pick(&heads),
                random.pick(&between),
                random.pick(&behind),
            ]
            .concat();
            if random.below(4) == 0 && text.is_ascii() {
                text = text.to_lowercase();
            }
            let text = [open, &text, close].concat();
            if read_valid(&text, Place::Portion).is_ok() {
                read += 1;
                assert!(may_begin(&text), "{text:?}");
            }
        }
        assert!(read > 2000, "{read}");
    }
}
