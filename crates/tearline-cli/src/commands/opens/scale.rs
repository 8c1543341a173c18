//! From days to places in a picture.

use jiff::civil::Date;

/// From days to places, as whole numbers, so that no rounding of fractions can differ between machines.
pub(super) struct Scale {
    first: Date,
    last: Date,
    left: i64,
    right: i64,
    by_month: bool,
}

/// A year or a month.
pub(super) struct Bin {
    first: Date,
    /// The day behind its last.
    behind: Date,
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) name: String,
}

/// So many months are shown month by month.
const MONTHS: i64 = 30;

impl Scale {
    /// From the beginning of the first year to the end of the last one that matters; of months where they are few.
    pub(super) fn of(
        from: Date,
        to: Option<Date>,
        days: impl Iterator<Item = Date>,
        [left, right]: [i64; 2],
    ) -> Self {
        let last = to.or_else(|| days.max()).unwrap_or(from).max(from);
        let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
        let by_month = months(last) - months(from) <= MONTHS;
        let rough = Self {
            first: from,
            last,
            left,
            right,
            by_month,
        };
        let begin = |day: Date| Date::new(day.year(), if by_month { day.month() } else { 1 }, 1);
        let first = begin(from).unwrap_or(from);
        let last = begin(last).map_or(last, |day| rough.next(day, 1));
        Self {
            first,
            last: last.max(rough.next(first, 1)),
            ..rough
        }
    }

    /// A month or a year.
    pub(super) fn unit(&self) -> &'static str {
        if self.by_month { "month" } else { "year" }
    }

    /// The first day of the month or year that lies so many behind that of a day; the last day there is where there is none.
    fn next(&self, day: Date, by: i16) -> Date {
        let next = if self.by_month {
            let months = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + i32::from(by);
            let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX);
            let month = i8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
            Date::new(year, month, 1)
        } else {
            Date::new(day.year().saturating_add(by), 1, 1)
        };
        next.unwrap_or(Date::MAX)
    }

    /// The place of a day.
    pub(super) fn x(&self, day: Date) -> i64 {
        let days = |from: Date, to: Date| {
            let year = |day: Date| i64::from(day.year()) * 366 + i64::from(day.day_of_year());
            year(to) - year(from)
        };
        let all = days(self.first, self.last).max(1);
        let place = self.left + days(self.first, day) * (self.right - self.left) / all;
        place.clamp(self.left, self.right)
    }

    /// Every year or month, side by side; of very many years, several together.
    pub(super) fn bins(&self) -> Vec<Bin> {
        let years = i64::from(self.last.year()) - i64::from(self.first.year());
        let step = i16::try_from(years / 60 + 1).unwrap_or(i16::MAX);
        let mut bins = Vec::new();
        let mut first = self.first;
        while first < self.last {
            let behind = self.next(first, step);
            bins.push(Bin {
                start: self.x(first),
                end: self.x(behind),
                name: match (self.by_month, step) {
                    (true, _) => first.strftime("%Y-%m").to_string(),
                    (false, 1) => first.year().to_string(),
                    (false, step) => format!("{} to {}", first.year(), first.year() + step - 1),
                },
                first,
                behind,
            });
            if behind == Date::MAX {
                break;
            }
            first = behind;
        }
        bins
    }

    /// At most a dozen places with words.
    pub(super) fn ticks(&self) -> Vec<(i64, String)> {
        let by_month = self.by_month;
        let number = |day: Date| match by_month {
            true => i64::from(day.year()) * 12 + i64::from(day.month()) - 1,
            false => i64::from(day.year()),
        };
        let all = number(self.last) - number(self.first);
        let steps: &[i64] = match by_month {
            true => &[1, 2, 3, 6],
            false => &[1, 2, 5, 10, 20, 25, 50, 100, 500, 1000],
        };
        // A month takes seven letters, a year four.
        let most = if by_month { 7 } else { 11 };
        let step = steps.iter().find(|step| all / **step <= most);
        let step = step.copied().unwrap_or(5000);
        let mut ticks = Vec::new();
        let mut day = self.first;
        while day <= self.last && day < Date::MAX {
            if number(day).rem_euclid(step) == 0 {
                let words = match by_month {
                    true => day.strftime("%Y-%m").to_string(),
                    false => day.year().to_string(),
                };
                ticks.push((self.x(day), words));
            }
            day = self.next(day, 1);
        }
        ticks
    }
}

impl Bin {
    pub(super) fn holds(&self, day: Date) -> bool {
        day >= self.first && day < self.behind
    }
}
