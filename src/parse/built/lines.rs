//! Lines inside a text that was given and that would state something of the whole if they stood in a source: levels,
//! captions, tear lines. There they are text, and raise the portion that holds them.

use super::super::build::Builder;
use super::super::draft::Draft;
use super::super::overall::{self, Stands};
use super::super::{captions, findings, tear};
use crate::document::{BlockKind, Field};
use crate::marking::{Caption, Label};

/// Raises what holds such lines.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index).filter(|block| is_text(block)) else {
            continue;
        };
        let (mut at, end) = (block.text.start(), block.text.end());
        while let Some(line) = builder.lines.at(at).filter(|line| line.start < end) {
            at = line.next;
            let label = states(line.text).filter(|label| !Label::unclassified().dominates(label));
            if let Some(label) = label {
                builder.note(&findings::DOUBTFUL_MARK, line.span());
                builder.raise_stated(index, &label);
            }
        }
    }
}

const fn is_text(block: &Draft) -> bool {
    match block.kind {
        BlockKind::Field(field) => matches!(field, Field::Unknown | Field::Passing),
        BlockKind::Subject | BlockKind::Paragraph | BlockKind::Subparagraph | BlockKind::Plain => {
            true
        }
    }
}

/// What a line would state in a source.
fn states(line: &str) -> Option<Label> {
    if let Some(found) = overall::read(line, Stands::InText) {
        let unknown = found.is_unknown().then_some(Caption::Other);
        let captions = found.captions.into_iter().chain(unknown);
        let label = captions.fold(found.label, |label, caption| label.with_caption(caption));
        return Some(with_sensitive(label, found.sensitive));
    }
    if let Some(stated) = tear::states(line) {
        return Some(stated.label());
    }
    captions::is_alone(line).then(|| {
        let found = captions::read(line);
        let label = found
            .captions
            .iter()
            .fold(Label::unclassified(), |label, caption| {
                label.with_caption(*caption)
            });
        with_sensitive(label, found.sensitive)
    })
}

fn with_sensitive(label: Label, sensitive: bool) -> Label {
    if sensitive {
        label.join(&Label::sbu())
    } else {
        label
    }
}
