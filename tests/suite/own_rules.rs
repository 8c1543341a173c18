//! Rules of one's own: they raise what they say and what takes its rating from it, and can do nothing else.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::marking::{Label, Reader, StatedMark};
use tearline::policy::{
    Assessment, Decision, DecisionCause, Policy, PortionKind, PortionView, Raise,
};
use tearline::release::{Content, Detail, Style};
use tearline::{Citation, Rule, Severity};

use crate::fixtures::reader;
use crate::generator::{Cable, VOCABULARY};
use crate::support::cases;

static PIERS: Rule = Rule::new(
    "pier-names",
    Severity::Warning,
    "names a pier",
    Citation::new("Harbor Office", "guide 3.2"),
);
static TUGS: Rule = Rule::new(
    "tug-names",
    Severity::Note,
    "names a tug",
    Citation::new("Harbor Office", "guide 7"),
);

const ON: Date = date(2026, 3, 2);

fn label(mark: &str) -> Label {
    StatedMark::read(mark).unwrap().label()
}

/// Raises to `mark` whatever `applies` to.
fn raising(
    mark: &str,
    applies: impl Fn(&PortionView<'_>) -> bool + Send + Sync + 'static,
) -> Policy {
    let label = label(mark);
    Policy::default().with_rule(&PIERS, move |portion| {
        if applies(portion) {
            Raise::To(label.clone())
        } else {
            Raise::Nothing
        }
    })
}

/// Withholds whatever `applies` to.
fn withholding(applies: impl Fn(&PortionView<'_>) -> bool + Send + Sync + 'static) -> Policy {
    Policy::default().with_rule(&TUGS, move |portion| {
        if applies(portion) {
            Raise::Withhold
        } else {
            Raise::Nothing
        }
    })
}

/// What each portion is for a reader on a day: its mark, or the reasons in brackets; header fields that are U left out.
fn shown(policy: &Policy, source: &str, rung: &str, as_of: Date) -> String {
    let cable = tearline::parse(source);
    let release = policy.release(&cable, &reader(rung), as_of);
    let portions = release.portions().iter();
    let shown: Vec<String> = portions
        .map(|portion| match portion.content() {
            Content::Text { label, .. } => (portion.kind(), label.to_string()),
            Content::Withheld(bases) => (portion.kind(), format!("[{bases}]")),
        })
        .filter(|(kind, shown)| *kind != PortionKind::Header || shown != "U")
        .map(|(_, shown)| shown)
        .collect();
    shown.join(" ")
}

const PLAIN: &str = "CONFIDENTIAL VESTA 1\nTAGS: PREL, KV\n\n1. (U) The north\npier is new.\n\n2. (C) The pier is old.\n\n3. (SBU) Three.\n";
const DATED: &str = "P 141530Z MAR 06\nCONFIDENTIAL VESTA 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) The pier.\n\n2. (C) The pier.\n";

#[test]
#[rustfmt::skip]
fn a_rule_raises_or_withholds_what_it_applies_to() {
    for (policy, source, rung, day, expected) in [
        (Policy::default(), PLAIN, "U", ON, "U [classified] [sensitive]"),
        // A phrase is found in any case, wherever its lines break.
        (raising("SBU", |it| it.contains("NORTH PIER")), PLAIN, "U", ON, "[sensitive] [classified] [sensitive]"),
        (raising("SBU", |it| it.contains("north pier")), PLAIN, "SBU", ON, "SBU [classified] SBU"),
        (raising("C", |it| it.contains("pier")), PLAIN, "U", ON, "[classified] [classified] [sensitive]"),
        // No words are in no text, and the mark and the number are not text.
        (withholding(|it| it.contains("") || it.contains(" ")), PLAIN, "U", ON, "U [classified] [sensitive]"),
        (withholding(|it| it.contains("(U)") || it.contains("1.")), PLAIN, "U", ON, "U [classified] [sensitive]"),
        (withholding(|it| it.matches(|text| text.starts_with("The north pier"))), PLAIN, "TS", ON, "[controlled] C SBU"),
        // From all but the originator.
        (withholding(|it| it.kind().is_body()), PLAIN, "all", ON, "U C SBU"),
        (withholding(|it| it.number().is_some_and(|number| number.to_string() == "3")), PLAIN, "TS", ON, "U C [controlled]"),
        (withholding(|it| it.field().is_some_and(|field| field.name() == "tags")), PLAIN, "S", ON, "[controlled] U C SBU"),
        (withholding(|it| it.mark().is_some_and(|mark| mark.label() == label("SBU"))), PLAIN, "S", ON, "U C [controlled]"),
        (withholding(|it| it.label().to_string() == "C"), PLAIN, "S", ON, "U [controlled] SBU"),
        // The date opens levels, and not what else a rule says (promise 4).
        (raising("C", |it| it.contains("pier")), DATED, "U", date(2016, 3, 13), "[classified] [classified]"),
        (raising("C", |it| it.contains("pier")), DATED, "U", date(2016, 3, 14), "U U"),
        (raising("C//NF", |it| it.contains("pier")), DATED, "U", date(2016, 3, 14), "[controlled] [controlled]"),
        (withholding(|it| it.contains("pier")), DATED, "U", date(2016, 3, 14), "[controlled] [controlled]"),
    ] {
        assert_eq!(
            shown(&policy, source, rung, day),
            expected,
            "{policy:?} {rung} {day}"
        );
    }
}

/// Characters that do not show part no word.
#[test]
fn what_does_not_show_hides_nothing_from_a_rule() {
    for text in [
        "The pi\u{ad}er",
        "The p\u{200b}ier",
        "THE\u{a0}PIER",
        "The\r\n   pier",
        "The\tpier",
    ] {
        let source = format!("UNCLAS VESTA 1\n\n1. (U) {text}.\n");
        let policy = withholding(|it| it.contains("the pier"));
        assert_eq!(shown(&policy, &source, "U", ON), "[controlled]", "{text:?}");
    }
}

#[test]
fn what_takes_its_rating_from_a_raised_portion_is_raised() {
    let source = "CONFIDENTIAL VESTA 1\n\n1. (U) One.\n\nPIERS\n\n2. (U) The pier.\n\nTUGS\n\n3. (C) Three.\n\n4. Four.\n";
    let policy = raising("SBU", |it| it.contains("the pier"));
    assert_eq!(
        shown(&Policy::default(), source, "U", ON),
        "U U U [classified] [classified] [classified]"
    );
    assert_eq!(
        shown(&policy, source, "U", ON),
        "U [sensitive] [sensitive] [classified] [classified] [classified]"
    );
    // The overall classification is what the document says it is.
    let policy = raising("S", |it| it.contains("the pier"));
    assert_eq!(
        shown(&policy, source, "C", ON),
        "U [classified] [classified] [classified] C C"
    );
}

#[test]
fn captions_bind_what_a_rule_raises() {
    let source = "CONFIDENTIAL VESTA 1\nNOFORN\n\n1. (U) The pier.\n\n2. (C) Two.\n";
    let policy = raising("C", |it| it.contains("pier"));
    assert_eq!(shown(&policy, source, "C", ON), "C//NF C//NF");
}

#[test]
fn every_rule_sees_the_portion_as_if_there_were_no_other() {
    let sbu = label("SBU");
    let policy = withholding(|it| it.label().to_string() == "SBU").with_rule(&PIERS, move |it| {
        if it.contains("pier") {
            Raise::To(sbu.clone())
        } else {
            Raise::Nothing
        }
    });
    assert_eq!(
        shown(&policy, PLAIN, "SBU", ON),
        "SBU [classified] [controlled]"
    );
    assert_eq!(
        policy.own_rules().map(|rule| rule.code).collect::<Vec<_>>(),
        ["tug-names", "pier-names"]
    );
}

#[test]
fn findings_verdict_and_record_name_the_rule_and_no_text() {
    let policy = raising("SBU", |it| it.contains("north"));
    let cable = tearline::parse(PLAIN);
    let assessment = policy.assess(&cable);
    let findings = assessment.findings();
    let found: Vec<String> = findings
        .iter()
        .filter(|finding| finding.code() == "pier-names")
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "line 4: warning[pier-names]: names a pier: paragraph 1 is raised to SBU (Harbor Office guide 3.2)"
        ]
    );
    let record = serde_json::to_value(assessment.record(&Reader::public(), ON)).unwrap();
    let one = &record["portions"][2];
    let named = serde_json::json!({"reason": "pier-names: names a pier", "citation": "Harbor Office guide 3.2"});
    assert_eq!(one["own_rules"], serde_json::json!([named]));
    assert_eq!(one["reasons"].as_array().unwrap().last(), Some(&named));
    assert!(record["portions"][3].get("own_rules").is_none());
    let shown = format!("{policy:?}{assessment:?}{record}");
    assert!(!shown.contains("north"), "{shown}");
}

#[test]
fn a_policy_with_rules_is_equal_to_its_clones() {
    let policy = raising("SBU", |it| it.contains("pier"));
    assert_eq!(policy.clone(), policy);
    assert_ne!(policy, Policy::default());
    assert_ne!(raising("SBU", |it| it.contains("pier")), policy);
}

/// To lower is for a person with an authority; what a rule binds, another mark alone does not open.
#[test]
#[rustfmt::skip]
fn a_decision_lowers_what_a_rule_raised() {
    let cable = tearline::parse(PLAIN);
    let one = |action: &str| {
        let target = "paragraph 1".parse().unwrap();
        Decision::new(target, action.parse().unwrap(), "B. Alder", ON)
    };
    let by = |action: &str| one(action).with_authority("Director, Office of Harbors");
    let pier = |it: &PortionView<'_>| it.contains("north pier");
    let (withholds, sensitive, classified) =
        (withholding(pier), raising("SBU", pier), raising("C", pier));
    for (policy, decisions, expected) in [
        (&withholds, vec![one("release")], Err(DecisionCause::NoAuthority)),
        (&withholds, vec![by("release")], Ok(true)),
        (&withholds, vec![by("mark U")], Ok(false)),
        (&withholds, vec![by("mark U"), by("release")], Ok(true)),
        (&sensitive, vec![one("release")], Err(DecisionCause::NoAuthority)),
        (&sensitive, vec![by("mark U")], Ok(false)),
        (&sensitive, vec![by("release")], Ok(true)),
        (&classified, vec![by("release")], Err(DecisionCause::Classified)),
        (&classified, vec![one("declassified 2020-01-01")], Err(DecisionCause::NoAuthority)),
        (&classified, vec![by("declassified 2020-01-01")], Ok(true)),
    ] {
        let assessment = policy.assess(&cable);
        let open = assessment
            .decided(&decisions.iter().cloned().collect())
            .map(|decided| seen(&decided, "U", ON)[2])
            .map_err(|error| error.cause());
        assert_eq!(open, expected, "{policy:?} {decisions:?}");
    }
}

/// Where the days are shown, what a rule withholds for its text does not say that it is open.
#[test]
fn the_calendar_knows_what_a_rule_withholds() {
    let cable = tearline::parse(DATED);
    let policy = withholding(|it| it.contains("pier"));
    let style = Style::Places(Detail::default().with_calendar());
    let assessment = policy.assess(&cable);
    let opens = |as_of| -> Vec<String> {
        let release = assessment.release_in(&Reader::public(), as_of, style);
        let body = release.portions().iter().filter(|it| it.kind().is_body());
        body.map(|it| it.disclosed().opening().unwrap().to_string())
            .collect()
    };
    // Before its day the mark alone withholds the second, and nothing tells what stands in its text.
    assert_eq!(opens(date(2016, 3, 13)), ["never", "2016-03-14"]);
    assert_eq!(opens(date(2016, 3, 14)), ["never", "never"]);
}

const RUNGS: [&str; 6] = ["U", "SBU", "C", "S", "TS", "all"];
const DAYS: [Date; 3] = [date(2015, 5, 19), date(2015, 5, 20), date(2200, 1, 1)];

fn seen(assessment: &Assessment<'_>, rung: &str, day: Date) -> Vec<bool> {
    let reader = reader(rung);
    let verdicts = assessment.verdicts(&reader, day);
    verdicts.map(|verdict| verdict.is_release()).collect()
}

fn any_rule() -> impl Strategy<Value = Policy> {
    let marks = prop::sample::select(
        &[
            "U",
            "SBU",
            "C",
            "S//NF",
            "TS",
            "S//RD//NF",
            "S//REL TO USA, GBR",
        ][..],
    );
    (marks, any::<bool>(), 0..VOCABULARY.len()).prop_map(|(mark, withholds, word)| {
        let applies = move |it: &PortionView<'_>| it.contains(VOCABULARY[word]);
        if withholds {
            withholding(applies)
        } else {
            raising(mark, applies)
        }
    })
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_rule_never_shows_more(source in crate::laws::text(), policy in any_rule()) {
        let document = tearline::parse(&source);
        let (before, after) = (Policy::default().assess(&document), policy.assess(&document));
        for rung in RUNGS {
            for day in DAYS {
                let (before, after) = (seen(&before, rung, day), seen(&after, rung, day));
                prop_assert!(before.iter().zip(&after).all(|(before, after)| after <= before), "{}", source);
                prop_assert!(rung != "all" || after == before);
            }
        }
    }

    #[test]
    fn under_a_rule_more_clearance_and_a_later_day_never_show_less(source in crate::laws::text(), policy in any_rule()) {
        let document = tearline::parse(&source);
        let assessment = policy.assess(&document);
        let less_or_same = |one: &[bool], other: &[bool]| one.iter().zip(other).all(|(less, more)| less <= more);
        for day in DAYS {
            for pair in RUNGS.windows(2) {
                prop_assert!(less_or_same(&seen(&assessment, pair[0], day), &seen(&assessment, pair[1], day)));
            }
        }
        for rung in RUNGS {
            for pair in DAYS.windows(2) {
                prop_assert!(less_or_same(&seen(&assessment, rung, pair[0]), &seen(&assessment, rung, pair[1])));
            }
        }
    }

    /// What is withheld for its mark can hold the words of a rule or not: no byte of the release tells.
    #[test]
    fn whether_a_rule_applies_to_what_is_withheld_is_not_told(
        cable in Cable::any(), policy in any_rule(), seed in any::<u64>(), rung in 0_usize..5, day in 0_usize..3,
    ) {
        let source = cable.text();
        let document = tearline::parse(&source);
        let (rung, day) = (RUNGS[rung], DAYS[day]);
        let marked = Policy::default().assess(&document);
        let other = crate::laws::rewritten(&cable, &marked, &seen(&marked, rung, day), seed).text();
        let other = tearline::parse(&other);
        for style in [Style::default(), Style::Places(Detail::default().with_calendar().with_mark())] {
            let release = |document| policy.assess(document).release_in(&reader(rung), day, style);
            let (one, two) = (release(&document), release(&other));
            prop_assert_eq!(one.to_text(), two.to_text(), "{}", source);
            prop_assert_eq!(one.to_json(), two.to_json());
        }
    }
}
