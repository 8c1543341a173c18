//! Documents, assessments and releases that leave the function which read the file: they decide and show what the
//! borrowed ones do.

use std::collections::HashMap;
use std::thread;

use jiff::civil::date;
use tearline::document::Document;
use tearline::marking::Reader;
use tearline::policy::{Assessment, Policy};
use tearline::release::{Content, Release, Style};

use crate::fixtures::{self, FIXTURES, Fixture};

const SOURCE: &str = "CONFIDENTIAL PORT VESTA 212\n\nSUBJECT: (U) TIDES\n\n1. (U) The pier is open.\n\n2. (C) Ode owns the relay.\n";

fn readers() -> impl Iterator<Item = Reader> {
    let rungs = fixtures::RUNGS
        .iter()
        .map(|rung| rung.parse().expect("a rung is a reader"));
    rungs.chain([Reader::originator()])
}

/// What a function that owns its text can hand back.
fn read(fixture: &Fixture) -> (Document<'static>, Assessment<'static>) {
    let source = fixture.text();
    let document = tearline::parse(&source);
    let assessment = Policy::default().assess(&document).into_owned();
    (document.into_owned(), assessment)
}

#[test]
fn an_owned_document_is_decided_and_shown_as_the_borrowed_one() {
    let policy = Policy::default();
    for fixture in FIXTURES {
        let source = fixture.text();
        let borrowed = tearline::parse(&source);
        let (owned, assessed) = read(fixture);
        assert_eq!(owned.findings(), borrowed.findings());
        for reader in readers() {
            for day in fixture.days {
                let day = day.parse().expect("a day");
                let expected = policy.release(&borrowed, &reader, day);
                for release in [
                    policy.release(&owned, &reader, day),
                    assessed.release(&reader, day),
                    expected.clone().into_owned(),
                ] {
                    assert!(release == expected, "{}", fixture.name);
                    assert_eq!(release.to_text(), expected.to_text());
                }
            }
            assert_eq!(
                owned.faithful(&reader),
                reader.is_originator().then_some(&*source)
            );
        }
    }
}

#[test]
fn a_release_outlives_its_document_and_its_source() {
    let release: Release<'static> = {
        let source = SOURCE.to_owned();
        let document = tearline::parse(&source);
        let release = Policy::default().release(&document, &Reader::public(), date(2010, 1, 1));
        release.into_owned()
    };
    assert!(release.to_text().contains("The pier is open."));
    assert!(!release.to_text().contains("relay"));

    // A release of an owned document needs no copy of its own to outlive it.
    let kept: Release<'static> = {
        let source = String::from(SOURCE);
        let document = tearline::parse(&source).into_owned();
        Policy::default().release(&document, &Reader::public(), date(2010, 1, 1))
    };
    assert!(kept == release);
}

#[test]
fn a_borrowed_release_copies_no_text_and_outlives_its_document() {
    // One text: a constant may lie in several places.
    let source: &str = SOURCE;
    let release = {
        let document = tearline::parse(source);
        Policy::default().release(&document, &Reader::public(), date(2010, 1, 1))
    };
    let shown = release.portions().iter().any(|portion| {
        matches!(portion.content(), Content::Text { text, .. }
            if source.as_bytes().as_ptr_range().contains(&text.as_ptr()))
    });
    assert!(shown);
}

#[test]
fn a_cache_of_assessments_serves_several_threads() {
    let cache: HashMap<&str, Assessment<'static>> = FIXTURES
        .iter()
        .map(|fixture| (fixture.name, read(fixture).1))
        .collect();
    let cache = &cache;
    thread::scope(|scope| {
        for reader in readers() {
            scope.spawn(move || {
                for fixture in FIXTURES {
                    let assessment = &cache[fixture.name];
                    let source = fixture.text();
                    let document = tearline::parse(&source);
                    let expected = Policy::default().release(&document, &reader, date(2010, 1, 1));
                    assert!(assessment.release(&reader, date(2010, 1, 1)) == expected);
                }
            });
        }
    });
}

#[test]
fn what_is_owned_does_not_show_itself() {
    let document = tearline::parse(SOURCE).into_owned();
    let assessment = Policy::default().assess(&document).into_owned();
    let release = assessment
        .release_in(&Reader::originator(), date(2010, 1, 1), Style::default())
        .into_owned();
    let shown = format!(
        "{document:?} {assessment:?} {release:?} {:?}",
        release.portions()
    );
    for word in ["pier", "relay", "TIDES"] {
        assert!(!shown.contains(word), "{word}");
    }
}

#[test]
fn a_place_has_the_line_that_its_finding_names() {
    for fixture in FIXTURES {
        let source = fixture.text();
        let document = tearline::parse(&source);
        for finding in document.findings() {
            let place = document.line_of(finding.span());
            assert_eq!(place.line(), finding.line(), "{}", fixture.name);
        }
        for block in document.blocks() {
            let place = document.line_of(block.span());
            let before = &source[..block.span().start()];
            assert_eq!(place.line(), before.split('\n').count());
            let column = before
                .rsplit('\n')
                .next()
                .map_or(0, |line| line.chars().count());
            assert_eq!(place.column(), column + 1);
        }
    }
}
