//! The check of an output: it finds what is planted, and is silent where nothing is.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails says where"
)]

mod plain;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::audit::leaks;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy};
use tearline::render::Format;

use crate::support;

const BUNDLED: &str = include_str!("../../examples/data/cable.txt");
const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];

fn reader(text: &str) -> Reader {
    text.parse().unwrap()
}

fn days() -> [Date; 5] {
    [
        date(1975, 1, 1),
        date(2010, 1, 1),
        date(2018, 9, 28),
        date(2018, 9, 29),
        date(2090, 1, 1),
    ]
}

/// Nothing is found in any correct release, in either format, for any rung and day.
fn assert_silent(name: &str, text: &str) {
    let document = tearline::parse(text);
    let assessment = Policy::default().assess(&document);
    for rung in RUNGS {
        let reader = reader(rung);
        for day in days() {
            let release = assessment.release(&reader, day);
            for output in [release.to_text(), release.to_json()] {
                let found = leaks(&assessment, &reader, day, &output);
                assert_eq!(found, [], "{name} for {rung} on {day}");
            }
        }
    }
}

#[test]
fn a_correct_release_of_the_bundled_cable_has_no_leak() {
    assert_silent("bundled", BUNDLED);
}

#[test]
fn correct_releases_of_the_fixtures_have_no_leak() {
    let fixtures = support::fixtures();
    for (name, text) in &fixtures {
        assert_silent(name, text);
    }
    assert!(fixtures.len() > 8);
}

#[test]
fn correct_releases_of_real_documents_have_no_leak() {
    for folder in ["seed", "cable", "memo", "lookalike"] {
        let Some(folder) = support::corpus(folder) else {
            continue;
        };
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                assert_silent(&name, &std::fs::read_to_string(&path).unwrap());
                seen += 1;
            }
        }
        assert!(seen > 0);
    }
}

#[test]
fn the_source_itself_leaks_every_withheld_portion_of_five_words_and_more() {
    let text = "SECRET ZENDA 1\n\nSUBJECT: (U) HARBOR\n\n1. (U) The harbor is open to all ships today.\n\n\
                2. (S) The harbor is closed to all ships tomorrow.\n\n3. (S) Too short for it.\n";
    let document = tearline::parse(text);
    let assessment = Policy::default().assess(&document);
    let day = date(2010, 1, 1);
    let found = leaks(&assessment, &Reader::public(), day, text);
    let portions: Vec<_> = found
        .iter()
        .map(|leak| {
            assessment.portions()[leak.portion()]
                .number()
                .unwrap()
                .to_string()
        })
        .collect();
    // Paragraph 3 has four words, which is the limit of the check.
    assert_eq!(portions, ["2"]);
    assert_eq!(&text[found[0].at()..][..10], "The harbor");
    assert_eq!(leaks(&assessment, &reader("S"), day, text), []);
}

/// What a released portion says as well is no leak.
#[test]
fn words_that_a_released_portion_has_too_are_no_leak() {
    let text = "SECRET ZENDA 1\n\n1. (U) The harbor is open to all ships.\n\n\
                2. (S) The harbor is open to all ships.\n";
    let document = tearline::parse(text);
    let assessment = Policy::default().assess(&document);
    assert_eq!(
        leaks(&assessment, &Reader::public(), date(2010, 1, 1), text),
        []
    );
}

/// A release that is read again says of each excision the same as its source; that is no leak.
#[test]
fn the_words_of_an_excision_are_no_leak() {
    let text = "UNCLASSIFIED\n\n1. [withheld: classified, sensitive, controlled]\n\nUNCLASSIFIED\n";
    assert_silent("excision", text);
}

fn words_of(marks: &[(usize, Vec<usize>)]) -> String {
    const MARKS: [&str; 5] = ["U", "SBU", "C", "S", "S//NF"];
    const WORDS: [&str; 7] = [
        "alpha",
        "bravo",
        "the",
        "of",
        "Harbor,",
        "win-\nter",
        "don't",
    ];
    let mut text = "P 141530Z MAR 06\nFM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\nSECRET ZENDA 12\n\n\
         E.O. 12958: DECL: 03/14/2016\nSUBJECT: (U) HARBOR\n\n"
        .to_owned();
    for (number, (mark, words)) in marks.iter().enumerate() {
        let words: Vec<_> = words.iter().map(|word| WORDS[*word]).collect();
        text += &format!("{}. ({}) {}\n\n", number + 1, MARKS[*mark], words.join(" "));
    }
    text
}

fn assess(text: &str, check: impl FnOnce(&Assessment<'_>)) {
    let document = tearline::parse(text);
    check(&Policy::default().assess(&document));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Few words, so that released and withheld portions share many of their runs.
    #[test]
    fn a_correct_release_has_no_leak(
        marks in prop::collection::vec((0..5_usize, prop::collection::vec(0..7_usize, 0..14)), 0..9),
    ) {
        assert_silent("generated", &words_of(&marks));
    }

    /// Five words of a withheld portion, set in any way, anywhere in a release: found, and named.
    #[test]
    fn a_planted_leak_is_found(
        marks in prop::collection::vec((0..5_usize, prop::collection::vec(0..7_usize, 0..14)), 0..9),
        secret in prop::collection::vec("[a-z]{3,9}", 5..12),
        start in 0..7_usize,
        place in any::<prop::sample::Index>(),
        shape in 0..4_usize,
    ) {
        let mut text = words_of(&marks);
        let number = marks.len() + 1;
        text += &format!("{number}. (S) zulu {}\n", secret.join(" "));
        assess(&text, |assessment| {
            let day = date(2010, 1, 1);
            let start = start.min(secret.len() - 5);
            let five = &secret[start..start + 5];
            let planted = match shape {
                0 => five.join(" "),
                1 => five.join("\r\n").to_uppercase(),
                2 => format!("\u{201c}{}-\n{}\u{201d} {}", &five[0][..2], &five[0][2..], five[1..].join(", ")),
                _ => five.join("&nbsp;"),
            };
            let release = assessment.release(&Reader::public(), day).to_text();
            let lines: Vec<_> = release.match_indices('\n').map(|(at, _)| at).collect();
            let (before, after) = release.split_at(lines[place.index(lines.len())]);
            let output = format!("{before}\n{planted}\n{after}");
            let found = leaks(assessment, &Reader::public(), day, &output);
            let named = found.iter().any(|leak| {
                let number_of = assessment.portions()[leak.portion()].number();
                number_of.and_then(tearline::document::Number::of_paragraph).and_then(|own| usize::try_from(own).ok()) == Some(number)
            });
            assert!(named, "{planted:?} in {output:?}");
        });
    }

    /// The record names places, marks and rules, and not one word of the text.
    #[test]
    fn a_record_holds_no_text(
        marks in prop::collection::vec((0..5_usize, prop::collection::vec(0..2_usize, 1..14)), 0..9),
    ) {
        assess(&words_of(&marks), |assessment| {
            for rung in RUNGS {
                let record = assessment.record(&reader(rung), date(2010, 1, 1));
                let shown = format!("{record:?}{}", serde_json::to_string(&record).unwrap()).to_lowercase();
                assert!(!shown.contains("alpha") && !shown.contains("bravo") && !shown.contains("harbor"));
                assert_eq!(record.entries().len(), assessment.portions().len());
            }
        });
    }
}

/// Each withholding in the record has a reason with a source.
#[test]
fn a_record_gives_every_reason_its_source() {
    let document = tearline::parse(BUNDLED);
    let assessment = Policy::default().assess(&document);
    let record =
        serde_json::to_value(assessment.record(&Reader::public(), date(2000, 1, 1))).unwrap();
    assert_eq!(record["reader"], "U");
    assert_eq!(record["as_of"], "2000-01-01");
    let mut withheld = 0;
    for portion in record["portions"].as_array().unwrap() {
        assert!(!portion["rated_by"]["citation"].as_str().unwrap().is_empty());
        if portion["verdict"] == "withhold" {
            withheld += 1;
            assert!(!portion["basis"].as_array().unwrap().is_empty());
            for reason in portion["reasons"].as_array().unwrap() {
                assert!(!reason["reason"].as_str().unwrap().is_empty());
                assert!(!reason["citation"].as_str().unwrap().is_empty());
            }
        }
    }
    assert!(withheld > 0);
}

/// A release puts a mark and a label before a line that it releases; a withheld line that begins so gives nothing away.
#[test]
fn what_the_writer_itself_writes_is_no_leak() {
    let source = "\
P 141530Z MAR 06
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC
C O N F I D E N T I A L ZENDA 000012

E.O. 12958: DECL: 03/14/2016
SUBJECT: (U) THE HARBOR

1. (U) The harbor is open.

2. (C) (U) E.O. 12958: DECL is what the line says.
";
    let document = tearline::parse(source);
    let assessment = Policy::default().assess(&document);
    let public = Reader::public();
    let release = assessment.release(&public, date(2010, 1, 1));
    for format in Format::ALL {
        let written = assessment.checked(&public, &release, *format);
        assert!(written.is_ok(), "{format}: {written:?}");
    }
    // What only the withheld portion says is one all the same.
    let said = "DECL is what the line says";
    assert_eq!(leaks(&assessment, &public, date(2010, 1, 1), said).len(), 1);
}
