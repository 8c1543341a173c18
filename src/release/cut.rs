//! The one place where sealed text is opened: for a portion whose verdict is release.

use std::borrow::Cow;

use jiff::civil::Date;

use super::text::lines;
use super::{Content, Disposition, Release, Released};
use crate::Span;
use crate::document::{Document, Role};
use crate::marking::{Label, Marking, Reader, roll_up};
use crate::policy::{Assessment, Policy, Portion, PortionKind, Verdict};

/// How many different ratings are remembered, so that a document that has thousands takes no longer for each.
const RECENT: usize = 16;

impl Policy {
    /// What `reader` may see of `document` on the day `as_of`.
    #[must_use]
    pub fn release<'a>(
        &self,
        document: &Document<'a>,
        reader: &Reader,
        as_of: Date,
    ) -> Release<'a> {
        self.assess(document).release(reader, as_of)
    }
}

impl<'a> Assessment<'_, 'a> {
    /// What `reader` may see on the day `as_of`.
    #[must_use]
    pub fn release(&self, reader: &Reader, as_of: Date) -> Release<'a> {
        let mut portions: Vec<Released<'a>> = Vec::with_capacity(self.portions().len());
        let mut after_unmarked = false;
        let mut withheld = false;
        // A document knows few different ratings; each is decided once.
        let mut decided: Vec<(&Portion, Verdict)> = Vec::new();
        for portion in self.portions() {
            let recent = decided.len().saturating_sub(RECENT);
            let known = decided
                .iter()
                .skip(recent)
                .position(|(other, _)| same_rating(portion, other))
                .map(|index| recent + index);
            let index = known.unwrap_or_else(|| {
                decided.push((portion, self.verdict(portion, reader, as_of)));
                decided.len() - 1
            });
            let Some((_, verdict)) = decided.get(index) else {
                continue;
            };
            match verdict {
                Verdict::Release(label) => {
                    let label = label.clone();
                    after_unmarked = false;
                    portions.push(released(
                        portion,
                        Content::Text {
                            text: open(self.document(), portion),
                            label,
                        },
                    ));
                }
                Verdict::Withhold { bases, .. } => {
                    let bases = *bases;
                    withheld = true;
                    // How many unmarked blocks stand side by side is no declared structure: they show as one.
                    let again = portion.is_unmarked() && portion.kind() != PortionKind::Subject;
                    match portions.last_mut().filter(|_| again && after_unmarked) {
                        Some(last) => last.merge(portion.kind(), bases),
                        None => portions.push(released(portion, Content::Withheld(bases))),
                    }
                    after_unmarked = again;
                }
            }
        }
        let disposition = match (portions.iter().any(Released::is_released), withheld) {
            (_, false) => Disposition::InFull,
            (true, true) => Disposition::InPart,
            (false, true) => Disposition::Withheld,
        };
        let banner = banner(&portions, self.document().header().origin());
        Release {
            banner,
            disposition,
            as_of,
            portions,
        }
    }
}

/// Whether the verdict on one portion is the verdict on the other.
fn same_rating(one: &Portion, other: &Portion) -> bool {
    one.excised() == other.excised() && one.rating() == other.rating()
}

/// The roll-up of the released portions. Where the date of origin is not known, the rule for older documents counts,
/// because it is the more protective one.
fn banner(portions: &[Released<'_>], origin: Option<Date>) -> Marking {
    // A page holds few different labels; each counts once.
    let mut labels: Vec<&Label> = Vec::new();
    for portion in portions {
        if let Content::Text { label, .. } = &portion.content
            && !labels
                .iter()
                .rev()
                .take(RECENT)
                .any(|known| *known == label)
        {
            labels.push(label);
        }
    }
    let markings: Vec<Marking> = labels.into_iter().map(Label::marking).collect();
    roll_up(&markings, origin.unwrap_or(Date::MIN))
}

fn released<'a>(portion: &Portion, content: Content<'a>) -> Released<'a> {
    Released {
        kind: portion.kind(),
        // What is withheld shows that something of the header stands here, and not which field.
        field: portion
            .field()
            .filter(|_| matches!(content, Content::Text { .. })),
        number: portion.number(),
        content,
    }
}

impl Released<'_> {
    /// Whether its text is there.
    #[must_use]
    pub const fn is_released(&self) -> bool {
        matches!(self.content, Content::Text { .. })
    }

    fn merge(&mut self, kind: PortionKind, more: crate::document::Bases) {
        if self.kind != kind {
            self.kind = if self.kind.is_body() || kind.is_body() {
                PortionKind::Block
            } else {
                PortionKind::Header
            };
        }
        self.field = None;
        if let Content::Withheld(bases) = &mut self.content {
            *bases = bases.union(more);
        }
    }
}

/// Opens the text of a portion that is released.
fn open<'a>(document: &Document<'a>, portion: &Portion) -> Cow<'a, str> {
    let blocks = document.blocks().get(portion.blocks()).unwrap_or_default();
    if let [block] = blocks {
        let whole = document
            .pieces()
            .get(block.first_piece)
            .is_some_and(|piece| piece.span().end() >= block.text.end());
        if block.is_trim && whole {
            return Cow::Borrowed(document.sealed(block.text).open());
        }
    }
    let runs = blocks.iter().enumerate().flat_map(|(offset, block)| {
        let role = Role::Block(portion.blocks().start + offset);
        // What belongs to a paragraph keeps its enumerators: the number left out is the portion's own.
        let start = if offset == 0 {
            block.text.start()
        } else {
            block.span.start()
        };
        document
            .pieces()
            .iter()
            .skip(block.first_piece)
            .take_while(move |piece| piece.span().start() < block.text.end())
            .filter(move |piece| piece.role() == role)
            .map(move |piece| {
                Span::new(
                    piece.span().start().max(start),
                    piece.span().end().min(block.text.end()),
                )
            })
    });
    Cow::Owned(lines(runs.map(|run| document.sealed(run).open())))
}
