//! A release as it goes out under the Freedom of Information Act: the package, what is open in it, the index of
//! withholdings.

mod case;
mod entry;
#[cfg(feature = "html")]
mod html;
mod log;
mod package;
#[cfg(feature = "pdf")]
mod paper;
mod place;
mod question;
mod rules;
#[cfg(feature = "html")]
mod slip;
mod statute;
#[cfg(any(feature = "html", feature = "pdf"))]
mod whole;

pub use case::Case;
#[cfg(feature = "json")]
pub use entry::index_json;
pub use entry::{Entry, Row};
#[cfg(feature = "html")]
pub use html::index_html;
#[cfg(feature = "html")]
pub use log::log_html;
pub use log::log_rows;
pub use package::Package;
#[cfg(feature = "pdf")]
pub use paper::{index_pdf, slip_pdf};
pub use question::Question;
pub(crate) use rules::RULES;
#[cfg(feature = "html")]
pub use slip::slip_html;
