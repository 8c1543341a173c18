//! What a mark can state that the register forbids.

use super::explanation::Example::{Banner, Portion};
use super::explanation::{Explanation, row};

/// What is to be done about such a mark.
const LOOK: &str = "Find out which part of the mark is wrong; as it stands nobody but the originator may see what it covers.";

pub(super) static ALL: &[Explanation] = &[
    row(
        "control-below-floor",
        Portion("U//OC"),
        "The control needs a higher level than the one that stands with it.",
        "Correct the level or the control: ORCON stands with C or higher.",
    ),
    row(
        "control-above-ceiling",
        Portion("S//FOUO"),
        "The control is for unclassified information and stands with a classification level.",
        "Take the control out: a classified portion is protected by its level.",
    ),
    row(
        "release-markings-exclude",
        Portion("S//NF/REL TO USA, GBR"),
        "The mark says both that no foreign national may see it and who may.",
        LOOK,
    ),
    row(
        "distribution-controls-exclude",
        Portion("S//NF//XD/ND"),
        "NODIS, EXDIS, SBU and SBU NOFORN exclude each other.",
        LOOK,
    ),
    row(
        "les-controls-exclude",
        Portion("U//LES/LES-NF"),
        "LES and LES NOFORN exclude each other.",
        LOOK,
    ),
    row(
        "orcon-excludes",
        Portion("S//OC/OC-USGOV"),
        "ORCON and ORCON-USGOV exclude each other, RELIDO, and some compartments.",
        LOOK,
    ),
    row(
        "lou-beside-sbu",
        Portion("U//SBU/LOU"),
        "LIMITED OFFICIAL USE became SBU on 1 October 1995; a mark says one or the other.",
        LOOK,
    ),
    row(
        "hcs-companion",
        Portion("S//HCS-P"),
        "HCS requires NOFORN, and ORCON with O or a sub-compartment.",
        "Add what is missing if the original has it.",
    ),
    row(
        "gamma-companion",
        Portion("TS//SI-G//NF"),
        "SI-G requires ORCON.",
        "Add it if the original has it.",
    ),
    row(
        "tk-compartment-companion",
        Portion("TS//TK-BLFH"),
        "TK-BLFH, TK-IDIT and TK-KAND require NOFORN.",
        "Add it if the original has it.",
    ),
    row(
        "distribution-companion",
        Portion("S//XD"),
        "EXDIS and NODIS require NOFORN.",
        "Add it if the original has it: `S//NF//XD`.",
    ),
    row(
        "cnwdi-companion",
        Portion("S//CNWDI"),
        "CNWDI stands only as a subset of RD. A mark that is read is given its RD, so that only one put together by a program breaks this.",
        "Write `S//RD-CNWDI` if that is what is meant.",
    ),
    row(
        "reserve-alone",
        Portion("S//RSV"),
        "RESERVE requires a compartment.",
        "Add the compartment if the original has it.",
    ),
    row(
        "joint-excludes",
        Portion("//JOINT S USA GBR//NF"),
        "A joint mark takes no NOFORN and no HCS: its other owners are foreign.",
        LOOK,
    ),
    row(
        "joint-release",
        Portion("//JOINT S USA GBR//REL TO USA, AUS"),
        "A joint mark has the United States among its owners and a release list that names them all.",
        "Complete the list.",
    ),
    row(
        "release-list-without-others",
        Portion("S//REL TO USA"),
        "A release or display list names somebody besides the United States.",
        LOOK,
    ),
    row(
        "banner-release-list",
        Banner("SECRET//REL"),
        "REL and EYES stand without their lists in portion marks alone, where the banner has the list.",
        "Add the list to the banner.",
    ),
    row(
        "eyes-only-list",
        Portion("S//USA/JPN EYES ONLY"),
        "EYES ONLY names second parties alone.",
        LOOK,
    ),
];
