//! The departments and agencies of the United States that a reader can work for.

use crate::text::within_one;

/// A department, agency or committee, as a reader's `agency` key names it.
///
/// ```
/// use tearline::marking::agencies;
///
/// let archives = agencies().find(|agency| agency.code() == "NARA").unwrap();
/// assert_eq!(archives.name(), "NATIONAL ARCHIVES AND RECORDS ADMINISTRATION");
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Agency {
    pub(super) code: &'static str,
    name: &'static str,
    /// Other abbreviations and short names.
    others: &'static [&'static str],
    pub(super) branch: Branch,
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
}

/// Every department, agency and committee that is known by name.
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
    code: &'static str,
    name: &'static str,
    others: &'static [&'static str],
) -> Agency {
    Agency {
        code,
        name,
        others,
        branch: Branch::Executive,
    }
}

const fn committee(code: &'static str, name: &'static str) -> Agency {
    Agency {
        code,
        name,
        others: &[],
        branch: Branch::IntelligenceCommittee,
    }
}

/// The executive departments (5 U.S.C. 101) and military departments (5 U.S.C. 102), the intelligence community (50 U.S.C.
/// 3003(4)), and the other agencies that classify, declassify or hold classified records by the United States Government
/// Manual; the two intelligence committees of Congress. An agency that is not here gives a reader nothing.
#[rustfmt::skip]
static AGENCIES: [Agency; 66] = [
    executive("STATE", "DEPARTMENT OF STATE", &["DOS", "INR"]),
    executive("TREASURY", "DEPARTMENT OF TREASURY", &["USDT"]),
    executive("DOD", "DEPARTMENT OF DEFENSE", &["DEFENSE", "OSD"]),
    executive("DOJ", "DEPARTMENT OF JUSTICE", &["JUSTICE"]),
    executive("DOI", "DEPARTMENT OF INTERIOR", &["INTERIOR"]),
    executive("USDA", "DEPARTMENT OF AGRICULTURE", &["AGRICULTURE"]),
    executive("DOC", "DEPARTMENT OF COMMERCE", &["COMMERCE"]),
    executive("DOL", "DEPARTMENT OF LABOR", &["LABOR"]),
    executive("HHS", "DEPARTMENT OF HEALTH AND HUMAN SERVICES", &[]),
    executive("HUD", "DEPARTMENT OF HOUSING AND URBAN DEVELOPMENT", &[]),
    executive("DOT", "DEPARTMENT OF TRANSPORTATION", &["TRANSPORTATION"]),
    executive("DOE", "DEPARTMENT OF ENERGY", &["ENERGY"]),
    executive("ED", "DEPARTMENT OF EDUCATION", &["EDUCATION"]),
    executive("VA", "DEPARTMENT OF VETERANS AFFAIRS", &[]),
    executive("DHS", "DEPARTMENT OF HOMELAND SECURITY", &["HOMELAND SECURITY"]),
    executive("ARMY", "DEPARTMENT OF ARMY", &["USA"]),
    executive("NAVY", "DEPARTMENT OF NAVY", &["USN"]),
    executive("USAF", "DEPARTMENT OF AIR FORCE", &["AIR FORCE"]),
    executive("USMC", "MARINE CORPS", &[]),
    executive("USSF", "SPACE FORCE", &[]),
    executive("USCG", "COAST GUARD", &[]),
    executive("JCS", "JOINT CHIEFS OF STAFF", &["JOINT STAFF"]),
    executive("ODNI", "OFFICE OF DIRECTOR OF NATIONAL INTELLIGENCE", &["DNI"]),
    executive("CIA", "CENTRAL INTELLIGENCE AGENCY", &[]),
    executive("NSA", "NATIONAL SECURITY AGENCY", &["NSA/CSS", "CSS"]),
    executive("DIA", "DEFENSE INTELLIGENCE AGENCY", &[]),
    executive("NGA", "NATIONAL GEOSPATIAL INTELLIGENCE AGENCY", &["NIMA"]),
    executive("NRO", "NATIONAL RECONNAISSANCE OFFICE", &[]),
    executive("FBI", "FEDERAL BUREAU OF INVESTIGATION", &[]),
    executive("DEA", "DRUG ENFORCEMENT ADMINISTRATION", &[]),
    executive("ATF", "BUREAU OF ALCOHOL TOBACCO FIREARMS AND EXPLOSIVES", &[]),
    executive("USMS", "MARSHALS SERVICE", &[]),
    executive("BOP", "BUREAU OF PRISONS", &[]),
    executive("USSS", "SECRET SERVICE", &[]),
    executive("CBP", "CUSTOMS AND BORDER PROTECTION", &[]),
    executive("ICE", "IMMIGRATION AND CUSTOMS ENFORCEMENT", &[]),
    executive("TSA", "TRANSPORTATION SECURITY ADMINISTRATION", &[]),
    executive("FEMA", "FEDERAL EMERGENCY MANAGEMENT AGENCY", &[]),
    executive("CISA", "CYBERSECURITY AND INFRASTRUCTURE SECURITY AGENCY", &[]),
    executive("DTRA", "DEFENSE THREAT REDUCTION AGENCY", &[]),
    executive("DCSA", "DEFENSE COUNTERINTELLIGENCE AND SECURITY AGENCY", &["DSS"]),
    executive("DARPA", "DEFENSE ADVANCED RESEARCH PROJECTS AGENCY", &[]),
    executive("MDA", "MISSILE DEFENSE AGENCY", &[]),
    executive("NNSA", "NATIONAL NUCLEAR SECURITY ADMINISTRATION", &[]),
    executive("NRC", "NUCLEAR REGULATORY COMMISSION", &[]),
    executive("FAA", "FEDERAL AVIATION ADMINISTRATION", &[]),
    executive("NASA", "NATIONAL AERONAUTICS AND SPACE ADMINISTRATION", &[]),
    executive("NARA", "NATIONAL ARCHIVES AND RECORDS ADMINISTRATION", &["NATIONAL ARCHIVES"]),
    executive("ISOO", "INFORMATION SECURITY OVERSIGHT OFFICE", &[]),
    executive("USAID", "AGENCY FOR INTERNATIONAL DEVELOPMENT", &["AID"]),
    executive("EOP", "EXECUTIVE OFFICE OF PRESIDENT", &["WHITE HOUSE"]),
    executive("NSC", "NATIONAL SECURITY COUNCIL", &[]),
    executive("OMB", "OFFICE OF MANAGEMENT AND BUDGET", &[]),
    executive("OSTP", "OFFICE OF SCIENCE AND TECHNOLOGY POLICY", &[]),
    executive("ONDCP", "OFFICE OF NATIONAL DRUG CONTROL POLICY", &[]),
    executive("USTR", "OFFICE OF TRADE REPRESENTATIVE", &["TRADE REPRESENTATIVE"]),
    executive("EPA", "ENVIRONMENTAL PROTECTION AGENCY", &[]),
    executive("GSA", "GENERAL SERVICES ADMINISTRATION", &[]),
    executive("OPM", "OFFICE OF PERSONNEL MANAGEMENT", &[]),
    executive("FCC", "FEDERAL COMMUNICATIONS COMMISSION", &[]),
    executive("FRB", "FEDERAL RESERVE BOARD", &["FEDERAL RESERVE"]),
    executive("EXIM", "EXPORT IMPORT BANK", &[]),
    executive("DFC", "INTERNATIONAL DEVELOPMENT FINANCE CORPORATION", &["OPIC"]),
    executive("SSA", "SOCIAL SECURITY ADMINISTRATION", &[]),
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
