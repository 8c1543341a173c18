//! Headers: where a field ends, which lines state a level, what restricts beside it, and which instruction governs. A row
//! each, the least text that shows it. `HIDE…` must not reach the reader, `SHOW…` must. Every text is made up.

use jiff::civil::{Date, date};
use tearline::document::DocumentKind;
use tearline::marking::Reader;
use tearline::policy::Policy;

/// A day on which the dated instructions below have passed, where they are not held.
const DAY: Date = date(2012, 6, 1);

#[track_caller]
pub(crate) fn check_on(source: &str, reader: &str, day: Date) {
    let shown = Policy::default()
        .release(
            &tearline::parse(source),
            &reader.parse::<Reader>().unwrap(),
            day,
        )
        .to_text();
    for word in source.split(|c: char| !c.is_alphanumeric()) {
        if word.starts_with("HIDE") || word.starts_with("SHOW") {
            let expected = word.starts_with("SHOW");
            assert_eq!(
                shown.contains(word),
                expected,
                "{word} for {reader}\n{source}\n--------\n{shown}"
            );
        }
    }
}

#[track_caller]
pub(crate) fn check(source: &str, reader: &str) {
    check_on(source, reader, DAY);
}

/// A memorandum with these lines in its heading, a paragraph for everybody and one for nobody here.
pub(crate) fn memo(head: &str) -> String {
    format!(
        "SECRET\n\nMEMORANDUM FOR THE HARBOR MASTER\n\n{head}\n\n(U) SHOWpier is painted.\n\n(S) HIDEbarge.\n\nSECRET\n"
    )
}

/// A telegram with these lines under its level line.
pub(crate) fn telegram(fields: &str) -> String {
    format!(
        "P 141530Z MAR 06\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC\n\nSECRET KARSHAVN 000012\n\n{fields}\n\n1. (U) SHOWone.\n\n2. (S) HIDEtwo.\n"
    )
}

#[test]
fn a_paper_is_taken_for_a_release_of_ours_only_where_the_caller_says_so() {
    for source in [
        "SECRET\n\n(U) SHOWopen.\n(S) HIDElease.\n\nSECRET\n",
        "SECRET\n\n1. (U) SHOWopen.\n2. (S) HIDElease.\n\nSECRET\n",
        "SECRET//NOFORN\n\n(U) SHOWpier.\n(S//NF) HIDErelay.\n\n(U) SHOWpaint.\n\nSECRET//NOFORN\n",
        // The portions together are what the banner says.
        "SECRET\n\n(U) HIDEship.\n\n(U) HIDErelay.\n\n(U) HIDEboth.\n\nSECRET\n",
    ] {
        assert_ne!(
            tearline::parse(source).kind(),
            DocumentKind::Release,
            "{source}"
        );
        check(source, "U");
    }
    let release = "UNCLASSIFIED\n\n1. (U) One.\n\n2. (U) Two.\n\nUNCLASSIFIED\n";
    assert_eq!(
        tearline::parse_as(release, DocumentKind::Release).kind(),
        DocumentKind::Release
    );
}

#[test]
fn a_field_of_a_memorandum_ends_with_its_line() {
    for head in [
        "March 14, 1986\nMeeting with HIDElorne",
        "14 March 1986\nHIDElorne owns the relay.",
        "Port Alder, March 14, 1986\nHIDElorne",
        "Date: March 14, 1986\nHIDElorne owns the relay",
        "March 14, 1986 HIDElorne owns it",
        "March 14, 1986, 3 boats of HIDElorne",
        "HIDElorne, the owner, March 14, 1986",
        "AFZA-GT (25-30a)   14 March 1986\nHIDElorne",
        "SUBJECT: (U) SHOWpiers\nThe relay belongs to HIDElorne.",
        "EXDIS FOR HIDElorne",
    ] {
        if head.starts_with("EXDIS") {
            // It binds the paragraph as well.
            check(
                &memo(head).replace("SHOW", "HIDE"),
                "clearance=U citizen=USA",
            );
        } else {
            check(&memo(head), "U");
        }
    }
}

#[test]
fn an_authority_block_of_a_memorandum_ends_with_its_lines() {
    for foot in [
        "Derived From: Guide 7\nDeclassify On: 20360314\nHIDElorne has the relay.",
        "Classified By: Ode\nReason: 1.4(b)\nDeclassify On: 20360314\n(S) HIDElorne",
        "Declassify On: 20360314 HIDElorne has the relay",
        "Declassify On: 20360314\n   HIDElorne has the relay.",
        "Declassify On: when HIDElorne leaves",
        "DECL ON 03/14/2036\nHIDElorne",
        "E.O. 12958: DECL: 20360314\nHIDElorne",
    ] {
        let source = format!(
            "SECRET\n\nMEMORANDUM FOR THE HARBOR MASTER\n\nMarch 14, 2011\n\n(U) SHOWpier.\n\n(S) HIDEbarge.\n\n{foot}\n\nSECRET\n"
        );
        check(&source, "U");
    }
    let source = "SECRET\n\nMarch 14, 2011\n\n(U) SHOWpier.\n\n(S) HIDEbarge.\n\nDeclassify On: SHOW 20360314\n";
    // An instruction that is nothing else is unclassified.
    check(&source.replace("SHOW 20360314", "20360314"), "U");
}

#[test]
fn a_field_of_a_telegram_ends_with_its_line_unless_the_next_plainly_goes_on() {
    for fields in [
        "TAGS: PREL\nThe lease of HIDElorne ends.\nSUBJECT: (U) SHOWpiers",
        "TAGS: PREL The lease of HIDElorne ends\nSUBJECT: (U) SHOWpiers",
        "TAGS: PREL\nSUB.JECT: HIDElorne",
        "TAGS: SHOW, PREL,\nKV, SHOWA\nSUBJECT: (U) SHOWpiers",
        "TAGS: [PREL](#) [SHOWT](#)\nSUBJECT: (U) SHOWpiers",
        "E.O. 12958: DECL: 03/14/2036\nHIDElorne owns it.\nTAGS: PREL\nSUBJECT: (U) SHOWpiers",
        "E.O. 12958: DECL: 03/14/2036 HIDElorne owns it\nTAGS: PREL\nSUBJECT: (U) SHOWpiers",
        "E.OM 11652: XGDS\nTAGS: PREL\nSUBJECT: (U) SHOWpiers",
        "EMO. 11652: XGDS\nTAGS: PREL\nSUBJECT: (U) SHOWpiers",
        "SUBJECT: (U) SHOWpiers\nREF: KARSHAVN 9\nThe owner HIDElorne came.",
        "SUBJECT: (U) SHOWpiers\nREF: KARSHAVN 9\nSUM.MARY: HIDElorne came",
        "SUBJECT: (U) SHOWpiers\n\nREF: A) KARSHAVN SHOW989\n     B) KARSHAVN SHOW406\n     C) KARSHAVN SHOW291\n     D) KARSHAVN SHOW234",
        "SUBJECT: (U) SHOWpiers\nREF: A. KARSHAVN SHOW989\nB. KARSHAVN SHOW406",
        "SUBJECT: (U) SHOWpiers\nREF: (A) KARSHAVN 989 (NOTAL), (B) SHOWSTATE\n131738 (MAY 24, 1978)",
        "SUBJECT: (U) SHOWpiers\nREF: what HIDElorne said to the mayor",
        "SUBJECT: (U) SHOWpiers\nSUMMARY: (S) HIDElorne.",
        "SUBJECT: (U) SHOWpiers\nSUMMARY: HIDElorne came by boat.",
        "SUBJECT: (U) SHOWpiers\nOF THE SHOWcoast",
        "SUBJECT: (U) SHOWpiers\nCODEL SHOWalder IN VESTA",
        "SUBJECT: (U) SHOWpiers\nREF: KARSHAVN 9\n1986. HIDElorne",
        // No tag begins with two capitals and goes on in small letters.
        "TAGS: PREL\nHIDElorne owns it\nSUBJECT: (U) SHOWpiers",
        "TAGS: PREL\nREF: KARSHAVN 9\n5UBJECT: HIDElorne",
        "TAGS: PREL\nSUMMARY: (S) HIDElorne.\nSUBJECT: (S) HIDEx",
    ] {
        check(&telegram(fields), "U");
    }
}

#[test]
fn the_header_of_a_telegram_ends_where_its_text_begins() {
    for source in [
        "SECRET A 1\n\n(S) Ode will try\nTO SEIZE HIDElorne.\n",
        "SECRET A 1\n\n(S) Ode will try\nTO SEIZE HIDElorne\n",
        "SECRET A 1\n\n(S) Ode sails\nFM THE HIDEcoast\nINFO HIDElorne\n",
        "SECRET A 1\n\nSecret talks with HIDElorne.\n",
        "SECRET A 1\n\nsecret sources that HIDElorne named\n",
        "SECRET A 1\n\nConfidential sources of post 7 HIDElorne\n",
        "SECRET A 1\n\nHe will try\nTO SEIZE HIDElorne\n",
        "SECRET A 1\n\nSUBJECT: (U) SHOWpiers\nSUMMARY: (S) HIDElorne.\n\n1. (S) HIDEx.\n",
        "SECRET A 1\n\nOn 022212Z OCT 08 HIDElorne sailed\n",
        "SECRET A 1\n\n022212Z OCT 08 HIDElorne sailed\n",
    ] {
        check(source, "U");
    }
}

#[test]
fn what_kind_a_document_is_depends_on_its_header() {
    let text = "SECRET\n\nMarch 14, 2006\n\n(U) The pier.\n\n(S) The barge.\n\n";
    for line in [
        "TAGS: x",
        "TAGS: PREL",
        "FM the coast",
        "FM THE COAST",
        "TO SECSTATE WASHDC",
        "022212Z OCT 08",
        "Confidential sources of post 7",
        "CONFIDENTIAL VESTA 22",
        "E.O. 12958: DECL: 03/14/2016",
        "MRN: 12 VESTA 254",
    ] {
        for source in [
            format!("{text}{line}\n"),
            format!(
                "SECRET\n\nThe pier is blue. It was painted in May.\n{line}\n\n(S) The barge.\n"
            ),
            format!("SECRET\n\nSubject: The pier\n\nThe pier is blue\n\n{line}\n"),
            format!("SECRET\n\n1. (U) The pier.\n{line}\n"),
        ] {
            assert_eq!(
                tearline::parse(&source).kind(),
                DocumentKind::Memorandum,
                "{source}"
            );
        }
    }
    for source in [
        "O 022212Z OCT 08\nSECRET VESTA 12\n\n1. (S) x.\n",
        "FM AMEMBASSY VESTA\n\n1. (S) x.\n",
        "(U) FM AMEMBASSY VESTA\n\n1. (S) x.\n",
        "SECRET\n\nTAGS: PREL\nSUBJECT: x\n",
        "S E C R E T VESTA 12\n\n1. (S) x.\n",
        "UNCLASSIFIED\n\nMRN: 12 VESTA 254\n\n1. (U) x.\n",
    ] {
        assert_eq!(
            tearline::parse(source).kind(),
            DocumentKind::Cable,
            "{source}"
        );
    }
}

#[test]
fn the_printout_of_a_telegram_is_a_telegram() {
    let printout = |captions: &str, level: &str| {
        format!(
            "UNCLASSIFIED\n{level}\n\nMRN:          12 VESTA 254\nDate/DTG:     Sep 16, 2012 / 160150Z SEP 12\nFrom:         AMEMBASSY VESTA\nAction:       WASHDC, SECSTATE ROUTINE\nE.O.:         13526\nTAGS:         PGOV, KV\nCaptions:     {captions}\nSubject:      (U) SUBJECTx\nReference:    11 VESTA 190\nPass Line:    HIDEpass this to Ode\n\n1. (U) TEXTpier opens.\n\n2. (SBU) HIDEpilots.\n\nSignature:    HIDEode\n\nDrafted By:   HIDEbirk\nInfo:         AMEMBASSY ALDER\n"
        )
    };
    let shown = printout("SENSITIVE", "SBU")
        .replace("SUBJECT", "SHOW")
        .replace("TEXT", "SHOW");
    check_on(&shown, "U", date(2024, 1, 1));
    let document = tearline::parse(&shown);
    assert_eq!(document.kind(), DocumentKind::Cable);
    assert_eq!(document.header().origin(), Some(date(2012, 9, 16)));
    let hidden = printout("NODIS", "")
        .replace("SUBJECT", "HIDE")
        .replace("TEXT", "HIDE");
    check_on(&hidden, "S", date(2024, 1, 1));
}

#[test]
fn a_subject_on_the_line_of_a_number_is_one() {
    check(
        "162. Telegram From the Embassy to the Department\n\nPort Alder, May 3, 1979, 1140Z\n\nSecto 10010. Subject: (U) SHOWbirches.\n\n1. (S) HIDEone.\n",
        "U",
    );
}
