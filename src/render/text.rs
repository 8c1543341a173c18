//! Plain text: a block a portion with its mark, banner at top and bottom.

use std::fmt::{self, Write as _};

use super::about::made;
use super::calendar;
use super::excision::Excision;
use super::lead::Lead;
use super::opened;
use crate::marking::Label;
use crate::release::{Content, Release, Released, Style};

impl Release<'_> {
    /// The release as text. Every portion is one block and states its mark, so that the text can be read again and
    /// released again, and gives itself.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use tearline::marking::Reader;
    /// use tearline::policy::Policy;
    ///
    /// let cable = tearline::parse("CONFIDENTIAL STATE 1\n\n1. (U) One.\n\n2. (C) Two.\n");
    /// let release = Policy::default().release(&cable, &Reader::public(), date(2010, 1, 1));
    /// assert_eq!(release.to_text(), "UNCLASSIFIED\n\n(U) Released for the public as of 2010-01-01.\n\n(U) STATE 1\n\n1. (U) One.\n\n2. [withheld: classified]\n\nUNCLASSIFIED\n");
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        let banner = self.banner();
        let size: usize = self.portions().iter().map(size).sum();
        let mut out = String::with_capacity(size + 2 * banner.len() + 8);
        out.push_str(&banner);
        out.push_str("\n\n");
        out.push_str("(U) ");
        out.push_str(&made(self));
        out.push_str(".\n\n");
        if self.style() != Style::default() {
            out.push_str("(U) ");
            out.push_str(&self.style().statement());
            out.push_str("\n\n");
        }
        // A page holds few different marks, and the same one often stands several times in a row.
        let mut mark: Option<(&Label, String)> = None;
        for portion in self.portions() {
            if let Content::Text { label, .. } = portion.content()
                && mark.as_ref().is_none_or(|(last, _)| *last != label)
            {
                mark = Some((label, format!("({label})")));
            }
            write(
                &mut out,
                portion,
                mark.as_ref().map_or("", |(_, mark)| mark),
            );
            out.push_str("\n\n");
        }
        push_block(&mut out, opened::instruction(self).as_slice());
        for (said, lines) in opened::lists(self) {
            push_list(&mut out, &said, &lines);
        }
        push_list(&mut out, calendar::TITLE, &calendar::lines(self));
        out.push_str(&banner);
        out.push('\n');
        out
    }
}

/// What the release says of its portions: a block of its own below them, so that theirs keep their form and the text, read
/// as a release, gives itself.
fn push_list(out: &mut String, title: &str, lines: &[String]) {
    if let [first, rest @ ..] = lines {
        push_block(out, &[&[format!("{title}:"), first.clone()], rest].concat());
    }
}

fn push_block(out: &mut String, lines: &[String]) {
    if !lines.is_empty() {
        out.push_str("(U) ");
        out.push_str(&lines.join("\n"));
        out.push_str("\n\n");
    }
}

fn size(portion: &Released<'_>) -> usize {
    24 + match portion.content() {
        Content::Text { text, .. } => text.len(),
        Content::Withheld(_) => 24,
    }
}

/// Writes a portion; `mark` is the one of its label, where it has a text.
fn write(out: &mut String, portion: &Released<'_>, mark: &str) {
    let start = out.len();
    match portion.content() {
        Content::Withheld(_) => {
            push(out, start, Lead(portion));
            push(out, start, Excision(portion));
        }
        // The mark stands before the field's own word: `(U) FM SECSTATE WASHDC`.
        Content::Text { text, .. } if portion.field_label().is_some() => {
            push_str(out, start, mark);
            push(out, start, Lead(portion));
            push_str(out, start, text);
        }
        Content::Text { text, .. } => {
            push(out, start, Lead(portion));
            push_str(out, start, mark);
            push_str(out, start, text);
        }
    }
}

/// Writes words of a portion that begins at `start`, with a space between them and those before; no words, no space.
fn push(out: &mut String, start: usize, words: impl fmt::Display) {
    let end = out.len();
    separate(out, start);
    let from = out.len();
    let written = write!(out, "{words}");
    if written.is_err() || out.len() == from {
        out.truncate(end);
    }
}

/// The same for words that stand ready.
fn push_str(out: &mut String, start: usize, words: &str) {
    if !words.is_empty() {
        separate(out, start);
        out.push_str(words);
    }
}

fn separate(out: &mut String, start: usize) {
    if out.len() > start {
        out.push(' ');
    }
}
