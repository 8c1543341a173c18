//! What is wrong: a query that cannot be carried out says so, a document that cannot be answered for stops no other.

use crate::support::{CABLE, SECRET, error, literal, rows, value, with};

#[tokio::test]
async fn a_bad_reader_day_format_or_key_is_an_error_of_the_query_that_repeats_nothing() {
    let table = with(&[("1", Some(CABLE))]);
    for (call, said) in [
        (
            "tearline_release(text, 'quicksilver', '2010-01-01')",
            "the argument `reader` cannot be read",
        ),
        (
            "tearline_release(text, 'clearance=quicksilver', '2010-01-01')",
            "a key has a value that it does not take",
        ),
        (
            "tearline_release(text, 'clearance=S agency=STTE', '2010-01-01')",
            "did you mean `STATE`?",
        ),
        (
            "tearline_release(text, 'U', 'quicksilver')",
            "write the day as 2010-01-01",
        ),
        (
            "tearline_release(text, 'U', '2010-02-30')",
            "write the day as 2010-01-01",
        ),
        (
            "tearline_release(text, 'U', '2010-01-01', 'quicksilver')",
            "there are text, markdown, html, json",
        ),
        (
            "tearline_sketches(text, 'U', '2010-01-01', 'quicksilver')",
            "at least 16 characters",
        ),
        // The text in the place of the reader, as a column.
        (
            "tearline_release('U', text, '2010-01-01')",
            "the argument `reader` cannot be read",
        ),
        (
            "tearline_release('U', 'U', text)",
            "write the day as 2010-01-01",
        ),
        (
            "tearline_reads('S', text)",
            "the argument `reader` cannot be read",
        ),
    ] {
        let error = error(&format!("SELECT {call} FROM {table}")).await;
        assert!(error.contains(said), "{call}: {error}");
        assert!(!error.contains(SECRET), "{call}: {error}");
    }
}

#[tokio::test]
async fn a_bad_reader_is_an_error_even_where_there_is_no_document() {
    let query = "SELECT tearline_release(path, 'X', '2010-01-01') FROM (SELECT 'a' AS path) WHERE path = 'b'";
    assert!(
        error(query)
            .await
            .contains("the argument `reader` cannot be read")
    );
}

#[tokio::test]
async fn wrong_types_and_numbers_of_arguments_are_errors_that_show_the_call() {
    for call in [
        "tearline_release('a', 'U')",
        "tearline_release('a', 'U', 7)",
        "tearline_opens('a')",
        "tearline_reads('S')",
    ] {
        let error = error(&format!("SELECT {call}")).await;
        let name = call.split('(').next().unwrap();
        assert!(error.contains(name), "{call}: {error}");
    }
}

#[tokio::test]
async fn a_bad_document_is_null_with_its_reason_and_stops_no_other() {
    let query = format!(
        "SELECT id, tearline_release(b, 'U', '2010-01-01') IS NULL, tearline_disposition(b, 'U', '2010-01-01'), \
         tearline_refused(b, 'U', '2010-01-01'), o['refused'], tearline_portions(b, 'U', '2010-01-01') IS NULL, \
         tearline_findings(b) IS NULL, tearline_opens(b, 'U') IS NULL \
         FROM (SELECT *, tearline_outcome(b, 'U', '2010-01-01') AS o FROM \
         (VALUES ('good', CAST({cable} AS BYTEA)), ('latin', X'436166E9'), ('none', NULL)) AS t(id, b)) ORDER BY id",
        cable = literal(CABLE)
    );
    let encoding = "the text is not UTF-8; decode it before";
    let none = "there is no text";
    assert_eq!(
        rows(&query).await,
        [
            [
                "good",
                "false",
                "released-in-part",
                "∅",
                "∅",
                "false",
                "false",
                "false"
            ],
            [
                "latin", "true", "∅", encoding, encoding, "true", "true", "true"
            ],
            ["none", "true", "∅", none, none, "true", "true", "true"],
        ]
    );
}

#[tokio::test]
async fn a_reader_or_day_that_is_null_withholds() {
    for (reader, day, why) in [
        (
            "CAST(NULL AS VARCHAR)",
            "'2010-01-01'",
            "no reader is named",
        ),
        ("'all'", "CAST(NULL AS DATE)", "no day is named"),
        ("'all'", "NULL", "no day is named"),
    ] {
        let arguments = format!(
            "text, {reader}, {day}) FROM {}",
            with(&[("1", Some(CABLE))])
        );
        assert_eq!(
            value(&format!("SELECT tearline_release({arguments}")).await,
            "∅"
        );
        assert_eq!(
            value(&format!("SELECT tearline_refused({arguments}")).await,
            why
        );
    }
}

#[tokio::test]
async fn the_check_of_the_output_is_made() {
    // Five words that only a withheld portion has would be found in the text of a released one. Here nothing is: the same
    // paragraph is released once and withheld once, and those words are not only withheld.
    let twice = CABLE.replace(
        "The harbor is open.",
        "The harbor master has a quicksilver plan for the winter.",
    );
    let table = with(&[("1", Some(&twice))]);
    let refused = value(&format!(
        "SELECT tearline_refused(text, 'U', '2010-01-01') FROM {table}"
    ))
    .await;
    assert_eq!(refused, "∅");
}
