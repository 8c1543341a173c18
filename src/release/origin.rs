//! What a release says of the document as a whole, as declared structure.

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::document::{Document, DocumentKind};
use crate::marking::Level;

/// What a document is and how it is classified: part of a release only in a style that shows exemptions.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline::release::{Detail, Exemptions, Style};
///
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
/// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
/// let origin = release.origin().unwrap();
/// assert_eq!(format!("{}, {}", origin.kind(), origin.level().unwrap().banner()), "telegram, CONFIDENTIAL");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Origin {
    kind: DocumentKind,
    level: Option<Level>,
    /// What the level lines say of sensitivity.
    #[cfg_attr(feature = "serde", serde(default))]
    sensitive: Option<Sensitivity>,
    #[cfg_attr(feature = "serde", serde(default))]
    written: Option<Date>,
}

/// What is sensitive and not classified, as level lines and the word beside them say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
enum Sensitivity {
    LimitedOfficialUse,
    SensitiveButUnclassified,
    ForOfficialUseOnly,
}

impl Origin {
    /// `written` is the day that the release shows.
    pub(super) fn of(document: &Document<'_>, written: Option<Date>) -> Self {
        let header = document.header();
        let marks: Vec<String> = header
            .levels()
            .iter()
            .map(|line| line.label().to_string())
            .collect();
        let stated = |word: &str| {
            marks
                .iter()
                .any(|mark| mark.split(['/', '-']).any(|it| it == word))
        };
        let sensitive = if stated("LOU") {
            Some(Sensitivity::LimitedOfficialUse)
        } else if stated("SBU") || header.is_sensitive() {
            Some(Sensitivity::SensitiveButUnclassified)
        } else {
            stated("FOUO").then_some(Sensitivity::ForOfficialUseOnly)
        };
        Self {
            sensitive,
            written,
            kind: document.kind(),
            level: document
                .header()
                .levels()
                .iter()
                .map(|line| line.label().level())
                .max(),
        }
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The day on which it was written, where the line that says so is released, or is [known](crate::document::Known).
    #[must_use]
    pub const fn written(&self) -> Option<Date> {
        self.written
    }

    /// How it is classified, in words: its level; of an unclassified one also how it is sensitive. `None` where it has no
    /// level line.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline::release::{Detail, Exemptions, Style};
    ///
    /// let cable = tearline::parse("LIMITED OFFICIAL USE STATE 1\n\n1. One.\n");
    /// let style = Style::Places(Detail::default().with_exemptions(Exemptions::default()));
    /// let release = Policy::default().assess(&cable).release_in(&Reader::public(), date(2010, 1, 1), style);
    /// assert_eq!(release.origin().unwrap().classification(), Some("LIMITED OFFICIAL USE"));
    /// ```
    #[must_use]
    pub fn classification(&self) -> Option<&'static str> {
        let level = self.level?;
        Some(match self.sensitive.filter(|_| !level.is_classified()) {
            None => level.banner(),
            Some(Sensitivity::LimitedOfficialUse) => "LIMITED OFFICIAL USE",
            Some(Sensitivity::SensitiveButUnclassified) => "SENSITIVE BUT UNCLASSIFIED",
            Some(Sensitivity::ForOfficialUseOnly) => "FOR OFFICIAL USE ONLY",
        })
    }

    /// The highest of its level lines; `None` where it has none.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        self.level
    }
}
