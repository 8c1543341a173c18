//! How a line begins: number, enumerator or bullet, and mark.

use super::chars::{byte, from, is_silent, skip_silent};
use super::plain::Plain;
use super::token;
use crate::Span;
use crate::document::{Enumerator, roman_value};
use crate::marking::{Likeness, StatedMark, is_mark_shaped};

/// The longest text between parentheses that can be a mark, in bytes, with room for what does not show.
const LONGEST_TOKEN: usize = 48;

/// How many enumerators may stand before a mark, and the longest number of several parts, in bytes.
const NESTED: usize = 3;
const LONGEST_NUMBER: usize = 16;

/// How an unresolved label prints.
const UNRESOLVED: &str = "unresolved";

/// What a line begins with. Offsets count from the start of the line.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub(super) number: LeadNumber,
    pub(super) mark: LeadMark,
    /// Where the text starts.
    pub(super) text: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeadNumber {
    None,
    Paragraph(u16),
    /// `4. a. (C)`: an item opens right behind the number of its paragraph.
    ParagraphItem(u16, Enumerator),
    Item(Enumerator),
    /// Something that was a number once, before a mark: `4, (C)`.
    Damaged,
}

#[derive(Clone, Debug)]
pub(super) enum LeadMark {
    None,
    Stated(StatedMark, Span),
    Damaged(Span),
    /// A single letter in parentheses where a mark may stand: a mark, or an item of a list. Its neighbours decide.
    Letter {
        letter: char,
        span: Span,
    },
}

impl Lead {
    pub(super) const fn has_mark(&self) -> bool {
        !matches!(self.mark, LeadMark::None)
    }

    /// Whether the mark of `line` is an ordinary abbreviation as well: `… stands in Durham` / `(NC).`
    pub(super) fn is_abbreviation(&self, line: &str) -> bool {
        let (LeadMark::Stated(_, span) | LeadMark::Damaged(span)) = self.mark else {
            return false;
        };
        let word = line.get(span.range()).unwrap_or_default();
        Likeness::of(word.trim_matches(|c| token::opens(c) || token::closes(c))) < Likeness::Letter
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// At the start of a block: what stands in the place of a mark and is not read is an unreadable mark.
    Block,
    /// Inside one: a parenthesis may be one of its text.
    Line,
}

/// Reads how `line` begins, inside a block.
pub(super) fn scan(line: &str) -> Lead {
    looked_through(line, Standing::Line)
}

/// Reads how `line` begins, where a block begins with it.
pub(super) fn scan_start(line: &str) -> Lead {
    looked_through(line, Standing::Block)
}

/// What stands around a mark is looked through where a number or a mark comes of it.
fn looked_through(line: &str, standing: Standing) -> Lead {
    if let Some(plain) = Plain::of(line) {
        let lead = scan_plain(plain.text(), standing);
        if lead.has_mark() || matches!(lead.number, LeadNumber::Paragraph(_)) {
            return plain.place(lead);
        }
    }
    scan_plain(line, standing)
}

fn scan_plain(line: &str, standing: Standing) -> Lead {
    let start = skip_silent(line, 0);
    let (pilcrow, at) = match from(line, start).strip_prefix('¶') {
        Some(_) => (true, skip_silent(line, start + '¶'.len_utf8())),
        None => (false, start),
    };
    if let Some((number, after)) = paragraph_number(line, at) {
        return or_odd(line, behind_number(line, number, after), standing);
    }
    if !pilcrow && let Some((item, after)) = enumerator(line, at) {
        return or_odd(line, behind_item(line, item, after), standing);
    }
    if let Some(lead) =
        section_number(line, at).or_else(|| damaged_number(line, start, at, pilcrow))
    {
        return lead;
    }
    let (mark, text) = mark_at(line, at, false);
    let text = if matches!(mark, LeadMark::None) {
        start
    } else {
        text
    };
    let lead = Lead {
        number: LeadNumber::None,
        mark,
        text,
    };
    or_odd(line, lead, standing)
}

/// What stands in the place of a mark at the start of a block and is not read: an unreadable mark (reading rule 1).
fn or_odd(line: &str, lead: Lead, standing: Standing) -> Lead {
    if standing == Standing::Line || lead.has_mark() {
        return lead;
    }
    let at = skip_silent(line, lead.text);
    match token::odd(line, at, token::Reach::Line) {
        Some(span) => Lead {
            number: lead.number,
            mark: LeadMark::Damaged(span),
            text: run_end(line, span.end()),
        },
        None => lead,
    }
}

/// An item, with the marks of items below it: `a. (1) (S)`, `- - (S)`. The outermost enumerator counts.
fn behind_item(line: &str, item: Enumerator, after: usize) -> Lead {
    let (mut mark, mut text) = mark_at(line, after, true);
    let mut behind = after;
    for _ in 0..NESTED {
        if !matches!(mark, LeadMark::None) {
            break;
        }
        let Some((_, next)) = enumerator(line, skip_silent(line, behind)) else {
            break;
        };
        let (inner, end) = mark_at(line, next, true);
        if matches!(inner, LeadMark::Stated(..) | LeadMark::Damaged(_)) {
            (mark, text) = (inner, end);
        }
        behind = next;
    }
    // An enumerator in parentheses or alone is only certain where a mark follows or it cannot be one itself.
    Lead {
        number: LeadNumber::Item(item),
        mark,
        text,
    }
}

/// `2.1.1 (S)`, `3 . (S)`, `A.1. (S)`: a number of another kind, whole, before a mark. The mark is that of the portion.
fn section_number(line: &str, at: usize) -> Option<Lead> {
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

/// Reads a mark right at `at`, as it may stand behind a field label.
pub(super) fn scan_mark(line: &str, at: usize) -> (LeadMark, usize) {
    let rest = from(line, at);
    if let Some(plain) = Plain::of(rest) {
        let (mark, text) = mark_at(plain.text(), 0, false);
        if !matches!(mark, LeadMark::None) {
            let lead = plain.place(Lead {
                number: LeadNumber::None,
                mark,
                text,
            });
            let mark = match lead.mark {
                LeadMark::None => LeadMark::None,
                LeadMark::Stated(stated, span) => LeadMark::Stated(stated, span.shifted(at)),
                LeadMark::Damaged(span) => LeadMark::Damaged(span.shifted(at)),
                LeadMark::Letter { letter, span } => LeadMark::Letter {
                    letter,
                    span: span.shifted(at),
                },
            };
            return (mark, lead.text + at);
        }
    }
    mark_at(line, at, false)
}

fn behind_number(line: &str, number: u16, after: usize) -> Lead {
    let (mark, text) = mark_at(line, after, true);
    if matches!(mark, LeadMark::None)
        && let Some((item, behind)) = enumerator(line, skip_silent(line, after))
    {
        let (mark, text) = mark_at(line, behind, true);
        if matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)) {
            return Lead {
                number: LeadNumber::ParagraphItem(number, item),
                mark,
                text,
            };
        }
    }
    Lead {
        number: LeadNumber::Paragraph(number),
        mark,
        text,
    }
}

/// `4.`, `14.`, `1..`, up to three digits; not `1.1 PERCENT` and not `40,000`.
fn paragraph_number(line: &str, at: usize) -> Option<(u16, usize)> {
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
fn enumerator(line: &str, at: usize) -> Option<(Enumerator, usize)> {
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
            '•', '·', '–', '—', '●', '▪', '◦', '○', '■', '□', '‣', '►', '➢', '\u{f0b7}',
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

/// Whether a token that can only be a mark stands next: more than a letter, or a letter that is a level.
fn certain_mark_follows(line: &str, at: usize) -> bool {
    let at = skip_silent(line, at);
    token(line, at).is_some_and(|(inside, _)| is_certain(inside))
}

/// A number that transmission damaged, before a mark: `4, (C)`, `l4. (C)`, `¶ (C)`, `. (C)`.
fn damaged_number(line: &str, start: usize, at: usize, pilcrow: bool) -> Option<Lead> {
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

/// The text between the parentheses that open at `at`, and the offset behind them.
fn token(line: &str, at: usize) -> Option<(&str, usize)> {
    if byte(line, at) != b'(' {
        return None;
    }
    let end = at + 1 + parenthesis(line, at + 1)?;
    (byte(line, end) == b')').then_some((line.get(at + 1..end)?, end + 1))
}

/// How far behind `at` the next parenthesis stands, as far as a mark can reach.
fn parenthesis(line: &str, at: usize) -> Option<usize> {
    let rest = line.as_bytes().get(at..)?;
    let window = rest.get(..LONGEST_TOKEN).unwrap_or(rest);
    memchr::memchr2(b'(', b')', window)
}

fn mark_at(line: &str, at: usize, numbered: bool) -> (LeadMark, usize) {
    let (mark, end) = one_mark_at(line, at, numbered);
    let span = match &mark {
        LeadMark::Damaged(span) => *span,
        // Half a mark before a whole one: `C) (C) text`.
        LeadMark::Letter { span, .. }
            if byte(line, span.start()) != b'(' && certain_mark_follows(line, end) =>
        {
            *span
        }
        LeadMark::None | LeadMark::Stated(..) | LeadMark::Letter { .. } => return (mark, end),
    };
    let end = run_end(line, end);
    (LeadMark::Damaged(Span::new(span.start(), end)), end)
}

/// Where a run of marks ends that one which cannot be read begins: none behind it makes it readable.
fn run_end(line: &str, end: usize) -> usize {
    let mut end = end;
    while certain_mark_follows(line, end) {
        let Some((_, behind)) = token(line, skip_silent(line, end)) else {
            break;
        };
        end = behind;
    }
    end
}

fn one_mark_at(line: &str, at: usize, numbered: bool) -> (LeadMark, usize) {
    let at = skip_silent(line, at);
    let none = (LeadMark::None, at);
    match byte(line, at) {
        b'(' => {}
        b'[' | b'{' | 0xef => return bracketed(line, at).unwrap_or(none),
        b if b.is_ascii_alphabetic() => return half_closed(line, at, numbered).unwrap_or(none),
        _ => return none,
    }
    let Some((inside, end)) = token(line, at) else {
        return unclosed(line, at).unwrap_or(none);
    };
    let span = Span::new(at, end);
    let reading = StatedMark::read(inside);
    if reading.is_err() || !inside.is_ascii() {
        let (hidden, shown) = without_silent(inside);
        // What a release writes for the originator where the mark could not be read.
        if shown == UNRESOLVED {
            return (LeadMark::Damaged(span), end);
        }
        if reading.is_err() && !token::could_be_mark(&shown) {
            return none;
        }
        if hidden {
            return (LeadMark::Damaged(span), end);
        }
    }
    let mut chars = inside.chars();
    if let (Some(letter), None) = (chars.next(), chars.next())
        && letter.is_ascii_alphabetic()
        && (!numbered || reading.is_err())
        && !certain_mark_follows(line, end)
    {
        let letter_mark = LeadMark::Letter {
            letter: letter.to_ascii_lowercase(),
            span,
        };
        return (letter_mark, end);
    }
    let Ok(stated) = reading else {
        return (LeadMark::Damaged(span), end);
    };
    with_second(line, stated, span)
}

/// Further marks right behind the first: the same again is harmless, another one contradicts it.
fn with_second(line: &str, stated: StatedMark, first: Span) -> (LeadMark, usize) {
    let start = first.start();
    let mut end = first.end();
    while let Some((inside, behind)) = token(line, skip_silent(line, end)) {
        match StatedMark::read(inside) {
            Ok(next) if next.label() == stated.label() => end = behind,
            Err(_) if !(inside.contains("//") && is_mark_shaped(inside)) => break,
            Ok(_) | Err(_) => return (LeadMark::Damaged(Span::new(start, behind)), behind),
        }
    }
    (LeadMark::Stated(stated, Span::new(start, end)), end)
}

/// Whether a token can only be a mark, readable or not.
fn is_certain(inside: &str) -> bool {
    let spelled_out = inside.len() > 3 && !inside.contains(' ');
    StatedMark::read(inside).is_ok()
        || ((inside.contains("//") || spelled_out) && is_mark_shaped(inside))
}

/// `(U text` and `((S) text`: half a mark.
fn unclosed(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    if let Some((inside, end)) = token(line, skip_silent(line, at + 1)) {
        return token::could_be_mark(inside)
            .then_some((LeadMark::Damaged(Span::new(at, end)), end));
    }
    let rest = from(line, at + 1);
    let word: &str = rest.split(|c: char| is_silent(c) || c == '(').next()?;
    let inside = word.trim_end_matches(['.', ',', ':', ';', ']', '}']);
    (inside.len() <= LONGEST_TOKEN && is_certain(inside)).then(|| {
        let end = at + 1 + word.len();
        (LeadMark::Damaged(Span::new(at, end)), end)
    })
}

/// `C) text`, `SBU) text`: half a mark.
fn half_closed(line: &str, at: usize, numbered: bool) -> Option<(LeadMark, usize)> {
    let end = at + parenthesis(line, at)?;
    if byte(line, end) != b')' {
        return None;
    }
    let inside = line.get(at..end)?;
    if !is_certain(inside) {
        return None;
    }
    let span = Span::new(at, end + 1);
    let letter = inside
        .chars()
        .next()
        .filter(|c| !numbered && inside.len() == 1 && c.is_ascii_alphabetic());
    Some(match letter {
        Some(letter) => (
            LeadMark::Letter {
                letter: letter.to_ascii_lowercase(),
                span,
            },
            end + 1,
        ),
        None => (LeadMark::Damaged(span), end + 1),
    })
}

/// A mark in brackets of another kind, or one that the printed series leaves out: `[C]`, `（C）`, `[portion marking not declassified]`.
fn bracketed(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    let rest = from(line, at);
    let open = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '[' | '{' | '（'))?;
    let inside_at = at + open.len_utf8();
    let window = from(line, inside_at);
    let close = window
        .char_indices()
        .take(LONGEST_TOKEN)
        .find(|(_, c)| matches!(c, ']' | '}' | '）' | ')'))?;
    let inside = window.get(..close.0)?;
    let end = inside_at + close.0 + close.1.len_utf8();
    let lower = inside.to_ascii_lowercase();
    let left_out = lower.ends_with("not declassified")
        && (lower.contains("marking") || lower.starts_with("classification"));
    (left_out || StatedMark::read(inside).is_ok())
        .then_some((LeadMark::Damaged(Span::new(at, end)), end))
}

/// The token without characters that do not show, and whether there were any inside it.
fn without_silent(inside: &str) -> (bool, std::borrow::Cow<'_, str>) {
    if inside.chars().all(|c| c == ' ' || !is_silent(c)) {
        (false, inside.into())
    } else {
        (
            true,
            inside
                .chars()
                .filter(|c| *c == ' ' || !is_silent(*c))
                .collect::<String>()
                .into(),
        )
    }
}
