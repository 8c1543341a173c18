//! What keeps a package a draft.

use super::explanation::Example::{Decided, Package};
use super::explanation::{Explanation, row};

/// A telegram in which one paragraph is sensitive and nothing is classified.
const SENSITIVE: &str = "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nUNCLAS PORT VESTA 12\n\nSENSITIVE\n\nSUBJECT: (U) PILOTS\n\n1. (U) One.\n\n2. (SBU) Two.\n";

/// A telegram of 1974.
const OLD: &str = "P 141530Z MAR 74\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nLIMITED OFFICIAL USE PORT VESTA 12\n\nSUBJECT: (U) PILOTS\n\n1. (U) One.\n\n2. (LOU) Two.\n";

pub(super) static ALL: &[Explanation] = &[
    row(
        "several-reasons",
        Package(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\nCLASSIFIED BY: DCM A. ODE, REASON: 1.4 (B), (D)\n\n1. (C) One.\n",
        ),
        "The reason line, or a decision, names several categories, and nothing says which of them holds for the portion. The excision shows them all, and the package is a draft.",
        "Name the category of each excision (`letter`), or say why more than one holds (`why_several`).",
    ),
    row(
        "no-reason",
        Package("CONFIDENTIAL PORT VESTA 12\n\n1. (U) One.\n\n2. (C) Two.\n"),
        "Something is withheld as classified, and no reason line names a category of section 1.4. The package is a draft.",
        "Name the category (`letter`).",
    ),
    row(
        "exemption-undecided",
        Package(SENSITIVE),
        "Something is withheld that is sensitive and not classified. A mark for sensitive information is by itself no exemption, so that the package is a draft.",
        "Choose the exemption of the portion in a decision, or of all of them: `--sbu-exemption b5`.",
    ),
    row(
        "no-description",
        Package(SENSITIVE),
        "An index of withholdings says of each what is withheld, as far as that can be said without releasing it. Nobody has said it, so that the package is a draft.",
        "Describe what is withheld (`description`).",
    ),
    row(
        "no-harm",
        Package(SENSITIVE),
        "An agency withholds only where it foresees that the release would harm an interest that an exemption protects, or where a law forbids the release. Nobody has said which, so that the package is a draft.",
        "Say the harm (`harm`); where a law forbids the release, say so.",
    ),
    row(
        "no-segregability",
        Package(SENSITIVE),
        "Any part of a record that can be segregated is released. Nobody has said why no part of this portion can be, so that the package is a draft.",
        "Release the part, or say why there is none (`segregability`).",
    ),
    row(
        "no-statute",
        Decided {
            document: SENSITIVE,
            portion: "paragraph 2",
            decision: "exemption B3",
        },
        "Exemption (b)(3) holds only with another statute that forbids the release, and none is named.",
        "Name the statute (`statute`): `50 U.S.C. 3024(i)(1)`.",
    ),
    row(
        "no-reviewer",
        Package(SENSITIVE),
        "Nobody is named who answers for what is withheld and what is not. What only a program has decided is a draft.",
        "Name the person: `--reviewer \"I. Birk\"`.",
    ),
    row(
        "old-deliberation",
        Decided {
            document: OLD,
            portion: "paragraph 2",
            decision: "exemption B5",
        },
        "The deliberative process privilege of exemption (b)(5) does not apply to what was made 25 years or more before it was requested. The record is as old as that, or the day on which it was made is not known. Without a day of the request, the day of the release counts.",
        "Release the portion, or choose another exemption. Where the privilege is one of an attorney, name it (`statute`).",
    ),
    row(
        "exemption-amiss",
        Decided {
            document: "SECRET PORT VESTA 12\n\n1. (U) One.\n\n2. (U//LES) Two.\n",
            portion: "paragraph 2",
            decision: "exemption B5",
        },
        "The mark says what protects the portion, and the exemption is for something else: Restricted Data without (b)(3), law enforcement without (b)(7), a firm's secrets without (b)(4); a category of classified information for what is not classified; or an exemption for a mark that cannot be read.",
        "Choose the exemption that the mark asks for, or say the mark that the portion has.",
    ),
    row(
        "reason-of-another-order",
        Package(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\nCLASSIFIED BY: DCM A. ODE, REASON: 1.5 (D)\n\n1. (C) One.\n",
        ),
        "The categories of classified information stood in section 1.5 of E.O. 12958 until its amendment of 2003 and stand in section 1.4 since then; older orders counted them otherwise. The category is that of an order that was not in force on the day of the document.",
        "Name the category as section 1.4 counts it (`letter`).",
    ),
];
