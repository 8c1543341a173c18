//! The one integration test binary: each module a subject, each test a claim.

mod architecture;
mod audit;
mod declass;
mod examples;
mod findings;
mod fixtures;
mod generator;
mod laws;
mod marking;
mod oracle;
mod snapshots;
mod support;
