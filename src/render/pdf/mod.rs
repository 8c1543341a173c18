//! PDF: tagged, with its font inside, laid out anew on a fixed grid.

mod file;
mod grid;

pub use file::PdfError;
pub(super) use file::{write, write_pieces};
pub(super) use grid::Piece;
