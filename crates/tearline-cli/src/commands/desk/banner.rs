//! What the page is marked with: it holds the documents themselves.

use tearline::marking::Label;
use tearline::policy::Assessment;

/// The label over a document as it stands in its source, whatever dates have passed: its level lines and every portion.
pub(super) fn label(assessment: &Assessment<'_>) -> Label {
    let header = assessment.document().header();
    let lines = header.levels().iter().map(|line| line.label().clone());
    let sensitive = header.is_sensitive().then(Label::sbu);
    let portions = assessment.portions().iter();
    let portions = portions.map(|portion| portion.rating().label().clone());
    lines
        .chain(sensitive)
        .chain(portions)
        .fold(Label::unclassified(), |all, label| all.join(&label))
}

/// The banner line of a label.
pub(super) fn line(label: &Label) -> String {
    label.marking().banner().to_string()
}
