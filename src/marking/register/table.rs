//! The register: every control that has a fixed name, as one table.
//!
//! Order is normative (CAPCO 2016 G Table 4): a mark writes its categories, and the values within one, as they stand here.

use super::Level;
use crate::Citation;

/// The part of a mark between two double slashes, in the order in which a mark writes them (CAPCO 2016 A.6, D.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::marking) enum Category {
    /// Sensitive compartmented information.
    Sci,
    /// Special access programs.
    Sap,
    /// Special access programs of NATO: BALK and BOHEMIA stand by themselves (CAPCO 2016 H.7 p127).
    NonUs,
    /// Atomic Energy Act information; ATOMAL follows the US controls (CAPCO 2016 H.7 p122).
    Aea,
    /// Foreign government information.
    Fgi,
    /// Controlled unclassified information.
    Cui,
    /// Dissemination controls of the intelligence community, foreign disclosure and release.
    Dissem,
    /// Dissemination controls of other agencies.
    NonIc,
    /// Captions of telegrams that have no portion mark.
    Caption,
}

impl Category {
    /// What a message calls a value of it.
    pub(in crate::marking) const fn noun(self) -> &'static str {
        match self {
            Self::Sci => "SCI control system",
            Self::Sap => "special access program",
            Self::Aea => "Atomic Energy Act control",
            Self::NonUs => "NATO control",
            Self::Fgi => "foreign government information",
            Self::Cui => "CUI category",
            Self::Dissem | Self::NonIc => "dissemination control",
            Self::Caption => "caption",
        }
    }
}

/// What a control asks of its reader (CAPCO 2016 G Table 5; ODNI ISM-ACES).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::marking) enum Need {
    /// Nothing: it tells the holder how to handle the text.
    Nothing,
    /// A read-in of its own name.
    ReadIn,
    /// To work for the US federal government.
    Federal,
    /// The same, and to be a US citizen.
    UsaFederal,
    /// To be named, in person or by agency, on the originator's list.
    Listed,
    /// To work for the executive branch.
    Executive,
    /// To work for the Department of State.
    StateOnly,
    /// Foreign disclosure and release: judged by citizenship for the mark as a whole.
    Release,
}

/// One row of the register: a control with a fixed name.
///
/// ```
/// let row = tearline::marking::register().find(|row| row.portion() == "SI-G").unwrap();
/// assert_eq!(row.banner(), "SI-G");
/// assert_eq!(row.floor(), Some(tearline::marking::Level::TopSecret));
/// assert_eq!(row.citation().to_string(), "CAPCO 2016 H.4 p80");
/// ```
#[derive(Debug)]
pub struct Row {
    pub(in crate::marking) control: Control,
    pub(in crate::marking) category: Category,
    /// In words.
    pub(in crate::marking) title: &'static str,
    /// As a banner line shortens it.
    pub(in crate::marking) banner: &'static str,
    /// As a portion mark writes it.
    pub(in crate::marking) portion: &'static str,
    /// The lowest level it may stand with.
    pub(in crate::marking) floor: Option<Level>,
    /// The highest level it may stand with.
    pub(in crate::marking) ceiling: Option<Level>,
    pub(in crate::marking) need: Need,
    pub(in crate::marking) source: Citation,
}

impl Row {
    /// In words, as a banner line may spell it out.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// As a banner line shortens it.
    #[must_use]
    pub const fn banner(&self) -> &'static str {
        self.banner
    }

    /// As a portion mark writes it.
    #[must_use]
    pub const fn portion(&self) -> &'static str {
        self.portion
    }

    /// The lowest level it may stand with; `None` where it may stand with any.
    #[must_use]
    pub const fn floor(&self) -> Option<Level> {
        self.floor
    }

    /// The highest level it may stand with; `None` where it may stand with any.
    #[must_use]
    pub const fn ceiling(&self) -> Option<Level> {
        self.ceiling
    }

    /// What kind of control it is, in words.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.category.noun()
    }

    /// Where it stands in the rulebook.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        self.source
    }
}

/// Every control with a fixed name, in the order in which marks write them (CAPCO 2016 G Table 4).
///
/// ```
/// let of = |portion: &str| tearline::marking::register().find(|row| row.portion() == portion);
/// assert_eq!(of("NF").unwrap().title(), "NOT RELEASABLE TO FOREIGN NATIONALS");
/// assert!(of("NOFRN").is_none());
/// ```
pub fn register() -> impl Iterator<Item = &'static Row> {
    ROWS.iter()
}

/// A control with a fixed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(in crate::marking) enum Control {
    /// BUR.
    Bur,
    /// BUR-BLG.
    BurBlg,
    /// BUR-DTP.
    BurDtp,
    /// BUR-WRG.
    BurWrg,
    /// The HUMINT Control System, on its own in older marks.
    Hcs,
    /// HCS-OPERATIONS.
    HcsO,
    /// HCS-PRODUCT.
    HcsP,
    /// HCS-X.
    HcsX,
    /// KLAMATH.
    Klm,
    /// KLAMATH-R.
    KlmR,
    /// MARVEL.
    Mvl,
    /// RESERVE, never without a compartment.
    Rsv,
    /// Special Intelligence.
    Si,
    /// ECRU.
    SiEu,
    /// GAMMA.
    SiG,
    /// NONBOOK.
    SiNk,
    /// TALENT KEYHOLE.
    Tk,
    /// BLUEFISH.
    TkBlfh,
    /// IDITAROD.
    TkIdit,
    /// KANDIK.
    TkKand,
    /// Handle via special access channels only.
    Hvsaco,
    /// NATO BALK.
    Balk,
    /// NATO BOHEMIA.
    Bohemia,
    /// Restricted Data.
    Rd,
    /// Critical Nuclear Weapon Design Information.
    Cnwdi,
    /// Formerly Restricted Data.
    Frd,
    /// DoD Unclassified Controlled Nuclear Information.
    Dcni,
    /// DOE Unclassified Controlled Nuclear Information.
    Ucni,
    /// Transclassified Foreign Nuclear Information.
    Tfni,
    /// NATO ATOMAL.
    Atomal,
    /// Foreign government information whose origin is concealed.
    Fgi,
    /// Risk Sensitive.
    Rs,
    /// For Official Use Only.
    Fouo,
    /// Originator Controlled.
    Oc,
    /// Originator Controlled, pre-approved for the US Government.
    OcUsgov,
    /// Controlled Imagery.
    Imc,
    /// Not releasable to foreign nationals.
    Nf,
    /// Proprietary information.
    Pr,
    /// Authorized for release to a list.
    Rel,
    /// Releasable by a disclosure official.
    Relido,
    /// Eyes only of a list.
    Eyes,
    /// DEA Sensitive.
    Dsen,
    /// Raw FISA information.
    RawFisa,
    /// FISA information.
    Fisa,
    /// Display to a list, no copy.
    DisplayOnly,
    /// Waived special access program.
    Waived,
    /// Federal employees only.
    FedOnly,
    /// Federal employees and contractors only.
    FedCon,
    /// No dissemination to contractors.
    NoCon,
    /// Dissemination list only.
    DlOnly,
    /// Attorney and client.
    Ac,
    /// Attorney work product.
    Awp,
    /// Limited Distribution.
    Ds,
    /// Exclusive Distribution.
    Xd,
    /// No Distribution.
    Nd,
    /// Sensitive But Unclassified.
    Sbu,
    /// Sensitive But Unclassified, not for foreign nationals.
    SbuNf,
    /// Limited Official Use, the State Department's word until 1995.
    Lou,
    /// Law Enforcement Sensitive.
    Les,
    /// Law Enforcement Sensitive, not for foreign nationals.
    LesNf,
    /// Sensitive Security Information.
    Ssi,
    /// Naval Nuclear Propulsion Information.
    Nnpi,
    /// Controlled Unclassified Information.
    Cui,
    /// State Department distribution only.
    Stadis,
    /// The State Department's limited distribution of telegrams, which is not NGA's LIMDIS.
    LimitedTelegram,
    /// A caption that restricts distribution and has no portion mark.
    Captioned,
}

impl Control {
    /// Its row of the register.
    pub(in crate::marking) fn row(self) -> &'static Row {
        // The table has a row for every variant, in the order of the variants: a test says so.
        ROWS.get(self as usize).unwrap_or(&ROWS[0])
    }
}

const fn row(
    control: Control,
    category: Category,
    names: [&'static str; 3],
    floor: Option<Level>,
    ceiling: Option<Level>,
    need: Need,
    source: Citation,
) -> Row {
    let [title, banner, portion] = names;
    Row {
        control,
        category,
        title,
        banner,
        portion,
        floor,
        ceiling,
        need,
        source,
    }
}

const fn capco(place: &'static str) -> Citation {
    Citation::new("CAPCO 2016", place)
}

/// The register.
#[rustfmt::skip]
pub(in crate::marking) static ROWS: [Row; 66] = [
    row(Control::Bur, Category::Sci, ["BUR", "BUR", "BUR"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::BurBlg, Category::Sci, ["BUR-BLG", "BUR-BLG", "BUR-BLG"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::BurDtp, Category::Sci, ["BUR-DTP", "BUR-DTP", "BUR-DTP"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::BurWrg, Category::Sci, ["BUR-WRG", "BUR-WRG", "BUR-WRG"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::Hcs, Category::Sci, ["HCS", "HCS", "HCS"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p62")),
    row(Control::HcsO, Category::Sci, ["HCS-OPERATIONS", "HCS-O", "HCS-O"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p64")),
    row(Control::HcsP, Category::Sci, ["HCS-PRODUCT", "HCS-P", "HCS-P"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p66")),
    row(Control::HcsX, Category::Sci, ["HCS-X", "HCS-X", "HCS-X"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::Klm, Category::Sci, ["KLAMATH", "KLM", "KLM"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::KlmR, Category::Sci, ["KLAMATH-R", "KLM-R", "KLM-R"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::Mvl, Category::Sci, ["MARVEL", "MVL", "MVL"], Some(Level::Secret), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::Rsv, Category::Sci, ["RESERVE", "RSV", "RSV"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p70")),
    row(Control::Si, Category::Sci, ["SPECIAL INTELLIGENCE", "SI", "SI"], Some(Level::Confidential), None, Need::ReadIn, capco("H.4 p74")),
    row(Control::SiEu, Category::Sci, ["SI-ECRU", "SI-EU", "SI-EU"], Some(Level::TopSecret), None, Need::ReadIn, capco("H.4 p78")),
    row(Control::SiG, Category::Sci, ["SI-GAMMA", "SI-G", "SI-G"], Some(Level::TopSecret), None, Need::ReadIn, capco("H.4 p80")),
    row(Control::SiNk, Category::Sci, ["SI-NONBOOK", "SI-NK", "SI-NK"], Some(Level::TopSecret), None, Need::ReadIn, capco("H.4 p83")),
    row(Control::Tk, Category::Sci, ["TALENT KEYHOLE", "TK", "TK"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p85")),
    row(Control::TkBlfh, Category::Sci, ["TALENT KEYHOLE-BLUEFISH", "TK-BLFH", "TK-BLFH"], Some(Level::TopSecret), None, Need::ReadIn, capco("H.4 p87")),
    row(Control::TkIdit, Category::Sci, ["TALENT KEYHOLE-IDITAROD", "TK-IDIT", "TK-IDIT"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p91")),
    row(Control::TkKand, Category::Sci, ["TALENT KEYHOLE-KANDIK", "TK-KAND", "TK-KAND"], Some(Level::Secret), None, Need::ReadIn, capco("H.4 p95")),
    row(Control::Hvsaco, Category::Sap, ["HANDLE VIA SPECIAL ACCESS CHANNELS ONLY", "HVSACO", "HVSACO"], None, None, Need::ReadIn, Citation::policy("Department of Defense marks are read, never written")),
    row(Control::Balk, Category::NonUs, ["BALK", "BALK", "BALK"], Some(Level::Confidential), None, Need::ReadIn, capco("G Table 4")),
    row(Control::Bohemia, Category::NonUs, ["BOHEMIA", "BOHEMIA", "BOHEMIA"], Some(Level::Confidential), None, Need::ReadIn, capco("G Table 4")),
    row(Control::Rd, Category::Aea, ["RESTRICTED DATA", "RD", "RD"], Some(Level::Confidential), None, Need::ReadIn, capco("H.6 p104")),
    row(Control::Cnwdi, Category::Aea, ["RESTRICTED DATA-CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", "RD-CNWDI", "RD-CNWDI"], Some(Level::Secret), None, Need::ReadIn, capco("H.6 p106")),
    row(Control::Frd, Category::Aea, ["FORMERLY RESTRICTED DATA", "FRD", "FRD"], Some(Level::Confidential), None, Need::Nothing, capco("H.6 p111")),
    row(Control::Dcni, Category::Aea, ["DOD UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", "DOD UCNI", "DCNI"], None, Some(Level::Unclassified), Need::Federal, capco("H.6 p116")),
    row(Control::Ucni, Category::Aea, ["DOE UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", "DOE UCNI", "UCNI"], None, Some(Level::Unclassified), Need::Federal, capco("H.6 p118")),
    row(Control::Tfni, Category::Aea, ["TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION", "TFNI", "TFNI"], Some(Level::Confidential), None, Need::Nothing, capco("H.6 p120")),
    row(Control::Atomal, Category::Aea, ["ATOMAL", "ATOMAL", "ATOMAL"], Some(Level::Confidential), None, Need::ReadIn, capco("G Table 4")),
    row(Control::Fgi, Category::Fgi, ["FOREIGN GOVERNMENT INFORMATION", "FGI", "FGI"], None, None, Need::Federal, capco("H.7 p122")),
    row(Control::Rs, Category::Dissem, ["RISK SENSITIVE", "RSEN", "RS"], Some(Level::Secret), None, Need::Nothing, capco("H.8 p132")),
    row(Control::Fouo, Category::Dissem, ["FOR OFFICIAL USE ONLY", "FOUO", "FOUO"], None, Some(Level::Unclassified), Need::Federal, capco("H.8 p134")),
    row(Control::Oc, Category::Dissem, ["ORIGINATOR CONTROLLED", "ORCON", "OC"], Some(Level::Confidential), None, Need::Listed, capco("H.8 p136")),
    row(Control::OcUsgov, Category::Dissem, ["ORIGINATOR CONTROLLED-USGOV", "ORCON-USGOV", "OC-USGOV"], Some(Level::Confidential), None, Need::Executive, capco("H.8 p139")),
    row(Control::Imc, Category::Dissem, ["CONTROLLED IMAGERY", "IMCON", "IMC"], Some(Level::Secret), None, Need::Nothing, capco("H.8 p142")),
    row(Control::Nf, Category::Dissem, ["NOT RELEASABLE TO FOREIGN NATIONALS", "NOFORN", "NF"], None, None, Need::Release, capco("H.8 p145")),
    row(Control::Pr, Category::Dissem, ["CAUTION-PROPRIETARY INFORMATION INVOLVED", "PROPIN", "PR"], None, None, Need::Listed, capco("H.8 p148")),
    row(Control::Rel, Category::Dissem, ["AUTHORIZED FOR RELEASE TO", "REL TO", "REL"], None, None, Need::Release, capco("H.8 p150")),
    row(Control::Relido, Category::Dissem, ["RELEASABLE BY INFORMATION DISCLOSURE OFFICIAL", "RELIDO", "RELIDO"], None, None, Need::Release, capco("H.8 p154")),
    row(Control::Eyes, Category::Dissem, ["EYES ONLY", "EYES ONLY", "EYES"], Some(Level::Confidential), None, Need::Release, capco("H.8 p157")),
    row(Control::Dsen, Category::Dissem, ["DEA SENSITIVE", "DEA SENSITIVE", "DSEN"], None, None, Need::UsaFederal, capco("H.8 p159")),
    row(Control::RawFisa, Category::Dissem, ["RAW FOREIGN INTELLIGENCE SURVEILLANCE ACT", "RAWFISA", "RAWFISA"], None, None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::Fisa, Category::Dissem, ["FOREIGN INTELLIGENCE SURVEILLANCE ACT", "FISA", "FISA"], None, None, Need::Federal, capco("H.8 p161")),
    row(Control::DisplayOnly, Category::Dissem, ["DISPLAY ONLY", "DISPLAY ONLY", "DISPLAY ONLY"], None, None, Need::Release, capco("H.8 p163")),
    row(Control::Waived, Category::Dissem, ["WAIVED", "WAIVED", "WAIVED"], Some(Level::Confidential), None, Need::ReadIn, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::FedOnly, Category::Dissem, ["FED ONLY", "FED ONLY", "FED ONLY"], None, None, Need::Federal, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::FedCon, Category::Dissem, ["FEDCON", "FEDCON", "FEDCON"], None, None, Need::Federal, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::NoCon, Category::Dissem, ["NOCON", "NOCON", "NOCON"], None, None, Need::Federal, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::DlOnly, Category::Dissem, ["DL ONLY", "DL ONLY", "DL ONLY"], None, None, Need::Listed, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::Ac, Category::Dissem, ["ATTORNEY-CLIENT", "AC", "AC"], None, None, Need::Listed, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::Awp, Category::Dissem, ["ATTORNEY-WP", "AWP", "AWP"], None, None, Need::Listed, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::Ds, Category::NonIc, ["LIMITED DISTRIBUTION", "LIMDIS", "DS"], None, Some(Level::Unclassified), Need::UsaFederal, capco("H.9 p170")),
    row(Control::Xd, Category::NonIc, ["EXCLUSIVE DISTRIBUTION", "EXDIS", "XD"], None, None, Need::Listed, capco("H.9 p172")),
    row(Control::Nd, Category::NonIc, ["NO DISTRIBUTION", "NODIS", "ND"], None, None, Need::Listed, capco("H.9 p174")),
    row(Control::Sbu, Category::NonIc, ["SENSITIVE BUT UNCLASSIFIED", "SBU", "SBU"], None, Some(Level::Unclassified), Need::Federal, capco("H.9 p176")),
    row(Control::SbuNf, Category::NonIc, ["SENSITIVE BUT UNCLASSIFIED NOFORN", "SBU NOFORN", "SBU-NF"], None, Some(Level::Unclassified), Need::UsaFederal, capco("H.9 p178")),
    row(Control::Lou, Category::NonIc, ["LIMITED OFFICIAL USE", "LIMITED OFFICIAL USE", "LOU"], None, Some(Level::Unclassified), Need::Federal, Citation::new("STATE 018029", "2 Feb 2000")),
    row(Control::Les, Category::NonIc, ["LAW ENFORCEMENT SENSITIVE", "LES", "LES"], None, None, Need::Federal, capco("H.9 p181")),
    row(Control::LesNf, Category::NonIc, ["LAW ENFORCEMENT SENSITIVE NOFORN", "LES NOFORN", "LES-NF"], None, None, Need::UsaFederal, capco("H.9 p185")),
    row(Control::Ssi, Category::NonIc, ["SENSITIVE SECURITY INFORMATION", "SSI", "SSI"], None, None, Need::Federal, capco("H.9 p189")),
    row(Control::Nnpi, Category::NonIc, ["NAVAL NUCLEAR PROPULSION INFORMATION", "NNPI", "NNPI"], None, None, Need::UsaFederal, Citation::new("ODNI ISM 202111.202211", "CVEnumISM")),
    row(Control::Cui, Category::Cui, ["CONTROLLED UNCLASSIFIED INFORMATION", "CUI", "CUI"], None, None, Need::Federal, Citation::new("NARA CUI Marking Handbook", "2019 pp14-40")),
    row(Control::Stadis, Category::Caption, ["STADIS", "STADIS", "STADIS"], None, None, Need::StateOnly, Citation::new("5 FAH-2", "H-440")),
    row(Control::LimitedTelegram, Category::Caption, ["LD", "LD", "LD"], None, None, Need::Listed, Citation::policy("a caption without a rule at hand is read by those on the originator's list alone")),
    row(Control::Captioned, Category::Caption, ["CAPTIONED", "CAPTIONED", "CAPTIONED"], None, None, Need::Listed, Citation::new("5 FAH-2", "H-440")),
];
