//! A line inside a block.

use super::super::beginning::LONGEST_NAME;
use super::super::build::Builder;
use super::super::chars::{byte, from, is_silent, skip_silent, trim};
use super::super::draft::{Draft, DraftMark};
use super::super::furniture::is_furniture;
use super::super::labelled::LABEL;
use super::super::lead::{self, Lead, LeadMark, LeadNumber};
use super::super::lines::Line;
use super::super::look::Look;
use super::super::prose::is_function_word;
use super::super::{labelled, said, sentence, titles};
use super::open::{block_dominates, dominates, is_marked, is_under_field, letter_inside};
use super::order::{holds, items_in_order};
use super::ruled::begins_heading;
use crate::document::{BlockKind, Enumerator, Number};

/// How many lines further on the next number is looked for.
const COUNTED: usize = 64;

/// Among how many blocks before an item one of its kind is looked for.
const ITEMS_ABOVE: usize = 32;

/// How many lines further on the next item is looked for.
const ITEM_LINES: usize = 12;

/// How many lines a paragraph without blank ones around it is looked through.
const PARAGRAPH_LINES: usize = 24;

/// The longest heading that is a line by itself, in bytes.
const LONGEST_HEADING: usize = 80;

/// A line inside a block. It begins another block only where the marks leave no other reading, or where leaving it in
/// would give it a lower label than it states.
pub(in crate::parse) fn inner<'a>(builder: &mut Builder<'a>, line: Line<'a>) {
    if is_signature(builder, line)
        || is_marked_heading(builder, line)
        || begins_heading(builder, line)
    {
        builder.start(line, BlockKind::Plain, None, DraftMark::None, 0);
        return;
    }
    if let Some(label) = labelled::behind_label(line).filter(|label| !dominates(builder, label)) {
        // A portion with a mark of its own, whatever its shape.
        builder.start(line, BlockKind::Paragraph, None, DraftMark::None, 0);
        builder.raise_stated(builder.blocks.len() - 1, &label);
        return;
    }
    // Without a level line a letter behind a label may be no mark.
    if !builder.header.levels.is_empty()
        && let Some(lead) = labelled::unclassified(line)
        && (sentence::may_end(builder.open_text()) || labelled::is_entry(builder.open_text()))
    {
        builder.start_body(line, lead);
        return;
    }
    if said::inside(builder, line) {
        return;
    }
    if is_unmarked_speaker(builder, line) {
        builder.start(line, BlockKind::Plain, None, DraftMark::None, 0);
        // What has lost its mark belongs to no paragraph.
        if labelled::begins_entry(line.text) {
            builder.is_portion();
        }
        return;
    }
    if is_indented_paragraph(builder, line) || is_broken_off(builder, line) {
        builder.start(line, BlockKind::Plain, None, DraftMark::None, 0);
        return;
    }
    if !may_lead(line.text) {
        builder.append(line);
        return;
    }
    let mut lead = items_in_order(builder, line.text, lead::scan_line(line));
    lead.mark = letter_inside(builder, line.text, lead.mark);
    match verdict(builder, line.text, &lead) {
        Inner::Text => builder.append(line),
        Inner::Block => {
            let text = lead.text;
            let lost = !lead.has_mark() && matches!(lead.number, LeadNumber::Item(_));
            builder.start_body(line, lead);
            if lost {
                builder.has_lost_mark();
            }
            said::start(builder, line, text);
        }
        Inner::Middle => builder.start_in_sentence(line, lead),
        Inner::Contradiction => {
            lead.number = LeadNumber::Damaged;
            builder.start_body(line, lead);
            builder.contradict();
        }
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
            Some(block) if block.mark.is_none() => Inner::Block,
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
            let counts =
                || is_counted_on(builder, line, number) || is_set_alike(builder, line, number);
            if (next && (stated || !builder.numbers_marked || counts()))
                || (stated && goes_on_below(builder, lead.number))
            {
                Inner::Block
            } else if above {
                Inner::Contradiction
            } else {
                Inner::Text
            }
        }
        LeadNumber::Item(item) if stated => {
            if item.follows(builder.item) || (builder.item.is_none() && holds(builder, item)) {
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
                && (is_under_field(builder)
                    || sentence::may_end(builder.open_text())
                    || is_under_heading(builder)
                    || is_row_of_marked_lines(builder, line, lead))
                && (above || opens_portion(line, lead)) =>
        {
            Inner::Block
        }
        LeadNumber::None
            if stated && above && is_marked(builder) && !lead.is_abbreviation(line) =>
        {
            Inner::Middle
        }
        LeadNumber::Item(item)
            if is_unmarked_item(builder, line, item) || is_before_marked(builder, line, item) =>
        {
            Inner::Block
        }
        LeadNumber::None | LeadNumber::Item(_) | LeadNumber::Damaged => Inner::Text,
    }
}

/// `1.B. (U)`, `1.B.2. (U)` in paragraph 1: whether an item that repeats the number of its paragraph follows the one before it
/// or goes on with what stands below that, behind the end of a sentence.
fn goes_on_below(builder: &Builder<'_>, number: LeadNumber) -> bool {
    sentence::may_end(builder.open_text())
        && matches!(number, LeadNumber::ParagraphItem(number, item)
        if builder.paragraph == Some(number)
            && (item.follows(builder.item) || builder.item == Some(item)))
}

/// Whether an item without a mark goes on with a list: one of its kind before it has a mark and stands in as far. It has lost
/// its own (reading rule 4).
fn is_unmarked_item(builder: &Builder<'_>, line: &str, item: Enumerator) -> bool {
    let indent = skip_silent(line, 0);
    let counts = |text: &str| byte(text, skip_silent(text, 0)).is_ascii_alphanumeric();
    let items = builder.blocks.iter().rev().take(ITEMS_ABOVE);
    let mut items = items.take_while(|block| block.kind == BlockKind::Subparagraph);
    let alike = items.find_map(|block| {
        let first = from(builder.source, block.span.start());
        let before = block.number.and_then(Number::of_item)?;
        let same = (item == Enumerator::Bullet) == (before == Enumerator::Bullet)
            && skip_silent(first, 0) == indent
            && counts(first) == counts(line);
        same.then_some((before, !block.mark.is_none()))
    });
    alike.is_some_and(|(before, is_marked)| is_marked && item.follows(Some(before)))
        && (item == Enumerator::Bullet || !item.follows(None))
}

/// Whether the number of a paragraph without a mark stands in as far as that of the paragraph before, behind the end of a
/// sentence, and a capital behind it (reading rule 5).
fn is_set_alike(builder: &Builder<'_>, line: &str, number: u32) -> bool {
    let of_one = |block: &&Draft| {
        let of_paragraph = block.number.and_then(Number::of_paragraph);
        block.kind == BlockKind::Paragraph && of_paragraph == number.checked_sub(1)
    };
    let before = builder.blocks.iter().rev().take(ITEMS_ABOVE).find(of_one);
    let indent = skip_silent(line, 0);
    let shown = from(line, indent).trim_start_matches(|c: char| !c.is_alphabetic());
    shown.starts_with(char::is_uppercase)
        && sentence::may_end(builder.open_text())
        && before.is_some_and(|before| {
            let first = from(builder.source, before.span.start());
            skip_silent(first, 0) == indent && !before.mark.is_none()
        })
}

/// Whether an item without a mark stands before one of its kind that has a mark, with no blank line between them: it has lost
/// its own (reading rule 4).
fn is_before_marked(builder: &Builder<'_>, line: &str, item: Enumerator) -> bool {
    let indent = skip_silent(line, 0);
    let mut at = line.as_ptr() as usize - builder.source.as_ptr() as usize;
    let mut before = item;
    for _ in 0..ITEM_LINES {
        let Some(line) = builder.lines.at(at).filter(|line| !line.is_blank()) else {
            return false;
        };
        at = line.next;
        if skip_silent(line.text, 0) != indent {
            continue;
        }
        let lead = lead::scan_line(line);
        match lead.number {
            LeadNumber::Item(next) if next.follows(Some(before)) => {
                if lead.has_mark() {
                    return true;
                }
                before = next;
            }
            LeadNumber::Item(same) if same == before => {}
            LeadNumber::Paragraph(_) | LeadNumber::ParagraphItem(..) => return false,
            LeadNumber::Item(_) | LeadNumber::Damaged | LeadNumber::None => {}
        }
    }
    false
}

/// Whether a number without a mark counts a paragraph behind the end of a sentence all the same: the next number follows
/// before a blank line, and a mark with it (reading rule 5).
fn is_counted_on(builder: &Builder<'_>, line: &str, number: u32) -> bool {
    let here = line.as_ptr() as usize - builder.source.as_ptr() as usize;
    let next = number.saturating_add(1);
    let mut at = here;
    if !sentence::may_end(builder.open_text()) {
        return false;
    }
    for _ in 0..COUNTED {
        let Some(line) = builder.lines.at(at).filter(|line| !line.is_blank()) else {
            return false;
        };
        at = line.next;
        let digit = byte(line.text, skip_silent(line.text, 0)).is_ascii_digit();
        if !digit {
            continue;
        }
        let lead = lead::scan_line(line);
        if lead.number == LeadNumber::Paragraph(next) {
            return lead.has_mark();
        }
    }
    false
}

/// `THE RELAY (S)` right under a sentence, with a blank line below it: a heading, and no part of the paragraph above it.
fn is_marked_heading(builder: &Builder<'_>, line: Line<'_>) -> bool {
    if !line.look.holds(Look::OPENS) {
        return false;
    }
    let shown = trim(line.text);
    let Some(head) = shown
        .strip_suffix(')')
        .and_then(|head| head.rsplit_once('('))
        .map(|(head, _)| trim(head))
    else {
        return false;
    };
    shown.len() <= LONGEST_HEADING
        && head.ends_with(char::is_alphanumeric)
        && sentence::may_end(builder.open_text())
        && builder.lines.at(line.next).is_none_or(Line::is_blank)
        && titles::states(shown).is_some_and(|label| !dominates(builder, &label))
}

/// Whether the last block states its mark behind the name of a speaker, an hour or a day.
pub(in crate::parse) fn is_spoken(builder: &Builder<'_>) -> bool {
    is_marked(builder)
        && builder.blocks.last().is_some_and(|block| {
            let mark = block.mark.span();
            mark.is_some_and(|mark| block.text.start() < mark.start())
        })
}

/// Whether the open block states its mark behind the name of a speaker, an hour or a day, and this line begins with another that
/// has none: minutes and chronologies give each a mark, and this one has lost it.
fn is_unmarked_speaker(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let ends = || sentence::may_end(builder.open_text()) || labelled::is_entry(builder.open_text());
    is_spoken(builder) && labelled::speaks(line.text) && ends()
}

/// Whether a line without a mark begins a paragraph by its indentation alone: the marked one that is open begins with a line
/// that stands in as far, and goes on, or this one does, with lines that stand further out. It has lost its mark.
fn is_indented_paragraph(builder: &Builder<'_>, line: Line<'_>) -> bool {
    if !matches!(byte(line.text, 0), b' ' | b'\t') || !is_marked(builder) {
        return false;
    }
    let indent = |text: &str| skip_silent(text, 0);
    let own = indent(line.text);
    let first = builder
        .blocks
        .last()
        .map(|block| from(builder.source, block.span.start()));
    let last = builder.open_text().rsplit_once('\n').map(|(_, last)| last);
    let hangs = |text: &str| indent(text) < own;
    let below = || builder.lines.at(line.next).filter(|line| !line.is_blank());
    first.is_some_and(|first| indent(first) == own)
        && from(line.text, own).starts_with(char::is_uppercase)
        && sentence::may_end(builder.open_text())
        && last.map_or_else(
            || below().is_some_and(|line| hangs(line.text)) || follows_row(builder, own),
            hangs,
        )
}

/// Whether a line without a mark begins a paragraph because the line above broke off behind a sentence, with room for its first
/// word: the paragraph there is not numbered and begins with its mark, as does a line below before any blank one. It has lost
/// its own (reading rule 4).
fn is_broken_off(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let unnumbered = builder
        .blocks
        .last()
        .is_some_and(|block| block.number.is_none() && block.kind == BlockKind::Paragraph);
    if !unnumbered || !line.text.starts_with(char::is_uppercase) || !is_marked(builder) {
        return false;
    }
    let open = builder.open_text();
    let above = open.rsplit('\n').next().unwrap_or_default();
    let word = line.text.split(is_silent).next().unwrap_or_default();
    if !sentence::without_closing(above).ends_with(['.', '!', '?']) {
        return false;
    }
    let mut width = open.lines().map(str::len).max().unwrap_or_default();
    let mut below = line;
    for _ in 0..PARAGRAPH_LINES {
        width = width.max(below.text.len());
        match builder.lines.at(below.next).filter(|line| !line.is_blank()) {
            None => return false,
            Some(next) if lead::scan_first(next).has_mark() => {
                // A line that is only a little shorter may have been broken by hand.
                return above.len() + 1 + word.len() <= width - width / 4;
            }
            Some(next) => below = next,
        }
    }
    false
}

/// Whether the line above the open one, which has a mark, has one as well and stands in as far: each line is a paragraph.
fn follows_row(builder: &Builder<'_>, indent: usize) -> bool {
    let above = builder.blocks.iter().rev().nth(1);
    is_second_line(builder)
        && above
            .is_some_and(|above| skip_silent(from(builder.source, above.span.start()), 0) == indent)
}

/// Whether a mark is all that its line holds, and a blank line or nothing follows.
fn is_alone(builder: &Builder<'_>, line: &str, lead: &Lead) -> bool {
    let here = line.as_ptr() as usize - builder.source.as_ptr() as usize;
    let next = builder
        .source
        .get(here..)
        .and_then(|_| builder.lines.at(here));
    skip_silent(line, lead.text) == line.len()
        && !is_under_field(builder)
        && next.is_some_and(|line| builder.lines.at(line.next).is_none_or(Line::is_blank))
}

/// Whether a mark that is not above its block begins a portion: a sentence begins behind the mark.
fn opens_portion(line: &str, lead: &Lead) -> bool {
    let text = from(line, skip_silent(line, lead.text));
    !text.is_empty() && text.starts_with(|c: char| !c.is_lowercase())
}

/// Whether lines without full stops have a mark each, as those of a slide: the open block is one short line with a mark of its own,
/// and a third one stands right above it or below this line. Two may be a sentence that goes on.
fn is_row_of_marked_lines(builder: &Builder<'_>, line: &str, lead: &Lead) -> bool {
    let open = builder.open_text();
    let last = open.rsplit(is_silent).next().unwrap_or_default();
    is_marked(builder)
        && open.len() <= LONGEST_HEADING
        && !open.contains('\n')
        && last.ends_with(char::is_alphanumeric)
        && !is_function_word(last)
        && from(line, skip_silent(line, lead.text)).starts_with(char::is_uppercase)
        && (goes_on_marked(builder, line) || is_second_line(builder))
}

/// Whether the line below has a mark of its own.
fn goes_on_marked(builder: &Builder<'_>, line: &str) -> bool {
    let here = line.as_ptr() as usize - builder.source.as_ptr() as usize;
    let below = builder
        .lines
        .at(here)
        .and_then(|line| builder.lines.at(line.next));
    below.is_some_and(|below| lead::scan_line(below).has_mark())
}

/// Whether another line with a mark of its own stands right above the open block.
fn is_second_line(builder: &Builder<'_>) -> bool {
    let [.., above, open] = builder.blocks.as_slice() else {
        return false;
    };
    let text = builder.source.get(above.span.range()).unwrap_or_default();
    above.span.end() == open.span.start()
        && !above.mark.is_none()
        && text.trim_end_matches('\n').len() + 1 == text.len()
        && !text.trim_end_matches('\n').contains('\n')
}

/// Whether a heading of one line is all that is open, and unmarked: `RESULTS`, `The Results of the Talks`. A line that goes on to
/// the next one is longer, or ends in a word that joins.
fn is_under_heading(builder: &Builder<'_>) -> bool {
    let shown = trim(builder.open_text()).trim_matches(['*', '_', '#', ' ']);
    let mut words = shown.split(is_silent);
    let last = words.next_back().unwrap_or_default();
    let names = |word: &str| !word.starts_with(char::is_lowercase) || is_function_word(word);
    !shown.is_empty()
        && shown.len() <= LABEL
        && !shown.contains('\n')
        && builder
            .blocks
            .last()
            .is_some_and(|block| block.mark.is_none() && block.kind == BlockKind::Plain)
        && last.ends_with(char::is_alphanumeric)
        && !is_function_word(last)
        && words.all(names)
        && names(last)
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
        match builder.lines.at(next) {
            None => return true,
            Some(line) if line.is_blank() => next = line.next,
            Some(line) => return is_furniture(line),
        }
    }
    false
}

/// Whether a line can begin with a number, an enumerator, a bullet or a mark: a look at its first characters.
fn may_lead(text: &str) -> bool {
    let at = skip_silent(text, 0);
    match byte(text, at) {
        b'0'..=b'9' | b'(' | b'-' | b'*' | b'+' | b'[' | b'{' | 0x80.. => true,
        b if b.is_ascii_alphabetic() => {
            matches!(byte(text, at + 1), b' ' | b'\t')
                || text
                    .as_bytes()
                    .iter()
                    .skip(at + 1)
                    .take(6)
                    .any(|b| matches!(b, b'.' | b')'))
        }
        b => !b.is_ascii_alphanumeric(),
    }
}
