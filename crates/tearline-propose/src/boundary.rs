//! Where words begin and end.

use std::cell::OnceCell;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The boundaries of the words of a text; looked for only where letters stand on both sides.
pub(crate) struct Boundaries<'t> {
    text: &'t str,
    places: OnceCell<Vec<usize>>,
}

impl<'t> Boundaries<'t> {
    pub(crate) const fn of(text: &'t str) -> Self {
        Self {
            text,
            places: OnceCell::new(),
        }
    }

    /// Whether the range is made of whole words.
    pub(crate) fn hold(&self, range: &Range<usize>) -> bool {
        self.is_at(range.start) && self.is_at(range.end)
    }

    fn is_at(&self, at: usize) -> bool {
        let before = self
            .text
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let after = self.text.get(at..).and_then(|text| text.chars().next());
        match (before, after) {
            (Some(before), Some(after)) if before.is_alphanumeric() && after.is_alphanumeric() => {
                // Scripts without spaces.
                !(before.is_ascii() && after.is_ascii()) && self.places().binary_search(&at).is_ok()
            }
            _ => true,
        }
    }

    fn places(&self) -> &[usize] {
        self.places.get_or_init(|| {
            let words = self.text.split_word_bound_indices();
            words.map(|(at, _)| at).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        let text = "Marren's pier, Marrenson; 埠頭です";
        let bounds = Boundaries::of(text);
        let at = |word: &str| {
            let start = text.find(word).unwrap();
            start..start + word.len()
        };
        assert!(bounds.hold(&at("Marren")));
        assert!(bounds.hold(&at("pier")));
        assert!(!bounds.hold(&at("son")));
        assert!(!bounds.hold(&at("ier")));
        assert!(bounds.hold(&at("埠")));
    }
}
