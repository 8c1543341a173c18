//! What telegrams do on the wire and on the page, a row each: the least text that shows it. `HIDE…` must not reach the
//! reader, `SHOW…` must.

use jiff::civil::date;
use tearline::marking::Reader;
use tearline::policy::Policy;

/// Checks a telegram for a reader, long before any date.
fn check(source: &str, rung: &str) {
    let shown = Policy::default()
        .release(
            &tearline::parse(source),
            &rung.parse::<Reader>().unwrap(),
            date(1999, 1, 1),
        )
        .to_text();
    for word in source.split(|c: char| !c.is_alphanumeric()) {
        if word.starts_with("HIDE") || word.starts_with("SHOW") {
            let expected = word.starts_with("SHOW");
            assert_eq!(
                shown.contains(word),
                expected,
                "{word} for {rung}\n{source}\n--------\n{shown}"
            );
        }
    }
}

/// A telegram whose level line says `level` and whose body is `body`, for the public.
fn body(body: &str) {
    check(
        &format!(
            "FM AMEMBASSY KARSHAVN\n\nC O N F I D E N T I A L KARSHAVN 000001\n\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n{body}\n\n9. (C) HIDElast.\n"
        ),
        "U",
    );
}

#[test]
fn what_stands_beside_the_level_binds() {
    for level in [
        "UNCLAS E F T O",
        "UNCLAS EFTO",
        "UNCLAS FOUO",
        "UNCLAS SBU",
        "UNCLAS (SBU)",
        "UNCLAS LIMITED OFFICIAL USE",
        "UNCLASSIFIED FOR OFFICIAL USE ONLY",
        "UNCLASSIFIED - SENSITIVE",
        "L I M I T E D  O F F I C I A L  U S E",
    ] {
        let source = format!(
            "FM AMEMBASSY KARSHAVN\n\n{level} KARSHAVN 0001\n\nTAGS: PREL\nSUBJECT: HIDEsubject\n\n1. HIDEone.\n"
        );
        check(&source, "U");
    }
}

#[test]
fn a_caption_beside_the_level_binds_however_it_is_spaced() {
    for level in [
        "S E C R E T EXDIS KARSHAVN 0001",
        "S E C R E T  E X D I S KARSHAVN 0001",
        "S E C R E T N O D I S KARSHAVN 0001",
        "SECRET KARSHAVN 0001 EXDIS",
        "SECRET WNINTEL KARSHAVN 0001",
        "SECRET PROPIN KARSHAVN 0001",
        "SECRET OFFICIAL INFORMAL KARSHAVN 0001",
    ] {
        let source = format!(
            "FM AMEMBASSY KARSHAVN\n\n{level}\n\nTAGS: PREL\nSUBJECT: HIDEsubject\n\n1. (U) HIDEone.\n\n2. (S) HIDEtwo.\n"
        );
        check(&source, "S");
    }
}

#[test]
fn a_caption_binds_wherever_it_stands_in_the_header() {
    for header in [
        "E X D I S\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: HIDEone",
        "E.O. 12958: DECL: 1/8/09\nEXDIS\nTAGS: PREL\nSUBJECT: HIDEone",
        "E.O. 12958: DECL: 1/8/09\n\nNODIS\n\nTAGS: PREL\nSUBJECT: HIDEone",
        "E.O. 12958: DECL: 1/8/09\nTAGS: PREL\nSTADIS\nSUBJECT: HIDEone",
        "TAGS: PREL\nSUBJECT: HIDEone\nEXDIS",
        "TAGS: PREL\nSUBJECT: HIDEone\n\nEXDIS",
        "TAGS: PREL\nSUBJECT: HIDEone\n\nNODIS SIPDIS",
    ] {
        let source = format!(
            "FM AMEMBASSY KARSHAVN\n\nSECRET KARSHAVN 0001\n\n{header}\n\n1. (U) HIDEtwo.\n\n2. (S) HIDEthree.\n"
        );
        check(&source, "S");
    }
}

#[test]
fn a_banner_with_a_caption_between_the_lines_binds() {
    let source = "CONFIDENTIAL KARSHAVN 1\n\nTAGS: PREL\nSUBJECT: HIDEsubject\n\n1. (U) HIDEone\nCONFIDENTIAL NODIS\n\nCONFIDENTIAL NODIS\n\nHIDEtwo.\n\n2. (C) HIDEthree.\n";
    check(source, "C");
}

#[test]
fn the_fields_of_a_further_section_are_fields_again() {
    for section in [
        "NNNN\nC O N F I D E N T I A L SECTION 02 OF 02 KARSHAVN 000001\n\nTAGS: SHOWtags\nSUBJECT: HIDEsubject\n\n",
        "NNNN\nC O N F I D E N T I A L SECTION 02 OF 02 KARSHAVN 000001\n\nSIPDIS\n\nE.O. 12958: DECL: 01/08/2009\nTAGS: SHOWtags\nSUBJECT: (C) HIDEsubject\nHIDEmore\n\n",
        "\nC O N F I D E N T I A L SECTION 02 OF 02 KARSHAVN 000001\n\nTAGS: SHOWtags\n\nSUBJECT: HIDEsubject\n\n",
        "C O N F I D E N T I A L SECTION 02 OF 02 KARSHAVN 000001\nSIPDIS\nTAGS: SHOWtags\nSUBJECT: (C) HIDEsubject\n\n",
        "NNNN\nCONFIDENTIAL SECTION 02 OF 02 KARSHAVN 000001\n\nSUBJECT: HIDEsubject\n\n",
    ] {
        body(&format!(
            "1. (U) SHOWone.\n\n2. (U) SHOWtwo goes on\n{section}SHOWthree and more of the second paragraph, which is long enough to be text. It ends here.\n\n3. (U) SHOWfour."
        ));
    }
}

#[test]
fn a_level_line_of_a_further_section_shows_nothing_and_counts() {
    body("1. (U) SHOWone\nC O N F I D E N T I A L SECTION 02 OF 02 KARSHAVN 000001\nSHOWtwo.");
    let source = "CONFIDENTIAL SECTION 01 OF 02 KARSHAVN 1\n\nTAGS: PREL\nSUBJECT: HIDEsubject\n\n1. (U) SHOWone.\n\n2. (C) SHOWtwo.\n\n\
                  SECRET SECTION 02 OF 02 KARSHAVN 1\n\n3. HIDEthree.\n";
    check(source, "C");
}

#[test]
fn the_later_of_the_lines_of_two_sections_governs() {
    let cable = |day: &str| {
        format!(
            "P 082015Z JAN 99\nFM AMEMBASSY KARSHAVN\n\nCONFIDENTIAL SECTION 01 OF 02 KARSHAVN 1\n\nE.O. 12958: DECL: 01/08/2004\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n\
             1. (C) ONE.\n\nNNNN\nCONFIDENTIAL SECTION 02 OF 02 KARSHAVN 1\n\nE.O. 12958: DECL: {day}\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n2. (C) TWO.\n"
        )
    };
    for (day, open) in [("01/08/2004", true), ("01/08/2009", false)] {
        let source = cable(day);
        let release = Policy::default().release(
            &tearline::parse(&source),
            &Reader::public(),
            date(2005, 1, 1),
        );
        assert_eq!(release.to_text().contains("ONE"), open, "{day}");
    }
}

#[test]
fn the_later_of_the_order_line_and_the_authority_block_governs() {
    for (block, day) in [
        ("CLASSIFIED BY: B. ODE. REASON: 1.4 (B).", date(2010, 3, 14)),
        (
            "CLASSIFIED BY: B. ODE. REASON: 1.4 (B). DECLASSIFY ON: 03/14/2016",
            date(2016, 3, 14),
        ),
        (
            "CLASSIFIED BY: B. ODE.\nREASON: 1.4 (B). DECLASSIFY ON: 03/14/2016",
            date(2016, 3, 14),
        ),
        (
            "CLASSIFIED BY: B. ODE.\nDECLASSIFY ON: 03/14/2016\nREASON: 1.4 (B)",
            date(2016, 3, 14),
        ),
        (
            "(U) Classified by B. Ode. Declassify on: 03/14/2016. Reason: 1.4 (b)",
            date(2016, 3, 14),
        ),
        (
            "(C) CLASSIFIED BY: B. ODE. DECL: 03/14/2016",
            date(2016, 3, 14),
        ),
        ("CLASSIFIED BY: B. ODE. DECL: 03/14/2008", date(2010, 3, 14)),
    ] {
        let source = format!(
            "P 141530Z MAR 06\nFM AMEMBASSY KARSHAVN\n\nCONFIDENTIAL KARSHAVN 1\n\nE.O. 12958: DECL: 03/14/2010\nTAGS: PREL\nSUBJECT: (U) X\n\n{block}\n\n1. (C) BEHIND.\n"
        );
        let cable = tearline::parse(&source);
        let shown = |day| {
            let release = Policy::default().release(&cable, &Reader::public(), day);
            release.to_text().contains("BEHIND")
        };
        assert!(!shown(day.yesterday().unwrap()), "{block}");
        assert!(shown(day), "{block}");
    }
}

#[test]
fn what_stands_behind_a_marked_classifier_is_withheld_like_it() {
    check(
        "P 141530Z MAR 06\n\nCONFIDENTIAL KARSHAVN 1\n\nE.O. 12958: DECL: 03/14/2010\nSUBJECT: (U) SHOWN\n\n(C) CLASSIFIED BY: HIDEN. DECL: 03/14/2016 HIDEN\n\n1. (U) SHOWN.\n",
        "U",
    );
}

#[test]
fn a_mark_at_the_end_of_a_heading_rates_it() {
    for heading in [
        "THE HIDEport IN WINTER (C)",
        "The HIDEport in Winter (S)",
        "THE HIDEport\nIN WINTER (SBU)",
        "THE HIDEport IN WINTER (CONFIDENTAL)",
        "HIDEport. (C)",
    ] {
        body(&format!(
            "1. (U) SHOWone.\n\n{heading}\n\n2. (U) SHOWtwo.\n\nOTHER\n\n3. (U) SHOWthree."
        ));
    }
    body("1. (U) SHOWone.\n\nTHE SHOWport IN WINTER (U)\n\n2. (C) HIDEtwo.");
}

/// A rule says nothing: a heading between two of them is as short as one without.
#[test]
fn a_heading_between_rules_is_one() {
    for rule in ["-----", "- - - - -", "=======", "*****", "_______", "~~~~"] {
        for heading in ["COMMENT: HIDEport", "THE HIDEport\nAND ITS OWNERS"] {
            body(&format!(
                "1. (U) SHOWone.\n\n{rule}\n{heading}\n{rule}\n\n2. (C) HIDEtwo.\n\n3. (U) SHOWthree."
            ));
            body(&format!(
                "1. (C) HIDEone.\n\n{rule}\n{heading}\n{rule}\n\n2. (U) SHOWtwo.\n\n3. (U) SHOWthree."
            ));
        }
    }
    body(
        "1. (U) SHOWone.\n\n-----\nTHE SHOWport\n-----\n\n2. (U) SHOWtwo.\n\n-----\nTHE HIDErelay\n-----\n\n3. (C) HIDEthree.",
    );
    body(
        "1. (U) SHOWone.\n\n-----\nThe SHOWport is open to all.\nIt has three piers\nand a crane.\n-----\n\n2. (C) HIDEtwo.",
    );
}

/// Without blank lines a rule sets a heading apart where a higher paragraph stands under it; rows and sentences between rules are
/// none.
#[test]
fn a_heading_between_rules_stands_over_a_higher_paragraph() {
    let in_each = |text: &str| {
        body(text);
        let paper =
            |text: &str| format!("CONFIDENTIAL\n\nMEMORANDUM FOR X\n\n{text}\n\nCONFIDENTIAL\n");
        check(&paper(text), "U");
        let unnumbered: Vec<&str> = text
            .lines()
            .map(|line| line.split_once(". (").map_or(line, |(_, rest)| rest))
            .collect();
        let front = unnumbered
            .join("\n")
            .replace("U) ", "(U) ")
            .replace("C) ", "(C) ");
        check(&paper(&front), "U");
    };
    for heading in [
        "-----\nCOMMENT ON HIDEport\n-----",
        "COMMENT ON HIDEport\n=====",
        "*****\nThe HIDEport\nand its owners\n*****",
        "-----\nHIDEport: FOR AND AGAINST\n-----\n",
    ] {
        in_each(&format!(
            "1. (C) HIDEone is shut.\n2. (U) SHOWtwo is open.\n{heading}\n3. (C) HIDEthree is shut.\n4. (U) SHOWfour is open."
        ));
    }
    for open in [
        "-----\nName   Tons\n-----\nSHOWalder   12\n-----",
        "-----\nTotal of SHOWport 26\n-----",
        "-----\nThe SHOWport is open to all.\n-----",
        "-----",
    ] {
        in_each(&format!(
            "1. (C) HIDEone is shut.\n2. (U) SHOWtwo is open.\n{open}\n3. (C) HIDEthree is shut.\n4. (U) SHOWfour is open."
        ));
    }
    in_each(
        "1. (C) HIDEone is shut.\n2. (U) SHOWtwo is open.\n-----\nTHE SHOWport\n-----\n3. (U) SHOWthree is open.\n4. (C) HIDEfour is shut.",
    );
}

/// A copy joined an unmarked paragraph to the one before it; the numbers tell.
#[test]
fn a_gap_tells_a_paragraph_that_was_joined() {
    for text in [
        "1. (C) HIDEone.\n\n2. (U) HIDEtwo is open in June. 3. The HIDErelay is shut.\n\n4. (U) SHOWfour.",
        "1. (C) HIDEone.\n\n2. (U) SHOWtwo.\n\na. (U) HIDEtwo is open. 3. The HIDErelay is shut.\n\n4. (U) SHOWfour.",
        "1. (C) HIDEone.\n\n2. (U) HIDEtwo is open from June 3-5. 3. COMMENT: We doubt that the HIDErelay is shut.",
        "1. (C) HIDEone.\n\n2. (U) SHOWtwo: 1. Open it. 2. Shut it. 3. Lock it.\n\n3. (U) SHOWthree.",
        "1. (C) HIDEone.\n\n2. (U) SHOWtwo: 1. Open it. 2. Shut it. 3. Note: lock it.",
        "1. (C) HIDEone.\n\n2. (U) See para. 3. Note: SHOWtwo is open.",
        "1. (C) HIDEone.\n\n2. (U) They came to pier 3. Comment: SHOWtwo is open.",
        "1. (C) HIDEone.\n\n2. (U) SHOWtwo is open. 3. of them stay.\n\n4. (U) SHOWfour.",
    ] {
        let source = format!(
            "FM AMEMBASSY KARSHAVN\n\nCONFIDENTIAL KARSHAVN 1\n\nSUBJECT: (U) SHOWsubject\n\n{text}\n"
        );
        check(&source, "U");
    }
}

#[test]
fn a_mark_behind_the_word_at_the_head_of_a_block_counts() {
    for block in [
        "SUMMARY: (C) HIDEthis.",
        "Comment: (SBU) HIDEthis.",
        "COMMENT (C): HIDEthis.",
        "COMMENT (S) HIDEthis.",
        "Action Request (SBU): HIDEthis.",
        "2. (U) COMMENT: (C) HIDEthis.",
        "2. (U) SUMMARY (C): HIDEthis.",
        "SUMMARY: (S//XYZZY) HIDEthis.",
    ] {
        body(&format!("1. (U) SHOWone.\n\n{block}\n\n2. (U) SHOWtwo."));
    }
    for line in [
        "COMMENT: (S) HIDEthis stands inside a block of text that is long enough.",
        "Comment (C): HIDEthis.",
        "  SUMMARY: (SBU) HIDEthis.",
    ] {
        body(&format!(
            "1. (U) SHOWone.\n{line}\nHIDErest.\n\n2. (U) SHOWtwo."
        ));
    }
    for line in [
        "COMMENT: (U) SHOWthis.",
        "Comments (c) SHOWthis.",
        "COMMENT: see (C) SHOWthis.",
    ] {
        body(&format!(
            "1. (U) SHOWone.\n{line}\nSHOWrest.\n\n2. (U) SHOWtwo."
        ));
    }
    let source = "CONFIDENTIAL KARSHAVN 1\n\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n1. (U) SHOWone.\n\n2. COMMENT (S): HIDEtwo.\n\n3. (C) SHOWthree.\n";
    check(source, "C");
}

#[test]
fn what_only_looks_like_a_mark_behind_a_word_is_text() {
    for block in [
        "2. (U) PARTICIPANTS: (A) SHOWone; (B) two; (C) three.",
        "2. (U) NOTE: member(s) SHOWone.",
        "2. (U) Option (C): SHOWone.",
        "2. (U) Annex (S) - SHOWone.",
        "2. (U) The statute in section 408 (C) SHOWone.",
    ] {
        body(&format!("1. (U) SHOWone.\n\n{block}"));
    }
}

#[test]
fn a_mark_glued_to_the_last_word_of_a_subject_counts() {
    for (level, subject) in [
        ("CONFIDENTIAL", "THE HIDEport AND PILOTS(S)"),
        ("CONFIDENTIAL", "The HIDEport and Pilots(S//NF)"),
        ("CONFIDENTIAL", "THE HIDEport UNDER ARTICLE (S)"),
        ("UNCLAS", "THE HIDEport AND PILOTS(SBU)"),
        ("UNCLAS", "THE HIDEport AND 12(C)"),
        ("UNCLAS", "THE SHOWport AND VISA(s)"),
        ("UNCLAS", "The SHOWport and visa(s)"),
    ] {
        let reader = if level == "UNCLAS" { "U" } else { "C" };
        check(
            &format!("{level} KARSHAVN 1\n\nTAGS: PREL\nSUBJECT: {subject}\n\n1. SHOWone.\n"),
            reader,
        );
    }
}

#[test]
fn a_token_that_can_only_be_a_mark_raises_its_portion_in_mid_sentence() {
    for token in [
        "(S//NF)",
        "(SBU)",
        "(TS)",
        "(S/NF)",
        "(LOU)",
        "(S//XYZZY)",
        "(SECRET)",
        "(C-NF)",
    ] {
        body(&format!(
            "1. (U) HIDEone\n{token} HIDEtwo,\nHIDEthree.\n\n2. (U) SHOWfour."
        ));
    }
}

#[test]
fn a_mark_begins_a_portion_behind_one_that_has_no_number() {
    for text in [
        "(U) SHOWone.\n(C) HIDEtwo.",
        "(U) SHOWone.\n(SBU) HIDEtwo.",
        "(U) 1. SHOWone.\n(C) 2. HIDEtwo.",
        "(U) SHOWone.\n(U) SHOWtwo.\n(S) HIDEthree.",
    ] {
        body(text);
    }
}

#[test]
fn a_letter_in_mid_sentence_is_text() {
    for token in ["(C)", "(S)", "(U)", "(c)", "(L)"] {
        body(&format!("1. (U) SHOWone of the old {token} SHOWtwo."));
    }
    // At the start of a line it counts, and what can be nothing but a mark counts everywhere.
    for token in ["(C)", "(S)", "(c)", "(L)", "(EXDIS)"] {
        body(&format!("1. (U) HIDEone of the old\n{token} HIDEtwo."));
    }
    for token in ["(SBU)", "(S//NF)", "(TS)", "(C/NF)", "(S//XYZZY)"] {
        body(&format!("1. (U) HIDEone of the old {token} HIDEtwo."));
    }
    for token in ["(U)", "(NATO)", "(FOB)", "(REF A)"] {
        body(&format!("1. (U) SHOWone of the old\n{token} SHOWtwo."));
    }
}

#[test]
fn the_stamp_of_the_archive_is_no_text() {
    for stamp in [
        "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
        "Ann B. Example Declassified/Released US Department of State EO Systematic Review 20 Mar 2014",
    ] {
        let source = format!(
            "{stamp}\n\nUNCLAS KARSHAVN 0001\n\nE.O. 11652: N/A\nTAGS: PFOR\nSUBJ: SHOWsubject\n\n1. SHOWone\n{stamp}\nSHOWtwo.\n\n{stamp}\n"
        );
        check(&source, "U");
        let shown = Policy::default()
            .release(
                &tearline::parse(&source),
                &Reader::public(),
                date(1999, 1, 1),
            )
            .to_text();
        assert!(!shown.contains("Systematic"), "{shown}");
    }
}

/// Nine paragraphs from `first` on, parted by `between`, every third of which is secret.
fn long_paper(head: &str, between: &str, first: u32) -> String {
    let paragraph = |number: u32| match number % 3 {
        0 => format!("{number}. (S) The relay has HIDE{number} in it."),
        1 => format!("{number}. (U) The pier has SHOW{number} in it."),
        _ => format!("{number}. a. (U) The road has SHOW{number} in it."),
    };
    let paragraphs: Vec<String> = (first..first + 9).map(paragraph).collect();
    format!("{head}{}\n", paragraphs.join(between))
}

#[test]
fn paragraphs_are_counted_past_three_digits() {
    let cable = "FM AMEMBASSY KARSHAVN\n\nS E C R E T KARSHAVN 000001\n\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n";
    let paper = "SECRET\n\nMEMORANDUM FOR THE RECORD\n\nSUBJECT: (U) SHOWsubject\n\n";
    for (head, between) in [
        (cable, "\n\n"),
        (cable, "\n"),
        (paper, "\n\n"),
        (paper, "\n"),
    ] {
        check(&long_paper(head, between, 995), "U");
    }
}

/// What may be two marks is no mark and an item, as behind a short number.
#[test]
fn a_long_number_excuses_no_contradiction() {
    for mark in ["(e) (U)", "(U) (S)", "(C) (U)", "(U) (e)"] {
        body(&format!(
            "999. (U) SHOWone.\n\n1000. {mark} HIDEtwo.\n\n1001. (U) SHOWthree."
        ));
    }
}

#[test]
fn a_year_that_begins_a_line_counts_no_paragraph() {
    for year in ["1998", "2005", "1000"] {
        body(&format!(
            "1. (C) The HIDErelay was built in\n{year}. (U) HIDEpier.\n\n2. (U) SHOWroad.\n\n3. (C) HIDEboom."
        ));
    }
}

#[test]
fn a_long_release_is_its_own_release() {
    let cable = "FM AMEMBASSY KARSHAVN\n\nS E C R E T KARSHAVN 000001\n\nTAGS: PREL\nSUBJECT: (U) TIDES\n\n";
    let document = tearline::parse(long_paper(cable, "\n\n", 997).leak());
    let release = |document: &tearline::document::Document<'_>| {
        Policy::default()
            .release(document, &Reader::public(), date(1999, 1, 1))
            .to_text()
    };
    let once = release(&document);
    let again = tearline::parse_as(&once, tearline::document::DocumentKind::Release);
    assert!(
        again
            .blocks()
            .iter()
            .any(|block| { block.number() == Some(tearline::document::Number::paragraph(1003)) })
    );
    assert_eq!(release(&again), once);
}
