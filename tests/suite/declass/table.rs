//! Every row of the rulebook's table of instructions, with its last shut day and its first open day.

use super::{CLASSIFIED, codes, day, read, read_all, said};
use tearline::declass::Outcome;
use tearline::marking::Level;

/// A line, the day of its document, the outcome, and the rule it rests on. The same for every level.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // A date up to 25 years after origin.
    ("E.O. 12958: DECL: 09/29/2018", "2008-10-02", "opens 2018-09-29", "declassification-date"),
    ("E.O. 12958: DECL: 10/02/2033", "2008-10-02", "opens 2033-10-02", "declassification-date"),
    ("E.O. 13526: DECL: 20351010", "2010-10-10", "opens 2035-10-10", "declassification-date"),
    ("Declassify On: 20201014", "2010-10-14", "opens 2020-10-14", "declassification-date"),
    ("E.O. 12356: DECL: 6/1/92", "1986-06-01", "opens 1992-06-01", "declassification-date"),
    // A date later than that, on the very next day and long after.
    ("E.O. 12958: DECL: 10/03/2033", "2008-10-02", "review 2033-12-31", "beyond-25-years"),
    ("E.O. 12958: DECL: 12/31/2034", "2008-10-02", "review 2033-12-31", "beyond-25-years"),
    // The 25 years of a leap day end on 28 February.
    ("E.O. 12958: DECL: 02/28/2029", "2004-02-29", "opens 2029-02-28", "declassification-date"),
    ("E.O. 12958: DECL: 03/01/2029", "2004-02-29", "review 2029-12-31", "beyond-25-years"),
    // Years of two digits.
    ("E.O. 12958: DECL: 08/24/05", "1999-08-24", "opens 2005-08-24", "declassification-date"),
    ("E.O. 12958: DECL: 6/3/08", "1998-06-03", "opens 2008-06-03", "declassification-date"),
    ("E.O. 12958: DECL: 08/24/05", "2006-01-01", "held", "no-century"),
    ("E.O. 12958: DECL: 08/24/40", "2006-01-01", "held", "no-century"),
    // Other ways to write it; what the calendar does not have.
    ("E.O. 12958: DECL: 2020/02/23", "2010-02-23", "opens 2020-02-23", "declassification-date"),
    ("E.O. 12958: DECL: 2020-02-23", "2010-02-23", "opens 2020-02-23", "declassification-date"),
    ("E.O. 12958: DECL: 9 Sep 2018", "2008-09-09", "opens 2018-09-09", "declassification-date"),
    ("E.O. 12958: DECL: 09SEP18", "2008-09-09", "opens 2018-09-09", "declassification-date"),
    ("E.O. 12958: DECL: September 9, 2018", "2008-09-09", "opens 2018-09-09", "declassification-date"),
    ("E.O. 12958: DECL: Sept. 9, 2018", "2008-09-09", "opens 2018-09-09", "declassification-date"),
    ("E.O. 12958: DECL: 02/29/2018", "2008-02-29", "held", "impossible-date"),
    ("E.O. 12958: DECL: 02/29/2016", "2008-02-29", "opens 2016-02-29", "declassification-date"),
    ("E.O. 12958: DECL: 24/08/2015", "2005-08-24", "held", "impossible-date"),
    ("E.O. 12958: DECL: 13/13/13", "2005-08-24", "held", "impossible-date"),
    ("E.O. 12958: DECL: 00/10/2015", "2005-08-24", "held", "impossible-date"),
    ("E.O. 12958: DECL: 20180931", "2008-10-01", "held", "impossible-date"),
    ("E.O. 12958: DECL: 01/01/0000", "2008-10-01", "held", "date-not-after-origin"),
    // Day first, where that is the anniversary of origin and the later day.
    ("E.O. 12065: GDS 1/11/85", "1979-11-01", "opens 1985-11-01", "general-schedule-date"),
    ("E.O. 12065: GDS 1/11/85", "1979-01-11", "opens 1985-01-11", "general-schedule-date"),
    ("E.O. 12065: GDS 1/11/85", "1979-06-30", "opens 1985-01-11", "general-schedule-date"),
    ("E.O. 12958: DECL: 08/12/2018", "2008-12-08", "opens 2018-12-08", "declassification-date"),
    ("E.O. 12958: DECL: 12/08/2018", "2008-08-12", "opens 2018-12-08", "declassification-date"),
    // Events.
    ("E.O. 12958: DECL: AFTER KOREAN UNIFICATION", "2004-05-06", "review 2029-12-31", "event"),
    ("Declassify On: Completion of Operation", "2010-10-14", "review 2035-12-31", "event"),
    // Without end.
    ("E.O. 12356: DECL: OADR", "1988-03-15", "review 2013-12-31", "indefinite"),
    ("E.O. 12958: DECL: OADR", "1996-03-15", "review 2021-12-31", "indefinite"),
    ("Declassify on: Originating Agency's Determination Required", "1988-03-15", "review 2013-12-31", "indefinite"),
    ("DECLASSIFY ON: Source Marked OADR, date of source 15 March 1988", "2002-01-05", "review 2013-12-31", "indefinite"),
    ("Declassify on: Source marked \u{201c}OADR\u{201d}; Date of source: 19880315", "2002-01-05", "review 2013-12-31", "indefinite"),
    ("E.O. 12356: DECL: MR", "1988-03-15", "review 2013-12-31", "indefinite"),
    ("Declassify on: Manual Review", "1988-03-15", "review 2013-12-31", "indefinite"),
    ("E.O. 12958: DECL: X1", "1999-03-15", "review 2024-12-31", "indefinite"),
    ("E.O. 12958: DECL: X1, X5", "1999-03-15", "review 2024-12-31", "indefinite"),
    ("E.O. 12958: DECL: 1.6X1", "1999-03-15", "review 2024-12-31", "indefinite"),
    ("E.O. 12958: DECL: 1.6 X1 AND X6", "1999-03-15", "review 2024-12-31", "indefinite"),
    ("Declassify on: DCI Only", "1999-03-15", "review 2024-12-31", "indefinite"),
    ("Declassify on: DNI ONLY", "2006-03-15", "review 2031-12-31", "indefinite"),
    ("Declassify on: subject to treaty or international agreement", "2006-03-15", "review 2031-12-31", "indefinite"),
    ("Declassify on: DCI Only, EO 12951", "1999-03-15", "held", "imagery"),
    ("Declassify on: 25X1, EO 12951", "2006-03-15", "held", "imagery"),
    ("Declassify on: 25X1, E.O. 12951", "2006-03-15", "held", "imagery"),
    // Exempted at 25, 50 and 75 years.
    ("Declassify On: 25X4, 20501001", "2010-10-01", "opens 2050-10-01", "exempt-25-date"),
    ("Declassify On: 25X1, 25X6, 20601001", "2010-10-01", "opens 2060-10-01", "exempt-25-date"),
    ("Declassify On: 25X4, 20601002", "2010-10-01", "review 2060-10-01", "beyond-50-years"),
    ("Declassify On: 25X6", "2010-10-01", "review 2060-10-01", "exempt-25-undated"),
    ("Declassify On: Source marked 25X6, date of source 20080229", "2010-10-01", "review 2058-02-28", "exempt-25-undated"),
    ("Declassify On: 25X1-human", "2006-10-01", "review 2081-12-31", "human-source-or-weapon"),
    ("Declassify On: 50X1-HUM", "2010-10-01", "review 2085-12-31", "human-source-or-weapon"),
    ("Declassify On: 50X2-WMD", "2010-10-01", "review 2085-12-31", "human-source-or-weapon"),
    ("Declassify On: 50X6, 20701231", "2010-10-01", "opens 2070-12-31", "exempt-50-date"),
    ("Declassify On: 50X6, 20851231", "2010-10-01", "opens 2085-12-31", "exempt-50-date"),
    ("Declassify On: 50X6, 20860101", "2010-10-01", "review 2085-12-31", "beyond-75-years"),
    ("Declassify On: 50X6", "2010-10-01", "review 2085-12-31", "exempt-50-undated"),
    ("Declassify On: 75X6, 20901231", "2010-10-01", "opens 2090-12-31", "exempt-75-date"),
    ("Declassify On: 75X6", "2010-10-01", "held", "exempt-75-undated"),
    // Atomic energy and NATO.
    ("Declassify On: N/A to RD/FRD portions. See source list for NSI portions.", "2010-10-01", "held", "atomic-or-nato"),
    ("Declassify On: N/A to TFNI and NATO portions. See source list for NSI portions.", "2010-10-01", "held", "atomic-or-nato"),
    ("Declassify On: Not Applicable to RD portions", "2010-10-01", "held", "atomic-or-nato"),
    // Incomplete, garbled.
    ("E.O. 12958: DECL:", "2008-10-02", "review 2033-12-31", "incomplete-instruction"),
    ("E.O. 12958:", "2008-10-02", "review 2033-12-31", "incomplete-instruction"),
    ("", "2008-10-02", "review 2033-12-31", "incomplete-instruction"),
    ("E.O. 12958: D#CL: 09/29/2018", "2008-10-02", "review 2033-12-31", "unreadable-instruction"),
    // A date that does not lie after origin.
    ("E.O. 12065: GDS 3/30/79 (EXAMPLE, RALPH R.) OR-E", "1979-03-30", "held", "date-not-after-origin"),
    ("E.O. 12958: DECL: 10/02/2008", "2008-10-02", "held", "date-not-after-origin"),
    ("E.O. 12958: DECL: 10/03/2008", "2008-10-02", "opens 2008-10-03", "declassification-date"),
    ("E.O. 12958: DECL: 09/29/1998", "2008-10-02", "held", "date-not-after-origin"),
    // Nothing to declassify, they said.
    ("E.O. 12958: N/A", "2008-10-02", "held", "not-applicable"),
    ("E.O. 12065 N/A", "1979-10-02", "held", "not-applicable"),
    ("EO 12065: NA", "1979-10-02", "held", "not-applicable"),
    ("E. O. 12065: N/A", "1979-10-02", "held", "not-applicable"),
    // It has been done.
    ("E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009", "1996-07-01", "opens 2009-09-02", "declassified-by-authority"),
    ("E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009", "1966-07-01", "opens 2009-09-02", "declassified-by-authority"),
    ("Declassified by A. Example, Chief, Records Branch, on August 17, 2008", "1966-07-01", "opens 2008-08-17", "declassified-by-authority"),
    // The schedule of 1978: declassify on the date, within 6 years.
    ("E.O. 12065: GDS 3/7/85 (EXAMPLE, ROBERT M.) OR-P", "1979-03-08", "opens 1985-03-07", "general-schedule-date"),
    ("E.O. 12065: GDS 3/8/85 (EXAMPLE, ROBERT M.) OR-P", "1979-03-08", "opens 1985-03-08", "general-schedule-date"),
    ("E.O. 12065: GDS 3/9/85 (EXAMPLE, ROBERT M.) OR-P", "1979-03-08", "review 1985-03-09", "beyond-general-schedule"),
    ("E.O. 12065: GDS 11/17/86 (EXAMPLE, PAUL H) OR-M", "1979-11-16", "review 1986-11-17", "beyond-general-schedule"),
    ("E.O. 12065: GDS 11/17/2024", "1979-11-16", "review 2004-12-31", "beyond-25-years"),
    ("E.O. 12065: GDS 3/1/86", "1980-02-29", "review 1986-03-01", "beyond-general-schedule"),
    ("E.O. 12065: GDS", "1979-11-16", "review 2004-12-31", "incomplete-instruction"),
    // Exempt from a schedule.
    ("E.O. 11652: XGDS-1", "1975-04-02", "review 2000-12-31", "exempt-from-schedule"),
    ("E.O. 11652: XGDS (2)", "1975-04-02", "review 2000-12-31", "exempt-from-schedule"),
    ("E.O. 11652: XGDS 1 AND 3", "1975-04-02", "review 2000-12-31", "exempt-from-schedule"),
    ("E.O. 12065: RDS-1 12/4/98 (EXAMPLE, ANN B.) OR-M", "1979-12-04", "review 1998-12-04", "review-date"),
    ("E.O. 12065: RDS-1, 3 12/4/98 (EXAMPLE, ANN B.) OR-M", "1979-12-04", "review 1998-12-04", "review-date"),
    ("E.O. 12065: RDS 12/4/98", "1979-12-04", "review 1998-12-04", "review-date"),
    ("E.O. 12065: RDS-3", "1979-12-04", "review 2004-12-31", "exempt-from-schedule"),
    ("E.O. 12065: XDS-1 10/6/99", "1979-10-06", "review 1999-10-06", "review-date"),
    ("E.O. 12065: XDS-4 2/27/09 (EXAMPLE, ANN B.) OR-O", "1979-02-27", "review 2009-02-27", "review-date"),
    ("Review on 12/4/1998", "1979-12-04", "review 1998-12-04", "review-date"),
    // The day of the document is not known.
    ("E.O. 12958: DECL: 09/29/2018", "", "held", "origin-unknown"),
    ("E.O. 11652: GDS", "", "held", "origin-unknown"),
    ("E.O. 12356: DECL: OADR", "", "held", "origin-unknown"),
    ("E.O. 12958: N/A", "", "held", "not-applicable"),
    // An order that was not signed yet: the day of the document cannot be right.
    ("E.O. 12958: DECL: 09/29/1999", "1994-10-02", "held", "origin-unknown"),
    ("E.O. 12958: DECL: 09/29/1999", "1995-02-02", "opens 1999-09-29", "declassification-date"),
    ("E.O. 13526: DECL: 20181002", "2008-10-02", "held", "origin-unknown"),
];

#[test]
fn every_row_of_the_table() {
    for (line, origin, expected, basis) in ROWS {
        let (schedule, _) = read(line, origin);
        for level in CLASSIFIED {
            let outcome = schedule.outcome(level);
            assert_eq!(said(outcome), *expected, "{line} on {origin}");
            assert_eq!(outcome.basis().code(), *basis, "{line} on {origin}");
        }
    }
}

#[test]
fn the_last_shut_day_and_the_first_open_day_of_every_row() {
    for (line, origin, expected, _) in ROWS {
        let (schedule, _) = read(line, origin);
        for level in CLASSIFIED {
            let standing = |on: &str| schedule.standing(level, day(on)).level();
            let Some(open) = expected.strip_prefix("opens ") else {
                assert_eq!(standing("2199-01-01"), level, "{line}");
                assert_eq!(schedule.changes(level).count(), 0, "{line}");
                continue;
            };
            let shut = day(open).yesterday().unwrap();
            assert_eq!(schedule.standing(level, shut).level(), level, "{line}");
            assert_eq!(standing(open), Level::Unclassified, "{line}");
            assert_eq!(standing("2199-01-01"), Level::Unclassified, "{line}");
            let changes: Vec<_> = schedule.changes(level).collect();
            assert_eq!(changes, [(day(open), Level::Unclassified)], "{line}");
        }
    }
}

#[test]
fn the_schedule_of_1972_steps_down_level_by_level() {
    for line in ["E.O. 11652: GDS", "EO 11652: GDS", "E.O. 116528 GDS", "GDS"] {
        let (schedule, _) = read(line, "1975-04-02");
        let changes = |level| -> Vec<_> {
            schedule
                .changes(level)
                .map(|(on, to)| format!("{to} {on}"))
                .collect()
        };
        assert_eq!(
            changes(Level::TopSecret),
            ["S 1978-01-01", "C 1980-01-01", "U 1986-01-01"],
            "{line}"
        );
        assert_eq!(
            changes(Level::Secret),
            ["C 1978-01-01", "U 1984-01-01"],
            "{line}"
        );
        assert_eq!(changes(Level::Confidential), ["U 1982-01-01"], "{line}");
        let shut = schedule.standing(Level::TopSecret, day("1977-12-31"));
        assert_eq!(shut.level(), Level::TopSecret);
        assert_eq!(
            schedule.outcome(Level::Secret).basis().code(),
            "general-schedule"
        );
    }
}

#[test]
fn the_schedule_of_1972_applies_while_its_order_was_in_force() {
    let rows = [
        ("1972-05-31", "review 1997-12-31"),
        ("1972-06-01", "opens 1979-01-01"),
        ("1978-11-30", "opens 1985-01-01"),
        ("1978-12-01", "review 2003-12-31"),
        ("1971-12-31", "held"),
    ];
    for (origin, expected) in rows {
        let (schedule, _) = read("E.O. 11652: GDS", origin);
        assert_eq!(
            said(schedule.outcome(Level::Confidential)),
            expected,
            "{origin}"
        );
    }
}

#[test]
fn a_missing_line_opens_nothing() {
    let (schedule, notes) = read_all(&[], Some(day("2004-02-29")));
    assert!(
        notes.is_empty(),
        "the caller knows whether anything is classified"
    );
    assert_eq!(said(schedule.outcome(Level::Secret)), "review 2029-12-31");
    let (schedule, _) = read_all(&[], None);
    assert_eq!(said(schedule.outcome(Level::Secret)), "held");
}

#[test]
fn an_unclassified_portion_has_nothing_to_declassify() {
    let (schedule, _) = read("E.O. 12958: DECL: 09/29/2018", "2008-10-02");
    let standing = schedule.standing(Level::Unclassified, day("2008-10-02"));
    assert_eq!(standing.level(), Level::Unclassified);
    assert!(matches!(standing.outcome(), Outcome::Held { .. }));
    assert_eq!(standing.outcome().basis().code(), "nothing-to-declassify");
    assert_eq!(schedule.changes(Level::Unclassified).count(), 0);
}

#[test]
fn the_longest_of_several_instructions_governs() {
    #[rustfmt::skip]
    let rows: &[(&[&str], &str, &str)] = &[
        (&["DECL: 09/29/2018", "DECL: 10/01/2018"], "opens 2018-10-01", "declassification-date"),
        (&["DECL: 10/01/2018", "DECL: 09/29/2018"], "opens 2018-10-01", "declassification-date"),
        (&["DECL: 09/29/2018 AND 10/01/2018"], "opens 2018-10-01", "declassification-date"),
        (&["DECL: 09/29/2018", "DECL: X1"], "review 2033-12-31", "indefinite"),
        (&["DECL: X1", "DECL: 09/29/2018"], "review 2033-12-31", "indefinite"),
        (&["DECL: 09/29/2018; X1"], "review 2033-12-31", "indefinite"),
        (&["DECL: OADR", "DECL: 25X1"], "review 2058-10-02", "exempt-25-undated"),
        (&["DECL: 50X1-HUM", "DECL: 25X1, 20400101"], "review 2083-12-31", "human-source-or-weapon"),
        (&["DECL: N/A TO RD PORTIONS", "DECL: 50X1-HUM"], "held", "atomic-or-nato"),
        (&["DECL: N/A", "DECL: N/A TO RD PORTIONS"], "held", "atomic-or-nato"),
        (&["DECL: 09/29/2018", "DECL: N/A"], "held", "not-applicable"),
        (&["DECL: 09/29/2018", "DECL: 13/13/13"], "held", "impossible-date"),
        (&["DECL: 09/29/2018", ""], "review 2033-12-31", "incomplete-instruction"),
        // Whatever their labels and whatever their order; one that is not understood holds.
        (&["Declassify On: 09/29/2016", "Decl On: 09/29/2018"], "opens 2018-09-29", "declassification-date"),
        (&["DECL ON 09/29/2018", "Declassification Date: 09/29/2016"], "opens 2018-09-29", "declassification-date"),
        (&["E.O. 12958: DECL: 09/29/2016", "DECLAS 09/29/2018"], "opens 2018-09-29", "declassification-date"),
        (&["Declassify On: 09/29/2016", "Oeclassify On: 09/29/2018"], "review 2033-12-31", "unreadable-instruction"),
        // Equally long: the hierarchy names one.
        (&["DECL: 20400101", "DECL: OADR"], "review 2033-12-31", "beyond-25-years"),
        (&["DECL: OADR", "DECL: AFTER THE TALKS"], "review 2033-12-31", "event"),
    ];
    for (lines, expected, basis) in rows {
        let (schedule, _) = read_all(lines, Some(day("2008-10-02")));
        let outcome = schedule.outcome(Level::Secret);
        assert_eq!(said(outcome), *expected, "{lines:?}");
        assert_eq!(outcome.basis().code(), *basis, "{lines:?}");
    }
}

#[test]
fn the_same_line_in_every_section_of_a_telegram_counts_once() {
    let line = "E.O. 12958: DECL: 09/29/2018";
    let (schedule, notes) = read_all(&[line; 4], Some(day("2008-10-02")));
    assert_eq!(schedule.instructions().count(), 1);
    assert!(notes.is_empty());
}

#[test]
fn a_schedule_with_a_later_date_keeps_every_step_back() {
    let lines = ["E.O. 11652: GDS", "DECLAS: 06/30/1979"];
    let (schedule, notes) = read_all(&lines, Some(day("1975-04-02")));
    let changes: Vec<_> = schedule.changes(Level::TopSecret).collect();
    // Top Secret until the later of both at every step.
    assert_eq!(changes[0], (day("1979-06-30"), Level::Secret));
    assert_eq!(changes[1], (day("1980-01-01"), Level::Confidential));
    assert_eq!(changes[2], (day("1986-01-01"), Level::Unclassified));
    assert_eq!(codes(&notes), ["several-instructions"]);
}

#[test]
fn what_is_wrong_is_noted_with_its_line() {
    #[rustfmt::skip]
    let rows: &[(&str, &str, &[&str])] = &[
        ("E.O. 12958: DECL: 09/29/2018", "2008-10-02", &[]),
        ("E.O. 12958: N/A", "2008-10-02", &[]),
        ("E.O. 12958: N/A", "", &[]),
        ("E.O. 12958: DECL: 12/31/2034", "2008-10-02", &["date-beyond-25-years"]),
        ("E.O. 12958: DECL: 13/13/13", "2008-10-02", &["impossible-date"]),
        ("E.O. 12958: DECL: 10/02/2008", "2008-10-02", &["date-not-after-origin"]),
        ("E.O. 12958: DECL: 10/02/07", "2008-10-02", &["no-century"]),
        ("E.O. 12065: GDS 1/11/85", "1979-11-01", &["day-month-order"]),
        ("E.O. 12065: GDS 11/17/86", "1979-11-16", &["date-beyond-schedule"]),
        ("DECLASSIFY ON: 25X1, 20601002", "2010-10-01", &["date-beyond-exemption"]),
        ("E.O. 12958: DECL: X1", "2003-09-22", &[]),
        ("E.O. 12958: DECL: X1", "2003-09-23", &["retired-exemption-code"]),
        ("E.O. 12958: DECL: AFTER THE TALKS", "2008-10-02", &["event-instruction"]),
        ("E.O. 12958: DECL:", "2008-10-02", &["incomplete-instruction"]),
        ("E.O. 12958: DECL: 09/29/2018 %", "2008-10-02", &["unreadable-instruction"]),
        ("E.O. 12958: DECL: 09/29/2018", "", &["origin-unknown"]),
        ("E.O. 12958: DECL: 09/29/2018", "1990-10-02", &["order-not-yet-signed", "origin-unknown"]),
        ("E.O. 12598: DECL: 09/29/2018", "2008-10-02", &["unknown-order", "unreadable-instruction"]),
        ("E.O. 116528 GDS", "1975-04-02", &["damaged-order-number"]),
    ];
    for (line, origin, expected) in rows {
        let (_, notes) = read(line, origin);
        let mut found = codes(&notes);
        found.retain(|code| *code != "several-instructions");
        assert_eq!(found, *expected, "{line}");
        for note in notes {
            assert_eq!(note.span().range(), 0..line.len(), "{line}");
        }
    }
}
