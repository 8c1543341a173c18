//! Real documents in which `(C)`, `(S)`, `(U)`, `(A)` stand and are no marks.

use std::fs;

use tearline::document::{DocumentKind, Mark};
use tearline::marking::{Level, Reader};
use tearline::policy::Policy;

use crate::support::corpus;

#[test]
fn no_mark_is_seen_where_there_is_none() {
    let Some(folder) = corpus("lookalike") else {
        return;
    };
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder opens")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut seen = Vec::new();
    let mut blocks = 0;
    for path in &files {
        let source = fs::read_to_string(path).expect("a text");
        let document = tearline::parse(&source);
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        println!("{name}: {:?}", document.kind());
        assert_eq!(document.kind(), DocumentKind::Memorandum, "{name}");
        blocks += document.blocks().len();
        for block in document.blocks() {
            if !matches!(block.mark(), Mark::Unmarked) {
                let place = block.span();
                seen.push(format!(
                    "{name}, {place}: {}",
                    match block.mark() {
                        Mark::Stated { place, .. } => format!("stated {place:?}"),
                        _ => "damaged".into(),
                    }
                ));
            }
        }
    }
    println!(
        "{} documents, {blocks} blocks, {} marks seen",
        files.len(),
        seen.len()
    );
    assert!(seen.is_empty(), "{}", seen.join("\n"));
}

/// Without a mark everything but the day and place counts as the overall classification.
#[test]
fn nothing_of_their_bodies_reaches_a_reader_below_the_overall_classification() {
    let Some(folder) = corpus("lookalike") else {
        return;
    };
    for entry in fs::read_dir(folder).expect("the folder opens") {
        let source = fs::read_to_string(entry.expect("an entry").path()).expect("a text");
        let document = tearline::parse(&source);
        let overall = document
            .header()
            .levels()
            .iter()
            .map(|line| line.label().level())
            .max()
            .unwrap_or(Level::TopSecret);
        let reader: Reader = match overall {
            Level::TopSecret => "S",
            Level::Secret => "C",
            Level::Confidential | Level::Unclassified => "U",
        }
        .parse()
        .expect("a rung");
        let assessment = Policy::default().assess(&document);
        for portion in assessment
            .portions()
            .iter()
            .filter(|portion| portion.kind().is_body())
        {
            let day = jiff::civil::date(2026, 6, 1);
            assert!(!assessment.verdict(portion, &reader, day).is_release());
        }
    }
}
