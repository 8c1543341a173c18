//! The dated rules against a calendar of our own: counted day by day, nothing taken from the library or its packages.

use jiff::civil::Date;
use tearline::declass::{Outcome, Schedule};
use tearline::marking::Level;

use super::{CLASSIFIED, read_all};

/// A day: year, month, day of the month. Compared in that order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day(i16, i8, i8);

const FIRST: Day = Day(1972, 1, 1);
const LAST: Day = Day(2075, 12, 31);

impl Day {
    fn length_of_month(self) -> i8 {
        let Self(year, month, _) = self;
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        }
    }

    fn next(self) -> Self {
        let Self(year, month, day) = self;
        if day < self.length_of_month() {
            Self(year, month, day + 1)
        } else if month < 12 {
            Self(year, month + 1, 1)
        } else {
            Self(year + 1, 1, 1)
        }
    }

    fn exists(self) -> bool {
        (1..=12).contains(&self.1) && (1..=self.length_of_month()).contains(&self.2)
    }

    /// The same day of another year; 28 February where there is no 29th.
    fn in_years(self, years: i16) -> Self {
        let same = Self(self.0 + years, self.1, self.2);
        if same.exists() {
            same
        } else {
            Self(same.0, 2, 28)
        }
    }

    fn year_end(self, years: i16) -> Self {
        Self(self.0 + years, 12, 31)
    }

    fn days() -> impl Iterator<Item = Self> {
        std::iter::successors(Some(FIRST), |day| Some(day.next())).take_while(|day| *day <= LAST)
    }

    /// Whether an anniversary of `origin` comes today or in the seven days after.
    fn before_anniversary(self, origin: Self) -> bool {
        let mut day = self;
        for _ in 0..=7 {
            if day > origin && day == origin.in_years(day.0 - origin.0) {
                return true;
            }
            day = day.next();
        }
        false
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self::new(day.0, day.1, day.2).unwrap()
    }
}

/// What a person with a calendar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Opens(Day),
    Review(Day),
    Held,
}

impl Says {
    /// The longer of a date and its limit, as the rules for dates have it.
    fn date(day: Day, origin: Day, last: Day, else_review: Day) -> Self {
        if day <= origin {
            Self::Held
        } else if day <= last {
            Self::Opens(day)
        } else {
            Self::Review(else_review)
        }
    }
}

fn decl(day: Day, origin: Day) -> Says {
    Says::date(day, origin, origin.in_years(25), origin.year_end(25))
}

/// `GDS` with a date, in the years of E.O. 12065.
fn gds_date(day: Day, origin: Day) -> Says {
    match decl(day, origin) {
        Says::Opens(day) if day > origin.in_years(6) => Says::Review(day),
        other => other,
    }
}

/// Month first or day first: the day that `m/d/y` means.
fn month_first(written: Day, origin: Day) -> Day {
    let Day(year, month, day) = written;
    let other = Day(year, day, month);
    let likely = other.exists()
        && other > written
        && other.before_anniversary(origin)
        && !written.before_anniversary(origin);
    if likely { other } else { written }
}

fn iso(Day(year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

fn compact(Day(year, month, day): Day) -> String {
    format!("{year:04}{month:02}{day:02}")
}

fn american(Day(year, month, day): Day) -> String {
    format!("{month}/{day}/{year:04}")
}

fn american_short(Day(year, month, day): Day) -> String {
    format!("{month:02}/{day:02}/{:02}", year % 100)
}

/// Lines that a document of `origin` can carry, and what each means.
fn lines(origin: Day) -> Vec<(String, Says)> {
    let mut lines = Vec::new();
    let mut say = |line: String, says| lines.push((line, says));
    let terms = [
        origin,
        origin.next(),
        origin.in_years(4).next(),
        origin.in_years(10),
        origin.in_years(25),
        origin.in_years(25).next(),
        origin.year_end(25),
        origin.year_end(25).next(),
    ];
    for day in terms {
        say(format!("Declassify on: {}", iso(day)), decl(day, origin));
        say(
            format!("Declassify on: {}", compact(day)),
            decl(day, origin),
        );
        let meant = month_first(day, origin);
        say(format!("DECL: {}", american(day)), decl(meant, origin));
    }
    // Two digits: within the term there is one century, beyond it none.
    for day in [origin.next(), origin.in_years(10), origin.in_years(25)] {
        let meant = month_first(day, origin);
        say(
            format!("DECL: {}", american_short(day)),
            decl(meant, origin),
        );
    }
    say(
        format!("DECL: {}", american_short(origin.in_years(-3))),
        Says::Held,
    );
    // Day and month exchanged on purpose, ten years on.
    let Day(year, month, day) = origin.in_years(10);
    let exchanged = Day(year, day, month);
    let says = if exchanged.exists() {
        decl(month_first(exchanged, origin), origin)
    } else {
        Says::Held
    };
    say(format!("DECL: {}", american(exchanged)), says);

    for line in [
        "DECL: OADR",
        "DECL: MR",
        "DECL: X1, X5",
        "DECL: AFTER THE TALKS",
        "XGDS-1",
    ] {
        say(line.to_owned(), Says::Review(origin.year_end(25)));
    }
    for day in [
        origin.in_years(30),
        origin.in_years(50),
        origin.in_years(50).next(),
    ] {
        let says = Says::date(day, origin, origin.in_years(50), origin.in_years(50));
        say(format!("DECL: 25X4, {}", compact(day)), says);
    }
    for day in [
        origin.in_years(60),
        origin.year_end(75),
        origin.year_end(75).next(),
    ] {
        let says = Says::date(day, origin, origin.year_end(75), origin.year_end(75));
        say(format!("DECL: 50X6, {}", compact(day)), says);
    }
    say("DECL: 25X4".to_owned(), Says::Review(origin.in_years(50)));
    say(
        "DECL: 50X1-HUM".to_owned(),
        Says::Review(origin.year_end(75)),
    );
    say(
        "DECL: 50X2-WMD".to_owned(),
        Says::Review(origin.year_end(75)),
    );
    let panel = origin.year_end(80);
    say(
        format!("DECL: 75X1, {}", compact(panel)),
        Says::Opens(panel),
    );
    let review = origin.in_years(20);
    say(
        format!("RDS-1 {}", american(review)),
        Says::Review(month_first(review, origin)),
    );
    if origin >= Day(1978, 1, 1) {
        for day in [
            origin.in_years(1),
            origin.in_years(6),
            origin.in_years(6).next(),
            origin.in_years(20),
        ] {
            let says = gds_date(month_first(day, origin), origin);
            say(
                format!("E.O. 12065: GDS {} (EXAMPLE, A.) OR-P", american_short(day)),
                says,
            );
        }
    }
    lines
}

fn schedule(line: &str, origin: Day) -> Schedule {
    read_all(&[line], Some(origin.into())).0
}

fn agrees(outcome: Outcome, says: Says) -> bool {
    match (outcome, says) {
        (Outcome::Declassified { on, .. }, Says::Opens(day))
        | (Outcome::DueForReview { on, .. }, Says::Review(day)) => on == Date::from(day),
        (Outcome::Held { .. }, Says::Held) => true,
        _ => false,
    }
}

#[test]
fn every_origin_from_1972_to_2075() {
    for origin in Day::days() {
        for (line, says) in lines(origin) {
            let schedule = schedule(&line, origin);
            for level in CLASSIFIED {
                let outcome = schedule.outcome(level);
                assert!(
                    agrees(outcome, says),
                    "{line} on {origin:?}: {outcome:?}, not {says:?}"
                );
            }
        }
    }
}

/// Origins at the seams of the calendar and of the orders.
const ORIGINS: [Day; 14] = [
    Day(1972, 1, 1),
    Day(1972, 2, 29),
    Day(1972, 12, 31),
    Day(1975, 4, 2),
    Day(1978, 11, 30),
    Day(1979, 11, 1),
    Day(1980, 2, 29),
    Day(1982, 7, 31),
    Day(1995, 10, 14),
    Day(1999, 12, 31),
    Day(2000, 2, 29),
    Day(2008, 10, 2),
    Day(2024, 2, 29),
    Day(2050, 12, 31),
];

#[test]
fn every_day_from_1972_to_2075() {
    for origin in ORIGINS {
        for (line, says) in lines(origin) {
            let schedule = schedule(&line, origin);
            for today in Day::days() {
                let open = matches!(says, Says::Opens(day) if day <= today);
                for level in CLASSIFIED {
                    let expected = if open { Level::Unclassified } else { level };
                    let standing = schedule.standing(level, today.into());
                    assert_eq!(
                        standing.level(),
                        expected,
                        "{line} of {origin:?} on {today:?}"
                    );
                }
            }
        }
    }
}

/// E.O. 11652 section 5(A), as it reads: at the end of such a full calendar year after the year of origin.
fn general_schedule(level: Level, origin: Day, today: Day) -> Level {
    let full_years = today.0 - origin.0 - 1;
    match level {
        Level::TopSecret if full_years < 2 => Level::TopSecret,
        Level::TopSecret if full_years < 4 => Level::Secret,
        Level::TopSecret if full_years < 10 => Level::Confidential,
        Level::Secret if full_years < 2 => Level::Secret,
        Level::Secret if full_years < 8 => Level::Confidential,
        Level::Confidential if full_years < 6 => Level::Confidential,
        _ => Level::Unclassified,
    }
}

#[test]
fn the_schedule_of_1972_on_every_day() {
    let in_force = |day: &Day| (Day(1972, 6, 1)..=Day(1978, 11, 30)).contains(day);
    for (nth, origin) in Day::days().filter(in_force).enumerate() {
        // Every origin at the turn of a year and one in seven besides: the rule sees only the year.
        if nth % 7 > 0 && origin.1 != 12 && origin.1 != 1 {
            continue;
        }
        let schedule = schedule("E.O. 11652: GDS", origin);
        for today in Day::days().take_while(|day| day.0 < 1992) {
            for level in CLASSIFIED {
                let expected = if today < origin {
                    level
                } else {
                    general_schedule(level, origin, today)
                };
                let standing = schedule.standing(level, today.into());
                assert_eq!(
                    standing.level(),
                    expected,
                    "{level} of {origin:?} on {today:?}"
                );
            }
        }
    }
}
