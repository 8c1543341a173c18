//! What a rule of one's own does.

use crate::marking::Label;

/// What a rule of one's own does to a portion. There is nothing here that lowers: that takes a
/// [decision](crate::policy::Decision) of a person.
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
