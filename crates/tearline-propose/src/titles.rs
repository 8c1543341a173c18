//! Names behind titles.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use tearline::policy::Exemption;

use crate::cause::{Cause, Hint};
use crate::folded::{Fold, Folded, is_one};
use crate::found::Found;
use crate::terms::{Terms, TermsError};
use crate::written_names::PARTICLES;

/// Titles behind which a name stands.
///
/// A name is found with its initials and particles, in capitals and small letters or, as telegrams are written, in capitals
/// alone, where it goes on to the next word that is hardly part of one. The title itself is not proposed.
///
/// ```
/// use tearline_propose::{Proposer, Titles};
///
/// let proposer = Proposer::empty().with_titles(Titles::new(["Mr", "Harbor Master"])?);
/// let text = "Harbor Master Edda van Quill met Mr. P. Sandoval. MR. LORNE SAID NO.";
/// let names: Vec<&str> = proposer.find(text).iter().map(|found| &text[found.span().range()]).collect();
/// assert_eq!(names, ["Edda van Quill", "P. Sandoval", "LORNE"]);
/// # Ok::<(), tearline_propose::TermsError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Titles {
    titles: Terms,
    exemption: Option<Exemption>,
}

/// Initials, particles and words, up to as many as somebody bears.
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let particle = r"(?:(?:St\.|Ste\.|St)\s+|(?i:de la|del|des|de|da|dos|du|van der|van|von der|von|bin|ibn|al|el|la|le|ter|zu)\s+)?";
    let word =
        r"(?:(?:\p{Lu}\.[ -]?)*\p{Lu}\.|(?:(?:al|el|d)[-'\u{2019}])?\p{Lu}[\p{L}'\u{2019}-]*)";
    Regex::new(&format!(
        r"^\.?\s{{1,4}}(?P<x>{particle}{word}(?:\s{{1,4}}{particle}{word}){{0,5}})"
    ))
    .ok()
});

/// Words that end a name in capitals, or are none behind a title: offices, days, and what sentences are made of.
const NO_NAME: &str = "the a an and or but of to in on at by for from with without as that this these those who whom whose \
    which what when where while if than then he she it they we i you his her their our has have had is \
    are was were be been will would shall should may might can could must do does did not no also now \
    today yesterday tomorrow after before about over under said says told met made took gave came went \
    left saw thinks feels believes thought felt knew knows spoke because since during re via per only \
    both however there here president secretary chairman minister ambassador speaker prime foreign vice \
    general january february monday friday embassy";

impl Titles {
    /// Titles, without the full stop behind an abbreviation.
    ///
    /// # Errors
    ///
    /// Where a title has no letter.
    pub fn new<T: AsRef<str>>(titles: impl IntoIterator<Item = T>) -> Result<Self, TermsError> {
        let titles = titles.into_iter();
        let bare: Vec<String> = titles
            .map(|title| title.as_ref().trim().trim_end_matches('.').to_owned())
            .collect();
        Ok(Self {
            titles: Terms::new("titles", bare)?,
            exemption: Some(Exemption::B6),
        })
    }

    /// `Mr`, `Mrs`, `Ms`, `Miss` and `Dr`. Papers of state are full of them: names behind titles are looked for only where
    /// somebody asks for it.
    ///
    /// ```
    /// use tearline_propose::{Proposer, Titles};
    ///
    /// let proposer = Proposer::empty().with_titles(Titles::common()?);
    /// assert_eq!(proposer.find("Dr. Quill called.").len(), 1);
    /// # Ok::<(), tearline_propose::TermsError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// None that these give.
    pub fn common() -> Result<Self, TermsError> {
        Self::new(["Mr", "Mrs", "Ms", "Miss", "Dr"])
    }

    /// The same with another exemption that suggests itself.
    #[must_use]
    pub const fn suggesting(mut self, exemption: Exemption) -> Self {
        self.exemption = Some(exemption);
        self
    }

    pub(crate) fn find(&self, text: &str, folded: &Folded) -> Vec<Found> {
        let titles = self.titles.find(text, folded).into_iter();
        titles
            .filter_map(|title| name_behind(text, &title.range))
            .map(|range| Found {
                range,
                hint: Hint {
                    cause: Cause::Title,
                    exemption: self.exemption,
                    statute: None,
                },
            })
            .collect()
    }
}

/// The name behind a title.
fn name_behind(text: &str, title: &Range<usize>) -> Option<Range<usize>> {
    let said = text.get(title.clone())?;
    if !said.starts_with(char::is_uppercase) {
        return None;
    }
    let rest = text.get(title.end..)?;
    let found = NAME.as_ref()?.captures(rest)?.name("x")?;
    let capitals = |word: &str| {
        word.chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
    };
    // In a text in capitals nothing else tells where a name ends.
    let telegram = capitals(said) && capitals(found.as_str());
    let mut end = 0;
    let mut full = 0;
    for (at, word) in words(found.as_str()) {
        let bare = word
            .trim_end_matches(['\'', '\u{2019}'])
            .trim_end_matches('.');
        let low = Folded::of(bare, Fold::Words).text;
        let is_initial = word.ends_with('.');
        let verb = telegram && low.len() > 4 && (low.ends_with("ed") || low.ends_with("ing"));
        if is_one(PARTICLES, &low) {
            continue;
        }
        if (is_one(NO_NAME, &low) && !is_initial) || (verb && full > 0) || full == 3 {
            break;
        }
        end = at
            + if is_initial {
                word.len()
            } else {
                possessive(bare)
            };
        full += usize::from(!is_initial);
        if possessive(bare) < bare.len() {
            break;
        }
    }
    let start = title.end + found.start();
    (full > 0).then_some(start..start + end)
}

/// The words with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// How much of the word is the name, without the sign of the possessive.
fn possessive(word: &str) -> usize {
    ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .map_or(word.len(), str::len)
}
