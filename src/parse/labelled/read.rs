//! What a line says that begins with a label, with the name of a speaker, an hour or a day.

use super::super::chars::{from, is_silent, skip_silent};
use super::super::decor::{self, undecorated_label};
use super::super::lead::{Lead, LeadMark, LeadNumber};
use super::super::lines::Line;
use super::super::look::Look;
use super::super::prose::ends_in_function_word;
use super::super::token::{self, Reading};
use super::super::{plain, sentence};
use super::moment::{HOUR_DIGITS, begins_with_hour, is_dated, is_day, is_hour};
use super::words::{
    LABEL, is_label, is_named, is_number, is_of_questions, is_title, is_usual, without_number,
    without_remark,
};
use crate::Span;
use crate::marking::{Label, Likeness, StatedMark};

/// How many brackets are looked at before that of a mark.
const BRACKETS: usize = 3;

/// The mark of a block whose text begins with its label: `2. COMMENT: (U) …`, `2. COMMENT (U): …`. It says that all of the block
/// is unclassified; one that says more raises what the block is rated anyway. The label stays text of the block.
///
/// Where the sentence of the block above may go on, a day that it begins with may be cited.
pub(in crate::parse) fn with_mark(line: &str, lead: Lead, goes_on: impl FnOnce() -> bool) -> Lead {
    if lead.has_mark() {
        return lead;
    }
    let cited = |span: Span| may_cite(line, span) && goes_on();
    match unclassified_behind_label(line, lead.text).filter(|(_, span)| !cited(*span)) {
        Some((stated, span)) => Lead {
            mark: LeadMark::Stated(stated, span),
            ..lead
        },
        None => lead,
    }
}

/// How a line of minutes begins that says that it is unclassified: `MR. ODE: (U) …`, `10:45 (U) …`.
pub(in crate::parse) fn unclassified(line: Line<'_>) -> Option<Lead> {
    if !line.look.holds(Look::OPENS) {
        return None;
    }
    let line = line.text;
    let (stated, span) = unclassified_behind_label(line, 0)?;
    let label = undecorated_label(line.get(..span.start())?);
    let label = label.trim_matches(|c| is_silent(c) || matches!(c, ':' | '-' | '.'));
    let label = without_remark(label);
    let named = is_named(label) || is_hour(label) || is_day(label) || is_usual(label);
    named.then(|| Lead {
        number: LeadNumber::None,
        mark: LeadMark::Stated(stated, span),
        text: skip_silent(line, 0),
    })
}

/// Whether a line that has no mark begins as an entry of minutes or of a chronology does: with a person, an hour or a day.
pub(in crate::parse) fn begins_entry(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    let title = text.split(['.', ' ']).next().is_some_and(is_title);
    title || begins_with_hour(text) || is_dated(text) || begins_with_question(text)
}

/// Whether a line begins with the name of a speaker, an answer, an hour or a day and has no mark behind it.
pub(in crate::parse) fn speaks(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    if is_dated(text) || begins_with_question(text) {
        return true;
    }
    let window = text.as_bytes();
    let Some(colon) = memchr::memchr(b':', window.get(..LABEL).unwrap_or(window)) else {
        return false;
    };
    let label = without_remark(text.get(..colon).unwrap_or_default());
    let behind = from(text, skip_silent(text, colon + 1));
    begins_with_hour(text)
        || (is_label(label) && is_named(label) && behind.starts_with(char::is_uppercase))
}

fn unclassified_behind_label(line: &str, at: usize) -> Option<(StatedMark, Span)> {
    let start = skip_silent(line, at);
    let text = from(line, start);
    brackets(text)
        .find_map(|open| {
            let token = token::at(text, open)?;
            let stated = StatedMark::of(token.inside(text))?;
            Some((open, token, stated))
        })
        .filter(|(open, token, stated)| {
            let behind = from(text, skip_silent(text, token.span.end()));
            Label::unclassified().dominates(&stated.label())
                && behind.contains(char::is_alphanumeric)
                && heads(text.get(..*open).unwrap_or_default(), behind)
        })
        .map(|(_, token, stated)| (stated, token.span.shifted(start)))
}

/// Whether `before` heads the text behind a mark: a label with its sign, the speaker or the hour of a minute.
fn heads(before: &str, behind: &str) -> bool {
    if decor::states_mark(before) {
        return false;
    }
    let before = undecorated_label(before);
    let before = without_number(before.trim_end_matches(is_silent));
    let label = without_remark(before.trim_end_matches(':'));
    // `1 March 2005 (U) The pier`: where a day is cited a sentence goes on with a small letter.
    let day = before.trim_end_matches([':', '-', '–', '—', ' ']);
    if is_day(day) {
        return behind.starts_with(char::is_uppercase)
            && behind
                .split(' ')
                .take(2)
                .any(|word| word.contains(char::is_lowercase));
    }
    if label.len() < before.len() || behind.starts_with(':') {
        return is_label(label) || is_hour(label);
    }
    let label = before.trim_end_matches(['.', '-', '–', '—', ' ']);
    let stops = label.len() < before.len();
    // `Figure 1.`, `ODE -`; `The relay is at pier 12.` is a sentence.
    let counts = label.split(' ').nth(2).is_none() && label.ends_with(|c: char| c.is_ascii_digit());
    let names = !before.ends_with('.') && is_named(label);
    (stops && is_of_questions(label))
        || is_hour(before)
        || is_usual(label)
        || (stops && ((is_label(label) && (counts || names)) || is_hour(label)))
}

/// Whether a text begins with one, and a sign parts it from what is said.
fn begins_with_question(text: &str) -> bool {
    let label = text.split_once(['.', ':', '-', '–', '—']);
    label.is_some_and(|(label, _)| is_of_questions(label.trim_end_matches(' ')))
}

/// Whether a text is one line that begins with a day and the mark of an entry, and ends as no sentence does that goes on.
pub(in crate::parse) fn is_entry(text: &str) -> bool {
    let line = text.trim_matches(is_silent);
    !line.contains('\n') && begins_with_day(line) && !ends_in_function_word(line)
}

/// Whether a sentence may go on from the block above with a day that it cites, `1 March 2005 (U) Ode wrote`: neither a sign nor a
/// gap stands between that and the mark.
fn may_cite(line: &str, mark: Span) -> bool {
    let head = line.get(..mark.start()).unwrap_or_default();
    let shown = head.trim_end_matches(is_silent);
    let apart = head.len() > shown.len() + 1 || head.ends_with('\t');
    is_day(from(shown, skip_silent(shown, 0))) && !apart
}

/// Whether a line begins with a day, and a bracket stands behind it.
pub(in crate::parse) fn begins_with_day(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    let first = brackets(text).next();
    first.and_then(|at| text.get(..at)).is_some_and(|head| {
        is_day(head.trim_end_matches(|c| is_silent(c) || matches!(c, ':' | '-' | '–' | '—')))
    })
}

/// Whether the words before a mark are what usually heads a text, and name no other paper: `Purpose.`, `BACKGROUND`, `Q1.`
pub(in crate::parse) fn heads_a_text(before: &str) -> bool {
    let label =
        before.trim_matches(|c: char| is_silent(c) || matches!(c, '.' | ':' | '-' | '–' | '—'));
    is_usual(label) || is_of_questions(label)
}

/// What the mark right behind the label asks that `line` begins with: `COMMENT: (S) …`, `Table 2: (S) …`,
/// `COMMENT (S): …` (reading rule 1).
pub(in crate::parse) fn behind_label(line: Line<'_>) -> Option<Label> {
    if !line.look.holds(Look::OPENS) {
        return None;
    }
    let text = from(line.text, skip_silent(line.text, 0));
    brackets(text).find_map(|at| asks(text, at))
}

fn asks(text: &str, at: usize) -> Option<Label> {
    let head = text.get(..at)?;
    // Nearly always the number of a paragraph stands there.
    if !may_head(head) {
        return None;
    }
    let head = undecorated_label(head);
    let before = without_number(head.trim_end_matches(is_silent));
    let label = without_remark(before.trim_end_matches([':', '.', '-', '–', '—', ' ']));
    if is_number(label) {
        return None;
    }
    let day = is_day(label);
    let hour = day || is_hour(label);
    if !(hour || is_label(label)) {
        return None;
    }
    let token = token::at(text, at)
        .filter(|token| !plain::is_of_text(token.inside(text), from(text, token.span.end())))?;
    let behind = from(text, skip_silent(text, token.span.end()));
    // Where a day is cited a sentence goes on with a small letter.
    if day && !behind.starts_with(char::is_uppercase) {
        return None;
    }
    let stops = hour || label.len() < before.len() || behind.starts_with(':') || is_usual(label);
    // `Item 4: (C) …`: with its colon even the name of a part heads what follows.
    let cites = sentence::names_a_part(label) && !before.ends_with(':');
    if !stops || cites {
        return None;
    }
    // A mark that ends its line is that of the sentence before it: `… AS OF` / `JUNE. (S)`.
    if behind.is_empty() {
        return None;
    }
    match token::read(token.inside(text)) {
        Reading::Mark(stated) => Some(stated.label()),
        Reading::Like(likeness) => (likeness >= Likeness::Likely).then(Label::unresolved),
    }
}

/// A short look: whether a label or an hour may stand in `head`.
fn may_head(head: &str) -> bool {
    let digits = head.bytes().filter(u8::is_ascii_digit).count();
    digits >= HOUR_DIGITS || head.contains(char::is_uppercase)
}

/// Where brackets open in the part of a line in which a label may stand. A remark may stand in the label:
/// `Dr. Birk (State): (U) …`.
fn brackets(text: &str) -> impl Iterator<Item = usize> {
    let window = text.as_bytes();
    memchr::memchr_iter(b'(', window.get(..LABEL).unwrap_or(window)).take(BRACKETS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn a_short_look_turns_down_neither_a_label_nor_an_hour() {
        let parts = [
            "10", "9", ":", "45", "1045", "Z", ".", "3", " ", "a.m.", "p.m.", "am", "hours", "[",
            "]", "Comment", "Item", "É", "table", "4.", "¶", "l", "O", ",", "h",
        ];
        let mut random = Random::new();
        let mut found = 0;
        for _ in 0..32_768 {
            let head: String = (0..1 + random.below(4))
                .map(|_| random.pick(&parts))
                .collect();
            if is_hour(&head) || is_label(&head) {
                found += 1;
                assert!(may_head(&head), "{head:?}");
            }
        }
        assert!(found > 1000, "{found}");
    }
}
