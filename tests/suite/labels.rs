//! What heads a text: a speaker, an hour, a label, a heading. The mark behind it rates what it heads (reading rule 1).
//! `HIDE…` must not reach the public, `SHOW…` must. Expectations are a reading of the rules.

use crate::header::check;
use crate::heads::{in_both, paper, telegram};

#[test]
fn a_speaker_an_hour_or_a_label_heads_its_text() {
    for head in [
        "MR. ODE:",
        "Ms. Birk:",
        "Dr. Birk (State):",
        "MR. ODE (DOD):",
        "THE PRESIDENT:",
        "10:45",
        "1045:",
        "1045Z:",
        "[10:45]",
        "(10:45)",
        "1045 -",
        "Table 2:",
        "Figure 1.",
        "Figure 1 -",
        "Note:",
        "Comment:",
        "Q:",
        "14 March 2006:",
        "Q1:",
        "Answer.",
        "QUESTION -",
        "COMMENTS: 1.",
    ] {
        check(
            &paper(&format!(
                "{head} (U) The pier is open to SHOWone.\n\n{head} (S) The relay is at HIDEtwo."
            )),
            "U",
        );
        in_both(&format!(
            "(U) The talk:\n{head} (U) The pier is open to SHOWone.\n{head} (S) The relay is at HIDEtwo."
        ));
        in_both(&format!(
            "(S) The talk:\n{head} (S) The relay is at HIDEtwo.\n{head} (U) The pier is open to SHOWone."
        ));
    }
    // Nothing is marked before the first of them.
    for (head, word) in [
        ("Mr. Ode:", "SHOW"),
        ("DR. ODE (DOD):", "SHOW"),
        ("Tel. 12. Ode:", "HIDE"),
    ] {
        check(
            &format!(
                "SECRET\n\nMINUTES\n\nMarch 14, 2006\n\n{head} (U) The pier is open to {word}one.\n\nMs. Birk: (S) The relay is at HIDEtwo.\n\nSECRET\n"
            ),
            "U",
        );
    }
    for sentence in ["He left the relay of HIDEone.", "Relay HIDEone is at 12."] {
        check(&paper(&format!("{sentence} (U) The road is long.")), "U");
    }
    // Among entries that have a mark each, one has lost it.
    for entries in [
        "MR. ODE: (U) The pier is SHOWone.\nMS. BIRK: The relay is HIDEtwo.\nMR. ODE: (U) It is SHOWthree.",
        "10:45 (U) All came to SHOWone.\n10:50 Ode has HIDEtwo.\n10:55 (U) All left SHOWthree.",
        "Question. (U) Who came to SHOWone?\nAnswer. The pilots of HIDEtwo.\nQuestion. (U) Why SHOWthree?",
        "Question 1. (U) Who came to SHOWone?\nAnswer 1. The pilots of HIDEtwo.\nQuestion 2. (U) Why SHOWthree?",
        "Q1: (U) Who came to SHOWone?\nA1. The pilots of HIDEtwo.\nQ2: (U) Why SHOWthree?",
        "March 1, 2005: (U) All came to SHOWone.\nMarch 2, 2005: The relay is HIDEtwo.\nMarch 3, 2005: (U) All left SHOWthree.",
        "March 1, 2005 - (U) All came to SHOWone.\nMarch 2, 2005 The relay is HIDEtwo.\nMarch 3, 2005 - (U) All left SHOWthree.",
        "1 March 2005: (U) All came to SHOWone.\n2 March 2005: Ode has HIDEtwo.\n3 March 2005: (U) All left SHOWthree.",
    ] {
        in_both(entries);
        in_both(&entries.replace('\n', "\n\n"));
    }
}

#[test]
fn a_heading_stands_over_a_marked_text() {
    for heading in [
        "RESULTS",
        "Results",
        "Key Results:",
        "THE PIER AND THE BOOM",
        "_Results_",
        "**Results**",
        "## Results",
        "The Results of the Talks",
    ] {
        check(
            &paper(&format!("{heading}\n(U) The pier is open to SHOWone.")),
            "U",
        );
        check(
            &paper(&format!("{heading}\n(S) The relay is at HIDEone.")),
            "U",
        );
    }
    // Not a heading: a sentence that lost its mark, and goes on.
    for line in [
        "The relay of HIDEone is near the",
        "The relay of HIDEone was found under a rather old boat in the",
    ] {
        check(&paper(&format!("{line}\n(U) Pier of the town.")), "U");
    }
}

#[test]
fn lines_without_full_stops_have_a_mark_each() {
    for (before, bullet) in [("", ""), ("(U) Boats\n", "    "), ("BRIEFING\n", "")] {
        check(
            &paper(&format!(
                "{before}{bullet}(U) Pier SHOWone open\n{bullet}(S) Relay HIDEtwo under pier\n{bullet}(U) Road SHOWthree long\n{bullet}(C) Fee HIDEfour of Ode\n{bullet}(U) Boats SHOWfive"
            )),
            "U",
        );
    }
    // A sentence that goes on raises what it goes on from.
    check(
        &telegram("(U) HIDEone of the old\n(S) Relay of HIDEtwo."),
        "U",
    );
}

/// What usually heads a text, a day and the number of a question name no other paper, and no sentence goes on with them.
#[test]
fn what_usually_heads_a_text_heads_the_first_as_well() {
    for head in [
        "Purpose.",
        "Background",
        "KEY JUDGMENTS",
        "1. Purpose.",
        "2. Background -",
        "Q1.",
        "A1.",
        "1 March 2005",
        "March 1, 2005",
        "Enclosure(s):",
    ] {
        let first = |text: &str| {
            format!(
                "SECRET\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nMarch 14, 2006\n\nSUBJECT: (U) Piers\n\n{head} {text}\n\n(S) The boom is HIDEboom.\n"
            )
        };
        check(&first("(U) The pier is open to SHOWone."), "U");
        for mark in [
            "(S)", "(S//NF)", "(C)", "(SHNF)", "[S]", "(S) (U)", "(U) (S)",
        ] {
            let text = format!("{mark} The relay of HIDEone is wet.");
            check(&first(&text), "U");
            in_both(&format!("(U) The pier is open.\n{head} {text}"));
            check(&paper(&format!("{head} {text}")), "U");
        }
    }
    // A day that the sentence above may go on with; a telegram that is cited; a sentence.
    for text in [
        "(S) The relay of HIDEone was built on\n\n1 March 2005 (U) Ode of HIDEtwo wrote.",
        "Secto 4118. (U) Ode of HIDEone wrote.",
        "The relay of HIDEone is old. (U) Ode wrote.",
        "Background of HIDEone. (U) Ode wrote.",
    ] {
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR THE HARBOUR MASTER\n\nMarch 14, 2006\n\nSUBJECT: (U) Piers\n\n{text}\n"
            ),
            "U",
        );
    }
}
