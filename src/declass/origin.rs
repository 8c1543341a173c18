//! The date of origin, from the date-time group of a telegram.

use jiff::civil::{Date, Time};

use super::date::{century_of_document, month};
use super::lex::{Token, Tokens};

/// The day a telegram was sent, from the line with its date-time group.
///
/// ```
/// use jiff::civil::date;
/// use tearline::declass::date_time_group;
///
/// assert_eq!(date_time_group("O R 051836Z DEC 79 ZFF4"), Some(date(1979, 12, 5)));
/// assert_eq!(date_time_group("R 021647Z FEB 00"), Some(date(2000, 2, 2)));
/// assert_eq!(date_time_group("P 301200Z FEB 79"), None);
/// assert_eq!(date_time_group("------------------098311 090740Z /14"), None);
/// ```
///
/// Day, hour and minute in six digits, `Z`, the month, the year. Of a year in two digits, 50 to 99 are of the last
/// century and 00 to 49 of this one. `None` where the calendar or the clock knows no such moment, and where two groups
/// on the line name different days.
#[must_use]
pub fn date_time_group(text: &str) -> Option<Date> {
    let mut tokens = Tokens::new(text);
    let mut found = None;
    while let Some(token) = tokens.next() {
        let Token::Number(digits) = token else {
            continue;
        };
        let mut ahead = tokens;
        if !ahead.word("Z") {
            continue;
        }
        let Some(Token::Word(name)) = ahead.next() else {
            continue;
        };
        let (Some(month), Some(year)) = (month(name), ahead.number()) else {
            continue;
        };
        // A group of the right shape that names no moment leaves the line without a date: it is damaged.
        let day = moment(digits, month, year)?;
        if found.is_some_and(|other| other != day) {
            return None;
        }
        found = Some(day);
        tokens = ahead;
    }
    found
}

fn moment(digits: &str, month: u8, year: &str) -> Option<Date> {
    if digits.len() != 6 {
        return None;
    }
    let pair = |at: usize| digits.get(at..at + 2)?.parse::<i8>().ok();
    let (day, hour, minute) = (pair(0)?, pair(2)?, pair(4)?);
    Time::new(hour, minute, 0, 0).ok()?;
    let year = match year.len() {
        2 => century_of_document(year.parse().ok()?),
        4 => year.parse().ok()?,
        _ => return None,
    };
    Date::new(year, i8::try_from(month).ok()?, day).ok()
}
