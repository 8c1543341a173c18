//! The one integration test binary: each module a subject, each test a claim.

mod architecture;
mod declass;
mod gold;
mod lookalike;
mod marking;
mod memo;
mod support;
