//! Memoranda: where a mark may stand, and what it rates. Every text is made up.

use jiff::civil::date;
use proptest::prelude::*;
use tearline::document::{Document, DocumentKind, Mark};
use tearline::marking::Reader;
use tearline::policy::{Compilation, Policy};
use tearline::{parse, parse_as};

/// The first word of every block's text, with what the block is rated.
fn ratings(source: &str) -> Vec<(String, String)> {
    let document = parse(source);
    assert_eq!(document.kind(), DocumentKind::Memorandum, "{source}");
    let assessment = Policy::default().assess(&document);
    let mut found = Vec::new();
    for portion in assessment.portions() {
        for block in &document.blocks()[portion.blocks()] {
            let text = &source[block.span().start()..block.span().end()];
            let word = text
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
                .find(|word| word.len() > 3 && !["Subject", "SUBJECT"].contains(word));
            found.push((
                word.unwrap_or_default().to_owned(),
                portion.rating().label().to_string(),
            ));
        }
    }
    found
}

#[track_caller]
pub(crate) fn assert_ratings(source: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(word, label)| ((*word).to_owned(), (*label).to_owned()))
        .collect();
    assert_eq!(ratings(source), expected, "{source}");
}

#[test]
fn a_mark_at_the_end_rates_its_paragraph_and_the_run_before_it() {
    // The run before the first mark has no mark on its other side.
    assert_ratings(
        "Opening words of the paper stand here.\n\nAlder is quiet. (U)\n\nBirches are dry.\n\nCedar burns. (S)\n\nDogwood grows. (U)\n",
        &[
            ("Opening", "TS"),
            ("Alder", "U"),
            ("Birches", "S"),
            ("Cedar", "S"),
            ("Dogwood", "U"),
        ],
    );
    // Behind the last mark nothing says what a block is rated.
    assert_ratings(
        "Alder is quiet. (U)\n\nBirches are dry. (U)\n\nCedar burns.\n",
        &[("Alder", "U"), ("Birches", "U"), ("Cedar", "TS")],
    );
    // A numbered paragraph with a mark at its end does not cover what follows.
    assert_ratings(
        "1. Alder is quiet. (U)\n\nBirches are dry. They will burn. They always do.\n\n2. Cedar burns. (S)\n",
        &[("Alder", "U"), ("Birches", "S"), ("Cedar", "S")],
    );
}

#[test]
fn a_mark_at_the_end_of_a_line_ends_its_paragraph() {
    assert_ratings(
        "Alder is quiet. (S)\nBirches are\ndry. (U)\nCedar burns. (C)\n",
        &[("Alder", "S"), ("Birches", "U"), ("Cedar", "C")],
    );
}

#[test]
fn two_marks_that_disagree_withhold() {
    assert_ratings(
        "(U) Alder is quiet. (S)\n\n(S) Birches are dry. (S)\n\n(U) Cedar burns.\n",
        &[("Alder", "unresolved"), ("Birches", "S"), ("Cedar", "U")],
    );
}

#[test]
fn a_title_is_rated_by_its_mark_and_nothing_else_is() {
    // The (U) of the title between them does not open the unmarked paragraph.
    assert_ratings(
        "Alder is quiet. (U)\n\nBirches are dry.\n\nTHE WOODS (U)\n\nCedar burns. (S)\n",
        &[
            ("Alder", "U"),
            ("Birches", "S"),
            ("WOODS", "U"),
            ("Cedar", "S"),
        ],
    );
    // A title that carries the only mark says nothing of the text below it.
    assert_ratings(
        "SUBJECT\n\nThe Woods of the Coast (U)\n\nAlder is quiet.\n",
        &[("Woods", "U"), ("Alder", "TS")],
    );
    assert_ratings(
        "SUBJECT: The Woods of the Coast (C)\n\n1. (U) Alder is quiet.\n",
        &[("Woods", "C"), ("Alder", "U")],
    );
    assert_ratings(
        "SUBJECT:\n(S) The Woods\nof the Coast\n\n1. (U) Alder is quiet.\n",
        &[("Woods", "S"), ("Alder", "U")],
    );
}

/// In a paper that marks its texts in front, a numbered title right over a marked text states the mark at its end.
#[test]
fn a_numbered_title_over_a_marked_text_states_its_mark() {
    let paper = |title: &str, below: &str| {
        format!(
            "SECRET\n\nMEMORANDUM FOR X\n\nMarch 14, 2006\n\n(U) The pier is open.\n\n3. {title}\n\n{below}\n\n(S) The relay is dry.\n\nSECRET\n"
        )
    };
    for title in ["Background of SHOWone (U)", "The Piers and the SHOWone (U)"] {
        crate::header::check(&paper(title, "(U) The road is SHOWlong."), "U");
        crate::header::check(&paper(title, "(S) The road is HIDElong."), "U");
    }
    for title in [
        "Background of HIDEone (S)",
        "Background of HIDEone (U) (S)",
        "Background of (S) HIDEone (U)",
        "Background of HIDEone (U//FOUO)",
        "Background of HIDEone (V)",
        "Mr. HIDEone (U)",
        "See the note of HIDEone dated May (U)",
        "Study of HIDEone, May 1966 (U)",
        "The relay lies near HIDEone. It is dry (U)",
        "(S) Background of HIDEone (U)",
    ] {
        crate::header::check(&paper(title, "(U) The road is SHOWlong."), "U");
    }
    // No mark stands below it.
    for below in ["HIDEtwo is dry. It is so.", "4. HIDEtwo (C)"] {
        crate::header::check(&paper("Harbor Master HIDEone (U)", below), "U");
    }
}

#[test]
fn a_cited_name_rates_no_block_and_lowers_none() {
    assert_ratings(
        "1. (S) Alder is quiet.\n\na. See the study “Birches (U).”\n\nb. See the study of cedars, dated 3 May 1966 (U).\n\n2. (U) Dogwood, after “Elms (C),” grows.\n",
        &[
            ("Alder", "S"),
            ("study", "S"),
            ("study", "S"),
            ("Dogwood", "C"),
        ],
    );
}

#[test]
fn regions_raise_what_they_touch() {
    assert_ratings(
        "1. (U) Alder is quiet. (Begin Secret) It was not.\n\n2. (U) Birches are dry. (End Secret)\n\n3. (U) Cedar burns.\n",
        &[("Alder", "S"), ("Birches", "S"), ("Cedar", "U")],
    );
    // An end without a beginning reaches back, a beginning without an end reaches on.
    assert_ratings(
        "1. (U) Alder is quiet.\n\n2. (U) Birches. (End Noforn) Dry.\n\n3. (U) Cedar.\n\n4. (U) Dogwood (Begin Confidential) grows.\n\n5. (U) Elms fall.\n",
        &[
            ("Alder", "U//NF"),
            ("Birches", "U//NF"),
            ("Cedar", "U"),
            ("Dogwood", "C"),
            ("Elms", "C"),
        ],
    );
    // A region never lowers.
    assert_ratings(
        "1. (S) Alder (Begin Unclassified) is quiet. (End Unclassified)\n\n2. (U) Birches.\n",
        &[("Alder", "S"), ("Birches", "U")],
    );
}

#[test]
fn statements_speak_for_the_numbered_paragraphs() {
    for statement in [
        "(C—Entire text)",
        "(C-entire text.)",
        "(Confidential – Entire text).",
        "Confidential-Entire text.",
        "Confidential—Entire text (except paragraph 3 Unclassified)",
    ] {
        assert_ratings(
            &format!("1. {statement}\n\n2. Alder is quiet.\n\n3. Birches are dry.\n\nCedar\n"),
            &[
                (word(statement), "C"),
                ("Alder", "C"),
                ("Birches", "C"),
                ("Cedar", "TS"),
            ],
        );
    }
    // A mark above it is stated elsewhere; an exception above it; paragraphs before it: it speaks for nothing.
    assert_ratings(
        "1. (C—Entire text)\n\n2. Alder is quiet.\n\n3. (S) Birches are dry.\n",
        &[("C—Entire", "C"), ("Alder", "TS"), ("Birches", "S")],
    );
    assert_ratings(
        "1. Confidential—Entire text (except paragraph 3 Secret)\n\n2. Alder is quiet.\n",
        &[
            ("Confidential—Entire", "unresolved"),
            ("Alder", "unresolved"),
        ],
    );
    assert_ratings(
        "1. Alder is quiet.\n\n2. (U—Entire text)\n\n3. Birches are dry.\n",
        &[
            ("Alder", "unresolved"),
            ("U—Entire", "unresolved"),
            ("Birches", "unresolved"),
        ],
    );
}

/// The first word of a statement, as [`ratings`] sees it.
fn word(statement: &str) -> &str {
    statement
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
        .find(|word| word.len() > 3)
        .unwrap_or_default()
}

#[test]
fn printed_telegrams_open_with_a_number_and_a_subject() {
    assert_ratings(
        "141. Telegram From the Embassy in Alder to the Department\n\nPort Alder, May 3, 1979, 1140Z\n\n5416. Subj: (C) Birches. Ref: Cedar 12.\n\n1. (C—Entire text)\n\n2. Dogwood grows.\n\n3. Elms fall.\n",
        &[
            ("Telegram", "TS"),
            ("Port", "U"),
            ("", "C"),
            ("Subj", "C"),
            ("C—Entire", "C"),
            ("Dogwood", "C"),
            ("Elms", "C"),
        ],
    );
    assert_ratings(
        "141. Telegram From the Embassy in Alder to the Department\n\nPort Alder, May 3, 1979, 1140Z\n\nSecto 18. (U) Subject: Birches.\n\n1. (S) Dogwood grows.\n",
        &[
            ("Telegram", "TS"),
            ("Port", "U"),
            ("Secto", "U"),
            ("Birches", "U"),
            ("Dogwood", "S"),
        ],
    );
}

#[test]
fn a_level_line_states_the_overall_classification_where_it_stands_over_the_text() {
    assert_ratings(
        "SECRET\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nAlder is quiet.\n",
        &[("MEMORANDUM", "S"), ("Alder", "S")],
    );
    assert_ratings(
        "SECRET/NODIS\n\nThe Harbour\n\n1. (U) Alder is quiet.\n\n2. (S) Birches are dry.\n",
        &[
            ("Harbour", "S//NF//ND"),
            ("Alder", "U//NF//ND"),
            ("Birches", "S//NF//ND"),
        ],
    );
    // Further down it may head a part; it does not say that the whole is no more than that.
    assert_ratings(
        "Alder is quiet, and all of the woods around it are quiet too. Nothing burns. Nothing grows. Nothing falls. Nobody comes, and nobody has come for years now.\n\nUNCLASSIFIED\n\nBirches are dry.\n",
        &[("Alder", "TS"), ("Birches", "TS")],
    );
}

#[test]
fn letters_count_items_where_no_mark_stands_anywhere() {
    let list = "Three points on the harbour:\n\n(A) Alder is quiet.\n\n(B) Birches are dry.\n\n(C) Cedar burns.\n\nRe (A) nothing more.\n\n(A) Agree.\n\n(D) Doubtful.\n";
    let document = parse(list);
    assert!(
        document
            .blocks()
            .iter()
            .all(|block| block.mark().is_unmarked())
    );
    // A letter that cannot be an item is a mark.
    assert_ratings(
        "(C) Cedar burns.\n\n(S) Spruce falls.\n\n(U) Alder is quiet.\n",
        &[("Cedar", "C"), ("Spruce", "S"), ("Alder", "U")],
    );
    // Among marks a list is rated as its letters, too.
    assert_ratings(
        "1. (U) Three points:\n\n(A) Alder is quiet.\n\n(B) Birches are dry.\n\n(C) Cedar burns.\n\n2. (U) Dogwood grows.\n",
        &[
            ("Three", "U"),
            ("Alder", "U"),
            ("Birches", "U"),
            ("Cedar", "C"),
            ("Dogwood", "U"),
        ],
    );
    // Items that end in a mark.
    assert_ratings(
        "Three points follow here. (S)\n\n(a) Alder is quiet. (U)\n\n(b) Birches are dry. (U)\n\n(c) Cedar burns. (U)\n",
        &[
            ("Three", "S"),
            ("Alder", "U"),
            ("Birches", "U"),
            ("Cedar", "C"),
        ],
    );
}

#[test]
fn what_the_printed_series_leaves_out_withholds() {
    assert_ratings(
        "1. (U) Alder is quiet.\n\n2. [portion marking not declassified] Birches are dry.\n\n3. (S/[1 codeword not declassified]) Cedar burns.\n\nDogwood grows. [classification marking not declassified]\n",
        &[
            ("Alder", "U"),
            ("portion", "unresolved"),
            ("codeword", "unresolved"),
            ("Dogwood", "unresolved"),
        ],
    );
}

#[test]
fn offices_of_those_who_took_part_are_no_marks() {
    let source = "Harbour Talks\n\nPARTICIPANTS\n\nThe Harbour Master (S)\n\nMr. Ode (U)\n\nThe Counselor (C)\n\n1. (S) Alder is quiet.\n";
    let document = parse(source);
    let stated = document
        .blocks()
        .iter()
        .filter(|block| block.mark().stated().is_some());
    assert_eq!(stated.count(), 1);
    let reader: Reader = "U".parse().expect("a rung");
    let release = Policy::default().release(&document, &reader, date(2026, 6, 1));
    assert!(!release.to_text().contains("Ode"));
}

/// Pieces of memoranda, so that arbitrary texts are made of what the reader looks for.
fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        Just("\n\n"),
        Just("\n"),
        Just(" "),
        Just("(S)"),
        Just("(U)"),
        Just("(C)"),
        Just("(A)"),
        Just("(b)"),
        Just("1. "),
        Just("2. "),
        Just("a. "),
        Just("— "),
        Just("SUBJECT"),
        Just("SUBJECT: "),
        Just("Subj: "),
        Just("SECRET"),
        Just("UNCLASSIFIED"),
        Just("(Begin Secret)"),
        Just("(End Secret)"),
        Just("(Begin Noforn)"),
        Just("(C—Entire text)"),
        Just("Secret-Entire text."),
        Just("[portion marking not declassified]"),
        Just("Alder. "),
        Just("The woods are quiet "),
        Just("“Birches "),
        Just(".”"),
        Just("Port Alder, March 3, 1971."),
        Just("141. Telegram"),
        Just("(S"),
        Just("S)"),
        Just("("),
        Just("]"),
        Just("\u{feff}"),
        Just("é"),
        Just("Declassify on: OADR"),
        Just("NODIS"),
        Just("[withheld: classified]"),
    ];
    let noise = prop_oneof![4 => fragment.prop_map(str::to_owned), 1 => ".{0,6}"];
    prop::collection::vec(noise, 0..40).prop_map(|parts| parts.concat())
}

/// The text with other words in every portion that the reader is not given: words in small letters, so that marks, labels
/// and headings stay what they are.
fn rewritten(source: &str, reader: &Reader) -> String {
    let document = parse_as(source, DocumentKind::Memorandum);
    let assessment = Policy::default().assess(&document);
    let mut out = String::new();
    let mut at = 0;
    for portion in assessment.portions() {
        if assessment
            .verdict(portion, reader, date(2026, 6, 1))
            .is_release()
        {
            continue;
        }
        for block in &document.blocks()[portion.blocks()] {
            let span = block.span();
            out.push_str(&source[at..span.start()]);
            at = span.end();
            for word in source[span.start()..span.end()].split_inclusive(' ') {
                out.push_str(match word {
                    "woods " => "fields ",
                    "quiet " => "loud ",
                    other => other,
                });
            }
        }
    }
    out.push_str(&source[at..]);
    out
}

fn tiles(document: &Document<'_>, source: &str) -> bool {
    let mut end = 0;
    for piece in document.pieces() {
        if piece.span().start() != end {
            return false;
        }
        end = piece.span().end();
    }
    end == source.len()
}

proptest! {
    #[test]
    fn every_text_read_as_a_memorandum_is_tiled(source in fragments()) {
        let document = parse_as(&source, DocumentKind::Memorandum);
        prop_assert!(tiles(&document, &source));
        for block in document.blocks() {
            prop_assert!(source.is_char_boundary(block.span().start()));
            if let Mark::Stated { span, .. } | Mark::Damaged { span } = block.mark() {
                prop_assert!(block.span().start() <= span.start() && span.end() <= block.span().end());
            }
        }
        let _ = Policy::default().assess(&document);
    }

    /// What a reader is given does not hang on the words of what he is not given.
    #[test]
    fn withheld_words_change_nothing(source in fragments()) {
        let reader = Reader::public();
        let other = rewritten(&source, &reader);
        let text = |source: &str| {
            let document = parse_as(source, DocumentKind::Memorandum);
            Policy::default().release(&document, &reader, date(2026, 6, 1)).to_text()
        };
        prop_assert_eq!(text(&source), text(&other));
    }

    /// A region or a marked name may raise what a reader is kept from, and opens nothing.
    #[test]
    fn a_region_opens_nothing(before in fragments(), after in fragments()) {
        let day = date(2026, 6, 1);
        let plain = format!("{before}\n\n1. (U) Harbour one.\n\n{after}");
        let region = format!("{before}\n\n1. (U) Harbour (Begin Secret) one. (End Secret)\n\n{after}");
        let reader = Reader::public();
        let shown = |source: &str| {
            let document = parse_as(source, DocumentKind::Memorandum);
            // A portion at the level of the document ends its compilation (32 CFR 2001.24(g)); that is another matter.
            let policy = Policy::default().with_compilation(Compilation::PortionsStandAlone);
            policy.release(&document, &reader, day).portions().iter().filter(|portion| portion.is_released()).count()
        };
        prop_assert!(shown(&region) <= shown(&plain));
    }
}
