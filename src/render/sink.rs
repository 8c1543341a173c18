//! Where a writer writes.

use crate::release::{Release, Released};

/// What a writer fills, portion by portion.
pub(super) trait Sink {
    /// What is written and not yet handed on.
    fn buffer(&mut self) -> &mut String;

    /// Says that what is written stands, and may be handed on.
    fn settle(&mut self);
}

/// A string keeps everything.
impl Sink for String {
    fn buffer(&mut self) -> &mut String {
        self
    }

    fn settle(&mut self) {}
}

/// About how long a release is in a format that adds little to its texts.
pub(crate) fn size(release: &Release<'_>) -> usize {
    let text = |portion: &Released<'_>| portion.text().map_or(24, str::len);
    let portions = release.portions();
    portions
        .iter()
        .map(|portion| 32 + text(portion))
        .sum::<usize>()
        + 256
}
