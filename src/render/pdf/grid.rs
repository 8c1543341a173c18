//! The release on a fixed grid: every character a cell, every position a whole number of cells.
//!
//! Positions of what is left have given away what was removed. Here they follow from the released text alone.

use std::borrow::Cow;

use skrifa::charmap::Charmap;

use crate::policy::PortionKind;
use crate::release::{Content, Release, Released};
use crate::render::calendar;
use crate::render::excision::Excision;
use crate::render::flow::Flow;
use crate::render::lead::{Lead, Marks, before, width};
use crate::render::opened::{self, Note};
use crate::render::sheet::Sheet;

/// How many cells a line has.
pub(super) const COLUMNS: usize = 80;

/// A block of lines that belong together.
pub(super) struct Block {
    pub(super) role: Role,
    pub(super) lines: Vec<Line>,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The title of the sheet.
    Title,
    /// Subject or heading that is released.
    Heading,
    /// The place of a subject or heading that is withheld.
    WithheldHeading,
    /// A line of the header; such lines stand close.
    Field,
    /// That what stands above was declassified; it stands close below it.
    Note,
    /// Anything else.
    Paragraph,
}

/// One line of a block.
pub(super) struct Line {
    pub(super) text: String,
    /// The cells, from the first to the one before the last, around which the box of an excision is drawn.
    pub(super) boxed: Option<(usize, usize)>,
    /// The same of a marking that is lined through.
    pub(super) struck: Option<(usize, usize)>,
}

/// The blocks of a release, title and notes first.
pub(super) fn blocks(release: &Release<'_>, sheet: &Sheet, font: &Charmap<'_>) -> Vec<Block> {
    let paragraph = |role, text: &str| Block {
        role,
        lines: plain(wrap(&drawn(text, font), COLUMNS)),
    };
    let mut blocks = vec![paragraph(Role::Title, &sheet.title)];
    blocks.extend(
        sheet
            .notes
            .iter()
            .map(|note| paragraph(Role::Paragraph, note)),
    );
    blocks.extend(Note::of_document(release).map(|note| Block {
        role: Role::Paragraph,
        lines: noted(&note, font),
    }));
    let instruction = opened::instruction(release);
    blocks.extend(instruction.map(|it| paragraph(Role::Paragraph, &it)));
    let mut marks = Marks::default();
    for portion in release.portions() {
        blocks.push(block(portion, &mut marks, font));
        blocks.extend(Note::of(portion).map(|note| Block {
            role: Role::Note,
            lines: noted(&note, font),
        }));
    }
    let days = calendar::lines(release);
    if !days.is_empty() {
        blocks.push(paragraph(Role::Heading, calendar::TITLE));
        let lines = days.iter().flat_map(|day| wrap(&drawn(day, font), COLUMNS));
        blocks.push(Block {
            role: Role::Paragraph,
            lines: plain(lines.collect()),
        });
    }
    blocks
}

/// A piece of a paper that is no release.
pub(crate) enum Piece {
    Heading(String),
    /// A line that stands close to its like.
    Line(String),
    Paragraph(String),
}

/// The blocks of a paper that is no release, title and notes first.
pub(super) fn of_pieces(pieces: &[Piece], sheet: &Sheet, font: &Charmap<'_>) -> Vec<Block> {
    let block = |role, text: &str| Block {
        role,
        lines: plain(wrap(&drawn(text, font), COLUMNS)),
    };
    let title = std::iter::once(block(Role::Title, &sheet.title));
    let notes = sheet.notes.iter().map(|note| block(Role::Paragraph, note));
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Heading(text) => block(Role::Heading, text),
        Piece::Line(text) => block(Role::Field, text),
        Piece::Paragraph(text) => block(Role::Paragraph, text),
    });
    title.chain(notes).chain(pieces).collect()
}

/// The running lines, each within the grid.
pub(super) fn running(sheet: &Sheet, font: &Charmap<'_>) -> Vec<String> {
    sheet
        .running
        .iter()
        .flat_map(|line| wrap(&drawn(line, font), COLUMNS))
        .collect()
}

fn block<'r>(portion: &'r Released<'_>, marks: &mut Marks<'r>, font: &Charmap<'_>) -> Block {
    let (role, withheld) = match portion.kind() {
        PortionKind::Subject | PortionKind::Heading => (Role::Heading, Role::WithheldHeading),
        PortionKind::Header => (Role::Field, Role::Field),
        PortionKind::Paragraph | PortionKind::Subparagraph | PortionKind::Block => {
            (Role::Paragraph, Role::Paragraph)
        }
    };
    match portion.content() {
        Content::Withheld(_) => Block {
            role: withheld,
            lines: excised(
                &Lead(portion).to_string(),
                &Excision(portion).to_string(),
                font,
            ),
        },
        Content::Text { label, text } => {
            let before = before(portion, marks.of(label));
            let one_line;
            let flow = match role {
                Role::Heading => {
                    one_line = Flow::one_line(text);
                    Flow::of(&one_line, 0)
                }
                Role::Title
                | Role::WithheldHeading
                | Role::Field
                | Role::Note
                | Role::Paragraph => Flow::of(text, width(&before)),
            };
            Block {
                role,
                lines: plain(flowed(&before, &flow, font)),
            }
        }
    }
}

/// Number and excision. The box ends where its words end, and these are the same for the same reasons.
fn excised(lead: &str, excision: &str, font: &Charmap<'_>) -> Vec<Line> {
    let lead = drawn(lead, font);
    let start = if lead.is_empty() { 0 } else { cells(&lead) + 1 };
    let mut text = lead;
    if start > 0 {
        text.push(' ');
    }
    text.push_str(&drawn(excision, font));
    wrap(&text, COLUMNS)
        .into_iter()
        .enumerate()
        .map(|(index, text)| {
            let from = if index == 0 { start } else { 0 };
            let to = cells(text.trim_end());
            Line {
                text,
                boxed: Some((from, to)),
                struck: None,
            }
        })
        .collect()
}

/// The words of a note. The marking at its end is lined through where it stands on one line; it is named in any case.
fn noted(note: &Note, font: &Charmap<'_>) -> Vec<Line> {
    let struck = drawn(&note.struck, font);
    let mut lines = plain(wrap(
        &format!("{}{struck}", drawn(&note.words, font)),
        COLUMNS,
    ));
    if let Some(last) = lines.last_mut()
        && let Some(before) = last.text.strip_suffix(&struck)
        && !struck.is_empty()
    {
        let from = cells(before);
        last.struck = Some((from, from + cells(&struck)));
    }
    lines
}

fn flowed(before: &[Cow<'_, str>; 2], flow: &Flow<'_>, font: &Charmap<'_>) -> Vec<String> {
    let mut head = String::new();
    for word in before.iter().filter(|word| !word.is_empty()) {
        head.push_str(&drawn(word, font));
        head.push(' ');
    }
    let lines = flow.lines();
    if flow.is_columns() {
        // The columns begin on a line of their own, so that what stands before them does not shift the first.
        let head = std::iter::once(head).filter(|head| !head.is_empty());
        let lines = lines.iter();
        let lines = lines.flat_map(|line| cut(&drawn(&spaced(line), font), COLUMNS));
        return head.chain(lines).collect();
    }
    let mut out = Vec::new();
    for line in lines {
        let mut text = std::mem::take(&mut head);
        text.push_str(&drawn(&line, font));
        out.extend(wrap(&text, COLUMNS));
    }
    // A paragraph that only says "entire text" has a number, a mark and no words.
    if !head.is_empty() {
        out.extend(wrap(&head, COLUMNS));
    }
    out
}

fn plain(lines: Vec<String>) -> Vec<Line> {
    lines
        .into_iter()
        .map(|text| Line {
            text,
            boxed: None,
            struck: None,
        })
        .collect()
}

/// Breaks a text at its blanks. A line that goes on keeps the blank at its end, so that words stay words for whoever
/// reads the page aloud or copies it.
fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut filled = 0;
    for word in text.split_whitespace() {
        let length = cells(word);
        if filled > 0 && filled + length > columns {
            lines.push(std::mem::take(&mut line));
            filled = 0;
        }
        for piece in cut(word, columns) {
            if filled > 0 && filled + cells(&piece) > columns {
                lines.push(std::mem::take(&mut line));
                filled = 0;
            }
            filled += cells(&piece);
            line.push_str(&piece);
        }
        line.push(' ');
        filled += 1;
    }
    let last = line.trim_end().to_owned();
    if !last.is_empty() || lines.is_empty() {
        lines.push(last);
    }
    lines
}

/// Cuts a text into runs of at most `columns` cells.
fn cut(text: &str, columns: usize) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    for (index, c) in text.chars().enumerate() {
        if index > 0 && index % columns == 0 {
            runs.push(std::mem::take(&mut run));
        }
        run.push(c);
    }
    runs.push(run);
    runs
}

/// Tabs as blanks up to the next multiple of eight cells.
fn spaced(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    for c in line.chars() {
        if c == '\t' {
            let blanks = 8 - at % 8;
            out.extend(std::iter::repeat_n(' ', blanks));
            at += blanks;
        } else {
            out.push(c);
            at += 1;
        }
    }
    out
}

/// The text as the font can show it: what it cannot show stands as its number, `<U+4E2D>`, and is not dropped.
fn drawn(text: &str, font: &Charmap<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            out.push(' ');
        } else if stands_in_a_cell(c) && font.map(c).is_some_and(|glyph| glyph.to_u32() != 0) {
            out.push(c);
        } else {
            out.push_str(&format!("<U+{:04X}>", u32::from(c)));
        }
    }
    out
}

/// Whether a character can stand by itself in a cell that runs from left to right: no control, no mark that combines
/// with its neighbour, nothing written from right to left, nothing private.
fn stands_in_a_cell(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{ad}'
                | '\u{300}'..='\u{36f}'
                | '\u{483}'..='\u{489}'
                | '\u{590}'..='\u{8ff}'
                | '\u{1ab0}'..='\u{1aff}'
                | '\u{1dc0}'..='\u{1dff}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{20d0}'..='\u{20ff}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{fe20}'..='\u{fe2f}'
                | '\u{fe70}'..='\u{feff}'
                | '\u{fff9}'..='\u{fffc}'
        )
}

fn cells(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_no_word_is_lost() {
        let text = "one two  three fourandmore";
        let lines = wrap(text, 8);
        assert_eq!(lines, ["one two ", "three ", "fourandm", "ore"]);
        assert!(wrap("", 8) == [""]);
        assert_eq!(cut("abcdef", 3), ["abc", "def"]);
        assert_eq!(spaced("a\tb"), "a       b");
    }
}
