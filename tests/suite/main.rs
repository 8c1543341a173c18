//! The integration tests, as one binary.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking, says what it left out, and need not name every variant"
)]

mod declass;
