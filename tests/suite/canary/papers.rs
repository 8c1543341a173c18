//! Memoranda, messages, exports and tables.

use super::doc::Doc;
use super::situations::{Body, Host};
use super::truth::Truth;
use super::write::{Manner, Writer};
use crate::generator::Dice;

/// The lines at the head or foot that date the paper.
fn authority(w: &mut Writer<'_>) -> String {
    match w.between(0, 6) {
        0 => "Classified By: Alma Birk\nReason: 1.4(b)\nDeclassify On: OADR".to_owned(),
        1 => {
            w.doc.days.push(super::BETWEEN);
            w.doc.days.push(("2017-06-01", true));
            let (one, two) = [
                ("Declassify On: 20110314", "Decl On: 20160314"),
                ("DECL: 03/14/2011", "Declassify On: March 14, 2016"),
                ("Declassify On: 20160314", "Declassification: 20110314"),
            ][w.between(0, 3)];
            format!("Derived From: Harbor Guide 7\n{one}\n{two}")
        }
        2 => "Derived From: Harbor Guide 7\nDeclassify On: 25X1".to_owned(),
        _ => {
            w.doc.days.push(("2017-06-01", true));
            "Derived From: Harbor Guide 7\nDeclassify On: 20160314".to_owned()
        }
    }
}

fn head(w: &mut Writer<'_>) -> bool {
    let banner = w.scheme.banner;
    w.fixed(banner, "\n\n");
    let name = w.pick(&[
        "MEMORANDUM FOR THE HARBOR MASTER",
        "MEMORANDUM FOR THE RECORD",
        "MEMORANDUM FOR: Mr. Birk",
        "INFORMATION MEMORANDUM",
    ]);
    w.fixed(name, "\n\n");
    w.fixed("March 14, 2006", "\n");
    let under = w.odd(10);
    if under {
        let portion = w.unmarked("text under the day");
        w.title(portion);
        w.end("\n");
    } else if w.odd(8) {
        let mark = w.above();
        w.marked(mark, "marked text under the day");
        w.end("\n");
    }
    w.fixed("", "\n");
    subject(w);
    let at_head = w.chance(50);
    if at_head {
        let lines = authority(w);
        w.fixed(lines, "\n");
        under_the_instruction(w);
        w.fixed("", "\n");
    }
    at_head
}

fn under_the_instruction(w: &mut Writer<'_>) {
    if w.odd(10) {
        let portion = w.unmarked("text under the instruction");
        w.words(portion, 1);
        w.end("\n");
    } else if w.odd(10) {
        let mark = w.above();
        w.marked(mark, "marked text under the instruction");
        w.end("\n");
    }
}

fn subject(w: &mut Writer<'_>) {
    let label = w.pick(&["SUBJECT:", "Subject:", "SUBJ:", "RE:", "TITLE:"]);
    w.label(label);
    match w.between(0, 5) {
        0 => {
            let mark = w.above();
            w.marked_title(mark, "subject");
        }
        1 => {
            let mark = w.above();
            let portion = w.portion(Truth::of(mark), "subject with its mark behind");
            w.title(portion).text(" ").mark(mark);
        }
        _ => {
            w.marked_title("U", "subject");
        }
    }
    w.blank();
}

fn foot(w: &mut Writer<'_>, at_head: bool) {
    if !at_head {
        let lines = authority(w);
        w.fixed(lines, "\n");
        under_the_instruction(w);
        w.fixed("", "\n");
    }
    attachment(w);
    let banner = w.scheme.banner;
    w.fixed(banner, "\n");
}

/// What stands behind a level line of its own.
fn attachment(w: &mut Writer<'_>) {
    if !w.odd(15) {
        return;
    }
    let (line, truth) = [
        ("CONFIDENTIAL ATTACHMENT", "C"),
        ("ANNEX A (SECRET)", "S"),
        ("SECRET\n\nTAB B", "S"),
        ("Attachment: CONFIDENTIAL", "C"),
        ("ENCLOSURE 1 - SECRET", "S"),
        ("CONFIDENTIAL VESTA 22", "C"),
        ("Classification: CONFIDENTIAL", "C"),
        ("APPENDIX (CONFIDENTIAL)", "C"),
    ][w.between(0, 8)];
    w.raises(truth);
    let portion = w.portion(Truth::of(truth), "unmarked text of an attachment");
    w.text(line).text("\n\n").words(portion, 2);
    if w.chance(50) {
        w.text("\n\n").words(portion, 2);
    }
    w.blank();
}

pub(crate) fn front(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "memorandum with marks in front");
    let w = &mut writer;
    let at_head = head(w);
    let count = w.between(2, 8);
    Body::new(Host::Front).write(w, count);
    foot(w, at_head);
    writer.doc
}

pub(crate) fn numbered(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "memorandum with numbered paragraphs");
    let w = &mut writer;
    let at_head = head(w);
    let count = w.between(2, 8);
    Body::new(Host::Numbered).write(w, count);
    foot(w, at_head);
    writer.doc
}

pub(crate) fn banners_only(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "paper between two banners");
    let w = &mut writer;
    let banner = w.scheme.banner;
    w.fixed(banner, "\n\n");
    let host = if w.chance(50) {
        Host::Front
    } else {
        Host::Numbered
    };
    let count = w.between(2, 6);
    Body::new(host).write(w, count);
    w.fixed(banner, "\n");
    writer.doc
}

pub(crate) fn trailing(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "NSC memorandum with marks behind");
    let w = &mut writer;
    let at_head = head(w);
    for _ in 0..w.between(3, 8) {
        let mark = w.any_mark();
        let bullet = if w.chance(25) {
            w.pick(&["- ", "\u{2022} ", "o ", "1. ", "a. "])
        } else {
            ""
        };
        let situation = if bullet.is_empty() {
            "mark behind"
        } else {
            "mark behind a bullet's text"
        };
        let portion = w.portion(Truth::of(mark), situation);
        if w.odd(20) && bullet.is_empty() && mark != "U" {
            // A page of its own runs through the paragraph.
            let banner = w.scheme.banner;
            let line = [
                "\n\n- 2 -\n\n".to_owned(),
                format!("\n{banner}\n"),
                format!("\n\n{banner}\nClassified By: Alma Birk\nDeclassify On: OADR\n\n"),
                "\n2\n".to_owned(),
            ][w.between(0, 4)]
            .clone();
            w.words(portion, 1).text(line);
        }
        let sentences = w.between(1, 4);
        let gap = w.pick(&[" ", " ", "  ", "\n"]);
        w.text(bullet)
            .words(portion, sentences)
            .text(gap)
            .mark(mark);
        let tight = !bullet.is_empty() && w.chance(40);
        w.end(if tight { "\n" } else { "\n\n" });
    }
    let top = w.scheme.top;
    let portion = w.portion(Truth::of(top), "mark behind");
    w.words(portion, 2).text(" ").mark(top);
    w.blank();
    w.essential();
    foot(w, at_head);
    writer.doc
}

pub(crate) fn army(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "Army memorandum");
    let w = &mut writer;
    let banner = w.scheme.banner;
    w.fixed(banner, "\n\n");
    w.fixed(
        "DEPARTMENT OF THE ARMY\nHEADQUARTERS, 7TH HARBOR BATTALION\nFORT ALDER, VESTA 01234",
        "\n\n",
    );
    w.fixed(
        "AFZX-KV-OP (380-5a)                                  14 March 2006",
        "\n\n",
    );
    w.fixed("MEMORANDUM FOR Commander, 3d Pier Company", "\n\n");
    subject(w);
    if w.chance(50) {
        w.text("1. References:\n\n   a. (U) AR 380-5, Security.\n\n   b. (U) Plan ALDER, 2 January 2006.");
        w.blank();
    }
    let count = w.between(2, 7);
    let mut body = Body::new(Host::Numbered);
    body.number = 1;
    body.write(w, count);
    w.text("                                   BENNO ODE\n                                   LTC, HB\n                                   Commanding");
    w.blank();
    foot(w, false);
    writer.doc
}

pub(crate) fn message(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "message with classification lines");
    let w = &mut writer;
    w.fixed(
        "From: Ode, Benno\nSent: Tuesday, March 14, 2006 4:12 PM\nTo: Birk, Alma\nCc: Alder, Tove",
        "\n",
    );
    subject(w);
    let caveat = w.odd(25);
    let level = w.scheme.banner;
    w.fixed(format!("Classification: {level}"), "\n");
    if caveat {
        let line: &'static str = w.pick(&[
            "Caveats: NODIS",
            "Caveats: EXDIS",
            "Associated Caveats: ORCON",
            "Caveats: LIMDIS GROUP",
            "Caveats: EYES ONLY",
        ]);
        w.bound = Some(line);
        w.fixed(line, "\n");
    } else {
        w.fixed("Caveats: NONE", "\n");
    }
    w.fixed("", "\n");
    let host = if w.chance(70) {
        Host::Front
    } else {
        Host::Numbered
    };
    let count = w.between(1, 5);
    Body::new(host).write(w, count);
    if w.odd(50) {
        w.text("-----Original Message-----\nFrom: Birk, Alma\nSent: Monday, March 13, 2006 9:00 AM\nTo: Ode, Benno\n");
        let mark = w.any_mark();
        w.label("Subject:")
            .marked_title(mark, "subject of a quoted message");
        w.blank();
        if w.chance(40) {
            w.raises("S");
            let portion = w.portion(
                Truth::of("S"),
                "unmarked text of a quoted message with a level",
            );
            let line = w.pick(&[
                "Classification: SECRET",
                "> SECRET",
                "SECRET",
                "CLASSIFICATION: SECRET\nCAVEATS: NONE",
            ]);
            let sign = if line.starts_with('>') { "> " } else { "" };
            w.text(line)
                .text("\n")
                .text(sign.trim_end())
                .text("\n")
                .text(sign)
                .words(portion, 1);
            w.blank();
        } else {
            let sign = w.pick(&["> ", "", "| "]);
            for _ in 0..w.between(1, 4) {
                let mark = w.any_mark();
                w.text(sign).marked_title(mark, "line of a quoted message");
                w.end("\n");
            }
            w.fixed("", "\n");
        }
    }
    w.fixed(format!("Classification: {level}"), "\n");
    writer.doc
}

pub(crate) fn unclassified_message(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "unclassified message with caveats");
    let w = &mut writer;
    let (first, second) = [
        ("Classification: UNCLASSIFIED", "Caveats: FOUO"),
        ("CLASSIFICATION: UNCLASSIFIED", "CAVEATS: SENSITIVE"),
        ("UNCLASSIFIED", "SBU"),
        ("UNCLASSIFIED", "DISTRIBUTION STATEMENT C"),
        ("Sensitivity: Official - SBU", ""),
        ("UNCLASSIFIED", "Sensitivity: Sensitive"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", ""),
        ("This email is UNCLASSIFIED.", "Official - SBU"),
        ("Classification: UNCLASSIFIED", "Associated Caveats: LES"),
    ][w.between(0, 9)];
    w.fixed("From: Ode, Benno\nTo: Birk, Alma", "\n");
    w.fixed(first, "\n");
    w.fixed(second, "\n\n");
    let portion = w.portion(
        Truth::of("SBU").captioned(),
        "unmarked text under a caveat line",
    );
    w.text("Alma,");
    w.blank();
    for _ in 0..w.between(1, 4) {
        w.words(portion, 2);
        w.blank();
    }
    w.fixed(first, "\n");
    writer.doc
}

pub(crate) fn markdown(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "Markdown export");
    let w = &mut writer;
    let banner = w.scheme.banner;
    let line = match w.between(0, 3) {
        0 => format!("**{banner}**"),
        1 => format!("# {banner}"),
        _ => banner.to_owned(),
    };
    w.fixed(line.clone(), "\n\n");
    w.look.width = 400;
    for index in 0..w.between(3, 9) {
        let mark = w.any_mark();
        match w.between(0, 9) {
            0 => {
                let hashes = w.pick(&["# ", "## ", "### ", "### **"]);
                w.text(hashes).marked_title(mark, "heading");
            }
            1 => {
                let bullet = w.pick(&["- ", "* ", "+ ", "1. ", "- [ ] ", "- [x] "]);
                for _ in 0..w.between(1, 4) {
                    let mark = w.any_mark();
                    w.text(bullet).marked(mark, "item").text("\n");
                }
            }
            2 => {
                let (open, shut) = [
                    ("- **", "**"),
                    ("**", "**"),
                    ("- _", "_"),
                    ("> **", "**"),
                    ("1. **", "**"),
                    ("*", "*"),
                    ("- `", "`"),
                ][w.between(0, 7)];
                let portion = w.portion(Truth::of(mark), "emphasis around the mark");
                w.text(open)
                    .mark(mark)
                    .text(shut)
                    .text(" ")
                    .words(portion, 2);
            }
            3 => {
                w.text("> ").marked(mark, "quoted paragraph");
            }
            4 => {
                let portion = w.portion(Truth::of(mark), "emphasis around mark and words");
                w.text("**")
                    .mark(mark)
                    .text(" ")
                    .title(portion)
                    .text("** ")
                    .words(portion, 1);
            }
            5 => {
                w.text("| Mark | Boat |\n|------|------|\n");
                for _ in 0..w.between(2, 4) {
                    let mark = w.any_mark();
                    let portion = w.portion(Truth::of(mark).unsure(), "row of a table");
                    w.text("| ")
                        .mark(mark)
                        .text(" | ")
                        .title(portion)
                        .text(" |\n");
                }
            }
            6 => {
                w.text("| Boat | Cargo |\n|------|------|\n");
                for _ in 0..w.between(2, 4) {
                    let (one, two) = (w.any_mark(), w.any_mark());
                    w.text("| ")
                        .cell(one, "cell of a table")
                        .text(" | ")
                        .cell(two, "cell of a table")
                        .text(" |\n");
                }
            }
            _ => {
                w.marked(mark, "paragraph");
            }
        }
        if index == 2 && w.odd(20) {
            w.text("\n[^1]: ");
            let mark = w.above();
            w.marked(mark, "footnote");
        }
        w.blank();
    }
    let top = w.scheme.top;
    w.marked(top, "paragraph");
    w.blank();
    w.essential();
    w.fixed(line, "\n");
    writer.doc
}

pub(crate) fn report(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "report with a tear line");
    let w = &mut writer;
    let top = w.portion(Truth::of("S//NF"), "above the tear line");
    w.fixed("CLASSIFICATION: SECRET//NOFORN", "\n\n");
    w.words(top, 2);
    w.blank();
    let (open, shut) = [
        ("//UNCLASSIFIED//", "//UNCLASSIFIED//"),
        ("BEGIN TEARLINE", "END TEARLINE"),
        ("UNCLASSIFIED TEARLINE:", "END OF TEARLINE"),
    ][w.between(0, 3)];
    let marked = w.chance(50);
    w.fixed(open, "\n\n");
    let portion = w.portion(Truth::of("U").unsure(), "below the tear line");
    if marked {
        w.mark("U").text(" ");
    }
    w.words(portion, 2);
    w.blank();
    w.fixed(shut, "\n\n");
    let below = w.portion(Truth::of("S//NF"), "behind the end of the tear line");
    if w.chance(50) {
        w.mark("S//NF").text(" ");
    }
    w.words(below, 2);
    w.blank();
    w.fixed("CLASSIFICATION: SECRET//NOFORN", "\n");
    writer.doc
}
