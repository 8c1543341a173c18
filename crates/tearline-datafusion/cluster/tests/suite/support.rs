//! What several tests need.

use std::path::Path;

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use tearline_datafusion::Shell;

/// A word that stands in the cables and in no query.
pub(crate) const SECRET: &str = "quicksilver";

/// A collection in four files.
pub(crate) async fn collection(folder: &Path, cables: usize) {
    for part in 0..4 {
        let mut shell = Shell::new(format!(
            "SELECT id, year, classification, replace(text, 'fuel pier', '{SECRET} pier') AS text \
             FROM example_cables({cables}) WHERE CAST(right(id, 6) AS INT) % 4 = {part}"
        ));
        shell.output = Some(folder.join(format!("{part}.parquet")));
        shell.ask(&shell.session().unwrap()).await.unwrap();
    }
}

pub(crate) async fn answer(context: &SessionContext, query: &str) -> Result<String, String> {
    let answer = context
        .sql(query)
        .await
        .map_err(|error| error.to_string())?;
    let batches = answer.collect().await.map_err(|error| error.to_string())?;
    Ok(pretty_format_batches(&batches).unwrap().to_string())
}

/// Calls a collection `cables`.
pub(crate) async fn call(context: &SessionContext, folder: &Path) {
    let path = format!("{}/", folder.display());
    let options = ParquetReadOptions::default();
    context
        .register_parquet("cables", path, options)
        .await
        .unwrap();
}

/// The answer of one process.
pub(crate) async fn expected(folder: &Path, query: &str) -> String {
    let context = Shell::new("").session().unwrap();
    call(&context, folder).await;
    answer(&context, query).await.unwrap()
}

/// What is asked of a collection: what stands in each row, the banner over a group, what opens, and which paragraphs are nearly
/// equal and have different verdicts.
pub(crate) const QUERIES: [&str; 4] = [
    "SELECT id, o['disposition'] AS disposition, o['banner'] AS banner, o['release'] AS release, o['refused'] AS refused \
     FROM (SELECT id, tearline_outcome(text, 'SBU', '2010-01-01', {level: classification}) AS o FROM cables) ORDER BY id",
    "SELECT year, tearline_rollup(p['marking']) AS banner, count(*) AS portions FROM \
     (SELECT year, unnest(tearline_portions(text, 'TS', '2010-01-01')) AS p FROM cables) \
     WHERE p['kind'] = 'paragraph' AND p['marking'] IS NOT NULL GROUP BY year ORDER BY year",
    "SELECT o['on'] AS day, count(*) AS cables FROM \
     (SELECT unnest(tearline_opens(text, 'U')) AS o FROM cables) GROUP BY day ORDER BY day",
    "WITH sketches AS (SELECT id, unnest(tearline_sketches(text, 'U', '2010-01-01', 'a secret of the archive')) AS s FROM cables), \
     bands AS (SELECT id, s['portion'] AS portion, s['verdict'] AS verdict, s['sketch'] AS sketch, unnest(s['bands']) AS band FROM sketches) \
     SELECT DISTINCT w.id AS withheld, w.portion, r.id AS released, r.portion AS released_portion \
     FROM bands w JOIN bands r ON w.band = r.band \
     WHERE w.verdict = 'withhold' AND r.verdict = 'release' AND tearline_likeness(w.sketch, r.sketch) > 0.9 ORDER BY 1, 2, 3, 4",
];
