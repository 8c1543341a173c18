//! The rows that were taken from the CAPCO manual and from ODNI's scenarios, where this machine has them.

use jiff::civil::date;
use tearline::marking::{Access, Marking, Reader, roll_up};

use crate::support::corpus;

fn rows(file: &str) -> Option<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(corpus("markings")?.join(file)).ok()?;
    let row = |line: &str| line.split('\t').map(str::to_owned).collect();
    Some(text.lines().skip(1).map(row).collect())
}

#[test]
fn every_mark_that_the_manual_prints_is_accepted_and_stays_canonical() {
    let Some(rows) = rows("accepted.tsv") else {
        return;
    };
    for row in rows {
        let (kind, text) = (&row[0], &row[1]);
        let read = |text: &str| match kind.as_str() {
            "banner" => Marking::parse_banner(text).map(|mark| mark.banner().to_string()),
            _ => Marking::parse_portion(text).map(|mark| mark.to_string()),
        };
        let canonical = read(text).unwrap_or_else(|error| panic!("{kind} {text}: {error}"));
        assert_eq!(read(&canonical).as_ref(), Ok(&canonical), "{kind} {text}");
    }
}

/// Rows whose portions alone do not determine the banner, by the portions, and why.
const UNDETERMINED: [(&str, &str); 3] = [
    (
        "(TS//SI-EU//REL)",
        "REL without a list stands for the list of the banner",
    ),
    (
        "(TS//SI-NK//REL)",
        "REL without a list stands for the list of the banner",
    ),
    (
        "(S//REL TO USA, JPN, NZL) ; (S//REL)",
        "REL without a list stands for the list of the banner, here a shorter one",
    ),
];

#[test]
fn every_worked_page_whose_portions_determine_its_banner_gives_it() {
    let Some(rows) = rows("rollup.tsv") else {
        return;
    };
    let mut left_out = Vec::new();
    for row in rows.iter().filter(|row| row[3].starts_with("CAPCO")) {
        let (portions, expected) = (&row[0], &row[1]);
        if UNDETERMINED
            .iter()
            .any(|(undetermined, _)| undetermined == portions)
        {
            left_out.push(portions);
            continue;
        }
        let marks: Vec<Marking> = portions.split(" ; ").map(super::portion).collect();
        let banner =
            Marking::parse_banner(expected).unwrap_or_else(|error| panic!("{expected}: {error}"));
        assert_eq!(
            roll_up(&marks, date(2016, 12, 31)).banner().to_string(),
            banner.banner().to_string(),
            "{portions}"
        );
    }
    assert_eq!(left_out.len(), UNDETERMINED.len());
}

/// ODNI's scenarios, whose expectation is about attributes: portions, and what a person reads the expectation as.
const SCENARIOS: [(&str, &str); 20] = [
    (
        "(S//RD/RD-SG-14/RD-SG-15/RD-SG-20) ; (TS//RD) ; (S//RD/RD-SG-18) ; (U) ; (C)",
        "TOP SECRET//RD-SIGMA 14 15 18 20",
    ),
    ("(U) ; (U//DCNI) ; (U//UCNI) ; (S)", "SECRET"),
    (
        "(U//REL TO USA, AUS, CAN) ; (U//REL TO USA, AUS, CAN) ; (S//REL TO USA, FVEY)",
        "SECRET//REL TO USA, AUS, CAN",
    ),
    (
        "(U//USA/AUS/CAN EYES ONLY) ; (U//USA/AUS/CAN EYES ONLY) ; (S//USA/AUS EYES ONLY)",
        "SECRET//USA/AUS EYES ONLY",
    ),
    (
        "(U//REL TO USA, AUS, CAN) ; (U) ; (U//REL TO USA, AUS)",
        "UNCLASSIFIED//REL TO USA, AUS",
    ),
    // OC-USGOV gives way to OC: the scenario keeps both, against CAPCO 2016 H.8 p136.
    (
        "(S//OC/OC-USGOV) ; (S//OC/OC-USGOV) ; (S//NF)",
        "SECRET//ORCON/NOFORN",
    ),
    (
        "(S//IMC) ; (S//FGI//RS/REL TO USA, AUS, CAN) ; (U//FGI//REL TO USA, AUS, CAN) ; (S//REL TO USA, AUS) ; (S//REL TO USA, AUS)",
        "SECRET//FGI//RSEN/IMCON/NOFORN",
    ),
    ("(U) ; (U//FOUO) ; (S)", "SECRET"),
    (
        "(U) ; (U//FOUO) ; (U//DSEN) ; (U)",
        "UNCLASSIFIED//DEA SENSITIVE",
    ),
    ("(S) ; (U//FOUO) ; (U//DSEN) ; (U)", "SECRET//DEA SENSITIVE"),
    (
        "(S) ; (U//FISA/FOUO) ; (U//DSEN) ; (U)",
        "SECRET//DEA SENSITIVE/FISA",
    ),
    ("(U) ; (U//RELIDO) ; (U//RELIDO)", "UNCLASSIFIED//RELIDO"),
    (
        "(//NU//REL TO USA, AUS, CAN) ; (//JOINT U AUS USA//REL TO USA, AUS, CAN) ; (S//REL TO USA, AUS)",
        "SECRET//FGI AUS NATO//REL TO USA, AUS",
    ),
    (
        "(//NU//REL TO USA, AUS, CAN) ; (U//FGI//REL TO USA, AUS, CAN) ; (S//REL TO USA, AUS)",
        "SECRET//FGI//REL TO USA, AUS",
    ),
    ("(U) ; (U) ; (U) ; (U)", "UNCLASSIFIED"),
    // Lists that came out empty release to nobody.
    (
        "(U//NF/OC) ; (U//REL TO ) ; (S//DISPLAY ONLY )",
        "SECRET//ORCON/NOFORN",
    ),
    ("(S) ; (U//REL TO ) ; (S//DISPLAY ONLY )", "SECRET//NOFORN"),
    (
        "(S) ; (U// EYES ONLY) ; (S//DISPLAY ONLY )",
        "SECRET//NOFORN",
    ),
    (
        "(S//USA/AUS/CAN EYES ONLY) ; (U//USA/AUS/CAN EYES ONLY) ; (S//USA/AUS/CAN EYES ONLY)",
        "SECRET//USA/AUS/CAN EYES ONLY",
    ),
    ("(U//SBU-NF) ; (U//NF)", "UNCLASSIFIED//NOFORN//SBU"),
];

#[test]
fn odnis_scenarios_give_what_they_expect() {
    for (portions, expected) in SCENARIOS {
        let marks: Vec<Marking> = portions
            .split(" ; ")
            .map(|text| Marking::read_portion(text).unwrap())
            .collect();
        assert_eq!(
            roll_up(&marks, date(2016, 12, 31)).banner().to_string(),
            expected,
            "{portions}"
        );
    }
}

/// Scenarios in which a brace carries an attribute: exemptions, dates and exclusions that no portion mark says.
const WITH_ATTRIBUTES: usize = 8;

#[test]
fn every_scenario_on_hand_is_decided_or_left_out_for_a_reason() {
    let Some(rows) = rows("rollup.tsv") else {
        return;
    };
    let mut with_attributes = 0;
    for row in rows.iter().filter(|row| !row[3].starts_with("CAPCO")) {
        let portions = row[0].as_str();
        // `(S//DISPLAY ONLY /REL TO …)` has lost its list, and what is left decides nothing.
        if portions.contains('{') || portions.contains("DISPLAY ONLY /REL") {
            with_attributes += usize::from(portions.contains('{'));
            continue;
        }
        assert!(
            SCENARIOS.iter().any(|(known, _)| *known == portions),
            "{portions}"
        );
    }
    assert_eq!(with_attributes, WITH_ATTRIBUTES);
}

/// The readers of the access rows, whose descriptions are prose, as keys.
const READERS: [(&str, &str); 18] = [
    ("clearance none, USA", "clearance=U citizen=USA"),
    ("clearance C", "C"),
    ("clearance S, GBR only", "clearance=S citizen=GBR"),
    ("clearance S, USA", "clearance=S citizen=USA"),
    ("clearance TS, GBR only", "clearance=TS citizen=GBR"),
    ("clearance S, CAN", "clearance=S citizen=CAN"),
    ("clearance C, GBR", "clearance=C citizen=GBR"),
    ("clearance S, NZL", "clearance=S citizen=NZL"),
    ("clearance S, IRQ", "clearance=S citizen=IRQ"),
    ("clearance S, AUS", "clearance=S citizen=AUS"),
    ("TS, SI only, CAN", "clearance=TS citizen=CAN access=SI"),
    ("clearance S + SI, USA", "clearance=S citizen=USA access=SI"),
    (
        "TS, SI but not G",
        "clearance=TS citizen=USA access=SI named=yes",
    ),
    ("S, no BP read-in", "clearance=S citizen=USA"),
    ("clearance S, no Q", "clearance=S citizen=USA"),
    ("S, CAN", "clearance=S citizen=CAN"),
    ("USA gov affiliation", "citizen=USA"),
    ("US federal", "citizen=USA"),
];

#[test]
fn every_access_row_is_decided_as_it_says() {
    let Some(rows) = rows("access.tsv") else {
        return;
    };
    for row in rows {
        let (mark, prose, decision) = (&row[0], &row[1], row[2].as_str());
        let (_, keys) = READERS
            .iter()
            .find(|(known, _)| known == prose)
            .unwrap_or_else(|| panic!("{prose}"));
        let reader: Reader = keys.parse().unwrap();
        let access = reader.reads_marking(&super::portion(mark));
        let expected = match decision {
            "permit" => "permit",
            "view-only" => "view-only",
            // The membership of GFNX is suppressed: it names nobody (ODNI ISM-ACES 5.6.8).
            "deny" | "per ISMCAT membership" => "deny",
            other => panic!("{other}"),
        };
        assert_eq!(
            access.to_string(),
            expected,
            "{mark} for {prose}: {access:?}"
        );
        assert_eq!(
            matches!(access, Access::Deny(_)),
            !access.conditions().is_empty()
        );
    }
}
