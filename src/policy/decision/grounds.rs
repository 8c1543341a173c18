//! Why something is withheld, in a person's words.

use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use crate::declass::Reasons;

/// Why something is withheld, in the words of the person who decided so: what an index of withholdings has to say of it
/// beside the exemption (32 CFR 2001.33(h); 5 U.S.C. 552(a)(8)(A), (b)).
///
/// Whoever writes it writes for the requester and for a court: it stands in the index of withholdings.
///
/// ```
/// use tearline::declass::reasons;
/// use tearline::policy::Grounds;
///
/// let grounds = Grounds::new()
///     .with_letter(reasons("1.4(d)").unwrap())
///     .with_description("an assessment of a foreign official")
///     .with_harm("officials would no longer speak in confidence")
///     .with_segregability("no part says anything else");
/// assert_eq!(grounds.letter().unwrap().to_string(), "1.4(d)");
/// assert_eq!(grounds.statute(), None);
/// // A blank text says nothing.
/// assert!(Grounds::new().with_harm("  ").is_empty());
/// ```
///
/// With the feature `serde`, a decision and what a review says of its document have them as keys of their own: `letter`,
/// `why_several`, `statute`, `description`, `harm`, `segregability`.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Grounds {
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "serde", serde(deserialize_with = "letter"))]
    letter: Option<Reasons>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    why_several: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    statute: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    description: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    harm: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    segregability: Option<String>,
}

impl Grounds {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with the category of classified information: of (b)(1).
    #[must_use]
    pub fn with_letter(mut self, letter: Reasons) -> Self {
        self.letter = Some(letter).filter(|letter| !letter.is_empty());
        self
    }

    /// The same, with the reason for which more than one category holds.
    #[must_use]
    pub fn with_why_several(mut self, why: impl Into<String>) -> Self {
        self.why_several = said(why);
        self
    }

    /// The same with the statute that forbids the release: of (b)(3). Of (b)(5), the privilege.
    #[must_use]
    pub fn with_statute(mut self, statute: impl Into<String>) -> Self {
        self.statute = said(statute);
        self
    }

    /// The same with what is withheld, as far as it can be said.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = said(description);
        self
    }

    /// The same with the harm that the release would foreseeably do (5 U.S.C. 552(a)(8)(A)(i)).
    #[must_use]
    pub fn with_harm(mut self, harm: impl Into<String>) -> Self {
        self.harm = said(harm);
        self
    }

    /// The same with the reason for which no part of it can be released by itself (5 U.S.C. 552(a)(8)(A)(ii)).
    #[must_use]
    pub fn with_segregability(mut self, segregability: impl Into<String>) -> Self {
        self.segregability = said(segregability);
        self
    }

    /// The category of classified information.
    #[must_use]
    pub const fn letter(&self) -> Option<Reasons> {
        self.letter
    }

    /// Why more than one category holds.
    #[must_use]
    pub fn why_several(&self) -> Option<&str> {
        self.why_several.as_deref()
    }

    /// The statute, or of (b)(5) the privilege.
    #[must_use]
    pub fn statute(&self) -> Option<&str> {
        self.statute.as_deref()
    }

    /// What is withheld.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// The harm.
    #[must_use]
    pub fn harm(&self) -> Option<&str> {
        self.harm.as_deref()
    }

    /// Why no part of it can be released.
    #[must_use]
    pub fn segregability(&self) -> Option<&str> {
        self.segregability.as_deref()
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These, and of the others what these do not say. A reason for several categories belongs to its categories.
    pub(crate) fn or(&self, others: &Self) -> Self {
        Self {
            letter: self.letter.or(others.letter),
            why_several: match self.letter {
                Some(_) => self.why_several.clone(),
                None => either(&self.why_several, &others.why_several),
            },
            statute: either(&self.statute, &others.statute),
            description: either(&self.description, &others.description),
            harm: either(&self.harm, &others.harm),
            segregability: either(&self.segregability, &others.segregability),
        }
    }

    /// Those of two places that show as one: what either leaves out, the whole leaves out.
    pub(crate) fn join(self, other: Self) -> Self {
        Self {
            letter: self.letter.filter(|_| self.letter == other.letter),
            why_several: both(self.why_several, other.why_several),
            statute: both(self.statute, other.statute),
            description: both(self.description, other.description),
            harm: both(self.harm, other.harm),
            segregability: both(self.segregability, other.segregability),
        }
    }
}

/// Which are said, without what they say.
impl fmt::Debug for Grounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grounds")
            .field("letter", &self.letter)
            .field("why_several", &self.why_several.is_some())
            .field("statute", &self.statute.is_some())
            .field("description", &self.description.is_some())
            .field("harm", &self.harm.is_some())
            .field("segregability", &self.segregability.is_some())
            .finish()
    }
}

/// Categories as a file holds them: one is written out, and several with a comma between.
#[cfg(feature = "serde")]
pub(super) fn letter<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Reasons>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else {
        return Ok(None);
    };
    let letter = Reasons::try_from(text.to_ascii_lowercase());
    let letter = letter.ok().filter(|letter| !letter.is_empty());
    letter.map(Some).ok_or_else(|| {
        D::Error::custom(
            "no category in `letter`; write it as 1.4(d), and several as 1.4(b), 1.4(d)",
        )
    })
}

/// A text that says something.
fn said(text: impl Into<String>) -> Option<String> {
    Some(text.into()).filter(|text: &String| !text.trim().is_empty())
}

fn either(one: &Option<String>, other: &Option<String>) -> Option<String> {
    one.as_ref().or(other.as_ref()).cloned()
}

fn both(one: Option<String>, other: Option<String>) -> Option<String> {
    let (one, other) = one.zip(other)?;
    Some(if one == other {
        one
    } else {
        format!("{one}; {other}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declass::reasons;

    #[test]
    fn what_a_portion_says_counts_before_what_the_document_says() {
        let own = Grounds::new().with_letter(reasons("1.4(d)").unwrap());
        let all = Grounds::new()
            .with_letter(reasons("1.4(b), 1.4(c)").unwrap())
            .with_why_several("both governments")
            .with_harm("talks would end");
        let taken = own.or(&all);
        assert_eq!(taken.letter(), own.letter());
        // It was the reason for other letters.
        assert_eq!(
            (taken.why_several(), taken.harm()),
            (None, Some("talks would end"))
        );
        assert_eq!(Grounds::new().or(&all), all);
    }

    #[test]
    fn places_that_show_as_one_say_what_both_say() {
        let one = Grounds::new()
            .with_harm("talks would end")
            .with_description("an offer");
        let other = Grounds::new().with_harm("a source would be known");
        let whole = one.clone().join(other);
        assert_eq!(
            whole.harm(),
            Some("talks would end; a source would be known")
        );
        assert_eq!(whole.description(), None);
        assert_eq!(one.clone().join(one.clone()), one);
    }

    #[test]
    fn debug_shows_no_words() {
        let shown = format!("{:?}", Grounds::new().with_harm("talks would end"));
        assert!(
            shown.contains("harm: true") && !shown.contains("talks"),
            "{shown}"
        );
    }
}
