//! What each function answers, beside what the library says.

use datafusion::execution::FunctionRegistry as _;
use jiff::civil::date;
use tearline::policy::Policy;

use crate::support::{CABLE, SECRET, literal, rows, session, value, with};

fn ask(call: &str) -> String {
    format!(
        "SELECT {} FROM {}",
        call.replace("cable", "text"),
        with(&[("1", Some(CABLE))])
    )
}

#[tokio::test]
async fn a_release_is_that_of_the_library_in_every_format() {
    let document = tearline::parse(CABLE);
    let reader = "SBU".parse().unwrap();
    let release = Policy::default().release(&document, &reader, date(2010, 1, 1));
    for (format, expected) in [
        ("", release.to_text()),
        (", 'text'", release.to_text()),
        (", 'markdown'", release.to_markdown()),
        (", 'html'", release.to_html()),
        (", 'json'", release.to_json()),
    ] {
        let made = value(&ask(&format!(
            "tearline_release(cable, 'SBU', DATE '2010-01-01'{format})"
        )))
        .await;
        assert_eq!(made, expected, "{format}");
        assert!(made.contains("A quicksilver note") && !made.contains("quicksilver plan"));
    }
}

#[tokio::test]
async fn a_day_is_a_date_or_a_text() {
    for (day, expected) in [
        ("'2010-01-01'", "released-in-part"),
        ("DATE '2010-01-01'", "released-in-part"),
        (
            "CAST(TIMESTAMP '2010-01-01T23:59:59' AS DATE)",
            "released-in-part",
        ),
    ] {
        let call = format!("tearline_disposition(cable, 'C', {day})");
        // A reader of CONFIDENTIAL is a federal one and sees everything here.
        assert_eq!(value(&ask(&call)).await, "released-in-full", "{day}");
        let call = format!("tearline_disposition(cable, 'U', {day})");
        assert_eq!(value(&ask(&call)).await, expected, "{day}");
    }
}

#[tokio::test]
async fn readers_and_days_may_stand_in_columns() {
    let query = format!(
        "SELECT tearline_banner({}, reader, day) FROM \
         (VALUES ('U', DATE '2010-01-01'), ('SBU', DATE '2010-01-01'), ('C', DATE '2010-01-01'), ('C', DATE '2016-03-14')) AS t(reader, day)",
        literal(CABLE)
    );
    let banners: Vec<String> = rows(&query).await.concat();
    assert_eq!(
        banners,
        [
            "UNCLASSIFIED",
            "UNCLASSIFIED//SBU",
            "CONFIDENTIAL",
            "UNCLASSIFIED//SBU"
        ]
    );
}

#[tokio::test]
async fn an_outcome_has_everything_of_one_reading() {
    let query = format!(
        "SELECT o['disposition'], o['banner'], o['released'], o['withheld'], o['opens_next'], o['findings'], o['refused'], \
         o['release'] = tearline_release(text, 'U', '2010-01-01') \
         FROM (SELECT text, tearline_outcome(text, 'U', '2010-01-01') AS o FROM {})",
        with(&[("1", Some(CABLE))])
    );
    // Paragraphs 2 and 3 are withheld. Neither a classifier nor a reason is named, and the date leaves SBU.
    let row = rows(&query).await.remove(0);
    assert_eq!(row[0], "released-in-part");
    assert_eq!(row[1], "UNCLASSIFIED");
    assert_eq!(row[3], "2");
    assert_eq!(row[4..], ["2016-03-14", "3", "∅", "true"]);
}

#[tokio::test]
async fn portions_are_rows_and_the_withheld_ones_have_a_basis_and_no_text() {
    let query = format!(
        "SELECT p['kind'], p['number'], p['verdict'], p['marking'], p['text'], p['basis'] FROM \
         (SELECT unnest(tearline_portions(text, 'U', '2010-01-01')) AS p FROM {}) \
         WHERE p['kind'] <> 'header' ORDER BY p['place']",
        with(&[("1", Some(CABLE))])
    );
    assert_eq!(
        rows(&query).await,
        [
            ["subject", "∅", "release", "U", "THE HARBOR", "∅"],
            ["paragraph", "1", "release", "U", "The harbor is open.", "∅"],
            ["paragraph", "2", "withhold", "∅", "∅", "[classified]"],
            ["paragraph", "3", "withhold", "∅", "∅", "[sensitive]"],
        ]
    );
}

#[tokio::test]
async fn what_opens_is_a_row_a_day() {
    let query = format!(
        "SELECT o['on'], o['portions'], o['count'], o['in_full'] FROM \
         (SELECT unnest(tearline_opens(text, 'U')) AS o FROM {})",
        with(&[
            ("1", Some(CABLE)),
            ("2", Some("UNCLAS ZENDA 13\n\n1. (U) One.\n"))
        ])
    );
    assert_eq!(
        rows(&query).await,
        [["2016-03-14", "[paragraph 2]", "1", "false"]]
    );
}

#[tokio::test]
async fn findings_have_a_code_and_a_line_and_no_text() {
    let damaged = CABLE.replace("2. (C)", "2. (C//NFF)");
    let query = format!(
        "SELECT f['code'], f['severity'], f['line'], f['message'], f['source'] FROM \
         (SELECT unnest(tearline_findings(text)) AS f FROM {}) WHERE f['code'] = 'damaged-mark'",
        with(&[("1", Some(&damaged))])
    );
    let found = rows(&query).await;
    assert_eq!(found[0][..3], ["damaged-mark", "error", "11"]);
    assert!(!found.concat().concat().contains(SECRET));
}

#[tokio::test]
async fn show_functions_prints_all_of_them_with_types_and_documentation() {
    let shown = rows("SHOW FUNCTIONS LIKE 'tearline%'").await;
    let mut names: Vec<String> = shown.iter().map(|row| row[0].clone()).collect();
    names.sort();
    names.dedup();
    let functions = tearline_datafusion::scalar_functions();
    let mut all: Vec<String> = functions.iter().map(|it| it.name().to_owned()).collect();
    all.push("tearline_rollup".to_owned());
    all.sort();
    assert_eq!(names, all);
    let release = shown
        .iter()
        .find(|row| row[0] == "tearline_release" && row[2].contains("known"))
        .unwrap();
    assert_eq!(release[2], "[text, reader, as_of, format, known]");
    assert!(
        release[5].starts_with("What a reader may see"),
        "{release:?}"
    );
    assert_eq!(
        release[6],
        "tearline_release(text, reader, as_of [, format] [, known])"
    );
}

#[tokio::test]
async fn the_table_of_the_crate_lists_the_functions_as_they_are_called() {
    let crate_docs = include_str!("../../src/lib.rs");
    let mut listed = 0;
    for function in tearline_datafusion::scalar_functions() {
        let syntax = &function.documentation().unwrap().syntax_example;
        assert!(crate_docs.contains(&format!("| `{syntax}` |")), "{syntax}");
        listed += 1;
    }
    assert_eq!(listed, 13);
    assert!(session().udaf("tearline_rollup").is_ok());
}
