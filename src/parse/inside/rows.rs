//! Marks in rows: a column of them, the last cell of a row, a cell of data. What stands there speaks for its own block alone
//! (reading rule 1; 32 CFR 2001.21(c)).

use super::super::chars::{from, is_silent};
use super::super::lines::starts_of;
use super::super::token;
use super::found::Inside;
use super::place::{is_break, is_glued, near, window};
use crate::Span;
use crate::marking::{Label, Likeness, StatedMark};

/// What parts the cells of a row.
const SEPARATORS: [char; 3] = ['|', '\t', ','];

/// The most cells of a row that are looked at.
const CELLS: usize = 32;

/// The marks in the rows of `text`, each as one that speaks for its block.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Inside> {
    let columns = SEPARATORS
        .into_iter()
        .filter_map(|separator| column(text, separator));
    columns
        .chain(row_ends(text))
        .chain(cells_of_data(text))
        .chain(attributes(text))
        .map(|span| Inside {
            span,
            label: Label::unresolved(),
            doubtful: true,
        })
}

/// The first mark above the unclassified in a column that holds nothing but marks, without brackets or with them: `| S | Birch |`.
/// The first row may name the columns.
fn column(text: &str, separator: char) -> Option<Span> {
    if !text.contains(separator) || !text.contains(is_break) {
        return None;
    }
    let mut columns = [Column::default(); CELLS];
    for (row, start) in starts_of(text).enumerate() {
        let line = from(text, start).split(is_break).next().unwrap_or_default();
        if !line.contains(separator) {
            continue;
        }
        let mut at = start;
        for (cell, column) in line.split(separator).zip(columns.iter_mut()) {
            column.take(cell, at, row == 0);
            at += cell.len() + separator.len_utf8();
        }
    }
    columns
        .iter()
        .filter(|column| column.marks > 1 && !column.other)
        .find_map(|column| column.first)
}

#[derive(Clone, Copy, Debug, Default)]
struct Column {
    marks: usize,
    /// Whether a cell holds anything else.
    other: bool,
    /// The first that is above the unclassified.
    first: Option<Span>,
}

impl Column {
    fn take(&mut self, cell: &str, at: usize, is_head: bool) {
        let around =
            |c: char| is_silent(c) || matches!(c, '"' | '*' | '\'' | '(' | ')' | '[' | ']');
        let shown = cell.trim_matches(around);
        if shown.is_empty() || shown.chars().all(|c| matches!(c, '-' | '=' | ':' | '+')) {
            return;
        }
        match StatedMark::read(shown)
            .ok()
            .filter(|_| shown.starts_with(char::is_uppercase))
        {
            Some(stated) => {
                self.marks += 1;
                if self.first.is_none() && !Label::unclassified().dominates(&stated.label()) {
                    let start = at + (cell.len() - cell.trim_start_matches(around).len());
                    self.first = Some(Span::new(start, start + shown.len()));
                }
            }
            None => self.other |= !is_head,
        }
    }
}

/// The last cell of a row that may be a mark, where another row ends in one that can be read: `Tamper   relay   (RD)`.
fn row_ends(text: &str) -> impl Iterator<Item = Span> {
    let rows = ["  (", "\t("].iter().any(|gap| text.contains(gap));
    let last_of = move |start: usize| {
        let line = from(text, start)
            .split(is_break)
            .next()?
            .trim_end_matches(is_silent);
        let open = line.rfind('(')?;
        let token = token::at(text, start + open)?;
        let gap = line.get(..open)?.ends_with(['\t', ' '])
            && line.get(..open)?.trim_end_matches(is_silent).len() + 1 < open;
        (gap && token.span.end() == start + line.len()).then_some(token)
    };
    let like = |token: &token::Token| Likeness::of(token.inside(text));
    let read =
        |inside: &str| Likeness::of(inside) >= Likeness::Letter && StatedMark::read(inside).is_ok();
    let rows = if rows { text } else { "" };
    let marked = starts_of(rows)
        .filter_map(last_of)
        .any(|token| read(token.inside(text)));
    let rows = if marked { text } else { "" };
    starts_of(rows)
        .filter_map(last_of)
        .filter(move |token| like(token) >= Likeness::Short && !is_unclassified(token.inside(text)))
        .map(|token| token.span)
}

fn is_unclassified(inside: &str) -> bool {
    StatedMark::read(inside).is_ok_and(|stated| Label::unclassified().dominates(&stated.label()))
}

/// Whether it can be read and is above the unclassified.
fn is_above(inside: &str) -> bool {
    StatedMark::read(inside).is_ok_and(|stated| !Label::unclassified().dominates(&stated.label()))
}

/// A token that fills a cell of data, and one that is glued to the name of what it marks: `/(S)/`, `"mark":"(S)"`, and `Birch(S)`
/// beside `Alder(U)`.
fn cells_of_data(text: &str) -> impl Iterator<Item = Span> {
    let glued = memchr::memmem::find_iter(text.as_bytes(), b"(U)").any(|at| is_glued(text, at));
    memchr::memchr_iter(b'(', text.as_bytes()).filter_map(move |at| {
        let before = near(text, at);
        let named = glued && before.ends_with(char::is_alphanumeric);
        if !(named || before.ends_with(['/', '"'])) {
            return None;
        }
        let token = token::at(text, at)?;
        let inside = token.inside(text);
        let behind = window(text, token.span.end());
        let set = before.ends_with('/') && behind.starts_with('/');
        let quoted = before.strip_suffix('"').is_some_and(|before| {
            before
                .trim_end_matches(' ')
                .ends_with([':', '=', ',', '{', '['])
        }) && behind.starts_with('"');
        (is_above(inside) && inside.starts_with(char::is_uppercase) && (set || quoted || named))
            .then_some(token.span)
    })
}

/// The level that an attribute states: `<p ism:classification="S">`, `"classification": "S"`, `<mark>S</mark>`.
fn attributes(text: &str) -> impl Iterator<Item = Span> {
    let named = memchr::memmem::find_iter(text.as_bytes(), b"lassification").filter_map(|at| {
        let start = at + "lassification".len();
        let rest = window(text, start);
        let value = rest.trim_start_matches(['"', '\'', '=', ':', ' ']);
        let between = rest.get(..rest.len() - value.len())?;
        (between.contains(['"', '\'', '='])).then(|| (start + between.len(), value))
    });
    let tagged = memchr::memmem::find_iter(text.as_bytes(), b"ark>")
        .map(|at| (at + 4, window(text, at + 4)));
    named.chain(tagged).filter_map(|(start, value)| {
        let end = value.find(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | ' ')))?;
        let value = value.get(..end)?;
        is_above(value).then(|| Span::new(start, start + value.len()))
    })
}
