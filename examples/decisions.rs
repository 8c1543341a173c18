//! What a person decides of portions: read from a review file, carried out or refused, recorded, and shown in the release.
//!
//! `cargo run --example decisions`
#![allow(clippy::print_stdout, reason = "a program")]

use std::error::Error;

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::{Action, Decision, Decisions, Policy};
use tearline::release::{Detail, Exemptions, Style};

/// What two reviewers of the Harbor Office wrote.
const REVIEW: &str = r#"[
  {"target": "subject", "action": "release", "by": "B. Alder", "on": "2010-05-03",
   "authority": "Director, Office of Harbors", "note": "announced by the ministry on April 30"},
  {"target": "paragraph 3", "action": "withhold B4", "by": "I. Birk", "on": "2010-05-04"}
]"#;

fn main() -> Result<(), Box<dyn Error>> {
    let cable = tearline::parse(include_str!("data/cable.txt"));
    let assessment = Policy::default().assess(&cable);
    let (public, day) = (Reader::public(), date(2010, 5, 10));

    let decisions: Decisions = serde_json::from_str(REVIEW)?;
    let decided = assessment.decided(&decisions)?;

    // Whoever has no authority opens nothing.
    let alone = Decision::new("paragraph 2".parse()?, Action::Release, "I. Birk", day);
    if let Err(refused) = decided.decided(&[alone].into()) {
        println!("refused: {refused}\n");
    }

    // The exemption stands where the text stood; who decided, and why, stays in the record.
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    print!("{}", decided.release_in(&public, day, style).to_text());
    let record = decided.record(&public, day);
    for recorded in record.decisions() {
        println!("{}. {}", recorded.number(), recorded.decision());
    }
    Ok(())
}
