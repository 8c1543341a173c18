//! A folder of documents as a table: `documents('cables')`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{RecordBatch, StringBuilder, StringViewBuilder};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::catalog::streaming::StreamingTable;
use datafusion::catalog::{TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{Result, exec_datafusion_err, plan_err};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::streaming::PartitionStream;

use crate::constants::text;
use crate::refused::Refused;

/// How much text goes into one batch, so that memory does not grow with the documents.
const BATCH: usize = 4 << 20;

/// The table function `documents(folder)`: the files of a folder and of the folders in it, in the order of their
/// paths, without those whose names begin with a dot. The columns are `path`, `text`, and `refused`, which says why there
/// is no text.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use std::sync::Arc;
/// use datafusion::prelude::SessionContext;
///
/// let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("pier.txt"), "UNCLAS STATE 1\n\n1. (U) One.\n")?;
/// let context = SessionContext::new();
/// context.register_udtf("documents", Arc::new(tearline_datafusion::Documents));
/// let query = format!("SELECT path, refused FROM documents('{}')", folder.path().display());
/// assert!(context.sql(&query).await?.to_string().await?.contains("| pier.txt |"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Documents;

impl TableFunctionImpl for Documents {
    fn call_with_args(&self, given: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let [folder] = given.exprs() else {
            return plan_err!("documents(folder)");
        };
        let folder = PathBuf::from(text("documents", folder)?);
        let mut files = Vec::new();
        walk(&folder, &mut files)
            .map_err(|error| exec_datafusion_err!("{}: {error}", folder.display()))?;
        files.sort();
        let parts = given.session().config().target_partitions().max(1);
        let share = files.len().div_ceil(parts).max(1);
        let schema = schema();
        let partitions = files.chunks(share).map(|files| {
            Arc::new(Part {
                schema: Arc::clone(&schema),
                folder: folder.clone(),
                files: files.to_vec(),
            }) as Arc<dyn PartitionStream>
        });
        let partitions = partitions.collect();
        Ok(Arc::new(StreamingTable::try_new(schema, partitions)?))
    }
}

fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("path", DataType::Utf8, false),
        Field::new("text", DataType::Utf8View, true),
        Field::new("refused", DataType::Utf8, true),
    ]))
}

/// The files below a folder. A link to a folder is not followed: it may lead back.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            walk(&path, files)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// Some of the files.
#[derive(Debug)]
struct Part {
    schema: SchemaRef,
    folder: PathBuf,
    files: Vec<PathBuf>,
}

impl PartitionStream for Part {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, _context: Arc<TaskContext>) -> SendableRecordBatchStream {
        let mut stream = RecordBatchReceiverStream::builder(Arc::clone(&self.schema), 1);
        let to = stream.tx();
        let (schema, folder) = (Arc::clone(&self.schema), self.folder.clone());
        let files = self.files.clone();
        stream.spawn_blocking(move || {
            let mut files = files.iter();
            loop {
                let batch = batch(&schema, &folder, &mut files)?;
                let last = batch.num_rows() == 0;
                // Whoever reads may have seen enough.
                if last || to.blocking_send(Ok(batch)).is_err() {
                    return Ok(());
                }
            }
        });
        stream.build()
    }
}

/// The next files, as many as fit.
fn batch<'f>(
    schema: &SchemaRef,
    folder: &Path,
    files: &mut impl Iterator<Item = &'f PathBuf>,
) -> Result<RecordBatch> {
    let (mut paths, mut refused) = (StringBuilder::new(), StringBuilder::new());
    let mut texts = StringViewBuilder::new();
    let mut bytes = 0;
    for file in files {
        let read = fs::read(file).map_err(|error| error.to_string());
        let read = read
            .and_then(|read| String::from_utf8(read).map_err(|_| Refused::Encoding.to_string()));
        let path = file.strip_prefix(folder).unwrap_or(file);
        paths.append_value(path.to_string_lossy());
        bytes += read.as_ref().map_or(0, String::len);
        texts.append_option(read.as_ref().ok());
        refused.append_option(read.err());
        if bytes >= BATCH {
            break;
        }
    }
    Ok(RecordBatch::try_new(
        Arc::clone(schema),
        vec![
            Arc::new(paths.finish()),
            Arc::new(texts.finish()),
            Arc::new(refused.finish()),
        ],
    )?)
}
