//! Real telegrams, where they are at hand: every declassification line in them is read as a person reads it.

use tearline::declass::{Form, date_time_group};
use tearline::marking::Level;

use super::{CLASSIFIED, day, read_all};
use crate::support::corpus;

/// The line of a telegram that names an order, and the line of its date-time group.
fn head(text: &str) -> (Option<&str>, Option<&str>) {
    let order = text.lines().find(|line| {
        let start: String = line
            .chars()
            .filter(|c| !matches!(c, ' ' | '.'))
            .take(2)
            .collect();
        start == "EO"
    });
    (
        order,
        text.lines().find(|line| date_time_group(line).is_some()),
    )
}

#[test]
fn every_line_of_the_real_telegrams_is_understood() {
    let Some(folder) = corpus("cable") else {
        return;
    };
    let mut telegrams = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let (Some(order), Some(group)) = head(&text) else {
            panic!("{name}: no order line or no date-time group");
        };
        let origin = date_time_group(group).unwrap();
        assert!(
            name.starts_with(&origin.year().to_string()),
            "{name}: {origin}"
        );
        let (schedule, _) = read_all(&[order], Some(origin));
        for read in schedule.instructions() {
            assert!(
                matches!(
                    read.form(),
                    Form::NotApplicable | Form::GeneralSchedule(Some(_))
                ),
                "{name}: {:?}",
                read.form()
            );
            assert!(read.order().is_some(), "{name}");
        }
        telegrams += 1;
    }
    assert!(telegrams >= 35, "{telegrams} telegrams");
}

/// A person's reading of the lines that are not as they should be, by telegram.
#[test]
fn the_odd_lines_of_the_real_telegrams() {
    let Some(folder) = corpus("cable") else {
        return;
    };
    #[rustfmt::skip]
    let rows = [
        // Dated the day it was sent.
        ("1979LAPAZ02803", "held"),
        // Day first.
        ("1979LAPAZ09361", "opens 1985-11-01"),
        // Seven years.
        ("1979LAPAZ09935", "review 1986-11-17"),
        // Five years.
        ("1979LAPAZ09990", "opens 1984-11-19"),
        ("1979LAPAZ02023", "opens 1985-03-07"),
        ("1979LAPAZ09336", "opens 1985-10-31"),
        ("1979LAPAZ10472", "opens 1985-12-06"),
        ("1979LAPAZ00177", "opens 1985-01-08"),
        ("1979LAPAZ08835", "held"),
        ("1979STATE313541", "held"),
    ];
    for (name, expected) in rows {
        let text = std::fs::read_to_string(folder.join(name).with_extension("txt"));
        let text = text.unwrap();
        let (order, group) = head(&text);
        let (schedule, _) = read_all(&[order.unwrap()], group.and_then(date_time_group));
        assert_eq!(
            super::said(schedule.outcome(Level::Confidential)),
            expected,
            "{name}"
        );
    }
}

#[test]
fn the_cable_the_project_began_with() {
    let Some(folder) = corpus("seed") else {
        return;
    };
    let text = std::fs::read_to_string(folder.join("state-105791.txt")).unwrap();
    let (order, group) = head(&text);
    let origin = group.and_then(date_time_group);
    assert_eq!(origin, Some(day("2008-10-02")));
    let (schedule, notes) = read_all(&[order.unwrap()], origin);
    assert!(notes.is_empty());
    for level in CLASSIFIED {
        assert_eq!(schedule.standing(level, day("2018-09-28")).level(), level);
        assert_eq!(
            schedule.standing(level, day("2018-09-29")).level(),
            Level::Unclassified
        );
    }
}
