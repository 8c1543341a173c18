//! The place of something that an earlier release left out.

use super::super::build::{Line, line_at};
use super::super::chars::{from, skip_silent, trim};
use crate::document::Bases;

/// The reasons of an earlier release that withheld what stood here, where they are all that is left of the block.
pub(in crate::parse) fn excised(source: &str, line: Line<'_>, at: usize) -> Option<Bases> {
    let bases = excision(from(line.text, at))?;
    line_at(source, line.next)
        .is_none_or(Line::is_blank)
        .then_some(bases)
}

/// `[withheld: classified]`: the place of something that an earlier release left out.
fn excision(text: &str) -> Option<Bases> {
    let shown = from(text, skip_silent(text, 0)).strip_prefix("[withheld: ")?;
    Bases::parse(trim(shown).strip_suffix(']')?)
}
