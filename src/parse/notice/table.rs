//! The notices that are known.

/// What a notice asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// The mark of such information, at the lowest level that it has; the level line says more.
    Mark(&'static str),
    /// It binds every portion as a caption does that no reader is known to hold.
    Caption,
    /// What is unmarked is Sensitive But Unclassified at least.
    Sensitive,
}

/// What may stand behind the words of a notice on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    Nothing,
    /// Whatever does: the words are those of nothing else.
    Anything,
    /// The channel by name.
    Channel,
    /// A sign and whatever stands behind it, where the words are in capitals.
    Sign,
    /// Nothing, or what a sign parts from words in capitals.
    Apart,
}

pub(super) struct Notice {
    pub(super) words: &'static str,
    pub(super) behind: Behind,
    pub(super) asks: Asks,
}

const fn notice(words: &'static str, behind: Behind, asks: Asks) -> Notice {
    Notice {
        words,
        behind,
        asks,
    }
}

const RD: Asks = Asks::Mark("C//RD");
const FRD: Asks = Asks::Mark("C//FRD");
const CNWDI: Asks = Asks::Mark("S//RD-CNWDI");
const TFNI: Asks = Asks::Mark("C//TFNI");
const NATO: Asks = Asks::Mark("C//FGI NATO");

/// The Atomic Energy Act of 1954 (CAPCO 2016 H.6 pp104-117), the channels and the warnings that older papers spell out
/// (CAPCO 2016, superseded markings), and the notices of what is unclassified and controlled (DoDM 5200.01 v4).
#[rustfmt::skip]
pub(super) static NOTICES: [Notice; 127] = [
    notice("RESTRICTED DATA AND CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", Behind::Nothing, CNWDI),
    notice("RESTRICTED DATA AND CNWDI", Behind::Nothing, CNWDI),
    notice("RESTRICTED DATA CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", Behind::Nothing, CNWDI),
    notice("RESTRICTED DATA CNWDI", Behind::Nothing, CNWDI),
    notice("RESTRICTED DATA", Behind::Nothing, RD),
    notice("FORMERLY RESTRICTED DATA", Behind::Nothing, FRD),
    notice("CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", Behind::Nothing, CNWDI),
    notice("CNWDI", Behind::Nothing, CNWDI),
    notice("RD", Behind::Nothing, RD),
    notice("FRD", Behind::Nothing, FRD),
    notice("TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION", Behind::Nothing, TFNI),
    notice("TFNI", Behind::Nothing, TFNI),
    notice("ATOMIC ENERGY ACT OF 1954", Behind::Nothing, RD),
    notice("ATOMIC ENERGY ACT 1954", Behind::Nothing, RD),
    notice("HANDLE VIA", Behind::Channel, Asks::Caption),
    notice("HANDLE THROUGH", Behind::Channel, Asks::Caption),
    notice("SPECIAL ACCESS REQUIRED", Behind::Nothing, Asks::Caption),
    notice("SPECIAL HANDLING REQUIRED", Behind::Nothing, Asks::Caption),
    notice("SPECIAL HANDLING", Behind::Nothing, Asks::Caption),
    notice("WARNING NOTICE", Behind::Nothing, Asks::Caption),
    notice("INTELLIGENCE SOURCES AND METHODS INVOLVED", Behind::Anything, Asks::Caption),
    notice("INTELLIGENCE SOURCES OR METHODS INVOLVED", Behind::Anything, Asks::Caption),
    notice("SENSITIVE INTELLIGENCE SOURCES AND METHODS INVOLVED", Behind::Anything, Asks::Caption),
    notice("DISSEMINATION AND EXTRACTION OF INFORMATION CONTROLLED BY ORIGINATOR", Behind::Anything, Asks::Caption),
    notice("PROPRIETARY INFORMATION INVOLVED", Behind::Anything, Asks::Caption),
    notice("NOT RELEASABLE TO CONTRACTORS", Behind::Anything, Asks::Caption),
    notice("NOT FOR PUBLIC RELEASE", Behind::Nothing, Asks::Caption),
    notice("FOR OFFICIAL USE ONLY", Behind::Sign, Asks::Sensitive),
    notice("OFFICIAL USE ONLY", Behind::Sign, Asks::Sensitive),
    notice("INTERNAL USE ONLY", Behind::Apart, Asks::Sensitive),
    notice("ADMINISTRATIVELY CONFIDENTIAL", Behind::Apart, Asks::Sensitive),
    notice("ADMINISTRATIVELY CONTROLLED", Behind::Apart, Asks::Sensitive),
    notice("MEDICAL CONFIDENTIAL", Behind::Apart, Asks::Sensitive),
    notice("STRICTLY CONFIDENTIAL", Behind::Apart, Asks::Sensitive),
    notice("LAW ENFORCEMENT SENSITIVE", Behind::Apart, Asks::Caption),
    notice("SENSITIVE SECURITY INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("SOURCE SELECTION INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("EXPORT CONTROLLED", Behind::Apart, Asks::Sensitive),
    notice("PROPRIETARY INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("ATTORNEY CLIENT PRIVILEGED", Behind::Apart, Asks::Sensitive),
    notice("ATTORNEY CLIENT PRIVILEGE", Behind::Apart, Asks::Sensitive),
    notice("ATTORNEY WORK PRODUCT", Behind::Apart, Asks::Sensitive),
    notice("PREDECISIONAL", Behind::Apart, Asks::Sensitive),
    notice("PRE DECISIONAL", Behind::Apart, Asks::Sensitive),
    notice("DELIBERATIVE", Behind::Apart, Asks::Sensitive),
    notice("DELIBERATIVE PROCESS", Behind::Apart, Asks::Sensitive),
    notice("PREDECISIONAL DRAFT", Behind::Apart, Asks::Sensitive),
    notice("PRE DECISIONAL DRAFT", Behind::Apart, Asks::Sensitive),
    notice("PERSONAL DATA PRIVACY ACT OF 1974", Behind::Apart, Asks::Sensitive),
    notice("DISTRIBUTION AUTHORIZED TO", Behind::Anything, Asks::Sensitive),
    notice("FURTHER DISSEMINATION ONLY AS DIRECTED", Behind::Anything, Asks::Sensitive),
    notice("DO NOT DISTRIBUTE", Behind::Apart, Asks::Sensitive),
    notice("NOT FOR DISTRIBUTION", Behind::Apart, Asks::Sensitive),
    notice("NOT FOR PUBLICATION", Behind::Apart, Asks::Sensitive),
    notice("GRAND JURY MATERIAL", Behind::Apart, Asks::Sensitive),
    notice("GRAND JURY INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("FILED UNDER SEAL", Behind::Apart, Asks::Sensitive),
    notice("UNDER SEAL", Behind::Apart, Asks::Sensitive),
    notice("CONFIDENTIAL BUSINESS INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("CONFIDENTIAL COMMERCIAL INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("COMMERCIAL IN CONFIDENCE", Behind::Apart, Asks::Sensitive),
    notice("PROPRIETARY", Behind::Apart, Asks::Sensitive),
    notice("NAVAL NUCLEAR PROPULSION INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("SAFEGUARDS INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("PROTECTED CRITICAL INFRASTRUCTURE INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY ACT APPLIES", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY ACT OF 1974 APPLIES", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY ACT DATA", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY ACT INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY ACT MATERIAL", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY ACT PROTECTED", Behind::Apart, Asks::Sensitive),
    notice("PRIVACY SENSITIVE", Behind::Apart, Asks::Sensitive),
    notice("PERSONALLY IDENTIFIABLE INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("PII", Behind::Apart, Asks::Sensitive),
    notice("SENSITIVE PII", Behind::Apart, Asks::Sensitive),
    notice("SENSITIVE PERSONALLY IDENTIFIABLE INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("PROTECTED BY THE PRIVACY ACT", Behind::Anything, Asks::Sensitive),
    notice("SUBJECT TO THE PRIVACY ACT", Behind::Anything, Asks::Sensitive),
    notice("EXEMPT FROM DISCLOSURE", Behind::Anything, Asks::Sensitive),
    notice("EXEMPT FROM MANDATORY DISCLOSURE", Behind::Anything, Asks::Sensitive),
    notice("EXEMPT FROM PUBLIC RELEASE", Behind::Anything, Asks::Sensitive),
    notice("EXEMPT FROM PUBLIC DISCLOSURE", Behind::Anything, Asks::Sensitive),
    notice("MAY BE EXEMPT FROM DISCLOSURE", Behind::Anything, Asks::Sensitive),
    notice("MAY BE EXEMPT FROM MANDATORY DISCLOSURE", Behind::Anything, Asks::Sensitive),
    notice("MAY BE EXEMPT FROM PUBLIC RELEASE", Behind::Anything, Asks::Sensitive),
    notice("MAY BE EXEMPT FROM PUBLIC DISCLOSURE", Behind::Anything, Asks::Sensitive),
    notice("DO NOT RELEASE", Behind::Apart, Asks::Sensitive),
    notice("DO NOT FORWARD", Behind::Apart, Asks::Sensitive),
    notice("DO NOT COPY", Behind::Apart, Asks::Sensitive),
    notice("DO NOT DISSEMINATE", Behind::Apart, Asks::Sensitive),
    notice("NOT FOR RELEASE", Behind::Apart, Asks::Sensitive),
    notice("NOT FOR INTERNET DISTRIBUTION", Behind::Apart, Asks::Sensitive),
    notice("NOT FOR INTERNET PUBLICATION", Behind::Apart, Asks::Sensitive),
    notice("PLEASE PROTECT", Behind::Apart, Asks::Sensitive),
    notice("PROTECT ACCORDINGLY", Behind::Apart, Asks::Sensitive),
    notice("PROCUREMENT SENSITIVE", Behind::Apart, Asks::Sensitive),
    notice("MEDICAL IN CONFIDENCE", Behind::Apart, Asks::Sensitive),
    notice("TLP AMBER", Behind::Apart, Asks::Sensitive),
    notice("TLP RED", Behind::Apart, Asks::Sensitive),
    notice("TLP GREEN", Behind::Apart, Asks::Sensitive),
    notice("TRAFFIC LIGHT PROTOCOL AMBER", Behind::Apart, Asks::Sensitive),
    notice("TRAFFIC LIGHT PROTOCOL RED", Behind::Apart, Asks::Sensitive),
    notice("TRAFFIC LIGHT PROTOCOL GREEN", Behind::Apart, Asks::Sensitive),
    notice("NOT RELEASABLE", Behind::Apart, Asks::Sensitive),
    notice("NOT RELEASABLE TO THE PUBLIC", Behind::Apart, Asks::Sensitive),
    notice("FOR U S GOVERNMENT USE ONLY", Behind::Apart, Asks::Sensitive),
    notice("FOR US GOVERNMENT USE ONLY", Behind::Apart, Asks::Sensitive),
    notice("FOR GOVERNMENT USE ONLY", Behind::Apart, Asks::Sensitive),
    notice("U S GOVERNMENT USE ONLY", Behind::Apart, Asks::Sensitive),
    notice("US GOVERNMENT USE ONLY", Behind::Apart, Asks::Sensitive),
    notice("U S GOVERNMENT ONLY", Behind::Apart, Asks::Sensitive),
    notice("US GOVERNMENT ONLY", Behind::Apart, Asks::Sensitive),
    notice("INTERNAL DISTRIBUTION ONLY", Behind::Apart, Asks::Sensitive),
    notice("ADDRESSEE ONLY", Behind::Apart, Asks::Sensitive),
    notice("TO BE OPENED BY ADDRESSEE ONLY", Behind::Apart, Asks::Sensitive),
    notice("ITAR CONTROLLED", Behind::Apart, Asks::Sensitive),
    notice("ITAR RESTRICTED", Behind::Apart, Asks::Sensitive),
    notice("SENSITIVE HOMELAND SECURITY INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("CHEMICAL TERRORISM VULNERABILITY INFORMATION", Behind::Apart, Asks::Sensitive),
    notice("EXECUTIVE PRIVILEGE", Behind::Apart, Asks::Sensitive),
    notice("FOIA EXEMPT", Behind::Apart, Asks::Sensitive),
    notice("EXEMPT FROM FOIA", Behind::Apart, Asks::Sensitive),
    notice("THIS REPORT IS THE PROPERTY OF", Behind::Anything, Asks::Sensitive),
    notice("THIS MATERIAL IS THE PROPERTY OF", Behind::Anything, Asks::Sensitive),
    notice("THIS DOCUMENT IS THE PROPERTY OF", Behind::Anything, Asks::Sensitive),
    notice("THIS INFORMATION IS THE PROPERTY OF", Behind::Anything, Asks::Sensitive),
];

/// What a document may say that it contains, beside the information that those ask a mark for.
#[rustfmt::skip]
pub(super) static CONTENTS: [Notice; 32] = [
    notice("NATO INFORMATION", Behind::Anything, NATO),
    notice("NATO CLASSIFIED INFORMATION", Behind::Anything, NATO),
    notice("NATO SECRET", Behind::Anything, NATO),
    notice("NATO CONFIDENTIAL", Behind::Anything, NATO),
    notice("CODEWORD", Behind::Anything, Asks::Caption),
    notice("COMINT", Behind::Anything, Asks::Caption),
    notice("INFORMATION EXEMPT FROM", Behind::Anything, Asks::Sensitive),
    notice("SENSITIVE SECURITY INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("SSI", Behind::Anything, Asks::Sensitive),
    notice("SOURCE SELECTION INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("PROPRIETARY INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("TECHNICAL DATA WHOSE EXPORT IS", Behind::Anything, Asks::Sensitive),
    notice("TECHNICAL DATA SUBJECT TO", Behind::Anything, Asks::Sensitive),
    notice("EXPORT CONTROLLED", Behind::Anything, Asks::Sensitive),
    notice("PRIVACY ACT", Behind::Anything, Asks::Sensitive),
    notice("PERSONALLY IDENTIFIABLE INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("SENSITIVE PERSONALLY IDENTIFIABLE INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("PII", Behind::Anything, Asks::Sensitive),
    notice("INFORMATION PROTECTED BY THE PRIVACY ACT", Behind::Anything, Asks::Sensitive),
    notice("INFORMATION SUBJECT TO THE PRIVACY ACT", Behind::Anything, Asks::Sensitive),
    notice("INFORMATION THAT IS EXEMPT FROM", Behind::Anything, Asks::Sensitive),
    notice("INFORMATION WHICH IS EXEMPT FROM", Behind::Anything, Asks::Sensitive),
    notice("INFORMATION THAT MAY BE EXEMPT FROM", Behind::Anything, Asks::Sensitive),
    notice("INFORMATION WHICH MAY BE EXEMPT FROM", Behind::Anything, Asks::Sensitive),
    notice("CONFIDENTIAL BUSINESS INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("GRAND JURY MATERIAL", Behind::Anything, Asks::Sensitive),
    notice("GRAND JURY INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("SAFEGUARDS INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("NAVAL NUCLEAR PROPULSION INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", Behind::Anything, Asks::Sensitive),
    notice("LAW ENFORCEMENT SENSITIVE", Behind::Anything, Asks::Sensitive),
    // `… of the FBI. It is the property of the FBI and is loaned to your agency`.
    notice("NEITHER RECOMMENDATIONS NOR", Behind::Anything, Asks::Sensitive),
];

/// The words before a notice that only draw attention to it, or say what stage a paper has reached.
pub(super) const HEADS: [&str; 4] = ["WARNING NOTICE", "WARNING", "CAUTION", "DRAFT"];

/// Words that keep a paper from others, and what stands beside them where a line holds nothing else:
/// `PRIVILEGED ATTORNEY-CLIENT COMMUNICATION`, `Pre-decisional and deliberative`.
pub(super) const KEEPS: [&str; 5] = [
    "DECISIONAL",
    "DELIBERATIVE",
    "PREDECISIONAL",
    "PRIVILEGED",
    "PROPRIETARY",
];
pub(super) const BESIDE: [&str; 20] = [
    "AND",
    "ATTORNEY",
    "BUSINESS",
    "CLIENT",
    "COMMUNICATION",
    "COMMUNICATIONS",
    "COMPANY",
    "CONFIDENTIAL",
    "CONTRACTOR",
    "DATA",
    "DOCUMENT",
    "DRAFT",
    "INFORMATION",
    "INTERNAL",
    "MATERIAL",
    "PRE",
    "PROCESS",
    "PRODUCT",
    "SENSITIVE",
    "WORK",
];
