//! What of a document opens when, as a picture without any of its text.
//!
//! `cargo run --example timeline > timeline.svg`
#![allow(clippy::print_stdout, reason = "a program")]

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Style};

fn main() {
    let cable = tearline::parse(include_str!("data/cable.txt"));
    let assessment = Policy::default().assess(&cable);
    // Days are disclosed only where a style says so, and the release says so too.
    let style = Style::Places(Detail::default().with_calendar());
    let release = assessment.release_in(&Reader::public(), date(2010, 1, 1), style);
    match release.to_timeline() {
        Some(picture) => print!("{picture}"),
        None => println!("no portion that could be drawn"),
    }
}
