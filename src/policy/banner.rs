//! The banner that a document states, held against the roll-up of its portion marks (CAPCO 2016 D.2).

use jiff::civil::Date;

use super::{Assessment, PortionKind, Provenance};
use crate::document::{Document, Mark};
use crate::marking::{Label, Marking, roll_up};

/// How the banner of a document differs from the roll-up of its portion marks: `below: CONFIDENTIAL, and the roll-up is
/// SECRET//NOFORN`. `None` where they agree, where one of them is missing, where a mark is above the level of the banner and
/// there is no other difference, which is a rule of its own, and where what is unmarked or unreadable may make it up.
pub(super) fn difference(assessment: &Assessment<'_>) -> Option<String> {
    let document = assessment.document();
    let header = document.header();
    let stated = header
        .levels()
        .iter()
        .map(|line| line.label().clone())
        .reduce(|all, label| all.join(&label))
        .filter(Label::is_resolved)?;
    let banner = rolled_up(document)?;
    let rolled = Label::from(&banner);
    // A caption stands beside the level and in no portion mark: it makes up for what either side lacks.
    let beside = header
        .captions()
        .iter()
        .fold(beside_level(assessment), |all, caption| {
            all.with_caption(*caption)
        });
    let covers = |banner: &Label| banner.join(&beside).dominates(&rolled);
    let covered = rolled.join(&beside).dominates(&stated);
    let raised = stated.join(&Label::of_level(rolled.level()));
    if rolled.level() > stated.level() && covers(&raised) && covered {
        return None;
    }
    let covers = covers(&stated);
    let how = match (covers, covered) {
        (true, true) => return None,
        (true, false) if is_partly_unmarked(assessment) => return None,
        (true, false) => "above",
        (false, true) => "below",
        (false, false) => "neither above nor below",
    };
    let stated = stated.marking();
    Some(format!(
        "{how}: {}, and the roll-up is {}",
        stated.banner(),
        banner.banner()
    ))
}

/// The roll-up of the marks that can be read; `None` without any.
pub(super) fn rolled_up(document: &Document<'_>) -> Option<Marking> {
    let marks: Vec<&Marking> = document
        .blocks()
        .iter()
        .filter_map(|block| block.mark().stated())
        .map(crate::marking::StatedMark::marking)
        .collect();
    let dated = document.header().origin().unwrap_or(Date::MIN);
    (!marks.is_empty()).then(|| roll_up(marks, dated))
}

/// `SENSITIVE` or EFTO beside the level.
fn beside_level(assessment: &Assessment<'_>) -> Label {
    if assessment.document().header().is_sensitive() {
        Label::sbu()
    } else {
        Label::unclassified()
    }
}

/// Whether a paragraph counts as the whole document, or cannot be read: its mark may have been the highest.
fn is_partly_unmarked(assessment: &Assessment<'_>) -> bool {
    let paragraphs = assessment.portions().iter().filter(|portion| {
        matches!(
            portion.kind(),
            PortionKind::Subject | PortionKind::Paragraph | PortionKind::Subparagraph
        )
    });
    let unmarked = |provenance| {
        !matches!(
            provenance,
            Provenance::Stated(_) | Provenance::Paragraph(_) | Provenance::Section
        )
    };
    paragraphs.map(super::Portion::provenance).any(unmarked)
        || assessment
            .document()
            .blocks()
            .iter()
            .any(|block| matches!(block.mark(), Mark::Damaged { .. } | Mark::Excised(_)))
}
