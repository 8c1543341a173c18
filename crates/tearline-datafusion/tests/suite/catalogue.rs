//! What a catalogue knows joins what a document says, and lowers nothing.

use crate::support::{SECRET, error, literal, rows, value};

/// Says nothing of its level or date.
const BARE: &str =
    "SUBJECT: (U) THE HARBOR\n\n1. (U) The harbor is open.\n\n2. (C) A quicksilver plan.\n";

async fn opens(known: &str) -> Vec<Vec<String>> {
    let query = format!(
        "SELECT o['on'], o['portions'] FROM (SELECT unnest(tearline_opens({}, 'U', {known})) AS o)",
        literal(BARE)
    );
    rows(&query).await
}

#[tokio::test]
async fn a_date_of_origin_and_an_instruction_from_columns_open_on_their_day() {
    let known = "{instruction: 'DECL: 03/14/2016', origin: DATE '2006-03-14'}";
    assert_eq!(opens(known).await, [["2016-03-14", "[paragraph 2]"]]);
    assert_eq!(
        opens("{level: 'CONFIDENTIAL'}").await,
        Vec::<Vec<String>>::new()
    );
}

#[tokio::test]
async fn a_level_raises_and_never_lowers() {
    let disposition = |known: &str| {
        let call = format!(
            "SELECT tearline_disposition({}, 'U', '2010-01-01', {known})",
            literal("1. (U) One.\n\nTwo.\n")
        );
        async move { value(&call).await }
    };
    assert_eq!(
        disposition("{level: 'UNCLASSIFIED'}").await,
        "released-in-full"
    );
    // All portions stand below that level: a compilation (32 CFR 2001.24(g)).
    assert_eq!(disposition("{level: 'SECRET'}").await, "withheld-in-full");
    let call = format!(
        "SELECT tearline_release({}, 'U', '2010-01-01', {{level: 'UNCLASSIFIED'}})",
        literal(BARE)
    );
    assert!(!value(&call).await.contains(SECRET));
}

#[tokio::test]
async fn a_null_is_no_fact() {
    for known in [
        "{level: CAST(NULL AS VARCHAR)}",
        "NULL",
        "named_struct('level', NULL)",
    ] {
        let call = format!(
            "SELECT tearline_refused({}, 'U', '2010-01-01', {known})",
            literal(BARE)
        );
        assert_eq!(value(&call).await, "∅", "{known}");
    }
}

#[tokio::test]
async fn facts_of_a_column_belong_to_their_row_and_a_bad_one_stops_no_other() {
    let query = format!(
        "SELECT id, tearline_disposition({text}, 'U', '2010-01-01', {{level: level, origin: written}}), \
         tearline_refused({text}, 'U', '2010-01-01', {{level: level, origin: written}}) FROM \
         (VALUES (1, 'UNCLASSIFIED', '2006-03-14'), (2, 'SECRET', NULL), (3, NULL, 'in March')) AS t(id, level, written) ORDER BY id",
        text = literal("1. (U) One.\n\nTwo.\n")
    );
    assert_eq!(
        rows(&query).await,
        [
            ["1", "released-in-full", "∅"],
            ["2", "withheld-in-full", "∅"],
            [
                "3",
                "∅",
                "the known `origin` is no day; write it as 2012-03-01"
            ],
        ]
    );
}

#[tokio::test]
async fn an_unknown_fact_is_an_error_of_the_query() {
    let query = "SELECT tearline_release('a', 'U', '2010-01-01', {classification: 'SECRET'})";
    let said = error(query).await;
    assert!(
        said.contains("`classification` is no fact that can be known"),
        "{said}"
    );
    let query = "SELECT tearline_release('a', 'U', '2010-01-01', {level: 7})";
    assert!(error(query).await.contains("cast it to text or a date"));
}

#[tokio::test]
async fn format_and_facts_stand_together() {
    let call = "SELECT tearline_release('1. (U) One.', 'U', '2010-01-01', 'markdown', {level: 'UNCLASSIFIED'})";
    assert!(value(call).await.contains("One."));
    let call =
        "SELECT tearline_release(text => '1. (U) One.', reader => 'U', as_of => '2010-01-01')";
    assert_ne!(value(call).await, "∅");
}
