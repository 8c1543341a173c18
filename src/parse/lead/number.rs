//! Numbers, enumerators and bullets.

use std::ops::RangeInclusive;

use super::super::chars::{byte, from, is_silent, skip_silent};
use super::super::token;
use super::mark::{certain_mark_follows, mark_at, run_end, token};
use super::what::{Lead, LeadMark, LeadNumber};
use crate::Span;
use crate::document::{Enumerator, roman_value};
use crate::marking::{StatedMark, is_mark_shaped};

const LONGEST_NUMBER: usize = 16;

/// The most digits of the number of a paragraph.
const MOST_DIGITS: usize = 7;

/// `2.1.1 (S)`, `3 . (S)`, `A.1. (S)`: a number of another kind, whole, before a mark. The mark is that of the portion.
pub(super) fn section_number(line: &str, at: usize) -> Option<Lead> {
    if let Some((number, behind)) = named_number(line, at) {
        let (mark, text) = mark_at(line, behind, true);
        return matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)).then_some(Lead {
            number,
            mark,
            text,
        });
    }
    // A word is none.
    if byte(line, at).is_ascii_alphabetic() && !matches!(byte(line, at + 1), b'.' | b'-') {
        return None;
    }
    let width = from(line, at)
        .bytes()
        .take(LONGEST_NUMBER)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        .count();
    let word = line.get(at..at + width)?;
    let parts = || word.split(['.', '-']).filter(|part| !part.is_empty());
    let counts = |part: &str| {
        (part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit())) || part.len() == 1
    };
    let several = parts().count() > 1 && parts().all(counts);
    let apart = parts().count() == 1
        && word.bytes().all(|b| b.is_ascii_digit())
        && width <= 3
        && byte(line, skip_silent(line, at + width)) == b'.'
        && byte(line, at + width) == b' ';
    if !word.bytes().any(|b| b.is_ascii_digit()) || !(several || apart) {
        return None;
    }
    let behind = if apart {
        skip_silent(line, at + width) + 1
    } else {
        at + width
    };
    if !certain_mark_follows(line, behind) {
        return None;
    }
    let (mark, text) = mark_at(line, behind, true);
    let number = match word.parse() {
        Ok(number) if apart => LeadNumber::Paragraph(number),
        _ => LeadNumber::None,
    };
    matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)).then_some(Lead {
        number,
        mark,
        text,
    })
}

/// `3.C.1. (S)`: a number of three parts and more, of which the second is a letter.
pub(super) fn number_of_parts(line: &str, at: usize) -> Option<Lead> {
    let digits = digits_at(line, at);
    let letter = at + digits + 1;
    let parts = digits > 0
        && byte(line, letter - 1) == b'.'
        && byte(line, letter).is_ascii_alphabetic()
        && byte(line, letter + 1) == b'.'
        && byte(line, letter + 2).is_ascii_alphanumeric();
    if parts {
        section_number(line, at)
    } else {
        None
    }
}

/// Bullets that are one sign; the last is what a word processor's symbol font leaves behind.
const BULLETS: [char; 16] = [
    'Ø', '✓', '•', '·', '–', '—', '●', '▪', '◦', '○', '■', '□', '‣', '►', '➢', '\u{f0b7}',
];

/// Whether a sign may head an item.
pub(in crate::parse) fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '*' | '+' | '=' | '>' | '#') || BULLETS.contains(&c)
}

/// Words and signs before the number of a portion; the first of them stand before the first paragraph of a part of a message.
const BEFORE_NUMBER: [&str; 12] = [
    "TEXT:",
    "BT",
    "TEXT",
    "COMMENTS:",
    "COMMENT:",
    "DETAILS:",
    "REMARKS:",
    "RMKS/",
    "§",
    "#",
    "No.",
    "NO.",
];

/// `TEXT: 1. (S)`, `§ 4 (S)`, `No. 2 (S)`, `2a. (S)`, `1(a) (S)`, `[2] (S)`: a number with more to it before a mark, and where it
/// ends.
fn named_number(line: &str, at: usize) -> Option<(LeadNumber, usize)> {
    let rest = from(line, at);
    let word = BEFORE_NUMBER.into_iter().find(|word| {
        rest.starts_with(word)
            && from(rest, word.len())
                .starts_with([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    });
    let bracket = rest.starts_with('[');
    let start = skip_silent(line, at + word.map_or(usize::from(bracket), str::len));
    let digits = digits_at(line, start);
    if digits == 0 || digits > 3 {
        return None;
    }
    let mut end = start + digits;
    let mut more = word.is_some();
    // `1l. (C)` may have been `11. (C)`.
    let letter = byte(line, end);
    if letter.is_ascii_lowercase()
        && !matches!(letter, b'l' | b'i' | b'o')
        && !byte(line, end + 1).is_ascii_alphanumeric()
    {
        more = true;
        end += 1;
    } else if let Some(token) = token::at(line, end)
        && let [letter] = token.inside(line).as_bytes()
        && letter.is_ascii_lowercase()
    {
        more = true;
        end = token.span.end();
    }
    let number = match word {
        Some("§" | "#" | "No." | "NO.") | None => LeadNumber::None,
        Some(_) => LeadNumber::Paragraph(line.get(start..start + digits)?.parse().ok()?),
    };
    match byte(line, end) {
        b']' if bracket => (more, end) = (true, end + 1),
        b'.' | b')' if !bracket => end += 1,
        // `1 - (S)`
        b' ' if from(line, end).starts_with(" - ") => (more, end) = (true, end + 2),
        _ => {}
    }
    (more && certain_mark_follows(line, end)).then_some((number, end))
}

/// `4.`, `14.`, `1..`, up to three digits; not `1.1 PERCENT` and not `40,000`.
pub(super) fn paragraph_number(line: &str, at: usize) -> Option<(u32, usize)> {
    number_at(line, at, 1..=3)
}

/// `1003.`: more digits, which are a year or an amount but where they follow the number before.
pub(super) fn long_number(line: &str, at: usize) -> Option<(u32, usize)> {
    number_at(line, at, 4..=MOST_DIGITS)
}

fn number_at(line: &str, at: usize, long: RangeInclusive<usize>) -> Option<(u32, usize)> {
    let digits = digits_at(line, at);
    if !long.contains(&digits) || byte(line, at + digits) != b'.' {
        return None;
    }
    let mut after = at + digits + 1;
    if byte(line, after) == b'.' {
        after += 1;
    }
    if byte(line, after).is_ascii_digit() || byte(line, after) == b'.' {
        return None;
    }
    let number = line.get(at..at + digits)?.parse().ok()?;
    Some((number, after))
}

fn digits_at(line: &str, at: usize) -> usize {
    from(line, at)
        .bytes()
        .take(MOST_DIGITS)
        .take_while(u8::is_ascii_digit)
        .count()
}

/// An enumerator that cannot be a mark by itself: `a.`, `iv)`, `3)`, `(3)`, `(ii)` before a mark, a bullet.
pub(super) fn enumerator(line: &str, at: usize) -> Option<(Enumerator, usize)> {
    match byte(line, at) {
        b'(' => {
            let close = at + from(line, at).bytes().take(8).position(|b| b == b')')?;
            let inside = line.get(at + 1..close)?;
            let after = close + 1;
            if (1..=3).contains(&inside.len()) && inside.bytes().all(|b| b.is_ascii_digit()) {
                return Some((Enumerator::Digit(inside.parse().ok()?), after));
            }
            let item = letter_or_roman(inside)?;
            // `(U) (U) text`: the same mark twice.
            if inside.len() == 1 && repeats(line, inside, after) {
                return None;
            }
            // `(a) (C) text`: what stands before a mark is an enumerator.
            (certain_mark_follows(line, after) || (inside.len() > 1 && !is_mark_shaped(inside)))
                .then_some((item, after))
        }
        b'-' | b'*' | b'+' => bullet(line, at, 1).or_else(|| signs(line, at)),
        b'=' | b'>' | b'.' | b':' | b'~' | b'/' | b'#' | b'|' => signs(line, at),
        _ if from(line, at).starts_with(ARROWS) => signs(line, at),
        _ if from(line, at).starts_with(BULLETS) => bullet(
            line,
            at,
            from(line, at).chars().next().map_or(1, char::len_utf8),
        ),
        b'0'..=b'9' => {
            let digits = digits_at(line, at);
            let end = at + digits;
            (digits <= 2 && byte(line, end) == b')' && item_ends(line, end + 1))
                .then(|| Some((Enumerator::Digit(line.get(at..end)?.parse().ok()?), end + 1)))?
        }
        // A bullet that was copied as a letter, where a mark or a sentence begins behind it. An `l` may be a number.
        b if b != b'l'
            && SYMBOLS.contains(char::from(b))
            && matches!(byte(line, at + 1), b' ' | b'\t')
            && (byte(line, skip_silent(line, at + 1)).is_ascii_uppercase()
                || certain_mark_follows(line, at + 1)) =>
        {
            Some((Enumerator::Bullet, at + 1))
        }
        b if b.is_ascii_alphabetic() => {
            let letters = from(line, at)
                .bytes()
                .take(7)
                .take_while(u8::is_ascii_alphabetic)
                .count();
            let end = at + letters;
            let closes = matches!(byte(line, end), b'.' | b')') && item_ends(line, end + 1);
            if !closes {
                return None;
            }
            let inside = line.get(at..end)?;
            // `C) text` may be half a mark; only a mark behind it makes it an enumerator here.
            if byte(line, end) == b')'
                && StatedMark::of(inside).is_some()
                && !certain_mark_follows(line, end + 1)
            {
                return None;
            }
            Some((letter_or_roman(inside)?, end + 1))
        }
        _ => None,
    }
}

/// Whether a level in capitals stands behind itself.
fn repeats(line: &str, inside: &str, after: usize) -> bool {
    token(line, skip_silent(line, after)).is_some_and(|(next, _)| next == inside)
        && inside.contains(char::is_uppercase)
        && StatedMark::of(inside).is_some()
}

/// Bullets of symbol fonts, as the letters that stand in their places: `v (S) …`; and the round one, as a typist writes it.
pub(in crate::parse) const SYMBOLS: &str = "ovqnulwØü§·";

/// What stands before a line as a bullet does.
const ARROWS: [char; 5] = ['→', '⇒', '➔', '➜', '»'];

/// `--- (S)`, `=> (S)`, `... (S)`: a run of signs before a mark, where one sign alone may be what is left of a number.
fn signs(line: &str, at: usize) -> Option<(Enumerator, usize)> {
    let run = from(line, at).split(is_silent).next()?;
    let mut chars = run.chars();
    let first = chars.next()?;
    let same = (run.len() > 1 || first == '=') && chars.all(|c| c == first);
    let arrow = ARROWS.contains(&first) || (run.len() > 1 && run.ends_with('>'));
    let signs = !run.contains(|c: char| c.is_alphanumeric() || token::closes(c) && c != '>');
    let after = at + run.len();
    (run.len() <= LONGEST_NUMBER && signs && (same || arrow) && certain_mark_follows(line, after))
        .then_some((Enumerator::Bullet, after))
}

fn bullet(line: &str, at: usize, width: usize) -> Option<(Enumerator, usize)> {
    let marks = from(line, at)
        .bytes()
        .take(3 * width)
        .take_while(|b| *b == byte(line, at))
        .count()
        .max(1);
    let after = if width == 1 { at + marks } else { at + width };
    (marks <= 2 && item_ends(line, after) && skip_silent(line, after) < line.len())
        .then_some((Enumerator::Bullet, after))
}

/// Whether an enumerator may end here: white space or a parenthesis follows.
fn item_ends(line: &str, at: usize) -> bool {
    match from(line, at).chars().next() {
        None => true,
        Some(c) => is_silent(c) || c == '(',
    }
}

fn letter_or_roman(inside: &str) -> Option<Enumerator> {
    let mut chars = inside.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            Some(Enumerator::Letter(letter.to_ascii_lowercase()))
        }
        (Some(_), Some(_)) => roman_value(inside).map(Enumerator::Roman),
        _ => None,
    }
}

/// A number that transmission damaged, before a mark: `4, (C)`, `l4. (C)`, `¶ (C)`, `. (C)`.
pub(super) fn damaged_number(line: &str, start: usize, at: usize, pilcrow: bool) -> Option<Lead> {
    let width = from(line, at)
        .bytes()
        .take(7)
        .take_while(|b| *b > b' ' && *b != b'(')
        .count();
    if width > 6 || (width == 0 && !pilcrow) {
        return None;
    }
    let word = line.get(at..at + width)?;
    if is_time(word) || is_cell(line, at + width, word) || is_question(word) {
        return None;
    }
    let damaged = word.bytes().any(|b| b.is_ascii_digit())
        || word
            .bytes()
            .all(|b| !b.is_ascii_alphanumeric() || matches!(b, b'l' | b'I' | b'O' | b'o'));
    let mark = skip_silent(line, at + width);
    let (_, end) = token(line, mark).filter(|(inside, _)| {
        // A letter that is no level says nothing behind a number: `10034; (F)` goes on with a list.
        damaged
            && token::could_be_mark(inside)
            && (inside.len() > 1 || StatedMark::of(inside).is_some())
    })?;
    let end = run_end(line, end);
    Some(Lead {
        number: LeadNumber::Damaged,
        mark: LeadMark::Damaged(Span::new(start, end)),
        text: end,
    })
}

/// `1,(U),Alder`: the cell of a row of data, with its commas.
fn is_cell(line: &str, end: usize, word: &str) -> bool {
    word.ends_with(',') && token(line, end).is_some_and(|(_, behind)| byte(line, behind) == b',')
}

/// `Q1:`, `A1:`, `Q1.`: a label, and no number that was damaged.
fn is_question(word: &str) -> bool {
    let numbered = |word: &str| {
        let number = word.trim_start_matches(['Q', 'A']);
        number.len() + 1 == word.len() && number.bytes().all(|b| b.is_ascii_digit())
    };
    let label = word.ends_with(':')
        && word.starts_with(|c: char| c.is_ascii_uppercase() && !matches!(c, 'I' | 'O'));
    label || word.strip_suffix('.').is_some_and(numbered)
}

/// The longest hour, in bytes.
const HOUR: usize = 5;

/// `10:45`, `1045:`, `1045Z:`: an hour, and no number of a paragraph.
pub(in crate::parse) fn is_time(word: &str) -> bool {
    let bare = word.trim_end_matches([':', ',', '.', 'Z', 'L', 'h']);
    if bare.len() > HOUR {
        return false;
    }
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    let signs = bare.len() - digits;
    let parted = signs == 1
        && bare.contains([':', '.'])
        && bare.len() > 3
        && bare.as_bytes().iter().rev().take(2).all(u8::is_ascii_digit);
    let hour = bare
        .bytes()
        .filter(u8::is_ascii_digit)
        .take(digits.saturating_sub(2))
        .fold(0_u16, |hour, b| hour * 10 + u16::from(b - b'0'));
    digits <= 4 && hour < 25 && ((parted && digits > 2) || (signs == 0 && digits == 4))
}
