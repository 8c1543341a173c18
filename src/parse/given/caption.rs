//! A caption that is given.

use super::super::captions::{self, CaptionLine};
use crate::marking::Caption;

/// What was given as a caption says.
pub(in crate::parse) struct GivenCaption {
    pub(in crate::parse) captions: Vec<Caption>,
    pub(in crate::parse) sensitive: bool,
    /// Whether it is none that is known; it binds every portion all the same (reading rule 7).
    pub(in crate::parse) unknown: bool,
    /// Whether nothing but captions stands there.
    pub(in crate::parse) alone: bool,
}

/// Reads a caption that is given.
pub(in crate::parse) fn caption(text: &str) -> GivenCaption {
    match captions::line(text) {
        CaptionLine::Known {
            captions,
            sensitive,
        } => GivenCaption {
            captions,
            sensitive,
            unknown: false,
            alone: captions::read(text).alone,
        },
        CaptionLine::Unknown => GivenCaption {
            captions: vec![Caption::Other],
            sensitive: false,
            unknown: true,
            alone: false,
        },
    }
}
