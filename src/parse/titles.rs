//! Marks of a telegram that do not stand where a paragraph states its own: at the end of a subject or a heading, and
//! behind the words that head a block, `COMMENT: (C) …`.
//!
//! A title that ends in a mark states it. Everything else is rated as the mark says at least, and never less for it.

use super::build::Builder;
use super::chars::{from, is_silent, skip_silent, starts_with_word};
use super::{findings, memo};
use crate::Span;
use crate::document::{Block, BlockKind, Shape};
use crate::marking::{Label, StatedMark, is_mark_shaped};

/// How far behind the start of a block the mark behind its first words may stand, and its longest token, in bytes.
const LABEL: usize = 40;
const TOKEN: usize = 40;
/// The most words of a label.
const WORDS: usize = 4;
/// The words that head most paragraphs which are headed at all.
const USUAL: [&str; 4] = ["SUMMARY", "COMMENT", "ACTION REQUEST", "ACTION REQUESTED"];

/// Looks at the ends of subjects and headings, and at the heads of the blocks of the body.
pub(super) fn resolve(builder: &mut Builder<'_>) {
    for index in 0..builder.blocks.len() {
        let Some(block) = builder.blocks.get(index) else {
            break;
        };
        let text = builder.source.get(block.text.range()).unwrap_or_default();
        let start = block.text.start();
        let subject = block.kind == BlockKind::Subject;
        let heading = block.kind.is_body()
            && block.mark.is_unmarked()
            && !block.is_undecided
            && block.shape == Shape::Heading;
        // In a block that states a mark, other words than the usual ones are words of its text: `Option (C): …`.
        let head = block
            .kind
            .is_body()
            .then(|| behind_label(text))
            .flatten()
            .filter(|(label, _)| block.mark.is_unmarked() || is_usual(label))
            .map(|(_, found)| found);
        let end = (subject || heading).then(|| at_end(text)).flatten();
        if !subject && head.is_none() && end.is_none() {
            continue;
        }
        let titled =
            subject || (end.as_ref().is_some_and(|end| end.word) && is_alone(builder, index));
        if titled {
            memo::rate_title(builder, index);
        }
        let stated = titled
            && builder.blocks.get(index).is_some_and(|block| {
                block.text.end() <= end.as_ref().map_or(0, |end| start + end.span.start())
            });
        for found in [head, end.filter(|_| !stated)].into_iter().flatten() {
            if let Some(label) = found
                .label
                .filter(|label| !Label::unclassified().dominates(label))
            {
                builder.note(&findings::DOUBTFUL_MARK, found.span.shifted(start));
                builder.raise(index, &label);
            }
        }
    }
}

/// A mark in a text.
struct Found {
    span: Span,
    /// What it says; `None` where it cannot be read and may be no mark.
    label: Option<Label>,
    /// Whether it stands behind a word, and not behind the end of a sentence.
    word: bool,
}

/// The token that opens at `at`, in capitals.
fn token(text: &str, at: usize) -> Option<Found> {
    let window = from(text, at + 1);
    let close = window
        .bytes()
        .take(TOKEN)
        .position(|b| matches!(b, b')' | b'('))?;
    let inside = window
        .get(..close)
        .filter(|_| window.as_bytes().get(close) == Some(&b')'))?;
    // A letter in lower case counts items, or is a plural.
    if !inside
        .trim_start()
        .starts_with(|c: char| c.is_ascii_uppercase() || c == '/')
        || !is_mark_shaped(inside)
    {
        return None;
    }
    let label = match StatedMark::read(inside) {
        Ok(stated) => Some(stated.label()),
        Err(_) => inside.contains("//").then(Label::unresolved),
    };
    Some(Found {
        span: Span::new(at, at + close + 2),
        label,
        word: text
            .get(..at)?
            .trim_end_matches(is_silent)
            .ends_with(char::is_alphanumeric),
    })
}

/// The mark at the end of a title; a line that underlines it, a full stop and closing quotation marks left aside.
fn at_end(text: &str) -> Option<Found> {
    let shown = text.trim_end_matches(|c: char| {
        is_silent(c)
            || matches!(
                c,
                '-' | '=' | '_' | '*' | '.' | ',' | ';' | ':' | '"' | '\'' | '”' | '’'
            )
    });
    let at = shown.strip_suffix(')')?.rfind('(')?;
    token(shown, at)
}

/// The words that head a block, and the mark behind them: `SUMMARY: (C) …`, `COMMENT (S): …`.
fn behind_label(text: &str) -> Option<(&str, Found)> {
    let window = text.as_bytes();
    let at = memchr::memchr(b'(', window.get(..LABEL).unwrap_or(window))?;
    let before = text.get(..at)?.trim_end_matches(is_silent);
    let label = before.trim_end_matches([':', '.', '-', '–', '—', ' ']);
    let words = label.starts_with(|c: char| c.is_ascii_uppercase())
        && label
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '-' | '&' | '\''))
        && label.split(' ').count() <= WORDS;
    if !words {
        return None;
    }
    let found = token(text, at)?;
    let stops = label.len() < before.len()
        || from(text, skip_silent(text, found.span.end())).starts_with(':');
    (stops || is_usual(label)).then_some((label, found))
}

/// The mark behind the usual words, where a line inside a block begins with them: `COMMENT: (S) …`.
pub(super) fn usual_mark(line: &str) -> Option<Label> {
    let text = from(line, skip_silent(line, 0));
    if !USUAL.iter().any(|words| starts_with_word(text, words)) {
        return None;
    }
    let (label, found) = behind_label(text)?;
    found.label.filter(|_| is_usual(label))
}

fn is_usual(label: &str) -> bool {
    USUAL.iter().any(|words| label.eq_ignore_ascii_case(words))
}

/// Whether a line stands by itself between two numbered paragraphs, as a heading does and the row of a table does not.
/// Kinds alone decide it: what a neighbour says takes no part.
fn is_alone(builder: &Builder<'_>, index: usize) -> bool {
    let paragraph = |block: Option<&Block>| {
        block.is_some_and(|block| block.kind == BlockKind::Paragraph && block.number.is_some())
    };
    builder
        .blocks
        .get(index)
        .is_some_and(|block| block.kind == BlockKind::Plain)
        && paragraph(
            index
                .checked_sub(1)
                .and_then(|before| builder.blocks.get(before)),
        )
        && paragraph(builder.blocks.get(index + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_behind_a_label_is_told_from_text() {
        for (text, expected) in [
            ("SUMMARY: (C) The dam holds.", Some("C")),
            ("Comment (SBU): The dam holds.", Some("SBU")),
            ("Comment (S) The dam holds.", Some("S")),
            ("PARTICIPANTS: (A) Ode; (B) Alder; (C) Birk", None),
            ("Section (C) of the statute", None),
            ("The committee of the port (C): it", None),
            ("NOTE: (s) is a plural", None),
            ("(C) The dam holds.", None),
            ("", None),
        ] {
            let found = behind_label(text).and_then(|(_, found)| found.label);
            assert_eq!(
                found.map(|label| label.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn a_mark_at_the_end_is_told_from_a_plural() {
        for (text, expected) in [
            ("THE PILOTS(S)", Some("S")),
            ("The Pilots (C)\n--------------", Some("C")),
            ("“The Pilots (C)”.", Some("C")),
            ("Visa(s)", None),
            ("The Pilots", None),
        ] {
            let found = at_end(text).and_then(|found| found.label);
            assert_eq!(
                found.map(|label| label.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
