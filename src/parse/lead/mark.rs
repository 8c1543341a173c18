//! A mark right at a place of a line: whole, half, one of several, or a single letter.

use std::borrow::Cow;

use super::super::chars::{byte, from, is_silent, skip_silent};
use super::super::{plain, token};
use super::what::LeadMark;
use crate::Span;
use crate::marking::{Likeness, StatedMark, is_mark_shaped, names_protection};

/// How an unresolved label prints.
const UNRESOLVED: &str = "unresolved";

/// Whether a token that can only be a mark stands next: more than a letter, or a letter that is a level.
pub(super) fn certain_mark_follows(line: &str, at: usize) -> bool {
    let at = skip_silent(line, at);
    match token(line, at) {
        Some((inside, end)) => is_certain(inside) && !plain::is_of_text(inside, from(line, end)),
        None => misread(line, at).is_some(),
    }
}

/// The text between the parentheses that open at `at`, and the offset behind them.
pub(super) fn token(line: &str, at: usize) -> Option<(&str, usize)> {
    if byte(line, at) != b'(' {
        return None;
    }
    let end = at + 1 + parenthesis(line, at + 1)?;
    (byte(line, end) == b')').then_some((line.get(at + 1..end)?, end + 1))
}

/// How far behind `at` the next parenthesis stands, as far as a mark can reach.
fn parenthesis(line: &str, at: usize) -> Option<usize> {
    let rest = line.as_bytes().get(at..)?;
    let window = rest.get(..token::LONGEST).unwrap_or(rest);
    memchr::memchr2(b'(', b')', window)
}

pub(super) fn mark_at(line: &str, at: usize, numbered: bool) -> (LeadMark, usize) {
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
pub(super) fn run_end(line: &str, end: usize) -> usize {
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
        b if b.is_ascii_alphabetic() || matches!(b, b'|' | b'!') => {
            return misread(line, at)
                .or_else(|| half_closed(line, at, numbered))
                .unwrap_or(none);
        }
        _ => return none,
    }
    let Some((inside, end)) = token(line, at) else {
        return unclosed(line, at).unwrap_or(none);
    };
    let span = Span::new(at, end);
    if plain::is_of_word(inside, from(line, end)) {
        return none;
    }
    // `(U)? text`: whoever marked it was not sure.
    if byte(line, end) == b'?' && token::could_be_mark(inside) {
        return (LeadMark::Damaged(Span::new(at, end + 1)), end + 1);
    }
    let reading = StatedMark::of(inside);
    if reading.is_none() || !inside.is_ascii() {
        let (hidden, shown) = without_silent(inside);
        // What a release writes for the originator where the mark could not be read.
        if shown == UNRESOLVED {
            return (LeadMark::Damaged(span), end);
        }
        if reading.is_none() && !token::could_be_mark(&shown) {
            return none;
        }
        if hidden {
            return (LeadMark::Damaged(span), end);
        }
    }
    let mut chars = inside.chars();
    if let (Some(letter), None) = (chars.next(), chars.next())
        && letter.is_ascii_alphabetic()
        && (!numbered || reading.is_none())
        && !certain_mark_follows(line, end)
    {
        let letter_mark = LeadMark::Letter {
            letter: letter.to_ascii_lowercase(),
            span,
        };
        return (letter_mark, end);
    }
    let Some(stated) = reading else {
        return (LeadMark::Damaged(span), end);
    };
    with_second(line, stated, span)
}

/// `lSl text`: a mark both of whose brackets were misread.
fn misread(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    if !matches!(byte(line, at), b'l' | b'|' | b'!' | b'1') {
        return None;
    }
    let word = from(line, at).split(is_silent).next()?;
    let end = at + word.len();
    token::is_misread(word).then_some((LeadMark::Damaged(Span::new(at, end)), end))
}

/// Further marks right behind the first: the same again is harmless, another one contradicts it.
fn with_second(line: &str, stated: StatedMark, first: Span) -> (LeadMark, usize) {
    let start = first.start();
    let mut end = first.end();
    while let Some((inside, behind)) = token(line, skip_silent(line, end)) {
        match StatedMark::of(inside) {
            Some(_) if plain::is_of_text(inside, from(line, behind)) => break,
            Some(next) if next.label() == stated.label() => end = behind,
            // `(C) (FGI GBR)`: what the register lists, and no ordinary abbreviation.
            None if !(inside.contains(['/', ' ']) && is_mark_shaped(inside)) => break,
            Some(_) | None => return (LeadMark::Damaged(Span::new(start, behind)), behind),
        }
    }
    match caveat(line, end) {
        Some(behind) => (LeadMark::Damaged(Span::new(start, behind)), end),
        None => (LeadMark::Stated(stated, Span::new(start, end)), end),
    }
}

/// The longest caveat behind a mark that a colon ends, in bytes.
const CAVEAT: usize = 40;

/// Where a caveat ends that stands behind a mark without brackets of its own: `(C)/NF`, `(C) NOFORN The relay`, `(C) NODIS.`,
/// `(C) REL TO USA, GBR:`. In a text in capitals a word of one may begin a sentence: `(U) EXDIS TELEGRAMS GO TO …`.
fn caveat(line: &str, end: usize) -> Option<usize> {
    let glued = from(line, end)
        .strip_prefix('/')
        .map(|rest| rest.trim_start_matches('/'));
    let at = glued.map_or_else(|| skip_silent(line, end), |rest| line.len() - rest.len());
    let rest = from(line, at);
    if !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let word = rest.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let behind = from(rest, word.len());
    let headed = behind.starts_with([':', '.']) || behind.starts_with(" - ");
    // Most marks stand before a sentence. Letters and digits are certain where they are capitals alone.
    let capitals = !word.contains(|c: char| c.is_ascii_lowercase());
    if !(capitals || headed || glued.is_some()) {
        return None;
    }
    let prose = behind
        .split_ascii_whitespace()
        .next()
        .is_some_and(|next| next.contains(|c: char| c.is_ascii_lowercase()));
    let controls = (capitals && Likeness::of(word).is_certain())
        || ((glued.is_some() || headed)
            && word.len() < 4
            && word.len() > 1
            && is_mark_shaped(word));
    if controls && (glued.is_some() || headed || prose) {
        return Some(at + word.len());
    }
    let head = rest
        .bytes()
        .take(CAVEAT)
        .position(|b| b == b':')
        .and_then(|colon| rest.get(..colon))?;
    let caveat = !head.contains(|c: char| c.is_ascii_lowercase())
        && (Likeness::of(head).is_certain() || names_protection(head));
    caveat.then_some(at + head.len())
}

/// Whether a token can only be a mark, readable or not.
fn is_certain(inside: &str) -> bool {
    let spelled_out = inside.len() > 3 && !inside.contains(' ');
    StatedMark::of(inside).is_some()
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
    (inside.len() <= token::LONGEST && is_certain(inside)).then(|| {
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
        .take(token::LONGEST)
        .find(|(_, c)| matches!(c, ']' | '}' | '）' | ')'))?;
    let inside = window.get(..close.0)?;
    let end = inside_at + close.0 + close.1.len_utf8();
    let lower = inside.to_ascii_lowercase();
    let left_out = lower.ends_with("not declassified")
        && (lower.contains("marking") || lower.starts_with("classification"));
    (left_out || StatedMark::of(inside).is_some())
        .then_some((LeadMark::Damaged(Span::new(at, end)), end))
}

/// The token without characters that do not show, and whether there were any inside it.
fn without_silent(inside: &str) -> (bool, Cow<'_, str>) {
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
