//! Throughput over a corpus of generated cables: MB/s, and ratios within the same run to a straightforward `regex`
//! redactor and to a memory copy.
//!
//! `cargo bench --bench throughput`

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a benchmark prints, and stops where its own input is wrong"
)]

mod cables;
mod redactor;

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;

/// How much text, in bytes.
const CORPUS: usize = 50_000_000;
/// How often everything is measured; the median counts.
const ROUNDS: usize = 5;

fn main() {
    let cables = cables::generate(CORPUS);
    let bytes: usize = cables.iter().map(String::len).sum();
    println!("{} cables, {:.1} MB", cables.len(), bytes as f64 / 1e6);
    for clearance in ["U", "SBU"] {
        run(&cables, bytes, clearance);
    }
}

fn run(cables: &[String], bytes: usize, clearance: &str) {
    let reader: Reader = clearance.parse().unwrap();
    let as_of = date(2012, 6, 1);
    let policy = Policy::default();
    let redactor = redactor::Redactor::new(clearance);
    let paragraphs = regex::Regex::new(r"(?m)^¶?(\d{1,3})\.\s*\(([^)\n]{1,40})\)").unwrap();
    let mut times: [Vec<Duration>; 7] = Default::default();
    // The contenders take turns within a round, so that a slow moment of the machine strikes them all.
    for _ in 0..ROUNDS {
        let started = Instant::now();
        for cable in cables {
            black_box(cable.as_bytes().to_vec());
        }
        times[0].push(started.elapsed());

        let started = Instant::now();
        for cable in cables {
            black_box(redactor.redact(cable));
        }
        times[1].push(started.elapsed());

        let started = Instant::now();
        for cable in cables {
            black_box(redactor.redact_paragraphs(cable, &paragraphs));
        }
        times[6].push(started.elapsed());

        let started = Instant::now();
        for cable in cables {
            black_box(tearline::parse(cable));
        }
        times[2].push(started.elapsed());

        let documents: Vec<_> = cables.iter().map(|cable| tearline::parse(cable)).collect();
        let started = Instant::now();
        for document in &documents {
            black_box(policy.release(document, &reader, as_of));
        }
        times[3].push(started.elapsed());

        let releases: Vec<_> = documents
            .iter()
            .map(|document| policy.release(document, &reader, as_of))
            .collect();
        let started = Instant::now();
        for release in &releases {
            black_box(release.to_text());
        }
        times[4].push(started.elapsed());

        let started = Instant::now();
        for cable in cables {
            let document = tearline::parse(cable);
            black_box(policy.release(&document, &reader, as_of).to_text());
        }
        times[5].push(started.elapsed());
    }
    let names = [
        "memory copy",
        "regex redactor",
        "parse",
        "decide and cut",
        "render",
        "parse, decide, render",
        "(regex, paragraphs only)",
    ];
    let medians = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    println!(
        "\nclearance {clearance}\n{:26}{:>12}{:>16}{:>16}",
        "", "MB/s", "to redactor", "to copy"
    );
    for (name, time) in names.iter().zip(&medians) {
        let rate = |time: &Duration| bytes as f64 / 1e6 / time.as_secs_f64();
        println!(
            "{name:26}{:>12.0}{:>15.2}x{:>15.3}x",
            rate(time),
            rate(time) / rate(&medians[1]),
            rate(time) / rate(&medians[0])
        );
    }
}
