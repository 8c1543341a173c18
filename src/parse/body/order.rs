//! Numbers and letters out of their order: initials of a name, and marks that were damaged into numbers.

use super::super::beginning::LONGEST_NAME;
use super::super::build::Builder;
use super::super::chars::{byte, from, skip_silent, trim};
use super::super::lead::{self, Lead, LeadMark, LeadNumber};
use super::super::{plain, run, token};
use crate::Span;
use crate::document::{Enumerator, Number};
use crate::marking::StatedMark;

/// How far an item of a list may stand behind the one before it in one block, in bytes.
const LIST: usize = 4096;

/// How many blocks may stand between two items of a list.
const ITEMS: usize = 32;

/// `(5) …` out of its order may have been `(S)`: without the item before it, a digit in parentheses is no item.
pub(in crate::parse) fn in_order(builder: &Builder<'_>, line: &str, lead: Lead) -> Lead {
    let mut lead = items_in_order(builder, line, without_initial(builder, line, lead));
    if let (LeadNumber::Item(Enumerator::Letter(letter)), true) = (lead.number, lead.has_mark()) {
        if letter == 'l' && begins_count(builder, line) {
            lead.number = LeadNumber::Paragraph(1);
        }
        return lead;
    }
    // `(U) (e) text`: two marks, of which the second is damaged, unless it counts an item.
    if let (LeadMark::Stated(_, span), Some(token)) =
        (&lead.mark, token::at(line, skip_silent(line, lead.text)))
        && let Some(item) = letter_of_item(token.inside(line))
        && !item.follows(builder.item)
        && !plain::is_of_text(token.inside(line), from(line, token.span.end()))
    {
        let end = token.span.end();
        lead.mark = LeadMark::Damaged(Span::new(span.start(), end));
        lead.text = end;
        return lead;
    }
    let start = skip_silent(line, 0);
    // A letter for a bullet says that a line is an item among others; where a block begins it may be a word.
    if lead.number == LeadNumber::Item(Enumerator::Bullet)
        && !lead.has_mark()
        && byte(line, start).is_ascii_alphabetic()
    {
        return Lead {
            number: LeadNumber::None,
            text: start,
            ..lead
        };
    }
    // `C. text`, `s. text` without the item before it may have been `(C)`, `(S)`.
    if let LeadNumber::Item(item @ Enumerator::Letter(letter @ ('c' | 's'))) = lead.number
        && !item.follows(builder.item)
        && !holds(builder, item)
        && !goes_on_in_text(builder, letter)
    {
        lead.number = LeadNumber::None;
        lead.mark = LeadMark::Damaged(Span::new(start, lead.text));
        return lead;
    }
    let LeadNumber::Item(item @ Enumerator::Digit(digit)) = lead.number else {
        return lead;
    };
    let one = digit < 10 && byte(line, start) == b'(' && byte(line, start + 2) == b')';
    let follows = digit == 1 || item.follows(builder.item) || holds(builder, item);
    if one && !lead.has_mark() && !follows {
        lead.number = LeadNumber::None;
        lead.mark = LeadMark::Damaged(Span::new(start, start + 3));
    }
    lead
}

/// `l. (S) text` where nothing is counted before it: typewriters have no other sign for the number 1.
fn begins_count(builder: &Builder<'_>, line: &str) -> bool {
    builder.paragraph.is_none()
        && builder.item.is_none()
        && from(line, skip_silent(line, 0)).starts_with("l.")
}

/// `(C) (U) text` are two marks, unless the letter counts an item.
fn two_marks(builder: &Builder<'_>, line: &str, mut lead: Lead) -> Lead {
    let LeadNumber::Item(item @ Enumerator::Letter(letter)) = lead.number else {
        return lead;
    };
    let start = skip_silent(line, 0);
    let level = StatedMark::of(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4])).is_some();
    let Some(token) = token::at(line, start).filter(|_| level && lead.has_mark()) else {
        return lead;
    };
    let capital = |text: &str| text.contains(|c: char| c.is_ascii_uppercase());
    let listed =
        item.follows(builder.item) && builder.item_is_capital == capital(token.inside(line));
    if !listed {
        lead.number = LeadNumber::None;
        lead.mark = LeadMark::Damaged(Span::new(start, lead.text.max(token.span.end())));
    }
    lead
}

/// `2. (e) (U)` may have been `(C) (U)`, which contradict each other: an item in parentheses before a mark is the first of its
/// kind, or follows one that stands before it.
pub(in crate::parse) fn items_in_order(builder: &Builder<'_>, line: &str, lead: Lead) -> Lead {
    let last = builder.paragraph;
    let counted = last.and_then(|last| lead::scan_counted(line, last));
    let lead = counted.unwrap_or(lead);
    let lead = two_marks(builder, line, lead);
    let LeadMark::Stated(_, span) = &lead.mark else {
        return lead;
    };
    // Nearly always nothing but a number stands before the mark.
    let before = line.as_bytes().get(..span.start()).unwrap_or_default();
    if !before.contains(&b'(') {
        return lead;
    }
    let wrong = lead::items_of(line, &lead)
        .filter(|item| byte(line, item.start) == b'(')
        .filter(|item| may_be_level(line, item.item, item.start))
        .find(|item| !(item.item.follows(None) || holds(builder, item.item)));
    match wrong {
        Some(item) => Lead {
            mark: LeadMark::Damaged(Span::new(item.start, span.end())),
            ..lead
        },
        None => lead,
    }
}

/// Whether what counts an item may be the letter of a level that a scanner read for another sign: `(e)` of `(C)`, `(5)` of `(S)`.
fn may_be_level(line: &str, item: Enumerator, start: usize) -> bool {
    match item {
        Enumerator::Digit(digit) => !matches!(digit, 1..=4 | 7 | 10..),
        Enumerator::Letter(letter) => {
            byte(line, start + 1).is_ascii_uppercase()
                || !matches!(letter, 'a' | 'b' | 'd' | 'f' | 'h'..='n' | 'p'..='r' | 't' | 'w'..='z')
        }
        Enumerator::Roman(_) | Enumerator::Bullet => false,
    }
}

/// Without the number of an item that stands out of its order and looks like the initials of a name: `C. Ode` signs.
fn without_initial(builder: &Builder<'_>, line: &str, lead: Lead) -> Lead {
    let LeadNumber::Item(item @ Enumerator::Letter(letter)) = lead.number else {
        return lead;
    };
    let start = skip_silent(line, 0);
    let name = trim(line);
    // `I. Background` counts in Roman numbers.
    let signs = !matches!(letter, 'a' | 'i' | 'v' | 'x')
        && !lead.has_mark()
        && !item.follows(builder.item)
        && byte(line, start).is_ascii_uppercase()
        && byte(line, start + 1) == b'.'
        && name.len() <= LONGEST_NAME
        && !name.ends_with(['.', ':', ';'])
        && name.split_whitespace().count() <= 4
        && name
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase));
    if signs {
        Lead {
            number: LeadNumber::None,
            text: start,
            ..lead
        }
    } else {
        lead
    }
}

/// The item that a single letter in brackets counts; `None` for the first of a list and for what counts nothing.
fn letter_of_item(inside: &str) -> Option<Enumerator> {
    let mut chars = inside.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            let letter = letter.to_ascii_lowercase();
            (letter != 'a' && letter != 'i').then_some(Enumerator::Letter(letter))
        }
        _ => None,
    }
}

/// `… as follows: a. It rains. b. It is dry.`: whether a letter goes on with a complete run in the text of the block before.
fn goes_on_in_text(builder: &Builder<'_>, letter: char) -> bool {
    let text = builder.blocks.last().map(|block| block.text);
    let text = text.and_then(|text| builder.source.get(text.range()));
    text.is_some_and(|text| {
        [letter, letter.to_ascii_uppercase()]
            .into_iter()
            .any(|letter| run::goes_on_half(text, letter))
    })
}

/// Whether the item before this one stands in the same paragraph, in its text or as a block of its own.
pub(super) fn holds(builder: &Builder<'_>, item: Enumerator) -> bool {
    let before = match item {
        Enumerator::Letter(letter) => u32::from(letter).checked_sub(1).and_then(char::from_u32),
        Enumerator::Digit(digit) if digit < 10 => {
            char::from_digit(u32::from(digit.saturating_sub(1)), 10)
        }
        Enumerator::Digit(_) | Enumerator::Roman(_) | Enumerator::Bullet => None,
    };
    let token = before.map(|before| format!("({before})"));
    builder
        .blocks
        .iter()
        .rev()
        .take(ITEMS)
        .take_while(|block| block.kind.is_body())
        .any(|block| {
            let numbers = block.number.into_iter().flat_map(Number::items);
            let text = builder
                .source
                .get(block.text.range())
                .unwrap_or_default()
                .as_bytes();
            let near = text
                .get(text.len().saturating_sub(LIST)..)
                .unwrap_or_default();
            numbers.into_iter().any(|number| item.follows(Some(number)))
                || token
                    .as_ref()
                    .is_some_and(|token| memchr::memmem::find(near, token.as_bytes()).is_some())
        })
}
