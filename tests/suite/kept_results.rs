//! The published schemas of what a program keeps of a result: what is written fits them, and what they refuse is not read.

use jiff::civil::date;
use schemars::JsonSchema;
use serde_json::{Value, json};
use tearline::audit::{RECORD_SCHEMA, Record};
use tearline::marking::Reader;
use tearline::policy::{Action, Decision, Policy};

use crate::schema::{BasisShape, GroundsShape, KindShape, publishes, validator};
use crate::support::fixtures;

/// The record of the verdicts on a document for one reader and one day. It holds places and marks, and no text.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Record")]
struct RecordShape {
    /// The version of the library that made it.
    version: String,
    /// The reader: `clearance=U`.
    reader: String,
    as_of: Day,
    /// Whether the document says that its classification comes of its parts together (32 CFR 2001.24(h)).
    compilation: bool,
    portions: Vec<EntryShape>,
    /// What persons have decided, in the order in which it was carried out.
    #[serde(default)]
    decisions: Vec<DecisionShape>,
}

/// A day: `2010-01-01`.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Day", transparent)]
struct Day(#[schemars(regex(pattern = r"^-?\d{4,6}-\d{2}-\d{2}$"))] String);

/// A place in the source.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Span", deny_unknown_fields)]
struct SpanShape {
    /// In bytes from the start of the source.
    start: u64,
    /// Where it ends; not before its start.
    end: u64,
}

/// A reason, and where its rule stands.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Why")]
struct WhyShape {
    reason: String,
    citation: String,
}

/// What was decided on one portion.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Entry")]
struct EntryShape {
    /// Its place among the portions, from 0.
    index: u64,
    kind: KindShape,
    /// As it leads the portion: `4`, `4.a`.
    number: Option<String>,
    place: SpanShape,
    /// What protects it: `C + SBU`.
    rating: String,
    rated_by: WhyShape,
    /// Where its mark stands.
    mark: Option<SpanShape>,
    /// What rules of one's own say of it.
    #[serde(default)]
    own_rules: Vec<WhyShape>,
    #[serde(flatten)]
    verdict: VerdictShape,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "Verdict")]
#[serde(tag = "verdict", rename_all = "lowercase")]
enum VerdictShape {
    Release {
        /// As it stands on that day.
        marking: String,
        /// By what it was declassified, where it was (32 CFR 2001.25).
        declassified: Option<WhyShape>,
    },
    Withhold {
        /// The coarse reasons, as a release prints them.
        basis: Vec<BasisShape>,
        /// The reasons in full.
        reasons: Vec<WhyShape>,
    },
}

/// A person's decision, and what became of it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its shape matters")]
#[schemars(rename = "RecordedDecision")]
struct DecisionShape {
    /// From 1.
    number: u64,
    /// The portion, by its place among all, from 0.
    portion: u64,
    target: String,
    action: String,
    by: String,
    on: Day,
    authority: Option<String>,
    note: Option<String>,
    #[serde(flatten)]
    grounds: GroundsShape,
    /// Where the words stand that it withholds, where it is on words.
    excised: Option<SpanShape>,
    /// The numbers of the decisions whose place it took.
    #[serde(default)]
    replaces: Vec<u64>,
    in_force: bool,
    /// Whether it is of the whole document.
    #[serde(default)]
    of_whole: bool,
}

#[test]
fn the_published_schema_of_a_record_is_the_contract() {
    publishes::<RecordShape>("audit/record.schema.json", RECORD_SCHEMA);
}

/// Of every fixture, for the public and another reader, before and after a decision.
#[test]
fn every_record_fits_its_schema() {
    let validator = validator(RECORD_SCHEMA);
    let on = date(2026, 3, 2);
    let mut withheld = 0;
    for (name, text) in fixtures() {
        let document = tearline::parse(&text);
        let assessment = Policy::default().assess(&document);
        let target = assessment
            .portions()
            .first()
            .map(tearline::policy::Portion::target);
        let decided = target.and_then(|target| {
            let decision = Decision::new(target, Action::Withhold(None), "I. Birk", on);
            assessment.decided(&[decision].into()).ok()
        });
        withheld += usize::from(decided.is_some());
        for assessment in [Some(assessment), decided].into_iter().flatten() {
            for reader in [Reader::public(), "clearance=C citizen=USA".parse().unwrap()] {
                let record = assessment.record(&reader, on);
                let written = serde_json::to_value(&record).unwrap();
                let errors: Vec<String> = validator
                    .iter_errors(&written)
                    .map(|error| error.to_string())
                    .collect();
                assert!(errors.is_empty(), "{name}: {errors:?}");
                assert_eq!(serde_json::from_value::<Record>(written).unwrap(), record);
            }
        }
    }
    assert!(withheld > 10, "decided {withheld}");
}

#[test]
fn what_the_schema_of_a_record_refuses_is_not_read() {
    let validator = validator(RECORD_SCHEMA);
    let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (S) Two.\n");
    let record = Policy::default()
        .assess(&cable)
        .record(&Reader::public(), date(2010, 1, 1));
    let right = serde_json::to_value(record).unwrap();
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut changed = right.clone();
        change(&mut changed);
        changed
    };
    for wrong in [
        changed(&|it| it["reader"] = json!(3)),
        changed(&|it| it["as_of"] = json!("soon")),
        changed(&|it| it["portions"] = json!({})),
        changed(&|it| it["portions"][0]["kind"] = json!("letter")),
        changed(&|it| it["portions"][0]["verdict"] = json!("perhaps")),
        changed(&|it| it["portions"][2]["basis"] = json!(["secret"])),
        changed(&|it| it["portions"][2]["place"] = json!({"start": 3})),
        changed(&|it| it["decisions"] = json!([{"number": 1}])),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        assert!(
            serde_json::from_value::<Record>(wrong.clone()).is_err(),
            "{wrong}"
        );
    }
}
