//! The heading of a memorandum: its title in a printed series, its date line, and the first line of a telegram.

use jiff::civil::Date;

use super::super::build::{Builder, Line, line_at, mark_of};
use super::super::captions::{self, CaptionLine};
use super::super::chars::{byte, end_of_shown, from, is_silent, skip_silent, trim};
use super::super::header;
use super::super::lead::{self, Lead, LeadMark, LeadNumber};
use super::note::{self, Levels};
use super::{subject_mark, tail};
use crate::Span;
use crate::document::{BlockKind, Field, Mark};
use crate::marking::StatedMark;

/// The longest date line, and how far the word `Subject` can stand into the first line of a telegram, in bytes.
const DATE_LINE: usize = 120;
const OPENING: usize = 200;
/// The longest line of a letterhead, in bytes.
const LETTERHEAD: usize = 64;
/// The longest label of a line, with its colon, in bytes.
const LABEL: usize = 32;
/// How many lines behind the title the date line can stand.
const PRINTED_HEAD: usize = 4;

/// Takes `line`, which begins a block, for a line of the heading where it is one.
pub(super) fn read<'a>(
    builder: &mut Builder<'a>,
    line: Line<'a>,
    lead: &Lead,
    first: bool,
) -> bool {
    if matches!(lead.mark, LeadMark::None) {
        if dated(builder, line) {
            return true;
        }
        if first && is_title(builder, line, lead) {
            field(builder, line, Field::Unknown);
            return true;
        }
    }
    if let CaptionLine::Known {
        captions,
        sensitive,
    } = captions::line(line.text)
    {
        builder.header.captions.extend(captions);
        builder.header.sensitive |= sensitive;
        field(builder, line, Field::Caption);
        return true;
    }
    opening(builder, line, lead)
}

/// Takes `line` for the date line where it is one.
pub(super) fn dated<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let date = date_line(line.text).or_else(|| date_alone(line.text));
    if date.is_some() {
        builder.set_origin(date);
        field(builder, line, Field::DateTimeGroup);
    }
    date.is_some()
}

/// Whether a line may stand in a letterhead or among the addressees: short, and no end of a sentence; or with a label.
pub(super) fn is_letterhead(text: &str) -> bool {
    is_labelled(text)
        || (text.len() <= LETTERHEAD && !trim(text).ends_with('.'))
        || date_alone(text).is_some()
}

/// Whether `source` begins as the documents of a printed series do: a numbered title, and a date line below it. What
/// follows is as the editors set it, whatever header it had.
pub(crate) fn is_printed(source: &str) -> bool {
    let mut lines = Lines { source, at: 0 };
    let Some(title) = lines.next() else {
        return false;
    };
    let lead = lead::scan(title.text);
    matches!(
        (lead.number, lead.mark),
        (LeadNumber::Paragraph(_), LeadMark::None)
    ) && lines
        .take(PRINTED_HEAD)
        .any(|line| date_line(line.text).is_some())
}

/// The lines that show anything.
struct Lines<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        loop {
            let line = line_at(self.source, self.at)?;
            self.at = line.next;
            if !line.is_blank() {
                return Some(line);
            }
        }
    }
}

fn field<'a>(builder: &mut Builder<'a>, line: Line<'a>, field: Field) {
    builder.start(line, BlockKind::Field(field), None, Mark::Unmarked, 0);
}

/// `162. Memorandum From … to …`: the first line, with the number of the document and not of a paragraph.
fn is_title(builder: &Builder<'_>, line: Line<'_>, lead: &Lead) -> bool {
    let next = line_at(builder.source, line.next);
    let alone = next.is_none_or(Line::is_blank);
    let numbered = matches!(lead.number, LeadNumber::Paragraph(number) if number > 1);
    let dated = || {
        let mut below = Lines {
            source: builder.source,
            at: line.next,
        };
        below
            .next()
            .is_some_and(|line| date_line(line.text).is_some())
    };
    alone && tail::scan(line.text).is_none() && (numbered || dated())
}

/// `Washington, December 29, 1966.`, `Saigon, May 14, 1959—6 p.m.`: a place and a day, and nothing else.
pub(super) fn date_line(text: &str) -> Option<Date> {
    let shown = trim(text);
    if shown.len() > DATE_LINE || !shown.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // A comma stands before the year; the day and the month stand before the comma.
    let (at, _) = shown.match_indices(", ").find(|(at, _)| {
        let year = from(shown, at + 2);
        year.bytes().take(4).filter(u8::is_ascii_digit).count() == 4
            && !byte(year, 4).is_ascii_alphanumeric()
    })?;
    let before = shown.get(..at)?;
    let mut words = before.rsplitn(3, is_silent);
    let (day, month) = (words.next()?, words.next()?);
    let place = words.next().unwrap_or_default();
    let year = from(shown, at + 2).get(..4)?;
    let behind = trim(from(shown, at + 6));
    (is_place(place) && is_time(behind))
        .then(|| Date::strptime("%B %d, %Y", format!("{month} {day}, {year}")).ok())?
}

/// `20 April 1982`, `APR 20 1982`, `Date: April 20, 1982`: a day and nothing else, with the month in letters.
pub(super) fn date_alone(text: &str) -> Option<Date> {
    let shown = trim(text);
    if shown.len() > DATE_LINE {
        return None;
    }
    let labelled = shown
        .split_once(':')
        .filter(|(label, _)| trim(label).eq_ignore_ascii_case("DATE"));
    let mut words = labelled
        .map_or(shown, |(_, date)| date)
        .split_whitespace()
        .map(|word| word.trim_end_matches([',', '.']));
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || year.len() != 4 {
        return None;
    }
    let (day, month) = if byte(first, 0).is_ascii_digit() {
        (first, second)
    } else {
        (second, first)
    };
    ["%B %d, %Y", "%b %d, %Y"]
        .iter()
        .find_map(|form| Date::strptime(form, format!("{month} {day}, {year}")).ok())
}

/// `Washington,`, `[Washington,]`, `Tel Aviv,`, or nothing.
fn is_place(place: &str) -> bool {
    let place = trim(place);
    place.is_empty()
        || (place.trim_end_matches([']', ' ']).ends_with(',')
            && place.split_whitespace().count() <= 4
            && !place.contains(['.', ';', ':', '(']))
}

/// Nothing, or the hour: `.`, `—6 p.m.`, `, 11 a.m.–noon`, `, 1810Z.`
fn is_time(behind: &str) -> bool {
    let hour = behind.trim_start_matches([',', '.', '—', '–', '-', ' ']);
    hour.is_empty()
        || (hour.len() <= 32
            && (byte(hour, 0).is_ascii_digit()
                || hour.starts_with("noon")
                || hour.starts_with("midnight"))
            && hour.split_whitespace().count() <= 4)
}

/// Whether a line begins with a label of the heading: `FROM:`, `MEMORANDUM FOR:`, `Subject:`.
pub(super) fn is_labelled(text: &str) -> bool {
    label(text).is_some()
}

/// `FROM: (U) …`, `Q: (S) …`: the mark right behind a label at the start of a block, which rates what follows it.
pub(super) fn labelled_mark(text: &str, levels: Levels) -> Option<Lead> {
    let at = label(text)?;
    let start = skip_silent(text, 0);
    // The subject is read by itself.
    if header::keyword(text, start).is_some() {
        return None;
    }
    let (mark, behind) = lead::scan_mark(text, at);
    let (stated, span) = note::readable(mark)?;
    if !note::is_certain(span, from(text, behind), levels) {
        return None;
    }
    Some(Lead {
        number: LeadNumber::None,
        mark: LeadMark::Stated(stated, span),
        text: behind,
    })
}

/// Where the text behind a label starts: one to three words and a colon.
fn label(text: &str) -> Option<usize> {
    let start = skip_silent(text, 0);
    let shown = from(text, start);
    let colon = shown.bytes().take(LABEL).position(|b| b == b':')?;
    let words = shown.get(..colon)?;
    let plain = words
        .chars()
        .all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | '/' | '-'));
    (plain
        && words.starts_with(|c: char| c.is_ascii_uppercase())
        && words.split_whitespace().count() <= 3)
        .then_some(start + colon + 1)
}

/// `SUBJECT` on a line of its own.
pub(super) fn is_subject_label(text: &str) -> bool {
    let shown = trim(text).trim_end_matches([':', ' ']);
    ["SUBJECT", "SUBJECTS", "SUBJ"]
        .iter()
        .any(|word| shown.eq_ignore_ascii_case(word))
}

/// The first line of a telegram: `1168. Subject: …`, `Secto 4118. (U) Subject: …`.
///
/// What stands before the word is a block of its own, unless the mark of the subject stands at the very end and so
/// covers the whole line.
fn opening<'a>(builder: &mut Builder<'a>, line: Line<'a>, lead: &Lead) -> bool {
    let Some((label, text)) = subject_at(line.text) else {
        return false;
    };
    let start = skip_silent(line.text, 0);
    let (before, mark_before) = mark_before(line, start, label);
    // A marked paragraph that speaks of a subject further on is none.
    if lead.has_mark() && (mark_before.is_unmarked() || before > start) {
        return false;
    }
    let (mark_behind, text_behind) = subject_mark(line, text);
    let (mark, behind) = match (mark_before.span(), mark_behind.span()) {
        (None, _) => (mark_behind, text_behind),
        (Some(_), None) => (mark_before, text),
        (Some(one), Some(other)) => {
            let labels =
                [&mark_before, &mark_behind].map(|mark| mark.stated().map(StatedMark::label));
            let [before, behind] = labels;
            if before.is_some() && before == behind {
                (mark_before, text_behind)
            } else {
                let span = Span::new(one.start(), other.end());
                (Mark::Damaged { span }, text_behind)
            }
        }
    };
    if mark.is_unmarked() && tail::scan(line.text).is_some() {
        builder.start(line, BlockKind::Subject, None, Mark::Unmarked, start);
        return true;
    }
    if before > start {
        let text = line.text.get(..before).unwrap_or_default();
        let head = Line {
            text,
            start: line.start,
            next: line.start + before,
        };
        // One printed paragraph: what the mark says of the subject counts for the number before it, too.
        let kind = if is_message_number(text) && mark.stated().is_some() {
            Field::Reference
        } else {
            Field::Unknown
        };
        field(builder, head, kind);
        if let Some(stated) = mark.stated() {
            let index = builder.blocks.len() - 1;
            builder.raise(index, &stated.label());
        }
    }
    let rest = Line {
        text: from(line.text, before),
        start: line.start + before,
        next: line.next,
    };
    builder.start(
        rest,
        BlockKind::Subject,
        None,
        mark,
        behind.saturating_sub(before),
    );
    true
}

/// `1168.`, `Secto 4118.`, `State 251392.`: one word at most, and a number.
fn is_message_number(text: &str) -> bool {
    let shown = trim(text).trim_end_matches('.');
    let mut words = shown.rsplit(is_silent);
    let numbered = words
        .next()
        .is_some_and(|word| word.len() <= 8 && word.bytes().all(|b| b.is_ascii_digit()));
    let post = words
        .next()
        .is_none_or(|word| word.len() <= 12 && word.bytes().all(|b| b.is_ascii_alphabetic()));
    !shown.is_empty() && numbered && post && words.next().is_none()
}

/// Where `Subject:` stands in the first line of a telegram, and where the text behind it starts.
fn subject_at(text: &str) -> Option<(usize, usize)> {
    let window = text.get(..end_of_shown(text))?;
    ["Subject:", "Subj:", "SUBJECT:", "SUBJ:"]
        .iter()
        .filter_map(|word| Some((window.find(word)?, word.len())))
        .filter(|(at, _)| (1..=OPENING).contains(at))
        .filter(|(at, _)| {
            let before = window.get(..*at).unwrap_or_default();
            before.ends_with(' ') && trim(before).ends_with(['.', ')', ':', ';'])
        })
        .map(|(at, width)| (at, at + width))
        .min()
}

/// The mark right before the word, and where it starts; the word itself where there is none.
fn mark_before(line: Line<'_>, start: usize, label: usize) -> (usize, Mark) {
    let before = line.text.get(start..label).unwrap_or_default();
    let at = match before.rfind('(') {
        Some(open) if trim(before).ends_with(')') => start + open,
        Some(_) | None => return (label, Mark::Unmarked),
    };
    let (mark, end) = lead::scan_mark(line.text, at);
    if skip_silent(line.text, end) != label {
        return (label, Mark::Unmarked);
    }
    match mark {
        LeadMark::None => (label, Mark::Unmarked),
        LeadMark::Letter { .. } => (at, subject_mark(line, at).0),
        LeadMark::Stated(..) | LeadMark::Damaged(_) => (at, mark_of(&mark, line.start)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_a_date_line_too() {
        for (line, date) in [
            ("20 April 1982", Some((1982, 4, 20))),
            ("          MAY 12 1987", Some((1987, 5, 12))),
            ("Dec 3, 1990", Some((1990, 12, 3))),
            ("DATE: 3 May 1990", Some((1990, 5, 3))),
            ("Date: May 3, 1990.", Some((1990, 5, 3))),
            ("31 April 1982", None),
            ("3 May 90", None),
            ("From 3 May 1990", None),
            ("Until: 3 May 1990", None),
            ("3/5/1990", None),
        ] {
            let expected = date.map(|(y, m, d)| jiff::civil::date(y, m, d));
            assert_eq!(date_alone(line), expected, "{line}");
        }
    }

    #[test]
    fn a_date_line_is_a_place_and_a_day_and_nothing_else() {
        for (line, date) in [
            ("Port Alder, March 3, 1971.", Some((1971, 3, 3))),
            ("Port Alder, March 3, 1971—6 p.m.", Some((1971, 3, 3))),
            ("[Port Alder,] August 31, 1964.", Some((1964, 8, 31))),
            (
                "Port Alder, June 12, 1989, 11 a.m.–noon",
                Some((1989, 6, 12)),
            ),
            ("June 12, 1989", Some((1989, 6, 12))),
            ("Port Alder, undated.", None),
            ("Port Alder, February 30, 1971.", None),
            ("We met on March 3, 1971.", None),
            ("He left the town, March 3, 1971, and never came back", None),
            ("March 3, 1971, was a day of rest. Nothing was done", None),
        ] {
            let expected = date.map(|(y, m, d)| jiff::civil::date(y, m, d));
            assert_eq!(date_line(line), expected, "{line}");
        }
    }
}
