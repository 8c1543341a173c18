//! What is wrong with a declassification line that can nevertheless be read, or has been read the protective way.

use crate::{Citation, Rule, Severity, Span};

/// A breach of a rule on a declassification line; among the findings of a document it is a
/// [`Finding`](crate::Finding), which counts lines as well.
///
/// ```
/// use tearline::Span;
/// use tearline::declass::Schedule;
///
/// let (_, notes) = Schedule::read([("E.O. 12958: DECL:", Span::new(40, 57))], None);
/// assert_eq!(notes[0].rule().code, "incomplete-instruction");
/// assert_eq!(notes[0].span(), Span::new(40, 57));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    rule: &'static Rule,
    span: Span,
}

impl Note {
    pub(super) const fn new(rule: &'static Rule, span: Span) -> Self {
        Self { rule, span }
    }

    /// The rule that was broken.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The line it was broken on.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }
}

const fn rule(
    code: &'static str,
    severity: Severity,
    message: &'static str,
    citation: Citation,
) -> Rule {
    Rule {
        code,
        severity,
        message,
        citation,
    }
}

const fn cfr(place: &'static str) -> Citation {
    Citation::new("32 CFR", place)
}

const POLICY: Citation = Citation::policy("declassification");

/// A classified document without a declassification line. [`Schedule::read`](super::Schedule::read) does not say so,
/// since it does not know whether the document is classified.
///
/// ```
/// assert_eq!(tearline::declass::MISSING_INSTRUCTION.code, "missing-instruction");
/// ```
pub static MISSING_INSTRUCTION: Rule = rule(
    "missing-instruction",
    Severity::Warning,
    "no declassification instruction; nothing opens by date",
    cfr("2001.21(a)(4)"),
);

macro_rules! rules {
    ($($name:ident, $severity:ident, $code:literal, $message:literal, $citation:expr;)*) => {
        $(pub(super) static $name: Rule = rule($code, Severity::$severity, $message, $citation);)*

        /// Every rule of this floor.
        pub(crate) static ALL: &[&Rule] = &[&MISSING_INSTRUCTION, $(&$name),*];
    };
}

rules! {
    INCOMPLETE, Warning, "incomplete-instruction",
        "declassification instruction is not complete; nothing opens by date", cfr("2001.12(c)(2)");
    UNREADABLE, Warning, "unreadable-instruction",
        "declassification instruction cannot be read to its end; nothing opens by date", cfr("2001.12(c)(2)");
    EVENT, Note, "event-instruction",
        "declassification on an event, or in words not understood; nothing opens by date", cfr("2001.21(a)(4)");
    IMPOSSIBLE_DATE, Error, "impossible-date",
        "the calendar has no such declassification date; held", POLICY;
    NOT_AFTER_ORIGIN, Error, "date-not-after-origin",
        "declassification date does not lie after the date of origin; held", POLICY;
    NO_CENTURY, Error, "no-century",
        "two-digit year of the declassification date fits no century; held", POLICY;
    SWAPPED, Note, "day-month-order",
        "declassification date can be read day first, and is then an anniversary of origin; the later reading counts",
        POLICY;
    BEYOND_25, Warning, "date-beyond-25-years",
        "declassification date lies more than 25 years after origin; due for review at 25 years",
        cfr("2001.12(c)(1)");
    BEYOND_GENERAL, Warning, "date-beyond-schedule",
        "date lies more than 6 years after origin, which the general declassification schedule does not allow; review",
        Citation::new("E.O. 12065", "1-401");
    BEYOND_EXEMPTION, Warning, "date-beyond-exemption",
        "date lies beyond the term of the exemption; review", cfr("2001.26");
    ORIGIN_UNKNOWN, Warning, "origin-unknown",
        "declassification instruction needs the date of origin, which is not known; held", cfr("2001.30(l)");
    ORDER_NOT_SIGNED, Error, "order-not-yet-signed",
        "the order named was signed after the year of the document; the date of origin is taken as unknown", POLICY;
    UNKNOWN_ORDER, Warning, "unknown-order",
        "no executive order on classification has this number; nothing opens by date", POLICY;
    DAMAGED_ORDER, Note, "damaged-order-number",
        "the order number has a digit too many; read without the last", POLICY;
    RETIRED_CODE, Note, "retired-exemption-code",
        "X1 to X8 could not be used for a document of this date", cfr("2001.12(c)(2)");
    SEVERAL, Note, "several-instructions",
        "several declassification instructions that differ; the longest governs", cfr("2001.22(e)(2)");
}
