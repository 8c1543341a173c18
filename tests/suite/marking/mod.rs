//! The vocabulary of markings.

mod book;
mod documents;
mod forms;
mod labels;
mod laws;
mod likeness;
mod manual;
mod odni;
mod oracle;
mod readers;
mod rules;
mod strategies;
mod table_3;
mod written;

use tearline::marking::{Label, Marking, StatedMark};

/// The marking of a portion that must be readable.
fn portion(text: &str) -> Marking {
    Marking::parse_portion(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The label of a mark that must be readable.
fn label(text: &str) -> Label {
    StatedMark::read(text)
        .unwrap_or_else(|error| panic!("{text}: {error}"))
        .label()
}
