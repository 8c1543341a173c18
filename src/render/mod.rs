//! Writers. They see a release and nothing below it.

mod about;
mod calendar;
mod excision;
mod flow;
mod foia;
mod format;
#[cfg(feature = "html")]
mod html;
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
mod vaughn;
mod write;

pub use flow::Flow;
pub use foia::{Case, Package};
pub use format::{Format, FormatError, WriteError};
#[cfg(feature = "json")]
pub use json::RELEASE_SCHEMA;
#[cfg(feature = "pdf")]
pub use pdf::PdfError;
#[cfg(feature = "html")]
pub use vaughn::index_html;
#[cfg(feature = "json")]
pub use vaughn::index_json;
pub use vaughn::{Entry, Row};
