//! The register against ODNI's own data (public domain, packaged as `ism` and `ism-ismcat`): the test fails where they part.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tearline::marking::{Decomposable, register, tetragraphs, trigraphs};

/// The second column of one of ODNI's vocabularies: every field is quoted, and none holds a quote.
fn values(root: &Path, vocabulary: &str) -> Vec<String> {
    let file = root
        .join("CVE")
        .join(root.file_name().unwrap())
        .join(format!("{vocabulary}.csv"));
    let text =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let field = |line: &str| line.split('"').nth(3).unwrap_or_default().to_owned();
    text.lines()
        .skip(1)
        .map(field)
        .filter(|value| !value.is_empty())
        .collect()
}

/// Values of the vocabularies that stand otherwise in a mark, or in no mark: with the reason.
const NOT_ROWS: [(&str, &str); 13] = [
    (
        "EXEMPT_FROM_ICD501_DISCOVERY",
        "an attribute of metadata, no mark",
    ),
    ("DISPLAYONLY", "written DISPLAY ONLY"),
    ("DL_ONLY", "written DL ONLY"),
    ("FED_ONLY", "written FED ONLY"),
    ("RD-SG-14", "a number of RD"),
    ("RD-SG-15", "a number of RD"),
    ("RD-SG-18", "a number of RD"),
    ("RD-SG-20", "a number of RD"),
    ("FRD-SG-14", "a number of FRD"),
    ("FRD-SG-15", "a number of FRD"),
    ("FRD-SG-18", "a number of FRD"),
    ("FRD-SG-20", "a number of FRD"),
    ("", ""),
];

#[test]
fn every_control_of_odnis_vocabularies_is_a_row_in_the_same_order() {
    let root = ism::package_root();
    for vocabulary in [
        "CVEnumISMSCIControls",
        "CVEnumISMAtomicEnergyMarkings",
        "CVEnumISMDissemIcrm",
        "CVEnumISMNonIC",
    ] {
        let expected: Vec<String> = values(&root, vocabulary)
            .into_iter()
            .filter(|value| !NOT_ROWS.iter().any(|(known, _)| known == value))
            .collect();
        assert!(expected.len() > 5, "{vocabulary} holds {expected:?}");
        let found: Vec<&str> = register()
            .map(tearline::marking::RegisterRow::portion)
            .filter(|portion| expected.iter().any(|value| value == portion))
            .collect();
        assert_eq!(found, expected, "{vocabulary}");
    }
    let dissem: BTreeSet<String> = values(&root, "CVEnumISMDissem").into_iter().collect();
    let rows: BTreeSet<&str> = register()
        .map(tearline::marking::RegisterRow::portion)
        .collect();
    let missing: Vec<&String> = dissem
        .iter()
        .filter(|value| {
            !rows.contains(value.as_str()) && !NOT_ROWS.iter().any(|(known, _)| known == value)
        })
        .collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn every_code_of_odnis_release_lists_is_known_and_no_other() {
    let expected: BTreeSet<String> = values(&ism_ismcat::package_root(), "CVEnumISMCATRelTo")
        .into_iter()
        // A pattern for activities of NATO, which a mark writes in another way.
        .filter(|value| !value.starts_with("NATO:"))
        .collect();
    let known: BTreeSet<String> = trigraphs()
        .chain(tetragraphs().map(tearline::marking::Tetragraph::code))
        .map(str::to_owned)
        .collect();
    assert_eq!(known, expected);
}

#[test]
fn every_tetragraph_has_the_members_that_odni_publishes() {
    let file =
        ism_ismcat::package_root().join("Taxonomy/ISMCAT/TetragraphTaxonomyDenormalized.xml");
    let text = fs::read_to_string(file).unwrap();
    let mut expected = BTreeMap::new();
    for entry in text.split("<Tetragraph ").skip(1) {
        let code = between(entry, "<TetraToken", "</TetraToken>");
        let code = code.rsplit('>').next().unwrap();
        let mut members: Vec<&str> = entry
            .split("<Country>")
            .skip(1)
            .filter_map(|rest| rest.split('<').next())
            .collect();
        members.sort_unstable();
        // An organisation among the members whose own are suppressed: not all of it is published.
        if entry.contains("<Organization>") {
            members.clear();
        }
        let decomposable = match between(entry, "decomposable=\"", "\"") {
            "Yes" => Decomposable::Yes,
            "No" => Decomposable::No,
            "NA" => Decomposable::Retired,
            other => panic!("{other}"),
        };
        expected.insert(code.to_owned(), (decomposable, members.join(" ")));
    }
    let known: BTreeMap<String, (Decomposable, String)> = tetragraphs()
        .map(|row| {
            let members: Vec<&str> = row.members().collect();
            (
                row.code().to_owned(),
                (row.decomposable(), members.join(" ")),
            )
        })
        .collect();
    assert_eq!(known, expected);
    assert!(known.len() > 50);
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start)
        .and_then(|(_, rest)| rest.split_once(end))
        .map_or("", |(found, _)| found)
}
