//! Generated cables of 1–30 KB: the same for everyone, because the seed is fixed.

use std::fmt::Write;

use super::dice::Dice;

pub(crate) const WORDS: [&str; 48] = [
    "harbor",
    "minister",
    "survey",
    "the",
    "of",
    "and",
    "to",
    "delegation",
    "noted",
    "that",
    "pilot",
    "channel",
    "agreement",
    "would",
    "be",
    "ready",
    "by",
    "spring",
    "committee",
    "asked",
    "for",
    "data",
    "on",
    "dredging",
    "tariffs",
    "in",
    "northern",
    "province",
    "after",
    "talks",
    "with",
    "regional",
    "partners",
    "who",
    "had",
    "raised",
    "concerns",
    "about",
    "fuel",
    "prices",
    "and",
    "a",
    "joint",
    "statement",
    "is",
    "expected",
    "next",
    "week",
];

/// Cables of `total` bytes or a little more.
pub(crate) fn generate(total: usize) -> Vec<String> {
    let mut dice = Dice::new(2008);
    let mut cables = Vec::new();
    let mut bytes = 0;
    while bytes < total {
        let size = 1_000 + dice.below(29_000);
        let cable = cable(&mut dice, size);
        bytes += cable.len();
        cables.push(cable);
    }
    cables
}

fn cable(dice: &mut Dice, size: usize) -> String {
    let mut out = String::with_capacity(size + 1_000);
    let number = dice.below(99_999);
    write!(
        out,
        "O 02{:02}12Z OCT 08\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC IMMEDIATE {number}\nINFO AMEMBASSY CALDERA\nUSMISSION HARBOR COMMISSION\n\n\
         C O N F I D E N T I A L PORT VESTA {number:06}\n\nSIPDIS\n\nE.O. 12958: DECL: 09/29/2018\nTAGS: PREL, ECON, VX\nSUBJECT: (SBU) HARBOR TALKS {number}\n\n",
        dice.below(24)
    )
    .unwrap();
    let mut paragraph = 1;
    while out.len() < size {
        if dice.below(4) == 0 {
            out.push_str("The Northern Channel and the Pilots\n\n");
        }
        let mark = ["U", "U", "SBU", "SBU", "SBU", "C", "C", "C//NF"][dice.below(8)];
        write!(out, "{paragraph}. ({mark}) ").unwrap();
        let words = 40 + dice.below(120);
        sentences(&mut out, dice, words);
        out.push_str("\n\n");
        paragraph += 1;
    }
    out.push_str("CALLOWAY\nNNNN\n");
    out
}

fn sentences(out: &mut String, dice: &mut Dice, words: usize) {
    let mut column = 10;
    for index in 0..words {
        let word = WORDS[dice.below(WORDS.len())];
        if column + word.len() > 58 {
            out.push('\n');
            column = 0;
        } else if index > 0 {
            out.push(' ');
        }
        out.push_str(word);
        column += word.len() + 1;
        if index % 13 == 12 || index + 1 == words {
            out.push('.');
        }
    }
}
