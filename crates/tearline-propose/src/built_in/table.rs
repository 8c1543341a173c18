//! All of them, in the order in which they are asked.

use tearline::policy::Exemption;

use super::{accounts, addresses, births, persons, telephones, travel};
use crate::form::Written;

/// A built-in pattern.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) exemption: Exemption,
    pub(crate) statute: Option<&'static str>,
    pub(crate) forms: &'static [Written],
}

/// Personal privacy, unless a statute says more (5 U.S.C. 552(b)(6)).
const fn private(name: &'static str, forms: &'static [Written]) -> Entry {
    Entry {
        name,
        exemption: Exemption::B6,
        statute: None,
        forms,
    }
}

pub(crate) static BUILT_IN: [Entry; 8] = [
    private("social-security-number", &persons::SOCIAL_SECURITY),
    private("account-number", &accounts::FORMS),
    private("passport-number", &travel::PASSPORTS),
    // Records of the issuance or refusal of visas are confidential (section 222(f) of the Immigration and Nationality Act).
    Entry {
        name: "visa-number",
        exemption: Exemption::B3,
        statute: Some("8 U.S.C. 1202(f)"),
        forms: &travel::VISAS,
    },
    private("email-address", &addresses::EMAIL),
    private("street-address", &addresses::STREET),
    private("date-of-birth", &births::FORMS),
    private("telephone-number", &telephones::FORMS),
];
