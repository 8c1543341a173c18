//! Markdown (CommonMark), in which a released text is text and cannot become markup.

use super::calendar;
use super::excision::Excision;
use super::flow::Flow;
use super::lead::{Lead, before, width};
use super::opened::{self, Note};
use super::sheet::Sheet;
use crate::policy::PortionKind;
use crate::release::{Content, Release, Released};

impl Release<'_> {
    /// The release as Markdown: banner at top and bottom, subject and headings as headings.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One *and* all.\n\n2. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// let markdown = release.to_markdown();
    /// assert!(markdown.contains(r"1\. \(U\) One \*and\* all."));
    /// assert!(markdown.contains(r"2\. **\[withheld\: classified\]**"));
    /// ```
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown(self, &Sheet::of(self))
    }
}

/// The release on a sheet of its own.
pub(crate) fn markdown(release: &Release<'_>, sheet: &Sheet) -> String {
    let mut running = String::new();
    for (index, line) in sheet.running.iter().enumerate() {
        running.push_str(if index > 0 { "\\\n" } else { "" });
        running.push_str("**");
        push_escaped(&mut running, &Flow::one_line(line));
        running.push_str("**");
    }
    running.push('\n');
    let mut out = running.clone();
    out.push_str("\n# ");
    push_escaped(&mut out, &Flow::one_line(&sheet.title));
    out.push_str("\n\n");
    for note in &sheet.notes {
        push_escaped(&mut out, &Flow::one_line(note));
        out.push_str("\n\n");
    }
    push_note(&mut out, Note::of_document(release));
    if let Some(instruction) = opened::instruction(release) {
        push_escaped(&mut out, &instruction);
        out.push_str("\n\n");
    }
    for portion in release.portions() {
        write(&mut out, portion);
        out.push('\n');
        push_note(&mut out, Note::of(portion));
    }
    push_calendar(&mut out, release);
    out.push_str(&running);
    out
}

fn write(out: &mut String, portion: &Released<'_>) {
    let heading = match portion.kind() {
        PortionKind::Subject | PortionKind::Heading => "## ",
        PortionKind::Header
        | PortionKind::Paragraph
        | PortionKind::Subparagraph
        | PortionKind::Block => "",
    };
    out.push_str(heading);
    match portion.content() {
        Content::Withheld(_) => {
            push_word(out, &Lead(portion).to_string());
            out.push_str("**");
            push_escaped(out, &Excision(portion).to_string());
            out.push_str("**\n");
        }
        Content::Text { label, text } => {
            let before = before(portion, label);
            for word in &before {
                push_word(out, word);
            }
            if heading.is_empty() {
                push_flow(out, &Flow::of(text, width(&before)));
            } else {
                push_escaped(out, &Flow::one_line(text));
                out.push('\n');
            }
        }
    }
}

/// That something was declassified, in a paragraph of its own. Where nothing is lined through, the signs stand around it.
fn push_note(out: &mut String, note: Option<Note>) {
    let Some(Note { words, struck }) = note else {
        return;
    };
    push_escaped(out, words.trim_end());
    if !struck.is_empty() {
        out.push_str(" ~~");
        push_escaped(out, &struck);
        out.push_str("~~");
    }
    out.push_str("\n\n");
}

/// The days on which portions open, where the style shows them.
fn push_calendar(out: &mut String, release: &Release<'_>) {
    let lines = calendar::lines(release);
    if lines.is_empty() {
        return;
    }
    out.push_str("## ");
    push_escaped(out, calendar::TITLE);
    out.push_str("\n\n");
    for line in lines {
        out.push_str("- ");
        push_escaped(out, &line);
        out.push('\n');
    }
    out.push('\n');
}

fn push_flow(out: &mut String, flow: &Flow) {
    match flow {
        Flow::Prose(lines) => {
            for (index, line) in lines.iter().enumerate() {
                if index > 0 {
                    out.push_str("\\\n");
                }
                push_escaped(out, line);
            }
            out.push('\n');
        }
        Flow::Columns(lines) => {
            let fence = fence(lines);
            out.push_str("\n\n");
            out.push_str(&fence);
            out.push('\n');
            for line in lines {
                out.push_str(line);
                out.push('\n');
            }
            out.push_str(&fence);
            out.push('\n');
        }
    }
}

/// Backticks enough that no line inside ends the block.
fn fence(lines: &[String]) -> String {
    let longest = lines
        .iter()
        .flat_map(|line| line.split(|c| c != '`'))
        .map(str::len)
        .max()
        .unwrap_or(0);
    "`".repeat((longest + 1).max(3))
}

fn push_word(out: &mut String, word: &str) {
    if !word.is_empty() {
        push_escaped(out, word);
        out.push(' ');
    }
}

/// Escapes every sign that any flavour of Markdown gives a meaning anywhere, and the full stop where it would make a list
/// or a link of what stands around it.
fn push_escaped(out: &mut String, text: &str) {
    let mut before = '\0';
    let mut only_digits = true;
    for c in text.chars() {
        let means_something = match c {
            '.' => only_digits || before.eq_ignore_ascii_case(&'w'),
            ',' | '\'' | '"' | ';' | '?' | '/' | '%' => false,
            _ => c.is_ascii_punctuation(),
        };
        if means_something {
            out.push('\\');
        }
        out.push(c);
        only_digits &= c.is_ascii_digit();
        before = c;
        if c == '\n' {
            only_digits = true;
        }
    }
}
