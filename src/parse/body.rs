//! The body: where one block ends and the next begins.

use super::build::{Builder, Line, line_at};
use super::captions::{self, CaptionLine};
use super::chars::{byte, from, skip_silent, trim};
use super::furniture::{is_furniture, section_head};
use super::lead::{self, Lead, LeadMark, LeadNumber};
use super::lists;
use super::{header, level_line};
use crate::document::{Bases, BlockKind, Field, Mark};
use crate::marking::{Label, StatedMark};

/// How many captions and passing instructions a section can repeat.
const SECTION_REPEATS: usize = 8;
/// The longest line that can be a signature, in bytes.
const LONGEST_NAME: usize = 40;
/// How far an item of a list may stand behind the one before it in one block, in bytes.
const LIST: usize = 4096;

/// Reads everything from `at` on as body.
pub(super) fn read(builder: &mut Builder<'_>, at: usize) {
    let mut at = at;
    let mut block_start = true;
    while let Some(line) = line_at(builder.source, at) {
        at = line.next;
        if builder.open && !block_start && is_running_text(line.text) {
            at = running_text(builder, line);
            continue;
        }
        if line.is_blank() {
            builder.blank(line);
            block_start = true;
            continue;
        }
        if let Some(end) = section_head(builder.source, line) {
            at = skip_section(builder, line, end);
            continue;
        }
        let starts = block_start || !builder.open;
        if furniture(builder, line, starts) {
            continue;
        }
        block_start = false;
        if starts {
            start(builder, line);
        } else {
            inner(builder, line);
        }
    }
    builder.close();
}

/// Gives the open block a run of lines that are text beyond doubt; the offset behind them.
fn running_text<'a>(builder: &mut Builder<'a>, first: Line<'a>) -> usize {
    let mut last = first;
    while let Some(line) = line_at(builder.source, last.next) {
        if !is_running_text(line.text) {
            break;
        }
        last = line;
    }
    builder.extend(first, last);
    last.next
}

/// Whether a line inside a block is running text beyond doubt: it begins with a letter and cannot be a number, an
/// enumerator, half a mark, furniture, a banner, a transmission line or a signature. Only a shortcut: a line that this
/// turns down is looked at in full.
fn is_running_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some([first, second, head @ ..]), Some(last)) = (bytes.first_chunk::<8>(), bytes.last())
    else {
        return false;
    };
    // A signature is a short line in capitals.
    let word = first.is_ascii_alphabetic()
        && (second.is_ascii_lowercase()
            || (second.is_ascii_uppercase() && bytes.len() > LONGEST_NAME));
    word
        // `iv.`, `a)`: an enumerator or half a mark closes early.
        && !head.iter().any(|byte| matches!(byte, b'.' | b')'))
        // A line of furniture ends in a number; white space at the end has to be cut off.
        && last.is_ascii_graphic()
        && !last.is_ascii_digit()
        && !opens_level_or_furniture(*bytes.first_chunk().unwrap_or(&[0; 5]))
}

/// How the levels begin, and PAGE, SECTION, NNNN, ACTION, ORIGIN, VZCZC and ZCZC.
const fn opens_level_or_furniture(head: [u8; 5]) -> bool {
    let [a, b, c, d, e] = head;
    match &[a | 0x20, b | 0x20, c | 0x20, d | 0x20] {
        b"uncl" | b"conf" | b"secr" | b"tops" | b"top " | b"limi" | b"sens" | b"cont" | b"page"
        | b"sect" | b"nnnn" | b"acti" | b"orig" | b"vzcz" | b"zczc" | b"lou " | b"sbu " => true,
        b"for " => e | 0x20 == b'o',
        [b'l', b'o', b'u', last] | [b's', b'b', b'u', last] => !last.is_ascii_alphabetic(),
        _ => false,
    }
}

/// The transmission lines of a further section are furniture; its level line counts all the same.
fn skip_section<'a>(builder: &mut Builder<'a>, first: Line<'a>, end: usize) -> usize {
    let mut line = Some(first);
    while let Some(here) = line.filter(|here| here.start < end) {
        if let Some(words) = level_line::read(here.text) {
            builder.level_below(here.span(), words.label);
            builder.header.sensitive |= words.sensitive;
            builder.header.captions.extend(words.captions);
        }
        builder.furniture(here);
        line = line_at(builder.source, here.next);
    }
    repeated_fields(builder, end)
}

/// Behind the level line a section repeats captions and passing instructions, each between blank lines. They are header
/// lines again; what they say of themselves decides it, and nothing that stands in the first header.
fn repeated_fields(builder: &mut Builder<'_>, end: usize) -> usize {
    let mut at = end;
    for _ in 0..SECTION_REPEATS {
        let mut next = at;
        let line = loop {
            match line_at(builder.source, next) {
                Some(line) if line.is_blank() => next = line.next,
                Some(line) => break line,
                None => return at,
            }
        };
        let alone = line_at(builder.source, line.next).is_none_or(Line::is_blank);
        let field = match captions::line(line.text) {
            _ if !alone || !header::could_be_caption(line.text) => break,
            CaptionLine::Known {
                captions,
                sensitive,
            } => {
                builder.header.captions.extend(captions);
                builder.header.sensitive |= sensitive;
                Field::Caption
            }
            CaptionLine::Unknown if header::is_passing(line.text) => Field::Passing,
            CaptionLine::Unknown => break,
        };
        while let Some(blank) = line_at(builder.source, at).filter(|blank| blank.start < line.start)
        {
            builder.blank(blank);
            at = blank.next;
        }
        let text = skip_silent(line.text, 0);
        builder.start(line, BlockKind::Field(field), None, Mark::Unmarked, text);
        builder.close();
        at = line.next;
    }
    at
}

fn furniture<'a>(builder: &mut Builder<'a>, line: Line<'a>, starts: bool) -> bool {
    if is_furniture(line.text) {
        builder.furniture(line);
        return true;
    }
    // In the middle of running text only capitals are a banner: `secret` may be the last word of a sentence.
    if !starts && line.text.chars().any(char::is_lowercase) {
        return false;
    }
    let Some(label) = level_line::banner(line.text) else {
        return false;
    };
    builder.level_below(line.span(), label);
    builder.furniture(line);
    true
}

fn start<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    let lead = lead::scan(line.text);
    if let Some(bases) = excised(builder.source, line, lead.text).filter(|_| !lead.has_mark()) {
        builder.start_body(line, lead);
        builder.excise(bases);
        return;
    }
    builder.start_body(line, lead);
}

/// The reasons of an earlier release that withheld what stood here, where they are all that is left of the block.
pub(super) fn excised(source: &str, line: Line<'_>, at: usize) -> Option<Bases> {
    let bases = excision(from(line.text, at))?;
    line_at(source, line.next)
        .is_none_or(Line::is_blank)
        .then_some(bases)
}

/// `[withheld: classified]`: the place of something that an earlier release left out.
fn excision(text: &str) -> Option<Bases> {
    let shown = from(text, skip_silent(text, 0)).strip_prefix("[withheld: ")?;
    Bases::parse(trim(shown).strip_suffix(']')?)
}

/// A line inside a block. It begins another block only where the marks leave no other reading, or where leaving it in
/// would give it a lower label than it states.
pub(super) fn inner<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    if is_signature(builder, line) {
        builder.start(line, BlockKind::Plain, None, Mark::Unmarked, 0);
        return;
    }
    if !may_lead(line.text) {
        builder.append(line);
        return;
    }
    let mut lead = lead::scan(line.text);
    lead.mark = letter_inside(builder, lead.mark);
    match verdict(builder, &lead) {
        Inner::Text => builder.append(line),
        Inner::Block => builder.start_body(line, lead),
        Inner::Contradiction => {
            lead.number = LeadNumber::Damaged;
            builder.start_body(line, lead);
            builder.contradict();
        }
    }
}

/// A single letter at the start of a line inside a block: an item where the one before it stands in the block too.
pub(super) fn letter_inside(builder: &Builder<'_>, mark: LeadMark) -> LeadMark {
    let LeadMark::Letter { letter, span } = mark else {
        return mark;
    };
    let listed = u8::try_from(letter).is_ok_and(|letter| {
        let before = letter - 1;
        let text = builder.open_text().as_bytes();
        // One that stands further away is taken for none: the letter then counts as a mark.
        let near = text
            .get(text.len().saturating_sub(LIST)..)
            .unwrap_or_default();
        [before, before.to_ascii_uppercase()]
            .into_iter()
            .any(|before| memchr::memmem::find(near, &[b'(', before, b')']).is_some())
    });
    let reading = StatedMark::read(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
    match reading {
        Ok(stated) if !listed => LeadMark::Stated(stated, span),
        Ok(_) | Err(_) => LeadMark::None,
    }
}

enum Inner {
    Text,
    Block,
    Contradiction,
}

fn verdict(builder: &Builder<'_>, lead: &Lead) -> Inner {
    let above = match &lead.mark {
        LeadMark::Stated(stated, _) => !block_dominates(builder, stated),
        LeadMark::Damaged(_) => true,
        LeadMark::None | LeadMark::Letter { .. } => false,
    };
    let stated = matches!(lead.mark, LeadMark::Stated(..) | LeadMark::Damaged(_));
    // Nothing but a number or a mark stands before it: `1.` on a line, `(U)` on the next.
    if stated && builder.open_text().is_empty() {
        return match builder.blocks.last() {
            Some(block) if block.mark.is_unmarked() => Inner::Block,
            Some(_) | None => Inner::Contradiction,
        };
    }
    match lead.number {
        LeadNumber::Paragraph(number) | LeadNumber::ParagraphItem(number, _) => {
            let next = number == builder.paragraph.map_or(1, |last| last.saturating_add(1));
            if next && (stated || !builder.numbers_marked) {
                Inner::Block
            } else if above {
                Inner::Contradiction
            } else {
                Inner::Text
            }
        }
        LeadNumber::Item(item) if stated => {
            if item.follows(builder.item) {
                Inner::Block
            } else if above {
                Inner::Contradiction
            } else {
                Inner::Text
            }
        }
        LeadNumber::Damaged if above => Inner::Contradiction,
        // A mark at the start of a line, after the end of a sentence: a paragraph without a blank line before it. In the
        // middle of a sentence it is text.
        LeadNumber::None
            if above
                && builder
                    .open_text()
                    .ends_with(['.', ':', '!', '?', ')', '"', '”']) =>
        {
            Inner::Block
        }
        LeadNumber::None | LeadNumber::Item(_) | LeadNumber::Damaged => Inner::Text,
    }
}

/// Whether the block that is open is withheld wherever `stated` is.
pub(super) fn block_dominates(builder: &Builder<'_>, stated: &StatedMark) -> bool {
    // A letter whose neighbours are not known yet holds back what it would as a mark.
    if let Some(letter) = builder
        .blocks
        .last()
        .and_then(|block| lists::letter_of(builder.source, block))
        .filter(|letter| letter.whole)
    {
        return letter
            .reading()
            .is_some_and(|own| own.label().dominates(&stated.label()));
    }
    match builder.blocks.last().map(|block| &block.mark) {
        Some(Mark::Stated { stated: own, .. }) => own.label().dominates(&stated.label()),
        Some(Mark::Damaged { .. } | Mark::Excised(_)) => true,
        // What an unmarked block will be rated is not known here; that it is at least unclassified is.
        Some(Mark::Unmarked) | None => Label::unclassified().dominates(&stated.label()),
    }
}

/// The name under a telegram, without a blank line before it: the last line, in capitals, behind the end of a sentence.
/// It is no part of the paragraph above it.
fn is_signature(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let shown = trim(line.text);
    let name = shown.len() <= LONGEST_NAME
        && shown
            .bytes()
            .all(|b| b.is_ascii_uppercase() || matches!(b, b' ' | b'-' | b'\'' | b'.'))
        && shown.split(' ').count() <= 3
        && !shown.is_empty()
        && !shown.ends_with('.');
    if !name || !builder.open_text().ends_with(['.', '!', '?', ')', '"']) {
        return false;
    }
    let mut next = line.next;
    for _ in 0..8 {
        match line_at(builder.source, next) {
            None => return true,
            Some(line) if line.is_blank() => next = line.next,
            Some(line) => return is_furniture(line.text),
        }
    }
    false
}

/// Whether a line can begin with a number, an enumerator, a bullet or a mark: a look at its first characters.
fn may_lead(text: &str) -> bool {
    let at = skip_silent(text, 0);
    match byte(text, at) {
        b'0'..=b'9' | b'(' | b'-' | b'*' | b'+' | b'[' | b'{' | 0x80.. => true,
        b if b.is_ascii_alphabetic() => text
            .as_bytes()
            .iter()
            .skip(at + 1)
            .take(6)
            .any(|b| matches!(b, b'.' | b')')),
        b => !b.is_ascii_alphanumeric(),
    }
}
