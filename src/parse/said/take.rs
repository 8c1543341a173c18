//! What such a statement does where text stands behind it, or where it begins a paragraph.

use super::super::body;
use super::super::build::Builder;
use super::super::chars::from;
use super::super::draft::DraftMark;
use super::super::lines::Line;
use super::super::{findings, restriction, sentence};
use super::read::{Said, Scope, head};
use super::vocabulary::opens;
use crate::document::{BlockKind, LevelLine};
use crate::marking::Label;

/// Looks at the block that was started last, whose text begins `at` bytes into `line`.
pub(in crate::parse) fn start(builder: &mut Builder<'_>, line: Line<'_>, at: usize) {
    let text = from(line.text, at);
    if let Some(said) = head(text) {
        state(builder, line, &said, said.end >= text.len());
    } else if builder
        .blocks
        .last()
        .is_some_and(|block| block.mark.is_none())
    {
        restriction::notice(builder, line, text);
    }
}

/// Looks at a line inside the open block: one that begins with a statement behind the end of a sentence begins a portion,
/// unless the block is withheld already where the statement asks for it.
pub(in crate::parse) fn inside<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let shown = line.text.trim_start_matches(['*', ' ', '\t']);
    let Some(said) = shown
        .as_bytes()
        .first_chunk()
        .filter(|letters| opens(**letters) && sentence::may_end(builder.open_text()))
        .and_then(|_| head(shown))
    else {
        return false;
    };
    if body::dominates(builder, &said.asks()) {
        return false;
    }
    if matches!(said.scope, Scope::Head | Scope::Below) {
        builder.start(line, BlockKind::Paragraph, None, DraftMark::None, 0);
        state(builder, line, &said, said.end >= shown.len());
        return true;
    }
    whole(builder, line, &said);
    false
}

/// What a statement says of the block that it begins and, where it is all of its line, of what is unmarked below it.
fn state(builder: &mut Builder<'_>, line: Line<'_>, said: &Said, ends: bool) {
    let label = said.asks();
    if body::dominates(builder, &label) {
        return;
    }
    let index = builder.blocks.len() - 1;
    let unmarked = builder
        .blocks
        .last()
        .is_some_and(|block| block.mark.is_none());
    builder.note(&findings::DOUBTFUL_MARK, line.span());
    match said.scope {
        Scope::Head | Scope::Below => {
            builder.is_portion();
            builder.raise_stated(index, &label);
            if ends {
                let span = line.span();
                builder.parts.push(LevelLine { span, label });
            }
        }
        Scope::Whole | Scope::Numbered => {
            if unmarked {
                builder.raise_stated(index, &label);
            }
            whole(builder, line, said);
        }
    }
}

/// What a statement says of the whole paper, and of the paragraphs that it names.
fn whole(builder: &mut Builder<'_>, line: Line<'_>, said: &Said) {
    if !Label::unclassified().dominates(&said.label) {
        builder.level_below(line.span(), said.label.clone());
    }
    builder
        .header
        .captions
        .extend(said.captions.iter().copied());
    builder.header.sensitive |= said.sensitive;
    let label = said.asks();
    let named = said.numbers.iter().map(|numbers| (*numbers, label.clone()));
    builder.named.extend(named);
}
