//! Reviews: what a file holds, what of it is carried out, and what withholds.

use jiff::civil::{Date, date};
use serde_json::{Value, json};
use tearline::declass::reasons;
use tearline::document::Declassified;
use tearline::marking::{Reader, StatedMark};
use tearline::policy::{
    Action, Decision, DecisionCause, Exemption, Grounds, Policy, Quote, REVIEW_SCHEMA, Review,
    ReviewError, Reviewed, SecondPerson, State, WholeDocument,
};
use tearline::release::{Detail, Exemptions, Style};

use crate::schema::{ReviewShape, publishes, validator};

/// The rules of the policy that only a review breaks.
pub(crate) const RULES: [&str; 1] = ["decision-not-carried-out"];

const ON: Date = date(2026, 3, 2);
const SOURCE: &str = "CONFIDENTIAL VESTA 1\n\n1. (U) He met Ilse Marren.\n\n2. (C) The lease ends.\n\n3. (SBU) The fee is high.\n";

fn decision(target: &str, action: &str) -> Decision {
    Decision::new(
        target.parse().unwrap(),
        action.parse().unwrap(),
        "I. Birk",
        ON,
    )
}

fn by_authority(target: &str, action: &str) -> Decision {
    decision(target, action).with_authority("Director, Harbors")
}

fn marren() -> Decision {
    decision("paragraph 1", "withhold B6").on_words(Quote::new("Ilse Marren").after("met "))
}

/// Every kind of entry.
fn all() -> Review {
    let declassified = Declassified::new("Director, Harbors", date(2012, 3, 1)).unwrap();
    let sbu = StatedMark::read("SBU").unwrap().label();
    let document = WholeDocument::new()
        .with_reviewer("I. Birk")
        .with_exemption(sbu, Exemption::B5)
        .with_grounds(Grounds::new().with_harm("talks would end"))
        .with_declassified(declassified)
        .confirmed("B. Alder", ON);
    let grounds = Grounds::new()
        .with_letter(reasons("1.4(b), 1.4(d)").unwrap())
        .with_why_several("the talks are with a government");
    let mut review = Review::new("sha256:00ff").with_document(document);
    review.push(Reviewed::new(marren().with_grounds(grounds)));
    review.push(
        Reviewed::new(by_authority("paragraph 3", "release").with_note("paid"))
            .confirmed("B. Alder", ON),
    );
    review.push(Reviewed::new(decision("subject", "withhold")).proposed("pattern names"));
    review.push(
        Reviewed::new(decision("subject", "withhold"))
            .proposed("pattern names")
            .refused(),
    );
    review
}

/// What each paragraph says to the public, and what cannot be carried out.
fn carried_out(review: &Review, second: SecondPerson) -> (Vec<String>, Vec<String>) {
    let document = tearline::parse_with(SOURCE, &review.known(second));
    let (decided, errors) = Policy::default().assess(&document).reviewed(review, second);
    let release = decided.release(&Reader::public(), ON);
    let body = release.portions().iter().filter(|it| it.kind().is_body());
    let text = body.map(|it| it.text().unwrap_or("-").to_owned());
    (
        text.collect(),
        errors.iter().map(ToString::to_string).collect(),
    )
}

fn of(entries: Vec<Reviewed>) -> Review {
    let mut review = Review::new("sha256:00");
    entries.into_iter().for_each(|entry| review.push(entry));
    review
}

#[test]
fn a_review_is_read_as_it_was_written() {
    let written = serde_json::to_string(&all()).unwrap();
    assert_eq!(serde_json::from_str::<Review>(&written).unwrap(), all());
    assert_eq!(all().open(), 1);
    assert!(!format!("{:?}", all()).contains("Marren"));
}

#[test]
fn only_what_is_decided_is_carried_out() {
    for (entry, shown) in [
        (Reviewed::new(marren()), "He met [excised: controlled]."),
        (
            Reviewed::new(marren()).confirmed("B. Alder", ON),
            "He met [excised: controlled].",
        ),
        (
            Reviewed::new(marren()).proposed("pattern names"),
            "He met Ilse Marren.",
        ),
        (Reviewed::new(marren()).refused(), "He met Ilse Marren."),
    ] {
        let (text, errors) = carried_out(&of(vec![entry]), SecondPerson::ForWhatOpens);
        assert_eq!((&*text[0], errors), (shown, Vec::new()));
    }
}

/// What protects needs one person, what opens an authority, and where it is asked for a second person.
#[test]
fn what_opens_takes_a_second_person_where_one_is_asked_for() {
    let opens = || Reviewed::new(by_authority("paragraph 3", "release"));
    let (asked, not) = (SecondPerson::ForWhatOpens, SecondPerson::NotAsked);
    for (entry, second, shown) in [
        (opens(), not, "The fee is high."),
        (opens(), asked, "-"),
        (opens().confirmed("B. Alder", ON), asked, "The fee is high."),
        // Nobody confirms what he decided, under any spelling of his name.
        (opens().confirmed("I. Birk", ON), asked, "-"),
        (opens().confirmed("i birk", ON), not, "-"),
        (opens().confirmed(" ", ON), not, "-"),
    ] {
        let (text, errors) = carried_out(&of(vec![entry.clone()]), second);
        assert_eq!(text[2], shown, "{entry:?}");
        assert_eq!(errors.len(), usize::from(shown == "-"), "{entry:?}");
        if shown == "-" {
            assert!(
                errors[0].starts_with("decision 1, paragraph 3: no second person"),
                "{errors:?}"
            );
        }
    }
    let mark = || Reviewed::new(by_authority("paragraph 2", "mark U"));
    assert_eq!(carried_out(&of(vec![mark()]), asked).0[1], "-");
    assert_eq!(
        carried_out(&of(vec![mark().confirmed("B. Alder", ON)]), asked).0[1],
        "The lease ends."
    );
}

#[test]
fn the_declassification_of_the_document_takes_a_second_person_as_well() {
    let declassified = Declassified::new("Director, Harbors", date(2012, 3, 1)).unwrap();
    let document = WholeDocument::new()
        .with_reviewer("I. Birk")
        .with_declassified(declassified);
    let review = |document: WholeDocument| Review::new("sha256:00").with_document(document);
    let (asked, not) = (SecondPerson::ForWhatOpens, SecondPerson::NotAsked);
    let all_closed = ["-", "-", "-"];
    let (text, errors) = carried_out(&review(document.clone()), asked);
    assert_eq!(
        (text, errors.len()),
        (all_closed.map(str::to_owned).to_vec(), 1)
    );
    assert_eq!(
        carried_out(&review(document.clone()), not).0[1],
        "The lease ends."
    );
    let confirmed = document.clone().confirmed("B. Alder", ON);
    assert_eq!(
        carried_out(&review(confirmed), asked).0[1],
        "The lease ends."
    );
    assert_eq!(
        carried_out(&review(document.confirmed("I. Birk", ON)), not).0[1],
        "-"
    );
}

#[test]
fn a_decision_that_fails_withholds_its_portion_and_no_other() {
    let wrong = decision("paragraph 1", "withhold").on_words(Quote::new("Quill"));
    let review = of(vec![
        Reviewed::new(decision("paragraph 2", "withhold")),
        Reviewed::new(wrong),
    ]);
    let (text, errors) = carried_out(&review, SecondPerson::NotAsked);
    assert_eq!(text[0], "-");
    assert_eq!(
        errors,
        ["decision 2, paragraph 1: the words that it quotes do not stand in the portion"]
    );
    let document = tearline::parse(SOURCE);
    let (decided, errors) = Policy::default()
        .assess(&document)
        .reviewed(&review, SecondPerson::NotAsked);
    assert!(
        matches!(&errors[0], ReviewError::Decision(error) if error.cause() == DecisionCause::NotFound)
    );
    let found = decided.findings();
    let found = found
        .iter()
        .find(|it| it.code() == "decision-not-carried-out")
        .unwrap();
    assert_eq!(
        (found.line(), found.detail()),
        (3, Some(&*errors[0].to_string()))
    );
}

#[test]
fn a_label_has_its_exemption_where_nothing_else_is_said() {
    let label = |text: &str| StatedMark::read(text).unwrap().label();
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let shown = |document: WholeDocument, entries: Vec<Reviewed>| {
        let mut review = of(entries).with_document(document);
        let mut entries: Vec<Reviewed> = review.entries().to_vec();
        review = Review::new("sha256:00").with_document(review.document().clone());
        entries.drain(..).for_each(|it| review.push(it));
        let document = tearline::parse(SOURCE);
        let (decided, _) = Policy::default()
            .assess(&document)
            .reviewed(&review, SecondPerson::NotAsked);
        let release = decided.release_in(&Reader::public(), ON, style);
        release
            .portions()
            .iter()
            .filter_map(|it| it.disclosed().authority())
            .map(|it| it.to_string())
            .collect::<Vec<_>>()
    };
    let sbu = || WholeDocument::new().with_exemption(label("SBU"), Exemption::B5);
    assert_eq!(
        shown(WholeDocument::new(), vec![]),
        ["B1", "exemption to be decided"]
    );
    assert_eq!(shown(sbu(), vec![]), ["B1", "B5"]);
    // What a decision names counts; what is another label is another.
    assert_eq!(
        shown(
            sbu(),
            vec![Reviewed::new(decision("paragraph 3", "exemption B6"))]
        ),
        ["B1", "B6"]
    );
    let lou = WholeDocument::new().with_exemption(label("LOU"), Exemption::B5);
    assert_eq!(shown(lou, vec![]), ["B1", "exemption to be decided"]);
    // The level alone is no label of its own.
    let c = WholeDocument::new().with_exemption(label("C"), Exemption::B5);
    assert_eq!(shown(c, vec![]), ["B1", "exemption to be decided"]);
}

/// What is said once of the document is said of each withholding that leaves it out, and of no other.
#[test]
fn grounds_of_the_document_are_those_of_what_names_none() {
    let own = Grounds::new().with_harm("a source would be known");
    let mut review = of(vec![Reviewed::new(
        decision("paragraph 2", "withhold B6").with_grounds(own),
    )]);
    let all = Grounds::new()
        .with_harm("talks would end")
        .with_segregability("all of it says so");
    review = review.with_document(WholeDocument::new().with_grounds(all));
    let cable = tearline::parse(SOURCE);
    let (decided, errors) = Policy::default()
        .assess(&cable)
        .reviewed(&review, SecondPerson::NotAsked);
    assert!(errors.is_empty());
    let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    let release = decided.release_in(&Reader::public(), date(2010, 1, 1), style);
    let shown = release
        .portions()
        .iter()
        .filter_map(|it| it.disclosed().grounds())
        .map(|it| (it.harm(), it.segregability()))
        .collect::<Vec<_>>();
    let segregable = Some("all of it says so");
    assert_eq!(
        shown,
        [
            (Some("a source would be known"), segregable),
            (Some("talks would end"), segregable)
        ]
    );
}

#[test]
fn the_published_schema_of_reviews_is_the_contract() {
    publishes::<ReviewShape>("policy/review/review.schema.json", REVIEW_SCHEMA);
}

/// What the schema refuses, reading refuses; what is read, the schema allows.
#[test]
fn reviews_and_their_schema_agree() {
    let validator = validator(REVIEW_SCHEMA);
    let whole = serde_json::to_value(all()).unwrap();
    let changed = |path: &str, value: Value| {
        let mut changed = whole.clone();
        let (parent, key) = path.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[key] = value;
        changed
    };
    for right in [
        whole.clone(),
        json!({"version": 1, "source": "sha256:00"}),
        changed(
            "/decision/0/words",
            json!({"exact": "Marren", "suffix": " left"}),
        ),
        changed("/decision/0/state", json!("decided")),
        changed("/decision/0/letter", json!("1.4(b), 1.4(d)")),
        changed("/decision/0/why_several", json!("both hold")),
        changed("/decision/0/statute", json!("22 U.S.C. 2778")),
        changed("/decision/0/description", json!("an offer")),
        changed("/decision/0/harm", json!("talks would end")),
        changed("/decision/0/segregability", json!("no part says else")),
        changed("/document/exemptions", json!({"LOU": "b5"})),
        changed("/document/letter", json!("1.4(D)")),
        changed("/decision/0/letter", Value::Null),
    ] {
        assert!(validator.is_valid(&right), "{right}");
        assert!(
            serde_json::from_value::<Review>(right.clone()).is_ok(),
            "{right}"
        );
    }
    for (wrong, words) in [
        (json!({"source": "sha256:00"}), "version"),
        (json!({"version": 1}), "source"),
        (changed("/decisions", json!([])), "unknown field"),
        (
            changed("/document/reviewers", json!("I. Birk")),
            "unknown field",
        ),
        (
            changed("/document/harms", json!("talks would end")),
            "unknown field",
        ),
        (
            changed("/document/letter", json!("d")),
            "no category in `letter`",
        ),
        (changed("/decision/0/target", json!(4)), "decision 1: "),
        (
            changed("/decision/0/action", json!("hide")),
            "decision 1: no decision; write",
        ),
        (
            changed("/decision/0/words", json!({"exact": "Marren", "at": 4})),
            "decision 1: unknown field",
        ),
        (
            changed("/decision/0/words", json!("Marren")),
            "decision 1: ",
        ),
        (changed("/decision/1/state", json!("done")), "decision 2: "),
        (
            changed("/decision/1/autority", json!("Director")),
            "decision 2: unknown field `autority`",
        ),
        (
            changed("/decision/1/confirmed_on", json!("soon")),
            "decision 2: no day",
        ),
        (
            changed("/document/declassified", json!({"on": "2012-03-01"})),
            "authority",
        ),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        let error = serde_json::from_value::<Review>(wrong.clone())
            .unwrap_err()
            .to_string();
        assert!(error.contains(words), "{error}: {words}");
    }
    // What a schema cannot see.
    for (wrong, words) in [
        (changed("/version", json!(2)), "`version` is 2"),
        (changed("/document/exemptions", json!({"HARBOR": "b5"})), ""),
        (
            changed("/document/exemptions", json!({"SBU": "b1"})),
            "follows from the classification",
        ),
        (
            changed("/decision/0/action", json!("withhold B10")),
            "no such exemption",
        ),
    ] {
        let error = serde_json::from_value::<Review>(wrong.clone())
            .unwrap_err()
            .to_string();
        assert!(error.contains(words), "{error}: {words}");
    }
    assert!(State::Decided.counts());
    assert!(matches!(
        decision("subject", "withhold").action(),
        Action::Withhold(None)
    ));
}
