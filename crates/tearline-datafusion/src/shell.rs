//! One command that asks one question: what `tearline-sql` does, and the same over a cluster.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::dataframe::{DataFrame, DataFrameWriteOptions};
use datafusion::error::DataFusionError;
use datafusion::prelude::{
    CsvReadOptions, JsonReadOptions, ParquetReadOptions, SessionConfig, SessionContext,
};
use thiserror::Error;

use crate::documents::Documents;
use crate::example::ExampleCables;
use crate::register::register;

/// How many documents go through a function at once. DataFusion's 8,192 would be 100 MB of telegrams on every core.
const BATCH: usize = 1024;

/// What a shell is asked.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use tearline_datafusion::Shell;
///
/// let folder = tempfile::tempdir()?;
/// let output = folder.path().join("years.csv");
/// let mut shell = Shell::new("SELECT year, count(*) AS cables FROM example_cables(50) GROUP BY year ORDER BY year LIMIT 1");
/// shell.output = Some(output.clone());
/// shell.ask(&shell.session()?).await?;
/// assert!(std::fs::read_to_string(output)?.starts_with("year,cables\n2001,"));
/// # Ok(())
/// # }
/// ```
#[derive(Args, Clone, Debug, Default)]
#[non_exhaustive]
pub struct Shell {
    /// The question, in SQL. A file is a table: `FROM 'cables.parquet'` (also .csv, .json); so is a folder of documents:
    /// `FROM documents('cables')`. `SHOW FUNCTIONS LIKE 'tearline%'` lists the functions.
    pub query: String,
    /// Call a file, or a folder of Parquet files, by a name: `cables=/data/cables.parquet`. May be repeated. On a cluster this is
    /// the way to name tables; so it is for CSV whose values have more than one line, all columns of which are then text.
    #[arg(long = "table", value_name = "NAME=FILE", value_parser = table)]
    pub tables: Vec<(String, PathBuf)>,
    /// Write the answer to this file instead of printing it: .parquet, .csv, or .jsonl. On a cluster one of the executors writes
    /// it, so that it has to lie where all can reach it.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// On how many cores; all unless given.
    #[arg(long, value_name = "NUMBER")]
    pub cores: Option<std::num::NonZeroUsize>,
}

/// Why a question has no answer.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ShellError {
    /// It cannot be carried out.
    #[error("{}", .0.strip_backtrace())]
    Query(#[from] DataFusionError),
    /// The answer cannot be printed, or a path is none.
    #[error("{0}")]
    Print(#[from] io::Error),
    /// The output has no ending that is known.
    #[error("{0}: the ending says in what form it is: .parquet, .csv or .jsonl")]
    Ending(PathBuf),
}

impl Shell {
    /// A question whose answer is printed, on all cores.
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            ..Self::default()
        }
    }

    /// How a session is set up for documents.
    #[must_use]
    pub fn config(&self) -> SessionConfig {
        let config = SessionConfig::new()
            .with_information_schema(true)
            .with_batch_size(BATCH)
            // A document in a table of CSV has lines.
            .set_bool("datafusion.catalog.newlines_in_values", true);
        match self.cores {
            Some(cores) => config.with_target_partitions(cores.get()),
            None => config,
        }
    }

    /// A session in this process, with all functions and tables.
    ///
    /// # Errors
    ///
    /// Where DataFusion takes no functions.
    pub fn session(&self) -> Result<SessionContext, ShellError> {
        let mut context = SessionContext::new_with_config(self.config()).enable_url_table();
        register(&mut context)?;
        context.register_udtf("documents", Arc::new(Documents));
        context.register_udtf("example_cables", Arc::new(ExampleCables));
        Ok(context)
    }

    /// Answers the question, on standard output or into a file.
    ///
    /// # Errors
    ///
    /// Where the query cannot be carried out, and where the answer cannot be written.
    pub async fn ask(&self, context: &SessionContext) -> Result<(), ShellError> {
        if let Some(output) = &self.output {
            // Before anything runs.
            form(output)?;
        }
        for (name, file) in &self.tables {
            call(context, name, file).await?;
        }
        let answer = context.sql(&self.query).await?;
        match &self.output {
            Some(output) => write(answer, output).await,
            None => print(answer).await,
        }
    }
}

/// A table by name: `cables=/data/cables.parquet`.
fn table(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => {
            Ok((name.to_owned(), PathBuf::from(file)))
        }
        _ => Err("name a table and its file: `cables=/data/cables.parquet`".to_owned()),
    }
}

/// Makes a file known by a name.
async fn call(context: &SessionContext, name: &str, file: &Path) -> Result<(), ShellError> {
    // Whoever reads it may have another working folder.
    let absolute = std::path::absolute(file)?;
    let path = absolute.to_string_lossy();
    let ending = absolute.extension().unwrap_or_default();
    let ending = format!(".{}", ending.to_string_lossy());
    if absolute.is_dir() {
        let path = format!("{path}/");
        context
            .register_parquet(name, path, ParquetReadOptions::default())
            .await?;
        return Ok(());
    }
    match form(file)? {
        Form::Parquet => {
            let options = ParquetReadOptions {
                file_extension: &ending,
                ..Default::default()
            };
            context.register_parquet(name, path, options).await?;
        }
        Form::Csv => {
            // DataFusion guesses types line by line, and a document has lines: all columns are text.
            let options = CsvReadOptions::new()
                .file_extension(&ending)
                .newlines_in_values(true)
                .schema_infer_max_records(0);
            context.register_csv(name, path, options).await?;
        }
        Form::Lines => {
            let options = JsonReadOptions::default().file_extension(&ending);
            context.register_json(name, path, options).await?;
        }
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Form {
    Parquet,
    Csv,
    Lines,
}

fn form(output: &Path) -> Result<Form, ShellError> {
    let ending = output
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    match ending.as_str() {
        "parquet" => Ok(Form::Parquet),
        "csv" => Ok(Form::Csv),
        "jsonl" | "json" => Ok(Form::Lines),
        _ => Err(ShellError::Ending(output.to_owned())),
    }
}

async fn write(answer: DataFrame, output: &Path) -> Result<(), ShellError> {
    // On a cluster an executor writes it, whose working folder may be another one.
    let output = &std::path::absolute(output)?;
    let path = output.to_string_lossy();
    let options = DataFrameWriteOptions::new().with_single_file_output(true);
    match form(output)? {
        Form::Parquet => answer.write_parquet(&path, options, None).await?,
        Form::Csv => answer.write_csv(&path, options, None).await?,
        Form::Lines => answer.write_json(&path, options, None).await?,
    };
    Ok(())
}

async fn print(answer: DataFrame) -> Result<(), ShellError> {
    let table = pretty_format_batches(&answer.collect().await?).map_err(DataFusionError::from)?;
    match writeln!(io::stdout(), "{table}") {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => Ok(done?),
    }
}
