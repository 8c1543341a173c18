//! The builder and the parser agree on what both can say.

use std::cell::Cell;
use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::document::{Block, Document, DocumentKind, Mark, Part};
use tearline::marking::{Caption, Reader};
use tearline::policy::Policy;
use tearline::release::Content;

use super::rows;
use crate::fixtures::FIXTURES;
use crate::generator::Cable;
use crate::support::cases;

const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];
const DAYS: [Date; 3] = [date(1999, 1, 1), date(2015, 5, 20), date(2090, 1, 1)];

/// Kind, number and mark of a block.
fn declared(block: &Block) -> String {
    let mark = match block.mark() {
        Mark::Stated { stated, .. } => stated.label().to_string(),
        Mark::Damaged { .. } => "damaged".to_owned(),
        Mark::Unmarked => "none".to_owned(),
        Mark::Excised(_) => "excised".to_owned(),
    };
    let number = block.number().map(|number| number.to_string());
    format!("{:?} {} {mark}", block.kind(), number.unwrap_or_default())
}

/// Everything that the two readings have to have in common; `None` where the text holds what no rows can say.
fn agree(source: &str) -> Option<()> {
    let parsed = tearline::parse(source);
    if parsed.kind() != DocumentKind::Cable {
        return None;
    }
    let built = rows::build(&rows::of(&parsed, source)?);
    let blocks = |document: &Document<'_>| -> Vec<String> {
        document.blocks().iter().map(declared).collect()
    };
    assert_eq!(blocks(&parsed), blocks(&built), "{source}");
    let labels = |document: &Document<'_>| -> Vec<String> {
        let levels = document.header().levels().iter();
        levels.map(|line| line.label().to_string()).collect()
    };
    assert_eq!(labels(&parsed), labels(&built), "{source}");
    // In which order they stand says nothing.
    let captions = |document: &Document<'_>| -> BTreeSet<Caption> {
        document.header().captions().iter().copied().collect()
    };
    assert_eq!(captions(&parsed), captions(&built));
    assert_eq!(parsed.header().origin(), built.header().origin());
    let policy = Policy::default();
    let [one, two] = [policy.assess(&parsed), policy.assess(&built)];
    for (one, two) in one.portions().iter().zip(two.portions()) {
        assert_eq!(one.rating(), two.rating(), "{source}");
        assert_eq!(one.rule(), two.rule(), "{source}");
    }
    for rung in RUNGS {
        let reader: Reader = rung.parse().expect("a rung is a reader");
        for day in DAYS {
            let [one, two] = [one.release(&reader, day), two.release(&reader, day)];
            assert_eq!(one.to_json(), two.to_json(), "{source}");
        }
    }
    Some(())
}

#[test]
fn on_the_fixtures() {
    let agreed = FIXTURES
        .iter()
        .filter(|fixture| agree(&fixture.text()).is_some())
        .count();
    // The others hold a second section, letters that count, or marks inside.
    assert!(agreed >= 12, "{agreed} of {}", FIXTURES.len());
}

#[test]
fn on_cables_that_are_made_up() {
    let (agreed, all) = (Cell::new(0), Cell::new(0));
    let mut runner = proptest::test_runner::TestRunner::new(cases(600));
    runner
        .run(&Cable::any(), |cable| {
            all.set(all.get() + 1);
            agreed.set(agreed.get() + usize::from(agree(&cable.text()).is_some()));
            Ok(())
        })
        .unwrap();
    assert!(
        agreed.get() * 3 > all.get(),
        "{} of {}",
        agreed.get(),
        all.get()
    );
}

/// A paper as both can say it: a level, a subject, paragraphs with and without numbers that mark in front, headings.
fn paper(parts: &[(usize, usize)]) -> (String, Document<'static>) {
    let mut text =
        "SECRET\n\nMEMORANDUM FOR THE DIRECTOR\n\nSUBJECT: (U) The harbor of Vesta\n".to_owned();
    let mut builder = Document::builder(DocumentKind::Memorandum)
        .level("SECRET")
        .part(Part::block("MEMORANDUM FOR THE DIRECTOR"))
        .part(Part::subject("The harbor of Vesta").marked("U"));
    let mut number = 0;
    for (kind, mark) in parts {
        let mark = ["U", "SBU", "C", "S//NF", "S//NOFRN"][*mark];
        let said = "The harbor master has written to the port authority about the fuel pier, which is old.";
        let (line, part) = match kind {
            0 | 1 => {
                number += 1;
                (
                    format!("{number}. ({mark}) {said}"),
                    Part::paragraph(number, said).marked(mark),
                )
            }
            2 => (format!("({mark}) {said}"), Part::block(said).marked(mark)),
            3 => (
                "Fees of the port".to_owned(),
                Part::block("Fees of the port"),
            ),
            _ => (said.to_owned(), Part::block(said)),
        };
        text += &format!("\n{line}\n");
        builder = builder.part(part);
    }
    (text, builder.build())
}

#[test]
fn on_papers_that_are_made_up() {
    let parts = proptest::collection::vec((0..5_usize, 0..5_usize), 1..7);
    let mut runner = proptest::test_runner::TestRunner::new(cases(400));
    runner
        .run(&parts, |parts| {
            let (text, built) = paper(&parts);
            let parsed = tearline::parse_as(&text, DocumentKind::Memorandum);
            let marks = |document: &Document<'_>| -> Vec<String> {
                let body = document
                    .blocks()
                    .iter()
                    .filter(|block| block.kind().is_body());
                body.map(|block| {
                    declared(block)
                        .split_once(' ')
                        .map(|(_, rest)| rest.to_owned())
                        .unwrap_or_default()
                })
                .collect()
            };
            prop_assert_eq!(marks(&parsed), marks(&built), "{}", &text);
            let policy = Policy::default();
            for rung in RUNGS {
                let reader: Reader = rung.parse().expect("a rung is a reader");
                for day in DAYS {
                    let shown = |document: &Document<'_>| -> Vec<String> {
                        let release = policy.release(document, &reader, day);
                        let body = release
                            .portions()
                            .iter()
                            .filter(|portion| portion.kind().is_body());
                        body.map(|portion| match portion.content() {
                            Content::Text { label, text } => format!("({label}) {text}"),
                            Content::Withheld(bases) => format!("[{bases}]"),
                        })
                        .collect()
                    };
                    prop_assert_eq!(shown(&parsed), shown(&built), "{} for {}", &text, rung);
                }
            }
            Ok(())
        })
        .unwrap();
}
