//! Telegrams: a header of fields, then a body of numbered paragraphs.

use super::authority;
use super::body::{excised, letter_inside};
use super::build::{Builder, Line, certain_mark, line_at, mark_of};
use super::captions::{self, CaptionLine};
use super::chars::{from, is_silent, skip_silent, starts_with_word, trim};
use super::content;
use super::furniture::is_furniture;
use super::header::{self, HeaderLine};
use super::lead::{self, LeadMark, LeadNumber};
use super::level_line::{self, Form, LevelWords};
use super::overall::{self, Stands};
use super::restriction;
use crate::document::{BlockKind, Field, LevelLine, Mark};
use crate::marking::{Caption, Label};

/// The longest label before a mark, in bytes.
const LABEL: usize = 40;

/// How far the header has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Before the level line.
    Transmission,
    /// Behind it, where captions stand.
    Captions,
    /// Behind the order line or TAGS.
    Fields,
    /// Behind the subject.
    Subject,
}

/// Whose labels the header has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Labels {
    Wire,
    /// State's printout since 2009.
    Printout,
}

/// Reads the header, from the first line on; gives the offset at which the body starts.
pub(super) fn header(builder: &mut Builder<'_>) -> usize {
    let mut reader = HeaderReader {
        builder,
        stage: Stage::Transmission,
        addressed: false,
        labels: Labels::Wire,
        block_start: true,
        field: None,
        maybe_captions: Vec::new(),
    };
    let mut at = 0;
    while let Some(line) = line_at(reader.builder.source, at) {
        if line.is_blank() {
            reader.blank(line);
        } else if !reader.line(line) {
            break;
        }
        at = line.next;
    }
    reader.builder.close();
    at
}

/// Reads the fields that a further section repeats, from `start` on: `TAGS`, `SUBJECT` and the like, one behind the
/// other. Gives the offset behind them; `start` where none stands there.
pub(super) fn repeated(builder: &mut Builder<'_>, start: usize) -> usize {
    let mut reader = HeaderReader {
        builder,
        stage: Stage::Captions,
        addressed: true,
        labels: Labels::Wire,
        block_start: true,
        field: None,
        maybe_captions: Vec::new(),
    };
    let mut end = start;
    let mut at = start;
    while let Some(line) = line_at(reader.builder.source, at) {
        at = line.next;
        if line.is_blank() {
            reader.block_start = true;
            reader.field = None;
            continue;
        }
        let goes_on = !reader.block_start && reader.stage > Stage::Captions;
        if !goes_on && !is_repeated(line.text) {
            break;
        }
        while let Some(blank) =
            line_at(reader.builder.source, end).filter(|blank| blank.start < line.start)
        {
            reader.builder.blank(blank);
            end = blank.next;
        }
        if !reader.line(line) {
            break;
        }
        end = line.next;
    }
    if end > start {
        reader.builder.close();
    }
    end
}

/// A line that begins a field which further sections repeat.
pub(super) fn is_repeated(text: &str) -> bool {
    matches!(
        header::keyword(text, skip_silent(text, 0)),
        Some(
            HeaderLine::Subject(_)
                | HeaderLine::Field(
                    Field::Order | Field::Instruction | Field::Tags | Field::Ref,
                    _
                )
        )
    )
}

struct HeaderReader<'b, 'a> {
    builder: &'b mut Builder<'a>,
    stage: Stage,
    /// Whether the level line of the message has come: the addresses stand before it.
    addressed: bool,
    labels: Labels,
    /// Whether a blank line, or nothing, stands before the next line.
    block_start: bool,
    /// The field that takes further lines.
    field: Option<BlockKind>,
    /// Blocks that are captions if a field comes after them, and plain unknown lines otherwise.
    maybe_captions: Vec<usize>,
}

impl<'a> HeaderReader<'_, 'a> {
    fn blank(&mut self, line: Line<'a>) {
        self.builder.blank(line);
        self.builder.close();
        self.block_start = true;
        self.field = None;
    }

    /// Takes a line into the header; `false` where the body starts with it.
    fn line(&mut self, line: Line<'a>) -> bool {
        // A page break may cut a field in two; the field goes on behind it.
        if is_furniture(line.text) {
            self.builder.furniture(line);
            return true;
        }
        let block_start = std::mem::replace(&mut self.block_start, false);
        // A mark may stand before the field's own word: `(U) FM SECSTATE WASHDC`.
        let start = skip_silent(line.text, 0);
        let (mark, at) = match lead::scan_mark(line.text, start) {
            (LeadMark::None, _) => (LeadMark::None, start),
            // `C) STATE 77` behind `B) STATE 76` goes on with the list of references.
            _ if !block_start && self.is_listed(line) => (LeadMark::None, start),
            // `(EXDIS)` on a line of its own is the caption, and no mark of anything.
            _ if captions::is_alone(line.text) => (LeadMark::None, start),
            (mark, after) => {
                let mark = letter_inside(self.builder, mark);
                let none = matches!(mark, LeadMark::None);
                (
                    mark,
                    if none {
                        start
                    } else {
                        skip_silent(line.text, after)
                    },
                )
            }
        };
        if header::is_printout(from(line.text, at)) {
            self.labels = Labels::Printout;
        }
        if let Some(keyword) = self.keyword_at(line.text, at) {
            return self.keyword(line, keyword, mark);
        }
        if self.restriction(line) {
            return true;
        }
        if self.stage < Stage::Subject {
            if header::is_date_time_group(from(line.text, at)) {
                self.builder
                    .set_origin(crate::declass::date_time_group(trim(from(line.text, at))));
                return self.field(line, Field::DateTimeGroup, mark, at);
            }
            if let Some(words) = level_line::read(from(line.text, at))
                .filter(|words| is_level_line(words) && matches!(mark, LeadMark::None))
            {
                return self.level(line, &words, mark, at);
            }
            if matches!(mark, LeadMark::None)
                && let Some(found) = overall::read(line.text, Stands::Below)
            {
                overall::take(self.builder, line, found, Stands::InHeading);
                self.field = None;
                self.stage = self.stage.max(Stage::Captions);
                return true;
            }
        }
        if matches!(mark, LeadMark::None)
            && self.continues(line, block_start)
            && !self.is_marked_item(line)
        {
            if self.field == Some(BlockKind::Field(Field::Classifier))
                && let Some(at) = authority::instruction_inside(line.text)
            {
                let (head, tail) = line.split_at(at);
                self.builder.append(head);
                return self.instruction(tail);
            }
            self.builder.append(line);
            return true;
        }
        if self.begins_body(line, block_start, &mark) {
            return false;
        }
        self.unknown(line, mark, at)
    }

    /// The label that a line begins with. Addresses stand before the level line, and they are posts and nothing else; a
    /// line of text may begin with `TO` as well.
    fn keyword_at(&self, text: &str, at: usize) -> Option<HeaderLine> {
        let keyword = match self.labels {
            Labels::Wire => header::keyword(text, at),
            Labels::Printout => header::printed(text, at),
        }?;
        let HeaderLine::Field(Field::From | Field::To | Field::Info, behind) = keyword else {
            return Some(keyword);
        };
        let routing = header::is_transmission(text);
        let addresses = match self.labels {
            Labels::Wire => !self.addressed && self.stage < Stage::Fields,
            Labels::Printout => self.stage < Stage::Subject,
        };
        (addresses && (routing || header::is_addressee(from(text, behind)))).then_some(keyword)
    }

    /// `Captions: NODIS`, `Caveats: FOUO`.
    fn restriction(&mut self, line: Line<'a>) -> bool {
        let taken = restriction::take(self.builder, line, restriction::Stands::InHeading);
        if taken {
            self.builder.close();
            self.field = None;
        }
        taken
    }

    fn keyword(&mut self, line: Line<'a>, keyword: HeaderLine, before: LeadMark) -> bool {
        match keyword {
            HeaderLine::Field(field, at) => {
                if field == Field::DateTimeGroup {
                    let origin = crate::declass::date_time_group(trim(from(line.text, at)));
                    self.builder.set_origin(origin);
                }
                if field == Field::Info && header::is_transmission(line.text) {
                    return self.field(
                        line,
                        Field::Transmission,
                        before,
                        skip_silent(line.text, 0),
                    );
                }
                // `TAGS: PREL EXDIS`: whatever line a caption stands on, it binds.
                if matches!(field, Field::Tags | Field::Passing | Field::Transmission) {
                    let found = captions::codes(from(line.text, at));
                    self.builder.header.captions.extend(found);
                }
                if field == Field::Classifier {
                    self.builder.header.classifier.get_or_insert(line.span());
                }
                if matches!(
                    field,
                    Field::Order
                        | Field::Instruction
                        | Field::Tags
                        | Field::Ref
                        | Field::Classifier
                ) {
                    self.captions_are_sure();
                    self.stage = self.stage.max(Stage::Fields);
                }
                self.split_field(line, field, before, at)
            }
            HeaderLine::Subject(at) => {
                self.captions_are_sure();
                self.stage = Stage::Subject;
                let (mark, text) = self.label_mark(line, before, at);
                let excised =
                    excised(self.builder.source, line, text).filter(|_| mark.is_unmarked());
                self.builder
                    .start(line, BlockKind::Subject, None, mark, text);
                if let Some(bases) = excised {
                    self.builder.excise(bases);
                }
                self.field = Some(BlockKind::Subject);
                true
            }
        }
    }

    /// A field that may have the next one on its own line: `E.O. 12065: N/A TAGS: ECON SUBJECT: …`,
    /// `CLASSIFIED BY: … DECLASSIFY ON: …`.
    fn split_field(&mut self, line: Line<'a>, field: Field, before: LeadMark, at: usize) -> bool {
        let next = if field == Field::Classifier {
            authority::instruction_inside(line.text)
        } else {
            matches!(field, Field::Order | Field::Tags)
                .then(|| header::next_keyword(line.text, at))
                .flatten()
        };
        let Some(next) = next else {
            return self.field(line, field, before, at);
        };
        let (head, tail) = line.split_at(next);
        self.field(head, field, before, at);
        if field == Field::Classifier {
            self.instruction(tail)
        } else {
            self.line(tail)
        }
    }

    /// The instruction behind what names the classifier: a field of its own, under the mark of what stands before it.
    fn instruction(&mut self, line: Line<'a>) -> bool {
        let before = self.builder.blocks.last().map(|block| &block.mark);
        let label = match before {
            Some(Mark::Stated { stated, .. }) => Some(stated.label()),
            Some(Mark::Damaged { .. } | Mark::Excised(_)) => Some(Label::unresolved()),
            Some(Mark::Unmarked) | None => None,
        };
        self.field(line, Field::Instruction, LeadMark::None, 0);
        if let Some(label) = label {
            self.builder.raise(self.builder.blocks.len() - 1, &label);
        }
        true
    }

    fn field(&mut self, line: Line<'a>, field: Field, before: LeadMark, at: usize) -> bool {
        let (mark, text) = self.label_mark(line, before, at);
        self.builder
            .start(line, BlockKind::Field(field), None, mark, text);
        self.field = Some(BlockKind::Field(field));
        true
    }

    /// The mark before a field's word, or right behind it; where both are there, they have to agree.
    fn label_mark(&self, line: Line<'a>, before: LeadMark, at: usize) -> (Mark, usize) {
        let (behind, text) = match lead::scan_mark(line.text, at) {
            // `REFS: (A) LA PAZ 173` begins a list.
            (LeadMark::None | LeadMark::Letter { letter: 'a', .. }, _) => (Mark::Unmarked, at),
            (mark, after) => (certain_mark(&mark, line.text, line.start), after),
        };
        let before = mark_of(&before, line.start);
        match (&before, &behind) {
            (Mark::Unmarked, _) => (behind, text),
            (_, Mark::Unmarked) => (before, text),
            (Mark::Stated { stated: one, .. }, Mark::Stated { stated: other, .. })
                if one.label() == other.label() =>
            {
                (before, text)
            }
            _ => {
                let span = before.span().unwrap_or_else(|| line.span());
                (Mark::Damaged { span }, text)
            }
        }
    }

    fn level(
        &mut self,
        line: Line<'a>,
        words: &LevelWords<'a>,
        before: LeadMark,
        at: usize,
    ) -> bool {
        self.builder.header.levels.push(LevelLine {
            span: line.span(),
            label: words.label.clone(),
        });
        self.builder.header.sensitive |= words.sensitive;
        self.builder
            .header
            .captions
            .extend(words.captions.iter().cloned());
        // `LIMITED OFFICIAL USE     POSS DUPE` stands over the transmission lines; it is a banner, not the level line.
        let service_note = header::is_service_note(words.rest);
        self.addressed |= words.form == Form::Numbered;
        if trim(words.rest).is_empty() || service_note {
            self.builder.close();
            self.builder.furniture(line);
        } else {
            let number = at + words.rest_at + reference_at(words.rest);
            self.field(line, Field::Reference, before, number);
        }
        self.field = None;
        if !service_note {
            self.stage = self.stage.max(Stage::Captions);
        }
        true
    }

    /// Whether `line` goes on with the field before it.
    fn continues(&self, line: Line<'a>, block_start: bool) -> bool {
        let Some(kind) = self.field.filter(|_| !block_start) else {
            return false;
        };
        let before = self.builder.open_text();
        let ends = || self.numbered_one(line) || captions::is_line(line.text);
        match kind {
            BlockKind::Field(Field::Transmission) => {
                header::is_transmission(line.text)
                    || is_silent(line.text.chars().next().unwrap_or('x'))
            }
            BlockKind::Field(field) => content::goes_on(field, before, line.text) && !ends(),
            BlockKind::Subject => !ends() && !ends_subject(before, line.text),
            BlockKind::Paragraph | BlockKind::Subparagraph | BlockKind::Plain => false,
        }
    }

    /// Whether a line goes on with a list of references, and states no mark of its own.
    fn is_listed(&self, line: Line<'a>) -> bool {
        self.field == Some(BlockKind::Field(Field::Ref))
            && content::next_letter(self.builder.open_text(), line.text)
            && !matches!(
                lead::scan(line.text),
                lead::Lead {
                    number: LeadNumber::Item(_),
                    mark: LeadMark::Stated(..) | LeadMark::Damaged(_),
                    ..
                }
            )
    }

    /// `B. (C) STATE 77`: an item that states a mark takes no part in what stands before it.
    fn is_marked_item(&self, line: Line<'a>) -> bool {
        let lead = lead::scan(line.text);
        matches!(lead.number, LeadNumber::Item(_)) && lead.has_mark()
    }

    /// Without a blank line before it, only the first paragraph ends a field.
    fn numbered_one(&self, line: Line<'a>) -> bool {
        let lead = lead::scan(line.text);
        match lead.number {
            LeadNumber::Paragraph(number) | LeadNumber::ParagraphItem(number, _) => {
                number == 1 || lead.has_mark()
            }
            LeadNumber::None | LeadNumber::Item(_) | LeadNumber::Damaged => false,
        }
    }

    /// Whether the header ends before a line: at a number, at a mark, at prose.
    fn begins_body(&self, line: Line<'a>, block_start: bool, mark: &LeadMark) -> bool {
        let lead = lead::scan(line.text);
        // Behind a number a mark is that of a paragraph, whatever its letters say elsewhere.
        let paragraph = lead.number != LeadNumber::None && lead.has_mark();
        if matches!(mark, LeadMark::None) && !paragraph && captions::is_line(line.text) {
            return false;
        }
        let numbered = !matches!(lead.number, LeadNumber::None | LeadNumber::Item(_));
        let marked = !matches!(mark, LeadMark::None)
            || matches!(lead.mark, LeadMark::Stated(..) | LeadMark::Damaged(_));
        if self.stage == Stage::Transmission {
            return (numbered && (marked || block_start) && !header::is_transmission(line.text))
                || (marked && block_start);
        }
        let prose = content::is_prose(line.text) && !header::is_passing(line.text);
        (numbered || marked || prose || self.stage == Stage::Subject)
            && (block_start || numbered || self.field.is_none() || marked)
    }

    /// A line of no known kind: before the level line, routing; behind it, a caption or a passing instruction.
    fn unknown(&mut self, line: Line<'a>, mark: LeadMark, at: usize) -> bool {
        if let Some(bases) =
            excised(self.builder.source, line, at).filter(|_| matches!(mark, LeadMark::None))
        {
            self.field(line, Field::Unknown, mark, at);
            self.builder.excise(bases);
            return true;
        }
        let text = from(line.text, at);
        let field = if header::is_service_note(text) || header::is_transmission(text) {
            Field::Transmission
        } else if let CaptionLine::Known {
            captions,
            sensitive,
        } = captions::line(text)
        {
            self.builder.header.captions.extend(captions);
            self.builder.header.sensitive |= sensitive;
            // What stands beside the caption is no part of it.
            if captions::read(text).alone {
                Field::Caption
            } else {
                Field::Passing
            }
        } else if self.stage > Stage::Transmission && header::is_passing(text) {
            Field::Passing
        } else if captions::is_for_some(text) {
            self.builder.header.captions.push(Caption::Other);
            self.builder
                .note(&super::findings::UNKNOWN_CAPTION, line.span());
            Field::Unknown
        } else {
            if self.stage == Stage::Captions && header::could_be_caption(text) {
                self.maybe_captions.push(self.builder.blocks.len());
            }
            Field::Unknown
        };
        self.field(line, field, mark, at)
    }

    /// A field has come: what stood between it and the level line were captions.
    fn captions_are_sure(&mut self) {
        for index in std::mem::take(&mut self.maybe_captions) {
            let span = self
                .builder
                .blocks
                .get(index)
                .map(crate::document::Block::span);
            self.builder.header.captions.push(Caption::Other);
            if let Some(span) = span {
                self.builder.note(&super::findings::UNKNOWN_CAPTION, span);
            }
        }
    }
}

/// Whether the first line that begins with a level is the level line, or a line of text.
fn is_level_line(words: &LevelWords<'_>) -> bool {
    match words.form {
        Form::Alone | Form::Section | Form::Numbered => true,
        Form::Other => header::is_service_note(words.rest),
    }
}

/// Whether a line under a subject is none of its lines: a block with a head of its own, with or without a mark, or a
/// sentence.
fn ends_subject(before: &str, text: &str) -> bool {
    let start = skip_silent(text, 0);
    let headed = content::is_label(text)
        && from(text, start)
            .split_once(':')
            .is_some_and(|(label, _)| !label.contains(' ') || is_head(label));
    let marked = from(text, start).split_once(':').is_some_and(|(label, _)| {
        label.len() <= LABEL
            && !matches!(
                lead::scan_mark(text, start + label.len() + 1).0,
                LeadMark::None
            )
    });
    let sentence = content::is_prose(text) && trim(text).ends_with(['.', '!', '?']);
    (headed || marked || sentence) && !trim(before).ends_with([',', '-', '/', ':'])
}

/// The words that head a block of text.
fn is_head(label: &str) -> bool {
    [
        "SUMMARY",
        "COMMENT",
        "BEGIN",
        "ACTION REQUEST",
        "KEY POINT",
        "INTRODUCTION",
        "BACKGROUND",
    ]
    .iter()
    .any(|word| starts_with_word(label, word))
}

/// Where the message reference number stands in what follows the level: behind `SECTION 01 OF 03`, which tells length.
fn reference_at(rest: &str) -> usize {
    let mut at = skip_silent(rest, 0);
    let words: Vec<&str> = from(rest, at).split_whitespace().take(4).collect();
    if let [section, _, of, _] = words.as_slice()
        && section.eq_ignore_ascii_case("SECTION")
        && of.eq_ignore_ascii_case("OF")
    {
        for _ in 0..4 {
            at = skip_silent(rest, at + from(rest, at).find(is_silent).unwrap_or(0));
        }
    }
    at
}
