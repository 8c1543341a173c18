//! The documents of a collection, one after the other: those of a folder and of the folders in it, and those inside `.zip`,
//! `.tar`, `.tar.gz`, `.tar.zst` and JSON lines that lie there.
//!
//! The order is that of the paths, part by part as bytes; inside an archive it is the archive's own. Only the names of one
//! folder or archive are held at a time, and the document that is looked at: what a collection needs does not grow with it.
//!
//! Whatever is no document is handed on as a refusal with its place and its reason, so that nothing is left out unsaid.

mod archive;
mod error;
mod item;
mod lines;
mod name;
mod packing;
mod tar;
mod walk;
mod zip;

pub(crate) use error::{Refusal, SourceError};
pub(crate) use item::{Content, Item};
pub(crate) use name::hash;
pub(crate) use walk::{Collection, single};
