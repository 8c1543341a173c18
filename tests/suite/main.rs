//! The one integration test binary: each module a subject, each test a claim.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed, and what it left out it says"
)]

mod architecture;
mod declass;
mod fixtures;
mod generator;
mod laws;
mod marking;
mod oracle;
mod reading;
mod real;
mod robustness;
mod snapshots;
mod support;
