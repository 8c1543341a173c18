//! CAPCO 2016 D.2 Table 3, row by row, and the precedence rules of the other controls.

use jiff::civil::date;
use tearline::marking::{Marking, roll_up};

fn banner(portions: &[&str]) -> String {
    let marks: Vec<Marking> = portions.iter().map(|text| super::portion(text)).collect();
    roll_up(&marks, date(2016, 12, 31)).banner().to_string()
}

/// Rule, one portion, another, the banner.
const TABLE_3: [(u8, &str, &str, &str); 36] = [
    (1, "S//NF", "S", "SECRET//NOFORN"),
    (1, "S//NF", "U", "SECRET//NOFORN"),
    (2, "S//NF", "S//REL TO USA, GBR", "SECRET//NOFORN"),
    (2, "S//NF", "S//RELIDO", "SECRET//NOFORN"),
    (2, "S//NF", "S//USA/GBR EYES ONLY", "SECRET//NOFORN"),
    (2, "S//NF", "S//DISPLAY ONLY PHL", "SECRET//NOFORN"),
    (3, "S//NF", "U//SBU-NF", "SECRET//NOFORN"),
    (4, "S", "U//SBU-NF", "SECRET//NOFORN"),
    (5, "S//REL TO USA, GBR", "U//SBU-NF", "SECRET//NOFORN"),
    (6, "S//NF", "U//LES-NF", "SECRET//NOFORN//LES"),
    (7, "S", "U//LES-NF", "SECRET//NOFORN//LES"),
    (8, "S//RELIDO", "U//LES-NF", "SECRET//NOFORN//LES"),
    (
        9,
        "S//REL TO USA, GBR",
        "S//REL TO USA, JPN",
        "SECRET//NOFORN",
    ),
    (10, "S//REL TO USA, GBR", "S//RELIDO", "SECRET//NOFORN"),
    (
        11,
        "S//REL TO USA, GBR",
        "S//DISPLAY ONLY PHL",
        "SECRET//NOFORN",
    ),
    (12, "S//REL TO USA, GBR/RELIDO", "S", "SECRET//NOFORN"),
    (
        13,
        "S//REL TO USA, JPN",
        "S//USA/GBR EYES ONLY",
        "SECRET//NOFORN",
    ),
    (
        14,
        "U//REL TO USA, GBR",
        "U//SBU-NF",
        "UNCLASSIFIED//NOFORN//SBU",
    ),
    (
        15,
        "U//REL TO USA, GBR",
        "U//LES-NF",
        "UNCLASSIFIED//NOFORN//LES",
    ),
    (16, "S//REL TO USA, GBR", "S", "SECRET//NOFORN"),
    (17, "S//RELIDO", "S", "SECRET//RELIDO"),
    (17, "S//RELIDO", "S//IMC", "SECRET//IMCON/NOFORN"),
    // SCI controls do not make a portion caveated (B.3, note).
    (17, "S//RELIDO", "S//TK", "SECRET//TK//RELIDO"),
    (18, "S//RELIDO", "S//DISPLAY ONLY PHL", "SECRET//NOFORN"),
    (19, "S//DISPLAY ONLY PHL", "S", "SECRET//NOFORN"),
    (
        20,
        "S//DISPLAY ONLY PHL",
        "S//DISPLAY ONLY THA",
        "SECRET//NOFORN",
    ),
    (
        21,
        "S//REL TO USA, GBR, JPN",
        "S//REL TO USA, JPN, KOR",
        "SECRET//REL TO USA, JPN",
    ),
    (
        22,
        "S//REL TO USA, CAN, GBR",
        "S//USA/GBR EYES ONLY",
        "SECRET//REL TO USA, GBR",
    ),
    (
        23,
        "S//REL TO USA, FVEY",
        "S//REL TO USA, CAN, JPN",
        "SECRET//REL TO USA, CAN",
    ),
    (
        23,
        "S//REL TO USA, TEYE",
        "S//REL TO USA, ACGU",
        "SECRET//REL TO USA, AUS, GBR",
    ),
    // Any other tetragraph stays whole.
    (
        23,
        "S//REL TO USA, NATO",
        "S//REL TO USA, CAN",
        "SECRET//NOFORN",
    ),
    (24, "S//RELIDO", "C//RELIDO", "SECRET//RELIDO"),
    (
        25,
        "S//DISPLAY ONLY PHL, THA",
        "S//DISPLAY ONLY THA",
        "SECRET//DISPLAY ONLY THA",
    ),
    (
        26,
        "S//DISPLAY ONLY PHL",
        "S//REL TO USA, PHL",
        "SECRET//DISPLAY ONLY PHL",
    ),
    (
        27,
        "S//REL TO USA, GBR/DISPLAY ONLY PHL",
        "S//REL TO USA, GBR/DISPLAY ONLY PHL, THA",
        "SECRET//REL TO USA, GBR/DISPLAY ONLY PHL",
    ),
    (
        27,
        "S//REL TO USA, GBR/DISPLAY ONLY PHL",
        "S//REL TO USA, JPN/DISPLAY ONLY THA",
        "SECRET//NOFORN",
    ),
];

#[test]
fn every_rule_of_table_3_holds() {
    let mut rules: Vec<u8> = TABLE_3.iter().map(|(rule, ..)| *rule).collect();
    rules.dedup();
    assert_eq!(rules, (1..=27).collect::<Vec<u8>>());
    for (rule, one, other, expected) in TABLE_3 {
        assert_eq!(
            banner(&[one, other]),
            expected,
            "rule {rule}: {one} with {other}"
        );
        assert_eq!(
            banner(&[other, one]),
            expected,
            "rule {rule}: {other} with {one}"
        );
    }
}

#[test]
fn rule_17_turns_on_the_28th_of_june_2010() {
    let marks = ["S//RELIDO", "S"].map(super::portion);
    let on = |day| roll_up(&marks, day).banner().to_string();
    assert_eq!(on(date(2010, 6, 27)), "SECRET//NOFORN");
    assert_eq!(on(date(2010, 6, 28)), "SECRET//RELIDO");
}

/// What the rules of the other categories give: portions, banner, page of the rule.
const PRECEDENCE: [(&[&str], &str, &str); 31] = [
    (&[], "UNCLASSIFIED", "D.2"),
    (&["U"], "UNCLASSIFIED", "p51"),
    (
        &["U", "C"],
        "CONFIDENTIAL",
        "p50: no portion has a release marking, the banner takes none",
    ),
    (&["C", "TS", "S"], "TOP SECRET", "p47"),
    (
        &["U", "U//REL TO USA, GBR"],
        "UNCLASSIFIED//REL TO USA, GBR",
        "p51: uncaveated U takes no part",
    ),
    (&["U//FOUO"], "UNCLASSIFIED//FOUO", "p134"),
    (
        &["U//FOUO", "U//NF"],
        "UNCLASSIFIED//FOUO/NOFORN",
        "p134: FOUO stays beside release markings",
    ),
    (&["U//FOUO", "U//PR"], "UNCLASSIFIED//PROPIN", "p148"),
    (&["U//FOUO", "U//DS"], "UNCLASSIFIED//LIMDIS", "p170"),
    (&["U//FOUO", "S"], "SECRET", "p134"),
    (&["U//DS", "S//NF"], "SECRET//NOFORN", "p170"),
    (&["U//SBU", "U//FOUO"], "UNCLASSIFIED//SBU", "p176"),
    (&["U//SBU", "U//SBU-NF"], "UNCLASSIFIED//SBU NOFORN", "p178"),
    (&["U//SBU-NF", "U//NF"], "UNCLASSIFIED//NOFORN//SBU", "p178"),
    (&["U//LES", "U//LES-NF"], "UNCLASSIFIED//LES NOFORN", "p185"),
    (
        &["U//LES-NF", "U//FOUO"],
        "UNCLASSIFIED//LES NOFORN",
        "p185",
    ),
    (&["S//NF//XD", "S//NF//ND"], "SECRET//NOFORN//NODIS", "p174"),
    (
        &["U//NF//XD", "U//SBU"],
        "UNCLASSIFIED//NOFORN//EXDIS",
        "p172",
    ),
    (
        &["S//OC-USGOV/NF", "S//OC/NF"],
        "SECRET//ORCON/NOFORN",
        "p136",
    ),
    (
        &["S//RD//NF", "S//FRD//NF", "S//TFNI//NF"],
        "SECRET//RD//NOFORN",
        "p104",
    ),
    (
        &["S//FRD//NF", "S//TFNI//NF"],
        "SECRET//FRD//NOFORN",
        "p120",
    ),
    (
        &["S//RD-SG 14//NF", "S//FRD-SG 18//NF"],
        "SECRET//RD-SIGMA 14 18//NOFORN",
        "p109",
    ),
    (
        &["S//RD-SG 14//NF", "S//RD-CNWDI//NF"],
        "SECRET//RD-CNWDI-SIGMA 14//NOFORN",
        "pp106, 108",
    ),
    (&["U//DCNI", "S//REL TO USA, GBR"], "SECRET//NOFORN", "p116"),
    (
        &["TS//SI-G ABCD//OC/NF", "TS//SI-ABC/TK//NF"],
        "TOP SECRET//SI-ABC-G ABCD/TK//ORCON/NOFORN",
        "p74",
    ),
    (
        &["S//SAR-BP-123//NF", "S//SAR-CA//NF"],
        "SECRET//SAR-BP-123/CA//NOFORN",
        "p101",
    ),
    (&["//DEU S//NF", "S//NF"], "SECRET//FGI DEU//NOFORN", "D.2"),
    (
        &["//DEU S//NF", "//FGI C//NF"],
        "SECRET//FGI//NOFORN",
        "p124",
    ),
    (
        &["//DEU S//REL TO USA, DEU", "//DEU C//REL TO USA, DEU"],
        "//DEU SECRET//REL TO USA, DEU",
        "p195",
    ),
    (
        &[
            "//JOINT S CAN USA//REL TO USA, CAN",
            "//JOINT C CAN USA//REL TO USA, CAN",
        ],
        "//JOINT SECRET CAN USA//REL TO USA, CAN",
        "p56",
    ),
    (
        &["//JOINT S CAN USA//REL TO USA, CAN", "S//REL TO USA, CAN"],
        "SECRET//FGI CAN//REL TO USA, CAN",
        "p57",
    ),
];

#[test]
fn every_precedence_rule_holds() {
    for (portions, expected, place) in PRECEDENCE {
        assert_eq!(banner(portions), expected, "{place}: {portions:?}");
        let backwards: Vec<&str> = portions.iter().rev().copied().collect();
        assert_eq!(banner(&backwards), expected, "{place}: {backwards:?}");
    }
}
