//! `tearline` as functions of Apache DataFusion: what a reader may see of a document on a day, as SQL over a collection.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> datafusion::error::Result<()> {
//! use datafusion::prelude::SessionContext;
//!
//! let mut context = SessionContext::new();
//! tearline_datafusion::register(&mut context)?;
//! let rows = context
//!     .sql("SELECT tearline_release(E'CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n', 'U', '2010-01-01') AS release")
//!     .await?
//!     .to_string()
//!     .await?;
//! assert!(rows.contains("(U) One.") && !rows.contains("Two"));
//! # Ok(())
//! # }
//! ```
//!
//! | function | answer |
//! |---|---|
//! | `tearline_release(text, reader, as_of [, format] [, known])` | the release: `text`, `markdown`, `html` or `json` |
//! | `tearline_disposition(text, reader, as_of [, known])` | `released-in-full`, `released-in-part`, `withheld-in-full` |
//! | `tearline_banner(text, reader, as_of [, known])` | the banner of the release |
//! | `tearline_refused(text, reader, as_of [, known])` | why there is no release; null where there is one |
//! | `tearline_outcome(text, reader, as_of [, format] [, known])` | all of these and counts, in one reading of the document |
//! | `tearline_portions(text, reader, as_of [, known])` | the portions of the release, for `unnest` |
//! | `tearline_opens(text, reader [, known])` | the days on which something opens, and what, for `unnest` |
//! | `tearline_findings(text [, known])` | what is wrong with the document, for `unnest` |
//! | `tearline_sketches(text, reader, as_of, key [, known])` | a keyed sketch a paragraph, to find near-equal ones |
//! | `tearline_likeness(sketch, sketch)` | how alike two paragraphs are, from 0 to 1 |
//! | `tearline_canonical(mark)` | the mark in canonical form |
//! | `tearline_mark(mark)` | the same, with banner, level, and why the mark cannot be read |
//! | `tearline_reads(mark, reader)` | `permit`, `view-only` or `deny` |
//! | `tearline_rollup(mark [, dated])` | the banner over the marks of a group |
//!
//! # What they promise
//!
//! - A reader, a day, a format or the name of a fact that cannot be read is an error of the query. What is wrong with one
//!   document never stops the others: its answer is null, and `tearline_refused` and `tearline_outcome` say why.
//! - No error holds text of a document or of an argument.
//! - Every text is looked at by [`tearline::audit::leaks`] before it is given out, as the programs do it.
//! - `known` is what a catalogue knows, a struct of columns named as in [`tearline::document::Known::state`]:
//!   `{level: classification, origin: written, instruction: decl}`. It raises and never lowers; a null is no fact.
//! - The functions are immutable and know no clock; `current_date` is DataFusion's.

mod arguments;
mod constants;
mod days;
mod documents;
mod example;
mod functions;
mod made;
mod refused;
mod register;
mod rollup;
mod shell;
mod signature;
mod sketch;

pub use documents::Documents;
pub use example::ExampleCables;
pub use register::{aggregate_functions, register, scalar_functions};
pub use shell::{Shell, ShellError};
