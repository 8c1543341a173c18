//! A FOIA package of one document: exemptions in the excisions, the head mark, and the index of withholdings.
//!
//! `cargo run --example package`; whole folders are for `tearline foia`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program")]

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;
use tearline::release::{Detail, Exemption, Exemptions, Style};
use tearline::render::{Case, Package, index_json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let cable = tearline::parse(include_str!("data/cable.txt"));
    let assessment = Policy::default().assess(&cable);
    let (public, day) = (Reader::public(), date(2010, 1, 1));

    // SBU is no exemption by itself: a person has chosen (b)(5) here.
    let exemptions = Exemptions::default().with_sensitive(Exemption::B5);
    let style = Style::Places(Detail::default().with_exemptions(exemptions));
    let release = assessment.release_in(&public, day, style);
    for finding in assessment.findings().iter().chain(release.findings()) {
        eprintln!("{finding}");
    }
    let case = Case::new("F-2010-00017", "C00000001", day);
    let package = Package::new(&release, &case);

    // Whatever goes out is looked at first, by a check that shares nothing with the cut.
    let page = package.to_markdown();
    assessment.check(&public, day, &page)?;
    println!("{page}\n{}", index_json(&[package.entry()]));
    Ok(())
}
