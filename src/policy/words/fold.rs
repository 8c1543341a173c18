//! A text as a quote is compared with it: what two people may type differently for the same words is one.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{is_dash, is_invisible};

/// A character as it is compared, and the grapheme of the text that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) c: char,
    /// Where its grapheme, or its run of white space, stands in the text, in bytes.
    pub(super) at: Range<usize>,
    /// Whether it is the first of its grapheme.
    pub(super) first: bool,
    /// Whether it is the last.
    pub(super) last: bool,
    /// Whether it may be missing: the hyphen at the end of a line and the break behind it, which are the author's or the
    /// typesetter's.
    pub(super) may_miss: bool,
}

impl Unit {
    /// Whether it is white space.
    pub(super) const fn is_blank(&self) -> bool {
        self.c == ' '
    }
}

/// The text, character by character: one blank for each run of white space; small letters, decomposed, of ordinary width;
/// one sign for every dash and for every kind of quotation mark; nothing for what does not show.
pub(super) fn folded(text: &str) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut graphemes = text.grapheme_indices(true).peekable();
    while let Some((start, grapheme)) = graphemes.next() {
        let at = start..start + grapheme.len();
        if is_white(grapheme) {
            push_blank(&mut units, at, false);
            continue;
        }
        let hyphen = grapheme.chars().all(|c| is_hyphen(c) || c == '\u{ad}');
        let behind_word = units.last().is_some_and(|unit| unit.c.is_alphanumeric());
        if hyphen
            && behind_word
            && let Some(gap) = line_break(text, at.end)
        {
            if !grapheme.contains('\u{ad}') {
                units.push(Unit {
                    c: '-',
                    at,
                    first: true,
                    last: true,
                    may_miss: true,
                });
            }
            while graphemes.peek().is_some_and(|(next, _)| *next < gap.end) {
                graphemes.next();
            }
            push_blank(&mut units, gap, true);
            continue;
        }
        let chars: Vec<char> = letters(grapheme);
        let count = chars.len();
        units.extend(chars.into_iter().enumerate().map(|(index, c)| Unit {
            c,
            at: at.clone(),
            first: index == 0,
            last: index + 1 == count,
            may_miss: false,
        }));
    }
    units
}

fn push_blank(units: &mut Vec<Unit>, at: Range<usize>, may_miss: bool) {
    match units.last_mut().filter(|last| last.is_blank()) {
        Some(last) => {
            last.at.end = at.end;
            last.may_miss &= may_miss;
        }
        None => units.push(Unit {
            c: ' ',
            at,
            first: true,
            last: true,
            may_miss,
        }),
    }
}

/// White space, and control characters, which take its place.
fn is_white(grapheme: &str) -> bool {
    let white = |c: char| c.is_whitespace() || c.is_control();
    grapheme.chars().any(white) && grapheme.chars().all(|c| white(c) || is_invisible(c))
}

/// What a grapheme is compared as; nothing, where it does not show.
fn letters(grapheme: &str) -> Vec<char> {
    let shown = grapheme.nfkd().filter(|c| !is_invisible(*c));
    // Large and then small: what is several letters in capitals is so here.
    let small = shown
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase);
    small.nfkd().map(sign).collect()
}

/// One sign for all that are typed for it.
const fn sign(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{2b9}' | '\u{2bc}'
        | '`' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => '"',
        c if is_hyphen(c) => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Hyphen or dash; what a typist uses for a gap or a line is none.
const fn is_hyphen(c: char) -> bool {
    is_dash(c) && !matches!(c, '_' | '~' | '\u{ad}')
}

/// The white space behind a hyphen at the end of a line, where a word goes on behind it.
fn line_break(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let silent = |c: char| c.is_whitespace() || is_invisible(c);
    let shown = rest.trim_start_matches(silent);
    let gap = rest.len() - shown.len();
    let broken = rest
        .get(..gap)?
        .contains(['\n', '\r', '\u{2028}', '\u{85}']);
    (broken && shown.starts_with(char::is_alphanumeric)).then_some(from..from + gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        folded(text).iter().map(|unit| unit.c).collect()
    }

    #[test]
    fn what_is_typed_differently_is_compared_as_one() {
        for (text, expected) in [
            ("Ilse  Marren", "ilse marren"),
            ("ILSE\r\n\u{a0}Marren", "ilse marren"),
            ("\u{ff29}lse Marr\u{ad}en", "ilse marren"),
            ("Il\u{200b}se\u{feff} Marren", "ilse marren"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("cafe\u{301}", "cafe\u{301}"),
            ("STRASSE", "strasse"),
            ("Stra\u{df}e", "strasse"),
            ("\u{201c}the pier\u{201d}", "\"the pier\""),
            ("Quill\u{2014}Marren", "quill-marren"),
            ("Mar-\nren", "mar- ren"),
            ("Mar\u{ad}\nren", "mar ren"),
            ("the pier -\nold", "the pier - old"),
        ] {
            assert_eq!(of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_may_miss_and_no_other() {
        let may_miss = |text: &str| folded(text).iter().filter(|unit| unit.may_miss).count();
        assert_eq!(may_miss("Mar-\n  ren"), 2);
        assert_eq!(may_miss("Mar-ren"), 0);
        assert_eq!(may_miss("Mar- ren"), 0);
        assert_eq!(may_miss("Mar-\n"), 0);
    }

    #[test]
    fn every_unit_stands_where_it_says() {
        let text = "Caf\u{e9}\n x";
        for unit in folded(text) {
            assert!(text.get(unit.at.clone()).is_some());
        }
        let places: Vec<_> = folded("a\u{e9}").into_iter().map(|unit| unit.at).collect();
        assert_eq!(places, [0..1, 1..3, 1..3]);
    }
}
