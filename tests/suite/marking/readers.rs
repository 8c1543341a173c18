//! Who may read what: ODNI ISM-ACES, CAPCO 2016 G Table 5.

use tearline::marking::{Access, Basis, Condition, Label, Reader};

fn reader(text: &str) -> Reader {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];

/// A mark, and the lowest rung that reads it (`-`: none but the originator).
const LOWEST_RUNG: [(&str, &str); 41] = [
    ("U", "U"),
    ("SBU", "SBU"),
    ("SBU/NF", "SBU"),
    ("LOU", "SBU"),
    ("U//FOUO", "SBU"),
    ("CUI", "SBU"),
    ("U//NF", "SBU"),
    ("U//DSEN", "SBU"),
    ("U//LES", "SBU"),
    ("U//SSI", "SBU"),
    ("U//DS", "SBU"),
    ("U//DCNI", "SBU"),
    ("U//FISA", "SBU"),
    // The public of any country is not on a list, and a deferred decision is no release.
    ("U//REL TO USA, GBR", "SBU"),
    ("U//RELIDO", "SBU"),
    ("U//DISPLAY ONLY PHL", "SBU"),
    // Unclassified information of others is not for the public (H.7 p125).
    ("U//FGI", "SBU"),
    ("U//FGI GBR", "SBU"),
    ("//GBR U", "SBU"),
    ("//NU", "SBU"),
    ("//JOINT U GBR USA//REL TO USA, GBR", "SBU"),
    ("C", "C"),
    ("C//NF", "C"),
    ("//FGI R", "C"),
    ("S", "S"),
    ("S//REL TO USA, GBR", "S"),
    ("S//FRD//NF", "S"),
    ("S//TFNI//NF", "S"),
    ("S//RS", "S"),
    ("S//FGI", "S"),
    ("TS", "TS"),
    ("C//SI", "-"),
    ("S//TK", "-"),
    ("S//RD//NF", "-"),
    ("S//SAR-BP//NF", "-"),
    ("C//OC", "-"),
    ("U//PR", "-"),
    ("U//NF//XD", "-"),
    ("U//NF//ND", "-"),
    ("//NC", "-"),
    ("U//STADIS", "-"),
];

#[test]
fn each_rung_reads_its_level_and_the_sensitivities_and_no_more() {
    for (mark, lowest) in LOWEST_RUNG {
        let label = super::label(mark);
        let first = RUNGS
            .iter()
            .find(|rung| reader(rung).reads(&label).is_permit())
            .unwrap();
        let lowest = if lowest == "-" { "all" } else { lowest };
        assert_eq!(*first, lowest, "{mark}");
        // Each rung sees what the one before it sees.
        for rung in RUNGS.iter().skip_while(|rung| **rung != lowest) {
            assert!(reader(rung).reads(&label).is_permit(), "{mark} for {rung}");
        }
    }
}

/// A mark, a reader who may, and the same reader short of one thing.
const KEYS: [(&str, &str, &str); 48] = [
    ("C", "clearance=C citizen=USA", "clearance=U citizen=USA"),
    ("C", "clearance=C citizen=USA", "clearance=C"),
    (
        "C//REL TO USA, FVEY",
        "clearance=C citizen=NZL",
        "clearance=C citizen=IRL",
    ),
    (
        "C//REL TO USA, FVEY",
        "clearance=C citizen=NZL",
        "citizen=NZL",
    ),
    (
        "C//REL TO USA, NATO",
        "clearance=C citizen=TUR",
        "clearance=C citizen=SWE",
    ),
    (
        "C//USA/GBR EYES ONLY",
        "clearance=C citizen=GBR",
        "clearance=C citizen=CAN",
    ),
    ("U//REL TO USA, GBR", "citizen=GBR", "citizen=CAN"),
    ("U//REL TO USA, GBR", "citizen=USA", "U"),
    ("U//NF", "citizen=USA", "citizen=GBR"),
    ("U//NF", "citizen=USA", "agency=STATE"),
    ("U//FOUO", "agency=STATE", "named=yes"),
    ("U//FOUO", "citizen=USA", "citizen=GBR"),
    ("U//SBU", "agency=DOE", "citizen=GBR"),
    ("U//FOUO/REL TO USA, JPN", "citizen=JPN", "citizen=KOR"),
    (
        "//JOINT S CAN USA//REL TO USA, FVEY",
        "clearance=S citizen=CAN",
        "clearance=S citizen=AUS",
    ),
    (
        "//GBR S//REL TO USA, GBR",
        "clearance=S citizen=GBR",
        "clearance=S citizen=CAN",
    ),
    (
        "S//SI",
        "clearance=TS citizen=USA access=SI",
        "clearance=S citizen=USA access=SI",
    ),
    (
        "S//SI",
        "clearance=TS citizen=USA access=SI",
        "clearance=TS citizen=USA access=TK",
    ),
    (
        "TS//SI-G//OC/NF",
        "clearance=TS citizen=USA access=SI,SI-G,OC",
        "clearance=TS citizen=USA access=SI,OC",
    ),
    (
        "TS//SI-G//OC/NF",
        "clearance=TS citizen=USA access=SI,G named=yes",
        "clearance=TS citizen=USA access=SI,G",
    ),
    (
        "TS//SI-G ABCD//OC/NF",
        "clearance=TS citizen=USA access=SI-G-ABCD named=yes",
        "clearance=TS citizen=USA access=SI-G named=yes",
    ),
    (
        "TS//SI-EU//NF",
        "clearance=TS citizen=USA access=SI-EU,SI-NK",
        "clearance=TS citizen=USA access=SI-EU",
    ),
    (
        "TS//SI-ABC//NF",
        "clearance=TS citizen=USA access=SI-ABC",
        "clearance=TS citizen=USA access=SI",
    ),
    (
        "TS//ANB/SI//NF",
        "clearance=TS citizen=USA access=ANB,SI",
        "clearance=TS citizen=USA access=SI",
    ),
    (
        "TS//TK-BLFH//NF",
        "clearance=TS citizen=USA access=TK-BLFH",
        "clearance=TS citizen=USA access=TK",
    ),
    (
        "S//HCS-P//NF",
        "clearance=TS citizen=USA access=HCS-P",
        "clearance=TS citizen=USA access=HCS",
    ),
    (
        "S//RSV-123//NF",
        "clearance=TS citizen=USA access=RSV-123",
        "clearance=TS citizen=USA access=RSV",
    ),
    (
        "S//SAR-BP//NF",
        "clearance=S citizen=USA access=SAR-BP",
        "clearance=S citizen=USA access=SAR-CA",
    ),
    (
        "S//SAR-BP-123//NF",
        "clearance=S citizen=USA access=SAR-BP-123",
        "clearance=S citizen=USA access=SAR-BP",
    ),
    (
        "S//RD//NF",
        "clearance=S citizen=USA access=Q",
        "clearance=S citizen=USA",
    ),
    (
        "S//RD-CNWDI//NF",
        "clearance=S citizen=USA access=Q,CNWDI",
        "clearance=S citizen=USA access=CNWDI",
    ),
    (
        "S//RD-SG 14//NF",
        "clearance=S citizen=USA access=Q,SG14",
        "clearance=S citizen=USA access=Q,SG-15",
    ),
    (
        "S//RD-SG 14//NF",
        "clearance=S citizen=USA access=Q,SIGMA 14",
        "clearance=S citizen=USA access=SIGMA-14",
    ),
    (
        "//NS",
        "clearance=S citizen=USA access=NATO-S",
        "clearance=S citizen=USA access=NATO-C",
    ),
    (
        "//NS",
        "clearance=S citizen=USA access=NATO",
        "clearance=S citizen=USA",
    ),
    (
        "//CTS",
        "clearance=TS citizen=USA access=CTS",
        "clearance=TS citizen=USA access=NATO",
    ),
    (
        "//NR",
        "clearance=C citizen=USA access=NATO-C",
        "clearance=C citizen=USA",
    ),
    (
        "S//FGI NATO//NF",
        "clearance=S citizen=USA access=NATO-S",
        "clearance=S citizen=USA",
    ),
    (
        "TS//SI-G//OC/NF",
        "clearance=TS citizen=USA access=SI/GAMMA/ORCON",
        "clearance=TS citizen=USA access=SI/ORCON",
    ),
    (
        "S//RD-SG 14//NF",
        "clearance=S citizen=USA access=Q,RD-SG-14",
        "clearance=S citizen=USA access=Q,RD",
    ),
    (
        "//NS//ATOMAL",
        "clearance=S citizen=USA access=NATO-S,ATOMAL",
        "clearance=S citizen=USA access=NATO-S",
    ),
    (
        "S//OC-USGOV/NF",
        "clearance=S citizen=USA agency=STATE",
        "clearance=S citizen=USA",
    ),
    (
        "S//OC/NF",
        "clearance=S citizen=USA access=ORCON",
        "clearance=S citizen=USA agency=STATE",
    ),
    (
        "S//NF//XD",
        "clearance=S citizen=USA named=yes",
        "clearance=S citizen=USA agency=STATE",
    ),
    (
        "S//NF//XD",
        "clearance=S citizen=USA access=ND",
        "clearance=S citizen=USA",
    ),
    (
        "S//NF//ND",
        "clearance=S citizen=USA named=yes",
        "clearance=S citizen=USA access=XD",
    ),
    (
        "S//STADIS",
        "clearance=S citizen=USA agency=STATE",
        "clearance=S citizen=USA agency=DOD",
    ),
    (
        "S//PR/NF",
        "clearance=S citizen=USA access=PROPIN",
        "clearance=S citizen=USA",
    ),
];

#[test]
fn each_condition_must_hold_by_itself() {
    for (mark, may, may_not) in KEYS {
        let label = super::label(mark);
        assert_eq!(
            reader(may).reads(&label),
            Access::Permit,
            "{mark} for {may}"
        );
        let denied = reader(may_not).reads(&label);
        assert!(
            matches!(denied, Access::Deny(_)),
            "{mark} for {may_not}: {denied}"
        );
        assert!(!denied.conditions().is_empty());
    }
}

#[test]
fn display_only_is_a_view_and_release_supersedes_it() {
    for (mark, who, expected) in [
        (
            "S//DISPLAY ONLY PHL",
            "clearance=S citizen=PHL",
            Access::ViewOnly,
        ),
        (
            "S//DISPLAY ONLY PHL",
            "clearance=S citizen=USA",
            Access::Permit,
        ),
        (
            "S//REL TO USA, PHL/DISPLAY ONLY THA",
            "clearance=S citizen=PHL",
            Access::Permit,
        ),
        (
            "S//REL TO USA, PHL/DISPLAY ONLY THA",
            "clearance=S citizen=THA",
            Access::ViewOnly,
        ),
        (
            "S//REL TO USA, PHL/DISPLAY ONLY THA",
            "clearance=S citizen=PHL,THA",
            Access::Permit,
        ),
    ] {
        assert_eq!(
            reader(who).reads(&super::label(mark)),
            expected,
            "{mark} for {who}"
        );
    }
}

#[test]
fn every_failed_condition_is_named_in_a_stable_order() {
    let access = reader("U").reads(&super::label("S//SI/TK//OC/NF"));
    let conditions = access.conditions();
    assert_eq!(
        conditions
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        [
            "needs a clearance of TOP SECRET",
            "needs US citizenship",
            "needs the read-in SI",
            "needs the read-in TK",
            "ORCON needs a place on the originator's list",
        ]
    );
    let bases: Vec<Basis> = conditions.iter().map(Condition::basis).collect();
    assert_eq!(bases[0], Basis::Classified);
    assert_eq!(bases[4], Basis::Controlled);
}

#[test]
fn the_basis_is_the_coarse_reason() {
    for (mark, who, basis) in [
        ("C", "U", Basis::Classified),
        ("SBU", "U", Basis::Sensitive),
        ("U//FOUO", "U", Basis::Sensitive),
        ("U//NF", "U", Basis::Controlled),
        ("U//NF//XD", "TS", Basis::Controlled),
    ] {
        let access = reader(who).reads(&super::label(mark));
        assert!(
            access
                .conditions()
                .iter()
                .any(|condition| condition.basis() == basis),
            "{mark}: {access:?}"
        );
    }
    let access = reader("TS").reads(&Label::unresolved());
    assert_eq!(access, Access::Deny(vec![Condition::Unresolved]));
    assert_eq!(Condition::Unresolved.basis().to_string(), "unresolved");
}

/// Who may look and keep no copy does not read: a release is a copy (CAPCO 2016 H.8 p163).
#[test]
fn to_look_at_a_portion_is_not_to_read_it() {
    let mark = crate::marking::label("S//REL TO USA, GBR/DISPLAY ONLY PHL");
    let (guest, listed) = (
        reader("clearance=S citizen=PHL"),
        reader("clearance=S citizen=GBR"),
    );
    assert_eq!(guest.reads(&mark), Access::ViewOnly);
    assert!(!guest.reads(&mark).is_permit());
    assert!(guest.reads(&mark).conditions().is_empty());
    assert!(listed.reads(&mark).is_permit());
    assert!(!reader("clearance=C citizen=PHL").reads(&mark).is_permit());
}

/// A name that no list of the government has gives nothing, and says so.
#[test]
fn an_unknown_agency_is_an_error_of_the_reader() {
    for name in ["KARSHAVN", "USA", "HARBOUR BOARD", "X"] {
        let error = format!("clearance=S agency={name}").parse::<Reader>();
        assert!(
            error.unwrap_err().to_string().contains("unknown agency"),
            "{name}"
        );
    }
    for agency in tearline::marking::agencies() {
        let by_name: Reader = format!("agency={}", agency.name()).parse().unwrap();
        let by_code: Reader = format!("agency={}", agency.code()).parse().unwrap();
        assert_eq!(by_name, by_code, "{}", agency.name());
    }
}

#[test]
fn a_reader_prints_as_it_is_parsed() {
    for text in [
        "U",
        "SBU",
        "C",
        "S",
        "TS",
        "all",
        "clearance=S citizen=GBR,USA access=SI,SI-G,TK agency=STATE named=yes",
        "clearance=U citizen=NZL",
        "clearance=TS citizen=USA access=HCS-P,Q,RD-CNWDI,SG-14,NATO-S,SAR-BP",
    ] {
        let reader = reader(text);
        let printed = reader.to_string();
        assert_eq!(
            printed.parse::<Reader>().unwrap(),
            reader,
            "{text} printed as {printed}"
        );
    }
    assert_eq!(reader("clearance=S citizen=USA").to_string(), "S");
    for text in [
        "",
        "X",
        "clearence=S",
        "clearance=Q",
        "citizen=XQX",
        "citizen=FVEY",
        "named=maybe",
        "clearance=S clearance=TS",
        "access=!",
        "access=SG-99",
        "S extra",
    ] {
        assert!(text.parse::<Reader>().is_err(), "{text:?}");
    }
}
