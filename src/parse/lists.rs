//! `(A) … (B) … (C)`: items of a list, or marks.

use super::build::Builder;
use super::draft::{Draft, DraftMark};
use super::run::{self, in_run};
use crate::Span;
use crate::document::{BlockKind, Enumerator, Number, Place, roman_value};
use crate::marking::{Label, StatedMark};

/// Decides for every single letter in the place of a mark what it is. It is an item only in a complete run of items
/// that start blocks within one paragraph, and a letter that is a level only where as a mark it would stand above
/// every level line.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    half_closed(builder, Halves::Open);
    let mut run: Vec<Item> = Vec::new();
    let mut paragraph = None;
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let starts_paragraph = block.kind == BlockKind::Paragraph && block.number.is_some();
        if starts_paragraph {
            paragraph = block.number.and_then(Number::of_paragraph);
        }
        let Some(letter) = letter_of(builder.source, block) else {
            let next = item_letter(block);
            if starts_paragraph
                || next.is_some_and(|item| {
                    !run.is_empty()
                        && run
                            .last()
                            .is_none_or(|last| item.follows(last.letter.item()))
                })
            {
                close(builder, &mut run);
            }
            continue;
        };
        if starts_paragraph {
            close(builder, &mut run);
            numbered(builder, index, letter);
        } else if run.last().is_some_and(|last| letter.goes_on(last.letter))
            || (run.is_empty() && letter.letter == 'a')
        {
            run.push(Item {
                index,
                paragraph,
                letter,
            });
        } else if roman(builder, index, paragraph, letter) {
            close(builder, &mut run);
        } else {
            close(builder, &mut run);
            // The first item may stand in the text that announces the list.
            if letter.letter == 'a'
                || (letter.letter == 'b' && opens_inline(builder, index, letter))
            {
                run.push(Item {
                    index,
                    paragraph,
                    letter,
                });
            } else if ends_inline(builder, index, letter) {
                as_item(builder, index, paragraph, letter);
            } else {
                as_mark(builder, index, letter);
            }
        }
    }
    close(builder, &mut run);
}

/// A block that may be an item, and the paragraph it stands in.
struct Item {
    index: usize,
    paragraph: Option<u32>,
    letter: Letter,
}

/// A single letter where a mark may stand.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    /// In lower case.
    pub(super) letter: char,
    capital: bool,
    /// Both parentheses are there.
    pub(super) whole: bool,
    pub(super) span: Span,
}

impl Letter {
    fn item(self) -> Option<Enumerator> {
        Some(Enumerator::Letter(self.letter))
    }

    pub(super) fn goes_on(self, last: Self) -> bool {
        self.capital == last.capital && u32::from(self.letter) == u32::from(last.letter) + 1
    }

    /// In the case that it is written in.
    const fn written(self) -> char {
        if self.capital {
            self.letter.to_ascii_uppercase()
        } else {
            self.letter
        }
    }

    /// What it says as a mark.
    pub(super) fn reading(self) -> Option<StatedMark> {
        StatedMark::of(self.letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]))
    }
}

/// The letter that a block begins with, where its neighbours decide what it is.
pub(super) fn letter_of(source: &str, block: &Draft) -> Option<Letter> {
    let DraftMark::Letter { span } = block.mark else {
        return None;
    };
    // `\(U\)`: Markdown escapes brackets.
    let token = source.get(span.range())?.trim_start_matches('\\');
    let (inside, whole) = match token.strip_prefix('(') {
        Some(rest) => (rest.strip_suffix(')')?, true),
        None => (token.strip_suffix(')')?, false),
    };
    let inside = inside
        .strip_suffix('\\')
        .filter(|_| whole)
        .unwrap_or(inside);
    let letter = inside
        .chars()
        .next()
        .filter(|c| inside.len() == 1 && c.is_ascii_alphabetic())?;
    Some(Letter {
        letter: letter.to_ascii_lowercase(),
        capital: letter.is_ascii_uppercase(),
        whole,
        span,
    })
}

fn item_letter(block: &Draft) -> Option<Enumerator> {
    block.number.and_then(Number::of_item)
}

/// `3. (A) …`: the first item right behind the number of its paragraph, where the second item is there too.
fn numbered(builder: &mut Builder<'_>, index: usize, letter: Letter) {
    let second = if letter.capital { "(B)" } else { "(b)" };
    let Some(block) = builder.blocks.get(index) else {
        return;
    };
    let own = builder.source.get(block.text.range()).unwrap_or_default();
    let next = builder
        .blocks
        .get(index + 1)
        .and_then(|next| letter_of(builder.source, next));
    let listed = letter.letter == 'a'
        && letter.whole
        && (own.contains(second) || next.is_some_and(|next| next.goes_on(letter)));
    if listed {
        as_text(builder, index, letter);
    }
}

/// Leaves a letter to the text of its block.
pub(super) fn as_text(builder: &mut Builder<'_>, index: usize, letter: Letter) {
    if let Some(block) = builder.blocks.get_mut(index) {
        block.mark = DraftMark::None;
        block.text = Span::new(letter.span.start(), block.text.end());
    }
}

/// Whether the first item begins a block in which the next one begins a line: `(A) …`, `(B) …` without a blank line.
pub(super) fn holds_next(builder: &Builder<'_>, index: usize, letter: Letter) -> bool {
    let next = if letter.capital { "B" } else { "b" };
    letter.letter == 'a' && letter.whole && holds_line(builder, index, next)
}

/// Whether a further line of the text of a block begins with an item.
fn holds_line(builder: &Builder<'_>, index: usize, item: &str) -> bool {
    let block = builder.blocks.get(index);
    let text = block.and_then(|block| builder.source.get(block.text.range()));
    text.is_some_and(|text| {
        let mut lines = text.lines().skip(1);
        lines.any(|line| run::begins_with(line, item))
    })
}

/// Which halves of a mark are items behind those of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halves {
    /// All of them, rated as the mark, too, if they are not of the others.
    All,
    /// Those that go on with a complete run and would stand above every level line as a mark.
    Open,
}

/// `A) … B) … C)`: an item that would be half a mark where no items stood before it.
pub(super) fn half_closed(builder: &mut Builder<'_>, halves: Halves) {
    let mut last: Option<Enumerator> = None;
    let mut first = None;
    let mut paragraph = None;
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let start = block.span.start();
        let half = letter_of(builder.source, block).filter(|letter| !letter.whole);
        if let Some(letter) = half {
            let item = Enumerator::Letter(letter.letter);
            if last.is_some() && item.follows(last) {
                let before = first.and_then(|first| builder.source.get(first..start));
                let counts = before.is_some_and(|text| run::goes_on_lines(text, letter.written()));
                let label = letter.reading().map(|stated| stated.label());
                let above = |label: &Label| above_every_level(builder, label);
                let open =
                    counts && !builder.header.levels.is_empty() && label.as_ref().is_none_or(above);
                if open || halves == Halves::All {
                    as_item(builder, index, paragraph, letter);
                    last = Some(item);
                }
                if let (false, Halves::All, Some(label)) = (open, halves, label) {
                    builder.raise(index, &label);
                }
            }
            continue;
        }
        let Some(number) = block.number else {
            // A text of another kind ends the run.
            first = None;
            continue;
        };
        paragraph = number.of_paragraph();
        // Only items that begin with the first one count.
        last = number.of_item().filter(|item| {
            item.follows(last) && (last.is_some() || *item == Enumerator::Letter('a'))
        });
        if last == Some(Enumerator::Letter('a')) {
            first = Some(start);
        }
    }
}

/// Whether the text right before block `index` holds the item before `letter`: `… determined (A) to afford …`. Under a
/// level line a list begins with a block of its own, because there an item may be rated lower than its letter.
fn opens_inline(builder: &Builder<'_>, index: usize, letter: Letter) -> bool {
    if !builder.header.levels.is_empty() {
        return false;
    }
    let first = if letter.capital { "(A)" } else { "(a)" };
    index
        .checked_sub(1)
        .and_then(|before| builder.blocks.get(before))
        .and_then(|block| builder.source.get(block.text.range()))
        .is_some_and(|text| text.contains(first))
}

/// Whether a block goes on with the run that the text right before it holds, in mid-sentence: `… ARE (A) … (B) …, AND`, a
/// blank line, `(C) …`. As a mark it would stand above every level line, and as an item it is rated with that text.
fn ends_inline(builder: &Builder<'_>, index: usize, letter: Letter) -> bool {
    let before = index
        .checked_sub(1)
        .and_then(|before| builder.blocks.get(before))
        .filter(|block| block.ends_open && block.kind.is_body());
    let text = before.and_then(|block| builder.source.get(block.text.range()));
    let above = letter
        .reading()
        .is_some_and(|stated| above_every_level(builder, &stated.label()));
    let shown = builder.source.get(letter.span.range()).unwrap_or_default();
    let inside = shown.trim_matches(['(', ')']);
    above
        && letter.whole
        && !builder.header.levels.is_empty()
        && text.is_some_and(|text| in_run(text, text.len(), inside))
}

/// `(i) …` before `(ii)`, `(v) …` behind `(iv)`: a Roman number, which is no level. Whether it was one.
fn roman(builder: &mut Builder<'_>, index: usize, paragraph: Option<u32>, letter: Letter) -> bool {
    let written = letter.written();
    let Some(value) = roman_value(written.encode_utf8(&mut [0; 4])).filter(|_| letter.whole) else {
        return false;
    };
    let item = |index: usize| builder.blocks.get(index).and_then(item_letter);
    let (beside, wanted) = if value == 1 {
        (Some(index + 1), 2)
    } else {
        (index.checked_sub(1), value - 1)
    };
    let counts = beside.and_then(item) == Some(Enumerator::Roman(wanted));
    let second = if letter.capital { "II" } else { "ii" };
    let holds = value == 1 && holds_line(builder, index, second);
    if holds {
        as_text(builder, index, letter);
    } else if counts {
        count(builder, index, paragraph, Enumerator::Roman(value));
    }
    holds || counts
}

/// Ends a run: two items or more make a list.
fn close(builder: &mut Builder<'_>, run: &mut Vec<Item>) {
    if let [Item { index, letter, .. }] = run.as_slice()
        && holds_next(builder, *index, *letter)
    {
        as_text(builder, *index, *letter);
        run.clear();
        return;
    }
    let opened_inline = run.first().is_some_and(|first| first.letter.letter == 'b');
    let items = run.len() + usize::from(opened_inline);
    for Item {
        index,
        paragraph,
        letter,
    } in run.drain(..)
    {
        let may_be_item = match letter.reading() {
            Some(stated) => above_every_level(builder, &stated.label()),
            None => true,
        };
        if items > 1 && may_be_item {
            as_item(builder, index, paragraph, letter);
            // Without a level line nothing says that the letter is no level: the item is rated as that too.
            if let (true, Some(stated)) = (builder.header.levels.is_empty(), letter.reading()) {
                builder.raise(index, &stated.label());
            }
        } else {
            as_mark(builder, index, letter);
        }
    }
}

pub(super) fn above_every_level(builder: &Builder<'_>, label: &Label) -> bool {
    builder
        .header
        .levels
        .iter()
        .all(|line| !line.label.dominates(label))
}

pub(super) fn as_item(
    builder: &mut Builder<'_>,
    index: usize,
    paragraph: Option<u32>,
    letter: Letter,
) {
    count(builder, index, paragraph, Enumerator::Letter(letter.letter));
}

/// Makes an item of a block.
fn count(builder: &mut Builder<'_>, index: usize, paragraph: Option<u32>, item: Enumerator) {
    if let Some(block) = builder.blocks.get_mut(index) {
        block.kind = BlockKind::Subparagraph;
        block.number = Some(Number::item(paragraph, item));
        block.mark = DraftMark::None;
        block.is_listed = true;
    }
}

/// Not an item: a mark, whole or half, that can be read or not.
fn as_mark(builder: &mut Builder<'_>, index: usize, letter: Letter) {
    if let (Some(stated), true, Some(block)) = (
        letter.reading(),
        letter.whole,
        builder.blocks.get_mut(index),
    ) {
        block.mark = DraftMark::Stated {
            stated,
            span: letter.span,
            place: Place::Lead,
        };
    }
}
