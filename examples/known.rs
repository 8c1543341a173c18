//! Releases a memorandum with what a catalogue knows of it: the page has no level and no date of declassification.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example answers on standard output and complains on standard error"
)]

use jiff::civil::date;
use tearline::document::{Declassified, Known};
use tearline::marking::Reader;
use tearline::policy::Policy;

const MEMORANDUM: &str = "\
Port Vesta, March 14, 1986.

The lease of the fuel pier will not be renewed. (C)

The harbor master asked that this be kept among us. (SBU)
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Columns of a catalogue, by their names. A level or caption that cannot be read withholds.
    let row = [
        ("level", "SECRET"),
        ("origin", "1986-03-14"),
        ("instruction", "OADR"),
        ("caption", ""),
    ];
    let mut known = Known::new();
    for (name, text) in row {
        known = known.state(name, text)?;
    }
    let day = date(2026, 3, 2);
    println!("As the catalogue knows it:\n\n{}", public(&known, day));

    // A review has declassified it since. What is sensitive stays so.
    let declassified = Declassified::new("Director, Office of Harbors", date(2012, 3, 1))?;
    println!(
        "Declassified:\n\n{}",
        public(&known.declassified(declassified), day)
    );
    Ok(())
}

fn public(known: &Known, day: jiff::civil::Date) -> String {
    let document = tearline::parse_with(MEMORANDUM, known);
    for finding in document.findings() {
        eprintln!("{finding}");
    }
    Policy::default()
        .release(&document, &Reader::public(), day)
        .to_text()
}
