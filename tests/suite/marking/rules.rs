//! The rules of validity, each with a mark that breaks it and one that does not.

use std::collections::BTreeSet;

use tearline::marking::{Marking, validity_rules};

/// Code, a mark that breaks the rule, the nearest that does not.
const RULES: [(&str, &str, &str); 55] = [
    ("control-below-floor", "U//OC", "C//OC"),
    ("control-below-floor", "U//OC-USGOV", "C//OC-USGOV"),
    ("control-below-floor", "U//EYES", "C//EYES"),
    ("control-below-floor", "C//IMC", "S//IMC"),
    ("control-below-floor", "C//RS", "S//RS"),
    ("control-below-floor", "U//SI", "C//SI"),
    ("control-below-floor", "S//SI-G//OC", "TS//SI-G//OC"),
    ("control-below-floor", "S//SI-EU", "TS//SI-EU"),
    ("control-below-floor", "S//SI-NK", "TS//SI-NK"),
    ("control-below-floor", "S//SI-ABC", "TS//SI-ABC"),
    ("control-below-floor", "C//TK", "S//TK"),
    ("control-below-floor", "S//TK-BLFH//NF", "TS//TK-BLFH//NF"),
    ("control-below-floor", "C//HCS-P//NF", "S//HCS-P//NF"),
    (
        "control-below-floor",
        "S//HCS-P ABC//OC/NF",
        "TS//HCS-P ABC//OC/NF",
    ),
    ("control-below-floor", "C//RSV-ABC", "S//RSV-ABC"),
    ("control-below-floor", "U//RD//NF", "C//RD//NF"),
    ("control-below-floor", "U//FRD//NF", "C//FRD//NF"),
    ("control-below-floor", "U//TFNI//NF", "C//TFNI//NF"),
    ("control-below-floor", "C//RD-CNWDI//NF", "S//RD-CNWDI//NF"),
    ("control-below-floor", "C//RD-SG 14//NF", "S//RD-SG 14//NF"),
    ("control-below-floor", "U//SAR-BP", "C//SAR-BP"),
    ("control-above-ceiling", "C//FOUO", "U//FOUO"),
    ("control-above-ceiling", "C//DS", "U//DS"),
    ("control-above-ceiling", "C//SBU", "U//SBU"),
    ("control-above-ceiling", "C//SBU-NF", "U//SBU-NF"),
    ("control-above-ceiling", "C//LOU", "U//LOU"),
    ("control-above-ceiling", "C//DCNI", "U//DCNI"),
    ("control-above-ceiling", "C//UCNI", "U//UCNI"),
    (
        "release-markings-exclude",
        "S//NF/REL TO USA, GBR",
        "S//REL TO USA, GBR",
    ),
    ("release-markings-exclude", "S//NF/EYES", "S//EYES"),
    ("release-markings-exclude", "S//REL/EYES", "S//REL"),
    ("release-markings-exclude", "S//NF/RELIDO", "S//RELIDO"),
    (
        "release-markings-exclude",
        "S//NF/DISPLAY ONLY PHL",
        "S//DISPLAY ONLY PHL",
    ),
    (
        "release-markings-exclude",
        "S//RELIDO/DISPLAY ONLY PHL",
        "S//REL TO USA, GBR/DISPLAY ONLY PHL",
    ),
    (
        "release-markings-exclude",
        "U//REL TO USA, GBR//SBU-NF",
        "U//SBU-NF",
    ),
    (
        "release-markings-exclude",
        "S//REL TO USA, GBR//XD",
        "S//NF//XD",
    ),
    ("distribution-controls-exclude", "S//NF//XD/ND", "S//NF//ND"),
    (
        "distribution-controls-exclude",
        "U//SBU/SBU-NF",
        "U//SBU-NF",
    ),
    (
        "distribution-controls-exclude",
        "U//NF//XD/SBU",
        "U//NF//XD",
    ),
    ("les-controls-exclude", "U//LES/LES-NF", "U//LES-NF"),
    ("orcon-excludes", "S//OC/OC-USGOV", "S//OC-USGOV"),
    ("orcon-excludes", "S//OC/RELIDO", "S//OC/REL TO USA, GBR"),
    ("orcon-excludes", "TS//SI-G//OC-USGOV", "TS//SI//OC-USGOV"),
    ("lou-beside-sbu", "U//SBU/LOU", "U//LOU"),
    ("hcs-companion", "S//HCS-P", "S//HCS-P//NF"),
    ("hcs-companion", "S//HCS-O//NF", "S//HCS-O//OC/NF"),
    ("hcs-companion", "TS//HCS-P ABC//NF", "TS//HCS-P ABC//OC/NF"),
    ("gamma-companion", "TS//SI-G//NF", "TS//SI-G//OC/NF"),
    ("tk-compartment-companion", "TS//TK-KAND", "TS//TK-KAND//NF"),
    ("distribution-companion", "S//ND", "S//NF//ND"),
    ("reserve-alone", "S//RSV", "S//RSV-123"),
    (
        "joint-excludes",
        "//JOINT S GBR USA//NF",
        "//JOINT S GBR USA//REL TO USA, GBR",
    ),
    (
        "joint-release",
        "//JOINT S CAN GBR USA//REL TO USA, GBR",
        "//JOINT S CAN GBR USA//REL TO USA, FVEY",
    ),
    (
        "eyes-only-list",
        "S//USA/JPN EYES ONLY",
        "S//USA/GBR EYES ONLY",
    ),
    (
        "release-list-without-others",
        "S//REL TO USA",
        "S//REL TO USA, GBR",
    ),
];

/// Rules that no portion mark can break: the grammar gives CNWDI its RD, and the last is of banner lines.
const ELSEWHERE: [&str; 2] = ["cnwdi-companion", "banner-release-list"];

#[test]
fn every_rule_refuses_what_breaks_it_and_nothing_else() {
    let mut shown: BTreeSet<&str> = ELSEWHERE.into();
    for (code, broken, whole) in RULES {
        let error = Marking::parse_portion(broken).expect_err(broken);
        assert_eq!(
            error.rule().map(|rule| rule.code),
            Some(code),
            "{broken}: {error}"
        );
        Marking::parse_portion(whole).unwrap_or_else(|error| panic!("{whole}: {error}"));
        shown.insert(code);
    }
    let error = Marking::parse_banner("SECRET//REL").unwrap_err();
    assert_eq!(
        error.rule().map(|rule| rule.code),
        Some("banner-release-list")
    );
    let rules: BTreeSet<&str> = validity_rules().map(|rule| rule.code).collect();
    assert_eq!(shown, rules);
}

#[test]
fn a_breach_names_its_rule_and_source() {
    let error = Marking::parse_portion("S//XD").unwrap_err();
    assert_eq!(
        error.to_string(),
        "EXDIS and NODIS require NOFORN (CAPCO 2016 H.9 pp172, 174): `XD` in portion mark"
    );
}
