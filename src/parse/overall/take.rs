//! What a line that states a level does to the document.

use super::super::build::Builder;
use super::super::chars::trim;
use super::super::findings;
use super::super::lines::Line;
use super::line::{Overall, Stands};
use crate::document::LevelLine;
use crate::marking::{Caption, Label};

/// How many of the level lines so far are looked at; what none of them covers counts as new.
const KNOWN_LEVELS: usize = 32;

/// Takes what a line says into the document; the line itself is furniture. Under a level that nothing before it states, and
/// under the head of something of its own, what is unmarked is rated as that at least.
pub(in crate::parse) fn take<'a>(
    builder: &mut Builder<'a>,
    line: Line<'a>,
    overall: Overall,
    stands: Stands,
) {
    let span = line.span();
    let heads = matches!(stands, Stands::AtTop | Stands::InHeading);
    let marks = !heads && !Label::unclassified().dominates(&overall.label);
    let opens = overall.opens || (marks && is_mark_over_text(builder, line));
    let overall = Overall { opens, ..overall };
    let known = builder
        .header
        .levels
        .iter()
        .take(KNOWN_LEVELS)
        .any(|level| level.label.dominates(&overall.label));
    let first = builder.header.levels.is_empty();
    let below = match stands {
        Stands::AtTop | Stands::InHeading => overall.opens && !first,
        Stands::Below | Stands::InText => overall.opens || !known,
    };
    let asked = overall.label.clone();
    let label = if below {
        overall.label.clone()
    } else {
        Label::unclassified()
    };
    builder.parts.push(LevelLine { span, label });
    if heads {
        let label = overall.label;
        builder.header.levels.push(LevelLine { span, label });
    } else {
        builder.level_below(span, overall.label);
    }
    let named = overall
        .numbers
        .iter()
        .map(|numbers| (*numbers, asked.clone()));
    builder.named.extend(named);
    builder.header.captions.extend(overall.captions);
    builder.header.sensitive |= overall.sensitive;
    if overall.unknown {
        builder.header.captions.push(Caption::Other);
        builder.note(&findings::UNKNOWN_CAPTION, span);
    }
    if below {
        builder.close();
    }
    builder.furniture(line);
}

/// `(SECRET)` right over a text is its mark, and no banner that is repeated; so is `SECRET:`, wherever its text stands.
fn is_mark_over_text(builder: &Builder<'_>, line: Line<'_>) -> bool {
    let shown = trim(line.text);
    let next = builder.lines.at(line.next);
    let over = next.is_some_and(|next| !next.is_blank());
    let brackets = shown.starts_with(['(', '[', '{', '<', '"']);
    let strokes = shown.starts_with("//") && shown.ends_with("//");
    let heads =
        shown.ends_with([';', '.', '—', '–']) || shown.ends_with(" -") || shown.ends_with("--");
    shown.ends_with(':') || (over && (brackets || strokes || (heads && !shown.starts_with('-'))))
}

/// Rates what is unmarked below such lines, and the paragraphs that one of them names.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    named(builder);
    let parts = std::mem::take(&mut builder.parts);
    let mut parts = parts.iter().peekable();
    let mut label: Option<&Label> = None;
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        while let Some(part) = parts.next_if(|part| part.span.start() <= block.span.start()) {
            label = Some(&part.label);
        }
        let open = block.mark.is_none()
            && !matches!(block.kind, crate::document::BlockKind::Field(field) if field.is_known_unclassified());
        if let Some(label) = label.filter(|label| open && !Label::unclassified().dominates(label)) {
            builder.raise(index, label);
        }
    }
}

/// `Paragraphs 2 and 3 together are SECRET`: whatever these state of themselves, they are that at least (32 CFR 2001.24(g)).
fn named(builder: &mut Builder<'_>) {
    let named = std::mem::take(&mut builder.named);
    if named.is_empty() {
        return;
    }
    for index in 0..builder.blocks.len() {
        let number = builder
            .blocks
            .get(index)
            .and_then(|block| block.number?.of_paragraph());
        let covering = named
            .iter()
            .filter(|((first, last), _)| number.is_some_and(|at| (*first..=*last).contains(&at)));
        if named.len() <= KNOWN_LEVELS {
            for (_, label) in covering {
                builder.raise(index, label);
            }
        } else if number.is_some() {
            builder.raise(index, &Label::unresolved());
        }
    }
}
