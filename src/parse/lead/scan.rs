//! Reads how a line begins.

use super::super::beginning::is_stopped_word;
use super::super::chars::{byte, from, skip_silent};
use super::super::lines::Line;
use super::super::look::Look;
use super::super::plain::Plain;
use super::super::token;
use super::mark::{mark_at, run_end};
use super::number::{
    damaged_number, enumerator, long_number, number_of_parts, paragraph_number, section_number,
};
use super::what::{Lead, LeadMark, LeadNumber};
use crate::Span;
use crate::document::{Enumerator, Number};
use crate::marking::StatedMark;

/// How many enumerators may stand before a mark, and the longest number of several parts, in bytes.
const NESTED: usize = 3;

/// The longest mark that is looked for in a short look, in bytes, with its bracket.
const LONGEST_USUAL: usize = 12;

/// The longest number of a paragraph or an item of letters, in bytes, with its full stop.
const LONGEST_ITEM: usize = 8;

/// The highest number of a paragraph that needs no number before it.
const THREE_DIGITS: u32 = 999;

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// At the start of a block: what stands in the place of a mark and is not read is an unreadable mark.
    Block,
    /// Inside one: a parenthesis may be one of its text.
    Line,
}

/// Reads how `line` begins, inside a block.
pub(in crate::parse) fn scan(line: &str) -> Lead {
    looked_through(line, Standing::Line)
}

/// The same of a whole line; most have nothing in them that a number or a mark is made of.
pub(in crate::parse) fn scan_line(line: Line<'_>) -> Lead {
    text(line).unwrap_or_else(|| scan(line.text))
}

/// The same of a whole line, where a block begins with it.
pub(in crate::parse) fn scan_first(line: Line<'_>) -> Lead {
    text(line).unwrap_or_else(|| looked_through(line.text, Standing::Block))
}

/// The same of a line that begins with a number of more than three digits, the one behind `last`: `1003. (U) text`. Any other
/// such number may be a year or an amount (reading rule 5).
pub(in crate::parse) fn scan_counted(line: &str, last: u32) -> Option<Lead> {
    if last < THREE_DIGITS {
        return None;
    }
    let (number, _) = long_number(line, skip_silent(line, 0))?;
    scan_long(line).filter(|_| Some(number) == last.checked_add(1))
}

/// The same where no year and no amount can stand.
pub(in crate::parse) fn scan_long(line: &str) -> Option<Lead> {
    let (number, after) = long_number(line, skip_silent(line, 0))?;
    let lead = behind_number(line, number, after);
    Some(or_odd(line, lead, Standing::Block))
}

/// Without the signs of marks a line is text that begins with a letter or a digit, unless a full stop makes a number or an item of
/// what it begins with.
fn text(line: Line<'_>) -> Option<Lead> {
    if line.look.holds(Look::SIGNS) {
        return None;
    }
    let start = skip_silent(line.text, 0);
    let shown = line.text.as_bytes().get(start..)?;
    let head = shown.get(..LONGEST_ITEM).unwrap_or(shown);
    // One letter by itself may be a bullet.
    let word = !matches!(shown.get(1), Some(b' ' | b'\t'));
    let first = shown.first()?;
    let stopped = || first.is_ascii_alphabetic() && is_stopped_word(shown);
    let text = first.is_ascii_alphanumeric() && word && (!head.contains(&b'.') || stopped());
    text.then_some(Lead {
        number: LeadNumber::None,
        mark: LeadMark::None,
        text: start,
    })
}

/// What stands around a mark is looked through where a number or a mark comes of it.
fn looked_through(line: &str, standing: Standing) -> Lead {
    // Nearly every paragraph begins so.
    usual(line).unwrap_or_else(|| in_full(line, standing))
}

fn in_full(line: &str, standing: Standing) -> Lead {
    if let Some(plain) = Plain::of(line) {
        let lead = scan_plain(plain.text(), standing);
        if lead.has_mark() || matches!(lead.number, LeadNumber::Paragraph(_)) {
            return plain.place(lead);
        }
    }
    scan_plain(line, standing)
}

/// `¶4. (C) The relay`, `4. (S//NF) relay`: the number of a paragraph, a mark that needs no reading, and the word of a sentence
/// behind it, in which nothing is to be looked through and which is no caveat.
fn usual(line: &str) -> Option<Lead> {
    let at = if line.starts_with('¶') {
        '¶'.len_utf8()
    } else {
        0
    };
    let (number, after) = paragraph_number(line, at)?;
    let open = after + 1;
    if byte(line, after) != b' ' || byte(line, open) != b'(' {
        return None;
    }
    let rest = from(line, open + 1);
    let close = rest.bytes().take(LONGEST_USUAL).position(|b| b == b')')?;
    let end = open + 1 + close + 1;
    let mut word = from(line, end).bytes();
    let first = word.next().filter(|b| *b == b' ').and(word.next())?;
    let begins = match first {
        b'a'..=b'z' => true,
        b'A'..=b'Z' => {
            let small = word.take_while(u8::is_ascii_lowercase).count();
            let behind = from(line, end + " A".len() + small).as_bytes();
            small > 0
                && !matches!(behind, [b' ', b'-', ..])
                && matches!(behind, [] | [b' ' | b',' | b':' | b'.', ..])
        }
        _ => false,
    };
    let stated = StatedMark::common(rest.get(..close)?).filter(|_| begins)?;
    Some(Lead {
        number: LeadNumber::Paragraph(number),
        mark: LeadMark::Stated(stated.clone(), Span::new(open, end)),
        text: end,
    })
}

fn scan_plain(line: &str, standing: Standing) -> Lead {
    let start = skip_silent(line, 0);
    let (pilcrow, at) = match from(line, start).strip_prefix('¶') {
        Some(_) => (true, skip_silent(line, start + '¶'.len_utf8())),
        None => (false, start),
    };
    if let Some(lead) = number_of_parts(line, at) {
        return lead;
    }
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

/// An item, with the mark of the items below it: `a. (1) (S)`, `- - (S)`.
fn behind_item(line: &str, item: Enumerator, after: usize) -> Lead {
    let (mark, text) = behind_items(line, after).unwrap_or_else(|| mark_at(line, after, true));
    // An enumerator in parentheses or alone is only certain where a mark follows or it cannot be one itself.
    Lead {
        number: LeadNumber::Item(item),
        mark,
        text,
    }
}

/// The mark behind the items that stand from `at` on: `(1) (S)`, `(1)(a) (S)`.
fn behind_items(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    let behind = items(line, at).last()?.behind;
    let (mark, text) = mark_at(line, behind, true);
    matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)).then_some((mark, text))
}

/// An item of a lead.
#[derive(Clone, Copy, Debug)]
pub(in crate::parse) struct Item {
    pub(in crate::parse) item: Enumerator,
    /// Where it begins in the line, and where what follows it does.
    pub(in crate::parse) start: usize,
    behind: usize,
}

/// The items that stand from `at` on.
fn items(line: &str, at: usize) -> impl Iterator<Item = Item> {
    std::iter::successors(nested(line, at), |item| nested(line, item.behind)).take(NESTED)
}

/// An item that is no mark: `(1)`, `(ii)`, `(a)`, a bullet.
fn nested(line: &str, at: usize) -> Option<Item> {
    let start = skip_silent(line, at);
    let counts = match token::at(line, start).filter(|_| byte(line, start) == b'(') {
        Some(token) => StatedMark::of(token.inside(line)).is_none(),
        None => matches!(mark_at(line, start, true).0, LeadMark::None),
    };
    let (item, behind) = enumerator(line, start).filter(|_| counts)?;
    Some(Item {
        item,
        start,
        behind,
    })
}

/// The items that `line` begins with, behind the number of its paragraph and as far as its mark: `a`, `1`, `a` of
/// `2. a. (1)(a) (S)`.
pub(in crate::parse) fn items_of(line: &str, lead: &Lead) -> impl Iterator<Item = Item> {
    let start = skip_silent(line, 0);
    let counted = matches!(
        lead.number,
        LeadNumber::Paragraph(_) | LeadNumber::ParagraphItem(..)
    );
    let long = || long_number(line, start).filter(|_| counted);
    let number = paragraph_number(line, start).or_else(long);
    let start = number.map_or(start, |(_, after)| after);
    let mark = match &lead.mark {
        LeadMark::Stated(_, span) | LeadMark::Damaged(span) => span.start(),
        LeadMark::None | LeadMark::Letter { .. } => 0,
    };
    items(line, start).take_while(move |item| item.behind <= mark)
}

/// The number of the first of these items, with those below it that open on the same line.
pub(in crate::parse) fn with_items(number: Number, line: &str, lead: &Lead) -> Number {
    items_of(line, lead)
        .skip(1)
        .fold(number, |number, below| number.opens(below.item))
}

/// Reads a mark right at `at` of a line.
pub(in crate::parse) fn scan_mark_in(line: Line<'_>, at: usize) -> (LeadMark, usize) {
    if line.look.holds(BRACKETS) {
        scan_mark(line.text, at)
    } else {
        (LeadMark::None, skip_silent(line.text, at))
    }
}

/// What stands around a mark, whole or half, or stands for a sign that does.
const BRACKETS: Look = Look::OPENS.or(Look::MARKS).or(Look::WIDE);

/// Reads a mark right at `at`, as it may stand behind a field label.
pub(in crate::parse) fn scan_mark(line: &str, at: usize) -> (LeadMark, usize) {
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

fn behind_number(line: &str, number: u32, after: usize) -> Lead {
    if let Some(Item { item, behind, .. }) = nested(line, after) {
        let (mark, text) =
            behind_items(line, behind).unwrap_or_else(|| mark_at(line, behind, true));
        if matches!(mark, LeadMark::Stated(..) | LeadMark::Damaged(_)) {
            return Lead {
                number: LeadNumber::ParagraphItem(number, item),
                mark,
                text,
            };
        }
    }
    let (mark, text) = mark_at(line, after, true);
    Lead {
        number: LeadNumber::Paragraph(number),
        mark,
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::Lines;
    use super::*;
    use crate::random::Random;

    #[test]
    fn without_the_signs_of_a_mark_a_line_begins_as_text() {
        let parts = [
            "The", "relay", "talks.", "Pier.", "mild.", "xiii.", "iv.", "a.", "14", "4.", "1.1",
            "12", " ", "  ", "*", "**", "-", "- ", "o ", "\"", "'", "#", "SECRET", "S", "U.S.",
            "TEXT 1.", "No. 2", "BT", "is", "dry.", "2008", ",", "~", "_", "!", "A", "x", ".",
            "(C)", "/", ":", "¶", "©", "C)", "[S]",
        ];
        let mut random = Random::new();
        let mut texts = 0;
        for _ in 0..32_768 {
            let line: String = (0..1 + random.below(5))
                .map(|_| random.pick(&parts))
                .collect();
            let Some(read) = Lines::of(&line).at(0) else {
                continue;
            };
            let (mark, at) = scan_mark_in(read, 0);
            let full = scan_mark(read.text, 0);
            assert_eq!(
                format!("{mark:?} {at}"),
                format!("{:?} {}", full.0, full.1),
                "{line:?}"
            );
            let Some(lead) = text(read) else { continue };
            texts += 1;
            for standing in [Standing::Block, Standing::Line] {
                let full = in_full(read.text, standing);
                assert_eq!(format!("{lead:?}"), format!("{full:?}"), "{line:?}");
            }
        }
        assert!(texts > 1000, "{texts}");
    }

    #[test]
    fn the_usual_lead_is_read_as_any_other() {
        let numbers = [
            "¶4.", "4.", "14.", "4..", "4 .", "¶ 4.", "1111.", "4", " 4.", "¶¶4.",
        ];
        let marks = [
            "(C)",
            "(S//NF)",
            "(U)",
            "(SBU)",
            "(TS//SI//NF)",
            "(LOU)",
            "(Q)",
            "( C )",
            "(C",
            "(S/NF)",
            "(NF)",
            "(U//FOUO)",
        ];
        let behind = [
            " ", " ", " ", " ", "", " ", "  ", "/NF ", " (C) ", " - ", "\u{200b}", " *", "&nbsp;",
            " ¶", ". ", ": ",
        ];
        let words = [
            "The",
            "the",
            "A",
            "NOFORN",
            "Noforn",
            "Exdis",
            "EXDIS",
            "Nodis",
            "REL TO USA, GBR",
            "Rel to USA, GBR",
            "X",
            "Secret",
            "é",
            "T",
            "Ode",
            "NF",
            "Nf",
            "noforn",
            "Sensitive",
            "SENSITIVE",
            "Orcon",
        ];
        let ends = [
            " relay is dry.",
            ".",
            ":",
            " - the relay",
            ", and",
            "'s relay",
            "*s*",
            ": the relay",
            "",
            " relay “(S)” holds",
            " <b>x</b>",
            "’s relay",
            ". The relay",
            "/NF",
            " (S) relay",
            " RELAY",
        ];
        let mut random = Random::new();
        let mut usual_ones = 0;
        for _ in 0..32_768 {
            let parts = [
                random.pick(&numbers),
                " ",
                random.pick(&marks),
                random.pick(&behind),
                random.pick(&words),
                random.pick(&ends),
            ];
            let line = parts.concat();
            let Some(lead) = usual(&line) else { continue };
            usual_ones += 1;
            for standing in [Standing::Block, Standing::Line] {
                let full = in_full(&line, standing);
                assert_eq!(format!("{lead:?}"), format!("{full:?}"), "{line:?}");
            }
        }
        assert!(usual_ones > 500, "{usual_ones}");
    }
}
