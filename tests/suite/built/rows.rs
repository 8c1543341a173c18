//! A telegram that was read, as the rows of a table: what an archive would have kept of it.

use tearline::document::{
    BlockKind, Document, DocumentKind, Field, Mark, Number, Part, Place, ReadingRule, Role,
};

/// A row.
#[derive(Clone, Debug)]
pub(super) enum Row {
    Level(String),
    Caption(String),
    Part {
        kind: BlockKind,
        number: Option<Number>,
        mark: String,
        text: String,
    },
}

impl Row {
    fn part(&self) -> Option<Part> {
        let Self::Part {
            kind,
            number,
            mark,
            text,
        } = self
        else {
            return None;
        };
        let item = number.and_then(Number::of_item);
        let paragraph = number.and_then(Number::of_paragraph);
        let part = match (kind, item, paragraph) {
            (BlockKind::Field(field), ..) => Part::field(*field, text),
            (BlockKind::Subject, ..) => Part::subject(text),
            (_, Some(item), Some(paragraph)) => Part::item(item, text).of(paragraph),
            (_, Some(item), None) => Part::item(item, text),
            (_, None, Some(paragraph)) => Part::paragraph(paragraph, text),
            (_, None, None) => Part::block(text),
        };
        Some(part.marked(mark))
    }
}

/// The rows of a telegram; `None` where it holds something that no table can say: marks behind their text, letters that
/// count items, what an earlier release left out.
pub(super) fn of(document: &Document<'_>, source: &str) -> Option<Vec<Row>> {
    // A further section repeats its level in the middle of a text.
    if document.header().levels().len() > 1 {
        return None;
    }
    let mut rows = Vec::new();
    let mut levels = document.header().levels().iter().peekable();
    for (index, block) in document.blocks().iter().enumerate() {
        while let Some(line) = levels.next_if(|line| line.span().start() < block.span().end()) {
            rows.push(Row::Level(source[line.span().range()].to_owned()));
        }
        if block.kind() == BlockKind::Field(Field::Reference) {
            continue;
        }
        let told = matches!(
            block.mark(),
            Mark::Unmarked
                | Mark::Damaged { .. }
                | Mark::Stated {
                    place: Place::Lead,
                    ..
                }
        );
        let listed = block.rule() == Some(ReadingRule::ListLetter);
        if !told || listed || block.raised_by().is_some() || block.is_doubtful() {
            return None;
        }
        let whole: String = document
            .pieces()
            .iter()
            .filter(|piece| piece.role() == Role::Block(index))
            .map(|piece| &source[piece.span().range()])
            .collect();
        let mark = block.mark().span().map_or("", |span| &source[span.range()]);
        let text = match (mark, block.kind(), block.number()) {
            // The label of an order is read, and other fields have none here.
            ("", BlockKind::Field(field), _) => whole
                .strip_prefix(field.label())
                .filter(|_| field != Field::Order)
                .unwrap_or(&whole),
            ("", BlockKind::Subject, _) => whole.strip_prefix("SUBJECT:")?,
            ("", _, Some(number)) => {
                let (lead, text) = whole.split_once(' ').unwrap_or((&whole, ""));
                // Behind a paragraph to which it belongs an item keeps its enumerator as it stands.
                let item = number.of_item().map(|item| format!("{item}."));
                if item.is_some_and(|item| item != lead) {
                    return None;
                }
                text
            }
            ("", _, None) => &whole,
            (mark, ..) => whole.split_once(mark)?.1,
        };
        let text = text.trim().to_owned();
        let unknown = document.findings().iter().any(|finding| {
            finding.code() == "unknown-caption" && finding.span().start() == block.span().start()
        });
        rows.push(
            if unknown || block.kind() == BlockKind::Field(Field::Caption) {
                Row::Caption(text)
            } else {
                Row::Part {
                    kind: block.kind(),
                    number: block.number(),
                    mark: mark.to_owned(),
                    text,
                }
            },
        );
    }
    rows.extend(levels.map(|line| Row::Level(source[line.span().range()].to_owned())));
    Some(rows)
}

/// The document of such rows.
pub(super) fn build(rows: &[Row]) -> Document<'static> {
    let mut builder = Document::builder(DocumentKind::Cable);
    for row in rows {
        builder = match row {
            Row::Level(line) => builder.level(line),
            Row::Caption(line) => builder.caption(line),
            Row::Part { .. } => builder.part(row.part().expect("the row is a part")),
        };
    }
    builder.build()
}
