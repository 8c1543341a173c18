//! What several tests need.

use std::path::Path;

use datafusion::arrow::array::{Array, ArrayRef};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::prelude::SessionContext;
use tearline_datafusion::Shell;

/// A word that stands in withheld paragraphs alone.
pub(crate) const SECRET: &str = "quicksilver";

/// A fictional telegram.
pub(crate) const CABLE: &str = "\
P 141530Z MAR 06
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC
C O N F I D E N T I A L ZENDA 000012

E.O. 12958: DECL: 03/14/2016
SUBJECT: (U) THE HARBOR

1. (U) The harbor is open.

2. (C) The harbor master has a quicksilver plan for the winter.

3. (SBU) A quicksilver note.
";

/// A text as a literal of SQL.
pub(crate) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

pub(crate) fn session() -> SessionContext {
    Shell::new("").session().unwrap()
}

pub(crate) async fn batches(context: &SessionContext, query: &str) -> Vec<RecordBatch> {
    context.sql(query).await.unwrap().collect().await.unwrap()
}

/// The rows of an answer, each value as it prints; a null is `∅`.
pub(crate) async fn rows(query: &str) -> Vec<Vec<String>> {
    let batches = batches(&session(), query).await;
    batches.iter().flat_map(texts).collect()
}

fn texts(batch: &RecordBatch) -> Vec<Vec<String>> {
    let value = |column: &ArrayRef, row| match column.is_null(row) {
        true => "∅".to_owned(),
        false => array_value_to_string(column, row).unwrap(),
    };
    let row = |row| {
        batch
            .columns()
            .iter()
            .map(|column| value(column, row))
            .collect()
    };
    (0..batch.num_rows()).map(row).collect()
}

/// The first value of the first row.
pub(crate) async fn value(query: &str) -> String {
    rows(query).await[0][0].clone()
}

/// Why a query cannot be carried out.
pub(crate) async fn error(query: &str) -> String {
    let context = session();
    match context.sql(query).await {
        Err(error) => error.to_string(),
        Ok(answer) => answer.collect().await.unwrap_err().to_string(),
    }
}

/// `documents` in a table `cables(id, text)`, as a Parquet file would have them.
pub(crate) fn with(documents: &[(&str, Option<&str>)]) -> String {
    let rows: Vec<String> = documents
        .iter()
        .map(|(id, text)| {
            let text = text.map_or("CAST(NULL AS VARCHAR)".to_owned(), literal);
            format!("({}, {text})", literal(id))
        })
        .collect();
    format!("(VALUES {}) AS cables(id, text)", rows.join(", "))
}

pub(crate) fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}
