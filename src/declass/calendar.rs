//! The few sums the rules make with dates.

use jiff::civil::Date;

/// The same day `years` later; 29 February becomes 28 February where the year has none.
///
/// The earlier of the two possible days is the protective one: it is used as the last day on which a written date is
/// still within the term that an order allows.
pub(super) fn years_after(day: Date, years: i16) -> Option<Date> {
    let year = day.year().checked_add(years)?;
    Date::new(year, day.month(), day.day())
        .or_else(|_| Date::new(year, day.month(), 28))
        .ok()
}

/// 31 December of the year that lies `years` after that of `day` (32 CFR 2001.30(l)).
pub(super) fn year_end(day: Date, years: i16) -> Option<Date> {
    Date::new(day.year().checked_add(years)?, 12, 31).ok()
}

/// 1 January after `years` full calendar years have followed the year `first` (E.O. 11652 section 5(A)).
pub(super) fn after_full_years(first: i16, years: i16) -> Option<Date> {
    Date::new(first.checked_add(years)?.checked_add(1)?, 1, 1).ok()
}

/// Whether `day` is an anniversary of `origin`, or lies at most `days` before the one of its year.
pub(super) fn near_anniversary(day: Date, origin: Date, days: i32) -> bool {
    let years = day.year().checked_sub(origin.year());
    years
        .and_then(|years| years_after(origin, years)?.since(day).ok())
        .is_some_and(|span| (0..=days).contains(&span.get_days()))
}
