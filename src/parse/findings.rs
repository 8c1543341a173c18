//! What can be wrong with the form of a document.

use crate::{Citation, Rule, Severity};

/// Every rule of this floor.
pub(crate) static ALL: &[&Rule] = &[
    &UNKNOWN_CAPTION,
    &DAMAGED_MARK,
    &NO_LEVEL_LINE,
    &STRAY_LEVEL_LINE,
    &DOUBTFUL_MARK,
    &UNPAIRED_REGION,
    &UNREAD_LEVEL,
    &KNOWN_LEVEL_DIFFERS,
    &KNOWN_ORIGIN_DIFFERS,
    &DECLASSIFIED_BEFORE_ORIGIN,
];

pub(super) static UNKNOWN_CAPTION: Rule = Rule {
    code: "unknown-caption",
    severity: Severity::Warning,
    message: "a line stands where captions stand and is no known caption; it binds every portion",
    citation: Citation::policy("reading rule 7"),
};

pub(super) static DAMAGED_MARK: Rule = Rule {
    code: "damaged-mark",
    severity: Severity::Error,
    message: "this portion mark cannot be read; the portion is withheld from all but the originator",
    citation: Citation::policy("reading rule 1"),
};

pub(super) static NO_LEVEL_LINE: Rule = Rule {
    code: "missing-level-line",
    severity: Severity::Warning,
    message: "the document states no overall classification; what is unmarked counts as TOP SECRET",
    citation: Citation::new("32 CFR", "2001.21(b)"),
};

pub(super) static STRAY_LEVEL_LINE: Rule = Rule {
    code: "stray-level-line",
    severity: Severity::Warning,
    message: "a level line stands behind the beginning of the text and none before it; it does not state the overall classification",
    citation: Citation::new("32 CFR", "2001.21(b)"),
};

pub(super) static DOUBTFUL_MARK: Rule = Rule {
    code: "doubtful-mark",
    severity: Severity::Warning,
    message: "this mark may rate a name or a sentence only; what holds it is rated at least as high, and not by it alone",
    citation: Citation::policy("reading rule 1"),
};

pub(super) static UNPAIRED_REGION: Rule = Rule {
    code: "unpaired-region",
    severity: Severity::Error,
    message: "the other end of this region is missing; it counts as reaching as far as it can",
    citation: Citation::policy("promise 3"),
};

pub(super) static UNREAD_LEVEL: Rule = Rule {
    code: "unread-level",
    severity: Severity::Error,
    message: "this was given as a level line and cannot be read; what takes the overall classification is withheld from all but the originator",
    citation: Citation::policy("reading rule 5"),
};

pub(super) static KNOWN_LEVEL_DIFFERS: Rule = Rule {
    code: "known-level-differs",
    severity: Severity::Warning,
    message: "the level that is known is not the one that the document states; the higher of both counts",
    citation: Citation::policy("known facts"),
};

pub(super) static KNOWN_ORIGIN_DIFFERS: Rule = Rule {
    code: "known-origin-differs",
    severity: Severity::Warning,
    message: "more than one day of origin is stated or known; each level opens on the latest of the days that they give",
    citation: Citation::policy("known facts"),
};

pub(super) static DECLASSIFIED_BEFORE_ORIGIN: Rule = Rule {
    code: "declassified-before-origin",
    severity: Severity::Error,
    message: "the document is known to be declassified on a day that does not lie after its origin; it opens nothing",
    citation: Citation::policy("known facts"),
};
