//! The one integration test binary: each module a subject, each test a claim.

mod architecture;
mod declass;
mod fixtures;
mod generator;
mod gold;
mod laws;
mod lookalike;
mod marking;
mod memo;
mod oracle;
mod snapshots;
mod support;
