//! What binds more than one portion: a level above them all, captions, information that no date opens.

use std::collections::BTreeSet;

use super::portion::Portion;
use super::rating::Provenance;
use super::{PortionKind, Rating};
use crate::document::{Block, BlockKind, Document, DocumentKind, Mark, Place};
use crate::marking::{Caption, Label, Level};

/// Where every portion of the body has a mark and all that can be read stand below the level line, the portions together
/// are classified at that level (32 CFR 2001.24(g)).
///
/// Unmarked blocks without a number state nothing and do not count, whatever their shape, and a mark that cannot be read
/// may have stood below: neither opens the rest (reading rules 6 and 9).
pub(super) fn bind_compilation(document: &Document<'_>, portions: &mut [Portion]) -> bool {
    if document.kind() == DocumentKind::Release {
        return false;
    }
    let level = level(document);
    let blocks = document.blocks();
    let counts = |portion: &&Portion| is_bound(document, portion);
    let mut marked = 0;
    let mut paragraph: Option<&Portion> = None;
    for portion in portions.iter().filter(counts) {
        // An unmarked item that is rated as its paragraph is part of that.
        let part = paragraph.is_some_and(|paragraph| {
            blocks.get(portion.blocks.start).is_some_and(|block| {
                block.mark().is_unmarked()
                    && paragraph.has_item(block)
                    && paragraph.rating == portion.rating
            })
        });
        if part {
            continue;
        }
        if portion.kind == PortionKind::Paragraph {
            paragraph = Some(portion);
        }
        // What a label heads says its mark behind it: `NOTE: (C) …`.
        match blocks.get(portion.blocks.start).and_then(behind_label) {
            Some(label) if !label.is_resolved() => continue,
            Some(label) if label.level() < level => {
                marked += 1;
                continue;
            }
            Some(_) | None => {}
        }
        let below = portion.rating.label().level() < level;
        let silent = blocks
            .get(portion.blocks.start)
            .is_some_and(|block| block.kind() == BlockKind::Plain && block.mark().is_unmarked());
        match portion.provenance {
            Provenance::Stated(_) if below => marked += 1,
            Provenance::Paragraph(_) | Provenance::Damaged(_) => {}
            Provenance::Section | Provenance::Document | Provenance::Unmarked if silent => {}
            Provenance::Stated(_)
            | Provenance::Section
            | Provenance::EntireText
            | Provenance::Document
            | Provenance::KnownField
            | Provenance::Excised
            | Provenance::Unmarked => return false,
        }
    }
    if marked == 0 {
        return false;
    }
    for portion in portions
        .iter_mut()
        .filter(|portion| is_bound(document, portion))
    {
        portion.rating.raise_to(level);
    }
    true
}

/// What the mark asks that stands behind the label which a block begins with.
fn behind_label(block: &Block) -> Option<&Label> {
    let headed = block.kind() == BlockKind::Paragraph
        && block.number().is_none()
        && block.mark().is_unmarked();
    block.at_least().filter(|_| headed)
}

/// The level of the document.
pub(super) fn level(document: &Document<'_>) -> Level {
    let lines = document.header().levels().iter();
    lines
        .map(|line| line.label().level())
        .max()
        .unwrap_or(Level::Unclassified)
}

/// Whether a compilation binds the portion. What stands between tear lines is cleared by itself.
fn is_bound(document: &Document<'_>, portion: &Portion) -> bool {
    let torn = document
        .blocks()
        .get(portion.blocks.start)
        .is_some_and(|block| {
            matches!(
                block.mark(),
                Mark::Stated {
                    place: Place::TearLine,
                    ..
                }
            )
        });
    portion.kind.is_body() && !torn
}

/// What binds a whole document, for a portion that is rated anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bound {
    /// The level of the document binds every portion.
    pub(super) compiled: bool,
    /// No date opens anything.
    pub(super) undated: bool,
}

impl Bound {
    /// The rating that a portion of `document` has, bound as the others are.
    pub(super) fn bind(
        self,
        document: &Document<'_>,
        portion: &Portion,
        mut rating: Rating,
    ) -> Rating {
        if self.compiled && is_bound(document, portion) {
            rating.raise_to(level(document));
        }
        for caption in document.header().captions() {
            rating = under(rating, *caption);
        }
        if self.undated {
            rating = rating.undated();
        }
        rating
    }
}

/// The rating under a caption. NOFORN binds what is above unclassified, and after its date too.
pub(super) fn under(rating: Rating, caption: Caption) -> Rating {
    if caption != Caption::Noforn || rating.label().level().is_classified() {
        rating.map(|label| label.with_caption(caption))
    } else {
        rating
    }
}

/// Captions bind every portion; NOFORN what is above unclassified, and after its date too.
pub(super) fn bind_captions(captions: &[Caption], portions: &mut [Portion]) {
    let captions: BTreeSet<Caption> = captions.iter().copied().collect();
    for caption in captions {
        for portion in portions.iter_mut() {
            portion.rating = under(portion.rating.clone(), caption);
        }
    }
}

/// In a document that holds Restricted Data, Formerly Restricted Data or the like, a date opens nothing
/// (32 CFR 2001.24(h)(2), (i)(3)).
pub(super) fn bar_dates(document: &Document<'_>, portions: &mut [Portion]) -> bool {
    let barred = bars_dates(document, portions);
    if barred {
        for portion in portions {
            portion.rating = portion.rating.clone().undated();
        }
    }
    barred
}

/// Whether a portion, a level line or a mark inside a block states such information.
pub(super) fn bars_dates(document: &Document<'_>, portions: &[Portion]) -> bool {
    let header = document.header();
    let bars = |label: &Label| label.is_resolved() && label.bars_declassification();
    portions.iter().any(|portion| bars(portion.rating.label()))
        || header.levels().iter().any(|line| bars(line.label()))
        || header.inside().is_some_and(bars)
}
