//! The one integration test binary: each module a subject, each test a claim.

mod fixtures;
mod snapshots;
mod support;
