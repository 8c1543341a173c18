//! Statements that one mark covers the entire text.

use super::build::Builder;

/// Joins them: what several say together is what each says at least.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    for stated in builder
        .blocks
        .iter()
        .filter_map(|block| block.mark.stated())
        .filter(|stated| stated.is_entire_text())
    {
        let label = stated.label();
        let joined = builder
            .header
            .entire_text
            .as_ref()
            .map_or_else(|| label.clone(), |before| before.join(&label));
        builder.header.entire_text = Some(joined);
    }
}
