//! The executive orders, as one dated table.

use std::fmt;

use jiff::civil::{Date, date};

use crate::Citation;
use crate::marking::Level;

/// An executive order on national security information.
///
/// The orders are a table: a successor is one more row.
///
/// ```
/// use jiff::civil::date;
/// use tearline::declass::Order;
///
/// let order = Order::in_force(date(1979, 8, 8)).unwrap();
/// assert_eq!(order.to_string(), "E.O. 12065");
/// assert_eq!(Order::numbered(12065), Some(order));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Order {
    number: u32,
    signed: i16,
    in_force: Date,
    until: Option<Date>,
    general: General,
}

/// What the letters GDS, general declassification schedule, mean under an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum General {
    /// A level falls by itself after so many full calendar years.
    Steps(&'static [Step]),
    /// Declassify on the date written after the letters, at most so many years after the date of origin.
    Dated(i16),
    /// Nothing: the order knows no such schedule.
    Unknown,
}

/// One step down: a portion stated at `from` is `to` once `years` full calendar years have passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) from: Level,
    pub(super) years: i16,
    pub(super) to: Level,
}

const fn step(from: Level, years: i16, to: Level) -> Step {
    Step { from, years, to }
}

/// E.O. 11652 section 5(A).
static STEPS_11652: [Step; 6] = [
    step(Level::TopSecret, 2, Level::Secret),
    step(Level::TopSecret, 4, Level::Confidential),
    step(Level::TopSecret, 10, Level::Unclassified),
    step(Level::Secret, 2, Level::Confidential),
    step(Level::Secret, 8, Level::Unclassified),
    step(Level::Confidential, 6, Level::Unclassified),
];

const fn order(
    number: u32,
    signed: i16,
    in_force: Date,
    until: Option<Date>,
    general: General,
) -> Order {
    Order {
        number,
        signed,
        in_force,
        until,
        general,
    }
}

/// Every order that a declassification line can name, oldest first. E.O. 13292 amended E.O. 12958, so documents of its
/// years name either.
#[rustfmt::skip]
static ORDERS: [Order; 6] = [
    order(11652, 1972, date(1972, 6, 1), Some(date(1978, 11, 30)), General::Steps(&STEPS_11652)),
    order(12065, 1978, date(1978, 12, 1), Some(date(1982, 7, 31)), General::Dated(6)),
    order(12356, 1982, date(1982, 8, 1), Some(date(1995, 10, 13)), General::Unknown),
    order(12958, 1995, date(1995, 10, 14), Some(date(2003, 3, 24)), General::Unknown),
    order(13292, 2003, date(2003, 3, 25), Some(date(2010, 6, 26)), General::Unknown),
    order(13526, 2009, date(2010, 6, 27), None, General::Unknown),
];

/// The last day on which X1 to X8 could be used for an original classification: the directive under the amended
/// E.O. 12958 took them away.
pub(super) const LAST_DAY_OF_X_CODES: Date = date(2003, 9, 22);

impl Order {
    /// The order of that number, where the table has it.
    #[must_use]
    pub fn numbered(number: u32) -> Option<&'static Self> {
        ORDERS.iter().find(|order| order.number == number)
    }

    /// The order in force on a day; none before 1 June 1972.
    #[must_use]
    pub fn in_force(day: Date) -> Option<&'static Self> {
        ORDERS.iter().find(|order| order.governs(day))
    }

    /// Every order of the table, oldest first.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        ORDERS.iter()
    }

    /// Its number.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The day it took effect.
    #[must_use]
    pub const fn since(&self) -> Date {
        self.in_force
    }

    /// The last day before its successor took effect; none for the order in force now.
    #[must_use]
    pub const fn until(&self) -> Option<Date> {
        self.until
    }

    /// Whether the order was in force on that day.
    #[must_use]
    pub fn governs(&self, day: Date) -> bool {
        self.in_force <= day && self.until.is_none_or(|until| day <= until)
    }

    /// The year it was signed: no document of an earlier year can name it.
    pub(super) const fn signed(&self) -> i16 {
        self.signed
    }

    pub(super) const fn general(&self) -> General {
        self.general
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E.O. {}", self.number)
    }
}

/// Where the general declassification schedule of 1972 stands.
pub(super) const GENERAL_SCHEDULE: Citation = Citation::new("E.O. 11652", "section 5(A)");
