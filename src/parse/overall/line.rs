//! What a line that states a level says, and where it stands.

use super::super::level_line::LevelWords;
use super::super::said::{Said, Scope};
use crate::marking::{Caption, Label};

/// What such a line says.
#[derive(Debug)]
pub(in crate::parse) struct Overall {
    pub(in crate::parse) label: Label,
    pub(in crate::parse) captions: Vec<Caption>,
    pub(in crate::parse) sensitive: bool,
    /// Whether something of its own begins under it: a telegram, a reply, an attachment.
    pub(in crate::parse) opens: bool,
    /// Whether words stand beside the level that may restrict and are not known.
    pub(super) unknown: bool,
    /// The numbers of the paragraphs that it speaks for, from and to; none where it speaks for no paragraphs in particular.
    pub(super) numbers: Vec<(u32, u32)>,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Stands {
    /// Over everything else of a paper: what stands beside the level there restricts it.
    AtTop,
    /// In the heading, where the overall classification is stated.
    InHeading,
    /// Behind it, at the start of a block.
    Below,
    /// Behind it, under a line of text: only capitals state a level there, because `secret` may end a sentence.
    InText,
}

impl Overall {
    /// Whether words stand beside the level that may restrict and are not known.
    pub(in crate::parse) const fn is_unknown(&self) -> bool {
        self.unknown
    }

    pub(super) fn of(label: Label) -> Self {
        Self {
            label,
            captions: Vec::new(),
            sensitive: false,
            opens: false,
            unknown: false,
            numbers: Vec::new(),
        }
    }
}

impl From<LevelWords<'_>> for Overall {
    fn from(words: LevelWords<'_>) -> Self {
        Self {
            captions: words.captions,
            sensitive: words.sensitive,
            ..Self::of(words.label)
        }
    }
}

impl From<Said> for Overall {
    fn from(said: Said) -> Self {
        Self {
            captions: said.captions,
            sensitive: said.sensitive,
            opens: said.scope != Scope::Whole,
            numbers: said.numbers,
            ..Self::of(said.label)
        }
    }
}
