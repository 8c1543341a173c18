//! Shapes of document: a head, a piece that repeats, and an end.

/// A document of any length.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    head: &'static str,
    piece: fn(usize) -> String,
    tail: &'static str,
}

impl Shape {
    /// About so many bytes of it.
    pub(crate) fn text(&self, size: usize) -> String {
        let mut text = self.head.to_owned();
        let mut count = 0;
        while text.len() + self.tail.len() < size {
            text.push_str(&(self.piece)(count));
            count += 1;
        }
        text.push_str(self.tail);
        text
    }
}

const TELEGRAM: &str = "O 141630Z MAR 06\nFM AMEMBASSY VESTA\nTO SECSTATE WASHDC\n\nS E C R E T VESTA 000012\n\nE.O. 12958: DECL: 03/14/2016\nTAGS: PREL\nSUBJECT: (U) BOATS\n\n";
const PAPER: &str = "SECRET\n\nMEMORANDUM FOR THE RECORD\n\nMarch 14, 2006\n\n";
const NONE: &str = "";

/// `a` to `z`, `aa` to `zz`.
fn letter(index: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let one = |index: usize| LETTERS.get(index % 26).copied().map_or('z', char::from);
    String::from(one(index)).repeat(index / 26 % 2 + 1)
}

fn trigraph(index: usize) -> String {
    let one = |index: usize| letter(index % 26).to_uppercase();
    format!("{}{}{}", one(index / 676), one(index / 26), one(index))
}

const fn shape(
    name: &'static str,
    head: &'static str,
    piece: fn(usize) -> String,
    tail: &'static str,
) -> Shape {
    Shape {
        name,
        head,
        piece,
        tail,
    }
}

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
        "paragraphs on one line",
        TELEGRAM,
        |i| format!("{}. (C) The pilot waits for lamps. ", i + 1),
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
        "tear lines",
        NONE,
        |_| "//UNCLASSIFIED//\n\nThe pilot waits for lamps.\n\n".to_owned(),
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
        "distinct programmes in numbered paragraphs",
        TELEGRAM,
        |i| format!("{}. (TS//SAR-A{i}//NF) Boats.\n\nHEADING\n\n", i + 1),
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
        "findings",
        TELEGRAM,
        |i| format!("{}. (S//NOFRN) Boats.\n\n", i + 1),
        "",
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
    shape(
        "signatures",
        TELEGRAM,
        |i| format!("C. ODE {i}\nNNNN\n"),
        "",
    ),
    shape(
        "releases in a row",
        NONE,
        |_| "UNCLASSIFIED\n\n[withheld: classified]\n\n(U) Boats.\n\n".to_owned(),
        "",
    ),
    shape(
        "withheld places",
        TELEGRAM,
        |i| format!("{}. [withheld: classified]\n\n", i + 1),
        "",
    ),
    shape(
        "printout fields",
        NONE,
        |i| format!("MRN:          12 VESTA {i}\nCaptions:     SENSITIVE\n"),
        "",
    ),
];
