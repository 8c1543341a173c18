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
    if number.is_empty() || number.len() > 3 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let stroke = ['-', '–', '—'];
    if shown.starts_with(stroke) && shown.ends_with(stroke) {
        return true;
    }
    shown == number && (banner_above(source, line) || banner_below(source, line))
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

/// The line above, without a blank line between.
fn banner_above(source: Lines<'_>, line: Line<'_>) -> bool {
    let above = source
        .source
        .get(..line.start.saturating_sub(1))
        .unwrap_or_default();
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
