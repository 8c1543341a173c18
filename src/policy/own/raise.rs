//! What a rule of one's own does.

use crate::marking::Label;

/// What a rule of one's own does to a portion. There is nothing here that lowers: that takes a
/// [decision](crate::policy::Decision) of a person.
///
/// ```
/// use tearline::marking::StatedMark;
/// use tearline::policy::{Policy, Raise};
/// use tearline::{Citation, Rule, Severity};
///
/// static ALL: Rule = Rule::new("all-sbu", Severity::Note, "a file that is sensitive", Citation::new("Harbor Office", "guide 1"));
///
/// let sbu = StatedMark::read("SBU").unwrap().label();
/// let policy = Policy::default().with_rule(&ALL, move |_| Raise::To(sbu.clone()));
/// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
/// let assessment = policy.assess(&cable);
/// let marks: Vec<String> = assessment.portions().iter().map(|portion| portion.rating().label().to_string()).collect();
/// // Both at once: a C that stays sensitive when its level has ended.
/// assert_eq!(marks, ["SBU", "SBU", "C"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Raise {
    /// Nothing.
    Nothing,
    /// It is rated at least this, whatever else rates it.
    To(Label),
    /// It is withheld from all but the originator, on every day.
    Withhold,
}
