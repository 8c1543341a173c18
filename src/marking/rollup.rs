//! The banner of a set of portions: CAPCO 2016 D.2 Table 3.

use jiff::civil::Date;

use super::{Label, Marking};

/// The marking of the banner over `markings`, in a document of the date `dated`.
///
/// ```
/// use jiff::civil::date;
/// use tearline::marking::{Marking, roll_up};
///
/// let portions = ["S//NF", "C"].map(|mark| Marking::parse_portion(mark).unwrap());
/// assert_eq!(roll_up(&portions, date(2016, 12, 31)).banner().to_string(), "SECRET//NOFORN");
/// ```
#[must_use]
pub fn roll_up<'a>(markings: impl IntoIterator<Item = &'a Marking>, dated: Date) -> Marking {
    let _ = dated;
    let mut label = Label::unclassified();
    for marking in markings {
        label.join_assign(&Label::from(marking));
    }
    label.marking()
}
