//! Markdown (CommonMark), in which a released text is text and cannot become markup.

use super::calendar;
use super::excision::Excision;
use super::flow::{Flow, Gap};
use super::lead::{Lead, Marks, before, width};
use super::opened::{self, Note};
use super::sheet::Sheet;
use super::shown::shown;
use super::sink::{Sink, size};
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
        let mut out = String::with_capacity(size(self));
        markdown(self, &Sheet::of(self), &mut out);
        out
    }
}

/// The release on a sheet of its own.
pub(super) fn markdown(release: &Release<'_>, sheet: &Sheet, sink: &mut impl Sink) {
    let mut running = String::new();
    for (index, line) in sheet.running.iter().enumerate() {
        running.push_str(if index > 0 { "\\\n" } else { "" });
        running.push_str("**");
        push_escaped(&mut running, &Flow::one_line(line));
        running.push_str("**");
    }
    running.push('\n');
    let out = sink.buffer();
    out.push_str(&running);
    out.push_str("\n# ");
    push_escaped(out, &Flow::one_line(&sheet.title));
    out.push_str("\n\n");
    for note in &sheet.notes {
        push_escaped(out, &Flow::one_line(note));
        out.push_str("\n\n");
    }
    push_note(out, Note::of_document(release));
    if let Some(instruction) = opened::instruction(release) {
        push_escaped(out, &instruction);
        out.push_str("\n\n");
    }
    let mut marks = Marks::default();
    for portion in release.portions() {
        let out = sink.buffer();
        write(out, portion, &mut marks);
        out.push('\n');
        push_note(out, Note::of(portion));
        sink.settle();
    }
    let out = sink.buffer();
    push_calendar(out, release);
    out.push_str(&running);
}

fn write<'r>(out: &mut String, portion: &'r Released<'_>, marks: &mut Marks<'r>) {
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
            push_word(out, &Lead(portion).word());
            out.push_str("**");
            push_escaped(out, &Excision(portion).to_string());
            out.push_str("**\n");
        }
        Content::Text { label, text } => {
            let before = before(portion, marks.of(label));
            for word in &before {
                push_word(out, word);
            }
            if !portion.excised_words().is_empty() {
                push_excised(out, portion);
            } else if heading.is_empty() {
                push_flow(out, &Flow::of(text, width(&before)));
            } else {
                push_escaped(out, &Flow::one_line(text));
                out.push('\n');
            }
        }
    }
}

/// A text from which words are excised: one line, each place set as that of a withheld portion.
fn push_excised(out: &mut String, portion: &Released<'_>) {
    let mut line = Line::default();
    let parts = portion.parts();
    for (index, (part, excised)) in parts.iter().enumerate() {
        // Between letters the signs would be text.
        let before = index.checked_sub(1).and_then(|before| parts.get(before));
        let between_letters = before.is_some_and(|(text, _)| text.ends_with(char::is_alphanumeric))
            || parts
                .get(index + 1)
                .is_some_and(|(text, _)| text.starts_with(char::is_alphanumeric));
        let strong = if excised.is_some() && !between_letters {
            "**"
        } else {
            ""
        };
        out.push_str(strong);
        line.push(out, &shown(part));
        out.push_str(strong);
    }
    out.push('\n');
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

fn push_flow(out: &mut String, flow: &Flow<'_>) {
    if flow.is_columns() {
        let fence = fence(flow);
        out.push_str("\n\n");
        out.push_str(&fence);
        out.push('\n');
        for (_, line) in flow.pieces() {
            out.push_str(line);
            out.push('\n');
        }
        out.push_str(&fence);
    } else {
        let mut line = Line::default();
        for (gap, piece) in flow.pieces() {
            match gap {
                Gap::Nothing => {}
                Gap::Blank => line.push(out, " "),
                Gap::Break => {
                    out.push_str("\\\n");
                    line = Line::default();
                }
            }
            line.push(out, piece);
        }
    }
    out.push('\n');
}

/// Backticks enough that no line inside ends the block.
fn fence(flow: &Flow<'_>) -> String {
    let longest = flow
        .pieces()
        .flat_map(|(_, line)| line.split(|c| c != '`'))
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

/// Escapes what has a meaning in a text that begins a line or stands behind a blank.
fn push_escaped(out: &mut String, text: &str) {
    Line::default().push(out, text);
}

/// What of a line decides about the signs that follow.
struct Line {
    before: u8,
    only_digits: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            before: 0,
            only_digits: true,
        }
    }
}

impl Line {
    /// Escapes every sign that any flavour of Markdown gives a meaning anywhere, and the full stop where it would make a list
    /// or a link of what stands around it. All of them are one byte.
    fn push(&mut self, out: &mut String, text: &str) {
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| {
            let between = bytes.get(from..to).unwrap_or_default();
            between.iter().all(u8::is_ascii_digit)
        };
        let (mut written, mut from, mut next) = (0, 0, 0);
        while let Some(at) = bytes.get(next..).and_then(|rest| {
            let special = |byte: &u8| SPECIAL.get(usize::from(*byte)) == Some(&true);
            rest.iter().position(special).map(|at| next + at)
        }) {
            next = at + 1;
            let byte = bytes.get(at).copied().unwrap_or_default();
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            let before = before.copied().unwrap_or(self.before);
            let means_something = match byte {
                b'.' => self.only_digits && digits(from, at) || before.eq_ignore_ascii_case(&b'w'),
                byte => byte != b'\n',
            };
            if means_something {
                out.push_str(text.get(written..at).unwrap_or_default());
                out.push('\\');
                written = at;
            }
            self.only_digits = byte == b'\n';
            from = next;
        }
        self.only_digits &= digits(from, bytes.len());
        self.before = bytes.last().copied().unwrap_or(self.before);
        out.push_str(text.get(written..).unwrap_or_default());
    }
}

/// Of each byte, whether it may mean something, or ends a line.
#[allow(
    clippy::indexing_slicing,
    reason = "the compiler looks at it: it is a constant"
)]
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < special.len() {
        let sign = byte as u8;
        special[byte] = sign == b'\n'
            || sign.is_ascii_punctuation()
                && !matches!(sign, b',' | b'\'' | b'"' | b';' | b'?' | b'/' | b'%');
        byte += 1;
    }
    special
};
