//! The laws of a schedule, whatever its lines say.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use tearline::declass::{Outcome, Schedule};
use tearline::marking::Level;

use super::read_all;

fn any_day() -> impl Strategy<Value = Date> {
    (0..38_000i64).prop_map(|days| date(1972, 1, 1).checked_add(days.days()).unwrap())
}

fn any_line() -> impl Strategy<Value = String> {
    let dated = (any_day(), 0..7usize).prop_map(|(day, form)| {
        let (y, m, d) = (day.year(), day.month(), day.day());
        match form {
            0 => format!("E.O. 12958: DECL: {m:02}/{d:02}/{y}"),
            1 => format!("DECL: {m}/{d}/{:02}", y % 100),
            2 => format!("Declassify on: {y}{m:02}{d:02}"),
            3 => format!("Declassify on: 25X1, {y}{m:02}{d:02}"),
            4 => format!("E.O. 12065: GDS {m}/{d}/{:02} (EXAMPLE, A.) OR-M", y % 100),
            5 => format!("E.O. 12065: RDS-1 {m}/{d}/{y}"),
            _ => format!("Declassified by NARA {m:02}/{d:02}/{y}"),
        }
    });
    let fixed = prop::sample::select(vec![
        "E.O. 11652: GDS",
        "E.O. 11652: XGDS-2",
        "DECL: OADR",
        "DECL: X1, X5",
        "DECL: 25X6",
        "DECL: 50X1-HUM",
        "DECL: 75X1",
        "DECL: N/A TO RD PORTIONS",
        "E.O. 12958: N/A",
        "DECL: AFTER THE TALKS",
        "",
    ]);
    prop_oneof![dated, fixed.prop_map(str::to_owned)]
}

fn any_origin() -> impl Strategy<Value = Option<Date>> {
    // The years of E.O. 11652 often enough to see its steps.
    let early = (150..2_500i64).prop_map(|days| date(1972, 1, 1).checked_add(days.days()).unwrap());
    prop_oneof![Just(None), early.prop_map(Some), any_day().prop_map(Some)]
}

fn schedule(lines: &[String], origin: Option<Date>) -> Schedule {
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    read_all(&lines, origin).0
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    (prop::collection::vec(any_line(), 0..4), any_origin())
        .prop_map(|(lines, origin)| schedule(&lines, origin))
}

proptest! {
    #[test]
    fn a_level_never_rises_as_days_pass(read in any_schedule(), one in any_day(), two in any_day()) {
        let (earlier, later) = (one.min(two), one.max(two));
        for level in Level::ALL {
            prop_assert!(read.standing(level, later).level() <= read.standing(level, earlier).level());
        }
    }

    #[test]
    fn a_higher_level_never_falls_below_a_lower_one(read in any_schedule(), on in any_day()) {
        for pair in Level::ALL.windows(2) {
            prop_assert!(read.standing(pair[0], on).level() <= read.standing(pair[1], on).level());
        }
    }

    #[test]
    fn changes_agree_with_the_standing_of_every_day(read in any_schedule(), level in prop::sample::select(&Level::ALL[..])) {
        let changes: Vec<_> = read.changes(level).collect();
        prop_assert!(changes.is_sorted_by(|one, two| one.0 < two.0 && one.1 > two.1));
        let mut on = date(1972, 1, 1);
        while on < date(2076, 1, 1) {
            let last = changes.iter().rfind(|change| change.0 <= on);
            let expected = last.map_or(level, |change| change.1);
            prop_assert_eq!(read.standing(level, on).level(), expected);
            on = on.tomorrow().unwrap();
        }
    }

    #[test]
    fn only_an_outcome_that_says_so_opens(read in any_schedule(), on in any_day()) {
        for level in super::CLASSIFIED {
            let standing = read.standing(level, on);
            prop_assert_eq!(standing.outcome(), read.outcome(level));
            let open = match read.outcome(level) {
                Outcome::Declassified { on: first, .. } => first <= on,
                Outcome::DueForReview { .. } | Outcome::Held { .. } => false,
            };
            prop_assert_eq!(standing.level() == Level::Unclassified, open);
        }
    }

    #[test]
    fn one_more_line_never_opens_anything_earlier(
        lines in prop::collection::vec(any_line(), 1..3),
        more in any_line(),
        origin in any_origin(),
        on in any_day(),
    ) {
        let few = schedule(&lines, origin);
        let mut lines = lines;
        lines.push(more);
        let all = schedule(&lines, origin);
        // A line that names a later order can only take the origin away, and then a date that needs none is left.
        for level in Level::ALL {
            prop_assert!(few.standing(level, on).level() <= all.standing(level, on).level());
        }
    }

    #[test]
    fn the_order_of_the_lines_does_not_matter(
        lines in prop::collection::vec(any_line(), 2..4),
        origin in any_origin(),
    ) {
        let forwards = schedule(&lines, origin);
        let mut lines = lines;
        lines.reverse();
        let backwards = schedule(&lines, origin);
        for level in Level::ALL {
            prop_assert_eq!(forwards.outcome(level).on(), backwards.outcome(level).on());
            prop_assert!(forwards.changes(level).eq(backwards.changes(level)));
        }
    }

    #[test]
    fn reading_twice_gives_the_same(lines in prop::collection::vec(any_line(), 0..4), origin in any_origin()) {
        prop_assert_eq!(schedule(&lines, origin), schedule(&lines, origin));
    }
}
