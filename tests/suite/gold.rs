//! Real memoranda, with every mark named by a person: what reaches whom.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jiff::civil::{Date, date};
use serde_json::Value;
use tearline::document::DocumentKind;
use tearline::marking::{Label, Level, Reader};
use tearline::policy::{Assessment, Policy};

use crate::support::corpus;

/// A day by which every term that runs from a date of the corpus has passed.
const LATE: Date = date(2026, 6, 1);

/// The rungs, and the highest level each reads.
const RUNGS: [(&str, Level); 4] = [
    ("U", Level::Unclassified),
    ("C", Level::Confidential),
    ("S", Level::Secret),
    ("TS", Level::TopSecret),
];

/// Blocks whose marks do not reach the readers that a plain reading of the marks gives, and why that is right.
const EXPLAINED: &[(&str, usize, &str)] = &[
    (
        "frus1969-76ve05p1-d303",
        16,
        "the letter is part of an office's name, glued to it; no mark",
    ),
    (
        "frus1969-76ve05p1-d303",
        20,
        "the letter is part of an office's name, glued to it; no mark",
    ),
    (
        "frus1977-80v21-d157",
        2,
        "the subject reaches whom its mark allows; the handling instruction before it has no mark",
    ),
    (
        "frus1977-80v21-d190",
        2,
        "the subject reaches whom its mark allows; the handling instruction before it has no mark",
    ),
];

struct Gold {
    doc: String,
    source: String,
    blocks: Vec<GoldBlock>,
}

struct GoldBlock {
    text: String,
    start: usize,
    marks: Vec<(String, String)>,
}

impl GoldBlock {
    /// The marks that rate the block, highest first by their label; `None` where it has none.
    fn stated(&self) -> Option<Label> {
        self.marks
            .iter()
            .filter(|(_, kind)| {
                matches!(kind.as_str(), "lead" | "trail" | "title" | "subject-lead")
            })
            .map(|(mark, _)| label(mark))
            .reduce(|joined, label| joined.join(&label))
    }

    /// Everything that a mark inside it asks, whatever the mark rates.
    fn any(&self) -> Option<Label> {
        self.marks
            .iter()
            .filter(|(_, kind)| kind != "mid")
            .map(|(mark, _)| label(mark))
            .reduce(|joined, label| joined.join(&label))
    }
}

/// What a person reads in a mark of the corpus; a program's opinion does not count here.
fn label(mark: &str) -> Label {
    let inside = mark.trim_matches(['(', ')', ' ', '.']).to_ascii_lowercase();
    let level = match inside.split(['-', '–', '—', '/', ' ']).next() {
        Some("u" | "unclassified") => Level::Unclassified,
        Some("c" | "confidential") => Level::Confidential,
        Some("s" | "secret") => Level::Secret,
        Some("ts" | "top") => Level::TopSecret,
        // A region that only bars foreign readers.
        Some("begin" | "end") => Level::Unclassified,
        other => unreachable!("{other:?} is no mark of the corpus"),
    };
    Label::of_level(level)
}

fn gold() -> Option<Vec<Gold>> {
    let folder = corpus("memo")?;
    let lines = fs::read_to_string(folder.join("gold.jsonl")).expect("gold.jsonl is there");
    let documents = lines.lines().map(|line| {
        let value: Value = serde_json::from_str(line).expect("a line is a document");
        let doc = value["doc"].as_str().unwrap_or_default().to_owned();
        let source =
            fs::read_to_string(folder.join(format!("{doc}.txt"))).expect("its text is there");
        let mut at = 0;
        let blocks = value["blocks"]
            .as_array()
            .expect("blocks")
            .iter()
            .map(|block| {
                let text = block["text"].as_str().unwrap_or_default().to_owned();
                let start = at
                    + source[at..]
                        .find(&text)
                        .expect("the block stands in the text");
                at = start + text.len();
                let marks = block["marks"]
                    .as_array()
                    .expect("marks")
                    .iter()
                    .map(|mark| {
                        (
                            mark[2].as_str().unwrap_or_default().to_owned(),
                            mark[3].as_str().unwrap_or_default().to_owned(),
                        )
                    })
                    .collect();
                GoldBlock { text, start, marks }
            })
            .collect();
        Gold {
            doc,
            source,
            blocks,
        }
    });
    Some(documents.collect())
}

/// Whether any of the block, and whether all of it, reaches the reader.
fn reaches(assessment: &Assessment<'_>, block: &GoldBlock, reader: &Reader) -> (bool, bool) {
    let end = block.start + block.text.len();
    let blocks = assessment.document().blocks();
    let verdicts: Vec<bool> = assessment
        .portions()
        .iter()
        .filter(|portion| {
            blocks[portion.blocks()]
                .iter()
                .any(|own| own.span().start() < end && own.span().end() > block.start)
        })
        .map(|portion| assessment.verdict(portion, reader, LATE).is_release())
        .collect();
    (
        verdicts.iter().any(|released| *released),
        !verdicts.is_empty() && verdicts.iter().all(|released| *released),
    )
}

fn explained(doc: &str, index: usize) -> bool {
    EXPLAINED
        .iter()
        .any(|(known, block, _)| *known == doc && *block == index)
}

/// For every rung: no block with a mark above it reaches it, and of the blocks with a mark at or below it nearly all do.
#[test]
fn marks_reach_whom_they_allow_and_nobody_else() {
    let Some(gold) = gold() else { return };
    let mut misses: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut leaks = Vec::new();
    let mut used = BTreeSet::new();
    let mut unclassified = (0, 0);
    println!("{} documents", gold.len());
    for (rung, level) in RUNGS {
        let reader: Reader = rung.parse().expect("a rung");
        let mut reached: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for document in &gold {
            let parsed = tearline::parse(&document.source);
            let assessment = Policy::default().assess(&parsed);
            for (index, block) in document.blocks.iter().enumerate() {
                let place = format!(
                    "{} block {index} ({})",
                    document.doc,
                    block
                        .marks
                        .iter()
                        .map(|m| format!("{} {}", m.1, m.0))
                        .collect::<Vec<_>>()
                        .join(", ")
                );
                let (any, all) = reaches(&assessment, block, &reader);
                if any && block.any().is_some_and(|label| label.level() > level) {
                    leaks.push(format!("{rung}: {place}"));
                }
                let Some(stated) = block.stated() else {
                    continue;
                };
                let kind = block
                    .marks
                    .iter()
                    .find(|(_, kind)| kind != "mid" && kind != "quoted-title")
                    .map_or("", |(_, kind)| kind.as_str());
                let plain = block
                    .marks
                    .iter()
                    .all(|(mark, _)| !mark.contains(['/']) && !mark.contains("NoForn"));
                if stated.level() > level || !plain {
                    continue;
                }
                let count = reached.entry(kind).or_default();
                count.1 += 1;
                if all {
                    count.0 += 1;
                } else if explained(&document.doc, index) {
                    used.insert((document.doc.clone(), index));
                } else {
                    misses.entry(place.clone()).or_default().push(rung);
                }
                if level == Level::Unclassified && matches!(kind, "lead" | "trail") {
                    unclassified.0 += usize::from(all);
                    unclassified.1 += 1;
                }
            }
        }
        for (kind, (all, of)) in &reached {
            println!("{rung:>2}: {all} of {of} blocks with a {kind} mark at or below it reach it");
        }
    }
    println!(
        "U: {} of {} blocks with a lead or trail mark (U) reach the public",
        unclassified.0, unclassified.1
    );
    for (doc, block, why) in EXPLAINED {
        println!("explained: {doc} block {block}: {why}");
        assert!(
            used.contains(&((*doc).to_owned(), *block)),
            "{doc} block {block} is explained and reaches everybody"
        );
    }
    for (place, rungs) in &misses {
        println!("not explained: {place} does not reach {}", rungs.join(", "));
    }
    assert!(leaks.is_empty(), "leaks:\n{}", leaks.join("\n"));
    assert!(
        unclassified.0 * 100 >= unclassified.1 * 98,
        "{unclassified:?} of the (U) blocks reach the public"
    );
    assert!(misses.is_empty(), "{} blocks miss a reader", misses.len());
}

/// None of them is taken for a telegram: what the printed series keeps of a telegram has no header.
#[test]
fn documents_of_the_printed_series_are_read_as_memoranda() {
    let Some(gold) = gold() else { return };
    for document in gold {
        assert_eq!(
            tearline::parse(&document.source).kind(),
            DocumentKind::Memorandum,
            "{}",
            document.doc
        );
    }
}
