//! What can be wrong with a document's marks taken together: one row a rule.

use crate::{Citation, Rule, Severity};

const fn cfr(place: &'static str) -> Citation {
    Citation::new("32 CFR", place)
}

macro_rules! rules {
    ($($name:ident, $severity:ident, $code:literal, $message:literal, $citation:expr;)*) => {
        $(pub(super) static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            message: $message,
            citation: $citation,
        };)*

        /// Every rule of this floor, for a reviewer's table and for tests.
        pub(super) static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    MISSING_MARK, Warning, "missing-mark",
        "portion without a mark in a document that marks others", cfr("2001.21(c)");
    UNMARKED_SUBJECT, Warning, "unmarked-subject",
        "subject without a mark in a document that marks its portions; it counts as the overall classification",
        cfr("2001.21(c)");
    NO_PORTION_MARKS, Warning, "no-portion-marks",
        "classified document without a portion mark; every paragraph counts as the overall classification",
        cfr("2001.21(c)");
    MARK_ABOVE_DOCUMENT, Error, "mark-above-document",
        "portion mark above the level of the document; unmarked portions count as the higher", cfr("2001.21(b)");
    LEVEL_ABOVE_PORTIONS, Warning, "level-above-portions",
        "level of the document above every portion: a compilation, unless a portion is marked too low; nothing is released below the level",
        cfr("2001.24(g)");

    BANNER_NOT_ROLL_UP, Warning, "banner-not-roll-up",
        "the banner is not the roll-up of the portion marks; each portion keeps its own mark", Citation::new("CAPCO 2016", "D.2");

    GAP, Warning, "number-gap",
        "gap in the paragraph numbers; what stands beside it without a mark counts as the overall classification",
        Citation::policy("reading rule 5");
    REPEAT, Note, "number-repeated",
        "paragraph number that repeats or goes back; the text may hold another document",
        Citation::policy("reading rule 5");

    NOT_APPLICABLE, Error, "instruction-denies-classification",
        "declassification instruction N/A in a classified document; nothing opens by date",
        Citation::policy("declassification");
    DATE_BARRED, Warning, "date-barred",
        "declassification date in a document that holds RD, FRD, TFNI or NATO information; it opens nothing",
        cfr("2001.24(h)(2), (i)(3)");
    DATE_LEAVES_CONTROLS, Note, "date-leaves-controls",
        "declassification date ends the level alone; sensitive and controlled portions stay withheld after it",
        Citation::policy("promise 4");
    DECLASSIFICATION_BARRED, Warning, "declassification-barred",
        "the document is known to be declassified, and this portion holds what no declassification of the whole opens; it stays as it is",
        Citation::policy("known facts");
    MISSING_CLASSIFIER, Note, "missing-classifier",
        "classified document without a `Classified by` or `Derived from` line", cfr("2001.21(a)(1), 2001.22(b), (c)");
    MISSING_REASON, Note, "missing-reason",
        "originally classified document without a reason for classification", cfr("2001.21(a)(3)");
    REASON_WITHOUT_LETTER, Note, "reason-without-letter",
        "reason for classification that names a section and no category of it", cfr("2001.21(a)(3)");

    DECISION_NOT_CARRIED_OUT, Error, "decision-not-carried-out",
        "a decision cannot be carried out; the portion that it is on is withheld", Citation::policy("decisions");

    NEEDS_NOFORN, Note, "caption-without-noforn",
        "EXDIS and NODIS require NOFORN, which the document does not state; it counts as stated",
        Citation::new("CAPCO 2016", "H.9 pp172, 174");
    NODIS_WITH_EXDIS, Error, "nodis-with-exdis",
        "NODIS and EXDIS cannot be used together; both bind", Citation::new("CAPCO 2016", "H.9 pp172, 174");
    CHANNEL_NOT_ALONE, Note, "channel-with-caption",
        "channel caption beside another caption; AGREMENT and DIRGEN CHANNEL take none", Citation::new("5 FAH-2", "H-440");
    SBU_WITHOUT_CAPTION, Note, "sensitive-without-caption",
        "(SBU) portion in an unclassified telegram without the caption SENSITIVE",
        Citation::new("STATE 018029", "2 Feb 2000");
}
