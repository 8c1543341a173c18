//! The choices of a policy, each named.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::own::{OwnRule, PortionView, Raise};
use crate::Rule;

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
///
/// Two policies with [rules of one's own](Policy::with_rule) are equal where one is a clone of the other.
///
/// With the feature `serde` it is an object of its choices, each left out or by its name. A policy with rules of one's own
/// is not written: its rules are code, and what would be read back without them would withhold less.
///
/// ```
/// use tearline::policy::{Policy, Unmarked};
///
/// let strict = Policy::default().with_unmarked(Unmarked::Withhold);
/// assert_eq!(serde_json::to_string(&strict)?, r#"{"unmarked":"withhold","compilation":"binds"}"#);
/// assert_eq!(serde_json::from_str::<Policy>(r#"{"unmarked":"withhold"}"#)?, strict);
/// assert!(serde_json::from_str::<Policy>(r#"{"unmarkd":"withhold"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Policy {
    pub(super) unmarked: Unmarked,
    pub(super) compilation: Compilation,
    #[cfg_attr(
        feature = "serde",
        serde(
            skip_deserializing,
            skip_serializing_if = "Vec::is_empty",
            serialize_with = "unwritten"
        )
    )]
    pub(super) own: Vec<OwnRule>,
}

/// Rules of one's own are code.
#[cfg(feature = "serde")]
fn unwritten<S: serde::Serializer>(_: &[OwnRule], _: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom(
        "rules of one's own are code and are not written; write the policy without them, and add them again where it is read",
    ))
}

/// What becomes of a block without a mark.
///
/// ```
/// use tearline::policy::{Policy, Unmarked};
///
/// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n\nPORTS\n\n2. (U) Two.\n");
/// let heading = |policy: Policy| policy.assess(&cable).portions()[2].rating().label().to_string();
/// assert_eq!(heading(Policy::default()), "U");
/// assert_eq!(heading(Policy::default().with_unmarked(Unmarked::Withhold)), "unresolved");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Unmarked {
    /// It takes its rating from what it belongs to or stands between, or from the document.
    #[default]
    Inherit,
    /// It is withheld from all but the originator, header fields of a known kind excepted.
    Withhold,
}

/// What a level above every portion means (32 CFR 2001.24(g)).
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::Reader;
/// use tearline::policy::{Compilation, Policy};
///
/// let cable = tearline::parse("SECRET STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let shows = |policy: Policy| policy.release(&cable, &Reader::public(), date(2010, 1, 1)).to_text().contains("One.");
/// assert!(!shows(Policy::default()));
/// assert!(shows(Policy::default().with_compilation(Compilation::PortionsStandAlone)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
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

    /// The same policy with a rule of one's own, which may raise what a portion is rated, or withhold it. Nothing that a
    /// rule can say lowers anything; every rule sees a portion as the policy rates it without any of them, and all that
    /// apply count.
    ///
    /// Code, severity, message and citation are those of `rule`. The [findings](super::Assessment::findings), the reasons of
    /// a verdict and the record name it. A portion that takes its rating from one that a rule raises is raised with it; the
    /// overall classification is what the document states, and is not.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::{Reader, StatedMark};
    /// use tearline::policy::{Policy, Raise};
    /// use tearline::{Citation, Rule, Severity};
    ///
    /// static PILOTS: Rule =
    ///     Rule::new("pilot-names", Severity::Warning, "names a pilot", Citation::new("Harbor Office", "guide 3.2"));
    ///
    /// let sbu = StatedMark::read("SBU").unwrap().label();
    /// let policy = Policy::default()
    ///     .with_rule(&PILOTS, move |portion| if portion.contains("pilot ode") { Raise::To(sbu.clone()) } else { Raise::Nothing });
    /// let cable = tearline::parse("UNCLAS STATE 1\n\n1. (U) One.\n\n2. (U) Pilot Ode is late.\n");
    /// let assessment = policy.assess(&cable);
    /// let release = assessment.release(&Reader::public(), date(2026, 1, 1));
    /// assert!(release.to_text().contains("2. [withheld: sensitive]"));
    /// assert!(assessment.findings().iter().any(|finding| finding.code() == "pilot-names"));
    /// ```
    #[must_use]
    pub fn with_rule(
        mut self,
        rule: &'static Rule,
        judge: impl Fn(&PortionView<'_>) -> Raise + Send + Sync + 'static,
    ) -> Self {
        self.own.push(OwnRule::new(rule, judge));
        self
    }

    /// The rules of one's own, in the order in which they were added.
    pub fn own_rules(&self) -> impl Iterator<Item = &'static Rule> {
        self.own.iter().map(OwnRule::rule)
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
