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
                seen.push(format!("{name}, {}", block.span()));
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

/// Letters in parentheses that are no marks, in texts without any. They are made up, in the forms of the real ones.
#[test]
fn letters_that_only_look_like_marks_are_text() {
    for source in [
        "Three points follow.\n\n(A) Alder.\n\n(B) Birch.\n\n(C) Cedar.\n",
        "Three points: (A) Alder;\n\n(B) Birch;\n\n(C) Cedar.\n",
        "4. The harbour should:\n\n(a) hold;\n\n(b) be held;\n\n(c) be left.\n\n5. Nothing else.\n\n(A) Agree.\n",
        "1. Alder:\n\n(A) One.\n\n2. Birch:\n\n(B) Two.\n\n3. Cedar:\n\n(C) Three.\n",
        "Re (A) we agree.\n\nRe (B) we do not.\n\nRe (C) nothing.\n",
        "(1) Alder.\n\n(2) Birch.\n\n(3) Cedar.\n",
        "(U.S.)\n\nMr. Ode\n\n(U.K.)\n\nMr. Pell\n",
        "PARTICIPANTS\n\nThe Harbour Master (S)\n\nMr. Ode (S/P)\n\nMr. Pell (U)\n",
        "We sent the memorandum(s).\n\nWe sent it to OASD(C)\n",
        "It follows from paragraph 8 (C).\n\nIt follows from subparagraph (c).\n",
        "12. Refs: (A) Alder 3. (B) Alder 4. (C) Birch 5.\n\nNothing new.\n",
        "A) Alder.\n\nB) Birch.\n\nC) Cedar.\n\nD) Dogwood.\n",
        "The agent (R) met the other (C), and both (S) went home.\n",
    ] {
        let document = tearline::parse(source);
        for block in document.blocks() {
            assert!(matches!(block.mark(), Mark::Unmarked), "{source}");
        }
    }
}
