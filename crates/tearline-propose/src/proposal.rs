//! What is proposed to a person.

use std::fmt;

use tearline::policy::{Exemption, Target};

use crate::cause::{Cause, Hint};

/// Words in a portion that a person should decide about before the portion goes out.
///
/// `Debug` shows its place and its cause, and no text.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline_propose::{Outgoing, Proposer};
///
/// let cable = tearline::parse("UNCLAS PORT VESTA 1\n\n1. (U) Write to i.marren@harbor.example or call.\n");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
/// let [proposal] = &Proposer::default().propose(&outgoing)[..] else { panic!() };
/// assert_eq!(proposal.target().to_string(), "paragraph 1");
/// let words = proposal.words().unwrap();
/// assert_eq!(words.exact(), "i.marren@harbor.example");
/// assert!(words.prefix().ends_with("Write to ") && words.suffix().starts_with(" or call."));
/// assert_eq!(proposal.exemption().unwrap().to_string(), "B6");
/// assert!(!format!("{proposal:?}").contains("marren"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Proposal {
    pub(crate) target: Target,
    pub(crate) words: Option<Words>,
    pub(crate) hint: Hint,
}

/// Words of a portion, with what stands before and behind them, so that they are found once and nowhere else in it
/// (`TextQuoteSelector` of the W3C's Web Annotation Data Model).
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::Policy;
/// use tearline_propose::{Outgoing, Proposer, Terms};
///
/// let cable = tearline::parse("UNCLAS PORT VESTA 1\n\n1. (U) Karsh left. Karsh came back.\n");
/// let assessment = Policy::default().assess(&cable);
/// let outgoing = Outgoing::of(&assessment, &Reader::public(), date(2026, 3, 2));
/// let proposals = Proposer::empty().with_terms(Terms::new("tugs", ["karsh"])?).propose(&outgoing);
/// let behind: Vec<&str> = proposals.iter().map(|it| it.words().unwrap().suffix()).collect();
/// assert!(behind[0].starts_with(" left.") && behind[1].starts_with(" came back."));
/// # Ok::<(), tearline_propose::TermsError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Words {
    pub(crate) exact: String,
    pub(crate) prefix: String,
    pub(crate) suffix: String,
}

impl Proposal {
    /// The portion, by the name under which a decision finds it.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// The words in it; none where no words of reasonable length say which place is meant, and the whole portion has to be
    /// looked at.
    #[must_use]
    pub const fn words(&self) -> Option<&Words> {
        self.words.as_ref()
    }

    /// Why it is proposed.
    #[must_use]
    pub const fn cause(&self) -> &Cause {
        &self.hint.cause
    }

    /// The exemption that suggests itself.
    #[must_use]
    pub const fn exemption(&self) -> Option<Exemption> {
        self.hint.exemption
    }

    /// The statute of a B3 exemption.
    #[must_use]
    pub fn statute(&self) -> Option<&str> {
        self.hint.statute.as_deref()
    }
}

impl Words {
    /// The words themselves, as they stand in the portion.
    #[must_use]
    pub fn exact(&self) -> &str {
        &self.exact
    }

    /// What stands before them.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What stands behind them.
    #[must_use]
    pub fn suffix(&self) -> &str {
        &self.suffix
    }
}

impl fmt::Debug for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proposal")
            .field("target", &self.target.to_string())
            .field("cause", &self.hint.cause.to_string())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}
