//! What reading a mark costs, beside the regex that a user would write for the same marks.
//!
//! Prints nanoseconds a mark and, from the same run, the ratio to the regex. Not a test: nothing is asserted.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a program"
)]

use std::hint::black_box;
use std::time::Instant;

use regex::Regex;
use tearline::marking::{Label, Marking, Reader, StatedMark, is_mark_shaped};

/// The ordinary marks of documents.
const ORDINARY: [&str; 8] = [
    "U",
    "C",
    "S",
    "SBU",
    "S//NF",
    "U//FOUO",
    "TS//SI/TK//NF",
    "S//REL TO USA, GBR",
];

/// What stands in parentheses at the start of a block and is no mark.
const TEXT: [&str; 4] = ["ANNEX I", "see paragraph 4", "MAY 24, 1978", "5.0"];

/// A regex for marks, as somebody would write it who needs the parts.
const PATTERN: &str = concat!(
    r"^(?P<level>TS|S|C|U|SBU|TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)",
    r"(?://(?P<sci>(?:HCS|SI|TK|RSV)[A-Z0-9 -]*(?:/(?:HCS|SI|TK|RSV)[A-Z0-9 -]*)*))?",
    r"(?://(?P<dissem>(?:RS|FOUO|OC|IMC|NF|PR|RELIDO|REL TO [A-Z, ]+)(?:/(?:RS|FOUO|OC|IMC|NF|PR|RELIDO))*))?",
    r"(?://(?P<nonic>DS|XD|ND|SBU|SBU-NF|LES|LES-NF|SSI))?$",
);

fn main() {
    let regex = Regex::new(PATTERN).expect("a pattern");
    println!(
        "{:<22}{:>10}{:>12}{:>10}{:>10}",
        "mark", "portion", "stated", "regex", "ratio"
    );
    for mark in ORDINARY {
        let portion = nanoseconds(|| Marking::parse_portion(black_box(mark)).is_ok());
        let stated = nanoseconds(|| StatedMark::read(black_box(mark)).is_ok());
        let captures = nanoseconds(|| regex.captures(black_box(mark)).is_some());
        println!(
            "{mark:<22}{portion:>8.0}ns{stated:>10.0}ns{captures:>8.0}ns{:>9.1}x",
            captures / portion
        );
    }
    println!();
    for text in TEXT.iter().chain(&["C", "S//NF"]) {
        println!(
            "{text:<22}{:>8.0}ns  shaped like a mark",
            nanoseconds(|| is_mark_shaped(black_box(text)))
        );
    }
    println!();
    let label = |text: &str| StatedMark::read(text).expect("a mark").label();
    let (secret, sbu, noforn) = (label("S"), label("SBU"), label("S//NF"));
    let reader: Reader = "S".parse().expect("a reader");
    let of = StatedMark::read("S//NF").expect("a mark");
    for (name, time) in [
        ("label of S//NF", nanoseconds(|| black_box(&of).label())),
        (
            "join plain",
            nanoseconds(|| black_box(&secret).join(black_box(&secret))),
        ),
        (
            "join SBU and S",
            nanoseconds(|| black_box(&sbu).join(black_box(&secret))),
        ),
        (
            "join SBU and S//NF",
            nanoseconds(|| black_box(&sbu).join(black_box(&noforn))),
        ),
        (
            "S reads S",
            nanoseconds(|| reader.reads(black_box(&secret))),
        ),
        (
            "S reads S//NF",
            nanoseconds(|| reader.reads(black_box(&noforn))),
        ),
        (
            "print S//NF",
            nanoseconds(|| Label::to_string(black_box(&noforn))),
        ),
    ] {
        println!("{name:<22}{time:>8.0}ns");
    }
}

/// The median of many runs, in nanoseconds a call.
fn nanoseconds<T>(mut call: impl FnMut() -> T) -> f64 {
    const CALLS: u32 = 20_000;
    let mut runs: Vec<f64> = (0..31)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..CALLS {
                black_box(call());
            }
            start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS)
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    runs[runs.len() / 2]
}
