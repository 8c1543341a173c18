//! Items in one another on lines of their own: `a. …`, `(1) …`, `(a) …` are numbered whole, `4.a.(1)(a)`.

use super::build::Builder;
use super::chars::{byte, skip_silent};
use super::draft::Draft;
use crate::document::{BlockKind, Enumerator};

/// How an item is written; the items of one list are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style {
    bracketed: bool,
    capital: bool,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Roman,
}

/// Gives every item the numbers of the items that it stands in.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let mut open: Vec<(Enumerator, Style)> = Vec::new();
    let mut paragraph = None;
    let source = builder.source;
    for block in &mut builder.blocks {
        let Some(number) = block.number.filter(|_| block.kind.is_body()) else {
            continue;
        };
        let begins = block.kind == BlockKind::Paragraph || number.of_paragraph() != paragraph;
        if begins {
            open.clear();
            paragraph = number.of_paragraph();
        }
        let Some(first) = number.items().next() else {
            continue;
        };
        let Some(style) = style(source, block, first) else {
            continue;
        };
        let next = open
            .iter()
            .rposition(|(before, of)| *of == style && first.follows(Some(*before)));
        // A list that begins anew ends the one that is written so.
        let again = || open.iter().rposition(|(_, of)| *of == style);
        let depth = match next {
            Some(depth) => depth,
            None if first.follows(None) => again().unwrap_or(open.len()),
            None => 0,
        };
        open.truncate(depth);
        block.number = Some(number.within(open.iter().map(|(item, _)| *item)));
        open.push((first, style));
        // An item that opens on the same line is in parentheses.
        open.extend(number.items().skip(1).filter_map(|item| {
            let kind = kind(item)?;
            let style = Style {
                bracketed: true,
                capital: false,
                kind,
            };
            Some((item, style))
        }));
    }
}

/// How the item is written that a block begins with; `None` for a bullet, which counts nothing.
fn style(source: &str, block: &Draft, item: Enumerator) -> Option<Style> {
    let start = skip_silent(source, block.span.start());
    let bracketed = byte(source, start) == b'(';
    Some(Style {
        bracketed,
        capital: byte(source, start + usize::from(bracketed)).is_ascii_uppercase(),
        kind: kind(item)?,
    })
}

const fn kind(item: Enumerator) -> Option<Kind> {
    match item {
        Enumerator::Letter(_) => Some(Kind::Letter),
        Enumerator::Digit(_) => Some(Kind::Digit),
        Enumerator::Roman(_) => Some(Kind::Roman),
        Enumerator::Bullet => None,
    }
}
