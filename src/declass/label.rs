//! The labels of declassification instructions: one table, for whoever looks for a line and for whoever reads one.

use super::code::order_label;
use super::lex::{Token, Tokens};
use crate::text::within_one;

/// The words that a label begins with.
const WORDS: [&str; 5] = [
    // Forms of other agencies, of any time, with or without `DATE` or `ON`.
    "DECLASSIFICATION",
    // `Declassify On`: 32 CFR 2001.21(a)(4).
    "DECLASSIFY",
    // Telegrams under E.O. 11652.
    "DECLASS",
    "DECLAS",
    // Telegrams since E.O. 12356: 5 FAH-1 H-230.
    "DECL",
];

/// What may stand between that word and the colon.
const BEHIND: [&str; 4] = ["ON", "DATE", "INSTRUCTIONS", "INSTRUCTION"];

/// Words that stand for an instruction by themselves: originating agency's determination required (E.O. 12356; 32 CFR
/// 2001.12(c)(2)) and the general declassification schedule (E.O. 11652 section 5(A); E.O. 12065 1-401).
const INSTRUCTIONS: [&str; 2] = ["OADR", "GDS"];

/// Words that stand for a review: exempted from the general schedule, or reviewed and extended (E.O. 12065 1-402).
pub(super) const REVIEWED: [&str; 3] = ["XGDS", "RDS", "XDS"];

/// Words that begin an instruction behind a label that has no colon.
const BEGINNINGS: [&str; 10] = [
    "MR",
    "ADS",
    "N",
    "NA",
    "X",
    "DCI",
    "DNI",
    "SOURCE",
    "MANUAL",
    "INDEFINITE",
];

/// A label without its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// The word alone: `DECL`.
    Bare,
    /// With `ON` or `DATE`: `Declassify on`.
    Complete,
}

/// Takes the words of a label: `DECL`, `Declassify on`, `Declassification Date`. A damaged one is none here: what stands
/// behind it must not open anything.
pub(super) fn take(tokens: &mut Tokens<'_>) -> Option<Label> {
    take_where(tokens, is_label)
}

/// Whether a line that mentions this word speaks of declassification.
pub(super) fn is_mentioned(word: &str) -> bool {
    is_label(word) || is_instruction(word)
}

/// Where the label at the very beginning of `line` ends, its sign included, in bytes; `None` where no instruction begins
/// there.
///
/// With a colon (or a semicolon, as OCR reads one) every label counts, damaged ones too; without one it has to say `ON` or
/// `DATE`, or an instruction has to stand right behind it: a day, a code, `OADR`. `Declassify the file` is a sentence.
pub(crate) fn instruction_label(line: &str) -> Option<usize> {
    let mut tokens = Tokens::new(line);
    let label = take_where(&mut tokens, |word| is_label(word) || is_damaged(word))?;
    let mut behind = tokens;
    behind.skip_signs(".");
    if behind.sign(':') || behind.sign(';') {
        return Some(behind.offset_in(line));
    }
    let mut behind = tokens;
    behind.skip_signs(".-/");
    let begun = match behind.peek() {
        Some(Token::Number(_)) => true,
        Some(Token::Word(word)) => is_instruction(word) || is(&BEGINNINGS, word),
        Some(Token::Sign(_) | Token::Other) | None => false,
    };
    (begun || label == Label::Complete).then(|| tokens.offset_in(line))
}

/// Where a label stands further on in `line`, behind white space or a sign: its start and its end, in bytes. It has its
/// colon, or it is a word of a sentence.
pub(crate) fn instruction_label_inside(line: &str) -> Option<(usize, usize)> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')' | '/');
    let begins = |pair: &[u8]| matches!(pair, [before, b'D' | b'd' | b'O' | b'0'] if !before.is_ascii_alphanumeric());
    let starts = line.as_bytes().windows(2).enumerate();
    starts
        .filter(|(_, pair)| begins(pair))
        .map(|(before, _)| before + 1)
        .filter(|start| {
            let before = line.get(..*start).unwrap_or_default();
            before.ends_with(apart)
        })
        .find_map(|start| {
            let rest = line.get(start..)?;
            let end = instruction_label(rest)?;
            let label = rest.get(..end)?.trim_end();
            label.ends_with([':', ';']).then_some((start, start + end))
        })
}

/// Where the number of the order begins behind the label of an order line, in bytes: `E.O. 12958`, `EO 12065`,
/// `Executive Order 12958`, and what teletypes and OCR make of it (`E.OM 11652`, `EMO. 11652`, `E.0. 12356`, `B.O.`).
pub(crate) fn order_number(line: &str) -> Option<usize> {
    let mut tokens = Tokens::new(line);
    let start = tokens.offset_in(line);
    if !order_label(&mut tokens) {
        return None;
    }
    tokens.skip_signs(".:-, ");
    let at = tokens.offset_in(line);
    // A label is short: in a sentence the number stands further off.
    (at <= start + LONGEST_ORDER
        && matches!(tokens.peek(), Some(Token::Number(digits)) if digits.len() >= 4))
    .then_some(at)
}

/// `Executive Order ` with room, in bytes.
const LONGEST_ORDER: usize = 24;

fn take_where(tokens: &mut Tokens<'_>, begins: impl Fn(&str) -> bool) -> Option<Label> {
    let mut ahead = *tokens;
    match ahead.next() {
        Some(Token::Word(word)) if begins(word) => *tokens = ahead,
        Some(_) | None => return None,
    }
    ahead.skip_signs(".");
    let mut label = Label::Bare;
    while BEHIND.iter().any(|word| ahead.word(word)) {
        label = Label::Complete;
        *tokens = ahead;
    }
    Some(label)
}

/// Whether the word stands for an instruction by itself.
pub(super) fn is_instruction(word: &str) -> bool {
    is(&INSTRUCTIONS, word) || is(&REVIEWED, word)
}

fn is_label(word: &str) -> bool {
    is(&WORDS, word)
}

fn is(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether it is one slip away from a word that is long enough to tell; `Reclassify` is one that opens nothing either.
fn is_damaged(word: &str) -> bool {
    let upper = word.to_ascii_uppercase();
    WORDS
        .iter()
        .any(|known| known.len() >= 7 && within_one(known, &upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_with_its_sign() {
        for (line, behind) in [
            ("Declassify On: 20360314", " 20360314"),
            ("DECLASSIFY ON OADR", "OADR"),
            ("Decl On: 03/14/2016", " 03/14/2016"),
            ("DECL ON 03/14/2016", "03/14/2016"),
            ("DECL: 03/14/2016", " 03/14/2016"),
            ("Decl.: X1", " X1"),
            ("DECL X1", "X1"),
            ("DECL/14 MAR 2030", "/14 MAR 2030"),
            ("Declassification: 20160314", " 20160314"),
            ("Declassification Date: 14 March 2016", " 14 March 2016"),
            ("DECLASSIFICATION ON: OADR", " OADR"),
            ("DECLAS 12/31/84", "12/31/84"),
            ("DECLASS: 1984", " 1984"),
            ("DECLASS MR", "MR"),
            ("Declassify On; 20360314", " 20360314"),
            ("Oeclassify On: 20360314", " 20360314"),
            ("Declasify On: 20360314", " 20360314"),
            ("DECLASSIFY   ON :  20360314", "  20360314"),
            (
                "Declassify on the death of the source",
                "the death of the source",
            ),
        ] {
            let found = instruction_label(line).and_then(|end| line.get(end..));
            assert_eq!(
                found.map(str::trim_start),
                Some(behind.trim_start()),
                "{line}"
            );
        }
    }

    #[test]
    fn a_sentence_has_no_label() {
        for line in [
            "Declassify the file by June.",
            "Declassified on 3 May 1990",
            "The date: DECL",
            "DECLINE: 3",
            "Declare: nothing",
            "DECL",
            "",
        ] {
            assert_eq!(instruction_label(line), None, "{line}");
        }
    }

    #[test]
    fn a_label_inside_a_line_has_its_colon() {
        for (line, expected) in [
            (
                "Classified by: B. Ode. Declassify on: 5/6/2019",
                Some("Declassify on:"),
            ),
            ("B. Ode, Reason: 1.4(b), Decl: X1", Some("Decl:")),
            ("E.O. 12958:DECL: 1/1/16", None),
            ("We declassify on Monday", None),
            ("Declassify on: 5/6/2019", None),
        ] {
            let found =
                instruction_label_inside(line).and_then(|(start, end)| line.get(start..end));
            assert_eq!(found.map(str::trim_end), expected, "{line}");
        }
    }

    #[test]
    fn the_number_of_an_order_is_found_behind_its_label() {
        for (line, number) in [
            ("E.O. 12958: DECL: 1/1/16", Some("12958")),
            ("EO 12065: GDS", Some("12065")),
            ("E. O. 12065", Some("12065")),
            ("E.OM 11652: GDS", Some("11652")),
            ("EMO. 11652: GDS", Some("11652")),
            ("E.0. 12356: OADR", Some("12356")),
            ("Executive Order 12958", Some("12958")),
            ("EO the boat 12958", None),
            ("Emotion 11652", None),
            ("E. O. Birk", None),
        ] {
            let found = order_number(line).and_then(|at| line.get(at..at + 5));
            assert_eq!(found, number, "{line}");
        }
    }

    #[test]
    fn a_label_further_on_is_found_letter_by_letter_as_well() {
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ')' | '/');
        let each = |line: &str| {
            line.char_indices()
                .zip(line.chars().skip(1))
                .filter(|((_, before), first)| {
                    apart(*before) && matches!(first, 'D' | 'd' | 'O' | '0')
                })
                .find_map(|((at, before), _)| {
                    let start = at + before.len_utf8();
                    let end = instruction_label(line.get(start..)?)?;
                    let label = line.get(start..start + end)?.trim_end();
                    label.ends_with([':', ';']).then_some((start, start + end))
                })
        };
        let parts = [
            "Declassify On:",
            "DECL:",
            "Decl;",
            "Oeclassify:",
            "0eclassify On:",
            "Ode",
            " ",
            "\u{a0}",
            "\u{2003}",
            ",",
            ";",
            ".",
            ")",
            "/",
            "é",
            "-",
            "d",
            "decl",
            ":",
            "declassify the file",
        ];
        let mut random = crate::random::Random::new();
        let mut found = 0;
        for _ in 0..16_384 {
            let line: String = (0..1 + random.below(6))
                .map(|_| random.pick(&parts))
                .collect();
            found += usize::from(each(&line).is_some());
            assert_eq!(instruction_label_inside(&line), each(&line), "{line:?}");
        }
        assert!(found > 500, "{found}");
    }
}
