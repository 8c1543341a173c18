//! Text as it is compared: without case, line breaks, hyphens inside words and characters that do not show.

use std::ops::Range;

/// A text folded, with the way back to where each of its bytes comes from.
pub(crate) struct Folded {
    pub(crate) text: String,
    /// For each byte where the character that it comes from begins and ends.
    from: Vec<(usize, usize)>,
}

/// What of a text counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fold {
    /// Words with one space between them.
    Words,
    /// Letters and digits alone: the coarsest way to compare, by which whatever is one is one in every other way as well.
    Letters,
}

impl Folded {
    pub(crate) fn of(text: &str, fold: Fold) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            from: Vec::with_capacity(text.len()),
        };
        let mut chars = text.char_indices().peekable();
        let mut after_letter = false;
        while let Some((at, c)) = chars.next() {
            let place = (at, at + c.len_utf8());
            if is_silent(c) {
                continue;
            }
            if c.is_alphanumeric() {
                for low in c.to_lowercase() {
                    folded.push(low, place);
                }
                after_letter = true;
                continue;
            }
            if fold == Fold::Letters {
                continue;
            }
            if is_hyphen(c) && after_letter {
                // A hyphen inside a word, and one where a line breaks.
                let rest = text.get(place.1..).unwrap_or_default();
                let next = rest.trim_start();
                let broken = rest.get(..rest.len() - next.len()).unwrap_or_default();
                let joins = next.chars().next().is_some_and(char::is_alphanumeric)
                    && (broken.is_empty() || broken.contains('\n'));
                if joins {
                    while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                    continue;
                }
            }
            after_letter = false;
            if c.is_whitespace() {
                if !folded.text.ends_with(' ') {
                    folded.push(' ', place);
                }
            } else {
                folded.push(if is_apostrophe(c) { '\'' } else { c }, place);
            }
        }
        folded
    }

    fn push(&mut self, c: char, place: (usize, usize)) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.from.push(place);
        }
    }

    /// Where in the text stands what the folded one has there.
    pub(crate) fn source(&self, range: Range<usize>) -> Option<Range<usize>> {
        let start = self.from.get(range.start)?.0;
        let end = self.from.get(range.end.checked_sub(1)?)?.1;
        (start < end).then_some(start..end)
    }

    /// Where in the folded text stands what begins at that place of the text, or the next that counts.
    pub(crate) fn place_of(&self, at: usize) -> usize {
        self.from.partition_point(|(start, _)| *start < at)
    }
}

/// Characters without a width, which divide no word.
pub(crate) const fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\0')
}

pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}')
}

/// Whether the word is one of those in the list.
pub(crate) fn is_one(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_however_they_are_set() {
        for text in [
            "Ilse MARREN",
            "ILSE\n   MAR-\nREN",
            "il\u{ad}se mar\u{200b}ren",
            "Ilse Mar-ren",
        ] {
            assert_eq!(
                Folded::of(text, Fold::Words).text,
                "ilse marren",
                "{text:?}"
            );
            assert_eq!(
                Folded::of(text, Fold::Letters).text,
                "ilsemarren",
                "{text:?}"
            );
        }
        assert_eq!(
            Folded::of("the pier - and", Fold::Words).text,
            "the pier - and"
        );
    }

    #[test]
    fn the_way_back_covers_whole_characters() {
        let text = "x İLSE-\nk";
        let folded = Folded::of(text, Fold::Words);
        let at = folded.text.find("lse").unwrap();
        let place = folded.source(at..at + 4).unwrap();
        assert_eq!(text.get(place), Some("LSE-\nk"));
    }
}
