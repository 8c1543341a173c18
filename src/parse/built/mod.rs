//! Documents that are built from parts: the blocks are given, and the passes look at them as at those of a text.

mod build;
mod field;
mod laid;
mod level;
mod lines;

pub(super) use lines::resolve as lines;
