//! Shapes of memoranda.

use super::list::{PAPER, Shape, letter, shape, trigraph};

pub(crate) const SHAPES: &[Shape] = &[
    shape(
        "bullets with marks",
        PAPER,
        |_| "- (C) The pilot waits for lamps.\n".to_owned(),
        "",
    ),
    shape(
        "bullets with marks behind",
        PAPER,
        |_| "- The pilot waits for lamps. (C)\n".to_owned(),
        "",
    ),
    shape("one line of open brackets", PAPER, |_| "(".to_owned(), ""),
    shape("one line of closed brackets", PAPER, |_| ")".to_owned(), ""),
    shape("brackets that nest", PAPER, |_| "((a".to_owned(), ""),
    shape("lines of open brackets", PAPER, |_| "(\n".to_owned(), ""),
    shape("half marks", PAPER, |_| "(S ".to_owned(), ""),
    shape("marks in one line", PAPER, |_| "(C) ".to_owned(), ""),
    shape(
        "marks with words in one line",
        PAPER,
        |_| "(C) boats ".to_owned(),
        "",
    ),
    shape(
        "unmistakable marks in one line",
        PAPER,
        |_| "boats (S//NF) ".to_owned(),
        "",
    ),
    shape(
        "letters in one line",
        PAPER,
        |i| format!("({}) boats ", letter(i)),
        "",
    ),
    shape(
        "letters at line starts",
        PAPER,
        |i| format!("({}) boats.\n", letter(i)),
        "",
    ),
    shape(
        "letters as blocks",
        PAPER,
        |i| format!("({}) boats.\n\n", letter(i)),
        "",
    ),
    shape(
        "capital letters as blocks",
        PAPER,
        |i| format!("({}) boats.\n\n", letter(i).to_uppercase()),
        "",
    ),
    shape(
        "marks in front",
        PAPER,
        |_| "(C) The pilot waits for lamps.\n\n".to_owned(),
        "",
    ),
    shape(
        "marks in front and unmarked in turn",
        PAPER,
        |_| {
            "(C) The pilot waits for lamps.\n\nThe pilot waits for lamps. The pilot waits for lamps.\n\n".to_owned()
        },
        "",
    ),
    shape(
        "marks behind",
        PAPER,
        |_| "The pilot waits for lamps. The pilot waits for lamps. (C)\n\n".to_owned(),
        "",
    ),
    shape(
        "marks behind every third",
        PAPER,
        |_| {
            "The pilot waits for lamps. The pilot waits for lamps.\n\nThe pilot waits for lamps. The pilot waits for lamps.\n\nThe pilot waits for lamps. (C)\n\n".to_owned()
        },
        "",
    ),
    shape(
        "no marks",
        PAPER,
        |_| "The pilot waits for lamps. The pilot waits for lamps.\n\n".to_owned(),
        "",
    ),
    shape(
        "banners between blocks",
        PAPER,
        |_| "SECRET\n\n(C) The pilot waits for lamps.\n\n".to_owned(),
        "",
    ),
    shape(
        "instructions",
        PAPER,
        |i| format!("Declassify On: 20{:02}0314\n", i % 80 + 10),
        "",
    ),
    shape(
        "classifiers",
        PAPER,
        |i| format!("Classified By: Ode {i}\nReason: 1.4(b)\n"),
        "",
    ),
    shape(
        "labels at line starts",
        PAPER,
        |i| format!("NOTE: (C) boats {i}\n"),
        "",
    ),
    shape(
        "messages in messages",
        PAPER,
        |_| {
            "-----Original Message-----\nFrom: Ode\nSent: Tuesday, March 14, 2006 4:12 PM\nSubject: (C) Boats\n\n(C) The pilot waits for lamps.\n\n".to_owned()
        },
        "",
    ),
    shape(
        "quote signs, ever more",
        PAPER,
        |i| format!("{} (C) boats\n", ">".repeat(i % 300)),
        "",
    ),
    shape(
        "regions",
        PAPER,
        |_| "(Begin Secret)\n\nThe pilot waits for lamps.\n\n(End Secret)\n\n".to_owned(),
        "",
    ),
    shape(
        "regions that do not end",
        PAPER,
        |_| "(Begin Secret)\n\nThe pilot waits for lamps.\n\n".to_owned(),
        "",
    ),
    shape(
        "rows of a table",
        PAPER,
        |_| "(U) boat     (C) cargo\n".to_owned(),
        "",
    ),
    shape("one wide row", PAPER, |_| "(U) boat     ".to_owned(), ""),
    shape(
        "bars",
        PAPER,
        |_| "| (U) boat | (C) cargo |\n".to_owned(),
        "",
    ),
    shape(
        "Markdown headings",
        PAPER,
        |i| format!("### (C) Boats {i}\n\nThe pilot waits for lamps.\n\n"),
        "",
    ),
    shape("emphasis signs", PAPER, |_| "**_`".to_owned(), ""),
    shape("entities", PAPER, |_| "&nbsp;&#40;C&#41; ".to_owned(), ""),
    shape(
        "tags of HTML",
        PAPER,
        |_| "<p><b>(C)</b> boats".to_owned(),
        "",
    ),
    shape("open tags", PAPER, |_| "<b ".to_owned(), ""),
    shape("blank lines", PAPER, |_| "\n".to_owned(), ""),
    shape(
        "lines of spaces",
        PAPER,
        |_| format!("{}\n", " ".repeat(60)),
        "",
    ),
    shape("spaces in one line", PAPER, |_| " ".to_owned(), ""),
    shape("tabs in one line", PAPER, |_| "\t".to_owned(), ""),
    shape(
        "carriage returns",
        PAPER,
        |_| "(C) The pilot waits for lamps.\r\r".to_owned(),
        "",
    ),
    shape(
        "line separators",
        PAPER,
        |_| "(C) The pilot waits for lamps.\u{2028}".to_owned(),
        "",
    ),
    shape(
        "characters without width",
        PAPER,
        |_| "\u{200b}".to_owned(),
        "",
    ),
    shape(
        "full-width brackets",
        PAPER,
        |_| "\u{ff08}C\u{ff09} ".to_owned(),
        "",
    ),
    shape(
        "characters of four bytes",
        PAPER,
        |_| "\u{1f6a2}".to_owned(),
        "",
    ),
    shape("full stops", PAPER, |_| ".".to_owned(), ""),
    shape("ends of sentences", PAPER, |_| "A. ".to_owned(), ""),
    shape("colons", PAPER, |_| "A: ".to_owned(), ""),
    shape(
        "slashes in one bracket",
        PAPER,
        |i| format!("{}//A", if i == 0 { "(S" } else { "" }),
        "",
    ),
    shape(
        "distinct compartments in one mark",
        PAPER,
        |i| format!("{}-A{i}", if i == 0 { "(TS//SI" } else { "" }),
        "//NF) Boats.\n",
    ),
    shape(
        "distinct compartments, a mark each",
        PAPER,
        |i| format!("(TS//SI-A{i}//NF) Boats.\n\n"),
        "",
    ),
    shape(
        "distinct sub-compartments in one mark",
        PAPER,
        |i| format!("{}A{i} ", if i == 0 { "(TS//SI-G " } else { "" }),
        "//OC/NF) Boats.\n",
    ),
    shape(
        "distinct sub-compartments, a mark each",
        PAPER,
        |i| format!("(TS//SI-G A{i}//OC/NF) Boats.\n\n"),
        "",
    ),
    shape(
        "distinct programmes in one mark",
        PAPER,
        |i| format!("{}A{i}/", if i == 0 { "(TS//SAR-" } else { "" }),
        "B//NF) Boats.\n",
    ),
    shape(
        "distinct programmes, a mark each",
        PAPER,
        |i| format!("(TS//SAR-A{i}//NF) Boats.\n\n"),
        "",
    ),
    shape(
        "distinct release lists",
        PAPER,
        |i| format!("(S//REL TO USA, {}) Boats.\n\n", trigraph(i)),
        "",
    ),
    shape(
        "one release list",
        PAPER,
        |i| {
            format!(
                "{}, {}",
                if i == 0 { "(S//REL TO USA" } else { "" },
                trigraph(i)
            )
        },
        ") Boats.\n",
    ),
    shape(
        "foreign levels",
        PAPER,
        |i| format!("(//{} S) Boats.\n\n", trigraph(i)),
        "",
    ),
    shape(
        "controls in one mark",
        PAPER,
        |i| format!("{}/OC", if i == 0 { "(S//NF" } else { "" }),
        ") Boats.\n",
    ),
    shape(
        "names with marks behind",
        PAPER,
        |i| format!("\"Boats {i} (C)\", "),
        "",
    ),
    shape(
        "footnotes",
        PAPER,
        |i| format!("{i}/ (C) The pilot waits for lamps.\n"),
        "",
    ),
];
