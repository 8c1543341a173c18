//! Hours and days as logs, minutes and chronologies begin their entries with them.

use super::super::chars::{from, is_silent, skip_silent};
use super::super::{lead, token};
use super::words::LABEL;
use crate::declass::month;

/// The fewest digits of an hour.
pub(super) const HOUR_DIGITS: usize = 3;

/// The shortest hour, in bytes: `9:30`.
pub(super) const SHORTEST_HOUR: usize = 4;

/// Whether the first word of a line is an hour: `10:45`, `[10:45]`.
pub(super) fn begins_with_hour(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    let word = text.split(is_silent).next().unwrap_or_default();
    word.contains(':') && is_hour(word)
}

/// `10:45`, `[10:45]`, `10:45 a.m.`
pub(super) fn is_hour(text: &str) -> bool {
    if text.len() < SHORTEST_HOUR {
        return false;
    }
    let bare = text.trim_matches(|c| is_silent(c) || token::opens(c) || token::closes(c));
    let lower = bare.to_ascii_lowercase();
    let bare = ["a.m.", "p.m.", "am", "pm", "hours", "hrs"]
        .iter()
        .find_map(|half| lower.strip_suffix(half))
        .map_or(bare, |hour| {
            bare.get(..hour.trim_end().len()).unwrap_or_default()
        });
    lead::is_time(bare) || is_moment(bare)
}

/// The most words of a day and an hour.
pub(super) const MOMENT: usize = 5;

/// `141200Z MAR 06`, `14MAR06`, `0815-0830`, `14 1300`, `2006-03-14 12:00`: as logs begin their entries.
pub(super) fn is_moment(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut timed = false;
    let mut words = 0;
    let counts = text
        .split(|c: char| is_silent(c) || matches!(c, '-' | '/'))
        .all(|word| {
            words += 1;
            let time = lead::is_time(word) || is_group(word);
            timed |= time;
            time || (word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit())) || is_month(word)
        });
    timed && counts && words <= MOMENT
}

/// The most words of a day.
pub(super) const DAY_WORDS: usize = 3;

/// `03/01/05`, `2005-03-01`, `1 March 2005`, `March 1, 2005`, `Jan 1998`: as chronologies begin their entries.
pub(super) fn is_day(text: &str) -> bool {
    // Most labels are words and nothing else, or longer.
    if text.len() >= LABEL || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let numeric = ['/', '-'].iter().any(|sign| {
        text.split(*sign).count() == DAY_WORDS && text.split(*sign).all(is_number_of_day)
    });
    numeric || is_written_day(text)
}

/// `1 March 2005`, `March 1, 2005`, `Jan 1998`: a month in letters, and numbers.
pub(super) fn is_written_day(text: &str) -> bool {
    let words = || {
        text.split(is_silent)
            .map(|word| word.trim_end_matches([',', '.']))
    };
    let (months, numbers) = (
        words().filter(|word| month(word).is_some()).count(),
        words().filter(|word| is_number_of_day(word)).count(),
    );
    months == 1 && (1..DAY_WORDS).contains(&numbers) && months + numbers == words().count()
}

pub(super) fn is_number_of_day(word: &str) -> bool {
    matches!(word.len(), 1 | 2 | 4) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text begins with a day, whatever stands behind it.
pub(super) fn is_dated(text: &str) -> bool {
    let sign = |c: char| is_silent(c) || matches!(c, ':' | '-' | '–' | '—');
    let mut ends = text.match_indices(is_silent).map(|(at, _)| at);
    (0..DAY_WORDS)
        .map_while(|_| ends.next().and_then(|at| text.get(..at)))
        .any(|head| is_day(head.trim_end_matches(sign)))
}

/// `141200Z`, `141200ZMAR06`, `14MAR06`: digits, and letters for a zone or a month among them.
pub(super) fn is_group(word: &str) -> bool {
    let behind = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - behind.len();
    let letters = behind.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = behind.len() - letters.len();
    match digits {
        6 => match letters.get(1..) {
            Some(month) => year == 2 && is_month(month) || (year == 0 && month.is_empty()),
            None => false,
        },
        1 | 2 => matches!(year, 2 | 4) && is_month(letters),
        _ => false,
    }
}

/// `MAR`: the month of a date-time group.
pub(super) fn is_month(word: &str) -> bool {
    word.len() == 3 && month(word).is_some()
}
