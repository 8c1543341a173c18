//! Where a page ends: its number, and the sentence that goes on behind it.

use super::super::build::Builder;
use super::super::chars::{from, trim};
use super::super::lines::{Line, Lines};
use super::super::{level_line, sentence};

/// The longest page number with its strokes, in bytes.
const LONGEST: usize = 16;

/// Whether `line` is the number of a page: `- 2 -`, or `2` right beside a banner.
pub(super) fn is_number(source: Lines<'_>, line: Line<'_>) -> bool {
    let shown = trim(line.text);
    if shown.is_empty() || shown.len() > LONGEST {
        return false;
    }
    let number = shown.trim_matches(['-', '–', '—', ' ']);
    let digits = is_count(number);
    let stroke = ['-', '–', '—'];
    if digits && shown.starts_with(stroke) && shown.ends_with(stroke) {
        return true;
    }
    let counts = digits || is_of_part(number);
    counts && shown == number && (banner_above(source, line) || banner_below(source, line))
}

fn is_count(number: &str) -> bool {
    (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

/// `ii`, `A-2`: the number of a page before the first or of an annex.
fn is_of_part(number: &str) -> bool {
    let roman =
        (1..=4).contains(&number.len()) && number.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let of_annex = number
        .split_once('-')
        .is_some_and(|(annex, page)| matches!(annex.as_bytes(), [b'A'..=b'Z']) && is_count(page));
    roman || of_annex
}

fn banner_below(source: Lines<'_>, line: Line<'_>) -> bool {
    let mut next = line.next;
    while let Some(below) = source.at(next) {
        if !below.is_blank() {
            return is_banner(below.text);
        }
        next = below.next;
    }
    false
}

/// The line above, with one blank line between at most.
fn banner_above(source: Lines<'_>, line: Line<'_>) -> bool {
    let above = source.source.get(..line.start).unwrap_or_default();
    let above = above.strip_suffix('\n').unwrap_or(above);
    let above = above.strip_suffix('\n').unwrap_or(above);
    let start = memchr::memrchr(b'\n', above.as_bytes()).map_or(0, |at| at + 1);
    is_banner(from(above, start))
}

fn is_banner(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
        && level_line::read(text).is_some_and(|words| words.form != level_line::Form::Other)
}

/// Whether the open block ends in the middle of a sentence.
pub(super) fn breaks_sentence(builder: &Builder<'_>) -> bool {
    let text = builder.open_text();
    !text.is_empty() && !sentence::may_end(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_page_stands_between_strokes_or_beside_a_banner() {
        for (source, at, expected) in [
            ("Alder.\n- 2 -\nBirch.", 7, true),
            ("Alder.\n   -12-\n", 7, true),
            ("Alder.\n2\n\nSECRET\n", 7, true),
            ("SECRET\n2\nAlder", 7, true),
            ("SECRET\n\n2\nAlder", 8, true),
            ("SECRET\n\n\n2\nAlder", 9, false),
            ("Alder.\nii\nSECRET\n", 7, true),
            ("Alder.\nA-2\n\nSECRET\n", 7, true),
            ("Alder.\nA-2\nBirch.", 7, false),
            ("Alder.\nS-2\nSECRETS\n", 7, false),
            ("Alder.\n2\nBirch.", 7, false),
            ("Alder.\n- two -\n", 7, false),
            ("Alder.\n- 2 boats\n", 7, false),
            ("Alder.\n1982\nSECRET\n", 7, false),
        ] {
            let source = Lines::of(source);
            let line = source.at(at).expect("a line");
            assert_eq!(is_number(source, line), expected, "{source:?}");
        }
    }
}
