//! Rules of reading, a case each: the least text that shows the rule, and what the public may see of it.

use jiff::civil::date;
use tearline::document::DocumentKind;
use tearline::marking::Reader;
use tearline::policy::Policy;

/// The text of a release to a reader, long before any date.
fn release(source: &str, rung: &str) -> String {
    Policy::default()
        .release(
            &tearline::parse(source),
            &rung.parse::<Reader>().unwrap(),
            date(1980, 1, 1),
        )
        .to_text()
}

/// The same of a text that the caller knows for a release.
fn again(source: &str, rung: &str) -> String {
    Policy::default()
        .release(
            &tearline::parse_as(source, DocumentKind::Release),
            &rung.parse::<Reader>().unwrap(),
            date(1980, 1, 1),
        )
        .to_text()
}

fn public(source: &str) -> String {
    release(source, "U")
}

/// Withholds what stands behind the mark in this part of a body. A CONFIDENTIAL portion at the end keeps the level line
/// from standing above every portion.
fn withholds(body: &str) {
    let shown = public(&format!("CONFIDENTIAL STATE 1\n\n{body}\n\n7. (C) Last.\n"));
    assert!(!shown.contains("BEHIND"), "{body}\n--------\n{shown}");
}

#[test]
fn half_a_mark_withholds() {
    for body in [
        "1. (U BEHIND.",
        "1. U) BEHIND.",
        "1. (SBU BEHIND.",
        "1. SBU) BEHIND.",
        "1. (S//NF BEHIND.",
        "1. ((S) BEHIND.",
    ] {
        withholds(body);
    }
}

#[test]
fn half_a_mark_that_cannot_be_read_withholds() {
    let shown = public("UNCLAS STATE 1\n\n1. (U) One.\n\n2. (S//NOFRN BEHIND.\n");
    assert!(!shown.contains("BEHIND"), "{shown}");
}

#[test]
fn marks_that_disagree_withhold() {
    for body in [
        "1. (U) (C) BEHIND.",
        "1. (C) (U) BEHIND.",
        "1. (U) (SBU) BEHIND.",
        "1. (U)(C) BEHIND.",
    ] {
        withholds(body);
    }
}

#[test]
fn marks_that_disagree_over_a_line_break_withhold() {
    for body in [
        "1. (U)\n(SBU) BEHIND.",
        "1. (U)\n(C) BEHIND.",
        "(U)\n(C) BEHIND.",
    ] {
        withholds(body);
    }
}

#[test]
fn a_mark_of_several_letters_begins_a_portion_without_a_blank_line() {
    for body in [
        "1. (U) One.\n(SBU) BEHIND.",
        "1. (U) One.\n(S//NF) BEHIND.",
        "1. (U) One.\n2. (C) BEHIND.",
    ] {
        withholds(body);
    }
}

#[test]
fn a_mark_of_one_letter_begins_a_portion_without_a_blank_line() {
    for body in ["1. (U) One.\n(C) BEHIND.", "1. (U) One.\n(S) BEHIND."] {
        withholds(body);
    }
}

#[test]
fn a_caption_binds() {
    for caption in ["NODIS", "EXDIS", "STADIS", "ROGER CHANNEL", "ZULU GROUP"] {
        let source = format!("SECRET STATE 1\n\n{caption}\n\nTAGS: PREL\n\n1. (U) BEHIND.\n");
        let shown = release(&source, "S");
        assert!(!shown.contains("BEHIND"), "{caption}\n{shown}");
    }
}

#[test]
fn a_caption_binds_where_the_level_line_is_missing() {
    for caption in ["NODIS", "EXDIS", "STADIS"] {
        let source =
            format!("FM AMEMBASSY KARSHAVN\n\n{caption}\n\nTAGS: PREL\n\n1. (U) BEHIND.\n");
        let shown = release(&source, "S");
        assert!(!shown.contains("BEHIND"), "{caption}\n{shown}");
    }
}

#[test]
fn a_heading_takes_the_marks_behind_an_unmarked_item() {
    withholds("1. (U) One.\n\nBEHIND\n\n2. (U) Two:\n\na. Three.\n\nb. (C) Four.\n\n3. (U) Five.");
}

#[test]
fn what_stands_behind_an_unmarked_item_takes_what_the_item_has() {
    for body in [
        "1. (SBU) One:\n\na. (U) Two.\n\nb. Three.\n\nBEHIND goes on with the item. It is text.\n\n2. (U) Four.",
        "1. (SBU) One:\n\na. (U) Two.\n\nBEHIND\n\nb. Three.\n\n2. (U) Four.",
    ] {
        let shown = public(&format!("UNCLAS SENSITIVE STATE 1\n\n{body}\n"));
        assert!(!shown.contains("BEHIND"), "{shown}");
        assert!(shown.contains("Four"), "{shown}");
    }
}

#[test]
fn what_only_the_originator_sees_stays_so_in_a_release_of_his() {
    let all = release(
        "CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (Q) BEHIND.\n",
        "all",
    );
    let shown = again(&all, "TS");
    assert!(!shown.contains("BEHIND"), "{shown}");
}

#[test]
fn a_withheld_subject_keeps_its_name_in_a_release_of_a_release() {
    let once = public("CONFIDENTIAL STATE 1\n\nSUBJECT: (C) TWO\n\n1. (SBU) One.\n");
    assert_eq!(again(&once, "U"), once);
}

#[test]
fn a_withheld_paragraph_is_no_text_in_a_release_of_a_release() {
    let once = public("CONFIDENTIAL STATE 1\n\nTAGS: PREL\n\n1. (C) One.\n");
    assert_eq!(again(&once, "U"), once);
}

#[test]
fn withheld_portions_stay_apart_in_a_release_of_a_release() {
    let once = public(
        "CONFIDENTIAL STATE 1\n\n1. (SBU) One.\n\n(Q) Two.\n\n(Q) Three.\n\n2. (SBU) Four.\n",
    );
    assert_eq!(again(&once, "U"), once);
}

#[test]
fn a_withheld_header_line_does_not_decide_what_the_body_shows() {
    let cable = |passing: &str| {
        format!(
            "FM AMEMBASSY KARSHAVN\n\nCONFIDENTIAL SECTION 01 OF 02 KARSHAVN 1\n\nPASS {passing}\n\nTAGS: PREL\n\n1. (U) One.\n\n2. (U) Two\nNNNN\n\
             CONFIDENTIAL SECTION 02 OF 02 KARSHAVN 1\nPASS OPIC\nthree.\n\n3. (C) Four.\n"
        )
    };
    assert_eq!(public(&cable("OPIC")), public(&cable("ALDO")));
}

#[test]
fn a_marked_item_that_looks_like_a_header_line_keeps_one_mark() {
    let once = release("(A) (C) P 201140Z MAY 05\n(B)\n", "all");
    assert_eq!(again(&once, "all"), once);
}

#[test]
fn marks_before_and_behind_a_field_word_that_disagree_withhold() {
    for field in [
        "(U) SUBJECT: (C) BEHIND",
        "(U) SUBJECT: (SBU) BEHIND",
        "(U) REF: (S//NF) BEHIND",
    ] {
        let shown = public(&format!(
            "CONFIDENTIAL STATE 1\n\nTAGS: PREL\n{field}\n\n1. (C) One.\n"
        ));
        assert!(!shown.contains("BEHIND"), "{field}\n{shown}");
    }
}
