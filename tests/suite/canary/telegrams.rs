//! Telegrams, of the eras.

use super::doc::Doc;
use super::situations::{Body, Host};
use super::truth::Truth;
use super::write::{Manner, Writer};
use crate::generator::Dice;

const POSTS: [&str; 4] = ["PORT VESTA", "KARSHAVN", "VESTA", "LINDEN BAY"];

/// The order line, and whether its date opens anything.
fn order(w: &mut Writer<'_>) -> &'static str {
    match w.between(0, 8) {
        0 => "E.O. 12958: DECL: OADR",
        1 => "E.O. 12958: DECL: X1, X6",
        2 => "E.O. 12958: DECL: WHEN THE ICE BREAKS",
        _ => {
            w.doc.days.push(("2017-06-01", true));
            "E.O. 12958: DECL: 03/14/2016"
        }
    }
}

fn subject(w: &mut Writer<'_>, label: &str) {
    w.label(label);
    match w.between(0, 6) {
        0 => {
            let portion = w.unmarked("unmarked subject");
            w.title(portion);
        }
        1 => {
            let mark = w.above();
            w.marked_title(mark, "subject");
        }
        2 => {
            let mark = w.above();
            let portion = w.portion(Truth::of(mark), "subject with its mark behind");
            w.title(portion).text(" ").mark(mark);
        }
        _ => {
            w.marked_title("U", "subject");
        }
    }
}

/// A line that binds everything, in the forms that people give it.
fn caption(w: &mut Writer<'_>) -> Option<&'static str> {
    if !w.odd(8) {
        return None;
    }
    let caption = w.pick(&[
        "NODIS",
        "EXDIS",
        "STADIS",
        "EXDIS FOR AMBASSADOR",
        "PLEASE TREAT AS NODIS",
        "N O D I S",
        "\"NODIS\"",
        "(EXDIS)",
        "EXDIS.",
        "ROGER CHANNEL",
        "EYES ONLY FOR ODE",
        "NODIS CHEROKEE",
        "EXDlS",
        "DIRGEN CHANNEL",
        "NODIS - EYES ONLY",
        "TERREP EXCLUSIVE",
    ]);
    w.bound = Some(caption);
    w.bound
}

pub(crate) fn modern(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "telegram of the 2000s");
    let w = &mut writer;
    w.look.capitals = w.chance(30);
    w.look.width = 62;
    let post = w.pick(&POSTS);
    w.fixed(format!("VZCZCXRO1234\nPP RUEHC\nDE RUEHKV #0123/01 0731630\nZNY CCCCC ZZH\nP 141630Z MAR 06\nFM AMEMBASSY {post}\nTO RUEHC/SECSTATE WASHDC PRIORITY 1234\nINFO RUEHBS/USEU BRUSSELS 0087\nRUEHXY/AMEMBASSY LINDEN BAY"), "\n\n");
    let caption = caption(w);
    let section = if w.chance(25) {
        " SECTION 01 OF 02"
    } else {
        ""
    };
    let level = w.scheme.telegram;
    let slash = caption.filter(|caption| ["NODIS", "EXDIS"].contains(caption) && w.chance(50));
    match slash {
        Some(caption) => w.fixed(format!("{level}/{caption}{section} {post} 000123"), "\n\n"),
        None => w.fixed(format!("{level}{section} {post} 000123"), "\n\n"),
    }
    w.fixed("SIPDIS", "\n\n");
    if let Some(caption) = caption.filter(|_| slash.is_none()) {
        w.fixed(caption, "\n\n");
    }
    let order = order(w);
    w.fixed(order, "\n");
    w.fixed("TAGS: PREL, PGOV, KV", "\n");
    subject(w, "SUBJECT:");
    w.end("\n");
    reference(w);
    if w.chance(70) {
        w.text("Classified By: Ambassador Alma Birk, reason 1.4 (b) and (d)");
        w.blank();
    }
    under_a_header_line(w);
    let count = w.between(2, 7);
    let mut body = Body::new(Host::Numbered);
    if w.chance(30) {
        let mark = w.any_mark();
        body.number += 1;
        w.number("1.").marked(mark, "summary");
        if w.chance(50) {
            w.text(" END SUMMARY.");
        }
        w.blank();
    }
    body.write(w, count);
    forwarded(w);
    w.text("BIRK\nNNNN");
    w.end("\n");
    writer.doc
}

/// A list of telegrams behind `REF:`.
fn reference(w: &mut Writer<'_>) {
    let list = [
        "",
        "REF: KARSHAVN 98",
        "REF: A. KARSHAVN 98\n     B. STATE 1234 (NOTAL)",
        "REF: A) KARSHAVN 98\n     B) KARSHAVN 77\n     C) VESTA 5\n     D) VESTA 9",
        "REF: (A) KARSHAVN 98 (B) VESTA 5 (C) STATE 12",
    ][w.between(0, 5)];
    if list.is_empty() {
        w.fixed("", "\n");
    } else {
        w.text(list);
        w.blank();
    }
}

/// What stands right behind or under a header line without a mark is no header.
fn under_a_header_line(w: &mut Writer<'_>) {
    if !w.odd(12) {
        return;
    }
    if w.chance(40) {
        let mark = w.above();
        let label = w.pick(&["SUMMARY:", "Summary:", "COMMENT:", "ACTION REQUESTED:"]);
        w.label(label)
            .marked(mark, "labelled text behind the header");
    } else {
        let line = w.pick(&[
            "TAGS: EWWT",
            "REF: VESTA 7",
            "INFO AMEMBASSY LINDEN BAY",
            "PASS TO COMMERCE",
        ]);
        let portion = w.unmarked("text under a header line");
        w.text(line).text("\n").words(portion, 1);
    }
    w.blank();
}

/// A telegram in a telegram, with a level line of its own.
fn forwarded(w: &mut Writer<'_>) {
    if !w.odd(15) {
        return;
    }
    let (level, truth) = [
        ("CONFIDENTIAL VESTA 22", "C"),
        ("SECRET LINDEN BAY 7", "S"),
        ("C O N F I D E N T I A L VESTA 000022", "C"),
        ("CONFIDENTIAL", "C"),
        ("SECRET", "S"),
        ("LIMITED OFFICIAL USE VESTA 3", "LOU"),
    ][w.between(0, 6)];
    w.raises(truth);
    let portion = w.portion(Truth::of(truth), "unmarked text of a forwarded telegram");
    let intro = w.pick(&[
        "Text of the telegram follows:",
        "QUOTE",
        "BEGIN TEXT",
        "FOLLOWING RECEIVED FROM VESTA:",
    ]);
    w.text(intro).text("\n\n").text(level).text("\n\n");
    if w.chance(50) {
        w.text("SUBJECT: ").title(portion).text("\n\n");
    }
    w.number("1.")
        .words(portion, 2)
        .text("\n\n")
        .number("2.")
        .words(portion, 2);
    w.blank();
}

pub(crate) fn seventies(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "telegram of the 1970s");
    let w = &mut writer;
    w.look.capitals = true;
    w.look.width = 66;
    w.doc.days = vec![("1980-01-01", false)];
    let post = w.pick(&POSTS);
    w.fixed(format!("PAGE 01  {post}  00321  141630Z\nACTION ARA-15\nINFO OCT-01 ISO-00 ADS-00 SS-15 NSC-05 /049 W\n------------------041201 141700Z /43\nP 141630Z MAR 79\nFM AMEMBASSY {post}\nTO SECSTATE WASHDC PRIORITY 4567"), "\n\n");
    let caption = caption(w);
    let level = match w.scheme.telegram {
        "UNCLAS SENSITIVE" => "LIMITED OFFICIAL USE",
        level => level,
    };
    w.fixed(format!("{level} {post} 0321"), "\n\n");
    if let Some(caption) = caption {
        w.fixed(caption, "\n\n");
    }
    let order = match w.between(0, 4) {
        0 => "E.O. 12065: RDS-1 3/14/99 (BIRK, ALMA) OR-M",
        1 => "E.O. 12065: XDS-1 3/14/99 (BIRK, ALMA) OR-M",
        _ => {
            w.doc.days.push(("1986-01-01", true));
            "E.O. 12065: GDS 3/14/85 (BIRK, ALMA) OR-M"
        }
    };
    w.fixed(order, "\n");
    w.fixed("TAGS: EFIS, KV", "\n");
    subject(w, "SUBJECT:");
    w.end("\n");
    reference(w);
    under_a_header_line(w);
    let count = w.between(2, 7);
    Body::new(Host::Numbered).write(w, count);
    if w.odd(20) {
        w.text("NNNN\n\nPAGE 02  KARSHAVN  00321  02 OF 02  141650Z\nACTION ARA-15\nINFO OCT-01 ISO-00\nP 141630Z MAR 79\nFM AMEMBASSY KARSHAVN\nTO SECSTATE WASHDC 4568\n\n");
        w.text(format!("{level} SECTION 2 OF 2 KARSHAVN 0321\n\n"));
        let mark = w.above();
        w.number("20.").marked(mark, "further section");
        w.blank();
    }
    forwarded(w);
    w.text("BIRK");
    w.end("\n");
    writer.doc
}

pub(crate) fn printout(dice: &mut Dice, manner: Manner) -> Doc {
    let mut writer = Writer::new(dice, manner, "printout of a telegram since 2009");
    let w = &mut writer;
    w.look.width = 80;
    let level = match w.scheme.telegram {
        "UNCLAS SENSITIVE" => "UNCLASSIFIED\nSBU".to_owned(),
        other if other.contains(' ') => w
            .scheme
            .banner
            .split('/')
            .next()
            .unwrap_or_default()
            .to_owned(),
        other => other.to_owned(),
    };
    let caption = caption(w);
    w.fixed(level, "\n\n");
    w.fixed("MRN:          12 PORT VESTA 254\nDate/DTG:     Mar 14, 2012 / 141630Z MAR 12\nFrom:         AMEMBASSY PORT VESTA\nAction:       WASHDC, SECSTATE ROUTINE", "\n");
    w.doc.days = vec![("2013-01-01", false)];
    match w.between(0, 3) {
        0 => w.fixed("E.O.:         13526", "\n"),
        _ => {
            w.doc.days.push(("2023-01-01", true));
            w.fixed("E.O.:         13526: DECL: 03/14/2022", "\n");
        }
    }
    w.fixed("TAGS:         PGOV, PREL", "\n");
    match caption {
        Some(caption) => w.fixed(format!("Captions:     {caption}"), "\n"),
        None if w.scheme.banner.starts_with("SENS") => w.fixed("Captions:     SENSITIVE", "\n"),
        None => {}
    }
    if w.chance(30) {
        w.fixed("Pass Line:    LINDEN BAY FOR MR. ODE", "\n");
    }
    if w.chance(50) {
        w.text("Reference:    12 KARSHAVN 77");
        w.end("\n");
    }
    subject(w, "Subject:     ");
    w.blank();
    let count = w.between(2, 7);
    Body::new(Host::Numbered).write(w, count);
    w.text("Signature:    BIRK\n\nDrafted By:   POL:Ode, Benno\nCleared By:   ECON:Alder, Tove\nReleased By:  PORT VESTA:Birk, Alma\nInfo:         LINDEN BAY, AMEMBASSY ROUTINE");
    w.end("\n");
    writer.doc
}
