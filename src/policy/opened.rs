//! By what the classification of a portion ended, and when.

use std::fmt;

use jiff::civil::Date;
#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::decision::Action;
use super::ruling::Ruling;
use super::{Assessment, Portion};
use crate::declass::Basis;
use crate::marking::Level;

/// The end of a classification: who or what declassified, and on which day (32 CFR 2001.25(b)(2), (3)).
///
/// Displayed as 32 CFR 2001.25 has it behind the word `Declassified`.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{Action, Decision, Policy};
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n\n3. (C) Three.\n",
/// );
/// let on = date(2012, 3, 1);
/// let decision = Decision::new("paragraph 3".parse()?, Action::Declassified(on), "I. Birk", on)
///     .with_authority("B. Alder, Director, Office of Harbors");
/// let assessment = Policy::default().assess(&cable).decided(&[decision].into())?;
/// let said = |as_of| -> Vec<String> {
///     let ends = assessment.portions().iter().filter_map(|it| assessment.declassification(it, as_of));
///     ends.map(|end| format!("Declassified {end}")).collect()
/// };
/// assert_eq!(said(date(2012, 3, 1)), ["Declassified by B. Alder, Director, Office of Harbors, 2012-03-01"]);
/// assert_eq!(
///     said(date(2016, 3, 14))[0],
///     "Declassified by the document's instruction (32 CFR 2001.12(b), (c)(1)), 2016-03-14",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Declassification {
    on: Date,
    by: DeclassifiedBy,
}

/// Who or what declassified.
///
/// ```
/// use jiff::civil::date;
/// use tearline::policy::{DeclassifiedBy, Policy};
///
/// let cable = tearline::parse(
///     "P 141530Z MAR 06\nCONFIDENTIAL STATE 1\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. (C) Two.\n",
/// );
/// let assessment = Policy::default().assess(&cable);
/// let end = assessment.declassification(assessment.portions().last().unwrap(), date(2020, 1, 1)).unwrap();
/// assert!(matches!(end.by(), DeclassifiedBy::Instruction(basis) if basis.code() == "declassification-date"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum DeclassifiedBy {
    /// The document's declassification instruction, under this rule.
    Instruction(
        #[cfg_attr(feature = "serde", serde(with = "crate::declass::by_code"))] &'static Basis,
    ),
    /// An authority, by the name that a [decision](super::Decision) gives it.
    Authority(String),
}

impl Declassification {
    /// The first day on which it was unclassified.
    #[must_use]
    pub const fn on(&self) -> Date {
        self.on
    }

    /// Who or what declassified.
    #[must_use]
    pub const fn by(&self) -> &DeclassifiedBy {
        &self.by
    }
}

impl DeclassifiedBy {
    /// Whether a date of the document ended it, and no decision.
    #[must_use]
    pub const fn is_instruction(&self) -> bool {
        matches!(self, Self::Instruction(_))
    }
}

impl Assessment<'_> {
    /// By what a classified portion is unclassified on the day `as_of`, and since when; `None` for what is still classified
    /// then and for what never was. A portion that has only fallen to a lower level is not declassified.
    #[must_use]
    pub fn declassification(&self, portion: &Portion, as_of: Date) -> Option<Declassification> {
        let rating = portion.rating();
        if !rating.label().level().is_classified() {
            return None;
        }
        let schedule = self.document().header().schedule();
        let changes = rating.changes(schedule).into_iter();
        let (on, _) = changes
            .filter(|(_, level)| *level == Level::Unclassified)
            .find(|(on, _)| *on <= as_of)?;
        let authority = portion.ruling().and_then(|ruling| declassifier(ruling, on));
        Some(Declassification {
            on,
            by: match authority {
                Some(authority) => DeclassifiedBy::Authority(authority.to_owned()),
                None => DeclassifiedBy::Instruction(rating.basis(schedule, on)),
            },
        })
    }
}

/// The authority by which a decision declassifies on that day.
fn declassifier(ruling: &Ruling, on: Date) -> Option<&str> {
    ruling
        .decisions()
        .rfind(|it| *it.action() == Action::Declassified(on))
        .and_then(|decision| decision.authority())
}

impl fmt::Display for Declassification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "by {}, {}", self.by, self.on)
    }
}

impl fmt::Display for DeclassifiedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instruction(basis) if basis.code() == "declassified-by-authority" => {
                write!(
                    f,
                    "the authority that the document names ({})",
                    basis.citation()
                )
            }
            Self::Instruction(basis) => {
                write!(f, "the document's instruction ({})", basis.citation())
            }
            Self::Authority(name) => f.write_str(name.trim()),
        }
    }
}
