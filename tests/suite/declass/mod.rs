//! Declassification: the rulebook's table, damaged and hostile lines, a calendar of our own, laws.

#![allow(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking and need not name every variant"
)]

mod calendar;
mod corpus;
mod laws;
mod lines;
mod reasons;
mod table;

use jiff::civil::Date;
use tearline::Span;
use tearline::declass::{Note, Outcome, Schedule};
use tearline::marking::Level;

/// A day written `2018-09-29`.
fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Reads lines that stand one after the other in a source.
fn read_all(lines: &[&str], origin: Option<Date>) -> (Schedule, Vec<Note>) {
    let mut start = 0;
    let placed = lines.iter().map(|line| {
        let span = Span::new(start, start + line.len());
        start += line.len() + 1;
        (*line, span)
    });
    Schedule::read(placed, origin)
}

/// Reads one line of a document of that day; an empty day is an unknown one.
fn read(line: &str, origin: &str) -> (Schedule, Vec<Note>) {
    let origin = (!origin.is_empty()).then(|| day(origin));
    read_all(&[line], origin)
}

fn codes(notes: &[Note]) -> Vec<&'static str> {
    notes.iter().map(|note| note.rule().code).collect()
}

/// `opens 2018-09-29`, `review 2033-12-31`, `held`: how a person would put an outcome.
fn said(outcome: Outcome) -> String {
    match outcome {
        Outcome::Declassified { on, .. } => format!("opens {on}"),
        Outcome::DueForReview { on, .. } => format!("review {on}"),
        Outcome::Held { .. } => "held".to_owned(),
    }
}

const CLASSIFIED: [Level; 3] = [Level::Confidential, Level::Secret, Level::TopSecret];
