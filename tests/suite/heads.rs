//! What stands between the start of a line, or the end of a sentence, and a mark: a number, a bullet, a speaker, an hour, the
//! line of a page. The mark heads its text, and `HIDE…` must not reach the public, `SHOW…` must. Expectations are a reading of
//! the rules, and both columns hold look-alikes of the other.

use crate::header::check;

/// A paper that marks its paragraphs in front, without numbers.
pub(crate) fn paper(text: &str) -> String {
    format!(
        "SECRET\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nMarch 14, 2006\n\n(S) The boom is HIDEboom.\n\n(U) The pier is SHOWpier.\n\n{text}\n\n(C) The fee is HIDEfee.\n\nSECRET\n"
    )
}

/// A telegram that numbers its paragraphs, with this as what stands behind the number of the third.
pub(crate) fn telegram(text: &str) -> String {
    format!(
        "P 141630Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nS E C R E T KARSHAVN 000123\n\nTAGS: PREL\nSUBJECT: (U) PIERS\n\n1. (S) HIDEboom.\n\n2. (U) SHOWpier.\n\n3. {text}\n\n4. (U) SHOWroad.\n"
    )
}

#[track_caller]
pub(crate) fn in_both(text: &str) {
    check(&paper(text), "U");
    check(&telegram(text), "U");
}

/// OCR joins the number of a page and its banner to the text on either side of it.
#[test]
fn a_mark_behind_the_line_of_a_page_heads_what_follows() {
    for line in [
        "3 CONFIDENTIAL",
        "CONFIDENTIAL 3",
        "SECRET",
        "UNCLASSIFIED",
        "Page 3",
        "- 3 -",
        "-3-",
        "3",
        "3 of 5",
        "PAGE 3 OF 5",
        "Page 3 of 5 SECRET",
        "| 3",
    ] {
        for mark in ["(S)", "(C)", "(5)", "(S//NF)"] {
            in_both(&format!(
                "(U) It rains. It is the end of the sentence. {line} {mark} The relay is at HIDErelay."
            ));
        }
        in_both(&format!(
            "(U) SHOWone. It is the end. {line} (U) The road is SHOWroad."
        ));
    }
    // In mid-sentence the word behind the mark says that one begins there.
    for line in ["12", "ii", "A-4", "3CONFIDENTIAL", "4/12"] {
        in_both(&format!(
            "(U) It rains at pier {line} (S) The relay is at HIDErelay."
        ));
    }
    for text in [
        "Of 12 men 3 (three) came to SHOWplace.",
        "See section 3 (c) of the act. It is SHOWact.",
        "As para. 3 (C) Ode said, it is SHOWode.",
        "Page 3 (section C) says so of SHOWpage.",
        "Hull 3 (C) leaks at SHOWhull.",
    ] {
        in_both(&format!("(U) It rains. {text}"));
    }
}

/// The number and the banners of a page stand in the middle of a sentence: they rate nothing of it. What begins behind them is text
/// of its own, and has lost its mark.
#[test]
fn a_page_that_ends_in_mid_sentence_rates_nothing() {
    for level in ["SECRET", "SECRET//NOFORN"] {
        for page in [
            "LEVEL",
            "     LEVEL",
            "2\n\nLEVEL",
            "          2\n       LEVEL\n\n       LEVEL",
            "LEVEL\n\n2",
            "LEVEL\n     - 2 -\n\x0cLEVEL",
            "LEVEL      2",
            "Page 2 of 5\nLEVEL",
            "ii\nLEVEL",
            "     A-2\n\n     LEVEL",
        ] {
            let page = page.replace("LEVEL", level);
            let paper = |text: &str| {
                format!(
                    "{level}\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nMarch 14, 2006\n\n(U) {text}\n\n(S//NF) The fee is HIDEfee.\n\n{level}\n"
                )
            };
            check(
                &paper(&format!(
                    "The pier of SHOWone is dry and it\n\n{page}\n\nis known to be SHOWtwo."
                )),
                "U",
            );
            check(
                &paper(&format!(
                    "The pier of SHOWone is dry.\n\n{page}\n\nThe relay is at HIDEtwo. Nobody knows."
                )),
                "U",
            );
        }
    }
    // A banner that asks more than all before it contradicts them.
    for page in [
        "SECRET//NOFORN",
        "TOP SECRET",
        "     TOP SECRET//SI//NOFORN",
    ] {
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nMarch 14, 2006\n\n(U) The pier of HIDEone is dry and it\n\n{page}\n\nis with HIDEtwo.\n\n(TS//SI//NF) The fee is HIDEfee.\n\n(U) The road is SHOWroad.\n"
            ),
            "U",
        );
    }
    // A row that has a level in a cell is none of these.
    in_both("(U) The fees are these.\n HIDE777   SECRET");
    in_both("(U) They are few.\nBirch   HIDErelay   SECRET");
}

/// A paragraph that its indentation alone tells from the one before, and that has lost its mark.
#[test]
fn a_paragraph_told_by_its_indentation_is_one() {
    for indent in ["     ", "  ", "\t"] {
        check(
            &paper(&format!(
                "{indent}(U) The pier is open to\nall boats of SHOWone.\n{indent}The relay is under\nthe pier of HIDEtwo.\n{indent}(U) The road is long at\nSHOWthree."
            )),
            "U",
        );
        check(
            &paper(&format!(
                "{indent}(S) The relay is dry.\n{indent}(U) The pier is SHOWone.\n{indent}The boom is shut at HIDEtwo. Nobody knows."
            )),
            "U",
        );
        check(
            &paper(&format!(
                "{indent}(U) The pier is open to\n{indent}all boats of SHOWone.\n{indent}The pier is SHOWtwo."
            )),
            "U",
        );
        check(
            &paper(&format!(
                "(U) The pier is open to\n{indent}all boats of SHOWone.\n{indent}The pier is SHOWtwo."
            )),
            "U",
        );
        in_both(&format!(
            "{indent}(U) The pier is open to\nall boats of SHOWone.\n{indent}(S) The relay is under\nthe pier of HIDEtwo.\n{indent}(U) The road is long at\nSHOWthree."
        ));
    }
}

/// Titles of a protection that no level bears stand where marks do.
#[test]
fn a_protection_in_words_is_a_mark_that_cannot_be_read() {
    for title in [
        "Administratively Confidential",
        "Admin Conf",
        "ADMINISTRATIVELY CONTROLLED",
        "Law Enforcement Sensitive",
        "Medical Confidential",
        "Business Confidential",
        "In Confidence",
        "Strictly Confidential",
        "Close Hold",
        "Not for Release",
        "Not releasable to foreign nationals",
        "Restricted Data",
        "Formerly Restricted Data",
        "Attorney Work Product",
        "Proprietary",
        "TRÈS SECRET",
        "Top Secret Codeword",
    ] {
        in_both(&format!("({title}) The relay is at HIDErelay."));
        in_both(&format!(
            "(U) It rains. ({title}) The relay is at HIDErelay."
        ));
        in_both(&format!(
            "(U) It rains at SHOWone.\nComment: ({title}) The relay is at HIDErelay."
        ));
        in_both(&format!(
            "(U) It rains at SHOWone.\n\nMEDICAL UNIT ({title})\n\nThe relay is at HIDErelay."
        ));
    }
    for remark in [
        "Administrator",
        "Admin building",
        "in confidence, he said",
        "privileged few",
        "Confidential sources say so",
        "Privacy is rare here",
        "Restricted area",
        "Business as usual",
        "Laughter",
        "Secret talks went on",
    ] {
        in_both(&format!("(U) It rains. ({remark}) The pier is SHOWpier."));
    }
}

/// The first cell of a row, where a scanner misread the mark of it and nothing else is marked.
#[test]
fn a_slip_in_the_first_cell_of_a_row_withholds_it() {
    for mark in ["(5)", "(S/", "fS)", "(S", "($)", "S)", "{S)", "l5)", "(SJ"] {
        for row in [
            format!("{mark}   Alder    HIDErelay"),
            format!("{mark}\tAlder\tHIDErelay"),
            format!("| {mark} Alder | HIDErelay |"),
        ] {
            in_both(&format!("(U) The pier is open.\n{row}"));
        }
    }
    for mark in ["(5)", "fS)", "(S", "(C", "(5/NF)", "CS)"] {
        in_both(&format!(
            "(U) The pier is open.\nBoat,Cargo\n{mark},HIDErelay\nBirch,sand"
        ));
    }
    in_both("(U) Boats:\n(U)   Alder   sand\n(TTS)   Birch   HIDErelay");
    for rows in [
        "Alder (5)   sand SHOWone\nBirch (7)   tar",
        "Boats   (12)  SHOWone\nMen   (5)  sand",
        "Loss    (5)    SHOWone\nGain    7",
        "Boat,Men\nAlder (new),SHOWone\nBirch,12",
    ] {
        in_both(&format!("(U) The pier is open.\n{rows}"));
    }
}

#[test]
fn an_item_that_lost_its_point_is_one() {
    for text in [
        "(U) The points:\n\na. (U) The pier is SHOWone.\n\nb (S) The relay is HIDEtwo.\n\nc. (U) The road is SHOWthree.",
        "(U) The points:\n1) (U) The pier is SHOWone.\n2 (C) The relay is HIDEtwo.",
        "(U) The pier and the\nroad b (S) The relay is HIDEtwo.",
    ] {
        check(&paper(text), "U");
    }
    for text in [
        "(U) The points: plan b (S) and plan a (C) were at SHOWone.",
        "(U) In group 2 (C) there was SHOWone.",
    ] {
        in_both(text);
    }
}

/// An item among marked ones that has lost its mark, where no paragraph has a number that it could belong to.
#[test]
fn an_item_that_lost_its_mark_is_one() {
    for items in [
        "- (U) Pier SHOWone\n- Relay HIDEtwo\n- (U) Road SHOWthree",
        "a. (U) Pier SHOWone\nb. Relay HIDEtwo\nc. (U) Road SHOWthree",
        "(U) The points:\n- one SHOWone\n- two SHOWtwo\n  - three SHOWthree",
        "- (U) Pier SHOWone has:\n  - a post SHOWtwo\n  - a rail SHOWthree",
    ] {
        check(&paper(items), "U");
    }
}

/// An item without a mark whose like has one, above it or below; and a paragraph.
#[test]
fn what_stands_among_marked_ones_has_lost_its_mark() {
    for text in [
        "(U) SHOWlead.\n\na. The relay is at HIDErelay.\n\nb. (S) HIDEtwo.\n\nc. (U) SHOWthree.",
        "(U) SHOWlead.\n\n- The relay is at HIDErelay.\n\n- (S) HIDEtwo.\n\n- (U) SHOWthree.",
        "(U) SHOWlead.\n\n(1) (U) SHOWone.\n\n(2) The relay is at HIDErelay.\n\n(3) (S) HIDEthree.",
        "(U) SHOWlead.\n\n(1) (U) SHOWone.\n\n(2) The relay is at HIDErelay.\n\n(3) (U) SHOWthree.",
        "(U) SHOWlead:\n- the relay at HIDErelay\n- (S) the tug HIDEtwo\n- (U) the road SHOWthree",
        "(U) SHOWlead:\n- the relay at HIDErelay\n- the mast\n  at HIDEmast\n- (S) the tug HIDEtwo",
        "(U) SHOWlead:\na. the relay at HIDErelay\nb. (S) the tug HIDEtwo\nc. (U) the road SHOWthree",
        "(U) SHOWlead:\n• the relay at HIDErelay\n• (S) the tug HIDEtwo",
        "(U) SHOWlead:\no Relays at HIDErelay\no (S) Tugs HIDEtwo",
        "(U) SHOWlead:\nv (U) Roads SHOWone\nv Relays at HIDErelay\nv (S) Tugs HIDEtwo",
        // Lines without blank ones between them, of which one broke off early.
        "(U) SHOWone is open.\nThe relay is under the pier at HIDErelay, behind the third post.\n(S) HIDEtwo.",
        "(U) The pier was built by the men of the harbour at SHOWone in the spring of\nthat year. The road\nwas wide. SHOWtwo.\n(S) HIDEtwo.",
        "(U) The boats at SHOWone:\nAlder SHOWtwo\nBirch\n(S) HIDEtwo.",
        "1. (U) SHOWone.\n   a. (U) SHOWtwo.\n   b. (S) HIDEthree.\n      (1) HIDEfour.\n      (2) (U) SHOWfive.\n   c. Relay HIDEsix.\n2. (U) SHOWseven.\n3. Relay HIDEeight.",
        // None of them has one, and a number that a line begins with by chance.
        "(U) SHOWlead:\n- the boats at SHOWone\n- the tugs at SHOWtwo\n\n(S) HIDEend.",
        "(U) SHOWlead:\n\na. The boats are at SHOWone.\n\nb. The tugs are at SHOWtwo.\n\n(S) HIDEend.",
        "1. (U) SHOWone.\n2. (U) The boats came in March\n3. Ode left with SHOWthree.",
    ] {
        check(&paper(text), "U");
    }
}

/// A list, or the rest of a sentence, below a text or a heading that has no mark: what it goes on with has lost its own, and the
/// marked paragraph above that says nothing of either.
#[test]
fn what_goes_on_with_a_text_without_a_mark_has_lost_it_too() {
    for [one, two] in [
        ["-", "-"],
        ["*", "*"],
        ["a.", "b."],
        ["A)", "B)"],
        ["(a)", "(b)"],
        ["(1)", "(2)"],
        ["(i)", "(ii)"],
        ["i.", "ii."],
    ] {
        for between in ["\n", "\n\n"] {
            let items = |word: &str| {
                format!("{one} The mast of {word}one.{between}{two} The tug of {word}two.")
            };
            for before in [
                "The relay is at HIDErelay. It is dry.",
                "The relay at HIDErelay has:",
                "RELAYS",
                "## Relays",
                "Relays (U)",
            ] {
                check(&paper(&format!("{before}\n\n{}", items("HIDE"))), "U");
            }
            check(
                &paper(&format!("(S) The relay has:\n\n{}", items("HIDE"))),
                "U",
            );
        }
    }
    for text in [
        "The relay is at HIDErelay. It is dry and\n\nlies at HIDEone. It is old.",
        "The relay at HIDErelay has:\n\n- a mast and\n\nlies at HIDEone\n\n- a tug at HIDEtwo",
        "(U) The pier is at SHOWpier and\n\nlies at SHOWone. It is old.",
        "(U) The pier has:\n\n- a post at SHOWone\n\n- a rail at SHOWtwo\n\n- a boat at SHOWthree",
        "(U) The pier has:\n\n- a post at SHOWone and\n\nanother at SHOWtwo\n\n- a rail at SHOWthree",
    ] {
        check(&paper(text), "U");
    }
}

#[test]
fn rows_of_data_number_themselves() {
    check(
        &paper("(U) The boats are SHOWone.\n\n1,(U),Alder\n2,(S),HIDEtwo"),
        "U",
    );
    check(
        &paper(
            "References: (a) (U) Letter of SHOWone\n(b) (S) Plan of HIDEtwo\n(c) (U) Note of SHOWthree",
        ),
        "U",
    );
    // A number that was damaged is none of a row.
    check(&paper("4, (U) HIDEone."), "U");
}

#[test]
fn a_number_of_any_form_stands_before_a_mark() {
    for number in [
        "(2)", "(b)", "(iv)", "1)", "II.", "A.", "2.1", "B-2.", "(1)(a)", "§ 4", "2a.", "1(a)",
        "[2]", "No. 2", "Item 2.", "TEXT: 1.",
    ] {
        check(
            &paper(&format!(
                "{number} (U) The pier is open to SHOWone.\n\nThe boats:\n\n{number} (S) The relay is at HIDEtwo."
            )),
            "U",
        );
    }
    // A number that was damaged, and a letter that may have been a level.
    for number in ["4,", "l4.", ".", "(e)", "(5)", "(S)", "(C)", "(B)"] {
        check(
            &paper(&format!("{number} (U) The pier is open to HIDEone.")),
            "U",
        );
    }
}

#[test]
fn signs_stand_before_a_mark_as_a_bullet_does() {
    for signs in [
        "---", "--", "* *", ">>", "->", "=>", "→", "***", "...", "- - -", "•", "==",
    ] {
        check(
            &paper(&format!(
                "{signs} (U) The pier is open to SHOWone.\n\n{signs} (S) The relay is at HIDEtwo."
            )),
            "U",
        );
        in_both(&format!(
            "(U) The boats:\n{signs} (U) The pier is open to SHOWone.\n{signs} (S) The relay is at HIDEtwo."
        ));
    }
}

#[test]
fn signs_around_a_mark_belong_to_it() {
    for mark in [
        "\\(U\\)", "(U):", "(U).", "(U) -", "(U)--", "(U),", "**(U)**", "(U) (U)", "(U)(U)",
    ] {
        in_both(&format!("{mark} The pier is open to SHOWone."));
        in_both(&format!(
            "{} The relay is at HIDEone.",
            mark.replace('U', "S")
        ));
    }
    in_both("(U) (S) The relay is at HIDEone.");
    in_both("\\(U\\) \\(S\\) The relay is at HIDEone.");
}
