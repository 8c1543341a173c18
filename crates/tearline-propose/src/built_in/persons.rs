//! Social security numbers.

use crate::check;
use crate::form::Written;

const CUE: &str = r"(?:\bs\.?\s?s\.?\s?a?\.?\s?n\b|\bsocial\s+security|\bsoc\.?\s+sec\b|\bssnos\b|\bi?tin\b|\btaxpayer\s+identification)[^;]{0,50}";

pub(crate) static SOCIAL_SECURITY: [Written; 5] = [
    Written::new(
        r"\d{3}[-\u{2010}-\u{2013}]\s?\d{2}[-\u{2010}-\u{2013}]\s?\d{4}",
        check::issued,
    )
    .never(r"\b(?:stock|nsn|contract|order|invoice|part|grant|fund|requisition|drawing|fsn)\W{0,3}(?:(?:no|number|nr|cite)\W{0,3})?"),
    // Whoever writes "SSN" before a number means one, even where none like it was ever given out or a scanner misread it.
    Written::new(
        r"[\dOolI]{3}[-\u{2010}-\u{2013}. /]?\s?[\dOolI]{2}[-\u{2010}-\u{2013}. /]?\s?[\dOolI]{4}",
        check::nearly_digits,
    )
    .before(CUE)
    .after(r"\W{0,3}(?:ssn|social\s+security)"),
    Written::new(
        r"[Xx*#]{3}[-\u{2010}-\u{2013} ]?[Xx*#]{2}[-\u{2010}-\u{2013} ]?\d{4}",
        check::ending,
    ),
    Written::new(r"\d{4}", check::ending)
        .before(r"\b(?:ssn|social\s+security(?:\s+(?:number|no\.?))?)\s+(?:ending|ends|end|last\s+(?:four|4))(?:\s+(?:in|with|digits|is|are))?\W{0,3}"),
    Written::new(r"\d{4}", check::ending).before(
        r"\blast\s+(?:four|4)(?:\s+(?:digits|numbers))?(?:\s+of)?(?:\s+(?:his|her|the|their|my))?\s*(?:ssn|social(?:\s+security)?(?:\s+number)?)?(?:\s+(?:is|are|were|was|as))?\W{0,3}",
    ),
];
