//! The one integration test binary: each module a subject, each test a claim.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test stops where its own input is wrong, and says what it left out"
)]

mod aliases;
mod architecture;
mod audit;
mod built;
mod canary;
mod captions;
mod contract;
mod decisions;
mod declass;
mod examples;
mod excised;
mod faults;
mod field;
mod findings;
mod fixtures;
mod generator;
mod gold;
mod header;
mod header_levels;
mod heads;
mod in_place;
mod kept;
mod kept_results;
mod known;
mod labels;
mod laws;
mod letters;
mod lookalike;
mod marking;
mod memo;
mod memo_modern;
mod noninterference;
mod notices;
mod oracle;
mod other_words;
mod own_rules;
mod owned;
mod papers;
mod reading;
mod reading_rules;
mod real;
mod review;
mod robustness;
mod schema;
mod services;
mod signs;
mod snapshots;
mod stated_levels;
mod support;
mod telegrams;
mod writers;
