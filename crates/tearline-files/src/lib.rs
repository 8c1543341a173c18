//! Documents in, releases out: what the programs of `tearline` share at the edge of the library, which has no input or
//! output of its own.
//!
//! - [`Encoding`]: the bytes of a document as text, or one line that says why not.
//! - [`Format`]: what a file is by its first bytes, so that a PDF is called one.
//! - [`write()`], [`write_with`]: a file that is whole or not there.

mod encoding;
mod format;
mod output;

pub use encoding::{DecodeError, Encoding, UnknownEncoding};
pub use format::Format;
pub use output::{beside, is_standard_input, is_where, write, write_with};
