//! What a number has to meet to be one of its kind.

use iban::Iban;

use crate::form::Candidate;

/// Everything meets it.
pub(crate) const fn any(_: &Candidate<'_>) -> bool {
    true
}

/// It stands alone: it is no part of a longer number, word or path.
pub(crate) fn alone(candidate: &Candidate<'_>) -> bool {
    let mut before = candidate.before.chars().rev();
    let joined_before = match before.next() {
        Some(c) if c.is_alphanumeric() || c == '_' => true,
        Some('-' | '\u{2013}' | '/' | '.' | ',' | '\'') => {
            before.next().is_some_and(|c| c.is_ascii_digit())
        }
        Some('$' | '£' | '€') => true,
        _ => false,
    };
    let mut after = candidate.after.chars();
    let joined_after = match after.next() {
        Some(c) if c.is_alphanumeric() || matches!(c, '_' | '%') => true,
        Some('-' | '\u{2013}' | '/' | '.' | ',' | ':') => {
            after.next().is_some_and(|c| c.is_ascii_digit())
        }
        _ => false,
    };
    !joined_before && !joined_after
}

/// A social security number as the administration gives them out: no area 000, 666 or from 900 on, no group 00, no serial
/// 0000.
pub(crate) fn issued(candidate: &Candidate<'_>) -> bool {
    let digits = digits(candidate.value);
    let part = |range| digits.get(range).unwrap_or_default();
    let (area, group, serial) = (part(0..3), part(3..5), part(5..9));
    alone(candidate)
        && !matches!(area, "" | "000" | "666")
        && !area.starts_with('9')
        && group != "00"
        && serial != "0000"
}

/// At least five digits, the others taken for letters by a scanner.
pub(crate) fn nearly_digits(candidate: &Candidate<'_>) -> bool {
    alone(candidate) && digits(candidate.value).len() >= 5
}

/// Area and exchange of a North American telephone number begin with 2 to 9.
pub(crate) fn north_american(candidate: &Candidate<'_>) -> bool {
    let digits = digits(candidate.value);
    let number = match digits.len() {
        11.. => digits.strip_prefix('1').unwrap_or(&digits),
        _ => &digits,
    };
    let begins = |at| number.as_bytes().get(at).is_some_and(|b| *b >= b'2');
    alone(candidate) && begins(0) && begins(3)
}

/// Eight to fifteen digits, as many as a number with its country may have (ITU-T E.164).
pub(crate) fn international(candidate: &Candidate<'_>) -> bool {
    alone(candidate) && (8..=15).contains(&digits(candidate.value).len())
}

/// A number that somebody dials: five to fifteen digits, no day, no reference number of a telegram.
pub(crate) fn dialled(candidate: &Candidate<'_>) -> bool {
    let count = digits(candidate.value).len();
    alone(candidate)
        && (5..=15).contains(&count)
        && !is_day(candidate.value)
        && !is_years(candidate.value)
}

/// A number behind a letter: seven digits at least.
pub(crate) fn lettered(candidate: &Candidate<'_>) -> bool {
    dialled(candidate) && digits(candidate.value).len() >= 7
}

/// An extension of a house: no year.
pub(crate) fn extension(candidate: &Candidate<'_>) -> bool {
    let year = candidate.value.len() == 4
        && (candidate.value.starts_with("19") || candidate.value.starts_with("20"));
    alone(candidate) && !year
}

/// A card number: 13 to 19 digits whose check digit is right (ISO/IEC 7812-1, annex B).
pub(crate) fn card(candidate: &Candidate<'_>) -> bool {
    let digits = digits(candidate.value);
    alone(candidate)
        && (13..=19).contains(&digits.len())
        && digits.starts_with(['3', '4', '5', '6'])
        && luhn(&digits)
}

/// An international bank account number whose country has such and whose check digits are right (ISO 13616).
pub(crate) fn iban(candidate: &Candidate<'_>) -> bool {
    let packed: String = candidate
        .value
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    alone(candidate) && packed.parse::<Iban>().is_ok()
}

/// An account number behind words that say so: six digits or more, no day.
pub(crate) fn account(candidate: &Candidate<'_>) -> bool {
    alone(candidate)
        && digits(candidate.value).len() >= 6
        && !begins_with_word(candidate.value)
        && !is_day(candidate.value)
        && !is_reference(candidate)
}

/// The last digits of an account, or a number that the words before it call one.
pub(crate) fn ending(candidate: &Candidate<'_>) -> bool {
    alone(candidate)
}

/// The number of a passport: no date-time group, no day, no reference number of a telegram.
pub(crate) fn passport(candidate: &Candidate<'_>) -> bool {
    let value = candidate.value;
    let digits = digits(value).len();
    let group = value.len() == 7 && digits == 6 && value.ends_with(['Z', 'z']);
    alone(candidate)
        && digits >= 5
        && !group
        && !begins_with_word(value)
        && !is_day(value)
        && !is_reference(candidate)
}

/// The case number of an immigrant visa: post, year, day of the year, place on that day.
pub(crate) fn visa_case(candidate: &Candidate<'_>) -> bool {
    let digits = digits(candidate.value);
    let number = |range| digits.get(range).and_then(|part: &str| part.parse().ok());
    let year: Option<u32> = number(0..4);
    let day: Option<u32> = number(4..7);
    // Cases are opened under the day of the year, those of the lottery with 500 added.
    alone(candidate)
        && year.is_some_and(|year| (1985..2100).contains(&year))
        && day.is_some_and(|day| (1..=999).contains(&day))
}

/// Letters and digits, both.
pub(crate) fn mixed(candidate: &Candidate<'_>) -> bool {
    let digits = digits(candidate.value).len();
    alone(candidate) && digits >= 4 && digits < candidate.value.len()
}

/// The digits alone.
pub(crate) fn digits(value: &str) -> String {
    value.chars().filter(char::is_ascii_digit).collect()
}

/// The check digit of ISO/IEC 7812-1, annex B.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .zip([false, true].into_iter().cycle())
        .map(|(byte, doubled)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            match digit * 2 {
                _ if !doubled => digit,
                more @ 10.. => more - 9,
                less => less,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether its letters are a word before the number and no part of it: in capitals the two look alike.
fn begins_with_word(value: &str) -> bool {
    let word = value.split([' ', '-']).next().unwrap_or_default();
    let words = [
        "NO", "NR", "NOS", "NUM", "SEE", "AND", "OR", "OF", "IN", "ON", "AT", "TO", "BY", "IS",
        "WAS", "THE", "FOR", "REF", "ARE", "PER", "ALL", "TOP",
    ];
    words.contains(&word) && word.len() < value.len()
}

/// Whether it is a day in digits: `2006-03-14`, `20060314`, `14.03.2006`, `3/14/06`.
fn is_day(value: &str) -> bool {
    let parts: Vec<&str> = value
        .split(['-', '/', '.'])
        .filter(|part| !part.is_empty())
        .collect();
    let below = |part: &str, most: u32| part.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    let year = |part: &str| {
        part.len() == 4
            && (part.starts_with("18") || part.starts_with("19") || part.starts_with("20"))
    };
    match parts.as_slice() {
        [only] if only.len() == 8 => {
            let part = |range| only.get(range).unwrap_or_default();
            year(part(0..4)) && below(part(4..6), 12) && below(part(6..8), 31)
        }
        [first, middle, last] if first.len() <= 2 && middle.len() <= 2 => {
            below(first, 31)
                && below(middle, 31)
                && (below(first, 12) || below(middle, 12))
                && (year(last) || last.len() == 2)
        }
        [first, middle, last] => year(first) && below(middle, 12) && below(last, 31),
        _ => false,
    }
}

/// Whether it is a span of years: `1974-1979`.
fn is_years(value: &str) -> bool {
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let mut parts = value.split(['-', '\u{2013}', '/']).map(str::trim);
    let (first, second) = (parts.next(), parts.next());
    first.is_some_and(year) && second.is_some_and(|part| year(part) || part.len() == 2)
}

/// Whether it is the number of a telegram: up to six digits behind the name of a post in capitals, `LA PAZ 1520`.
fn is_reference(candidate: &Candidate<'_>) -> bool {
    let word: String = candidate
        .before
        .strip_suffix(' ')
        .unwrap_or_default()
        .chars()
        .rev()
        .take_while(|c| c.is_alphabetic())
        .collect();
    let post = word.chars().count() >= 3 && word.chars().all(char::is_uppercase);
    let word: String = word.chars().rev().collect();
    let own = [
        "NUMBER",
        "NUMBERS",
        "PASSPORT",
        "PASSPORTS",
        "BEARING",
        "BOOK",
        "ACCOUNT",
        "ACCOUNTS",
        "ACCT",
        "PPT",
        "WAS",
        "AND",
        "SERIAL",
        "DOCUMENT",
        "NOS",
        "NBR",
        "NUM",
        "HOLDER",
        "HOLDS",
        "CERTIFICATE",
        "PASAPORTE",
    ];
    let bare = candidate.value.bytes().all(|b| b.is_ascii_digit());
    bare && candidate.value.len() <= 6 && post && !own.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_of_a_card_is_the_last() {
        // The number with which the method is commonly explained.
        assert!(luhn("79927398713"));
        assert!(!luhn("79927398710"));
    }

    #[test]
    fn days_are_no_numbers() {
        for day in ["2006-03-14", "20060314", "14.03.2006", "3/14/06"] {
            assert!(is_day(day), "{day}");
        }
        for number in ["20061314", "555-0142", "2006-03-141", "123 45 6789"] {
            assert!(!is_day(number), "{number}");
        }
    }
}
