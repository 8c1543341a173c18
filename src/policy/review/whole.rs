//! What a review says of the whole document.

use jiff::civil::Date;

use super::entry::is_another;
use crate::document::Declassified;
use crate::marking::Label;
use crate::policy::decision::Grounds;
use crate::policy::exemption::Exemption;

/// What a review says of the whole document, where anything is said.
///
/// ```
/// use jiff::civil::date;
/// use tearline::document::Declassified;
/// use tearline::marking::StatedMark;
/// use tearline::policy::{Exemption, Grounds, WholeDocument};
///
/// let sbu = StatedMark::read("SBU")?.label();
/// let whole = WholeDocument::new()
///     .with_reviewer("I. Birk")
///     .with_exemption(sbu.clone(), Exemption::B5)
///     .with_grounds(Grounds::new().with_harm("talks would end"))
///     .with_declassified(Declassified::new("Director, Harbors", date(2012, 3, 1))?);
/// assert_eq!(whole.exemptions().collect::<Vec<_>>(), [(&sbu, Exemption::B5)]);
/// assert_eq!(whole.declassified().unwrap().by(), "Director, Harbors");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WholeDocument {
    pub(super) reviewer: Option<String>,
    pub(super) exemptions: Vec<(Label, Exemption)>,
    pub(super) declassified: Option<Declassified>,
    pub(super) confirmed_by: Option<String>,
    pub(super) confirmed_on: Option<Date>,
    pub(super) grounds: Grounds,
}

impl WholeDocument {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with who answers for the review.
    #[must_use]
    pub fn with_reviewer(mut self, name: impl Into<String>) -> Self {
        self.reviewer = Some(name.into());
        self
    }

    /// The same with the exemption for whatever is withheld under a label and has none of its own: for SBU, for LOU.
    #[must_use]
    pub fn with_exemption(mut self, label: Label, exemption: Exemption) -> Self {
        self.exemptions.retain(|(other, _)| *other != label);
        self.exemptions.push((label, exemption));
        self
    }

    /// The same with the grounds of whatever is withheld and has none of its own.
    #[must_use]
    pub fn with_grounds(mut self, grounds: Grounds) -> Self {
        self.grounds = grounds;
        self
    }

    /// The same, declassified by an authority.
    #[must_use]
    pub fn with_declassified(mut self, declassified: Declassified) -> Self {
        self.declassified = Some(declassified);
        self
    }

    /// The same, confirmed by a second person.
    #[must_use]
    pub fn confirmed(mut self, by: impl Into<String>, on: Date) -> Self {
        self.confirmed_by = Some(by.into());
        self.confirmed_on = Some(on);
        self
    }

    /// Who answers for the review.
    #[must_use]
    pub fn reviewer(&self) -> Option<&str> {
        self.reviewer.as_deref()
    }

    /// The exemption of each label.
    pub fn exemptions(&self) -> impl Iterator<Item = (&Label, Exemption)> {
        let exemptions = self.exemptions.iter();
        exemptions.map(|(label, exemption)| (label, *exemption))
    }

    /// The grounds of whatever is withheld and has none of its own.
    #[must_use]
    pub const fn grounds(&self) -> &Grounds {
        &self.grounds
    }

    /// That an authority has declassified the document.
    #[must_use]
    pub const fn declassified(&self) -> Option<&Declassified> {
        self.declassified.as_ref()
    }

    /// Whether a second person has confirmed it, who is not the reviewer.
    #[must_use]
    pub fn is_confirmed_by_another(&self) -> bool {
        let both = self.confirmed_by.as_deref().zip(self.reviewer());
        self.confirmed_on.is_some() && both.is_some_and(|(by, reviewer)| is_another(by, reviewer))
    }
}
