//! What the open block asks of a line under it.

use super::super::build::Builder;
use super::super::draft::DraftMark;
use super::super::lead::LeadMark;
use super::super::{lists, run};
use crate::document::{BlockKind, Field, Place};
use crate::marking::{Label, StatedMark};

/// A single letter at the start of a line inside a block: an item where the one before it stands in the block too.
pub(in crate::parse) fn letter_inside(
    builder: &Builder<'_>,
    line: &str,
    mark: LeadMark,
) -> LeadMark {
    let LeadMark::Letter { letter, span } = mark else {
        return mark;
    };
    let reading = StatedMark::of(letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
    // Only where as a mark it would stand above every level line can a letter be an item (reading rule 1); behind REF it
    // counts the references.
    let references = builder
        .blocks
        .last()
        .is_some_and(|block| block.kind == BlockKind::Field(Field::Ref));
    if references && run::goes_on_half(builder.open_text(), letter) {
        return LeadMark::None;
    }
    let may_count = references
        || match &reading {
            Some(stated) => lists::above_every_level(builder, &stated.label()),
            None => true,
        };
    // The first item may be what the block begins with.
    let block = builder.blocks.last();
    let whole = block
        .and_then(|block| builder.source.get(block.span.start()..block.text.end()))
        .unwrap_or_default();
    let token = line.get(span.range()).unwrap_or_default();
    let written = token
        .chars()
        .find(char::is_ascii_alphabetic)
        .unwrap_or(letter);
    let in_lines = !builder.header.levels.is_empty() && run::goes_on_lines(whole, written);
    let listed = may_count
        && (in_lines
            || run::goes_on(builder.open_text(), letter)
            || block
                .and_then(|block| lists::letter_of(builder.source, block))
                .is_some_and(|own| u32::from(own.letter) + 1 == u32::from(letter)));
    match reading {
        // Half a mark cannot be read.
        Some(_) if !listed && span.len() < 3 => LeadMark::Damaged(span),
        Some(stated) if !listed => LeadMark::Stated(stated, span),
        Some(_) | None => LeadMark::None,
    }
}

/// Whether the open block is a line of a header, which ends before a mark.
pub(super) fn is_under_field(builder: &Builder<'_>) -> bool {
    builder
        .blocks
        .last()
        .is_some_and(|block| !block.kind.is_body())
}

/// Whether the open block states a mark in front.
pub(super) fn is_marked(builder: &Builder<'_>) -> bool {
    builder.blocks.last().is_some_and(|block| {
        matches!(
            block.mark,
            DraftMark::Stated {
                place: Place::Lead,
                ..
            } | DraftMark::Damaged { .. }
                | DraftMark::Letter { .. }
        )
    })
}

/// Whether the block that is open is withheld wherever `stated` is.
pub(in crate::parse) fn block_dominates(builder: &Builder<'_>, stated: &StatedMark) -> bool {
    dominates(builder, &stated.label())
}

/// Whether the block that is open is withheld wherever `label` is.
pub(in crate::parse) fn dominates(builder: &Builder<'_>, label: &Label) -> bool {
    let open = builder.blocks.last();
    let letter = open.and_then(|block| lists::letter_of(builder.source, block));
    match open.map(|block| &block.mark) {
        // `(U) …`: a mark, or an item of a list that says nothing.
        Some(DraftMark::Letter { .. }) if letter.is_some() => letter
            .and_then(lists::Letter::reading)
            .map_or_else(Label::unclassified, |own| own.label())
            .dominates(label),
        Some(DraftMark::Stated { stated: own, .. }) => own.label().dominates(label),
        Some(DraftMark::Damaged { .. } | DraftMark::Letter { .. } | DraftMark::Excised(_)) => true,
        // What an unmarked block will be rated is not known here; that it is at least unclassified is.
        Some(DraftMark::None) | None => Label::unclassified().dominates(label),
    }
}
