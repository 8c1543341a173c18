//! Messages and papers as other services write them: orders, logs, naval messages, and lines of a heading that a copy joined.
//! `HIDE…` must not reach the public, `SHOW…` must. Expectations are a reading of the rules; every text is made up.

use crate::header::check;

/// An order numbers its paragraphs in parts, and leaves no blank line between them.
#[test]
fn a_part_of_a_numbered_paragraph_is_a_portion() {
    let order = |rows: &str| {
        format!(
            "SECRET//REL TO USA, GBR\n\nMEMORANDUM FOR ALL UNITS\n\nSUBJECT: (U) ORDER SHOW12\n\n{rows}\n\nSECRET//REL TO USA, GBR\n"
        )
    };
    check(
        &order(
            "1. (S) SITUATION. BOATS AT HIDE1.\n1.A. (U) WEATHER SHOW1A.\n1.B. (S) BOATS HIDE1B.\n1.B.1. (U) GROUND SHOW1B1.\n1.B.2. (S) GUNS HIDE1B2.\n2. (U) MISSION SHOW2.\n2.A. (S) SIGN HIDE2A.\n2.B. (U) NO CHANGE SHOW2B.\n3. (S) EXECUTION HIDE3.\n3.A. (S) INTENT HIDE3A.\n3.B. (U) NO CHANGE SHOW3B.\n3.C. (U) TASKS SHOW3C.\n3.C.1. (U) FIRST BOAT SHOW3C1.\n3.C.1.A. (S) SEIZE HIDE3C1A.\n3.C.1.B. (U) REPORT SHOW3C1B.\n4. (U) SHOW4.",
        ),
        "U",
    );
    // Out of its order it may be of another paragraph.
    check(
        &order("1. (S) SITUATION AS OF\n1.D. (U) HIDE1D.\n2. (U) SHOW2."),
        "U",
    );
}

/// The heading of an operation order has the hour of its signature, as that of a telegram has the hour of its dispatch.
#[test]
fn an_operation_order_is_a_paper() {
    let order = |day: &str, line: &str, title: &str| {
        format!(
            "SECRET\n\nCopy 4 of 12 copies\nHQ, 3d Brigade\nLORNE\n{day}\n{line}\n\n{title}\n\n(U) References:\na. (U) Map SHOWa.\nb. (S) Order HIDEb.\n\n1. (U) SITUATION.\n\na. (S) Enemy HIDE1a.\n\nb. (U) Friends SHOW1b.\n\n(1) (U) Police SHOW1b1.\n\n(a) (S) Boats HIDE1b1a.\n\n2. (S) MISSION HIDE2.\n\nSECRET\n"
        )
    };
    let title = "OPERATION ORDER 06-03 (U) (OPERATION HARVEST)";
    for title in [
        title,
        "OPORD 06-03",
        "FRAGO 2 TO OPORD 06-03",
        "OPERATION PLAN 1044 (U)",
    ] {
        check(&order("141200Z MAR 06", "", title), "U");
    }
    let bound = |paper: String| check(&paper.replace("SHOW", "HIDE"), "U");
    // A caption of its heading binds in a paper too.
    for caption in ["NODIS", "LIMDIS", "EYES ONLY", "FOR ALDER ONLY"] {
        bound(order("141200Z MAR 06", caption, title));
    }
    // Without the title, without its number, and behind a precedence or an address it may be a telegram, whose captions nobody has
    // to know.
    for (day, line, title) in [
        ("141200Z MAR 06", "CHEROKEE", "HARVEST"),
        ("141200Z MAR 06", "CHEROKEE", "OPERATION HARVEST"),
        ("141200Z MAR 06", "CHEROKEE", "Operation order 06-03"),
        ("O 141200Z MAR 06", "CHEROKEE", title),
        ("ZNY SSSSS\nO 141200Z MAR 06", "CHEROKEE", title),
        ("141200Z MAR 06", "FM HARVEST\nTO LORNE\nCHEROKEE", title),
        ("141200Z MAR 06", "SECRET HARVEST 0012\nCHEROKEE", title),
        ("141200Z MAR 06", "TAGS: PREL\nCHEROKEE", title),
        ("141200Z MAR 06\nE.O. 12958: DECL: OADR", "CHEROKEE", title),
        ("MRN: 12 LORNE 4\n141200Z MAR 06", "CHEROKEE", title),
    ] {
        let paper = order(day, &format!("{line}\nTAGS: PREL"), title);
        bound(if title.starts_with("OPERATION ORDER") {
            order(day, line, title).replace(title, &format!("TAGS: PREL\nSUBJECT: {title}"))
        } else {
            paper
        });
    }
}

/// Damage behind such a number, and marks that disagree behind none.
#[test]
fn what_is_left_of_a_mark_behind_a_number_of_parts_withholds() {
    for mark in ["( )", "(SHREL)", "(5)", "lSl", "(S) (U)"] {
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n1. (S) HIDE1.\n1.A. (U) OPEN.\n1.B. {mark} HIDE1B.\n2. (U) SHOW2.\n\nSECRET\n"
            ),
            "U",
        );
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n1. (S) HIDE1.\n1.A.1. (U) OPEN.\n1.A.2. {mark} HIDE1A2.\n2. (U) SHOW2.\n\nSECRET\n"
            ),
            "U",
        );
    }
    for lead in ["", "> "] {
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDEone.\n\n{lead}(U) SHOWtwo.\n{lead}(S) (U) HIDEthree.\n\n(U) SHOWfour.\n\nSECRET\n"
            ),
            "U",
        );
    }
    check(
        "SECRET\n\nMEMORANDUM FOR X\n\nThe pier is SHOWone. (U)\n\nThe relay is HIDEtwo. ( )\n\nThe road is SHOWthree. (U)\n\nThe boom is HIDEfour. (S)\n\nSECRET\n",
        "U",
    );
}

/// A log begins its entries with a day or an hour.
#[test]
fn an_entry_of_a_log_is_a_portion() {
    for moment in [
        "141200Z MAR 06",
        "141200ZMAR06",
        "14MAR06",
        "1230Z",
        "1245L:",
        "14 1300",
        "0815-0830",
        "08:30 hrs",
        "2006-03-14 12:00",
    ] {
        check(
            &format!(
                "SECRET\n\nDAILY LOG\n\n{moment} (S) Relay HIDE1.\n{moment} (U) Pier SHOW2.\n{moment} (S) Boom HIDE3.\n\nSECRET\n"
            ),
            "U",
        );
    }
    for text in ["14 boats", "141200 tons", "March 2006", "1200 men of"] {
        check(
            &format!(
                "SECRET\n\nDAILY LOG\n\n(S) Relay HIDE1 of the\n{text} (U) HIDE2.\n(S) Boom HIDE3.\n\nSECRET\n"
            ),
            "U",
        );
    }
}

/// A chronology begins its entries with a day, on lines and in paragraphs of their own.
#[test]
fn an_entry_of_a_chronology_is_a_portion() {
    let days = [
        "3/1/2005 -",
        "2005-03-01:",
        "1 Mar 05 -",
        "Jan 1998 ",
        "03/01/05",
        "1 March 2005",
        "March 1, 2005",
    ];
    for day in days {
        for between in ["\n", "\n\n"] {
            check(
                &format!(
                    "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDE0.\n\n{day} (U) Pier of SHOW1{between}{day} (S) Relay of HIDE2{between}{day} (U) Road of SHOW3\n\nSECRET\n"
                ),
                "U",
            );
        }
    }
    // A day may be cited by the sentence above, where nothing parts it from the mark and no sentence has ended.
    for day in &days[4..] {
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDE0\n\n{day} (U) Pier of HIDE1\n\nSECRET\n"
            ),
            "U",
        );
    }
    for lines in [
        "(S) The relay of\n1 March 2005 (U) HIDE1.",
        "(S) The relay and the\nMarch 2006 (U) Ode HIDE1.",
        "(S) The relay is in the report dated\n03/01/05 (U) Ode HIDE1.",
        "(S) The relay is in the report dated\n\n03/01/05 (U) Ode HIDE1.",
        "(S) The relay is old.\n1 March 2005 (U) was the day of HIDE1.",
        "(S) Ode came on\n1 March 2005 (S) with the report of\n2 March 2005 (U) Birk HIDE1.",
        "1 March 2005 (S) Ode had the report of\n2 March 2005 (U) Birk HIDE1.",
        "1 March 2005 (S) Ode had\nthe report of HIDE1\n2 March 2005 (U) Birk HIDE2.",
        "(S) SEE THE REPORT\n1 MARCH 2005 (U) ODE HIDE1.",
        "(S) Of the relay tells Tel.\n14 boats (U) HIDE1.",
        // Among entries that have a mark each, one has lost it, or it was damaged.
        "1 March 2005 - (U) Pier SHOW1.\n2 March 2005 - The relay HIDE2.\n3 March 2005 - (U) Pier SHOW3.",
        "1 March 2005 - (U) Pier SHOW1\n2 March 2005 - The relay HIDE2\n3 March 2005 - (U) Pier HIDE3",
        "1 March 2005 - (U) Pier SHOW1.\n\n2 March 2005 - The relay HIDE2 is old.\n\n3 March 2005 - (U) Pier SHOW3.",
        "1 March 2005 - (U) Pier SHOW1.\n2 March 2005 - S) The relay HIDE2.\n3 March 2005 - (U) Pier SHOW3.",
        "1 March 2005 - (U) Pier SHOW1.\n2 March 2005 - (S The relay HIDE2.\n3 March 2005 - (U) Pier SHOW3.",
        "03/01/05: (U) Pier SHOW1.\n03/02/05: (5) The relay HIDE2.\n03/03/05: (U) Pier SHOW3.",
        "03/01/05 - (U) Pier SHOW1.\n03/02/05 - () The relay HIDE2.\n03/03/05 - (U) Pier SHOW3.",
        "Jan 1998 - (U) Pier SHOW1.\nFeb 1998 - SECRET: The relay HIDE2.\nMar 1998 - (U) Pier SHOW3.",
        "1 March 2005 - (U) (S) HIDE1.\n2 March 2005 - (U) Pier SHOW2.",
    ] {
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDE0.\n\n{lines}\n\n(U) SHOW9.\n\nSECRET\n"
            ),
            "U",
        );
    }
    // Right below the heading as well.
    check(
        "SECRET\n\nMEMORANDUM FOR X\n\nDATE: March 14, 2006\n\n(U) Chronology\n\n03/01/05 - (U) Pier SHOW1.\n\n03/02/05 - (S) HIDE2.\n\n03/03/05 - HIDE3.\n\nSECRET\n",
        "U",
    );
}

/// A naval message states its subject code beside the level.
#[test]
fn a_subject_code_says_nothing_of_the_level() {
    let message = |level: &str, text: &str| {
        format!(
            "R 141630Z MAR 06\nFM COMHARGRU KARSHAVN\nTO ALHARBOR\nBT\n{level}\nNAVADMIN 070/06\n{text}\n"
        )
    };
    for code in ["//N01000//", " //N01000//", "  //04400//"] {
        check(
            &message(
                &format!("UNCLAS{code}"),
                "SUBJ/THE PIER SHOWsubject//\nRMKS/1. THE PIER SHOWone IS OPEN.\n2. BOATS SHOWtwo MAY COME.//",
            ),
            "U",
        );
        check(
            &message(
                &format!("S E C R E T{code}"),
                "SUBJ/THE HIDErelay//\nRMKS/1. THE RELAY HIDEone IS DRY.//",
            ),
            "U",
        );
    }
    // Behind a caption it is none of it.
    for beside in [" NOFORN ", "  N O F O R N  ", "//NOFORN"] {
        check(
            &message(
                &format!("S E C R E T{beside}//N03120//"),
                "SUBJ/THE HIDErelay//\nRMKS/1. (S) THE RELAY HIDEone IS DRY.\n2. (U) THE PIER SHOWtwo IS OPEN.//",
            ),
            "U",
        );
    }
    for beside in [" NODIS ", "//NODIS", " CHEROKEE ", "//XYZZY", " FOUO "] {
        check(
            &message(
                &format!("UNCLAS{beside}//N03120//"),
                "SUBJ/THE HIDErelay//\nRMKS/1. THE RELAY HIDEone IS DRY.//",
            ),
            "U",
        );
    }
    for code in ["//NOFORN//", "//N01000", "//N0100//", "//XYZ01//"] {
        check(
            &message(
                &format!("UNCLAS{code}"),
                "SUBJ/THE HIDEpier//\nRMKS/1. THE PIER HIDEone IS OPEN.//",
            ),
            "U",
        );
    }
}

/// A copy joined lines, or lost the label of one.
#[test]
fn what_a_copy_joined_to_a_field_is_none_of_it() {
    let telegram = |level: &str, tags: &str| {
        format!(
            "P 141630Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nS E C R E T {level}\n\nE.O. 12958: DECL: 03/14/2031\nTAGS: {tags}\nSUBJECT: (U) SHOWpiers\n\n1. (S) HIDEone.\n\n2. (U) SHOWtwo.\n"
        )
    };
    let level = "SECTION 01 OF 02 SHOWHAVN 000123";
    for (level, tags) in [
        (level, "PREL, SHOWTAG"),
        (level, "PREL, PGOV,\nSHOWTAG"),
        ("SHOWHAVN 000123 NOFORN", "PREL"),
        ("KARSHAVN 000123, HIDE relay", "PREL"),
        ("KARSHAVN 000123     RELAY OF HIDE", "PREL"),
        ("KARSHAVN 000123 / RELAY OF HIDE", "PREL"),
        (level, "PREL\nSALE OF HIDE"),
        (level, "PREL, KV\nHIDE RELAY"),
        (level, "PREL\nMINERS HIDE"),
    ] {
        check(&telegram(level, tags), "U");
    }
    for line in ["Classification: SECRET", "Caveats: NOFORN"] {
        check(
            &format!(
                "From: Birk, Ilse\nTo: Ode, Benno\nSubject: (U) SHOWpiers\nClassification: SECRET\n{line}\nthe relay of HIDEode\n\n(U) SHOWone.\n\n(S) HIDEtwo.\n"
            ),
            "U",
        );
    }
}

/// The line above what is cleared may name the level beside it.
#[test]
fn a_tear_line_may_name_its_level_first() {
    let report = |first: &str, last: &str| {
        format!(
            "SECRET//NOFORN\n\n1. (S//NF) HIDEone.\n\n{first}\n\nA boat SHOWboat was seen.\n\n{last}\n\n2. (S//NF) HIDEtwo.\n\nSECRET//NOFORN\n"
        )
    };
    for (first, last) in [
        ("--- UNCLASSIFIED TEARLINE ---", "--- END TEARLINE ---"),
        ("UNCLASSIFIED TEARLINE", "UNCLASSIFIED TEARLINE"),
        ("TEARLINE: UNCLASSIFIED", "END TEARLINE"),
    ] {
        check(&report(first, last), "U");
    }
    for (first, last) in [
        ("--- TEARLINE ---", "--- END TEARLINE ---"),
        ("UNCLASSIFIED TEARLINE", "SECRET TEARLINE"),
        ("UNCLASSIFIED TEARLINE", "It rains."),
        ("UNCLASSIFIED TEARLINE FOLLOWS BELOW", "END TEARLINE"),
    ] {
        check(&report(first, last).replace("SHOWboat", "HIDEboat"), "U");
    }
}

/// A tear line that nothing ends clears nothing, and the level that it names is one of the document.
#[test]
fn a_level_that_a_tear_line_names_counts() {
    for line in [
        "//SECRET//",
        "BEGIN SECRET TEARLINE",
        "--- CONFIDENTIAL TEARLINE ---",
    ] {
        check(
            &format!(
                "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\n(U) The pier is SHOWone.\n\n(S) HIDEone.\n\n{line}\n\nThe relay is at HIDEtwo. It is old.\n"
            ),
            "U",
        );
    }
}

/// The parts of a message count their paragraphs behind their own names, and sets of a message stand below its text.
#[test]
fn a_part_of_a_message_begins_with_its_first_paragraph() {
    for part in [
        "TEXT: ",
        "COMMENTS: ",
        "COMMENT: ",
        "DETAILS: ",
        "REMARKS: ",
        "RMKS/",
    ] {
        for text in [
            "1. (S) RELAY HIDE1.\n2. (U) PIER SHOW2.",
            "1. (U) PIER SHOW1.\n2. (S) RELAY HIDE2.",
            "1. (S) RELAY HIDE1.\n\n2. (U) PIER SHOW2.",
        ] {
            check(
                &format!(
                    "SECRET\n\nCOUNTRY: (U) SHOW0.\n\n{part}{text}\n\nPREP: (S) HIDE9.\n\nSECRET\n"
                ),
                "U",
            );
        }
    }
    // No mark, half a mark, a number out of its order.
    for text in [
        "1. PIER HIDE1.\n2. RELAY HIDE2.",
        "1. (S PIER HIDE1.\n2. (U) HIDE2.",
        "1, (U) PIER HIDE1.\n\n2. (S) HIDE2.",
        "l. (U) PIER HIDE1.\n\n2. (S) HIDE2.",
        "1. (S) RELAY AT PIER\n3. (U) HIDE3.",
    ] {
        check(
            &format!(
                "SECRET\n\nCOUNTRY: (U) SHOW0.\n\nCOMMENTS: {text}\n\nPREP: (S) HIDE9.\n\nSECRET\n"
            ),
            "U",
        );
    }
    let set = |set: &str, word: &str| {
        format!(
            "SECRET\n\nMEMORANDUM FOR X\n\n(S) HIDE1.\n\n(U) THE PIER {word}1 IS OPEN.//\n{set}\n\n(S) HIDE2.\n\nSECRET\n"
        )
    };
    for row in [
        "POC/ODE/LT/555-0120//",
        "DECL/161630ZMAR31//",
        "GENTEXT/REMARKS/THE PIER IS OPEN//",
        "AKNLDG/YES//",
    ] {
        check(&set(row, "SHOW"), "U");
    }
    for row in [
        "DECL/S//",
        "POC/ODE/SBU//",
        "DECL/SECRET//",
        "POC/ODE/NOFORN//",
        "DECL//NF",
        "S/POC/ODE//",
        "POC/S/ODE//",
        "GENTEXT/REMARKS/(S)//",
        "XYZZY/ODE//",
        "DECL/TS//SI//NF",
        "DECL/5//",
        "NARR/S8U//",
    ] {
        check(&set(row, "HIDE"), "U");
    }
}
