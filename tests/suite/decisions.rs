//! Decisions by a person: what each may change, what it may not, and that nothing else moves.

mod laws;
mod shown;

use jiff::civil::{Date, date};
use tearline::document::DocumentKind;
use tearline::marking::Reader;
use tearline::policy::{Action, Assessment, Decision, DecisionCause, Decisions, Policy, Unmarked};
use tearline::release::Content;

use crate::fixtures::reader;

/// The day of every decision here.
const ON: Date = date(2026, 3, 2);
const BEFORE: Date = date(2026, 3, 1);

fn decision(target: &str, action: &str) -> Decision {
    let (target, action) = (target.parse().unwrap(), action.parse().unwrap());
    Decision::new(target, action, "I. Birk", ON)
}

fn by_authority(target: &str, action: &str) -> Decision {
    decision(target, action).with_authority("Director, Office of Harbors")
}

/// What each portion of the body is under these decisions, for a reader on a day: its mark, or the reasons in brackets.
fn body(source: &str, decisions: &[Decision], rung: &str, as_of: Date) -> String {
    let cable = tearline::parse(source);
    let decisions: Decisions = decisions.iter().cloned().collect();
    let decided = Policy::default()
        .assess(&cable)
        .decided(&decisions)
        .unwrap();
    let release = decided.release(&reader(rung), as_of);
    let portions = release.portions().iter();
    let shown: Vec<String> = portions
        .filter(|portion| portion.kind().is_body())
        .map(|portion| match portion.content() {
            Content::Text { label, .. } => label.to_string(),
            Content::Withheld(bases) => format!("[{bases}]"),
        })
        .collect();
    shown.join(" ")
}

fn refused(source: &str, decisions: &[Decision]) -> DecisionCause {
    let cable = tearline::parse(source);
    let decisions: Decisions = decisions.iter().cloned().collect();
    let refused = Policy::default().assess(&cable).decided(&decisions);
    refused.unwrap_err().cause()
}

const PLAIN: &str =
    "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\n2. (C) Two.\n\n3. (SBU) Three.\n\n4. (C//NF) Four.\n";
const DATED: &str = "P 141530Z MAR 06\nCONFIDENTIAL VESTA 1\nNODIS\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n";
const DAMAGED: &str = "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\n2. (Q) Two.\n\n3. (C) Three.\n";
const DOUBTFUL: &str =
    "CONFIDENTIAL VESTA 1\n\n1. (U) The pier is new. (XQ//NF) It holds.\n\n2. (C) Two.\n";

#[test]
#[rustfmt::skip]
fn each_action_does_what_it_says() {
    for (source, decisions, rung, day, expected) in [
        (PLAIN, vec![], "U", ON, "U [classified] [sensitive] [classified, controlled]"),
        // Withheld from all but the originator.
        (PLAIN, vec![decision("paragraph 1", "withhold")], "TS", ON, "[controlled] C SBU C//NF"),
        (PLAIN, vec![decision("paragraph 1", "withhold B6")], "all", ON, "U C SBU C//NF"),
        (PLAIN, vec![decision("paragraph 2", "withhold")], "U", ON, "U [classified] [sensitive] [classified, controlled]"),
        // A higher mark needs no authority, a lower one does.
        (PLAIN, vec![decision("paragraph 2", "mark S//NF")], "C", ON, "U [classified] SBU C//NF"),
        (PLAIN, vec![decision("paragraph 1", "mark C")], "C", ON, "C C SBU C//NF"),
        (PLAIN, vec![by_authority("paragraph 2", "mark U")], "U", ON, "U U [sensitive] [classified, controlled]"),
        (PLAIN, vec![by_authority("paragraph 2", "mark SBU")], "SBU", ON, "U SBU SBU [classified]"),
        // What is not classified goes out by authority, from the day of the decision on.
        (PLAIN, vec![by_authority("paragraph 3", "release")], "U", ON, "U [classified] U [classified, controlled]"),
        (PLAIN, vec![by_authority("paragraph 3", "release")], "U", BEFORE, "U [classified] [sensitive] [classified, controlled]"),
        (PLAIN, vec![decision("paragraph 1", "release")], "U", ON, "U [classified] [sensitive] [classified, controlled]"),
        // The level ends on its day, and nothing but the level.
        (PLAIN, vec![by_authority("paragraph 2", "declassified 2026-03-02")], "U", ON, "U U [sensitive] [classified, controlled]"),
        (PLAIN, vec![by_authority("paragraph 2", "declassified 2026-03-02")], "U", BEFORE, "U [classified] [sensitive] [classified, controlled]"),
        (PLAIN, vec![by_authority("paragraph 4", "declassified 2026-03-02")], "U", ON, "U [classified] [sensitive] [controlled]"),
        (PLAIN, vec![by_authority("paragraph 4", "declassified 2026-03-02"), by_authority("paragraph 4", "release")], "U", ON, "U [classified] [sensitive] U"),
        // An exemption changes nothing for who may read.
        (PLAIN, vec![decision("paragraph 3", "exemption B5")], "U", ON, "U [classified] [sensitive] [classified, controlled]"),
        (PLAIN, vec![decision("paragraph 3", "exemption B5")], "SBU", ON, "U [classified] SBU [classified]"),
    ] {
        assert_eq!(
            body(source, &decisions, rung, day),
            expected,
            "{decisions:?} {rung} {day}"
        );
    }
}

#[test]
#[rustfmt::skip]
fn what_cannot_be_read_opens_by_its_mark_alone() {
    // Without a decision.
    assert_eq!(body(DAMAGED, &[], "C", ON), "U [unresolved] C");
    assert_eq!(body(DOUBTFUL, &[], "C", ON), "[unresolved] C");
    for (source, decisions, rung, expected) in [
        (DAMAGED, vec![by_authority("paragraph 2", "mark C")], "C", "U C C"),
        (DAMAGED, vec![by_authority("paragraph 2", "mark C")], "U", "U [classified] [classified]"),
        // What is no mark leaves a paragraph without one: the overall classification, CONFIDENTIAL.
        (DAMAGED, vec![by_authority("paragraph 2", "no mark")], "C", "U C C"),
        (DAMAGED, vec![by_authority("paragraph 2", "no mark")], "U", "U [classified] [classified]"),
        (DOUBTFUL, vec![by_authority("paragraph 1", "no mark")], "U", "U [classified]"),
        (DOUBTFUL, vec![by_authority("paragraph 1", "mark SBU")], "SBU", "SBU [classified]"),
    ] {
        assert_eq!(
            body(source, &decisions, rung, ON),
            expected,
            "{decisions:?} {rung}"
        );
    }
    let (mark, none) = ("mark C", "no mark");
    for (source, decision, cause) in [
        (DAMAGED, by_authority("paragraph 2", "release"), DecisionCause::Unreadable),
        (DAMAGED, by_authority("paragraph 2", "declassified 2020-01-01"), DecisionCause::Unreadable),
        (DAMAGED, decision("paragraph 2", mark), DecisionCause::NoAuthority),
        (DAMAGED, decision("paragraph 2", none), DecisionCause::NoAuthority),
        (DAMAGED, by_authority("paragraph 3", none), DecisionCause::NotUnreadable),
        (DOUBTFUL, by_authority("paragraph 1", "release"), DecisionCause::Unreadable),
        (DOUBTFUL, decision("paragraph 1", mark), DecisionCause::NoAuthority),
    ] {
        assert_eq!(
            refused(source, std::slice::from_ref(&decision)),
            cause,
            "{decision}"
        );
    }
}

/// What stood in the place of a mark and is none is text, and comes out with it.
#[test]
fn what_is_no_mark_is_text() {
    let source = "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\n2. (Q) Two.\n\n3. (C) Three.\n";
    let cable = tearline::parse(source);
    let decisions = [by_authority("paragraph 2", "no mark")].into();
    let decided = Policy::default()
        .assess(&cable)
        .decided(&decisions)
        .unwrap();
    let text = decided.release(&reader("C"), ON).to_text();
    assert!(text.contains("2. (C) (Q) Two."), "{text}");
}

#[test]
#[rustfmt::skip]
fn a_decision_that_cannot_be_carried_out_says_why() {
    let headings =
        "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\nPIERS\n\n2. (C) Two.\n\nTUGS\n\n3. (C) Three.\n";
    let repeated =
        "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\n2. (C) Two.\n\n1. (C) Again.\n\n2. (C) Again.\n";
    let restricted =
        "SECRET VESTA 1\n\n1. (S//RD//NF) One.\n\n2. (S//SI//NF) Two.\n\n3. (S) Three.\n";
    let unsigned = Decision::new(
        "paragraph 1".parse().unwrap(),
        Action::Withhold(None),
        " ",
        ON,
    );
    for (source, decision, cause) in [
        (PLAIN, decision("paragraph 9", "withhold"), DecisionCause::NoPortion),
        (PLAIN, decision("paragraph 1 #2", "withhold"), DecisionCause::NoPortion),
        (PLAIN, decision("subparagraph 2", "withhold"), DecisionCause::NoPortion),
        (headings, decision("heading", "withhold"), DecisionCause::Ambiguous(2)),
        (repeated, decision("paragraph 2", "withhold"), DecisionCause::Ambiguous(2)),
        (PLAIN, unsigned, DecisionCause::Unsigned),
        (PLAIN, decision("paragraph 2", "mark U"), DecisionCause::NoAuthority),
        // Higher in one respect and lower in another.
        (PLAIN, decision("paragraph 4", "mark S"), DecisionCause::NoAuthority),
        (PLAIN, decision("paragraph 3", "release"), DecisionCause::NoAuthority),
        (PLAIN, decision("paragraph 2", "declassified 2026-03-02"), DecisionCause::NoAuthority),
        (PLAIN, decision("paragraph 2", "mark U").with_authority("  "), DecisionCause::NoAuthority),
        (PLAIN, by_authority("paragraph 2", "release"), DecisionCause::Classified),
        (PLAIN, by_authority("paragraph 1", "declassified 2026-03-02"), DecisionCause::NotClassified),
        (PLAIN, decision("paragraph 1", "exemption B6"), DecisionCause::NothingWithheld),
        // Restricted Data and what is read in by compartment (32 CFR 2001.24(h); CAPCO 2016 H.4).
        (restricted, by_authority("paragraph 1", "declassified 2026-03-02"), DecisionCause::Barred),
        (restricted, by_authority("paragraph 2", "declassified 2026-03-02"), DecisionCause::Barred),
    ] {
        assert_eq!(
            refused(source, std::slice::from_ref(&decision)),
            cause,
            "{decision}"
        );
    }
    // The place tells which.
    let second = [by_authority("heading #2", "mark U")];
    assert_eq!(
        body(headings, &second, "U", ON),
        "U [classified] [classified] U [classified]"
    );
}

#[test]
fn all_decisions_are_carried_out_or_none() {
    let cable = tearline::parse(PLAIN);
    let assessment = Policy::default().assess(&cable);
    let before = assessment.release(&Reader::public(), ON);
    let decisions = [
        decision("paragraph 1", "withhold"),
        decision("paragraph 2", "mark U"),
    ];
    let error = assessment.decided(&decisions.into()).unwrap_err();
    assert_eq!(
        (error.number(), error.target().to_string()),
        (2, "paragraph 2".to_owned())
    );
    assert!(assessment.decisions().is_empty());
    assert_eq!(assessment.release(&Reader::public(), ON), before);
}

#[test]
#[rustfmt::skip]
fn captions_and_compilation_bind_what_is_not_released_by_name() {
    // NODIS stays over another mark, and after the level has ended; a release lifts it.
    for (decisions, day, expected) in [
        (vec![by_authority("paragraph 2", "mark U")], ON, "[controlled] [controlled]"),
        (vec![by_authority("paragraph 2", "declassified 2010-01-01")], date(2010, 1, 1), "[controlled] [controlled]"),
        (vec![by_authority("paragraph 2", "release")], ON, "[controlled] U"),
        (vec![by_authority("paragraph 1", "release")], ON, "U [controlled]"),
    ] {
        assert_eq!(body(DATED, &decisions, "U", day), expected, "{decisions:?}");
    }
    // A level above every portion binds a portion with another mark, and goes on to bind the others.
    let compiled = "SECRET VESTA 1\n\n1. (U) One.\n\n2. (C) Two.\n\n3. (U) Three.\n";
    assert_eq!(
        body(compiled, &[], "C", ON),
        "[classified] [classified] [classified]"
    );
    for (decisions, rung, expected) in [
        (vec![by_authority("paragraph 2", "mark U")], "C", "[classified] [classified] [classified]"),
        // One portion at the level of the document no longer needs a compilation to explain it: the others stay bound.
        (vec![decision("paragraph 2", "mark S")], "C", "[classified] [classified] [classified]"),
        (vec![by_authority("paragraph 3", "declassified 2020-01-01")], "U", "[classified] [classified] U"),
    ] {
        assert_eq!(
            body(compiled, &decisions, rung, ON),
            expected,
            "{decisions:?}"
        );
    }
}

#[test]
fn a_raised_portion_raises_what_takes_its_rating_from_it() {
    let source =
        "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\nPIERS\n\n2. (U) Two.\n\nTUGS\n\n3. (C) Three.\n";
    assert_eq!(
        body(source, &[], "U", ON),
        "U U U [classified] [classified]"
    );
    let raised = [decision("paragraph 2", "mark C")];
    assert_eq!(
        body(source, &raised, "U", ON),
        "U [classified] [classified] [classified] [classified]"
    );
    assert_eq!(body(source, &raised, "C", ON), "U C C C C");
    // A mark that is lowered lowers nothing else.
    let lowered = [by_authority("paragraph 3", "mark U")];
    assert_eq!(body(source, &lowered, "U", ON), "U U U [classified] U");
    // What a person says of a heading is said.
    let both = [
        decision("paragraph 2", "mark C"),
        by_authority("heading #1", "mark U"),
    ];
    assert_eq!(
        body(source, &both, "U", ON),
        "U U [classified] [classified] [classified]"
    );
    // A mark above every other counts for what has none.
    let unmarked = "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\n2. (C) Two.\n\n3. Three.\n";
    assert_eq!(body(unmarked, &[], "C", ON), "U C C");
    assert_eq!(
        body(unmarked, &[decision("paragraph 2", "mark S")], "C", ON),
        "U [classified] [classified]"
    );
}

#[test]
fn a_raised_portion_raises_the_banner() {
    let cable = tearline::parse(PLAIN);
    let assessment = Policy::default().assess(&cable);
    let banner = |assessment: &Assessment<'_>| assessment.release(&reader("S"), ON).banner();
    assert_eq!(banner(&assessment), "CONFIDENTIAL//NOFORN");
    let decided = assessment
        .decided(&[decision("paragraph 1", "mark S")].into())
        .unwrap();
    assert_eq!(banner(&decided), "SECRET//NOFORN");
}

#[test]
#[rustfmt::skip]
fn a_later_decision_replaces_an_earlier_one() {
    let numbers = |decisions: &[Decision]| -> Vec<(bool, Vec<usize>)> {
        let cable = tearline::parse(PLAIN);
        let decisions: Decisions = decisions.iter().cloned().collect();
        let decided = Policy::default()
            .assess(&cable)
            .decided(&decisions)
            .unwrap();
        let settled = decided.decisions().iter();
        settled
            .map(|it| (it.is_in_force(), it.replaced().to_vec()))
            .collect()
    };
    let (yes, no) = (
        |replaced: &[usize]| (true, replaced.to_vec()),
        (false, vec![]),
    );
    let (three, four) = ("paragraph 3", "paragraph 4");
    for (decisions, expected) in [
        (vec![decision(four, "mark S//NF"), decision(four, "mark TS//NF")], vec![no.clone(), yes(&[0])]),
        (vec![decision("paragraph 2", "mark S"), decision(four, "mark S//NF")], vec![yes(&[]), yes(&[])]),
        (vec![decision(three, "withhold"), by_authority(three, "release")], vec![no.clone(), yes(&[0])]),
        (vec![by_authority(three, "release"), decision(three, "withhold")], vec![no.clone(), yes(&[0])]),
        (vec![by_authority(three, "release"), by_authority(three, "mark C")], vec![no.clone(), yes(&[0])]),
        // A mark leaves withheld what is withheld, and an exemption stands beside both.
        (vec![decision(three, "withhold"), by_authority(three, "mark U")], vec![yes(&[]), yes(&[])]),
        (vec![decision(three, "withhold B6"), decision(three, "exemption B5")], vec![yes(&[]), yes(&[])]),
        (vec![by_authority(four, "declassified 2026-03-02"), by_authority(four, "release")], vec![yes(&[]), yes(&[])]),
        (vec![by_authority(four, "declassified 2026-03-02"), decision(four, "mark S//NF")], vec![no.clone(), yes(&[0])]),
    ] {
        assert_eq!(numbers(&decisions), expected, "{decisions:?}");
    }
    // Against what was decided, and not against what the document says.
    let undone = [
        decision("paragraph 1", "withhold"),
        decision("paragraph 1", "release"),
    ];
    assert_eq!(refused(PLAIN, &undone), DecisionCause::NoAuthority);
    let undone = [
        decision("paragraph 1", "mark S"),
        decision("paragraph 1", "mark C"),
    ];
    assert_eq!(refused(PLAIN, &undone), DecisionCause::NoAuthority);
    let kept = [
        decision("paragraph 1", "withhold"),
        by_authority("paragraph 1", "mark U"),
    ];
    assert!(body(PLAIN, &kept, "TS", ON).starts_with("[controlled]"));
}

#[test]
fn decisions_one_after_the_other_are_decisions_in_a_list() {
    let cable = tearline::parse(PLAIN);
    let assessment = Policy::default().assess(&cable);
    let one = by_authority("paragraph 4", "declassified 2026-03-02");
    let two = by_authority("paragraph 4", "release");
    let apart = assessment.decided(&[one.clone()].into()).unwrap();
    let apart = apart.decided(&[two.clone()].into()).unwrap();
    let together = assessment.decided(&[one, two].into()).unwrap();
    assert_eq!(apart.decisions(), together.decisions());
    for as_of in [BEFORE, ON] {
        let public = Reader::public();
        assert_eq!(
            apart.release(&public, as_of),
            together.release(&public, as_of)
        );
    }
}

/// A person has looked at a text that shows a mark, and said the mark of the portion.
#[test]
fn the_last_look_gives_way_to_a_person_with_an_authority() {
    let source =
        "CONFIDENTIAL VESTA 1\n\n1. (U) The form says (C//NF) in its corner.\n\n2. (C) Two.\n";
    assert_eq!(
        body(source, &[], "U", ON),
        "[classified, controlled] [classified]"
    );
    assert_eq!(
        body(source, &[by_authority("paragraph 1", "mark U")], "U", ON),
        "U [classified]"
    );
}

/// Whoever releases a portion may not have seen the mark in it; whoever says its mark has.
#[test]
fn a_release_does_not_stop_the_last_look() {
    let source = "UNCLAS VESTA 12\n\nREF: VESTA 12; (C) VESTA 13\n\n1. (U) One.\n";
    let cable = tearline::parse(source);
    let assessment = Policy::default().assess(&cable);
    for (decision, open) in [
        (by_authority("header ref", "release"), false),
        (decision("header ref", "mark U"), false),
        (by_authority("header ref", "mark U"), true),
    ] {
        let decided = assessment.decided(&[decision.clone()].into()).unwrap();
        let release = decided.release(&Reader::public(), ON);
        assert_eq!(release.findings().is_empty(), open, "{decision}");
        assert_eq!(release.to_text().contains("VESTA 13"), open, "{decision}");
    }
}

/// Where the policy withholds what has no mark, what is no mark leaves it withheld.
#[test]
fn a_strict_policy_withholds_what_has_no_mark() {
    let cable = tearline::parse(DAMAGED);
    let policy = Policy::default().with_unmarked(Unmarked::Withhold);
    let decisions = [by_authority("paragraph 2", "no mark")].into();
    let decided = policy.assess(&cable).decided(&decisions).unwrap();
    let verdicts: Vec<bool> = decided
        .verdicts(&reader("TS"), ON)
        .map(|it| it.is_release())
        .collect();
    assert_eq!(verdicts, [true, true, false, true]);
}

/// An earlier release withheld it: nothing is there that could be decided.
#[test]
fn what_an_earlier_release_withheld_stays_withheld() {
    let cable = tearline::parse(PLAIN);
    let release = Policy::default()
        .release(&cable, &Reader::public(), ON)
        .to_text();
    let document = tearline::parse_as(&release, DocumentKind::Release);
    let assessment = Policy::default().assess(&document);
    for action in ["release", "mark U", "no mark", "declassified 2020-01-01"] {
        let decisions = [by_authority("paragraph 2", action)].into();
        let cause = assessment.decided(&decisions).unwrap_err().cause();
        assert_eq!(cause, DecisionCause::Excised, "{action}");
    }
}
