//! The fields of a header: what each line of a known kind says.

use super::super::authority;
use super::super::body::excised;
use super::super::build::{certain_mark, mark_of};
use super::super::captions::{self, CaptionLine};
use super::super::chars::{from, is_silent, skip_silent, trim};
use super::super::draft::DraftMark;
use super::super::findings;
use super::super::header::{self, HeaderLine};
use super::super::lead::{self, LeadMark};
use super::super::level_line::{Form, LevelWords};
use super::super::lines::Line;
use super::super::overall;
use super::reader::{HeaderReader, Stage};
use crate::document::{BlockKind, Field, LevelLine};
use crate::marking::{Caption, Label};

impl<'a> HeaderReader<'_, 'a> {
    pub(super) fn keyword(
        &mut self,
        line: Line<'a>,
        keyword: HeaderLine,
        before: LeadMark,
    ) -> bool {
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
                let excised = excised(self.builder.lines, line, text).filter(|_| mark.is_none());
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
    pub(super) fn instruction(&mut self, line: Line<'a>) -> bool {
        let before = self.builder.blocks.last().map(|block| &block.mark);
        let label = match before {
            Some(DraftMark::Stated { stated, .. }) => Some(stated.label()),
            Some(DraftMark::Damaged { .. } | DraftMark::Letter { .. } | DraftMark::Excised(_)) => {
                Some(Label::unresolved())
            }
            Some(DraftMark::None) | None => None,
        };
        self.field(line, Field::Instruction, LeadMark::None, 0);
        if let Some(label) = label {
            self.builder.raise(self.builder.blocks.len() - 1, &label);
        }
        true
    }

    pub(super) fn field(
        &mut self,
        line: Line<'a>,
        field: Field,
        before: LeadMark,
        at: usize,
    ) -> bool {
        let (mark, text) = self.label_mark(line, before, at);
        self.builder
            .start(line, BlockKind::Field(field), None, mark, text);
        self.field = Some(BlockKind::Field(field));
        true
    }

    /// The mark before a field's word, or right behind it; where both are there, they have to agree.
    fn label_mark(&self, line: Line<'a>, before: LeadMark, at: usize) -> (DraftMark, usize) {
        let (behind, text) = match lead::scan_mark_in(line, at) {
            // `REFS: (A) LA PAZ 173` begins a list.
            (LeadMark::None | LeadMark::Letter { letter: 'a', .. }, _) => (DraftMark::None, at),
            (mark, after) => (certain_mark(&mark, line.text, line.start), after),
        };
        let before = mark_of(&before, line.start);
        match (&before, &behind) {
            (DraftMark::None, _) => (behind, text),
            (_, DraftMark::None) => (before, text),
            (DraftMark::Stated { stated: one, .. }, DraftMark::Stated { stated: other, .. })
                if one.label() == other.label() =>
            {
                (before, text)
            }
            _ => {
                let span = before.span().unwrap_or_else(|| line.span());
                (DraftMark::Damaged { span }, text)
            }
        }
    }

    pub(super) fn level(
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
        if words.form == Form::Numbered && may_restrict(behind_number(words.rest)) {
            self.builder.header.captions.push(Caption::Other);
            self.builder.note(&findings::UNKNOWN_CAPTION, line.span());
        }
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

    /// A line of no known kind: before the level line, routing; behind it, a caption or a passing instruction.
    pub(super) fn unknown(&mut self, line: Line<'a>, mark: LeadMark, at: usize) -> bool {
        if let Some(bases) =
            excised(self.builder.lines, line, at).filter(|_| matches!(mark, LeadMark::None))
        {
            self.field(line, Field::Unknown, mark, at);
            self.builder.excise(bases);
            return true;
        }
        let text = from(line.text, at);
        let service = header::is_service_note(text);
        if service {
            // `CORRECTED COPY (ADDING NODIS CAPTION)`; a clearance line names desks: `CLEARED BY: ODE, EXDIS DESK`.
            self.builder.header.captions.extend(captions::codes(text));
        }
        let field = if service || header::is_transmission(text) {
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
            self.builder.note(&findings::UNKNOWN_CAPTION, line.span());
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
            let span = self.builder.blocks.get(index).map(|block| block.span);
            self.builder.header.captions.push(Caption::Other);
            if let Some(span) = span {
                self.builder.note(&findings::UNKNOWN_CAPTION, span);
            }
        }
    }
}

/// What stands behind the post and the number of a level line.
fn behind_number(rest: &str) -> &str {
    let at = reference_at(rest);
    let digits = |c: char| c.is_ascii_digit();
    let number = from(rest, at)
        .find(digits)
        .map_or(rest.len(), |found| at + found);
    trim(from(rest, number).trim_start_matches(digits))
}

/// `VESTA 214 CHEROKEE`: one word or two that could be a caption and are neither known ones nor a note.
fn may_restrict(behind: &str) -> bool {
    let shown = behind.trim_matches(captions::is_separator);
    header::could_be_caption(shown)
        && overall::may_be_a_name(shown)
        && shown
            .chars()
            .all(|c| c.is_ascii_alphabetic() || captions::is_separator(c))
        && matches!(captions::line(shown), CaptionLine::Unknown)
        && !header::is_service_note(shown)
        && !header::is_passing(shown)
}

/// Where the message reference number stands in what follows the level: behind `SECTION 01 OF 03`, which tells length.
pub(in crate::parse) fn reference_at(rest: &str) -> usize {
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
