//! How often each step asks for memory, a document.
//!
//! `cargo bench --bench allocations`

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark prints, and stops where its own input is wrong"
)]

#[path = "throughput/cables.rs"]
mod cables;
#[path = "throughput/dice.rs"]
mod dice;
#[path = "throughput/telegrams.rs"]
mod telegrams;

use std::alloc::System;
use std::hint::black_box;

use jiff::civil::date;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tearline::Session;
use tearline::marking::Reader;
use tearline::policy::Policy;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const STEPS: [&str; 9] = [
    "parse",
    "assess",
    "cut",
    "text",
    "Markdown",
    "HTML",
    "JSON",
    "check",
    "a session, all but the check",
];

fn main() {
    println!(
        "{:12}{:>10}  step, allocations a document",
        "corpus", "documents"
    );
    for (name, corpus) in [
        ("cables", cables::generate(1_000_000)),
        ("telegrams", telegrams::generate(1_000_000)),
    ] {
        print!("{name:12}{:>10}", corpus.len());
        for (step, count) in STEPS.iter().zip(counts(&corpus)) {
            print!("  {step} {:.1}", count as f64 / corpus.len() as f64);
        }
        println!();
    }
}

fn counts(corpus: &[String]) -> [usize; STEPS.len()] {
    let (reader, day): (Reader, _) = ("SBU".parse().unwrap(), date(2012, 6, 1));
    let policy = Policy::default();
    let mut counts = [0; STEPS.len()];
    // What is used again is as large as it has to be before anything is counted.
    let longest = corpus.iter().max_by_key(|text| text.len()).unwrap();
    let mut session = Session::new(policy.clone());
    session.text(longest, &reader, day);
    let mut out = String::with_capacity(4 * longest.len() + 10_000);
    for source in corpus {
        let mut step = 0;
        let mut counted = |count: usize| {
            counts[step] += count;
            step += 1;
        };
        let document = count(&mut counted, || tearline::parse(source));
        let assessment = count(&mut counted, || policy.assess(&document));
        let release = count(&mut counted, || assessment.release(&reader, day));
        for append in [
            tearline::release::Release::append_text,
            tearline::release::Release::append_markdown,
            tearline::release::Release::append_html,
            tearline::release::Release::append_json,
        ] {
            out.clear();
            count(&mut counted, || append(&release, &mut out));
        }
        let text = release.to_text();
        count(&mut counted, || assessment.check(&reader, day, &text)).unwrap();
        count(&mut counted, || {
            black_box(session.text(source, &reader, day));
        });
    }
    counts
}

fn count<T>(counted: &mut impl FnMut(usize), run: impl FnOnce() -> T) -> T {
    let region = Region::new(ALLOCATOR);
    let made = black_box(run());
    let change = region.change();
    counted(change.allocations + change.reallocations);
    made
}
