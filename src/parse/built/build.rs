//! From parts to a document.

use super::super::build::{Builder, certain_mark};
use super::super::chars::byte;
use super::super::draft::DraftMark;
use super::super::furniture::is_furniture;
use super::super::known;
use super::super::lines::{Line, Lines};
use super::super::look::Look;
use super::super::read::finish;
use super::super::{lead, passes};
use super::field;
use super::laid::{Laid, LaidPart, What};
use super::level;
use crate::Span;
use crate::document::{BlockKind, Document, DocumentBuilder, Number, Piece, Role};

impl DocumentBuilder {
    /// The document. Every sequence of parts makes one: nothing fails, and no text is lost.
    ///
    /// The document has a source of its own, in which every part has its place: the spans of blocks and findings are places in
    /// it, and [`Document::block_at`] names the block. It is no source that anybody wrote, so
    /// [`Document::faithful`] has nothing to give.
    ///
    /// ```
    /// use tearline::document::{Document, DocumentKind, Part};
    /// use tearline::marking::Reader;
    ///
    /// let cable = Document::builder(DocumentKind::Cable)
    ///     .level("SECRET")
    ///     .part(Part::paragraph(1, "The pier is new.").marked("U"))
    ///     .part(Part::paragraph(2, "The relay is old.").marked("S//NOFRN"))
    ///     .build();
    /// let finding = &cable.findings()[0];
    /// assert_eq!(finding.code(), "damaged-mark");
    /// assert_eq!(cable.block_at(finding.span()), Some(1));
    /// assert_eq!(cable.faithful(&Reader::originator()), None);
    /// ```
    #[must_use]
    pub fn build(self) -> Document<'static> {
        let laid = Laid::of(&self.given);
        let mut builder = Builder::new(Lines::of(&laid.source));
        builder.vocabulary = self.vocabulary;
        builder.set_origin(self.origin);
        for part in &laid.parts {
            match part.what {
                What::Level => level::read(&mut builder, line(&laid.source, part)),
                What::Block(kind, number) => block(&mut builder, part, kind, number),
            }
        }
        for pass in passes::of_parts() {
            builder.rule = pass.rule;
            (pass.run)(&mut builder);
        }
        known::take(&mut builder, &self.known);
        finish(builder, self.kind).into_built()
    }
}

/// A part as the builder takes a line: all of it, however many lines it holds.
fn line<'a>(source: &'a str, part: &LaidPart) -> Line<'a> {
    let text = source.get(part.whole.range()).unwrap_or_default();
    Line {
        text,
        start: part.whole.start(),
        next: part.whole.end(),
        look: Look::of(text.as_bytes()),
    }
}

fn block(builder: &mut Builder<'_>, part: &LaidPart, kind: BlockKind, number: Option<Number>) {
    let source = builder.source;
    let mark = part.mark.map_or(DraftMark::None, |span| mark(source, span));
    let kind = match kind {
        BlockKind::Field(field) => BlockKind::Field(field::read(builder, field, part)),
        BlockKind::Subject | BlockKind::Paragraph | BlockKind::Subparagraph | BlockKind::Plain => {
            kind
        }
    };
    let at = part.text.start() - part.whole.start();
    builder.start(line(source, part), kind, number, mark, at);
    builder.close();
    let text = source.get(part.text.range()).unwrap_or_default();
    if let Some(block) = builder.blocks.last_mut() {
        block.is_trim = text
            .split('\n')
            .all(|line| line.as_bytes().last().is_some_and(u8::is_ascii_graphic));
    }
    leave_out_furniture(builder, part);
}

/// The mark that was given, read by itself: what stands behind it is text.
fn mark(source: &str, span: Span) -> DraftMark {
    let token = source.get(span.range()).unwrap_or_default();
    let (read, end) = lead::scan_mark(token, 0);
    let mark = certain_mark(&read, token, span.start());
    let whole = end == token.len() && byte(token, 0) == b'(';
    if whole && mark.stated().is_some() {
        mark
    } else {
        DraftMark::Damaged { span }
    }
}

/// Page lines inside a text are no text: they tell length (reading rule 8).
fn leave_out_furniture(builder: &mut Builder<'_>, part: &LaidPart) {
    let role = Role::Block(builder.blocks.len() - 1);
    let mut at = part.text.start();
    while let Some(line) = builder
        .lines
        .at(at)
        .filter(|line| line.start < part.text.end())
    {
        if is_furniture(line) {
            let end = line.next.min(part.text.end());
            let start = builder
                .pieces
                .pop()
                .map_or(at, |piece| piece.span().start());
            for (start, end, role) in [
                (start, at, role),
                (at, end, Role::Furniture),
                (end, part.whole.end(), role),
            ] {
                if start < end {
                    builder.pieces.push(Piece::new(Span::new(start, end), role));
                }
            }
        }
        at = line.next;
    }
}
