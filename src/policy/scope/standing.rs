//! Where an unmarked block stands, by numbers, marks, enumerators and kinds.

use std::collections::HashSet;
use std::mem::{Discriminant, discriminant};

use super::near::{Rated, has_trailing_marks, place_of};
use crate::document::{Block, BlockKind, Enumerator, Number, Place, ReadingRule, Shape};

/// At least so many lines in the shape of a heading behind a colon are a list.
const LIST: usize = 4;

/// So many lines at the end of a list may be headings of what follows.
const LIST_END: usize = 2;

/// Where an unmarked block stands, by numbers, marks, enumerators and kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It belongs to the paragraph that is this block, by this rule.
    Of(usize, ReadingRule),
    /// It is an unmarked item among marked ones, in the paragraph that takes up these blocks.
    Among { start: usize, end: usize },
    /// It stands between two portions.
    Between,
    /// It goes on with a sentence or a list of the block before, in a paper without numbers.
    GoesOn,
    /// It is running text in a paper without numbers that states its marks in front: it has lost its own.
    Lost,
    /// Before, behind or beside a gap in the numbering.
    Nowhere,
}

/// Where an unmarked block stands that no numbered paragraph is before (reading rule 4). Nothing is U because its
/// neighbours are.
///
/// `open` says whether the sentence of the block before is still to end, `listed` whether the block is an item of a list. Both
/// outcomes are at least what the block before has.
fn unnumbered(block: &Block, open: bool, listed: bool) -> Standing {
    match block.kind() {
        BlockKind::Subparagraph if listed => Standing::GoesOn,
        BlockKind::Subparagraph => Standing::Lost,
        BlockKind::Plain if block.goes_on() && open => Standing::GoesOn,
        BlockKind::Plain if block.shape() == Shape::Text => Standing::Lost,
        BlockKind::Plain | BlockKind::Paragraph | BlockKind::Field(_) | BlockKind::Subject => {
            Standing::Between
        }
    }
}

/// Where each block stands, and whether running text in its place would be part of the paragraph before.
pub(super) fn places(blocks: &[Block], own: &[Option<Rated>]) -> (Vec<Standing>, Vec<bool>) {
    let mut structured = vec![false; blocks.len()];
    let starts: Vec<usize> = paragraph_starts(blocks);
    let trailing = has_trailing_marks(blocks);
    let among_marked = among_marked(blocks, own);
    let mut items = Items::default();
    let first = starts.first().copied().unwrap_or(blocks.len());
    let mut places: Vec<Standing> = blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let listed = item_of(block).is_some_and(|item| items.lists(item));
            if trailing || index >= first {
                return Standing::Between;
            }
            if among_marked.get(index) == Some(&true) {
                return Standing::Lost;
            }
            let before = index.checked_sub(1).and_then(|before| blocks.get(before));
            if listed && stands_alone(blocks, own, index) {
                return match block.shape() {
                    Shape::Heading => Standing::Between,
                    Shape::Text => Standing::Lost,
                };
            }
            unnumbered(block, before.is_some_and(Block::ends_open), listed)
        })
        .collect();
    for (order, start) in starts.iter().copied().enumerate() {
        let next = starts.get(order + 1).copied();
        let end = next.unwrap_or(blocks.len());
        let in_order = next.is_some_and(|next| {
            number_at(blocks, next)
                == number_at(blocks, start).map(|number| number.saturating_add(1))
        });
        let segment = Segment::new(blocks, own, start, end);
        for index in start + 1..end {
            if let (Some(place), Some(structured)) =
                (places.get_mut(index), structured.get_mut(index))
            {
                *structured = in_order && segment.takes_text();
                *place = if in_order {
                    segment.place(index)
                } else {
                    Standing::Nowhere
                };
            }
        }
        if in_order {
            segment.mark_list(&mut places);
        }
    }
    (places, structured)
}

/// Which blocks are items of a run in which an item of the same kind states a mark of its own: then they did so too, and
/// have lost theirs (reading rule 4). Items of another kind are parts of one.
fn among_marked(blocks: &[Block], own: &[Option<Rated>]) -> Vec<bool> {
    let mut among = Vec::with_capacity(blocks.len());
    let all: Vec<(Option<Enumerator>, bool)> = blocks
        .iter()
        .zip(own)
        .map(|(block, own)| (item_of(block), own.is_some()))
        .collect();
    for run in all.chunk_by(|(one, _), (next, _)| one.is_some() == next.is_some()) {
        let marked: HashSet<Discriminant<Enumerator>> = run
            .iter()
            .filter(|(_, is_marked)| *is_marked)
            .filter_map(|(item, _)| item.as_ref().map(discriminant))
            .collect();
        let is_among = |item: &Enumerator| marked.contains(&discriminant(item));
        among.extend(
            run.iter()
                .map(|(item, _)| item.as_ref().is_some_and(is_among)),
        );
    }
    among
}

/// How far another item of a list is looked for.
const ITEMS: usize = 64;

/// `A. The Harbor` between two portions: one item counts no list, and no text announces one. It is a heading, or a text that has lost
/// its mark (reading rule 4). A bullet counts nothing.
fn stands_alone(blocks: &[Block], own: &[Option<Rated>], index: usize) -> bool {
    let Some(item) = blocks.get(index).and_then(item_of) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    // What an unmarked block begins goes on with that.
    let marked = index
        .checked_sub(1)
        .and_then(|before| own.get(before))
        .is_none_or(Option::is_some);
    if item == Enumerator::Bullet || !marked || before.is_some_and(Block::announces) {
        return false;
    }
    let unmarked = |at: &usize| own.get(*at).is_some_and(Option::is_none);
    let item_at = |at: usize| blocks.get(at).and_then(item_of);
    let behind = (index + 1..blocks.len()).take_while(unmarked).take(ITEMS);
    let above = (0..index).rev().take_while(unmarked).take(ITEMS);
    let goes_on = |item: Enumerator, last| item.follows(Some(last)) && !item.follows(None);
    !behind.filter_map(item_at).any(|next| goes_on(next, item))
        && !above.filter_map(item_at).any(|last| goes_on(item, last))
}

/// The last items of each kind.
#[derive(Default)]
struct Items {
    letter: Option<Enumerator>,
    digit: Option<Enumerator>,
    roman: Option<Enumerator>,
}

impl Items {
    /// Whether an item is the first of a list, or goes on with one.
    fn lists(&mut self, item: Enumerator) -> bool {
        let before = [self.letter, self.digit, self.roman];
        // The first Roman number is read as a letter.
        let first = item.follows(None) || item == Enumerator::Letter('i');
        let listed = first || before.into_iter().any(|last| item.follows(last));
        match item {
            Enumerator::Letter(_) => self.letter = Some(item),
            Enumerator::Digit(_) => self.digit = Some(item),
            Enumerator::Roman(_) => self.roman = Some(item),
            Enumerator::Bullet => {}
        }
        listed
    }
}

fn item_of(block: &Block) -> Option<Enumerator> {
    let number = block
        .number()
        .filter(|_| block.kind() == BlockKind::Subparagraph);
    number.and_then(Number::of_item)
}

/// The blocks that begin a numbered paragraph.
fn paragraph_starts(blocks: &[Block]) -> Vec<usize> {
    let mut current = None;
    let mut starts = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let number = block.number().and_then(Number::of_paragraph);
        let starts_one = match block.kind() {
            BlockKind::Paragraph => number.is_some(),
            BlockKind::Subparagraph => number.is_some() && number != current,
            BlockKind::Field(_) | BlockKind::Subject | BlockKind::Plain => false,
        };
        if starts_one {
            current = number;
            starts.push(index);
        }
    }
    starts
}

fn number_at(blocks: &[Block], index: usize) -> Option<u32> {
    blocks
        .get(index)
        .and_then(Block::number)
        .and_then(Number::of_paragraph)
}

/// A numbered paragraph and everything up to the next one.
struct Segment<'s> {
    blocks: &'s [Block],
    start: usize,
    end: usize,
    /// Whether a part of the paragraph states a mark of its own, so that one mark does not cover the whole.
    has_marked_parts: bool,
}

impl<'s> Segment<'s> {
    fn new(blocks: &'s [Block], own: &[Option<Rated>], start: usize, end: usize) -> Self {
        let behind = start + 1..end;
        let blocks_behind = blocks.get(behind.clone()).unwrap_or_default();
        let own_behind = own.get(behind).unwrap_or_default();
        Self {
            blocks,
            start,
            end,
            has_marked_parts: blocks_behind.iter().zip(own_behind).any(|(block, own)| {
                // A letter that counts an item may be a level; it marks that item alone.
                let holds_a_mark =
                    !matches!(block.raised_by(), None | Some(ReadingRule::ListLetter));
                block.kind().is_body() && (own.is_some() || holds_a_mark)
            }),
        }
    }

    fn place(&self, index: usize) -> Standing {
        let Some(block) = self.blocks.get(index) else {
            return Standing::Nowhere;
        };
        if self.has_marked_parts {
            return match block.kind() {
                BlockKind::Subparagraph => Standing::Among {
                    start: self.start,
                    end: self.end,
                },
                BlockKind::Plain
                | BlockKind::Paragraph
                | BlockKind::Field(_)
                | BlockKind::Subject => Standing::Between,
            };
        }
        if !self.covers_what_follows() {
            return Standing::Between;
        }
        if self.has_further_item(index) {
            Standing::Of(self.start, ReadingRule::ParagraphItem)
        } else if block.shape() == Shape::Text {
            Standing::Of(self.start, ReadingRule::ParagraphText)
        } else if self.ends_sentence(index) {
            Standing::Of(self.start, ReadingRule::PageBreak)
        } else {
            Standing::Between
        }
    }

    /// Whether unmarked running text belongs to the paragraph (reading rule 3).
    fn takes_text(&self) -> bool {
        !self.has_marked_parts && self.covers_what_follows()
    }

    /// A mark at the end of a paragraph covers what stands before it, and one at the end of a title only that.
    fn covers_what_follows(&self) -> bool {
        !matches!(
            self.blocks.get(self.start).and_then(place_of),
            Some(Place::Trail | Place::Title)
        )
    }

    /// Whether the block ends the sentence that the paragraph, or what belongs to it, leaves open: a page ended there. A
    /// heading has no full stop (reading rule 3). What else it could be, a heading, would have at least that rating.
    fn ends_sentence(&self, index: usize) -> bool {
        let before = index
            .checked_sub(1)
            .and_then(|before| self.blocks.get(before));
        let block = self.blocks.get(index);
        block.is_some_and(|block| {
            block.kind() == BlockKind::Plain && !block.ends_open() && !block.announces()
        }) && before.is_some_and(|before| before.kind().is_body() && before.ends_open())
    }

    /// Whether the block is an item, and the next item goes on where it ends.
    fn has_further_item(&self, index: usize) -> bool {
        let Some(item) = self.item(index) else {
            return false;
        };
        (index + 1..self.end)
            .find_map(|next| self.item(next))
            .is_some_and(|next| next.follows(Some(item)))
    }

    fn item(&self, index: usize) -> Option<Enumerator> {
        self.blocks.get(index).and_then(item_of)
    }

    /// A list behind a colon: all but its last lines belong to the paragraph.
    fn mark_list(&self, places: &mut [Standing]) {
        if !self.blocks.get(self.start).is_some_and(Block::announces) {
            return;
        }
        let lines = (self.start + 1..self.end)
            .take_while(|index| {
                self.blocks.get(*index).is_some_and(|block| {
                    block.shape() == Shape::Heading
                        && block.mark().is_unmarked()
                        && block.kind().is_body()
                })
            })
            .count();
        if lines < LIST || !self.covers_what_follows() || self.has_marked_parts {
            return;
        }
        for place in places
            .iter_mut()
            .skip(self.start + 1)
            .take(lines - LIST_END)
        {
            *place = Standing::Of(self.start, ReadingRule::ParagraphList);
        }
    }
}
