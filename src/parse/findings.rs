//! What can be wrong with the form of a document.

use crate::{Citation, Rule, Severity};

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
