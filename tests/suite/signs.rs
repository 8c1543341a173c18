//! What a word processor, a web page or mail puts around the words of a paper: emphasis, tags, blanks that break no line. It hides no
//! mark and no caption, and a mark in it opens what it would open without (reading rule 1). `HIDE…` must not reach the public, `SHOW…`
//! must. Expectations are a reading of the rules; every text is made up.

use crate::header::check;

fn paper(text: &str) -> String {
    format!("SECRET\n\nMEMORANDUM FOR X\n\n{text}\n\nSECRET\n")
}

/// A paper that marks its paragraphs at their ends.
fn trailing(tail: &str) -> String {
    paper(&format!(
        "The boat is HIDEone. **(S)**\n\nThe relay is {tail}\n\nThe pier is SHOWthree. **(U)**"
    ))
}

#[test]
fn emphasis_around_a_mark_at_the_end_hides_nothing() {
    for mark in ["**(U)**", "*(U)*", "__(U)__", "**(U)**.", "**( U )**"] {
        check(&trailing(&format!("SHOWtwo. {mark}")), "U");
        check(
            &trailing(&format!("HIDEtwo. {}", mark.replace('U', "S"))),
            "U",
        );
    }
    check(&trailing("**SHOWtwo. (U)**"), "U");
    for mark in [
        "**(U)** (S)",
        "(S) **(U)**",
        "**(S)(U)**",
        "**(S) (U)**",
        "**(U) (S)**",
        "**(S)** **(U)**",
        "*(U*)",
        "**(U//FOUO)**",
        "**(5)**",
        "**( )**",
        "*(V)*",
        "**(U) NOFORN**",
        "**(U)** **SECRET**",
        "**[S]** **(U)**",
        "**S)**",
        "(**U**)",
    ] {
        check(&trailing(&format!("HIDEtwo. {mark}")), "U");
    }
}

/// In front of a label, and behind the line of another paragraph.
fn labelled(label: &str, mark: &str, word: &str) {
    let text = label.replace("{}", mark);
    for between in ["\n\n", "\n"] {
        check(
            &paper(&format!(
                "(S) HIDEone.\n\n(U) The road is SHOWtwo.{between}{text} It is {word}.\n\n(S) HIDEfour."
            )),
            "U",
        );
    }
}

#[test]
fn emphasis_around_a_label_hides_no_mark_behind_it() {
    for label in [
        "**Discussion:** ({})",
        "**Discussion**: ({})",
        "**Discussion ({}):**",
        "__Discussion:__ ({})",
        "**Discussion: ({})**",
        "- **Discussion:** ({})",
        "### Discussion: ({})",
        "> **Discussion:** ({})",
        "<b>Discussion:</b> ({})",
        "**Table 2:** ({})",
        "**Mr. Ode:** ({})",
        "Issue\u{a0}1:\u{a0}({})",
    ] {
        labelled(label, "U", "SHOWthree");
        for mark in ["S", "S//NF"] {
            labelled(label, mark, "HIDEthree");
        }
        // Where nothing but the mark stands behind the label.
        let damaged = if label.ends_with("})") {
            &["5", "V", "U/S"][..]
        } else {
            &[]
        };
        for mark in damaged {
            let text = label.replace("{}", mark);
            check(
                &paper(&format!(
                    "(S) HIDEone.\n\n(U) The road is open.\n{text} It is HIDEthree.\n\n(S) HIDEfour."
                )),
                "U",
            );
        }
    }
    for label in [
        "**(S)** Discussion: (U)",
        "**(S) Discussion:** (U)",
        "**Discussion (S):** (U)",
        "**Discussion:** (U) (S)",
        "**Discussion:** (S)(U)",
        "**S:** (U)",
        "**SECRET:** (U)",
        "**(S):** (U)",
        "**SECRET//NF:** (U)",
        "**NOFORN:** (U)",
        "SECRET\u{a0}- (U)",
        "**TOP\u{a0}SECRET:** (U)",
        "l4.\u{a0}(U)",
        "**4,** (U)",
    ] {
        for between in ["\n\n", "\n"] {
            check(
                &paper(&format!(
                    "(S) HIDEone.\n\n(U) The road is open.{between}{label} It is HIDEthree.\n\n(S) HIDEfour."
                )),
                "U",
            );
        }
    }
    // A paragraph of its own says what it is.
    for label in ["*C*: (U)", "**Noforn**: (U)", "**Discussion of (U)**"] {
        check(
            &paper(&format!(
                "(S) HIDEone.\n\n{label} It is HIDEtwo.\n\n(U) SHOWthree."
            )),
            "U",
        );
    }
}

#[test]
fn a_blank_that_breaks_no_line_parts_the_words_of_a_level() {
    for text in [
        "(U) The road is HIDEtwo.\nTOP\u{a0}SECRET: The relay is HIDEthree.",
        "(U) The road is HIDEtwo. TOP\u{a0}SECRET: The relay is HIDEthree.",
        "(U) Text follows:\nS\u{a0}E\u{a0}C\u{a0}R\u{a0}E\u{a0}T\u{a0}VESTA\u{a0}000012\nSUBJECT: The HIDErelay",
    ] {
        check(
            &paper(&format!("(S) HIDEone.\n\n{text}\n\n(U) SHOWfour.")),
            "U",
        );
    }
    check(
        "TOP\u{a0}SECRET//NOFORN\n\nMEMORANDUM FOR X\n\n(TS//NF) HIDEone.\n\n(U) SHOWtwo.\n\nTOP\u{a0}SECRET//NOFORN\n",
        "U",
    );
}

#[test]
fn the_tag_of_a_break_hides_no_caption() {
    for caption in ["NODIS", "EXDIS", "EYES ONLY", "STADIS"] {
        for tag in ["<br>", "<br/>", "<BR />", ""] {
            check(
                &format!(
                    "FM AMEMBASSY VESTA\nTO SECSTATE WASHDC\n\nSECRET VESTA 12\n{caption}{tag}\n\nTAGS: PREL\nSUBJECT: (U) HIDEpiers\n\n1. (S) HIDEone.\n\n2. (U) HIDEtwo.\n"
                ),
                "U",
            );
        }
    }
    check(
        "FM AMEMBASSY VESTA\nTO SECSTATE WASHDC\n\nSECRET VESTA 12\nSIPDIS<br>\n\nTAGS: PREL\nSUBJECT: (U) SHOWpiers\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo.\n",
        "U",
    );
}

/// A copy joined the items of a list, each of which ended in its mark.
#[test]
fn a_letter_ends_an_item_of_a_joined_list() {
    for items in [
        "-- who pays for HIDEone (C); -- who speaks (C); -- the hour.",
        "— who pays for HIDEone (C); — who speaks (C); — the hour.",
        "• who pays for HIDEone (C) • who speaks (C) • the hour.",
        "• the hour (U); • who pays for HIDEone (S); • the place.",
    ] {
        check(
            &paper(&format!("(S) HIDE0.\n\n(U) Open: {items}\n\n(U) SHOWtwo.")),
            "U",
        );
    }
    for text in [
        "They went and took plan (C) -- which is SHOWone -- and went.",
        "They went and took plan (C), -- which is SHOWone -- and went.",
        "He took plan (C); it is SHOWone.",
        "Open: -- who pays (all); -- SHOWone; -- the hour.",
    ] {
        check(
            &paper(&format!("(S) HIDE0.\n\n(U) {text}\n\n(U) SHOWtwo.")),
            "U",
        );
    }
}
