//! The published schema of a release as a program keeps it: written down a second time, and held to what is written and read.

mod shape;

use jiff::civil::date;
use serde_json::{Value, json};
use tearline::declass::reasons;
use tearline::document::{Declassified, Known};
use tearline::policy::{Decision, Grounds, Policy, Quote};
use tearline::release::{KEPT_SCHEMA, Release};

use shape::ReleaseShape;

use super::{BUNDLED, styles};
use crate::schema::{publishes, validator};
use crate::support::fixtures;

#[test]
fn the_published_schema_of_a_kept_release_is_the_contract() {
    publishes::<ReleaseShape>("release/kept.schema.json", KEPT_SCHEMA);
}

/// Words under (b)(1) and (b)(6), a portion opened by a person, one with grounds.
fn decisions() -> Vec<Decision> {
    let on = date(2010, 3, 2);
    let of = |target: &str, action: &str| {
        Decision::new(
            target.parse().unwrap(),
            action.parse().unwrap(),
            "I. Birk",
            on,
        )
    };
    let said = Grounds::new()
        .with_letter(reasons("1.4(d)").unwrap())
        .with_description("an offer")
        .with_harm("talks would end");
    vec![
        of("paragraph 5", "declassified 2010-03-02").with_authority("Director, Harbors"),
        of("paragraph 5", "withhold B1")
            .on_words(Quote::new("VESTA"))
            .with_grounds(said.clone()),
        of("paragraph 3", "withhold B6").on_words(Quote::new("March 2")),
        of("paragraph 6", "exemption B1").with_grounds(said),
    ]
}

/// Every release of every fixture, with and without decisions, in every style.
fn kept() -> Vec<Value> {
    let known = Known::new()
        .declassified(Declassified::new("Director, Harbors", date(2012, 3, 1)).unwrap());
    let fixtures = fixtures().into_iter().map(|(_, source)| source);
    let mut kept = Vec::new();
    for source in fixtures.chain([BUNDLED.to_owned(), String::new()]) {
        for document in [
            tearline::parse(&source),
            tearline::parse_with(&source, &known),
        ] {
            let plain = Policy::default().assess(&document);
            let (decided, _) = plain.decided_or_withheld(&decisions().into_iter().collect());
            for assessment in [plain, decided] {
                for (style, _) in styles() {
                    for reader in ["U", "C", "all"] {
                        let reader = reader.parse().unwrap();
                        let release = assessment.release_in(&reader, date(2012, 3, 1), style);
                        let release = release.made_on(date(2009, 5, 4));
                        kept.push(serde_json::to_value(&release).unwrap());
                    }
                }
            }
        }
    }
    kept
}

#[test]
fn whatever_is_kept_keeps_the_schema() {
    let validator = validator(KEPT_SCHEMA);
    let kept = kept();
    // Each part of it was there.
    for key in [
        "made_on",
        "origin",
        "written",
        "declassified",
        "instruction",
        "undecided",
        "excised",
        "disclosed",
        "opening",
        "amount",
        "mark",
        "grounds",
        "authority",
        "reasons",
        "how",
        "tear-line",
        "less-than",
        "paragraphs",
        "review",
    ] {
        let named = format!("\"{key}\"");
        assert!(
            kept.iter().any(|it| it.to_string().contains(&named)),
            "{key}"
        );
    }
    for release in kept {
        let wrong: Vec<String> = validator
            .iter_errors(&release)
            .map(|it| it.to_string())
            .collect();
        assert_eq!(wrong, Vec::<String>::new(), "{release}");
    }
}

/// What the schema refuses, reading refuses.
#[test]
fn what_the_schema_refuses_is_no_release() {
    let validator = validator(KEPT_SCHEMA);
    let has = |release: &Value, key: &str| {
        let mut portions = release["portions"].as_array().unwrap().iter();
        portions.any(|it| it.get(key).is_some())
    };
    let mut all = kept().into_iter();
    let right = all
        .find(|it| has(it, "excised") && has(it, "basis"))
        .unwrap();
    assert!(validator.is_valid(&right));
    assert!(serde_json::from_value::<Release<'_>>(right.clone()).is_ok());
    let portions = right["portions"].as_array().unwrap();
    let at = |key: &str| {
        portions
            .iter()
            .position(|it| it.get(key).is_some())
            .unwrap()
    };
    let released = format!("/portions/{}", at("excised"));
    let withheld = format!("/portions/{}", at("basis"));
    let changed = |place: &str, key: &str, value: Value| {
        let mut release = right.clone();
        release.pointer_mut(place).unwrap()[key] = value;
        release
    };
    for wrong in [
        json!({}),
        json!([]),
        changed("", "as_of", json!("soon")),
        changed("", "disposition", json!("released")),
        changed("", "style", json!("loose")),
        changed("", "remark", json!("all of it")),
        changed(&released, "kind", json!("chapter")),
        changed(&released, "basis", json!(["classified"])),
        changed(&released, "text", Value::Null),
        changed(&withheld, "basis", json!([])),
        changed(&withheld, "basis", json!(["secret"])),
        changed(&withheld, "text", json!("One.")),
        changed(
            &withheld,
            "excised",
            json!([{"place": {"start": 0, "end": 1}}]),
        ),
        changed(&format!("{released}/excised/0"), "words", json!("One")),
        changed(&format!("{released}/excised/0/place"), "start", json!(-1)),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        assert!(
            serde_json::from_value::<Release<'_>>(wrong.clone()).is_err(),
            "{wrong}"
        );
    }
}
