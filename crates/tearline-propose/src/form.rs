//! One way in which a value is written, and what has to stand around it.

use std::ops::Range;

use regex::Regex;

/// How many bytes around a value are looked at for words that tell what it is.
const REACH: usize = 96;

/// A match longer than this is left behind as a whole where it is refused: a search goes on behind it and not inside it, so
/// that the time stays proportional to the text.
const LONG: usize = 256;

/// One way in which a value is written, as the table of built-in patterns has it.
pub(crate) struct Written {
    /// The value; the group `x`, where there is one.
    pub(crate) value: &'static str,
    /// What has to stand before it, up to it. Another value of the same form may stand between.
    pub(crate) before: Option<&'static str>,
    /// What may stand behind it instead.
    pub(crate) after: Option<&'static str>,
    /// What must not stand before it.
    pub(crate) never: Option<&'static str>,
    /// What must not stand behind it.
    pub(crate) never_after: Option<&'static str>,
    /// What the value itself has to meet.
    pub(crate) check: fn(&Candidate<'_>) -> bool,
}

impl Written {
    pub(crate) const fn new(value: &'static str, check: fn(&Candidate<'_>) -> bool) -> Self {
        Self {
            value,
            before: None,
            after: None,
            never: None,
            never_after: None,
            check,
        }
    }

    pub(crate) const fn before(mut self, cue: &'static str) -> Self {
        self.before = Some(cue);
        self
    }

    pub(crate) const fn after(mut self, cue: &'static str) -> Self {
        self.after = Some(cue);
        self
    }

    pub(crate) const fn never(mut self, words: &'static str) -> Self {
        self.never = Some(words);
        self
    }

    pub(crate) const fn never_after(mut self, words: &'static str) -> Self {
        self.never_after = Some(words);
        self
    }
}

/// A value that may be what the pattern looks for, with the text around it.
pub(crate) struct Candidate<'t> {
    pub(crate) value: &'t str,
    pub(crate) before: &'t str,
    pub(crate) after: &'t str,
}

/// The same ready to search.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    value: Regex,
    before: Option<Regex>,
    after: Option<Regex>,
    never: Option<Regex>,
    never_after: Option<Regex>,
    check: fn(&Candidate<'_>) -> bool,
}

impl Form {
    pub(crate) fn of(written: &Written) -> Result<Self, regex::Error> {
        let behind = |words: &str| Regex::new(&format!(r"(?i)(?:{words})$"));
        let ahead = |words: &str| Regex::new(&format!(r"(?i)^(?:{words})"));
        Ok(Self {
            value: Regex::new(written.value)?,
            before: written.before.map(behind).transpose()?,
            after: written.after.map(ahead).transpose()?,
            never: written.never.map(behind).transpose()?,
            never_after: written.never_after.map(ahead).transpose()?,
            check: written.check,
        })
    }

    /// A form of the caller's own.
    pub(crate) fn own(value: Regex) -> Self {
        Self {
            value,
            before: None,
            after: None,
            never: None,
            never_after: None,
            check: |_| true,
        }
    }

    /// The same, but only near what fits the expression.
    pub(crate) fn near(mut self, near: Regex) -> Self {
        self.before = Some(near.clone());
        self.after = Some(near);
        self
    }

    /// Where the text holds such values.
    pub(crate) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(groups) = self.value.captures_at(text, at) {
            let Some(whole) = groups.get(0) else {
                break;
            };
            let value = groups.name("x").unwrap_or(whole).range();
            let follows = found.last().map(|last| last.end);
            if !value.is_empty() && self.accepts(text, &value, follows) {
                at = value.end;
                found.push(value);
            } else if whole.len() > LONG {
                at = whole.end();
            } else {
                at = next(text, whole.start());
            }
            if at >= text.len() {
                break;
            }
        }
        found
    }

    fn accepts(&self, text: &str, value: &Range<usize>, follows: Option<usize>) -> bool {
        let candidate = Candidate {
            value: text.get(value.clone()).unwrap_or_default(),
            before: tail(text.get(..value.start).unwrap_or_default()),
            after: head(text.get(value.end..).unwrap_or_default()),
        };
        let holds = |words: &Option<Regex>, place: &str| {
            words.as_ref().is_some_and(|words| words.is_match(place))
        };
        if holds(&self.never, candidate.before) || holds(&self.never_after, candidate.after) {
            return false;
        }
        let cued = (self.before.is_none() && self.after.is_none())
            || holds(&self.before, candidate.before)
            || holds(&self.after, candidate.after)
            || follows.is_some_and(|end| is_list(text.get(end..value.start)));
        cued && (self.check)(&candidate)
    }
}

/// Whether nothing but the joints of a list stands there: the next of several numbers needs no words of its own.
fn is_list(between: Option<&str>) -> bool {
    between.is_some_and(|between| {
        between.len() <= 12
            && between
                .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '&'))
                .all(|word| {
                    word.is_empty()
                        || word.eq_ignore_ascii_case("and")
                        || word.eq_ignore_ascii_case("or")
                })
    })
}

/// The end of the text, as far as words count.
fn tail(text: &str) -> &str {
    let start = text.ceil_char_boundary(text.len().saturating_sub(REACH));
    text.get(start..).unwrap_or_default()
}

/// The beginning of the text, as far as words count.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(REACH))
        .unwrap_or_default()
}

/// The place behind the character at `at`.
fn next(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        let form = Form::of(&Written::new(r"\d{3}", |_| true).before(r"\bberth\W*")).unwrap();
        let found = form.find(text).into_iter();
        found.filter_map(|range| text.get(range)).collect()
    }

    #[test]
    fn a_value_needs_its_words_and_the_next_of_a_list_none() {
        assert_eq!(
            numbers("Berth 101, 102 and 103; shed 104"),
            ["101", "102", "103"]
        );
        assert!(numbers("shed 101").is_empty());
    }

    #[test]
    fn words_are_cut_between_characters() {
        let text = format!("{} berth 101", "é".repeat(200));
        assert_eq!(numbers(&text), ["101"]);
    }
}
