//! The day list, and the picture of it.

use jiff::civil::date;
use tearline::marking::{Level, Reader};
use tearline::policy::{Day, Effect, Opening, Policy};
use tearline::release::{Detail, Style};

use super::{BUNDLED, release};

/// The general declassification schedule of 1972: Secret falls after two full calendar years and again after eight.
const SCHEDULED: &str = "P 021530Z APR 75\nSECRET STATE 1\n\nE.O. 11652: GDS\n\n1. (U) One.\n\n2. (S) Two.\n\n3. (C) Three.\n\n4. (SBU) Four.\n";

fn days(reader: &str) -> Vec<(String, Vec<(String, Effect)>)> {
    let reader: Reader = reader.parse().unwrap();
    let document = tearline::parse(SCHEDULED);
    let policy = Policy::default();
    let assessment = policy.assess(&document);
    assessment
        .days(&reader)
        .iter()
        .map(|day| {
            let changes = day.changes().iter().map(|change| {
                let portion = &assessment.portions()[change.portion()];
                let number = portion.number().map(|number| number.to_string());
                (number.unwrap_or_default(), change.effect())
            });
            (day.on().to_string(), changes.collect())
        })
        .collect()
}

#[test]
fn the_public_sees_each_portion_from_its_own_day() {
    let opens = |number: &str| (number.to_owned(), Effect::Opens);
    assert_eq!(
        days("U"),
        [
            ("1982-01-01".to_owned(), vec![opens("3")]),
            ("1984-01-01".to_owned(), vec![opens("2")]),
        ]
    );
}

#[test]
fn a_cleared_reader_sees_marks_fall() {
    let lowers = |number: &str, level| (number.to_owned(), Effect::Lowers(level));
    assert_eq!(
        days("S"),
        [
            (
                "1978-01-01".to_owned(),
                vec![lowers("2", Level::Confidential)]
            ),
            (
                "1982-01-01".to_owned(),
                vec![lowers("3", Level::Unclassified)]
            ),
            (
                "1984-01-01".to_owned(),
                vec![lowers("2", Level::Unclassified)]
            ),
        ]
    );
}

#[test]
fn on_the_days_of_the_list_and_on_no_others_a_release_changes() {
    let document = tearline::parse(BUNDLED);
    let policy = Policy::default();
    let assessment = policy.assess(&document);
    for reader in ["U", "SBU", "C"] {
        let reader: Reader = reader.parse().unwrap();
        let days: Vec<_> = assessment.days(&reader).iter().map(Day::on).collect();
        let portions = |day| assessment.release(&reader, day).portions().to_vec();
        let mut before = portions(date(2006, 3, 14));
        let mut day = date(2006, 3, 14);
        while day < date(2018, 1, 1) {
            day = day.tomorrow().unwrap();
            let now = portions(day);
            assert_eq!(now != before, days.contains(&day), "{day}");
            before = now;
        }
    }
}

#[test]
fn of_two_openings_together_the_later_counts() {
    let (one, other) = (date(2016, 3, 14), date(2031, 12, 31));
    for (a, b, both) in [
        (Opening::Always, Opening::On(one), Opening::On(one)),
        (Opening::On(one), Opening::On(other), Opening::On(other)),
        (
            Opening::On(other),
            Opening::Review(one),
            Opening::Review(one),
        ),
        (Opening::Review(one), Opening::Never, Opening::Never),
    ] {
        assert_eq!(a.later(b), both);
        assert_eq!(b.later(a), both);
    }
}

#[test]
fn the_picture_names_days_and_of_the_document_its_released_reference_alone() {
    let document = tearline::parse(BUNDLED);
    let style = Style::Places(Detail::default().with_calendar());
    let picture = release(&document, "U", style).to_timeline().unwrap();
    assert!(picture.contains("opens 2016-03-14"));
    assert!(picture.contains("no date opens it"));
    // Portions that open together share a bar.
    assert!(picture.contains("paragraphs 2, 4, 6") && picture.contains("written 2006-03-14"));
    assert!(picture.contains("PORT VESTA 000212"));
    let picture = picture.replace("PORT VESTA 000212", "");
    let words = super::spaced(&picture);
    for text in release(&document, "all", style)
        .portions()
        .iter()
        .filter_map(|it| it.text())
    {
        let text = super::spaced(text);
        if text.split(' ').count() > 2 {
            assert!(
                !words.contains(&text),
                "a text of the document is in the picture"
            );
        }
    }
}
