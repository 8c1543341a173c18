//! Odd places of a mark, and odd marks: in tables and lists, over lines, in other brackets, in words.

use super::{Body, Host};
use crate::canary::truth::Truth;
use crate::canary::write::Writer;

impl Body {
    #[allow(
        clippy::too_many_lines,
        reason = "a list of situations, each a few lines"
    )]
    pub(super) fn odd(&mut self, w: &mut Writer<'_>, mark: &'static str, situation: usize) {
        match situation {
            17 => {
                let token = w.pick(&[
                    "(NATO-S)",
                    "(UK-S)",
                    "(SRD)",
                    "(PROTECTED B)",
                    "(OFFICIAL-SENSITIVE)",
                    "(TLP:RED)",
                    "(SHNF)",
                    "(Q)",
                    "(EXDIS)",
                    "(S-ENTIRE TEXT)",
                    "(C-GROUP 3)",
                    "(SPECAT)",
                    "(CTS)",
                    "(S-RD)",
                    "(LIMDIS)",
                    "(N)",
                    "(X)",
                    "(RESTRICTED)",
                    "(VS-NfD)",
                    "(SECRET DEFENSE)",
                    "(S/FRD)",
                    "(S-NF)",
                    "(U-FOUO)",
                ]);
                self.lead(w);
                let truth = match token {
                    "(U-FOUO)" => Truth::of("U//FOUO"),
                    "(C-GROUP 3)" => Truth::of("C"),
                    "(S-ENTIRE TEXT)" | "(UK-S)" => Truth::of("S").unsure(),
                    "(S-NF)" | "(SHNF)" => Truth::of("S//NF"),
                    _ => Truth::of("S//NF").undated(),
                };
                let portion = w.portion(truth, "token of another scheme in a mark's place");
                w.toks.push(crate::canary::doc::Tok::Mark(token.to_owned()));
                w.text(" ").words(portion, 2);
            }
            18 => {
                self.lead(w);
                let label = w.pick(&[
                    "Summary:",
                    "SUMMARY:",
                    "Key findings:",
                    "BLUF:",
                    "Issue:",
                    "Discussion:",
                    "Purpose:",
                    "Comment:",
                ]);
                match w.between(0, 3) {
                    0 => {
                        w.text("(U) ")
                            .label(label)
                            .marked(mark, "mark behind a label behind (U)");
                    }
                    1 => {
                        w.label(label).marked(mark, "mark behind a label");
                    }
                    _ => {
                        w.marked_title(mark, "marked title, then text");
                        w.text("\n");
                        let portion = w.doc.portions.len() - 1;
                        w.words(portion, 2);
                    }
                }
            }
            19 => {
                self.lead(w);
                let portion = w.portion(Truth::of(mark), "(U) in front, higher mark behind");
                w.mark("U").text(" ").words(portion, 1).text(" ").mark(mark);
            }
            20 => {
                self.open(w);
                let (name, truth) = match mark.split('/').next() {
                    Some("TS") => ("TOP SECRET", "TS"),
                    Some("S") => ("SECRET", "S"),
                    Some("C") => ("CONFIDENTIAL", "C"),
                    _ => ("SBU", "SBU"),
                };
                let portion = w.portion(Truth::of(truth), "level written out in a mark's place");
                let (open, shut) = [("(", ")"), ("[", "]"), ("", ":"), ("{", "}")][w.between(0, 4)];
                w.text("\n\n");
                if self.host == Host::Numbered {
                    self.lead(w);
                }
                w.toks
                    .push(crate::canary::doc::Tok::Mark(format!("{open}{name}{shut}")));
                w.text(" ").words(portion, 2);
            }
            21 => {
                self.open(w);
                w.text("\n").marked("U", "(U) line right under a (U) line");
                w.text("\n").marked(mark, "marked line right under another");
            }
            22 => {
                self.open_or_raised(w);
                let start = w.pick(&[
                    "See also: (",
                    "Costs: (",
                    "Remark - (",
                    "Boats / (",
                    "Item 4: (",
                    "Source: (",
                ]);
                let start = start.trim_end_matches('(').to_owned();
                let gap = w.pick(&["\n", " ", "\n\n"]);
                w.text(gap)
                    .label(start.trim_end().to_owned())
                    .marked(mark, "unknown label before a mark");
            }
            23 => {
                let bracket = [
                    ("[", "]"),
                    ("{", "}"),
                    ("<", ">"),
                    ("\u{ff08}", "\u{ff09}"),
                    ("\u{3010}", "\u{3011}"),
                    ("((", "))"),
                ][w.between(0, 6)];
                self.lead(w);
                let portion = w.portion(Truth::of(mark), "mark in other brackets");
                w.toks.push(crate::canary::doc::Tok::Mark(format!(
                    "{}{mark}{}",
                    bracket.0, bracket.1
                )));
                w.text(" ").words(portion, 2);
            }
            24 => {
                self.lead(w);
                let portion = w.portion(Truth::of(mark), "two marks in front");
                let (one, two) = if w.chance(50) {
                    ("U", mark)
                } else {
                    (mark, "U")
                };
                w.mark(one).text(" ").mark(two).text(" ").words(portion, 2);
            }
            25 => {
                self.open(w);
                w.text("\n\n");
                if self.host == Host::Numbered {
                    self.lead(w);
                }
                let frame = [
                    ("**", "**"),
                    ("_", "_"),
                    ("`", "`"),
                    ("\"", "\""),
                    ("\u{201c}", "\u{201d}"),
                    ("~~", "~~"),
                    ("<b>", "</b>"),
                    ("&nbsp;", ""),
                    ("\u{200b}", ""),
                    ("\u{feff}", ""),
                    ("\u{a0}", ""),
                ][w.between(0, 11)];
                let portion =
                    w.portion(Truth::of(mark), "emphasis or invisible signs around a mark");
                w.text(frame.0)
                    .mark(mark)
                    .text(frame.1)
                    .text(" ")
                    .words(portion, 2);
            }
            26 => {
                self.open(w);
                let line = w.pick(&[
                    "BEGIN TEXT:",
                    "BEGIN QUOTE",
                    "QUOTE:",
                    "Begin text of the note:",
                    "TEXT FOLLOWS:",
                ]);
                w.text("\n\n")
                    .text(line)
                    .text("\n\n")
                    .marked(mark, "marked text of a note inside");
                w.text("\n\n").text("END TEXT.");
            }
            27 => {
                self.lead(w);
                let portion = w.portion(Truth::of(mark), "mark with spaces or signs in it");
                let token = match w.between(0, 6) {
                    0 => format!("( {mark} )"),
                    1 => format!("({mark}.)"),
                    2 => format!("({mark}):"),
                    3 => format!("({})", mark.replace("//", " // ")),
                    4 => format!("({})", mark.to_lowercase()),
                    _ => format!("({mark})-"),
                };
                w.toks.push(crate::canary::doc::Tok::Mark(token));
                w.text(" ").words(portion, 2);
            }
            28 => {
                self.open(w);
                let banner = w.scheme.banner;
                w.text("\n\n").text(banner).text("\n\n");
                w.marked(mark, "behind a banner inside");
            }
            29 => {
                self.open(w);
                let name = w.pick(&[
                    "| Boat | Cargo |\n|---|---|\n",
                    "Boat,Cargo\n",
                    "Boat;Cargo\n",
                    "+------+------+\n",
                ]);
                w.text("\n\n").text(name);
                let bar = w.pick(&["| ", ",", "; ", "  | "]);
                for at in 0..3 {
                    let one = if at == 1 { mark } else { "U" };
                    let row = w.pick(&["Alder", "Birch", "7", "Sand"]);
                    w.text(bar)
                        .text(row)
                        .text(bar)
                        .cell(one, "cell of a table with bars")
                        .text(bar)
                        .text("\n");
                }
            }
            30 => {
                self.open(w);
                let stamp = w.pick(&[
                    "14 March 2006",
                    "March 14, 2006",
                    "Tuesday:",
                    "1630:",
                    "PORT VESTA, March 14 --",
                    "14/03/06",
                ]);
                // Right behind a figure a letter on the same line may be a citation.
                let ends = !stamp.ends_with(char::is_numeric);
                let gap = if ends && w.chance(50) { " " } else { "\n" };
                w.text("\n")
                    .text(stamp)
                    .text(gap)
                    .marked(mark, "behind a day or an hour");
            }
            31 => {
                // Rates the title alone by its place, the text below by the mark in front.
                self.lead(w);
                let portion = w.portion(Truth::of(mark), "name and mark in front of a text");
                let name = w.pick(&["Mr. Ode", "RELAYS", "Karshavn", "Talks", "Fees"]);
                let dash = w.pick(&[" ", ". ", ": ", " - ", ".- ", ".--"]);
                w.text(name)
                    .text(dash)
                    .mark(mark)
                    .text(" ")
                    .words(portion, 2);
            }
            32 => {
                self.open(w);
                let tag = w.pick(&[
                    "<p>",
                    "<br>",
                    "<li>",
                    "<div>",
                    "<td>",
                    "&bull; ",
                    "<b>",
                    "&nbsp;&nbsp;",
                ]);
                w.text("\n")
                    .text(tag)
                    .marked(mark, "behind a tag or an entity");
            }
            _ => {
                self.open(w);
                let pad = w.pick(&["    ", "\t", "            ", " \t "]);
                w.text("\n").text(pad).marked(mark, "indented line");
            }
        }
    }
}
