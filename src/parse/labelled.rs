//! Labels at the start of a line or of a sentence, and the marks behind them: `COMMENT: (S) …` (reading rule 1).

use super::chars::{from, is_silent, skip_silent};
use super::decor::{self, undecorated_label};
use super::lead::{self, Lead, LeadMark, LeadNumber};
use super::lines::Line;
use super::look::Look;
use super::plain;
use super::prose::ends_in_function_word;
use super::said;
use super::sentence;
use super::token::{self, Reading};
use crate::Span;
use crate::declass::month;
use crate::marking::{Label, Likeness, StatedMark};

/// The most words of a label, and its longest text, in bytes.
const LABEL_WORDS: usize = 4;

pub(super) const LABEL: usize = 48;

/// Words that may head a line: one to four, beginning with a capital, or a day.
pub(super) fn is_label(text: &str) -> bool {
    let text = from(text, skip_silent(text, 0));
    text.len() <= LABEL
        && (text.starts_with(|c: char| c.is_ascii_uppercase())
            || (text.starts_with(|c: char| c.is_ascii_digit())
                && text.contains(char::is_uppercase)))
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '/' | '-' | '&' | '\'' | '.' | ','))
        && text.split(' ').count() <= LABEL_WORDS
}

/// The fewest digits of an hour.
const HOUR_DIGITS: usize = 3;

/// The shortest hour, in bytes: `9:30`.
const SHORTEST_HOUR: usize = 4;

/// How many brackets are looked at before that of a mark.
const BRACKETS: usize = 3;

/// The words that head most paragraphs which are headed at all, and those that a telegram begins the text of another paper with.
const USUAL: [&str; 8] = [
    "SUMMARY",
    "COMMENT",
    "ACTION REQUEST",
    "ACTION REQUESTED",
    "QUOTE",
    "QTE",
    "BEGIN TEXT",
    "BEGIN QUOTE",
];

/// Words that end the label of a remark: `Analyst comment`, `NOTE`.
const REMARKS: [&str; 8] = [
    "COMMENT",
    "COMMENTS",
    "NOTE",
    "NOTES",
    "REMARK",
    "REMARKS",
    "SUMMARY",
    "ASSESSMENT",
];

/// Whether `word` ends the label of a remark.
pub(super) fn names_a_remark(word: &str) -> bool {
    REMARKS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the text of another paper begins behind `before`, or a part of this one ends with it: `… AS FOLLOWS: QUOTE`,
/// `… END SUMMARY`. A mark may stand behind either, as behind the end of a sentence.
pub(super) fn parts_texts(before: &str) -> bool {
    let mut words = before.rsplit(|c: char| !c.is_alphanumeric());
    let last = words.next().unwrap_or_default();
    match last {
        "QUOTE" | "QTE" | "UNQUOTE" | "UNQTE" => true,
        "TEXT" if words.next() == Some("BEGIN") => true,
        _ => {
            let end = before
                .get(..before.len() - last.len())
                .and_then(|head| head.trim_end_matches(is_silent).rsplit(is_silent).next());
            matches!(end, Some("END" | "End")) && said::names_a_part(last)
        }
    }
}

/// The mark of a block whose text begins with its label: `2. COMMENT: (U) …`, `2. COMMENT (U): …`. It says that all of the block
/// is unclassified; one that says more raises what the block is rated anyway. The label stays text of the block.
pub(super) fn with_mark(line: &str, lead: Lead) -> Lead {
    if lead.has_mark() {
        return lead;
    }
    match unclassified_behind_label(line, lead.text).filter(|(_, span)| !may_cite(line, *span)) {
        Some((stated, span)) => Lead {
            mark: LeadMark::Stated(stated, span),
            ..lead
        },
        None => lead,
    }
}

/// How a line of minutes begins that says that it is unclassified: `MR. ODE: (U) …`, `10:45 (U) …`.
pub(super) fn unclassified(line: Line<'_>) -> Option<Lead> {
    if !line.look.holds(Look::OPENS) {
        return None;
    }
    let line = line.text;
    let (stated, span) = unclassified_behind_label(line, 0)?;
    let label = undecorated_label(line.get(..span.start())?);
    let label = label.trim_matches(|c| is_silent(c) || matches!(c, ':' | '-' | '.'));
    let label = without_remark(label);
    let named = is_named(label)
        || is_hour(label)
        || is_day(label)
        || USUAL.iter().any(|words| label.eq_ignore_ascii_case(words));
    named.then(|| Lead {
        number: LeadNumber::None,
        mark: LeadMark::Stated(stated, span),
        text: skip_silent(line, 0),
    })
}

/// Titles before a name, as their full stops leave them.
const TITLES: [&str; 8] = ["MR", "MRS", "MS", "DR", "GEN", "COL", "AMB", "CAPT"];

/// Whether `word` is the title of a person.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.iter().any(|title| word.eq_ignore_ascii_case(title))
}

/// Whether a line that has no mark begins as an entry of minutes or of a chronology does: with a person, an hour or a day.
pub(super) fn begins_entry(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    let title = text.split(['.', ' ']).next().is_some_and(is_title);
    title || begins_with_hour(text) || is_dated(text) || begins_with_question(text)
}

/// Whether a line begins with the name of a speaker, an answer, an hour or a day and has no mark behind it.
pub(super) fn speaks(line: &str) -> bool {
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
        || USUAL.iter().any(|words| label.eq_ignore_ascii_case(words))
        || (stops && ((is_label(label) && (counts || names)) || is_hour(label)))
}

/// `Question`, `Answer`: what stands before the parts of an interview.
fn is_of_questions(label: &str) -> bool {
    let word = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let shown = word.trim_end_matches(' ');
    ["QUESTION", "ANSWER"]
        .iter()
        .any(|known| shown.eq_ignore_ascii_case(known))
        || (word.len() < label.len() && matches!(word, "Q" | "A"))
}

/// Whether a text begins with one, and a sign parts it from what is said.
fn begins_with_question(text: &str) -> bool {
    let label = text.split_once(['.', ':', '-', '–', '—']);
    label.is_some_and(|(label, _)| is_of_questions(label.trim_end_matches(' ')))
}

/// Whether all words of a label begin with a capital or a number, as no sentence does.
fn is_named(label: &str) -> bool {
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    label.split(' ').all(named)
}

/// `COMMENTS: 1.`, `References: (a)`: without the number of the first paragraph or item behind a label.
fn without_number(before: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit();
    let number = before
        .strip_suffix('.')
        .filter(|head| head.ends_with(digit));
    let item = || {
        before
            .strip_suffix(')')?
            .strip_suffix(char::is_alphanumeric)?
            .strip_suffix('(')
    };
    let head = number
        .map(|head| head.trim_end_matches(digit))
        .or_else(item);
    match head.map(|head| head.trim_end_matches(is_silent)) {
        Some(head) if head.ends_with(':') => head,
        Some(_) | None => before,
    }
}

/// Without a remark in brackets that ends a label and is no mark: `MR. ODE (DOD)`.
fn without_remark(label: &str) -> &str {
    let shown = label.trim_end_matches(is_silent);
    let remark = shown
        .strip_suffix(')')
        .and_then(|shown| shown.rsplit_once(" ("));
    match remark {
        Some((head, inside))
            if matches!(
                token::read(inside),
                Reading::Like(Likeness::Text | Likeness::Short)
            ) =>
        {
            head
        }
        Some(_) | None => shown,
    }
}

/// Whether the first word of a line is an hour: `10:45`, `[10:45]`.
fn begins_with_hour(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    let word = text.split(is_silent).next().unwrap_or_default();
    word.contains(':') && is_hour(word)
}

/// `10:45`, `[10:45]`, `10:45 a.m.`
fn is_hour(text: &str) -> bool {
    if text.len() < SHORTEST_HOUR {
        return false;
    }
    let bare = text.trim_matches(|c| is_silent(c) || token::opens(c) || token::closes(c));
    let lower = bare.to_ascii_lowercase();
    let bare = ["a.m.", "p.m.", "am", "pm", "hours", "hrs"]
        .iter()
        .find_map(|half| lower.strip_suffix(half))
        .map_or(bare, |hour| {
            bare.get(..hour.trim_end().len()).unwrap_or_default()
        });
    lead::is_time(bare) || is_moment(bare)
}

/// The most words of a day and an hour.
const MOMENT: usize = 5;

/// `141200Z MAR 06`, `14MAR06`, `0815-0830`, `14 1300`, `2006-03-14 12:00`: as logs begin their entries.
fn is_moment(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut timed = false;
    let mut words = 0;
    let counts = text
        .split(|c: char| is_silent(c) || matches!(c, '-' | '/'))
        .all(|word| {
            words += 1;
            let time = lead::is_time(word) || is_group(word);
            timed |= time;
            time || (word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit())) || is_month(word)
        });
    timed && counts && words <= MOMENT
}

/// The most words of a day.
const DAY_WORDS: usize = 3;

/// `03/01/05`, `2005-03-01`, `1 March 2005`, `March 1, 2005`, `Jan 1998`: as chronologies begin their entries.
fn is_day(text: &str) -> bool {
    // Most labels are words and nothing else, or longer.
    if text.len() >= LABEL || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let numeric = ['/', '-'].iter().any(|sign| {
        text.split(*sign).count() == DAY_WORDS && text.split(*sign).all(is_number_of_day)
    });
    numeric || is_written_day(text)
}

/// `1 March 2005`, `March 1, 2005`, `Jan 1998`: a month in letters, and numbers.
fn is_written_day(text: &str) -> bool {
    let words = || {
        text.split(is_silent)
            .map(|word| word.trim_end_matches([',', '.']))
    };
    let (months, numbers) = (
        words().filter(|word| month(word).is_some()).count(),
        words().filter(|word| is_number_of_day(word)).count(),
    );
    months == 1 && (1..DAY_WORDS).contains(&numbers) && months + numbers == words().count()
}

fn is_number_of_day(word: &str) -> bool {
    matches!(word.len(), 1 | 2 | 4) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text begins with a day, whatever stands behind it.
fn is_dated(text: &str) -> bool {
    let sign = |c: char| is_silent(c) || matches!(c, ':' | '-' | '–' | '—');
    let mut ends = text.match_indices(is_silent).map(|(at, _)| at);
    (0..DAY_WORDS)
        .map_while(|_| ends.next().and_then(|at| text.get(..at)))
        .any(|head| is_day(head.trim_end_matches(sign)))
}

/// Whether a text is one line that begins with a day and the mark of an entry, and ends as no sentence does that goes on.
pub(super) fn is_entry(text: &str) -> bool {
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
pub(super) fn begins_with_day(line: &str) -> bool {
    let text = from(line, skip_silent(line, 0));
    let first = brackets(text).next();
    first.and_then(|at| text.get(..at)).is_some_and(|head| {
        is_day(head.trim_end_matches(|c| is_silent(c) || matches!(c, ':' | '-' | '–' | '—')))
    })
}

/// `141200Z`, `141200ZMAR06`, `14MAR06`: digits, and letters for a zone or a month among them.
fn is_group(word: &str) -> bool {
    let behind = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - behind.len();
    let letters = behind.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = behind.len() - letters.len();
    match digits {
        6 => match letters.get(1..) {
            Some(month) => year == 2 && is_month(month) || (year == 0 && month.is_empty()),
            None => false,
        },
        1 | 2 => matches!(year, 2 | 4) && is_month(letters),
        _ => false,
    }
}

/// `MAR`: the month of a date-time group.
fn is_month(word: &str) -> bool {
    word.len() == 3 && month(word).is_some()
}

/// What the mark right behind the label asks that `line` begins with: `COMMENT: (S) …`, `Table 2: (S) …`,
/// `COMMENT (S): …` (reading rule 1).
pub(super) fn behind_label(line: Line<'_>) -> Option<Label> {
    if !line.look.holds(Look::OPENS) {
        return None;
    }
    let text = from(line.text, skip_silent(line.text, 0));
    brackets(text).find_map(|at| asks(text, at))
}

/// `2.A`: the number of a portion, and no label.
fn is_number(label: &str) -> bool {
    label.starts_with(|c: char| c.is_ascii_digit())
        && label.contains(char::is_alphabetic)
        && label
            .split(['.', '-'])
            .all(|part| part.len() == 1 || part.bytes().all(|b| b.is_ascii_digit()))
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
    let stops = hour
        || label.len() < before.len()
        || behind.starts_with(':')
        || USUAL.iter().any(|words| label.eq_ignore_ascii_case(words));
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
