//! Marks in rows: a column of them, the last cell of a row, a cell of data. What stands there speaks for its own block alone
//! (reading rule 1; 32 CFR 2001.21(c)).

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::super::beginning::OPEN_CELLS;
use super::super::chars::{from, is_silent};
use super::super::lines::starts_of;
use super::super::look::Look;
use super::super::token;
use super::found::Inside;
use super::place::{is_break, is_glued, near, window};
use crate::Span;
use crate::marking::{Label, Likeness, SpelledLevel, StatedMark};

/// What parts the cells of a row.
const SEPARATORS: [char; 3] = ['|', '\t', ','];

/// The most cells of a row that are looked at.
const CELLS: usize = 32;

/// The mark of the unclassified, whose neighbours may be glued to what they mark as well.
static UNCLASSIFIED: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("(U)"));

/// How attributes and elements end that state a level.
static ATTRIBUTES: LazyLock<[Finder<'_>; 2]> =
    LazyLock::new(|| ["lassification", "ark>"].map(Finder::new));

/// How the first row of a block begins, whose mark is no part of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstRow {
    /// With a mark, and a gap behind it as between the cells of a row.
    Marked,
    /// As text does.
    Bare,
}

/// The marks in the rows of `text`, in which nothing stands but what is in `look`, each as one that speaks for its block.
pub(super) fn rows(text: &str, first: FirstRow, look: Look) -> impl Iterator<Item = Inside> {
    let rows = Rows::of(text, look);
    let mut found: Vec<Span> = Vec::new();
    let separators = SEPARATORS
        .into_iter()
        .filter(|separator| *separator == ',' || look.holds(Look::CELLS));
    found.extend(separators.filter_map(|separator| column(rows, separator)));
    found.extend(gap_columns(rows));
    found.extend(level_cells(rows));
    if look.holds(Look::OPENS) && memchr::memchr(b'(', text.as_bytes()).is_some() {
        found.extend(row_ends(rows, first));
        found.extend(cells_of_data(text));
    }
    found.extend(attributes(text));
    found.into_iter().map(|span| Inside {
        span,
        label: Label::unresolved(),
        doubtful: true,
    })
}

/// The lines of a text.
#[derive(Clone, Copy, Default)]
struct Rows<'t> {
    text: &'t str,
    several: bool,
    /// Whether other breaks than line feeds may end them.
    rare: bool,
}

impl<'t> Rows<'t> {
    fn of(text: &'t str, look: Look) -> Self {
        let rare = look.holds(Look::BREAKS.or(Look::WIDE));
        let several =
            memchr::memchr(b'\n', text.as_bytes()).is_some() || (rare && text.contains(is_break));
        Self {
            text,
            several,
            rare,
        }
    }

    /// Each with its place.
    fn lines(self) -> impl Iterator<Item = (usize, &'t str)> {
        starts_of(self.text).map(move |start| {
            let rest = from(self.text, start);
            let end = memchr::memchr(b'\n', rest.as_bytes());
            let line = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
            let shown = self.rare.then(|| line.split(is_break).next()).flatten();
            (start, shown.unwrap_or(line))
        })
    }

    /// As far as they show anything.
    fn shown(self) -> impl Iterator<Item = Span> {
        self.lines()
            .map(|(start, line)| Span::new(start, start + line.trim_end_matches(is_silent).len()))
    }
}

/// The first mark above the unclassified in a column that holds nothing but marks, without brackets or with them: `| S | Birch |`.
/// The first row may name the columns.
fn column(rows: Rows<'_>, separator: char) -> Option<Span> {
    if !rows.several || !rows.text.contains(separator) {
        return None;
    }
    let mut rows = rows.lines().filter(|(_, line)| line.contains(separator));
    let mut columns = [Column::default(); CELLS];
    let head = rows.next();
    for (start, line) in rows {
        for ((at, cell), column) in cells(start, line, separator).zip(columns.iter_mut()) {
            column.take(cell, at);
        }
    }
    let (start, line) = head?;
    for ((at, cell), column) in cells(start, line, separator).zip(columns.iter_mut()) {
        column.take_head(cell, at);
    }
    columns.iter().find_map(Column::above)
}

/// What parts the cells of a row that a typist has drawn.
const GAP: &str = "  ";
/// The longest cell at the end of such a row that may hold a mark, in bytes.
const END_CELL: usize = 16;

static OPEN: LazyLock<[Finder<'_>; 2]> = LazyLock::new(|| OPEN_CELLS.map(Finder::new));

/// The marks of the columns at either end of rows that gaps part: `Birch   relay   S` under `Alder   sand   U`.
fn gap_columns(rows: Rows<'_>) -> impl Iterator<Item = Span> {
    // The column has the mark of the unclassified.
    let drawn = || {
        let mut cells = OPEN.iter();
        rows.text.starts_with("U  ") || cells.any(|cell| cell.find(rows.text.as_bytes()).is_some())
    };
    let rows = if rows.several && drawn() {
        rows
    } else {
        Rows::default()
    };
    let mut ends = [Column::default(); 2];
    let end = std::iter::once((rows.text.len(), ""));
    rows.lines()
        .chain(end)
        .flat_map(move |(start, line)| {
            let Some(cells) = end_cells(start, line) else {
                // A line without a gap ends the rows.
                return std::mem::take(&mut ends).map(Column::above_the_open);
            };
            for ((at, cell), column) in cells.into_iter().zip(&mut ends) {
                // Above the first mark stands the name of the column.
                column.other &= column.marks > 0;
                if cell.len() <= END_CELL {
                    column.take(cell, at);
                } else {
                    column.other = true;
                }
            }
            [None; 2]
        })
        .flatten()
}

/// The letters that every level in capitals has which may fill a cell, and those of what a person may see.
static LEVELS: LazyLock<[Finder<'_>; 2]> =
    LazyLock::new(|| ["SECRET", "CONFIDENTIAL"].map(Finder::new));
static CLEARANCE: LazyLock<[Finder<'_>; 2]> =
    LazyLock::new(|| ["LEARANCE", "learance"].map(Finder::new));

/// The cells of rows that gaps or bars part which a level in capitals fills: `Birch   relay   SECRET`, `| SECRET | relay |`. In a
/// list of clearances they say what a person may see.
fn level_cells(rows: Rows<'_>) -> impl Iterator<Item = Span> {
    let text = rows.text;
    let holds = |words: &[Finder<'_>; 2]| {
        words
            .iter()
            .any(|word| word.find(text.as_bytes()).is_some())
    };
    let rows = if holds(&LEVELS) && !holds(&CLEARANCE) {
        rows
    } else {
        Rows::default()
    };
    rows.lines().flat_map(|(start, line)| {
        let cells = || gaps(line).flat_map(|part| part.split('|'));
        // `     SECRET`: one cell is no row.
        let row = cells().nth(1).is_some();
        let levels = cells().filter_map(level_of_cell).filter(move |_| row);
        levels.map(move |word| {
            let at = start + (word.as_ptr() as usize - line.as_ptr() as usize);
            Span::new(at, at + word.len())
        })
    })
}

/// The level in capitals that fills a cell.
fn level_of_cell(cell: &str) -> Option<&str> {
    let word = cell.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let level = SpelledLevel::at(word)?;
    let fills = level.end() == word.len() && !word.contains(char::is_lowercase);
    (fills && !Label::unclassified().dominates(&level.label())).then_some(word)
}

/// The cells of a row that gaps part.
fn gaps(line: &str) -> impl Iterator<Item = &str> {
    line.split(GAP)
        .flat_map(|part| part.split('\t'))
        .map(|cell| cell.trim_matches(is_silent))
        .filter(|cell| !cell.is_empty())
}

/// The first and the last cell of a row that gaps part, each with its place.
fn end_cells(start: usize, line: &str) -> Option<[(usize, &str); 2]> {
    let shown = line.trim_matches(is_silent);
    let (first, _) = shown.split_once(GAP)?;
    let (_, last) = shown.rsplit_once(GAP)?;
    let start = start + (line.len() - line.trim_start_matches(is_silent).len());
    Some([(start, first), (start + shown.len() - last.len(), last)])
}

/// The cells of a row, each with its place.
fn cells(start: usize, line: &str, separator: char) -> impl Iterator<Item = (usize, &str)> {
    line.split(separator).scan(start, move |next, cell| {
        let at = *next;
        *next += cell.len() + separator.len_utf8();
        Some((at, cell))
    })
}

#[derive(Clone, Copy, Debug, Default)]
struct Column {
    marks: usize,
    /// Whether one of them stands in brackets, so that a single one makes a column of marks.
    bracketed: bool,
    /// Whether one of them is that of the unclassified.
    open: bool,
    /// Whether a cell holds anything else.
    other: bool,
    /// The first that is above the unclassified.
    first: Option<Span>,
    /// The first that cannot be read.
    odd: Option<Span>,
}

impl Column {
    /// The first cell above the unclassified, if marks are all that the column holds.
    fn above(&self) -> Option<Span> {
        let odd = self.odd.filter(|_| self.marks > 1 || self.bracketed);
        let first = self.first.filter(|_| self.marks > 1 || odd.is_some());
        first.or(odd).filter(|_| !self.other)
    }

    /// The same, where the column has the mark of the unclassified as well: one letter by itself may stand for something else.
    fn above_the_open(self) -> Option<Span> {
        self.above().filter(|_| self.open)
    }

    /// Takes a cell below the head.
    fn take(&mut self, cell: &str, at: usize) {
        if self.other {
            return;
        }
        match Cell::of(cell, at) {
            Cell::Blank => {}
            Cell::Other => self.other = true,
            Cell::Odd(span) => self.odd = self.odd.or(Some(span)),
            Cell::Mark(above) => {
                self.marks += 1;
                self.bracketed |= cell.contains('(');
                self.open |= above.is_none();
                self.first = self.first.or(above);
            }
        }
    }

    /// Takes the cell of the head, which may be the name of a column that holds marks otherwise.
    fn take_head(&mut self, cell: &str, at: usize) {
        if (self.marks == 0 && self.odd.is_none()) || self.other {
            return;
        }
        if let Cell::Mark(above) = Cell::of(cell, at) {
            self.marks += 1;
            self.bracketed |= cell.contains('(');
            self.first = above.or(self.first);
        }
    }
}

/// What a cell holds.
enum Cell {
    /// Nothing, or what parts rows.
    Blank,
    /// A mark, and where it stands if it is above the unclassified.
    Mark(Option<Span>),
    /// What a scanner may have made of a mark: `(5)`.
    Odd(Span),
    Other,
}

impl Cell {
    fn of(cell: &str, at: usize) -> Self {
        let around =
            |c: char| is_silent(c) || matches!(c, '"' | '*' | '\'' | '(' | ')' | '[' | ']' | ':');
        let shown = cell.trim_matches(around);
        if shown.chars().all(|c| matches!(c, '-' | '=' | ':' | '+')) {
            return Self::Blank;
        }
        let capital = shown.starts_with(char::is_uppercase);
        let start = at + (cell.len() - cell.trim_start_matches(around).len());
        let span = Span::new(start, start + shown.len());
        let Some(stated) = capital.then(|| StatedMark::of(shown)).flatten() else {
            let single = shown.len() == 1 && cell.contains(['(', ')']);
            return if single || Likeness::of(shown) >= Likeness::Likely {
                Self::Odd(span)
            } else {
                Self::Other
            };
        };
        let above = !Label::unclassified().dominates(&stated.label());
        Self::Mark(above.then_some(span))
    }
}

/// The first or the last cell of a row that may be a mark, where another row begins or ends in one that can be read:
/// `Tamper   relay   (RD)`, `(5/NF)   Birch   relay`.
fn row_ends(rows: Rows<'_>, first: FirstRow) -> impl Iterator<Item = Span> {
    let text = rows.text;
    let held = |token: &token::Token| {
        let inside = token.inside(text);
        // One letter may count an item, but for that of the unclassified.
        (inside.len() > 1 || inside == "U")
            && Likeness::of(inside) >= Likeness::Letter
            && StatedMark::of(inside).is_some()
    };
    let odd = move |token: &token::Token| {
        let inside = token.inside(text);
        Likeness::of(inside) >= Likeness::Short && !is_unclassified(inside)
    };
    let marked = [first == FirstRow::Marked, false];
    [first_of, last_of]
        .into_iter()
        .zip(marked)
        .flat_map(move |(end, marked)| {
            let read = |row| end(text, row).is_some_and(|token| held(&token));
            let holds = marked || rows.shown().any(read);
            let rows = if holds { rows } else { Rows::default() };
            rows.shown()
                .filter_map(move |row| end(text, row))
                .filter(odd)
                .map(|token| token.span)
        })
}

/// The token that a row begins with.
fn first_of(text: &str, row: Span) -> Option<token::Token> {
    let line = text.get(row.range())?;
    let open = line.len() - line.trim_start_matches(is_silent).len();
    token::at(text, row.start() + open).filter(|token| token.span.end() <= row.end())
}

/// The token that a row ends with, behind a gap.
fn last_of(text: &str, row: Span) -> Option<token::Token> {
    let line = text.get(row.range())?;
    let before = line.get(..line.rfind('(')?)?;
    let shown = before.trim_end_matches(is_silent);
    let gap = before.ends_with('\t') || shown.len() + 1 < before.len();
    token::at(text, row.start() + before.len()).filter(|token| gap && token.span.end() == row.end())
}

fn is_unclassified(inside: &str) -> bool {
    StatedMark::of(inside).is_some_and(|stated| Label::unclassified().dominates(&stated.label()))
}

/// Whether it can be read and is above the unclassified.
fn is_above(inside: &str) -> bool {
    StatedMark::of(inside).is_some_and(|stated| !Label::unclassified().dominates(&stated.label()))
}

/// A token that fills a cell of data, and one that is glued to the name of what it marks: `/(S)/`, `"mark":"(S)"`, and `Birch(S)`
/// beside `Alder(U)`.
fn cells_of_data(text: &str) -> impl Iterator<Item = Span> {
    let glued = UNCLASSIFIED
        .find_iter(text.as_bytes())
        .any(|at| is_glued(text, at));
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
    let [classification, mark] = &*ATTRIBUTES;
    let named = classification.find_iter(text.as_bytes()).filter_map(|at| {
        let start = at + "lassification".len();
        let rest = window(text, start);
        let value = rest.trim_start_matches(['"', '\'', '=', ':', ' ']);
        let between = rest.get(..rest.len() - value.len())?;
        (between.contains(['"', '\'', '='])).then(|| (start + between.len(), value))
    });
    let tagged = mark
        .find_iter(text.as_bytes())
        .map(|at| (at + "ark>".len(), window(text, at + "ark>".len())));
    named.chain(tagged).filter_map(|(start, value)| {
        let end = value.find(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | ' ')))?;
        let value = value.get(..end)?;
        is_above(value).then(|| Span::new(start, start + value.len()))
    })
}
