//! How fast `tearline corpus` is over many small documents, on one thread and on all, beside `find -exec cat`.
//!
//! `cargo bench -p tearline-cli --bench corpus`, with `-- 100000` for so many documents. The two run in turns, so that what else
//! the machine does falls on both.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark stops where it cannot measure, and prints"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// So many rounds, of which the median counts.
const ROUNDS: usize = 3;

fn main() {
    let asked = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let documents: usize = asked.unwrap_or(5_000);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus-bench");
    let _ = fs::remove_dir_all(&folder);
    let bytes = generate(&folder.join("in"), documents);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let all = threads.to_string();
    let mut taken: [Vec<Duration>; 5] = Default::default();
    for _ in 0..ROUNDS {
        let runs: [(&str, &str); 4] = [
            ("out.jsonl", "1"),
            ("out.jsonl", &all),
            ("out.zip", &all),
            ("out", &all),
        ];
        for (times, (output, threads)) in taken.iter_mut().zip(runs) {
            times.push(corpus(&folder, output, threads));
        }
        let [.., cat] = &mut taken;
        cat.push(timed(
            Command::new("find").args(["in", "-type", "f", "-exec", "cat", "{}", "+"]),
            &folder,
        ));
    }
    let [one, lines, zip, tree, cat] = taken.map(median);
    println!(
        "{documents} documents, {:.0} MB, {threads} threads",
        bytes as f64 / 1e6
    );
    println!(
        "{:.2} × on {threads} threads what one does (JSON lines)",
        ratio(one, lines)
    );
    println!(
        "{:.2} × the time of JSON lines for a ZIP",
        ratio(zip, lines)
    );
    println!(
        "{:.2} × the time of JSON lines for a tree of files",
        ratio(tree, lines)
    );
    println!("{:.0} × the time of find -exec cat", ratio(lines, cat));
    for (name, time) in [
        ("JSON lines, one thread", one),
        ("JSON lines", lines),
        ("ZIP", zip),
        ("tree", tree),
        ("find -exec cat", cat),
    ] {
        println!(
            "{:>9.0} documents a second: {name}",
            documents as f64 / time.as_secs_f64()
        );
    }
    let _ = fs::remove_dir_all(&folder);
}

/// One run into an output that is not there.
fn corpus(folder: &Path, output: &str, threads: &str) -> Duration {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name != "in") {
            let _ = fs::remove_dir_all(&path);
            let _ = fs::remove_file(&path);
        }
    }
    timed(
        Command::new(env!("CARGO_BIN_EXE_tearline"))
            .args([
                "corpus",
                "in",
                "--output",
                output,
                "--as-of",
                "2010-01-01",
                "--quiet",
            ])
            .env("RAYON_NUM_THREADS", threads),
        folder,
    )
}

fn timed(command: &mut Command, folder: &Path) -> Duration {
    let begun = Instant::now();
    let status = command
        .current_dir(folder)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    begun.elapsed()
}

/// Writes fictional cables of 1 to 30 KB, a thousand a folder; gives their size together.
fn generate(folder: &Path, documents: usize) -> usize {
    let mut state: u64 = 7;
    let mut random = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) % below
    };
    const WORDS: [&str; 12] = [
        "harbor", "channel", "pilot", "buoy", "the", "minister", "asked", "for", "a", "survey",
        "of", "berths",
    ];
    let mut bytes = 0;
    for number in 0..documents {
        let mut text = format!(
            "P {:02}1530Z MAR 06\nFM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\nC O N F I D E N T I A L ZENDA {number:06}\n\n\
             E.O. 12958: DECL: 03/14/2016\nSUBJECT: (U) REPORT {number}\n\nCLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B)\n",
            random(28) + 1
        );
        // Most are short, and a few are long.
        let size = 1000 + random(3000) + random(10) / 9 * random(26_000);
        let mut paragraph = 0;
        while (text.len() as u64) < size {
            paragraph += 1;
            let mark = ["U", "C", "SBU", "C"]
                .into_iter()
                .nth(random(4) as usize)
                .unwrap_or("C");
            let _ = write!(text, "\n{paragraph}. ({mark})");
            for word in 0..20 + random(60) {
                let next = WORDS.into_iter().nth(random(12) as usize).unwrap_or("the");
                text.push(if word % 10 == 9 { '\n' } else { ' ' });
                text.push_str(next);
                let _ = write!(text, "{}", random(50));
            }
            text.push_str(".\n");
        }
        let within = folder.join(format!("{:03}", number / 1000));
        if number % 1000 == 0 {
            fs::create_dir_all(&within).unwrap();
        }
        bytes += text.len();
        fs::write(within.join(format!("{number:06}.txt")), text).unwrap();
    }
    bytes
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.into_iter().nth(ROUNDS / 2).unwrap_or_default()
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
