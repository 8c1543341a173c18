//! What happens to papers: readers of print, teletypes, word processors, mail, exports.

use super::doc::{Doc, Tok, Whole};
use super::words::chance;
use crate::generator::Dice;

/// A damage, and whether it strikes marks and numbers alone: such a one never shows more than the undamaged document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Damage {
    pub(crate) name: &'static str,
    pub(crate) marks_only: bool,
    strike: fn(&mut Doc, &mut Dice),
}

impl Damage {
    pub(crate) fn apply(&self, doc: &Doc, dice: &mut Dice) -> Doc {
        let mut damaged = doc.clone();
        (self.strike)(&mut damaged, dice);
        damaged
    }
}

const fn marks(name: &'static str, strike: fn(&mut Doc, &mut Dice)) -> Damage {
    Damage {
        name,
        marks_only: true,
        strike,
    }
}

const fn layout(name: &'static str, strike: fn(&mut Doc, &mut Dice)) -> Damage {
    Damage {
        name,
        marks_only: false,
        strike,
    }
}

pub(crate) const DAMAGES: [Damage; 31] = [
    marks("OCR: letters of a mark", |doc, dice| {
        each_mark(doc, dice, 50, letters);
    }),
    marks("OCR: brackets of a mark", |doc, dice| {
        each_mark(doc, dice, 50, brackets);
    }),
    marks("OCR: slashes of a mark", |doc, dice| {
        each_mark(doc, dice, 70, slashes);
    }),
    marks("OCR: half a bracket", |doc, dice| {
        each_mark(doc, dice, 40, half);
    }),
    marks("OCR: letters and brackets", |doc, dice| {
        each_mark(doc, dice, 30, |mark, dice| {
            brackets(&letters(mark, dice), dice)
        });
    }),
    marks("other brackets", |doc, dice| {
        each_mark(doc, dice, 50, other_brackets);
    }),
    marks("letters of another alphabet", |doc, dice| {
        each_mark(doc, dice, 50, homoglyphs);
    }),
    marks("invisible characters in a mark", |doc, dice| {
        each_mark(doc, dice, 50, invisible);
    }),
    marks("teletype: a letter of a mark", |doc, dice| {
        each_mark(doc, dice, 50, teletype);
    }),
    marks("spaces in a mark", |doc, dice| {
        each_mark(doc, dice, 50, spaces);
    }),
    marks("lower case in a mark", |doc, dice| {
        each_mark(doc, dice, 50, |mark, _| mark.to_lowercase());
    }),
    marks("word processor: signs", |doc, dice| {
        each_mark(doc, dice, 60, autocorrect);
    }),
    marks("Markdown: escapes and emphasis", |doc, dice| {
        each_mark(doc, dice, 60, markdown);
    }),
    marks("HTML: entities and tags", |doc, dice| {
        each_mark(doc, dice, 60, html);
    }),
    marks("mark broken over two lines", |doc, dice| {
        each_mark(doc, dice, 40, broken);
    }),
    marks("teletype: numbers", |doc, dice| {
        each_number(doc, dice, numbers);
    }),
    marks("no space behind a mark", |doc, dice| {
        behind_marks(doc, dice, "");
    }),
    marks("mark on a line of its own", |doc, dice| {
        behind_marks(doc, dice, "\n");
    }),
    layout("teletype: labels", each_label),
    layout("blank lines lost", |doc, dice| {
        ends(doc, dice, "\n\n", "\n");
    }),
    layout("line breaks lost between blocks", |doc, dice| {
        ends(doc, dice, "\n\n", " ");
    }),
    layout("blank lines put in", |doc, dice| inside(doc, dice, "\n\n")),
    layout("page lines in mid-sentence", |doc, dice| {
        inside(doc, dice, "\nKARSHAVN 00000123  002 OF 003\n");
    }),
    layout("carriage returns", |doc, _| doc.whole = Whole::Breaks("\r")),
    layout("CR LF", |doc, _| doc.whole = Whole::Breaks("\r\n")),
    layout("other line breaks", |doc, dice| {
        doc.whole =
            Whole::Breaks(["\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"][dice.between(0, 5)]);
    }),
    layout("quoted by mail", |doc, dice| {
        doc.whole = Whole::Quoted(["> ", ">", ">> ", "| ", "    "][dice.between(0, 5)]);
    }),
    layout("no-break spaces", |doc, _| {
        doc.whole = Whole::Swapped(") ", ")\u{a0}");
    }),
    layout("tabs behind numbers", |doc, _| {
        doc.whole = Whole::Swapped(". (", ".\t(");
    }),
    layout("doubled spaces", |doc, _| {
        doc.whole = Whole::Swapped(" ", "  ");
    }),
    layout("lines of mail wrapped", |doc, dice| inside(doc, dice, "\n")),
];

fn each_mark(
    doc: &mut Doc,
    dice: &mut Dice,
    percent: usize,
    strike: impl Fn(&str, &mut Dice) -> String,
) {
    for tok in doc.parts.iter_mut().flat_map(|part| &mut part.toks) {
        if let Tok::Mark(mark) = tok
            && chance(dice, percent)
        {
            *mark = strike(mark, dice);
        }
    }
}

fn each_number(doc: &mut Doc, dice: &mut Dice, strike: fn(&str, &mut Dice) -> String) {
    for tok in doc.parts.iter_mut().flat_map(|part| &mut part.toks) {
        if let Tok::Number(number) = tok
            && chance(dice, 40)
        {
            *number = strike(number, dice);
        }
    }
}

fn each_label(doc: &mut Doc, dice: &mut Dice) {
    for tok in doc.parts.iter_mut().flat_map(|part| &mut part.toks) {
        if let Tok::Label(label) = tok
            && chance(dice, 60)
        {
            *label = garbled(label, dice);
        }
    }
}

fn behind_marks(doc: &mut Doc, dice: &mut Dice, with: &str) {
    for part in &mut doc.parts {
        for at in 1..part.toks.len() {
            let behind =
                matches!(part.toks[at - 1], Tok::Mark(_)) && part.toks[at] == Tok::Text(" ".into());
            if behind && chance(dice, 60) {
                part.toks[at] = Tok::Text(with.to_owned());
            }
        }
    }
}

fn ends(doc: &mut Doc, dice: &mut Dice, from: &str, to: &'static str) {
    let last = doc.parts.len().saturating_sub(1);
    for at in 0..last {
        // A level line stays a line.
        let free = !doc.parts[at].essential && !doc.parts[at + 1].essential;
        let body = |at: usize| {
            doc.parts[at]
                .toks
                .iter()
                .any(|tok| matches!(tok, Tok::Words { .. }))
        };
        if doc.parts[at].end == from
            && (to == "\n" || free && body(at) && body(at + 1))
            && chance(dice, 60)
        {
            doc.parts[at].end = to;
        }
    }
}

/// A break somewhere within the words.
fn inside(doc: &mut Doc, dice: &mut Dice, with: &str) {
    for tok in doc.parts.iter_mut().flat_map(|part| &mut part.toks) {
        if let Tok::Words { text, .. } = tok
            && chance(dice, 40)
        {
            let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
            if !spaces.is_empty() {
                let at = spaces[dice.between(0, spaces.len())];
                text.replace_range(at..=at, with);
            }
        }
    }
}

/// One character for another; a mark never becomes another mark that is lower by this.
fn swap(text: &str, dice: &mut Dice, from: char, to: &[&str]) -> String {
    match text.find(from) {
        Some(at) => {
            let mut out = text.to_owned();
            out.replace_range(at..at + from.len_utf8(), to[dice.between(0, to.len())]);
            out
        }
        None => text.to_owned(),
    }
}

fn letters(mark: &str, dice: &mut Dice) -> String {
    let first = mark.chars().find(char::is_ascii_alphabetic);
    match first {
        Some('S') => swap(
            mark,
            dice,
            'S',
            &["5", "$", "8", "s", "\u{a7}", "B", "6", "9"],
        ),
        Some('C') => swap(
            mark,
            dice,
            'C',
            &["G", "c", "(", "0", "O", "<", "\u{20ac}", "\u{a2}", "e"],
        ),
        Some('U') => swap(mark, dice, 'U', &["0", "V", "u", "II", "O", "J"]),
        Some('T') => swap(mark, dice, 'T', &["I", "7", "1", "Y", "l"]),
        Some('L') => swap(mark, dice, 'L', &["1", "I", "l"]),
        Some('N') => swap(mark, dice, 'N', &["M", "H", "II"]),
        _ => mark.to_owned(),
    }
}

fn brackets(mark: &str, dice: &mut Dice) -> String {
    if dice.between(0, 2) == 0 {
        swap(
            mark,
            dice,
            '(',
            &["f", "C", "{", "[", "<", "l", "t", "|", "\u{a3}", "c"],
        )
    } else {
        swap(
            mark,
            dice,
            ')',
            &["J", "|", "}", "]", "1", "l", ">", "j", "I", "7"],
        )
    }
}

fn slashes(mark: &str, dice: &mut Dice) -> String {
    let with = [
        "H", "II", "1/", "/", "ll", "/1", "\\\\", "//", "|", "M", " ", "7/", "Il", "lI", "11", "-",
        ".", ",",
    ];
    if mark.contains("//") {
        mark.replacen("//", with[dice.between(0, with.len())], 1)
    } else {
        mark.replacen('/', with[dice.between(0, with.len())], 1)
    }
}

fn half(mark: &str, dice: &mut Dice) -> String {
    if dice.between(0, 2) == 0 {
        mark.replacen('(', "", 1)
    } else {
        mark.replacen(')', "", 1)
    }
}

fn other_brackets(mark: &str, dice: &mut Dice) -> String {
    let (open, shut) = [
        ("[", "]"),
        ("{", "}"),
        ("<", ">"),
        ("\u{ff08}", "\u{ff09}"),
        ("/", "/"),
        ("[", ")"),
        ("(", "]"),
        ("\u{2039}", "\u{203a}"),
        ("\u{27e8}", "\u{27e9}"),
        ("\u{3014}", "\u{3015}"),
        ("|", "|"),
        ("\u{ff3b}", "\u{ff3d}"),
        ("\u{207d}", "\u{207e}"),
    ][dice.between(0, 13)];
    mark.replacen('(', open, 1).replacen(')', shut, 1)
}

fn homoglyphs(mark: &str, dice: &mut Dice) -> String {
    let wide = dice.between(0, 2) == 0;
    mark.chars()
        .map(|letter| match letter {
            'A'..='Z' if wide => char::from_u32(u32::from(letter) + 0xfee0).unwrap_or(letter),
            'S' => '\u{405}',
            'C' => '\u{421}',
            'U' => '\u{54d}',
            'T' => '\u{422}',
            'B' => '\u{412}',
            other => other,
        })
        .collect()
}

fn invisible(mark: &str, dice: &mut Dice) -> String {
    let sign = [
        '\u{200b}', '\u{ad}', '\u{feff}', '\u{200d}', '\u{2060}', '\u{a0}', '\u{200e}', '\u{202a}',
        '\u{2009}', '\u{180e}', '\u{34f}',
    ][dice.between(0, 11)];
    let at = dice.between(0, mark.chars().count() + 1);
    let mut chars: Vec<char> = mark.chars().collect();
    chars.insert(at, sign);
    chars.into_iter().collect()
}

/// A letter dropped, doubled or replaced.
fn garbled(text: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = dice.between(0, chars.len());
    match dice.between(0, 5) {
        0 => {
            chars.remove(at);
        }
        1 => chars.insert(at, chars[at]),
        2 => chars.insert(at, ['.', ',', ' ', 'X'][dice.between(0, 4)]),
        3 if at + 1 < chars.len() => chars.swap(at, at + 1),
        _ => chars[at] = ['X', 'M', '.', '5', '&', 'Q'][dice.between(0, 6)],
    }
    chars.into_iter().collect()
}

/// As a teletype garbles; a level is not turned into a lower one.
fn teletype(mark: &str, dice: &mut Dice) -> String {
    let garbled = garbled(mark, dice);
    let lower = mark.starts_with("(TS") && garbled.starts_with("(S");
    if !lower && garbled.chars().any(|letter| letter.is_ascii_alphabetic()) {
        garbled
    } else {
        mark.to_owned()
    }
}

fn spaces(mark: &str, dice: &mut Dice) -> String {
    match dice.between(0, 4) {
        0 => mark.replacen('(', "( ", 1),
        1 => mark.replacen(')', " )", 1),
        2 => mark.replacen('(', "( ", 1).replacen(')', " )", 1),
        _ => mark.replacen("//", " // ", 1),
    }
}

fn autocorrect(mark: &str, dice: &mut Dice) -> String {
    match mark {
        "(C)" => "\u{a9}".to_owned(),
        "(S)" if dice.between(0, 2) == 0 => "\u{24c8}".to_owned(),
        "(U)" if dice.between(0, 2) == 0 => "\u{24ca}".to_owned(),
        "(TS)" => "(T\u{2122}S)".to_owned(),
        _ => mark
            .replacen(
                "//",
                [
                    "/ /",
                    "\u{2044}\u{2044}",
                    "\u{2215}\u{2215}",
                    "/\u{200b}/",
                    "\u{ff0f}\u{ff0f}",
                    "\u{2571}\u{2571}",
                ][dice.between(0, 6)],
                1,
            )
            .replacen('-', "\u{2013}", 1),
    }
}

fn markdown(mark: &str, dice: &mut Dice) -> String {
    match dice.between(0, 7) {
        0 => format!("**{mark}**"),
        1 => format!("_{mark}_"),
        2 => mark.replacen('(', "\\(", 1).replacen(')', "\\)", 1),
        3 => format!("`{mark}`"),
        4 => mark.replacen('(', "(**", 1).replacen(')', "**)", 1),
        5 => format!("***{mark}***"),
        _ => format!("[{mark}](#)"),
    }
}

fn html(mark: &str, dice: &mut Dice) -> String {
    match dice.between(0, 8) {
        0 => mark.replacen('(', "&#40;", 1).replacen(')', "&#41;", 1),
        1 => mark.replacen('(', "&lpar;", 1).replacen(')', "&rpar;", 1),
        2 => format!("<b>{mark}</b>"),
        3 => format!("&nbsp;{mark}"),
        4 => mark.replacen('(', "(<b>", 1).replacen(')', "</b>)", 1),
        5 => format!("<span class=\"mark\">{mark}</span>"),
        6 => mark.replacen('(', "&#x28;", 1).replacen(')', "&#x29;", 1),
        _ => mark.replacen("//", "&#47;&#47;", 1),
    }
}

fn broken(mark: &str, dice: &mut Dice) -> String {
    let at = dice.between(1, mark.chars().count().max(2));
    let mut chars: Vec<char> = mark.chars().collect();
    chars.insert(at.min(chars.len()), '\n');
    chars.into_iter().collect()
}

fn numbers(number: &str, dice: &mut Dice) -> String {
    match dice.between(0, 9) {
        0 => number.replacen('.', ",", 1),
        1 => number.replacen('.', "", 1),
        2 => number.replacen('1', "l", 1),
        3 => number.replacen('.', " .", 1),
        4 => number.replacen('.', ";", 1),
        5 => format!("X{number}"),
        6 => number.replacen('.', "..", 1),
        7 => format!("\u{b6}{number}"),
        _ => garbled(number, dice),
    }
}
