//! Makes portions of blocks: those that belong to one paragraph are one entry.

use super::kind::PortionKind;
use super::portion::Portion;
use super::rating::Provenance;
use super::scope::Rated;
use crate::document::{Block, BlockKind, Document, Mark, Place, ReadingRule, Shape};

/// Puts together what belongs together: a paragraph and the blocks behind it that have their rating from it.
pub(super) fn portions(
    document: &Document<'_>,
    rated: Vec<Rated>,
    rules: &[ReadingRule],
) -> Vec<Portion> {
    let blocks = document.blocks();
    let last_body = rated
        .iter()
        .zip(blocks)
        .rposition(|((_, provenance), block)| {
            block.kind() == BlockKind::Paragraph
                || (block.kind().is_body() && matches!(provenance, Provenance::Stated(_)))
        })
        .unwrap_or(0);
    let mut portions: Vec<Portion> = Vec::with_capacity(blocks.len());
    for (index, (block, (rating, provenance))) in blocks.iter().zip(rated).enumerate() {
        if let Some(last) = portions.last_mut() {
            let belongs = match provenance {
                Provenance::Paragraph(paragraph) => {
                    last.blocks.start == paragraph && last.rating == rating
                }
                Provenance::Section => {
                    block.kind() == BlockKind::Subparagraph
                        && last.kind == PortionKind::Paragraph
                        && last.rating == rating
                        && block.mark().is_unmarked()
                        && last.has_item(block)
                }
                Provenance::Stated(_)
                | Provenance::Damaged(_)
                | Provenance::EntireText
                | Provenance::Document
                | Provenance::KnownField
                | Provenance::Excised
                | Provenance::Unmarked => false,
            };
            if belongs && last.blocks.end == index {
                last.blocks.end = index + 1;
                continue;
            }
        }
        portions.push(Portion {
            kind: kind(block, provenance, index < last_body),
            field: match block.kind() {
                BlockKind::Field(field) => Some(field),
                BlockKind::Subject
                | BlockKind::Paragraph
                | BlockKind::Subparagraph
                | BlockKind::Plain => None,
            },
            number: block.number(),
            blocks: index..index + 1,
            rating,
            provenance,
            excised: match block.mark() {
                Mark::Excised(bases) => Some(*bases),
                Mark::Stated { .. } | Mark::Damaged { .. } | Mark::Unmarked => None,
            },
            undoubted: None,
            ruling: None,
            rule: rules.get(index).copied().unwrap_or(ReadingRule::Overall),
        });
    }
    portions
}

fn kind(block: &Block, provenance: Provenance, before_a_portion: bool) -> PortionKind {
    let heading = block.shape() == Shape::Heading && before_a_portion;
    match block.kind() {
        BlockKind::Field(_) => PortionKind::Header,
        BlockKind::Subject => PortionKind::Subject,
        BlockKind::Paragraph
            if block.number().is_none()
                && matches!(
                    block.mark(),
                    Mark::Stated {
                        place: Place::Title,
                        ..
                    }
                ) =>
        {
            PortionKind::Heading
        }
        BlockKind::Paragraph => PortionKind::Paragraph,
        BlockKind::Subparagraph => PortionKind::Subparagraph,
        BlockKind::Plain if heading && !matches!(provenance, Provenance::Paragraph(_)) => {
            PortionKind::Heading
        }
        BlockKind::Plain => PortionKind::Block,
    }
}
