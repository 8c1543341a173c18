//! Lists of terms.

use std::fmt;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, BuildError};
use tearline::policy::Exemption;

use crate::boundary::Boundaries;
use crate::cause::{Cause, Hint};
use crate::folded::{Fold, Folded};
use crate::found::Found;

/// A list of terms: names, code words, whatever an office knows by the word.
///
/// A term is found in capitals or not, wherever its lines break or a hyphen divides it, in the possessive, and never as a
/// part of a longer word. `Debug` does not show the terms: a list of what must not go out must not go out.
///
/// ```
/// use tearline_propose::{Proposer, Terms};
///
/// let sources = Terms::new("sources", ["Tug Karsh", "Marren"])?.suggesting("b7d".parse().unwrap());
/// let proposer = Proposer::empty().with_terms(sources);
/// assert_eq!(proposer.find("TUG\nKARSH and MAR-\nREN'S pier; Marrenson").len(), 2);
/// # Ok::<(), tearline_propose::TermsError>(())
/// ```
#[derive(Clone)]
pub struct Terms {
    name: Arc<str>,
    hint: Hint,
    search: AhoCorasick,
}

/// A list that cannot be searched for.
///
/// ```
/// use tearline_propose::{Terms, TermsError};
///
/// assert!(matches!(Terms::new("sources", ["Karsh", " - "]), Err(TermsError::Empty(2))));
/// ```
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TermsError {
    /// A term without a letter or a digit, by its place in the list, counted from 1.
    #[error("term {0} has no letter and no digit; take it out of the list")]
    Empty(usize),
    /// More of them than can be searched for at once.
    #[error("the list is too long to be searched for: {0}")]
    TooLong(#[from] BuildError),
}

impl Terms {
    /// A list of terms under a name.
    ///
    /// # Errors
    ///
    /// Where a term holds nothing to look for, or there are too many of them.
    pub fn new<T: AsRef<str>>(
        name: &str,
        terms: impl IntoIterator<Item = T>,
    ) -> Result<Self, TermsError> {
        let mut folded = Vec::new();
        for (index, term) in terms.into_iter().enumerate() {
            let term = Folded::of(term.as_ref().trim(), Fold::Words).text;
            if !term.contains(char::is_alphanumeric) {
                return Err(TermsError::Empty(index + 1));
            }
            folded.push(term);
        }
        let name: Arc<str> = name.into();
        Ok(Self {
            hint: Hint {
                cause: Cause::Terms(Arc::clone(&name)),
                exemption: None,
                statute: None,
            },
            name,
            search: AhoCorasick::new(folded)?,
        })
    }

    /// The same with an exemption that suggests itself.
    #[must_use]
    pub fn suggesting(mut self, exemption: Exemption) -> Self {
        self.hint.exemption = Some(exemption);
        self
    }

    /// The same with the statute of a B3 exemption.
    #[must_use]
    pub fn under(mut self, statute: &str) -> Self {
        self.hint.statute = Some(statute.into());
        self
    }

    /// The name of the list.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many terms it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.search.patterns_len()
    }

    /// Whether it has none.
    ///
    /// ```
    /// use tearline_propose::Terms;
    ///
    /// let list = Terms::new("sources", Vec::<String>::new())?;
    /// assert!(list.is_empty() && list.len() == 0 && list.name() == "sources");
    /// # Ok::<(), tearline_propose::TermsError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn find(&self, text: &str, folded: &Folded) -> Vec<Found> {
        let bounds = Boundaries::of(text);
        self.search
            .find_overlapping_iter(&folded.text)
            .filter_map(|found| folded.source(found.range()))
            .filter(|range| bounds.hold(range))
            .map(|range| Found {
                range,
                hint: self.hint.clone(),
            })
            .collect()
    }
}

impl fmt::Debug for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terms")
            .field("name", &self.name)
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}
