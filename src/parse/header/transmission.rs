//! The lines that route a message: its date-time group, its addresses, its distribution.

use super::super::chars::{is_silent, trim};
use super::super::furniture::{is_distribution, is_office};
use super::super::prose::is_function_word;

/// `O 022212Z OCT 08`, `P R 281848Z DEC 66`, `PRIORITY 222227Z NOV 78`: precedence, date-time group and operating signals,
/// and nothing else; `Sep 16, 2012 / 160150Z SEP 12` in State's printout.
pub(in crate::parse) fn is_date_time_group(line: &str) -> bool {
    let shown = trim(line);
    if shown.len() > 80 || !shown.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let (before, group) = match shown.rsplit_once(" / ") {
        Some((day, group)) => (day, group),
        None => ("", shown),
    };
    let mut words = group.split_whitespace();
    let found = words.by_ref().take(6).find(|word| !is_precedence(word));
    let digits = found.is_some_and(|word| {
        word.len() == 7
            && word.ends_with(['Z', 'z'])
            && word.bytes().take(6).all(|b| b.is_ascii_digit())
    });
    digits
        && words.next().is_some_and(|month| {
            (3..=4).contains(&month.len()) && month.bytes().all(|b| b.is_ascii_alphabetic())
        })
        && words.next().is_none_or(|year| {
            matches!(year.len(), 2 | 4) && year.bytes().all(|b| b.is_ascii_digit())
        })
        && words.all(is_signal)
        && before
            .split(|c: char| is_silent(c) || c == ',')
            .filter(|word| !word.is_empty())
            .count()
            <= 3
        && !before.contains(['(', ':', '.'])
}

/// The precedence before a date-time group, in letters, in prosigns or in words (5 FAH-2 H-321.2), typists' slips among them.
fn is_precedence(word: &str) -> bool {
    let upper = word.to_ascii_uppercase();
    matches!(
        upper.as_bytes(),
        [b'Z' | b'O' | b'P' | b'R' | b'M' | b'Y' | b'W']
    ) || matches!(upper.as_bytes(), [a, b] if a == b && matches!(a, b'Z' | b'O' | b'P' | b'R' | b'Y'))
        || matches!(
            &*upper,
            "FLASH"
                | "NIACT"
                | "IMMEDIATE"
                | "IMMED"
                | "PRIORITY"
                | "PIORITY"
                | "ROUTINE"
                | "DEFERRED"
                | "CRITIC"
        )
}

/// `ZFF4`, `ZDK`, `/14`: an operating signal behind a date-time group.
fn is_signal(word: &str) -> bool {
    let shown = word.trim_start_matches('/');
    shown.len() <= 8
        && (shown.bytes().all(|b| b.is_ascii_digit())
            || (shown.starts_with('Z')
                && shown
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())))
}

/// Lines before the date-time group that route and clear a message.
pub(in crate::parse) fn is_transmission(line: &str) -> bool {
    let shown = trim(line);
    let mut words = shown.split_whitespace();
    let (first, second) = (words.next(), words.next());
    let named = matches!(
        shown.as_bytes().first(),
        Some(b'V' | b'Z' | b'D' | b'A' | b'C' | b'R' | b'-')
    );
    is_distribution(shown)
        || (named
            && [
                "VZCZC",
                "ZCZC",
                "DE RUE",
                "ZNR ",
                "ZNY ",
                "DRAFTED BY",
                "APPROVED BY",
                "CLEARED BY",
                "RELEASED BY",
                "AUTHORIZED BY",
                "DRAFTED:",
                "DRAFTER:",
                "APPROVED:",
                "CLEARED:",
                "CLEARANCE",
                "------",
                "CONTROL:",
                "RECD:",
                "DIST:",
            ]
            .iter()
            .any(|word| shown.starts_with(word)))
        || (shown.starts_with("INFO ") && second.is_some_and(is_office))
        || first.is_some_and(is_office)
        || (shown.starts_with('/') && shown.len() < 16)
        || (!shown.is_empty() && shown.len() <= 4 && shown.bytes().all(|b| b.is_ascii_digit()))
        || second.is_some_and(|word| {
            word.starts_with("RUE") && word.bytes().all(|b| b.is_ascii_uppercase())
        })
}

/// An addressee behind `TO` or `INFO`, or on a line under it: capitals and digits, no sentence.
pub(in crate::parse) fn is_addressee(line: &str) -> bool {
    let shown = trim(line);
    !shown.is_empty()
        && shown.len() <= 80
        && shown.bytes().any(|b| b.is_ascii_uppercase())
        && !shown.ends_with(['.', '!', '?'])
        && shown.bytes().all(|b| {
            b.is_ascii_uppercase()
                || b.is_ascii_digit()
                || matches!(
                    b,
                    b' ' | b'/' | b'-' | b'.' | b'\'' | b',' | b'(' | b')' | b'&' | b';' | b'#'
                )
        })
        && !shown.split(' ').any(|word| {
            (word.len() > 2 && is_function_word(word) && !matches!(word, "FOR" | "AND" | "THE"))
                || is_of_sentence(word)
        })
}

/// Words of two letters that stand in sentences and in the name of no post. `US`, `NO` and `OF` stand in such names.
fn is_of_sentence(word: &str) -> bool {
    matches!(
        word,
        "AN" | "AS"
            | "AT"
            | "BE"
            | "BY"
            | "DO"
            | "HE"
            | "IF"
            | "IN"
            | "IS"
            | "IT"
            | "MY"
            | "ON"
            | "SO"
            | "UP"
            | "WE"
    )
}
