//! Marks that leave their list to the banner.

use super::build::Builder;
use super::draft::DraftMark;

/// Gives marks that leave their list to the banner the one that the level lines state together (CAPCO 2016 H.8 p150).
pub(super) fn resolve(builder: &mut Builder<'_>) {
    let lines = builder.header.levels.iter().map(|line| line.label.clone());
    let Some(banner) = lines.reduce(|all, label| all.join(&label)) else {
        return;
    };
    for block in &mut builder.blocks {
        if let DraftMark::Stated { stated, .. } = &mut block.mark
            && let Some(listed) = stated.listed_by(&banner)
        {
            *stated = listed;
        }
    }
}
