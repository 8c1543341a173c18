//! The one integration test binary: each module a subject, each test a claim.

mod architecture;
mod audit;
mod declass;
mod findings;
mod support;
