//! The reason for classification: which category of section 1.4 (until 2003: 1.5) a classifier named.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::lex::{Token, Tokens};
use crate::Citation;

/// The reasons a classifier gave: `Reason: 1.4 (b) and (d)`.
///
/// A set of letters of one section (32 CFR 2001.21(a)(3)). It is empty where the section stands alone (`E.O. 12958, 1.4`).
///
/// ```
/// use tearline::declass::{Reason, Section, reasons};
///
/// let read = reasons("Reason: 1.4 (b) and (d)").unwrap();
/// assert_eq!(read.section(), Section::OnePointFour);
/// assert!(read.contains(Reason::ForeignGovernment) && !read.contains(Reason::Intelligence));
/// assert!(reasons("E.O. 12958, 1.4").unwrap().is_empty());
/// ```
///
/// With the feature `serde` it is its text: `1.4(b), 1.4(d)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
pub struct Reasons {
    section: Section,
    letters: u8,
}

/// The section of the order that lists the categories (E.O. 12958 sections 1.5 and, as amended, 1.4).
///
/// ```
/// use tearline::declass::{Section, reasons};
///
/// assert_eq!(reasons("Reason 1.5 (c)").unwrap().section(), Section::OnePointFive);
/// assert_eq!(Section::OnePointFour.number(), "1.4");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Section {
    /// Section 1.5 of E.O. 12958, until its amendment of 2003: (a) to (g).
    OnePointFive,
    /// Section 1.4 since then: (a) to (h).
    OnePointFour,
}

/// A category of classified information (32 CFR 2001.21(a)(3)).
///
/// ```
/// use tearline::declass::{Reason, reasons};
///
/// let read = reasons("REASON: 1.4 (B), (D)").unwrap();
/// assert!(read.contains(Reason::ForeignRelations));
/// assert_eq!(read.iter().map(Reason::letter).collect::<String>(), "bd");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// (a) Military plans, weapons systems, or operations.
    MilitaryPlans,
    /// (b) Foreign government information.
    ForeignGovernment,
    /// (c) Intelligence activities, sources or methods, or cryptology.
    Intelligence,
    /// (d) Foreign relations or activities of the United States, including confidential sources.
    ForeignRelations,
    /// (e) Scientific, technological, or economic matters relating to the national security.
    Science,
    /// (f) Programs for safeguarding nuclear materials or facilities.
    NuclearSafeguards,
    /// (g) Vulnerabilities or capabilities of systems, installations, plans, or protection services.
    Vulnerabilities,
    /// (h) Weapons of mass destruction.
    MassDestruction,
}

/// The reasons that a line or a paragraph names; none where it names no section.
///
/// ```
/// use tearline::declass::reasons;
///
/// let read = reasons("CLASSIFIED BY: A. EXAMPLE, DCM. REASON: 1.4 (B/D)").unwrap();
/// assert_eq!(read.to_string(), "1.4(b), 1.4(d)");
/// assert_eq!(reasons("Reason 1.5b and d.").unwrap().to_string(), "1.5(b), 1.5(d)");
/// assert_eq!(reasons("for economic reasons"), None);
/// ```
///
/// Where several sections stand in the text, the one after the word `Reason` counts, else the first.
#[must_use]
pub fn reasons(text: &str) -> Option<Reasons> {
    let mut tokens = Tokens::new(text);
    let mut first = None;
    loop {
        // Nearly every word is neither the label nor the number of a section.
        let after_label = matches!(tokens.first(), Some(b'R' | b'r')) && label(&mut tokens);
        if after_label {
            tokens.word("IS");
        }
        let section = tokens.first() == Some(b'1');
        match section.then(|| Reasons::take(&mut tokens)).flatten() {
            Some(read) if after_label => return Some(read),
            Some(read) => first = first.or(Some(read)),
            // A label without a section is a word like any other.
            None if after_label => {}
            None if tokens.next().is_none() => return first,
            None => {}
        }
    }
}

/// Takes the label of the line that names the reasons: `Reason:` (32 CFR 2001.21(a)(3)).
pub(super) fn label(tokens: &mut Tokens<'_>) -> bool {
    let found = tokens.word("REASON") || tokens.word("REASONS");
    if found {
        tokens.skip_signs(":.-");
    }
    found
}

impl Reasons {
    /// The section.
    #[must_use]
    pub const fn section(self) -> Section {
        self.section
    }

    /// The categories, in the order of their letters.
    pub fn iter(self) -> impl Iterator<Item = Reason> {
        Reason::ALL
            .iter()
            .copied()
            .filter(move |reason| self.contains(*reason))
    }

    /// Whether it names that category.
    #[must_use]
    pub const fn contains(self, reason: Reason) -> bool {
        self.letters & (1 << reason as u8) != 0
    }

    /// Whether it names the section alone.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.letters == 0
    }

    /// Takes a section and its letters from the front of `tokens`: `1.4 (b) and (d)`, `1.4.(d)`, `1,4 (C) AND (D)`,
    /// `1.5b and d`. The letters end at the first thing that is neither a letter nor a sign between letters.
    pub(super) fn take(tokens: &mut Tokens<'_>) -> Option<Self> {
        let mut ahead = *tokens;
        let section = Section::take(&mut ahead)?;
        *tokens = ahead;
        let mut reasons = Self {
            section,
            letters: 0,
        };
        // A full stop after the section belongs to it; after a letter it ends the sentence.
        tokens.skip_signs(".");
        loop {
            let mut ahead = *tokens;
            ahead.skip_signs("(),/&+;-");
            if ahead.word("AND") {
                ahead.skip_signs("(),/&+;-");
            }
            if let Some(again) = Section::take(&mut ahead) {
                if again != section {
                    break;
                }
                ahead.skip_signs(".(");
            }
            let Some(Token::Word(word)) = ahead.next() else {
                break;
            };
            let Some(reason) = section.reason(word) else {
                break;
            };
            reasons.letters |= 1 << reason as u8;
            *tokens = ahead;
            tokens.skip_signs(")");
        }
        Some(reasons)
    }
}

impl From<Reasons> for String {
    fn from(reasons: Reasons) -> Self {
        reasons.to_string()
    }
}

impl TryFrom<String> for Reasons {
    type Error = &'static str;

    /// Reads what `Display` writes.
    fn try_from(text: String) -> Result<Self, Self::Error> {
        reasons(&text)
            .filter(|reasons| reasons.to_string() == text)
            .ok_or("no reasons for classification; write them as `1.4(b), 1.4(d)`")
    }
}

impl fmt::Display for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str(self.section.number());
        }
        for (index, reason) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{}({})", self.section.number(), reason.letter())?;
        }
        Ok(())
    }
}

impl Section {
    /// Its number: `1.4`, `1.5`.
    #[must_use]
    pub const fn number(self) -> &'static str {
        match self {
            Self::OnePointFive => "1.5",
            Self::OnePointFour => "1.4",
        }
    }

    fn take(tokens: &mut Tokens<'_>) -> Option<Self> {
        let mut ahead = *tokens;
        if ahead.number() != Some("1") || !(ahead.sign('.') || ahead.sign(',')) {
            return None;
        }
        let section = match ahead.number() {
            Some("4") => Self::OnePointFour,
            Some("5") => Self::OnePointFive,
            Some(_) | None => return None,
        };
        *tokens = ahead;
        Some(section)
    }

    /// The category a word names: one letter, and (h) only since 2003.
    fn reason(self, word: &str) -> Option<Reason> {
        let mut letters = word.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else {
            return None;
        };
        let reason = Reason::ALL
            .iter()
            .copied()
            .find(|reason| reason.letter().eq_ignore_ascii_case(&letter))?;
        (reason < Reason::MassDestruction || self == Self::OnePointFour).then_some(reason)
    }
}

impl Reason {
    /// Every category, in the order of their letters.
    pub const ALL: &'static [Self] = &[
        Self::MilitaryPlans,
        Self::ForeignGovernment,
        Self::Intelligence,
        Self::ForeignRelations,
        Self::Science,
        Self::NuclearSafeguards,
        Self::Vulnerabilities,
        Self::MassDestruction,
    ];

    /// Where the categories are listed.
    pub const CITATION: Citation = Citation::new("32 CFR", "2001.21(a)(3)");

    /// Its letter, in lower case.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::MilitaryPlans => 'a',
            Self::ForeignGovernment => 'b',
            Self::Intelligence => 'c',
            Self::ForeignRelations => 'd',
            Self::Science => 'e',
            Self::NuclearSafeguards => 'f',
            Self::Vulnerabilities => 'g',
            Self::MassDestruction => 'h',
        }
    }
}
