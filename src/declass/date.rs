//! Dates as people write them, and the one day they can mean.

use jiff::civil::Date;

use super::calendar::{near_anniversary, years_after};
use super::lex::{Token, Tokens};

/// A date as it stands on a line, possible or not.
///
/// Which day it means depends on the date of origin: a year of two digits takes the century that puts the day after
/// the origin, and `1/11/85` can be 11 January or 1 November.
///
/// ```
/// use tearline::Span;
/// use tearline::declass::{Form, Schedule, Year};
///
/// let (schedule, _) = Schedule::read([("DECL: 6/3/08", Span::new(0, 12))], None);
/// let read = schedule.instructions().next().unwrap();
/// assert!(matches!(read.form(), Form::Date(written) if written.year() == Year::Short(8)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    year: Year,
    month: u8,
    day: u8,
    numeric: Numeric,
}

/// The year of a written date.
///
/// ```
/// use tearline::Span;
/// use tearline::declass::{Form, Schedule, Year};
///
/// let (schedule, _) = Schedule::read([("DECL: 03/14/2016", Span::new(0, 16))], None);
/// let read = schedule.instructions().next().unwrap();
/// assert!(matches!(read.form(), Form::Date(written) if written.year() == Year::Full(2016)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// Four digits.
    Full(i16),
    /// Two digits, the century left out.
    Short(u8),
}

/// Whether month and day might have been written the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numeric {
    /// `1/11/85`: the Department of State writes the month first; a drafter may not have.
    MonthFirst,
    /// `20181101`, `2018-11-01`, `1 Nov 2018`.
    Certain,
}

/// Why a written date means no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The calendar has no such day.
    Impossible,
    /// The day is that of origin, or lies before it.
    NotAfterOrigin,
    /// Two digits for the year, and in no century does the day lie within the term.
    NoCentury,
}

/// The day a written date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) day: Date,
    /// Month and day were taken the other way round, because that is the later day and the likely one.
    pub(super) swapped: bool,
}

/// A line is written some days before it is sent. Where the day-first reading lies within so many days before an
/// anniversary of the origin, it is taken for possible.
const DRAFTING_DAYS: i32 = 7;

const MONTHS: [&str; 12] = [
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
];

impl Written {
    /// The year as written.
    #[must_use]
    pub const fn year(self) -> Year {
        self.year
    }

    /// Takes a date from the front of `tokens`: `09/29/2018`, `6-3-08`, `2018/09/29`, `20180929`, `9 Sep 2018`,
    /// `9-SEP-2018`, `September 9, 2018`. None where no date stands there; then nothing is taken.
    pub(super) fn read(tokens: &mut Tokens<'_>) -> Option<Self> {
        let mut ahead = *tokens;
        let date = match ahead.next()? {
            Token::Number(first) => match ahead.peek() {
                _ if first.len() == 8 => Self::compact(first),
                Some(Token::Sign(sign @ ('/' | '-'))) => Self::numeric(first, sign, &mut ahead),
                Some(Token::Word(name)) => Self::day_first(first, name, &mut ahead),
                Some(Token::Number(_) | Token::Sign(_) | Token::Other) | None => None,
            },
            Token::Word(name) => Self::month_first(name, &mut ahead),
            Token::Sign(_) | Token::Other => None,
        }?;
        *tokens = ahead;
        Some(date)
    }

    /// The day it means for a document of `origin`, where the year may lie up to `term` years after that.
    ///
    /// Of two possible readings the later counts (see [`DRAFTING_DAYS`]).
    pub(super) fn meant(self, origin: Date, term: i16) -> Result<Meant, Doubt> {
        let written = self.day_after(origin, term)?;
        let plain = Meant {
            day: written,
            swapped: false,
        };
        if self.numeric == Numeric::Certain || self.month == self.day {
            return Ok(plain);
        }
        let other = Self {
            month: self.day,
            day: self.month,
            ..self
        };
        Ok(match other.day_after(origin, term) {
            Ok(day) if day > written && near_anniversary(day, origin, DRAFTING_DAYS) => {
                Meant { day, swapped: true }
            }
            Ok(_) | Err(_) => plain,
        })
    }

    /// The day it means by itself, where the year has four digits.
    pub(super) fn absolute(self) -> Option<Date> {
        match self.year {
            Year::Full(year) => self.in_year(year),
            Year::Short(_) => None,
        }
    }

    /// The day of a document: two digits of a year from 50 on are of the last century, the others of this.
    pub(super) fn of_document(self) -> Option<Date> {
        match self.year {
            Year::Full(year) => self.in_year(year),
            Year::Short(year) => self.in_year(century_of_document(year)),
        }
    }

    fn day_after(self, origin: Date, term: i16) -> Result<Date, Doubt> {
        match self.year {
            Year::Full(year) => match self.in_year(year) {
                Some(day) if day > origin => Ok(day),
                Some(_) => Err(Doubt::NotAfterOrigin),
                None => Err(Doubt::Impossible),
            },
            Year::Short(year) => {
                let last = years_after(origin, term).ok_or(Doubt::NoCentury)?;
                let mut doubt = Doubt::Impossible;
                for century in [1900, 2000, 2100] {
                    let Some(day) = self.in_year(century + i16::from(year)) else {
                        continue;
                    };
                    if origin < day && day <= last {
                        return Ok(day);
                    }
                    if day == origin {
                        doubt = Doubt::NotAfterOrigin;
                    } else if doubt == Doubt::Impossible {
                        doubt = Doubt::NoCentury;
                    }
                }
                Err(doubt)
            }
        }
    }

    fn in_year(self, year: i16) -> Option<Date> {
        let month = i8::try_from(self.month).ok()?;
        let day = i8::try_from(self.day).ok()?;
        Date::new(year, month, day).ok()
    }

    /// `09/29/2018`, `1-8-85`, `2018-09-29`, `29-SEP-2018`: the same sign twice.
    fn numeric(first: &str, sign: char, tokens: &mut Tokens<'_>) -> Option<Self> {
        tokens.sign(sign);
        let second = tokens.next()?;
        if !tokens.sign(sign) {
            return None;
        }
        let third = tokens.number()?;
        let second = match second {
            Token::Number(second) => second,
            Token::Word(name) => {
                let named = Self::new(third, month(name)?, part(first), Numeric::Certain);
                return matches!(third.len(), 2 | 4).then_some(named);
            }
            Token::Sign(_) | Token::Other => return None,
        };
        Some(if first.len() == 4 {
            Self::new(first, part(second), part(third), Numeric::Certain)
        } else {
            Self::new(third, part(first), part(second), Numeric::MonthFirst)
        })
    }

    /// `20180929`, as 32 CFR 2001.21(a)(4) wants it.
    fn compact(digits: &str) -> Option<Self> {
        let (year, rest) = digits.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        Some(Self::new(year, part(month), part(day), Numeric::Certain))
    }

    /// `9 Sep 2018`, `09SEP18`.
    fn day_first(day: &str, name: &str, tokens: &mut Tokens<'_>) -> Option<Self> {
        let month = month(name)?;
        tokens.next();
        tokens.skip_signs(".,-");
        let year = tokens.number().filter(|year| matches!(year.len(), 2 | 4))?;
        Some(Self::new(year, month, part(day), Numeric::Certain))
    }

    /// `September 9, 2018`, `SEP. 9, 18`.
    fn month_first(name: &str, tokens: &mut Tokens<'_>) -> Option<Self> {
        let month = month(name)?;
        tokens.skip_signs(".");
        let day = tokens.number()?;
        tokens.skip_signs(",");
        let year = tokens.number().filter(|year| matches!(year.len(), 2 | 4))?;
        Some(Self::new(year, month, part(day), Numeric::Certain))
    }

    /// A year that has neither two digits nor four makes the date impossible.
    fn new(year: &str, month: u8, day: u8, numeric: Numeric) -> Self {
        let (year, month) = match (year.len(), year.parse::<i16>()) {
            (4, Ok(full)) => (Year::Full(full), month),
            (2, Ok(_)) => (Year::Short(part(year)), month),
            _ => (Year::Full(0), IMPOSSIBLE),
        };
        Self {
            year,
            month,
            day,
            numeric,
        }
    }
}

/// The year that two digits in a date-time group mean.
pub(super) const fn century_of_document(year: u8) -> i16 {
    if year >= 50 {
        1900 + year as i16
    } else {
        2000 + year as i16
    }
}

/// The month of that name: in full, in its first three letters, or `SEPT`.
pub(crate) fn month(name: &str) -> Option<u8> {
    let known = |full: &str| {
        name.eq_ignore_ascii_case(full)
            || full
                .get(..3)
                .is_some_and(|short| name.eq_ignore_ascii_case(short))
            || (full == "SEPTEMBER" && name.eq_ignore_ascii_case("SEPT"))
    };
    let index = MONTHS.iter().position(|full| known(full))?;
    u8::try_from(index + 1).ok()
}

/// No month and no day has this number.
const IMPOSSIBLE: u8 = 0;

/// A month, a day or a short year: one or two digits.
fn part(digits: &str) -> u8 {
    if digits.len() > 2 {
        return IMPOSSIBLE;
    }
    digits.parse().unwrap_or(IMPOSSIBLE)
}
