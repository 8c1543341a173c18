//! What the law says: the exemptions of the act, and the categories of the order.

use crate::declass::{Reason, Reasons};
use crate::release::{Authority, Exemption, Grounds};

/// What the letters of (b)(7) stand behind.
const COMPILED: &str = "records or information compiled for law enforcement purposes, but only to the extent that the production of such law enforcement records or information ";

impl Exemption {
    /// What is exempt under it, in the words of the act (5 U.S.C. 552(b)).
    ///
    /// ```
    /// use tearline::release::Exemption;
    ///
    /// assert!(Exemption::B9.law().ends_with("concerning wells"));
    /// ```
    #[must_use]
    pub fn law(self) -> String {
        let compiled = |rest: &str| format!("{COMPILED}{rest}");
        match self {
            Self::B1 => "(A) specifically authorized under criteria established by an Executive order to be kept secret in the interest of national defense or foreign policy and (B) are in fact properly classified pursuant to such Executive order".to_owned(),
            Self::B2 => {
                "related solely to the internal personnel rules and practices of an agency".to_owned()
            }
            Self::B3 => "specifically exempted from disclosure by statute (other than section 552b of this title), if that statute (A)(i) requires that the matters be withheld from the public in such a manner as to leave no discretion on the issue; or (ii) establishes particular criteria for withholding or refers to particular types of matters to be withheld; and (B) if enacted after the date of enactment of the OPEN FOIA Act of 2009, specifically cites to this paragraph".to_owned(),
            Self::B4 => "trade secrets and commercial or financial information obtained from a person and privileged or confidential".to_owned(),
            Self::B5 => "inter-agency or intra-agency memorandums or letters that would not be available by law to a party other than an agency in litigation with the agency, provided that the deliberative process privilege shall not apply to records created 25 years or more before the date on which the records were requested".to_owned(),
            Self::B6 => "personnel and medical files and similar files the disclosure of which would constitute a clearly unwarranted invasion of personal privacy".to_owned(),
            Self::B7A => compiled("(A) could reasonably be expected to interfere with enforcement proceedings"),
            Self::B7B => compiled("(B) would deprive a person of a right to a fair trial or an impartial adjudication"),
            Self::B7C => compiled("(C) could reasonably be expected to constitute an unwarranted invasion of personal privacy"),
            Self::B7D => compiled("(D) could reasonably be expected to disclose the identity of a confidential source, including a State, local, or foreign agency or authority or any private institution which furnished information on a confidential basis, and, in the case of a record or information compiled by criminal law enforcement authority in the course of a criminal investigation or by an agency conducting a lawful national security intelligence investigation, information furnished by a confidential source"),
            Self::B7E => compiled("(E) would disclose techniques and procedures for law enforcement investigations or prosecutions, or would disclose guidelines for law enforcement investigations or prosecutions if such disclosure could reasonably be expected to risk circumvention of the law"),
            Self::B7F => compiled("(F) could reasonably be expected to endanger the life or physical safety of any individual"),
            Self::B8 => "contained in or related to examination, operating, or condition reports prepared by, on behalf of, or for the use of an agency responsible for the regulation or supervision of financial institutions".to_owned(),
            Self::B9 => "geological and geophysical information and data, including maps, concerning wells".to_owned(),
        }
    }
}

impl Reason {
    /// The category in the words of the order (32 CFR 2001.21(a)(3)(i)).
    ///
    /// ```
    /// use tearline::declass::Reason;
    ///
    /// assert_eq!(Reason::ForeignGovernment.law(), "foreign government information");
    /// ```
    #[must_use]
    pub const fn law(self) -> &'static str {
        match self {
            Self::MilitaryPlans => "military plans, weapons systems, or operations",
            Self::ForeignGovernment => "foreign government information",
            Self::Intelligence => {
                "intelligence activities (including covert action), intelligence sources or methods, or cryptology"
            }
            Self::ForeignRelations => {
                "foreign relations or foreign activities of the United States, including confidential sources"
            }
            Self::Science => {
                "scientific, technological, or economic matters relating to the national security"
            }
            Self::NuclearSafeguards => {
                "United States Government programs for safeguarding nuclear materials or facilities"
            }
            Self::Vulnerabilities => {
                "vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans, or protection services relating to the national security"
            }
            Self::MassDestruction => {
                "the development, production, or use of weapons of mass destruction"
            }
        }
    }
}

/// Each code under which something is withheld, `B1`, `1.4(D)`, `B6`, with what the law says behind it; behind (b)(3) also the
/// statute that a person named, and behind (b)(5) the privilege.
pub(super) fn texts(authority: Authority, grounds: Option<&Grounds>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    if authority.is_classified() {
        texts.push((Exemption::B1.to_string(), Exemption::B1.law()));
    }
    let reasons = authority.reasons().into_iter().flat_map(Reasons::iter);
    let sections = authority.sections().into_iter();
    texts.extend(sections.zip(reasons.map(|it| it.law().to_owned())));
    for chosen in authority.chosen() {
        let named = grounds
            .and_then(Grounds::statute)
            .filter(|_| matches!(chosen, Exemption::B3 | Exemption::B5));
        let text = chosen.law();
        texts.push((
            chosen.to_string(),
            match named {
                Some(named) => format!("{text}: {named}"),
                None => text,
            },
        ));
    }
    texts
}
