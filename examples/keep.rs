//! Keeps in files what a program made, and reads it again: decisions, facts, a policy, a record, a release.
#![allow(clippy::print_stdout, reason = "an example answers on standard output")]

use jiff::civil::date;
use tearline::audit::Record;
use tearline::document::Known;
use tearline::marking::Reader;
use tearline::policy::{Action, Decision, Decisions, Policy};
use tearline::release::Release;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day = date(2026, 3, 2);
    let known = Known::new()
        .level("SECRET")
        .instruction("Declassify on: 03/14/1996");
    let birk = Decision::new("paragraph 2".parse()?, Action::mark("SBU")?, "I. Birk", day)
        .with_authority("Director, Office of Harbors");

    // What people said of a document, beside it.
    let folder = std::env::temp_dir().join("tearline-keep");
    std::fs::create_dir_all(&folder)?;
    let file = |name: &str| folder.join(name);
    std::fs::write(file("known.json"), serde_json::to_vec_pretty(&known)?)?;
    std::fs::write(
        file("decisions.json"),
        serde_json::to_vec_pretty(&Decisions::from([birk]))?,
    )?;
    std::fs::write(
        file("policy.json"),
        serde_json::to_vec_pretty(&Policy::default())?,
    )?;

    // Another run reads it, releases, and keeps the release and the record of why.
    let known: Known = serde_json::from_slice(&std::fs::read(file("known.json"))?)?;
    let decisions: Decisions = serde_json::from_slice(&std::fs::read(file("decisions.json"))?)?;
    let policy: Policy = serde_json::from_slice(&std::fs::read(file("policy.json"))?)?;
    let source = "Port Vesta, March 14, 1986.\n\n1. (S) The pier is new.\n\n2. (S) So is Ode.\n";
    let document = tearline::parse_with(source, &known);
    let assessment = policy.assess(&document).decided(&decisions)?;
    let release = assessment.release(&Reader::public(), day);
    std::fs::write(file("release.json"), serde_json::to_vec_pretty(&release)?)?;
    let record = assessment.record(&Reader::public(), day);
    std::fs::write(file("record.json"), serde_json::to_vec_pretty(&record)?)?;

    // A third shows the release in a format that nobody had asked for, without the document.
    let release: Release<'static> = serde_json::from_slice(&std::fs::read(file("release.json"))?)?;
    print!("{}", release.to_markdown());
    let record: Record = serde_json::from_slice(&std::fs::read(file("record.json"))?)?;
    for entry in record.entries() {
        println!(
            "{} {}: {}",
            entry.index(),
            entry.rating().in_full(),
            entry.rated_by()
        );
    }
    Ok(())
}
