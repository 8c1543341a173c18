//! The lines of a source text.

use super::chars::skip_silent;
use super::look::Look;
use crate::Span;

/// One line of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without its line break.
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// Where the next line starts.
    pub(super) next: usize,
    /// What stands in it, with its break and the signs of a quotation in front of it.
    pub(super) look: Look,
}

impl<'a> Line<'a> {
    /// A line without the signs of a quotation in front of it.
    fn unquoted(text: &'a str, start: usize, next: usize, look: Look) -> Option<Self> {
        if text.as_bytes().first() != Some(&b'>') {
            return Some(Self {
                text,
                start,
                next,
                look,
            });
        }
        let quoted = quote_signs(text);
        Some(Self {
            text: text.get(quoted..)?,
            start: start + quoted,
            next,
            look,
        })
    }

    /// The line in two, where two fields share it.
    pub(super) fn split_at(self, at: usize) -> (Self, Self) {
        let (head, tail) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let here = self.start + head.len();
        (
            Self {
                text: head,
                start: self.start,
                next: here,
                look: Look::of(head.as_bytes()),
            },
            Self {
                text: tail,
                start: here,
                next: self.next,
                look: Look::of(tail.as_bytes()),
            },
        )
    }

    pub(super) fn is_blank(self) -> bool {
        skip_silent(self.text, 0) == self.text.len()
    }

    pub(super) const fn span(self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// Whether the line ends in something that shows.
    pub(super) fn is_trim(self) -> bool {
        self.text
            .as_bytes()
            .last()
            .is_some_and(u8::is_ascii_graphic)
    }
}

/// A source text, line by line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines<'a> {
    pub(super) source: &'a str,
    breaks: Breaks,
}

/// What ends the lines of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Breaks {
    /// Line feeds and nothing else.
    Feeds,
    /// Others as well.
    Rare,
}

impl<'a> Lines<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        let breaks = match rare_break(source.as_bytes(), false) {
            Some(_) => Breaks::Rare,
            None => Breaks::Feeds,
        };
        Self { source, breaks }
    }

    /// The line that starts at `start`; `None` at the end of the source.
    pub(super) fn at(self, start: usize) -> Option<Line<'a>> {
        let rest = self.source.get(start..).filter(|rest| !rest.is_empty())?;
        match self.breaks {
            Breaks::Feeds => {
                let feed = memchr::memchr(b'\n', rest.as_bytes());
                let text = rest.as_bytes().get(..feed.unwrap_or(rest.len()))?;
                self.between(start, feed.map(|at| start + at + 1), Look::of(text))
            }
            Breaks::Rare => {
                let (text, width) = any_break(rest)?;
                Line::unquoted(text, start, start + width, Look::of(text.as_bytes()))
            }
        }
    }

    /// The line that starts at `start`, where the next one starts at `next` behind a line feed, or none does, and `look` stands
    /// in it.
    pub(super) fn between(self, start: usize, next: Option<usize>, look: Look) -> Option<Line<'a>> {
        let (end, next) = match next {
            Some(next) => (next.checked_sub(1)?, next),
            None => (self.source.len(), self.source.len()),
        };
        let text = self.source.get(start..end)?;
        (start < next).then(|| Line::unquoted(text, start, next, look))?
    }

    /// Whether line feeds end all of its lines.
    pub(super) fn is_fed(self) -> bool {
        self.breaks == Breaks::Feeds
    }

    /// Where its lines begin.
    pub(super) fn starts(self) -> Vec<usize> {
        match self.breaks {
            Breaks::Feeds => {
                let mut starts = Vec::with_capacity(self.source.len() / SHORT + 2);
                starts.extend(starts_of(self.source));
                starts
            }
            Breaks::Rare => std::iter::once(0)
                .chain(
                    std::iter::successors(self.at(0), |line| self.at(line.next))
                        .map(|line| line.next),
                )
                .collect(),
        }
    }

    /// The lines from `start` on that show anything.
    pub(super) fn shown(self, start: usize) -> impl Iterator<Item = Line<'a>> {
        std::iter::successors(self.at(start), move |line| self.at(line.next))
            .filter(|line| !line.is_blank())
    }
}

/// Where the lines of a text begin that line feeds end.
pub(super) fn starts_of(text: &str) -> impl Iterator<Item = usize> {
    let behind = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    std::iter::once(0).chain(behind)
}

/// The first line of a text whose lines end in breaks of any kind, and its width with its break.
fn any_break(rest: &str) -> Option<(&str, usize)> {
    // A rare break is looked for before the next line feed is: where a text has no line feed, it would be far away.
    let mut reach = NEAR;
    loop {
        let window = rest.as_bytes().get(..reach).unwrap_or(rest.as_bytes());
        let feed = memchr::memchr(b'\n', window);
        let shown = window.get(..feed.unwrap_or(window.len()))?;
        let ended = rest.as_bytes().get(shown.len()) == Some(&b'\n');
        if let Some((at, width)) = rare_break(shown, ended) {
            return Some((rest.get(..at)?, at + width));
        }
        match feed {
            Some(at) => return Some((rest.get(..at)?, at + 1)),
            None if reach >= rest.len() => return Some((rest, rest.len())),
            None => reach *= 2,
        }
    }
}

/// How wide the signs of a quotation are that mail puts in front of a line: `> `, `>> `, `> > `.
fn quote_signs(text: &str) -> usize {
    text.find(|c| c != '>' && c != ' ').unwrap_or(text.len())
}

/// A line of a telegram is longer than so many bytes, as a rule.
const SHORT: usize = 48;

/// How far the end of a line is looked for first, in bytes.
const NEAR: usize = 256;

/// Where a line ends that no line feed ends, and how wide its break is: a carriage return by itself, a vertical tab, a
/// form feed, NEL, or one of Unicode's separators (Unicode Standard 5.8). `\r\n` is one break, and the line feed has it;
/// `ended` says whether one follows.
fn rare_break(bytes: &[u8], ended: bool) -> Option<(usize, usize)> {
    let behind = |at: usize| match bytes.get(at + 1) {
        Some(next) => *next == b'\n',
        None => ended,
    };
    let ascii = memchr::memchr3_iter(b'\r', 0x0b, 0x0c, bytes)
        .find(|at| !(bytes.get(*at) == Some(&b'\r') && behind(*at)))
        .map(|at| (at, 1));
    let wide = memchr::memchr2_iter(0xc2, 0xe2, bytes).find_map(|at| {
        match (bytes.get(at..at + 2)?, bytes.get(at..at + 3)) {
            ([0xc2, 0x85], _) => Some((at, 2)),
            (_, Some([0xe2, 0x80, 0xa8 | 0xa9])) => Some((at, 3)),
            _ => None,
        }
    });
    [ascii, wide].into_iter().flatten().min()
}
