//! Levels that stand in words: at the head of a text, in a statement about a part or about the whole, behind a label, in a
//! level line with a slip. `HIDE…` must not reach the public, `SHOW…` must; expectations are a reading of the rules.

use crate::header::check;

/// A telegram that marks its paragraphs, with this between its second and its third.
fn marked(between: &str) -> String {
    format!(
        "SECRET KARSHAVN 1\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo.\n\n{between}\n\n3. (U) SHOWthree.\n"
    )
}

/// A telegram sent UNCLAS that marks nothing, with this as its first paragraph.
fn unmarked(first: &str, rest: &str) -> String {
    format!(
        "P 141630Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nUNCLAS KARSHAVN 000123\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PIERS\n\n1. {first}\n\n2. The {rest}list of owners is attached. It is long.\n"
    )
}

/// Each of these hides the text that it heads, and no other text.
#[track_caller]
fn heads(heads: &[&str]) {
    for head in heads {
        check(
            &marked(&format!(
                "{head} The relay is under HIDEpier. Nobody was told of it."
            )),
            "U",
        );
    }
}

#[test]
fn a_level_in_words_heads_its_text_with_or_without_brackets() {
    heads(&[
        "SECRET -",
        "Secret -",
        "SECRET:",
        "Secret:",
        "SECRET.",
        "TOP SECRET.",
        "CONFIDENTIAL -",
        "Confidential:",
        "SECRET",
        "SECRET/NOFORN",
        "SECRET//NOFORN",
        "SBU:",
        "SECRET COMMENT:",
        "SECRET TEXT:",
        "SECRET PARA:",
        "Secret annex:",
        "**SECRET**",
        "*** SECRET ***",
        "__SECRET__",
        "-SECRET-",
        "=SECRET=",
        "<SECRET>",
        "S E C R E T:",
        "TS:",
        "SECRET (NOFORN):",
        "UK SECRET:",
        "RESTRICTED:",
        "Classified:",
        "CLASSIFIED COMMENT:",
        "Begin secret:",
        "This paragraph is SECRET:",
        "NEXT TWO PARAGRAPHS ARE SECRET.",
        "Marking: SECRET -",
        "LIMITED OFFICIAL USE FYI ONLY:",
        "CONFIDENTIAL FYI:",
    ]);
}

#[test]
fn a_control_in_capitals_heads_its_text() {
    heads(&[
        "NOFORN:",
        "EYES ONLY:",
        "LIMDIS:",
        "NODIS -",
        "FOUO:",
        "FOUO -",
        "LIMDIS",
        "FOUO",
    ]);
}

#[test]
fn a_label_that_states_a_level_counts_for_what_stands_below_it() {
    for label in [
        "CLAS: S",
        "PM: S",
        "Portion mark: S",
        "Portion marking: S//NF",
        "Class. C",
        "Level: SECRET",
        "CLASSIFICATION: SECRET",
        "SUMMARY - SECRET",
        "Summary: SECRET",
        "SUMMARY/SECRET",
        "Secret Annex",
        "CLASSIFIED ADDENDUM",
        "(SECRET)",
        "THE FOLLOWING PARAGRAPH IS SECRET:",
        "NEXT PARAGRAPH SECRET.",
        "Remainder of paragraph is SECRET.",
        "The remainder is Confidential:",
        "SECRET --",
        "Secret;",
        "SECRET NOFORN:",
        "<SECRET>",
        "\"SECRET\"",
        "THE FOLLOWING IS SECRET.",
        "CLASSIFIED COMMENT:",
    ] {
        check(
            &marked(&format!("{label}\nThe relay is under HIDEpier. It is dry.")),
            "U",
        );
    }
    // Without a blank line before it as well, whatever sign parts it from the level.
    for label in [
        "Security classification - SECRET",
        "Security classification - SECRET 02",
        "Security classification – SECRET",
        "Level = SECRET",
        "Marking level - SECRET",
    ] {
        check(
            &unmarked(
                &format!("The pier.\n{label}\nThe relay is under HIDEpier."),
                "",
            ),
            "U",
        );
    }
    for heading in ["SUMMARY - SECRET", "Secret Annex", "CLASSIFIED ADDENDUM"] {
        check(
            &marked(&format!(
                "{heading}\n\nThe relay is under HIDEpier. It is dry."
            )),
            "U",
        );
    }
}

#[test]
fn a_statement_inside_a_paragraph_begins_a_portion() {
    for head in [
        "Remainder of paragraph is SECRET. The",
        "THE FOLLOWING IS SECRET: The",
        "Secret: The",
        "SECRET - The",
    ] {
        check(
            &format!(
                "SECRET KARSHAVN 1\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo.\n{head} HIDErelay is dry.\n\n3. (U) SHOWthree.\n"
            ),
            "U",
        );
    }
}

#[test]
fn a_sentence_with_a_level_in_it_stays_text() {
    for text in [
        "The secret talks SHOWtext went on. They were long.",
        "Secret talks - SHOWtext - went on. They were long.",
        "SECRET TALKS WITH THE SHOWtext WENT ON. THEY WERE LONG.",
        "Secret Service SHOWtext: nobody came. They were late.",
        "Confidential sources SHOWtext say so. They were few.",
        "The document is SHOWtext long. It was secret.",
        "This paragraph is SHOWtext short. Nothing in it is secret.",
        "Confidentially: SHOWtext went home. He was tired.",
        "Top secrets. SHOWtext is a film. It is long.",
        "Classified ads: SHOWtext sells boats. He has many.",
        "This document is not SHOWtext secret. It is open.",
    ] {
        check(&marked(text), "U");
    }
}

#[test]
fn a_statement_about_the_whole_raises_what_is_unmarked() {
    for statement in [
        "THIS CABLE IS SENSITIVE BUT UNCLASSIFIED. PLEASE PROTECT ACCORDINGLY.",
        "CONFIDENTIAL - ENTIRE TEXT.",
        "THIS MESSAGE IS CONFIDENTIAL IN ITS ENTIRETY.",
        "(ENTIRE TEXT CONFIDENTIAL)",
        "PARAGRAPH 2 IS CONFIDENTIAL.",
        "PARAS 2-4 ARE LIMITED OFFICIAL USE.",
        "THIS MESSAGE CONTAINS BUSINESS CONFIDENTIAL INFORMATION.",
        "PLEASE TREAT AS CONFIDENTIAL.",
        "READ AS CONFIDENTIAL.",
        "PLEASE UPGRADE TO CONFIDENTIAL.",
        "THIS IS A CONFIDENTIAL MESSAGE.",
        "THIS IS AN SBU MESSAGE, PLEASE PROTECT ACCORDINGLY.",
        "PARAS 2 THROUGH 4 ARE LOU.",
        "PARAGRAPH TWO IS CONFIDENTIAL.",
        "THIS CABLE CONTAINS COMPANY PROPRIETARY INFORMATION.",
    ] {
        check(&unmarked(statement, "HIDElist "), "U");
    }
    for text in [
        "THIS CABLE IS UNCLASSIFIED.",
        "THIS CABLE IS LONG.",
        "THE BUSINESS SECTION IS OPEN.",
        "PARAGRAPH 2 IS NEW.",
    ] {
        check(&unmarked(text, "SHOWlist "), "U");
    }
}

#[test]
fn a_notice_that_raises_a_telegram_counts() {
    for notice in [
        "CLASSIFICATION UPGRADED FROM UNCLAS TO CONFIDENTIAL",
        "PLEASE TREAT AS CONFIDENTIAL",
        "CORRECTED COPY - PARA 1 RECLASSIFIED CONFIDENTIAL",
        "THIS CABLE UPGRADED TO CONFIDENTIAL",
    ] {
        check(
            &format!(
                "P 141630Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nUNCLAS KARSHAVN 000123\n\n{notice}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: (U) PIERS\n\n1. The HIDErelay is dry.\n\n2. HIDEopen.\n"
            ),
            "U",
        );
    }
}

#[test]
fn a_sentence_states_the_level_of_a_paper() {
    for statement in [
        "The overall classification of this briefing is SECRET.",
        "This briefing is classified SECRET//NOFORN.",
        "HIGHEST CLASSIFICATION OF THIS BRIEFING: SECRET",
        "CONTAINS SECRET INFORMATION",
        "ATTACHED DOCUMENT IS SECRET",
        "All portions of this document are SECRET unless otherwise marked.",
    ] {
        check(
            &format!("UNCLASSIFIED\n\n{statement}\n\nShip HIDEship sails. So it is.\n"),
            "U",
        );
    }
    check(
        "UNCLASSIFIED\n\nThe talks are SHOWtalks.\n\nShip SHOWship sails. So it is.\n",
        "U",
    );
}

#[test]
fn what_one_page_is_says_nothing_of_the_others() {
    check(
        "THIS PAGE IS UNCLASSIFIED\n\nThe pier is HIDEpier. So it is.\n\n\u{c}\nShip HIDEship sails. So it is.\n",
        "U",
    );
    check(
        "THIS DOCUMENT IS UNCLASSIFIED\n\nThe pier is SHOWpier. So it is.\n",
        "U",
    );
}

#[test]
fn paragraphs_that_together_are_more_are_withheld() {
    check(
        "SECRET\n\n1. (S) HIDEone.\n\n2. (U) Ship HIDEtwo sails.\n\n3. (U) HIDEthree.\n\n4. (U) SHOWfour.\n\nNote: paragraphs 2 and 3 together are SECRET.\n\nSECRET\n",
        "U",
    );
}

#[test]
fn a_level_line_with_more_or_with_a_slip_opens_a_paper() {
    for line in [
        "SECRET NODIS CHEROKEE",
        "CLASSIFIED SECRET",
        "SECRET FROM VESTA 22",
        "SECRETT",
        "SECRT",
        "UK EYES ONLY",
        "RESTRICTED",
    ] {
        check(
            &format!(
                "CONFIDENTIAL KARSHAVN 1\n\n1. (C) HIDEone.\n\n2. (U) Open. Telegram follows:\n\n{line}\n\nThe relay HIDErelay is dry. Nobody was told. It stays so.\n\n3. (U) End.\n"
            ),
            "U",
        );
    }
}

/// The schedules of E.O. 11652 beside a level restrict nothing, and what stands beside them does.
#[test]
fn a_schedule_beside_a_level_leaves_it_readable() {
    let paper = |level: &str, word: &str| {
        format!(
            "{level}\n\nMEMORANDUM FOR X\n\nMarch 14, 1975\n\n(S) The relay is HIDEone.\n\n(U) The pier is {word}two.\n\n{level}\n"
        )
    };
    for level in [
        "SECRET/GDS",
        "SECRET/XGDS",
        "SECRET/XGDS-3",
        "SECRET (XGDS-3)",
        "SECRET - XGDS (3)",
        "SECRET/SENSITIVE/XGDS",
        "SECRET/NOFORN/XGDS",
    ] {
        check(&paper(level, "SHOW"), "U");
    }
    for level in [
        "SECRET/NODIS/XGDS",
        "SECRET/XGDS/EYES ONLY",
        "SECRET/CHEROKEE/XGDS",
        "SECRET/XGDS/CHEROKEE",
        "SECRET/XGDSX",
        "SECRET/UMBRA/GDS",
        "SECRET/GDS/ROGER CHANNEL",
        "SECRET/ORCON/XGDS",
        "SECRET/GDS 3/CODEWORD",
        "TOP SECRET/XGDS",
    ] {
        check(&paper(level, "HIDE"), "U");
    }
}

/// The level line of a second telegram, or of a further section, with one wrong letter.
#[test]
fn a_level_line_of_a_telegram_may_have_a_wrong_letter() {
    let telegram = |line: &str, word: &str| {
        format!(
            "UNCLAS PORT VESTA 12\n\nSUBJECT: {word}PIERS\n\n1. The {word}list is long.\n\n{line}\n\nIt goes on with {word}owners. It is long.\n"
        )
    };
    for line in [
        "S E C R F T PORT VESTA 13",
        "S E C R F T SECTION 02 OF 03 PORT VESTA 12",
        "C O N F I D E N T I A I SECTION 02 OF 02 PORT VESTA 12",
        "CONFIDENTIAI SECTION 02 OF 02 PORT VESTA 12",
        "SECRFT PORT VESTA 13",
    ] {
        check(&telegram(line, "HIDE"), "U");
    }
    for line in ["SECRETARY OF VESTA 13", "SACRED BOATS 13", "C O N V O Y 13"] {
        check(&telegram(line, "SHOW"), "U");
    }
}

#[test]
fn a_region_may_say_more_and_stand_on_the_line_of_its_text() {
    let region = |first: &str, last: &str| {
        format!(
            "CONFIDENTIAL KARSHAVN 1\n\n1. (C) HIDEone.\n\n2. (U) Text of note:\n\n{first}\n\nThe HIDErelay. It is dry.\n\n{last}\n\n3. (U) SHOWthree.\n"
        )
    };
    for (first, last) in [
        ("(Begin text of confidential note)", "(End text)"),
        ("(Start of secret portion)", "(End of secret portion)"),
        ("(Begin confidential)", "(End confidential)"),
        ("BEGIN SECRET", "END SECRET"),
    ] {
        check(&region(first, last), "U");
    }
    check(
        "SECRET KARSHAVN 1\n\n1. (S) HIDEone.\n\n2. (U) Open. BEGIN SECRET The HIDErelay is dry. END SECRET Open again.\n\n3. (U) SHOWthree.\n",
        "U",
    );
    check(
        "SECRET KARSHAVN 1\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo. They BEGIN WORK IN MAY.\n\n3. (U) SHOWthree.\n",
        "U",
    );
}

#[test]
fn a_level_line_ends_what_a_tear_line_clears() {
    check(
        "SECRET//NOFORN\n\n(S//NF) HIDEx.\n\n//UNCLASSIFIED//\n\nSHOWopen. It is so.\n\nCLASSIFICATION: SECRET\n\nThe relay HIDErelay is dry. It is so.\n\n//UNCLASSIFIED//\n\nSECRET//NOFORN\n",
        "U",
    );
}

#[test]
fn a_marked_heading_under_a_paragraph_heads_what_follows() {
    check(
        "SECRET KARSHAVN 1\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo.\nTHE HIDErelay (S)\n\nThe relay is under HIDEpier. It is dry.\n\n3. (U) SHOWthree.\n",
        "U",
    );
}

#[test]
fn a_number_that_the_next_one_follows_begins_a_paragraph() {
    check(
        "CONFIDENTIAL KARSHAVN 1\n\n1. (C) HIDEone.\n2. (U) SHOWtwo.\n3. The HIDErelay is dry. So it is.\n4. (U) SHOWfour.\n",
        "U",
    );
    check(
        "CONFIDENTIAL KARSHAVN 1\n\n1. (C) HIDEone.\n\n2. (U) SHOWtwo is as of March\n3. The SHOWpier is new.\n\n4. (U) SHOWfour.\n",
        "U",
    );
}

#[test]
fn a_mark_behind_a_paragraph_may_stand_with_words_or_without_brackets() {
    let paper = |last: &str| {
        format!(
            "SECRET\n\nMEMORANDUM FOR THE HARBOR MASTER\n\nMarch 14, 1986\n\nThe boom was shut in May, and nobody knows HIDEwhy it was. (S)\n\nThe pier is open to all boats, and has been SHOWopen since June. (U)\n\nThe relay is under the pier, and the harbor HIDErelay has the key. {last}\n\nThe road to it is long, and nobody SHOWroad goes there. (U)\n\nSECRET\n"
        )
    };
    for last in [
        "(S - Sensitive)",
        "(Classified)",
        "(S)",
        "SECRET",
        "S",
        "S//NF",
    ] {
        check(&paper(last), "U");
    }
}

/// No level line stands over the text: what is unmarked may be anything, and a line further down that bars foreigners does so.
#[test]
fn a_level_line_below_the_text_alone_leaves_the_marks_of_portions() {
    let paper = |level: &str, open: &str, secret: &str| {
        format!(
            "MEMORANDUM FOR X\n\n(U) The pier is {open}one.\n\n{level}\n\n(S) The relay is {secret}two.\n\nHIDEthree has the key. Nobody was told.\n\n{level}\n"
        )
    };
    for level in [
        "SECRET",
        "SECRET//NOFORN",
        "Classification: CONFIDENTIAL//NOFORN",
    ] {
        check(&paper(level, "SHOW", "HIDE"), "U");
        check(&paper(level, "SHOW", "SHOW"), "S");
    }
    check(
        &paper("SECRET//NOFORN", "SHOW", "HIDE"),
        "clearance=S citizen=GBR",
    );
    for level in ["SECRET//ORCON", "SECRET//HARBSEN"] {
        check(&paper(level, "HIDE", "HIDE"), "U");
    }
}
