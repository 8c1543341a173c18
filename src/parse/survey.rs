//! One look at a whole text, for everything that asks about a part of it: what stands in each of its lines. A part in which
//! nothing of interest can stand is not looked at letter by letter by any of the passes.

use std::cell::Cell;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::beginning;
use super::lines::{Line, Lines};
use super::look::Look;
use crate::Span;

/// The letters that every label of an instruction has.
static MENTIONS: LazyLock<[Finder<'_>; 2]> = LazyLock::new(|| ["ecl", "ECL"].map(Finder::new));

/// How the levels end that stand before a text, and are no sign of a mark.
static LEVEL_ENDS: LazyLock<[Finder<'_>; 3]> =
    LazyLock::new(|| ["CRET", "TIAL", "CTED"].map(Finder::new));

/// The mark of the unclassified in the last and in the first cell of a row that gaps part; no sign of a mark either.
static CELLS: LazyLock<[Finder<'_>; 2]> = LazyLock::new(|| ["  U", "\nU  "].map(Finder::new));

/// Where rows may stand that begin or end in it.
fn cells(text: &[u8]) -> impl Iterator<Item = usize> {
    let [last, first] = &*CELLS;
    let ends = last.find_iter(text).filter(|at| {
        let behind = text.get(at + last.needle().len()..).unwrap_or_default();
        matches!(behind, [] | [b'\n' | b'\r' | b' ', ..]) || behind.starts_with(b"NCLAS")
    });
    ends.chain(first.find_iter(text).map(|at| at + 1))
}

/// What parts such a level from the text behind it.
const BEHIND_LEVEL: [&[u8]; 2] = [b" -", b". "];

/// Where they stand: first those that are small, then those that are capitals.
pub(super) fn mentions(text: &[u8]) -> impl Iterator<Item = usize> {
    let [small, capitals] = &*MENTIONS;
    small.find_iter(text).chain(capitals.find_iter(text))
}

/// What stands where in a text.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    lines: Lines<'a>,
    /// Where its lines begin.
    starts: Vec<usize>,
    /// What stands in each of them.
    looks: Vec<Look>,
    /// Where a level ends before a dash or a full stop, and where one fills a cell.
    levels: Vec<usize>,
    /// Which of them was read last.
    read: usize,
    /// Which of them a place was looked for in last.
    near: Cell<usize>,
}

/// How many lines are looked at before a place is looked for in all of them.
const NEAR: usize = 4;

impl<'a> Survey<'a> {
    pub(super) fn of(lines: Lines<'a>) -> Self {
        let bytes = lines.source.as_bytes();
        let starts = lines.starts();
        let mut looks = Vec::with_capacity(starts.len());
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).copied().unwrap_or(bytes.len());
            let line = bytes.get(*start..end).unwrap_or_default();
            looks.push(beginning::look(line.strip_suffix(b"\n").unwrap_or(line)));
        }
        for at in mentions(bytes) {
            let line = starts.partition_point(|start| *start <= at);
            if let Some(look) = line.checked_sub(1).and_then(|line| looks.get_mut(line)) {
                *look = look.or(Look::MENTIONS);
            }
        }
        let ends = LEVEL_ENDS.iter().flat_map(|level| {
            level.find_iter(bytes).filter(|at| {
                let behind = bytes.get(at + level.needle().len()..);
                behind.is_some_and(|rest| BEHIND_LEVEL.iter().any(|sign| rest.starts_with(sign)))
            })
        });
        let mut levels: Vec<usize> = ends.chain(cells(bytes)).collect();
        levels.sort_unstable();
        Self {
            lines,
            starts,
            looks,
            levels,
            read: 0,
            near: Cell::new(0),
        }
    }

    /// What stands in a part of the text: no sign is left out; what else stands in its lines may be counted in.
    pub(super) fn look(&self, part: Span) -> Look {
        let first = self.line_at(part.start());
        let further = self.starts.get(first + 1..).unwrap_or_default();
        let whole = self.looks.get(first).copied().unwrap_or_default();
        // Nearly every block begins behind the brackets of its mark.
        let here = if whole.holds(Look::SIGNS) {
            let end = further
                .first()
                .map_or(part.end(), |next| part.end().min(*next));
            let bytes = self.lines.source.as_bytes().get(part.start()..end);
            Look::of(bytes.unwrap_or_default()).or(self.mentioned(first))
        } else {
            whole
        };
        let looks = self.looks.get(first + 1..).unwrap_or_default();
        further
            .iter()
            .zip(looks)
            .take_while(|(start, _)| **start < part.end())
            .fold(here.or(self.levels_in(part)), |all, (_, look)| {
                all.or(*look)
            })
    }

    /// A sign of a mark where a level ends in a part of the text before a dash or a full stop, or fills a cell.
    fn levels_in(&self, part: Span) -> Look {
        let first = self.levels.partition_point(|at| *at < part.start());
        let next = self.levels.get(first);
        Look::MARKS.when(next.is_some_and(|at| *at < part.end()))
    }

    /// The lines that begin in a part of the text and are of such kinds; of the first of them, where the part begins in the middle
    /// of a line, `is` says it. Where lines end in other breaks than line feeds, all of them.
    pub(super) fn beginning(
        &self,
        part: Span,
        kinds: Look,
        is: impl Fn(&[u8]) -> bool,
    ) -> impl Iterator<Item = Line<'a>> {
        let all = !self.lines.is_fed();
        let first = self.line_at(part.start());
        let begins = |line: usize| self.starts.get(line).copied();
        let cut = begins(first).is_some_and(|start| start < part.start());
        // What stands in the whole line may stand in the rest of it; what the line may begin says nothing of the rest.
        let whole = self.looks.get(first).copied().unwrap_or_default();
        let signs = kinds.only(Look::SIGNS.or(Look::MENTIONS));
        let rest = || self.lines.source.as_bytes().get(part.start()..);
        let may = || all || whole.holds(signs) || rest().is_some_and(&is);
        let head = (cut && !part.is_empty() && may()).then(|| self.lines.at(part.start()));
        let head = head.flatten().filter(|line| {
            let look = line.look.or(self.mentioned(first));
            all || look.holds(kinds) || is(line.text.as_bytes())
        });
        let further = (first + usize::from(cut)..self.starts.len())
            .take_while(move |line| begins(*line).is_some_and(|start| start < part.end()))
            .filter(move |line| all || self.looks.get(*line).is_some_and(|look| look.holds(kinds)))
            .filter_map(|line| self.whole(line));
        head.into_iter().chain(further)
    }

    /// A whole line.
    fn whole(&self, line: usize) -> Option<Line<'a>> {
        let start = *self.starts.get(line)?;
        if self.lines.is_fed() {
            let look = *self.looks.get(line)?;
            let next = self.starts.get(line + 1).copied();
            self.lines.between(start, next, look)
        } else {
            self.lines.at(start)
        }
    }

    /// Whether the letters of a label stand in a line.
    fn mentioned(&self, line: usize) -> Look {
        let look = self.looks.get(line).copied().unwrap_or_default();
        look.only(Look::MENTIONS)
    }

    /// The line that starts at `start`; `None` at the end of the text. Fastest where lines are read one after the other.
    pub(super) fn line(&mut self, start: usize) -> Option<Line<'a>> {
        if !self.lines.is_fed() {
            return self.lines.at(start);
        }
        if self.starts.get(self.read + 1) == Some(&start) {
            self.read += 1;
        } else if self.starts.get(self.read) != Some(&start) {
            self.read = self.line_at(start);
        }
        if self.starts.get(self.read) == Some(&start) {
            self.whole(self.read)
        } else {
            self.lines.at(start)
        }
    }

    /// The last of the lines of one kind that stand right behind the line that was read last; `None` where the next is of
    /// another. It is the one that was read last then.
    pub(super) fn last_of(&mut self, kind: Look) -> Option<Line<'a>> {
        if !self.lines.is_fed() {
            return None;
        }
        let next = self.looks.get(self.read + 1..)?;
        let width = next.iter().take_while(|look| look.holds(kind)).count();
        self.read += width;
        (width > 0).then(|| self.whole(self.read))?
    }

    /// Which line `at` stands in. Fastest where it is asked of one place after the other.
    fn line_at(&self, at: usize) -> usize {
        let stands = |line: usize| {
            let begins = |line: usize| self.starts.get(line);
            begins(line).is_some_and(|start| *start <= at)
                && begins(line + 1).is_none_or(|next| at < *next)
        };
        let near = self.near.get();
        let line = (near..near + NEAR).find(|line| stands(*line));
        let line = line.unwrap_or_else(|| {
            let behind = self.starts.partition_point(|start| *start <= at);
            behind.saturating_sub(1)
        });
        self.near.set(line);
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    /// A text, and a part of it.
    fn text_and_part(random: &mut Random) -> (String, Span) {
        let words: Vec<&str> = "The relay|holds|decl on|Declassify On:|a.|(S)|> quoted|BEGIN SBU|END|- |4.|\n|\n\n|\r\n|\n\n\n|\u{b}|\u{2028}|\u{85}|/|:|;|é|¶|\t"
            .split('|')
            .collect();
        let text: String = (0..random.below(24)).map(|_| random.pick(&words)).collect();
        let mut places = [random.below(text.len() + 1), random.below(text.len() + 1)];
        for at in &mut places {
            while !text.is_char_boundary(*at) {
                *at -= 1;
            }
        }
        places.sort_unstable();
        (text, Span::new(places[0], places[1]))
    }

    #[test]
    fn a_look_at_a_part_leaves_out_no_sign() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let (text, part) = text_and_part(&mut random);
            let seen = Survey::of(Lines::of(&text)).look(part);
            let shown = text.get(part.range()).unwrap();
            let signs = Look::of(shown.as_bytes()).only(Look::SIGNS);
            assert_eq!(seen.or(signs), seen, "{text:?} {part}");
            let mentioned = shown.contains("ecl");
            assert!(!mentioned || seen.holds(Look::MENTIONS), "{text:?} {part}");
        }
    }

    #[test]
    fn the_lines_of_a_part_are_those_that_begin_in_it() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let (text, part) = text_and_part(&mut random);
            let lines = Lines::of(&text);
            let begin: Vec<usize> = std::iter::once(part.start())
                .chain(lines.starts().into_iter().filter(|at| *at > part.start()))
                .filter(|at| *at < part.end())
                .collect();
            let survey = Survey::of(lines);
            let is = beginning::may_instruct;
            let found: Vec<usize> = survey
                .beginning(part, Look::INSTRUCTS, is)
                .map(|line| line.start)
                .collect();
            for line in begin.iter().filter_map(|at| lines.at(*at)) {
                let before = text.get(..line.start).unwrap();
                let raw = before.trim_end_matches(['>', ' ']).len();
                let wanted = !line.text.is_empty() && is(line.text.as_bytes()) && raw == line.start;
                assert!(
                    !wanted || found.contains(&line.start),
                    "{text:?} {part} {line:?}"
                );
            }
            let starts: Vec<usize> = begin
                .iter()
                .filter_map(|at| Some(lines.at(*at)?.start))
                .collect();
            assert!(
                found.iter().all(|at| starts.contains(at)),
                "{text:?} {part} {found:?}"
            );
        }
    }

    #[test]
    fn lines_are_read_in_any_order() {
        let mut random = Random::new();
        for _ in 0..4096 {
            let (text, part) = text_and_part(&mut random);
            let lines = Lines::of(&text);
            let mut survey = Survey::of(lines);
            for at in [part.end(), 0, part.start()] {
                let (one, other) = (survey.line(at), lines.at(at));
                let place = |line: Line<'_>| (line.start, line.text.len(), line.next);
                assert_eq!(one.map(place), other.map(place), "{text:?} {at}");
            }
        }
    }
}
