//! The body: where one block ends and the next begins.

use super::build::{Builder, Line, line_at};
use super::cable;
use super::captions::{self, CaptionLine};
use super::chars::{byte, from, skip_silent, trim};
use super::furniture::{is_furniture, section_head};
use super::lead::{self, Lead, LeadMark, LeadNumber};
use super::{
    header, labelled, level_line, lists, overall, restriction, run, sentence, tear, token,
};
use crate::Span;
use crate::document::{Bases, BlockKind, Enumerator, Field, Mark, Number, Place};
use crate::marking::{Label, StatedMark};

/// How many captions and passing instructions a section can repeat.
const SECTION_REPEATS: usize = 8;
/// The longest line that can be a signature, in bytes.
const LONGEST_NAME: usize = 40;
/// How far an item of a list may stand behind the one before it in one block, in bytes.
const LIST: usize = 4096;
/// How many blocks may stand between two items of a list.
const ITEMS: usize = 32;

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
        if tear::take(builder, line) {
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
    while let Some(line) =
        line_at(builder.source, last.next).filter(|line| is_running_text(line.text))
    {
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
    let (Some(head), Some(last)) = (bytes.first_chunk::<8>(), bytes.last()) else {
        return false;
    };
    let [first, second, ..] = head;
    // A signature is a short line in capitals.
    let word = first.is_ascii_alphabetic()
        && (second.is_ascii_lowercase()
            || (second.is_ascii_uppercase() && bytes.len() > LONGEST_NAME));
    word
        // `iv.`, `a)`: an enumerator or half a mark closes early.
        && !closes(u64::from_le_bytes(*head))
        // A line of furniture ends in a number; white space at the end has to be cut off.
        && last.is_ascii_graphic()
        && !last.is_ascii_digit()
        && !opens_level_or_furniture(*bytes.first_chunk().unwrap_or(&[0; 5]))
        // A mark may stand behind a label.
        && memchr::memchr(b'(', bytes.get(..labelled::LABEL).unwrap_or(bytes)).is_none()
}

/// Whether one of eight bytes is a full stop or a closing parenthesis; all are looked at in one step.
const fn closes(bytes: u64) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const fn zeros(bytes: u64) -> u64 {
        bytes.wrapping_sub(ONES) & !bytes & HIGH
    }
    zeros(bytes ^ u64::from_le_bytes([b'.'; 8])) | zeros(bytes ^ u64::from_le_bytes([b')'; 8])) != 0
}

/// How the levels begin, and PAGE, SECTION, NNNN, ACTION, ORIGIN, VZCZC and ZCZC.
const fn opens_level_or_furniture(head: [u8; 5]) -> bool {
    let [a, b, c, d, e] = head;
    match &[a | 0x20, b | 0x20, c | 0x20, d | 0x20] {
        b"uncl" | b"conf" | b"secr" | b"tops" | b"top " | b"limi" | b"sens" | b"cont" | b"page"
        | b"sect" | b"nnnn" | b"acti" | b"orig" | b"vzcz" | b"zczc" | b"lou " | b"sbu " => true,
        // The labels of lines beside a level.
        b"clas" | b"over" | b"cave" | b"asso" | b"capt" | b"diss" | b"dist" | b"hand" => true,
        b"this" | b"offi" => true,
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

/// Behind the level line a section repeats captions and passing instructions, each between blank lines, and then the
/// fields of the first header. They are header lines again; what they say of themselves decides it, and nothing that
/// stands in the first header.
fn repeated_fields(builder: &mut Builder<'_>, end: usize) -> usize {
    let mut at = end;
    for _ in 0..SECTION_REPEATS {
        let mut next = at;
        let line = loop {
            match line_at(builder.source, next) {
                Some(line) if line.is_blank() => next = line.next,
                Some(line) => break line,
                None => return cable::repeated(builder, at),
            }
        };
        let alone = line_at(builder.source, line.next)
            .is_none_or(|next| next.is_blank() || cable::is_repeated(next.text));
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
    cable::repeated(builder, at)
}

fn furniture<'a>(builder: &mut Builder<'a>, line: Line<'a>, starts: bool) -> bool {
    if is_furniture(line.text) {
        builder.furniture(line);
        return true;
    }
    let stands = if starts {
        overall::Stands::Below
    } else {
        overall::Stands::InText
    };
    if let Some(found) = overall::read(line.text, stands) {
        overall::take(builder, line, found, stands);
        return true;
    }
    let beside = restriction::stands(builder);
    restriction::take(builder, line, beside)
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

fn start<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    let lead = in_order(builder, line.text, lead::scan_start(line.text));
    if let Some(bases) = excised(builder.source, line, lead.text).filter(|_| !lead.has_mark()) {
        builder.start_body(line, lead);
        builder.excise(bases);
        return;
    }
    builder.start_body(line, lead);
    if labelled::behind_label(line.text).is_some() {
        builder.is_portion();
    }
}

/// `(5) …` out of its order may have been `(S)`: without the item before it, a digit in parentheses is no item.
pub(super) fn in_order(builder: &Builder<'_>, line: &str, lead: Lead) -> Lead {
    let mut lead = without_initial(builder, line, lead);
    // `(C) (U) text` are two marks, unless the letter counts an item.
    if let (LeadNumber::Item(item @ Enumerator::Letter(letter)), true) =
        (lead.number, lead.has_mark())
    {
        let start = skip_silent(line, 0);
        let level = StatedMark::read(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4])).is_ok();
        let bracket = token::at(line, start);
        let listed = item.follows(builder.item)
            && bracket.is_none_or(|token| {
                builder.item_is_capital
                    == token
                        .inside(line)
                        .contains(|c: char| c.is_ascii_uppercase())
            });
        if let Some(token) = bracket.filter(|_| level && !listed) {
            lead.number = LeadNumber::None;
            lead.mark = LeadMark::Damaged(Span::new(start, lead.text.max(token.span.end())));
        }
        return lead;
    }
    // `(U) (e) text`: two marks, of which the second is damaged, unless it counts an item.
    if let (LeadMark::Stated(_, span), Some(token)) =
        (&lead.mark, token::at(line, skip_silent(line, lead.text)))
        && let Some(item) = letter_of_item(token.inside(line))
        && !item.follows(builder.item)
    {
        let end = token.span.end();
        lead.mark = LeadMark::Damaged(Span::new(span.start(), end));
        lead.text = end;
        return lead;
    }
    let LeadNumber::Item(item @ Enumerator::Digit(digit)) = lead.number else {
        return lead;
    };
    let start = skip_silent(line, 0);
    let one = digit < 10 && byte(line, start) == b'(' && byte(line, start + 2) == b')';
    let follows = digit == 1 || item.follows(builder.item) || holds(builder, digit);
    if one && !lead.has_mark() && !follows {
        lead.number = LeadNumber::None;
        lead.mark = LeadMark::Damaged(Span::new(start, start + 3));
    }
    lead
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

/// Whether the item before `digit` stands in the same paragraph, in its text or as a block of its own.
fn holds(builder: &Builder<'_>, digit: u16) -> bool {
    let before = Enumerator::Digit(digit.saturating_sub(1));
    let token = [
        b'(',
        b'0' + u8::try_from(digit).unwrap_or_default().saturating_sub(1),
        b')',
    ];
    builder
        .blocks
        .iter()
        .rev()
        .take(ITEMS)
        .take_while(|block| block.kind.is_body())
        .any(|block| {
            let text = builder
                .source
                .get(block.text.range())
                .unwrap_or_default()
                .as_bytes();
            let near = text
                .get(text.len().saturating_sub(LIST)..)
                .unwrap_or_default();
            block.number.and_then(Number::of_item) == Some(before)
                || memchr::memmem::find(near, &token).is_some()
        })
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
    if let Some(label) =
        labelled::behind_label(line.text).filter(|label| !dominates(builder, label))
    {
        // A portion with a mark of its own, whatever its shape.
        builder.start(line, BlockKind::Paragraph, None, Mark::Unmarked, 0);
        builder.raise_stated(builder.blocks.len() - 1, &label);
        return;
    }
    if !may_lead(line.text) {
        builder.append(line);
        return;
    }
    let mut lead = lead::scan(line.text);
    lead.mark = letter_inside(builder, lead.mark);
    match verdict(builder, line.text, &lead) {
        Inner::Text => builder.append(line),
        Inner::Block => builder.start_body(line, lead),
        Inner::Middle => builder.start_in_sentence(line, lead),
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
    let reading = StatedMark::read(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
    // Only where as a mark it would stand above every level line can a letter be an item (reading rule 1); behind REF it
    // counts the references.
    let references = builder
        .blocks
        .last()
        .is_some_and(|block| block.kind == BlockKind::Field(Field::Ref));
    if references && run::goes_on_half(builder.open_text(), letter) {
        return LeadMark::None;
    }
    let may_count = references
        || match &reading {
            Ok(stated) => lists::above_every_level(builder, &stated.label()),
            Err(_) => true,
        };
    let listed = may_count
        && (run::goes_on(builder.open_text(), letter)
            || builder
                .blocks
                .last()
                .and_then(|block| lists::letter_of(builder.source, block))
                .is_some_and(|own| u32::from(own.letter) + 1 == u32::from(letter)));
    match reading {
        // Half a mark cannot be read.
        Ok(_) if !listed && span.len() < 3 => LeadMark::Damaged(span),
        Ok(stated) if !listed => LeadMark::Stated(stated, span),
        Ok(_) | Err(_) => LeadMark::None,
    }
}

enum Inner {
    Text,
    Block,
    /// A block that begins in the middle of a sentence of the one above.
    Middle,
    Contradiction,
}

fn verdict(builder: &Builder<'_>, line: &str, lead: &Lead) -> Inner {
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
    // The mark of the paragraph above it, for which its last line had no room: `(S)`, or `2006. (S)`.
    let next_number = matches!(lead.number, LeadNumber::Paragraph(number) if Some(number) == builder.paragraph.map(|last| last.saturating_add(1)));
    if stated && !next_number && is_alone(builder, line, lead) {
        return Inner::Text;
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
        // A mark at the start of a line behind the end of a sentence begins a portion, above or below the one before. In
        // mid-sentence one above its marked block does as well, and raises that (reading rules 1 and 9).
        LeadNumber::None
            if stated
                && (is_under_field(builder) || sentence::may_end(builder.open_text()))
                && (above || opens_portion(builder, line, lead)) =>
        {
            Inner::Block
        }
        LeadNumber::None
            if stated && above && is_marked(builder) && !lead.is_abbreviation(line) =>
        {
            Inner::Middle
        }
        LeadNumber::None | LeadNumber::Item(_) | LeadNumber::Damaged => Inner::Text,
    }
}

/// Whether a mark is all that its line holds, and a blank line or nothing follows.
fn is_alone(builder: &Builder<'_>, line: &str, lead: &Lead) -> bool {
    let here = line.as_ptr() as usize - builder.source.as_ptr() as usize;
    let next = builder
        .source
        .get(here..)
        .and_then(|_| line_at(builder.source, here));
    skip_silent(line, lead.text) == line.len()
        && !is_under_field(builder)
        && next.is_some_and(|line| line_at(builder.source, line.next).is_none_or(Line::is_blank))
}

/// Whether the open block is a line of a header, which ends before a mark.
fn is_under_field(builder: &Builder<'_>) -> bool {
    builder
        .blocks
        .last()
        .is_some_and(|block| !block.kind.is_body())
}

/// Whether the open block states a mark in front.
fn is_marked(builder: &Builder<'_>) -> bool {
    builder.blocks.last().is_some_and(|block| {
        matches!(
            block.mark,
            Mark::Stated {
                place: Place::Lead,
                ..
            } | Mark::Damaged { .. }
        )
    })
}

/// Whether a mark that is not above its block begins a portion: the block states one as well, and a sentence begins behind
/// the mark.
fn opens_portion(builder: &Builder<'_>, line: &str, lead: &Lead) -> bool {
    let marked = is_under_field(builder) || is_marked(builder);
    let text = from(line, skip_silent(line, lead.text));
    marked && text.starts_with(|c: char| !c.is_lowercase())
}

/// Whether the block that is open is withheld wherever `stated` is.
pub(super) fn block_dominates(builder: &Builder<'_>, stated: &StatedMark) -> bool {
    dominates(builder, &stated.label())
}

fn dominates(builder: &Builder<'_>, label: &Label) -> bool {
    let undecided = builder.blocks.last().filter(|block| block.is_undecided);
    let letter = undecided.and_then(|block| lists::letter_of(builder.source, block));
    match builder.blocks.last().map(|block| &block.mark) {
        // `(U) …`: a mark, or an item of a list that says nothing.
        Some(Mark::Damaged { .. }) if letter.is_some() => letter
            .and_then(lists::Letter::reading)
            .map_or_else(Label::unclassified, |own| own.label())
            .dominates(label),
        Some(Mark::Stated { stated: own, .. }) => own.label().dominates(label),
        Some(Mark::Damaged { .. } | Mark::Excised(_)) => true,
        // What an unmarked block will be rated is not known here; that it is at least unclassified is.
        Some(Mark::Unmarked) | None => Label::unclassified().dominates(label),
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
    if !name || !sentence::may_end(builder.open_text()) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    /// What reading `line` in full says of it, at the end of a text and behind the end of a sentence.
    fn stays_in_its_paragraph(line: &str) -> bool {
        let source = format!("1. (U) One.\n{line}\n");
        let mut builder = Builder::new(&source);
        let Some(first) = line_at(&source, 0) else {
            return false;
        };
        start(&mut builder, first);
        let Some(line) = line_at(&source, first.next) else {
            return false;
        };
        let outside = section_head(&source, line).is_some() || furniture(&mut builder, line, false);
        if !outside {
            inner(&mut builder, line);
        }
        !outside && builder.blocks.len() == 1
    }

    /// A line that begins as something else than running text might.
    fn line(random: &mut Random) -> String {
        let words: Vec<&str> = "|a|iv|C|SBU|SECRET|Secret|top secret|TOP SECRET|UNCLAS|Confidential|LIMITED|SENSITIVE|CONTROLLED|FOR OFFICIAL|For one|LOU\
            |Loud|PAGE|Page|SECTION|NNNN|ACTION|ORIGIN|VZCZC|ZCZC|KARSHAVN 00001234  002 OF|VOSSBERG-ILLINGWORTH|The pier|THE PIER|COMMENT|Summary|(C)|1"
            .split('|')
            .collect();
        let behind = [
            "", ".", ")", " ", ". ", ") ", " (C) ", ": (S) ", "// ", " 02", " ARA-15",
        ];
        let signs: Vec<char> = ('A'..='Z')
            .chain('a'..='z')
            .chain('0'..='9')
            .chain(" .()/:'-".chars())
            .collect();
        let (first, second) = (random.pick(&words), random.pick(&behind));
        format!("{first}{second}{}", random.text(&signs, 0, 60))
    }

    #[test]
    fn the_short_look_at_a_line_agrees_with_the_long_one() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let line = line(&mut random);
            assert!(
                !is_running_text(&line) || stays_in_its_paragraph(&line),
                "{line:?}"
            );
        }
    }
}
