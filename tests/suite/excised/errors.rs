//! What cannot be carried out: all or nothing, or the portion withheld.

use tearline::marking::Reader;
use tearline::policy::{Decision, DecisionCause, Policy, Quote};

use super::{ON, decision, telegram, words};

fn causes(source: &str, decisions: &[Decision]) -> Vec<DecisionCause> {
    let document = tearline::parse(source);
    let assessment = Policy::default().assess(&document);
    let decisions = decisions.iter().cloned().collect();
    let (_, errors) = assessment.decided_or_withheld(&decisions);
    let all = assessment.decided(&decisions);
    assert_eq!(all.err(), errors.first().cloned());
    errors
        .iter()
        .map(tearline::policy::DecisionError::cause)
        .collect()
}

#[test]
fn what_cannot_be_carried_out_says_why() {
    let source = telegram("He met Ilse Marren. Marren left.");
    let quote = |exact: &str| Quote::new(exact);
    for (decision, cause) in [
        (
            words("paragraph 2", quote("Quill")),
            DecisionCause::NotFound,
        ),
        (
            words("paragraph 2", quote("Marren")),
            DecisionCause::FoundTwice(2),
        ),
        (words("paragraph 2", quote("Marr")), DecisionCause::NotFound),
        (words("paragraph 2", quote(" ")), DecisionCause::NoWords),
        // It stands in another portion.
        (
            words("paragraph 1", quote("Ilse Marren")),
            DecisionCause::NotFound,
        ),
        // Number and mark are no words of the portion.
        (
            words("paragraph 2", quote("(U) He met")),
            DecisionCause::NotFound,
        ),
        (
            words("paragraph 9", quote("Ilse Marren")),
            DecisionCause::NoPortion,
        ),
        (
            decision("paragraph 2", "mark C").on_words(quote("Ilse")),
            DecisionCause::OnlyWithheld,
        ),
        (
            decision("paragraph 2", "release")
                .with_authority("Director, Harbors")
                .on_words(quote("Ilse")),
            DecisionCause::OnlyWithheld,
        ),
    ] {
        assert_eq!(
            causes(&source, std::slice::from_ref(&decision)),
            [cause],
            "{decision}"
        );
    }
    let unsigned = Decision::new(
        "paragraph 2".parse().unwrap(),
        "withhold".parse().unwrap(),
        " ",
        ON,
    );
    assert_eq!(
        causes(&source, &[unsigned.on_words(quote("Ilse"))]),
        [DecisionCause::Unsigned]
    );
}

#[test]
fn the_portion_of_what_cannot_be_carried_out_is_withheld() {
    let source = telegram("He met Ilse Marren.");
    let shown = |decisions: &[Decision]| -> String {
        let document = tearline::parse(&source);
        let decisions = decisions.iter().cloned().collect();
        let (decided, _) = Policy::default()
            .assess(&document)
            .decided_or_withheld(&decisions);
        let release = decided.release(&Reader::public(), ON);
        let body = release.portions().iter().filter(|it| it.kind().is_body());
        let text: Vec<&str> = body.map(|it| it.text().unwrap_or("-")).collect();
        text.join(" | ")
    };
    let open = |target: &str| decision(target, "release").with_authority("Director, Harbors");
    for (decisions, expected) in [
        (
            vec![words("paragraph 2", Quote::new("Quill"))],
            "Open. | - | Closed.",
        ),
        (
            vec![
                words("paragraph 2", Quote::new("Quill")),
                words("paragraph 1", Quote::new("Quill")),
            ],
            "- | - | Closed.",
        ),
        // What is carried out beside it does not open it again, before or behind.
        (
            vec![
                words("paragraph 2", Quote::new("Quill")),
                open("paragraph 2"),
            ],
            "Open. | - | Closed.",
        ),
        (
            vec![
                open("paragraph 2"),
                words("paragraph 2", Quote::new("Quill")),
            ],
            "Open. | - | Closed.",
        ),
        (
            vec![
                words("paragraph 2", Quote::new("Ilse")),
                words("paragraph 2", Quote::new("Quill")),
            ],
            "Open. | - | Closed.",
        ),
        // No portion has the name: any may have been meant.
        (vec![words("paragraph 9", Quote::new("Ilse"))], "- | - | -"),
        (vec![decision("paragraph 2 #2", "withhold")], "- | - | -"),
    ] {
        assert_eq!(shown(&decisions), expected, "{decisions:?}");
    }
    // Of several that have it all may have been meant.
    let twice = source.replace("3. (U) Closed.", "2. (U) Ilse Marren left.");
    let document = tearline::parse(&twice);
    let decisions = [words("paragraph 2", Quote::new("Ilse"))].into();
    let (decided, errors) = Policy::default()
        .assess(&document)
        .decided_or_withheld(&decisions);
    assert_eq!(errors[0].cause(), DecisionCause::Ambiguous(2));
    let text = decided.release(&Reader::public(), ON).to_text();
    assert!(text.contains("Open.") && !text.contains("Ilse"), "{text}");
}

/// The originator's copy is his in any case.
#[test]
fn the_originator_sees_what_failed() {
    let source = telegram("He met Ilse Marren.");
    let document = tearline::parse(&source);
    let decisions = [words("paragraph 9", Quote::new("Ilse"))].into();
    let (decided, _) = Policy::default()
        .assess(&document)
        .decided_or_withheld(&decisions);
    assert!(
        decided
            .release(&Reader::originator(), ON)
            .to_text()
            .contains("Ilse Marren")
    );
}

#[test]
fn no_message_shows_a_word() {
    let source = telegram("He met Ilse Marren. Marren left.");
    let document = tearline::parse(&source);
    for quote in ["Marren", "Quill of Karsh", ""] {
        let decisions = [words("paragraph 2", Quote::new(quote).after("met Ilse"))].into();
        let error = Policy::default().assess(&document).decided(&decisions);
        let Err(error) = error else { continue };
        let said = format!("{error} {error:?}");
        for word in ["Marren", "Quill", "Ilse", "met"] {
            assert!(!said.contains(word), "{said}");
        }
    }
}
