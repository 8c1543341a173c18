//! The laws of proposals: what is proposed is found again, and nothing breaks.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;
use tearline::marking::Reader;
use tearline::policy::{Action, Decision, Policy};
use tearline_propose::{Outgoing, Passage, Proposer, Terms, Titles};

fn everything() -> Proposer {
    Proposer::default()
        .with_titles(Titles::common().unwrap())
        .with_terms(Terms::new("tugs", ["a", "karsh", "b a"]).unwrap())
}

/// The letters and digits of a text: the coarsest way to compare.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn count(text: &str, part: &str) -> usize {
    let starts = text.char_indices().map(|(at, _)| at);
    starts
        .filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(part)))
        .count()
}

proptest! {
    #[test]
    fn words_are_found_once_in_their_portion(body in "(a|b|Karsh|karsh,|a a|é|x|\n| |-){1,60}") {
        let source = format!("UNCLAS PORT VESTA 1\n\n1. (U) Q {body} z.\n");
        let cable = tearline::parse(&source);
        let assessment = Policy::default().assess(&cable);
        let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
        for proposal in everything().propose(&outgoing) {
            let passage = outgoing.passages().find(|it| it.target() == proposal.target()).unwrap();
            let Some(words) = proposal.words() else { continue };
            let quote = format!("{}{}{}", words.prefix(), words.exact(), words.suffix());
            prop_assert!(passage.text().contains(&quote));
            prop_assert_eq!(count(&letters(passage.text()), &letters(&quote)), 1, "{:?} in {:?}", quote, passage.text());
        }
    }

    #[test]
    fn whatever_the_text_places_are_in_it(text in "(?s).{0,200}") {
        for found in everything().find(&text) {
            prop_assert!(text.get(found.span().range()).is_some_and(|it| !it.is_empty()));
        }
    }

    #[test]
    fn whatever_signs_of_numbers_come_places_are_in_it(
        text in r"([0-9]{1,4}|[-+(). /\n]|tel|SSN|account no|passport|born|Mr\. |[A-Z]{1,3}|St|@|a\.b){0,60}",
    ) {
        let mut end = 0;
        for found in everything().find(&text) {
            let range = found.span().range();
            prop_assert!(text.get(range.clone()).is_some_and(|it| !it.is_empty()));
            prop_assert!(range.end > end, "one lies inside another");
            end = range.end;
        }
    }
}

#[test]
fn every_portion_is_named_as_a_decision_finds_it() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut named = 0;
    for file in fs::read_dir(fixtures)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let Ok(source) = fs::read_to_string(&file) else {
            continue;
        };
        let document = tearline::parse(&source);
        let assessment = Policy::default().assess(&document);
        for reader in [Reader::public(), "S".parse().unwrap(), Reader::originator()] {
            let outgoing = Outgoing::of(&assessment, &reader, date(2026, 3, 2));
            let release = assessment.release(&reader, date(2026, 3, 2));
            let texts: Vec<&str> = release
                .portions()
                .iter()
                .filter_map(|it| it.text())
                .collect();
            assert!(
                outgoing.passages().map(Passage::text).eq(texts),
                "{}",
                file.display()
            );
            for passage in outgoing.passages() {
                let decision = Decision::new(
                    passage.target().clone(),
                    Action::Withhold(None),
                    "I. Birk",
                    date(2026, 3, 2),
                );
                let decided = assessment.decided(&[decision].into()).unwrap();
                let after = Outgoing::of(&decided, &reader, date(2026, 3, 2));
                if !reader.is_originator() {
                    assert!(
                        after.passages().all(|it| it.target() != passage.target()),
                        "{}",
                        file.display()
                    );
                    named += 1;
                }
            }
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
fn what_is_proposed_shows_no_text() {
    let cable =
        tearline::parse("UNCLAS PORT VESTA 1\n\n1. (U) Karsh, SSN 000-12-3456, Mr. Karsh.\n");
    let assessment = Policy::default().assess(&cable);
    let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
    let proposer = everything();
    let proposals = proposer.propose(&outgoing);
    assert_eq!(proposals.len(), 3);
    let words: Vec<_> = proposals.iter().map(|it| it.words()).collect();
    let shown = format!(
        "{proposals:?} {words:?} {outgoing:?} {proposer:?} {:?}",
        outgoing.passages().collect::<Vec<_>>()
    );
    for secret in ["arsh", "3456"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_text_that_repeats_itself_is_proposed_as_a_whole() {
    let source = format!("UNCLAS PORT VESTA 1\n\n1. (U) {}\n", "Karsh ".repeat(4000));
    let cable = tearline::parse(&source);
    let assessment = Policy::default().assess(&cable);
    let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
    let proposals = everything().propose(&outgoing);
    assert_eq!(
        proposals.iter().filter(|it| it.words().is_none()).count(),
        1
    );
}
