//! The place of something that an earlier release left out.

use super::super::chars::{from, skip_silent, trim};
use super::super::lines::{Line, Lines};
use crate::document::Bases;

/// The reasons of an earlier release that withheld what stood here, where they are all that is left of the block.
pub(in crate::parse) fn excised(source: Lines<'_>, line: Line<'_>, at: usize) -> Option<Bases> {
    let bases = excision(from(line.text, at))?;
    source
        .at(line.next)
        .is_none_or(Line::is_blank)
        .then_some(bases)
}

/// `[withheld: classified]`: the place of something that an earlier release left out.
fn excision(text: &str) -> Option<Bases> {
    let shown = from(text, skip_silent(text, 0)).strip_prefix("[withheld: ")?;
    Bases::parse(trim(shown).strip_suffix(']')?)
}
