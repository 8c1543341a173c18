//! What a decision says.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::marking::{Marking, MarkingError};
use crate::policy::exemption::{Exemption, ExemptionError};

/// What a decision says of a portion. It is written as its words say it.
///
/// ```
/// use tearline::policy::Action;
///
/// for text in ["release", "withhold", "withhold B6", "mark C//NF", "exemption B1", "no mark", "declassified 2012-03-01"] {
///     assert_eq!(text.parse::<Action>().unwrap().to_string(), text);
/// }
/// // A mark is read by the vocabulary of documents, and one that cannot be read is none.
/// assert_eq!("mark s/nf".parse::<Action>().unwrap().to_string(), "mark S//NF");
/// assert!("mark S//NOFRN".parse::<Action>().is_err());
/// assert!("withhold B10".parse::<Action>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "String", try_from = "String"))]
#[non_exhaustive]
pub enum Action {
    /// What is not classified goes out from the day of the decision on, whatever sensitivity, control or caption binds it.
    /// What is classified is not released so: it is [declassified](Self::Declassified), or its [mark](Self::Mark) is said.
    Release,
    /// It is withheld from all but the originator, on every day; under an exemption, where one is named.
    Withhold(Option<Exemption>),
    /// This is its mark, whatever it states and whatever stands inside it. A level of the document that binds its
    /// portions, captions and rules of one's own bind it still.
    Mark(Marking),
    /// What is withheld of it is withheld under this exemption. Who may read it does not change: with (b)(1), the decision
    /// gives nothing but its [grounds](crate::policy::Grounds).
    Exemption(Exemption),
    /// What could not be read is no mark. The portion counts as an unmarked one: as the overall classification, where that
    /// stood in the place of its mark.
    NoMark,
    /// Its level ended on that day, by authority (32 CFR 2001.25). Sensitivities, controls and captions stay.
    Declassified(Date),
}

/// A text that says nothing that can be decided.
///
/// ```
/// use tearline::policy::{Action, ActionError};
///
/// assert_eq!("open".parse::<Action>(), Err(ActionError::Unknown));
/// assert_eq!("declassified 2012-02-30".parse::<Action>(), Err(ActionError::Date));
/// let error = "mark S//NOFRN".parse::<Action>().unwrap_err();
/// assert!(error.to_string().ends_with("did you mean `NOFORN`?"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ActionError {
    /// It begins with none of the words.
    #[error(
        "no decision; write `release`, `withhold`, `withhold B6`, `mark C//NF`, `exemption B5`, `no mark` or `declassified 2012-03-01`"
    )]
    Unknown,
    /// The mark cannot be read.
    #[error("{0}")]
    Mark(MarkingError),
    /// There is no such exemption.
    #[error("{0}")]
    Exemption(ExemptionError),
    /// The day of the declassification is none.
    #[error("no day of declassification; write it as `declassified 2012-03-01`")]
    Date,
}

impl Action {
    /// This mark, read by the vocabulary of documents.
    ///
    /// ```
    /// use tearline::policy::Action;
    ///
    /// assert_eq!(Action::mark("(SBU)").unwrap(), Action::mark("SBU").unwrap());
    /// assert!(Action::mark("Q").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// Where the mark cannot be read completely, or breaks a rule of the register.
    pub fn mark(text: &str) -> Result<Self, MarkingError> {
        Marking::parse_portion(text).map(Self::Mark)
    }

    /// Whether it takes the place of what was decided before.
    pub(in crate::policy) const fn replaces(&self, earlier: &Self) -> bool {
        match self {
            // What was released was so under another mark.
            Self::Mark(_) | Self::NoMark => matches!(
                earlier,
                Self::Mark(_) | Self::NoMark | Self::Declassified(_) | Self::Release
            ),
            Self::Declassified(_) => matches!(earlier, Self::Declassified(_)),
            Self::Release | Self::Withhold(_) => {
                matches!(earlier, Self::Release | Self::Withhold(_))
            }
            Self::Exemption(_) => matches!(earlier, Self::Exemption(_)),
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Release => f.write_str("release"),
            Self::Withhold(None) => f.write_str("withhold"),
            Self::Withhold(Some(exemption)) => write!(f, "withhold {exemption}"),
            Self::Mark(marking) => write!(f, "mark {marking}"),
            Self::Exemption(exemption) => write!(f, "exemption {exemption}"),
            Self::NoMark => f.write_str("no mark"),
            Self::Declassified(on) => write!(f, "declassified {on}"),
        }
    }
}

impl FromStr for Action {
    type Err = ActionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (word, rest) = match text.split_once(char::is_whitespace) {
            Some((word, rest)) => (word, rest.trim()),
            None => (text, ""),
        };
        let exemption = || rest.parse().map_err(ActionError::Exemption);
        match (&*word.to_ascii_lowercase(), rest) {
            ("release", "") => Ok(Self::Release),
            ("withhold", "") => Ok(Self::Withhold(None)),
            ("withhold", _) => exemption().map(|exemption| Self::Withhold(Some(exemption))),
            ("exemption", _) => exemption().map(Self::Exemption),
            ("mark", _) => Self::mark(rest).map_err(ActionError::Mark),
            ("no", rest) if rest.eq_ignore_ascii_case("mark") => Ok(Self::NoMark),
            ("declassified", _) => {
                let on = rest.parse().map_err(|_| ActionError::Date)?;
                Ok(Self::Declassified(on))
            }
            _ => Err(ActionError::Unknown),
        }
    }
}

impl From<Action> for String {
    fn from(action: Action) -> Self {
        action.to_string()
    }
}

impl TryFrom<String> for Action {
    type Error = ActionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
