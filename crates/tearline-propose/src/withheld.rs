//! What is withheld somewhere, and what of it would tell it elsewhere.

use std::fmt;
use std::sync::Arc;

use tearline::policy::{Exemption, Target};

use crate::cause::{Cause, Hint};

/// Words that are withheld in a portion, of this document or of another of the case, so that they can be looked for in what
/// would go out. `Debug` does not show them.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline_propose::{Outgoing, Proposer, Withheld};
///
/// let cable = tearline::parse("UNCLAS STATE 1\nSUBJECT: MARREN'S PIER\n\n1. (U) I. Marren left.\n\n2. (U) I.M. is back.\n");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
/// let name = Withheld::words("paragraph 4".parse()?, "Ilse Marren").of_document("VESTA 77").suggesting("b6".parse()?);
/// let found: Vec<String> = Proposer::empty()
///     .spread(&[name], &outgoing)
///     .iter()
///     .map(|it| format!("{}: {} ({})", it.target(), it.words().unwrap().exact(), it.cause()))
///     .collect();
/// assert_eq!(found, [
///     "subject: MARREN (withheld in paragraph 4 of VESTA 77)",
///     "paragraph 1: I. Marren (withheld in paragraph 4 of VESTA 77)",
///     "paragraph 2: I.M. (withheld in paragraph 4 of VESTA 77)",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Withheld {
    pub(crate) text: String,
    pub(crate) extent: Extent,
    document: Option<Arc<str>>,
    portion: Target,
    exemption: Option<Exemption>,
    statute: Option<Arc<str>>,
}

/// How much of a portion is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Words that somebody chose: they count as they are.
    Words,
    /// All of it: names, numbers and addresses in it count.
    Portion,
}

impl Withheld {
    /// Words that somebody withheld in that portion. They are looked for themselves, and where they are a name as the name is
    /// written elsewhere: the surname, the surname in front, with initials, the initials alone.
    #[must_use]
    pub fn words(portion: Target, words: impl Into<String>) -> Self {
        Self::of(portion, words.into(), Extent::Words)
    }

    /// The text of a portion that is withheld as a whole. What its names, numbers and addresses are is looked for.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    /// use tearline_propose::{Outgoing, Proposer, Withheld};
    ///
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) Ilse Marren left Port Vesta by tug.\n");
    /// let assessment = Policy::default().assess(&cable);
    /// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
    /// let other = Withheld::portion("paragraph 3".parse()?, "It was Ilse Marren who left by tug.");
    /// let found = Proposer::default().spread(&[other], &outgoing);
    /// assert_eq!(found[0].words().unwrap().exact(), "Ilse Marren");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn portion(portion: Target, text: impl Into<String>) -> Self {
        Self::of(portion, text.into(), Extent::Portion)
    }

    const fn of(portion: Target, text: String, extent: Extent) -> Self {
        Self {
            text,
            extent,
            document: None,
            portion,
            exemption: None,
            statute: None,
        }
    }

    /// The same in another document of the case, by its name.
    #[must_use]
    pub fn of_document(mut self, name: &str) -> Self {
        self.document = Some(name.into());
        self
    }

    /// The same under an exemption, which is suggested elsewhere as well.
    #[must_use]
    pub const fn suggesting(mut self, exemption: Exemption) -> Self {
        self.exemption = Some(exemption);
        self
    }

    /// The same with the statute of a B3 exemption.
    #[must_use]
    pub fn under(mut self, statute: &str) -> Self {
        self.statute = Some(statute.into());
        self
    }

    pub(crate) fn hint(&self) -> Hint {
        Hint {
            cause: Cause::Withheld {
                document: self.document.clone(),
                portion: self.portion.clone(),
            },
            exemption: self.exemption,
            statute: self.statute.clone(),
        }
    }
}

impl fmt::Debug for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Withheld")
            .field("portion", &self.portion.to_string())
            .field("document", &self.document)
            .field("extent", &self.extent)
            .finish_non_exhaustive()
    }
}
