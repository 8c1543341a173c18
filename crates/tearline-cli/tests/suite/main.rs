//! The program as a black box: status, standard output, standard error, and what it leaves behind.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test stops where its own input is wrong, and says what it left out"
)]

mod archives;
mod compare;
mod config;
mod corpus;
mod desk;
mod foia;
mod guard;
mod interrupted;
mod known;
mod marking;
mod messages;
mod opens;
mod proposals;
mod readme;
mod release;
mod review;
mod reviewed;
mod shell;
mod support;
mod verify;
