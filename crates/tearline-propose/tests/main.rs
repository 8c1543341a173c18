//! What is found, measured on a table, and the laws of proposals.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops where its own input is wrong, and prints what it measured"
)]

mod elsewhere;
mod laws;
mod table;
