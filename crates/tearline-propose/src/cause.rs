//! Why something is proposed.

use std::fmt;
use std::sync::Arc;

use tearline::policy::{Exemption, Target};

/// Why something is proposed. It names places and patterns, and no text.
///
/// ```
/// use tearline_propose::{Cause, Proposer};
///
/// let [found] = &Proposer::default().find("Write to i.marren@harbor.example.")[..] else { panic!() };
/// assert_eq!(found.cause(), &Cause::Pattern("email-address".into()));
/// assert_eq!(found.cause().to_string(), "pattern email-address");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// A pattern of that name fits.
    Pattern(Arc<str>),
    /// It stands in the list of that name.
    Terms(Arc<str>),
    /// A name stands behind a title.
    Title,
    /// It is withheld in that portion of the document of that name, or of the same document.
    Withheld {
        /// The other document of the case, where it is another.
        document: Option<Arc<str>>,
        /// The portion in which it is withheld.
        portion: Target,
    },
}

/// What a cause suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) cause: Cause,
    pub(crate) exemption: Option<Exemption>,
    pub(crate) statute: Option<Arc<str>>,
}

impl fmt::Display for Cause {
    /// As the review file has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pattern(name) => write!(f, "pattern {name}"),
            Self::Terms(name) => write!(f, "terms {name}"),
            Self::Title => f.write_str("name after a title"),
            Self::Withheld {
                document: None,
                portion,
            } => write!(f, "withheld in {portion}"),
            Self::Withheld {
                document: Some(document),
                portion,
            } => write!(f, "withheld in {portion} of {document}"),
        }
    }
}
