//! One look at a whole text, for everything that asks about a part of it.
//!
//! All of the bytes are looked at once, many in one step; a part in which nothing of interest can stand is not looked at letter
//! by letter by any of the passes.

use std::ops::Range;

use memchr::memmem::find_iter;

use super::lines::{Line, Lines};
use super::look::any;
use crate::Span;

/// How many bytes are looked at in one step.
const STEP: usize = 64;

/// How many of those that hold a sign are looked at in one step.
const PART: usize = 16;

/// How a level ends before a dash or a full stop.
const LEVEL_ENDS: [&str; 5] = ["CRET -", "CRET. ", "TIAL -", "TIAL. ", "CTED -"];

/// What may stand in a part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// A bracket, a stroke, a bar, or a sign of another script that stands for one; a colon, a dash or a full stop behind a level.
    pub(super) marks: bool,
    /// A sign behind a label.
    signs: bool,
    /// The letters that every label of an instruction has.
    pub(super) mentions: bool,
}

impl Look {
    /// Whether the label of an instruction may stand further on in a line.
    pub(super) const fn labels(self) -> bool {
        self.signs || self.mentions
    }
}

/// What stands where in a text.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    lines: Lines<'a>,
    /// Where its lines begin, but for the first.
    starts: Vec<usize>,
    /// How many of them stand at or before the line that was read last.
    read: usize,
    /// Whether a sign may stand in each step.
    steps: Vec<bool>,
    /// Where the signs stand that are of a mark or stand behind a label.
    signs: Vec<usize>,
    /// Where the letters stand that every label of an instruction has.
    mentions: Vec<usize>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(lines: Lines<'a>) -> Self {
        let bytes = lines.source.as_bytes();
        let mut mentions: Vec<usize> = find_iter(bytes, "ecl")
            .chain(find_iter(bytes, "ECL"))
            .collect();
        mentions.sort_unstable();
        let (whole, rest) = bytes.as_chunks::<STEP>();
        let mut steps = Vec::with_capacity(whole.len() + 1);
        steps.extend(whole.iter().map(|step| holds(step, may_be_sign)));
        steps.push(any(rest, may_be_sign));
        let mut signs = Vec::with_capacity(bytes.len() / STEP);
        for (at, _) in steps.iter().enumerate().filter(|(_, found)| **found) {
            let start = at * STEP;
            let step = bytes
                .get(start..(start + STEP).min(bytes.len()))
                .unwrap_or_default();
            let (parts, rest) = step.as_chunks::<PART>();
            for (at, part) in parts.iter().enumerate() {
                if holds(part, may_be_sign) {
                    take_signs(part, start + at * PART, &mut signs);
                }
            }
            take_signs(rest, start + step.len() - rest.len(), &mut signs);
        }
        let alone = signs.len();
        for level in LEVEL_ENDS {
            signs.extend(find_iter(bytes, level));
        }
        if signs.len() > alone {
            signs.sort_unstable();
        }
        Self {
            lines,
            starts: lines.starts(),
            read: 0,
            steps,
            signs,
            mentions,
        }
    }

    /// What may stand in a part of the text.
    pub(super) fn look(&self, part: Span) -> Look {
        let here = within(&self.signs, part.range());
        let labels =
            |at: &usize| matches!(self.lines.source.as_bytes().get(*at), Some(b':' | b';'));
        Look {
            marks: !here.is_empty(),
            signs: here.iter().any(labels),
            mentions: !within(&self.mentions, part.range()).is_empty(),
        }
    }

    /// The lines that begin in a part of the text as `is` says, the first of them where the part begins; where lines end in
    /// other breaks than line feeds, all of them.
    pub(super) fn beginning(
        &self,
        part: Span,
        is: impl Fn(&[u8]) -> bool,
    ) -> impl Iterator<Item = Line<'a>> {
        let all = !self.lines.is_fed();
        let source = self.lines.source;
        std::iter::once(part.start())
            .filter(move |_| part.start() < part.end())
            .chain(
                within(&self.starts, part.start() + 1..part.end())
                    .iter()
                    .copied(),
            )
            .filter(move |at| all || source.as_bytes().get(*at..).is_some_and(&is))
            .filter_map(|at| self.lines.at(at))
    }

    /// The line that starts at `start`; `None` at the end of the text. Fastest where lines are read one after the other.
    pub(super) fn line(&mut self, start: usize) -> Option<Line<'a>> {
        if !self.lines.is_fed() {
            return self.lines.at(start);
        }
        let before = |read: usize| {
            read.checked_sub(1)
                .and_then(|at| self.starts.get(at))
                .is_none_or(|at| *at <= start)
        };
        let mut read = self.read;
        if !before(read) {
            read = self.starts.partition_point(|at| *at <= start);
        }
        while self.starts.get(read).is_some_and(|at| *at <= start) {
            read += 1;
        }
        self.read = read;
        self.lines.between(start, self.starts.get(read).copied())
    }

    /// Whether a sign may stand in so many bytes from `start` on, or near them.
    pub(super) fn may_hold_sign(&self, start: usize, width: usize) -> bool {
        let steps = self.steps.get(start / STEP..(start + width).div_ceil(STEP));
        steps.is_none_or(|steps| steps.contains(&true))
    }
}

fn holds<const N: usize>(bytes: &[u8; N], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(0, |any, b| any | u8::from(is(*b))) != 0
}

fn take_signs(bytes: &[u8], start: usize, signs: &mut Vec<usize>) {
    for (at, b) in bytes.iter().enumerate() {
        if is_sign(*b) {
            signs.push(start + at);
        }
    }
}

/// Those of some places, in order, that stand in a part of a text.
fn within(places: &[usize], part: Range<usize>) -> &[usize] {
    let first = places.partition_point(|at| *at < part.start);
    let rest = places.get(first..).unwrap_or_default();
    // Most parts hold few.
    let few = rest.iter().take_while(|at| **at < part.end).count();
    rest.get(..few).unwrap_or_default()
}

/// The signs that stand in or around a mark or behind a label.
fn is_sign(b: u8) -> bool {
    may_be_sign(b) & (b != b'\\')
}

/// The same and what stands between them in the order of the signs, which is looked at in fewer steps.
fn may_be_sign(b: u8) -> bool {
    const fn within(b: u8, first: u8, last: u8) -> bool {
        b.wrapping_sub(first) <= last - first
    }
    (b >= 0x80)
        | (b == b'&')
        | within(b, b'(', b')')
        | (b == b'/')
        | (b == b'\t')
        | within(b, b':', b'<')
        | within(b, b'[', b']')
        | within(b, b'{', b'}')
}
