//! Captions of telegrams that bind every portion.

use std::fmt;

use super::lattice::{Label, State};
use crate::marking::register::{Control, Controls, Level};

/// A caption that restricts who may read a telegram, every portion of it (5 FAH-2 H-440).
///
/// ```
/// use tearline::marking::{Caption, Label, Level};
///
/// let label = Label::of_level(Level::Secret).with_caption(Caption::Exdis);
/// assert_eq!(label.to_string(), "S//NF//XD");
/// assert_eq!((Caption::Exdis.to_string(), Caption::Other.to_string()), ("EXDIS".to_owned(), "other caption".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Caption {
    /// NODIS: addressees only.
    Nodis,
    /// EXDIS: officers with an essential need to know.
    Exdis,
    /// STADIS: the Department of State only.
    Stadis,
    /// NOFORN: not for foreign nationals.
    Noforn,
    /// A channel caption: AGREMENT, DIRGEN, MED, TM, ROGER and the like.
    Channel,
    /// SENSITIVE beside the level: Sensitive But Unclassified (STATE 018029).
    Sensitive,
    /// Any other caption line, known or not, that is not known to restrict nothing.
    Other,
}

impl Caption {
    /// What it adds to a portion.
    #[must_use]
    pub const fn label(self) -> Label {
        let controls = match self {
            // Both require NOFORN (CAPCO 2016 H.9 pp172, 174).
            Self::Nodis => Controls::any_of([Control::Nf, Control::Nd]),
            Self::Exdis => Controls::any_of([Control::Nf, Control::Xd]),
            Self::Stadis => Controls::of(Control::Stadis),
            Self::Noforn => Controls::of(Control::Nf),
            Self::Channel | Self::Other => Controls::of(Control::Captioned),
            Self::Sensitive => return Label::sbu(),
        };
        Label::without_lists(Level::Unclassified, State::Resolved, controls)
    }
}

impl fmt::Display for Caption {
    /// The word of the caption; of those that are not told apart, what they are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nodis => "NODIS",
            Self::Exdis => "EXDIS",
            Self::Stadis => "STADIS",
            Self::Noforn => "NOFORN",
            Self::Channel => "channel caption",
            Self::Sensitive => "SENSITIVE",
            Self::Other => "other caption",
        })
    }
}

impl Label {
    /// The same under a caption, which binds every portion of a document.
    #[must_use]
    pub fn with_caption(&self, caption: Caption) -> Self {
        self.join(&caption.label())
    }
}
