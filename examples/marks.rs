//! Marks by themselves: the canonical form, the banner over a set of portions, and who may read what.
//!
//! `cargo run --example marks`
#![allow(clippy::print_stdout, reason = "a program")]

use jiff::civil::date;
use tearline::marking::{Marking, Reader, StatedMark, roll_up};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // An older spelling with one reading is accepted, and printed as the register has it.
    let mark = Marking::parse_portion("S//NF/OC")?;
    println!("(S//NF/OC) is ({mark}), and in a banner {}", mark.banner());

    // A control that is not known is an error with a suggestion.
    if let Err(error) = Marking::parse_portion("S//NOFRN") {
        println!("{error}");
    }

    // The banner is the roll-up of the portions on the day of the document.
    let portions = ["S//NF", "U//FOUO", "S//REL TO USA, JPN"];
    let marks: Result<Vec<Marking>, _> = portions.into_iter().map(Marking::read_portion).collect();
    println!("{}", roll_up(&marks?, date(2016, 3, 14)).banner());

    // Who may read: a New Zealander with a clearance, but not every one.
    let mark = StatedMark::read("S//REL TO USA, FVEY")?;
    for reader in ["clearance=S citizen=NZL", "clearance=S citizen=JPN"] {
        let reader: Reader = reader.parse()?;
        println!("{reader}: {}", reader.reads(&mark.label()));
    }
    Ok(())
}
