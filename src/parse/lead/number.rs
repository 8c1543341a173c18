//! Numbers, enumerators and bullets.

use super::super::chars::{byte, from, is_silent, skip_silent};
use super::super::token;
use super::mark::{certain_mark_follows, mark_at, run_end, token};
use super::what::{Lead, LeadMark, LeadNumber};
use crate::Span;
use crate::document::{Enumerator, roman_value};
use crate::marking::{StatedMark, is_mark_shaped};

const LONGEST_NUMBER: usize = 16;

/// `2.1.1 (S)`, `3 . (S)`, `A.1. (S)`: a number of another kind, whole, before a mark. The mark is that of the portion.
pub(super) fn section_number(line: &str, at: usize) -> Option<Lead> {
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

/// `4.`, `14.`, `1..`, up to three digits; not `1.1 PERCENT` and not `40,000`.
pub(super) fn paragraph_number(line: &str, at: usize) -> Option<(u16, usize)> {
    let digits = digits_at(line, at);
    if digits == 0 || digits > 3 || byte(line, at + digits) != b'.' {
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
        .take(5)
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
            // `(a) (C) text`: what stands before a mark is an enumerator.
            (certain_mark_follows(line, after) || (inside.len() > 1 && !is_mark_shaped(inside)))
                .then_some((item, after))
        }
        b'-' | b'*' | b'+' => bullet(line, at, 1),
        // The last is what a word processor's symbol font leaves behind.
        _ if from(line, at).starts_with([
            'Ø', '✓', '•', '·', '–', '—', '●', '▪', '◦', '○', '■', '□', '‣', '►', '➢', '\u{f0b7}',
        ]) =>
        {
            bullet(
                line,
                at,
                from(line, at).chars().next().map_or(1, char::len_utf8),
            )
        }
        b'0'..=b'9' => {
            let digits = digits_at(line, at);
            let end = at + digits;
            (digits <= 2 && byte(line, end) == b')' && item_ends(line, end + 1))
                .then(|| Some((Enumerator::Digit(line.get(at..end)?.parse().ok()?), end + 1)))?
        }
        // A round bullet that was copied as a letter, where a mark follows.
        b'o' if matches!(byte(line, at + 1), b' ' | b'\t')
            && certain_mark_follows(line, at + 1) =>
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
                && StatedMark::read(inside).is_ok()
                && !certain_mark_follows(line, end + 1)
            {
                return None;
            }
            Some((letter_or_roman(inside)?, end + 1))
        }
        _ => None,
    }
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
    let damaged = word.bytes().any(|b| b.is_ascii_digit())
        || word
            .bytes()
            .all(|b| !b.is_ascii_alphanumeric() || matches!(b, b'l' | b'I' | b'O' | b'o'));
    let mark = skip_silent(line, at + width);
    let (_, end) = token(line, mark).filter(|(inside, _)| {
        // A letter that is no level says nothing behind a number: `10034; (F)` goes on with a list.
        damaged
            && token::could_be_mark(inside)
            && (inside.len() > 1 || StatedMark::read(inside).is_ok())
    })?;
    let end = run_end(line, end);
    Some(Lead {
        number: LeadNumber::Damaged,
        mark: LeadMark::Damaged(Span::new(start, end)),
        text: end,
    })
}
