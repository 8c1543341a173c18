//! What a release costs, in ratios within one run: each step and each format beside a memory copy, redactors of regular
//! expressions, and a converter of Markdown to HTML.
//!
//! `cargo bench --bench throughput`; with `--megabytes 50`, on so much text of each kind. `--once NAME` runs one line of the
//! table once, over telegrams for SBU, and says on how many bytes: for a profiler, which is told to look at `measured`.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a benchmark prints, and stops where its own input is wrong"
)]

mod cables;
#[path = "../clock.rs"]
mod clock;
mod contest;
mod dice;
mod redactor;
mod telegrams;

use contest::{CONTENDERS, Contest};

/// How much text of each kind, in megabytes, unless the command line says otherwise.
const MEGABYTES: usize = 6;
/// How often everything is measured; the median counts.
const ROUNDS: usize = 15;

fn main() {
    let option = |name: &str| std::env::args().skip_while(|word| word != name).nth(1);
    let megabytes = option("--megabytes").map_or(MEGABYTES, |number| number.parse().unwrap());
    if let Some(contender) = option("--once") {
        let corpus = telegrams::generate(megabytes * 1_000_000);
        let contest = Contest::new("", &corpus, "SBU");
        println!("{} bytes", contest.run_once(&contender));
        return;
    }
    let corpora = [
        ("cables", cables::generate(megabytes * 1_000_000)),
        ("telegrams", telegrams::generate(megabytes * 1_000_000)),
    ];
    for (name, corpus) in &corpora {
        let bytes: usize = corpus.iter().map(String::len).sum();
        println!(
            "{name}: {} documents, {:.1} MB",
            corpus.len(),
            bytes as f64 / 1e6
        );
    }
    let contests: Vec<Contest<'_>> = corpora
        .iter()
        .flat_map(|(name, corpus)| {
            ["U", "SBU"].map(|clearance| Contest::new(name, corpus, clearance))
        })
        .collect();
    let results: Vec<_> = contests
        .into_iter()
        .map(|contest| contest.run(ROUNDS))
        .collect();
    print!("\n{:34}", "");
    for result in &results {
        print!("{:>28}", result.name);
    }
    print!("\n{:34}", "");
    for _ in &results {
        print!("{:>9}{:>9}{:>10}", "× line", "of copy", "MB/s");
    }
    println!();
    for (index, contender) in CONTENDERS.iter().enumerate() {
        print!("{:34}", contender.name);
        for result in &results {
            let rate =
                |index: usize| result.bytes as f64 / 1e6 / result.medians[index].as_secs_f64();
            print!(
                "{:>9.2}{:>9.4}{:>10.0}",
                rate(index) / rate(contest::LINES),
                rate(index) / rate(contest::COPY),
                rate(index)
            );
        }
        println!();
    }
}
