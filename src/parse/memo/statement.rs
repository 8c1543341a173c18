//! Statements that one mark covers the entire text, and marks that a printed series leaves out.

use super::super::build::Builder;
use super::super::chars::{byte, from, is_silent};
use super::super::draft::DraftMark;
use super::super::lead::LeadMark;
use crate::Span;
use crate::document::BlockKind;
use crate::marking::{Label, Level, StatedMark};

/// How far a statement reaches, in bytes.
const LONGEST: usize = 120;
const WORDS: &str = "entire text";

/// Reads a statement, or a mark that is left out, where one stands at `at`: its mark, and where the text behind starts.
pub(super) fn at(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    left_out(line, at).or_else(|| statement(line, at))
}

/// `(C—Entire text except paragraph 3)`, `Secret—Entire text.`
fn statement(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    let window = window(line, at);
    let open = usize::from(byte(window, 0) == b'(');
    let lower = window.to_ascii_lowercase();
    let words = lower.find(WORDS).filter(|words| *words <= 40)?;
    let head = window.get(open..words + WORDS.len())?;
    let stated = StatedMark::read(head)
        .ok()
        .filter(StatedMark::is_entire_text)?;
    let mut end = words + WORDS.len();
    let rest = from(window, end);
    let closes = if open == 1 {
        rest.find(')')
    } else if exception(rest) {
        rest.find([')', '.'])
    } else {
        None
    };
    if open == 1 && closes.is_none() {
        return Some((damaged(at, end), at + end));
    }
    if let Some(close) = closes {
        let said = rest.get(..close).unwrap_or_default();
        end += close + 1;
        // An exception that is lower changes nothing: nobody but its own mark opens a portion. One that is higher, or
        // that says something else, makes the statement one that cannot be read.
        let lower = exception(said) && level_named(said) <= stated.label().level();
        if !is_filler(said) && !lower {
            return Some((damaged(at, end), at + end));
        }
    }
    let span = Span::new(at, at + end);
    Some((LeadMark::Stated(stated, span), at + end))
}

const fn damaged(at: usize, end: usize) -> LeadMark {
    LeadMark::Damaged(Span::new(at, at + end))
}

/// Whether the words behind a statement take something out of it.
fn exception(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| {
        is_silent(c) || matches!(c, '(' | ',' | ';' | '-' | '—' | '–')
    });
    rest.as_bytes()
        .get(..6)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"except"))
}

fn is_filler(said: &str) -> bool {
    said.chars().all(|c| !c.is_alphanumeric())
}

/// The highest level that is named in the words of an exception; TOP SECRET where a word looks like a mark that is none
/// of the levels.
fn level_named(said: &str) -> Level {
    said.split(|c: char| !c.is_alphanumeric() && c != '/')
        .filter(|word| !word.is_empty())
        .map(|word| match word.to_ascii_uppercase().as_str() {
            "TOP" | "TS" => Level::TopSecret,
            "SECRET" | "S" => Level::Secret,
            "CONFIDENTIAL" | "C" => Level::Confidential,
            other if other.contains('/') => Level::TopSecret,
            _ => Level::Unclassified,
        })
        .max()
        .unwrap_or_default()
}

/// `[portion marking not declassified]`, `(S/[less than 1 line not declassified])`.
fn left_out(line: &str, at: usize) -> Option<(LeadMark, usize)> {
    let window = window(line, at);
    let close = match byte(window, 0) {
        b'(' => window.find(')')?,
        b'[' => window.find(']')?,
        _ => return None,
    };
    let inside = window.get(1..close)?;
    is_left_out(inside).then(|| (damaged(at, close + 1), at + close + 1))
}

/// Whether the printed series left a mark out here, all of it or a part.
pub(super) fn is_left_out(inside: &str) -> bool {
    let lower = inside.to_ascii_lowercase();
    let blank = lower.contains("not declassified");
    let part = inside
        .split_once('[')
        .map(|(head, _)| {
            head.trim_end_matches([' ', '/', '-', '–', '—', ','])
                .trim_start_matches('(')
        })
        .is_some_and(|head| !head.is_empty() && StatedMark::of(head).is_some());
    blank && (lower.contains("marking") || lower.contains("classification") || part)
}

fn window(line: &str, at: usize) -> &str {
    let rest = from(line, at);
    let mut end = rest.len().min(LONGEST);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    rest.get(..end).unwrap_or_default()
}

/// A statement speaks for what comes behind it. One that numbered or marked portions stand before contradicts them.
pub(in crate::parse) fn resolve(builder: &mut Builder<'_>) {
    let mut portions = false;
    let mut first: Option<Label> = None;
    for block in &mut builder.blocks {
        let statement = block
            .mark
            .stated()
            .filter(|stated| stated.is_entire_text())
            .map(StatedMark::label);
        match (statement, &first) {
            (Some(label), None) if !portions => first = Some(label),
            (Some(label), Some(first)) if *first == label => {}
            (Some(_), _) => {
                if let Some(span) = block.mark.span() {
                    block.mark = DraftMark::Damaged { span };
                }
            }
            (None, _) => {
                portions |= block.kind.is_body()
                    && (block.kind == BlockKind::Paragraph || !block.mark.is_none());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_and_their_exceptions() {
        for (line, expected) in [
            ("(C—Entire text)", Some("C")),
            ("(Secret – Entire text).", Some("S")),
            ("Secret—Entire text.", Some("S")),
            ("Confidential-Entire text.", Some("C")),
            (
                "Secret—Entire text (except paragraph 14 Unclassified).",
                Some("S"),
            ),
            ("Secret—Entire text, except paragraph 3 (C).", Some("S")),
            ("(C—Entire text except paragraph 5 Secret)", Some("damaged")),
            ("(C—Entire text and more)", Some("damaged")),
            (
                "Confidential—Entire text (except para 2 Top Secret).",
                Some("damaged"),
            ),
            ("Secret—Entire text", Some("S")),
            ("The entire text was read aloud.", None),
            ("Secret talks covered the entire text.", None),
            (
                "[portion marking not declassified] The dam is dry.",
                Some("damaged"),
            ),
            (
                "(S/[less than 1 line not declassified]) The dam is dry.",
                Some("damaged"),
            ),
            ("[2 lines not declassified] The dam is dry.", None),
        ] {
            let found = at(line, 0).map(|(mark, _)| match mark {
                LeadMark::Stated(stated, _) => stated.label().to_string(),
                LeadMark::Damaged(_) => "damaged".to_owned(),
                LeadMark::None | LeadMark::Letter { .. } => "none".to_owned(),
            });
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }
}
