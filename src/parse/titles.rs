//! Marks of a telegram at the end of a subject or a heading.
//!
//! A title that ends in a mark states it. Everything else is rated as the mark says at least, and never less for it.

use super::build::Builder;
use super::chars::is_silent;
use super::draft::Draft;
use super::token::{self, Reading};
use super::{findings, memo};
use crate::Span;
use crate::document::{BlockKind, Shape};
use crate::marking::{Label, Likeness};

/// Looks at the ends of subjects and headings, and at the heads of the blocks of the body.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        let start = block.text.start();
        let subject = block.kind == BlockKind::Subject;
        let heading = block.kind.is_body() && block.mark.is_none() && block.shape == Shape::Heading;
        let end = (subject || heading).then(|| at_end(text)).flatten();
        if !subject && end.is_none() {
            continue;
        }
        let titled =
            subject || (end.as_ref().is_some_and(|end| end.word) && is_alone(builder, index));
        if titled {
            memo::rate_title(builder, index);
        }
        let stated = titled
            && builder.blocks.get(index).is_some_and(|block| {
                block.text.end() <= end.as_ref().map_or(0, |end| start + end.span.start())
            });
        if let Some(found) = end.filter(|_| !stated)
            && let Some(label) = found
                .label
                .filter(|label| !Label::unclassified().dominates(label))
        {
            let token = text.get(found.span.range()).unwrap_or_default();
            builder.note(&findings::DOUBTFUL_MARK, found.span.shifted(start));
            builder.raise_by(index, &label, token);
        }
    }
}

/// Raises subjects and unmarked blocks whose text ends in a mark. It states nothing for them: their texts were given apart
/// from their marks.
pub(super) fn raise(builder: &mut Builder<'_>) {
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index).filter(|block| {
            block.kind == BlockKind::Subject || (block.kind.is_body() && block.mark.is_none())
        }) else {
            continue;
        };
        let start = block.text.start();
        let found = at_end(builder.source.get(block.text.range()).unwrap_or_default());
        if let Some(Found {
            span,
            label: Some(label),
            ..
        }) = found
            && !Label::unclassified().dominates(&label)
        {
            builder.note(&findings::DOUBTFUL_MARK, span.shifted(start));
            builder.raise(index, &label);
        }
    }
}

/// What the mark at the end of a title asks.
pub(super) fn states(text: &str) -> Option<Label> {
    at_end(text).filter(|found| found.word)?.label
}

/// A mark in a text.
struct Found {
    span: Span,
    /// What it says; `None` where it cannot be read and may be no mark.
    label: Option<Label>,
    /// Whether it stands behind a word, and not behind the end of a sentence.
    word: bool,
}

/// The token that opens at `at`, in capitals.
fn token(text: &str, at: usize) -> Option<Found> {
    let token = token::at(text, at)?;
    let inside = token.inside(text);
    // A letter in lower case counts items, or is a plural.
    if !inside
        .trim_start()
        .starts_with(|c: char| c.is_ascii_uppercase() || c == '/')
    {
        return None;
    }
    let word = text
        .get(..at)?
        .trim_end_matches(is_silent)
        .ends_with(char::is_alphanumeric);
    let label = match token::read(inside) {
        Reading::Mark(stated) => Some(stated.label()),
        Reading::Like(Likeness::Text) => return None,
        Reading::Like(likeness) => (likeness.is_certain()
            || (word && likeness == Likeness::Likely))
            .then(Label::unresolved),
    };
    Some(Found {
        span: token.span,
        label,
        word,
    })
}

/// The mark at the end of a title; a line that underlines it, a full stop and closing quotation marks left aside.
fn at_end(text: &str) -> Option<Found> {
    let shown = text.trim_end_matches(|c: char| {
        is_silent(c)
            || matches!(
                c,
                '-' | '=' | '_' | '*' | '.' | ',' | ';' | ':' | '"' | '\'' | '”' | '’'
            )
    });
    let at = shown.strip_suffix(')')?.rfind('(')?;
    token(shown, at)
}

/// Whether a line stands by itself between two numbered paragraphs, as a heading does and the row of a table does not.
/// Kinds alone decide it: what a neighbour says takes no part.
fn is_alone(builder: &Builder<'_>, index: usize) -> bool {
    let paragraph = |block: Option<&Draft>| {
        block.is_some_and(|block| block.kind == BlockKind::Paragraph && block.number.is_some())
    };
    builder
        .blocks
        .get(index)
        .is_some_and(|block| block.kind == BlockKind::Plain)
        && paragraph(
            index
                .checked_sub(1)
                .and_then(|before| builder.blocks.get(before)),
        )
        && paragraph(builder.blocks.get(index + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_at_the_end_is_told_from_a_plural() {
        for (text, expected) in [
            ("THE PILOTS(S)", Some("S")),
            ("The Pilots (C)\n--------------", Some("C")),
            ("“The Pilots (C)”.", Some("C")),
            ("Visa(s)", None),
            ("The Pilots", None),
        ] {
            let found = at_end(text).and_then(|found| found.label);
            assert_eq!(
                found.map(|label| label.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
