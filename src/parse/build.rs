//! The growing document: pieces that tile the source, blocks, and what the header says.

use super::draft::{Draft, DraftMark};
use jiff::civil::Date;
use std::cell::Cell;

use super::chars::{end_of_shown, skip_silent};
use super::lead::{self, Lead, LeadMark, LeadNumber};
use super::lines::{Line, Lines};
use super::look::Look;
use super::survey::Survey;
use super::tear::Tear;
use super::terms::Terms;
use super::{findings, sentence, shape};
use crate::document::{
    Bases, BlockKind, Enumerator, Header, LevelLine, Number, Piece, Place, ReadingRule, Role, Shape,
};
use crate::marking::{Caption, Label, Level, Likeness, StatedMark, Vocabulary};
use crate::{Rule, Span};

pub(super) struct Builder<'a> {
    pub(super) source: &'a str,
    pub(super) lines: Lines<'a>,
    pub(super) pieces: Vec<Piece>,
    pub(super) blocks: Vec<Draft>,
    pub(super) header: Header,
    pub(super) notes: Vec<(&'static Rule, Span, Option<String>)>,
    /// The level lines below the header, each with what stands below it is rated as at least.
    pub(super) parts: Vec<LevelLine>,
    /// The level lines below the header that state nothing, because the overall classification is unknown.
    pub(super) stray: Vec<LevelLine>,
    /// The paragraphs that a statement names, by their numbers, each with what it says of them.
    pub(super) named: Vec<((u32, u32), Label)>,
    /// The rule of the pass that is at work.
    pub(super) rule: ReadingRule,
    /// The tear lines, in order.
    pub(super) tears: Vec<Tear>,
    /// What stands where in the source.
    pub(super) survey: Survey<'a>,
    /// Where declassification instructions stand.
    pub(super) instructions: Vec<Span>,
    /// The words in which marks are read.
    pub(super) vocabulary: Vocabulary,
    /// What is known of instructions and origin beside the text.
    pub(super) terms: Terms,
    /// The last paragraph number.
    pub(super) paragraph: Option<u32>,
    /// The last item below it.
    pub(super) item: Option<Enumerator>,
    /// Whether that item is a capital letter.
    pub(super) item_is_capital: bool,
    /// Whether a numbered paragraph so far carries a mark.
    pub(super) numbers_marked: bool,
    /// Whether the last block still takes lines.
    pub(super) open: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(lines: Lines<'a>) -> Self {
        let source = lines.source;
        Self {
            source,
            lines,
            pieces: Vec::with_capacity(source.len() / 256 + 8),
            blocks: Vec::with_capacity(source.len() / 128 + 8),
            header: Header::unread(),
            notes: Vec::new(),
            parts: Vec::new(),
            stray: Vec::new(),
            named: Vec::new(),
            rule: ReadingRule::LeadMark,
            tears: Vec::new(),
            survey: Survey::of(lines),
            instructions: Vec::new(),
            vocabulary: Vocabulary::capco(),
            terms: Terms::default(),
            paragraph: None,
            item: None,
            item_is_capital: false,
            numbers_marked: false,
            open: false,
        }
    }

    /// What may stand in the text of a block.
    pub(super) fn look(&self, block: &Draft) -> Look {
        match block.looked.get() {
            Some((text, look)) if text == block.text => look,
            Some(_) | None => {
                let look = self.survey.look(block.text);
                block.looked.set(Some((block.text, look)));
                look
            }
        }
    }

    /// The first byte that no piece holds yet.
    fn covered(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.span().end())
    }

    fn cover(&mut self, to: usize, role: Role) {
        let start = self.covered();
        match self.pieces.last_mut() {
            Some(last) if last.role() == role => {
                *last = Piece::new(Span::new(last.span().start(), to), role);
            }
            _ => self.pieces.push(Piece::new(Span::new(start, to), role)),
        }
    }

    /// Blank lines belong to what stands before them.
    pub(super) fn blank(&mut self, line: Line<'a>) {
        let role = self
            .pieces
            .last()
            .map_or(Role::Furniture, |piece| piece.role());
        self.cover(line.next, role);
        if let (Role::Block(_), Some(block)) = (role, self.blocks.last_mut()) {
            block.span = Span::new(block.span.start(), line.next);
        }
    }

    pub(super) fn furniture(&mut self, line: Line<'a>) {
        self.cover(line.next, Role::Furniture);
    }

    /// Starts a block with `line`, whose text begins `text` bytes into it.
    pub(super) fn start(
        &mut self,
        line: Line<'a>,
        kind: BlockKind,
        number: Option<Number>,
        mark: DraftMark,
        text: usize,
    ) {
        let text = skip_silent(line.text, text).min(line.text.len());
        let start = line.start + text;
        let end = (line.start + end_of_shown(line.text)).max(start);
        self.close();
        self.blocks.push(Draft {
            kind,
            number,
            mark,
            at_least: None,
            raised_by: None,
            is_doubtful: false,
            is_listed: false,
            shape: Shape::Text,
            announces: false,
            goes_on: false,
            ends_open: false,
            text: Span::new(start, end),
            is_trim: line.is_trim(),
            span: Span::new(line.start, line.next),
            first_piece: self.pieces.len(),
            looked: Cell::new(None),
        });
        self.cover(line.next, Role::Block(self.blocks.len() - 1));
        self.open = true;
    }

    /// Takes the mark of the block that was started last for one that contradicts what stands before it.
    pub(super) fn contradict(&mut self) {
        if let Some(block) = self.blocks.last_mut()
            && let Some(span) = block.mark.span()
        {
            block.mark = DraftMark::Damaged { span };
        }
    }

    /// Marks the block that was started last as one of which an earlier release left nothing but the reasons.
    pub(super) fn excise(&mut self, bases: Bases) {
        if let Some(block) = self.blocks.last_mut() {
            block.mark = DraftMark::Excised(bases);
            block.text = Span::new(block.text.end(), block.text.end());
        }
        self.open = false;
    }

    /// Gives `line` to the block that is open.
    pub(super) fn append(&mut self, line: Line<'a>) {
        self.extend(line, line);
        if let Some(block) = self.blocks.last_mut() {
            block.is_trim &= line.is_trim();
        }
    }

    /// Gives `line`, whose text begins `text` bytes into it, to the block that is open and holds no text yet.
    pub(super) fn append_from(&mut self, line: Line<'a>, text: usize) {
        self.append(line);
        if let Some(block) = self.blocks.last_mut() {
            let start = line.start + skip_silent(line.text, text).min(line.text.len());
            block.text = Span::new(start.min(block.text.end()), block.text.end());
        }
    }

    /// Gives the lines from `first` to `last` to the block that is open; each ends in something that shows.
    pub(super) fn extend(&mut self, first: Line<'a>, last: Line<'a>) {
        let Some(index) = self.blocks.len().checked_sub(1) else {
            return;
        };
        self.cover(last.next, Role::Block(index));
        if let Some(block) = self.blocks.last_mut() {
            let end = last.start + end_of_shown(last.text);
            // A block that held only its number or mark so far begins its text here.
            let start = if block.text.is_empty() {
                first.start + skip_silent(first.text, 0)
            } else {
                block.text.start()
            };
            block.text = Span::new(start, end.max(start));
            block.span = Span::new(block.span.start(), last.next);
        }
    }

    /// Closes the open block: its shape is known now.
    pub(super) fn close(&mut self) {
        if !std::mem::take(&mut self.open) {
            return;
        }
        let source = self.source;
        if let Some(block) = self.blocks.last_mut() {
            let text = source.get(block.text.range()).unwrap_or_default();
            // What is left of `(C - ENTIRE TEXT).` is no text.
            let statement = block.mark.stated().is_some_and(StatedMark::is_entire_text);
            if statement && text.bytes().all(|b| b.is_ascii_punctuation()) {
                block.text = Span::new(block.text.start(), block.text.start());
            }
            block.announces = text.ends_with(':');
            block.goes_on = sentence::goes_on(text);
            block.ends_open = !sentence::may_end(text);
            // A numbered paragraph with a mark is neither; what a block without a mark looks like decides what it joins.
            if block.kind.is_body() && (block.number.is_none() || block.mark.is_none()) {
                block.shape = shape::of(text);
            }
        }
    }

    /// Starts a block of the body as its first line tells.
    pub(super) fn start_body(&mut self, line: Line<'a>, lead: Lead) {
        let marked = lead.has_mark();
        let mark = match &lead.mark {
            LeadMark::Letter { span, .. } => DraftMark::Letter {
                span: span.shifted(line.start),
            },
            mark @ (LeadMark::None | LeadMark::Stated(..) | LeadMark::Damaged(_)) => {
                mark_of(mark, line.start)
            }
        };
        let below = |number| lead::with_items(number, line.text, &lead);
        let (kind, number) = match lead.number {
            LeadNumber::Paragraph(number) => {
                self.paragraph = Some(number);
                self.item = None;
                self.numbers_marked |= marked;
                (BlockKind::Paragraph, Some(Number::paragraph(number)))
            }
            LeadNumber::ParagraphItem(number, item) => {
                self.paragraph = Some(number);
                self.item = Some(item);
                self.numbers_marked |= marked;
                (
                    BlockKind::Subparagraph,
                    Some(below(Number::item(Some(number), item))),
                )
            }
            LeadNumber::Item(item) => {
                self.item = Some(item);
                self.item_is_capital = line
                    .text
                    .chars()
                    .find(|c| c.is_alphanumeric())
                    .is_some_and(char::is_uppercase);
                (
                    BlockKind::Subparagraph,
                    Some(below(Number::item(self.paragraph, item))),
                )
            }
            LeadNumber::Damaged => (BlockKind::Paragraph, None),
            LeadNumber::None if marked => (BlockKind::Paragraph, None),
            LeadNumber::None => (BlockKind::Plain, None),
        };
        self.start(line, kind, number, mark, lead.text);
    }

    /// Starts a block with a mark in the middle of a sentence of the open block, which is rated as that at least.
    pub(super) fn start_in_sentence(&mut self, line: Line<'a>, lead: Lead) {
        let label = match &lead.mark {
            LeadMark::Stated(stated, _) => stated.label(),
            LeadMark::None | LeadMark::Damaged(_) | LeadMark::Letter { .. } => Label::unresolved(),
        };
        if let Some(open) = self.blocks.len().checked_sub(1) {
            self.raise(open, &label);
        }
        self.start_body(line, lead);
    }

    /// Takes the block that was started last for a portion, whatever its shape: a mark stands behind its label.
    pub(super) fn is_portion(&mut self) {
        if let Some(block) = self.blocks.last_mut()
            && block.kind == BlockKind::Plain
        {
            block.kind = BlockKind::Paragraph;
        }
    }

    /// Takes the item that was started last for a portion that has lost its mark. In a numbered paragraph its neighbours rate it
    /// (reading rule 4).
    pub(super) fn has_lost_mark(&mut self) {
        if self.paragraph.is_none()
            && let Some(block) = self.blocks.last_mut()
        {
            block.kind = BlockKind::Paragraph;
        }
    }

    /// Rates a block as this at least, whatever else rates it.
    pub(super) fn raise(&mut self, index: usize, label: &Label) {
        let rule = self.rule;
        if let Some(block) = self.blocks.get_mut(index) {
            match &mut block.at_least {
                Some(before) => before.join_assign(label),
                none => *none = Some(Box::new(label.clone())),
            }
            if block.raised_by.is_none() || rule != ReadingRule::ListLetter {
                block.raised_by = Some(rule);
            }
        }
    }

    /// The same for a token in it. What can be nothing but a mark is one that the document states (reading rule 5), but for
    /// one in a subject, which speaks for that.
    pub(super) fn raise_by(&mut self, index: usize, label: &Label, token: &str) {
        let block = self.blocks.get(index);
        let subject = block.is_some_and(|block| block.kind == BlockKind::Subject);
        if !subject && Likeness::of(token.trim_matches(['(', ')'])).is_certain() {
            self.raise_stated(index, label);
        } else {
            self.raise(index, label);
        }
    }

    /// The same for a mark that stands inside a block and counts for the whole document, too.
    pub(super) fn raise_stated(&mut self, index: usize, label: &Label) {
        self.raise(index, label);
        match &mut self.header.inside {
            Some(before) if before.dominates(label) => {}
            Some(before) => before.join_assign(label),
            none => *none = Some(label.clone()),
        }
    }

    /// A level line below the header. The overall classification is what the header says, and more where a line below
    /// asks for more; where the header says nothing it stays unknown, TOP SECRET, and no line below makes it less.
    pub(super) fn level_below(&mut self, span: Span, label: Label) {
        let unknown = self.header.levels.is_empty();
        let foreign = Caption::Noforn.label();
        let top = Label::of_level(Level::TopSecret);
        if !unknown {
            self.header.levels.push(LevelLine { span, label });
        } else if top.join(&foreign).dominates(&label) {
            // What is unmarked counts as more than any level; that it is for no foreigner is said of all.
            if !top.dominates(&label) {
                self.header.captions.push(Caption::Noforn);
            }
            self.stray.push(LevelLine { span, label });
            self.note(&findings::STRAY_LEVEL_LINE, span);
        } else {
            let label = Label::unresolved();
            self.header.levels.push(LevelLine { span, label });
        }
    }

    pub(super) fn note(&mut self, rule: &'static Rule, span: Span) {
        self.notes.push((rule, span, None));
    }

    pub(super) fn set_origin(&mut self, origin: Option<Date>) {
        if self.header.origin.is_none() {
            self.header.origin = origin;
        }
    }

    /// The text of the open block from its last line, for what depends on how it ends.
    pub(super) fn open_text(&self) -> &'a str {
        self.blocks
            .last()
            .filter(|_| self.open)
            .and_then(|block| self.source.get(block.text.range()))
            .unwrap_or_default()
    }
}

/// The mark where no list is looked for: a single letter is one that cannot be read.
pub(super) fn mark_of(mark: &LeadMark, offset: usize) -> DraftMark {
    match mark {
        LeadMark::None => DraftMark::None,
        LeadMark::Stated(stated, span) => DraftMark::Stated {
            stated: stated.clone(),
            span: span.shifted(offset),
            place: Place::Lead,
        },
        LeadMark::Damaged(span) => DraftMark::Damaged {
            span: span.shifted(offset),
        },
        // Where no list can be, it is a mark of which half is there.
        LeadMark::Letter { span, .. } => DraftMark::Damaged {
            span: span.shifted(offset),
        },
    }
}

/// The mark where no list can be: a single letter is a mark, readable or not.
pub(super) fn certain_mark(mark: &LeadMark, text: &str, offset: usize) -> DraftMark {
    let LeadMark::Letter { span, .. } = mark else {
        return mark_of(mark, offset);
    };
    let inside = text
        .get(span.range())
        .and_then(|token| token.strip_prefix('(')?.strip_suffix(')'));
    match inside.map(StatedMark::read) {
        Some(Ok(stated)) => DraftMark::Stated {
            stated,
            span: span.shifted(offset),
            place: Place::Lead,
        },
        Some(Err(_)) | None => DraftMark::Damaged {
            span: span.shifted(offset),
        },
    }
}
