//! Markdown (CommonMark), in which a released text is text and cannot become markup.

use super::flow::Flow;
use super::{decision, excision, lead, mark_comes_first, summary, width_before};
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
        let banner = format!("**{}**\n", escaped(&self.banner()));
        let mut out = banner.clone();
        out.push('\n');
        out.push_str("# ");
        push_escaped(&mut out, decision(self.disposition()));
        out.push_str("\n\n");
        push_escaped(&mut out, &summary(self));
        out.push_str("\n\n");
        for portion in self.portions() {
            write(&mut out, portion);
            out.push('\n');
        }
        out.push_str(&banner);
        out
    }
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
    let lead = lead(portion);
    match portion.content() {
        Content::Withheld(_) => {
            push_word(out, &lead);
            out.push_str("**");
            push_escaped(out, &excision(portion));
            out.push_str("**\n");
        }
        Content::Text { label, text } => {
            let mark = format!("({label})");
            let (first, second) = if mark_comes_first(portion.field()) {
                (mark.as_str(), lead.as_str())
            } else {
                (lead.as_str(), mark.as_str())
            };
            push_word(out, first);
            push_word(out, second);
            if heading.is_empty() {
                push_flow(out, &Flow::of(text, width_before(&lead, label)));
            } else {
                push_escaped(out, &Flow::one_line(text));
                out.push('\n');
            }
        }
    }
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

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_escaped(&mut out, text);
    out
}

/// Escapes every sign that any flavour of Markdown gives a meaning anywhere, and the full stop where it would make a list
/// or a link of what stands around it.
fn push_escaped(out: &mut String, text: &str) {
    let mut before = '\0';
    let mut only_digits = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
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
