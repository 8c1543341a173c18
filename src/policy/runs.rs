//! Where the text of a portion stands.

use super::Portion;
use crate::Span;
use crate::document::{Block, Document, Mark, Role};

impl Portion {
    /// The runs of the source that are its text: its number, field label and mark are not in them, nor is furniture.
    pub(crate) fn runs<'p>(
        &'p self,
        document: &'p Document<'_>,
    ) -> impl Iterator<Item = Span> + 'p {
        let blocks = document.blocks().get(self.blocks()).unwrap_or_default();
        blocks.iter().enumerate().flat_map(move |(offset, block)| {
            let role = Role::Block(self.blocks().start + offset);
            // What belongs to a paragraph keeps its enumerators: the number left out is the portion's own.
            let start = if offset == 0 {
                self.starts(block)
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
        })
    }

    /// Where the text of its first block begins. What stood in the place of a mark and is none belongs to it.
    fn starts(&self, block: &Block) -> usize {
        match block.mark() {
            Mark::Damaged { span }
                if self
                    .ruling()
                    .is_some_and(super::ruling::Ruling::is_unmarked)
                    && span.start() >= block.span.start() =>
            {
                span.start().min(block.text.start())
            }
            Mark::Damaged { .. } | Mark::Stated { .. } | Mark::Unmarked | Mark::Excised(_) => {
                block.text.start()
            }
        }
    }

    /// Whether its text is one run of the source as it stands.
    pub(crate) fn run(&self, document: &Document<'_>) -> Option<Span> {
        let blocks = document.blocks().get(self.blocks()).unwrap_or_default();
        let [block] = blocks else {
            return None;
        };
        let whole = document
            .pieces()
            .get(block.first_piece)
            .is_some_and(|piece| piece.span().end() >= block.text.end());
        (block.is_trim && whole && self.starts(block) == block.text.start()).then_some(block.text)
    }
}
