//! The choices of a policy, each named.

/// How a document is read where its marks leave a choice. The default is the reading that the documentation states;
/// every other choice is named.
///
/// ```
/// use tearline::policy::{Compilation, Policy, Unmarked};
///
/// let strict = Policy::default().with_unmarked(Unmarked::Withhold);
/// assert_eq!(strict.unmarked(), Unmarked::Withhold);
/// assert_eq!(Policy::default().compilation(), Compilation::Binds);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Policy {
    pub(super) unmarked: Unmarked,
    pub(super) compilation: Compilation,
}

/// What becomes of a block without a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unmarked {
    /// It takes its rating from what it belongs to or stands between, or from the document.
    #[default]
    Inherit,
    /// It is withheld from all but the originator, header fields of a known kind excepted.
    Withhold,
}

/// What a level above every portion means (32 CFR 2001.24(g)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Compilation {
    /// The portions together are classified at that level; none is released below it.
    #[default]
    Binds,
    /// Each portion stands alone.
    PortionsStandAlone,
}

impl Policy {
    /// The same policy with another choice for blocks without a mark.
    #[must_use]
    pub const fn with_unmarked(mut self, unmarked: Unmarked) -> Self {
        self.unmarked = unmarked;
        self
    }

    /// The same policy with another choice for a level above every portion.
    #[must_use]
    pub const fn with_compilation(mut self, compilation: Compilation) -> Self {
        self.compilation = compilation;
        self
    }

    /// What becomes of a block without a mark.
    #[must_use]
    pub const fn unmarked(&self) -> Unmarked {
        self.unmarked
    }

    /// What a level above every portion means.
    #[must_use]
    pub const fn compilation(&self) -> Compilation {
        self.compilation
    }
}
