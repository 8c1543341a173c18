//! The register, and an office's own words beside it.

use thiserror::Error;

use super::label::StatedMark;
use super::likeness::{Likeness, is_mark_shaped};
use super::mark::MarkingError;
use super::register::{Control, Countries, is_retired_word, tetragraphs};

/// The fewest letters of a word of one's own: shorter ones are ordinary abbreviations, and slips of marks.
const FEWEST: usize = 3;

/// The most characters of it: no longer token is looked at as a mark.
const MOST: usize = 24;

/// What says something beside a mark, or in the place of one: `SENSITIVE` beside a level is SBU, `entire text` behind a mark
/// speaks for all, and `unresolved` is what a release writes where a mark could not be read.
const RESERVED: [&str; 3] = ["SENSITIVE", "ENTIRE", "UNRESOLVED"];

/// The words in which marks are read: the register, and aliases, which are an office's own words for marks of it.
///
/// An alias stands in brackets where a portion mark stands, and reads as exactly its mark. It says nothing new: what a mark
/// asks of a reader is said by the register alone, so that a scheme of marks which is not the American one cannot be put in
/// so. No alias changes how anything reads that reads without it: what is a mark, a word of the register, or one slip away
/// from either is refused.
///
/// - In front of a block, behind its number or label, the alias is the mark of the block. (In a paper that marks behind the
///   text, a short one is its mark there; a longer one raises the block.)
/// - Anywhere else in a text it raises its block, as any mark does that stands inside one.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::{Reader, Vocabulary};
/// use tearline::policy::Policy;
///
/// let words = Vocabulary::capco().with_alias("HARBSEN", "U//FOUO")?;
/// let cable = words.parse("UNCLAS STATE 1\n\n1. (U) One.\n\n2. (HARBSEN) Two.\n");
/// let mark = cable.blocks()[2].mark().stated().unwrap();
/// assert_eq!(mark.label().to_string(), "U//FOUO");
/// let release = Policy::default().release(&cable, &Reader::public(), date(2026, 3, 2));
/// assert!(release.to_text().contains("2. [withheld: sensitive]"));
/// # Ok::<(), tearline::marking::AliasError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Vocabulary {
    aliases: Vec<Alias>,
}

/// A word of one's own, and the mark as which it reads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Alias {
    word: String,
    mark: StatedMark,
}

/// Why a word cannot be an alias.
///
/// ```
/// use tearline::marking::{AliasError, Vocabulary};
///
/// let refused = |word, mark| Vocabulary::capco().with_alias(word, mark).unwrap_err();
/// assert_eq!(refused("SECRET", "U"), AliasError::Taken);
/// assert_eq!(refused("SECRT", "U"), AliasError::Near);
/// assert_eq!(refused("the pier", "U"), AliasError::Word);
/// let error = refused("HARBSEN", "U//FOUOO");
/// assert_eq!(error.to_string(), "unknown dissemination control `FOUOO` in portion mark; did you mean `FOUO`?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AliasError {
    /// It is not written as one is.
    #[error(
        "an alias is 3 to 24 capital letters and digits, in words with `-`, `/` or a space between them"
    )]
    Word,
    /// It reads as a mark, or is a word of the register.
    #[error("this word is one of the register and cannot be an alias")]
    Taken,
    /// It is one slip away from a mark, so that a mark that somebody wrote wrong would be read as something else.
    #[error("this word looks like a mark of the register and cannot be an alias")]
    Near,
    /// It reads as another mark already.
    #[error("this alias reads as another mark already")]
    Repeated,
    /// What it is to read as is no mark, or not of a portion alone.
    #[error("{0}")]
    Mark(MarkingError),
    /// What it is to read as speaks for the entire text.
    #[error("an alias reads as the mark of a portion, and this is one of the entire text")]
    EntireText,
}

impl Vocabulary {
    /// The register alone (CAPCO 2016), with the older forms, State's marks and NARA's: in this every text is read unless
    /// another vocabulary is named.
    #[must_use]
    pub const fn capco() -> Self {
        Self {
            aliases: Vec::new(),
        }
    }

    /// The same with a word that reads as that portion mark.
    ///
    /// ```
    /// use tearline::marking::Vocabulary;
    ///
    /// let words = Vocabulary::capco().with_alias("HARBSEN", "U//FOUO")?.with_alias("PORT LIMITED", "SBU")?;
    /// assert_eq!(words.read("(PORT LIMITED)").unwrap().label().to_string(), "SBU");
    /// assert_eq!(words.read("S//NF").unwrap().label().to_string(), "S//NF");
    /// assert!(words.read("harbsen").is_err());
    /// # Ok::<(), tearline::marking::AliasError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the word is not written as an alias is, reads as something without this, is one slip away from what does, or
    /// has been said to read as another mark; and where its mark cannot be read.
    pub fn with_alias(mut self, word: &str, mark: &str) -> Result<Self, AliasError> {
        check(word)?;
        let mark = StatedMark::read(mark).map_err(AliasError::Mark)?;
        if mark.is_entire_text() {
            return Err(AliasError::EntireText);
        }
        match self.alias(word) {
            Some(other) if *other == mark => return Ok(self),
            Some(_) => return Err(AliasError::Repeated),
            None => {}
        }
        let word = word.to_owned();
        self.aliases.push(Alias { word, mark });
        Ok(self)
    }

    /// Reads a portion mark, with or without its parentheses, by the register or as an alias.
    ///
    /// # Errors
    ///
    /// Where it is neither: what the register says of it.
    pub fn read(&self, mark: &str) -> Result<StatedMark, MarkingError> {
        let inside = mark.trim();
        let bare = inside
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .map_or(inside, str::trim);
        match self.alias(bare) {
            Some(known) => Ok(known.clone()),
            None => StatedMark::read(mark),
        }
    }

    /// The aliases, in the order in which they were said, each with its mark.
    pub fn aliases(&self) -> impl Iterator<Item = (&str, &StatedMark)> {
        self.aliases.iter().map(|alias| (&*alias.word, &alias.mark))
    }

    /// As what an alias reads.
    pub(crate) fn alias(&self, word: &str) -> Option<&StatedMark> {
        let mut aliases = self.aliases();
        aliases
            .find(|(known, _)| *known == word)
            .map(|(_, mark)| mark)
    }
}

/// Whether a word may be an alias: it says nothing by itself.
fn check(word: &str) -> Result<(), AliasError> {
    let parts = || word.split(['-', '/', ' ']);
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    if word.len() > MOST || letters < FEWEST || !parts().all(is_part) {
        return Err(AliasError::Word);
    }
    let named = |part: &str| {
        Control::named(part).is_some()
            || StatedMark::read(part).is_ok()
            || Countries::country(part).is_some()
            || tetragraphs().any(|group| group.code() == part)
            || is_retired_word(part)
            || RESERVED.contains(&part)
    };
    if StatedMark::read(word).is_ok() || named(word) || parts().any(named) {
        return Err(AliasError::Taken);
    }
    if Likeness::of(word) >= Likeness::Letter || is_mark_shaped(word) {
        return Err(AliasError::Near);
    }
    Ok(())
}
