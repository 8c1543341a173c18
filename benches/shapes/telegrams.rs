//! Shapes of telegrams, and of texts without any head.

use super::list::{NONE, Shape, TELEGRAM, letter, shape};

pub(crate) const SHAPES: &[Shape] = &[
    shape(
        "numbered paragraphs, all readable",
        TELEGRAM,
        |i| format!("{}. (C) The pilot waits for lamps.\n\n", i + 1),
        "",
    ),
    shape(
        "numbered paragraphs, (U) and (S) in turn",
        TELEGRAM,
        |i| {
            format!(
                "{}. ({}) The pilot waits for lamps.\n\n",
                i + 1,
                if i % 2 == 0 { "U" } else { "S" }
            )
        },
        "",
    ),
    shape(
        "numbered paragraphs without marks",
        TELEGRAM,
        |i| format!("{}. The pilot waits for lamps.\n\n", i + 1),
        "",
    ),
    shape(
        "numbered paragraphs without blank lines",
        TELEGRAM,
        |i| format!("{}. (U) The pilot waits for lamps.\n", i + 1),
        "",
    ),
    shape(
        "numbers that repeat",
        TELEGRAM,
        |_| "1. (U) The pilot waits for lamps.\n\n".to_owned(),
        "",
    ),
    shape(
        "numbers that fall",
        TELEGRAM,
        |i| format!("{}. (U) The pilot waits for lamps.\n\n", 1_000_000 - i),
        "",
    ),
    shape(
        "numbers with gaps",
        TELEGRAM,
        |i| {
            format!(
                "{}. (U) The pilot waits for lamps.\n\nThe pilot waits for lamps. The pilot waits for lamps.\n\n",
                i * 3 + 1
            )
        },
        "",
    ),
    shape("numbers only", TELEGRAM, |i| format!("{}.\n", i + 1), ""),
    shape(
        "damaged numbers",
        TELEGRAM,
        |i| format!("{}, (C) The pilot waits for lamps.\n\n", i + 1),
        "",
    ),
    shape(
        "damaged marks",
        TELEGRAM,
        |i| format!("{}. (C/NF// The pilot waits for lamps.\n\n", i + 1),
        "",
    ),
    shape(
        "unreadable marks",
        TELEGRAM,
        |i| format!("{}. (QX{i}) The pilot waits for lamps.\n\n", i + 1),
        "",
    ),
    shape(
        "headings between paragraphs",
        TELEGRAM,
        |i| {
            format!(
                "HEADING {i}\n\n{}. (C) The pilot waits for lamps.\n\n",
                i + 1
            )
        },
        "",
    ),
    shape(
        "headings and no paragraph",
        TELEGRAM,
        |i| format!("HEADING {i}\n\n"),
        "",
    ),
    shape(
        "headings behind one paragraph",
        TELEGRAM,
        |i| {
            format!(
                "{}HEADING {i}\n\n",
                if i == 0 { "1. (C) Boats:\n\n" } else { "" }
            )
        },
        "",
    ),
    shape(
        "headings in two lines",
        TELEGRAM,
        |i| format!("HEADING {i}\nOF THE PIER\n\n"),
        "",
    ),
    shape(
        "sub-paragraphs of one paragraph, marked",
        TELEGRAM,
        |i| {
            format!(
                "{}{}. (C) The pilot waits for lamps.\n\n",
                if i == 0 { "1. (U) Boats:\n\n" } else { "" },
                letter(i)
            )
        },
        "",
    ),
    shape(
        "sub-paragraphs of one paragraph, unmarked",
        TELEGRAM,
        |i| {
            format!(
                "{}{}. The pilot waits for lamps.\n\n",
                if i == 0 { "1. (U) Boats:\n\n" } else { "" },
                letter(i)
            )
        },
        "",
    ),
    shape(
        "sub-paragraphs, every second marked",
        TELEGRAM,
        |i| {
            format!(
                "{}. {}The pilot waits for lamps.\n\n",
                letter(i),
                if i % 2 == 0 { "(C) " } else { "" }
            )
        },
        "",
    ),
    shape(
        "bullets",
        TELEGRAM,
        |_| "- The pilot waits for lamps.\n".to_owned(),
        "",
    ),
    shape(
        "nested numbers",
        TELEGRAM,
        |i| {
            format!(
                "{}.{}.{} (C) The pilot waits for lamps.\n\n",
                i / 100 + 1,
                i / 10 % 10 + 1,
                i % 10 + 1
            )
        },
        "",
    ),
    shape(
        "blocks of text between two marks",
        TELEGRAM,
        |_| "The pilot waits for lamps. The pilot waits for lamps.\n\n".to_owned(),
        "9. (C) End.\n",
    ),
    shape(
        "one paragraph of many lines",
        TELEGRAM,
        |_| "The pilot waits for lamps.\n".to_owned(),
        "",
    ),
    shape(
        "one line",
        TELEGRAM,
        |_| "The pilot waits for lamps. ".to_owned(),
        "",
    ),
    shape("one word", TELEGRAM, |_| "a".to_owned(), ""),
    shape(
        "paragraphs on one line",
        TELEGRAM,
        |i| format!("{}. (C) The pilot waits for lamps. ", i + 1),
        "",
    ),
    shape(
        "forwarded telegrams",
        TELEGRAM,
        |i| {
            format!(
                "CONFIDENTIAL VESTA {i}\n\nSUBJECT: (C) Boats\n\n1. (C) The pilot waits for lamps.\n\n"
            )
        },
        "",
    ),
    shape(
        "sections of a telegram",
        TELEGRAM,
        |i| {
            format!(
                "NNNN\n\nS E C R E T SECTION {} OF 99 VESTA 7\n\n{}. (S) The pilot waits for lamps.\n\n",
                i % 99 + 1,
                i + 1
            )
        },
        "",
    ),
    shape(
        "page lines",
        TELEGRAM,
        |i| {
            format!(
                "The pilot waits for lamps.\nVESTA 00000007  {:03} OF 999\n",
                i % 999
            )
        },
        "",
    ),
    shape(
        "transmission lines",
        TELEGRAM,
        |i| format!("PAGE {i}\nACTION ARA-{i}\nINFO OCT-{i}\n"),
        "",
    ),
    shape(
        "distinct programmes in numbered paragraphs",
        TELEGRAM,
        |i| format!("{}. (TS//SAR-A{i}//NF) Boats.\n\nHEADING\n\n", i + 1),
        "",
    ),
    shape(
        "findings",
        TELEGRAM,
        |i| format!("{}. (S//NOFRN) Boats.\n\n", i + 1),
        "",
    ),
    shape(
        "signatures",
        TELEGRAM,
        |i| format!("C. ODE {i}\nNNNN\n"),
        "",
    ),
    shape(
        "withheld places",
        TELEGRAM,
        |i| format!("{}. [withheld: classified]\n\n", i + 1),
        "",
    ),
    shape("banners and nothing", NONE, |_| "SECRET\n\n".to_owned(), ""),
    shape(
        "level lines of telegrams",
        NONE,
        |i| format!("SECRET VESTA {i}\n\n"),
        "",
    ),
    shape(
        "level lines with lists",
        NONE,
        |i| format!("SECRET//REL TO USA, GBR, AUS\nCaveats: LINE {i}\n"),
        "",
    ),
    shape(
        "level lines with lists under them",
        NONE,
        |i| format!("SECRET VESTA {i}\n\n{}", "AAA\n".repeat(20)),
        "",
    ),
    shape(
        "captions",
        NONE,
        |i| {
            format!(
                "{}NODIS\n\n",
                if i == 0 { "SECRET VESTA 1\n\n" } else { "" }
            )
        },
        "",
    ),
    shape(
        "unknown captions",
        NONE,
        |i| {
            format!(
                "{}GROUP {i}\n\n",
                if i == 0 { "SECRET VESTA 1\n\n" } else { "" }
            )
        },
        "",
    ),
    shape(
        "address lines",
        NONE,
        |i| {
            format!(
                "{}AMEMBASSY POST {i}\n",
                if i == 0 {
                    "O 141630Z MAR 06\nFM VESTA\nTO "
                } else {
                    ""
                }
            )
        },
        "",
    ),
    shape(
        "INFO lines",
        NONE,
        |i| format!("INFO AMEMBASSY POST {i}\n"),
        "",
    ),
    shape(
        "TAGS in one line",
        NONE,
        |i| {
            format!(
                "{}TAG{i}, ",
                if i == 0 {
                    "SECRET VESTA 1\n\nTAGS: "
                } else {
                    ""
                }
            )
        },
        "",
    ),
    shape(
        "references in a list",
        NONE,
        |i| {
            format!(
                "{}{}) VESTA {i}\n     ",
                if i == 0 {
                    "SECRET VESTA 1\n\nSUBJECT: (U) X\nREF: "
                } else {
                    ""
                },
                letter(i).to_uppercase()
            )
        },
        "",
    ),
    shape(
        "order lines",
        NONE,
        |i| format!("E.O. 12958: DECL: 03/14/20{:02}\n", i % 80 + 10),
        "",
    ),
    shape(
        "header lines of a memorandum",
        NONE,
        |i| format!("FROM: Ode {i}\nTO: Birk\nSUBJECT: (U) Boats\n"),
        "",
    ),
    shape(
        "subjects",
        NONE,
        |i| format!("SUBJECT: (C) Boats {i}\n"),
        "",
    ),
    shape(
        "tear lines",
        NONE,
        |_| "//UNCLASSIFIED//\n\nThe pilot waits for lamps.\n\n".to_owned(),
        "",
    ),
    shape(
        "releases in a row",
        NONE,
        |_| "UNCLASSIFIED\n\n[withheld: classified]\n\n(U) Boats.\n\n".to_owned(),
        "",
    ),
    shape(
        "printout fields",
        NONE,
        |i| format!("MRN:          12 VESTA {i}\nCaptions:     SENSITIVE\n"),
        "",
    ),
];
