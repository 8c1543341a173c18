//! What of decisions reaches a release, a record, the days of a document and a file.

use tearline::marking::Reader;
use tearline::policy::{Decision, Decisions, Policy};
use tearline::release::{Detail, Exemption, Exemptions, Style};

use super::{ON, PLAIN, by_authority, decision};

#[test]
fn a_note_is_for_the_record_alone() {
    let cable = tearline::parse(PLAIN);
    let noted = decision("paragraph 1", "withhold B6").with_note("HIDEnote");
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let decided = Policy::default()
        .assess(&cable)
        .decided(&[noted].into())
        .unwrap();
    let release = decided.release_in(&Reader::public(), ON, style);
    let shown = format!("{decided:?}{}{}", release.to_text(), release.to_json());
    assert!(!shown.contains("HIDE") && !release.to_json().contains("Birk"));
    let record = serde_json::to_string(&decided.record(&Reader::public(), ON)).unwrap();
    assert!(record.contains("HIDEnote"));
}

#[test]
fn the_exemption_stands_in_the_place_of_the_text() {
    let cable = tearline::parse(PLAIN);
    let assessment = Policy::default().assess(&cable);
    let style = Style::Places(
        Detail::default().with_exemptions(Exemptions::default().with_sensitive(Exemption::B5)),
    );
    let decided = assessment
        .decided(
            &[
                decision("paragraph 1", "withhold B6"),
                decision("paragraph 3", "exemption B4"),
                decision("paragraph 2", "exemption B3"),
            ]
            .into(),
        )
        .unwrap();
    let release = decided.release_in(&Reader::public(), ON, style);
    let text = release.to_text();
    assert!(text.contains("1. [withheld: B6]"), "{text}");
    assert!(text.contains("2. [withheld: B1 B3]"), "{text}");
    // What is chosen for all that is sensitive gives way to what is decided for one.
    assert!(text.contains("3. [withheld: B4]"), "{text}");
    assert!(release.to_json().contains(r#""exemption": "B6""#));
    // Withheld under nothing: a draft.
    let undecided = assessment
        .decided(&[decision("paragraph 1", "withhold")].into())
        .unwrap();
    let release = undecided.release_in(&Reader::public(), ON, style);
    assert!(
        release
            .to_text()
            .contains("1. [withheld: exemption to be decided]")
    );
    assert!(
        release
            .undecided()
            .iter()
            .any(|rule| rule.code == "exemption-undecided")
    );
}

/// Blocks that show as one keep the exemptions of all, and are a draft where one has none.
#[test]
fn places_that_show_as_one_keep_every_exemption() {
    let source =
        "UNCLAS VESTA 1\n\nSUBJECT: (U) PIERS\n\n1. (U) One.\n\nPIERS\n\nTUGS\n\n2. (U) Two.\n";
    let cable = tearline::parse(source);
    let assessment = Policy::default().assess(&cable);
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let text = |decisions: &[Decision]| {
        let decisions: Decisions = decisions.iter().cloned().collect();
        let decided = assessment.decided(&decisions).unwrap();
        decided.release_in(&Reader::public(), ON, style).to_text()
    };
    let one = decision("heading #1", "withhold B6");
    assert!(
        text(&[one.clone(), decision("heading #2", "withhold B4")]).contains("[withheld: B4 B6]")
    );
    assert!(
        text(&[one, decision("heading #2", "withhold")])
            .contains("[withheld: exemption to be decided]")
    );
}

#[test]
fn the_record_lists_every_decision_and_the_verdict_names_it() {
    let cable = tearline::parse(PLAIN);
    let decisions = [
        decision("paragraph 3", "withhold").with_note("asks for a second look"),
        by_authority("paragraph 3", "release"),
        decision("paragraph 2", "mark S"),
    ];
    let decided = Policy::default()
        .assess(&cable)
        .decided(&decisions.into())
        .unwrap();
    let record = serde_json::to_value(decided.record(&Reader::public(), ON)).unwrap();
    assert_eq!(
        record["decisions"],
        serde_json::json!([
            {"number": 1, "portion": 3, "target": "paragraph 3", "action": "withhold", "by": "I. Birk", "on": "2026-03-02",
             "note": "asks for a second look", "in_force": false},
            {"number": 2, "portion": 3, "target": "paragraph 3", "action": "release", "by": "I. Birk", "on": "2026-03-02",
             "authority": "Director, Office of Harbors", "replaces": [1], "in_force": true},
            {"number": 3, "portion": 2, "target": "paragraph 2", "action": "mark S", "by": "I. Birk", "on": "2026-03-02",
             "in_force": true},
        ])
    );
    let two = &record["portions"][2];
    let said = "mark S: by decision of I. Birk on 2026-03-02";
    assert_eq!(two["rated_by"]["reason"], said);
    assert_eq!(two["rating"], "S");
    let last = two["reasons"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["reason"], &last["citation"]),
        (&said.into(), &"tearline policy decisions".into())
    );
}

#[test]
fn the_days_of_a_decision_are_days_of_the_document() {
    let cable = tearline::parse(PLAIN);
    let decisions = [
        by_authority("paragraph 2", "declassified 2027-01-01"),
        by_authority("paragraph 3", "release"),
    ];
    let decided = Policy::default()
        .assess(&cable)
        .decided(&decisions.into())
        .unwrap();
    let days: Vec<(String, &str)> = decided
        .days(&Reader::public())
        .iter()
        .map(|day| (day.on().to_string(), day.changes()[0].basis().code()))
        .collect();
    let expected = [
        ("2026-03-02", "released-by-decision"),
        ("2027-01-01", "declassified-by-decision"),
    ];
    assert_eq!(days, expected.map(|(day, code)| (day.to_owned(), code)));
}

#[test]
fn decisions_are_read_and_written_as_texts() {
    let decisions: Decisions = [
        decision("header tags", "withhold B7(C)"),
        by_authority("paragraph 2 #2", "declassified 2012-03-01").with_note("list 7"),
        by_authority("subparagraph 4.a", "mark S//REL TO USA, GBR"),
        by_authority("heading #3", "no mark"),
    ]
    .into();
    let json = serde_json::to_string(&decisions).unwrap();
    assert_eq!(serde_json::from_str::<Decisions>(&json).unwrap(), decisions);
    let whole = r#"{"target":"paragraph 1","action":"withhold","by":"I. Birk","on":"2026-03-02"}"#;
    assert!(serde_json::from_str::<Decision>(whole).is_ok());
    for (from, to) in [
        ("paragraph 1", "passage 1"),
        ("withhold", "hide"),
        ("withhold", "mark S//NOFRN"),
        ("2026-03-02", "2026-02-30"),
        (r#""by""#, r#""from""#),
        (r#"{"target""#, r#"{"authorty":"Director","target""#),
    ] {
        let broken = whole.replace(from, to);
        assert!(
            serde_json::from_str::<Decision>(&broken).is_err(),
            "{broken}"
        );
    }
}
