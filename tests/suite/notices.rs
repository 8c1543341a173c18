//! What a paper or a message says of the whole of it beside its level: instructions that put a declassification off, notices,
//! captions, and where a field of the header ends. A row each, both ways. `HIDE…` must not reach the reader, `SHOW…` must.
//! Every text is made up.

use jiff::civil::{Date, date};

use crate::header::check_on;

/// A day on which the dates below have passed, where nothing puts them off.
const DAY: Date = date(2020, 1, 1);

/// A telegram of 2006 that opens in 2016, with these lines below its subject and these at its end.
fn telegram(order: &str, below: &str, end: &str, word: &str) -> String {
    format!(
        "P 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nCONFIDENTIAL PORT VESTA 000123\n\nE.O. 12958: DECL: 03/14/2016\n{order}TAGS: PREL\nSUBJECT: (U) PIERS\n{below}\n1. (C) The {word}fee.\n\n2. (U) SHOWopen.\n{end}"
    )
}

/// A memorandum of 2006 that opens in 2016, with these lines under its instruction.
fn memo(level: &str, foot: &str, word: &str) -> String {
    format!(
        "{level}\n\nMEMORANDUM FOR X\n\nMarch 14, 2006\n\n(S) The {word}relay is dry.\n\nDeclassify On: 20160314\n{foot}\n\nSECRET\n"
    )
}

#[test]
fn what_puts_a_declassification_off_holds_wherever_it_stands() {
    check_on(&telegram("", "", "", "SHOW"), "U", DAY);
    for line in [
        "X1",
        "25X1",
        "(25X1)",
        "25X1, 25X6",
        "50X1-HUM",
        "DECL/14 MAR 2030",
        "RVW: 03/14/2030",
        "Declassified on: 03/14/2030",
        "EXEMPT FROM AUTOMATIC DECLASSIFICATION",
        "NOT SUBJECT TO AUTOMATIC DECLASSIFICATION",
        "Not to be declassified before 2030",
        "REVIEWED 2015: CLASSIFICATION EXTENDED",
        "DECLASSIFICATION DENIED 2015",
        "REMAINS CLASSIFIED",
        "GROUP 1",
        "Excluded from automatic downgrading and declassification",
    ] {
        let line = format!("{line}\n");
        check_on(&telegram(&line, "", "", "HIDE"), "U", DAY);
        check_on(&telegram("", &line, "", "HIDE"), "U", DAY);
        check_on(&telegram("", "", &format!("\n{line}"), "HIDE"), "U", DAY);
    }
    for line in [
        "Exempt: 25X1",
        "Exemption: 25X1",
        "Paragraph 1: 25X1",
        "(Portions 25X1)",
        "Extension: 20360314",
        "Extended to: 20360314",
        "Declassification extended on 1 Mar 2016",
        "By authority of DIA, classification extended until 20360314",
        "This document is exempt from automatic declassification.",
    ] {
        check_on(&memo("SECRET", line, "HIDE"), "U", DAY);
    }
    for level in ["SECRET (XGDS)", "SECRET/XGDS", "SECRET/XGDS-3"] {
        check_on(&memo(level, "", "HIDE"), "U", DAY);
    }
    check_on(&memo("SECRET/GDS", "", "SHOW"), "U", DAY);
}

#[test]
fn an_exemption_in_the_line_of_the_classifier_holds() {
    for (reason, word) in [
        ("reasons 1.5(b) and (d).", "SHOW"),
        ("reasons 1.5(b) and (d), X6.", "HIDE"),
        ("reason 1.6X6", "HIDE"),
        ("reason 25X1", "HIDE"),
        ("OADR", "HIDE"),
        ("exempt from declassification under 25X6", "HIDE"),
        ("until 03/14/2031", "HIDE"),
    ] {
        let line = format!("\nClassified By: DCM Birk, {reason}\n");
        check_on(&telegram("", &line, "", word), "U", DAY);
    }
}

#[test]
fn a_sentence_that_speaks_of_declassification_puts_nothing_off() {
    for line in [
        "Extension: 71234",
        "This pier remains in use.",
        "Group 1 of the boats",
        "The records of 1950 were declassified last year.",
        "Declassified on: 03/14/2012",
        "Reviewed by the harbor board",
    ] {
        check_on(
            &telegram("", "", &format!("\n3. (U) SHOWmore.\n\n{line}\n"), "SHOW"),
            "U",
            DAY,
        );
        check_on(&memo("SECRET", line, "SHOW"), "U", DAY);
    }
}

#[test]
fn a_mark_with_a_term_of_its_own_does_not_open_with_the_document() {
    for (mark, word) in [
        ("C", "SHOW"),
        ("C//20300314", "HIDE"),
        ("C//25X1", "HIDE"),
        ("C/25X1", "HIDE"),
        ("CONFIDENTIAL//X1", "HIDE"),
    ] {
        let body = format!("\n3. ({mark}) The {word}barge.\n\n4. (U) SHOWend.\n");
        check_on(&telegram("", "", &body, "SHOW"), "U", DAY);
    }
}

#[test]
fn a_notice_outlives_the_date() {
    check_on(&memo("SECRET", "", "SHOW"), "U", DAY);
    for line in [
        "HANDLE VIA COMINT CHANNELS",
        "Handle via Talent-Keyhole channels only",
        "SPECIAL ACCESS REQUIRED",
        "SPECIAL HANDLING REQUIRED",
        "WARNING NOTICE - INTELLIGENCE SOURCES AND METHODS INVOLVED",
        "DISSEMINATION AND EXTRACTION OF INFORMATION CONTROLLED BY ORIGINATOR",
        "CAUTION - PROPRIETARY INFORMATION INVOLVED",
        "This document contains FRD",
        "Contains RD",
        "Restricted Data",
        "ATOMIC ENERGY ACT OF 1954",
        "Contains NATO information",
    ] {
        check_on(&memo("SECRET", line, "HIDE"), "U", DAY);
        check_on(&memo(&format!("SECRET\n{line}"), "", "HIDE"), "U", DAY);
        check_on(&memo("SECRET", &format!("\n{line}"), "HIDE"), "U", DAY);
    }
    for line in ["UMBRA", "SAR", "RUFF UMBRA"] {
        check_on(&memo(&format!("SECRET\n{line}"), "", "HIDE"), "U", DAY);
    }
    for line in [
        "Handle via the side door",
        "Special access is required.",
        "Restricted data are kept in the shed.",
        "This harbor contains water",
        "Caution - wet paint",
    ] {
        check_on(&memo("SECRET", line, "SHOW"), "U", DAY);
    }
}

#[test]
fn a_notice_of_official_use_restricts_whatever_stands_behind_it() {
    let paper = |line: &str, word: &str| {
        format!("UNCLASSIFIED\n\n{line}\n\nNames of {word}. It is long enough. It goes on.\n")
    };
    check_on(&paper("PIERS", "SHOWode"), "U", DAY);
    for line in [
        "FOR OFFICIAL USE ONLY - PRIVACY SENSITIVE: Any misuse or unauthorized disclosure may result in penalties.",
        "This document contains information exempt from mandatory disclosure under the FOIA. Exemption(s) 5 applies.",
    ] {
        check_on(&paper(line, "HIDEode"), "U", DAY);
        check_on(&paper(line, "SHOWode"), "SBU", DAY);
    }
}

/// Notices of what is unclassified and not for everybody, beside the level and at the end, and what begins as they do.
#[test]
fn a_notice_of_what_is_not_for_everybody_restricts_what_is_unmarked() {
    let paper = |head: &str, foot: &str, word: &str| {
        format!(
            "UNCLASSIFIED\n{head}\nMEMORANDUM FOR X\n\nNames of {word}. It is long enough. It goes on.\n{foot}\nUNCLASSIFIED\n"
        )
    };
    for line in [
        "ADMINISTRATIVELY CONFIDENTIAL",
        "Administratively Controlled",
        "SENSITIVE SECURITY INFORMATION",
        "WARNING: This record contains Sensitive Security Information that is controlled under",
        "SOURCE SELECTION INFORMATION - SEE FAR 2.101 AND 3.104",
        "ATTORNEY-CLIENT PRIVILEGED",
        "PRE-DECISIONAL",
        "DRAFT/PRE-DECISIONAL",
        "PREDECISIONAL/DELIBERATIVE",
        "DELIBERATIVE PROCESS",
        "DO NOT DISTRIBUTE",
        "NOT FOR PUBLICATION",
        "This document contains technical data subject to the rules of export.",
        "WARNING - This document contains technical data whose export is restricted by the Act",
        "Distribution authorized to government agencies only; harbor use; March 2006.",
        "This document contains neither recommendations nor conclusions of the bureau.",
        "PERSONAL DATA - PRIVACY ACT OF 1974",
        "Contains proprietary information of Vesta Lines",
        "DISTRIBUTION: FOR OFFICIAL USE ONLY",
        "PRIVACY ACT OF 1974 APPLIES",
        "Privacy Act Information",
        "PROTECTED BY THE PRIVACY ACT",
        "This document is subject to the Privacy Act of 1974.",
        "This roster contains personally identifiable information.",
        "PERSONALLY IDENTIFIABLE INFORMATION (PII)",
        "GRAND JURY MATERIAL - DISSEMINATE ONLY PURSUANT TO RULE 6(e)",
        "FILED UNDER SEAL",
        "PRIVILEGED & CONFIDENTIAL",
        "Confidential Business Information",
        "COMMERCIAL-IN-CONFIDENCE",
        "COMPANY PROPRIETARY",
        "SAFEGUARDS INFORMATION",
        "PROTECTED CRITICAL INFRASTRUCTURE INFORMATION",
        "UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION",
        "Exempt from disclosure under the FOIA, (b)(5).",
        "May be exempt from public release under the FOIA",
        "This paper contains information that may be exempt from public release.",
        "DRAFT - NOT FOR RELEASE",
        "DO NOT FORWARD",
        "PLEASE PROTECT",
        "Not for Internet distribution.",
        "TLP:AMBER",
        "TLP: RED",
        "NOT RELEASABLE TO THE PUBLIC",
        "For U.S. Government use only",
        "Privileged attorney-client communication",
        "Pre-decisional and deliberative",
        "INTERNAL/DELIBERATIVE",
        "This e-mail contains SSI.",
        "ITAR CONTROLLED",
        "Protective marking: OFFICIAL-SENSITIVE",
    ] {
        check_on(&paper(&format!("{line}\n"), "", "HIDEode"), "U", DAY);
        check_on(&paper(&format!("\n{line}\n"), "", "HIDEode"), "U", DAY);
        check_on(&paper("", &format!("\n{line}\n"), "HIDEode"), "U", DAY);
        // A marked paragraph says of itself what it is.
        check_on(
            &paper("", &format!("\n{line}\n"), "Ode.\n\n(U) SHOWode").replace("Names", "(U) Names"),
            "U",
            DAY,
        );
    }
    // What names those who alone may have it binds whatever is marked as well.
    for line in [
        "Distribution: FEDCON",
        "Distribution/Dissemination Control: FED ONLY",
        "LDC: FEDCON",
        "DISTRIBUTION: LIMITED",
        "LAW ENFORCEMENT SENSITIVE",
    ] {
        check_on(&paper("", &format!("\n{line}\n"), "HIDEode"), "U", DAY);
        check_on(&paper(&format!("\n{line}\n"), "", "(U) HIDEode"), "U", DAY);
    }
    for line in [
        "Distribution: Ode, Birk",
        "Distribution: A, B, C",
        "DISTRIBUTION OF BOATS",
        "Draft plans of the pier",
        "Strictly confidential talks go on.",
        "Administrative notes",
        "WARNING - BOATS AHEAD",
        "Deliberative bodies meet here.",
        "Sources of the river",
        "This document contains two maps.",
        "Law enforcement was there.",
        "Attorneys came to the pier.",
        "The Privacy Act of 1974 was passed.",
        "PRIVACY ACT OF 1974: A HISTORY",
        "Privacy is rare here.",
        "Do not forward mail to the old pier.",
        "Please protect the boats from rain.",
        "Personally, he went home.",
        "Grand juries met here.",
        "Proprietary boats came in.",
        "Safeguards of the river",
        "Filed under boats",
        "Exempt from the fee are small boats.",
        "May be exempt from the fee",
        "Confidential business is done here.",
        "This boat is exempt from the fee.",
        "Not for boats of the owner",
        "Internal data of the boats",
        "Draft document",
        "US Government boats came.",
        "For use by all boats",
        "To be opened on Monday",
        "Addressees: Ode, Birk",
        "Protective marking: yellow paint",
    ] {
        check_on(&paper("", &format!("\n{line}\n"), "SHOWode"), "U", DAY);
    }
}

/// The same as the text of a paragraph, or below one, of a telegram that marks nothing.
#[test]
fn a_notice_that_is_a_paragraph_restricts_a_telegram() {
    let unmarked = |first: &str, word: &str| {
        format!(
            "P 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nUNCLAS PORT VESTA 000123\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PIERS\n\n1. {first}\n\n2. The {word}list of owners is attached. It is long.\n"
        )
    };
    for line in [
        "THIS CABLE CONTAINS PRIVACY ACT INFORMATION.",
        "NOT FOR PUBLIC RELEASE",
        "This document contains proprietary information of Vesta Lines.",
        "PLEASE PROTECT",
        "DISTRIBUTION STATEMENT C: Distribution authorized to agencies only.",
        "LAW ENFORCEMENT SENSITIVE",
    ] {
        check_on(&unmarked(line, "HIDE"), "U", DAY);
        check_on(&unmarked(&format!("Piers.\n{line}"), "HIDE"), "U", DAY);
    }
    for line in [
        "The Privacy Act is new.",
        "This document contains two maps.",
        "Distribution of the boats is uneven.",
        "Please protect the boats from rain.",
    ] {
        check_on(&unmarked(line, "SHOW"), "U", DAY);
    }
}

/// A telegram that a reader cleared for its level may see but for a caption.
fn captioned(level: &str, head: &str, below: &str, end: &str, word: &str) -> String {
    format!(
        "P 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\n{level} PORT VESTA 000123{head}\n\nE.O. 12958: DECL: 03/14/2036\nTAGS: PREL\nSUBJECT: (U) PIERS\n{below}\n1. (S) {word}one.\n\n2. (S) The {word}relay.\n\n3. (U) {word}open.\n{end}"
    )
}

#[test]
fn a_caption_binds_wherever_a_line_of_its_own_holds_it() {
    check_on(&captioned("SECRET", "", "", "", "SHOW"), "S", DAY);
    for head in [
        "\n\nC O R R E C T E D  C O P Y (ADDING NODIS CAPTION)",
        " <NODIS>",
        " LIMIT DISTRIBUTION",
        " NO DIS",
    ] {
        check_on(&captioned("SECRET", head, "", "", "HIDE"), "S", DAY);
    }
    for level in [
        "SECRET MED CHANNEL",
        "SECRET NO DIS",
        "SECRET LIMIT DISTRIBUTION",
    ] {
        check_on(&captioned(level, "", "", "", "HIDE"), "S", DAY);
    }
    for line in [
        "NODIS HANDLE",
        "THIS IS A NODIS MESSAGE",
        "TREAT AS EXDIS",
        "EYES ONLY FOR THE AMBASSADOR",
        "FOR AMBASSADOR ONLY",
    ] {
        let end = format!("\nBIRK\n\n{line}\n");
        check_on(&captioned("SECRET", "", "", &end, "HIDE"), "S", DAY);
        let below = format!("\n{line}\n");
        check_on(&captioned("SECRET", "", &below, "", "HIDE"), "S", DAY);
    }
    for line in [
        "THE PIER OF THE AMBASSADOR",
        "PIERS FOR BOATS",
        "He saw a NODIS message.",
    ] {
        let end = format!("\nBIRK\n\n{line}\n");
        check_on(&captioned("SECRET", "", "", &end, "SHOW"), "S", DAY);
    }
}

#[test]
fn a_line_between_level_and_order_restricts_unless_it_passes_the_message_on() {
    let unclassified = |line: &str, word: &str| {
        format!(
            "P 141630Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\nUNCLAS PORT VESTA 000123\n\n{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: PIERS\n\n1. The {word}list of owners is attached. It is long.\n"
        )
    };
    for line in [
        "SIPDIS",
        "PLEASE PASS TO OPIC",
        "DEPT FOR INR",
        "ALSO FOR AID",
    ] {
        check_on(&unclassified(line, "SHOW"), "U", DAY);
    }
    for line in ["NOT FOR PUBLIC RELEASE", "PLEASE PROTECT", "SENSITIVE:"] {
        check_on(&unclassified(line, "HIDE"), "U", DAY);
    }
}

/// A secret telegram with this head and these fields.
fn fields(from: &str, to: &str, fields: &str) -> String {
    format!(
        "P 141630Z MAR 06\nFM {from}\nTO {to}\n\nSECRET SHOWPORT 000123\n\n{fields}\n\n1. (S) HIDEone.\n\n2. (U) SHOWopen.\n"
    )
}

#[test]
fn a_field_ends_where_something_else_than_its_kind_stands() {
    for (from, to, head) in [
        ("AMEMBASSY SHOWPORT", "SECSTATE SHOWDC", "TAGS: SHOWTAG"),
        (
            "AMEMBASSY VESTA RELAY IS AT HIDE",
            "SECSTATE WASHDC",
            "TAGS: SHOWTAG",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC\nTHE RELAY IS HIDE",
            "TAGS: SHOWTAG",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "REF: (A) SHOWHAVN 98 (B) STATE 12",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "REF: (A) SHOWHAVN 98 (NOTAL) (B) SHOW LETTER (C) STATE 12",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "REF: (A) KARSHAVN 98 (B) HIDE LETTER (S)",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "REF: A) KARSHAVN 98 (S) B) HIDE MEMCON (S)",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "REF: KARSHAVN 98 (HIDE RELAY)",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "REF: KARSHAVN 98 - HIDE RELAY",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "TAGS: PREL, PTER\nSUBJECT; HIDE RELAY",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "TAGS: PREL, PTER\nSUBJECT. HIDE RELAY",
        ),
        (
            "AMEMBASSY VESTA",
            "SECSTATE WASHDC",
            "TAGS: PREL, PTER\nSUBJECT HIDE RELAY",
        ),
    ] {
        check_on(&fields(from, to, head), "U", DAY);
    }
}

#[test]
fn a_day_in_a_withheld_paragraph_is_no_day_of_the_heading() {
    for day in ["March 14, 2006\n\n", ""] {
        for first in ["The pier is open to all boats. (U)\n\n", ""] {
            let paper = format!(
                "SECRET\n\nMEMORANDUM FOR X\n\n{day}{first}We shall meet the owner of the relay on\nMay 9, HIDE2007\nat the boom. (S)\n\nThe road is SHOWlong. (U)\n\nSECRET\n"
            )
            .replace("HIDE2007", "2007");
            let shown = tearline::policy::Policy::default()
                .release(
                    &tearline::parse(&paper),
                    &tearline::marking::Reader::public(),
                    DAY,
                )
                .to_text();
            assert!(!shown.contains("May 9, 2007"), "{paper}\n{shown}");
            assert!(shown.contains("SHOWlong"), "{paper}\n{shown}");
        }
    }
}

#[test]
fn an_instruction_that_a_paragraph_quotes_opens_nothing() {
    let paper = "SECRET\n\nMEMORANDUM FOR X\n\nMarch 14, 2006\n\nThe paper of the relay says on its last page\nDeclassify On: 20080314\nand HIDEode has signed it. (S)\n\nThe pier is SHOWopen. (U)\n\nSECRET\n";
    check_on(paper, "U", DAY);
}
