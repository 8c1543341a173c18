//! What the caller knows beside the text: what it fills, that it lowers nothing, and what a declassification opens.

mod laws;

use jiff::civil::{Date, date};
use tearline::document::{Declassified, DocumentKind, Known, KnownError};
use tearline::marking::{Label, Marking};
use tearline::policy::{Action, Assessment, Decision, Policy, Raise, Verdict};
use tearline::{Citation, Rule, Severity};

use crate::fixtures::reader;

/// The rules of the policy that need a known fact; they fire here.
pub(crate) const RULES: [&str; 1] = ["declassification-barred"];

const AUTHORITY: &str = "Director, Office of Harbors";

/// Facts as columns of a table have them: `level=SECRET; caption=NODIS`.
fn known(facts: &str) -> Known {
    let facts = facts.split(';').filter(|fact| !fact.trim().is_empty());
    facts.fold(Known::new(), |known, fact| {
        let (name, text) = fact.trim().split_once('=').unwrap();
        known.state(name, text).unwrap()
    })
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// What each portion of the body is for a reader on a day: its mark, or the reasons in brackets.
fn shown(assessment: &Assessment<'_>, rung: &str, as_of: &str) -> String {
    let reader = reader(rung);
    let verdicts = assessment.verdicts(&reader, day(as_of));
    let portions = assessment.portions().iter().zip(verdicts);
    let shown: Vec<String> = portions
        .filter(|(portion, _)| portion.kind().is_body())
        .map(|(_, verdict)| match verdict {
            Verdict::Release(label) => label.to_string(),
            Verdict::Withhold { bases, .. } => format!("[{bases}]"),
        })
        .collect();
    shown.join(" ")
}

fn body(source: &str, facts: &str, rung: &str, as_of: &str) -> String {
    let document = tearline::parse_with(source, &known(facts));
    shown(&Policy::default().assess(&document), rung, as_of)
}

fn codes(source: &str, facts: &str) -> Vec<(&'static str, usize, Option<String>)> {
    let document = tearline::parse_with(source, &known(facts));
    let findings = Policy::default().assess(&document).findings();
    let findings = findings.iter();
    findings
        .map(|it| (it.code(), it.line(), it.detail().map(ToOwned::to_owned)))
        .collect()
}

/// As a printed series shows a memorandum: no level line, no mark.
const PRINTED: &str = "Port Vesta, March 14, 1986.\n\nThe lease of the fuel pier will not be renewed. Ode signs in May.\n";
const CABLE: &str = "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n\n3. (SBU) Three.\n";
/// No day and no instruction.
const BARE: &str = "CONFIDENTIAL PORT VESTA 12\n\n1. (C) One.\n";
/// A level line inside the text, and none over it.
const STRAY: &str = "Port Vesta, March 14, 1986.\n\nThe pier is new. It was built by Ode.\n\nSECRET\n\nThe relay is old. It was built by Birk.\n";

#[test]
#[rustfmt::skip]
fn each_fact_fills_what_is_missing_and_lowers_nothing() {
    for (source, facts, rung, as_of, expected) in [
        // Without a level a printed memorandum is TOP SECRET without a date.
        (PRINTED, "", "S", "2200-01-01", "[classified]"),
        (PRINTED, "", "TS", "1987-01-01", "TS"),
        (PRINTED, "level=SECRET", "S", "1987-01-01", "S"),
        (PRINTED, "level=SECRET", "C", "2200-01-01", "[classified]"),
        (PRINTED, "level=SECRET; instruction=Declassify on: 03/14/1996", "U", "1996-03-13", "[classified]"),
        (PRINTED, "level=SECRET; instruction=Declassify on: 03/14/1996", "U", "1996-03-14", "U"),
        // An instruction opens no level that is not known.
        (PRINTED, "instruction=Declassify on: 03/14/1996", "U", "2200-01-01", "[classified]"),
        (PRINTED, "level=Unclassified", "U", "1987-01-01", "U"),
        (PRINTED, "level=S//NF", "S", "1987-01-01", "S//NF"),
        (PRINTED, "level=(C)", "C", "1987-01-01", "C"),
        (PRINTED, "level=Limited Official Use", "U", "1987-01-01", "[sensitive]"),
        (PRINTED, "level=SECRET; level=CONFIDENTIAL", "C", "1987-01-01", "[classified]"),
        // What cannot be read may be any level.
        (PRINTED, "level=SECRT", "TS", "2200-01-01", "[unresolved]"),
        (PRINTED, "level=SECRET//HARBSEN", "TS", "2200-01-01", "[unresolved]"),
        (PRINTED, "level=SECRET until the boats return", "TS", "2200-01-01", "[unresolved]"),
        (PRINTED, "level=UNCLASSIFIED; caption=NODIS", "TS", "1987-01-01", "[controlled]"),
        // Empty columns state nothing.
        (PRINTED, "level=; origin=; kind=; declassified=; caption=; instruction= ", "S", "2200-01-01", "[classified]"),
        // A level line that stood in no place to count joins a level that is known.
        (STRAY, "", "S", "1987-01-01", "[classified] [classified]"),
        (STRAY, "level=CONFIDENTIAL", "C", "1987-01-01", "[classified] [classified]"),
        (STRAY, "level=CONFIDENTIAL", "S", "1987-01-01", "S S"),

        (CABLE, "", "U", "2016-03-14", "U U [sensitive]"),
        (CABLE, "level=UNCLASSIFIED", "U", "2016-03-13", "U [classified] [sensitive]"),
        (CABLE, "level=CONFIDENTIAL", "C", "2010-01-01", "U C SBU"),
        // A level above every portion binds them all (32 CFR 2001.24(g)).
        (CABLE, "level=SECRET", "C", "2010-01-01", "[classified] [classified] [classified]"),
        (CABLE, "level=SECRET", "U", "2016-03-14", "U U [sensitive]"),
        (CABLE, "caption=NODIS", "S", "2010-01-01", "[controlled] [controlled] [controlled]"),
        (CABLE, "caption=HARBOR GROUP", "TS", "2010-01-01", "[controlled] [controlled] [controlled]"),
        (CABLE, "caption=NODIS and the friends of Ode", "TS", "2010-01-01", "[controlled] [controlled] [controlled]"),
        (CABLE, "caption=SIPDIS", "C", "2010-01-01", "U C SBU"),
        // NOFORN binds what is above U, after its date too.
        (CABLE, "caption=NOFORN", "U", "2016-03-14", "U [controlled] [sensitive]"),
        // The longest instruction governs.
        (CABLE, "instruction=Declassify on: 03/14/2010", "U", "2016-03-13", "U [classified] [sensitive]"),
        (CABLE, "instruction=Declassify on: 03/14/2010", "U", "2016-03-14", "U U [sensitive]"),
        (CABLE, "instruction=03/14/2020", "U", "2020-03-13", "U [classified] [sensitive]"),
        (CABLE, "instruction=03/14/2020", "U", "2020-03-14", "U U [sensitive]"),
        (CABLE, "instruction=2020-03-14", "U", "2020-03-13", "U [classified] [sensitive]"),
        (CABLE, "instruction=Declassify on: 20200314", "U", "2020-03-14", "U U [sensitive]"),
        (CABLE, "instruction=12958", "U", "2200-01-01", "U [classified] [sensitive]"),
        (CABLE, "instruction=OADR", "U", "2200-01-01", "U [classified] [sensitive]"),
        (CABLE, "instruction=when the boats return", "U", "2200-01-01", "U [classified] [sensitive]"),
        // An order that was not signed yet: the day of origin cannot be right.
        (CABLE, "instruction=E.O. 13526: DECL: 03/14/2016", "U", "2200-01-01", "U [classified] [sensitive]"),
        // Of two days of origin the one by which it opens later.
        (CABLE, "origin=2006-03-14", "U", "2016-03-14", "U U [sensitive]"),
        (CABLE, "origin=2007-01-01", "U", "2016-03-14", "U U [sensitive]"),
        (CABLE, "origin=2016-03-14", "U", "2200-01-01", "U [classified] [sensitive]"),
        (CABLE, "origin=1980-03-14", "U", "2200-01-01", "U [classified] [sensitive]"),
        (BARE, "instruction=DECL: 03/14/2016", "U", "2200-01-01", "[classified]"),
        (BARE, "origin=2006-03-14", "U", "2200-01-01", "[classified]"),
        (BARE, "origin=2006-03-14; instruction=DECL: 03/14/2016", "U", "2016-03-14", "U"),
        (BARE, "origin=2006-03-14; instruction=DECL: 03/14/2016", "U", "2016-03-13", "[classified]"),
    ] {
        assert_eq!(body(source, facts, rung, as_of), expected, "{facts}, {rung} on {as_of}\n{source}");
    }
}

const MARKED: &str = "SECRET PORT VESTA 12\n\n1. (U) One.\n\n2. (S) Two.\n\n3. (C//NF) Three.\n\n4. (SBU) Four.\n\n5. (U//FOUO) Five.\n";
const CLOSED: &str = "SECRET PORT VESTA 12\n\n1. (S) One.\n\n2. (S//RD) Two.\n\n3. (S//FRD) Three.\n\n4. (Q) Four.\n\n5. (S) The pier is new. (XQ//NF) It holds.\n";
const OPENED: &str = "declassified=2012-03-01 by Director, Office of Harbors";

#[test]
#[rustfmt::skip]
fn a_declassification_ends_every_level_and_nothing_else() {
    for (source, facts, rung, as_of, expected) in [
        (MARKED, OPENED, "U", "2012-02-29", "U [classified] [classified, controlled] [sensitive] [sensitive]"),
        (MARKED, OPENED, "U", "2012-03-01", "U U [controlled] [sensitive] [sensitive]"),
        (MARKED, OPENED, "SBU", "2012-03-01", "U U U//NF SBU U//FOUO"),
        // Restricted Data, unreadable marks and doubt stay shut.
        (CLOSED, OPENED, "U", "2200-01-01", "U [classified, controlled] [classified, controlled] [unresolved] [unresolved]"),
        (CLOSED, "", "U", "2200-01-01", "[classified] [classified, controlled] [classified, controlled] [unresolved] [unresolved]"),
        (CLOSED, OPENED, "TS", "2200-01-01", "U [controlled] S//FRD [unresolved] [unresolved]"),
        // It opens a level that nothing states, too.
        (PRINTED, OPENED, "U", "2012-02-29", "[classified]"),
        (PRINTED, OPENED, "U", "2012-03-01", "U"),
        (CABLE, "declassified=2012-03-01 by Director; caption=NODIS", "TS", "2012-03-01", "[controlled] [controlled] [controlled]"),
        // It opens no later than the date of the document does.
        (CABLE, "declassified=2018-03-01 by Director", "U", "2016-03-14", "U U [sensitive]"),
        // Of two the later day counts.
        (MARKED, "declassified=2012-03-01 by Director; declassified=2014-03-01 by Director", "U", "2013-01-01", "U [classified] [classified, controlled] [sensitive] [sensitive]"),
        // A day that does not lie after origin cannot be right.
        (CABLE, "declassified=2006-03-14 by Director", "U", "2010-01-01", "U [classified] [sensitive]"),
        (CABLE, "declassified=2006-03-15 by Director", "U", "2010-01-01", "U U [sensitive]"),
        (CABLE, "declassified=2006-03-15 by Director; origin=2007-01-01", "U", "2010-01-01", "U [classified] [sensitive]"),
    ] {
        assert_eq!(body(source, facts, rung, as_of), expected, "{facts}, {rung} on {as_of}\n{source}");
    }
}

#[test]
fn a_declassification_needs_an_authority_and_a_day() {
    let on = date(2012, 3, 1);
    for (text, expected) in [
        ("2012-03-01", KnownError::NoAuthority),
        ("2012-03-01 by", KnownError::NoAuthority),
        ("2012-03-01 by  ", KnownError::NoAuthority),
        ("2012-03-01 by -", KnownError::NoAuthority),
        ("2012-03-01 Director", KnownError::NoAuthority),
        ("2012-02-30 by Director", KnownError::Day),
        ("20120301 by Director", KnownError::Day),
        ("by Director", KnownError::Day),
    ] {
        assert_eq!(
            Known::new().state("declassified", text),
            Err(expected),
            "{text}"
        );
    }
    for by in ["", " ", "\u{a0}", "--"] {
        assert_eq!(Declassified::new(by, on), Err(KnownError::NoAuthority));
    }
}

#[test]
fn a_declassification_stands_in_the_record_as_one_decision_for_every_portion_with_a_level() {
    let document = tearline::parse_with(MARKED, &known(OPENED));
    let assessment = Policy::default().assess(&document);
    let decisions: Vec<String> = assessment
        .decisions()
        .iter()
        .map(|settled| settled.decision().to_string())
        .collect();
    let said = |target: &str| {
        format!(
            "{target}: declassified 2012-03-01 ({AUTHORITY}, 2012-03-01; authority: {AUTHORITY})"
        )
    };
    assert_eq!(
        decisions,
        [said("paragraph 2"), said("paragraph 3")],
        "{decisions:?}"
    );
    let of_whole = |it: &tearline::policy::Settled| it.decision().is_of_whole();
    assert!(assessment.decisions().iter().all(of_whole));
}

/// Paragraph 2 has an unmarked item, which takes the higher of the paragraph and its other items.
const ITEMS: &str = "SECRET PORT VESTA 12\n\n1. (C) One is here.\n\n2. (C) Two is here.\n\na. (C) Alpha is here.\n\nb. Beta is here.\n\n3. (S) Three is here.\n";

#[test]
fn what_a_person_raises_later_raises_what_takes_its_rating_from_it() {
    let document = tearline::parse_with(ITEMS, &known(OPENED));
    let assessment = Policy::default().assess(&document);
    assert_eq!(shown(&assessment, "U", "2012-03-01"), "U U U U U");
    for (mark, expected) in [
        ("mark S", "U [classified] U [classified] U"),
        ("mark SBU", "U [sensitive] U [sensitive] U"),
    ] {
        let decision = Decision::new(
            "paragraph 2".parse().unwrap(),
            mark.parse::<Action>().unwrap(),
            "I. Birk",
            date(2026, 3, 2),
        );
        // A mark takes the place of the declassification, so that one without a level lowers what was classified before.
        let decision = decision.with_authority(AUTHORITY);
        let decided = assessment.decided(&[decision].into()).unwrap();
        assert_eq!(shown(&decided, "U", "2030-01-01"), expected, "{mark}");
    }
}

static HARBORS: Rule = Rule::new(
    "harbors",
    Severity::Warning,
    "what names the relay is classified here",
    Citation::new("office", "1"),
);

#[test]
fn what_a_rule_of_ones_own_raises_stays_raised() {
    for (label, expected) in [
        ("S", "U [classified] U [classified] U"),
        ("C", "U [classified] U [classified] U"),
        ("SBU", "U [sensitive] U [sensitive] U"),
    ] {
        let label = Label::from(&Marking::parse_portion(label).unwrap());
        let policy = Policy::default().with_rule(&HARBORS, move |portion| {
            if portion.contains("Two") {
                Raise::To(label.clone())
            } else {
                Raise::Nothing
            }
        });
        let document = tearline::parse_with(ITEMS, &known(OPENED));
        let assessment = policy.assess(&document);
        assert_eq!(shown(&assessment, "U", "2030-01-01"), expected);
    }
}

#[test]
fn what_contradicts_the_page_is_found_at_its_beginning() {
    let beside = || Some("this is known beside the text, and does not stand in it".to_owned());
    for (source, facts, code, detail) in [
        (
            CABLE,
            "level=SECRET",
            "known-level-differs",
            Some("SECRET is known, CONFIDENTIAL is stated".to_owned()),
        ),
        (
            CABLE,
            "level=UNCLASSIFIED",
            "known-level-differs",
            Some("UNCLASSIFIED is known, CONFIDENTIAL is stated".to_owned()),
        ),
        (CABLE, "origin=2007-01-01", "known-origin-differs", beside()),
        (
            CABLE,
            "instruction=03/14/2020",
            "several-instructions",
            beside(),
        ),
        (
            CABLE,
            "instruction=DECL: 02/30/2016",
            "impossible-date",
            beside(),
        ),
        (CABLE, "caption=HARBOR GROUP", "unknown-caption", beside()),
        (PRINTED, "level=SECRT", "unread-level", beside()),
        (
            CABLE,
            "declassified=2006-03-14 by Director",
            "declassified-before-origin",
            beside(),
        ),
    ] {
        let found = codes(source, facts);
        assert!(found.contains(&(code, 1, detail)), "{facts}: {found:?}");
        // The page alone has nothing of it.
        assert!(
            codes(source, "").iter().all(|(other, ..)| *other != code) || code == "unread-level"
        );
    }
    for facts in [
        "level=CONFIDENTIAL",
        "level=Confidential",
        "origin=2006-03-14",
        "instruction=E.O. 12958: DECL: 03/14/2016",
        "caption=SIPDIS",
    ] {
        assert_eq!(codes(CABLE, facts), codes(CABLE, ""), "{facts}");
    }
    let barred: Vec<usize> = codes(CLOSED, OPENED)
        .into_iter()
        .filter(|(code, ..)| *code == "declassification-barred")
        .map(|(_, line, _)| line)
        .collect();
    assert_eq!(barred, [5, 7, 9, 11]);
}

#[test]
fn the_kind_decides_as_it_does_for_a_document_alone() {
    let note = "The talks resume in April. (U)\n\nThe lease will not be renewed. (C)\n";
    for kind in [DocumentKind::Cable, DocumentKind::Memorandum] {
        let alone = tearline::parse_as(note, kind);
        let with = tearline::parse_with(note, &Known::new().kind(kind));
        assert_eq!(with.kind(), kind);
        assert_eq!(
            format!("{:?}", alone.blocks()),
            format!("{:?}", with.blocks())
        );
    }
    assert_eq!(
        known("kind=Memorandum"),
        Known::new().kind(DocumentKind::Memorandum)
    );
    assert_eq!(Known::new().state("kind", "letter"), Err(KnownError::Kind));
}

#[test]
fn known_facts_are_written_and_read_back() {
    let all = known(
        "level=SECRET; level=S//NF; origin=2006-03-14; instruction=OADR; caption=NODIS; kind=memorandum; declassified=2012-03-01 by Director",
    );
    let json = serde_json::to_string(&all).unwrap();
    assert_eq!(
        json,
        r#"{"level":["SECRET","S//NF"],"origin":"2006-03-14","instruction":"OADR","caption":"NODIS","kind":"memorandum","declassified":{"by":"Director","on":"2012-03-01"}}"#
    );
    assert_eq!(serde_json::from_str::<Known>(&json).unwrap(), all);
    assert_eq!(serde_json::from_str::<Known>("{}").unwrap(), Known::new());
    for wrong in [
        r#"{"levels": "SECRET"}"#,
        r#"{"level": 3}"#,
        r#"{"origin": "03/14/2006"}"#,
        r#"{"kind": "letter"}"#,
        r#"{"declassified": "2012-03-01"}"#,
        r#"{"declassified": {"on": "2012-03-01"}}"#,
        r#"{"declassified": {"on": "2012-03-01", "by": ""}}"#,
        r#"{"declassified": {"on": "2012-03-01", "by": "Director", "note": "all"}}"#,
        r#"{"level": "SECRET", "level": "CONFIDENTIAL"}"#,
    ] {
        assert!(serde_json::from_str::<Known>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn nothing_known_is_the_document_alone() {
    for source in [PRINTED, CABLE, BARE, STRAY, MARKED, CLOSED, ITEMS] {
        let (alone, with) = (
            tearline::parse(source),
            tearline::parse_with(source, &Known::new()),
        );
        assert_eq!(alone.findings(), with.findings());
        let policy = Policy::default();
        for rung in ["U", "SBU", "C", "S", "TS", "all"] {
            for as_of in ["1987-01-01", "2016-03-14", "2200-01-01"] {
                let texts = [&alone, &with].map(|it| {
                    policy
                        .assess(it)
                        .release(&reader(rung), day(as_of))
                        .to_text()
                });
                assert_eq!(texts[0], texts[1]);
            }
        }
    }
}
