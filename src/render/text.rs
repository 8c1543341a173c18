//! Plain text: a block a portion with its mark, banner at top and bottom.

use std::fmt::{self, Write as _};

use super::about::made;
use super::calendar;
use super::excision::Excision;
use super::lead::{Lead, Marks, before};
use super::opened;
use super::sink::{Sink, size};
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
        let mut out = String::with_capacity(size(self));
        text(self, &mut out);
        out
    }
}

/// The release as text.
pub(super) fn text(release: &Release<'_>, sink: &mut impl Sink) {
    let banner = release.banner();
    let out = sink.buffer();
    out.push_str(&banner);
    out.push_str("\n\n(U) ");
    out.push_str(&made(release));
    out.push_str(".\n\n");
    if release.style() != Style::default() {
        out.push_str("(U) ");
        out.push_str(&release.style().statement());
        out.push_str("\n\n");
    }
    let mut marks = Marks::default();
    for portion in release.portions() {
        let out = sink.buffer();
        write(out, portion, &mut marks);
        out.push_str("\n\n");
        sink.settle();
    }
    let out = sink.buffer();
    push_block(out, opened::instruction(release).as_slice());
    for (said, lines) in opened::lists(release) {
        push_list(out, &said, &lines);
    }
    push_list(out, calendar::TITLE, &calendar::lines(release));
    out.push_str(&banner);
    out.push('\n');
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

fn write<'r>(out: &mut String, portion: &'r Released<'_>, marks: &mut Marks<'r>) {
    let start = out.len();
    match portion.content() {
        Content::Withheld(_) => {
            push_str(out, start, &Lead(portion).word());
            push(out, start, Excision(portion));
        }
        Content::Text { label, text } => {
            for word in before(portion, marks.of(label)) {
                push_str(out, start, &word);
            }
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
