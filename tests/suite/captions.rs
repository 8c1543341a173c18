//! Captions, and words beside the level that are none that is known (reading rule 7). A row each, the least text that shows
//! it. `HIDE…` must not reach the reader, `SHOW…` must. Every text is made up.

use crate::header::{check, memo, telegram};

#[test]
fn a_caption_behind_a_stroke_on_the_level_line_binds() {
    for level in [
        "CONFIDENTIAL/EXDIS STATE 1",
        "CONFIDENTIAL//NODIS STATE 1",
        "SECRET//NODIS",
        "S E C R E T //NODIS STATE 1",
        "SECRET//NOFORN//NODIS STATE 1",
        "SECRET/ EXDIS STATE 1",
        "SECRET STATE 1/EXDIS",
    ] {
        let source = format!(
            "O 141630Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\n\n{level}\n\nE.O. 12958: DECL: 03/14/2008\nSUBJECT: (U) HIDEx\n\n1. (C) HIDElease.\n"
        );
        check(&source, "S");
        check(&source, "U");
    }
}

#[test]
fn a_caption_binds_whatever_else_stands_on_its_line() {
    for caption in [
        "EXDIS FOR AMBASSADOR",
        "PLEASE TREAT AS NODIS",
        "Please treat as NODIS",
        "(EXDIS)",
        "\"NODIS\"",
        "EXDIS.",
        "N O D I S",
        "EXDlS",
        "EYES ONLY",
        "EYES ONLY FOR ODE",
        "EXCLUSIVE FOR ODE FROM BIRK",
        "ROGER CHANNEL",
        "STADIS PLEASE PASS TO ODE",
        "NODIS CAPTION REMOVED BY ODE",
    ] {
        for source in [
            format!(
                "SECRET A 1\n\n{caption}\n\nTAGS: PREL\nSUBJECT: (U) HIDEx\n\n1. (S) HIDEone.\n"
            ),
            format!("SECRET A 1\n\n{caption}\n\n1. (S) HIDEone.\n"),
            format!("SECRET A 1\n\nTAGS: PREL\n{caption}\nSUBJECT: (U) HIDEx\n\n1. (S) HIDEone.\n"),
            format!("SECRET A 1\n\nTAGS: PREL\nSUBJECT: (U) HIDEx\n{caption}\n\n1. (S) HIDEone.\n"),
            format!(
                "SECRET A 1\n\nTAGS: PREL\nSUBJECT: (U) HIDEx\n\n{caption}\n\n1. (S) HIDEone.\n"
            ),
            format!("SECRET\n\n{caption}\n\nMEMORANDUM FOR X\n\n(S) HIDEone.\n"),
            format!("SECRET\n\nMEMORANDUM FOR X\n\n{caption}\n\n(S) HIDEone.\n"),
        ] {
            check(&source, "S");
        }
    }
    for caption in [
        "SENSITIVE FOR EUR",
        "SENSITIVE - NOT FOR INTERNET",
        "OFFICIAL USE ONLY",
        "SENSITIVE",
        "SENSITIVE PLEASE PASS TO ODE",
    ] {
        check(&format!("UNCLAS A 1\n\n{caption}\n\n1. HIDEone.\n"), "U");
        check(
            &format!("UNCLASSIFIED\n\n{caption}\n\nMEMORANDUM FOR X\n\nHIDEone.\n"),
            "U",
        );
    }
    for line in [
        "PASS TO ODE",
        "PLEASE PASS TO ODE",
        "CLEARED BY: ODE, EXDIS DESK",
        "DRAFTED BY: BIRK",
    ] {
        check(
            &format!("SECRET A 1\n\n{line}\n\nTAGS: PREL\nSUBJECT: (U) SHOWx\n\n1. (S) SHOWone.\n"),
            "S",
        );
    }
}

#[test]
fn a_subject_that_ends_in_channel_is_no_caption() {
    check(
        "SECRET\n\nSUBJECT: (S) HIDErelay of the channel\n\n(U) Open.\n",
        "clearance=U named=yes",
    );
    for head in [
        "DREDGING OF THE CHANNEL",
        "SUBJECT: (U) SHOWdredging of the channel",
        "SUBJECT: (U) SHOWvisit for the pilots only",
    ] {
        check(&memo(head), "U");
    }
}

#[test]
fn a_caption_binds_right_under_a_line_of_the_heading() {
    for caption in [
        "EXDIS",
        "(EXDIS)",
        "EXDIS FOR AMBASSADOR",
        "PERSONAL FOR BIRK",
        "US ONLY",
        "NO DIS",
        "<b>NODIS</b>",
    ] {
        for source in [
            format!(
                "SECRET\n\nMEMORANDUM FOR X\n{caption}\n\nSUBJECT: (U) HIDEs\n\n(S) HIDEone.\n"
            ),
            format!("SECRET\n\nMEMORANDUM FOR X\n\n{caption}\n\n(S) HIDEone.\n"),
            format!(
                "SECRET A 1\n\n{caption}\n\nE.O. 12958: DECL: 03/14/2036\nSUBJECT: (U) HIDEx\n\n1. (S) HIDEone.\n"
            ),
        ] {
            check(&source, "S");
        }
    }
}

#[test]
fn a_caption_binds_in_tags_behind_a_subject_and_in_the_text() {
    for source in [
        "SECRET A 1\n\nTAGS: PREL EXDIS\nSUBJECT: (U) HIDEx\n\n1. (S) HIDEone.\n",
        "SECRET A 1\n\nSUBJECT: (U) HIDEx (EXDIS)\n\n1. (S) HIDEone.\n",
        "SECRET\n\nMEMORANDUM FOR X\n\nSUBJECT: (U) HIDEx - NODIS\n\n(S) HIDEone.\n",
        "SECRET A 1\n\nSUBJECT: (U) HIDEx\n\n1. (U) HIDEone:\n\nNODIS\n\n2. (S) HIDEtwo.\n",
        "SECRET A 1\n\nSUBJECT: (U) HIDEx\n\n1. (U) HIDEone:\n\nSECRET VESTA 9\n\nNODIS FOR BIRK\n\n2. (S) HIDEtwo.\n",
    ] {
        check(source, "S");
    }
    // A word of the text is none.
    check(
        "SECRET A 1\n\nSUBJECT: (U) SHOWx\n\n1. (U) SHOWone THE MATTER IS\nSENSITIVE.\n\n2. (S) SHOWtwo FOR THE PILOTS\nONLY.\n",
        "S",
    );
}

#[test]
fn an_ordinary_word_is_a_caption_where_it_is_set_apart() {
    for caption in [
        "SENSITIVE FOR EUR",
        "SENSITIVE - NOT FOR INTERNET",
        "SENSITIVE, PLEASE PASS ODE",
        "SENSITIVE HANDLING REQUESTED",
    ] {
        for source in [
            format!("UNCLAS A 1\n\nTAGS: PREL\nSUBJECT: HIDEx\n\n{caption}\n\n1. HIDEone.\n"),
            format!("UNCLAS A 1\n\nTAGS: PREL\n{caption}\nSUBJECT: HIDEx\n\n1. HIDEone.\n"),
        ] {
            check(&source, "U");
        }
    }
    for line in ["FROM AMBASSADOR BIRK", "FOR ODE FROM BIRK"] {
        check(
            &telegram(&format!(
                "{line}\n\nE.O. 12958: DECL: 03/14/2036\nTAGS: PREL\nSUBJECT: (U) SHOWx"
            )),
            "U",
        );
    }
}

/// Whatever restricts beside the level and is not known binds every portion.
#[test]
fn a_name_beside_the_level_binds() {
    for level in [
        "SECRET CHEROKEE",
        "TOP SECRET CHEROKEE",
        "SECRET, CHEROKEE",
        "SECRET/NOFORN CHEROKEE",
        "SECRET//NOFORN CHEROKEE",
        "SECRET CHEROKEE GROUP",
        "SECRET\nALDER MARINE PROPRIETARY",
    ] {
        check(
            &format!("{level}\n\nMEMORANDUM FOR X\n\n(U) HIDEone.\n\n(S) HIDEtwo.\n"),
            "S",
        );
    }
    for level in [
        "SECRET",
        "SECRET MEMORANDUM",
        "SECRET WORKING PAPER",
        "SECRET REPORT",
        "SECRET COPY 1 OF 2",
    ] {
        check(
            &format!("{level}\n\nMEMORANDUM FOR X\n\n(U) SHOWone.\n\n(S) HIDEtwo.\n"),
            "U",
        );
    }
    for level in [
        "S E C R E T VESTA 000214 CHEROKEE",
        "SECRET VESTA 000214 //CHEROKEE//",
        "SECRET VESTA 000214 / CHEROKEE",
        "S E C R E T VESTA 000214\n\nSIPDIS CHEROKEE",
    ] {
        check(
            &format!(
                "{level}\n\nTAGS: PREL\nSUBJECT: (U) HIDEx\n\n1. (U) HIDEone.\n\n2. (S) HIDEtwo.\n"
            ),
            "S",
        );
    }
    for level in [
        "S E C R E T VESTA 000214 SIPDIS",
        "S E C R E T PORT VESTA 000214",
        "S E C R E T VESTA 000214 POSS DUPE",
        "S E C R E T VESTA 000214 TOSEC 030012",
        "S E C R E T VESTA 000214\n\nSIPDIS FOR EUR FROM ODE",
        "S E C R E T VESTA 000214\n\nSIPDIS EUR",
    ] {
        check(
            &format!(
                "{level}\n\nTAGS: PREL\nSUBJECT: (U) SHOWx\n\n1. (U) SHOWone.\n\n2. (S) HIDEtwo.\n"
            ),
            "U",
        );
    }
}

/// An office that controls a paper, and a seal, keep what is unmarked.
#[test]
fn who_controls_a_paper_keeps_what_is_unmarked() {
    for line in [
        "Controlled by: Port Office",
        "CONTROLLED BY: VESTA HARBOUR (PIERS)",
        "UNDER SEAL",
    ] {
        check(
            &format!("UNCLASSIFIED\n{line}\n\nMEMORANDUM FOR X\n\nHIDEone.\n"),
            "U",
        );
        check(
            &format!("UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nHIDEone.\n\n{line}\n"),
            "U",
        );
    }
    for line in [
        "Controlled by the port since 1950.",
        "Controlled by: the valve at the pier of the town.",
        "The seal is under the pier.",
    ] {
        check(
            &format!("UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nSHOWone.\n\n{line}\n"),
            "U",
        );
    }
}
