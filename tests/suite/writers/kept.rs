//! Releases in a file: what is read is what was kept, and what no release can be is refused.

use serde_json::{Value, json};
use tearline::release::{Content, Detail, Exemptions, Release, Style};

use super::{BUNDLED, release, styles, texts};
use crate::support::root;

fn fixtures() -> Vec<String> {
    let mut sources = vec![BUNDLED.to_owned(), String::new()];
    for entry in std::fs::read_dir(root().join("tests/fixtures")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            sources.push(std::fs::read_to_string(path).unwrap());
        }
    }
    assert!(sources.len() > 10);
    sources
}

#[test]
fn a_release_is_read_as_it_was_kept_in_every_style() {
    for source in fixtures() {
        let document = tearline::parse(&source);
        for reader in ["U", "SBU", "S", "clearance=C citizen=GBR", "all"] {
            for (style, _) in styles() {
                let release = release(&document, reader, style);
                let kept = serde_json::to_string(&release).unwrap();
                let again: Release<'static> = serde_json::from_str(&kept).unwrap();
                assert_eq!(texts(&again), texts(&release), "{style:?} for {reader}");
                assert_eq!(again.undecided(), release.undecided());
                assert_eq!(again.origin(), release.origin());
                assert_eq!(serde_json::to_string(&again).unwrap(), kept);
            }
        }
    }
}

#[test]
fn a_day_on_which_it_was_made_is_kept() {
    let document = tearline::parse(BUNDLED);
    let made = release(&document, "U", Style::default()).made_on("2009-05-04".parse().unwrap());
    let again: Release<'_> = serde_json::from_str(&serde_json::to_string(&made).unwrap()).unwrap();
    assert_eq!(again.made_before(), made.made_before());
    assert!(again.made_before().is_some());
}

/// What is withheld has no words of its own in the file, and no place in the source.
#[test]
fn a_kept_release_holds_no_more_than_the_release() {
    let document = tearline::parse(BUNDLED);
    let detail = Detail::default().with_exemptions(Exemptions::default());
    let kept = release(&document, "U", Style::Places(detail));
    let value = serde_json::to_value(&kept).unwrap();
    for (row, portion) in value["portions"]
        .as_array()
        .unwrap()
        .iter()
        .zip(kept.portions())
    {
        match portion.content() {
            Content::Text { text, .. } => assert_eq!(row["text"], Value::from(&**text)),
            Content::Withheld(_) => {
                let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
                let allowed = ["basis", "disclosed", "kind", "number"];
                assert!(
                    keys.iter().all(|key| allowed.contains(&key.as_str())),
                    "{keys:?}"
                );
            }
        }
    }
    assert!(value.get("findings").is_none());
}

#[test]
fn what_no_release_can_be_is_refused() {
    let document = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    let kept = serde_json::to_value(release(&document, "U", Style::default())).unwrap();
    assert!(serde_json::from_value::<Release<'_>>(kept.clone()).is_ok());
    type Change = dyn Fn(&mut Value);
    let reads = |change: &Change| {
        let mut changed = kept.clone();
        change(&mut changed);
        serde_json::from_value::<Release<'_>>(changed).map_err(|error| error.to_string())
    };
    let cases: [(&Change, &str); 9] = [
        (
            &|it| it["portions"][1]["marking"] = json!("C"),
            "above what its reader",
        ),
        (
            &|it| it["portions"][1]["marking"] = json!("unresolved"),
            "above what its reader",
        ),
        (&|it| it["portions"][1]["marking"] = json!("Q"), "level"),
        (
            &|it| it["portions"][2]["text"] = json!("Two."),
            "not either",
        ),
        (&|it| it["portions"][2]["basis"] = json!([]), "not either"),
        (
            &|it| it["portions"][2]["field"] = json!("from"),
            "not either",
        ),
        (
            &|it| it["portions"][1]["text"] = json!("One.\n\n2. (U) Two."),
            "blank line",
        ),
        (&|it| it["banner"] = json!("C"), "roll-up"),
        (
            &|it| it["disposition"] = json!("released-in-full"),
            "disposition",
        ),
    ];
    for (change, words) in cases {
        let error = reads(change).unwrap_err();
        assert!(error.contains(words), "{error}: {words}");
        assert!(!error.contains("One") && !error.contains("Two"), "{error}");
    }
    assert!(reads(&|it| it["findings"] = json!([])).is_err());
    assert!(reads(&|it| it["undecided"] = json!(["damaged-mark"])).is_err());
}
