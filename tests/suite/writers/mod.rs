//! Writers: every format under the same laws, read back by tools that know nothing of this library.

mod browser;
mod days;
mod foia;
mod given;
mod kept;
mod kept_schema;
mod laws;
mod markdown;
mod opened;
mod paper;
mod schema;
mod snapshots;
mod styles;
mod validity;

use std::process::Command;

use jiff::civil::{Date, date};
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::policy::{Policy, Verdict};
use tearline::release::{Detail, Exemption, Exemptions, Release, Style};

/// The fictional cable that the examples render where no file is named.
const BUNDLED: &str = include_str!("../../../examples/data/cable.txt");

const DAY: Date = date(2010, 1, 1);

/// Every style, and whether it tells how many lines are withheld.
fn styles() -> [(Style, bool); 8] {
    let detail = Detail::default();
    let exemptions = Exemptions::default().with_sensitive(Exemption::B5);
    [
        (Style::default(), false),
        (Style::TearLine, false),
        (Style::Places(detail.with_mark()), false),
        (Style::Places(detail.with_exemptions(exemptions)), false),
        (Style::Places(detail.with_calendar()), false),
        (Style::Places(detail.with_instruction()), false),
        (Style::Places(detail.without_declassification()), false),
        (Style::Places(detail.with_amount()), true),
    ]
}

/// Every format but PDF, each with its name.
fn texts(release: &Release<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("text", release.to_text()),
        ("markdown", release.to_markdown()),
        ("html", release.to_html()),
        ("json", release.to_json()),
        ("timeline", release.to_timeline().unwrap_or_default()),
    ]
}

fn release<'a>(document: &Document<'a>, reader: &str, style: Style) -> Release<'a> {
    let reader: Reader = reader.parse().unwrap();
    Policy::default()
        .assess(document)
        .release_in(&reader, DAY, style)
}

/// The source of every withheld portion and of every released one, as the parser cut them.
fn sources(source: &str, reader: &str) -> (String, String) {
    let reader: Reader = reader.parse().unwrap();
    let document = tearline::parse(source);
    let policy = Policy::default();
    let assessment = policy.assess(&document);
    let (mut withheld, mut released) = (String::new(), String::new());
    for (portion, verdict) in assessment
        .portions()
        .iter()
        .zip(assessment.verdicts(&reader, DAY))
    {
        for block in &document.blocks()[portion.blocks()] {
            let out = match verdict {
                Verdict::Release(_) => &mut released,
                Verdict::Withhold { .. } => &mut withheld,
            };
            out.push_str(&source[block.span().range()]);
            out.push('\n');
        }
    }
    (withheld, released)
}

/// Five words in a row that only a withheld portion has.
fn shingles(source: &str, reader: &str) -> Vec<String> {
    let (withheld, released) = sources(source, reader);
    let released = spaced(&released);
    let words: Vec<String> = spaced(&withheld).split(' ').map(str::to_owned).collect();
    words
        .windows(5)
        .map(|five| five.join(" "))
        .filter(|five| !released.contains(five.as_str()))
        .collect()
}

/// Letters and digits alone, in lower case, a blank between words, so that no escape and no line break hides a word.
fn spaced(text: &str) -> String {
    let bare: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<String> = bare.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Runs a tool on files and gives what it prints; `None` where this machine has no such tool.
pub(crate) fn run(tool: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(tool).args(arguments).output() {
        Ok(output) => {
            assert!(
                output.status.success(),
                "{tool} {arguments:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("left out: no {tool} on this machine");
            None
        }
        Err(error) => panic!("{tool}: {error}"),
    }
}

/// Whether this machine has a module of Python.
fn has_python(module: &str) -> bool {
    let found = Command::new("python3")
        .args(["-c", &format!("import {module}")])
        .output()
        .is_ok_and(|output| output.status.success());
    if !found {
        println!("left out: no {module} on this machine");
    }
    found
}

/// A folder for the files of one test, emptied.
pub(crate) fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
