//! A letter by itself: text of a sentence, a mark that ends a paragraph or stands behind what begins or ends a text, an item out of
//! its order. `HIDE…` must not reach the public, `SHOW…` must. Expectations are a reading of the rules.

use crate::header::check;
use crate::heads::{in_both, paper, telegram};

/// A telegram or a paper that says to be unclassified, marks nothing and lists some points.
fn lists(text: &str) -> [String; 2] {
    [
        format!(
            "P 141630Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nUNCLAS KARSHAVN 000123\n\nTAGS: PREL\nSUBJECT: PIERS\n\n1. Three points:{text}\n\n2. It rains at the piers. So it is.\n"
        ),
        format!(
            "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nMarch 14, 2006\n\nThree points:{text}\n\nIt rains at the piers. So it is.\n"
        ),
    ]
}

/// Where as a mark it would stand above every level line, a letter that goes on with a complete run counts an item, with both
/// brackets or one, whether blank lines part the items or not.
#[test]
fn letters_count_items_of_what_is_unclassified() {
    let items = |parts: &str, between: &str, letters: [&str; 4]| {
        let items =
            letters.map(|letter| format!("{parts}{letter} The pier is SHOW{}.", letter.len()));
        items.join(between)
    };
    let whole = ["(A)", "(B)", "(C)", "(D)"];
    for letters in [
        whole,
        ["A)", "B)", "C)", "D)"],
        ["(a)", "(b)", "(c)", "(d)"],
        ["a)", "b)", "c)", "d)"],
        ["(i)", "(ii)", "(iii)", "(iv)"],
        ["(I)", "(II)", "(III)", "(IV)"],
        ["i)", "ii)", "iii)", "iv)"],
    ] {
        for (before, parts, between) in [
            ("\n\n", "", "\n\n"),
            ("\n\n", "", "\n"),
            ("\n", "", "\n"),
            ("\n\n", "   ", "\n"),
        ] {
            for source in lists(&format!("{before}{}", items(parts, between, letters))) {
                check(&source, "U");
            }
        }
    }
    for list in [
        "\n\n(i) SHOWone.\n\n(ii) SHOWtwo.\n\n(iii) Three.\n\n(iv) Four.\n\n(v) SHOWfive.\n\n(vi) SHOWsix.",
        " (i) SHOWone. (ii) Two. (iii) Three. (iv) Four. (v) The pier of SHOWfive. (vi) Six.",
    ] {
        for source in lists(list) {
            check(&source, "U");
        }
    }
    // No complete run before the letter, or none of its kind.
    for list in [
        "\n\n(C) The relay is HIDEone.",
        "\n\nC) The relay is HIDEone.",
        "\n\n(A) The pier.\n(C) The relay is HIDEone.",
        "\n\nA) The pier.\nC) The relay is HIDEone.",
        "\n\nB) The pier.\nC) The relay is HIDEone.",
        "\n\nA) The pier.\n\nC) The relay is HIDEone.",
        "\n\nA. The pier.\nB. The boom.\n(C) The relay is HIDEone.",
        "\n\na) The pier.\nb) The boom.\nC) The relay is HIDEone.",
        "\n\n(a) The pier.\n(b) The boom.\n(C) The relay is HIDEone.",
        "\n\nA) The pier.\nB) The boom.\nS) The relay is HIDEone.",
        "\n\nA) The pier.\nB) The boom.\nC) The road.\nC) The relay is HIDEone.",
        "\n\nA)\nB)\nC) The relay is HIDEone.",
        " Franklin A. Ode and Ada B. Birk.\nC) The relay is HIDEone.",
        "\n\nA) The pier.\n\nB) The boom.\n\nIt rains. It is wet.\n\nC) The relay is HIDEone.",
        "\n\n(A) The pier.\n(B) The boom.\n(C/NF) The relay is HIDEone.",
        "\n\n(i) The pier.\n(ii) The boom.\n(S) The relay is HIDEone.",
    ] {
        for source in lists(list) {
            check(&source, "U");
        }
    }
    // In a telegram a letter by itself stands where a mark does.
    for list in [
        "\n\n(i) The relay is HIDEone.",
        "\n\n(v) The relay is HIDEone.",
        "\n\n(i) The pier.\n(ii) The boom.\n(v) The relay is HIDEone.",
        "\n\n(i) The pier.\n(ii) The boom.\n(iii) The road.\n(IV) The mast.\n(V) The relay is HIDEone.",
    ] {
        let [telegram, _] = lists(list);
        check(&telegram, "U");
    }
    // Below a level that is as high it is a mark.
    for list in [
        "(A) The pier.\n(B) The boom.\n(C) The relay is HIDEone.",
        "A) The pier.\nB) The boom.\nC) The relay is HIDEone.",
        "A) The pier.\n\nB) The boom.\n\nC) The relay is HIDEone.",
    ] {
        in_both(&format!("(U) Three points:\n\n{list}"));
    }
}

/// Letters that a sentence names, quotes, or ends with, and abbreviations that a line begins with.
#[test]
fn a_letter_of_a_sentence_is_text() {
    for text in [
        "He wrote “(C)” on the box of SHOWone.",
        "The transport\n(C-130) landed at SHOWone.",
        "The men of the\n(US) team left SHOWone.",
        "The letters (U), (C) and (S) stand for levels at SHOWone.",
        "See parts (A) and (C) of the plan of SHOWone.",
        "We chose option (C) of SHOWone.",
        "It is in Schedule (S) of SHOWone.",
        "Under sections 3(c) and 4(S) of the act it is SHOWone.",
        "© 2005 Ode of SHOWone.",
        "Vesta Lines (S) Pte. Ltd. of SHOWone paid.",
        "(See Tab C) It rains at SHOWone.",
        "(TAB C) is at SHOWone.",
        "Three points: a) the pier; b) the boom; c) the road of SHOWone.",
        "The aims are these. A) Boats. B) Sand. C) Coal of SHOWone.",
        "Three points: (A) the pier, (B) the boom, (C) the road of SHOWone.",
    ] {
        in_both(&format!("(U) It rains. {text}"));
    }
    for text in [
        "He wrote: “(C) The relay is at HIDEone.”",
        "The pier is open.\n(C-NF) The relay is at HIDEone.",
        "Alder (U), Birch (S) and Cedar (C) are at HIDEone.",
        "© The relay is at HIDEone.",
        "Vesta Lines (S) Pays for HIDEone.",
        "(GBR C) The relay is at HIDEone.",
    ] {
        in_both(&format!("(U) {text}"));
    }
}

/// At the end of a paragraph a letter above the mark in front raises it, with a full stop behind it as well, and so does what
/// one slip made of such a letter; what is cited, counted or abbreviated does not.
#[test]
fn a_letter_at_the_end_of_a_paragraph_raises_it() {
    for end in [
        "(S)", "(S).", "(C)", "(TS)", "(S", "S)", "(SJ", "fS)", "($)", "(Ѕ)", "（S）", "[S]",
        "{S}", "(S/MF)",
    ] {
        in_both(&format!("(U) The relay is at HIDEone {end}"));
    }
    in_both("(U) It is open at HIDEone from Monday (M) to Sunday (S).");
    for text in [
        "See annex (C) of SHOWone, and annex (C).",
        "It is told to SHOWone in paragraph 4 (C)",
        "They may (A) stay at SHOWone, (B) go, or (C) wait. They want (C).",
        "The plant of SHOWone is in Durham (NC).",
        "The men of SHOWone (all of platoon B)",
        "It is told to SHOWone in reftel (B)",
        "The boats of SHOWone are two (2)",
    ] {
        in_both(&format!("(U) {text}"));
    }
}

/// The text of another paper, a part that ends, and a few words in capitals: what follows them stands where a text begins.
#[test]
fn a_mark_behind_what_begins_or_ends_a_text_heads_what_follows() {
    for before in [
        "QUOTE",
        "QTE",
        "BEGIN TEXT",
        "END SUMMARY",
        "End comment",
        "UNQUOTE",
        "BIO NOTE",
    ] {
        in_both(&format!(
            "(U) SHOWone.\n\n{before} (S) THE RELAY IS AT HIDErelay."
        ));
        in_both(&format!(
            "(U) It is open.\n{before} (S) THE RELAY IS AT HIDErelay."
        ));
    }
    in_both("(U) IT READS: QUOTE (C) THE RELAY IS AT HIDErelay. UNQUOTE");
    in_both("(U) SUMMARY: IT RAINS. END SUMMARY (S) THE RELAY IS AT HIDErelay.");
    for text in [
        "It rains. SECRET: The relay is at HIDErelay.",
        "It rains. SECRET - the relay is at HIDErelay.",
        "It rains. CONFIDENTIAL -- THE RELAY IS AT HIDErelay.",
        "It rains. Begin confidential: the relay is at HIDErelay. End confidential. It is dry.",
        "It rains.\nTOP SECRET – the relay is at HIDErelay.",
    ] {
        in_both(&format!("(U) {text}"));
    }
    for text in [
        "THE OFFICE OF\nTHE COMPTROLLER (C) WROTE TO SHOWone.",
        "IT IS DRY.\nVESTA LINES (S) PTE LTD OF SHOWone PAID.",
        "THE TALKS AT SHOWone ARE OPEN. SECRET TALKS - WHICH NOBODY HOLDS - ARE NOT.",
        "They begin secret talks at SHOWone. To end secret talks is another thing.",
    ] {
        in_both(&format!("(U) {text}"));
    }
}

/// An item that no other stands before may have been the mark of its text; one of a list is none.
#[test]
fn a_letter_with_a_full_stop_out_of_its_order_may_have_been_a_mark() {
    for letter in ["C.", "S.", "c.", "s."] {
        for text in [
            "The relay is at HIDErelay",
            "The relay is at HIDErelay. It is old.",
        ] {
            check(&paper(&format!("{letter} {text}")), "U");
            check(&telegram(&format!("(U) SHOWone.\n\n{letter} {text}")), "U");
        }
    }
    for text in [
        "(U) The points:\n\na. It rains. SHOWone.\n\nb. It is dry. SHOWtwo.\n\nc. It is old. SHOWthree.",
        "(U) The points: a. It rains. b. It is dry at SHOWone.\n\nc. It is old. SHOWtwo.",
    ] {
        check(&telegram(text), "U");
    }
    // What stands in a text by chance counts no items: an initial, the number of a pier.
    for text in [
        "(U) Franklin D. Ode met Ada B. Birk at SHOWone.\n\n(e) (U) The relay is at HIDErelay.",
        "(U) Franklin D. Ode met Ada B. Birk at SHOWone.\n\nC. The relay is at HIDErelay. It is old.",
        "(U) It is at pier 4. SHOWone.\n\n(5) The relay is at HIDErelay. It is old.",
    ] {
        check(&paper(text), "U");
        check(&telegram(text), "U");
    }
    for mark in ["(U)?", "(U?)", "(?)"] {
        in_both(&format!("{mark} The relay is at HIDErelay."));
    }
}
