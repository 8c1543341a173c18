//! Memoranda and papers: portion-marked prose as the National Security Council, State and Defense wrote it, and
//! telegrams as a printed series shows them, without their transmission lines.
//!
//! The reader goes over the lines once. What stands at the end of a block, and what reaches over several blocks, is
//! looked at when all blocks are known.

mod banner;
mod head;
mod letters;
mod note;
mod page;
mod statement;
mod subject;
mod tail;
mod trail;

pub(super) use letters::resolve as letters;
pub(super) use statement::resolve as statements;
pub(super) use trail::{rate_title, resolve as trailing};

use super::authority;
use super::body;
use super::build::Builder;
use super::captions;
use super::chars::{from, skip_silent, trim};
use super::content;
use super::draft::DraftMark;
use super::furniture::is_furniture;
use super::header::{self, HeaderLine};
use super::labelled;
use super::lead::{self, LeadMark, LeadNumber};
use super::lines::Line;
use super::prose::is_function_word;
use super::said;
use super::sentence;
use super::shape;
use super::tear;
use super::token;
use crate::Span;
use crate::document::{BlockKind, Field, Shape};
use note::Levels;
use subject::{mark_follows, subject_mark};

/// The longest line that can be a line of a heading, in bytes.
const HEAD_LINE: usize = 160;

/// Goes over the lines once.
pub(super) fn lines(builder: &mut Builder<'_>) {
    Reader {
        builder,
        in_head: true,
        first: true,
        subject_pending: false,
        lines: 0,
        labelled: false,
        broken: false,
        tail: false,
    }
    .run();
}

struct Reader<'b, 'a> {
    builder: &'b mut Builder<'a>,
    /// Whether the body has not begun: no number, no mark, no running text so far.
    in_head: bool,
    /// Whether no block has begun.
    first: bool,
    /// Whether `SUBJECT` stood on a line of its own and its text has not come yet.
    subject_pending: bool,
    /// How many lines the open block holds.
    lines: usize,
    /// Whether the open block began as lines of a heading do: short, and without a mark or with a label before it.
    labelled: bool,
    /// Whether the end of a page stands behind the open block, and in the middle of its last sentence.
    broken: bool,
    /// Whether the last line was the mark of the paragraph above it, and nothing else.
    tail: bool,
}

impl<'a> Reader<'_, 'a> {
    fn run(mut self) {
        let mut at = 0;
        let mut block_start = true;
        while let Some(line) = self.builder.survey.line(at) {
            at = line.next;
            if line.is_blank() {
                self.builder.blank(line);
                block_start = true;
                continue;
            }
            if is_furniture(line) || page::is_number(self.builder.lines, line) {
                self.broken |= page::breaks_sentence(self.builder);
                self.builder.furniture(line);
                continue;
            }
            if tear::take(self.builder, line) {
                block_start = true;
                continue;
            }
            let mut starts = std::mem::replace(&mut block_start, false) || !self.builder.open;
            let broken = self.broken || page::breaks_sentence(self.builder);
            // `(SBU)` under a paragraph is its mark, and no level line.
            let tails = !self.in_head || self.is_sensitivity(line);
            let mark = tails && note::is_tail(self.builder, line);
            if !mark && banner::read(self.builder, line, self.in_head, starts) {
                self.broken = broken && !self.ends_subject(line);
                block_start = true;
                continue;
            }
            if std::mem::take(&mut self.broken) && self.builder.open {
                starts = !sentence::goes_on(line.text);
            }
            let under = self.is_under_field(line);
            let before = self.builder.blocks.len();
            if starts {
                self.start(line);
            } else {
                self.inner(line);
            }
            // What follows a field is text of its own, and no heading (reading rule 2).
            if under && self.builder.blocks.len() > before {
                self.builder.is_portion();
            }
            // Where marks stand at the end, a mark behind the end of a sentence ends its paragraph.
            block_start = tail::ends_paragraph(line.text) || self.tail;
            self.tail = false;
        }
        self.builder.close();
    }

    /// Whether a labelled line ends a subject: `Classification: SECRET` under it breaks no page.
    fn ends_subject(&self, line: Line<'a>) -> bool {
        let last = self.builder.blocks.last();
        last.is_some_and(|block| block.kind == BlockKind::Subject) && head::is_labelled(line.text)
    }

    /// Whether a line stands right under one of a known field.
    fn is_under_field(&self, line: Line<'a>) -> bool {
        self.builder.blocks.last().is_some_and(|block| {
            let between = self
                .builder
                .source
                .get(block.text.end()..line.start)
                .unwrap_or_default();
            matches!(block.kind, BlockKind::Field(field) if field.is_known_unclassified())
                && between.matches('\n').nth(1).is_none()
        })
    }

    /// Whether a line is a caption that binds no portion by itself: in a heading a level in parentheses is the level line.
    fn is_sensitivity(&self, line: Line<'a>) -> bool {
        let found = captions::read(line.text);
        found.alone && found.captions.is_empty() && self.builder.open
    }

    fn inner(&mut self, line: Line<'a>) {
        if authority::inner(self.builder, line) {
            self.lines = 1;
            return;
        }
        if note::is_tail(self.builder, line) {
            self.builder.append(line);
            self.tail = true;
            return;
        }
        self.labelled &= head::is_letterhead(line.text);
        if self.labelled && head::is_labelled(line.text) {
            self.start(line);
            return;
        }
        // A day in the lines of a paragraph is none of the heading: the document has its own, or a sentence goes on to it.
        let last = self.builder.open_text().split_whitespace().next_back();
        let may_date = self.builder.header.origin.is_none() && !last.is_some_and(is_function_word);
        if self.labelled && may_date && head::dated(self.builder, line) {
            self.lines = 1;
            return;
        }
        if let Some(lead) = note::inside(self.builder, line) {
            self.lines = 1;
            self.in_head = false;
            self.builder.start_body(line, lead);
            return;
        }
        self.lines += 1;
        // Under a level line nothing further down makes the overall classification less.
        let goes_on = self.lines <= 2 || (self.labelled && !self.builder.header.levels.is_empty());
        self.in_head &= goes_on && line.text.len() <= HEAD_LINE && self.is_heading(line);
        let subject = self
            .builder
            .blocks
            .last()
            .is_some_and(|block| block.kind == BlockKind::Subject);
        if self.subject_pending && subject {
            self.subject_text(line);
        } else if subject && content::ends_subject(self.builder.open_text(), line.text) {
            self.start(line);
        } else {
            body::inner(self.builder, line);
        }
    }

    /// Whether a further line of the open block may stand in a heading; under a mark, only as in a letterhead.
    fn is_heading(&self, line: Line<'a>) -> bool {
        let block = self.builder.blocks.last();
        block.is_some_and(|block| block.mark.is_none()) || head::is_letterhead(line.text)
    }

    fn start(&mut self, line: Line<'a>) {
        let first = std::mem::replace(&mut self.first, false);
        self.lines = 1;
        let lead = self.lead(line);
        self.labelled = head::is_letterhead(line.text)
            && (head::is_labelled(line.text)
                || (self.in_head && !lead.has_mark() && !head::is_told(line.text)));
        let numbered = !matches!(lead.number, LeadNumber::None | LeadNumber::Item(_));
        if std::mem::take(&mut self.subject_pending) && !numbered {
            self.subject_text(line);
            return;
        }
        if self.in_head && head::read(self.builder, line, &lead, first) {
            return;
        }
        let start = skip_silent(line.text, 0);
        match header::keyword(line.text, start) {
            Some(HeaderLine::Subject(at)) => return self.subject(line, at),
            Some(_) | None if !lead.has_mark() && authority::start(self.builder, line) => return,
            Some(HeaderLine::Field(field @ Field::Classifier, at)) => {
                self.builder.header.classifier.get_or_insert(line.span());
                return self.field(line, field, at);
            }
            Some(HeaderLine::Field(field @ Field::Order, at)) if is_instruction(line.text) => {
                return self.field(line, field, at);
            }
            Some(HeaderLine::Field(..)) | None => {}
        }
        if head::is_subject_label(line.text) {
            self.builder.start(
                line,
                BlockKind::Subject,
                None,
                DraftMark::None,
                line.text.len(),
            );
            self.subject_pending = true;
            return;
        }
        // Under a level line a letterhead may be marked, and the day stands below it.
        let letterhead = !lead.has_mark()
            || (!self.builder.header.levels.is_empty() && head::is_letterhead(line.text));
        self.in_head &= !numbered
            && letterhead
            && !is_running_text(line.text)
            && !tail::ends_paragraph(line.text);
        match body::excised(self.builder.lines, line, lead.text).filter(|_| !lead.has_mark()) {
            Some(bases) => {
                self.builder.start_body(line, lead);
                self.builder.excise(bases);
            }
            None => {
                let text = lead.text;
                // Among entries that have a mark each, one has lost it.
                let lost = !lead.has_mark()
                    && body::is_spoken(self.builder)
                    && labelled::begins_entry(line.text);
                self.builder.start_body(line, lead);
                said::start(self.builder, line, text);
                if lost || labelled::behind_label(line).is_some() {
                    self.builder.is_portion();
                }
            }
        }
    }

    /// How the line begins, with the statements and marks that only memoranda have.
    fn lead(&self, line: Line<'a>) -> lead::Lead {
        let mut lead = body::in_order(self.builder, line.text, lead::scan_first(line));
        let levels = Levels::of(self.builder);
        if let Some(lead) = note::footnote(line.text, &lead, self.builder.paragraph, levels) {
            return lead;
        }
        if let Some(lead) = head::labelled_mark(line.text, levels).filter(|_| !lead.has_mark()) {
            return lead;
        }
        let (at, end) = match lead.mark {
            LeadMark::None => (skip_silent(line.text, lead.text), lead.text),
            LeadMark::Damaged(span) => (span.start(), span.end()),
            LeadMark::Stated(..) | LeadMark::Letter { .. } => return lead,
        };
        let found = line.text.get(at..end).unwrap_or_default();
        if is_abbreviation(found) && !mark_follows(line.text, end) {
            lead.mark = LeadMark::None;
            lead.text = at;
        } else if let Some((mark, behind)) = statement::at(line.text, at) {
            // What was damaged for two marks that disagree stays so.
            if behind >= end {
                lead.text = behind;
                lead.mark = mark;
            }
            while let (LeadMark::Stated(_, span) | LeadMark::Damaged(span), true) =
                (&lead.mark, mark_follows(line.text, lead.text))
            {
                let start = span.start();
                lead.text = lead::scan_mark(line.text, lead.text).1;
                lead.mark = LeadMark::Damaged(Span::new(start, lead.text));
            }
        }
        let marked = labelled::with_mark(line.text, lead.clone(), || body::may_go_on(self.builder));
        let LeadMark::Stated(_, span) = &marked.mark else {
            return lead;
        };
        // In the heading a telegram is cited by its post and number: `Secto 4118. (U) Subject: …`.
        let head = line.text.get(..span.start()).unwrap_or_default();
        let cites = self.in_head
            && !labelled::begins_with_day(line.text)
            && !labelled::heads_a_text(line.text.get(lead.text..span.start()).unwrap_or_default())
            && (!head.contains(':') || is_told_in_parts(head));
        if cites || !note::is_certain(*span, from(line.text, span.end()), levels) {
            return lead;
        }
        marked
    }

    fn field(&mut self, line: Line<'a>, field: Field, at: usize) {
        self.builder
            .start(line, BlockKind::Field(field), None, DraftMark::None, at);
    }

    /// `SUBJECT: …`, with or without its text on the same line.
    fn subject(&mut self, line: Line<'a>, at: usize) {
        let (mark, text) = subject_mark(line, at);
        self.builder
            .start(line, BlockKind::Subject, None, mark, text);
        self.subject_pending = skip_silent(line.text, text) >= line.text.len();
    }

    /// The text of a subject whose label stands on a line of its own.
    fn subject_text(&mut self, line: Line<'a>) {
        self.subject_pending = false;
        let (mark, text) = subject_mark(line, 0);
        let unmarked = self
            .builder
            .blocks
            .last()
            .is_some_and(|block| block.mark.is_none());
        self.builder.append_from(line, text);
        if let (true, Some(block)) = (unmarked, self.builder.blocks.last_mut()) {
            block.mark = mark;
        }
    }
}

/// Whether a full stop stands in a label that is none of the title of a speaker: `Mr. Ode: (U) …`.
fn is_told_in_parts(head: &str) -> bool {
    let mut parts = head.rsplit(". ");
    parts.next();
    parts.any(|part| {
        let word = part.rsplit(' ').next().unwrap_or_default();
        !labelled::is_title(word)
    })
}

/// Whether a line is more than a heading has: a sentence that ends, or more words than a heading.
fn is_running_text(text: &str) -> bool {
    let shown = trim(text);
    text.len() > HEAD_LINE
        || shape::of(shown) == Shape::Text
        || (shown.ends_with('.') && shown.split_whitespace().nth(2).is_some())
}

/// `(U.S.)`, `(U.K.)`: an abbreviation in parentheses.
pub(super) fn is_abbreviation(token: &str) -> bool {
    token
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .is_some_and(token::is_abbreviation)
}

/// A line that can only be a declassification instruction. `E.O. 11652 requires that …` begins a paragraph.
fn is_instruction(text: &str) -> bool {
    let start = skip_silent(text, 0);
    let shown = from(text, start);
    shown.len() <= authority::LONGEST_INSTRUCTION
        && shown
            .split_once(':')
            .is_some_and(|(head, _)| head.split_whitespace().count() <= 4)
}
