//! The functions, a kind of answer a file, and the table of all of them.

mod function;
mod lists;
mod marks;
mod openings;
mod paragraphs;
mod portions;
mod table;
mod whole;
mod wrong;

pub(crate) use function::Function;
pub(crate) use table::FUNCTIONS;
