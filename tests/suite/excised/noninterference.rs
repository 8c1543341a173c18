//! Two documents that differ in excised words alone, and in whatever follows from these for the lines, columns and pages of
//! their portion, give the same bytes: in every format, in every style.
//!
//! `TEARLINE_PAIRS=100000` compares so many pairs.

use tearline::marking::Reader;
use tearline::policy::{Decision, Policy, Quote};
use tearline::render::{Case, Package, index_html, index_json};

use super::{ON, decision, rendered, styles};
use crate::generator::{Dice, VOCABULARY};

/// Words that no vocabulary has, of any length and in any script.
const SECRETS: [&str; 10] = [
    "Qx",
    "Marren",
    "Ilse-Marren",
    "Zygmuntowicz",
    "Rene\u{301}e",
    "M\u{200b}ar\u{ad}ren",
    "O'Quill",
    "40,000",
    "Karshavn-am-Vesta",
    "\u{ff2d}arren",
];

fn pick<T: Copy>(dice: &mut Dice, from: &[T]) -> T {
    from[dice.between(0, from.len())]
}

/// Words in a row, broken into lines as a typist breaks them at that width.
fn wrapped(words: &[&str], lead: usize, width: usize) -> String {
    let mut out = String::new();
    let mut length = lead;
    for word in words {
        let long = word.chars().count();
        if length > lead && length + 1 + long > width {
            out.push('\n');
            length = 0;
        } else if !out.is_empty() {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += long;
    }
    out
}

/// Columns as wide as their widest cell.
fn table(cells: &[&str], columns: usize) -> String {
    let width = cells
        .iter()
        .map(|cell| cell.chars().count())
        .max()
        .unwrap_or(0)
        + 3;
    let rows = cells.chunks(columns).map(|row| {
        let row: String = row.iter().map(|cell| format!("{cell:width$}")).collect();
        row.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// A page ends behind so many lines of the text.
fn paged(text: &str, lines: usize) -> String {
    let mut out = String::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push_str(if index % lines == 0 {
                "\nUNCLAS VESTA 000212  002 OF 003\n"
            } else {
                "\n"
            });
        }
        out.push_str(line);
    }
    out
}

/// The document with these excised words, and the decision that excises them.
fn written(seed: u64, secret: &[&str]) -> (String, Decision) {
    let mut dice = Dice(seed);
    let subject = dice.between(0, 4) == 0;
    let (before, behind) = (dice.between(0, 9), dice.between(1, 24));
    let some: Vec<&str> = (0..before + behind)
        .map(|_| pick(&mut dice, &VOCABULARY))
        .collect();
    let (before, behind) = some.split_at(before);
    let words: Vec<&str> = before.iter().chain(secret).chain(behind).copied().collect();
    let end = ".";
    let (text, width, shape) = (words, 24 + dice.between(0, 46), dice.between(0, 4));
    let text = match shape {
        0 if !subject => table(&text, 2 + dice.between(0, 3)),
        1 if !subject => paged(&wrapped(&text, 7, width), 2 + dice.between(0, 3)),
        _ => wrapped(&text, if subject { 13 } else { 7 }, width),
    } + end;
    let portion = |mine: bool, name: &str| if mine { text.clone() } else { name.to_owned() };
    let source = format!(
        "P 141530Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\nUNCLAS VESTA 000212\n\nSUBJECT: (U) {}\n\n1. (U) Open.\n\n2. (U) {}\n\n3. (U) Closed.\n",
        portion(subject, "HARBOR TALKS"),
        portion(!subject, "The pier is new.")
    );
    let target = if subject { "subject" } else { "paragraph 2" };
    let action = ["withhold", "withhold B1", "withhold B6"][dice.between(0, 3)];
    let quote = Quote::new(secret.join(" "));
    (source, decision(target, action).on_words(quote))
}

#[test]
fn nothing_tells_what_excised_words_were_or_how_many() {
    let pairs: u64 = std::env::var("TEARLINE_PAIRS").map_or(300, |asked| asked.parse().unwrap());
    let mut compared = 0;
    for seed in 0..pairs {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
        let [one, other] = [(); 2].map(|()| {
            let count = 1 + dice.between(0, 4);
            (0..count)
                .map(|_| pick(&mut dice, &SECRETS))
                .collect::<Vec<_>>()
        });
        let release = |secret: &[&str]| {
            let (source, decision) = written(seed, secret);
            let document = tearline::parse(&source);
            let decided = Policy::default()
                .assess(&document)
                .decided(&[decision].into());
            let decided = decided.unwrap_or_else(|error| panic!("{error}\n{source}"));
            let releases = styles().map(|style| {
                let release = decided.release_in(&Reader::public(), ON, style);
                let case = Case::new("F-2026-00417", "C00000001", ON);
                let package = Package::new(&release, &case);
                let entry = package.entry();
                let index = index_json(std::slice::from_ref(&entry));
                let packed = [package.to_html(), index_html(&[entry]), index];
                let packed = packed.map(String::into_bytes);
                let mut written = if seed % 8 == 0 {
                    rendered(&release)
                } else {
                    vec![
                        release.to_text().into_bytes(),
                        release.to_json().into_bytes(),
                        release.to_html().into_bytes(),
                    ]
                };
                written.extend(packed);
                written
            });
            (source, releases)
        };
        let (first, second) = (release(&one), release(&other));
        assert!(
            first.1 == second.1,
            "pair {seed}\n{}\n-------- the other\n{}\n-------- released\n{}\n-------- and\n{}",
            first.0,
            second.0,
            String::from_utf8_lossy(&first.1[0][0]),
            String::from_utf8_lossy(&second.1[0][0])
        );
        compared += 1;
    }
    assert_eq!(compared, pairs);
    println!("noninterference of excised words: {compared} pairs, each the same");
}
