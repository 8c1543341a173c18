//! On what an outcome rests.

use std::fmt;

use super::order::GENERAL_SCHEDULE;
use crate::Citation;

/// The rule an outcome rests on, and where it stands.
///
/// ```
/// use tearline::declass::Schedule;
/// use tearline::marking::Level;
///
/// let (schedule, _) = Schedule::read([], None);
/// let basis = schedule.outcome(Level::Secret).basis();
/// assert_eq!(basis.code(), "origin-unknown");
/// assert_eq!(basis.to_string(), "the date of origin is not known (32 CFR 2001.30(l))");
/// ```
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Basis {
    code: &'static str,
    statement: &'static str,
    citation: Citation,
}

impl Basis {
    const fn new(code: &'static str, statement: &'static str, citation: Citation) -> Self {
        Self {
            code,
            statement,
            citation,
        }
    }

    /// The stable name, in kebab case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The one of that code.
    ///
    /// ```
    /// use tearline::declass::Basis;
    ///
    /// let basis = Basis::of_code("declassification-date").unwrap();
    /// assert_eq!(basis.citation().to_string(), "32 CFR 2001.12(b), (c)(1)");
    /// ```
    #[must_use]
    pub fn of_code(code: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|basis| basis.code == code)
    }

    /// The rule in a few words: lower case, no full stop.
    #[must_use]
    pub const fn statement(&self) -> &'static str {
        self.statement
    }

    /// Where the rule stands.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.citation
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.statement, self.citation)
    }
}

const fn cfr(place: &'static str) -> Citation {
    Citation::new("32 CFR", place)
}

const fn capco(place: &'static str) -> Citation {
    Citation::new("CAPCO 2016", place)
}

macro_rules! bases {
    ($($name:ident, $code:literal, $statement:literal, $citation:expr;)*) => {
        $(pub(crate) static $name: Basis = Basis::new($code, $statement, $citation);)*

        /// Every one.
        static ALL: &[&Basis] = &[$(&$name),*];
    };
}

bases! {
    UNCLASSIFIED, "nothing-to-declassify", "the portion is unclassified: it has no level that could end",
        Citation::policy("declassification");
    DATE, "declassification-date", "declassified on the date set for it", cfr("2001.12(b), (c)(1)");
    DECLASSIFIED, "declassified-by-authority", "declassified by an authority, as the document records",
        cfr("2001.25");
    DECLASSIFIED_BY_DECISION, "declassified-by-decision", "declassified by an authority, as a decision records",
        cfr("2001.25");
    RELEASED_BY_DECISION, "released-by-decision", "released by an authority, as a decision records",
        Citation::policy("decisions");
    GENERAL, "general-schedule", "declassified step by step under the general declassification schedule",
        GENERAL_SCHEDULE;
    GENERAL_DATE, "general-schedule-date", "declassified on the date set under the general declassification schedule",
        cfr("2001.12(c)(1)");
    EXEMPT_25_DATE, "exempt-25-date", "exempted at 25 years and declassified on the date set for it",
        cfr("2001.26(a)(1)");
    EXEMPT_50_DATE, "exempt-50-date", "exempted at 50 years and declassified on the date set for it",
        cfr("2001.26(b)(3)");
    EXEMPT_75_DATE, "exempt-75-date", "exempted at 75 years and declassified on the date set for it",
        cfr("2001.26(c)(1)");

    BEYOND_25, "beyond-25-years", "a date more than 25 years after origin is subject to review instead",
        cfr("2001.12(c)(1)");
    BEYOND_GENERAL, "beyond-general-schedule",
        "a date more than 6 years after origin is not one of the general declassification schedule: review",
        Citation::new("E.O. 12065", "1-401");
    BEYOND_50, "beyond-50-years", "an exemption at 25 years cannot last beyond 50: review", cfr("2001.26(a)(1)");
    BEYOND_75, "beyond-75-years", "an exemption at 50 years cannot last beyond 75: review", cfr("2001.26(b)");
    REVIEW_DATE, "review-date", "to be reviewed on the date set for it", Citation::new("E.O. 12065", "1-402");
    EXEMPT_FROM_SCHEDULE, "exempt-from-schedule", "exempted from the general declassification schedule: review",
        cfr("2001.12(c)(2)");
    INDEFINITE, "indefinite", "marked without end: classified for 25 years, then subject to review",
        cfr("2001.12(c)(2)");
    EXEMPT_25_UNDATED, "exempt-25-undated", "exempted at 25 years without a date: review after 50",
        capco("E.6 p34");
    EXEMPT_50_UNDATED, "exempt-50-undated", "exempted at 50 years without a date: review after 75",
        cfr("2001.26(b)");
    HUMAN_OR_WEAPON, "human-source-or-weapon",
        "a confidential human source or a weapon of mass destruction: review after 75 years",
        cfr("2001.12(a)(2), 2001.26(b)");
    EVENT, "event", "an event that no record shows to have occurred: review after 25 years",
        cfr("2001.12(c)(1)");
    UNREADABLE, "unreadable-instruction", "the instruction cannot be read to its end: as if it were missing",
        cfr("2001.12(c)(2)");
    INCOMPLETE, "incomplete-instruction", "the instruction is not complete: review after 25 years",
        cfr("2001.12(c)(2)");
    MISSING, "missing-instruction", "no declassification instruction: review after 25 years", cfr("2001.12(c)(2)");

    ORIGIN_UNKNOWN, "origin-unknown", "the date of origin is not known", cfr("2001.30(l)");
    NOT_APPLICABLE, "not-applicable", "the document says that nothing in it is classified, and this is",
        Citation::policy("declassification");
    ATOMIC_OR_NATO, "atomic-or-nato", "automatic declassification is prohibited for RD, FRD, TFNI and NATO information",
        cfr("2001.24(h)(2), (i)(3)");
    IMAGERY, "imagery", "the duration is set by the Director of National Intelligence", cfr("2001.12(c)(3)");
    EXEMPT_75_UNDATED, "exempt-75-undated", "exempted at 75 years without a date", cfr("2001.26(c)(1)");
    IMPOSSIBLE_DATE, "impossible-date", "the calendar has no such date", Citation::policy("declassification");
    NOT_AFTER_ORIGIN, "date-not-after-origin", "a date that does not lie after that of origin contradicts it",
        Citation::policy("declassification");
    NO_CENTURY, "no-century", "a year in two digits that fits no century", Citation::policy("declassification");
}
