//! What every reader sees of every fixture, written out: a changed rule shows as a changed document.
//!
//! One file a fixture. At its top a table says which reader gets which release on which day; the releases follow.

use std::fmt::Write;
use std::path::PathBuf;

use tearline::policy::Policy;

use crate::fixtures::{FIXTURES, Fixture, RUNGS, day, reader};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

#[test]
fn every_release_of_every_fixture_is_the_one_a_person_accepted() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for fixture in FIXTURES {
            insta::assert_snapshot!(fixture.name, releases(fixture));
        }
    });
}

/// A file that no fixture uses is a release that nobody checks any more; one that waits is one that nobody accepted.
#[test]
fn every_snapshot_is_in_use_and_accepted() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let expected: Vec<String> = FIXTURES
        .iter()
        .map(|fixture| format!("{}.snap", fixture.name))
        .collect();
    assert_eq!(files, expected);
}

/// The table and every different release of a fixture.
fn releases(fixture: &Fixture) -> String {
    let text = fixture.text();
    let document = tearline::parse(&text);
    let assessment = Policy::default().assess(&document);
    let mut releases: Vec<(String, Vec<String>)> = Vec::new();
    let mut table = format!("{:<4}", "");
    for as_of in fixture.days {
        write!(table, " {as_of}").unwrap();
    }
    for rung in RUNGS {
        write!(table, "\n{rung:<4}").unwrap();
        for as_of in fixture.days {
            let release = assessment.release(&reader(rung), day(as_of)).to_text();
            let cell = format!("{rung}@{as_of}");
            let index = releases
                .iter()
                .position(|(known, _)| *known == release)
                .unwrap_or_else(|| {
                    releases.push((release, Vec::new()));
                    releases.len() - 1
                });
            releases[index].1.push(cell);
            write!(table, " {:<10}", index + 1).unwrap();
        }
    }
    let mut out: String = table
        .lines()
        .flat_map(|line| [line.trim_end(), "\n"])
        .collect();
    for (index, (release, cells)) in releases.iter().enumerate() {
        write!(
            out,
            "\n======== release {} · {} ========\n\n{release}",
            index + 1,
            cells.join(" · ")
        )
        .unwrap();
    }
    out
}
