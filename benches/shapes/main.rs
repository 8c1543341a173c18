//! How the time of every step grows with the text, for shapes of document that could make a step quadratic.
//!
//! Four times the text may take six times the time. `cargo bench --bench shapes`, which draws `target/shapes.svg`; with a
//! word, the shapes whose name holds it.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark prints, and stops where its own input is wrong"
)]

#[path = "../clock.rs"]
mod clock;
mod list;
mod papers;
mod plot;
mod telegrams;

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;

use list::Shape;

/// Bytes, each four times the one before.
const SIZES: [usize; 3] = [62_500, 250_000, 1_000_000];
/// Four times the text may take so many times as long.
const BOUND: f64 = 6.0;
/// Below this a step is too short to tell anything.
const SHORTEST: Duration = Duration::from_millis(2);
/// Every step is run again until this much time has gone.
const ENOUGH: Duration = Duration::from_millis(32);
/// A step that takes longer is not tried on a larger text.
const LONGEST: Duration = Duration::from_secs(4);
/// No text may take all its steps longer than this.
const LIMIT: Duration = Duration::from_secs(60);
const STEPS: [&str; 9] = [
    "parse", "assess", "cut", "text", "markdown", "html", "json", "pdf", "check",
];

/// What the steps of one text take.
pub(crate) type Times = [Duration; STEPS.len()];

fn main() {
    let word = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let reader: Reader = "SBU".parse().unwrap();
    println!(
        "{:44} {:>9}  slowest growth: step, times as long for four times the text",
        "shape", "1 MB"
    );
    let mut slow = 0;
    let mut dots: Vec<(&str, Times)> = Vec::new();
    for shape in shapes() {
        if word
            .as_ref()
            .is_some_and(|word| !shape.name.contains(word.as_str()))
        {
            continue;
        }
        let mut times: Vec<Times> = Vec::new();
        for size in SIZES {
            let last = times.last().map(|times| times.iter().sum::<Duration>());
            if last.is_some_and(|last| last >= LONGEST) {
                break;
            }
            match within_limit(shape, size, &reader) {
                Some(ended) => times.push(ended),
                None => break,
            }
        }
        slow += usize::from(report(shape, &times));
        if times.len() == SIZES.len() {
            dots.extend(times.last().map(|times| (shape.name, *times)));
        }
    }
    if word.is_none() {
        let picture = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/shapes.svg");
        std::fs::write(
            picture,
            plot::picture(&STEPS, &dots, SIZES[SIZES.len() - 1]),
        )
        .unwrap();
        println!("target/shapes.svg shows them");
    }
    println!(
        "{slow} of {} shapes grow faster than they may",
        shapes().count()
    );
}

fn shapes() -> impl Iterator<Item = &'static Shape> {
    telegrams::SHAPES.iter().chain(papers::SHAPES)
}

/// One line of the table, and whether a step grew faster than it may.
fn report(shape: &Shape, times: &[Times]) -> bool {
    let pairs = times.iter().zip(times.iter().skip(1));
    let growth = pairs.flat_map(|(small, large)| {
        let steps = STEPS.iter().zip(small.iter().zip(large));
        steps
            .filter(|(_, (_, large))| **large >= SHORTEST)
            .map(|(step, (small, large))| {
                (
                    *step,
                    large.as_secs_f64() / small.as_secs_f64().max(1e-6),
                    *large,
                )
            })
    });
    let worst = growth.max_by(|one, two| one.1.total_cmp(&two.1));
    let total = times
        .last()
        .map_or(Duration::ZERO, |times| times.iter().sum());
    let all = times.len() == SIZES.len();
    let total = if all {
        format!("{total:.0?}")
    } else {
        format!("> {total:.0?}")
    };
    let (step, growth, time) = worst.unwrap_or(("-", 0.0, Duration::ZERO));
    let slow = growth > BOUND || !all;
    let sign = if slow { "  SLOW" } else { "" };
    println!(
        "{:44} {total:>9}  {step} {growth:.1} ({time:.0?}){sign}",
        shape.name
    );
    slow
}

/// The times of one text; `None` where it takes longer than it may. What does not end is left behind until the benchmark
/// does.
fn within_limit(shape: &'static Shape, size: usize, reader: &Reader) -> Option<Times> {
    let (ended, end) = mpsc::channel();
    let reader = reader.clone();
    thread::spawn(move || {
        // Whoever waited may have given up.
        let _ = ended.send(once(&shape.text(size), &reader));
    });
    end.recv_timeout(LIMIT).ok()
}

/// The mean of every step over a few runs.
fn once(source: &str, reader: &Reader) -> Times {
    let mut times = [Duration::ZERO; STEPS.len()];
    let [parse, assess, cut, text, markdown, html, json, pdf, check] = &mut times;
    let document = timed(parse, || tearline::parse(source));
    let assessment = timed(assess, || Policy::default().assess(&document));
    let release = timed(cut, || assessment.release(reader, date(2012, 6, 1)));
    timed(text, || release.to_text());
    timed(markdown, || release.to_markdown());
    timed(html, || release.to_html());
    timed(json, || release.to_json());
    let _pdf = timed(pdf, || release.to_pdf());
    let output = release.to_text();
    timed(check, || {
        assessment.check(reader, date(2012, 6, 1), &output).is_ok()
    });
    times
}

fn timed<T>(time: &mut Duration, run: impl Fn() -> T) -> T {
    let mut spent = Duration::ZERO;
    let mut runs = 0;
    loop {
        let (made, once) = clock::timed(&run);
        spent += once;
        runs += 1;
        if spent >= ENOUGH {
            *time = spent / runs;
            return made;
        }
    }
}
