//! Page furniture: what transmission and printing put between the lines of a text.

use super::chars::{byte, trim};
use super::level_line;
use super::lines::{Line, Lines};
use super::look::Look;

/// How far the transmission lines of a further section may reach, in lines.
const SECTION_HEAD_LINES: usize = 80;
/// The longest line of a section head, in bytes.
const SECTION_HEAD_WIDTH: usize = 200;

const SMALL: Look = Look::SMALL.or(Look::SMALL_L);

/// Whether a line of the body is furniture by itself: it holds a number or no small letter, or is a stamp.
pub(super) fn is_furniture(line: Line<'_>) -> bool {
    (line.look.holds(Look::DIGIT) || !line.look.holds(SMALL)) && in_full(line.text)
}

fn in_full(text: &str) -> bool {
    let shown = trim(text);
    let of_its_own = match shown.as_bytes().first() {
        Some(b'N') => end_of_message(shown),
        Some(b'P' | b'p') => page(shown),
        Some(b'S' | b's') => section(shown),
        Some(b'#') => serial(shown),
        Some(b'R' | b'r') => release_stamp(shown),
        Some(_) | None => false,
    };
    of_its_own || page_break(shown) || archive_stamp(shown)
}

/// `NNNN`.
fn end_of_message(shown: &str) -> bool {
    (3..=8).contains(&shown.len()) && shown.bytes().all(|b| b == b'N')
}

/// `RELEASE IN PART B5, B6`, `RELEASE IN FULL`: State's stamp on what it released, with the codes of what it left out.
fn release_stamp(shown: &str) -> bool {
    if shown.len() > 80 || !super::chars::starts_with_word(shown, "RELEASE") {
        return false;
    }
    let mut words = shown
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty());
    words
        .next()
        .is_some_and(|word| word == "RELEASE" || word == "RELEASED")
        && words.next() == Some("IN")
        && matches!(words.next(), Some("FULL" | "PART"))
        && words.all(|code| {
            code.len() <= 8
                && code.starts_with(['B', '1', '(', 'N'])
                && code.bytes().any(|b| b.is_ascii_digit())
        })
}

/// `#1234`.
fn serial(shown: &str) -> bool {
    shown.len() <= 8 && shown.strip_prefix('#').is_some_and(all_digits)
}

/// `PAGE 02`, `PAGE 02  STATE 296107  010212Z`, `PAGE 2 OF 3`.
fn page(shown: &str) -> bool {
    if shown.len() > 80 || !super::chars::starts_with_word(shown, "PAGE ") {
        return false;
    }
    let mut words = shown.split_whitespace().skip(1);
    let numbered = words.next().is_some_and(all_digits);
    let rest: Vec<&str> = words.collect();
    numbered
        && match rest.as_slice() {
            [] => true,
            [of, number] if of.eq_ignore_ascii_case("OF") => all_digits(number),
            _ => {
                rest.iter().all(|word| {
                    word.bytes()
                        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
                }) && rest
                    .iter()
                    .any(|word| word.len() >= 4 && word.bytes().take(4).all(|b| b.is_ascii_digit()))
            }
        }
}

/// `SECTION 01 OF 03`, with or without the message number behind it.
fn section(shown: &str) -> bool {
    if shown.len() > 80 || !super::chars::starts_with_word(shown, "SECTION ") {
        return false;
    }
    let words: Vec<&str> = shown.split_whitespace().collect();
    match words.as_slice() {
        [_, number, of, count, rest @ ..] => {
            all_digits(number)
                && of.eq_ignore_ascii_case("OF")
                && all_digits(count)
                && (rest.is_empty() || rest.last().is_some_and(|word| all_digits(word)))
        }
        _ => false,
    }
}

/// `ASTANA 00001234  002 OF 003`, `TRIPOLI 00000402  001.2 OF 003`.
fn page_break(shown: &str) -> bool {
    if shown.len() > 60 || !shown.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let mut words = shown.split_whitespace().rev();
    let (Some(count), Some(of), Some(page), Some(number)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    all_digits(count)
        && of == "OF"
        && page.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && number.len() >= 5
        && all_digits(number)
        && words.all(|post| post.bytes().all(|b| b.is_ascii_uppercase() || b == b'.'))
}

/// `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005`, with or without the name of who
/// reviewed: the Archives' stamp on every page.
fn archive_stamp(shown: &str) -> bool {
    shown.len() <= 120
        && shown.ends_with(|c: char| c.is_ascii_digit())
        && memchr::memchr(b'/', shown.as_bytes()).is_some()
        && shown.contains("Declassified/Released US Department of State")
}

fn all_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Where the transmission lines of a further section end, if they begin with `line`: everything up to and with its
/// level line. A line among them that is no transmission line means that none begin here.
pub(super) fn section_head(source: Lines<'_>, line: Line<'_>) -> Option<usize> {
    if is_section_line(line.text) {
        return Some(line.next);
    }
    if !opens_section(line.text) {
        return None;
    }
    let mut next = line.next;
    for _ in 0..SECTION_HEAD_LINES {
        let inner = source.at(next)?;
        if inner.text.len() > SECTION_HEAD_WIDTH {
            return None;
        }
        next = inner.next;
        if level_line::read(inner.text)
            .is_some_and(|words| words.rest.contains("SECTION") || words.rest.contains("ection"))
        {
            return Some(next);
        }
        if !inner.is_blank() && !transmission(trim(inner.text)) {
            return None;
        }
    }
    None
}

/// `CONFIDENTIAL SECTION 02 OF 03 KARSHAVN 000123`, `SECRET EXDIS FINAL SECTION OF 2 KARSHAVN 123`: the level line of a
/// further section, with nothing before it.
fn is_section_line(text: &str) -> bool {
    if text.len() > SECTION_HEAD_WIDTH || !byte(text, 0).is_ascii_alphabetic() {
        return false;
    }
    level_line::may_begin(text)
        && level_line::read(text).is_some_and(|words| is_section_number(words.rest))
}

/// What follows the level there: captions, `SECTION 02 OF 03`, and the message number.
fn is_section_number(rest: &str) -> bool {
    let is = |word: &str, wanted: &str| word.eq_ignore_ascii_case(wanted);
    let mut words = rest
        .split_whitespace()
        .skip_while(|word| level_line::is_caption(&word.to_ascii_uppercase()))
        .peekable();
    let last = words.next_if(|word| is(word, "FINAL")).is_some();
    words.next().is_some_and(|word| is(word, "SECTION"))
        && (last || words.next().is_some_and(all_digits))
        && words.next().is_some_and(|word| is(word, "OF"))
        && words.next().is_some_and(all_digits)
        && words.clone().count() <= 6
        && (words.peek().is_none()
            || words.any(|word| word.starts_with(|c: char| c.is_ascii_digit())))
}

/// `NNNN`, `ACTION ARA-15`, `ZCZC`, a date-time group: what the head of a section can begin with.
fn opens_section(text: &str) -> bool {
    match byte(text, 0) {
        b'N' => in_full(text),
        b'A' | b'O' => is_distribution(text),
        b'V' | b'Z' => text.starts_with("VZCZC") || text.starts_with("ZCZC"),
        _ => false,
    }
}

/// `ACTION ARA-15`, `ORIGIN EB-08`: where copies went.
pub(super) fn is_distribution(text: &str) -> bool {
    ["ACTION ", "ORIGIN "]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))
        .is_some_and(|rest| {
            rest.split_whitespace().all(is_office) && rest.len() < SECTION_HEAD_WIDTH
        })
}

/// `ARA-15`: an office and a number of copies.
pub(super) fn is_office(word: &str) -> bool {
    word.split_once('-').is_some_and(|(office, copies)| {
        !office.is_empty()
            && office.bytes().all(|b| b.is_ascii_uppercase() || b == b'/')
            && copies.len() <= 3
            && all_digits(copies)
    })
}

/// A line as the heads of sections have them: capitals, digits and what separates them, and no sentence.
fn transmission(shown: &str) -> bool {
    shown.len() <= 90
        && shown.bytes().all(|b| {
            b.is_ascii_uppercase()
                || b.is_ascii_digit()
                || matches!(
                    b,
                    b' ' | b'-' | b'/' | b'.' | b'\'' | b',' | b'(' | b')' | b'&'
                )
        })
        && !shown.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn furniture_is_told_from_text() {
        for (line, expected) in [
            ("NNNN", true),
            ("NNN", true),
            ("NN", false),
            ("NEW PORT VESTA 00001234  002 OF 003", true),
            ("PORT VESTA 00000212  002 OF 002", true),
            ("STOVIK 00000402  001.2 OF 003", true),
            ("PAGE 02", true),
            ("PAGE 2 OF 3", true),
            ("PAGE 02  STATE 296107  010212Z", true),
            ("PAGE 12 OF THE REPORT SAYS OTHERWISE", false),
            ("SECTION 01 OF 03", true),
            ("SECTION 01 OF 03 PORT VESTA 000212", true),
            ("SECTION 3 OF THE ACT", false),
            ("#1234", true),
            ("#1 in the list", false),
            ("RELEASE IN PART B5, B6", true),
            ("RELEASE IN FULL", true),
            ("RELEASE IN PART OF THE PRISONERS", false),
            ("THE PIER TOOK 10 OF 12", false),
            ("", false),
        ] {
            let found = Lines::of(line).at(0).is_some_and(is_furniture);
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn a_short_look_turns_down_no_furniture() {
        let parts = [
            "NNNN",
            "N",
            "PAGE",
            "Page",
            "page",
            " 02",
            " 2",
            " OF ",
            " of ",
            "SECTION",
            "Section",
            " 01",
            "#1234",
            "RELEASE",
            "Release",
            " IN",
            " FULL",
            " PART",
            " B5",
            ",",
            " KARSHAVN",
            " 00001234",
            "  ",
            "002",
            "l",
            ".",
            "é",
            "Declassified/Released US Department of State EO Systematic Review",
            " 30 JUN 2005",
            "> ",
            " 003",
            "OF",
        ];
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..32_768 {
            let line: String = (0..1 + random.below(6))
                .map(|_| random.pick(&parts))
                .collect();
            let Some(read) = Lines::of(&line).at(0) else {
                continue;
            };
            if in_full(read.text) {
                found += 1;
                assert!(is_furniture(read), "{line:?}");
            }
        }
        assert!(found > 100, "{found}");
    }
}
