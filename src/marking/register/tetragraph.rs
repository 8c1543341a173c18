//! Organisations, alliances and coalitions with a code of their own.

/// One organisation, alliance or coalition of the tetragraph register (ODNI ISMCAT 2022-NOV).
///
/// ```
/// let mut tetragraphs = tearline::marking::tetragraphs();
/// let eyes = tetragraphs.find(|row| row.code() == "FVEY").unwrap();
/// assert_eq!(eyes.members().collect::<Vec<_>>(), ["AUS", "CAN", "GBR", "NZL", "USA"]);
/// ```
#[derive(Debug)]
pub struct Tetragraph {
    code: &'static str,
    decomposable: Decomposable,
    members: &'static str,
}

impl Tetragraph {
    pub(in crate::marking) const fn new(
        code: &'static str,
        decomposable: Decomposable,
        members: &'static str,
    ) -> Self {
        Self {
            code,
            decomposable,
            members,
        }
    }

    /// The code: four letters, with a few exceptions.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Whether a roll-up may take it apart, as ODNI says. [`roll_up`](crate::marking::roll_up) takes apart the three that CAPCO
    /// 2016 D.2 Table 3 rule 23 names, and no other.
    #[must_use]
    pub const fn decomposable(&self) -> Decomposable {
        self.decomposable
    }

    /// The trigraphs of its members; none where the membership is not published.
    pub fn members(&self) -> impl Iterator<Item = &'static str> {
        self.members.split(' ').filter(|code| !code.is_empty())
    }
}

/// Whether a roll-up may take a tetragraph apart into its members (ODNI ISMCAT).
///
/// ```
/// use tearline::marking::{Decomposable, tetragraphs};
///
/// let of = |code: &str| tetragraphs().find(|row| row.code() == code).unwrap().decomposable();
/// assert_eq!(of("FVEY"), Decomposable::Yes);
/// assert_eq!(of("ISAF"), Decomposable::Retired);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decomposable {
    /// It may.
    Yes,
    /// It may not, and its membership is suppressed.
    No,
    /// The code is no longer used; its membership is suppressed.
    Retired,
}
