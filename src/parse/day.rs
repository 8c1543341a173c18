//! The day of a memorandum, a letter or a message: a line that holds it and nothing else.

use jiff::civil::Date;

use super::chars::{byte, from, is_silent, trim};
use super::labels::{self, Names};
use super::prose::is_function_word;

/// The longest date line, in bytes.
const LONGEST: usize = 120;
/// The most words of a place.
const PLACE: usize = 4;

/// The day that a line gives, in any of its forms.
pub(super) fn of(text: &str) -> Option<Date> {
    line(text)
        .or_else(|| alone(text))
        .or_else(|| labelled(text))
        .or_else(|| office_line(text))
}

/// Whether a text is the day of a document, and nothing else.
pub(super) fn is_day(text: &str) -> bool {
    of(text).is_some()
}

/// `Washington, December 29, 1966.`, `Port Alder, May 14, 1959—6 p.m.`: a place and a day, and nothing else.
pub(super) fn line(text: &str) -> Option<Date> {
    let shown = trim(text);
    if shown.len() > LONGEST || !shown.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // A comma stands before the year; the day and the month stand before the comma.
    let (at, _) = shown.match_indices(", ").find(|(at, _)| {
        let year = from(shown, at + 2);
        year.bytes().take(4).filter(u8::is_ascii_digit).count() == 4
            && !byte(year, 4).is_ascii_alphanumeric()
    })?;
    let before = shown.get(..at)?;
    let mut words = before.rsplitn(3, is_silent);
    let (day, month) = (words.next()?, words.next()?);
    let place = words.next().unwrap_or_default();
    let year = from(shown, at + 2).get(..4)?;
    let behind = trim(from(shown, at + 6));
    (is_place(place) && is_time(behind)).then(|| written(day, month, year))?
}

/// `20 April 1982`, `APR 20 1982`, `14 Sept 2006`: a day and nothing else, with the month in letters.
fn alone(text: &str) -> Option<Date> {
    let shown = trim(text);
    if shown.len() > LONGEST {
        return None;
    }
    let mut words = shown
        .split_whitespace()
        .map(|word| word.trim_end_matches([',', '.']));
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || year.len() != 4 {
        return None;
    }
    if byte(first, 0).is_ascii_digit() {
        written(first, second, year)
    } else {
        written(second, first, year)
    }
}

/// `Sent: Monday, March 14, 2011 3:05 PM`, `Date: Mon, 14 Mar 2011 10:05:11 -0500`, `Created: 3/14/2011`.
fn labelled(text: &str) -> Option<Date> {
    let shown = trim(text);
    let (label, value) = shown.split_once(':').filter(|_| shown.len() <= LONGEST)?;
    let label = trim(label).trim_matches(['*', '>', ' ']);
    if !labels::is(label, Names::Day) {
        return None;
    }
    let words: Vec<&str> = value
        .split(|c: char| is_silent(c) || c == ',' || c == '*')
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty() && !is_weekday(word) && !is_clock(word))
        .collect();
    match words.as_slice() {
        [day] => numeric(day),
        [first, second, year] if year.len() == 4 => {
            if byte(first, 0).is_ascii_digit() {
                written(first, second, year)
            } else {
                written(second, first, year)
            }
        }
        _ => None,
    }
}

/// `AFZA-GT (25-30a)   14 March 2006`: the office symbol of the Army, with the number of its file, and the day behind them.
fn office_line(text: &str) -> Option<Date> {
    let shown = trim(text);
    let symbol = shown.split_whitespace().next()?;
    let is_symbol = symbol.len() <= 20
        && symbol.contains('-')
        && symbol.starts_with(|c: char| c.is_ascii_uppercase())
        && symbol
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    if !is_symbol {
        return None;
    }
    let mut rest = trim(from(shown, symbol.len()));
    if let Some((file, behind)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        let is_file = file.len() <= 12
            && file
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'));
        if !is_file {
            return None;
        }
        rest = trim(behind);
    }
    alone(rest)
}

/// The day of that name; `Sept` is a month, too.
fn written(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = if month.trim_end_matches('.').eq_ignore_ascii_case("SEPT") {
        "Sep"
    } else {
        month.trim_end_matches('.')
    };
    ["%B %d, %Y", "%b %d, %Y"]
        .iter()
        .find_map(|form| Date::strptime(form, format!("{month} {day}, {year}")).ok())
}

/// `3/14/2011`, `2011-03-14`: the month first, as mail in the United States has it.
fn numeric(day: &str) -> Option<Date> {
    ["%m/%d/%Y", "%Y-%m-%d", "%m-%d-%Y", "%Y/%m/%d"]
        .iter()
        .find_map(|form| Date::strptime(form, day).ok())
}

/// `Washington,`, `[Washington,]`, `Tel Aviv,`, or nothing.
fn is_place(place: &str) -> bool {
    let place = trim(place);
    place.is_empty()
        || (place.trim_end_matches([']', ' ']).ends_with(',')
            && place.split_whitespace().count() <= PLACE
            && !place.contains(['.', ';', ':', '('])
            && place.split_whitespace().all(|word| {
                let shown = word.trim_matches(|c: char| !c.is_alphanumeric());
                (shown.starts_with(char::is_uppercase) && !is_function_word(shown))
                    || matches!(shown, "" | "de" | "del" | "la" | "am" | "of")
            }))
}

/// Nothing, or the hour: `.`, `—6 p.m.`, `, 11 a.m.–noon`, `, 1810Z.`
fn is_time(behind: &str) -> bool {
    behind
        .split(|c: char| is_silent(c) || matches!(c, ',' | '–' | '—' | '-'))
        .filter(|word| !trim(word).trim_matches('.').is_empty())
        .all(is_hour)
}

/// A word of an hour: `6`, `1810Z`, `1430`, `p.m.`, `noon`. A number of four digits behind a day is an hour, and a longer one
/// is none.
fn is_hour(word: &str) -> bool {
    let digits = word
        .trim_matches(['.', '(', ')'])
        .trim_end_matches(['Z', 'z']);
    let number = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    number || is_clock(word)
}

/// A word that can be nothing but a part of an hour: `10:05`, `p.m.`, `EST`, `-0500`.
fn is_clock(word: &str) -> bool {
    let shown = word.trim_matches(['.', '(', ')']);
    let zone = shown
        .strip_prefix(['+', '-'])
        .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let clock = shown.contains(':')
        && shown
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b':' || b == b'Z');
    zone || clock
        || matches!(
            &*shown.to_ascii_uppercase(),
            "A.M"
                | "P.M"
                | "AM"
                | "PM"
                | "NOON"
                | "MIDNIGHT"
                | "HOURS"
                | "HRS"
                | "TO"
                | "AT"
                | "UTC"
                | "GMT"
                | "EST"
                | "EDT"
                | "CST"
                | "CDT"
                | "MST"
                | "MDT"
                | "PST"
                | "PDT"
                | "Z"
        )
}

fn is_weekday(word: &str) -> bool {
    ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
        .iter()
        .any(|day| {
            word.get(..3)
                .is_some_and(|head| head.eq_ignore_ascii_case(day))
                && word.bytes().all(|b| b.is_ascii_alphabetic())
                && (word.len() <= 4 || word.to_ascii_uppercase().ends_with("DAY"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_a_date_line_too() {
        for (line, date) in [
            ("20 April 1982", Some((1982, 4, 20))),
            ("          MAY 12 1987", Some((1987, 5, 12))),
            ("Dec 3, 1990", Some((1990, 12, 3))),
            ("14 Sept 2006", Some((2006, 9, 14))),
            ("Sept. 14, 2006", Some((2006, 9, 14))),
            ("DATE: 3 May 1990", Some((1990, 5, 3))),
            ("Date: May 3, 1990.", Some((1990, 5, 3))),
            ("Sent: Monday, March 14, 2011 3:05 PM", Some((2011, 3, 14))),
            ("Date: Mon, 14 Mar 2011 10:05:11 -0500", Some((2011, 3, 14))),
            ("Created: 3/14/2011", Some((2011, 3, 14))),
            ("Sent: 2011-03-14 10:05", Some((2011, 3, 14))),
            ("AFZA-GT (25-30a)   14 March 2006", Some((2006, 3, 14))),
            ("AFZA-GT                 14 March 2006", Some((2006, 3, 14))),
            ("31 April 1982", None),
            ("3 May 90", None),
            ("From 3 May 1990", None),
            ("Until: 3 May 1990", None),
            ("3/5/1990", None),
            ("March 14, 1986 Meeting with Lorne", None),
            ("Sent: Monday, March 14, 2011 by Lorne", None),
            ("The boat of 14 March 2006", None),
        ] {
            let expected = date.map(|(y, m, d)| jiff::civil::date(y, m, d));
            assert_eq!(of(line), expected, "{line}");
        }
    }

    #[test]
    fn a_date_line_is_a_place_and_a_day_and_nothing_else() {
        for (text, date) in [
            ("Port Alder, March 3, 1971.", Some((1971, 3, 3))),
            ("Port Alder, March 3, 1971—6 p.m.", Some((1971, 3, 3))),
            ("[Port Alder,] August 31, 1964.", Some((1964, 8, 31))),
            (
                "Port Alder, June 12, 1989, 11 a.m.–noon",
                Some((1989, 6, 12)),
            ),
            ("Port Alder, June 26, 1964, 1810Z.", Some((1964, 6, 26))),
            ("June 12, 1989", Some((1989, 6, 12))),
            ("Port Alder, undated.", None),
            ("Port Alder, February 30, 1971.", None),
            ("We met on March 3, 1971.", None),
            ("We met Lorne, March 3, 1971.", None),
            ("March 3, 1971, 3 boats of Lorne", None),
            ("He left the town, March 3, 1971, and never came back", None),
            ("March 3, 1971, was a day of rest. Nothing was done", None),
        ] {
            let expected = date.map(|(y, m, d)| jiff::civil::date(y, m, d));
            assert_eq!(line(text), expected, "{text}");
        }
    }
}
