//! Writers. They see a release and nothing below it.

mod about;
mod calendar;
mod excision;
mod flow;
mod foia;
mod format;
#[cfg(feature = "html")]
mod html;
mod ids;
#[cfg(feature = "json")]
mod json;
mod lead;
mod markdown;
mod opened;
mod own;
#[cfg(feature = "pdf")]
mod pdf;
mod sheet;
mod shown;
mod sink;
mod text;
#[cfg(feature = "html")]
mod timeline;
#[cfg(feature = "html")]
mod together;
mod write;

pub use flow::Flow;
pub(crate) use foia::RULES;
#[cfg(feature = "json")]
pub use foia::index_json;
pub use foia::{Case, Entry, Package, Question, Row, log_rows};
#[cfg(feature = "html")]
pub use foia::{index_html, log_html, slip_html};
#[cfg(feature = "pdf")]
pub use foia::{index_pdf, slip_pdf};
pub use format::{Format, FormatError, WriteError};
#[cfg(feature = "json")]
pub use json::RELEASE_SCHEMA;
#[cfg(feature = "pdf")]
pub use pdf::PdfError;
pub(crate) use sink::size;
