//! What an unmarked block belongs to, or stands between.

use super::rating::{Provenance, Rating};
use crate::document::{
    Block, BlockKind, Document, DocumentKind, Enumerator, Mark, Number, Place, ReadingRule, Shape,
};

/// A block's rating and where it comes from.
pub(super) type Rated = (Rating, Provenance);

/// At least so many lines in the shape of a heading behind a colon are a list.
const LIST: usize = 4;
/// So many lines at the end of a list may be headings of what follows.
const LIST_END: usize = 2;

/// Rates every block. `own` holds what blocks state, or have by their kind; `overall` is for what nothing else rates.
pub(super) fn rate(
    document: &Document<'_>,
    mut own: Vec<Option<Rated>>,
    overall: &Rated,
) -> (Vec<Rated>, Vec<ReadingRule>) {
    let blocks = document.blocks();
    let (places, structured) = places(blocks, &own);
    rate_items(blocks, &mut own, &places);
    // Text behind or under a field of a memorandum is text of its own, of nothing that stands beyond the field (reading rule 5).
    // In a telegram a further section repeats fields in the middle of a paragraph.
    let parts = document.kind() == DocumentKind::Memorandum;
    let trailing = has_trailing_marks(blocks);
    let below = if trailing {
        next_stated(blocks, &own, parts)
    } else {
        sections_below(blocks, &own, &places, &structured, parts)
    };
    let mut before: Option<Rating> = None;
    let mut rated: Vec<Rated> = Vec::with_capacity(blocks.len());
    let mut rules: Vec<ReadingRule> = Vec::with_capacity(blocks.len());
    for (((block, own), place), below) in blocks.iter().zip(own).zip(places).zip(below) {
        let rating = if let Some(own) = own {
            if block.kind().is_body() {
                before = passing(before.take(), block, &own.0);
            } else if parts {
                before = None;
            }
            let item = matches!(place, Standing::Among { .. }) && block.mark().is_unmarked();
            rules.push(if item {
                ReadingRule::AmongItems
            } else {
                rule_of(own.1, block)
            });
            own
        } else {
            let found = match place {
                Standing::Of(paragraph, _) => of_paragraph(&rated, paragraph),
                Standing::Between => between(&before, below),
                Standing::GoesOn => before.clone().map(|rating| (rating, Provenance::Section)),
                Standing::Among { .. } | Standing::Lost | Standing::Nowhere => None,
            };
            before = beside(before.take(), block);
            rules.push(match (&found, place) {
                (None, _) if overall.1 == Provenance::Unmarked => ReadingRule::Strict,
                (_, Standing::Lost) => ReadingRule::LostMark,
                (_, Standing::Nowhere) => ReadingRule::BesideGap,
                (None, _) => ReadingRule::Overall,
                (Some(_), Standing::Of(_, rule)) => rule,
                (Some(_), Standing::GoesOn) => ReadingRule::GoesOn,
                (Some(_), Standing::Among { .. }) => ReadingRule::AmongItems,
                (Some(_), Standing::Between) if trailing => ReadingRule::BetweenMarks,
                (Some(_), Standing::Between) => ReadingRule::Section,
            });
            found.unwrap_or_else(|| overall.clone())
        };
        rated.push(rating);
    }
    (rated, rules)
}

/// The rule by which a block has a rating of its own.
const fn rule_of(provenance: Provenance, block: &Block) -> ReadingRule {
    match (provenance, block.rule()) {
        (Provenance::Unmarked, _) => ReadingRule::Strict,
        (Provenance::EntireText, _) => ReadingRule::EntireText,
        (_, Some(rule)) if !block.mark().is_unmarked() => rule,
        (Provenance::KnownField, _) => ReadingRule::KnownField,
        _ => ReadingRule::Overall,
    }
}

/// Rates the unmarked items among marked ones. Each is a portion of its own for what stands beside it.
fn rate_items(blocks: &[Block], own: &mut [Option<Rated>], places: &[Standing]) {
    // The items of a paragraph share one rating; it is worked out once, before any of them has it.
    let mut shared: Option<(usize, Option<Rated>)> = None;
    for (index, (block, place)) in blocks.iter().zip(places).enumerate() {
        let Standing::Among { start, end } = *place else {
            continue;
        };
        let known = shared
            .take()
            .filter(|(paragraph, _)| *paragraph == start)
            .map(|(_, rated)| rated);
        let rated = known.unwrap_or_else(|| among(blocks, own, start, end));
        let item = rated.clone().map(|(rating, provenance)| {
            let rating = beside(Some(rating.clone()), block).unwrap_or(rating);
            (rating, provenance)
        });
        if let Some(slot) = own.get_mut(index).filter(|slot| slot.is_none()) {
            *slot = item;
        }
        shared = Some((start, rated));
    }
}

/// The join of the portion before and of what counts below, where both are there.
fn between(before: &Option<Rating>, below: Option<Rating>) -> Option<Rated> {
    Some((below?.join(before.as_ref()?), Provenance::Section))
}

/// Where an unmarked block stands, by numbers, marks, enumerators and kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
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
/// `open` says whether the sentence of the block before is still to end. Both outcomes are at least what that block has.
fn unnumbered(block: &Block, open: bool) -> Standing {
    match block.kind() {
        BlockKind::Subparagraph => Standing::GoesOn,
        BlockKind::Plain if block.goes_on() && open => Standing::GoesOn,
        BlockKind::Plain if block.shape() == Shape::Text => Standing::Lost,
        BlockKind::Plain | BlockKind::Paragraph | BlockKind::Field(_) | BlockKind::Subject => {
            Standing::Between
        }
    }
}

/// Where each block stands, and whether running text in its place would be part of the paragraph before.
fn places(blocks: &[Block], own: &[Option<Rated>]) -> (Vec<Standing>, Vec<bool>) {
    let mut structured = vec![false; blocks.len()];
    let starts: Vec<usize> = paragraph_starts(blocks);
    let trailing = has_trailing_marks(blocks);
    let first = starts.first().copied().unwrap_or(blocks.len());
    let mut places: Vec<Standing> = blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            if trailing || index >= first {
                return Standing::Between;
            }
            let before = index.checked_sub(1).and_then(|before| blocks.get(before));
            unnumbered(block, before.is_some_and(Block::ends_open))
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

fn number_at(blocks: &[Block], index: usize) -> Option<u16> {
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
                let holds_a_mark = block.at_least().is_some() && !block.is_listed();
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
        self.blocks
            .get(index)
            .filter(|block| block.kind() == BlockKind::Subparagraph)
            .and_then(Block::number)
            .and_then(Number::of_item)
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

fn of_paragraph(rated: &[Rated], paragraph: usize) -> Option<Rated> {
    let (rating, _) = rated.get(paragraph)?;
    Some((rating.clone(), Provenance::Paragraph(paragraph)))
}

/// The join of a paragraph, all its marked items and the marks inside the others.
fn among(blocks: &[Block], own: &[Option<Rated>], start: usize, end: usize) -> Option<Rated> {
    let mut joined: Option<Rating> = None;
    for (block, own) in blocks.get(start..end)?.iter().zip(own.get(start..end)?) {
        joined = match (joined, own) {
            (Some(joined), Some((rating, _))) => Some(joined.join(rating)),
            (None, Some((rating, _))) => Some(rating.clone()),
            (joined, None) => beside(joined, block),
        };
    }
    Some((joined?, Provenance::Section))
}

/// The rating of the portion that was passed last. A marked title rates itself only: it raises what the portion beyond it
/// gives to an unmarked block, and never stands for it.
fn passing(passed: Option<Rating>, block: &Block, rating: &Rating) -> Option<Rating> {
    if place_of(block) == Some(Place::Title) {
        passed.map(|passed| passed.join(rating))
    } else {
        Some(rating.clone())
    }
}

/// The same for a block without a mark of its own that holds one all the same. Whether the mark at the end of a line is
/// that of a title or of a name may hang on the words before it; what stands beside it does not.
fn beside(passed: Option<Rating>, block: &Block) -> Option<Rating> {
    match (passed, block.at_least()) {
        (Some(passed), Some(label)) => Some(passed.join(&Rating::dated(label.clone()))),
        (passed, _) => passed,
    }
}

const fn place_of(block: &Block) -> Option<Place> {
    match block.mark() {
        Mark::Stated { place, .. } => Some(*place),
        Mark::Unmarked | Mark::Damaged { .. } | Mark::Excised(_) => None,
    }
}

fn has_trailing_marks(blocks: &[Block]) -> bool {
    blocks
        .iter()
        .any(|block| place_of(block) == Some(Place::Trail))
}

fn is_unmarked_item(block: &Block) -> bool {
    block.kind() == BlockKind::Subparagraph && block.mark().is_unmarked()
}

/// For every block, the rating of the next portion that states one.
fn next_stated(blocks: &[Block], own: &[Option<Rated>], parts: bool) -> Vec<Option<Rating>> {
    let mut next: Option<Rating> = None;
    let mut below = Vec::with_capacity(blocks.len());
    for (block, own) in blocks.iter().zip(own).rev() {
        below.push(next.clone());
        match own {
            // An unmarked item states nothing.
            Some(_) if is_unmarked_item(block) => next = beside(next.take(), block),
            Some((rating, _)) if block.kind().is_body() => {
                next = passing(next.take(), block, rating);
            }
            Some(_) if parts => next = None,
            Some(_) => {}
            None => next = beside(next.take(), block),
        }
    }
    below.reverse();
    below
}

/// What stands below a block: the portions down to the next heading, and what that heading has below it where the two must
/// not be told apart.
#[derive(Clone, Default)]
struct Section {
    open: Option<Rating>,
    /// What stands below a heading whose shape alone ends the section.
    beyond: Option<Rating>,
    /// The heading that ends the section, as long as no portion stands above it: headings that stand together share what is
    /// below them.
    closed: Option<Heading>,
}

impl Section {
    /// Of two outcomes the more protective one counts: a block that may be no heading ends a section only for readers who
    /// see it anyway (reading rule 9).
    fn below(&self) -> Option<Rating> {
        match (&self.open, &self.beyond) {
            (Some(open), Some(beyond)) if !open.dominates(beyond) => {
                Some(open.clone().join(beyond))
            }
            (open, _) => open.clone(),
        }
    }

    fn portion(&mut self, rating: &Rating) {
        match self.closed.take() {
            Some(Heading::Structure) => self.beyond = None,
            Some(Heading::Shape) => self.beyond = self.below(),
            None => {
                self.open = Some(match self.open.take() {
                    Some(joined) => joined.join(rating),
                    None => rating.clone(),
                });
                return;
            }
        }
        self.open = Some(rating.clone());
    }

    /// A heading: its section ends the one above it.
    fn close(&mut self, by: Heading) {
        if self.open.is_some() {
            self.closed.get_or_insert(by);
        }
    }
}

/// What makes a block a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Its mark, or that running text in its place would be part of the paragraph before.
    Structure,
    /// Nothing but its shape.
    Shape,
}

/// For every block, the join of the portions below it, down to the next heading that has a portion under it. Headings
/// that stand together share what is below them.
fn sections_below(
    blocks: &[Block],
    own: &[Option<Rated>],
    places: &[Standing],
    structured: &[bool],
    parts: bool,
) -> Vec<Option<Rating>> {
    let mut section = Section::default();
    let mut below = Vec::with_capacity(blocks.len());
    for (((block, own), place), structured) in
        blocks.iter().zip(own).zip(places).zip(structured).rev()
    {
        below.push(section.below());
        match own {
            Some((rating, _)) if place_of(block) == Some(Place::Title) => {
                section.open = passing(section.open, block, rating);
                if block.number().is_none() {
                    section.close(Heading::Structure);
                }
            }
            Some((rating, _)) if block.kind().is_body() => section.portion(rating),
            Some(_) if parts => section = Section::default(),
            Some(_) => {}
            None => {
                // An item is no heading, whatever its length.
                let heading = block.kind() == BlockKind::Plain
                    && block.shape() == Shape::Heading
                    && !matches!(place, Standing::Of(..));
                section.open = beside(section.open, block);
                if heading {
                    section.close(if *structured {
                        Heading::Structure
                    } else {
                        Heading::Shape
                    });
                }
            }
        }
    }
    below.reverse();
    below
}
