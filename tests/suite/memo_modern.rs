//! Memoranda as orders since 1982 have them written: authority block, banners on every page, labels, bullets and
//! footnotes with marks. Every text is made up.

use jiff::civil::date;
use tearline::declass::Outcome;
use tearline::document::DocumentKind;
use tearline::marking::Level;
use tearline::parse;

use crate::memo::assert_ratings;

/// The day on which SECRET ends, if the document sets one.
fn opens(source: &str) -> Option<jiff::civil::Date> {
    let document = parse(source);
    assert_eq!(document.kind(), DocumentKind::Memorandum, "{source}");
    match document.header().schedule().outcome(Level::Secret) {
        Outcome::Declassified { on, .. } => Some(on),
        Outcome::DueForReview { .. } | Outcome::Held { .. } => None,
    }
}

#[test]
fn the_authority_block_of_a_memorandum_says_when_it_opens() {
    let head = "SECRET\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nMarch 14, 2011\n\n(U) Alder is quiet.\n\n(S) Birches are dry.\n\n";
    let foot = "\n\nSECRET\n";
    for (block, expected) in [
        // 32 CFR 2001.21(a), 2001.22(c): line under line, or on one line.
        (
            "Classified By: B. Ode\nReason: 1.4(b)\nDeclassify On: 20200314",
            Some(date(2020, 3, 14)),
        ),
        (
            "CLASSIFIED BY: B. ODE\nDERIVED FROM: MULTIPLE SOURCES\nDECLASSIFY ON: 20360314",
            Some(date(2036, 3, 14)),
        ),
        (
            "Derived From: Guide 7\nDeclassify On: December 31, 2015",
            Some(date(2015, 12, 31)),
        ),
        ("Declassify on: 3/14/2020", Some(date(2020, 3, 14))),
        (
            "Classified by: B. Ode, Reason: 1.4(b), Declassify on: 3/14/2020",
            Some(date(2020, 3, 14)),
        ),
        (
            "Classified by: B. Ode, Harbour Master.\nReason: 1.4 (b) and\n(d). Declassify on: 3/14/2020",
            Some(date(2020, 3, 14)),
        ),
        // The longer one governs; what cannot be read opens nothing.
        (
            "Declassify on: 3/14/2016\n\nDeclassify on: 3/14/2020",
            Some(date(2020, 3, 14)),
        ),
        ("Classified By: B. Ode\nDeclassify On: OADR", None),
        ("Classified By: B. Ode\nDeclassify On: 20201340", None),
        (
            "Classified By: B. Ode\nDeclassify On: 20200314 unless the\nboats have not sailed",
            None,
        ),
        // A sentence is no instruction.
        ("(U) Declassify on: 20200314", None),
        ("The guide says so. Declassify on: 20200314", None),
    ] {
        assert_eq!(opens(&format!("{head}{block}{foot}")), expected, "{block}");
    }
}

#[test]
fn an_authority_block_right_under_a_paragraph_is_no_part_of_it() {
    assert_ratings(
        "SECRET\n\n(S) Alder is quiet.\n\n(U) Birches are dry.\nDerived From: Cedar Guide\nDeclassify On: 20360314\nSECRET\n",
        &[
            ("Alder", "S"),
            ("Birches", "U"),
            ("Derived", "S"),
            ("Declassify", "U"),
        ],
    );
}

#[test]
fn a_memorandum_is_dated_by_a_day_alone_on_its_line() {
    for line in [
        "14 March 2011",
        "                         MAR 14 2011",
        "Date: March 14, 2011",
        "PORT AUTHORITY\nHARBOUR OFFICE\nPORT ALDER\nMarch 14, 2011",
        "(U) PORT AUTHORITY\n(U) HARBOUR OFFICE\n\nMarch 14, 2011",
        "(U) MEMORANDUM FOR: The Harbour Master\n\n14 March 2011",
    ] {
        let source = format!("SECRET\n\n{line}\n\n(S) Alder is quiet.\n");
        assert_eq!(
            parse(&source).header().origin(),
            Some(date(2011, 3, 14)),
            "{line}"
        );
    }
}

#[test]
fn a_day_between_paragraphs_dates_nothing() {
    for text in [
        "(U) Alder is quiet.\n\nMarch 14, 2011",
        "1. (U) Alder\n\nMarch 14, 2011",
        "(S) Alder is quiet, and so are\nthe birches.\n\n14 March 2011",
    ] {
        let source = format!("SECRET\n\n{text}\n\n(S) Alder is quiet.\n");
        assert_eq!(parse(&source).header().origin(), None, "{text}");
    }
}

#[test]
fn an_order_in_the_authority_block_makes_no_telegram() {
    for source in [
        "SECRET\n\nACTION MEMORANDUM\n\nTO: The Secretary\n\n(S) Alder is quiet.\n\nE.O. 12958: DECL: 03/14/2020\n",
        "SECRET\n\n(S) Alder is quiet.\n\nClassified by: B. Ode\nE.O. 12958, Reason: 1.5 (b)\nDeclassify on: 3/14/2005\n",
        "SECRET//NOFORN                 COPY 1 OF 3\n\n(S//NF) Alder is quiet.\n",
    ] {
        assert_eq!(parse(source).kind(), DocumentKind::Memorandum, "{source}");
    }
    for source in [
        "E.O. 12958: DECL: 03/14/2020\nSUBJECT: THE WOODS\n\n1. (S) Alder is quiet.\n",
        "SECRET STATE 105791\n\nSUBJECT: MEMORANDUM OF UNDERSTANDING\n\n1. (S) Alder is quiet.\n",
    ] {
        assert_eq!(parse(source).kind(), DocumentKind::Cable, "{source}");
    }
}

#[test]
fn pages_end_with_banner_and_number() {
    assert_ratings(
        "SECRET\n\n(U) Alder was quiet until the\nSECRET\nPage 1 of 2\n\nSECRET\n- 2 -\n\nwind rose. It burned.\n\n(S) Birches are dry.\n2\nSECRET\n",
        &[("Alder", "U"), ("Birches", "S")],
    );
    // Behind the end of a sentence, or with a capital letter, a block without a mark is one of its own.
    assert_ratings(
        "SECRET\n\n(U) Alder was quiet.\nSECRET\n\nSECRET\n\nwind rose. It burned. It fell.\n\n(S) Birches are dry.\nSECRET\n",
        &[("Alder", "U"), ("wind", "S"), ("Birches", "S")],
    );
    assert_ratings(
        "SECRET\n\n(U) Alder was quiet until the\nSECRET\n\nSECRET\n\nWind rose. It burned. It fell.\n\n(S) Birches are dry.\nSECRET\n",
        &[("Alder", "U"), ("Wind", "S"), ("Birches", "S")],
    );
    assert_ratings(
        "Classification: SECRET\n\nThe woods\n\n(U) Alder.\n\n(S) Birches are dry.\n",
        &[("woods", "S"), ("Alder", "U"), ("Birches", "S")],
    );
}

#[test]
fn controlled_unclassified_information_has_a_banner_too() {
    assert_ratings(
        "CUI\n\nAll Staff\n\n1. (U) Alder is quiet.\n\n2. (CUI) Birches are dry.\n\nCUI\n",
        &[("Staff", "CUI"), ("Alder", "U"), ("Birches", "CUI")],
    );
    assert_ratings(
        "CONTROLLED\n\nAll Staff\n\n1. (CUI) Birches are dry.\n",
        &[("Staff", "CUI"), ("Birches", "CUI")],
    );
}

#[test]
fn labels_bullets_and_footnotes_carry_marks() {
    assert_ratings(
        "SECRET\n\nFROM: (U) Alder\n\nQ: (S) Birches?\n\nA: (U) Cedar.\n",
        &[("FROM", "U"), ("Birches", "S"), ("Cedar", "U")],
    );
    // A message that is answered, and attachments counted anew.
    assert_ratings(
        "SECRET\n\nSubject: RE: FW: (C) Alder\n\n1. (U) Birches.\n\n2 Attachments:\n1. (U) Cedar\n2. (S) Dogwood\n",
        &[
            ("Alder", "C"),
            ("Birches", "U"),
            ("Attachments", "S"),
            ("Cedar", "U"),
            ("Dogwood", "S"),
        ],
    );
    // Every label of a run begins a block: what the first says does not open the second.
    assert_ratings(
        "SECRET\n\nTHRU: (U) Alder\nFROM: Birches\nSUBJECT: (C) Cedar\n\n(S) Dogwood grows.\n",
        &[
            ("THRU", "U"),
            ("FROM", "S"),
            ("Cedar", "C"),
            ("Dogwood", "S"),
        ],
    );
    assert_ratings(
        "SECRET\n\n1. (U) Three points follow:\no (S) Alder is quiet.\no (U) Birches are dry.\n\n\u{f0b7} (C) Cedar burns.\n",
        &[
            ("Three", "U"),
            ("Alder", "S"),
            ("Birches", "U"),
            ("Cedar", "C"),
        ],
    );
    assert_ratings(
        "SECRET\n\n(U) Alder is quiet.\n\n1 (U) Birches.\n2 (S) Cedar burns.\n\n³ (C) Dogwood.\n\n[4] (U) Elms.\n",
        &[
            ("Alder", "U"),
            ("Birches", "U"),
            ("Cedar", "S"),
            ("Dogwood", "C"),
            ("Elms", "U"),
        ],
    );
    // Letters that explain a key are none, nor is a letter where no level line stands.
    assert_ratings(
        "SECRET\n\nKey: (C) Commerce; (U) Unions\n\n(U) Alder.\n\n(S) Birches.\n",
        &[("Commerce", "S"), ("Alder", "U"), ("Birches", "S")],
    );
    let plain = "Defense: (C) Mr. Ode\n\nState: (U) Mr. Elm\n\n1 (U) is uranium\n\nThe cost per ton (U.S.)\n";
    assert!(
        parse(plain)
            .blocks()
            .iter()
            .all(|block| block.mark().stated().is_none())
    );
    // A bare number that goes on with the paragraphs is one that lost its full stop.
    assert_ratings(
        "SECRET\n\n1. (U) Alder is quiet.\n\n2 (U) Birches are dry.\n\n3. (S) Cedar.\n",
        &[("Alder", "U"), ("Birches", "unresolved"), ("Cedar", "S")],
    );
}

#[test]
fn marked_lines_stand_apart_without_blank_lines() {
    assert_ratings(
        "SECRET\n(U) Alder Report\n(S//NF) Birches burn. They fall.\n(U) Cedar is quiet.\n(C) Dogwood grows in the\nwoods.\n",
        &[
            ("Alder", "U"),
            ("S//NF", "S//NF"),
            ("Cedar", "U"),
            ("Dogwood", "C"),
        ],
    );
    // A mark for which the last line had no room.
    assert_ratings(
        "CONFIDENTIAL\n\nAlder is quiet.\n(C)\n\nBirches are dry.\n   (U)\n",
        &[("Alder", "C"), ("Birches", "U")],
    );
    // In the middle of a sentence a lower mark opens nothing.
    assert_ratings(
        "SECRET\n\n(S) Alder is quiet in the annex\n(U) of the plan.\n\n(U) Birches.\n",
        &[("Alder", "S"), ("Birches", "U")],
    );
    // Behind a line without a mark a single letter is text.
    assert_ratings(
        "SECRET\n\nAlder is quiet, says the comptroller\n(C) of the harbour. He lies. He always does.\n\n(U) Birches.\n\n(S) Cedar.\n",
        &[("Alder", "S"), ("Birches", "U"), ("Cedar", "S")],
    );
}

#[test]
fn what_follows_a_field_is_text_of_its_own_and_no_heading() {
    // Rated as the whole, which a mark in the title makes more than its level line (reading rules 2 and 5).
    for source in [
        "SECRET\n\nMEMORANDUM FOR THE RECORD\n\nMarch 14, 2006\n\nTITLE: HIDEtalks (S/NF)\n\nDerived From: Guide 7\nDeclassify On: 20100314\nHIDElorne\n\n5. (S) SHOWfive.\n\nSECRET\n",
        "CONFIDENTIAL\n\nMEMORANDUM FOR THE RECORD\n\nMarch 14, 2006\nHIDElorne:\n\nTITLE: HIDEgravel (SBU)\n\nSHOWpier. (C)\n\nDeclassify On: 20100314\n\nCONFIDENTIAL\n",
    ] {
        crate::header::check(source, "U");
    }
}

#[test]
fn a_letter_behind_a_label_of_its_own_ends_no_run() {
    for gap in [" ", "  "] {
        let source = format!(
            "CONFIDENTIAL\n\nMEMORANDUM FOR THE RECORD\n\n1. (U) HIDEone (A) the pier (B) the boom.{gap}Item 4: (C) HIDElorne.\n\n2. (U) SHOWtwo (A) the pier, (B) the boom and (C) the mast.\n\nCONFIDENTIAL\n"
        );
        crate::header::check(&source, "U");
    }
}

#[test]
fn a_mark_behind_the_name_of_a_part_and_its_colon_counts_for_the_whole() {
    let source = "CONFIDENTIAL\n\nMEMORANDUM FOR THE RECORD\n\nMarch 14, 2006\n\nSubject: HIDEpilots\n\n2. (U) SHOWtwo.\n\nItem 4: (SBU) HIDEpier.\n\n3. (C) SHOWthree.\n\nDeclassify On: 20100314\n\nCONFIDENTIAL\n";
    crate::header::check(source, "U");
}

#[test]
fn the_words_of_a_label_may_stand_apart() {
    for line in ["DISTRIBUTION  STATEMENT  C", "Associated  Caveats:  FOUO"] {
        let source = format!(
            "From: Ode\nTo: Birk\nUNCLASSIFIED\n{line}\n\nHIDElorne sails.\n\nUNCLASSIFIED\n"
        );
        crate::header::check(&source, "U");
    }
}

#[test]
fn a_labelled_level_inside_a_paragraph_counts_in_memoranda_and_telegrams() {
    for head in [
        "SECRET\n\nMEMORANDUM FOR THE RECORD\n\n",
        "P 141530Z MAR 06\nFM AMEMBASSY KARSHAVN\n\nSECRET KARSHAVN 000012\n\nTAGS: PREL\n\n",
    ] {
        for label in [
            "Security Classification",
            "Document classification",
            "Classification Level",
        ] {
            let source = format!(
                "{head}1. (U) SHOWpier is open to the boats of the town\n{label}: SECRET\nHIDElorne owns the relay at the end of the pier.\n\n2. (S) HIDEtwo.\n"
            );
            crate::header::check(&source, "U");
        }
    }
}

#[test]
fn items_in_one_another_are_numbered_whole_and_carry_their_marks() {
    let source = "SECRET\n\nMEMORANDUM FOR THE RECORD\n\n1. (U) One.\n\n1.a. (U) Two.\n\n1.a.(1) (C) Three.\n\n1.a.(1)(a) (S) Four.\n\n2. (U) Five.\n\na. (U) Six.\n\n(1) (C) Seven.\n\n(a) (S) Eight.\n\n(b) (U) Nine.\n\n(2) (U) Ten.\n\nb. (1) (S) Eleven.\n\n3. (U) Twelve.\n\nSECRET\n";
    let document = parse(source);
    let numbers: Vec<String> = document
        .blocks()
        .iter()
        .filter_map(tearline::document::Block::number)
        .map(|number| number.to_string())
        .collect();
    assert_eq!(
        numbers,
        [
            "1",
            "1.a",
            "1.a.(1)",
            "1.a.(1)(a)",
            "2",
            "2.a",
            "2.a.(1)",
            "2.a.(1)(a)",
            "2.a.(1)(b)",
            "2.a.(2)",
            "2.b.(1)",
            "3"
        ]
    );
    assert!(
        document
            .findings()
            .iter()
            .all(|finding| finding.code() != "damaged-mark")
    );
}

#[test]
fn an_item_out_of_its_order_may_have_been_a_mark() {
    // `(C) (U)` and `(S) (U)`, which contradict each other, before a scanner read them.
    for lead in ["2. (e) (U)", "2. (5) (U)", "a. (o) (U)", "(5) (U)"] {
        for gap in ["\n\n", "\n"] {
            for head in [
                "SECRET\n\nMEMORANDUM FOR THE RECORD\n\n",
                "P 141530Z MAR 06\nFM AMEMBASSY KARSHAVN\n\nSECRET KARSHAVN 000012\n\nTAGS: PREL\n\n",
            ] {
                let source =
                    format!("{head}1. (U) One.{gap}{lead} HIDElorne.\n\n3. (S) HIDEthree.\n");
                crate::header::check(&source, "U");
            }
        }
    }
}

/// One item counts no list: between portions it heads what follows, or has lost its mark (reading rule 4).
#[test]
fn an_item_by_itself_is_no_list_of_what_stands_above() {
    let check = |between: &str| {
        crate::header::check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDEone.\n\n(U) The road is SHOWtwo.\n\n{between}\n\n(S) HIDEthree.\n\n(U) SHOWfour.\n\nSECRET\n"
            ),
            "U",
        );
    };
    for item in ["A.", "I.", "a.", "(1)", "1)", "(a)", "i."] {
        check(&format!("{item} The Harbor of HIDEharbor"));
        check(&format!("{item} THE HARBOR OF HIDEharbor"));
        check(&format!(
            "{item} The relay is at HIDErelay. It is dry and nobody has seen it."
        ));
    }
    check("I. INTRODUCTION TO HIDEone\n\nA. THE HARBOR OF HIDEtwo");
    check("A. THE ROADS OF HIDEroads\n\n(U) SHOWroads.\n\nB. THE HARBOR OF HIDEharbor");
    // What it stands over is as open as what it stands under.
    crate::header::check(
        "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDEone.\n\n(U) SHOWtwo.\n\nA. The SHOWroads\n\n(U) SHOWthree.\n\nSECRET\n",
        "U",
    );
    for list in [
        "A. The boat SHOWalder\n\nB. The boat SHOWbirch",
        "(1) The boat SHOWalder\n\n(2) The boat SHOWbirch\n\n(3) The boat SHOWrowan",
        "i. The boat SHOWalder\n\nii. The boat SHOWbirch",
        "a. The boat SHOWalder\n\n(1) its mast SHOWmast\n\n(2) its rail SHOWrail\n\nb. The boat SHOWbirch",
        "(U) The boats are:\n\n1) SHOWalder",
        "- The boat SHOWalder",
    ] {
        check(list);
    }
}

/// Typewriters have no other sign for the number 1 than a small l.
#[test]
fn a_small_l_counts_the_first_paragraph() {
    for between in ["\n", "\n\n"] {
        for head in [
            "SECRET\n\nMEMORANDUM FOR X\n\n",
            "FM AMEMBASSY VESTA\n\nSECRET VESTA 12\n\nTAGS: PREL\nSUBJECT: (U) SHOWx\n\n",
        ] {
            let paper = |first: &str| {
                format!(
                    "{head}{first}{between}2. (S) HIDEtwo is shut.{between}3. (U) SHOWthree is open."
                )
            };
            crate::header::check(&paper("l. (U) SHOWone is open."), "U");
            crate::header::check(&paper("l. (S) HIDEone is shut."), "U");
            if between == "\n\n" {
                crate::header::check(&paper("l, (U) HIDEone is open."), "U");
                crate::header::check(&paper("l. (S) (U) HIDEone is open."), "U");
            }
        }
    }
    // Behind other items it is one of them.
    crate::header::check(
        "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDE0.\n\nk. (U) SHOWk is open.\n\nl. (U) SHOWl is open.\n\nm. (S) HIDEm is shut.\n\nSECRET\n",
        "U",
    );
}

/// Without blank lines a mark on a line of its own may be that of the text above it or of the one below.
#[test]
fn a_mark_alone_between_two_texts_counts_for_both() {
    let check = |text: &str| {
        crate::header::check(
            &format!("SECRET\n\nMEMORANDUM FOR X\n\n{text}\n\nSECRET\n"),
            "U",
        );
    };
    for text in [
        "Dear Ode:\n(U)\nThe road is open.\n(S)\nThe relay is at HIDErelay.\n(U)\nThe pier is open.",
        "The road is open.\n(U)\nThe relay is at HIDErelay.\n(S)\nThe pier is open.\n(U)",
        "RELAYS AND PIERS\n(S//NF)\nThe relay is at HIDErelay.\n(U)\nThe pier is open.",
        "Ode has the boats\n(S)\nThe relay is at HIDErelay\n(U)\nThe pier is open",
    ] {
        check(text);
    }
    // A blank line tells, and so does a paper that ends its lines with marks.
    for text in [
        "The road is SHOWroad.\n(U)\n\nThe relay is HIDErelay.\n(S)\n\nThe pier is SHOWpier.\n(U)",
        "(U)\nThe road is SHOWroad.\n\n(S)\nThe relay is HIDErelay.\n\n(U)\nThe pier is SHOWpier.",
        "The road is SHOWroad. (U)\nThe relay is HIDErelay.\n(S)\nThe pier is SHOWpier. (U)",
    ] {
        check(text);
    }
}

/// What a heading stands over counts for it, also where that has lost its mark and is rated as the whole (reading rule 4).
#[test]
fn a_heading_over_what_has_lost_its_mark_is_rated_as_that() {
    let check = |text: &str| {
        crate::header::check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDEone.\n\n(U) SHOWtwo.\n\n{text}\n\nSECRET\n"
            ),
            "U",
        );
    };
    for lost in [
        "Ode owns HIDEhalf of the boats. He bought them all in 1999.",
        "- a mast at HIDEmast\n\n- a tug at HIDEtug",
        "A. The mast is at HIDEmast.\n\nB. The tug is at HIDEtug.",
        "- The boats are at HIDEboats.\n\nThey lie at HIDEpier. Nobody has seen them.",
    ] {
        check(&format!(
            "The Owners of HIDEboats\n\n{lost}\n\n(U) SHOWroad."
        ));
        check(&format!(
            "The HIDEchapter\n\nThe Owners of HIDEboats\n\n{lost}\n\n(U) SHOWroad."
        ));
    }
    // A list there is that of the portion above it; running text has lost its mark.
    check(
        "The Owners of HIDEboats\n\n(U) SHOWroad.\n\nOde owns HIDEhalf of the boats. He bought them all in 1999.\n\n(U) SHOWend.",
    );
    check(
        "The SHOWowners\n\n(U) The boats are:\n\n- a mast at SHOWmast\n\n- a tug at SHOWtug\n\n(U) SHOWend.",
    );
    check("The SHOWroads\n\n(U) SHOWroad.\n\n(U) SHOWend.");
    check("The SHOWroads\n\n(U) The road is SHOWroad and\n\nlong. It is SHOWwide.\n\n(U) SHOWend.");
    check("The SHOWroads\n\n(U) The roads are:\n\n- SHOWroad\n\n- SHOWlane\n\n(U) SHOWend.");
}
