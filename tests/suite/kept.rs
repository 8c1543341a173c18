//! What a program keeps in a file: it is read as it was written, and the published schemas say what is read.

use jiff::civil::date;
use proptest::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tearline::audit::{Record, RecordedVerdict};
use tearline::document::{
    Bases, Declassified, DocumentKind, Enumerator, Field, KNOWN_SCHEMA, Known, Number,
};
use tearline::marking::{Basis, Reader, StatedMark};
use tearline::policy::{
    Action, Compilation, DECISIONS_SCHEMA, Decision, Decisions, Policy, Raise, Target, Unmarked,
};
use tearline::release::Exemption;
use tearline::{Citation, Finding, Rule, Severity, Span};

use crate::schema::{DecisionsShape, publishes, validator};
use crate::support::fixtures;

/// A value through JSON.
fn kept<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

const CABLE: &str = include_str!("../../examples/data/cable.txt");

static PILOTS: Rule = Rule::new(
    "pilot-names",
    Severity::Warning,
    "names a pilot",
    Citation::new("Harbor Office", "guide 3.2"),
);

fn with_own_rule() -> Policy {
    let sbu = StatedMark::read("SBU").unwrap().label();
    Policy::default().with_rule(&PILOTS, move |_| Raise::To(sbu.clone()))
}

fn decisions() -> Decisions {
    let on = date(2026, 3, 2);
    [
        Decision::new(
            "paragraph 1".parse().unwrap(),
            Action::Withhold(Some(Exemption::B6)),
            "I. Birk",
            on,
        ),
        Decision::new(
            "paragraph 5".parse().unwrap(),
            Action::Declassified(on),
            "I. Birk",
            on,
        )
        .with_authority("Director, Harbors")
        .with_note("see the file"),
        Decision::new(
            "paragraph 1".parse().unwrap(),
            Action::mark("SBU").unwrap(),
            "B. Alder",
            on,
        ),
    ]
    .into()
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let on = date(2012, 3, 1);
    let known = Known::new().declassified(Declassified::new("Director, Harbors", on).unwrap());
    for document in [tearline::parse(CABLE), tearline::parse_with(CABLE, &known)] {
        for policy in [Policy::default(), with_own_rule()] {
            let assessment = policy.assess(&document).decided(&decisions()).unwrap();
            for reader in ["U", "SBU", "S", "all"] {
                let record = assessment.record(&reader.parse().unwrap(), date(2012, 3, 1));
                let again: Record = kept(&record);
                assert_eq!(again, record);
                assert_eq!(again.reader().to_string(), reader);
                assert_eq!(again.entries().len(), assessment.portions().len());
            }
        }
    }
}

#[test]
fn a_verdict_is_read_as_its_record() {
    let document = tearline::parse(CABLE);
    let assessment = with_own_rule()
        .assess(&document)
        .decided(&decisions())
        .unwrap();
    for (entry, verdict) in assessment
        .record(&Reader::public(), date(2010, 1, 1))
        .entries()
        .iter()
        .zip(assessment.verdicts(&Reader::public(), date(2010, 1, 1)))
    {
        let json = serde_json::to_string(&verdict).unwrap();
        let again: RecordedVerdict = serde_json::from_str(&json).unwrap();
        assert_eq!(&again, entry.verdict());
    }
}

#[test]
fn every_finding_of_the_library_is_read_as_it_was_written() {
    let mut seen = 0;
    for (_, source) in fixtures() {
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        for finding in document.findings().iter().chain(&assessment.findings()) {
            assert_eq!(&kept(finding), finding);
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_finding_of_a_rule_of_ones_own_is_written_and_not_read() {
    let document = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n");
    let findings = with_own_rule().assess(&document).findings();
    let own = findings
        .iter()
        .find(|finding| finding.code() == PILOTS.code)
        .unwrap();
    let json = serde_json::to_value(own).unwrap();
    assert_eq!(json["citation"], "Harbor Office guide 3.2");
    assert!(serde_json::from_value::<Finding>(json).is_err());
}

#[test]
fn a_policy_is_read_as_it_was_written_and_its_own_rules_are_never_lost_in_silence() {
    for unmarked in [Unmarked::Inherit, Unmarked::Withhold] {
        for compilation in [Compilation::Binds, Compilation::PortionsStandAlone] {
            let policy = Policy::default()
                .with_unmarked(unmarked)
                .with_compilation(compilation);
            assert_eq!(kept(&policy), policy);
        }
    }
    let error = serde_json::to_string(&with_own_rule()).unwrap_err();
    assert!(error.to_string().contains("add them again"), "{error}");
    assert!(serde_json::from_str::<Policy>(r#"{"own":[]}"#).is_err());
}

proptest! {
    #[test]
    fn a_number_is_read_as_it_was_written(paragraph in prop::option::of(0..u32::MAX), item in prop::option::of(item())) {
        let number = match (paragraph, item) {
            (Some(paragraph), None) => Number::paragraph(paragraph),
            (paragraph, item) => Number::item(paragraph, item.unwrap_or(Enumerator::Bullet)),
        };
        prop_assert_eq!(kept(&number), number);
    }

    #[test]
    fn a_set_of_reasons_is_read_as_it_was_written(which in prop::collection::vec(0..4_usize, 0..5)) {
        let all = [Basis::Classified, Basis::Sensitive, Basis::Controlled, Basis::Unresolved];
        let bases = which.iter().fold(Bases::default(), |bases, at| bases.with(all[*at]));
        prop_assert_eq!(kept(&bases), bases);
        if !bases.is_empty() {
            prop_assert_eq!(Bases::parse(&bases.to_string()), Some(bases));
        }
    }

    #[test]
    fn no_text_makes_a_reading_panic(text in "\\PC{0,24}") {
        let text = serde_json::to_string(&text).unwrap();
        let _ = serde_json::from_str::<Number>(&text);
        let _ = serde_json::from_str::<tearline::marking::Label>(&text);
        let _ = serde_json::from_str::<tearline::marking::Marking>(&text);
        let _ = serde_json::from_str::<Reader>(&text);
        let _ = serde_json::from_str::<Target>(&text);
        let _ = serde_json::from_str::<Action>(&text);
    }
}

fn item() -> impl Strategy<Value = Enumerator> {
    prop_oneof![
        prop::char::range('a', 'z').prop_map(Enumerator::Letter),
        (0..500_u16).prop_map(Enumerator::Digit),
        (1..500_u16).prop_map(Enumerator::Roman),
        Just(Enumerator::Bullet),
    ]
}

#[test]
fn the_words_of_the_small_vocabularies_are_their_names() {
    for exemption in Exemption::all() {
        assert_eq!(kept(&exemption), exemption);
        assert_eq!(exemption.to_string().parse(), Ok(exemption));
    }
    for kind in [
        DocumentKind::Cable,
        DocumentKind::Memorandum,
        DocumentKind::Release,
    ] {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        assert_eq!(kept(&kind), kind);
    }
    for field in [
        Field::DateTimeGroup,
        Field::From,
        Field::Order,
        Field::Unknown,
    ] {
        assert_eq!(serde_json::to_value(field).unwrap(), field.name());
    }
    assert_eq!(kept(&Span::new(3, 9)), Span::new(3, 9));
    assert!(serde_json::from_str::<Span>(r#"{"start":9,"end":3}"#).is_err());
}

/// What is known of a document beside its text.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Known", deny_unknown_fields)]
struct KnownShape {
    /// The overall classification: a level line or banner, a level by its name, or the mark of one.
    level: Option<Texts>,
    /// The date of origin: `1986-03-14`.
    origin: Option<Texts>,
    /// A declassification instruction.
    instruction: Option<Texts>,
    /// A caption; one that is not known binds every portion.
    caption: Option<Texts>,
    /// A name on the originator's list.
    listed: Option<Texts>,
    kind: Option<KindShape>,
    declassified: Option<DeclassifiedShape>,
}

/// One text, or several.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[serde(untagged)]
enum Texts {
    One(String),
    Several(Vec<String>),
}

/// How the document is to be read.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Kind")]
#[serde(rename_all = "lowercase")]
enum KindShape {
    Telegram,
    Memorandum,
    Release,
}

/// That an authority has declassified the document.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Declassified", deny_unknown_fields)]
struct DeclassifiedShape {
    /// The authority.
    by: String,
    /// The day.
    #[schemars(regex(pattern = r"^\s*-?\d{4,6}-\d{2}-\d{2}\s*$"))]
    on: String,
}

#[test]
fn the_published_schema_of_decisions_is_the_contract() {
    publishes::<DecisionsShape>("policy/decision/decisions.schema.json", DECISIONS_SCHEMA);
}

#[test]
fn the_published_schema_of_known_facts_is_the_contract() {
    publishes::<KnownShape>("document/known.schema.json", KNOWN_SCHEMA);
}

/// What the schema refuses, reading refuses; what is read, the schema allows.
#[test]
fn decisions_and_their_schema_agree() {
    let validator = validator(DECISIONS_SCHEMA);
    let written = serde_json::to_value(decisions()).unwrap();
    assert!(validator.is_valid(&written));
    assert_eq!(
        serde_json::from_value::<Decisions>(written.clone()).unwrap(),
        decisions()
    );
    let one = written[0].clone();
    let changed = |key: &str, value: Value| {
        let mut one = one.clone();
        one[key] = value;
        json!([one])
    };
    for right in [
        json!([]),
        changed("target", json!("subparagraph 4.a")),
        changed("target", json!("heading #2")),
        changed("action", json!("no mark")),
        changed("action", json!("declassified 2012-03-01")),
        changed("authority", Value::Null),
        changed("letter", json!("1.4(D)")),
        changed("letter", json!("1.4(b), 1.4(d)")),
        changed("harm", json!("talks would end")),
    ] {
        assert!(validator.is_valid(&right), "{right}");
        assert!(
            serde_json::from_value::<Decisions>(right.clone()).is_ok(),
            "{right}"
        );
    }
    for wrong in [
        json!({}),
        json!([{}]),
        json!(["paragraph 4"]),
        changed("target", json!("4")),
        changed("target", json!("para 4")),
        changed("action", json!("open")),
        changed("action", json!("declassified soon")),
        changed("on", json!("March 2")),
        changed("letter", json!("d")),
        changed("letter", json!("1.4")),
        changed("harms", json!("talks would end")),
        changed("autority", json!("Director, Harbors")),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        assert!(
            serde_json::from_value::<Decisions>(wrong.clone()).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn known_facts_and_their_schema_agree() {
    let validator = validator(KNOWN_SCHEMA);
    let on = date(2012, 3, 1);
    let all = Known::new()
        .level("SECRET")
        .origin(date(1986, 3, 14))
        .instruction("OADR")
        .caption("NODIS")
        .caption("HARBOR GROUP")
        .listed("I. Birk")
        .kind(DocumentKind::Memorandum)
        .declassified(Declassified::new("Director, Harbors", on).unwrap());
    for known in [Known::new(), all] {
        let written = serde_json::to_value(&known).unwrap();
        assert!(validator.is_valid(&written), "{written}");
        assert_eq!(kept(&known), known);
    }
    for wrong in [
        json!({"levels": "SECRET"}),
        json!({"level": 3}),
        json!({"kind": "letter"}),
        json!({"declassified": "2012-03-01"}),
        json!({"declassified": {"by": "Director, Harbors"}}),
        json!({"declassified": {"by": "Director, Harbors", "on": "soon"}}),
        json!({"declassified": {"by": "Director, Harbors", "on": "2012-03-01", "what": "all"}}),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        assert!(
            serde_json::from_value::<Known>(wrong.clone()).is_err(),
            "{wrong}"
        );
    }
}
