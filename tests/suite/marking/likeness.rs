//! How much a text between brackets is like a mark: a table of what people, scanners and word processors leave there.
//!
//! The expected answers are a person's reading of the tokens, most of them from papers with damage.

use tearline::marking::Likeness::{self, Certain, Letter, Likely, Short, Text};
use tearline::marking::{StatedMark, is_mark_shaped, register};

/// Marks in the form of the register or an older one, which nothing else is written like.
const CERTAIN: [&str; 85] = [
    "S//NF",
    "S//REL TO USA, GBR",
    "//NS",
    "//GBR S",
    "X//Y",
    "S//XYZZY",
    "U//FOUO",
    "TS//SI/TK//NF",
    "//UNCLASSIFIED//",
    "S/NF",
    "C/NF",
    "S-NF",
    "S NF",
    "TS",
    "SBU",
    "LOU",
    "FOUO",
    "CUI",
    "OUO",
    "SBU/N",
    "SBU/NF",
    "SBU-NF",
    "SBU NOFORN",
    "LOU/NOFORN",
    "U/FOUO",
    "U/SBU",
    "S/EXDIS",
    "C/LIMDIS",
    "S/NODIS",
    "SECRET",
    "TOP SECRET",
    "CONFIDENTIAL",
    "UNCLASSIFIED",
    "UNCLAS",
    "SECRET/NOFORN",
    "SECRET NOFORN",
    "SECRET, NOFORN",
    "TOP SECRET - NOFORN",
    "LIMITED OFFICIAL USE",
    "FOR OFFICIAL USE ONLY",
    "OFFICIAL USE ONLY",
    "SENSITIVE BUT UNCLASSIFIED",
    "NATO SECRET",
    "NATO RESTRICTED",
    "COSMIC TOP SECRET",
    "NOFORN",
    "NF",
    "EXDIS",
    "NODIS",
    "STADIS",
    "ORCON",
    "PROPIN",
    "LIMDIS",
    "RELIDO",
    "REL TO USA, GBR",
    "EYES ONLY",
    "RESTRICTED DATA",
    "C-Entire text",
    "C-GROUP 3",
    "S/GP-1",
    "C - ENTIRE TEXT",
    "Secret—Entire text.",
    "S - entire text",
    "TLP:RED",
    "TLP:AMBER+STRICT",
    "S/NF/OC",
    "TS/SI",
    "U//",
    "//",
    "CTS",
    "S/REL",
    "S/RD",
    "S-RD",
    "S/ORCON",
    "S|NF",
    "S\\NF",
    "S.NF",
    "S:NF",
    "S;NF",
    "S/N",
    "S//",
    "ТS",
    "ЅBU",
    "ＳＢＵ",
    "S\u{200b}BU",
];

/// One slip away, or a word that text can hold too, or a mark of another government.
const LIKELY: [&str; 75] = [
    "Secret",
    "secret",
    "Confidential",
    "Unclassified",
    "Top Secret",
    "Sec",
    "Sec.",
    "Conf",
    "CONF.",
    "UNCL",
    "Confid",
    "SHNF",
    "UHFOUO",
    "SIINF",
    "S8U",
    "FOU0",
    "F0UO",
    "SNF",
    "CNF",
    "TSNF",
    "SNOFORN",
    "SllNF",
    "S11NF",
    "SHNOFORN",
    "UIIFOUO",
    "UFOUO",
    "CIINF",
    "TSHSI",
    "S/MF",
    "S/NE",
    "S/NFF",
    "S/NOFRON",
    "SECRT",
    "SECERT",
    "SECREET",
    "CONFIDENTAL",
    "TOP SECRT",
    "UNCLASSIFED",
    "UNCLASIFIED",
    "NOFRN",
    "NOFORM",
    "EXDlS",
    "EXD1S",
    "NODlS",
    "N0DIS",
    "0RCON",
    "T5",
    "FUOO",
    "FOUOO",
    "fouo",
    "sbu",
    "Noforn",
    "Nodis",
    "Exdis",
    "OFFICIAL-SENSITIVE",
    "OFFICIAL SENSITIVE",
    "OFFICIAL:SENSITIVE",
    "PROTECTED",
    "PROTECTED B",
    "RESTRICTED",
    "NATO-S",
    "NATO-R",
    "UK-S",
    "UK SECRET",
    "EU RESTRICTED",
    "VS-NFD",
    "RESTREINT UE",
    "CLASSIFIED",
    "Secret; Nodis",
    "Confidential; Limdis",
    "SECRET ATTACHMENT",
    "SI/TK",
    "OC/NF",
    "SECRET/XYZZY",
    "SBU/XYZ",
];

/// One letter, digit or sign, whatever stands around it.
const LETTER: [&str; 29] = [
    "U",
    "C",
    "S",
    "L",
    "R",
    "Q",
    "a",
    "c",
    " c ",
    "5",
    "8",
    "1",
    "$",
    "§",
    "©",
    "С",
    "Ѕ",
    "Ｓ",
    "ｃ",
    "Ⓢ",
    "*S*",
    "S.",
    "S\u{200b}",
    "S\u{ad}",
    "®",
    "€",
    "S'",
    ".S",
    "S|",
];

/// Runs of capitals, digits and signs that are ordinary abbreviations as well, or stand for nothing.
const SHORT: [&str; 46] = [
    "DS", "NC", "NS", "NR", "PR", "ND", "SI", "TK", "OC", "RD", "FRD", "REL", "LES", "SSI", "XD",
    "RS", "AC", "SAR", "NSA", "CIA", "USA", "CRS", "USN", "SJ", "XYZ", "AID", "UN", "C-130", "S-2",
    "U-2", "S/CT", "S/P", "S/S", "EYES", "RESERVE", "12", "5A", "B2", "NATO", "OFFICIAL", "FOUR",
    "SUB", "MI5", "SIDS", "U-BOAT", "A-1",
];

/// Ordinary text.
const TEXT: [&str; 84] = [
    "the pier",
    "see below",
    "page 3",
    "CTs",
    "1974",
    "FY 79",
    "about half",
    "sic",
    "cont.",
    "ANNEX I",
    "ART.3",
    "REF A",
    "MAY 24, 1978",
    "5.0",
    "U.S.",
    "U.S. Army",
    "U.N.",
    "U.K.",
    "S. Ode",
    "C. ODE",
    "A. B. Birk",
    "FOR EXAMPLE, THE PIER",
    "NOT YET, HE SAID",
    "---",
    "...",
    "?",
    "a small boat",
    "I think so",
    "secret talks",
    "Secret Service",
    "Confidential sources say",
    "c the left",
    "secretly",
    "SECRETARY",
    "secretary",
    "secrets",
    "confidentially",
    "s to t",
    "C is right",
    "http://vesta.example/a",
    "per cent",
    "e.g. the pier",
    "i.e. none",
    "TAB B",
    "PARA 10",
    "VOL 2",
    "Lou",
    "Mr. Lou",
    "Ts",
    "CTs.",
    "Sec. 3 of the lease",
    "Section 4",
    "conf. room",
    "Conf. Room 3",
    "Bureau",
    "Ode",
    "Rd",
    "Les Ode",
    "Si",
    "eyes",
    "reserve",
    "waived",
    "bohemia",
    "marvel",
    "//a text of more than forty characters which no mark is",
    "the Harbour Board of Karshavn",
    "December 1974",
    "50%",
    "2,000",
    "A, B",
    "Classified By",
    "protected",
    "restricted",
    "official",
    "10 of 12",
    "one",
    "C to D",
    "a/b test",
    "and so on",
    "NO. 5",
    "FIG. 2",
    "JUNE 4",
    "",
    "  ",
];

#[test]
fn every_token_is_judged_as_a_person_judges_it() {
    let tables: [(Likeness, &[&str]); 5] = [
        (Certain, &CERTAIN),
        (Likely, &LIKELY),
        (Letter, &LETTER),
        (Short, &SHORT),
        (Text, &TEXT),
    ];
    let mut wrong = Vec::new();
    for (expected, tokens) in tables {
        for token in tokens {
            let found = Likeness::of(token);
            if found != expected {
                wrong.push(format!("{token:?}: {found:?}, and not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_can_be_read_is_never_text() {
    let mut words: Vec<String> = register()
        .flat_map(|row| [row.portion(), row.banner(), row.title()])
        .map(str::to_owned)
        .collect();
    for level in ["U", "C", "S", "TS", "SECRET", "Secret"] {
        for separator in ["//", "/", "-", " "] {
            words.extend(register().map(|row| format!("{level}{separator}{}", row.portion())));
        }
    }
    let mut readable = 0;
    for word in words.iter().filter(|word| word.chars().count() <= 40) {
        if StatedMark::read(word).is_ok() {
            readable += 1;
            assert!(Likeness::of(word) > Text, "{word}");
        }
    }
    assert!(readable > 500, "{readable}");
}

#[test]
fn what_counts_anywhere_is_mark_shaped_for_every_pass() {
    for token in CERTAIN.iter().chain(&LIKELY) {
        assert!(is_mark_shaped(token), "{token}");
    }
    for token in TEXT {
        assert!(!is_mark_shaped(token), "{token}");
    }
}
