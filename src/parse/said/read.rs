//! Reads what the beginning of a text says of levels in words.

use super::super::chars::{byte, from, is_silent, starts_with_word, trim};
use super::super::{captions, level_line};
use super::short::may_state;
use super::vocabulary::{self, FOREIGN, WORDS_OF_ONE, Word, number_in_words};
use crate::marking::{Caption, Label, Level, SpelledLevel};

/// The longest statement, in bytes.
const LONGEST: usize = 200;

/// The longest statement that no sign ends, in other letters than capitals, in bytes: a line that is broken is longer.
const SHORT: usize = 24;

/// What is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Scope {
    /// The whole paper.
    Whole,
    /// Paragraphs that are named by their numbers.
    Numbered,
    /// What stands behind the statement.
    Below,
    /// The text that the words head, and nothing is said beside the level: `SECRET: …`.
    Head,
}

/// What a statement says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Said {
    pub(in crate::parse) label: Label,
    pub(in crate::parse) captions: Vec<Caption>,
    pub(in crate::parse) sensitive: bool,
    pub(in crate::parse) scope: Scope,
    /// The numbers of the paragraphs, from and to.
    pub(in crate::parse) numbers: Vec<(u32, u32)>,
    /// Where what stands behind it begins.
    pub(in crate::parse) end: usize,
}

impl Said {
    /// What it asks of the text that it speaks for, its captions with it.
    pub(in crate::parse) fn asks(&self) -> Label {
        let label = self
            .captions
            .iter()
            .fold(self.label.clone(), |label, caption| {
                label.join(&caption.label())
            });
        if self.sensitive {
            label.join(&Label::sbu())
        } else {
            label
        }
    }
}

/// A line that is a statement and nothing else.
pub(in crate::parse) fn line(shown: &str) -> Option<Said> {
    // What begins or ends a region is read as that.
    let region = ["BEGIN ", "START "]
        .iter()
        .any(|word| starts_with_word(shown, word));
    let said = head(shown).filter(|_| !region)?;
    (said.end >= shown.len()).then_some(said)
}

/// `SECRET__`, `SECRET-`: a level in capitals between strokes.
fn decorated(text: &str) -> Option<SpelledLevel> {
    let end = text.find(|c: char| !c.is_ascii_uppercase())?;
    let behind = from(text, end).trim_start_matches(['_', '-']);
    let apart = behind.len() < text.len() - end && behind.chars().next().is_none_or(is_silent);
    SpelledLevel::at(text.get(..end)?).filter(|spelled| apart && spelled.end() == end)
}

/// Whether words name a part of a paper and nothing else: `text`, `of note`.
pub(in crate::parse) fn names_a_part(words: &str) -> bool {
    let mut state = State::new();
    let all = words
        .split(is_silent)
        .filter(|word| !word.is_empty())
        .all(|word| {
            vocabulary::word(word).is_some_and(|known| state.word(known, "", word).is_some())
        });
    all && state.has(Word::Part) && words.len() <= LONGEST
}

/// The statement that `text` begins with, as far as a sign that ends it.
pub(in crate::parse) fn head(text: &str) -> Option<Said> {
    // Most texts begin with a word that stands in no statement.
    may_state(text).then(|| in_full(text)).flatten()
}

fn in_full(text: &str) -> Option<Said> {
    let mut state = State::new();
    let mut found: Option<Said> = None;
    let mut at = 0;
    for _ in 0..WORDS_OF_ONE {
        let Some(gap) = Gap::at(text, at) else {
            break;
        };
        let whole = gap.end >= text.len();
        let short = || text.len() <= SHORT || !text.contains(|c: char| c.is_lowercase());
        if (gap.stops || (whole && short()) || state.heads(from(text, gap.end)))
            && at > 0
            && let Some(said) = state.said(gap.end, whole)
        {
            found = Some(said);
        }
        if whole || gap.end > LONGEST {
            break;
        }
        let labelled = gap.stops && state.words.last() == Some(&Word::Claims);
        let behind = from(text, gap.end);
        match state
            .take(behind)
            .or_else(|| state.letter(behind, labelled))
        {
            Some(width) => at = gap.end + width,
            None => break,
        }
    }
    found
}

/// What stands between two words.
struct Gap {
    stops: bool,
    end: usize,
}

impl Gap {
    /// `None` where a sign stands there that no statement has.
    fn at(text: &str, at: usize) -> Option<Self> {
        let rest = from(text, at);
        let end = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let between = rest.get(..end)?;
        let mut stops = false;
        let mut before = ' ';
        for (index, c) in between.char_indices() {
            let behind = from(between, index + c.len_utf8()).chars().next();
            match c {
                ':' | '.' | ';' | ')' | ']' | '}' | '>' | '*' | '|' | '—' | '–' | '"' | '”'
                | '_' | '=' | '~' => stops = true,
                '-' => stops |= is_silent(before) || behind.is_none_or(is_silent),
                '(' | '[' | '{' | '<' | ',' | '/' | '“' | '#' | '+' | '\'' => {}
                c if is_silent(c) || c == '\n' || c == '\r' => {}
                _ => return None,
            }
            before = c;
        }
        Some(Self {
            stops,
            end: at + end,
        })
    }
}

/// What has been read so far.
struct State {
    label: Label,
    captions: Vec<Caption>,
    sensitive: bool,
    numbers: Vec<(u32, u32)>,
    words: Vec<Word>,
    /// Whether the first of the words is a level with a capital, or a caption.
    leads: bool,
    /// How many words have come.
    count: usize,
    /// Whether the name of another country stands before it.
    foreign: bool,
    /// Whether a range of numbers goes on.
    range: bool,
    /// Whether the last one was a level or a caption in capitals.
    shouts: bool,
}

impl State {
    const fn new() -> Self {
        Self {
            label: Label::unclassified(),
            captions: Vec::new(),
            sensitive: false,
            numbers: Vec::new(),
            words: Vec::new(),
            leads: false,
            count: 0,
            foreign: false,
            range: false,
            shouts: false,
        }
    }

    /// Takes the word at the beginning of `text`; how many bytes it has. `None` where it belongs to no statement.
    fn take(&mut self, text: &str) -> Option<usize> {
        self.shouts = false;
        let first = self.count == 0 || (self.foreign && self.count == 1);
        self.count += 1;
        if let Some(width) = self.level(text, first) {
            return Some(width);
        }
        let end = text
            .find(|c: char| !(c.is_alphanumeric() || c == '-'))
            .unwrap_or(text.len());
        let word = text.get(..end)?.trim_end_matches('-');
        self.range &= word.starts_with(|c: char| c.is_ascii_digit());
        if let Some(known) = vocabulary::word(word) {
            self.word(known, from(text, word.len()), word)?;
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            self.number(word)?;
        } else if self.number_in_words(word).is_none() {
            self.caption(text, word, first)?;
        }
        Some(word.len())
    }

    /// `Portion mark: S - …`: a letter behind a label, with a sign behind it.
    fn letter(&mut self, text: &str, labelled: bool) -> Option<usize> {
        let behind = trim(from(text, 1));
        let level = match byte(text, 0) {
            b'C' => Level::Confidential,
            b'S' => Level::Secret,
            _ => return None,
        };
        let ends = behind.is_empty() || behind.starts_with(['-', '–', '—', ':', '\n']);
        (labelled && ends).then(|| {
            self.label.join_assign(&Label::of_level(level));
            1
        })
    }

    fn level(&mut self, text: &str, first: bool) -> Option<usize> {
        if text.starts_with("TS") && !byte(text, 2).is_ascii_alphanumeric() && byte(text, 2) != b'/'
        {
            self.label.join_assign(&Label::of_level(Level::TopSecret));
            self.leads |= first;
            return Some("TS".len());
        }
        if !level_line::may_begin(text) {
            return None;
        }
        let spelled = SpelledLevel::at(text).or_else(|| decorated(text))?;
        let width = spelled.end();
        let capital = text.starts_with(char::is_uppercase);
        self.leads |= first && capital;
        let behind = from(text, width);
        if !behind.starts_with('/') {
            self.label.join_assign(&spelled.label());
            self.shouts = !text.get(..width)?.contains(char::is_lowercase);
            return Some(width);
        }
        let controls = behind.split(is_silent).next()?;
        let token = text.get(..width + controls.len())?;
        let token = token.trim_end_matches(|c: char| !c.is_alphanumeric());
        let words = level_line::read(token)?;
        self.label.join_assign(&words.label);
        self.captions.extend(words.captions);
        self.sensitive |= words.sensitive;
        self.shouts = capital;
        Some(token.len())
    }

    fn word(&mut self, known: Word, behind: &str, word: &str) -> Option<()> {
        if known == Word::Business {
            let next = trim(behind)
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            let kept = word.eq_ignore_ascii_case("PROPRIETARY")
                || next.eq_ignore_ascii_case("CONFIDENTIAL")
                || next.eq_ignore_ascii_case("PROPRIETARY");
            self.captions.push(kept.then_some(Caption::Other)?);
        }
        self.range = !self.numbers.is_empty()
            && ["THROUGH", "THRU", "TO"]
                .iter()
                .any(|range| word.eq_ignore_ascii_case(range));
        self.words.push(known);
        Some(())
    }

    /// `2`, `2-4`, behind the word for a paragraph.
    fn number(&mut self, word: &str) -> Option<()> {
        let (one, other) = word.split_once('-').unwrap_or((word, word));
        let range = (one.parse().ok()?, other.parse().ok()?);
        match self.numbers.last_mut().filter(|_| self.range) {
            Some(last) => last.1 = range.1,
            None => self.has(Word::Part).then(|| self.numbers.push(range))?,
        }
        Some(())
    }

    /// `PARAGRAPH TWO`, `NEXT TWO PARAGRAPHS`.
    fn number_in_words(&mut self, word: &str) -> Option<()> {
        let number = number_in_words(word)?;
        if self.has(Word::Part) {
            self.numbers.push((number, number));
        }
        (self.has(Word::Part) || self.has(Word::Points)).then_some(())
    }

    fn caption(&mut self, text: &str, word: &str, first: bool) -> Option<()> {
        if word.is_empty() || word.contains(char::is_lowercase) {
            return None;
        }
        if first && FOREIGN.contains(&word) {
            self.foreign = true;
            return Some(());
        }
        if word == "RESTRICTED" {
            self.captions.push(Caption::Other);
            self.leads |= first;
            return Some(());
        }
        if word == "SENSITIVE" {
            self.sensitive = true;
            return Some(());
        }
        let eyes = word == "EYES" && from(text, word.len()).starts_with(" ONLY");
        if eyes {
            self.captions.push(Caption::Other);
        } else if word == "ONLY" && self.words.last() == Some(&Word::Part) {
            // `FYI ONLY`
            return Some(());
        } else if word != "ONLY" || self.captions.last() != Some(&Caption::Other) {
            self.captions.push(captions::codes(word).next()?);
        }
        self.leads |= first;
        self.shouts = true;
        Some(())
    }

    fn has(&self, word: Word) -> bool {
        self.words.contains(&word)
    }

    /// Whether nothing but a level and controls in capitals has come, and a text in other letters follows:
    /// `SECRET/NOFORN The relay …`.
    fn heads(&self, behind: &str) -> bool {
        let mut letters = behind.chars();
        self.shouts
            && self.leads
            && self.words.is_empty()
            && letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    }

    /// What the words so far say; `None` where they say nothing.
    fn said(&self, end: usize, whole: bool) -> Option<Said> {
        let bare = self.words.is_empty();
        let named = self.words.iter().any(|word| *word != Word::Joins);
        let mut label = self.label.clone();
        let binds = !self.captions.is_empty() || (self.sensitive && named);
        if Label::unclassified().dominates(&label) && !binds {
            // `CLASSIFIED ADDENDUM`, `Classified: …`
            if !matches!(
                *self.words,
                [Word::Classified] | [Word::Classified, Word::Part]
            ) {
                return None;
            }
            label = Label::unresolved();
        }
        if !(named || (bare && self.leads)) {
            return None;
        }
        let part = self.has(Word::Part) && !self.has(Word::Paper) && !self.has(Word::All);
        // `(Business Confidential) The fee …` heads a text; on a line of its own it binds the paper.
        let kept = !whole && self.words.iter().all(|word| *word == Word::Business);
        let scope = if bare
            || kept
            || self.words == [Word::Classified] && self.label == Label::unclassified()
        {
            Scope::Head
        } else if !self.numbers.is_empty() {
            Scope::Numbered
        } else if self.has(Word::Points) || part {
            Scope::Below
        } else {
            Scope::Whole
        };
        Some(Said {
            label,
            captions: self
                .captions
                .iter()
                .copied()
                .chain(self.foreign.then_some(Caption::Other))
                .collect(),
            sensitive: self.sensitive,
            scope,
            numbers: self.numbers.clone(),
            end,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_short_look_turns_down_no_statement() {
        let words: Vec<&str> = "SECRET|Secret|secret|S E C R E T|SECRET__|SECRET/NOFORN|CONFIDENTIAL|Unclassified|TOP SECRET|TS|TS-|C|S|SBU|FOUO|LOU\
            |EXDIS|NODIS|N0DIS|EYES ONLY|RESTRICTED|SENSITIVE|UK|NATO|Classified|Classification|Class|Clas|Mark|Portion|This|the|The following\
            |paragraph|paragraphs|Para|two|TWO|2|2-4|is|are|contains|text|email|E-MAIL|entire|Business|Proprietary|Confidential|all|of|page|Remainder\
            |treat as|to be|marked|the talks|Ode|The relay|ÉTAT|（S）|–|November|Limited Official Use|10|Summary|Comment|Item|rest"
            .split('|')
            .collect();
        let between = [
            " ", ": ", " - ", ", ", ". ", " (", ") ", "; ", "-", "/", "", "  ", "“", "\n", " * ",
            "@",
        ];
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..16_384 {
            let mut text = String::new();
            for _ in 0..1 + random.below(5) {
                text.push_str(random.pick(&words));
                text.push_str(random.pick(&between));
            }
            if in_full(&text).is_some() {
                found += 1;
                assert!(may_state(&text), "{text:?}");
            }
        }
        assert!(found > 500, "{found}");
    }
}
