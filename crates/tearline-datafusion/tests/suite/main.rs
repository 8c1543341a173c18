//! The functions, asked in SQL.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where its own input is wrong"
)]

mod catalogue;
mod documents;
mod faults;
mod functions;
mod likeness;
mod marks;
mod program;
mod support;
