//! One small document for each mistake that a program of this kind could make and nothing else would show. `HIDE…` must not
//! reach the reader, `SHOW…` must. Every text is made up, and every expectation is a reading of the rules.

mod marks;

use jiff::civil::{Date, date};
use tearline::marking::Reader;
use tearline::policy::{Policy, Unmarked};
use tearline::release::{Content, Release};

use crate::header::check;

/// Long after every instruction below has come.
const DAY: Date = date(2012, 6, 1);

fn release<'a>(policy: Policy, source: &'a str, reader: &str) -> Release<'a> {
    let reader: Reader = reader.parse().unwrap();
    policy.release(&tearline::parse(source), &reader, DAY)
}

/// A telegram at this level with this body.
fn telegram(level: &str, body: &str) -> String {
    format!(
        "P 141530Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\n{level} KARSHAVN 000012\n\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n{body}\n"
    )
}

/// A memorandum at this level with this body.
fn memo(level: &str, body: &str) -> String {
    format!("{level}\n\nMEMORANDUM FOR THE HARBOR MASTER\n\n{body}\n\n{level}\n")
}

/// The texts that a release shows, portion by portion.
fn texts(source: &str, reader: &str) -> Vec<String> {
    let release = release(Policy::default(), source, reader);
    let portions = release.portions().iter();
    portions
        .filter(|portion| portion.kind().is_body())
        .filter_map(|portion| match portion.content() {
            Content::Text { text, .. } => Some(text.to_string()),
            Content::Withheld(_) => None,
        })
        .collect()
}

#[test]
fn a_strict_policy_withholds_whatever_states_no_mark() {
    let strict = Policy::default().with_unmarked(Unmarked::Withhold);
    for source in [
        telegram(
            "SECRET",
            "1. (U) SHOWone.\n\nHIDEheading\n\n2. (U) SHOWtwo.\n\nHIDEtext of the second. It is long enough. It goes on.\n\n3. (S) SHOWthree.\n\n4. HIDEfour.\n\nHIDEode",
        ),
        memo(
            "SECRET",
            "(U) SHOWone.\n\nHIDEheading\n\n(S) SHOWtwo.\n\nHIDEtext without a mark. It is long enough. It goes on.\n\n(U) SHOWthree.",
        ),
        "SECRET KARSHAVN 000012\n\nTAGS: PREL\nSUBJECT: HIDEsubject\n\n1. (S - ENTIRE TEXT) SHOWone.\n\n2. HIDEtwo.\n".to_owned(),
    ] {
        let cleared = release(strict.clone(), &source, "TS").to_text();
        let originator = release(strict.clone(), &source, "all").to_text();
        for word in source.split(|c: char| !c.is_alphanumeric()) {
            if word.starts_with("HIDE") || word.starts_with("SHOW") {
                let shows = word.starts_with("SHOW");
                assert_eq!(cleared.contains(word), shows, "{word}\n{source}\n{cleared}");
                assert!(originator.contains(word), "{word}\n{source}");
            }
        }
    }
}

#[test]
fn what_a_further_section_says_of_the_telegram_binds_the_first() {
    let of_two = |line: &str, under: &str, one: &str, two: &str| {
        format!(
            "P 141530Z MAR 06\nFM AMEMBASSY KARSHAVN\n\nUNCLAS SECTION 01 OF 02 KARSHAVN 000012\n\nTAGS: PREL\nSUBJECT: (U) {one}subject\n\n1. (U) {one}one.\n\n2. {two}two.\n\nNNNN\nUNCLAS SECTION 02 OF 02 KARSHAVN 000012{line}\n\n{under}TAGS: PREL\n\n3. (U) {one}three.\n\n4. {two}four.\n"
        )
    };
    for caption in ["NODIS", "EXDIS", "STADIS"] {
        check(&of_two("", &format!("{caption}\n\n"), "HIDE", "HIDE"), "TS");
        check(&of_two(&format!(" {caption}"), "", "HIDE", "HIDE"), "TS");
    }
    // SENSITIVE rates what is unmarked and nothing else.
    for (line, under) in [("", "SENSITIVE\n\n"), (" SENSITIVE", "")] {
        check(&of_two(line, under, "SHOW", "HIDE"), "U");
        check(&of_two(line, under, "SHOW", "SHOW"), "SBU");
    }
    for (line, under) in [("", ""), ("", "SIPDIS\n\n")] {
        check(&of_two(line, under, "SHOW", "SHOW"), "U");
    }
}

#[test]
fn sensitive_outlives_the_date_of_a_statement_on_the_entire_text() {
    let cable = |caption: &str, word: &str| {
        format!(
            "P 141530Z MAR 96\nFM AMEMBASSY KARSHAVN\n\nCONFIDENTIAL KARSHAVN 000012\n\n{caption}E.O. 12958: DECL: 03/14/2005\nTAGS: PREL\nSUBJECT: (U) SHOWsubject\n\n1. (C - ENTIRE TEXT) SHOWone.\n\n2. {word}two.\n\n3. {word}three.\n"
        )
    };
    check(&cable("SENSITIVE\n\n", "HIDE"), "U");
    check(&cable("SENSITIVE\n\n", "SHOW"), "SBU");
    check(&cable("", "SHOW"), "U");
}

#[test]
fn the_mark_of_a_name_raises_its_own_block() {
    for body in [
        "1. (U) SHOWone.\n\n2. (U) HIDEtwo, after \u{201c}Elms (C),\u{201d} grows.\n\n3. (U) SHOWthree.\n\n4. (C) HIDEfour.",
        "1. (U) SHOWone.\n\n2. (U) HIDEtwo reads the cable (C//NF) of May.\n\n3. (U) SHOWthree.\n\n4. (C) HIDEfour.",
    ] {
        check(&memo("CONFIDENTIAL", body), "U");
    }
}

#[test]
fn the_mark_of_a_name_raises_its_unmarked_neighbours_and_no_marked_one() {
    for body in [
        "1. (C) HIDEfirst.\n\n2. (U) SHOWone.\n\nHIDEabove\n\nHIDEstudy of \u{201c}Elms (C)\u{201d} and oaks\n\nHIDEbelow\n\n3. (U) SHOWtwo.\n\nSHOWfurther\n\n4. (U) SHOWthree.",
        "(U) SHOWone.\n\nHIDEabove\n\nHIDEstudy of \u{201c}Elms (C)\u{201d} and oaks\n\nHIDEbelow\n\n(U) SHOWtwo.\n\n(C) HIDEfour.",
    ] {
        check(&memo("CONFIDENTIAL", body), "U");
    }
    // It is not the same level throughout the first paragraph, so that its mark does not cover the last line (rule 3).
    check(
        &memo(
            "CONFIDENTIAL",
            "1. (U) SHOWone.\n\nHIDEtext, after \u{201c}Elms (C),\u{201d} grows. It has two sentences.\n\nHIDEmore of the same. It has two sentences too.\n\n2. (C) HIDEtwo.\n\n3. (U) SHOWthree.",
        ),
        "U",
    );
}

#[test]
fn the_mark_of_a_name_is_no_portion_to_stand_between() {
    // Nothing stands before the heading but a name: it is the overall classification, and not what the name says.
    check(
        &memo(
            "SECRET",
            "HIDEstudy of \u{201c}Elms (C)\u{201d} and oaks\n\nHIDEheading\n\n1. (U) SHOWone.\n\n2. (S) HIDEtwo.",
        ),
        "C",
    );
}

#[test]
fn what_is_unmarked_before_a_trailing_mark_reads_the_next_mark_alone() {
    for body in [
        "The alder is quiet. (U)\n\nSHOWbirches are dry. They always are.\n\nThe cedar burns. (U)\n\nHIDEdogwood grows. (S)",
        "The alder is quiet. (U)\n\nHIDEbirches are dry. They always are.\n\nHIDEcedar burns. (S)\n\nThe dogwood grows. (U)",
        "HIDEalder is quiet. (S)\n\nHIDEbirches are dry. They always are.\n\nThe cedar burns. (U)\n\nSHOWdogwood grows. (U)",
    ] {
        check(&memo("SECRET", body), "U");
    }
}

#[test]
fn a_number_or_mark_inside_a_block_that_contradicts_it_leaves_the_rest_unresolved() {
    for body in [
        "1. (U) SHOWone.\n\n2. (U) SHOWtwo.\n7. (C) HIDEseven.\n\n3. (S) SHOWthree.",
        "1. (U) SHOWone.\n\n2. (U) SHOWtwo.\n4, (C) HIDEfour.\n\n3. (S) SHOWthree.",
        "1. (U) SHOWone:\n\na. (U) SHOWa.\nd. (C) HIDEd.\n\n2. (S) SHOWtwo.",
        "1. (U) SHOWone.\n\n2. (U)\n(C) HIDEtwo.\n\n3. (S) SHOWthree.",
        "1. (U) SHOWone.\n\n2. (U) (C) HIDEtwo.\n\n3. (S) SHOWthree.",
    ] {
        check(&telegram("SECRET", body), "TS");
    }
    for body in [
        "(U) SHOWone.\n\n(U) HIDEtwo is said. (C)\n\n(S) SHOWthree.",
        "(U) SHOWone.\n\n(S) HIDEtwo is said. (U)\n\n(S) SHOWthree.",
    ] {
        check(&memo("SECRET", body), "TS");
    }
}

#[test]
fn letters_in_parentheses_are_items_in_a_run_and_marks_alone() {
    let unclas = |items: &str| {
        telegram(
            "UNCLAS",
            &format!("1. (U) SHOWone:\n\n{items}\n\n2. (U) SHOWtwo."),
        )
    };
    for items in [
        "(A) SHOWa.\n\n(B) SHOWb.",
        "(A) SHOWa.\n\n(B) SHOWb.\n\n(C) SHOWc.",
        "(A) SHOWa.\n\n(B) SHOWb.\n\n(C) SHOWc.\n\n(D) SHOWd.",
        // One item is no list.
        "(A) HIDEa.",
        "(C) HIDEc.",
        // Nor is a run that does not begin, or has a gap.
        "(B) HIDEb.\n\n(C) HIDEc.",
        "(A) HIDEa.\n\n(C) HIDEc.",
    ] {
        check(&unclas(items), "U");
    }
    // Where the letter may be a level of the document it is one, and the items beside it take the higher of all.
    check(
        &telegram(
            "CONFIDENTIAL",
            "1. (U) SHOWone:\n\n(A) HIDEa.\n\n(B) HIDEb.\n\n(C) HIDEc.\n\n2. (U) SHOWtwo.",
        ),
        "U",
    );
}

#[test]
fn items_belong_to_their_paragraph_where_a_further_one_follows() {
    for items in [
        "a. HIDEa",
        "a. SHOWa\n\nb. HIDEb",
        "a. SHOWa\n\nb. SHOWb\n\nc. HIDEc",
        // Running text belongs to it in any place.
        "a. SHOWa is a text. It goes on.",
        "a. SHOWa\n\nb. SHOWb\n\nc. SHOWc is a text. It goes on.",
    ] {
        let body = format!("1. (U) SHOWone:\n\n{items}\n\n2. (C) HIDEtwo.\n\n3. (U) SHOWthree.");
        check(&telegram("CONFIDENTIAL", &body), "U");
        check(&memo("CONFIDENTIAL", &body), "U");
    }
}

#[test]
fn lines_behind_a_colon_are_a_list_from_four_on() {
    for lines in [
        "HIDEone",
        "HIDEone\n\nHIDEtwo",
        "HIDEone\n\nHIDEtwo\n\nHIDEthree",
        "SHOWone\n\nSHOWtwo\n\nHIDEthree\n\nHIDEfour",
        "SHOWone\n\nSHOWtwo\n\nSHOWthree\n\nHIDEfour\n\nHIDEfive",
    ] {
        let body =
            format!("1. (U) SHOWfirst are:\n\n{lines}\n\n2. (C) HIDElast.\n\n3. (U) SHOWend.");
        check(&telegram("CONFIDENTIAL", &body), "U");
        check(&memo("CONFIDENTIAL", &body), "U");
    }
    // Nothing announces these.
    check(
        &telegram(
            "CONFIDENTIAL",
            "1. (U) SHOWfirst.\n\nHIDEone\n\nHIDEtwo\n\nHIDEthree\n\nHIDEfour\n\n2. (C) HIDElast.\n\n3. (U) SHOWend.",
        ),
        "U",
    );
}

#[test]
fn a_place_that_stands_for_several_names_the_reasons_of_all() {
    let heading = "Headings and Oaks";
    let lost = "This text has lost its mark. It is long enough to be text.";
    for (one, two) in [(heading, lost), (lost, heading)] {
        let source = memo(
            "SECRET",
            &format!("(S) Zero.\n\n(U) One.\n\n(SBU) Two.\n\n{one}\n\n{two}\n\n(U) Three."),
        );
        let shown = release(Policy::default(), &source, "U");
        let bases: Vec<String> = shown
            .portions()
            .iter()
            .filter(|portion| portion.kind().is_body())
            .map(|portion| match portion.content() {
                Content::Text { .. } => "shown".to_owned(),
                Content::Withheld(bases) => bases.to_string(),
            })
            .collect();
        assert_eq!(
            bases[bases.len() - 5..],
            [
                "classified",
                "shown",
                "sensitive",
                "classified, sensitive",
                "shown"
            ],
            "{source}"
        );
    }
}

#[test]
fn the_text_of_a_portion_is_its_own_and_nothing_behind_it() {
    let page = "KARSHAVN 00000012  002 OF 003";
    for (source, expected) in [
        // A page line inside the paragraph, at its end, and between the blocks that belong to it.
        (
            telegram(
                "SECRET",
                &format!("1. (U) One goes\n{page}\non.\n\n2. (U) Two.\n{page}\n\n3. (S) Three."),
            ),
            vec!["One goes\non.", "Two."],
        ),
        (
            telegram(
                "SECRET",
                &format!(
                    "1. (U) One:\n\na. Alders are quiet. They sleep.\n{page}\n\nb. Birches are thirsty. They burn.\n\n2. (S) Two."
                ),
            ),
            vec!["One:\na. Alders are quiet. They sleep.\nb. Birches are thirsty. They burn."],
        ),
        // The mark behind a paragraph, and the banner of the page under it, are no part of its text.
        (
            memo(
                "SECRET",
                "Alder is quiet. (U)\nSECRET\n\nBirches are dry. (S)\n\nCedar\nburns. (U)",
            ),
            vec!["Alder is quiet.", "Cedar\nburns."],
        ),
        (
            memo(
                "SECRET",
                "Alder is quiet. (U)\nBirches are dry. (S)\nCedar burns. (U)",
            ),
            vec!["Alder is quiet.", "Cedar burns."],
        ),
        // White space at the end of a line, line breaks of another kind.
        (
            telegram("SECRET", "1. (U) One \t\r\n  goes on.  \r\n\r\n2. (S) Two."),
            vec!["One\n  goes on."],
        ),
    ] {
        assert_eq!(texts(&source, "U"), expected, "{source}");
    }
}

#[test]
fn what_cannot_be_read_inside_a_portion_withholds_it_and_no_other() {
    for body in [
        "1. (U) SHOWone.\n\n2. (U) HIDEtwo is dry.\n(CC) HIDEthree.\n\n3. (U) SHOWfour.\n\n4. (S) SHOWfive.",
        "1. (U) SHOWone.\n\n2. (U) HIDEtwo is known. (8BU] HIDEthree.\n\n3. (U) SHOWfour.\n\n4. (S) SHOWfive.",
        "1. (U) SHOWone.\n\n2. (U) HIDEtwo is dry.\nRemarks: (1S> HIDEthree.\n\n3. (U) SHOWfour.\n\n4. (S) SHOWfive.",
        "1. (U) SHOWone.\n\n2. (U) HIDEtwo is dry.\nf0) HIDEthree.\n\n3. (U) SHOWfour.\n\n4. (S) SHOWfive.",
    ] {
        check(&telegram("SECRET", body), "TS");
        check(&memo("SECRET", body), "TS");
    }
    // What its mark withholds anyway is withheld for that, and its text tells nothing.
    for text in [
        "Elms burn.",
        "Elms burn.\n(CC) Oaks fall.",
        "Elms burn.\nf0) Oaks fall.",
    ] {
        let source = telegram("SECRET", &format!("1. (U) One.\n\n2. (S) {text}"));
        let shown = release(Policy::default(), &source, "U");
        let Some(Content::Withheld(bases)) = shown
            .portions()
            .last()
            .map(tearline::release::Released::content)
        else {
            panic!("paragraph 2 is withheld: {source}");
        };
        assert_eq!(bases.to_string(), "classified", "{source}");
    }
}

#[test]
fn a_letter_that_is_no_level_does_not_mark_a_subject() {
    for mark in ["(Q)", "(G)", "(5)"] {
        check(
            &format!("SECRET\n\nMEMORANDUM FOR X\n\nSUBJECT: {mark} HIDEpier\n\n(U) SHOWone.\n"),
            "TS",
        );
    }
}

#[test]
fn the_cell_of_a_row_counts_no_items() {
    check(
        &telegram(
            "CONFIDENTIAL",
            "1. (U) HIDEone, (A) to stay, (B) to go.\n| gazebo | (C) |\n\n2. (U) SHOWtwo.\n\n3. (C) HIDEthree.",
        ),
        "U",
    );
}

#[test]
fn a_field_of_a_memorandum_parts_what_stands_before_it_from_what_stands_behind() {
    check(
        &memo(
            "SECRET//NOFORN",
            "14 March 2006\n\n(S//NF) HIDEone.\n\nDerived From: Harbor Guide 7\nDeclassify On: 20080314\nHIDEunder\n\n(S) SHOWtwo.",
        ),
        "U",
    );
    // Between two portions below the overall classification it counts as the whole, and not as the two.
    check(
        &memo(
            "SECRET//NOFORN",
            "14 March 2006\n\n(S) SHOWone.\n\nDerived From: Harbor Guide 7\nDeclassify On: 20080314\nHIDEunder\n\n(S) SHOWtwo.",
        ),
        "U",
    );
}

#[test]
fn a_paper_that_mail_quotes_is_read_as_without_the_signs() {
    let source = "SECRET KARSHAVN 000012\n\nNODIS\n\n1. (S) HIDEone.\n";
    let quoted: Vec<String> = source.lines().map(|line| format!("> {line}")).collect();
    check(&quoted.join("\n"), "S");
}

#[test]
fn a_mark_inside_an_item_is_one_that_its_paragraph_does_not_cover() {
    check(
        &telegram(
            "CONFIDENTIAL",
            "1. (U) SHOWone:\n\n(A) HIDEelms of the plan (C//NF) of May.\n\n(B) HIDEoaks.\n\nHIDEtext of the paragraph. It has two sentences.\n\n2. (C) HIDEtwo.\n\n3. (U) SHOWthree.",
        ),
        "U",
    );
}
