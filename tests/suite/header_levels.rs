//! What the header of a document says of the whole of it: levels, captions, restrictions, and the instruction that governs.
//! A row each, the least text that shows it. `HIDE…` must not reach the reader, `SHOW…` must. Every text is made up.

use crate::header::{check, check_on, memo, telegram};
use jiff::civil::date;

#[test]
fn restrictions_in_labelled_lines_beside_the_level_bind() {
    for head in [
        "Classification: UNCLASSIFIED\nCaveats: FOUO",
        "Classification: UNCLASSIFIED\nCaveats: LES",
        "Classification: UNCLASSIFIED\nAssociated Caveats: ALDER GROUP",
        "UNCLASSIFIED\nSensitivity: Sensitive",
        "UNCLASSIFIED\nSBU",
        "UNCLASSIFIED\nFOR OFFICIAL USE ONLY",
        "Official - SBU",
        "Official - Privacy",
        "UNCLASSIFIED\n\nDISTRIBUTION STATEMENT B: Agencies only.",
        "UNCLASSIFIED\n\nDISTRIBUTION STATEMENT D. Ask the port.",
        "UNCLASSIFIED\n\nDISTRIBUTION STATEMENT F",
        "CONFIDENTIAL - WORKING PAPERS",
        "SECRET - WORKING PAPERS",
        "NATO SECRET",
        "NATO UNCLASSIFIED",
        "Classification: ALDER ONLY",
        "UNCLASSIFIED//FOUO",
        "UNCLASSIFIED//ALDER",
    ] {
        check(&format!("{head}\n\nBenno,\n\nHIDEcode is attached.\n"), "U");
    }
    for head in [
        "Classification: UNCLASSIFIED\nCaveats: NONE",
        "Classification: UNCLASSIFIED",
        "This email is UNCLASSIFIED.",
        "UNCLASSIFIED\n\nDISTRIBUTION STATEMENT A. Approved for public release.",
        "RELEASE IN PART B6\n\nUNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C00000001 Date: 05/13/2015",
        "UNCLASSIFIED - WORKING PAPERS",
    ] {
        check(&format!("{head}\n\nBenno,\n\nSHOWcode is attached.\n"), "U");
    }
}

#[test]
fn the_longest_of_all_instructions_governs_wherever_it_stands() {
    let head =
        "O 141630Z MAR 06\nSECRET A 1\n\nE.O. 12958: DECL: 03/14/2008\nSUBJECT: (U) SHOWx\n\n";
    for body in [
        "1. (S) HIDEone.\n\nE.O. 12958: DECL: 03/14/2030\n\n1. (S) HIDEtwo.\n",
        "1. (S) HIDEone.\n\n2. (S) HIDEtwo.\nE.O. 12958: DECL: 03/14/2030\n",
        "1. (U) Classified by Ode. Reason: 1.4(b).\nDeclassify on: 03/14/2030\n\n2. (S) HIDEtwo.\n",
        "1. (U) Classified by: Ode, Reason 1.4(b), Declassify on: 03/14/2030.\n\n2. (S) HIDEtwo.\n",
        "1. (S) HIDEone.\n\n(U) Declassify On: 20300314\n",
        "1. (S) HIDEone.\n\n> DECL ON 03/14/2030\n",
        "1. (S) HIDEone.\n\nDecl On: 03/14/2030\n",
        "1. (S) HIDEone.\n\nDeclassification: 20300314\n",
        "1. (S) HIDEone.\n\nDeclassify On: the day when Ode leaves\n",
    ] {
        check(&format!("{head}{body}"), "U");
    }
    check(
        &format!("{head}1. (S) SHOWone.\n\nDecl On: 03/14/2009\n"),
        "U",
    );
    for (first, second) in [
        ("Declassify On: 03/14/2010", "Decl On: 03/14/2016"),
        ("Declassify On: 03/14/2010", "DECL ON 03/14/2016"),
        ("Declassify On: 20080314", "(U) Declassify On: 20300314"),
        ("Declassify On: 20080314", "Declassification: OADR"),
        ("DECL: 20080314", "Decl: when the relay is closed"),
    ] {
        for (one, two) in [(first, second), (second, first)] {
            if one.starts_with('(') {
                continue;
            }
            check(
                &format!("SECRET\n\nMarch 14, 2006\n\n{one}\n\n(S) HIDEone.\n\n{two}\n"),
                "U",
            );
        }
    }
    // A line of the text alone gives no term.
    check(
        "SECRET\n\nMarch 14, 2006\n\n(S) HIDEone.\n\n(U) Declassify on: 20080314\n",
        "U",
    );
}

#[test]
fn a_level_line_counts_wherever_it_stands() {
    for part in [
        "CONFIDENTIAL VESTA 22",
        "C O N F I D E N T I A L VESTA 000022",
        "Classification: CONFIDENTIAL",
        "> CONFIDENTIAL",
        "CONFIDENTIAL",
        "CONFIDENTIAL ATTACHMENT",
        "CONFIDENTIAL ENCLOSURE 2",
        "ANNEX A (SECRET)",
        "TAB B - CONFIDENTIAL",
    ] {
        for source in [
            format!(
                "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nSee the telegram.\n\n{part}\n\n1. HIDElease.\n"
            ),
            format!(
                "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nSee the telegram.\n\n{part}\n\nHIDElease.\n"
            ),
            format!(
                "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\n(U) SHOWtelegram follows.\n\n{part}\n\nHIDElease of the pier. It ends in May. It does.\n\n(U) SHOWlast.\n\n(S) HIDEmore.\n"
            ),
            format!(
                "UNCLAS A 1\n\nSUBJECT: (U) SHOWx\n\n1. (U) SHOWone:\n\n{part}\n\nHIDElease of the pier. It ends in May. It does.\n\n2. (U) SHOWtwo.\n\n3. (S) HIDEthree.\n"
            ),
            format!(
                "UNCLAS A 1\n\nSUBJECT: (U) SHOWx\n\n1. (U) SHOWone:\n{part}\nHIDElease of the pier. It ends in May.\n\n2. (U) SHOWtwo.\n\n3. (S) HIDEthree.\n"
            ),
        ] {
            check(&source, "U");
        }
    }
    for caption in ["NODIS", "EXDIS"] {
        check(
            &format!(
                "UNCLAS A 1\n\nSUBJECT: (U) HIDEx\n\n1. (U) HIDEone:\n\nCONFIDENTIAL {caption} VESTA 22\n\n1. (U) HIDEtwo.\n"
            ),
            "S",
        );
    }
    // Under a subject it is none of its lines.
    for line in [
        "SECRET",
        "S E C R E T",
        "Classification: SECRET",
        "DRAFT - SECRET",
    ] {
        check(
            &format!("UNCLAS A 1\n\nSUBJECT: HIDEx\n{line}\nTAGS: PREL\n\n1. HIDEone.\n"),
            "U",
        );
    }
    // The banner of a page starts nothing.
    check(
        "SECRET\n\n(U) SHOWone goes on to the\nSECRET\n\nSECRET\n\nnext page. SHOWtwo.\n\n(S) HIDEthree.\n\nSECRET\n",
        "U",
    );
    check(
        "CONFIDENTIAL A 1\n\nSUBJECT: (U) SHOWx\n\n1. (U) SHOWone goes\nCONFIDENTIAL\n\nCONFIDENTIAL\non here.\n\n2. (C) HIDEtwo.\n",
        "U",
    );
}

#[test]
fn restricted_data_bars_every_date() {
    for (level, notice) in [
        ("SECRET", "RESTRICTED DATA\n\n"),
        ("SECRET", "FORMERLY RESTRICTED DATA\n\n"),
        (
            "SECRET",
            "This document contains Restricted Data as defined in the Atomic Energy Act.\n\n",
        ),
        ("SECRET - RESTRICTED DATA", ""),
        ("SECRET//RD", ""),
        ("NATO SECRET", ""),
    ] {
        check(
            &format!(
                "{level}\n{notice}\nMEMORANDUM FOR X\n\nMarch 14, 1986\n\n(U) SHOWone.\n\n(S) HIDEtwo.\n\nDeclassify On: 20080314\n\n{level}\n"
            ),
            "U",
        );
    }
    check(
        "SECRET\n\nMEMORANDUM FOR X\n\nMarch 14, 1986\n\n(U) SHOWrestricted data on the tide.\n\n(S) SHOWtwo.\n\nDeclassify On: 20080314\n\nSECRET\n",
        "U",
    );
}

#[test]
fn a_sensitivity_behind_a_label_is_one_for_those_who_may_see_it() {
    for value in [
        "SENSITIVE BUT UNCLASSIFIED",
        "Sensitive But Unclassified",
        "SBU",
        "UNCLASSIFIED/SBU",
        "Unclassified but sensitive",
        "SENSITIVE/UNCLASSIFIED",
        "For Official Use Only",
        "Sensitive",
    ] {
        for label in [
            "Classification",
            "CLASSIFICATION",
            "Security Classification",
        ] {
            let source = format!(
                "{label}: {value}\n\nMEMORANDUM FOR X\n\nHIDEplain text is here. It is long.\n"
            );
            check(&source, "U");
            check(&source.replace("HIDE", "SHOW"), "SBU");
        }
    }
}

#[test]
fn a_level_behind_a_label_of_any_form_counts() {
    for label in [
        "| Classification | SECRET |",
        "Classification\tSECRET",
        "Classification - SECRET",
        "Classification SECRET",
        "**Classification**: SECRET",
        "CLASSIFICATION OF THIS PAGE: SECRET",
        "Document classification: SECRET",
        "Level: SECRET",
        "CIassification: SECRET",
    ] {
        check(
            &format!("UNCLASSIFIED\n{label}\n\nMEMORANDUM FOR X\n\nHIDEbody is here.\n"),
            "U",
        );
    }
    check(
        "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nSHOWbody is here.\n\nClassification guide: secret\n",
        "U",
    );
}

#[test]
fn a_line_of_levels_and_captions_counts_in_any_order() {
    for line in [
        "S-E-C-R-E-T",
        "-SECRET-",
        "\"SECRET\"",
        "SECRET AND SENSITIVE",
        "DRAFT - SECRET",
        "PAGE 1 OF 2   SECRET",
        "U.S. SECRET",
        "TOP-SECRET",
        "SECHET",
        "STRICTLY CONFIDENTIAL",
        "TOP SECRET UMBRA",
        "SECRET WHEN FILLED IN",
        "THE FOLLOWING IS CONFIDENTIAL",
        "This attachment is SECRET",
        "Enclosure (1): SECRET",
        "Annex B (S)",
        "SECRET (entire text)",
    ] {
        check(
            &format!(
                "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\n{line}\n\nHIDEbody is here. It is long.\n"
            ),
            "U",
        );
        check(
            &format!("UNCLAS A 1\n\nSUBJECT: (U) SHOWx\n\n1. (U) SHOWone.\n\n{line}\n\nHIDEbody is here. It is long.\n").replace("SHOW", "MAY"),
            "U",
        );
    }
    // Neither a heading that speaks of a level nor a damaged UNCLASSIFIED states one.
    check(
        "SECRET\n\n(U) SHOWone.\n\nSECRET TALKS\n\n(U) SHOWtwo.\n\n(S) HIDEthree.\n\nSECRET\n",
        "U",
    );
    check(
        "UNCLASSIFIEO\n\nMEMORANDUM FOR X\n\nHIDEbody is here.\n",
        "U",
    );
}

#[test]
fn an_instruction_counts_without_its_sign_and_with_slips() {
    for line in [
        "EO 12958 DECL 03/14/2030",
        "Classified by Ode, declassify on 03/14/2030",
        "CL BY ODE; DECL ON 03/14/2030",
        "Dec1assify On: 03/14/2030",
        "DecI On: 03/14/2030",
        "D E C L: 03/14/2030",
        "XGDS-2",
        "OADR",
    ] {
        check(
            &telegram(&format!(
                "E.O. 12958: DECL: 03/14/2008\nTAGS: PREL\nSUBJECT: (U) SHOWx\n\n{line}"
            )),
            "U",
        );
        check(
            &format!(
                "SECRET\n\nMEMORANDUM FOR X\n\nMarch 14, 2006\n\n(U) SHOWone.\n\n(S) HIDEtwo.\n\nDeclassify On: 03/14/2008\n\n{line}\n\nSECRET\n"
            ),
            "U",
        );
    }
    check(
        &telegram("E.O. 12958: DECL: 03/14/2008\nTAGS: PREL\nSUBJECT: (U) SHOWx\n\nClassified by Ode, declassify on 03/14/2008").replace("HIDE", "SHOW"),
        "U",
    );
}

#[test]
fn labelled_lines_further_down_restrict() {
    for line in [
        "Caveats: PII",
        "Caveats: ALDER GROUP",
        "Sensitivity: Private",
        "Releasability: NOFORN, ALDER",
        "Special handling: NODIS",
        "Limited Dissemination Control: FEDCON",
    ] {
        check(
            &format!("UNCLASSIFIED\n{line}\n\nMEMORANDUM FOR X\n\nHIDEbody is here.\n"),
            "U",
        );
    }
    check(
        "UNCLASSIFIED\n\nMEMORANDUM FOR X\n\nHIDEbody is here. It is long.\n\nCaveats: PII\n",
        "U",
    );
    check_on(
        "SECRET\nReleasability: NOFORN\n\nMEMORANDUM FOR X\n\n(U) SHOWone.\n\n(S) HIDEtwo.\n\nSECRET\n",
        "clearance=S citizen=GBR",
        date(2012, 6, 1),
    );
    check(&memo("REF: (U) SHOWletter of the mayor"), "U");
}
