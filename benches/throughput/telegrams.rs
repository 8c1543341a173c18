//! Generated telegrams as they are: a header with many addressees, ten to twenty paragraphs, headings, a list of participants,
//! short and long ones. Most are of a few kilobytes, some of thirty.

use std::fmt::Write;

use super::cables::WORDS;
use super::dice::Dice;

/// The size of half of them is below this, in bytes.
const MEDIAN: f64 = 4_000.0;
/// How far apart the sizes lie: about two of three lie between half the median and twice the median.
const SPREAD: f64 = 0.7;
const POSTS: [&str; 8] = [
    "CALDERA",
    "PORT VESTA",
    "ZENDA",
    "HARBOR",
    "STRELSAU",
    "QUAY",
    "NORTH CHANNEL",
    "LORNE",
];

/// Telegrams of `total` bytes or a little more.
pub(crate) fn generate(total: usize) -> Vec<String> {
    let mut dice = Dice::new(1979);
    let mut telegrams = Vec::new();
    let mut bytes = 0;
    while bytes < total {
        let size = (MEDIAN * (SPREAD * dice.normal()).exp()).clamp(1_000.0, 30_000.0);
        let telegram = telegram(&mut dice, size as usize);
        bytes += telegram.len();
        telegrams.push(telegram);
    }
    telegrams
}

fn telegram(dice: &mut Dice, size: usize) -> String {
    let mut out = String::with_capacity(size + 1_000);
    let (day, number) = (10 + dice.below(18), dice.below(99_999));
    write!(
        out,
        "O {day}2212Z OCT 08\nFM SECSTATE WASHDC\nTO AMEMBASSY ZENDA IMMEDIATE\n"
    )
    .unwrap();
    for index in 0..2 + dice.below(8) {
        let kind = if index == 0 {
            "INFO AMEMBASSY"
        } else {
            "AMEMBASSY"
        };
        writeln!(out, "{kind} {} IMMEDIATE", POSTS[dice.below(POSTS.len())]).unwrap();
    }
    write!(
        out,
        "\nC O N F I D E N T I A L STATE {number:06}\n\nE.O. 12958: DECL: 10/{day}/2018\n\nTAGS: OVIP, PREL, PGOV, PHUM\n\n\
         SUBJECT: (SBU) The Minister's October {day}, 2008\nmeeting on the Northern Channel\n\n\
         ¶1. (U) Classified by: Ilse Marren, Deputy Executive\nSecretary, Department of Harbors. Reason 1.4.(d)\n\n\
         ¶2. (U) October {day}, 2008; 9:00 a.m.; Port Vesta.\n\n¶3. (U) Participants:\n\nU.S.\n\nThe Secretary\n\nVesta\n\nMinister Lorne\n\n"
    )
    .unwrap();
    let paragraphs = 10 + dice.below(11);
    let words = size.saturating_sub(out.len()) / (6 * (paragraphs - 3));
    for paragraph in 4..=paragraphs {
        if dice.below(3) == 0 {
            out.push_str("The Channel and the Pilots\n\n");
        }
        let mark = ["U", "SBU", "SBU", "SBU", "C", "C", "C", "C//NF"][dice.below(8)];
        write!(out, "¶{paragraph}. ({mark}) ").unwrap();
        let words = words / 2 + dice.below(words + 1);
        sentences(&mut out, dice, words);
        out.push_str("\n\n");
    }
    out.push_str("CALLOWAY\n");
    out
}

/// Sentences of five to twenty-four words, with capitals, commas, names and numbers.
fn sentences(out: &mut String, dice: &mut Dice, words: usize) {
    let mut column = 12;
    let mut left = 0;
    for _ in 0..words.max(4) {
        let word = match dice.below(24) {
            0 => "Lorne",
            1 => "2008",
            2 => "Port Vesta's",
            _ => WORDS[dice.below(WORDS.len())],
        };
        if column + word.len() > 56 {
            out.push('\n');
            column = 0;
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
        if left == 0 {
            left = 5 + dice.below(20);
            let (first, rest) = word.split_at(1);
            out.push_str(&first.to_uppercase());
            out.push_str(rest);
        } else {
            out.push_str(word);
        }
        column += word.len() + 1;
        left -= 1;
        if left == 0 {
            out.push('.');
        } else if dice.below(12) == 0 {
            out.push(',');
        }
    }
    if left > 0 {
        out.push('.');
    }
}
