//! What keeps a package a draft.

use crate::{Citation, Rule, Severity};

/// Every rule of this floor. Those of exemption and category that a release has by itself are the floor below's.
pub(crate) static RULES: &[&Rule] = &[
    &NO_DESCRIPTION,
    &NO_HARM,
    &NO_SEGREGABILITY,
    &NO_STATUTE,
    &NO_REVIEWER,
    &OLD_DELIBERATION,
    &EXEMPTION_AMISS,
    &OTHER_ORDER,
];

/// The act, as it is cited.
const ACT: &str = "5 U.S.C.";

pub(super) static NO_DESCRIPTION: Rule = Rule {
    code: "no-description",
    severity: Severity::Error,
    message: "nobody has said what is withheld here; the package is a draft until a reviewer describes it",
    citation: Citation::new("32 CFR", "2001.33(h)"),
};

pub(super) static NO_HARM: Rule = Rule {
    code: "no-harm",
    severity: Severity::Error,
    message: "nobody has said which harm the release would foreseeably do; the package is a draft until a reviewer says it",
    citation: Citation::new(ACT, "552(a)(8)(A)(i)"),
};

pub(super) static NO_SEGREGABILITY: Rule = Rule {
    code: "no-segregability",
    severity: Severity::Error,
    message: "nobody has said why no part can be released by itself; the package is a draft until a reviewer says it, or releases the part",
    citation: Citation::new(ACT, "552(a)(8)(A)(ii), (b)"),
};

pub(super) static NO_STATUTE: Rule = Rule {
    code: "no-statute",
    severity: Severity::Error,
    message: "exemption (b)(3) rests on another statute, and none is named; the package is a draft until a reviewer names it",
    citation: Citation::new(ACT, "552(b)(3)"),
};

pub(super) static NO_REVIEWER: Rule = Rule {
    code: "no-reviewer",
    severity: Severity::Error,
    message: "no person is named who answers for the package; it is a draft until one is",
    citation: Citation::new(
        "tearline policy",
        "a package is final when a person has decided all of it",
    ),
};

pub(super) static OLD_DELIBERATION: Rule = Rule {
    code: "old-deliberation",
    severity: Severity::Error,
    message: "the deliberative process privilege ends 25 years after a record was made, and this one is as old, or its day is not known; choose another exemption, or name the privilege of an attorney",
    citation: Citation::new(ACT, "552(b)(5)"),
};

pub(super) static EXEMPTION_AMISS: Rule = Rule {
    code: "exemption-amiss",
    severity: Severity::Error,
    message: "the exemption is not for what the mark says; choose the one that is, or say the mark that the portion has",
    citation: Citation::new(ACT, "552(b)"),
};

pub(super) static OTHER_ORDER: Rule = Rule {
    code: "reason-of-another-order",
    severity: Severity::Error,
    message: "the category is counted as an order counts it that was not in force on the day of the document; name it as section 1.4 does",
    citation: Citation::new("32 CFR", "2001.21(a)(3)"),
};
