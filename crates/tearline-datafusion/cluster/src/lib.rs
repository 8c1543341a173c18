//! The SQL functions of `tearline` on a cluster of Apache Ballista: a scheduler, executors beside the data, and a shell that asks.
//!
//! The programs are `tearline-scheduler`, `tearline-executor` and `tearline-cluster`. They are Ballista's own, with the functions
//! registered on both sides of the wire and with a [log](quiet) that holds nothing of a document. Everything on one machine:
//!
//! ```no_run
//! # async fn one_machine() -> Result<(), tearline_datafusion::ShellError> {
//! use tearline_datafusion::Shell;
//!
//! let mut shell = Shell::new("SELECT tearline_disposition(text, 'U', '2010-01-01') FROM cables");
//! shell.tables.push(("cables".to_owned(), "cables.parquet".into()));
//! let context = tearline_ballista::standalone(&shell).await?;
//! shell.ask(&context).await?;
//! # Ok(())
//! # }
//! ```
//!
//! # What has to hold of the machines
//!
//! - Ballista does not ask who calls. Scheduler and executors belong on a network on which only those are who may see every
//!   document; they listen on 127.0.0.1 unless told otherwise.
//! - What a query moves from stage to stage lies in the working folder of an executor, which only its owner can read. A release
//!   moves nothing but itself. A query that groups, sorts or joins by `text` moves the text.

mod context;
mod executor;
mod process;
mod quiet;
mod scheduler;

pub use context::{remote, standalone};
pub use executor::Executor;
pub use process::until_stopped;
pub use quiet::quiet;
pub use scheduler::Scheduler;
