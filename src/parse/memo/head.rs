//! The heading of a memorandum: its title in a printed series, its date line, and the first line of a telegram.

use super::super::build::{Builder, mark_of};
use super::super::chars::{end_of_shown, from, is_silent, skip_silent, trim};
use super::super::day;
use super::super::draft::DraftMark;
use super::super::header::{self, HeaderLine};
use super::super::lead::{self, Lead, LeadMark, LeadNumber};
use super::super::lines::Line;
use super::super::look::Look;
use super::super::prose::is_function_word;
use super::super::{captions, findings};
use super::note::{self, Levels};
use super::subject::subject_mark;
use super::tail;
use crate::Span;
use crate::document::{BlockKind, Field};
use crate::marking::StatedMark;

/// How far the word `Subject` can stand into the first line of a telegram, in bytes.
const OPENING: usize = 200;
/// How many words in small letters a line of a letterhead may have beside those that join names.
const TOLD: usize = 2;
/// The longest line of a letterhead, in bytes.
const LETTERHEAD: usize = 64;
/// The longest label of a line, with its colon, in bytes.
const LABEL: usize = 32;

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
    // `(EXDIS)` on a line of its own is the caption, and no mark of anything.
    if (!lead.has_mark() || captions::is_alone(line.text))
        && !is_field(line.text)
        && let Some(found) = captions::heading(line.text)
        && !ends_in_mark(line.text)
    {
        builder.header.captions.extend(found.captions);
        builder.header.sensitive |= found.sensitive;
        if found.unknown {
            builder.note(&findings::UNKNOWN_CAPTION, line.span());
        }
        field(builder, line, Field::Caption);
        builder.close();
        return true;
    }
    opening(builder, line, lead)
}

/// Whether the only caption of a line is the mark behind its text, which speaks for that alone: `The pier is open. (SBU)`.
fn ends_in_mark(text: &str) -> bool {
    tail::scan(text).is_some_and(|tail| {
        let token = text.get(tail.token.range()).unwrap_or_default();
        let head = text.get(..tail.token.start()).unwrap_or_default();
        tail.stated.is_some()
            && !captions::read(head).any
            && captions::read(token).captions.is_empty()
    })
}

/// Whether a line begins with the label of a field or of a subject, and is no caption.
fn is_field(text: &str) -> bool {
    let start = skip_silent(text, 0);
    let is_caption = |end: usize| captions::read(text.get(start..end).unwrap_or_default()).sure;
    header::keyword(text, start).is_some() || label(text).is_some_and(|end| !is_caption(end))
}

/// Takes `line` for the date line where it is one. The field ends with it.
pub(super) fn dated<'a>(builder: &mut Builder<'a>, line: Line<'a>) -> bool {
    let date = day::of(line.text);
    if date.is_some() {
        builder.set_origin(date);
        field(builder, line, Field::DateTimeGroup);
        builder.close();
    }
    date.is_some()
}

/// Whether a line is the beginning of a sentence: it has words in small letters that join no names.
pub(super) fn is_told(text: &str) -> bool {
    text.split_whitespace()
        .filter(|word| word.starts_with(char::is_lowercase) && !is_function_word(word))
        .nth(TOLD)
        .is_some()
}

/// Whether a line may stand in a letterhead or among the addressees: short, and no end of a sentence; or with a label.
pub(super) fn is_letterhead(text: &str) -> bool {
    is_labelled(text)
        || (text.len() <= LETTERHEAD && !trim(text).ends_with('.'))
        || day::of(text).is_some()
}

fn field<'a>(builder: &mut Builder<'a>, line: Line<'a>, field: Field) {
    builder.start(line, BlockKind::Field(field), None, DraftMark::None, 0);
}

/// `162. Memorandum From … to …`: the first line, with the number of the document and not of a paragraph.
fn is_title(builder: &Builder<'_>, line: Line<'_>, lead: &Lead) -> bool {
    let next = builder.lines.at(line.next);
    let alone = next.is_none_or(Line::is_blank);
    let numbered = matches!(lead.number, LeadNumber::Paragraph(number) if number > 1);
    let dated = || {
        builder
            .lines
            .shown(line.next)
            .next()
            .is_some_and(|line| day::line(line.text).is_some())
    };
    alone && tail::scan(line.text).is_none() && (numbered || dated())
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
    if let Some(HeaderLine::Subject(_)) = header::keyword(text, start) {
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

/// Where the text behind a label starts: one to three words and a colon, `Enclosure(s):` among them.
fn label(text: &str) -> Option<usize> {
    let start = skip_silent(text, 0);
    let shown = from(text, start);
    let colon = shown.bytes().take(LABEL).position(|b| b == b':')?;
    let words = shown.get(..colon)?;
    let words = words.strip_suffix("(s)").unwrap_or(words);
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
    if lead.has_mark() && (mark_before.is_none() || before > start) {
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
                (DraftMark::Damaged { span }, text_behind)
            }
        }
    };
    if mark.is_none() && tail::scan(line.text).is_some() {
        builder.start(line, BlockKind::Subject, None, DraftMark::None, start);
        return true;
    }
    if before > start {
        let text = line.text.get(..before).unwrap_or_default();
        let head = Line {
            text,
            start: line.start,
            next: line.start + before,
            look: Look::of(text.as_bytes()),
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
    let text = from(line.text, before);
    let rest = Line {
        text,
        start: line.start + before,
        next: line.next,
        look: Look::of(text.as_bytes()),
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
fn mark_before(line: Line<'_>, start: usize, label: usize) -> (usize, DraftMark) {
    let before = line.text.get(start..label).unwrap_or_default();
    let at = match before.rfind('(') {
        Some(open) if trim(before).ends_with(')') => start + open,
        Some(_) | None => return (label, DraftMark::None),
    };
    let (mark, end) = lead::scan_mark(line.text, at);
    if skip_silent(line.text, end) != label {
        return (label, DraftMark::None);
    }
    match mark {
        LeadMark::None => (label, DraftMark::None),
        LeadMark::Letter { .. } => (at, subject_mark(line, at).0),
        LeadMark::Stated(..) | LeadMark::Damaged(_) => (at, mark_of(&mark, line.start)),
    }
}
