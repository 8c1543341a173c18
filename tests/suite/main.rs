//! The one integration test binary: each module a subject, each test a claim.

mod architecture;
mod declass;
mod support;
mod writers;
