//! The cluster: in one process, and as processes of their own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where its own input is wrong"
)]

mod processes;
mod standalone;
mod support;
