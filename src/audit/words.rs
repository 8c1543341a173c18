//! Words, as the check of an output counts them. No other floor uses this, and it uses no other floor.

use std::char::ToLowercase;

/// So many words in a row that only withheld portions have are a leak: few enough to catch a sentence, enough that ordinary
/// phrases do not raise an alarm.
pub(super) const RUN: usize = 5;

/// What no word goes on over.
pub(super) const NO_WORD: char = '\u{1}';

/// A run of words in a text.
#[derive(Clone, Copy)]
pub(super) struct Run<'t> {
    pub(super) text: &'t str,
    /// Where its first word begins.
    pub(super) at: usize,
    pub(super) hyphens: Hyphens,
}

impl<'t> Run<'t> {
    /// Whether both are the same words.
    pub(super) fn is(self, other: Run<'_>) -> bool {
        let (mut one, mut two) = (self, other);
        (0..RUN).all(|_| {
            let (mut letters, mut others) = (one.letters(), two.letters());
            let same = letters.by_ref().eq(others.by_ref());
            (one.at, two.at) = (letters.next_word(), others.next_word());
            same
        })
    }

    /// Its characters, from its first word to its last.
    pub(super) fn characters(self) -> &'t str {
        let mut last = self;
        for _ in 1..RUN {
            let mut letters = last.letters();
            letters.by_ref().for_each(drop);
            last.at = letters.next_word();
        }
        let mut letters = last.letters();
        letters.by_ref().for_each(drop);
        self.text.get(self.at..letters.end()).unwrap_or_default()
    }

    /// Whether it stands in one of several texts in the same characters, between blanks. Where it does not, other characters
    /// may still be the same words.
    pub(super) fn stands_in<'o>(self, texts: impl Iterator<Item = &'o str>) -> bool {
        let finder = memchr::memmem::Finder::new(self.characters());
        texts.into_iter().any(|text| {
            finder.find_iter(text.as_bytes()).any(|at| {
                let before = at.checked_sub(1);
                let before = before.and_then(|before| text.as_bytes().get(before));
                let same = |hyphens| self.is(Run { text, at, hyphens });
                matches!(before, None | Some(b' ' | b'\n')) && Hyphens::BOTH.into_iter().any(same)
            })
        })
    }

    const fn letters(self) -> Letters<'t> {
        Letters::of(self.text, self.at, self.hyphens)
    }
}

/// The letters of the word that begins at `at`, in one case, and where it ends. White space, punctuation and what does not
/// show only divide words, and so do the escapes of JSON and HTML.
#[derive(Clone)]
pub(super) struct Letters<'t> {
    rest: Plain<'t>,
    hyphens: Hyphens,
    /// What is left of a letter that is several in lower case.
    lower: Option<ToLowercase>,
    /// Whether a hyphen was met behind which the word goes on, or might.
    joins: bool,
}

impl<'t> Letters<'t> {
    /// Of a text that goes on with a word, or does so behind what does not show.
    pub(super) const fn of(text: &'t str, at: usize, hyphens: Hyphens) -> Self {
        Self {
            rest: Plain { text, at },
            hyphens,
            lower: None,
            joins: false,
        }
    }

    /// Where the next word begins, once all of this one is read; the end of the text where there is none.
    fn next_word(&self) -> usize {
        next_word(self.rest.text, self.rest.at).unwrap_or(self.rest.text.len())
    }

    /// Where the word ends, once all of it is read.
    pub(super) const fn end(&self) -> usize {
        self.rest.at
    }

    /// Whether a hyphen stands in it or right behind it that joins the halves of a word for some and not for others.
    pub(super) const fn joins(&self) -> bool {
        self.joins
    }
}

impl Iterator for Letters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            if let Some(letter) = self.lower.as_mut().and_then(Iterator::next) {
                return Some(letter);
            }
            let mut ahead = self.rest;
            match ahead.next()? {
                (_, c) if c.is_ascii_alphanumeric() => {
                    self.rest = ahead;
                    return Some(c.to_ascii_lowercase());
                }
                (_, c) if c.is_alphanumeric() => self.lower = Some(c.to_lowercase()),
                (_, c) if is_invisible(c) => {}
                (_, c) if is_hyphen(c) => {
                    ahead = behind_line_break(ahead)?;
                    self.joins = true;
                    if self.hyphens == Hyphens::Divide {
                        return None;
                    }
                }
                _ => return None,
            }
            self.rest = ahead;
        }
    }
}

/// Where the first word at or behind `at` begins.
pub(super) fn next_word(text: &str, at: usize) -> Option<usize> {
    let mut rest = Plain { text, at };
    rest.find(|(_, c)| c.is_alphanumeric())
        .map(|(start, _)| start)
}

/// What a hyphen at the end of a line does: it may be the writer's or the typesetter's, and nobody can tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hyphens {
    /// It joins the halves of a word: `Nego-`, `tiators`.
    Join,
    /// It divides two words: `well-`, `known`.
    Divide,
}

impl Hyphens {
    pub(super) const BOTH: [Self; 2] = [Self::Join, Self::Divide];
}

/// Where a word goes on behind a hyphen: a line break follows, and a letter behind it.
fn behind_line_break(mut ahead: Plain<'_>) -> Option<Plain<'_>> {
    let mut broken = false;
    loop {
        let here = ahead;
        match ahead.next() {
            Some((_, c)) if c.is_whitespace() => broken |= c == '\n',
            Some((_, c)) if c.is_alphanumeric() && broken => return Some(here),
            Some(_) | None => return None,
        }
    }
}

/// The characters of a text, with what JSON and HTML write for a character that divides words taken for a line break.
#[derive(Clone, Copy)]
struct Plain<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Plain<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        let c = rest.chars().next()?;
        let width = match c {
            '\\' => rest
                .as_bytes()
                .get(1)
                .filter(|byte| matches!(byte, b'n' | b'r' | b't'))
                .map(|_| 2),
            '&' => entity(rest),
            '<' => ["<br>", "<br/>", "<br />"]
                .into_iter()
                .find(|tag| rest.starts_with(tag))
                .map(str::len),
            _ => None,
        };
        self.at += width.unwrap_or(c.len_utf8());
        Some((start, if width.is_some() { '\n' } else { c }))
    }
}

/// The length of `&amp;`, `&#39;` and the like.
fn entity(rest: &str) -> Option<usize> {
    let name = rest
        .bytes()
        .skip(1)
        .take(8)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    (name >= 2 && rest.as_bytes().get(name + 1) == Some(&b';')).then_some(name + 2)
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

/// Characters without a width, which divide no word.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, hyphens: Hyphens) -> Vec<(usize, String)> {
        let mut at = 0;
        let mut words = Vec::new();
        while let Some(start) = next_word(text, at) {
            let mut letters = Letters::of(text, start, hyphens);
            words.push((start, letters.by_ref().collect()));
            at = letters.end();
        }
        words
    }

    fn of(text: &str) -> Vec<String> {
        let words = words(text, Hyphens::Join).into_iter();
        words.map(|(_, word)| word).collect()
    }

    #[test]
    fn words_are_the_same_however_they_are_set() {
        let expected = [
            "the",
            "negotiators",
            "don",
            "t",
            "agree",
            "on",
            "4",
            "5",
            "points",
        ];
        for text in [
            "The negotiators don't agree on 4.5 points",
            "THE NEGO-\r\n   TIATORS DON’T AGREE, ON: 4-5 POINTS.",
            "the ne\u{200b}go\u{2011}\ntiators don\\'t agree (on)\t4/5 points",
            r"the nego-\ntiators don't\nagree on 4.5\r\npoints",
            "The negotiators don&#39;t agree<br>on&nbsp;4.5 points",
        ] {
            assert_eq!(of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_hyphen_divides_unless_the_line_breaks_behind_it() {
        assert_eq!(of("well-known"), ["well", "known"]);
        assert_eq!(of("well -\n known"), ["well", "known"]);
        assert_eq!(of("-- well -"), ["well"]);
        assert_eq!(of("well-"), ["well"]);
        let divided: Vec<_> = words("well-\nknown", Hyphens::Divide)
            .into_iter()
            .map(|(_, word)| word)
            .collect();
        assert_eq!(divided, ["well", "known"]);
    }

    #[test]
    fn a_word_begins_where_it_says() {
        let places: Vec<usize> = words("(é) b-\nc", Hyphens::Join)
            .into_iter()
            .map(|(at, _)| at)
            .collect();
        assert_eq!(places, [1, 5]);
    }
}
