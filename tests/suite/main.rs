//! The one integration test binary: each module a subject, each test a claim.

mod architecture;
mod declass;
mod fixtures;
mod generator;
mod laws;
mod oracle;
mod reading;
mod real;
mod robustness;
mod snapshots;
mod support;
