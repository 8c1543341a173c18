//! Where a quote stands in a text: once, or it is an error.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{Unit, folded};
use crate::policy::decision::{DecisionCause, Quote};
use crate::text::is_invisible;

/// The one place of a quote in a text, in bytes, as far as its words and graphemes go.
///
/// A quote that begins or ends inside a word is not found: whoever made it saw another text. What it ends beside belongs to
/// it as far as the word goes (`Marren` in `Marren's`).
pub(in crate::policy) fn find(text: &str, quote: &Quote) -> Result<Range<usize>, DecisionCause> {
    let exact = folded(quote.exact());
    let exact = trimmed(&exact);
    if exact.is_empty() {
        return Err(DecisionCause::NoWords);
    }
    let (prefix, suffix) = (folded(quote.prefix()), folded(quote.suffix()));
    let (prefix, suffix) = (trimmed(&prefix), trimmed(&suffix));
    let searched = Searched::of(text);
    let mut found = searched.places(exact).filter(|range| {
        let (before, behind) = searched.around(range);
        ends_with(before, prefix) && begins_with(behind, suffix)
    });
    let first = found.next().ok_or(DecisionCause::NotFound)?;
    match found.count() {
        0 => Ok(searched.bounds.widened(text, searched.bytes(&first))),
        more => Err(DecisionCause::FoundTwice(more + 1)),
    }
}

/// A text in which quotes are looked for.
pub(crate) struct Searched {
    units: Vec<Unit>,
    bounds: Bounds,
}

impl Searched {
    pub(crate) fn of(text: &str) -> Self {
        Self {
            units: folded(text),
            bounds: Bounds::of(text),
        }
    }

    /// Whether the words stand in it, however they are set.
    pub(crate) fn has(&self, words: &str) -> bool {
        let words = folded(words);
        let words = trimmed(&words);
        !words.is_empty() && self.places(words).next().is_some()
    }

    /// Where the words stand, by their units, beginning and ending as words do.
    fn places<'s>(&'s self, words: &'s [Unit]) -> impl Iterator<Item = Range<usize>> + 's {
        (0..self.units.len()).filter_map(|start| {
            let end = goes_on(&self.units, start, words)?;
            let range = start..end;
            let (before, behind) = self.around(&range);
            let inside = self.units.get(range.clone())?;
            let is_whole = self.bounds.part(before.last(), inside.first())
                && self.bounds.part(inside.last(), behind.first());
            is_whole.then_some(range)
        })
    }

    fn around(&self, range: &Range<usize>) -> (&[Unit], &[Unit]) {
        let before = self.units.get(..range.start);
        let behind = self.units.get(range.end..);
        (before.unwrap_or_default(), behind.unwrap_or_default())
    }

    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let inside = self.units.get(range.clone()).unwrap_or_default();
        match (inside.first(), inside.last()) {
            (Some(first), Some(last)) => first.at.start..last.at.end,
            _ => 0..0,
        }
    }
}

/// Without blanks at both ends.
fn trimmed(units: &[Unit]) -> &[Unit] {
    let first = units.iter().position(|unit| !unit.is_blank());
    let last = units.iter().rposition(|unit| !unit.is_blank());
    match (first, last) {
        (Some(first), Some(last)) => units.get(first..=last).unwrap_or_default(),
        _ => &[],
    }
}

/// Where the text has gone through all of `wanted` from `start` on.
fn goes_on(text: &[Unit], start: usize, wanted: &[Unit]) -> Option<usize> {
    let (mut at, mut next) = (start, 0);
    while let Some(unit) = wanted.get(next) {
        let here = text.get(at);
        if here.is_some_and(|here| here.c == unit.c) {
            (at, next) = (at + 1, next + 1);
        } else if at > start && here.is_some_and(|here| here.may_miss) {
            at += 1;
        } else if next > 0 && unit.may_miss {
            next += 1;
        } else {
            return None;
        }
    }
    Some(at)
}

/// Whether a text begins with the words, white space before them or not.
fn begins_with(text: &[Unit], wanted: &[Unit]) -> bool {
    let start = text.iter().take_while(|unit| unit.is_blank()).count();
    wanted.is_empty() || goes_on(text, start, wanted).is_some()
}

/// Whether it ends with them, white space behind them or not.
fn ends_with(text: &[Unit], wanted: &[Unit]) -> bool {
    let turned = |units: &[Unit]| units.iter().rev().cloned().collect::<Vec<_>>();
    // What is compared is no longer than the words, and what may miss in them.
    let enough = 2 * wanted.len() + 8;
    let near = text.get(text.len().saturating_sub(enough)..);
    wanted.is_empty() || begins_with(&turned(near.unwrap_or(text)), &turned(wanted))
}

/// Where the words of a text begin and end.
struct Bounds(Vec<Range<usize>>);

impl Bounds {
    fn of(text: &str) -> Self {
        let words = text.split_word_bound_indices();
        let words = words.filter(|(_, word)| word.chars().any(char::is_alphanumeric));
        Self(
            words
                .map(|(start, word)| start..start + word.len())
                .collect(),
        )
    }

    /// Whether a quote may begin or end between two characters: between two graphemes, and not between two letters of a
    /// word. Where a script has no blanks, its words may stand side by side.
    fn part(&self, before: Option<&Unit>, behind: Option<&Unit>) -> bool {
        let (Some(before), Some(behind)) = (before, behind) else {
            return before.is_none_or(|unit| unit.last) && behind.is_none_or(|unit| unit.first);
        };
        let graphemes = before.last && behind.first;
        let letters = before.c.is_alphanumeric() || is_combining(before.c);
        let in_word = letters && behind.c.is_alphanumeric();
        let side_by_side = before.at.end == behind.at.start
            && self.0.iter().any(|word| word.start == behind.at.start);
        graphemes && (!in_word || side_by_side)
    }

    /// The range as far as the words go in which it begins and ends, with what does not show beside it.
    fn widened(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let mut wide = range.clone();
        for word in &self.0 {
            if word.start < range.end && range.start < word.end {
                wide = wide.start.min(word.start)..wide.end.max(word.end);
            }
        }
        let before = text.get(..wide.start).unwrap_or_default();
        let behind = text.get(wide.end..).unwrap_or_default();
        let silent = |part: &str, rest: &str| part.len() - rest.len();
        wide.start -= silent(before, before.trim_end_matches(is_invisible));
        wide.end += silent(behind, behind.trim_start_matches(is_invisible));
        wide
    }
}

/// Whether a decomposed letter ends with it.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is excised of a text, or why nothing is.
    fn excised(text: &str, exact: &str) -> Result<String, DecisionCause> {
        find(text, &Quote::new(exact)).map(|range| text.get(range).unwrap_or_default().to_owned())
    }

    #[test]
    fn a_quote_is_found_however_it_is_set() {
        for (text, exact, expected) in [
            ("He met Ilse Marren at noon.", "Ilse Marren", "Ilse Marren"),
            (
                "He met Ilse\n   Marren at noon.",
                "ilse marren",
                "Ilse\n   Marren",
            ),
            (
                "He met ILSE MAR-\nREN at noon.",
                "Ilse Marren",
                "ILSE MAR-\nREN",
            ),
            ("the well-\nknown pier", "well-known", "well-\nknown"),
            ("the well-\nknown pier", "well-\nknown", "well-\nknown"),
            ("the well-\nknown pier", "well- known", "well-\nknown"),
            ("the wellknown pier", "well-\nknown", "wellknown"),
            ("He met Mar\u{ad}ren.", "Marren", "Mar\u{ad}ren"),
            (
                "He met Mar\u{200b}ren\u{200b}.",
                "Marren",
                "Mar\u{200b}ren\u{200b}",
            ),
            ("Ilse\u{a0}Marren", "Ilse Marren", "Ilse\u{a0}Marren"),
            ("\u{ff2d}\u{ff41}rren", "Marren", "\u{ff2d}\u{ff41}rren"),
            ("Ren\u{e9}e", "Rene\u{301}e", "Ren\u{e9}e"),
            ("Rene\u{301}e", "ren\u{c9}e", "Rene\u{301}e"),
            ("Marren\u{2019}s lease", "Marren", "Marren\u{2019}s"),
            ("Marren's lease", "Marren\u{2019}s", "Marren's"),
            ("(Marren)", "Marren", "Marren"),
            ("the fee of $40,000.", "40,000", "40,000"),
            ("Quill-Marren", "Marren", "Marren"),
            ("Marren and Marrens", "Marren", "Marren"),
            ("\u{6e2f}\u{53e3}\u{534f}\u{8bae}", "\u{53e3}", "\u{53e3}"),
        ] {
            assert_eq!(excised(text, exact).as_deref(), Ok(expected), "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_is_not_there_once_is_none() {
        for (text, exact, cause) in [
            ("the pier", "", DecisionCause::NoWords),
            ("the pier", " \n", DecisionCause::NoWords),
            ("the pier", "\u{200b}", DecisionCause::NoWords),
            ("the pier", "Marren", DecisionCause::NotFound),
            ("the pier", "pie", DecisionCause::NotFound),
            ("the pier", "ier", DecisionCause::NotFound),
            ("x\u{200b}pier", "pier", DecisionCause::NotFound),
            ("cafe\u{301}", "cafe", DecisionCause::NotFound),
            ("\u{fb01}sh", "ish", DecisionCause::NotFound),
            ("pier to PIER", "pier", DecisionCause::FoundTwice(2)),
            ("ha ha ha", "ha ha", DecisionCause::FoundTwice(2)),
        ] {
            assert_eq!(excised(text, exact), Err(cause), "{text:?} {exact:?}");
        }
    }

    #[test]
    fn what_stands_around_tells_one_place_from_the_other() {
        let text = "Marren met Quill. Then\nMarren left.";
        for (quote, expected) in [
            (Quote::new("Marren").before(" met"), Some(0)),
            (Quote::new("Marren").after("Then "), Some(23)),
            (Quote::new("Marren").after("then"), Some(23)),
            (Quote::new("Marren").before("\nleft"), Some(23)),
            (
                Quote::new("Marren").after("Quill. THEN ").before(" left"),
                Some(23),
            ),
            (Quote::new("Marren").after("Quill. "), None),
            (Quote::new("Marren").before(" met").after("Then "), None),
        ] {
            let found = find(text, &quote).ok().map(|range| range.start);
            assert_eq!(found, expected, "{} {}", quote.prefix(), quote.suffix());
        }
    }
}
