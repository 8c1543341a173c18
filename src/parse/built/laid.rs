//! The parts laid out as one text, so that every part has its place.

use std::fmt;

use super::super::chars::trim;
use super::super::header::{self, HeaderLine};
use crate::Span;
use crate::document::{BlockKind, Field, Given, Number, Part};

/// The parts of a document, one behind the other.
pub(super) struct Laid {
    pub(super) source: String,
    pub(super) parts: Vec<LaidPart>,
    /// The number of the last paragraph.
    paragraph: Option<u32>,
}

/// A part and where it stands.
pub(super) struct LaidPart {
    pub(super) what: What,
    /// Where its mark stands, in parentheses.
    pub(super) mark: Option<Span>,
    pub(super) text: Span,
    /// Everything from its label or number to the blank line behind it.
    pub(super) whole: Span,
}

/// What a part is.
#[derive(Clone, Copy)]
pub(super) enum What {
    Level,
    Block(BlockKind, Option<Number>),
}

impl Laid {
    pub(super) fn of(given: &[Given]) -> Self {
        let mut laid = Self {
            source: String::new(),
            parts: Vec::with_capacity(given.len()),
            paragraph: None,
        };
        for given in given {
            match given {
                // A column that is empty states nothing.
                Given::Level(line) if trim(line).is_empty() => {}
                Given::Level(line) => laid.push(What::Level, "", "", trim(line)),
                Given::Part(part) => laid.part(part),
            }
        }
        laid
    }

    fn part(&mut self, part: &Part) {
        let number = part.number(self.paragraph);
        let lead = number.map(|number| Lead(number).to_string());
        // What does not show inside a mark damages it; a mark that shows nothing is none.
        let mark = if trim(&part.mark).is_empty() {
            ""
        } else {
            part.mark.trim()
        };
        if part.continues && mark.is_empty() && part.kind != BlockKind::Paragraph {
            let continued = self.extend(part.kind, lead.as_deref(), &part.text);
            if continued {
                return;
            }
        }
        let token = if mark.is_empty() || mark.starts_with('(') {
            mark.to_owned()
        } else {
            format!("({mark})")
        };
        match part.kind {
            BlockKind::Field(field) => self.field(field, &token, &part.text),
            BlockKind::Subject => {
                let what = What::Block(BlockKind::Subject, None);
                self.push(what, "SUBJECT:", &token, &part.text);
            }
            BlockKind::Paragraph | BlockKind::Subparagraph | BlockKind::Plain => {
                // What has a mark and no number is a paragraph, in a text as well.
                let kind = if part.kind == BlockKind::Plain && !token.is_empty() {
                    BlockKind::Paragraph
                } else {
                    part.kind
                };
                if kind == BlockKind::Paragraph {
                    self.paragraph = part.paragraph.or(self.paragraph);
                }
                let what = What::Block(kind, number);
                self.push(
                    what,
                    lead.as_deref().unwrap_or_default(),
                    &token,
                    &part.text,
                );
            }
        }
    }

    /// A field with its label; an instruction may have that of its order.
    fn field(&mut self, field: Field, token: &str, text: &str) {
        let instruction = matches!(field, Field::Order | Field::Instruction);
        let text = if instruction { trim(text) } else { text };
        let known = header::keyword(text, 0).filter(|_| instruction);
        let (field, label, at) = match known {
            Some(HeaderLine::Field(known @ (Field::Order | Field::Instruction), at)) => {
                (known, "", at)
            }
            Some(_) | None => (field, field.label(), 0),
        };
        self.push(
            What::Block(BlockKind::Field(field), None),
            label,
            token,
            text,
        );
        if let Some(part) = self.parts.last_mut() {
            part.text = Span::new(part.text.start() + at, part.text.end());
        }
    }

    fn push(&mut self, what: What, label: &str, token: &str, text: &str) {
        let start = self.source.len();
        for word in [label, token] {
            self.source.push_str(word);
            if !word.is_empty() {
                self.source.push(' ');
            }
        }
        let behind = self.source.len();
        let mark = (!token.is_empty()).then(|| Span::new(behind - 1 - token.len(), behind - 1));
        self.source.push_str(text);
        let text = Span::new(behind, self.source.len());
        self.source.push_str("\n\n");
        self.parts.push(LaidPart {
            what,
            mark,
            text,
            whole: Span::new(start, self.source.len()),
        });
    }

    /// Gives a text to the part of the body before it; `false` where none stands there.
    fn extend(&mut self, kind: BlockKind, lead: Option<&str>, text: &str) -> bool {
        let before = self.parts.last_mut();
        let Some(before) = before.filter(|before| {
            kind.is_body() && matches!(before.what, What::Block(kind, _) if kind.is_body())
        }) else {
            return false;
        };
        self.source.truncate(before.text.end());
        self.source.push('\n');
        if let Some(lead) = lead {
            self.source.push_str(lead);
            self.source.push(' ');
        }
        self.source.push_str(text);
        before.text = Span::new(before.text.start(), self.source.len());
        self.source.push_str("\n\n");
        before.whole = Span::new(before.whole.start(), self.source.len());
        true
    }
}

/// A number as a text has it.
struct Lead(Number);

impl fmt::Display for Lead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write_lead(f)
    }
}
