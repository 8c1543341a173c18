//! The departments and agencies of the United States that a reader can work for.

use crate::Citation;
use crate::text::within_one;

/// A department, agency or committee, as a reader's `agency` key names it.
///
/// ```
/// use tearline::marking::agencies;
///
/// let archives = agencies().find(|agency| agency.code() == "NARA").unwrap();
/// assert_eq!(archives.name(), "NATIONAL ARCHIVES AND RECORDS ADMINISTRATION");
/// assert!("agency=HARBOUR_BOARD".parse::<tearline::marking::Reader>().is_err());
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Agency {
    pub(super) code: &'static str,
    name: &'static str,
    /// Other abbreviations and short names.
    others: &'static [&'static str],
    pub(super) branch: Branch,
    source: Citation,
}

/// What an agency counts as where a control asks for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Branch {
    Executive,
    /// A committee of Congress that reads ORCON-USGOV (CAPCO 2016 G Table 5; H.8 p139).
    IntelligenceCommittee,
}

impl Agency {
    /// The abbreviation, in capitals.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The name in full, in capitals.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Where it is named as a part of the government.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.source
    }
}

/// Every department, agency and committee that is known by name, each with the place that names it.
///
/// ```
/// let state = tearline::marking::agencies().find(|agency| agency.code() == "STATE").unwrap();
/// assert_eq!(state.citation().to_string(), "5 U.S.C. 101");
/// ```
pub fn agencies() -> impl Iterator<Item = &'static Agency> {
    AGENCIES.iter()
}

/// The agency of that name: abbreviation, name in full, or a short name, in any case.
pub(super) fn find(name: &str) -> Option<&'static Agency> {
    let name = plain(name);
    AGENCIES
        .iter()
        .find(|agency| names(agency).any(|known| known == name))
}

/// The abbreviation or name that is one slip away.
pub(super) fn suggest(name: &str) -> Option<&'static str> {
    let name = plain(name);
    AGENCIES
        .iter()
        .flat_map(names)
        .find(|known| known.len() >= 3 && within_one(known, &name))
}

fn names(agency: &'static Agency) -> impl Iterator<Item = &'static str> {
    [agency.code, agency.name]
        .into_iter()
        .chain(agency.others.iter().copied())
}

/// In capitals, words parted by one space, without `THE`, `U.S.` and `DEPT`.
fn plain(name: &str) -> String {
    let upper = name.to_ascii_uppercase().replace(['.', '_', '-'], " ");
    let words = upper
        .split_whitespace()
        .filter(|word| !matches!(*word, "THE" | "U" | "S"));
    words
        .map(|word| if word == "DEPT" { "DEPARTMENT" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

const fn executive(
    source: Citation,
    code: &'static str,
    name: &'static str,
    others: &'static [&'static str],
) -> Agency {
    Agency {
        code,
        name,
        others,
        branch: Branch::Executive,
        source,
    }
}

const fn committee(code: &'static str, name: &'static str) -> Agency {
    Agency {
        code,
        name,
        others: &[],
        branch: Branch::IntelligenceCommittee,
        source: Citation::new("CAPCO 2016", "G Table 5; H.8 p139"),
    }
}

/// The executive departments.
const DEPARTMENT: Citation = Citation::new("5 U.S.C.", "101");
/// The military departments.
const MILITARY: Citation = Citation::new("5 U.S.C.", "102");
/// What the Department of Defense is composed of.
const DEFENSE: Citation = Citation::new("10 U.S.C.", "111(b)");
/// The intelligence community.
const INTELLIGENCE: Citation = Citation::new("50 U.S.C.", "3003(4)");
/// Whose heads the President designated to classify.
const CLASSIFIES: Citation = Citation::new("Order of December 29, 2009", "75 Fed. Reg. 735");
/// Whom the directive on classified information names.
const DIRECTIVE: Citation = Citation::new("32 CFR", "2001");
/// The government's own list of its agencies, as the General Services Administration kept it.
const LISTED: Citation = Citation::new("GSA", "list of departments and agencies, March 2019");

/// Every agency that a reader can be of, each with the place that names it. The abbreviations are those in common use. An
/// agency that is not here is an error of the reader: it could give what nobody meant to give.
#[rustfmt::skip]
static AGENCIES: [Agency; 66] = [
    executive(DEPARTMENT, "STATE", "DEPARTMENT OF STATE", &["DOS", "INR"]),
    executive(DEPARTMENT, "TREASURY", "DEPARTMENT OF TREASURY", &["USDT"]),
    executive(DEPARTMENT, "DOD", "DEPARTMENT OF DEFENSE", &["DEFENSE", "OSD"]),
    executive(DEPARTMENT, "DOJ", "DEPARTMENT OF JUSTICE", &["JUSTICE"]),
    executive(DEPARTMENT, "DOI", "DEPARTMENT OF INTERIOR", &["INTERIOR"]),
    executive(DEPARTMENT, "USDA", "DEPARTMENT OF AGRICULTURE", &["AGRICULTURE"]),
    executive(DEPARTMENT, "DOC", "DEPARTMENT OF COMMERCE", &["COMMERCE"]),
    executive(DEPARTMENT, "DOL", "DEPARTMENT OF LABOR", &["LABOR"]),
    executive(DEPARTMENT, "HHS", "DEPARTMENT OF HEALTH AND HUMAN SERVICES", &[]),
    executive(DEPARTMENT, "HUD", "DEPARTMENT OF HOUSING AND URBAN DEVELOPMENT", &[]),
    executive(DEPARTMENT, "DOT", "DEPARTMENT OF TRANSPORTATION", &["TRANSPORTATION"]),
    executive(DEPARTMENT, "DOE", "DEPARTMENT OF ENERGY", &["ENERGY"]),
    executive(DEPARTMENT, "ED", "DEPARTMENT OF EDUCATION", &["EDUCATION"]),
    executive(DEPARTMENT, "VA", "DEPARTMENT OF VETERANS AFFAIRS", &[]),
    executive(DEPARTMENT, "DHS", "DEPARTMENT OF HOMELAND SECURITY", &["HOMELAND SECURITY"]),
    executive(MILITARY, "ARMY", "DEPARTMENT OF ARMY", &[]),
    executive(MILITARY, "NAVY", "DEPARTMENT OF NAVY", &["USN"]),
    executive(MILITARY, "USAF", "DEPARTMENT OF AIR FORCE", &["AIR FORCE"]),
    executive(INTELLIGENCE, "USMC", "MARINE CORPS", &[]),
    executive(Citation::new("10 U.S.C.", "9081"), "USSF", "SPACE FORCE", &[]),
    executive(INTELLIGENCE, "USCG", "COAST GUARD", &[]),
    executive(DEFENSE, "JCS", "JOINT CHIEFS OF STAFF", &["JOINT STAFF"]),
    executive(INTELLIGENCE, "ODNI", "OFFICE OF DIRECTOR OF NATIONAL INTELLIGENCE", &["DNI"]),
    executive(INTELLIGENCE, "CIA", "CENTRAL INTELLIGENCE AGENCY", &[]),
    executive(INTELLIGENCE, "NSA", "NATIONAL SECURITY AGENCY", &["NSA/CSS", "CSS"]),
    executive(INTELLIGENCE, "DIA", "DEFENSE INTELLIGENCE AGENCY", &[]),
    // Formerly the National Imagery and Mapping Agency.
    executive(INTELLIGENCE, "NGA", "NATIONAL GEOSPATIAL INTELLIGENCE AGENCY", &["NIMA"]),
    executive(INTELLIGENCE, "NRO", "NATIONAL RECONNAISSANCE OFFICE", &[]),
    executive(INTELLIGENCE, "FBI", "FEDERAL BUREAU OF INVESTIGATION", &[]),
    executive(INTELLIGENCE, "DEA", "DRUG ENFORCEMENT ADMINISTRATION", &[]),
    executive(LISTED, "ATF", "BUREAU OF ALCOHOL TOBACCO FIREARMS AND EXPLOSIVES", &[]),
    executive(LISTED, "USMS", "MARSHALS SERVICE", &[]),
    executive(LISTED, "BOP", "BUREAU OF PRISONS", &[]),
    executive(LISTED, "USSS", "SECRET SERVICE", &[]),
    executive(LISTED, "CBP", "CUSTOMS AND BORDER PROTECTION", &[]),
    executive(LISTED, "ICE", "IMMIGRATION AND CUSTOMS ENFORCEMENT", &[]),
    executive(LISTED, "TSA", "TRANSPORTATION SECURITY ADMINISTRATION", &[]),
    executive(LISTED, "FEMA", "FEDERAL EMERGENCY MANAGEMENT AGENCY", &[]),
    executive(Citation::new("6 U.S.C.", "652"), "CISA", "CYBERSECURITY AND INFRASTRUCTURE SECURITY AGENCY", &[]),
    executive(LISTED, "DTRA", "DEFENSE THREAT REDUCTION AGENCY", &[]),
    // Until June 2019 the Defense Security Service.
    executive(Citation::new("E.O. 13869", "84 Fed. Reg. 18125"), "DCSA", "DEFENSE COUNTERINTELLIGENCE AND SECURITY AGENCY", &["DSS"]),
    executive(LISTED, "DARPA", "DEFENSE ADVANCED RESEARCH PROJECTS AGENCY", &[]),
    executive(LISTED, "MDA", "MISSILE DEFENSE AGENCY", &[]),
    executive(LISTED, "NNSA", "NATIONAL NUCLEAR SECURITY ADMINISTRATION", &[]),
    executive(CLASSIFIES, "NRC", "NUCLEAR REGULATORY COMMISSION", &[]),
    executive(LISTED, "FAA", "FEDERAL AVIATION ADMINISTRATION", &[]),
    executive(CLASSIFIES, "NASA", "NATIONAL AERONAUTICS AND SPACE ADMINISTRATION", &[]),
    executive(DIRECTIVE, "NARA", "NATIONAL ARCHIVES AND RECORDS ADMINISTRATION", &["NATIONAL ARCHIVES"]),
    executive(DIRECTIVE, "ISOO", "INFORMATION SECURITY OVERSIGHT OFFICE", &[]),
    executive(CLASSIFIES, "USAID", "AGENCY FOR INTERNATIONAL DEVELOPMENT", &["AID"]),
    executive(CLASSIFIES, "EOP", "EXECUTIVE OFFICE OF PRESIDENT", &["WHITE HOUSE"]),
    executive(LISTED, "NSC", "NATIONAL SECURITY COUNCIL", &[]),
    executive(LISTED, "OMB", "OFFICE OF MANAGEMENT AND BUDGET", &[]),
    executive(CLASSIFIES, "OSTP", "OFFICE OF SCIENCE AND TECHNOLOGY POLICY", &[]),
    executive(CLASSIFIES, "ONDCP", "OFFICE OF NATIONAL DRUG CONTROL POLICY", &[]),
    executive(CLASSIFIES, "USTR", "OFFICE OF TRADE REPRESENTATIVE", &["TRADE REPRESENTATIVE"]),
    executive(CLASSIFIES, "EPA", "ENVIRONMENTAL PROTECTION AGENCY", &[]),
    executive(LISTED, "GSA", "GENERAL SERVICES ADMINISTRATION", &[]),
    executive(LISTED, "OPM", "OFFICE OF PERSONNEL MANAGEMENT", &[]),
    executive(LISTED, "FCC", "FEDERAL COMMUNICATIONS COMMISSION", &[]),
    executive(LISTED, "FRB", "FEDERAL RESERVE BOARD", &["FEDERAL RESERVE"]),
    executive(LISTED, "EXIM", "EXPORT IMPORT BANK", &[]),
    // Until December 2019 the Overseas Private Investment Corporation.
    executive(Citation::new("22 U.S.C.", "9612"), "DFC", "INTERNATIONAL DEVELOPMENT FINANCE CORPORATION", &["OPIC"]),
    executive(LISTED, "SSA", "SOCIAL SECURITY ADMINISTRATION", &[]),
    committee("SSCI", "SENATE SELECT COMMITTEE ON INTELLIGENCE"),
    committee("HPSCI", "HOUSE PERMANENT SELECT COMMITTEE ON INTELLIGENCE"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_found_by_every_name_and_no_name_is_of_two() {
        for agency in &AGENCIES {
            for name in names(agency) {
                assert_eq!(find(name), Some(agency), "{name}");
                assert_eq!(plain(name), name);
            }
        }
        for (name, code) in [
            ("National Archives", "NARA"),
            ("the U.S. Department of State", "STATE"),
            ("dos", "STATE"),
            ("Dept. of Energy", "DOE"),
            ("Harbour Board", ""),
            ("ISOO", "ISOO"),
        ] {
            assert_eq!(find(name).map_or("", Agency::code), code, "{name}");
        }
    }

    #[test]
    fn a_slip_has_a_suggestion() {
        assert_eq!(suggest("STTE"), Some("STATE"));
        assert_eq!(suggest("National Archive"), Some("NATIONAL ARCHIVES"));
        assert_eq!(suggest("KARSHAVN HARBOUR BOARD"), None);
    }
}
