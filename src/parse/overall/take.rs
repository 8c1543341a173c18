//! What a line that states a level does to the document.

use super::super::build::Builder;
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
    let known = builder
        .header
        .levels
        .iter()
        .take(KNOWN_LEVELS)
        .any(|level| level.label.dominates(&overall.label));
    let first = builder.header.levels.is_empty();
    let below = match stands {
        Stands::InHeading => overall.opens && !first,
        Stands::Below | Stands::InText => overall.opens || !known,
    };
    let label = if below {
        overall.label.clone()
    } else {
        Label::unclassified()
    };
    builder.parts.push(LevelLine { span, label });
    if stands == Stands::InHeading {
        let label = overall.label;
        builder.header.levels.push(LevelLine { span, label });
    } else {
        builder.level_below(span, overall.label);
    }
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

/// Rates what is unmarked below such lines.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
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
