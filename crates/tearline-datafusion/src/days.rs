//! Days as Arrow counts them.

use jiff::civil::{Date, date};
use jiff::{Span, Unit};

/// The day that Arrow counts from.
const EPOCH: Date = date(1970, 1, 1);

/// The day of a number; none beyond the calendar.
pub(crate) fn of(number: i32) -> Option<Date> {
    let span = Span::new().try_days(number).ok()?;
    EPOCH.checked_add(span).ok()
}

/// The number of a day.
pub(crate) fn number(day: Date) -> i32 {
    // Every civil day is within i32 days of the epoch.
    EPOCH
        .until((Unit::Day, day))
        .map(|span| span.get_days())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_its_number_and_back() {
        for (day, days) in [
            (date(1970, 1, 1), 0),
            (date(1969, 12, 31), -1),
            (date(2000, 3, 1), 11_017),
            (date(2010, 1, 1), 14_610),
        ] {
            assert_eq!((number(day), of(days)), (days, Some(day)));
        }
        assert_eq!((of(i32::MAX), of(i32::MIN)), (None, None));
    }
}
