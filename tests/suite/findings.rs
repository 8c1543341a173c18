//! What a reviewer is told of a document: a row a rule, with a document that breaks it and one that does not.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails says where"
)]

use tearline::policy::Policy;

/// A fictional telegram in which nothing is wrong.
const CLEAN: &str = "\
P 141530Z MAR 06
FM AMEMBASSY ZENDA
TO SECSTATE WASHDC
C O N F I D E N T I A L ZENDA 000012

E.O. 12958: DECL: 03/14/2016
TAGS: PREL, RU
SUBJECT: (U) THE HARBOR

CLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B)

1. (U) The harbor is open.

2. (C) The harbor master has other plans for the winter.

3. (U) Comment: none.
";

/// Codes of all findings on a text, in order.
fn codes(text: &str) -> Vec<&'static str> {
    let document = tearline::parse(text);
    let assessment = Policy::default().assess(&document);
    let findings = assessment.findings();
    findings.iter().map(tearline::Finding::code).collect()
}

/// The clean telegram with some of its text replaced; what is to be replaced must be there.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(CLEAN.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from:?} is not there");
        text.replacen(from, to, 1)
    })
}

const DECL: &str = "E.O. 12958: DECL: 03/14/2016";
const LEVEL: &str = "C O N F I D E N T I A L ZENDA 000012\n";
const CLASSIFIER: &str = "CLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B)\n\n";

/// (code, what breaks the rule, what does not): each a change of the clean telegram.
type Change = &'static [(&'static str, &'static str)];

const RULES: &[(&str, Change, Change)] = &[
    (
        "missing-mark",
        &[("3. (U) Comment", "3. Comment")],
        &[("3. (U) Comment", "3. (C) Comment")],
    ),
    (
        "unmarked-subject",
        &[("SUBJECT: (U)", "SUBJECT:")],
        &[("SUBJECT: (U)", "SUBJECT: (C)")],
    ),
    (
        "no-portion-marks",
        &[
            ("1. (U) ", "1. "),
            ("2. (C) ", "2. "),
            ("3. (U) ", "3. "),
            ("SUBJECT: (U)", "SUBJECT:"),
        ],
        // A mark that covers the whole is a mark.
        &[
            ("1. (U) ", "1. (C - ENTIRE TEXT). "),
            ("2. (C) ", "2. "),
            ("3. (U) ", "3. "),
        ],
    ),
    (
        "damaged-mark",
        &[("3. (U)", "3. (Q)")],
        &[("3. (U)", "3. (SBU)"), (DECL, "E.O. 12958: DECL: OADR")],
    ),
    (
        "mark-above-document",
        &[("3. (U)", "3. (S)")],
        &[("3. (U)", "3. (C)")],
    ),
    (
        "level-above-portions",
        &[("2. (C)", "2. (U)")],
        &[("2. (C)", "2. (C)")],
    ),
    (
        "number-gap",
        &[("3. (U)", "4. (U)")],
        &[("3. (U) Comment: none.", "")],
    ),
    (
        "number-repeated",
        &[("3. (U)", "2. (U)")],
        &[("3. (U)", "3. (U) One.\n\n4. (U)")],
    ),
    (
        "missing-instruction",
        &[("E.O. 12958: DECL: 03/14/2016\n", "")],
        &[(DECL, "DECLASSIFY ON: 20160314")],
    ),
    (
        "instruction-denies-classification",
        &[(DECL, "E.O. 12958: N/A")],
        &[
            (DECL, "E.O. 12958: N/A"),
            (LEVEL, "UNCLAS ZENDA 000012\n"),
            ("2. (C)", "2. (U)"),
            (CLASSIFIER, ""),
        ],
    ),
    (
        "banner-not-roll-up",
        &[("2. (C)", "2. (C//NF)"), (DECL, "E.O. 12958: DECL: OADR")],
        &[
            ("2. (C)", "2. (C//NF)"),
            (LEVEL, "C O N F I D E N T I A L ZENDA 000012\n\nNOFORN\n"),
        ],
    ),
    (
        "date-barred",
        &[
            ("2. (C)", "2. (C//RD)"),
            (LEVEL, "CONFIDENTIAL//RD ZENDA 000012\n"),
        ],
        &[
            ("2. (C)", "2. (C//RD)"),
            (DECL, "DECLASSIFY ON: N/A to RD/FRD portions"),
        ],
    ),
    (
        "date-leaves-controls",
        &[("3. (U)", "3. (SBU)")],
        &[("3. (U)", "3. (SBU)"), (DECL, "E.O. 12958: DECL: OADR")],
    ),
    (
        "date-beyond-25-years",
        &[(DECL, "E.O. 12958: DECL: 03/15/2031")],
        &[(DECL, "E.O. 12958: DECL: 03/14/2031")],
    ),
    (
        "impossible-date",
        &[(DECL, "E.O. 12958: DECL: 02/30/2016")],
        &[(DECL, "E.O. 12958: DECL: 02/29/2016")],
    ),
    (
        "missing-classifier",
        &[("CLASSIFIED BY: A. EXAMPLE, DCM. REASON", "REASON")],
        &[(CLASSIFIER, "DERIVED FROM: MULTIPLE SOURCES\n\n")],
    ),
    (
        "missing-reason",
        &[(" REASON: 1.4 (B)", "")],
        // The duty is of E.O. 12958: no telegram of 1979 bears a reason.
        &[
            (" REASON: 1.4 (B)", ""),
            ("MAR 06", "MAR 79"),
            (DECL, "E.O. 12065: GDS 3/13/85"),
        ],
    ),
    (
        "reason-without-letter",
        &[("REASON: 1.4 (B)", "REASON: 1.4")],
        &[("REASON: 1.4 (B)", "REASON: 1.4 (B), (D)")],
    ),
    (
        "caption-without-noforn",
        &[
            (LEVEL, "C O N F I D E N T I A L ZENDA 000012\n\nEXDIS\n"),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
        &[
            (
                LEVEL,
                "C O N F I D E N T I A L ZENDA 000012\n\nEXDIS NOFORN\n",
            ),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
    ),
    (
        "nodis-with-exdis",
        &[
            (
                LEVEL,
                "C O N F I D E N T I A L ZENDA 000012\n\nNODIS EXDIS NOFORN\n",
            ),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
        &[
            (
                LEVEL,
                "C O N F I D E N T I A L ZENDA 000012\n\nNODIS STADIS NOFORN\n",
            ),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
    ),
    (
        "channel-with-caption",
        &[
            (
                LEVEL,
                "C O N F I D E N T I A L ZENDA 000012\n\nSTADIS\nAGREMENT CHANNEL\n",
            ),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
        &[
            (
                LEVEL,
                "C O N F I D E N T I A L ZENDA 000012\n\nAGREMENT CHANNEL\n",
            ),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
    ),
    (
        "unknown-caption",
        &[
            (LEVEL, "C O N F I D E N T I A L ZENDA 000012\n\nLANTERNS\n"),
            (DECL, "E.O. 12958: DECL: OADR"),
        ],
        &[(LEVEL, "C O N F I D E N T I A L ZENDA 000012\n\nSIPDIS\n")],
    ),
    (
        "sensitive-without-caption",
        &[
            (LEVEL, "UNCLAS ZENDA 000012\n"),
            (DECL, "E.O. 12958: N/A"),
            (CLASSIFIER, ""),
            ("2. (C)", "2. (SBU)"),
        ],
        &[
            (LEVEL, "UNCLAS ZENDA 000012\n\nSENSITIVE\n"),
            (DECL, "E.O. 12958: N/A"),
            (CLASSIFIER, ""),
            ("2. (C)", "2. (SBU)"),
        ],
    ),
    (
        "missing-level-line",
        &[(LEVEL, "")],
        &[(LEVEL, "CONFIDENTIAL\n")],
    ),
];

#[test]
fn a_clean_telegram_has_no_finding() {
    assert_eq!(codes(CLEAN), [""; 0]);
}

#[test]
fn each_rule_finds_what_breaks_it_and_nothing_else() {
    for (code, breaks, keeps) in RULES {
        assert_eq!(codes(&with(breaks)), [*code], "breaks {code}");
        let kept = codes(&with(keeps));
        assert!(!kept.contains(code), "{code} is kept, yet {kept:?}");
    }
}

/// A rule without a row would be a rule nobody has seen fire.
#[test]
fn every_rule_of_the_policy_has_a_row() {
    for rule in tearline::policy::Assessment::rules() {
        assert!(
            RULES.iter().any(|(code, ..)| *code == rule.code)
                || crate::known::RULES.contains(&rule.code)
                || crate::review::RULES.contains(&rule.code),
            "{} has no row",
            rule.code
        );
        assert!(
            rule.message
                .starts_with(|c: char| !c.is_uppercase() || rule.message.starts_with(['N', 'E']))
        );
        assert!(!rule.message.ends_with('.'), "{}", rule.code);
    }
}

#[test]
fn a_damaged_mark_is_named_with_a_suggestion() {
    for (mark, expected) in [
        ("(Q)", "unknown classification level `Q` in portion mark"),
        (
            "(C//NOFRN)",
            "unknown dissemination control `NOFRN` in portion mark; did you mean `NOFORN`?",
        ),
        ("C)", "`C)` is half a mark; did you mean `(C)`?"),
        ("(C", "`(C` is half a mark; did you mean `(C)`?"),
        ("[C]", "`[C]` does not stand in parentheses"),
        ("(U) (C)", "`(U) (C)` are two marks that disagree"),
        ("(C\u{200b})", "characters that do not show stand in it"),
    ] {
        let text = with(&[("2. (C)", &format!("2. {mark}"))]);
        let document = tearline::parse(&text);
        let detail: Vec<_> = document
            .findings()
            .iter()
            .filter(|finding| finding.code() == "damaged-mark")
            .map(|finding| (finding.line(), finding.detail()))
            .collect();
        assert_eq!(detail, [(14, Some(expected))], "{mark}");
    }
}

/// What stands in parentheses where a mark may stand can be a sentence; its words are not shown.
#[test]
fn a_finding_shows_no_words_that_may_be_text() {
    for inside in [
        "SECRET PLAN OF MERIDITH",
        "S MERIDITH CALLED",
        "Confidential, says Meridith",
    ] {
        let text = with(&[("2. (C)", &format!("2. ({inside})"))]);
        let document = tearline::parse(&text);
        let assessment = Policy::default().assess(&document);
        let findings = assessment.findings();
        assert!(
            findings
                .iter()
                .any(|finding| finding.code() == "damaged-mark"),
            "{inside}"
        );
        for finding in findings {
            let shown = format!("{finding} {finding:?}").to_uppercase();
            assert!(!shown.contains("MERIDITH"), "{shown}");
        }
    }
}

#[test]
fn the_place_of_a_finding_is_where_the_reviewer_looks() {
    let text = with(&[("3. (U)", "3. (S)")]);
    let document = tearline::parse(&text);
    let findings = Policy::default().assess(&document).findings();
    let span = findings[0].span();
    assert_eq!(&text[span.range()], "(S)");
    assert_eq!(findings[0].line(), 16);
}
