//! The blocks of a document: what a parser found, before any policy has spoken.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{Bases, Number, ReadingRule};
use crate::Span;
use crate::marking::{Label, StatedMark};

/// One block of a document: a header field, a subject, a numbered paragraph, an item of one, or a block without a number.
///
/// A block knows what stands in it and where; it does not hold the text.
///
/// ```
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) The pier is new.\n");
/// let paragraph = cable.blocks().last().unwrap();
/// assert_eq!(paragraph.number().unwrap().to_string(), "1");
/// assert_eq!(paragraph.mark().stated().unwrap().label().to_string(), "C");
/// ```
#[derive(Clone, Debug)]
pub struct Block {
    pub(crate) kind: BlockKind,
    pub(crate) number: Option<Number>,
    pub(crate) mark: Mark,
    /// The least label it can get, whatever else rates it: it stands in a region, or holds a name that is marked.
    pub(crate) at_least: Option<Box<Label>>,
    /// The rule that gave it that. A letter that counts an item gives way to any other.
    pub(crate) raised_by: Option<ReadingRule>,
    /// Whether something inside it stands in the place of a mark and cannot be read.
    pub(crate) is_doubtful: bool,
    /// Whether a letter that could have been its mark counts the items of a list.
    pub(crate) is_listed: bool,
    pub(crate) shape: Shape,
    /// Whether the text ends in a colon and so announces a list.
    pub(crate) announces: bool,
    /// Whether the text begins with a small letter and so goes on with a sentence.
    pub(crate) goes_on: bool,
    /// Whether its last sentence does not end with it.
    pub(crate) ends_open: bool,
    /// The text without number, field label and mark; furniture may stand inside.
    pub(crate) text: Span,
    /// Whether every line of the text ends in something that shows, so that a run of it can be released as it is.
    pub(crate) is_trim: bool,
    /// Everything from the first byte to the blank lines behind.
    pub(crate) span: Span,
    /// The index of its first piece.
    pub(crate) first_piece: usize,
}

impl Block {
    /// What kind of block it is.
    #[must_use]
    pub const fn kind(&self) -> BlockKind {
        self.kind
    }

    /// Its number, where it has one.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        self.number
    }

    /// The mark it states.
    #[must_use]
    pub const fn mark(&self) -> &Mark {
        &self.mark
    }

    /// The rule by which its mark was read, or by which it holds none; `None` for a block whose place decides.
    #[must_use]
    pub const fn rule(&self) -> Option<ReadingRule> {
        match &self.mark {
            Mark::Stated { place, .. } => Some(match place {
                Place::Lead => ReadingRule::LeadMark,
                Place::Trail => ReadingRule::TrailingMark,
                Place::Title => ReadingRule::TitleMark,
                Place::TearLine => ReadingRule::TearLine,
                Place::Statement => ReadingRule::EntireText,
            }),
            Mark::Damaged { .. } => Some(ReadingRule::UnreadMark),
            Mark::Excised(_) => Some(ReadingRule::WithheldBefore),
            Mark::Unmarked => {
                if matches!(self.kind, BlockKind::Field(field) if field.is_known_unclassified()) {
                    Some(ReadingRule::KnownField)
                } else if self.is_listed {
                    Some(ReadingRule::ListLetter)
                } else if self.at_least.is_some() || self.is_doubtful {
                    Some(ReadingRule::MarkInside)
                } else {
                    None
                }
            }
        }
    }

    /// The least label it can get, whatever else rates it: that of a region in which it stands
    /// (`(Begin Secret) … (End Secret)`), or of a marked name or sentence inside it. It never lowers anything.
    #[must_use]
    pub fn at_least(&self) -> Option<&Label> {
        self.at_least.as_deref()
    }

    /// Whether something inside it stands in the place of a mark and cannot be read, so that all of it is withheld from all
    /// but the originator. It speaks for its own portion alone.
    #[must_use]
    pub const fn is_doubtful(&self) -> bool {
        self.is_doubtful
    }

    /// The rule by which it is rated at least as something, where it is ([`Block::at_least`]).
    #[must_use]
    pub const fn raised_by(&self) -> Option<ReadingRule> {
        self.raised_by
    }

    /// Whether it looks like a heading or like running text.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        self.shape
    }

    /// Whether its text ends in a colon.
    #[must_use]
    pub const fn announces(&self) -> bool {
        self.announces
    }

    /// Whether its text begins with a small letter, so that it goes on with a sentence of the block before.
    #[must_use]
    pub const fn goes_on(&self) -> bool {
        self.goes_on
    }

    /// Whether its last sentence does not end with it.
    #[must_use]
    pub const fn ends_open(&self) -> bool {
        self.ends_open
    }

    /// Where it stands, with its number, label and mark, and the blank lines behind it.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Where its text stands, without number, field label and mark; furniture may stand inside.
    ///
    /// ```
    /// let source = "UNCLAS STATE 1\n\n1. (U) Tides.\n";
    /// let cable = tearline::parse(source);
    /// assert_eq!(&source[cable.blocks().last().unwrap().text_span().range()], "Tides.");
    /// ```
    #[must_use]
    pub const fn text_span(&self) -> Span {
        self.text
    }
}

/// The kinds of block.
///
/// ```
/// use tearline::document::{BlockKind, Field};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\nSUBJECT: (U) Tides\n\n1. (U) The pier is new.\n");
/// let kinds: Vec<BlockKind> = cable.blocks().iter().map(|block| block.kind()).collect();
/// assert_eq!(kinds, [
///     BlockKind::Field(Field::Reference),
///     BlockKind::Subject,
///     BlockKind::Paragraph,
/// ]);
/// assert!(!BlockKind::Subject.is_body());
/// assert_eq!(BlockKind::Field(Field::Tags).to_string(), "tags");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A line of the header.
    Field(Field),
    /// The subject line or title.
    Subject,
    /// A numbered paragraph, or a paragraph that carries a mark and no number.
    Paragraph,
    /// An item of a paragraph: lettered, numbered in parentheses, or with a bullet.
    Subparagraph,
    /// Any other block of the body: a heading, a list line, a table, the continuation of a paragraph, a signature.
    Plain,
}

impl fmt::Display for BlockKind {
    /// As people call it: `tags`, `subject`, `paragraph`, `subparagraph`, `block`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Field(field) => field.name(),
            Self::Subject => "subject",
            Self::Paragraph => "paragraph",
            Self::Subparagraph => "subparagraph",
            Self::Plain => "block",
        })
    }
}

impl BlockKind {
    /// Whether the block belongs to the body, and not to the header.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::Subparagraph | Self::Plain)
    }
}

/// The fields of a header (5 FAH-2 H-230 and H-321; 5 FAH-1 H-240).
///
/// ```
/// use tearline::document::Field;
///
/// assert!(Field::Tags.is_known_unclassified());
/// assert!(!Field::Unknown.is_known_unclassified());
/// assert_eq!(Field::DateTimeGroup.to_string(), "date-time-group");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Field {
    /// Precedence and date-time group: `O 022212Z OCT 08`.
    DateTimeGroup,
    /// The sender: `FM SECSTATE WASHDC`.
    From,
    /// Action addressees.
    To,
    /// Information addressees.
    Info,
    /// The level line with the message reference number: `C O N F I D E N T I A L STATE 105791`.
    Reference,
    /// A caption that limits distribution: `NODIS`, `SIPDIS`, `SENSITIVE`.
    Caption,
    /// A passing instruction: `PASS OPIC`, `ASUNCION FOR DAS JONES`.
    Passing,
    /// The executive order line, which holds the declassification instruction.
    Order,
    /// A declassification instruction on a line of its own: `Declassify on: 20300520`.
    Instruction,
    /// The classification authority: `Classified by …, reason 1.4(b)`.
    Classifier,
    /// TAGS.
    Tags,
    /// References.
    Ref,
    /// Routing and transmission lines before the date-time group, drafting and clearance lines.
    Transmission,
    /// A header line of no known kind.
    Unknown,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Field {
    /// Whether the field is of a kind that is unclassified unless it is marked.
    #[must_use]
    pub const fn is_known_unclassified(self) -> bool {
        match self {
            Self::DateTimeGroup
            | Self::From
            | Self::To
            | Self::Info
            | Self::Reference
            | Self::Caption
            | Self::Order
            | Self::Instruction
            | Self::Tags
            | Self::Ref => true,
            Self::Classifier | Self::Passing | Self::Transmission | Self::Unknown => false,
        }
    }

    /// Its name for programs, in kebab case. It never changes its meaning.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DateTimeGroup => "date-time-group",
            Self::From => "from",
            Self::To => "to",
            Self::Info => "info",
            Self::Reference => "reference",
            Self::Caption => "caption",
            Self::Passing => "passing",
            Self::Order => "order",
            Self::Instruction => "instruction",
            Self::Classifier => "classifier",
            Self::Tags => "tags",
            Self::Ref => "ref",
            Self::Transmission => "transmission",
            Self::Unknown => "unknown",
        }
    }

    /// The label that a rendered header shows before the text; empty where the text speaks for itself.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::From => "FM",
            Self::To => "TO",
            Self::Info => "INFO",
            Self::Order => "E.O.",
            Self::Tags => "TAGS:",
            Self::Ref => "REF:",
            Self::DateTimeGroup
            | Self::Reference
            | Self::Caption
            | Self::Instruction
            | Self::Classifier
            | Self::Passing
            | Self::Transmission
            | Self::Unknown => "",
        }
    }
}

/// The mark that a block states (32 CFR 2001.21(c)).
///
/// ```
/// use tearline::document::Mark;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) One.\n\n2. (Q) Two.\n\n3. Three.\n");
/// let marks: Vec<&Mark> = cable.blocks().iter().rev().map(|block| block.mark()).collect();
/// assert!(matches!(marks[0], Mark::Unmarked));
/// assert!(matches!(marks[1], Mark::Damaged { .. }));
/// assert!(matches!(marks[2], Mark::Stated { .. }));
/// ```
#[derive(Clone, Debug)]
pub enum Mark {
    /// None.
    Unmarked,
    /// One that can be read.
    Stated {
        /// What it says.
        stated: StatedMark,
        /// Where the token stands, parentheses included.
        span: Span,
        /// Where in the block.
        place: Place,
    },
    /// Something that is a mark and cannot be read, or not with certainty: half a mark, two that disagree, an unknown
    /// control, a mark behind a damaged number. What it governs is withheld from all but the originator.
    Damaged {
        /// Where the token stands.
        span: Span,
    },
    /// Nothing of it is there: an earlier release withheld it, for these reasons.
    Excised(Bases),
}

impl Mark {
    /// Whether the block states no mark at all.
    #[must_use]
    pub const fn is_unmarked(&self) -> bool {
        matches!(self, Self::Unmarked)
    }

    /// What it says, where it can be read.
    #[must_use]
    pub const fn stated(&self) -> Option<&StatedMark> {
        match self {
            Self::Stated { stated, .. } => Some(stated),
            Self::Unmarked | Self::Damaged { .. } | Self::Excised(_) => None,
        }
    }

    /// Where the token stands.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Stated { span, .. } | Self::Damaged { span } => Some(*span),
            Self::Unmarked | Self::Excised(_) => None,
        }
    }
}

/// Where a mark stands in its block ([reading rule 1](crate::policy#reading-rules)).
///
/// ```
/// use tearline::document::{Mark, Place};
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) One.\n");
/// let mark = cable.blocks().last().unwrap().mark();
/// assert!(matches!(mark, Mark::Stated { place: Place::Lead, .. }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// Right after the number, bullet or field label, or at the start.
    Lead,
    /// At the end of a paragraph, as memoranda of the National Security Council have it.
    Trail,
    /// At the end of a title or subject; it rates the title only.
    Title,
    /// On the tear line above it, which rates what stands between it and the next.
    TearLine,
    /// In an entire-text statement that is not in parentheses: `Secret—Entire text.`
    Statement,
}

/// Whether a block without a mark looks like a heading ([reading rule 2](crate::policy#reading-rules)).
///
/// ```
/// use tearline::document::Shape;
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (C) One.\n\nTHE PIER\n");
/// assert_eq!(cable.blocks().last().unwrap().shape(), Shape::Heading);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// At most two lines, 25 words and one sentence.
    Heading,
    /// Anything longer.
    Text,
}
