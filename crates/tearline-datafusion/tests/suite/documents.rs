//! Where documents come from: folders, files, the example.

use crate::support::{CABLE, batches, file, rows, session, value};

#[tokio::test]
async fn a_folder_is_a_table_and_what_is_no_document_says_why() {
    let folder = tempfile::tempdir().unwrap();
    file(folder.path(), "2006/zenda.txt", CABLE);
    file(folder.path(), "2007/latin.txt", b"Caf\xe9");
    file(folder.path(), ".hidden/a.txt", CABLE);
    let read = rows(&format!(
        "SELECT path, tearline_disposition(text, 'U', '2010-01-01'), refused FROM documents('{}') ORDER BY path",
        folder.path().display()
    ))
    .await;
    assert_eq!(read[0], ["2006/zenda.txt", "released-in-part", "∅"]);
    assert_eq!(read[1][..2], ["2007/latin.txt", "∅"]);
    assert!(read[1][2].contains("UTF-8"), "{read:?}");
    assert_eq!(read.len(), 2);
}

#[tokio::test]
async fn a_missing_folder_is_an_error_of_the_query() {
    let said = crate::support::error("SELECT * FROM documents('/nowhere/at/all')").await;
    assert!(said.contains("/nowhere/at/all"), "{said}");
}

#[tokio::test]
async fn the_example_is_the_same_on_any_number_of_cores() {
    let of = |cores: usize| async move {
        let context = session();
        context
            .sql(&format!(
                "SET datafusion.execution.target_partitions = {cores}"
            ))
            .await
            .unwrap();
        let query = "SELECT id, md5(text), classification FROM example_cables(700) ORDER BY id";
        let query = query.replace("md5(text)", "text");
        datafusion::arrow::util::pretty::pretty_format_batches(&batches(&context, &query).await)
            .unwrap()
            .to_string()
    };
    let one = of(1).await;
    assert_eq!(of(4).await, one);
    assert!(one.contains("PORTVESTA000699") && !one.contains("PORTVESTA000700"));
}

#[tokio::test]
async fn the_example_is_in_parts_released_and_damaged_here_and_there() {
    let counts = rows(
        "SELECT o['disposition'], count(*) FROM (SELECT tearline_outcome(text, 'U', '2012-01-01') AS o FROM example_cables(600)) \
         GROUP BY 1 ORDER BY 1",
    )
    .await;
    let kinds: Vec<&str> = counts.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(kinds, ["released-in-full", "released-in-part"]);
    let damaged = value(
        "SELECT count(*) FROM (SELECT unnest(tearline_findings(text)) AS f FROM example_cables(600)) WHERE f['code'] = 'damaged-mark'",
    )
    .await;
    assert_ne!(damaged, "0");
}
