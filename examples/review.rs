//! What a reviewer wants to know: what is wrong with a document, what each portion counts as and why, and what opens when.
//!
//! `cargo run --example review`; the whole report is `tearline review FILE`.
#![allow(clippy::print_stdout, reason = "a program")]

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::{Policy, Verdict};

fn main() {
    let cable = tearline::parse(include_str!("data/cable.txt"));
    let assessment = Policy::default().assess(&cable);
    let public = Reader::public();

    // Places, rules and marks; never text.
    for finding in assessment.findings() {
        println!("{finding}");
    }
    for portion in assessment.portions() {
        let verdict = match assessment.verdict(portion, &public, date(2010, 1, 1)) {
            Verdict::Release(label) => format!("released as ({label})"),
            Verdict::Withhold { bases, reasons } => {
                let sources: Vec<String> =
                    reasons.iter().map(|it| it.citation().to_string()).collect();
                format!("withheld: {bases} [{}]", sources.join("; "))
            }
        };
        let (rating, provenance) = (portion.rating().label(), portion.provenance());
        println!("{}: ({rating}), {provenance}; {verdict}", portion.name());
    }
    for day in assessment.days(&public) {
        println!("on {}: {} portions change", day.on(), day.changes().len());
    }
}
