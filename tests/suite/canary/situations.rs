//! Where a mark stands: the plain places, and inside, under and behind text of another level.

mod odd;

use super::truth::Truth;
use super::write::Writer;

/// How a body leads its portions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Host {
    /// `1. (C) …`
    Numbered,
    /// `(C) …`
    Front,
}

pub(crate) struct Body {
    pub(crate) host: Host,
    pub(crate) number: usize,
}

impl Body {
    pub(crate) const fn new(host: Host) -> Self {
        Self { host, number: 0 }
    }

    /// So many situations, and one portion that reaches the level line.
    pub(crate) fn write(&mut self, w: &mut Writer<'_>, count: usize) {
        for index in 0..count {
            if !w.odd(45) {
                self.plain(w);
            } else {
                self.inside(w);
            }
            if index == 1 && w.chance(30) {
                self.heading(w);
            }
        }
        self.lead(w);
        let top = w.scheme.top;
        w.marked(top, "plain");
        w.blank();
        w.essential();
    }

    fn lead(&mut self, w: &mut Writer<'_>) {
        self.number += 1;
        if self.host == Host::Numbered {
            let number = self.number;
            w.number(format!("{number}."));
        }
    }

    fn plain(&mut self, w: &mut Writer<'_>) {
        self.lead(w);
        let mark = w.any_mark();
        w.marked(mark, "plain");
        if self.host == Host::Numbered && w.chance(15) {
            // An unmarked paragraph of its own belongs to it.
            let portion = w.doc.portions.len() - 1;
            w.text("\n\n").words(portion, 3);
        }
        w.blank();
    }

    fn heading(&mut self, w: &mut Writer<'_>) {
        let name = [
            "Summary",
            "Talks with the Owners",
            "COMMENT",
            "The Second Day",
            "---- ECONOMY ----",
            "BACKGROUND:",
        ][w.between(0, 6)];
        let name = w.cased(name);
        w.text(name);
        w.blank();
    }

    /// The same, where what follows on its line may raise it.
    fn open_or_raised(&mut self, w: &mut Writer<'_>) {
        self.open(w);
        if let Some(portion) = w.doc.portions.last_mut() {
            portion.truth = portion.truth.unsure();
        }
    }

    /// A (U) portion of the host, without an end.
    fn open(&mut self, w: &mut Writer<'_>) {
        self.lead(w);
        let sentences = w.between(1, 3);
        w.marked_words("U", "(U) with another inside", sentences);
    }

    #[allow(
        clippy::too_many_lines,
        reason = "a list of situations, each a few lines"
    )]
    fn inside(&mut self, w: &mut Writer<'_>) {
        let mark = w.above();
        match w.between(0, 34) {
            0 => {
                self.open(w);
                let label = w.pick(&[
                    "NOTE:",
                    "Note:",
                    "COMMENT:",
                    "Comment:",
                    "Action:",
                    "Background:",
                    "Remarks:",
                ]);
                w.text("\n")
                    .label(label)
                    .marked(mark, "label at line start inside a block");
            }
            1 => {
                self.open(w);
                let label = w.pick(&[
                    "Table 2:",
                    "Figure 3.",
                    "Attachment:",
                    "Enclosure:",
                    "Re:",
                    "Subject:",
                    "SUBJ:",
                    "Tab A:",
                    "Annex B:",
                    "Appendix 1:",
                ]);
                w.text("\n")
                    .label(label)
                    .marked_title(mark, "table, attachment or subject label inside a block");
            }
            2 => {
                self.open(w);
                let bullet = w.pick(&[
                    "-", "*", "\u{2022}", "o", "--", "\u{2013}", "\u{25aa}", "\u{b7}", "+",
                ]);
                for at in 0..w.between(2, 4) {
                    let mark = if at == 0 { mark } else { w.any_mark() };
                    w.text("\n")
                        .number(bullet)
                        .marked(mark, "bullet on the next line");
                }
            }
            3 => {
                self.open(w);
                let bullet = w.pick(&["-", "*", "\u{2022}", "o", "--", "- -"]);
                for at in 0..w.between(2, 4) {
                    let mark = if at == 0 { mark } else { w.any_mark() };
                    w.text("\n\n")
                        .number(bullet)
                        .marked(mark, "bullet behind a blank line");
                }
            }
            4 => {
                self.open(w);
                let (one, two) = [
                    ("a.", "b."),
                    ("(1)", "(2)"),
                    ("a)", "b)"),
                    ("(a)", "(b)"),
                    ("i.", "ii."),
                    ("A.", "B."),
                ][w.between(0, 6)];
                let gap = w.pick(&["\n", "\n\n", "\n   "]);
                w.text(gap).number(one).marked(mark, "sub-paragraph");
                let mark = w.any_mark();
                w.text(gap).number(two).marked(mark, "sub-paragraph");
            }
            5 => {
                self.open(w);
                let number = w.pick(&[
                    "a. (1)", "(1) (a)", "- -", "1.a.", "2.1.1", "a.(1)", "1.1", "3 .",
                ]);
                let gap = w.pick(&["\n", "\n\n"]);
                w.text(gap)
                    .number(number)
                    .marked(mark, "odd or nested number");
            }
            6 => {
                self.open(w);
                let name = w.pick(&[
                    "FEES",
                    "Costs",
                    "THE PIER",
                    "Names of the Owners",
                    "---------",
                    "Part Two",
                ]);
                let gap = w.pick(&["\n", "\n\n"]);
                w.text(gap)
                    .text(name)
                    .text("\n")
                    .marked(mark, "mark under a heading line");
            }
            7 => {
                self.open_or_raised(w);
                let gap = w.pick(&[" ", "  ", "\t", "\n", "   "]);
                w.text(gap).marked(mark, "behind the end of a sentence");
            }
            8 => {
                self.open_or_raised(w);
                self.number += 1;
                let number = self.number;
                let gap = w.pick(&[" ", "  ", "\n"]);
                w.text(gap)
                    .number(format!("{number}."))
                    .marked(mark, "several paragraphs on one line");
                if self.host == Host::Front {
                    self.number -= 1;
                }
            }
            9 => {
                self.lead(w);
                w.cell("U", "(U) row of a table");
                let gap = w.pick(&["   ", "\t", " | ", "     "]);
                for at in 0..w.between(2, 5) {
                    let (one, two) = if at == 1 { (mark, "U") } else { ("U", mark) };
                    w.text("\n").cell(one, "first cell of a row");
                    w.text(gap).cell(two, "second cell of a row");
                }
            }
            10 => {
                self.open(w);
                let end = w.pick(&[
                    ";",
                    ":",
                    "--",
                    "...",
                    "?",
                    "!",
                    ".\"",
                    ".)",
                    ".]",
                    ".\u{2019}",
                    " -",
                    ",",
                ]);
                w.text(end)
                    .text("\n")
                    .marked(mark, "line start behind another ending");
            }
            11 => {
                self.open(w);
                w.text("\n\n");
                let sign = w.pick(&["> ", ">", ">> ", "| "]);
                w.text(sign).number("1.").marked_title("U", "quoted lines");
                w.text("\n")
                    .text(sign)
                    .number("2.")
                    .marked_title(mark, "quoted lines");
            }
            12 => {
                self.open(w);
                let (name, kind) = match mark.split('/').next() {
                    Some("TS") => ("Top Secret", "TS"),
                    Some("S") => ("Secret", "S"),
                    Some("C") => ("Confidential", "C"),
                    _ => ("SBU", "SBU"),
                };
                let portion = w.portion(Truth::of(kind), "region");
                let (open, close) = [
                    ("(Begin ", "(End "),
                    ("[Begin ", "[End "),
                    ("BEGIN ", "END "),
                ][w.between(0, 3)];
                let shut = match open.chars().next() {
                    Some('(') => ")",
                    Some('[') => "]",
                    _ => "",
                };
                let gap = w.pick(&["\n\n", "\n"]);
                w.text(gap).text(format!("{open}{name}{shut}")).text(gap);
                w.words(portion, 2)
                    .text(gap)
                    .text(format!("{close}{name}{shut}"));
            }
            13 => {
                self.open(w);
                w.text("\n\n-----Original Message-----\nFrom: Ode, Benno\nSent: Tuesday, March 14, 2006 4:12 PM\nTo: Birk, Alma\n");
                let label = w.pick(&["Subject:", "Subj:", "Re:", "RE:"]);
                w.label(label)
                    .marked_title(mark, "subject of a message inside");
                if w.chance(50) {
                    let second = w.above();
                    let gap = w.pick(&["\n", "\n\n"]);
                    w.text(gap)
                        .marked(second, "text under the header of a message inside");
                }
            }
            14 => {
                self.open(w);
                let sign = w.pick(&["[1]", "1/", "*", "\u{b9}", "**", "1)", "#", "\u{2020}"]);
                let gap = w.pick(&["\n", "\n\n"]);
                w.text(gap).number(sign).marked(mark, "footnote");
            }
            15 => {
                self.lead(w);
                let mark = [
                    "S//NF",
                    "C//NF",
                    "SBU",
                    "S//REL TO USA, GBR",
                    "TS//SI//NF",
                    "SBU/NF",
                    "S/NF",
                    "NOFORN",
                    "FOUO",
                ][w.between(0, 9)];
                let truth = if mark == "NOFORN" {
                    Truth::of("S//NF")
                } else {
                    Truth::of(mark)
                };
                let before =
                    w.portion(Truth::of("U").unsure(), "(U) before a mark in mid-sentence");
                w.mark("U").text(" ").title(before).text(" ");
                let portion = w.portion(truth, "unmistakable mark in mid-sentence");
                w.mark(mark).text(" ").words(portion, 1);
            }
            16 => {
                self.open(w);
                let line = w.pick(&[
                    "\nKARSHAVN 00001234  002 OF 003\n",
                    "\n\nKARSHAVN 00001234  002 OF 003\n\n",
                    "\nPAGE 02\n",
                    "\n\n- 2 -\n\n",
                    "\nPage 2 of 3\n",
                    "\n\u{c}\n",
                    "\n2\n",
                ]);
                w.text(line).marked(mark, "behind a page line");
            }
            at => self.odd(w, mark, at),
        }
        w.blank();
    }
}
