//! Noninterference from the declared structure alone: a sequence of portions with kinds, numbers and marks, written twice.
//! What the reader may not see says something else in the second text, in another shape, at another length, with another
//! end and in another number of blocks; what comes out is the same to the byte, in every text format.
//!
//! `TEARLINE_PAIRS=10000000` compares so many pairs, on every core.

use std::fmt::Write;

use jiff::civil::{Date, date};
use tearline::marking::Reader;
use tearline::policy::Policy;

use crate::generator::{Dice, VOCABULARY};

/// What a document declares.
struct Structure {
    telegram: bool,
    level: &'static str,
    caption: &'static str,
    numbered: bool,
    /// The subject first.
    portions: Vec<Portion>,
}

/// A portion: its kind is subject where it is the first, heading where it is unmarked and paragraph otherwise; its number
/// follows from its place.
struct Portion {
    mark: Option<&'static str>,
    /// So much above the number before.
    step: u32,
    /// Two seeds: of the words in the one text, and in the other where they are withheld.
    words: [u64; 2],
}

const LEVELS: [&str; 3] = ["UNCLASSIFIED", "CONFIDENTIAL", "SECRET"];
const MARKS: [&str; 11] = [
    "(U)",
    "(U)",
    "(U)",
    "(C)",
    "(C)",
    "(S)",
    "(C//NF)",
    "(S//NF)",
    "(SBU)",
    "(Q)",
    "(C//NOFRN)",
];
const CAPTIONS: [&str; 8] = ["", "", "", "", "", "SENSITIVE", "NOFORN", "NODIS"];
/// Ends of a text: of a sentence, of a list's first line, of nothing.
const ENDS: [&str; 10] = [".", ".", ":", "", ";", "?", ",", "\u{201d}", " --", "..."];
/// Lines that begin as fields, levels, numbers and lists do.
const HOSTILE: [&str; 12] = [
    "TO seize the quarry",
    "FM the coast",
    "INFO from the pilot",
    "Secret talks with Ode",
    "Confidential sources of post 7",
    "40,000 crowns",
    "to the north",
    "Subject to the weather",
    "TAGS of the crates",
    "Reference to the lease",
    "DECL of war",
    "- a bullet",
];
const RUNGS: [&str; 4] = ["U", "SBU", "C", "S"];
/// Before and after the day on which the instruction below opens.
const DAYS: [Date; 2] = [date(2010, 1, 1), date(2016, 1, 1)];

fn pick<T: Copy>(dice: &mut Dice, from: &[T]) -> T {
    from[dice.between(0, from.len())]
}

impl Structure {
    fn any(dice: &mut Dice) -> Self {
        let telegram = dice.between(0, 2) == 0;
        let numbered = telegram || dice.between(0, 2) == 0;
        let portions = (0..dice.between(3, 10))
            .map(|index| Portion {
                mark: (index < 2 || dice.between(0, 5) > 0).then(|| pick(dice, &MARKS)),
                step: if dice.between(0, 20) == 0 { 2 } else { 1 },
                words: [0; 2].map(|_| u64::try_from(dice.between(0, 1 << 30)).unwrap()),
            })
            .collect();
        Self {
            telegram,
            level: pick(dice, &LEVELS),
            caption: pick(dice, &CAPTIONS),
            numbered,
            portions,
        }
    }

    /// The document; where `other`, with other words in what a reader on this rung does not see on this day.
    fn text(&self, other: bool, rung: &str, opened: bool) -> String {
        let mut out = self.head();
        let mut number = 0;
        for (index, portion) in self.portions.iter().enumerate() {
            let closed = portion
                .mark
                .is_some_and(|mark| is_closed(mark, rung, opened));
            let mut dice = Dice(portion.words[usize::from(other && closed)]);
            let Some(mark) = portion.mark else {
                // A heading stays; it is never what is withheld for itself.
                writeln!(out, "{}\n", title(&mut dice)).unwrap();
                continue;
            };
            if index == 0 {
                writeln!(out, "SUBJECT: {mark} {}\n", title(&mut dice)).unwrap();
                continue;
            }
            number += portion.step;
            if self.numbered {
                write!(out, "{number}. ").unwrap();
            }
            let next = self.portions[index + 1..]
                .iter()
                .find(|next| next.mark.is_some());
            // Text behind it belongs to a paragraph that the next number follows (reading rule 3).
            let takes_text = self.numbered && next.is_some_and(|next| next.step == 1);
            writeln!(out, "{mark} {}\n", filler(&mut dice, takes_text, closed)).unwrap();
        }
        out
    }

    fn head(&self) -> String {
        let mut out = String::new();
        if self.telegram {
            writeln!(
                out,
                "P 201140Z MAY 05\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\n{} KARSHAVN 000123\n",
                self.level
            )
            .unwrap();
            if !self.caption.is_empty() {
                writeln!(out, "{}\n", self.caption).unwrap();
            }
            out.push_str("E.O. 12958: DECL: 05/20/2015\nTAGS: PREL, KV\n");
        } else {
            writeln!(
                out,
                "{}\n{}\nMEMORANDUM FOR THE HARBOR MASTER\n",
                self.level, self.caption
            )
            .unwrap();
            out.push_str("14 May 2005\n\nClassified By: Z. Quagga\nDeclassify On: 20150520\n\n");
        }
        out
    }
}

/// Whether a reader on this rung does not see what is marked so: a plain table, which shares nothing with the library.
fn is_closed(mark: &str, rung: &str, opened: bool) -> bool {
    let level = match mark.as_bytes().get(1) {
        Some(b'C') if mark != "(C//NOFRN)" && !opened => 1,
        Some(b'S') if mark != "(SBU)" && !opened => 2,
        _ => 0,
    };
    let cleared = match rung {
        "U" | "SBU" => 0,
        "C" => 1,
        _ => 2,
    };
    let damaged = mark == "(Q)" || mark == "(C//NOFRN)";
    let controlled = mark == "(SBU)" || mark.contains("NF");
    damaged || level > cleared || (controlled && rung == "U")
}

fn words(dice: &mut Dice, from: usize, to: usize) -> String {
    let mut out = String::new();
    for place in 0..dice.between(from, to) {
        if place > 0 {
            out.push(' ');
        }
        out.push_str(pick(dice, &VOCABULARY));
    }
    out[..1].make_ascii_uppercase();
    out
}

fn title(dice: &mut Dice) -> String {
    words(dice, 1, 7)
}

/// A text of any shape and length. What is seen ends as a sentence does and is one block: that it stays the same is
/// nothing to be tested.
fn filler(dice: &mut Dice, takes_text: bool, closed: bool) -> String {
    let mut out = words(dice, 1, 12);
    if !closed {
        out.push('.');
        return out;
    }
    for _ in 0..dice.between(0, 5) {
        out.push_str(pick(dice, &[".\n", "\n", ". ", ",\n", ":\n"]));
        let hostile = dice.between(0, 3) == 0;
        out.push_str(&if hostile {
            pick(dice, &HOSTILE).to_owned()
        } else {
            words(dice, 1, 20)
        });
    }
    out.push_str(pick(dice, &ENDS));
    for _ in 0..if takes_text { dice.between(0, 3) } else { 0 } {
        for part in ["\n\n", ". ", ". "] {
            out.push_str(part);
            out.push_str(&words(dice, 4, 20));
        }
        out.push('.');
    }
    out
}

/// Every format in which a release is text.
fn rendered(source: &str, reader: &Reader, day: Date) -> [String; 4] {
    let release = Policy::default().release(&tearline::parse(source), reader, day);
    [
        release.to_text(),
        release.to_markdown(),
        release.to_html(),
        release.to_json(),
    ]
}

/// Compares the pairs of these seeds.
fn compare(seeds: impl Iterator<Item = u64>) {
    let readers = RUNGS.map(|rung| rung.parse::<Reader>().unwrap());
    for seed in seeds {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let structure = Structure::any(&mut dice);
        let rung = dice.between(0, RUNGS.len());
        let opened = dice.between(0, 2);
        let [one, two] = [false, true].map(|other| structure.text(other, RUNGS[rung], opened == 1));
        if one == two {
            continue;
        }
        let [first, second] = [&one, &two].map(|text| rendered(text, &readers[rung], DAYS[opened]));
        assert!(
            first == second,
            "pair {seed} for {} on {}\n{one}\n-------- the other\n{two}\n-------- released\n{}\n-------- and\n{}",
            RUNGS[rung],
            DAYS[opened],
            first[0],
            second[0]
        );
    }
}

#[test]
fn the_declared_structure_and_what_is_seen_decide_every_byte() {
    let pairs: u64 = std::env::var("TEARLINE_PAIRS").map_or(2_000, |asked| asked.parse().unwrap());
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || compare((thread..pairs).step_by(threads as usize)));
        }
    });
    println!("noninterference from the declared structure: {pairs} pairs, each the same");
}
