//! What the marks and the header of a document can have wrong.

use super::explanation::Example::{Document, Known, Level, Package};
use super::explanation::{Explanation, row};

pub(super) static ALL: &[Explanation] = &[
    row(
        "unknown-caption",
        Document(
            "UNCLAS PORT VESTA 12\nHARBOR GROUP ONLY\n\nSUBJECT: (U) PILOTS\n\n1. (U) The pilots meet.\n",
        ),
        "A line stands where captions stand and is none that is known. It may restrict the telegram, so it binds every portion: all of it is withheld from readers below the originator.",
        "If the line restricts nothing, take it out of the place of captions or mark it as text. If it does restrict, release the document by hand.",
    ),
    row(
        "damaged-mark",
        Document("SECRET PORT VESTA 12\n\n1. (U) One.\n\n2. (S//NOFRN) Two.\n"),
        "What stands in the place of a mark has the shape of one and cannot be read: an unknown control, half a mark, two marks that disagree. The portion is withheld from all but the originator, at any date.",
        "Look at the original and correct the mark in the source; the finding says which word is not known and what it is near to.",
    ),
    row(
        "missing-level-line",
        Document("1. (U) One.\n\n2. (C) Two.\n\n3. A third.\n"),
        "Nothing says what the document as a whole is classified. Whatever bears no mark of its own counts as TOP SECRET without a date, so that no clearance below it and no day opens it.",
        "Add the level line that the original bears.",
    ),
    row(
        "stray-level-line",
        Document(
            "FM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\n\n1. (U) One.\nCONFIDENTIAL\n\n2. (U) Two.\n",
        ),
        "A line that states a level stands behind the beginning of the text and none before it. It is not taken for the level of the document.",
        "Put the level line where the original has it, above the text.",
    ),
    row(
        "doubtful-mark",
        Document(
            "CONFIDENTIAL PORT VESTA 12\n\n1. (U) One.\n\nCOMMENT: (C) The pilots are late.\n\n2. (U) Two.\n",
        ),
        "This mark may rate a name or one sentence alone. The block that holds it is rated at least as high as the mark says.",
        "Where the mark is that of the block, put it in front. Where it rates a cited title, nothing has to be done.",
    ),
    row(
        "unpaired-region",
        Document(
            "MEMORANDUM FOR THE RECORD\n\nCONFIDENTIAL\n\n(Begin Secret) The pilots are late.\n\nThe pier is open.\n",
        ),
        "A marked region begins or ends and its other end is not there. It counts as reaching as far as it can.",
        "Add the other end where the original has it.",
    ),
    row(
        "unread-level",
        Level("SECRT"),
        "What was given as the level line of a document cannot be read. It may be any level, so that what takes the overall classification is withheld from all but the originator.",
        "Give the level as the document has it, in a spelling of the register.",
    ),
    row(
        "known-level-differs",
        Known {
            document: "CONFIDENTIAL PORT VESTA 12\n\n1. (C) One.\n",
            fact: "level",
            text: "SECRET",
        },
        "A catalogue knows another level than the document states. Both are joined, so that the higher counts; a level that is known lowers nothing.",
        "Find out which is right. Where the document has been declassified, state that, with the authority and the day.",
    ),
    row(
        "known-origin-differs",
        Known {
            document: "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (C) One.\n",
            fact: "origin",
            text: "2006-04-14",
        },
        "A catalogue knows another day of origin than the document states. The instructions are reckoned from both, and each level opens on the later of the days; where one of them gives no day, nothing opens.",
        "Correct the day in the catalogue, or the date line as the original has it.",
    ),
    row(
        "declassified-before-origin",
        Known {
            document: "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\n1. (C) One.\n",
            fact: "declassified",
            text: "2006-03-14 by Director, Office of Harbors",
        },
        "The document would have been declassified before it was written, so that one of the two days is wrong. Nothing opens.",
        "Look up the day of the declassification, and the day of the document.",
    ),
    row(
        "declassification-barred",
        Known {
            document: "SECRET PORT VESTA 12\n\n1. (S) One.\n\n2. (S//RD) Two.\n",
            fact: "declassified",
            text: "2012-03-01 by Director, Office of Harbors",
        },
        "The whole document has been declassified, and a portion holds what that does not open: Restricted Data and the like, a mark that cannot be read, a level that a rule of one's own asks for. The portion stays withheld.",
        "Decide of the portion by itself, or correct its mark.",
    ),
    row(
        "missing-mark",
        Document(
            "CONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (U) One.\n\n2. The pilots are late again this week.\n\n3. (C) Three.\n",
        ),
        "A portion bears no mark in a document that marks the others. It is read by the reading rules: as what it belongs to, as the higher of what stands around it, or as the whole document.",
        "Mark the portion. The finding says as what it is read until then.",
    ),
    row(
        "unmarked-subject",
        Document("CONFIDENTIAL PORT VESTA 12\n\nSUBJECT: PILOTS\n\n1. (U) One.\n\n2. (C) Two.\n"),
        "The subject bears no mark. It counts as the classification of the whole document and is withheld with it.",
        "Mark the subject; most are unclassified.",
    ),
    row(
        "no-portion-marks",
        Document("CONFIDENTIAL PORT VESTA 12\n\nSUBJECT: PILOTS\n\n1. One.\n\n2. Two.\n"),
        "The document is classified and no portion is marked. Every paragraph counts as the whole document.",
        "Mark the portions; or state that the whole text is of one level: `1. (C - ENTIRE TEXT)`.",
    ),
    row(
        "mark-above-document",
        Document("CONFIDENTIAL PORT VESTA 12\n\n1. (U) One.\n\n2. (S) Two.\n"),
        "A portion is marked above the level of the document. One of the two is wrong; both count as the higher.",
        "Raise the level line, or correct the mark.",
    ),
    row(
        "level-above-portions",
        Document("SECRET PORT VESTA 12\n\n1. (U) One.\n\n2. (C) Two.\n"),
        "The level of the document stands above every portion. Together the portions may be classified higher than each alone (a compilation), so none is released below the level.",
        "If it is no compilation, correct the level line, or let portions stand alone: `compilation = \"portions-stand-alone\"`.",
    ),
    row(
        "banner-not-roll-up",
        Document(
            "SECRET//REL TO USA, FVEY\n\nMEMORANDUM FOR THE DIRECTOR\n\nSUBJECT: (U) Pilots\n\n1. (S//NF) One.\n\n2. (U) Two.\n\nSECRET//REL TO USA, FVEY\n",
        ),
        "The banner says more, less or other than the marks of the portions together (their roll-up). Every portion is released by its own mark; what has no mark counts as the join of the banner and every mark.",
        "Correct the banner to the roll-up that the finding names, or the mark that is wrong.",
    ),
    row(
        "number-gap",
        Document("UNCLAS PORT VESTA 12\n\n1. (U) One.\n\n2. (U) Two.\n\n4. (U) Four.\n"),
        "A paragraph number is missing. What stands beside the gap without a mark of its own counts as the whole document, because the paragraph that is missing may have ruled it.",
        "Look whether the copy is complete.",
    ),
    row(
        "number-repeated",
        Document("UNCLAS PORT VESTA 12\n\n1. (U) One.\n\n2. (U) Two.\n\n2. (U) Two again.\n"),
        "A paragraph number repeats or goes back. The text may hold another document.",
        "Look whether two documents were put into one; release each by itself.",
    ),
    row(
        "instruction-denies-classification",
        Document("CONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: N/A\n\n1. (C) One.\n"),
        "The declassification line says that the document is not classified, and its level says that it is. Nothing opens by date.",
        "Correct whichever is wrong.",
    ),
    row(
        "date-barred",
        Document(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nSECRET PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (S//RD) One.\n",
        ),
        "Restricted Data, Formerly Restricted Data and NATO information are declassified by nobody's date. In a document that holds them no date opens anything.",
        "Nothing, if the marks are right: take the line out. Otherwise correct the mark.",
    ),
    row(
        "date-leaves-controls",
        Document(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\nCLASSIFIED BY: DCM A. ODE, REASON: 1.4 (B)\n\n1. (C) One.\n\n2. (SBU) Two.\n",
        ),
        "The date ends the level alone. What is sensitive or controlled stays withheld after it.",
        "Nothing. A person may decide that the sensitivity has passed, with an authority.",
    ),
    row(
        "missing-classifier",
        Document(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\n\n1. (C) One.\n",
        ),
        "A classified document since E.O. 12958 names who classified it or from what it derives. This one does not.",
        "Add the line if the original has it; no verdict hangs on it.",
    ),
    row(
        "missing-reason",
        Document(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\nCLASSIFIED BY: DCM A. ODE\n\n1. (C) One.\n",
        ),
        "An originally classified document gives a reason (section 1.4 or 1.5 of the order). This one does not, so that a package cannot name the category.",
        "Add the reason if the original has it; a package stays a draft without one.",
    ),
    row(
        "reason-without-letter",
        Document(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nCONFIDENTIAL PORT VESTA 12\n\nE.O. 12958: DECL: 03/14/2016\nCLASSIFIED BY: DCM A. ODE, REASON: 1.4\n\n1. (C) One.\n",
        ),
        "The reason names a section and none of its categories.",
        "Add the letter if the original has it; a reviewer has to choose the category otherwise.",
    ),
    row(
        "caption-without-noforn",
        Document("CONFIDENTIAL PORT VESTA 12\n\nEXDIS\n\n1. (C) One.\n"),
        "EXDIS and NODIS require NOFORN, which the document does not state. It counts as stated.",
        "Nothing; the document should have said NOFORN.",
    ),
    row(
        "nodis-with-exdis",
        Document("CONFIDENTIAL PORT VESTA 12\nNOFORN\n\nNODIS\nEXDIS\n\n1. (C) One.\n"),
        "NODIS and EXDIS exclude each other. Both bind every portion.",
        "Find out which of them the document bears, and correct the source.",
    ),
    row(
        "channel-with-caption",
        Document("CONFIDENTIAL PORT VESTA 12\nNOFORN\n\nEXDIS\nDIRGEN CHANNEL\n\n1. (C) One.\n"),
        "A channel caption stands beside another caption; AGREMENT and DIRGEN CHANNEL take none. All bind.",
        "Nothing, unless one of them is a slip.",
    ),
    row(
        "sensitive-without-caption",
        Document(
            "P 141530Z MAR 06\nFM AMEMBASSY PORT VESTA\nTO SECSTATE WASHDC\nUNCLAS PORT VESTA 12\n\n1. (U) One.\n\n2. (SBU) Two.\n",
        ),
        "A portion is (SBU) in an unclassified telegram without the caption SENSITIVE, which such telegrams bear since 2000.",
        "Look whether the mark is right; it counts in any case.",
    ),
    row(
        "mark-in-released-text",
        Package("UNCLAS PORT VESTA 12\n\nREF: VESTA 12; (C) VESTA 13\n\n1. (U) One.\n"),
        "The last look before a text goes out found a mark in it that stands above the label of its portion. The portion is withheld.",
        "Read the portion at that place, and mark it as its text asks.",
    ),
];
